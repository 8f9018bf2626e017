import type { Readable } from 'node:stream';
import { Bestandsfout, neemIn, type Ingenomen } from '../../platform/bestanden/index.ts';
import { MEEST_BYTES } from './fout.ts';

export type Lijstbestand = ({ soort: 'tekst'; bytes: Uint8Array } | { soort: 'xlsx'; pad: string }) & { ruimOp(): Promise<void> };

const ZIP = Buffer.from('504b0304', 'hex');

/**
 * Takes in one list, with a limit. Text stays in memory; a workbook goes through the same judge as every other file (no macros, no zip bomb), in the
 * spool folder, until it was read. Nothing is kept.
 */
export async function ontvangLijst(stroom: Readable, naam: string, spoelmap: string): Promise<Lijstbestand> {
  const delen: Buffer[] = [];
  let bytes = 0;
  for await (const blok of stroom.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (delen.length === 0 && blok.subarray(0, 4).equals(ZIP)) {
      stroom.unshift(blok);
      return werkboek(await neemIn(stroom, { naam, spoelmap, grenzen: { bytes: MEEST_BYTES } }));
    }
    bytes += blok.length;
    if (bytes > MEEST_BYTES) throw new Bestandsfout('bestand.te-groot');
    delen.push(blok);
  }
  if (bytes === 0) throw new Bestandsfout('bestand.leeg');
  return { soort: 'tekst', bytes: Buffer.concat(delen), ruimOp: () => Promise.resolve() };
}

async function werkboek(ingenomen: Ingenomen): Promise<Lijstbestand> {
  if (ingenomen.soort === 'xlsx') return { soort: 'xlsx', pad: ingenomen.pad, ruimOp: ingenomen.ruimOp };
  await ingenomen.ruimOp();
  throw new Bestandsfout('bestand.soort');
}
