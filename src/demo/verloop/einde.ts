import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { dagVan, isWerkdag, plusWerkdagen } from '../../kern/tijd/index.ts';
import type { Casus } from '../casussen/index.ts';
import { afsluitingen, uitstel } from '../data/zinnen.ts';
import { koppelTerug, sluit, verzetTermijn } from './handelingen.ts';
import { bevestigRest } from './regie.ts';
import { isLangeZaak } from './rooster.ts';
import { plan, planRegie, zin, type Spel } from './spel.ts';
import { openTermijn, vervalt } from './stand.ts';
import { kantoorVoor, na, opKantoor, opTijd, voor, werkdagenNa } from './tijd.ts';

/** When the colleague hears how it ended. */
export function momentVanTerugkoppeling({ casus, d, kans, w }: Spel): Temporal.Instant {
  if (isLangeZaak(casus)) return werkdagenNa(d.gemeldOp, kans.geheel(46, 78), w.kalender, kans);
  if (casus.ernst === 'licht') return werkdagenNa(d.gemeldOp, kans.geheel(1, 5), w.kalender, kans);
  if (casus.ernst === 'middel') return werkdagenNa(d.gemeldOp, kans.geheel(4, 10), w.kalender, kans);
  return werkdagenNa(d.gemeldOp, kans.valt(0.7) ? kans.geheel(6, 10) : kans.geheel(12, 24), w.kalender, kans);
}

/** The feedback, after what had to be put off; and then the dossier closes. */
export function planEinde(s: Spel, op: Temporal.Instant, ookAan: readonly { aan: Id; tekst: string; wijze: 'rugdekking' | 'telefoon' }[]): void {
  const { casus, d, kans, w } = s;
  planUitstel(s, op);
  const vertelt = d.g.compartiment === 'ambtelijk' && !d.g.buitenLeidinggevende && !/^Je (teamleider|leidinggevende)/.test(casus.terugkoppeling ?? '') && kans.valt(0.4) ? s.leiding : s.regie;
  const wijze = kans.weeg([['rugdekking', 82], ['telefoon', 11], ['gesprek', 7]] as const);
  planRegie(s, op, (toen) => koppelTerug(d, toen, { aan: s.slachtoffer, wijze, tekst: casus.terugkoppeling ?? '', vervolg: false, gelezenOp: gelezen(s, op) }), vertelt);
  for (const [i, t] of ookAan.entries()) planRegie(s, na(op, 0.2 * (i + 1)), (toen) => koppelTerug(d, toen, { ...t, vervolg: false, gelezenOp: t.wijze === 'rugdekking' ? gelezen(s, op) : null }), vertelt);
  const laatste = s.plan.reduce((a, b) => (voor(a, b.op) ? b.op : a), op);
  const dicht = opKantoor(na(laatste, kans.tussen(3, 60)), w.kalender, kans);
  plan(s, na(dicht, -0.3), (toen) => bevestigRest(s, toen));
  planRegie(s, dicht, (toen) => sluit(d, toen, zin(w, `einde ${afsluiting(casus)}`, afsluitingen[afsluiting(casus)])));
}

function afsluiting(c: Casus): keyof typeof afsluitingen {
  if (isLangeZaak(c)) return 'rechter';
  return c.veroorzaker.soort === 'bekend' || c.veroorzaker.soort === 'bedrijf' ? c.ernst : `${c.ernst} onbekend`;
}

function gelezen(s: Spel, op: Temporal.Instant): Temporal.Instant | null {
  const toen = na(op, s.kans.tussen(0.3, 40));
  return s.kans.valt(0.9) && voor(toen, s.w.nu) ? toen : null;
}

/** When the end comes after what was promised, the promise is moved in time; now and then it is not. */
function planUitstel(s: Spel, tot: Temporal.Instant): void {
  const t = openTermijn(s.d, 'terugkoppeling', s.slachtoffer);
  if (t === undefined) return;
  let belofte = vervalt(t);
  while (voor(belofte, tot)) {
    if (!isLangeZaak(s.casus) && s.kans.valt(0.25)) return;
    belofte = planVerzetten(s, belofte, opTijd(dagVan(werkdagenNa(belofte, s.kans.geheel(8, 20), s.w.kalender, s.kans)), 17, 0));
  }
}

function planVerzetten(s: Spel, van: Temporal.Instant, naar: Temporal.Instant): Temporal.Instant {
  const op = kantoorVoor(na(van, -s.kans.tussen(1.5, 20)), s.w.kalender, s.kans);
  planRegie(s, op, (toen) => verzetTermijn(s.d, toen, 'terugkoppeling', naar, zin(s.w, 'uitstel', uitstel)));
  return naar;
}

/** A case that goes on: what the colleague heard meanwhile, and until when the rest is promised. */
export function planVervolg(s: Spel): void {
  const { d, kans, lopend, w } = s;
  const t = openTermijn(d, 'terugkoppeling', s.slachtoffer);
  if (!lopend || t === undefined) return;
  let belofte = vervalt(t);
  const { tussenbericht } = lopend;
  if (tussenbericht !== undefined) {
    const op = kantoorVoor(na(d.gemeldOp, 24 * kans.tussen(6.2, 9)), w.kalender, kans);
    const door = w.metRol('adviseur', d.g.compartiment).at(-1)?.id ?? s.regie;
    planRegie(s, op, (toen) => koppelTerug(d, toen, { aan: s.slachtoffer, wijze: 'rugdekking', tekst: tussenbericht, vervolg: true, gelezenOp: gelezen(s, op) }), door);
    belofte = opTijd(plusWerkdagen(dagVan(op), 10, w.kalender), 17, 0);
  }
  const einde = beloofd(s, lopend.belofte ?? 5);
  while (voor(belofte, w.nu) && voor(belofte, einde)) {
    const verder = opTijd(dagVan(werkdagenNa(belofte, kans.geheel(12, 18), w.kalender, kans)), 17, 0);
    belofte = planVerzetten(s, belofte, voor(verder, einde) && voor(verder, w.nu) ? verder : einde);
  }
}

/** So many working days from now at the end of the day; today only while there is time. */
function beloofd({ w }: Spel, werkdagen: number): Temporal.Instant {
  const vandaag = dagVan(w.nu);
  if (werkdagen < 0) {
    let dag = vandaag;
    for (let over = -werkdagen; over > 0; over -= isWerkdag(dag, w.kalender) ? 1 : 0) dag = dag.subtract({ days: 1 });
    return opTijd(dag, 17, 0);
  }
  const dag = plusWerkdagen(vandaag, werkdagen, w.kalender);
  const op = opTijd(dag, 17, 0);
  return voor(w.nu, na(op, -0.5)) ? op : opTijd(plusWerkdagen(vandaag, werkdagen + 1, w.kalender), 17, 0);
}

/** The colleague looks how far it is. */
export function planMeelezen(s: Spel): void {
  for (let i = s.kans.geheel(0, 3); i > 0; i -= 1) {
    const op = na(s.d.gemeldOp, s.kans.tussen(0.5, 24 * 12));
    plan(s, op, () => s.w.journaal.push({ tijd: op, actor: s.slachtoffer, handeling: 'melding.lezen', object: { soort: 'dossier', id: s.d.id }, dossier: s.d.id }));
  }
}
