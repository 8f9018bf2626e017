import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { leesBasisconfig, type Basisconfig } from '../config.ts';
import { Backupfout, controleerBackup, zetBackupTerug, type Backupinhoud } from '../platform/backup/index.ts';
import { opslagUitOmgeving } from '../platform/bestanden/index.ts';
import { migreer, vindMigraties, type DatabaseBron, type Migratie } from '../platform/database/index.ts';
import { controleerJournaal, leesZegelsleutel, zegelmap } from '../platform/journaal/index.ts';
import { sleutelmap } from '../platform/sleutelbestand/index.ts';
import { installeerWachtrij } from '../platform/wachtrij/index.ts';
import { openBron, werkBij } from './gegevens.ts';
import { verslag } from './journaal.ts';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

/** Puts a backup back on an empty machine. With `alleenControleren` it is only read and checked. */
export async function herstel(o: Omstandigheden, pad: string, { alleenControleren }: { alleenControleren: boolean }): Promise<number> {
  const begin = performance.now();
  if (!existsSync(pad)) throw new Opdrachtfout(`${pad} is er niet.`);
  const inhoud = await inOpdrachtfout(() => controleerBackup(pad));
  o.meld(`De back-up van ${inhoud.kop.gemaakt} (Rugdekking ${inhoud.kop.rugdekking}) is heel: ${inhoud.kop.tabellen.length} tabellen, ${inhoud.slot.bestanden} bestanden.`);
  const migraties = migratiesVan(inhoud, await vindMigraties(resolve(o.map)));
  if (alleenControleren) return 0;

  const config = leesBasisconfig(o.omgeving);
  await eisLegeGegevensmap(config);
  if (isVerzegeld(inhoud) && !heeftSleutels(inhoud) && config.omgeving['RUGDEKKING_BESTANDSSLEUTEL'] === undefined) {
    throw new Opdrachtfout('In deze back-up zitten geen sleutels. Geef de hoofdsleutel met RUGDEKKING_BESTANDSSLEUTEL.');
  }
  const bron = await openBron(o, config, false);
  try {
    await migreer(bron.migratie, migraties);
    await installeerWachtrij(bron.migratie);
    await zetAllesTerug(o, config, bron, pad, inhoud);
    await werkBij(bron, o.map);
    return await controleerNa(o, config, bron, begin);
  } finally {
    await bron.sluit();
  }
}

async function zetAllesTerug(o: Omstandigheden, config: Basisconfig, bron: DatabaseBron, pad: string, inhoud: Backupinhoud): Promise<void> {
  const geschreven: string[] = [];
  const los: string[] = [];
  const opslag = await opslagUitOmgeving(config.gegevensmap, config.omgeving);
  try {
    await inOpdrachtfout(() =>
      zetBackupTerug({
        pad, inhoud, verbinding: bron.migratie, meld: (tekst) => o.meld(`  ${tekst}`),
        async schrijfBestand(sleutel, stroom) {
          geschreven.push(sleutel);
          await opslag.schrijf(sleutel, stroom);
        },
        async schrijfLos(naam, bytes) {
          const plek = losPad(config, naam);
          los.push(plek);
          await mkdir(dirname(plek), { recursive: true, mode: 0o700 });
          await writeFile(plek, bytes, { mode: 0o600, flag: 'wx', flush: true });
        },
      }));
  } catch (fout) {
    // The database was rolled back; what stands beside it must not keep a second try from an empty place.
    await Promise.allSettled([...geschreven.map((sleutel) => opslag.verwijder(sleutel)), ...los.map((plek) => rm(plek, { force: true }))]);
    throw fout;
  }
}

/** Only keys and seals, whatever name a backup gives. */
function losPad({ gegevensmap }: Basisconfig, naam: string): string {
  const sleutel = /^sleutels\/([a-z]+\.key)$/.exec(naam)?.[1];
  if (sleutel !== undefined) return join(sleutelmap(gegevensmap), sleutel);
  const zegels = /^zegels\/([0-9a-f-]{36}\.jsonl)$/.exec(naam)?.[1];
  if (zegels !== undefined) return join(zegelmap(gegevensmap), zegels);
  throw new Backupfout(`Deel ${naam} hoort niet in een back-up.`);
}

/** Whether anything in it opens with the key of the files only: those, and the secrets of codes and webhooks. */
const isVerzegeld = ({ slot }: Backupinhoud): boolean => slot.bestanden > 0 || ['public.account', 'public.systeemkoppeling'].some((tabel) => (slot.rijen[tabel] ?? 0) > 0);

const heeftSleutels = ({ slot }: Backupinhoud): boolean => slot.delen['installatie/sleutels/bestanden.key'] !== undefined;

/** The migrations of the backup, as this version has them: rows fit in the tables they came from, and only then are the tables brought up to date. */
function migratiesVan({ kop }: Backupinhoud, onze: readonly Migratie[]): Migratie[] {
  const bekend = new Map(onze.map((m) => [m.nummer, m]));
  return kop.migraties.map(({ nummer, naam, sha256 }) => {
    const migratie = bekend.get(nummer);
    if (migratie?.sha256 !== sha256) throw new Opdrachtfout(`De back-up is van een andere versie van Rugdekking (${kop.rugdekking}): migratie ${naam} is hier niet dezelfde. Gebruik die versie of een nieuwere.`);
    return migratie;
  });
}

async function eisLegeGegevensmap({ gegevensmap }: Basisconfig): Promise<void> {
  for (const map of ['sleutels', 'zegels', 'bestanden']) {
    const inhoud = await readdir(join(gegevensmap, map)).catch(() => []);
    if (inhoud.length > 0) throw new Opdrachtfout(`De gegevensmap is niet leeg: in ${join(gegevensmap, map)} staat al iets. Zet terug in een lege gegevensmap (RUGDEKKING_DATA).`);
  }
}

async function controleerNa(o: Omstandigheden, config: Basisconfig, bron: DatabaseBron, begin: number): Promise<number> {
  const sleutel = await leesZegelsleutel(config.gegevensmap, { maak: false });
  if (sleutel === undefined) {
    o.meld('Teruggezet. De zegels van het journaal zijn niet gecontroleerd: de sleutel zat niet in de back-up. Zet sleutels/journaal.key terug en draai: rugdekking journaal controleer');
    return 0;
  }
  const uitslag = await controleerJournaal(bron.migratie, { zegelmap: zegelmap(config.gegevensmap), sleutel });
  for (const regel of verslag(uitslag, new Map())) o.meld(regel);
  o.meld(`Teruggezet in ${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s.`);
  return uitslag.breuken.length === 0 ? 0 : 1;
}

async function inOpdrachtfout<T>(doe: () => Promise<T>): Promise<T> {
  try {
    return await doe();
  } catch (fout) {
    if (fout instanceof Backupfout) throw new Opdrachtfout(fout.message, { cause: fout.cause });
    throw fout;
  }
}
