import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { nieuwId, type Id } from '../../src/kern/ids.ts';
import type { Handeling, Onderwerp } from '../../src/platform/deuren/index.ts';
import { planBezoek } from '../../src/signalering/handelingen/bezoek.ts';
import { maakControle } from '../../src/signalering/handelingen/controle.ts';
import { lichtIn } from '../../src/signalering/handelingen/inlichten.ts';
import { maakKoppeling } from '../../src/signalering/handelingen/koppeling.ts';
import { maakSignaalhandelingen } from '../../src/signalering/handelingen/signaal.ts';
import { maakSignaleringmiddelen } from '../../src/signalering/index.ts';
import { nieuweSleutel } from '../../src/signalering/webhook/geheim.ts';
import type { TestDatabase } from './database.ts';
import type { Mens, Testorganisatie } from './organisatie.ts';

type Doe = <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown) => Promise<R>;

/** A signal on an address with all that can hang on one. */
export interface Signaaltoneel {
  id: Id;
  /** A yellow answer of the consulent from which no visit was prepared yet. */
  controle: Id;
  bezoek: Id;
  gebruik: Id;
  koppeling: Id;
}

/** Puts it in a dossier, which is made serious for it. */
export async function zetSignaal(database: TestDatabase, org: Testorganisatie, doe: Doe, dossier: Id): Promise<Signaaltoneel> {
  const middelen = maakSignaleringmiddelen([randomBytes(32)]);
  await database.migratie.updateTable('dossier').set({ ernst: 'ernstig' }).where('id', '=', dossier).execute();
  const { signaal: id } = await doe('adviseur', maakSignaalhandelingen(middelen).maakSignaal, {
    id: dossier, waarop: 'adres', postcode: '1234 AB', huisnummer: '12', grond: 'incident', reden: 'omgeving', instructies: ['met_zijn_tweeen'], toelichting: 'Er loopt een hond los', einddatum: '23-05-2027', herzien_op: '23-02-2027', burger: 'inlichten',
  });
  await doe('adviseur', lichtIn, { id, onderdelen: [org.onderdeel.WI] });
  const controleer = async (): Promise<Id> => (await doe('consulent', maakControle(middelen, 'medewerker'), { doel: 'huisbezoek', postcode: '1234AB', huisnummer: '12' })).id;
  const { id: bezoek } = await doe('consulent', planBezoek, { controle: await controleer(), nagegaan: ['nodig', 'instructie', 'samen', 'telefoon'], terug: '23.00', plek: 'Kade 12' });
  const gebruik = nieuwId();
  const { op } = await database.migratie.selectFrom('controle').select('op').where('organisatie_id', '=', org.id).executeTakeFirstOrThrow();
  await database.migratie.insertInto('gebruiksmelding').values({ organisatie_id: org.id, id: gebruik, compartiment: 'ambtelijk', medewerker_id: org.mens.receptionist, koppeling_id: null, patroon: 'een_achternaam', aantal: 13, geremd: true, op }).execute();
  const { hash, begin } = nieuweSleutel();
  const { id: koppeling } = await doe('beheerder', maakKoppeling, { naam: 'Zaaksysteem', doelen: ['huisbezoek'], dagen: '90', per_minuut: '60', hash, begin });
  return { id, controle: await controleer(), bezoek, gebruik, koppeling };
}
