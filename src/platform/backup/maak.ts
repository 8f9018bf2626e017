import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { schrijfArchief, type Archiefschrijver } from './archief.ts';
import { kopieerUit } from './kopie.ts';
import type { Kop, Slot } from './vorm.ts';
import { kolomlijst, leesMigraties, leesReeksen, leesTabellen, volledigeNaam } from './tabellen.ts';

export interface Backupopdracht {
  /** As the owner of the database. */
  verbinding: pg.ClientConfig;
  /** Tables of other schemas that belong to it too, as `schema.naam`. */
  ookTabellen: readonly string[];
  /** Storage keys of the files that this database points to. Asked in the same moment of the database that is copied. */
  bestandssleutels: (client: pg.ClientBase) => Promise<string[]>;
  /** A stored file as it is stored (sealed); null when it is not there (any more). */
  leesBestand: (sleutel: string) => Promise<Readable | null>;
  /** Small files that belong to the installation, by the name they get in the backup. Asked after the moment was taken. */
  losseBestanden: (client: pg.ClientBase) => Promise<readonly { naam: string; inhoud: Buffer }[]>;
  versie: string;
  nu: Temporal.Instant;
  /** Told of each part of the work, for whoever looks on. */
  meld: (tekst: string) => void;
}

export interface Backupverslag {
  tabellen: number;
  rijen: number;
  bestanden: number;
  /** Storage keys that had gone between the moment of the database and the copying. */
  ontbrekend: string[];
  bytes: number;
}

const STUK = 4 * 1024 * 1024;
const pak = promisify(gzip);
export const deelnaam = (soort: 'tabel' | 'bestand', naam: string, nummer: number): string => `${soort}/${naam}/${String(nummer).padStart(6, '0')}${soort === 'tabel' ? '.gz' : ''}`;

/**
 * Writes a whole installation to a stream as one tar: first all tables of one moment of the database, then the files that this moment points
 * to, then keys and seals. What is written meanwhile belongs to the next backup.
 */
export async function maakBackup(uit: Writable, opdracht: Backupopdracht): Promise<Backupverslag> {
  const archief = schrijfArchief(uit, new Date(opdracht.nu.epochMilliseconds));
  const client = new pg.Client({ ...opdracht.verbinding, application_name: 'rugdekking back-up', statement_timeout: 0 });
  await client.connect();
  try {
    await client.query('set timezone = \'UTC\'; set datestyle = \'ISO\'; set extra_float_digits = 3; set bytea_output = \'hex\'');
    await client.query('begin isolation level repeatable read read only');
    const tabellen = await leesTabellen(client, opdracht.ookTabellen);
    const kop: Kop = {
      soort: 'rugdekking-backup', vorm: 1, rugdekking: opdracht.versie, gemaakt: opdracht.nu.toString({ smallestUnit: 'second' }),
      migraties: await leesMigraties(client), tabellen, reeksen: await leesReeksen(client),
    };
    await archief.schrijf('kop.json', json(kop));
    const sleutels = [...new Set(await opdracht.bestandssleutels(client))].sort();
    const los = await opdracht.losseBestanden(client);
    const rijen = await schrijfTabellen(client, archief, kop, opdracht.meld);
    await client.query('commit');
    const ontbrekend = await schrijfBestanden(archief, sleutels, opdracht);
    for (const { naam, inhoud } of los) await archief.schrijf(`installatie/${naam}`, inhoud);
    const slot: Slot = { rijen, bestanden: sleutels.length - ontbrekend.length, ontbrekend, delen: archief.delen };
    await archief.schrijf('manifest.json', json(slot));
    await archief.sluit();
    return { tabellen: tabellen.length, rijen: Object.values(rijen).reduce((a, b) => a + b, 0), bestanden: slot.bestanden, ontbrekend, bytes: archief.bytes };
  } finally {
    await client.end();
  }
}

async function schrijfTabellen(client: pg.Client, archief: Archiefschrijver, { tabellen }: Kop, meld: (tekst: string) => void): Promise<Record<string, number>> {
  const rijen: Record<string, number> = {};
  for (const tabel of tabellen) {
    const naam = `${tabel.schema}.${tabel.naam}`;
    let nummer = 0;
    rijen[naam] = await kopieerUit(client, `copy (select ${kolomlijst(tabel)} from ${volledigeNaam(tabel)}) to stdout`, async (stuk) => {
      await archief.schrijf(deelnaam('tabel', naam, ++nummer), await pak(stuk, { level: 4 }));
    });
  }
  meld(`database: ${tabellen.length} tabellen`);
  return rijen;
}

async function schrijfBestanden(archief: Archiefschrijver, sleutels: readonly string[], { leesBestand, meld }: Backupopdracht): Promise<string[]> {
  const ontbrekend: string[] = [];
  for (const [i, sleutel] of sleutels.entries()) {
    const bron = await leesBestand(sleutel);
    if (bron === null) ontbrekend.push(sleutel);
    else {
      let nummer = 0;
      for await (const stuk of inStukken(bron)) await archief.schrijf(deelnaam('bestand', sleutel, ++nummer), stuk);
    }
    if ((i + 1) % 1_000 === 0) meld(`bestanden: ${i + 1} van ${sleutels.length}`);
  }
  meld(`bestanden: ${sleutels.length}`);
  return ontbrekend;
}

/** A stream in pieces of a fixed size; an empty one gives one empty piece, so that it is there when it is put back. */
async function* inStukken(bron: Readable): AsyncGenerator<Buffer> {
  let delen: Buffer[] = [];
  let bytes = 0;
  let gegeven = false;
  for await (const blok of bron as AsyncIterable<Buffer>) {
    delen.push(blok);
    bytes += blok.length;
    if (bytes < STUK) continue;
    yield Buffer.concat(delen);
    gegeven = true;
    delen = [];
    bytes = 0;
  }
  if (bytes > 0 || !gegeven) yield Buffer.concat(delen);
}

const json = (waarde: unknown): Buffer => Buffer.from(`${JSON.stringify(waarde, null, 1)}\n`, 'utf8');
