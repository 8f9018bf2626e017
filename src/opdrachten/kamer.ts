import { Temporal } from 'temporal-polyfill';
import { leesBasisconfig } from '../config.ts';
import { organisaties } from '../inrichting/index.ts';
import { Fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import type { Db } from '../platform/database/index.ts';
import { maakDeuren, type Deuren } from '../platform/deuren/index.ts';
import { metDatabase } from './gegevens.ts';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

interface Kamer {
  db: Db;
  deuren: Deuren;
}

/** Carries out work of the operator; what is refused is told in its own words. */
export async function inKamer(o: Omstandigheden, werk: (kamer: Kamer) => Promise<void>): Promise<void> {
  await metDatabase(o, leesBasisconfig(o.omgeving), { nieuw: false }, async (bron) => {
    const { db, sluit } = await bron.open({ verbindingen: 2 });
    try {
      await werk({ db, deuren: maakDeuren(db, () => Temporal.Now.instant()) });
    } catch (fout) {
      if (!(fout instanceof Fout)) throw fout;
      const waarom = [...fout.velden.map((v) => v.tekst), ...fout.redenen].filter((t) => t !== '');
      throw new Opdrachtfout(waarom.length === 0 ? fout.soort.titel : waarom.join('\n'));
    } finally {
      await sluit();
    }
  });
}

/** The organisation with this short name. */
export async function organisatie(db: Db, slug: string): Promise<Id> {
  const gevonden = (await organisaties(db)).find((r) => r.slug === slug);
  if (gevonden === undefined) throw new Opdrachtfout(`Er is geen organisatie met de korte naam ${slug}. Zie: rugdekking gebruiker lijst`);
  return gevonden.id;
}
