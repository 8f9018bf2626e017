import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dagVan, isWerkdag, kalenderVan, lokaal } from '../../kern/tijd/index.ts';
import { casussen } from '../casussen/index.ts';
import { aanwijzingen } from '../data/aanwijzingen.ts';
import { lopend } from '../data/lopend.ts';
import { plekken } from '../data/plekken.ts';
import { reeksen } from '../data/reeksen.ts';
import { maakIds, maakKans } from '../kans.ts';
import { lindewaard } from '../organisaties/lindewaard.ts';
import { maakWereld } from '../organisaties/wereld.ts';
import { speelGeschiedenis } from './index.ts';
import { maakRooster } from './rooster.ts';

const gemeente = casussen.filter((c) => c.afdeling !== 'WS' && c.afdeling !== 'PROV');
/** A working day, a Sunday night, the morning after New Year, the hour that comes twice, Easter Monday, a leap day, a Friday at closing time. */
const MOMENTEN = ['2026-11-25T09:00:00Z', '2027-01-03T03:00:00Z', '2027-01-01T08:30:00Z', '2026-10-25T01:30:00Z', '2027-03-29T10:00:00Z', '2028-02-29T12:00:00Z', '2026-06-05T15:30:00Z'];

describe('when things happened', () => {
  const nu = Temporal.Instant.from('2026-11-25T09:00:00Z');
  const kalender = kalenderVan();
  const rooster = maakRooster(casussen, nu, kalender, maakKans('proef'));
  const tijd = (id: string): { voorval: Temporal.Instant; gemeld: Temporal.Instant } => {
    const t = rooster.get(id);
    if (t === undefined) throw new Error(id);
    return t;
  };

  it('within two years, and reported after it happened', () => {
    expect(rooster.size).toBe(casussen.length);
    for (const [id, t] of rooster) {
      expect(Temporal.Instant.compare(t.voorval, t.gemeld), id).toBe(-1);
      expect(Temporal.Instant.compare(t.gemeld, nu), id).toBe(-1);
      expect(dagVan(t.voorval).until(dagVan(nu), { largestUnit: 'day' }).days, id).toBeLessThanOrEqual(740);
    }
  });

  it('citizens who return do so in order, in the months their stories ask for', () => {
    for (const reeks of reeksen) {
      const momenten = reeks.map(([id]) => tijd(id).voorval.epochMilliseconds);
      expect(momenten, reeks.map(([id]) => id).join(' ')).toEqual(momenten.toSorted((a, b) => a - b));
    }
    const mis = Object.entries(aanwijzingen).filter(([id, a]) => a.maanden && lopend[id] === undefined && !a.maanden.some((m) => Math.abs(m - dagVan(tijd(id).voorval).month) % 11 <= 1));
    expect(mis.map(([id]) => id)).toEqual([]);
  });

  it('at the counter on working days, in the weekend where the case says so', () => {
    for (const c of casussen.filter((x) => x.bij === undefined)) {
      const dag = dagVan(tijd(c.id).voorval);
      if (c.weekend) expect(dag.dayOfWeek, c.id).toBeGreaterThanOrEqual(6);
      else if (c.kanaal === 'balie') expect(isWerkdag(dag, kalender), c.id).toBe(true);
    }
  });

  it('most in office hours', () => {
    const inKantoor = casussen.filter((c) => lokaal(tijd(c.id).voorval).hour >= 8 && lokaal(tijd(c.id).voorval).hour < 18).length;
    expect(inKantoor / casussen.length).toBeGreaterThan(0.7);
  });
});

describe('what is known beside the cases', () => {
  it('is about cases that exist, and every case that goes on is in the list of those', () => {
    const ids = new Set(casussen.map((c) => c.id));
    for (const id of [...Object.keys(aanwijzingen), ...Object.keys(plekken), ...Object.keys(lopend), ...reeksen.flat().map(([x]) => x)]) expect(ids.has(id), id).toBe(true);
    expect(casussen.filter((c) => (c.afloop === 'open') !== (lopend[c.id] !== undefined)).map((c) => c.id)).toEqual([]);
  });
});

describe('the history as far as now', () => {
  it.each(MOMENTEN)('can be told at %s: what ended is closed, what goes on has a clock, and nothing comes after now', (moment) => {
    const nu = Temporal.Instant.from(moment);
    const w = maakWereld(lindewaard, nu, nu.subtract({ hours: 24 * 770 }));
    const dossiers = speelGeschiedenis(w, gemeente);
    expect(dossiers.length).toBe(gemeente.length);
    const gesloten = dossiers.filter((d) => d.rij.status === 'gesloten');
    expect(gesloten.length).toBeGreaterThanOrEqual(gemeente.filter((c) => c.afloop === 'gesloten').length - 2);
    expect(dossiers.filter((d) => d.rij.status !== 'gesloten' && d.termijnen.every((t) => t.afgerond_op !== null)).map((d) => d.rij.titel)).toEqual([]);
    expect(w.journaal.filter((r) => Temporal.Instant.compare(r.tijd, nu) > 0)).toEqual([]);
    const noor = w.mens('noor').id;
    const laat = dossiers.flatMap((d) => d.termijnen.filter((t) => t.afgerond_op === null && Temporal.Instant.compare(t.verval_op as Temporal.Instant, nu) <= 0));
    expect(laat.length).toBeLessThanOrEqual(9);
    const vanNoor = dossiers.flatMap((d) => d.termijnen.filter((t) => t.afgerond_op === null && t.aan_id === noor));
    expect(vanNoor.length).toBeGreaterThanOrEqual(8);
    expect(vanNoor.length).toBeLessThanOrEqual(25);
  });
});

describe('chance with a memory', () => {
  it('gives the same for the same seed, something else for another, and ids in the order they were asked in', () => {
    const rij = (zaad: string): number[] => {
      const kans = maakKans(zaad);
      return Array.from({ length: 50 }, () => kans.geheel(1, 1_000));
    };
    expect(rij('a')).toEqual(rij('a'));
    expect(rij('a')).not.toEqual(rij('b'));
    expect(Math.min(...rij('a'))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...rij('a'))).toBeLessThanOrEqual(1_000);
    const id = maakIds(maakKans('ids'));
    const op = Temporal.Instant.from('2026-01-01T00:00:00Z');
    const ids = Array.from({ length: 300 }, (_, i) => id(op.add({ milliseconds: Math.floor(i / 100) })));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(300);
  });

  it('weighs: nothing that weighs nothing is chosen, the heavy one often', () => {
    const kans = maakKans('gewicht');
    const gekozen = Array.from({ length: 1_000 }, () => kans.weeg([['zwaar', 9], ['licht', 1], ['niets', 0]] as const));
    expect(gekozen.filter((g) => g === 'niets')).toEqual([]);
    expect(gekozen.filter((g) => g === 'zwaar').length).toBeGreaterThan(850);
    expect(gekozen.filter((g) => g === 'licht').length).toBeGreaterThan(50);
  });
});
