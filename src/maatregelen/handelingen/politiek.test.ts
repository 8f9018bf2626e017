import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maatregelhulp } from '../../../tests/hulp/maatregel.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { voegBetrokkeneToe } from '../../dossier/handelingen/betrokkenen.ts';
import { classificeer } from '../../dossier/handelingen/bijwerken.ts';
import { maakLegMachtigingVast } from '../../inrichting/handelingen/machtigingen.ts';
import type { Id } from '../../kern/ids.ts';
import { dienMeldingIn } from '../../melden/index.ts';
import { machtigingswoorden } from '../index.ts';
import { maatregelbeeld, voorstelvorm } from '../vragen/beeld.ts';

// Who is on the council or in the dagelijks bestuur: the closed compartment, the kader for political office holders, and deciders who are no line of the organisation.

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let h: ReturnType<typeof maatregelhulp>;
let d: { dossierId: Id; betrokkeneId: Id };

beforeAll(async () => {
  database = await maakTestDatabase();
  h = maatregelhulp(database, () => deuren, () => org);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  org = await maakOrganisatie(database.migratie);
  const { dossierId } = await h.doe('raadslid', dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' });
  await h.doe('adviseurPolitiek', voegBetrokkeneToe, { id: dossierId, rol: 'veroorzaker', soort: 'bekend', naam: 'J. Willems' });
  const { versie } = await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow();
  await h.doe('adviseurPolitiek', classificeer, { id: dossierId, versie: String(versie), vormen: [org.vorm['dreigen']], ernst: '', ernst_reden: '' });
  const { id: betrokkeneId } = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('soort', '=', 'bekend').executeTakeFirstOrThrow();
  d = { dossierId, betrokkeneId };
});

const machtig = (wie: Mens, als: string, door: Mens, compartiment = 'politiek') => h.doe(door, maakLegMachtigingVast(machtigingswoorden), {
  medewerker: org.mens[wie], compartiment, beslissersoort: als, maatregelsoorten: Object.keys(machtigingswoorden.maatregelen), verlener: compartiment === 'politiek' ? 'hoofd_dagelijks_bestuur' : 'hoofd_ambtelijk', kenmerk: 'Mandaatregister nr. 1',
});

/** A proposal with all its parts, heard and weighed. */
async function klaar(beslissersoort: string): Promise<Id> {
  const m = await h.voorstel(d, { beslissersoort }, 'adviseurPolitiek');
  await h.motivering(d.dossierId, m, {}, 'adviseurPolitiek');
  await h.dienstverlening(d.dossierId, m, {}, 'adviseurPolitiek');
  await h.hoor(d);
  await h.weeg(d.dossierId, m, {}, 'adviseurPolitiek');
  return m;
}

describe('a measure for who is on the council', () => {
  it('rests on the kader for political office holders, whose deciders are the griffier and the dagelijks bestuur', async () => {
    const { advies } = await deuren.vraag(voorstelvorm, { id: d.dossierId, betrokkene: d.betrokkeneId }, await h.als('adviseurPolitiek'));
    expect([advies.versie.persoonssoort, advies.beslissers]).toEqual(['politiek', ['griffier', 'dagelijks_bestuur']]);
    expect(advies.samenvatting).toMatch(/pandverbod van 3 maanden/);
  });

  it.each([['griffier', 'griffier', 'beheerder'], ['dagelijks_bestuur', 'directeur', 'griffier']] as const)('is decided by the %s within a mandate of the closed compartment', async (als, wie, door) => {
    const m = await klaar(als);
    await expect(h.legVoor(d.dossierId, m, wie, 'adviseurPolitiek')).rejects.toMatchObject({ velden: [{ veld: 'beslisser' }] });
    await machtig(wie, als, door);
    await h.legVoor(d.dossierId, m, wie, 'adviseurPolitiek');
    await h.besluit(d.dossierId, m, {}, wie);
    const r = await h.rij(m);
    expect([r.toestand, r.besloten_door, r.advies_versie]).toEqual(['besloten', org.mens[wie], 'politiek-1']);
    const brief = await database.migratie.selectFrom('brief').select(['gegevens']).where('id', '=', r.brief_id ?? '').executeTakeFirstOrThrow();
    expect((brief.gegevens as { ondertekenaar: string }).ondertekenaar).toBe(als);
  });

  it('is not carried by a mandate for employees, and not seen by who works for employees alone', async () => {
    await machtig('karin', 'leidinggevende', 'beheerder', 'ambtelijk');
    const m = await klaar('griffier');
    await expect(h.legVoor(d.dossierId, m, 'karin', 'adviseurPolitiek')).rejects.toMatchObject({ velden: [{ veld: 'beslisser' }] });
    for (const wie of ['adviseur', 'karin', 'beheerder', 'directeur', 'samira'] as const) await expect(deuren.vraag(maatregelbeeld, { id: d.dossierId, maatregel: m }, await h.als(wie)), wie).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});
