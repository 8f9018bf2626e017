import { Temporal } from 'temporal-polyfill';
import { herken, soortrang, type EerderFeit, type Feiten, type Herkend } from './feiten.ts';
import { bronVan, type Gedraging, type Kader, type Kaderregel, type Politiestap, type Sanctie } from './kader.ts';
import type { Agressiesoort, Maatregelsoort } from './soorten.ts';
import { binnenMaanden, eerderDan, telling, type Dagtelling } from './terugkijken.ts';
import { bijkomendVan, binnenGedraging, hoogsteVan, kloppend, lichtste, mogelijk, sleutelVan, verdubbeld, vergelijk, zwaarder, type Mogelijk } from './wegen.ts';

/** One rule as it applies to one behaviour of this incident. */
export interface Toepassing {
  regel: Kaderregel;
  bron: string;
  gedraging: string;
  keer: 'eerste' | 'herhaling';
  /** What the rule says for this time, as printed; empty when it only says "heavier". */
  sancties: readonly Sanctie[];
  zwaarder: boolean;
  mogelijk: readonly Mogelijk[];
  bijkomend: readonly Maatregelsoort[];
  politie: readonly Politiestap[];
  /** Its repetition would be lighter than its first time: the first time is used. */
  lichterBijHerhaling: boolean;
}

export type Redenniet = 'te_lang_geleden' | 'niet_eerder' | 'geen_agressie' | 'lichter';

/** An earlier incident and whether it makes this a repetition. */
export interface Eerder {
  nummer: string;
  voorvalOp: Temporal.PlainDate;
  gedragingen: readonly string[];
  telt: boolean;
  reden: Redenniet | null;
}

export type Gat = { soort: 'vorm' | 'geen_regel' | 'niets_bekend' | 'geen_beslisser'; wat: string };

/** Everything that follows from a version and the facts, without words. */
export interface Bepaald {
  herkend: Herkend;
  gedragingen: readonly Gedraging[];
  toepassingen: readonly Toepassing[];
  /** Rules about the same behaviour that say something else; nothing chooses between them but a person. */
  verschillen: readonly { gedraging: string; toepassingen: readonly Toepassing[] }[];
  eerder: readonly Eerder[];
  terugkijkMaanden: number;
  herhaling: boolean;
  /** Kinds in this one incident when there are more than one. */
  combinatie: readonly Agressiesoort[] | null;
  verdubbeld: boolean;
  uitkomst: readonly Mogelijk[];
  bijkomend: readonly Maatregelsoort[];
  /** The rules the outcome rests on. */
  bepalend: readonly string[];
  gaten: readonly Gat[];
  /** Onevenredig beroep: no measure without a second person (functies C7). */
  tweedePersoon: boolean;
}

interface Kijk {
  per: Map<string, Gedraging>;
  regels: Map<string, Kaderregel[]>;
}
const kijkers = new WeakMap<Kader, Kijk>();

/** The kader by behaviour; made once per version, because a backtest asks it a hundred thousand times. */
function kijkIn(kader: Kader): Kijk {
  const al = kijkers.get(kader);
  if (al) return al;
  const kijk: Kijk = { per: new Map(kader.gedragingen.map((g) => [g.code, g])), regels: new Map() };
  for (const r of kader.regels) for (const g of r.gedragingen) kijk.regels.set(g, [...(kijk.regels.get(g) ?? []), r]);
  kijkers.set(kader, kijk);
  return kijk;
}

const isAgressie = (g: Gedraging | undefined): boolean => g?.klasse === 'agressie';

interface Vroeger {
  feit: EerderFeit;
  dag: Dagtelling;
  codes: readonly string[];
}

/** Whether this earlier incident makes the behaviour a repetition, looking back so many months; null says it does. */
function waaromNiet(kader: Kader, kijk: Kijk, e: Vroeger, nu: Dagtelling, gedraging: Gedraging, maanden: number): Redenniet | null {
  if (!eerderDan(e.dag, nu)) return 'niet_eerder';
  if (!binnenMaanden(e.dag, nu, maanden)) return 'te_lang_geleden';
  if (e.codes.includes(gedraging.code) && gedraging.klasse !== 'geen_agressie') return null;
  const was = e.codes.map((c) => kijk.per.get(c)).filter(isAgressie);
  if (was.length === 0) return 'geen_agressie';
  if (kader.terugkijken.telt === 'elke') return null;
  return was.some((g) => soortrang(g?.soort ?? null) >= soortrang(gedraging.soort)) ? null : 'lichter';
}

function pasToe(regel: Kaderregel, gedraging: string, herhaald: boolean): Toepassing {
  const eerste = regel.sancties.map((s) => mogelijk(s, regel.code));
  const begin = { regel, bron: bronVan(regel.code), gedraging, zwaarder: false, lichterBijHerhaling: false };
  const alsEerste: Toepassing = { ...begin, keer: 'eerste', sancties: regel.sancties, mogelijk: eerste, bijkomend: bijkomendVan(regel.sancties), politie: regel.politie };
  if (!herhaald) return alsEerste;
  const { herhaling } = regel;
  if (herhaling.soort === 'geen') return { ...alsEerste, keer: 'herhaling' };
  if (herhaling.soort === 'zwaarder') return { ...alsEerste, keer: 'herhaling', sancties: [], zwaarder: true, mogelijk: eerste.map(zwaarder) };
  const nu = herhaling.sancties.map((s) => mogelijk(s, regel.code));
  if (isLichter(nu, eerste)) return { ...alsEerste, keer: 'herhaling', lichterBijHerhaling: true };
  const bijkomend = [...new Set([...bijkomendVan(regel.sancties), ...bijkomendVan(herhaling.sancties)])].sort();
  return { ...begin, keer: 'herhaling', sancties: herhaling.sancties, mogelijk: nu, bijkomend, politie: [...new Set([...regel.politie, ...herhaling.politie])] };
}

/** Whether what a rule gives the second time is lighter than the first, at either end. */
export function isLichter(nu: readonly Mogelijk[], eerste: readonly Mogelijk[]): boolean {
  const [a, b] = [lichtste(nu), lichtste(eerste)];
  if (!a || !b) return b !== undefined;
  if (vergelijk(a, b) < 0) return true;
  const top = (alle: readonly Mogelijk[]): Mogelijk | undefined => alle.toSorted((x, y) => x.rang - y.rang || (x.tot ?? x.van) - (y.tot ?? y.van)).at(-1);
  const [x, y] = [top(nu), top(eerste)];
  return x !== undefined && y !== undefined && (x.rang < y.rang || (x.rang === y.rang && x.open.length === 0 && (x.tot ?? x.van) < (y.tot ?? y.van)));
}

/** What two rules say is the same when the measures, the length and the step to the police are; what comes along (schade) is none of it. */
const gezegde = (t: Toepassing): string => JSON.stringify([t.mogelijk.map((m) => [sleutelVan(m), m.van, m.tot, m.open]).toSorted(), t.politie.toSorted()]);

function verschillenIn(toepassingen: readonly Toepassing[], codes: readonly string[]): { gedraging: string; toepassingen: readonly Toepassing[] }[] {
  return codes.map((gedraging) => ({ gedraging, toepassingen: toepassingen.filter((t) => t.gedraging === gedraging && !t.zwaarder) }))
    .filter((v) => v.toepassingen.length > 1 && new Set(v.toepassingen.map(gezegde)).size > 1);
}

function tel(kader: Kader, kijk: Kijk, feiten: Feiten, gedragingen: readonly Gedraging[]): { eerder: Eerder[]; herhaaldBinnen: (g: Gedraging, maanden: number) => boolean } {
  const nu = telling(feiten.voorvalOp);
  const vroeger = feiten.eerdere.map((feit): Vroeger => ({ feit, dag: telling(feit.voorvalOp), codes: herken(kader, feit).gedragingen }));
  const herhaaldBinnen = (g: Gedraging, maanden: number): boolean => vroeger.some((e) => waaromNiet(kader, kijk, e, nu, g, maanden) === null);
  const verst = (g: Gedraging): number => Math.max(kader.terugkijken.maanden, ...(kijk.regels.get(g.code) ?? []).map((r) => r.terugkijkMaanden ?? 0));
  const eerder = vroeger.map((e): Eerder => {
    const redenen = gedragingen.filter((g) => g.klasse === 'agressie' || g.klasse === 'overlast').map((g) => waaromNiet(kader, kijk, e, nu, g, verst(g)));
    const telt = redenen.includes(null);
    return { nummer: e.feit.nummer, voorvalOp: e.feit.voorvalOp, gedragingen: e.codes, telt, reden: telt ? null : (redenen[0] ?? 'geen_agressie') };
  });
  return { eerder: eerder.toSorted((a, b) => Temporal.PlainDate.compare(b.voorvalOp, a.voorvalOp)), herhaaldBinnen };
}

/** Works out what a version says about these facts. Depends on nothing else. */
export function bepaal(kader: Kader, feiten: Feiten): Bepaald {
  const kijk = kijkIn(kader);
  const herkend = herken(kader, feiten);
  const gedragingen = herkend.gedragingen.map((c) => kijk.per.get(c)).filter((g) => g !== undefined);
  const { eerder, herhaaldBinnen } = tel(kader, kijk, feiten, gedragingen);
  const past = (r: Kaderregel): boolean => (r.media.length === 0 || feiten.medium === null || r.media.includes(feiten.medium)) && (!r.alleenMetWapen || feiten.wapen);
  const regelsVan = (g: Gedraging): Kaderregel[] => (kijk.regels.get(g.code) ?? []).filter(past);
  const toegepast = (altijdEerste: boolean): Toepassing[] => gedragingen.flatMap((g) => regelsVan(g).map((r) => pasToe(r, g.code, !altijdEerste && herhaaldBinnen(g, r.terugkijkMaanden ?? kader.terugkijken.maanden))));
  const totaal = (alle: readonly Toepassing[]): Mogelijk[] => hoogsteVan(herkend.gedragingen.map((c) => binnenGedraging(alle.filter((t) => t.gedraging === c).flatMap((t) => t.mogelijk))));

  const toepassingen = toegepast(false);
  const herhaling = eerder.some((e) => e.telt);
  const soorten = [...new Set(gedragingen.filter(isAgressie).map((g) => g.soort).filter((s) => s !== null))];
  const combinatie = soorten.length > 1 ? soorten : null;
  const dubbel = combinatie !== null && herhaling && kader.combinatie.herhaling === 'verdubbelen';
  const gewoon = totaal(toepassingen);
  const uitkomst = (dubbel ? hoogsteVan([gewoon, totaal(toegepast(true)).map(verdubbeld)]) : gewoon).map(kloppend);

  const draagt = (t: Toepassing): boolean => t.mogelijk.some((m) => uitkomst.some((u) => sleutelVan(u) === sleutelVan(m) && (m.open.length > 0 || m.tot === null || m.tot >= u.van || dubbel)));
  const dragend = toepassingen.filter(draagt);
  const gaten: Gat[] = [
    ...herkend.onbekend.map((wat) => ({ soort: 'vorm' as const, wat })),
    ...gedragingen.filter((g) => (g.klasse === 'agressie' || g.klasse === 'overlast') && !toepassingen.some((t) => t.gedraging === g.code && t.mogelijk.length > 0)).map((g) => ({ soort: 'geen_regel' as const, wat: g.code })),
    ...(gedragingen.length === 0 && herkend.onbekend.length === 0 ? [{ soort: 'niets_bekend' as const, wat: '' }] : []),
    ...(uitkomst.length > 0 && !toepassingen.some((t) => t.regel.beslissers.length > 0) ? [{ soort: 'geen_beslisser' as const, wat: '' }] : []),
  ];
  return {
    herkend, gedragingen, toepassingen, verschillen: verschillenIn(toepassingen, herkend.gedragingen), eerder, terugkijkMaanden: kader.terugkijken.maanden, herhaling, combinatie, verdubbeld: dubbel, uitkomst,
    bijkomend: [...new Set(toepassingen.flatMap((t) => t.bijkomend))].sort(), bepalend: [...new Set(dragend.map((t) => t.regel.code))], gaten,
    tweedePersoon: gedragingen.some((g) => g.klasse === 'onevenredig_beroep'),
  };
}
