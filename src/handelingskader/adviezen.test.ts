import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId, type Id } from '../kern/ids.ts';
import { openDossier } from '../dossier/index.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakKamersite, veldenOp, type Kamersite } from '../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { kaderPaginas } from './paginas/index.tsx';
import { legFeitenVast } from './handelingen/feiten.ts';
import { maakConcept } from './handelingen/vaststellen.ts';
import { adviesLezen } from './vragen/advies.ts';
import { rekenDoor } from './vragen/doorrekenen.ts';
import { versieLezen } from './vragen/versies.ts';

let database: TestDatabase;
let org: Testorganisatie;
let deuren: Testdeuren;
let site: Kamersite;
beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app);
  site = maakKamersite(deuren, org.id, kaderPaginas);
});
afterAll(() => database?.opruimen());

/** A dossier of Samira with a veroorzaker, on this day, with these forms. */
async function dossier(op: string, vormen: readonly string[], kanaal: 'balie' | 'telefoon' = 'balie'): Promise<{ id: Id; betrokkene: Id }> {
  deuren.klok.zet(`${op}T10:00:00Z`);
  const nu = deuren.klok();
  const { id } = await metOrganisatie(database.app, org.id, (trx) => openDossier({ trx, organisatieId: org.id, nu, nieuwId: () => nieuwId(nu.epochMilliseconds), plaats: async () => undefined }, {
    compartiment: 'ambtelijk', route: 'leidinggevende', titel: 'Proef', bijna: false, kanaal, voorvalOp: nu, voorvalPrecies: 'tijd', locatieId: org.locatie.stadhuis, plek: '', melderId: org.mens.samira, slachtofferId: org.mens.samira,
    vormIds: vormen.map((v) => org.vorm[v] ?? ''), veroorzaker: { soort: 'bekend', naam: 'Henk Jansma', omschrijving: '' }, aangifteGewenst: false, wilGebeldWorden: false, verhaal: '',
  }));
  const b = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', id).where('rol', '=', 'veroorzaker').executeTakeFirstOrThrow();
  return { id, betrokkene: b.id };
}
const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const advies = async (d: { id: Id; betrokkene: Id }, wie: Mens = 'adviseur') => (await deuren.vraag(adviesLezen, { id: d.id, betrokkene: d.betrokkene }, await als(wie))).advies;

/** Confirms that these veroorzakers are one person. */
async function zelfde(...wie: { id: Id; betrokkene: Id }[]): Promise<void> {
  const hoofd = nieuwId();
  for (const [i, w] of wie.entries()) {
    const persoon = i === 0 ? hoofd : nieuwId();
    await sql`insert into persoon (organisatie_id, id, compartiment, soort, samengevoegd_in, groep_id, gemaakt_op, gemaakt_door) values (${org.id}, ${persoon}, 'ambtelijk', 'bekend', ${i === 0 ? null : hoofd}, ${hoofd}, now(), ${org.mens.adviseur})`.execute(database.migratie);
    await sql`insert into koppeling (organisatie_id, betrokkene_id, dossier_id, persoon_id, door, op) values (${org.id}, ${w.betrokkene}, ${w.id}, ${persoon}, ${org.mens.adviseur}, now())`.execute(database.migratie);
  }
}

describe('the advice on a dossier', () => {
  it('follows from the forms, the channel and the version of the day of the incident', async () => {
    expect((await advies(await dossier('2026-11-01', ['dreigen']))).samenvatting).toBe('Het handelingskader adviseert: pandverbod van 3 maanden.');
    expect((await advies(await dossier('2026-11-02', ['schelden'], 'telefoon'))).regels.map((r) => r.bron)).toEqual(['Tabel A, regel 3']);
    const gat = await advies(await dossier('2026-11-03', ['anders']));
    expect(gat).toMatchObject({ soort: 'gat', gaten: [{ soort: 'vorm', wat: 'anders' }] });
  });

  it('counts an earlier incident only when a person confirmed it is the same veroorzaker', async () => {
    const eerder = await dossier('2026-05-01', ['schelden']);
    const nu = await dossier('2026-11-05', ['schelden']);
    expect((await advies(nu)).herhaling.telt).toBe(false);
    await zelfde(eerder, nu);
    const na = await advies(nu);
    expect(na.herhaling).toMatchObject({ telt: true, eerdere: [{ telt: true }] });
    expect(na.opties.map((o) => o.zin)).toEqual(['ordegesprek', 'pandverbod van 1 maand']);
    // And not the other way round: what came later makes the earlier one no repetition.
    expect((await advies(eerder)).herhaling.telt).toBe(false);
  });

  it('is for who handles or decides, and for nobody else', async () => {
    const d = await dossier('2026-11-06', ['dreigen']);
    expect((await advies(d, 'karin')).opties).toHaveLength(1);
    for (const wie of ['samira', 'milan', 'beheerder', 'griffier', 'receptionist'] as const) await expect(advies(d, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
    const ander = await dossier('2026-11-07', ['dreigen']);
    await expect(deuren.vraag(adviesLezen, { id: d.id, betrokkene: ander.betrokkene }, await als('adviseur'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('follows what a person established, also for later incidents, and keeps it out of reach of a second hand', async () => {
    const d = await dossier('2026-06-01', ['anders']);
    await expect(deuren.voer(legFeitenVast, { id: d.id, betrokkene: d.betrokkene, versie: 0, gedragingen: ['bestaat_niet'] }, await als('adviseur'))).rejects.toMatchObject({ velden: [{ veld: 'gedragingen' }] });
    await deuren.voer(legFeitenVast, { id: d.id, betrokkene: d.betrokkene, versie: 0, gedragingen: ['bedreiging_bezoeker'], tegen: 'bezoeker' }, await als('adviseur'));
    expect((await advies(d)).regels.map((r) => r.bron)).toEqual(['Tabel A, regel 7', 'Tabel B, regel 2']);
    await expect(deuren.voer(legFeitenVast, { id: d.id, betrokkene: d.betrokkene, versie: 0, gedragingen: [] }, await als('adviseur'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    await expect(deuren.voer(legFeitenVast, { id: d.id, betrokkene: d.betrokkene, versie: 1, gedragingen: [] }, await als('karin'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    const later = await dossier('2026-11-08', ['dreigen']);
    await zelfde(d, later);
    expect((await advies(later)).herhaling.eerdere[0]).toMatchObject({ telt: true, zin: 'Telt mee: bedreigen van andere klanten of bezoekers.' });
  });

  it('says that complaining is no aggression, once a person established it', async () => {
    const d = await dossier('2026-11-09', ['lastigvallen']);
    await deuren.voer(legFeitenVast, { id: d.id, betrokkene: d.betrokkene, versie: 0, gedragingen: 'onevenredig_beroep' }, await als('adviseur'));
    expect(await advies(d)).toMatchObject({ soort: 'geen_maatregel', opties: [], tweedePersoon: true });
  });

  it('shows on its page, with a form that comes back as it was sent', async () => {
    const d = await dossier('2026-11-10', ['dreigen']);
    const pad = `/dossiers/${d.id}/advies/${d.betrokkene}`;
    const blad = await site.haal(org.mens.adviseur, pad);
    expect(blad.status).toBe(200);
    expect(blad.tekst).toContain('Tabel A, regel 5');
    const form = await site.haal(org.mens.adviseur, `${pad}/feiten`);
    expect(veldenOp(form.tekst, `${pad}/feiten`)).toMatchObject({ versie: '0', gedragingen: 'bedreiging_medewerker' });
    expect((await site.verstuur(org.mens.adviseur, `${pad}/feiten`, { versie: '0', gedragingen: ['verbaal', 'vernieling'], tegen: '', wapen: 'ja' })).naar).toBe(pad);
    const conflict = await site.verstuur(org.mens.adviseur, `${pad}/feiten`, { versie: '0', gedragingen: 'verbaal' });
    expect(conflict.status).toBe(409);
    expect(veldenOp(conflict.tekst, `${pad}/feiten`)).toMatchObject({ versie: '1', gedragingen: 'verbaal' });
    expect((await site.haal(org.mens.karin, `${pad}/feiten`)).status).toBe(404);
  });
});

describe('the pages of a draft', () => {
  it('give back every rule, behaviour, form and setting as it is, when sent untouched', async () => {
    deuren.klok.zet('2026-11-23T10:00:00Z');
    const wie = org.mens.adviseur;
    const { id } = await deuren.voer(maakConcept, { soort: 'medewerker' }, await als('adviseur'));
    const lees = async () => (await deuren.vraag(versieLezen, { id }, await als('adviseur'))).kader;
    const begin = await lees();
    const pad = `/handelingskader/versies/${id}`;
    const paden = [
      ...begin.regels.map((r) => `${pad}/regel?regel=${r.code}`), ...begin.gedragingen.map((g) => `${pad}/gedraging?gedraging=${g.code}`),
      ...['schelden', 'dreigen', 'fysiek', 'spugen_gooien_vernielen', 'lastigvallen', 'online', 'anders'].map((v) => `${pad}/vorm?vorm=${v}`), `${pad}/algemeen`,
    ];
    for (const p of paden) {
      const blad = await site.haal(wie, p);
      expect(blad.status, p).toBe(200);
      const uit = await site.verstuur(wie, p, veldenOp(blad.tekst, p));
      expect(uit.naar, `${p} ${uit.tekst.slice(0, 200)}`).toBe(pad);
    }
    const na = await lees();
    const opVorm = (k: typeof na) => ({ ...k, koppelingen: k.koppelingen.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) });
    // Against the organisation and against a visitor fysiek is the same; the form says it per whom, as the data did.
    expect(opVorm(na)).toEqual(opVorm(begin));
    expect((await site.haal(wie, pad)).tekst).not.toContain('anders dan de handreiking');
    expect((await site.haal(wie, `${pad}/regel?regel=Z9`)).status).toBe(404);
    expect((await site.haal(org.mens.karin, `${pad}/regel?regel=A5`)).status).toBe(404);
  });

  it('run a draft over the incidents of the year', async () => {
    const concept = await database.migratie.selectFrom('kaderversie').select(['id', 'versie']).where('organisatie_id', '=', org.id).where('status', '=', 'concept').executeTakeFirstOrThrow();
    const pad = `/handelingskader/versies/${concept.id}`;
    const form = await site.haal(org.mens.adviseur, `${pad}/regel?regel=A3`);
    const velden = { ...veldenOp(form.tekst, `${pad}/regel?regel=A3`), eerste_wat: 'contactbeperking', eerste_duur: 'vast', eerste_van: '2', eerste2_wat: [], eerste2_duur: 'geen', herhaal_van: '3' };
    expect((await site.verstuur(org.mens.adviseur, `${pad}/regel?regel=A3`, velden)).naar).toBe(pad);
    const r = await deuren.vraag(rekenDoor, { id: concept.id }, await als('adviseur'));
    expect(r.incidenten).toBeGreaterThan(8);
    expect(r.verschuivingen).toMatchObject([{ onderdeel: 'Burgerzaken', gedrag: 'Agressie per telefoon en stalking', aantal: 1, naar: expect.stringContaining('geen contact per telefoon gedurende 2 maanden') }]);
    const blad = await site.haal(org.mens.adviseur, `${pad}/doorrekenen`);
    expect(blad.tekst).toContain('verandert bij 1 het advies');
    expect((await site.haal(org.mens.beheerder, `${pad}/doorrekenen`)).status).toBe(404);
  });

  it('show everyone what holds, and the norm on paper without a name', async () => {
    for (const pad of ['/handelingskader', '/handelingskader?soort=politiek', '/norm', '/huisregels', '/norm/poster', '/huisregels/poster']) {
      const blad = await site.haal(org.mens.samira, pad);
      expect(blad.status, pad).toBe(200);
    }
    for (const pad of ['/handelingskader/versies', '/norm/wijzigen', '/huisregels/wijzigen']) expect((await site.haal(org.mens.samira, pad)).status, pad).toBe(404);
    const poster = (await site.haal(org.mens.samira, '/norm/poster')).tekst;
    const blad = /<div class="rd-poster">[\s\S]*?<\/div>/.exec(poster)?.[0] ?? '';
    expect(blad).toContain('Gemeente Proefdam');
    expect(blad).not.toContain('Samira');
  });
});
