import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { keuze, tekst } from '../../kern/invoer.ts';

/** Every letter that leaves the organisation, by what the people who prepare it call it. */
export const briefsoorten = {
  uitnodiging_wederhoor: 'Uitnodiging om te reageren',
  uitnodiging_ordegesprek: 'Uitnodiging voor een ordegesprek',
  uitnodiging_stopgesprek: 'Uitnodiging voor een STOP-gesprek',
  waarschuwing: 'Schriftelijke waarschuwing',
  pandverbod: 'Pandverbod',
  contactbeperking: 'Contactbeperking',
  verlenging: 'Verlenging van een maatregel',
  opheffing: 'Opheffing van een maatregel',
  herstel: 'Herstel van de dienstverlening',
  geen_reactie: 'Geen reactie ontvangen',
  schadeverhaal: 'Aankondiging van schadeverhaal',
  avg_kennisgeving: 'Kennisgeving over persoonsgegevens',
  avg_besluit: 'Besluit op een AVG-verzoek',
} as const;
export type Briefsoort = keyof typeof briefsoorten;
export const briefsoortcodes = Object.keys(briefsoorten) as [Briefsoort, ...Briefsoort[]];

/** On whose authority a letter is signed. A capacity and never a name: a decider's own department could tell whom it happened to. */
export const ondertekenaars = {
  dienstverantwoordelijke: 'de verantwoordelijke voor de dienstverlening',
  leidinggevende: 'de verantwoordelijk leidinggevende',
  managementteam: 'het managementteam',
  dagelijks_bestuur: 'het dagelijks bestuur',
  griffier: 'de griffier',
  burgemeester: 'de burgemeester',
  adviseur: 'de Adviseur Veilige Publieke Dienstverlening',
} as const;
export type Ondertekenaar = keyof typeof ondertekenaars;

/** What a citizen can do against it depends on the legal form; the same codes as a maatregel has in the handelingskader. */
export const rechtsvormen = ['privaatrechtelijk', 'besluit_elders', 'rechterlijk', 'geen_maatregel'] as const;
export type Rechtsvorm = (typeof rechtsvormen)[number];

const regel = (wat: string) => tekst({ max: 300, verplicht: `Vul in: ${wat}.` });
const alinea = (wat: string) => tekst({ max: 4000, verplicht: `Vul in: ${wat}.` });
const vrij = (max = 4000) => tekst({ max });
const leest = (lezer: (w: string) => unknown) => (w: string): boolean => {
  try {
    lezer(w);
    return true;
  } catch {
    return false;
  }
};
/** A day as "2026-11-23". */
const Dag = z.string().refine((w) => /^\d{4}-\d{2}-\d{2}$/.test(w) && leest((x) => Temporal.PlainDate.from(x, { overflow: 'reject' }))(w), { error: 'Dit is geen datum.', abort: true });
/** A moment as "2026-11-23T13:10:00Z". */
const Moment = z.string().refine(leest((w) => Temporal.Instant.from(w)), { error: 'Dit is geen moment.', abort: true });

/** One event as a citizen may read it: when, where in general words, and what he did in neutral words that a person checked. Who it happened to has no place. */
const Feit = z.strictObject({ datum: Dag, plaats: regel('waar het was, in algemene woorden'), gedrag: alinea('wat er gebeurde') });
const feiten = z.array(Feit).min(1, 'Beschrijf minstens één voorval.').max(20);

/** Where a citizen turns to: a function or mailbox, or a contact person who has no part in what happened. */
const Contactpunt = z.strictObject({ wie: regel('bij wie iemand terecht kan'), telefoon: vrij(60), email: vrij(200), bereikbaar: vrij(200) })
  .refine((c) => c.telefoon !== '' || c.email !== '', { error: 'Geef een telefoonnummer of een e-mailadres.', path: ['telefoon'] });
export type Contactpunt = z.output<typeof Contactpunt>;

/** What goes on working: part of every letter that restricts someone (functies D9). */
const Doorgang = z.strictObject({ blijft: z.array(regel('wat blijft werken')).min(1, 'Noem wat blijft werken.').max(12), contact: Contactpunt, spoed: vrij(1000) });

export const Afspraak = z.strictObject({ begin: Moment, duurMinuten: z.int().min(5).max(480), plaats: regel('waar het gesprek is'), bijWie: regel('met wie het gesprek is (een functie, of wie niet betrokken was)') });
export type Afspraak = z.output<typeof Afspraak>;

/** How a citizen gives his view online: the page and the two codes that only stand in the letter. */
const Toegang = z.strictObject({ webadres: regel('het webadres'), code: regel('de code'), controle: regel('de controlecode') });

/** What came of hearing the citizen, and what was done with it. */
const Zienswijze = z.discriminatedUnion('uitkomst', [
  z.strictObject({ uitkomst: z.literal('zienswijze'), samenvatting: alinea('wat de betrokkene vertelde'), weging: alinea('wat we daarmee deden') }),
  z.strictObject({ uitkomst: z.literal('geen_reactie'), uiterlijk: Dag }),
  z.strictObject({ uitkomst: z.literal('achteraf'), reden: alinea('waarom het niet kon wachten'), uiterlijk: Dag, toegang: Toegang.nullable() }),
]);

const Motivering = z.strictObject({ waarom: alinea('waarom deze maatregel'), duur: vrij(), gewogen: alinea('wat er is gewogen') });
const ondertekenaar = keuze(Object.keys(ondertekenaars) as [Ondertekenaar, ...Ondertekenaar[]], 'Kies namens wie de brief is.');
const rechtsvorm = keuze(rechtsvormen, 'Kies de juridische vorm.').default('privaatrechtelijk');

const naElkaar = (van: string, tot: string): boolean => Temporal.PlainDate.compare(van, tot) <= 0;
const periode = { van: Dag, tot: Dag, evaluatieOp: Dag };
/** A measure has an end, and is looked at again before it (achtergrond §6.2: no indefinite bans). */
function geldigePeriode(g: { van: string; tot: string; evaluatieOp: string }, ctx: z.RefinementCtx): void {
  if (!naElkaar(g.van, g.tot)) ctx.addIssue({ code: 'custom', path: ['tot'], message: 'De einddatum ligt voor de begindatum.' });
  if (!naElkaar(g.van, g.evaluatieOp) || !naElkaar(g.evaluatieOp, g.tot)) ctx.addIssue({ code: 'custom', path: ['evaluatieOp'], message: 'De evaluatie ligt tussen begin en einde.' });
}

const uitnodiging = { feiten, norm: alinea('de norm'), afspraak: Afspraak, doel: vrij(1000), contact: Contactpunt, ondertekenaar };
const maatregel = { feiten, norm: alinea('de norm'), eerder: z.array(regel('een eerdere waarschuwing')).max(10).default([]), zienswijze: Zienswijze, motivering: Motivering, ...periode, doorgang: Doorgang, ondertekenaar };

/**
 * What may stand in each letter. Built only from fields that are safe by what they are: there is none for the name, function or
 * department of a colleague. Free text in them is checked against the people of the dossier before a letter can be sent.
 * Dates are ISO days, moments ISO instants, amounts whole cents.
 */
export const gegevensschemas = {
  uitnodiging_wederhoor: z.strictObject({
    feiten, norm: alinea('de norm'), overweegt: vrij(500), uiterlijk: Dag, afspraak: Afspraak.nullable(), toegang: Toegang.nullable(), contact: Contactpunt, ondertekenaar,
  }),
  uitnodiging_ordegesprek: z.strictObject(uitnodiging),
  uitnodiging_stopgesprek: z.strictObject(uitnodiging),
  waarschuwing: z.strictObject({ feiten, norm: alinea('de norm'), eerder: maatregel.eerder, zienswijze: Zienswijze, motivering: Motivering, herhaling: alinea('wat er bij herhaling gebeurt'), contact: Contactpunt, ondertekenaar }),
  pandverbod: z.strictObject({ ...maatregel, panden: z.array(regel('een gebouw met adres')).min(1, 'Noem de gebouwen.').max(40), politie: z.boolean() }).superRefine(geldigePeriode),
  contactbeperking: z.strictObject({ ...maatregel, regels: z.array(alinea('wat niet meer kan')).min(1, 'Noem wat niet meer kan.').max(12) }).superRefine(geldigePeriode),
  verlenging: z.strictObject({ ...maatregel, maatregel: regel('welke maatregel, bijvoorbeeld ‘pandverbod’'), rechtsvorm, liepTot: Dag }).superRefine(geldigePeriode),
  opheffing: z.strictObject({ maatregel: regel('welke maatregel'), rechtsvorm, liepTot: Dag, per: Dag, reden: alinea('waarom de maatregel stopt'), weer: z.array(regel('wat weer kan')).min(1, 'Noem wat weer kan.').max(12), contact: Contactpunt, ondertekenaar }),
  herstel: z.strictObject({ maatregel: regel('welke maatregel'), eindigdeOp: Dag, weer: z.array(regel('wat weer kan')).min(1, 'Noem wat weer kan.').max(12), afspraken: z.array(regel('een afspraak')).max(12).default([]), afspraak: Afspraak.nullable(), contact: Contactpunt, ondertekenaar }),
  geen_reactie: z.strictObject({ uitgenodigdOp: Dag, uiterlijk: Dag, vervolg: alinea('wat er nu gebeurt'), contact: Contactpunt, ondertekenaar }),
  schadeverhaal: z.strictObject({
    feiten, posten: z.array(z.strictObject({ omschrijving: regel('wat er kapot of kwijt is'), centen: z.int().positive().max(100_000_000_00) })).min(1, 'Noem minstens één schadepost.').max(30),
    reageerVoor: Dag, vervolg: alinea('wat er gebeurt als iemand niet reageert'), contact: Contactpunt, ondertekenaar,
  }),
  avg_kennisgeving: z.strictObject({
    welke: z.array(regel('welke gegevens')).min(1, 'Noem welke gegevens.').max(20), herkomst: regel('waar de gegevens vandaan komen'), doel: alinea('waarvoor'), grondslag: alinea('de grondslag'),
    ontvangers: z.array(regel('wie de gegevens krijgt')).max(12).default([]), bewaartermijn: regel('hoe lang'), uitgesteld: vrij(1000), contact: Contactpunt, ondertekenaar,
  }),
  avg_besluit: z.strictObject({
    verzoek: keuze(['inzage', 'rectificatie', 'verwijdering', 'beperking', 'bezwaar'] as const, 'Kies het soort verzoek.'), ontvangenOp: Dag,
    besluit: keuze(['toegewezen', 'gedeeltelijk', 'afgewezen'] as const, 'Kies het besluit.'), motivering: alinea('waarom'), gedaan: z.array(regel('wat er is gedaan')).max(20).default([]), contact: Contactpunt, ondertekenaar,
  }),
} as const satisfies Record<Briefsoort, z.ZodType>;

/** What a caller gives for a kind of letter. */
export type Briefgegevens<S extends Briefsoort> = z.input<(typeof gegevensschemas)[S]>;
/** The same as it is kept and read again. */
export type GelezenGegevens<S extends Briefsoort> = z.output<(typeof gegevensschemas)[S]>;

/** To whom a letter goes. */
export const Geadresseerde = z.strictObject({ naam: tekst({ max: 200, verplicht: 'Vul in aan wie de brief gaat.' }), adres: z.array(tekst({ max: 200 })).max(6).transform((a) => a.filter((r) => r !== '')) });
export type Geadresseerde = z.output<typeof Geadresseerde>;

/** How a letter left. */
export const verzendwijzen = { post: 'Gewone post', aangetekend: 'Aangetekende post', uitgereikt: 'Persoonlijk uitgereikt', email: 'E-mail', loket: 'Opgehaald aan het loket' } as const;
export type Verzendwijze = keyof typeof verzendwijzen;
export const verzendwijzecodes = Object.keys(verzendwijzen) as [Verzendwijze, ...Verzendwijze[]];

export const briefstatussen = { concept: 'concept', nagekeken: 'nagekeken', verzonden: 'verzonden' } as const;
export type Briefstatus = keyof typeof briefstatussen;
