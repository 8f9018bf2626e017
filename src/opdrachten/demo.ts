import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { controleerDemo, leesAanmeldConfig } from '../aanmelden/index.ts';
import { leesConfig, type Config } from '../config.ts';
import { laadDemo as laad } from '../demo/index.ts';
import { bestandenUitOmgeving } from '../platform/bestanden/index.ts';
import { maakDatabase, type Db, type DatabaseBron } from '../platform/database/index.ts';
import { zegelbestand, zegelmap } from '../platform/journaal/index.ts';
import { metDatabase, werkBij } from './gegevens.ts';
import type { Omstandigheden } from './omstandigheden.ts';

/** Loads the demo organisations into an installation that is a demo, or puts fresh ones in their place. */
export async function demo(o: Omstandigheden, { opnieuw }: { opnieuw: boolean }): Promise<void> {
  const config = leesConfig(o.omgeving, { demo: true });
  await metDatabase(o, config, { nieuw: true }, async (bron) => {
    await werkBij(bron, o.map);
    const { db, sluit } = await bron.open({ verbindingen: 1 });
    try {
      await bewaakDemo(config, db);
    } finally {
      await sluit();
    }
    if (!(await laadDemo(o, config, bron, opnieuw))) o.zeg('De demo-organisaties zijn er al. Met --opnieuw zet je er nieuwe voor in de plaats.');
  });
}

/** In a demo everyone is let in as anyone: refuses where there is something to be seen. */
export async function bewaakDemo(config: Config, db: Db): Promise<void> {
  const { oidc } = leesAanmeldConfig(config.omgeving['RUGDEKKING_AANMELDEN']);
  await controleerDemo({ omgeving: config.omgevingsnaam, oidc: oidc.length > 0, smtpHost: config.post === null ? null : new URL(config.post.smtpUrl).hostname }, db);
}

/** Gives false when the demo was there already. */
export async function laadDemo(o: Omstandigheden, config: Config, bron: DatabaseBron, opnieuw: boolean): Promise<boolean> {
  const begin = performance.now();
  const { db, sluit } = maakDatabase(bron.migratie, { verbindingen: 1, statementTimeout: 0, stilstandTimeout: 0 });
  const app = await bron.open({ verbindingen: 2 });
  try {
    let gezegd = 0;
    const { stand, organisaties, verwijderd, geweigerd } = await laad({
      migratie: db,
      app: app.db,
      url: config.url,
      briefwerker: join(o.map, 'brieven', 'werker.mjs'),
      nu: Temporal.Now.instant(),
      opnieuw,
      bestanden: await bestandenUitOmgeving(config.gegevensmap, config.omgeving),
      voortgang(deel, totaal) {
        const tiende = Math.floor((deel / totaal) * 10);
        if (tiende > gezegd) o.meld(`  demo laden: ${(gezegd = tiende) * 10} %`);
      },
    });
    // The journaal of an organisation that was taken away is gone on purpose; its seals would say that it was stolen.
    await Promise.all(verwijderd.map((id) => rm(zegelbestand(zegelmap(config.gegevensmap), id), { force: true })));
    if (stand === 'was_er_al') return false;
    for (const { naam, medewerkers, dossiers, open } of organisaties) o.meld(`  ${naam}: ${medewerkers} medewerkers, ${dossiers} dossiers, waarvan ${open} open`);
    for (const regel of geweigerd) o.meld(`  overgeslagen: ${regel}`);
    o.meld(`  demo geladen in ${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s`);
    return true;
  } finally {
    await Promise.all([sluit(), app.sluit()]);
  }
}
