import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { draaiProgramma } from './programma.ts';

let td: TestDatabase;
let omgeving: Record<string, string>;
beforeAll(async () => {
  td = await maakTestDatabase();
  const adres = ({ user, host, database }: typeof td.config.app): string => `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}`;
  omgeving = { DATABASE_URL: adres(td.config.app), DATABASE_MIGRATIE_URL: adres(td.config.migratie), RUGDEKKING_DATA: '/bestaat/niet', RUGDEKKING_URL: 'https://rugdekking.example/' };
});
afterAll(() => td.opruimen());

async function draai(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let uit = '';
  let fout = '';
  const code = await draaiProgramma(['gebruiker', ...argumenten], { map: '/bestaat/niet', versie: '1', omgeving, uit: process.stdout, zeg: (t) => void (uit += `${t}\n`), meld: (t) => void (fout += `${t}\n`) });
  return { code, uit, fout };
}

const goed = async (...argumenten: string[]): Promise<string> => {
  const { code, uit, fout } = await draai(...argumenten);
  expect(fout).toBe('');
  expect(code).toBe(0);
  return uit;
};
const fout = async (...argumenten: string[]): Promise<string> => {
  const uitkomst = await draai(...argumenten);
  expect({ code: uitkomst.code, uit: uitkomst.uit }).toEqual({ code: 1, uit: '' });
  return uitkomst.fout;
};
const bas = ['nieuw', 'proefdorp', 'Bas@Proefdorp.example', '--voornaam', 'Bas', '--achternaam', 'Groen', '--personeelsnummer', 'P1'];

describe('the operator lets the first people in', () => {
  it('from nothing to a beheerder who can sign in, each step in the journaal without names', async () => {
    expect(await goed('lijst')).toContain('nog geen organisatie');
    expect(await goed('organisatie', 'proefdorp', '--naam', 'Gemeente Proefdorp')).toContain('Korte naam: proefdorp');
    await goed(...bas);
    await goed('rol', 'proefdorp', 'bas@proefdorp.example', 'beheerder');
    expect(await goed('lijst', 'proefdorp')).toBe('beheerder\tBas Groen\tbas@proefdorp.example\n');
    expect(await goed('uitnodigen', 'proefdorp', 'P1')).toMatch(/https:\/\/rugdekking\.example\/toegang\/proefdorp\/[\w-]{20,}\n/);
    expect(await goed('lijst')).toMatch(/^proefdorp\tGemeente Proefdorp\t[0-9a-f-]{36}\n$/);

    const { rows } = await sql<{ handeling: string; regel: string }>`select j.handeling, j::text || coalesce(i::text, '') as regel from journaal j left join journaal_inhoud i using (organisatie_id, volgnr) order by j.volgnr`.execute(td.migratie);
    expect(rows.map((r) => r.handeling)).toEqual(['opdracht.organisatie', 'opdracht.collega', 'opdracht.rol', 'account.uitnodigen']);
    expect(rows.map((r) => r.regel).join()).not.toMatch(/Bas|Groen|proefdorp\.example/i);
    const { rows: vormen } = await sql<{ n: number }>`select count(*)::int as n from agressievorm`.execute(td.migratie);
    expect(vormen[0]?.n).toBeGreaterThan(5);
  });

  it('also a griffier, in the closed compartment only', async () => {
    expect(await fout('rol', 'proefdorp', 'P1', 'griffier')).toContain('bestaat niet in het compartiment ambtelijk');
    await goed('rol', 'proefdorp', 'P1', 'griffier', '--politiek');
    expect(await goed('lijst', 'proefdorp')).toContain('griffier (politiek)\tBas Groen');
  });
});

describe('the operator hears what is wrong, in Dutch', () => {
  it.each([
    [['organisatie', 'proefdorp', '--naam', 'Nog een'], 'Er is al een organisatie met de korte naam proefdorp'],
    [['organisatie', 'Proef dorp', '--naam', 'x'], 'alleen kleine letters'],
    [['organisatie', 'anders', '--naam', 'x', '--soort', 'dorp'], 'Kies een soort: gemeente, provincie, waterschap, anders'],
    [['organisatie', 'anders'], 'Deze optie is nodig: --naam <naam>'],
    [bas, 'Er is al een collega met dit e-mailadres of personeelsnummer'],
    [[...bas.slice(0, 2), 'geen adres', ...bas.slice(3)], 'Dit is geen e-mailadres'],
    [[...bas.slice(0, -1), 'P2', '--onderdeel', 'X9'], 'Er is geen onderdeel met de code X9'],
    [['nieuw', 'weg', ...bas.slice(2)], 'Er is geen organisatie met de korte naam weg'],
    [['rol', 'proefdorp', 'P1', 'baas'], 'Kies een rol'],
    [['rol', 'proefdorp', 'P1', 'beheerder'], 'heeft deze rol al'],
    [['rol', 'proefdorp', 'P404', 'beheerder'], 'geen collega in dienst'],
    [['uitnodigen', 'proefdorp', 'P404'], 'geen collega in dienst'],
    [['uitnodigen', 'weg', 'P1'], 'Er is geen organisatie met de korte naam weg'],
  ])('%j', async (argumenten, tekst) => {
    expect(await fout(...argumenten)).toContain(tekst);
  });

  it('and nothing was made by what was refused', async () => {
    const { rows } = await sql<{ o: number; m: number }>`select (select count(*)::int from organisatie) as o, (select count(*)::int from medewerker) as m`.execute(td.migratie);
    expect(rows).toEqual([{ o: 1, m: 1 }]);
  });
});
