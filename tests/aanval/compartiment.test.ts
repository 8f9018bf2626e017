import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Id } from '../../src/kern/ids.ts';
import { dienMeldingIn } from '../../src/melden/handelingen/indienen.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { merkwoord, zetDoelwitten } from './doelwitten.ts';
import { wandel } from './formulieren.ts';
import { maakVeld, zonderWissel, type Aanvaller, type Veld } from './opzet.ts';

/** Those who have much to see, and nothing in the closed compartment. */
const BUITENSTAANDERS = ['karin', 'directeur', 'adviseur', 'beheerder', 'samira'] as const satisfies readonly Mens[];
/** A word so common that a search keeps only the best of its hits. */
const VEELWOORD = 'paspoort';
/** More than a search keeps. */
const VEEL = 600;

let veld: Veld;
const wie = {} as Record<Mens, Aanvaller>;
let gelezen = 0;

beforeAll(async () => {
  veld = await maakVeld();
  const { d, eigen } = veld;
  for (const mens of [...BUITENSTAANDERS, 'griffier'] as const) wie[mens] = await veld.als(mens);
  await meld('samira', `Het ging om een ${VEELWOORD}.`);
  await d.database.migratie.updateTable('dossier').set({ titel: 'Ruzie aan de balie' }).where('organisatie_id', '=', eigen.id).execute();
});
afterAll(() => veld?.d.stop());

async function meld(mens: Mens, verhaal: string): Promise<{ dossierId: Id; nummer: string }> {
  const { deuren, eigen } = veld;
  return deuren.voer(dienMeldingIn, { vormen: ['schelden'], wanneer: 'zonet', locatie: eigen.locatie.stadhuis, verhaal, concept: '' }, await deuren.als(eigen.id, eigen.mens[mens]));
}

/** In a demo everybody can read all mail; that it says nothing is another test's. The journaal of a dossier grows by looking at it. */
const NIET = /^\/demo|\/journaal$/;

const GEZOCHT: readonly string[] = [...Object.values(merkwoord), 'zeearen', 'zeearenden', VEELWOORD, 'Demir', 'azc', '2026-0001', '2026-0002', 'P2026-0001', 'p2026-1'];
const VRAGEN = (): string[] => [
  ...['open', 'nieuw', 'in_behandeling', 'gesloten'].map((s) => `/dossiers?status=${s}`),
  ...['licht', 'middel', 'ernstig'].map((e) => `/dossiers?ernst=${e}`),
  ...['balie', 'sociale_media'].map((k) => `/dossiers?kanaal=${k}`),
  ...Object.values(veld.eigen.onderdeel).map((o) => `/dossiers?onderdeel=${o}`),
  '/dossiers?pagina=2', '/dossiers?pagina=99',
];

/** The page with what someone finds. */
async function zoek(mens: Mens, q: string): Promise<string> {
  return (await wie[mens].haal(await wie[mens].zoek('/dossiers', { q }))).tekst;
}

/** Everything someone can read by walking, searching and filtering. */
async function allesVan(mens: Mens): Promise<Record<string, string>> {
  const paginas = await wandel(wie[mens], ['/', '/vandaag', '/dossiers', '/mijn-meldingen', '/inrichting', '/wie-mag-wat'], { perSoort: 2, niet: NIET });
  for (const pad of VRAGEN()) paginas.set(pad, (await wie[mens].haal(pad)).tekst);
  for (const q of GEZOCHT) paginas.set(`zoek ${q}`, await zoek(mens, q));
  paginas.set('zoek, tweede blad', (await wie[mens].haal(`${await wie[mens].zoek('/dossiers', { q: VEELWOORD, status: 'open' })}&pagina=2`)).tekst);
  gelezen += paginas.size;
  // A form to report has an id of its own each time it is opened.
  const vast = (tekst: string): string => zonderWissel(tekst).replace(/\/melden\/[0-9a-f-]{36}/g, '/melden/ID');
  return Object.fromEntries([...paginas].map(([pad, tekst]) => [vast(pad), vast(tekst)]));
}

describe('the closed compartment', () => {
  it('changes nothing in what a leidinggevende, an Adviseur without a role there, a beheerder or a colleague can read', async () => {
    const { d } = veld;
    const vooraf: Record<string, Record<string, string>> = {};
    for (const mens of BUITENSTAANDERS) vooraf[mens] = await allesVan(mens);
    const mailVooraf = d.vangnet.berichten().length;

    const politiek = [await meld('raadslid', `Hij noemde de ${merkwoord.politiek}.`), await meld('raadslid', `${VEELWOORD} `.repeat(40))];
    await vulMetPolitiek(VEEL);
    await d.werk();

    expect(await zoek('griffier', merkwoord.politiek)).toContain(politiek[0]?.nummer);
    expect(await zoek('griffier', VEELWOORD)).toMatch(/Meer dan \d+ dossiers|500 dossiers/);
    for (const mens of BUITENSTAANDERS) {
      const achteraf = await allesVan(mens);
      expect(Object.keys(achteraf).toSorted()).toEqual(Object.keys(vooraf[mens] ?? {}).toSorted());
      for (const [pad, tekst] of Object.entries(achteraf)) if (tekst !== vooraf[mens]?.[pad]) expect.fail(`${mens} leest iets anders op ${pad}`);
    }
    // The one hit of their own is still found, however many better ones lie next door.
    for (const mens of ['karin', 'directeur', 'adviseur'] as const) expect(await zoek(mens, VEELWOORD)).toContain('Ruzie aan de balie');
    const nieuwePost = d.vangnet.berichten().slice(0, d.vangnet.berichten().length - mailVooraf);
    const adressen = new Set(nieuwePost.flatMap((b) => b.aan));
    expect(adressen.size).toBeGreaterThan(0);
    for (const mens of BUITENSTAANDERS) expect([...adressen].some((a) => a.includes(`${mens.toLowerCase()}@`)), mens).toBe(false);
    expect(gelezen).toBeGreaterThan(300);
  }, 120_000);

  it('numbers its dossiers by itself, so that the others have no gaps', async () => {
    const [voor, ertussen, na] = [await meld('samira', 'Een.'), await meld('raadslid', 'Twee.'), await meld('samira', 'Drie.')];
    expect(ertussen.nummer).toMatch(/^P2026-\d{4}$/);
    const [a, b] = [voor, na].map(({ nummer }) => Number(/^2026-(\d{4})$/.exec(nummer)?.[1]));
    expect(b).toBe((a ?? 0) + 1);
    for (const { dossierId, nummer } of [voor, ertussen, na]) {
      expect((await veld.d.database.migratie.selectFrom('dossier').select('nummer').where('id', '=', dossierId).executeTakeFirstOrThrow()).nummer).toBe(nummer);
    }
  });

  it('keeps all digits of a number above 9999', async () => {
    const { d, eigen } = veld;
    await d.database.migratie.updateTable('dossiernummer').set({ laatste: 12_345 }).where('organisatie_id', '=', eigen.id).where('compartiment', '=', 'ambtelijk').execute();
    const { nummer } = await meld('samira', 'Nog een.');
    expect(nummer).toBe('2026-12346');
    expect(await zoek('adviseur', '2026-12346')).toContain('2026-12346');
  });
});

describe('a dossier out of reach within the ambtelijke organisation', () => {
  it('is in no page of those for whom it does not exist, and not in what a helper or a witness sees of their work', async () => {
    const { d, deuren, eigen } = veld;
    await zetDoelwitten(d.database, deuren, eigen);
    const nooit: Partial<Record<Mens, readonly string[]>> = {
      karin: [merkwoord.buitenom, merkwoord.metVeroorzaker, merkwoord.anderOnderdeel, merkwoord.politiek],
      adviseur: [merkwoord.metVeroorzaker, merkwoord.politiek],
      directeur: [merkwoord.buitenom, merkwoord.politiek],
      griffier: [merkwoord.gewoon, merkwoord.buitenom, merkwoord.anderOnderdeel, merkwoord.metVeroorzaker],
      milan: Object.values(merkwoord), beheerder: Object.values(merkwoord), fg: Object.values(merkwoord), namensmelder: Object.values(merkwoord), buitendienst: Object.values(merkwoord),
    };
    for (const [mens, woorden] of Object.entries(nooit) as [Mens, readonly string[]][]) {
      const een = await veld.als(mens);
      const paginas = await wandel(een, ['/', '/vandaag', '/dossiers', '/mijn-meldingen', ...(await Promise.all(woorden.map((q) => een.zoek('/dossiers', { q }))))], { meest: 60, perSoort: 2 });
      // The word that someone searches for comes back in the search field; nothing else may hold it.
      for (const [pad, tekst] of paginas) for (const woord of woorden) expect(tekst.replaceAll(`value="${woord}"`, '').includes(woord), `${mens} leest ${woord} op ${pad}`).toBe(false);
    }
    // Who gives aftercare has clocks in four dossiers and may know of none what it is about; a witness only what he was asked.
    const vandaag = await (await veld.als('opvang')).haal('/vandaag');
    expect(vandaag.tekst).toContain('Bel Samira Haddad');
    for (const soort of ['gewoon', 'buitenom', 'politiek', 'metVeroorzaker'] as const) expect(vandaag.tekst.includes(merkwoord[soort]), soort).toBe(false);
    expect((await (await veld.als('joost')).haal('/vandaag')).tekst.includes(merkwoord.gewoon)).toBe(false);
  }, 120_000);
});

/** Puts many dossiers in the closed compartment, all about the common word. */
async function vulMetPolitiek(aantal: number): Promise<void> {
  const { d, eigen } = veld;
  const nu = d.klok();
  await sql`
    with nieuw as (
      insert into dossier (organisatie_id, id, jaar, volgnr, compartiment, status, route, titel, ernst, ernst_uitleg, voorval_op, voorval_precies, onderdeel_id, gemeld_op)
      select ${eigen.id}::uuid, gen_random_uuid(), 2025, n, 'politiek', 'in_behandeling', 'leidinggevende', 'Bericht', 'ernstig', '', ${nu}::timestamptz, 'dag', ${eigen.onderdeel.GRI}::uuid, ${nu}::timestamptz
      from generate_series(1, ${aantal}::int) n returning organisatie_id, id, compartiment)
    insert into zoektekst (organisatie_id, dossier_id, compartiment, tekst) select organisatie_id, id, compartiment, repeat(${`${VEELWOORD} `}, 30) from nieuw`.execute(d.database.migratie);
}
