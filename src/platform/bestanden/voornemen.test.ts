import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { metOrganisatie } from '../database/index.ts';
import { mapopslag, nieuweOpslagsleutel, type Opslag } from './opslag.ts';
import { proefmap } from './proefbestanden.ts';
import { maakVoornemenWaar, ruimVoornemensOp, schrijfVoornemen } from './voornemen.ts';

let td: TestDatabase;
let org: Testorganisatie;
let ander: Testorganisatie;
const klok = maakKlok();
const straks = (uren: number): Temporal.Instant => klok().add({ hours: uren });

beforeAll(async () => {
  td = await maakTestDatabase();
  [org, ander] = [await maakOrganisatie(td.migratie), await maakOrganisatie(td.migratie)];
});
afterAll(() => td?.opruimen());

async function opgeslagen(opslag: Opslag, waar = org): Promise<string> {
  const sleutel = nieuweOpslagsleutel();
  await schrijfVoornemen(td.app, waar.id, [sleutel], klok());
  await opslag.schrijf(sleutel, Readable.from([Buffer.from('verzegeld')]));
  return sleutel;
}
const waar = (sleutels: string[], van = org) => metOrganisatie(td.app, van.id, (trx) => maakVoornemenWaar(trx, van.id, sleutels));
const nieuweOpslag = async (): Promise<Opslag> => mapopslag(join(await proefmap(), 'bestanden'));

describe('what was stored and never got a row', () => {
  it('is taken out of the storage a day later and not before, whatever organisation it is of', async () => {
    const opslag = await nieuweOpslag();
    const [a, b] = [await opgeslagen(opslag), await opgeslagen(opslag, ander)];
    expect(await ruimVoornemensOp(td.app, opslag, straks(23))).toBe(0);
    expect([await opslag.bestaat(a), await opslag.bestaat(b)]).toEqual([true, true]);
    expect(await ruimVoornemensOp(td.app, opslag, straks(25))).toBe(2);
    expect([await opslag.bestaat(a), await opslag.bestaat(b)]).toEqual([false, false]);
    expect(await ruimVoornemensOp(td.app, opslag, straks(26))).toBe(0);
  });

  it('never is what an act wrote down, nor what nobody announced', async () => {
    const opslag = await nieuweOpslag();
    const sleutel = await opgeslagen(opslag);
    const onaangekondigd = nieuweOpslagsleutel();
    await opslag.schrijf(onaangekondigd, Readable.from([Buffer.from('van een andere weg')]));
    expect(await waar([sleutel])).toBe(true);
    expect(await ruimVoornemensOp(td.app, opslag, straks(1_000))).toBe(0);
    expect([await opslag.bestaat(sleutel), await opslag.bestaat(onaangekondigd)]).toEqual([true, true]);
  });

  it('stays when the act that wrote it down was rolled back, until its day is over', async () => {
    const opslag = await nieuweOpslag();
    const sleutel = await opgeslagen(opslag);
    await expect(metOrganisatie(td.app, org.id, async (trx) => {
      await maakVoornemenWaar(trx, org.id, [sleutel]);
      throw new Error('teruggedraaid');
    })).rejects.toThrow('teruggedraaid');
    expect(await ruimVoornemensOp(td.app, opslag, straks(25))).toBe(1);
    expect(await opslag.bestaat(sleutel)).toBe(false);
  });

  it('is refused to an act that comes after all, and told for a month', async () => {
    const opslag = await nieuweOpslag();
    const sleutel = await opgeslagen(opslag);
    await ruimVoornemensOp(td.app, opslag, straks(25));
    expect(await waar([sleutel])).toBe(false);
    await opgeslagen(opslag);
    await ruimVoornemensOp(td.app, opslag, straks(25));
    await ruimVoornemensOp(td.app, opslag, straks(25 + 31 * 24));
    expect(await td.migratie.selectFrom('opslagvoornemen').select('sleutel').where('organisatie_id', '=', org.id).execute()).toEqual([]);
  });

  it('and an act that finishes it at the same moment: one of the two comes first, and a row never points at nothing', async () => {
    const opslag = await nieuweOpslag();
    const gezien = new Set<string>();
    for (let ronde = 0; ronde < 20; ronde++) {
      const sleutel = await opgeslagen(opslag);
      const [bewaard, geruimd] = await Promise.all([waar([sleutel]), ruimVoornemensOp(td.app, opslag, straks(25))]);
      expect(await opslag.bestaat(sleutel)).toBe(bewaard);
      expect(geruimd).toBe(bewaard ? 0 : 1);
      gezien.add(String(bewaard));
    }
    expect(gezien.size).toBeGreaterThan(0);
  });

  it('waits for a storage that is away, and goes when it is back', async () => {
    const opslag = await nieuweOpslag();
    const sleutel = await opgeslagen(opslag);
    const weg: Opslag = { ...opslag, verwijder: async () => Promise.reject(new Error('opslag onbereikbaar')) };
    await expect(ruimVoornemensOp(td.app, weg, straks(25))).rejects.toThrow('onbereikbaar');
    expect(await ruimVoornemensOp(td.app, opslag, straks(25))).toBe(1);
    expect(await opslag.bestaat(sleutel)).toBe(false);
  });

  it.each(['klaar', 'halverwege'])('is found again when the process was killed: %s', async (wanneer) => {
    const map = await proefmap();
    const kind = spawn(process.execPath, [resolve(import.meta.dirname, '../../../tests/hulp/upload-kind.ts'), map, JSON.stringify(td.config.app), org.id, klok().toString(), wanneer], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void kind.kill('SIGKILL'));
    const regels: string[] = [];
    for await (const regel of createInterface({ input: kind.stdout })) {
      regels.push(regel);
      if (regel === 'klaar' || regel === 'bezig') break;
    }
    kind.kill('SIGKILL');
    await once(kind, 'exit');
    const opSchijf = async (): Promise<string[]> => (await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true })).filter((d) => d.isFile()).map((d) => d.name);
    const sleutel = regels[0] ?? '';
    expect((await opSchijf()).map((naam) => naam.slice(0, 32))).toEqual([sleutel]);
    const opslag = mapopslag(join(map, 'bestanden'));
    expect(await opslag.bestaat(sleutel)).toBe(wanneer === 'klaar');
    expect(await ruimVoornemensOp(td.app, opslag, straks(25))).toBe(1);
    expect(await opSchijf()).toEqual([]);
  }, 30_000);
});
