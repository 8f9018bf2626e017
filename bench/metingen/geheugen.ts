import { setTimeout as wacht } from 'node:timers/promises';
import type { Proefveld } from '../omgeving/database.ts';
import { meldAan } from '../omgeving/gebruikers.ts';
import { GELIJKTIJDIG, startLast } from '../omgeving/last.ts';
import { geheugen } from '../omgeving/proc.ts';
import { startApp } from '../omgeving/processen.ts';
import { maakDoelen } from './doelen.ts';
import { maakMeldingen } from './schrijven.ts';
import type { Meting, Opties } from './meting.ts';

const KOPIE = 'proef_geheugen';
const MEEST_MB = 150;

/** What the process of the application, worker included, keeps in memory: at rest, at its highest under all kinds of work, and afterwards. */
export async function meetGeheugen(veld: Proefveld, o: Opties): Promise<Meting[]> {
  await veld.kopie(KOPIE);
  const last = startLast();
  try {
    const app = await startApp({ app: veld.verbinding('app', KOPIE), migratie: veld.verbinding('migratie', KOPIE), werker: true });
    try {
      await wacht(2_000);
      const rust = await geheugen(app.pid);
      const gebruikers = await meldAan(veld.verbinding('migratie', KOPIE));
      let verzoeken = 0;
      for (const soort of ['lijst', 'dossier', 'zoek', 'melden', 'lijst', 'dossier'] as const) {
        o.meld(`geheugen: ${soort}`);
        const doelen = soort === 'melden' ? await maakMeldingen(veld.verbinding('beheer', KOPIE), gebruikers) : await maakDoelen(veld.verbinding('beheer', KOPIE), soort, gebruikers);
        verzoeken += (await last.draai({ poort: app.poort, doelen, opwarmMs: 0, duurMs: o.duurMs * o.rondes })).verzoeken;
      }
      const druk = await geheugen(app.pid);
      await wacht(10_000);
      const na = await geheugen(app.pid);
      return [{
        naam: 'geheugen', verhouding: druk.hoogst / MEEST_MB, per_s: null, p50_ms: null, p99_ms: null, hoogste_mb: druk.hoogst, rust_mb: rust.nu, onder_last_mb: druk.nu, na_10_s_mb: na.nu, verzoeken, gelijktijdig: GELIJKTIJDIG,
        doel: `hoogstens ${MEEST_MB} MB`, gehaald: druk.hoogst <= MEEST_MB,
      }];
    } finally {
      await app.stop();
    }
  } finally {
    await last.stop();
    await veld.weg(KOPIE);
  }
}
