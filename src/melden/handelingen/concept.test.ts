import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { nieuwId } from '../../kern/ids.ts';
import { MEESTE_CONCEPTEN } from '../regels/concept.ts';
import { meldenTaken } from '../taken.ts';
import { bewaarConcept, gooiConceptWeg, haalBestandVanConcept, ruimConceptOp, TAAK_OPRUIMEN, voegConceptbestandToe } from './concept.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app);
  org = await maakOrganisatie(database.migratie);
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const bewaar = async (wie: Mens, concept: string, velden: Record<string, unknown> = { verhaal: 'Hij dreigde.' }, stap = 'wat') => deuren.voer(bewaarConcept, { concept, stap, velden }, await als(wie));
const concepten = () => database.migratie.selectFrom('concept').selectAll().where('organisatie_id', '=', org.id).execute();
const bestand = () => ({ bestand: nieuwId(), naam: 'briefje.txt', mediatype: 'text/plain', grootte: 12, sha256: 'a'.repeat(64), origineelSleutel: 'b'.repeat(32), kopieSleutel: null, kopieStatus: 'ongewijzigd' });

describe('a half-filled form', () => {
  it('is kept with what is wrong in it, and says so', async () => {
    const id = nieuwId();
    const uit = await bewaar('samira', id, { verhaal: 'Hij dreigde.', wanneer: 'anders', datum: '31-04-2026', vormen: ['dreigen'], locatie: org.locatie.stadhuis });
    expect(uit).toEqual({ id, soort: 'melding', fouten: [{ veld: 'datum', tekst: '31 april bestaat niet. Welke dag bedoel je?' }] });
    expect((await concepten())[0]?.inhoud).toMatchObject({ velden: { verhaal: 'Hij dreigde.', datum: '31-04-2026' } });
  });

  it('is made once by two first saves at the same time', async () => {
    const id = nieuwId();
    await Promise.all([bewaar('samira', id, { verhaal: 'een' }), bewaar('samira', id, { verhaal: 'een' })]);
    expect(await concepten()).toHaveLength(1);
  });

  it('of another colleague or organisation cannot be changed, thrown away or given a file', async () => {
    const id = nieuwId();
    await bewaar('samira', id);
    const ander = await maakOrganisatie(database.migratie);
    const vreemd = await deuren.als(ander.id, ander.mens.samira);
    for (const wie of [await als('joost'), await als('adviseur'), await als('karin')]) {
      await expect(deuren.voer(bewaarConcept, { concept: id, stap: 'wat', velden: { verhaal: 'x' } }, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
      await expect(deuren.voer(bewaarConcept, { concept: id, stap: 'jij', velden: {} }, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
      await expect(deuren.voer(gooiConceptWeg, { concept: id }, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
      await expect(deuren.voer(voegConceptbestandToe, { ...bestand(), concept: id }, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
    }
    await expect(deuren.voer(gooiConceptWeg, { concept: id }, vreemd)).rejects.toMatchObject({ code: 'niet-gevonden' });
    // In another organisation the same id is simply free.
    await deuren.voer(bewaarConcept, { concept: id, stap: 'wat', velden: { verhaal: 'ander' } }, vreemd);
    expect((await concepten()).map((c) => [c.medewerker_id, (c.inhoud as { velden: { verhaal: string } }).velden.verhaal])).toEqual([[org.mens.samira, 'Hij dreigde.']]);
  });

  it('names choices of another organisation as not in the list', async () => {
    const ander = await maakOrganisatie(database.migratie);
    const uit = await bewaar('samira', nieuwId(), { vormen: ['dreigen', 'verzonnen'], wanneer: 'zonet', locatie: ander.locatie.stadhuis });
    expect(uit.fouten.map((f) => f.veld)).toEqual(['vormen', 'locatie']);
  });

  it('begins with the first step, and there are not endlessly many', async () => {
    await expect(bewaar('samira', nieuwId(), {}, 'jij')).rejects.toMatchObject({ code: 'niet-gevonden' });
    for (let i = 0; i < MEESTE_CONCEPTEN; i += 1) await bewaar('samira', nieuwId());
    await expect(bewaar('samira', nieuwId())).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('holds ten files and no more, and none can be taken off by another', async () => {
    const id = nieuwId();
    await bewaar('samira', id);
    const wie = await als('samira');
    const eerste = bestand();
    await deuren.voer(voegConceptbestandToe, { ...eerste, concept: id }, wie);
    for (let i = 1; i < 10; i += 1) await deuren.voer(voegConceptbestandToe, { ...bestand(), concept: id }, wie);
    await expect(deuren.voer(voegConceptbestandToe, { ...bestand(), concept: id }, wie)).rejects.toMatchObject({ code: 'invoer.ongeldig', velden: [{ veld: 'bestanden' }] });
    await expect(deuren.voer(haalBestandVanConcept, { concept: id, bestand: eerste.bestand }, await als('joost'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(haalBestandVanConcept, { concept: id, bestand: eerste.bestand }, wie);
    await deuren.voer(voegConceptbestandToe, { ...bestand(), concept: id }, wie);
  });

  it('takes no file that says of itself what it is', async () => {
    const id = nieuwId();
    await bewaar('samira', id);
    for (const vals of [{ sha256: 'kort' }, { grootte: -1 }, { kopieStatus: 'veilig' }, { bestand: 'geen-id' }]) await expect(deuren.voer(voegConceptbestandToe, { ...bestand(), ...vals, concept: id }, await als('samira'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });

  it('is cleared away thirty days after the last change, with its files, and not before', async () => {
    const id = nieuwId();
    await bewaar('samira', id);
    await deuren.voer(voegConceptbestandToe, { ...bestand(), concept: id }, await als('samira'));
    const ruim = () => meldenTaken({ deuren })[TAAK_OPRUIMEN]?.({ organisatieId: org.id, conceptId: id }, { poging: 1, laatste: false, taakId: 'proef', signaal: new AbortController().signal });
    deuren.klok.vooruit({ hours: 24 * 20 });
    await bewaar('samira', id, { verhaal: 'Nog iets.' });
    deuren.klok.vooruit({ hours: 24 * 11 });
    await ruim();
    expect(await concepten()).toHaveLength(1);
    const opnieuw = await sql<{ start_after: { toString(): string } }>`select start_after from wachtrij.job where data -> 'gegevens' ->> 'conceptId' = ${id} and data ->> 'taak' = ${TAAK_OPRUIMEN} order by start_after desc limit 1`.execute(database.migratie);
    expect(opnieuw.rows[0]?.start_after.toString()).toBe(deuren.klok().add({ hours: 24 * 19 }).toString());
    deuren.klok.vooruit({ hours: 24 * 19 });
    await ruim();
    expect(await concepten()).toEqual([]);
    const rij = await database.migratie.selectFrom('bestand').select('verwijderd_op').where('organisatie_id', '=', org.id).executeTakeFirstOrThrow();
    expect(rij.verwijderd_op).not.toBeNull();
    expect(await deuren.voerSysteem(ruimConceptOp, { conceptId: id }, org.id)).toBeNull();
    const regels = await database.migratie.selectFrom('journaal').select('handeling').where('organisatie_id', '=', org.id).where('actor', '=', 'systeem').execute();
    expect(regels).toEqual([{ handeling: 'concept.opruimen' }]);
  });
});
