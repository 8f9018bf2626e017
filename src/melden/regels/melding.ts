import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { id, idOfNiets, keuze, keuzeOfNiets, tekst, vinkje } from '../../kern/invoer.ts';
import { dagVan, leesDatum, leesTijd, lokaal, momentNietInToekomst, momentVan } from '../../kern/tijd/index.ts';
import { routes, type Compartiment } from '../../kern/rechten/index.ts';
import { kanaalcodes } from '../../dossier/index.ts';
import { belwenscodes } from '../../nazorg/index.ts';

/** When it happened, as a choice: most people report soon after. */
export const wanneerkeuzes = { zonet: 'Zonet', vandaag: 'Vandaag', gisteren: 'Gisteren', anders: 'Andere dag' } as const;
export const wanneercodes = Object.keys(wanneerkeuzes) as [keyof typeof wanneerkeuzes, ...(keyof typeof wanneerkeuzes)[]];

/** What the reporter can tell about whoever did it. */
export const veroorzakerkennis = {
  weet_niet: 'Dat weet ik niet',
  naam: 'Ik ken een naam',
  beschrijving: 'Ik kan iemand beschrijven',
  account: 'Het was een account op internet',
  groep: 'Het was een groep',
  bedrijf: 'Het was een bedrijf of organisatie',
} as const;
export const kenniscodes = Object.keys(veroorzakerkennis) as [keyof typeof veroorzakerkennis, ...(keyof typeof veroorzakerkennis)[]];

export const aangiftewensen = { ja: 'Ja', nee: 'Nee', weet_niet: 'Dat weet ik nog niet' } as const;
export const aangiftewenscodes = Object.keys(aangiftewensen) as [keyof typeof aangiftewensen, ...(keyof typeof aangiftewensen)[]];

/** Value of the place field when it is not one of the organisation's locations. */
export const ELDERS = 'elders';

/** Most characters of an answer to a short question. */
export const MAX_ANTWOORD = 300;

const vormcodes = z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string().max(60)).max(30).min(1, 'Kies wat er gebeurde. Je mag er meer kiezen.'));

/** A question that may be skipped; an empty answer is the given one. */
function keuzeOf<const T extends readonly [string, ...string[]]>(codes: T, fout: string, anders: T[number]) {
  return z.preprocess((w) => (w === '' || w === undefined ? anders : w), keuze(codes, fout));
}

const velden = {
  vormen: vormcodes,
  verhaal: tekst(),
  wanneer: keuze(wanneercodes, 'Kies wanneer het gebeurde.'),
  datum: tekst({ max: 60 }),
  tijd: tekst({ max: 30 }),
  locatie: z.string({ error: 'Kies waar het gebeurde.' }).trim().min(1, 'Kies waar het gebeurde.').max(60),
  plek: tekst({ max: 300 }),
  kanaal: keuzeOfNiets(kanaalcodes, 'Kies hoe het contact was.'),
  bijna: vinkje,
  /** Answers to the short questions of the channel, by code. */
  kanaalvragen: z.record(z.string().max(40), tekst({ max: MAX_ANTWOORD })).default({}),
  veroorzaker: keuzeOf(kenniscodes, 'Kies wat je weet.', 'weet_niet'),
  veroorzaker_naam: tekst({ max: 200 }),
  veroorzaker_omschrijving: tekst({ max: 5_000 }),
  belwens: keuzeOf(belwenscodes, 'Kies wat je nodig hebt.', 'redt_zich'),
  hoe_gaat_het: tekst({ max: 5_000 }),
  aangifte_wens: keuzeOf(aangiftewenscodes, 'Kies of je aangifte wilt doen.', 'weet_niet'),
  route: keuzeOf(routes, 'Kies wie je melding mag zien.', 'leidinggevende'),
  /** "Dit is dezelfde gebeurtenis": the id of an own report, 'ja' for one of a colleague that was hinted at, '' for neither. */
  zelfde: tekst({ max: 60 }),
  /** The half-filled form this came from, with its files; it is gone when the report is in. */
  concept: idOfNiets('Open het formulier opnieuw.'),
};

/** A report by the colleague himself. At most three answers are required: what, when, where (functies B1). */
export const MeldingInvoer = z.object(velden);
export type MeldingInvoer = z.output<typeof MeldingInvoer>;

export const bronnen = { telefoon: 'De collega belde', papier: 'Er is een papieren kaart ingevuld', beveiliger: 'Een beveiliger of andere ingehuurde kracht gaf het door' } as const;
export const broncodes = Object.keys(bronnen) as [keyof typeof bronnen, ...(keyof typeof bronnen)[]];

/** A report on behalf of a colleague: also for whom, how it came in, and why he does not report himself (functies B3). */
export const MeldingNamensInvoer = z.object({
  ...velden,
  voor: id('Kies voor wie je meldt.'),
  bron: keuze(broncodes, 'Kies hoe je dit hoorde.'),
  namens_reden: tekst({ max: 1_000, verplicht: 'Schrijf waarom de collega niet zelf meldt.' }),
});
export type MeldingNamensInvoer = z.output<typeof MeldingNamensInvoer>;

export type Tijdstip = { ok: true; op: Temporal.Instant; precies: 'tijd' | 'dag' } | { ok: false; veld: 'datum' | 'tijd'; tekst: string };

/**
 * The moment of the event from what was chosen and typed. 'zonet' is now; a day without a time is that day at noon (or now,
 * when noon is still to come), marked as exact to the day only. Never in the future.
 */
export function tijdstip(invoer: { wanneer: keyof typeof wanneerkeuzes; datum: string; tijd: string }, nu: Temporal.Instant): Tijdstip {
  if (invoer.wanneer === 'zonet') return { ok: true, op: nu, precies: 'tijd' };
  const vandaag = dagVan(nu);
  let dag = invoer.wanneer === 'gisteren' ? vandaag.subtract({ days: 1 }) : vandaag;
  if (invoer.wanneer === 'anders') {
    if (invoer.datum === '') return { ok: false, veld: 'datum', tekst: 'Schrijf op welke dag het gebeurde, bijvoorbeeld 3-11-2026.' };
    const gelezen = leesDatum(invoer.datum, vandaag);
    if (!gelezen.ok) return { ok: false, veld: 'datum', tekst: gelezen.bericht };
    dag = gelezen.waarde;
  }
  if (Temporal.PlainDate.compare(dag, vandaag) > 0) return { ok: false, veld: 'datum', tekst: 'Deze dag moet nog komen. Wanneer gebeurde het?' };
  if (invoer.tijd === '') {
    const middag = momentVan(dag, Temporal.PlainTime.from('12:00'));
    return { ok: true, op: Temporal.Instant.compare(middag, nu) > 0 ? lokaal(nu).toInstant() : middag, precies: 'dag' };
  }
  const tijd = leesTijd(invoer.tijd);
  if (!tijd.ok) return { ok: false, veld: 'tijd', tekst: tijd.bericht };
  const op = momentVan(dag, tijd.waarde);
  const toekomst = momentNietInToekomst(op, nu);
  return toekomst ? { ok: false, veld: 'tijd', tekst: toekomst.bericht } : { ok: true, op, precies: 'tijd' };
}

const LANGSTE_PLEK = 60;

/** The neutral title a report gets until the Adviseur gives it another: the heaviest form and the place. */
export function titelVan(vormen: readonly { naam: string; gewicht: number }[], plek: string): string {
  const zwaarste = [...vormen].sort((a, b) => b.gewicht - a.gewicht)[0];
  const wat = zwaarste?.naam ?? 'Incident';
  const tekens = [...plek.replace(/\s+/g, ' ')];
  const waar = tekens.length > LANGSTE_PLEK ? `${tekens.slice(0, LANGSTE_PLEK).join('').trimEnd()}…` : tekens.join('');
  return waar === '' ? wat : `${wat}, ${waar}`;
}

/**
 * Whether a colleague reports himself, by the adoption phase of his department (functies A5; GIR): in phase 1 the centrale
 * melder reports for everyone, in phase 2 the leidinggevende does, from phase 3 everyone does. Political office holders
 * always report themselves: their protocol knows no phases.
 */
export function meldtZelf(fase: number, compartiment: Compartiment, leidt: boolean): boolean {
  return compartiment === 'politiek' || fase >= 3 || (fase === 2 && leidt);
}
