import { Temporal } from 'temporal-polyfill';
import { dagVan, isWerkdag, lokaal, volgendeWerkdag, type Kalender } from '../../kern/tijd/index.ts';
import type { Casus } from '../casussen/index.ts';
import { aanwijzingen } from '../data/aanwijzingen.ts';
import { lopend } from '../data/lopend.ts';
import { reeksen } from '../data/reeksen.ts';
import type { Kans } from '../kans.ts';
import { isKantoortijd, na, opKantoor, opTijd, voor } from './tijd.ts';

/** When a case happened and when it was reported. */
export interface Tijden {
  voorval: Temporal.Instant;
  gemeld: Temporal.Instant;
}

const DAGEN = 730;
/** How the year goes: summer is quiet, late spring and autumn are busy. */
const SEIZOEN = [1, 0.95, 1.05, 1, 1.1, 1.15, 0.82, 0.78, 1.05, 1.12, 1.1, 0.98];
/** An outcome in court takes its time. */
const RECHTER = /rechter|officier|taakstraf|werkstraf|zitting|aangehouden|veroordeeld/i;

export function isLangeZaak(c: Casus): boolean {
  return c.ernst !== 'licht' && RECHTER.test(c.terugkoppeling ?? '');
}

/** Days ago after which a case that has ended had the time to end. */
function minstensOud(c: Casus): number {
  if (isLangeZaak(c)) return 135;
  return { licht: 13, middel: 34, ernstig: 66 }[c.ernst];
}

interface Plaatser {
  nu: Temporal.Instant;
  vandaag: Temporal.PlainDate;
  kalender: Kalender;
  kans: Kans;
  perId: ReadonlyMap<string, Casus>;
}

/** Gives every case of an organisation its moments. Deterministic for a seed and a `nu`; citizens who return do so in order. */
export function maakRooster(casussen: readonly Casus[], nu: Temporal.Instant, kalender: Kalender, kans: Kans): Map<string, Tijden> {
  const p: Plaatser = { nu, vandaag: dagVan(nu), kalender, kans, perId: new Map(casussen.map((c) => [c.id, c])) };
  const uit = new Map<string, Tijden>();
  for (const c of casussen) if (c.bij === undefined && lopend[c.id]) uit.set(c.id, lopendeTijden(p, c));
  for (const reeks of reeksen) plaatsReeks(p, reeks.filter(([id]) => p.perId.has(id)), uit);
  for (const c of casussen) if (c.bij === undefined && !uit.has(c.id)) uit.set(c.id, tijdenOp(p, c, willekeurigeDag(p, c)));
  for (const c of casussen) if (c.bij !== undefined) uit.set(c.id, tweedeTijden(p, c, uit));
  return uit;
}

function lopendeTijden(p: Plaatser, c: Casus): Tijden {
  const dagen = lopend[c.id]?.dagen ?? 1;
  if (dagen >= WERKDAGEN_TOT) return tijdenOp(p, c, p.vandaag.subtract({ days: dagen }));
  if (dagen >= 1) return tijdenOp(p, c, werkdagenTerug(p, dagen));
  const oorspronkelijk = na(p.nu, -dagen * 24);
  // What just happened in the street can happen at any hour; other work has hours.
  const gemeld = c.kanaal === 'openbare_ruimte' || isKantoortijd(oorspronkelijk, p.kalender) ? oorspronkelijk : laatsteWerkmoment(p, oorspronkelijk);
  return { voorval: na(gemeld, -(aanwijzingen[c.id]?.later ?? p.kans.tussen(0.3, 0.8))), gemeld };
}

/** Up to here days of a running case are working days, so that after a weekend not everything was reported on one Friday. */
const WERKDAGEN_TOT = 10;

function werkdagenTerug(p: Plaatser, aantal: number): Temporal.PlainDate {
  let dag = p.vandaag;
  for (let over = aantal; over > 0; over -= isWerkdag(dag, p.kalender) ? 1 : 0) dag = dag.subtract({ days: 1 });
  return dag;
}

/** Late in the last working day before a moment. */
function laatsteWerkmoment(p: Plaatser, op: Temporal.Instant): Temporal.Instant {
  const wand = lokaal(op);
  let dag = wand.toPlainDate();
  if (wand.hour < 17 || !isWerkdag(dag, p.kalender)) {
    do dag = dag.subtract({ days: 1 });
    while (!isWerkdag(dag, p.kalender));
  }
  return opTijd(dag, 15, p.kans.geheel(0, 59));
}

function past(c: Casus, dag: Temporal.PlainDate): boolean {
  const maanden = aanwijzingen[c.id]?.maanden;
  return maanden === undefined || maanden.includes(dag.month);
}

/** A day in the two years, more often when more was reported. */
function willekeurigeDag(p: Plaatser, c: Casus): Temporal.PlainDate {
  for (let poging = 0; ; poging += 1) {
    const geleden = p.kans.geheel(minstensOud(c), DAGEN - 3);
    const dag = p.vandaag.subtract({ days: geleden });
    const drukte = (SEIZOEN[dag.month - 1] ?? 1) * (1.2 - (0.25 * geleden) / DAGEN);
    if ((past(c, dag) || poging > 500) && p.kans.valt(drukte / 1.4)) return dag;
  }
}

/** Backwards from the last of the row: each so many days before the next, in the months its text asks for. */
function plaatsReeks(p: Plaatser, reeks: readonly (readonly [string, number, number])[], uit: Map<string, Tijden>): void {
  for (let poging = 0; poging < 800; poging += 1) {
    const gevonden = probeerReeks(p, reeks, uit, poging > 700);
    if (gevonden === null) continue;
    for (const [id, tijden] of gevonden) uit.set(id, tijden);
    return;
  }
  throw new Error(`geen plaats voor de reeks die begint met ${reeks[0]?.[0] ?? '?'}`);
}

function probeerReeks(p: Plaatser, reeks: readonly (readonly [string, number, number])[], uit: ReadonlyMap<string, Tijden>, soepel: boolean): Map<string, Tijden> | null {
  const gevonden = new Map<string, Tijden>();
  let later: Temporal.Instant | null = null;
  let tussen: readonly [number, number] = [0, 0];
  for (const [id, vanaf, tot] of reeks.toReversed()) {
    const c = p.perId.get(id);
    if (c === undefined) continue;
    let tijden = uit.get(id);
    if (tijden === undefined) {
      const dag: Temporal.PlainDate = later === null ? willekeurigeDag(p, c) : dagVan(later).subtract({ days: p.kans.geheel(tussen[0], tussen[1]) });
      if (Temporal.PlainDate.compare(dag, p.vandaag.subtract({ days: DAGEN - 3 })) < 0 || (!soepel && !past(c, dag))) return null;
      if (c.afloop === 'gesloten' && dag.until(p.vandaag).days < minstensOud(c) && !soepel) return null;
      tijden = tijdenOp(p, c, dag);
      gevonden.set(id, tijden);
    }
    if (later !== null && !voor(tijden.gemeld, later)) return null;
    later = tijden.voorval;
    tussen = [vanaf, tot];
  }
  return gevonden;
}

/** The day is moved back to one on which this can have happened. */
function passendeDag(p: Plaatser, c: Casus, dag: Temporal.PlainDate): Temporal.PlainDate {
  const weekdag = aanwijzingen[c.id]?.dag;
  const goed = (d: Temporal.PlainDate): boolean => {
    if (weekdag !== undefined) return d.dayOfWeek === weekdag;
    return c.weekend ? d.dayOfWeek >= 6 : isWerkdag(d, p.kalender);
  };
  // Some days more where that cannot be seen: else everything that chance put in a weekend would be on Fridays.
  let uit = goed(dag) || lopend[c.id] ? dag : dag.subtract({ days: p.kans.geheel(0, 4) });
  while (!goed(uit)) uit = uit.subtract({ days: 1 });
  return uit;
}

function tijdenOp(p: Plaatser, c: Casus, dag: Temporal.PlainDate): Tijden {
  const voorval = opTijd(passendeDag(p, c, dag), c.uur, minuutIn(c, p.kans));
  const tijden = { voorval, gemeld: gemeldNa(p, c, voorval) };
  return voor(tijden.gemeld, na(p.nu, -0.5)) ? tijden : tijdenOp(p, c, passendeDag(p, c, dag).subtract({ days: 1 }));
}

/** The minute that the story itself mentions, else some minute. */
function minuutIn(c: Casus, kans: Kans): number {
  const genoemd = [...c.verhaal.matchAll(/\b(\d{1,2})[.:](\d{2})\b/g)].find((m) => Number(m[1]) === c.uur);
  return genoemd ? Number(genoemd[2]) : kans.geheel(0, 11) * 5 + (kans.valt(0.4) ? kans.geheel(0, 4) : 0);
}

/** Most report within the hour, some when the shift is over, some the next morning, a few after days of doubt. */
function gemeldNa(p: Plaatser, c: Casus, voorval: Temporal.Instant): Temporal.Instant {
  const { kans, kalender } = p;
  const genoemd = aanwijzingen[c.id]?.later;
  if (genoemd !== undefined) return na(voorval, genoemd);
  const wand = lokaal(voorval);
  const buiten = !isWerkdag(wand.toPlainDate(), kalender) || wand.hour < 7 || wand.hour >= 18;
  const soort = kans.weeg([['meteen', buiten ? 45 : 60], ['later', buiten ? 5 : 22], ['ochtend', buiten ? 45 : 13], ['dagen', 5]] as const);
  switch (soort) {
    case 'meteen':
      return na(voorval, kans.tussen(0.1, 1.3));
    case 'later':
      return na(voorval, kans.tussen(1.5, 5));
    case 'ochtend':
      return opTijd(volgendeWerkdag(wand.toPlainDate(), kalender), 8, kans.geheel(5, 59));
    case 'dagen':
      return opKantoor(na(voorval, kans.tussen(40, 80)), kalender, kans);
  }
}

function tweedeTijden(p: Plaatser, c: Casus, uit: ReadonlyMap<string, Tijden>): Tijden {
  const eerste = uit.get(c.bij ?? '');
  if (eerste === undefined) throw new Error(`${c.id} hoort bij een melding die er niet is`);
  const gemeld = na(eerste.gemeld, aanwijzingen[c.id]?.later ?? p.kans.tussen(0.7, 6));
  return { voorval: eerste.voorval, gemeld: voor(gemeld, na(p.nu, -1)) ? gemeld : na(eerste.gemeld, 0.2) };
}
