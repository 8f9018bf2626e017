import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metOrganisatie } from '../platform/database/index.ts';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../tests/hulp/organisatie.ts';
import { nieuwId, type Id } from '../kern/ids.ts';
import { dossierLijst, MEEST_GETELD, PER_PAGINA } from './vragen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let anderen: Testorganisatie;
let teller = 0;

beforeAll(async () => {
  database = await maakTestDatabase();
  deuren = maakTestdeuren(database.app);
  org = await maakOrganisatie(database.migratie);
  anderen = await maakOrganisatie(database.migratie);
});
afterAll(() => database?.opruimen());

/** A dossier with a text to be found by, each a minute older than the one before. */
async function schrijf(tekst: string, over: { org?: Testorganisatie; compartiment?: 'ambtelijk' | 'politiek'; onderdeel?: string; slachtoffer?: Mens; status?: 'nieuw' | 'gesloten' } = {}): Promise<string> {
  const o = over.org ?? org;
  const compartiment = over.compartiment ?? 'ambtelijk';
  const op = deuren.klok().subtract({ minutes: ++teller });
  const id = nieuwId(op.epochMilliseconds);
  const db = database.migratie;
  await db.insertInto('dossier').values({
    organisatie_id: o.id, id, jaar: 2026, volgnr: teller, compartiment, status: over.status ?? 'nieuw', route: 'leidinggevende', titel: tekst.slice(0, 60), ernst: 'licht', ernst_uitleg: '', ernst_reden: null, kanaal: null,
    voorval_op: op, voorval_precies: 'dag', locatie_id: null, onderdeel_id: o.onderdeel[over.onderdeel ?? 'BZ'] ?? '', aanspreekpunt_id: null, gemeld_op: op, gesloten_op: null, gesloten_reden: null, samengevoegd_in: null,
  }).execute();
  if (over.slachtoffer) await db.insertInto('betrokkene').values({ organisatie_id: o.id, id: nieuwId(), dossier_id: id, rol: 'slachtoffer', soort: 'medewerker', medewerker_id: o.mens[over.slachtoffer], toegevoegd_op: op, vervallen_op: null }).execute();
  await db.insertInto('zoektekst').values({ organisatie_id: o.id, dossier_id: id, compartiment, tekst }).execute();
  return tekst;
}

async function zoek(q: string, wie: Mens = 'adviseur', meer: Record<string, unknown> = {}): Promise<string[]> {
  const { regels } = await deuren.vraag(dossierLijst, { q, ...meer }, await deuren.als(org.id, org.mens[wie]));
  return regels.map((r) => r.titel);
}

async function woorden(): Promise<string[]> {
  const { rows } = await sql<{ woord: string }>`select woord from zoekwoord where organisatie_id = ${org.id}`.execute(database.migratie);
  return rows.map((r) => r.woord);
}

describe('searching in dossiers', () => {
  it('finds a noun by its plural and the plural by the noun, which the Dutch stemmer alone does not', async () => {
    const paren = [['fiets', 'fietsen'], ['huis', 'huizen'], ['brief', 'brieven'], ['baas', 'bazen'], ['auto', 'auto’s'], ['kind', 'kinderen'], ['paspoort', 'paspoorten'], ['boete', 'boetes']] as const;
    for (const [een, meer] of paren) {
      const enkel = await schrijf(`Het ging om een ${een} bij de ingang`);
      const meervoud = await schrijf(`Het ging om veel ${meer} op het plein`);
      for (const q of [een, meer]) expect(await zoek(q), q).toEqual(expect.arrayContaining([enkel, meervoud]));
    }
  });

  it('finds a word inside a longer one, and a long word with a typing error', async () => {
    const boete = await schrijf('Boos over een parkeerboete van vorige week');
    const bad = await schrijf('Ruzie in het zwembad over de kleedhokjes');
    for (const q of ['boete', 'parkeerboete', 'parkerboete', 'parkeerboeten']) expect(await zoek(q), q).toContain(boete);
    for (const q of ['zwembad', 'zwemad', 'zwembaad']) expect(await zoek(q), q).toContain(bad);
  });

  it('puts those with the very word before those with one that looks like it, each newest first', async () => {
    const stadhuis = await schrijf('Geschreeuw in het stadhuis Q1');
    const thuis = await schrijf('Gevolgd tot aan zijn huisje Q1');
    const kluis = await schrijf('De kluisdeur bij het loket Q1');
    const deur = await schrijf('Voor de deur gewacht Q1');
    expect(await zoek('deur Q1')).toEqual([deur, kluis]);
    expect(await zoek('huis Q1')).toEqual([stadhuis, thuis]);
  });

  it('asks for all words, and takes quotes, a minus and "or" as people know them from elsewhere', async () => {
    const hond = await schrijf('Een man met een zwarte hond Q2');
    const jas = await schrijf('Een man met een zwarte jas Q2');
    const los = await schrijf('Een hond en een zwarte auto Q2');
    expect(await zoek('Q2 zwarte hond')).toEqual([hond, los]);
    expect(await zoek('Q2 "zwarte hond"')).toEqual([hond]);
    expect(await zoek('Q2 man -hond')).toEqual([jas]);
    expect(await zoek('Q2 jas or "Q2 auto"')).toEqual([jas]);
    expect(await zoek('Q2 jas or hond man')).toEqual([hond, jas]);
    expect(await zoek('Q2 man ontbreekt')).toEqual([]);
  });

  it('answers anything that can be typed', async () => {
    for (const q of ["d'or", '\\', "'", '"', '-', '- -', '"open', 'de het een', 'a & b | !c', '(', ':*', 'x:*', '%_', '🙂', 'O’Brien\\', 'or', ' or ', '-"', 'é'.repeat(200), 'woord '.repeat(33)]) {
      expect(Array.isArray(await zoek(q)), q).toBe(true);
    }
    const raar = await schrijf("Hij riep d'r-uit\\ en C:\\map tegen O'Brien Q3");
    for (const q of ["O'Brien Q3", 'C:\\map Q3', "d'r-uit Q3"]) expect(await zoek(q), q).toContain(raar);
  });

  it('finds a number plate as it was written', async () => {
    const auto = await schrijf('Weggereden in een auto met kenteken XK-482-P.');
    await schrijf('Weggereden in een auto met kenteken XK-482-R.');
    expect(await zoek('XK-482-P')).toEqual([auto]);
    expect(await zoek('xk-482-p')).toEqual([auto]);
  });

  it('sees nothing of another organisation, nor of the other compartment', async () => {
    await schrijf('Zeldzaamwoord bij de buren', { org: anderen });
    await schrijf('Zeldzaamwoord in de raad', { compartiment: 'politiek', onderdeel: 'GRI' });
    const eigen = await schrijf('Zeldzaamwoord bij ons');
    expect(await zoek('zeldzaamwoord')).toEqual([eigen]);
    expect(await zoek('zeldzaamwoord', 'griffier')).toEqual(['Zeldzaamwoord in de raad']);
  });

  it('takes no words from the closed compartment to widen a question of who has no role there', async () => {
    const melding = await schrijf('Kwartelkooi bij de ingang');
    expect(await zoek('kwartelkooien')).toEqual([melding]);
    // Thirty words that look more like it, all next door.
    await schrijf(Array.from({ length: 30 }, (_, i) => `kwartelkooien${String.fromCharCode(97 + i % 26)}${i}`).join(' '), { compartiment: 'politiek', onderdeel: 'GRI' });
    expect(await zoek('kwartelkooien')).toEqual([melding]);
  });

  it('shows a leidinggevende his own also when hundreds of others have the word', async () => {
    const verweg = await schrijf('Veelwoord bij Burgerzaken, lang geleden', { slachtoffer: 'samira' });
    await sql`
      with nieuw as (
        insert into dossier (organisatie_id, id, jaar, volgnr, compartiment, status, route, titel, ernst, ernst_uitleg, voorval_op, voorval_precies, onderdeel_id, gemeld_op)
        select ${org.id}::uuid, ('ffffffff-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 2025, n, 'ambtelijk', 'nieuw', 'leidinggevende', 'Elders', 'licht', '', now(), 'dag', ${org.onderdeel.WI}::uuid, now()
        from generate_series(1, ${MEEST_GETELD + 50}::int) n returning organisatie_id, id, compartiment)
      insert into zoektekst (organisatie_id, dossier_id, compartiment, tekst) select organisatie_id, id, compartiment, 'veelwoord' from nieuw`.execute(database.migratie);
    expect(await zoek('veelwoord', 'karin')).toEqual([verweg]);
    const lijst = await deuren.vraag(dossierLijst, { q: 'veelwoord', pagina: 2 }, await deuren.als(org.id, org.mens.adviseur));
    expect(lijst).toMatchObject({ aantal: MEEST_GETELD, meer: true });
    expect(lijst.regels).toHaveLength(PER_PAGINA);
  });

  it('keeps a word for look-alikes as long as a text holds it, and no longer', async () => {
    await schrijf('Hij noemde zich Vergeetmijnietsma');
    const id = await schrijfId('Zij noemde zich Onthoudmijwelstra');
    expect(await woorden()).toEqual(expect.arrayContaining(['vergeetmijnietsma', 'onthoudmijwelstra']));
    await metOrganisatie(database.app, org.id, (trx) => trx.updateTable('zoektekst').set({ tekst: 'weggelakt' }).where('dossier_id', '=', id).execute());
    expect(await woorden()).not.toContain('onthoudmijwelstra');
    await metOrganisatie(database.app, org.id, (trx) => trx.deleteFrom('zoektekst').where('dossier_id', '=', id).execute());
    expect(await woorden()).not.toContain('weggelakt');
    expect(await woorden()).toContain('vergeetmijnietsma');
  });

  it('lets the application not read the words themselves', async () => {
    await expect(metOrganisatie(database.app, org.id, (trx) => sql`select * from zoekwoord`.execute(trx))).rejects.toThrow(/permission denied/);
  });
});

async function schrijfId(tekst: string): Promise<Id> {
  await schrijf(tekst);
  const rij = await database.migratie.selectFrom('zoektekst').select('dossier_id').where('tekst', '=', tekst).executeTakeFirstOrThrow();
  return rij.dossier_id;
}
