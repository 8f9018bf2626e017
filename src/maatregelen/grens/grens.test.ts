import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId } from '../../kern/ids.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { KLEINSTE } from './regels.ts';
import { grens, grensbeeld, type Grensbeeld } from './vragen.ts';

type Soort = Parameters<typeof grensbeeld>[0][number]['soort'];
const besluiten = (n: number, halfjaar: string, onderdeel: string, soort: Soort, afwijkend = 0) => Array.from({ length: n }, (_, i) => ({ halfjaar, onderdeel, soort, afwijkend: i < afwijkend }));

/** Everything the page shows of one half-year, as counts. */
function getoond(b: Grensbeeld, halfjaar: string) {
  const van = (p: Grensbeeld['totaal']['punten']) => p.find((x) => x?.halfjaar === halfjaar)?.besluiten ?? null;
  const uit = (r: Grensbeeld['onderdelen']) => r.map((x) => van(x.punten)).filter((n) => n !== null);
  return { totaal: van(b.totaal.punten), onderdelen: uit(b.onderdelen), soorten: uit(b.soorten) };
}

describe('what the page shows', () => {
  it('never lets a department of one decision be found, by itself or by subtracting what stands beside it', () => {
    const b = grensbeeld([...besluiten(9, '2026-1', 'Burgerzaken', 'pandverbod', 2), ...besluiten(6, '2026-1', 'Werk en inkomen', 'waarschuwing'), ...besluiten(1, '2026-1', 'Griffie', 'pandverbod', 1)], ['2026-1']);
    const { totaal, onderdelen, soorten } = getoond(b, '2026-1');
    expect([totaal, onderdelen, soorten]).toEqual([16, [9], [10, 6]]);
    for (const delen of [onderdelen, soorten]) for (let m = 0; m < 2 ** delen.length; m += 1) {
      const rest = (totaal ?? 0) - delen.filter((_, i) => (m >> i) & 1).reduce((s, n) => s + n, 0);
      expect(rest === 0 || rest >= KLEINSTE).toBe(true);
    }
    expect(JSON.stringify(b)).not.toContain('Griffie');
  });

  it('is the same whatever a hidden decision was', () => {
    const basis = [...['2024-1', '2024-2', '2025-1', '2025-2'].flatMap((h) => besluiten(8, h, 'Burgerzaken', 'pandverbod', 1)), ...besluiten(8, '2026-1', 'Burgerzaken', 'pandverbod', 1)];
    const halfjaren = ['2024-1', '2024-2', '2025-1', '2025-2', '2026-1'];
    const met = (afwijkend: number) => grensbeeld([...basis, ...besluiten(2, '2025-1', 'Griffie', 'waarschuwing', afwijkend), ...besluiten(4, '2026-1', 'Griffie', 'waarschuwing')], halfjaren).onderdelen;
    expect(met(0)).toEqual(met(2));
  });
});

describe('who reads it', () => {
  let database: TestDatabase;
  let deuren: Testdeuren;
  let org: Testorganisatie;
  const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);

  beforeAll(async () => {
    database = await maakTestDatabase();
    org = await maakOrganisatie(database.migratie);
    deuren = maakTestdeuren(database.app, maakKlok());
    const h = maatregelhulp(database, () => deuren, () => org);
    await h.machtig('karin');
    const d = await h.incident();
    const m = await h.totBesluit(d);
    await h.besluit(d.dossierId, m);
    const bron = await h.rij(m);
    // Six decisions of half a year ago; the guard is for acts, and this is history.
    await sql`alter table maatregel disable trigger user`.execute(database.migratie);
    for (let i = 0; i < 6; i += 1) await database.migratie.insertInto('maatregel').values({ ...bron, id: nieuwId(), advies: '{}', feiten: '[]', norm: '[]', besloten_op: '2026-03-10T10:00:00Z', voorgesteld_op: '2026-03-01T10:00:00Z', toestand: 'opgeheven', wijkt_af: i < 2, afwijking: i < 2 ? 'Past beter.' : '' } as never).execute();
    await sql`alter table maatregel enable trigger user`.execute(database.migratie);
  });
  afterAll(() => database?.opruimen());

  it('is the Adviseur, for what was decided in half-years that are over', async () => {
    const b = await deuren.vraag(grens, { compartiment: '' }, await als('adviseur'));
    expect(b.totaal.punten.filter((p) => p !== null)).toMatchObject([{ halfjaar: '2026-1', besluiten: 6, afwijkend: 2, gewoon: null, signaal: null }]);
    expect(b.onderdelen.map((r) => r.naam)).toEqual(['Burgerzaken']);
  });

  it('is nobody else, and of the other compartment only who is Adviseur there', async () => {
    for (const wie of ['karin', 'samira', 'griffier', 'beheerder', 'receptionist', 'fg'] as const) await expect(deuren.vraag(grens, { compartiment: '' }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.vraag(grens, { compartiment: 'politiek' }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const b = await deuren.vraag(grens, { compartiment: 'politiek' }, await als('adviseurPolitiek'));
    expect(b.totaal.punten.every((p) => p === null)).toBe(true);
  });
});
