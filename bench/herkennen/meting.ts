import pg from 'pg';
import { aannames, rangschik, vraagsleutels, type Persoonsgegevens } from '../../src/herkennen/index.ts';
import type { Meting } from '../metingen/meting.ts';
import { groepen, huishouden, staatErin, type Groep, type Mens } from './bevolking.ts';
import { klassen, vraagOver, type Fouten, type Klasse } from './fouten.ts';
import { Kans } from './kans.ts';
import { openRegister, type Register } from './register.ts';
import { meetTrigram } from './trigram.ts';

export interface Herkenopties {
  personen: number;
  /** Registered people asked about per class; twice as many who are not registered. */
  vragen: number;
  /** Unregistered people asked about per group of names. */
  perGroep: number;
  zaad: number;
  meld(tekst: string): void;
}

interface Antwoord {
  /** log2 odds of the best, and of the right one; and where the right one stands (0: not found). */
  hoogste: number;
  juiste: number;
  plaats: number;
  /** Whether the best is called likely. */
  waarschijnlijk: boolean;
  ms: number;
  rijen: number;
}

/** Households far beyond those of any register. */
const BUITEN = 400_000_000;

export async function meetHerkennen(o: Herkenopties): Promise<Meting[]> {
  const register = await openRegister(o.personen, o.meld);
  const clients = await Promise.all([0, 1, 2].map(async () => {
    const c = new pg.Client(register.server.verbindingen.beheer);
    await c.connect();
    // How many rows share a key cannot be estimated; a plan for any question would read the whole table.
    await c.query('set enable_seqscan = off');
    return c;
  }));
  const eerste = clients[0];
  try {
    if (eerste === undefined) return [];
    const uit: Meting[] = [];
    const vraagAlle = (vragen: readonly Vraag[]): Promise<Antwoord[]> => verdeel(clients, vragen, (c, v) => stel(c, register, v));
    await vraagAlle(maakVragen(register, o, 'naam_gebdat', 'mix', 500));
    for (const klasse of klassen) {
      o.meld(klasse);
      const wel = await vraagAlle(maakVragen(register, o, klasse, 'mix', o.vragen));
      const schoon = await vraagAlle(maakVragen(register, o, klasse, 'schoon', Math.ceil(o.vragen / 4)));
      const een = await vraagAlle(maakVragen(register, o, klasse, 'een', Math.ceil(o.vragen / 4)));
      const twee = await vraagAlle(maakVragen(register, o, klasse, 'twee', Math.ceil(o.vragen / 4)));
      const niet = await vraagAlle(vreemden(o, klasse, o.vragen * 2));
      const verwant = await vraagAlle(verwanten(register, o, klasse, o.vragen));
      uit.push(rapport(klasse, { wel, schoon, een, twee, niet, verwant }, register));
    }
    o.meld('per groep');
    for (const klasse of ['naam_gebdat', 'naam_gebdat_adres'] as const) uit.push(await perGroep(klasse, o, vraagAlle));
    o.meld('snelheid');
    const snelheid = await meetSnelheid(eerste, register, o);
    uit.push(snelheid);
    o.meld('pg_trgm');
    uit.push(await meetTrigram(eerste, maakVragen(register, { ...o, zaad: o.zaad + 60 }, 'naam_gebdat', 'mix', Math.min(500, o.vragen)), snelheid.p50_ms ?? 0));
    return uit;
  } finally {
    await Promise.all(clients.map((c) => c.end()));
    await register.server.stop();
  }
}

export interface Vraag {
  mens: Mens;
  vraag: Persoonsgegevens;
}

/** Questions about registered people. */
export function maakVragen(r: Pick<Register, 'huishoudens'>, o: Herkenopties, klasse: Klasse, fouten: Fouten, aantal: number): Vraag[] {
  const kans = new Kans(o.zaad, klassen.indexOf(klasse), fouten.length, 1);
  const uit: Vraag[] = [];
  while (uit.length < aantal) {
    const leden = huishouden(kans.onder(r.huishoudens - 8)).filter(staatErin);
    if (leden.length === 0) continue;
    const mens = kans.kies(leden);
    uit.push({ mens, vraag: vraagOver(mens, klasse, fouten, kans) });
  }
  return uit;
}

/** Questions about people of whom nobody at home is registered. */
function vreemden(o: Herkenopties, klasse: Klasse, aantal: number, groep?: Groep): Vraag[] {
  const kans = new Kans(o.zaad, klassen.indexOf(klasse), 2, groep === undefined ? 9 : groepen.indexOf(groep));
  const uit: Vraag[] = [];
  while (uit.length < aantal) {
    const leden = huishouden(BUITEN + kans.onder(200_000_000));
    const mens = kans.kies(leden);
    if (groep === undefined || mens.groep === groep) uit.push({ mens, vraag: vraagOver(mens, klasse, 'mix', kans) });
  }
  return uit;
}

/** Questions about an unregistered housemate, child or twin of someone who is registered. */
function verwanten(r: Register, o: Herkenopties, klasse: Klasse, aantal: number): Vraag[] {
  const kans = new Kans(o.zaad, klassen.indexOf(klasse), 3);
  const uit: Vraag[] = [];
  while (uit.length < aantal) {
    const leden = huishouden(kans.onder(r.huishoudens - 8));
    const niet = leden.filter((m) => !staatErin(m));
    if (niet.length === 0 || niet.length === leden.length) continue;
    const mens = kans.kies(niet);
    uit.push({ mens, vraag: vraagOver(mens, klasse, 'mix', kans) });
  }
  return uit;
}

/** One question as the application asks it: keys, the index, then weighing; one connection. */
async function stel(client: pg.Client, r: Register, { mens, vraag }: Vraag): Promise<Antwoord> {
  const begin = performance.now();
  const { rows } = await client.query<{ id: string; gegevens: string }>({ name: 'zoek', text: 'select id, gegevens from persoon where sleutels && $1::text[] limit 3000', values: [vraagsleutels(vraag, r.frequenties)] });
  const treffers = rangschik(vraag, rows.map((x) => ({ kandidaat: Number(x.id), gegevens: JSON.parse(x.gegevens) as Persoonsgegevens })), { aanname: aannames.controle(r.aantal), frequenties: r.frequenties });
  const ms = performance.now() - begin;
  const log = (kans: number): number => Math.log2(Math.max(kans, 1e-18) / Math.max(1 - kans, 1e-18));
  const plaats = treffers.findIndex((t) => t.kandidaat === mens.id);
  return { hoogste: treffers[0] === undefined ? -99 : log(treffers[0].kans), juiste: plaats === -1 ? -99 : log(treffers[plaats]?.kans ?? 0), plaats: plaats + 1, waarschijnlijk: treffers[0]?.band === 'waarschijnlijk', ms, rijen: rows.length };
}

async function verdeel(clients: readonly pg.Client[], vragen: readonly Vraag[], doe: (c: pg.Client, v: Vraag) => Promise<Antwoord>): Promise<Antwoord[]> {
  const uit: Antwoord[] = [];
  let volgende = 0;
  await Promise.all(clients.map(async (c) => {
    for (let i = volgende++; i < vragen.length; i = volgende++) {
      const v = vragen[i];
      if (v !== undefined) uit[i] = await doe(c, v);
    }
  }));
  return uit;
}

/** One question at a time, over one connection, JavaScript and PostgreSQL together; also the best of three times, which a busy machine disturbs less. */
async function meetSnelheid(client: pg.Client, r: Register, o: Herkenopties): Promise<Meting> {
  const vragen = maakVragen(r, { ...o, zaad: o.zaad + 50 }, 'naam_gebdat', 'mix', 3_000);
  const ronden: Antwoord[][] = [];
  // A question is read once; each time it comes as a new one.
  for (let i = 0; i < 3; i++) {
    const ronde: Antwoord[] = [];
    for (const v of vragen) ronde.push(await stel(client, r, { ...v, vraag: { ...v.vraag } }));
    ronden.push(ronde);
  }
  const oplopend = (getallen: readonly number[]): number[] => getallen.toSorted((a, b) => a - b);
  const ms = oplopend(ronden[0]?.map((a) => a.ms) ?? []);
  const beste = oplopend(vragen.map((_, i) => Math.min(...ronden.map((ronde) => ronde[i]?.ms ?? Infinity))));
  const rijen = oplopend(ronden[0]?.map((a) => a.rijen) ?? []);
  const [p50, p99] = [deel(ms, 0.5), deel(ms, 0.99)];
  return {
    naam: 'herkennen.snelheid', verhouding: null, per_s: 1000 / (ms.reduce((s, x) => s + x, 0) / ms.length), p50_ms: p50, p99_ms: p99, p50_beste_ms: deel(beste, 0.5), p99_beste_ms: deel(beste, 0.99),
    rijen_p50: deel(rijen, 0.5), rijen_p99: deel(rijen, 0.99), index_mb: r.indexMb, bouw_s: r.bouwS, personen: o.personen, doel: 'p99 ≤ 5 ms', gehaald: p99 <= 5,
  };
}

type Uitkomsten = Record<'wel' | 'schoon' | 'een' | 'twee' | 'niet' | 'verwant', Antwoord[]>;
/** Moonshot of recall at one false alarm in ten thousand, per class; none where the evidence cannot carry it. */
const DOEL: Readonly<Partial<Record<Klasse, number>>> = { naam_gebdat: 92, naam_gebdat_adres: 96.5, naam_telefoon: 96.5 };

function rapport(klasse: Klasse, { wel, schoon, een, twee, niet, verwant }: Uitkomsten, r: Register): Meting {
  const vals = niet.map((a) => a.hoogste).sort((a, b) => b - a);
  /** The lowest bound that at most this share of the strangers reaches. */
  const grens = (fa: number): number => vals[Math.floor(vals.length * fa)] ?? -99;
  const treft = (lijst: readonly Antwoord[], s: number): number => procent(lijst, (a) => a.plaats === 1 && a.juiste > s);
  const p10k = (lijst: readonly Antwoord[], s: number): number => procent(lijst, (a) => a.hoogste >= s) * 100;
  const ms = wel.map((a) => a.ms).sort((a, b) => a - b);
  const op1e4 = treft(wel, grens(1e-4));
  const doel = DOEL[klasse];
  return {
    naam: `herkennen.${klasse}`, verhouding: null, per_s: null, p50_ms: deel(ms, 0.5), p99_ms: deel(ms, 0.99),
    r1: procent(wel, (a) => a.plaats === 1), top3: procent(wel, (a) => a.plaats > 0 && a.plaats <= 3), gevonden: procent(wel, (a) => a.plaats > 0),
    herkend_s0: treft(wel, 0), fa_s0: p10k(niet, 0), herkend_s4: treft(wel, 4), fa_s4: p10k(niet, 4), waarschijnlijk: procent(wel, (a) => a.waarschijnlijk && a.plaats === 1), vals_waarschijnlijk: procent(niet, (a) => a.waarschijnlijk) * 100, verwant_s4: p10k(verwant, 4), verwant_waarschijnlijk: procent(verwant, (a) => a.waarschijnlijk) * 100, verkeerde_waarschijnlijk: procent(wel, (a) => a.waarschijnlijk && a.plaats !== 1) * 100,
    herkend_fa_1e4: op1e4, herkend_fa_1e3: treft(wel, grens(1e-3)), schoon_fa_1e4: treft(schoon, grens(1e-4)), een_fout_r1: procent(een, (a) => a.plaats === 1), een_fout_1e4: treft(een, grens(1e-4)), twee_fouten_r1: procent(twee, (a) => a.plaats === 1), twee_fouten_1e4: treft(twee, grens(1e-4)),
    ijking_ece: ijking(wel, niet), personen: r.aantal, vragen: wel.length, vreemden: niet.length,
    doel: doel === undefined ? 'geen: te weinig bewijs' : `herkend bij ≤ 1 vals per 10.000: ≥ ${doel} %`, gehaald: doel === undefined || op1e4 >= doel,
  };
}

/** Bounds at which groups are compared: the lower, the more false alarms there are to count. */
const DREMPELS = [0, 2, 4] as const;

/**
 * False alarms of people who are not registered, per group of names, and the highest of them as a ratio to the Dutch one, with the interval in
 * which the ratio lies nineteen times in twenty (Poisson counts, logarithm of the ratio). A ratio is a judgement only where there is enough to count.
 */
async function perGroep(klasse: Klasse, o: Herkenopties, vraagAlle: (v: readonly Vraag[]) => Promise<Antwoord[]>): Promise<Meting> {
  const velden: Record<string, number | null> = {};
  const geteld = new Map<Groep, number[]>();
  for (const groep of groepen) {
    if (groep === 'ov') continue;
    const antwoorden = await vraagAlle(vreemden(o, klasse, o.perGroep, groep));
    const aantallen = DREMPELS.map((s) => antwoorden.filter((a) => a.hoogste >= s).length);
    geteld.set(groep, aantallen);
    for (const [i, s] of DREMPELS.entries()) velden[`${groep}_fa_s${s}`] = ((aantallen[i] ?? 0) / antwoorden.length) * 10_000;
  }
  let gehaald = true;
  for (const [i, s] of DREMPELS.entries()) {
    const nl = geteld.get('nl')?.[i] ?? 0;
    const hoogste = Math.max(...[...geteld].flatMap(([g, a]) => (g === 'nl' ? [] : [a[i] ?? 0])));
    // Half a count for none, so that the interval exists.
    const [verhouding, breedte] = [Math.max(hoogste, 0.5) / Math.max(nl, 0.5), Math.exp(1.96 * Math.sqrt(1 / Math.max(hoogste, 0.5) + 1 / Math.max(nl, 0.5)))];
    const genoeg = nl + hoogste >= 10;
    velden[`verhouding_s${s}`] = genoeg ? verhouding : null;
    velden[`verhouding_s${s}_van`] = genoeg ? verhouding / breedte : null;
    velden[`verhouding_s${s}_tot`] = genoeg ? verhouding * breedte : null;
    if (genoeg && verhouding > 2.5) gehaald = false;
  }
  return { naam: `herkennen.groepen.${klasse}`, verhouding: velden['verhouding_s0'] ?? null, per_s: null, p50_ms: null, p99_ms: null, ...velden, per_groep: o.perGroep, doel: 'hoogste groep ≤ 2,5 × de Nederlandse, waar er genoeg te tellen is', gehaald };
}

/** Expected calibration error: how far the stated probability lies from how often it was right, over ten bands; weighed to the stated prior of .06. */
function ijking(wel: readonly Antwoord[], niet: readonly Antwoord[]): number {
  const bakken = Array.from({ length: 10 }, () => ({ kans: 0, goed: 0, gewicht: 0 }));
  const neem = (a: Antwoord, goed: boolean, gewicht: number): void => {
    const kans = 1 / (1 + 2 ** -a.hoogste);
    const bak = bakken[Math.min(9, Math.floor(kans * 10))];
    if (bak === undefined) return;
    bak.kans += kans * gewicht;
    bak.goed += goed ? gewicht : 0;
    bak.gewicht += gewicht;
  };
  for (const a of wel) neem(a, a.plaats === 1, 0.06 / wel.length);
  for (const a of niet) neem(a, false, 0.94 / niet.length);
  const gewicht = bakken.reduce((s, b) => s + b.gewicht, 0);
  return bakken.reduce((s, b) => s + Math.abs(b.kans - b.goed), 0) / gewicht;
}

function procent(lijst: readonly Antwoord[], telt: (a: Antwoord) => boolean): number {
  return lijst.length === 0 ? 0 : (lijst.filter(telt).length / lijst.length) * 100;
}

/** The value below which this share of the sorted values lies. */
function deel(gesorteerd: readonly number[], p: number): number {
  return gesorteerd[Math.min(gesorteerd.length - 1, Math.floor(gesorteerd.length * p))] ?? 0;
}
