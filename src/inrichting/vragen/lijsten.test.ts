import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId } from '../../kern/ids.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakKlok, maakTestdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { medewerkersLijst } from './lijsten.ts';

let td: TestDatabase;
let org: Testorganisatie;
beforeAll(async () => {
  td = await maakTestDatabase();
  org = await maakOrganisatie(td.migratie);
});
afterAll(() => td.opruimen());

describe('the list of colleagues', () => {
  it('stands in Dutch order: accents and capitals do not count, and a particle is not part of the name', async () => {
    const deuren = maakTestdeuren(td.app, maakKlok());
    const namen: [string, string, string][] = [['Zoë', '', 'Zwart'], ['Émile', '', 'Äbbing'], ['emma', '', 'abbing'], ['Jan', 'de', 'Vries'], ['Ömer', '', 'Öztürk'], ['Piet', '', 'Ozinga']];
    for (const [i, [voornaam, tussenvoegsel, achternaam]] of namen.entries()) {
      await td.migratie.insertInto('medewerker').values({
        organisatie_id: org.id, id: nieuwId(), personeelsnummer: `V${i}`, voornaam, tussenvoegsel, achternaam, email: `volgorde${i}@x.example`, onderdeel_id: org.onderdeel.BUI ?? '', functie_id: null, locatie_id: null,
      }).execute();
    }
    const { regels } = await deuren.vraag(medewerkersLijst, { onderdeel: org.onderdeel.BUI, pagina: 1 }, await deuren.als(org.id, org.mens.beheerder));
    const gevonden = regels.map((r) => r.naam).filter((n) => n !== 'Wim Postma');
    expect(gevonden).toEqual(['emma abbing', 'Émile Äbbing', 'Piet Ozinga', 'Ömer Öztürk', 'Jan de Vries', 'Zoë Zwart']);
  });
});
