import type { Brief } from './vorm.ts';
import { briefdag } from './vorm.ts';

/** Days in the data of a letter without which the reader does not know where he stands. */
const DAGEN = ['van', 'tot', 'evaluatieOp', 'uiterlijk', 'per', 'eindigdeOp', 'reageerVoor'] as const;

type Gegevens = Readonly<Record<string, unknown>>;
const veld = (g: unknown, naam: string): unknown => (typeof g === 'object' && g !== null ? (g as Gegevens)[naam] : undefined);
const plat = (t: string): string => t.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The codes in a letter with which a citizen answers. */
export function codesIn(gegevens: unknown): string[] {
  return [veld(gegevens, 'toegang'), veld(veld(gegevens, 'zienswijze'), 'toegang')].flatMap((t) => [veld(t, 'code'), veld(t, 'controle')]).filter((c) => typeof c === 'string');
}

/**
 * What an edited letter must still say, and what it may not: who it is for, by which reference, the days that were decided, how to answer, where to complain; and
 * nothing of bezwaar, which is no route against a measure of private law (achtergrond §6.1). Empty: nothing is wrong.
 */
export function bezwarenTegenTekst(brief: Brief, gegevens: unknown, alineas: readonly string[]): string[] {
  const tekst = plat(alineas.join(' '));
  const heeft = (w: string): boolean => tekst.includes(plat(w));
  const dagen = [...DAGEN.map((d) => veld(gegevens, d)), veld(veld(gegevens, 'zienswijze'), 'uiterlijk')].filter((d) => typeof d === 'string').map(briefdag);
  const mist = [
    ...(heeft(brief.kenmerk) ? [] : [`het kenmerk (${brief.kenmerk})`]),
    ...(brief.geadresseerde.naam === '' || heeft(brief.geadresseerde.naam) ? [] : ['de naam van wie de brief krijgt']),
    ...[...new Set(dagen)].filter((d) => !heeft(d)).map((d) => `de datum ${d}`),
    ...(codesIn(gegevens).every(heeft) ? [] : ['de codes waarmee iemand kan reageren']),
    ...(!brief.delen.some((d) => d.code === 'rechtsmiddel') || heeft('klacht') || brief.soort === 'schadeverhaal' || brief.soort === 'avg_besluit' ? [] : ['waar iemand een klacht kan indienen']),
  ];
  return [
    ...(mist.length === 0 ? [] : [`In je document ontbreekt: ${mist.join(', ')}.`]),
    ...(brief.soort !== 'avg_besluit' && /\b(bezwaarschrift|bezwaarclausule|bezwaar (maken|indienen|aantekenen)|maakt? u bezwaar|in bezwaar|beroepschrift)\b/.test(tekst) ? ['Schrijf niets over bezwaar of beroep: tegen deze brief staat dat niet open. Wel kan iemand een klacht indienen.'] : []),
  ];
}

/** The paragraphs for who reads along: without the codes by which the citizen answers. */
export function zonderCodes(alineas: readonly string[], gegevens: unknown): string[] {
  const codes = codesIn(gegevens);
  return alineas.map((a) => codes.reduce((t, c) => t.replaceAll(c, '(staat alleen in de brief zelf)'), a));
}
