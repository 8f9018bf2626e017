import type { z } from 'zod';
import type { Id } from '../../src/kern/ids.ts';
import { maakNotitie, vulAan, wijsAanspreekpuntAan } from '../../src/dossier/handelingen/bijwerken.ts';
import { geefVerklaring, voegBetrokkeneToe, vraagVerklaring } from '../../src/dossier/handelingen/betrokkenen.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { kiesHelper, koppelTerug, legGesprekVast, schakelHulpIn } from '../../src/nazorg/index.ts';
import type { Handeling, Onderwerp } from '../../src/platform/deuren/index.ts';
import type { TestDatabase } from '../hulp/database.ts';
import type { Testdeuren } from '../hulp/deuren.ts';
import type { Mens, Testorganisatie } from '../hulp/organisatie.ts';

/** Dossiers of one organisation, each out of reach of others for its own reason. Everything a dossier can hold hangs on each. */
export const soorten = ['gewoon', 'anderOnderdeel', 'buitenom', 'politiek', 'metVeroorzaker'] as const;
export type Soort = (typeof soorten)[number];
export type Doelwitten = Record<Soort, Id>;

/** Colleagues with any relation to each dossier, written down by hand from the scene below; for all others it does not exist. */
export const betrokken: Record<Soort, readonly Mens[]> = {
  gewoon: ['samira', 'karin', 'directeur', 'adviseur', 'adviseurPolitiek', 'joost', 'opvang'],
  anderOnderdeel: ['opvang', 'directeur', 'adviseur', 'adviseurPolitiek', 'petra', 'joost'],
  buitenom: ['samira', 'adviseur', 'adviseurPolitiek', 'joost', 'opvang'],
  politiek: ['raadslid', 'griffier', 'adviseurPolitiek', 'joost', 'opvang'],
  // Karin leads the department and is named herself; so is one of the two advisers.
  metVeroorzaker: ['samira', 'directeur', 'adviseurPolitiek', 'joost', 'opvang'],
};

/** A text in a dossier that stands nowhere else: whoever sees it has seen that dossier. */
export const merkwoord: Record<Soort, string> = { gewoon: 'kwartelkoning', anderOnderdeel: 'waterral', buitenom: 'roerdomp', politiek: 'zeearend', metVeroorzaker: 'klapekster' };

const TITEL = (soort: Soort): string => `Bedreiging ${merkwoord[soort]}`;

/** Sets the scene by the acts themselves. */
export async function zetDoelwitten(database: TestDatabase, deuren: Testdeuren, org: Testorganisatie): Promise<Doelwitten> {
  const doe = async <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown): Promise<R> => deuren.voer(h, invoer, await deuren.als(org.id, org.mens[wie]));
  const versie = async (id: Id) => String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie);
  const melder: Record<Soort, Mens> = { gewoon: 'samira', anderOnderdeel: 'opvang', buitenom: 'samira', politiek: 'raadslid', metVeroorzaker: 'samira' };
  const uit: Partial<Doelwitten> = {};
  // Milan's department is in a phase in which colleagues do not report themselves.
  await database.migratie.updateTable('onderdeel').set({ fase: 3 }).where('organisatie_id', '=', org.id).where('code', '=', 'WI').execute();
  for (const soort of soorten) {
    const slachtoffer = melder[soort];
    const regie: Mens = soort === 'metVeroorzaker' ? 'adviseurPolitiek' : soort === 'politiek' ? 'griffier' : 'adviseur';
    const { dossierId: id } = await doe(slachtoffer, dienMeldingIn, {
      vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, plek: `Loket ${merkwoord[soort]}`, verhaal: `Hij riep steeds ${merkwoord[soort]}.`, belwens: 'vandaag', aangifte_wens: 'ja', concept: '',
      veroorzaker: 'naam', veroorzaker_naam: `Meneer ${merkwoord[soort]}`, veroorzaker_omschrijving: `Draagt een pet met ${merkwoord[soort]}`, route: soort === 'buitenom' ? 'buiten_leidinggevende' : 'leidinggevende',
    });
    uit[soort] = id;
    await doe(regie, vulAan, { id, versie: await versie(id), titel: TITEL(soort), kanaal: 'balie', locatie_id: org.locatie.stadhuis, plek: merkwoord[soort], wat: `Dit: ${merkwoord[soort]}` });
    await doe(regie, maakNotitie, { id, tekst: `Notitie over ${merkwoord[soort]}` });
    await doe(regie, vraagVerklaring, { id, medewerker: org.mens.joost, vraag: `Wat zag je van ${merkwoord[soort]}?` });
    if (soort !== 'gewoon') await doe('joost', geefVerklaring, { id, tekst: `Ik zag ${merkwoord[soort]}.` });
    await doe(regie, voegBetrokkeneToe, { id, rol: 'getuige', soort: 'derde', naam: `Mevrouw ${merkwoord[soort]}`, omschrijving: 'Stond in de rij', contact: '06-00000000' });
    await doe(regie, legGesprekVast, { id, voor: org.mens[slachtoffer], moment: 'nazorg_24u', wijze: 'telefoon', inhoud: `Ze sprak over ${merkwoord[soort]}.` });
    // After the first conversation, so that the next one waits for the helper.
    if (soort !== 'anderOnderdeel') await doe(regie, kiesHelper, { id, voor: org.mens[slachtoffer], medewerker: org.mens.opvang });
    await doe(regie, schakelHulpIn, { id, voor: org.mens[slachtoffer], soort: 'bot', toestemming: 'vraag' });
    await doe(regie, koppelTerug, { id, aan: org.mens[slachtoffer], wijze: 'rugdekking', tekst: `Over ${merkwoord[soort]} hoor je meer.`, vervolg: 'ja' });
    await doe(regie, wijsAanspreekpuntAan, { id, versie: await versie(id), medewerker: org.mens[regie] });
    if (soort === 'metVeroorzaker') for (const wie of ['karin', 'adviseur'] as const) await doe(regie, voegBetrokkeneToe, { id, rol: 'veroorzaker', soort: 'medewerker', medewerker: org.mens[wie], omschrijving: 'Zou het zelf hebben gezegd' });
  }
  return uit as Doelwitten;
}
