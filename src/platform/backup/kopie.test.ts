import { setImmediate as adem } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { kopieerIn, kopieerUit } from './kopie.ts';

let td: TestDatabase;
let client: pg.Client;
const RIJEN = 120_000;

beforeAll(async () => {
  td = await maakTestDatabase();
  client = new pg.Client(td.config.migratie);
  await client.connect();
  await client.query(`create table proef as select i as nummer, repeat(md5(i::text), i % 7) || E'\\t\\n\\\\ é😀' as tekst from generate_series(1, ${RIJEN}) i`);
});
afterAll(async () => {
  await client.end();
  await td.opruimen();
});

async function haal(wacht: () => Promise<unknown>): Promise<Buffer[]> {
  const stukken: Buffer[] = [];
  let bezig = 0;
  const rijen = await kopieerUit(client, 'copy (select * from proef order by nummer) to stdout', async (stuk) => {
    expect(++bezig).toBe(1);
    await wacht();
    stukken.push(stuk);
    bezig -= 1;
  });
  expect(rijen).toBe(RIJEN);
  return stukken;
}

async function* uit(stukken: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const stuk of stukken) {
    await adem();
    yield stuk;
  }
}

it('rows come out in pieces, one at a time, the same for a slow reader, and go in again unchanged', async () => {
  const vlug = await haal(async () => undefined);
  const traag = await haal(() => new Promise((klaar) => setTimeout(klaar, 30)));
  expect(vlug.length).toBeGreaterThan(2);
  expect(Buffer.concat(traag).equals(Buffer.concat(vlug))).toBe(true);
  await client.query('create table terug (like proef)');
  expect(await kopieerIn(client, 'copy terug from stdin', uit(traag))).toBe(RIJEN);
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from (table proef except all table terug) x');
  expect(rows).toEqual([{ n: 0 }]);
});

it('an error of the server or of the source is thrown, and the connection can still be used', async () => {
  await expect(kopieerUit(client, 'copy bestaat_niet to stdout', async () => undefined)).rejects.toThrow('bestaat_niet');
  await expect(kopieerIn(client, 'copy proef from stdin', uit([Buffer.from('geen getal\tx\n')]))).rejects.toThrow('invalid input syntax');
  const breekt = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from('1\tx\n');
    throw new Error('de bron brak');
  };
  await expect(kopieerIn(client, 'copy proef from stdin', breekt())).rejects.toThrow('de bron brak');
  await expect(kopieerUit(client, 'copy proef to stdout', () => Promise.reject(new Error('schijf vol')))).rejects.toThrow('schijf vol');
  expect((await client.query<{ n: number }>('select count(*)::int as n from proef')).rows).toEqual([{ n: RIJEN }]);
});
