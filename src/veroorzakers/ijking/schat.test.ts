import { describe, expect, it } from 'vitest';
import { standaardgewichten, type Gewichten, type Ijkveld } from '../../herkennen/index.ts';
import { MINSTENS, schat, toevalskans, wilson, type Besluit, type Schatting } from './schat.ts';

/** Chance that is the same each time (a linear congruence; Park and Miller). */
function kans(zaad: number): () => number {
  let stand = zaad;
  return () => (stand = (stand * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const velden = ['achternaam', 'voornaam', 'geboortedatum'] as const satisfies readonly Ijkveld[];
type Waar = Record<Ijkveld, Record<string, number>>;

/** The oracle: decisions of people in a world in which names and dates are written with these errors. */
function besluiten(aantal: number, waar: Waar, zaad: number): Besluit[] {
  const deel = kans(zaad);
  const trek = (verdeling: Record<string, number>): string => {
    let doel = deel() * Object.values(verdeling).reduce((s, x) => s + x, 0);
    for (const [niveau, p] of Object.entries(verdeling)) if ((doel -= p) < 0) return niveau;
    return 'gelijk';
  };
  return Array.from({ length: aantal }, (_, i) => ({
    uitkomst: i % 10 === 9 ? 'niet_dezelfde' : 'dezelfde',
    redenen: i % 10 === 9 ? [{ veld: 'achternaam', niveau: 'gelijk' }, { veld: 'geboortedatum', niveau: 'anders' }] : velden.map((veld) => ({ veld, niveau: trek(waar[veld]) })),
  }));
}
const standaard: Waar = { achternaam: { ...standaardgewichten.achternaam }, voornaam: { ...standaardgewichten.voornaam }, geboortedatum: { ...standaardgewichten.geboortedatum } };
const veld = (s: Schatting, v: Ijkveld) => {
  const uit = s.velden.find((x) => x.veld === v);
  if (uit === undefined) throw new Error(v);
  return uit;
};
const kansVan = (g: Gewichten | null, v: Ijkveld, niveau: string): number => (Object.entries(g?.[v] ?? {}).find(([n]) => n === niveau)?.[1] ?? Number.NaN);

describe('weights from decisions', () => {
  it('stay as they are where people write as the standard has it', () => {
    for (const zaad of [11, 222, 3_333]) {
      const s = schat(besluiten(20_000, standaard, zaad), null);
      expect(s.velden.map((v) => v.uitkomst)).toEqual(['klopt', 'klopt', 'klopt']);
      expect(s.voorstel).toBeNull();
      for (const v of s.velden) for (const n of v.niveaus) expect(n.voorstel).toBe(n.nu);
    }
  });

  it('come back as they were made, within bounds, and only for the field that is different', () => {
    const waar: Waar = { ...standaard, geboortedatum: { ...standaard.geboortedatum, gelijk: 0.89, een_cijfer: 0.045, dag_maand: 0.018 } };
    for (const zaad of [5, 66, 777]) {
      const s = schat(besluiten(20_000, waar, zaad), null);
      expect(s.velden.map((v) => v.uitkomst)).toEqual(['klopt', 'klopt', 'wijkt_af']);
      expect(Object.keys(s.voorstel ?? {})).toEqual(['geboortedatum']);
      const [som, heel] = [waar, standaard].map((w) => Object.values(w.geboortedatum).reduce((t, x) => t + x, 0));
      if (som === undefined || heel === undefined) throw new Error('leeg');
      for (const [niveau, m] of Object.entries(waar.geboortedatum)) {
        const ware = m / som;
        // Five standard errors of 18,000 decisions, and what the smoothing may hold back.
        expect(Math.abs(kansVan(s.voorstel, 'geboortedatum', niveau) / heel - ware), niveau).toBeLessThan(5 * Math.sqrt(ware / 18_000) + 0.02 * ware + 0.0005);
      }
      expect(Object.values(s.voorstel?.geboortedatum ?? {}).reduce((t, x) => t + x, 0)).toBeCloseTo(heel, 6);
    }
  });

  it('are refused below a minimum, however clear it looks, and are smoothed just above it', () => {
    const alles: Waar = { ...standaard, achternaam: { gelijk: 0.5, klank: 0.5 } };
    const weinig = schat(besluiten(MINSTENS, alles, 9), null);
    expect([weinig.dezelfde, veld(weinig, 'achternaam').uitkomst, weinig.voorstel]).toEqual([180, 'te_weinig', null]);
    const genoeg = veld(schat(besluiten(250, alles, 9), null), 'achternaam');
    expect(genoeg.uitkomst).toBe('wijkt_af');
    const klank = genoeg.niveaus.find((n) => n.niveau === 'klank');
    // Half of them sound alike; the proposal goes there, and not further than four times at once.
    expect(klank?.gezien).toBeGreaterThan(0.4);
    expect(klank?.voorstel).toBeCloseTo((klank?.nu ?? 0) * 4, 6);
  });

  it('say the same when asked again after they were taken over, and come back when the world does', () => {
    const waar: Waar = { ...standaard, voornaam: { ...standaard.voornaam, gelijk: 0.8, roepnaam: 0.08 } };
    const over = schat(besluiten(30_000, waar, 4), null).voorstel;
    expect(over).not.toBeNull();
    expect(schat(besluiten(30_000, waar, 4), over).voorstel).toBeNull();
    const terug = schat(besluiten(30_000, standaard, 8), over).voorstel;
    expect(kansVan(terug, 'voornaam', 'roepnaam')).toBeCloseTo(standaard.voornaam.roepnaam ?? 0, 2);
  });

  it('never let a difference weigh more than twice as heavy because it was not seen', () => {
    const zonder: Waar = { ...standaard, achternaam: { gelijk: 1 }, geboortedatum: { gelijk: 1 } };
    let geldend: Gewichten | null = null;
    for (let keer = 0; keer < 6; keer++) geldend = schat(besluiten(50_000, zonder, 3 + keer), geldend).voorstel ?? geldend;
    for (const v of ['achternaam', 'geboortedatum'] as const) {
      for (const [niveau, m] of Object.entries(standaard[v])) {
        if (niveau !== 'gelijk') expect(kansVan(geldend, v, niveau), `${v} ${niveau}`).toBeGreaterThanOrEqual(m / 2 - 1e-12);
      }
      expect(kansVan(geldend, v, 'gelijk')).toBeLessThan(1);
    }
  });

  it('count what was not the same apart, and only the first reason of a field', () => {
    const s = schat([
      { uitkomst: 'dezelfde', redenen: [{ veld: 'achternaam', niveau: 'klank' }, { veld: 'achternaam', niveau: 'gelijk' }, { veld: 'geboortedatum', niveau: 'deel' }, { veld: 'familie', niveau: 'rivaal' }, { veld: '__proto__', niveau: 'toString' }] },
      { uitkomst: 'niet_dezelfde', redenen: [{ veld: 'voornaam', niveau: 'voorletter' }, { veld: 'achternaam', niveau: 'gelijk' }] },
    ], null);
    const telling = (v: Ijkveld) => veld(s, v).niveaus.filter((n) => n.dezelfde + n.nietDezelfde > 0).map((n) => [n.niveau, n.dezelfde, n.nietDezelfde]);
    expect(telling('achternaam')).toEqual([['gelijk', 0, 1], ['klank', 1, 0]]);
    expect(telling('geboortedatum')).toEqual([['gelijk', 1, 0]]);
    expect(telling('voornaam')).toEqual([]);
    expect([s.dezelfde, s.nietDezelfde]).toEqual([1, 1]);
  });
});

describe('how sure it is', () => {
  it.each([[0, 10, 0, 0.278], [5, 10, 0.237, 0.763], [90, 100, 0.826, 0.945]])('bounds %i in %i as the textbook has it', (k, n, onder, boven) => {
    const [o, b] = wilson(k, n);
    expect(o).toBeCloseTo(onder, 2);
    expect(b).toBeCloseTo(boven, 2);
  });

  it('reckons the chance of being so far off exactly, also for many', () => {
    // Ten throws of a coin: 1 or fewer heads 11/1024, both sides 22/1024.
    expect(toevalskans(1, 10, 0.5)).toBeCloseTo(22 / 1024, 12);
    expect(toevalskans(5, 10, 0.5)).toBe(1);
    expect(toevalskans(90_000, 100_000, 0.9)).toBeGreaterThan(0.9);
    expect(toevalskans(90_600, 100_000, 0.9)).toBeLessThan(1e-6);
  });
});
