import type { FileHandle } from 'node:fs/promises';
import { leesBytes, nulUit } from '../bron.ts';
import { dozenIn, leesDoos, vereis, vind, wisDoos, type Doos } from './dozen.ts';

const BOVENAAN = new Set(['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'ssix', 'styp']);
const IN_MOOV = new Set(['mvhd', 'trak', 'mvex', 'iods']);
const IN_TRAK = new Set(['tkhd', 'mdia', 'edts', 'tref']);
/** Tracks that people see or hear; others are written by the device: places, sensors, faces. */
const SPOREN = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp', 'tmcd']);

/**
 * Takes the place, device, times and other additions out of an mp4, mov, 3gp or m4a, in place. Only boxes that playing needs
 * are kept; the samples of device tracks are overwritten. Throws a RangeError when the file is not understood; the file is
 * then half done and of no use.
 */
export async function wisFilm(bestand: FileHandle): Promise<void> {
  const { size } = await bestand.stat();
  const boven = await dozenIn(bestand, 0, size);
  const moov = vereis(boven, 'moov');
  const gefragmenteerd = boven.some((doos) => doos.type === 'moof');
  const beelddata = boven.filter((doos) => doos.type === 'mdat');
  for (const doos of boven) if (!BOVENAAN.has(doos.type)) await wisDoos(bestand, doos);
  for (const moof of boven.filter((doos) => doos.type === 'moof')) await wisAnders(bestand, moof, new Set(['mfhd', 'traf']));

  await wisAnders(bestand, moov, IN_MOOV);
  const inMoov = await dozenIn(bestand, moov.inhoud, moov.einde);
  await wisTijden(bestand, vereis(inMoov, 'mvhd'));
  let over = 0;
  for (const trak of inMoov.filter((doos) => doos.type === 'trak')) {
    if (await wisSpoor(bestand, trak, beelddata, gefragmenteerd)) over += 1;
  }
  if (over === 0) throw new RangeError('no track left to play');
}

/** Returns whether the track was kept. */
async function wisSpoor(bestand: FileHandle, trak: Doos, beelddata: readonly Doos[], gefragmenteerd: boolean): Promise<boolean> {
  await wisAnders(bestand, trak, IN_TRAK);
  const delen = await dozenIn(bestand, trak.inhoud, trak.einde);
  const mdia = vereis(delen, 'mdia');
  await wisAnders(bestand, mdia, new Set(['mdhd', 'hdlr', 'minf', 'elng']));
  const inMdia = await dozenIn(bestand, mdia.inhoud, mdia.einde);
  const soort = (await leesBytes(bestand, vereis(inMdia, 'hdlr').inhoud + 8, 4)).toString('latin1');
  if (SPOREN.has(soort)) {
    await wisTijden(bestand, vereis(delen, 'tkhd'));
    await wisTijden(bestand, vereis(inMdia, 'mdhd'));
    return true;
  }
  if (gefragmenteerd) throw new RangeError('samples of a device track in fragments');
  const minf = vereis(inMdia, 'minf');
  const stbl = vereis(await dozenIn(bestand, minf.inhoud, minf.einde), 'stbl');
  for (const [begin, einde] of await stukken(bestand, stbl)) {
    if (!beelddata.some((doos) => begin >= doos.inhoud && einde <= doos.einde)) throw new RangeError('samples outside the media data');
    await nulUit(bestand, begin, einde);
  }
  await wisDoos(bestand, trak);
  return false;
}

/** Where the samples of a track stand: chunk offsets (stco/co64), samples per chunk (stsc) and their sizes (stsz), ISO 14496-12 §8.7. */
async function stukken(bestand: FileHandle, stbl: Doos): Promise<[number, number][]> {
  const tabellen = await dozenIn(bestand, stbl.inhoud, stbl.einde);
  const groot = vind(tabellen, 'co64');
  const plaatstabel = await leesDoos(bestand, groot ?? vereis(tabellen, 'stco'));
  const perStuk = await leesDoos(bestand, vereis(tabellen, 'stsc'));
  const maten = await leesDoos(bestand, vereis(tabellen, 'stsz'));
  const vasteMaat = maten.readUInt32BE(4);
  const maat = (monster: number): number => (vasteMaat > 0 ? vasteMaat : maten.readUInt32BE(12 + monster * 4));

  const uit: [number, number][] = [];
  const aantal = plaatstabel.readUInt32BE(4);
  const regels = perStuk.readUInt32BE(4);
  let monster = 0;
  let regel = 0;
  for (let stuk = 0; stuk < aantal; stuk += 1) {
    if (regel + 1 < regels && perStuk.readUInt32BE(8 + (regel + 1) * 12) <= stuk + 1) regel += 1;
    const monsters = perStuk.readUInt32BE(8 + regel * 12 + 4);
    const begin = groot === undefined ? plaatstabel.readUInt32BE(8 + stuk * 4) : Number(plaatstabel.readBigUInt64BE(8 + stuk * 8));
    if (monster + monsters > maten.readUInt32BE(8)) throw new RangeError('more samples than sizes');
    let einde = begin;
    for (let n = 0; n < monsters; n += 1) einde += maat(monster + n);
    monster += monsters;
    uit.push([begin, einde]);
  }
  return uit;
}

async function wisAnders(bestand: FileHandle, houder: Doos, blijft: ReadonlySet<string>): Promise<void> {
  for (const doos of await dozenIn(bestand, houder.inhoud, houder.einde)) if (!blijft.has(doos.type)) await wisDoos(bestand, doos);
}

/** Creation and modification time stand first in mvhd, tkhd and mdhd: 2 × 4 bytes, or 2 × 8 in version 1. */
async function wisTijden(bestand: FileHandle, doos: Doos): Promise<void> {
  const versie = (await leesBytes(bestand, doos.inhoud, 1)).readUInt8(0);
  const einde = doos.inhoud + 4 + (versie === 1 ? 16 : 8);
  if (einde > doos.einde) throw new RangeError('a header is too short');
  await nulUit(bestand, doos.inhoud + 4, einde);
}
