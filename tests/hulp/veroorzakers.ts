import { maakKlok, maakTestdeuren, type Testdeuren } from './deuren.ts';
import type { TestDatabase } from './database.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from './organisatie.ts';
import type { Id } from '../../src/kern/ids.ts';
import { voegBetrokkeneToe } from '../../src/dossier/handelingen/betrokkenen.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { vulVeroorzakerAan } from '../../src/veroorzakers/dossier.ts';

/** An organisation in which tests put veroorzakers. */
export interface Proef {
  org: Testorganisatie;
  deuren: Testdeuren;
  als(wie: Mens): ReturnType<Testdeuren['als']>;
  meld(wie: Mens): Promise<Id>;
  /** A new dossier of `melder` with this person as its veroorzaker, recorded by `door`. */
  persoon(gegevens: Record<string, unknown>, melder?: Mens, door?: Mens): Promise<{ dossier: Id; betrokkene: Id; persoon: Id }>;
}

export async function maakProef(database: Pick<TestDatabase, 'app' | 'migratie'>): Promise<Proef> {
  const org = await maakOrganisatie(database.migratie);
  const deuren = maakTestdeuren(database.app, maakKlok());
  const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
  const meld = async (wie: Mens): Promise<Id> => (await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als(wie))).dossierId;
  return {
    org, deuren, als, meld,
    async persoon(gegevens, melder = 'samira', door = melder === 'raadslid' ? 'griffier' : 'adviseur') {
      const dossier = await meld(melder);
      await deuren.voer(voegBetrokkeneToe, { id: dossier, rol: 'veroorzaker', soort: 'bekend', naam: '', omschrijving: 'Gemeld aan de balie' }, await als(door));
      const { id: betrokkene } = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', dossier).where('rol', '=', 'veroorzaker').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
      await deuren.voer(vulVeroorzakerAan, { id: dossier, betrokkene, versie: '0', soort: 'bekend', ...gegevens }, await als(door));
      const { persoon_id: persoon } = await database.migratie.selectFrom('koppeling').select('persoon_id').where('betrokkene_id', '=', betrokkene).executeTakeFirstOrThrow();
      return { dossier, betrokkene, persoon };
    },
  };
}
