import { open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { createWriteStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Readable, Writable } from 'node:stream';
import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { leesBasisconfig, type Basisconfig } from '../config.ts';
import { briefsleutels } from '../brieven/index.ts';
import { opslagsleutels } from '../dossier/index.ts';
import { maakBackup, type Backupverslag } from '../platform/backup/index.ts';
import { Bestandsfout, opslagUitOmgeving, type Opslag } from '../platform/bestanden/index.ts';
import { leesZegelsTotEnMet, zegelmap } from '../platform/journaal/index.ts';
import { sleutelmap } from '../platform/sleutelbestand/index.ts';
import { metDatabase } from './gegevens.ts';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

/** Jobs that wait are part of the installation: mail that was promised must go out after a restore. */
export const TABELLEN_WACHTRIJ = ['wachtrij.job', 'wachtrij.job_dependency'];

/** Writes a backup to a new file, or to standard output for "-". */
export async function backup(o: Omstandigheden, doel: string, opties: { sleutels: boolean }): Promise<void> {
  const config = leesBasisconfig(o.omgeving);
  const begin = performance.now();
  const verslag = await metDatabase(o, config, { nieuw: false }, async (bron) => {
    const opslag = await opslagUitOmgeving(config.gegevensmap, config.omgeving);
    const opdracht = (uit: Writable): Promise<Backupverslag> =>
      maakBackup(uit, {
        verbinding: bron.migratie,
        ookTabellen: TABELLEN_WACHTRIJ,
        bestandssleutels: async (client) => [...(await opslagsleutels(client)), ...(await briefsleutels(client))],
        leesBestand: (sleutel) => leesBestand(opslag, sleutel),
        losseBestanden: async (client) => [...(opties.sleutels ? await sleutelbestanden(config) : []), ...(await zegelbestanden(config, client))],
        versie: o.versie,
        nu: Temporal.Now.instant(),
        meld: (tekst) => o.meld(`  ${tekst}`),
      });
    return doel === '-' ? await opdracht(o.uit) : await naarBestand(resolve(doel), opdracht);
  });
  const { tabellen, rijen, bestanden, ontbrekend, bytes } = verslag;
  o.meld(`Back-up gemaakt in ${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s: ${rijen} rijen in ${tabellen} tabellen, ${bestanden} bestanden, ${Math.ceil(bytes / 1024)} kB.`);
  if (ontbrekend.length > 0) o.meld(`${ontbrekend.length} bestanden uit de database waren er niet (meer): verwijderd tijdens de back-up, of eerder kwijtgeraakt.`);
  o.meld(opties.sleutels ? 'In de back-up staan ook de sleutels: bewaar hem versleuteld en achter slot.' : 'De sleutels zitten niet in de back-up. Zonder de map "sleutels" zijn de bestanden onleesbaar: bewaar die apart.');
}

/** Under another name until it is whole and on disk: a backup that was interrupted must not look like one. */
async function naarBestand(doel: string, opdracht: (uit: Writable) => Promise<Backupverslag>): Promise<Backupverslag> {
  if (existsSync(doel)) throw new Opdrachtfout(`${doel} bestaat al. Kies een nieuwe naam.`);
  const tijdelijk = `${doel}.onaf`;
  const uit = createWriteStream(tijdelijk, { mode: 0o600, flush: true });
  try {
    const verslag = await opdracht(uit);
    uit.end();
    await finished(uit);
    await rename(tijdelijk, doel);
    const map = await open(resolve(doel, '..'), 'r');
    await map.sync().finally(() => map.close());
    return verslag;
  } catch (fout) {
    uit.destroy();
    await rm(tijdelijk, { force: true });
    throw fout;
  }
}

async function leesBestand(opslag: Opslag, sleutel: string): Promise<Readable | null> {
  try {
    return await opslag.lees(sleutel);
  } catch (fout) {
    if (fout instanceof Bestandsfout && fout.code === 'bestand.weg') return null;
    throw fout;
  }
}

async function sleutelbestanden({ gegevensmap }: Basisconfig): Promise<{ naam: string; inhoud: Buffer }[]> {
  const map = sleutelmap(gegevensmap);
  const namen = existsSync(map) ? (await readdir(map)).filter((naam) => naam.endsWith('.key')).sort() : [];
  return await Promise.all(namen.map(async (naam) => ({ naam: `sleutels/${naam}`, inhoud: await readFile(join(map, naam)) })));
}

/** Only the seals that the copied moment of the database knows of: one that is made meanwhile is about lines that are not in the backup. */
async function zegelbestanden({ gegevensmap }: Basisconfig, client: pg.ClientBase): Promise<{ naam: string; inhoud: Buffer }[]> {
  const { rows } = await client.query<{ id: string; nummer: string }>('select organisatie_id::text as id, max(nummer)::text as nummer from journaal_zegel group by 1 order by 1');
  const alle = await Promise.all(rows.map(async ({ id, nummer }) => ({ naam: `zegels/${id}.jsonl`, inhoud: await leesZegelsTotEnMet(zegelmap(gegevensmap), id, Number(nummer)) })));
  return alle.flatMap(({ naam, inhoud }) => (inhoud === undefined ? [] : [{ naam, inhoud }]));
}
