import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { gebeurtenissen, isVoorbij, volgendeToestand, type Maatregelgebeurtenis } from './toestand.ts';
import { soortcodes, toestandcodes, type Toestand } from './woorden.ts';

const feiten = fc.record({ soort: fc.constantFrom(...soortcodes), spoed: fc.boolean() });
const gebeurtenis = fc.constantFrom(...gebeurtenissen);
/** A life: a kind, and whatever someone tries with it, in any order; what is refused changes nothing. */
const leven = fc.record({ f: feiten, poging: fc.array(gebeurtenis, { maxLength: 40 }) });

function loop(f: { soort: (typeof soortcodes)[number]; spoed: boolean }, poging: readonly Maatregelgebeurtenis[]): { toestanden: Toestand[]; gebeurd: Maatregelgebeurtenis[] } {
  const toestanden: Toestand[] = ['voorgesteld'];
  const gebeurd: Maatregelgebeurtenis[] = [];
  for (const g of poging) {
    const naar = volgendeToestand(f, toestanden.at(-1) ?? 'voorgesteld', g);
    if (naar === null) continue;
    toestanden.push(naar);
    gebeurd.push(g);
  }
  return { toestanden, gebeurd };
}

describe('the life of a measure', () => {
  it('never comes to a decision without a hearing, unless it is urgent', () => {
    fc.assert(fc.property(leven, ({ f, poging }) => {
      const { toestanden } = loop(f, poging);
      const besloten = toestanden.indexOf('besloten');
      if (besloten >= 0 && !f.spoed) expect(toestanden.slice(0, besloten)).toContain('gehoord');
    }), { numRuns: 5_000 });
  });

  it('never is in force without a decision, but for a court order', () => {
    fc.assert(fc.property(leven, ({ f, poging }) => {
      const { toestanden } = loop(f, poging);
      const geldt = toestanden.indexOf('in_werking');
      if (geldt >= 0 && f.soort !== 'rechterlijk_bevel') expect(toestanden.slice(0, geldt)).toContain('besloten');
    }), { numRuns: 5_000 });
  });

  it('stays over once it is over', () => {
    fc.assert(fc.property(feiten, gebeurtenis, fc.constantFrom(...toestandcodes), (f, g, van) => {
      const naar = volgendeToestand(f, van, g);
      if (isVoorbij(van) && naar !== null) expect([['verhuisd', van], ['gewist', van]]).toContainEqual([g, naar]);
    }), { numRuns: 5_000 });
  });

  it('goes on as before after a breach', () => {
    for (const soort of soortcodes) for (const spoed of [true, false]) for (const van of toestandcodes) expect([van === 'in_werking' ? 'in_werking' : null]).toContain(volgendeToestand({ soort, spoed }, van, 'overtreden'));
  });

  it('lapses for want of a hearing only when it was urgent', () => {
    fc.assert(fc.property(leven, ({ f, poging }) => {
      if (loop(f, poging).toestanden.includes('vervallen')) expect(f.spoed).toBe(true);
    }), { numRuns: 5_000 });
  });

  it('can always come to an end from wherever it stands', () => {
    for (const soort of soortcodes) for (const spoed of [true, false]) {
      const bereikt = new Set<Toestand>(['voorgesteld']);
      for (const t of bereikt) for (const g of gebeurtenissen) { const naar = volgendeToestand({ soort, spoed }, t, g); if (naar) bereikt.add(naar); }
      for (const t of bereikt) if (!isVoorbij(t)) expect(gebeurtenissen.some((g) => { const naar = volgendeToestand({ soort, spoed }, t, g); return naar !== null && naar !== t; }), `${soort} blijft steken in ${t}`).toBe(true);
    }
  });
});

describe('the guard in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => { database = await maakTestDatabase(); });
  afterAll(() => database?.opruimen());

  it('allows exactly the changes of state that the rules allow', async () => {
    const { rows } = await sql<{ soort: string; spoed: boolean; van: string; naar: string; mag: boolean }>`
      select s as soort, p as spoed, v as van, n as naar, maatregel_mag_naar(s, p, v, n) as mag
      from unnest(${[...soortcodes]}::text[]) s, unnest(array[true, false]) p, unnest(${[...toestandcodes]}::text[]) v, unnest(${[...toestandcodes]}::text[]) n where v <> n`.execute(database.app);
    expect(rows).toHaveLength(soortcodes.length * 2 * toestandcodes.length * (toestandcodes.length - 1));
    const anders = rows.filter((r) => {
      const volgensRegels = gebeurtenissen.some((g) => volgendeToestand({ soort: r.soort as (typeof soortcodes)[number], spoed: r.spoed }, r.van as Toestand, g) === r.naar);
      return volgensRegels !== r.mag;
    });
    expect(anders).toEqual([]);
  });
});
