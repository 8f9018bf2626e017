import type { Temporal } from 'temporal-polyfill';
import { dagTekst, dagVan, isTeLaat, momentTekst, tijdTekst } from '../../kern/tijd/index.ts';

/** Who looks: whom it happened to, who only reported it for him, or who saw it. Only the first and the last see aftercare, their own. */
export type Zicht = 'slachtoffer' | 'melder' | 'getuige';

/** Clocks that mean something to whoever follows a report. */
export const volgklokken = ['gezien', 'nazorg_24u', 'nazorg_72u', 'nazorg_2w', 'nazorg_6w', 'spreken', 'reactie', 'gesprek', 'terugkoppeling'] as const;
export type Volgklok = (typeof volgklokken)[number];

/** What is known of a report, as far as the one who looks may know it. */
export interface Volgfeiten {
  zicht: Zicht;
  /** Whom it happened to, when that is not the one who looks. */
  collega: string | null;
  /** When it was reported; by whom, null for the one who looks. Null for a witness. */
  gemeld: { op: Temporal.Instant; door: string | null } | null;
  gezien: { op: Temporal.Instant; door: string } | null;
  /** Own conversations of aftercare; `bereikt` is false when there was no answer. */
  gesprekken: readonly { op: Temporal.Instant; door: string; hoe: 'gebeld' | 'gesproken' | 'bericht' | 'niet_bereikt' }[];
  /** When the one who looks asked to speak to someone. */
  spreken: readonly Temporal.Instant[];
  teruggekoppeld: readonly { op: Temporal.Instant; door: string }[];
  /** What was done toward the veroorzaker, as sentences for whom it happened to. */
  verteld: readonly { op: Temporal.Instant; tekst: string }[];
  /** Open clocks: of the dossier, and those that are for the one who looks. */
  open: readonly { soort: Volgklok; verval: Temporal.Instant; aan: string | null }[];
  geslotenOp: Temporal.Instant | null;
}

export interface Volgstap {
  staat: 'klaar' | 'nu' | 'later';
  tekst: string;
  toelichting?: string;
}

/** "vandaag om 13.20 uur", "op za 21 november om 13.20 uur". */
export function opMoment(op: Temporal.Instant, nu: Temporal.Instant): string {
  const dag = dagTekst(dagVan(op), dagVan(nu));
  return `${/^(vandaag|gisteren|morgen)$/.test(dag) ? dag : `op ${dag}`} om ${tijdTekst(op)}`;
}

/** By when, or that it should have been: nobody is left guessing. */
function uiterlijk(verval: Temporal.Instant, nu: Temporal.Instant): string {
  if (!isTeLaat(verval, nu)) return `Uiterlijk ${momentTekst(verval, nu)}.`;
  return `Dit had ${opMoment(verval, nu)} klaar moeten zijn. We zijn hierover gewaarschuwd.`;
}

/**
 * What happened with a report, what happens now and what comes, in plain Dutch: first what is done in the order it was done,
 * then what is open in the order of its clocks. Of the open ones the first is "nu".
 */
export function volgstappen(f: Volgfeiten, nu: Temporal.Instant): Volgstap[] {
  const gedaan = [...gedaanMet(f)].sort((a, b) => (a.op.epochNanoseconds < b.op.epochNanoseconds ? -1 : a.op.epochNanoseconds > b.op.epochNanoseconds ? 1 : 0));
  const uit: Volgstap[] = gedaan.map(({ op, tekst }) => ({ staat: 'klaar', tekst, toelichting: hoofdletter(`${opMoment(op, nu)}.`) }));
  if (f.geslotenOp !== null) return uit;
  const komt = [...f.open].filter((t) => hoort(f.zicht, t.soort)).sort((a, b) => (a.verval.epochNanoseconds < b.verval.epochNanoseconds ? -1 : a.verval.epochNanoseconds > b.verval.epochNanoseconds ? 1 : 0));
  uit.push(...komt.map((t, i): Volgstap => ({ staat: i === 0 ? 'nu' : 'later', tekst: komende(t, f), toelichting: uiterlijk(t.verval, nu) })));
  const wachtOpTerug = f.zicht === 'slachtoffer' && f.teruggekoppeld.length === 0 && !komt.some((t) => t.soort === 'terugkoppeling');
  if (wachtOpTerug) uit.push({ staat: komt.length === 0 ? 'nu' : 'later', tekst: TERUG });
  return uit;
}

const TERUG = 'Je hoort van ons wat er is gebeurd';

/** Who reported for another does not see that one's later conversations; who saw it only his own. */
function hoort(zicht: Zicht, soort: Volgklok): boolean {
  if (zicht === 'slachtoffer') return true;
  if (zicht === 'melder') return !['nazorg_72u', 'nazorg_2w', 'nazorg_6w', 'gesprek'].includes(soort);
  return soort === 'spreken' || soort.startsWith('nazorg_');
}

function* gedaanMet(f: Volgfeiten): Generator<{ op: Temporal.Instant; tekst: string }> {
  const melding = f.zicht === 'slachtoffer' ? 'je melding' : 'de melding';
  if (f.gemeld) yield { op: f.gemeld.op, tekst: f.gemeld.door === null ? (f.collega === null ? 'Je meldde dit' : `Je meldde dit voor ${f.collega}`) : `${f.gemeld.door} meldde dit voor je` };
  if (f.gezien && f.zicht !== 'getuige') yield { op: f.gezien.op, tekst: `${f.gezien.door} heeft ${melding} gelezen` };
  if (f.zicht !== 'melder') for (const g of f.gesprekken) yield { op: g.op, tekst: gesprek(g) };
  for (const op of f.spreken) yield { op, tekst: 'Je vroeg om iemand te spreken' };
  if (f.zicht === 'slachtoffer') yield* f.verteld;
  for (const t of f.teruggekoppeld) yield { op: t.op, tekst: `${t.door} liet je weten wat er is gebeurd` };
  if (f.geslotenOp !== null) yield { op: f.geslotenOp, tekst: `${hoofdletter(melding)} is afgesloten` };
}

function gesprek({ door, hoe }: Volgfeiten['gesprekken'][number]): string {
  switch (hoe) {
    case 'gebeld':
      return `${door} belde je`;
    case 'gesproken':
      return `${door} sprak met je`;
    case 'bericht':
      return `${door} stuurde je een bericht`;
    case 'niet_bereikt':
      return `${door} probeerde je te bereiken`;
  }
}

function komende({ soort, aan }: Volgfeiten['open'][number], f: Volgfeiten): string {
  const wie = f.zicht === 'melder' ? (f.collega ?? 'je collega') : 'je';
  const bellen = aan === null ? 'We bellen' : `${aan} belt`;
  switch (soort) {
    case 'gezien':
      return `${aan ?? 'De Adviseur-VPD'} leest ${f.zicht === 'melder' ? 'de' : 'je'} melding`;
    case 'nazorg_24u':
      return `${bellen} ${wie}`;
    case 'nazorg_72u':
    case 'nazorg_2w':
    case 'nazorg_6w':
      return `${bellen} ${wie} nog eens, om te horen hoe het gaat`;
    case 'spreken':
      return `${bellen} je, omdat je iemand wilt spreken`;
    case 'reactie':
      return 'We reageren richting wie dit deed, als we weten wie het is';
    case 'gesprek':
      return 'We hebben een gesprek met wie dit deed';
    case 'terugkoppeling':
      return TERUG;
  }
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}

/** The promise of a call, as a person and a moment: "Karin de Boer belt je vandaag, uiterlijk om 17.00 uur." */
export function beloftezin(belofte: { door: string | null; uiterlijk: Temporal.Instant } | null, collega: string | null, nu: Temporal.Instant): string {
  const wie = collega ?? 'je';
  if (belofte === null) return collega === null ? 'We nemen contact met je op.' : `We nemen contact op met ${collega}.`;
  const { door, uiterlijk: op } = belofte;
  if (isTeLaat(op, nu)) return `${door ?? 'Iemand van ons'} had ${wie} ${opMoment(op, nu)} moeten bellen. We zijn hierover gewaarschuwd.`;
  const belt = `${door ?? 'Een collega'} belt ${wie}`;
  const dag = dagTekst(dagVan(op), dagVan(nu));
  return dag === 'vandaag' ? `${belt} vandaag, uiterlijk om ${tijdTekst(op)}.` : `${belt} uiterlijk ${dag} om ${tijdTekst(op)}.`;
}
