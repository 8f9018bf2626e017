import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '../kern/ids.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { bevestigMelding } from '../dossier/handelingen/bijwerken.ts';
import { geenOpenTermijn, maakSluiten, regelTermijn } from '../dossier/handelingen/sluiten.ts';
import { dienMeldingIn } from '../melden/index.ts';
import { antwoordOpHulp, kiesHelper, koppelTerug, legGesprekVast, schakelHulpIn, werkHulpBij } from './handelingen.ts';
import { nazorgbeeld, nazorgGedaan } from './vragen.ts';

const GEHEIM = 'Ze slaapt slecht en is bang om naar huis te fietsen.';
let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let dossierId: Id;
const sluiten = maakSluiten([geenOpenTermijn, nazorgGedaan]);

beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app, maakKlok());
  ({ dossierId } = await deuren.voer(dienMeldingIn, { vormen: ['dreigen'], wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '' }, await als('samira')));
});

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const gesprek = (over: Record<string, unknown> = {}) => ({ id: dossierId, voor: org.mens.samira, moment: 'nazorg_24u', wijze: 'telefoon', inhoud: GEHEIM, ...over });
const openTermijnen = async () => (await database.migratie.selectFrom('termijn').select(['id', 'soort', 'verval_op', 'versie']).where('dossier_id', '=', dossierId).where('afgerond_op', 'is', null).orderBy('verval_op').execute());
const versie = async () => String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', dossierId).executeTakeFirstOrThrow()).versie);

describe('aftercare', () => {
  it('ends the first clock and starts the next, counted from the report', async () => {
    deuren.klok.vooruit({ hours: 3 });
    await deuren.voer(legGesprekVast, gesprek(), await als('karin'));
    const nazorg = (await openTermijnen()).filter((t) => t.soort.startsWith('nazorg'));
    expect(nazorg.map((t) => [t.soort, t.verval_op.toString()])).toEqual([['nazorg_72u', '2026-11-26T13:10:00Z']]);
  });

  it('does not count trying without an answer as a conversation', async () => {
    await deuren.voer(legGesprekVast, gesprek({ wijze: 'geen_gehoor', inhoud: '' }), await als('karin'));
    expect((await openTermijnen()).map((t) => t.soort)).toContain('nazorg_24u');
  });

  it('shows what was said to the helper and the colleague alone, and that it happened to the Adviseur', async () => {
    await deuren.voer(legGesprekVast, gesprek(), await als('karin'));
    const van = async (wie: Mens) => JSON.stringify(await deuren.vraag(nazorgbeeld, { id: dossierId }, await als(wie)));
    expect(await van('karin')).toContain(GEHEIM);
    const adviseur = await van('adviseur');
    expect(adviseur).not.toContain(GEHEIM);
    expect(adviseur).toContain('telefoon');
    await expect(van('joost')).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(van('petra')).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('shows a member of the opvang team the colleague he cares for and not the dossier', async () => {
    await deuren.voer(kiesHelper, { id: dossierId, voor: org.mens.samira, medewerker: org.mens.opvang }, await als('karin'));
    const beeld = await deuren.vraag(nazorgbeeld, { id: dossierId }, await als('opvang'));
    expect(beeld.alleenHelper).toBe(true);
    expect(beeld.dossier.titel).toBe('Nazorg');
    expect(beeld.ontvangers.map((o) => o.naam)).toEqual(['Samira Haddad']);
    expect((await openTermijnen()).find((t) => t.soort === 'nazorg_24u')).toBeDefined();
  });

  it('refuses to bring in help without consent, and allows it after a yes', async () => {
    await deuren.voer(schakelHulpIn, { id: dossierId, voor: org.mens.samira, soort: 'slachtofferhulp', toestemming: 'vraag' }, await als('karin'));
    const { id: hulp } = await database.migratie.selectFrom('hulpvraag').select('id').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
    const inschakelen = { id: dossierId, hulp, wat: 'ingeschakeld' };
    await expect(deuren.voer(werkHulpBij, inschakelen, await als('karin'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(deuren.voer(antwoordOpHulp, { id: dossierId, hulp, antwoord: 'ja' }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await deuren.voer(antwoordOpHulp, { id: dossierId, hulp, antwoord: 'ja' }, await als('samira'));
    await deuren.voer(werkHulpBij, inschakelen, await als('karin'));
  });

  it('refuses the Ondersteuningsteam Weerbaar Bestuur for a civil servant', async () => {
    await expect(deuren.voer(schakelHulpIn, { id: dossierId, voor: org.mens.samira, soort: 'weerbaar_bestuur', toestemming: 'gegeven' }, await als('karin'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });

  it('asks for aftercare of nobody who has no part in the dossier', async () => {
    await expect(deuren.voer(legGesprekVast, gesprek({ voor: org.mens.joost }), await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});

describe('closing', () => {
  it('names everything that is still missing, and closes once it is done', async () => {
    const poging = async () => deuren.voer(sluiten, { id: dossierId, versie: await versie(), reden: 'Afgerond.' }, await als('adviseur'));
    await expect(poging()).rejects.toMatchObject({
      code: 'dossier.niet-te-sluiten',
      redenen: expect.arrayContaining([
        'Er loopt nog een termijn: Reactie aan de veroorzaker.', 'Er loopt nog een termijn: Melding gezien.', 'Er is nog geen nazorggesprek met Samira Haddad geweest.', 'Er is nog niet teruggekoppeld aan Samira Haddad.',
      ]) as unknown,
    });
    await deuren.voer(bevestigMelding, { id: dossierId }, await als('karin'));
    await deuren.voer(legGesprekVast, gesprek({ klaar: 'ja' }), await als('karin'));
    await deuren.voer(koppelTerug, { id: dossierId, aan: org.mens.samira, wijze: 'rugdekking', tekst: 'We hebben met de bezoeker gesproken.' }, await als('karin'));
    const reactie = (await openTermijnen()).find((t) => t.soort === 'reactie');
    await deuren.voer(regelTermijn, { id: dossierId, termijn: reactie?.id, versie: String(reactie?.versie), wat: 'afronden', reden: 'De veroorzaker is onbekend.' }, await als('adviseur'));
    expect(await openTermijnen()).toEqual([]);
    await poging();
    await expect(deuren.voer(legGesprekVast, gesprek(), await als('karin'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });
});
