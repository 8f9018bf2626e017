import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakProef, type Proef } from '../../../tests/hulp/veroorzakers.ts';
import { nieuwId } from '../../kern/ids.ts';
import { zoekPersonen } from '../../veroorzakers/personen.ts';
import { draaiProgramma } from '../programma.ts';

let td: TestDatabase;
let omgeving: Record<string, string>;
let p: Proef;
let ander: Proef;

beforeAll(async () => {
  td = await maakTestDatabase();
  const adres = ({ user, host, database }: typeof td.config.app): string => `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
  omgeving = { DATABASE_URL: adres(td.config.app), DATABASE_MIGRATIE_URL: adres(td.config.migratie), RUGDEKKING_DATA: '/bestaat/niet' };
});
afterAll(() => td?.opruimen());
beforeEach(async () => {
  [p, ander] = [await maakProef(td), await maakProef(td)];
});

async function draai(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let [uit, fout] = ['', ''];
  const code = await draaiProgramma(['herken', 'ijk', ...argumenten], { map: '/bestaat/niet', versie: '1', omgeving, uit: process.stdout, zeg: (t) => void (uit += `${t}\n`), meld: (t) => void (fout += `${t}\n`) });
  return { code, uit, fout };
}

/** Decisions on pairs of persons: of every thousand "the same", so many dates in which one digit differs. Names and reasons of people are in them. */
async function zetBesluiten(proef: Proef, aantal: number, eenCijfer: number): Promise<void> {
  const [org, door] = [proef.org.id, proef.org.mens.adviseur];
  const personen = Array.from({ length: 50 }, () => nieuwId());
  await td.migratie.insertInto('persoon').values(personen.map((id) => ({ organisatie_id: org, id, compartiment: 'ambtelijk' as const, soort: 'bekend' as const, samengevoegd_in: null, groep_id: id, medewerker_id: null, omschrijving: 'Quispelaar met de pet', geboren_jaar: null, geboren_maand: null, geboren_dag: null, gemaakt_op: proef.deuren.nu(), gemaakt_door: door }))).execute();
  const paren = personen.flatMap((a, i) => personen.slice(i + 1).map((b) => [a, b] as const)).slice(0, aantal);
  const telaf = (i: number): string => (((i * 377) % 1_000) < eenCijfer ? 'een_cijfer' : 'gelijk');
  await td.migratie.insertInto('oordeel').values(paren.map(([persoon_id, ander_id], i) => ({
    organisatie_id: org, id: nieuwId(), compartiment: 'ambtelijk' as const, persoon_id, ander_id, uitkomst: 'dezelfde' as const, band: 'waarschijnlijk', score: 0.99, reden: 'Quispelaar zei het zelf.', door, op: proef.deuren.nu(),
    redenen: JSON.stringify([{ veld: 'geboortedatum', niveau: telaf(i), bits: 5, tekst: 'geboortedatum van Quispelaar' }]),
  }))).execute();
}
const versies = async (proef: Proef) => (await sql<{ versie: number; besluiten: number | null; terug_naar: number | null }>`select versie, besluiten, terug_naar from herkengewicht where organisatie_id = ${proef.org.id} order by versie`.execute(td.migratie)).rows;

describe('herken ijk', () => {
  it('only reports, unless it is told to take over: in numbers, with how sure it is and what it cannot know, and without anything of a person', async () => {
    await zetBesluiten(p, 1_000, 60);
    const { code, uit, fout } = await draai(p.org.slug);
    expect({ code, fout }).toEqual({ code: 0, fout: '' });
    expect(uit).toContain('1000 besluiten met redenen: 1000 keer dezelfde, 0 keer niet dezelfde.');
    expect(uit).toContain('Nu gelden: de gewichten van Rugdekking zelf.');
    expect(uit).toMatch(/Geboortedatum \(1000 keer vergeleken.*wijkt af/);
    expect(uit).toMatch(/\* geboortedatum één cijfer anders +60 +0 +1,6 % +6,0 % +4,7 % en 7,6 % +5,3 % +\+1,7/);
    expect(uit).toMatch(/Achternaam \(0 keer.*te weinig besluiten/);
    expect(uit).toContain('Alleen paren die iemand te zien kreeg');
    expect(uit).toContain('Niets veranderd.');
    expect(uit).not.toMatch(/quispel|pet\b|[0-9a-f]{8}-/i);
    expect(await versies(p)).toEqual([]);
    expect(await td.migratie.selectFrom('journaal').select('handeling').where('organisatie_id', '=', p.org.id).where('handeling', 'like', 'opdracht.ijk%').execute()).toEqual([]);
  });

  it('takes over a version that the room then weighs with, in the journaal, for that organisation only, and goes back', async () => {
    await zetBesluiten(p, 1_000, 60);
    const [jan, vraag] = [{ voornamen: 'Wolbert', geslachtsnaam: 'Oosterling', geboren: '5-6-1977' }, { voornamen: 'Wolbert', geslachtsnaam: 'Oosterling', geboren: '6-6-1977' }];
    for (const proef of [p, ander]) await proef.persoon(jan);
    const bits = async (proef: Proef): Promise<number> => (await proef.deuren.voer(zoekPersonen, { compartiment: 'ambtelijk', doel: 'melding', ...vraag }, await proef.als('adviseur'))).gevonden[0]?.uitslag.redenen.find((r) => r.niveau === 'een_cijfer')?.bits ?? Number.NaN;
    const [voor, elders] = [await bits(p), await bits(ander)];

    const over = await draai(p.org.slug, '--neem-over');
    expect(over).toMatchObject({ code: 0, fout: '' });
    expect(over.uit).toContain('Overgenomen als versie 1');
    expect(await bits(p)).toBeCloseTo(voor + Math.log2((60 + 0.016 / 1.004 * 200) / 1_200 * 1.004 / 0.016), 2);
    expect(await bits(ander)).toBe(elders);
    const regels = await td.migratie.selectFrom('journaal').leftJoin('journaal_inhoud', (j) => j.onRef('journaal_inhoud.organisatie_id', '=', 'journaal.organisatie_id').onRef('journaal_inhoud.volgnr', '=', 'journaal.volgnr')).select(['actor', 'handeling', sql<string>`journaal_inhoud.inhoud::text`.as('inhoud')]).where('journaal.organisatie_id', '=', p.org.id).where('handeling', 'like', 'opdracht.ijk%').execute();
    expect(regels).toEqual([{ actor: 'systeem', handeling: 'opdracht.ijking', inhoud: expect.stringContaining('1000') as string }]);
    expect((await draai(p.org.slug)).uit).toMatch(/Nu gelden: versie 1 van .*, uit 1000 besluiten\.[\s\S]*Er is niets over te nemen/);
    expect((await draai(p.org.slug, '--neem-over')).fout.trim()).toBe('De gewichten kloppen met de besluiten. Er is niets over te nemen.');

    expect((await draai(p.org.slug, '--terug', '0')).uit).toContain('Versie 2 geldt vanaf nu.');
    expect(await bits(p)).toBeCloseTo(voor, 9);
    expect((await draai(p.org.slug, '--terug', '1')).uit).toContain('Versie 3');
    expect(await bits(p)).toBeGreaterThan(voor + 1);
    expect(await versies(p)).toEqual([{ versie: 1, besluiten: 1_000, terug_naar: null }, { versie: 2, besluiten: null, terug_naar: 0 }, { versie: 3, besluiten: null, terug_naar: 1 }]);
    expect(await versies(ander)).toEqual([]);
  });

  it('refuses with too few decisions, where nothing is different, and what is asked wrongly', async () => {
    await zetBesluiten(p, 150, 60);
    expect((await draai(p.org.slug)).uit).toMatch(/Geboortedatum \(150 keer.*te weinig besluiten \(minstens 200\)[\s\S]*Er is niets over te nemen/);
    expect(await draai(p.org.slug, '--neem-over')).toMatchObject({ code: 1, uit: '', fout: expect.stringContaining('te weinig besluiten') as string });
    expect((await draai(p.org.slug, '--terug', '1')).fout.trim()).toBe('Versie 1 is er niet.');
    expect((await draai(p.org.slug, '--terug', '0')).fout.trim()).toBe('De standaard geldt al.');
    expect((await draai(p.org.slug, '--terug', 'nul')).fout).toContain('het nummer van een versie');
    expect((await draai(p.org.slug, '--terug', '0', '--neem-over')).fout).toContain('niet allebei');
    expect((await draai('bestaat-niet')).fout).toContain('Er is geen organisatie');
    expect(await versies(p)).toEqual([]);
  });

  it('does not count a decision that was withdrawn, nor one of which nothing is left', async () => {
    await zetBesluiten(p, 300, 60);
    await td.migratie.updateTable('oordeel').set({ ingetrokken_op: p.deuren.nu() }).where('organisatie_id', '=', p.org.id).where('id', 'in', td.migratie.selectFrom('oordeel').select('id').where('organisatie_id', '=', p.org.id).orderBy('id').limit(100)).execute();
    await td.migratie.updateTable('oordeel').set({ redenen: '[]' }).where('organisatie_id', '=', p.org.id).where('id', 'in', td.migratie.selectFrom('oordeel').select('id').where('organisatie_id', '=', p.org.id).orderBy('id', 'desc').limit(30)).execute();
    expect((await draai(p.org.slug)).uit).toContain('170 besluiten met redenen');
  });
});
