import { z } from 'zod';
import { schoon } from '../../kern/invoer.ts';
import { agressiesoortcodes, gebiedcodes, klassecodes, maatregelcodes, mediumcodes, MEESTE_MAANDEN, tegencodes } from './soorten.ts';

/*
 * One version of the handelingskader as data. A version is read, compared, put in force and frozen as a whole, so it is kept as one
 * document; its form is checked here on every read. What is in it can still be wrong (a gap, a range upside down): a draft may be,
 * and `nakijken` names it before anyone can publish.
 */

const regeltekst = (max: number) => z.string().max(max).transform(schoon);
const code = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);
const maanden = z.number().int().min(0).max(MEESTE_MAANDEN);

/** How long: not at all, a fixed time, a range a person chooses from, or open in consultation with someone. */
export const Duur = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('geen') }),
  z.strictObject({ soort: z.literal('vast'), maanden }),
  z.strictObject({ soort: z.literal('tussen'), van: maanden, tot: maanden }),
  z.strictObject({ soort: z.literal('open'), metWie: z.string().max(40) }),
]);
export type Duur = z.output<typeof Duur>;

/** One thing the decider may do: these measures together, for this long. A rule with two of them leaves the choice. */
export const Sanctie = z.strictObject({ maatregelen: z.array(z.enum(maatregelcodes)).min(1).max(6), duur: Duur });
export type Sanctie = z.output<typeof Sanctie>;

/** 'vooraf': contact the police before it starts, so that it can be enforced. 'melding': report it to the police. */
export const politiestappen = { vooraf: 'eerst contact met de politie', melding: 'melding bij de politie' } as const;
export type Politiestap = keyof typeof politiestappen;
const Politie = z.array(z.enum(['vooraf', 'melding'])).max(2);

/** The second time: nothing of its own, heavier without saying how (noot 2 of tabel A), or a rule of its own. */
export const Herhaling = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('geen') }),
  z.strictObject({ soort: z.literal('zwaarder') }),
  z.strictObject({ soort: z.literal('regel'), sancties: z.array(Sanctie).min(1).max(4), politie: Politie }),
]);
export type Herhaling = z.output<typeof Herhaling>;

export const aangiften = { altijd: 'altijd', indien_strafbaar: 'als het strafbaar is' } as const;
export type Aangifte = keyof typeof aangiften;

export const Kaderregel = z.strictObject({
  /** Such as A5: the table and the number, under which people know it. */
  code: z.string().regex(/^[A-Z][0-9]{1,3}$/),
  naam: regeltekst(200),
  gedragingen: z.array(code).max(60),
  /** Only for these ways of contact; empty means all. */
  media: z.array(z.enum(mediumcodes)).max(4),
  /** Only when there was a weapon. */
  alleenMetWapen: z.boolean(),
  sancties: z.array(Sanctie).max(4),
  politie: Politie,
  herhaling: Herhaling,
  /** Months to look back for this rule; null takes that of the version. */
  terugkijkMaanden: maanden.nullable(),
  /** Null where the table says nothing about it (tabel B). */
  gebied: z.strictObject({ van: z.enum(gebiedcodes), tot: z.enum(gebiedcodes) }).nullable(),
  /** Any of these may decide; empty where the table names nobody. Kept as text: `nakijken` names one that does not exist. */
  beslissers: z.array(z.string().max(40)).max(6),
  overlegMet: z.string().max(40).nullable(),
  aangifte: z.enum(['altijd', 'indien_strafbaar']).nullable(),
});
export type Kaderregel = z.output<typeof Kaderregel>;

export const Gedraging = z.strictObject({
  code,
  naam: regeltekst(200),
  klasse: z.enum(klassecodes),
  /** Kind of aggression, for the combination; null for what is none. */
  soort: z.enum(agressiesoortcodes).nullable(),
  geaccepteerd: z.boolean(),
  tijdens: regeltekst(1_000),
  na: regeltekst(1_000),
});
export type Gedraging = z.output<typeof Gedraging>;

/** Which behaviour of the kader a form of aggression of the organisation is, given against whom and how. */
export const Koppeling = z.strictObject({
  vorm: z.string().max(60),
  gedraging: code,
  tegen: z.enum(tegencodes).nullable(),
  medium: z.enum(['telefoon', 'niet_telefoon']).nullable(),
  /** Counts only when nothing heavier was reported: such as "online", which says how and not what. */
  wijktVoorZwaarder: z.boolean(),
  /** What a person should look at, because the form holds more than one behaviour. */
  letOp: regeltekst(400),
});
export type Koppeling = z.output<typeof Koppeling>;

export const Kader = z.strictObject({
  gedragingen: z.array(Gedraging).max(60),
  koppelingen: z.array(Koppeling).max(200),
  regels: z.array(Kaderregel).max(120),
  combinatie: z.strictObject({
    /** The rule under which people know it, such as B5. */
    code: z.string().regex(/^[A-Z][0-9]{1,3}$/),
    /** On repetition of a combination the sanction doubles, or just the highest applies. */
    herhaling: z.enum(['verdubbelen', 'hoogste']),
  }),
  terugkijken: z.strictObject({
    maanden,
    /** Which earlier conduct makes it a repetition: any aggression, or only of the same kind or heavier. */
    telt: z.enum(['zelfde_of_zwaarder', 'elke']),
  }),
});
export type Kader = z.output<typeof Kader>;

/** Where a rule comes from, as people say it: "Tabel A, regel 5". */
export function bronVan(regelcode: string): string {
  return `Tabel ${regelcode.slice(0, 1)}, regel ${regelcode.slice(1)}`;
}
