import { leesBasisconfig } from '../config.ts';
import { metDatabase, werkBij } from './gegevens.ts';
import type { Omstandigheden } from './omstandigheden.ts';

export async function migreer(o: Omstandigheden): Promise<void> {
  await metDatabase(o, leesBasisconfig(o.omgeving), { nieuw: true }, async (bron) => {
    const nieuw = await werkBij(bron, o.map);
    for (const naam of nieuw) o.zeg(`uitgevoerd: ${naam}`);
    o.zeg(nieuw.length === 0 ? 'De database was al bij.' : `De database is bijgewerkt (${nieuw.length}).`);
  });
}
