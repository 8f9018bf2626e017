import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { nazorgmomenten, type Hulpsoort, type Nazorgmoment, type Wijze } from '../../nazorg/index.ts';
import { kiesHelper, legGesprekVast, rondHulpAf, schakelHulpIn, stelHulpVoor, weigerHulp } from './handelingen.ts';
import { helperVan } from './openen.ts';
import { plan, planRegie, type Spel } from './spel.ts';
import { openTermijn, vervalt } from './stand.ts';
import { isKantoortijd, kantoorVoor, laatste, na, opKantoor, overdag, voor } from './tijd.ts';

/** Which conversation a text belongs to, when it says so itself. */
const GENOEMD: readonly (readonly [RegExp, Nazorgmoment])[] = [
  [/^(na )?(de )?(drie dagen|derde dag|72 uur)|^drie dagen/i, 'nazorg_72u'], [/^.{0,12}twee weken|^tweede keer/i, 'nazorg_2w'], [/^.{0,6}(zes|zeven|acht) weken/i, 'nazorg_6w'],
];

interface Gesprek {
  moment: Nazorgmoment;
  tekst: string;
}

/** The conversations that were held, in order, without gaps: those of which nothing was written down are there too. */
function gesprekken(s: Spel): Gesprek[] {
  const teksten = new Map<number, string>();
  let vorige = -1;
  for (const tekst of s.casus.nazorg ?? []) {
    const genoemd = GENOEMD.find(([patroon]) => patroon.test(tekst))?.[1];
    const i = Math.min(nazorgmomenten.length - 1, Math.max(vorige + 1, genoemd === undefined ? vorige + 1 : nazorgmomenten.indexOf(genoemd)));
    teksten.set(i, [teksten.get(i), tekst].filter(Boolean).join('\n'));
    vorige = i;
  }
  const totEnMet = Math.max(0, vorige, s.lopend && s.casus.ernst !== 'licht' ? 3 : extra(s));
  return nazorgmomenten.slice(0, totEnMet + 1).map((moment, i) => ({ moment, tekst: teksten.get(i) ?? '' }));
}

function extra({ casus, kans }: Spel): number {
  const verder = kans.deel();
  if (casus.ernst === 'ernstig') return verder < 0.35 ? 3 : verder < 0.8 ? 2 : 1;
  return casus.ernst === 'middel' ? (verder < 0.2 ? 2 : verder < 0.55 ? 1 : 0) : 0;
}

/** Plans aftercare for the colleague it happened to. */
export function planNazorg(s: Spel): void {
  if (s.lopend?.ongezien || s.lopend?.geenGesprek) return;
  const lijst = gesprekken(s);
  let vorige = s.d.gemeldOp;
  for (const [i, g] of lijst.entries()) {
    const gepland = i === 0 ? eersteGesprek(s) : laterGesprek(s, g.moment);
    const op = voor(gepland, na(vorige, 3)) && i > 0 ? opKantoor(na(vorige, 4), s.w.kalender, s.kans) : gepland;
    if (i === 0) geenGehoor(s, op);
    planGesprek(s, s.slachtoffer, op, g, i === lijst.length - 1);
    if (i === 0) planHulp(s, op);
    vorige = op;
  }
}

/** The first conversation: the same day when that was asked, nearly always within the term. */
export function eersteGesprek(s: Spel): Temporal.Instant {
  const { d, kans, w } = s;
  const t = openTermijn(d, 'nazorg_24u', s.slachtoffer);
  const ruimte = t ? vervalt(t).since(d.gemeldOp).total('hours') : 24;
  // What was said is written down up to three quarters of an hour later.
  const uiterlijk = Math.max(0.15, ruimte - 0.8);
  const dringend = s.casus.ernst === 'ernstig' || s.casus.belwens === 'vandaag';
  if (!s.lopend && kans.valt(0.07)) return opKantoor(na(d.gemeldOp, kans.tussen(26, 44)), w.kalender, kans);
  if (dringend) return overdag(na(d.gemeldOp, Math.min(uiterlijk, kans.tussen(0.5, 3))), kans);
  const op = na(d.gemeldOp, kans.tussen(Math.min(0.8, uiterlijk), uiterlijk * 0.9));
  if (isKantoortijd(op, w.kalender)) return op;
  const eerder = kantoorVoor(op, w.kalender, kans);
  return voor(na(d.gemeldOp, 0.4), eerder) ? eerder : overdag(na(d.gemeldOp, kans.tussen(0.6, 2)), kans);
}

const UREN: Record<Nazorgmoment, readonly [number, number]> = { nazorg_24u: [1, 20], nazorg_72u: [48, 69], nazorg_2w: [24 * 11.5, 24 * 13.8], nazorg_6w: [24 * 43, 24 * 48.5] };

function laterGesprek(s: Spel, moment: Nazorgmoment): Temporal.Instant {
  const op = kantoorVoor(na(s.d.gemeldOp, s.kans.tussen(...UREN[moment])), s.w.kalender, s.kans);
  return s.kans.valt(s.lopend ? 0 : 0.04) ? opKantoor(na(op, s.kans.tussen(12, 40)), s.w.kalender, s.kans) : op;
}

/** Holds a conversation, by whoever cares for the colleague by then. */
export function planGesprek(s: Spel, wie: Id, op: Temporal.Instant, g: Gesprek, klaar: boolean): void {
  const wijze = wijzeVan(s, g.tekst);
  plan(s, na(op, s.kans.tussen(0.1, 0.7)), (toen) => {
    const door = helperVan(s.d, wie) ?? s.regie;
    legGesprekVast(s.d, { op: toen, door }, { voor: wie, moment: g.moment, wijze, gevoerdOp: op, inhoud: g.tekst, klaar });
  });
}

function wijzeVan(s: Spel, tekst: string): Wijze {
  if (/^[^.]*\b(gebeld|telefoon|belt|bel)\b/i.test(tekst)) return 'telefoon';
  if (/langs|thuis|gesproken|gewandeld|koffie|kantine|samen|gesprek/i.test(tekst)) return 'gesprek';
  return s.kans.weeg([['telefoon', 62], ['gesprek', 32], ['video', 4], ['bericht', 2]] as const);
}

function geenGehoor(s: Spel, op: Temporal.Instant): void {
  const poging = na(op, -s.kans.tussen(0.7, 2));
  if (!s.kans.valt(0.07) || voor(poging, na(s.d.gemeldOp, 0.3))) return;
  plan(s, na(poging, 0.05), (toen) => {
    legGesprekVast(s.d, { op: toen, door: helperVan(s.d, s.slachtoffer) ?? s.regie }, { voor: s.slachtoffer, moment: 'nazorg_24u', wijze: 'geen_gehoor', gevoerdOp: poging, inhoud: '', klaar: false });
  });
}

const HULP: readonly (readonly [RegExp, Hulpsoort])[] = [[/bot-collega/i, 'bot'], [/bedrijfsarts/i, 'bedrijfsarts'], [/slachtofferhulp/i, 'slachtofferhulp'], [/weerbaar bestuur/i, 'weerbaar_bestuur']];

/** Help from elsewhere: what the texts tell of, and for some of the serious ones. */
function planHulp(s: Spel, gesprekOp: Temporal.Instant): void {
  const { casus, kans, lopend, w } = s;
  const tekst = [...(casus.nazorg ?? []), ...(casus.notities ?? [])].join(' ');
  const soorten = HULP.filter(([patroon]) => patroon.test(tekst)).map(([, soort]) => soort).filter((soort) => soort !== 'weerbaar_bestuur' || s.d.g.compartiment === 'politiek');
  if (casus.ernst === 'ernstig' && soorten.length === 0 && kans.valt(0.3)) soorten.push(kans.weeg([['bot', 3], ['slachtofferhulp', 2], ['bedrijfsarts', 1]] as const));
  const voorstel = na(gesprekOp, 0.8);
  const door = (): Id => helperVan(s.d, s.slachtoffer) ?? s.regie;
  if (lopend?.hulpGevraagd) {
    const soort = lopend.hulpGevraagd;
    return planRegie(s, voorstel, (toen) => void stelHulpVoor(s.d, toen, s.slachtoffer, soort, false));
  }
  if (lopend?.botHelpt) return planInschakeling(s, 'bot', voorstel, w.mens(lopend.botHelpt).id);
  for (const [i, soort] of soorten.entries()) {
    const op = na(voorstel, i * 0.1);
    if (!lopend && casus.ernst !== 'licht' && kans.valt(0.12)) {
      let hulp: ReturnType<typeof stelHulpVoor> | undefined;
      plan(s, op, (toen) => void (hulp = stelHulpVoor(s.d, { op: toen, door: door() }, s.slachtoffer, soort, false)));
      plan(s, na(op, 5), (toen) => hulp && weigerHulp(s.d, { op: toen, door: s.slachtoffer }, hulp));
      continue;
    }
    const opvang = soort === 'bot' ? w.metRol('opvang', 'ambtelijk').filter((m) => m.id !== s.slachtoffer) : [];
    planInschakeling(s, soort, op, opvang.length > 0 ? kans.kies(opvang).id : null);
  }
}

function planInschakeling(s: Spel, soort: Hulpsoort, op: Temporal.Instant, helper: Id | null): void {
  const inOp = opKantoor(na(op, s.kans.tussen(0.5, 6)), s.w.kalender, s.kans);
  const klaarOp = opKantoor(na(inOp, 24 * s.kans.tussen(9, 25)), s.w.kalender, s.kans);
  let hulp: ReturnType<typeof stelHulpVoor> | undefined;
  plan(s, op, (toen) => void (hulp = stelHulpVoor(s.d, { op: toen, door: helperVan(s.d, s.slachtoffer) ?? s.regie }, s.slachtoffer, soort, true)));
  plan(s, inOp, (toen) => hulp && schakelHulpIn(s.d, { op: toen, door: s.regie }, hulp, helper));
  if (!s.lopend && s.casus.ernst === 'ernstig') plan(s, klaarOp, (toen) => hulp && rondHulpAf(s.d, { op: toen, door: s.regie }, hulp));
}

/** The Adviseur gives the aftercare herself, at the colleague's wish. */
export function planAdviseurHelpt(s: Spel): void {
  const noor = s.regie;
  planRegie(s, opKantoor(na(s.d.gemeldOp, s.kans.tussen(3, 6)), s.w.kalender, s.kans), (toen) => kiesHelper(s.d, toen, s.slachtoffer, noor));
}

/** Aftercare for a second colleague: a first conversation, and those that follow where the case goes on. */
export function planNazorgTweede(s: Spel, wie: Id, op: Temporal.Instant, tekst: string): void {
  planGesprek(s, wie, op, { moment: 'nazorg_24u', tekst }, s.lopend === null);
  planVervolggesprekken(s, wie, op);
}

/** The later conversations with a second colleague in a case that goes on. */
export function planVervolggesprekken(s: Spel, wie: Id, eerste: Temporal.Instant): void {
  if (!s.lopend) return;
  let vorige = eerste;
  for (const moment of nazorgmomenten.slice(1)) {
    vorige = laatste(laterGesprek(s, moment), opKantoor(na(vorige, 20), s.w.kalender, s.kans));
    planGesprek(s, wie, vorige, { moment, tekst: '' }, moment === 'nazorg_6w');
  }
}
