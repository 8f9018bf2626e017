import type { z } from 'zod';
import type { Id } from '../../src/kern/ids.ts';
import type { Handeling, Onderwerp } from '../../src/platform/deuren/index.ts';
import { maakBesluiten, openVerzoek } from '../../src/veroorzakers/avg/handelingen.ts';
import { houdVast } from '../../src/veroorzakers/avg/vasthouden.ts';
import { beslisOverKandidaat, vulVeroorzakerAan } from '../../src/veroorzakers/dossier.ts';
import { wijzigPersoon } from '../../src/veroorzakers/personen.ts';
import type { TestDatabase } from './database.ts';
import type { Mens } from './organisatie.ts';

/** Persons and requests in every state. */
export interface Personentoneel {
  /** Joined with another, corrected once, with a request for inzage; someone who looks like him; and one of whom it was decided that he is another. */
  id: Id;
  record: Id;
  lijkt: Id;
  oordeel: Id;
  verzoek: Id;
  kennisgeving: Id;
  /** Refused, waiting for a second person. */
  wacht: Id;
  beperkt: Id;
  /** Held for a case, of the first. */
  vasthouding: Id;
}

type Doe = <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown) => Promise<R>;

/** Records the veroorzakers of these dossiers, each with one that has none recorded yet. */
export async function zetPersonen(database: TestDatabase, doe: Doe, dossiers: readonly { dossier: Id; betrokkene: Id }[]): Promise<Personentoneel> {
  const VELDEN = { soort: 'bekend', voornamen: 'Harmen', voorvoegsel: 'van der', geslachtsnaam: 'Zwaluwenburg', geboren: '4-5-1971', straat: 'Kade', huisnummer: '3', postcode: '1234 AB', woonplaats: 'Proefdam' };
  const anders = [{}, { geslachtsnaam: 'Swaluwenburg' }, { voornamen: 'Herman' }, { geboren: '5-5-1971' }, { voornamen: 'Truus', geslachtsnaam: 'Ekster', geboren: '1950' }];
  const personen: Id[] = [];
  for (const [i, over] of anders.entries()) {
    const d = dossiers[i];
    if (!d) throw new Error('te weinig dossiers');
    await doe('adviseur', vulVeroorzakerAan, { id: d.dossier, betrokkene: d.betrokkene, versie: '0', ...VELDEN, ...over });
    personen.push((await database.migratie.selectFrom('koppeling').select('persoon_id').where('betrokkene_id', '=', d.betrokkene).executeTakeFirstOrThrow()).persoon_id);
  }
  const [id = '', record = '', ander = '', lijkt = '', beperkt = ''] = personen;
  const beslis = (i: number, persoon: Id, uitkomst: string) => doe('adviseur', beslisOverKandidaat, { id: dossiers[i]?.dossier, betrokkene: dossiers[i]?.betrokkene, persoon, uitkomst, reden: 'Zelfde adres.' });
  await beslis(1, id, 'dezelfde');
  await beslis(2, id, 'niet_dezelfde');
  await doe('adviseur', wijzigPersoon, { id, versie: '2', ...VELDEN, roepnaam: 'Harm', reden: 'Op verzoek van de persoon.' });
  const vraag = async (persoon: Id, soort: string): Promise<Id> => (await doe('adviseur', openVerzoek, { id: persoon, soort, gevraagd: 'Wat hebben jullie over mij?', identiteit: 'Kwam langs met een paspoort.' })).id;
  const { besluit } = maakBesluiten([]);
  const [verzoek, wacht, beperking] = [await vraag(id, 'inzage'), await vraag(id, 'verwijdering'), await vraag(beperkt, 'beperking')];
  await doe('adviseur', besluit, { id: wacht, versie: '1', uitkomst: 'geweigerd', reden: 'Er loopt nog een maatregel.' });
  await doe('adviseur', besluit, { id: beperking, versie: '1', uitkomst: 'toegewezen', reden: 'We gaan het na.' });
  await doe('adviseur', houdVast, { id, grond: 'aangifte', reden: 'Aangifte van 23 november.', tot: '1-3-2027' });
  const een = database.migratie;
  const { id: vasthouding } = await een.selectFrom('vasthouding').select('id').where('persoon_id', '=', id).executeTakeFirstOrThrow();
  const { id: oordeel } = await een.selectFrom('oordeel').select('id').where('persoon_id', '=', ander).where('uitkomst', '=', 'niet_dezelfde').executeTakeFirstOrThrow();
  const { id: kennisgeving } = await een.selectFrom('avgverzoek').select('id').where('persoon_id', '=', lijkt).where('soort', '=', 'kennisgeving').executeTakeFirstOrThrow();
  return { id, record, lijkt, oordeel, verzoek, kennisgeving, wacht, beperkt, vasthouding };
}
