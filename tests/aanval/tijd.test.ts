import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Id } from '../../src/kern/ids.ts';
import { dossierLijst } from '../../src/dossier/vragen.ts';
import { maakDatabase, type Database } from '../../src/platform/database/index.ts';
import { maakControle, maakLijstcontrole } from '../../src/signalering/handelingen/controle.ts';
import { maakSignaalhandelingen, maakSignaleringmiddelen } from '../../src/signalering/index.ts';
import { zoekPersonen } from '../../src/veroorzakers/personen.ts';
import { maakTestDatabase, type TestDatabase } from '../hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../hulp/deuren.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { maakProef, type Proef } from '../hulp/veroorzakers.ts';

/*
 * Learning of a person by how long an answer takes. Time itself is measured in bench (`npm run bench -- tijd`); here it is shown that there is nothing to
 * measure: for a person whom one may not know the very same statements go to the database as when he did not exist, each with as many rows back, and
 * what comes out is the same. The driver counts.
 */
const GEHEIM = { voornamen: 'Xerxes', geslachtsnaam: 'Quispelaar', geboren: '9-9-1969', straat: 'Verborgenpad', huisnummer: '77', postcode: '9876 ZX', woonplaats: 'Geheimstad', telefoons: '06 98765432' };
const WIE = { naam: 'Xerxes Quispelaar', geboortedatum: '9-9-1969', postcode: '9876ZX', huisnummer: '77' };

let database: TestDatabase;
let geteld: Database;
let p: Proef;
let deuren: Testdeuren;
const regels: string[] = [];
const middelen = maakSignaleringmiddelen([randomBytes(32)]);
const [controle, lijst] = [maakControle(middelen, 'medewerker'), maakLijstcontrole(middelen)];

/** Every statement that goes over this connection, with how many rows came back. */
function luister(client: pg.Client): void {
  const echt = client.query.bind(client) as (...a: unknown[]) => unknown;
  client.query = ((...a: unknown[]) => {
    const uit = echt(...a);
    const tekst = typeof a[0] === 'string' ? a[0] : (a[0] as { text: string }).text;
    const nummer = regels.push(`${tekst} …`) - 1;
    if (uit instanceof Promise) void uit.then((r: pg.QueryResult | pg.QueryResult[]) => { regels[nummer] = `${tekst} → ${Array.isArray(r) ? r.map((x) => x.rowCount).join() : r.rowCount}`; }, () => { regels[nummer] = `${tekst} → fout`; });
    return uit;
  }) as typeof client.query;
}

beforeAll(async () => {
  database = await maakTestDatabase();
  p = await maakProef(database);
  geteld = maakDatabase(database.config.app, { verbindingen: 1 });
  geteld.pool.on('connect', luister);
  deuren = maakTestdeuren(geteld.db, p.deuren.klok);
  // Someone whom they may know, so that there is something to compare with.
  await maakGewoon();
}, 60_000);
afterAll(async () => {
  await geteld?.sluit();
  await database?.opruimen();
});

const maakSignaal = async (d: { dossier: Id; betrokkene: Id }, wie: Mens): Promise<void> => {
  await database.migratie.updateTable('dossier').set({ ernst: 'ernstig' }).where('id', '=', d.dossier).execute();
  await p.deuren.voer(maakSignaalhandelingen(middelen).maakSignaal, { id: d.dossier, waarop: 'persoon', betrokkene: d.betrokkene, grond: 'incident', reden: 'bedreiging', instructies: ['met_zijn_tweeen'], toelichting: '', einddatum: '23-05-2027', herzien_op: '23-02-2027', burger: 'inlichten' }, await p.als(wie));
};
async function maakGewoon(): Promise<void> {
  await maakSignaal(await p.persoon({ voornamen: 'Anna', geslachtsnaam: 'Gewoon', geboren: '1-2-1980', postcode: '1234 AB', huisnummer: '12' }), 'adviseur');
}

const leeg = { naam: '', geboortedatum: '', postcode: '', huisnummer: '', toevoeging: '', telefoon: '' };
const als = async (wie: Mens) => deuren.als(p.org.id, p.org.mens[wie]);
/** Each way to ask about someone, by whoever may ask at all. */
const vragen: Record<string, () => Promise<unknown>> = {
  'a check by the consulent': async () => zonderId(await deuren.voer(controle, { ...leeg, doel: 'huisbezoek', ...WIE }, await als('consulent'))),
  'a check by the receptionist, of the address': async () => zonderId(await deuren.voer(controle, { ...leeg, doel: 'balie', postcode: WIE.postcode, huisnummer: WIE.huisnummer }, await als('receptionist'))),
  'a list': async () => (await deuren.voer(lijst, { doel: 'afspraak', regels: [{ nummer: 1, tijd: '', vraag: { ...leeg, ...WIE } }, { nummer: 2, tijd: '', vraag: { ...leeg, naam: 'Anna Gewoon', geboortedatum: '1-2-1980' } }] }, await als('consulent'))).rijen.map((r) => r.antwoord),
  'looking a person up': async () => zonderId(await deuren.voer(zoekPersonen, { compartiment: 'ambtelijk', doel: 'dubbel', ...GEHEIM }, await als('adviseur'))),
  'looking a name up': async () => zonderId(await deuren.voer(zoekPersonen, { compartiment: 'ambtelijk', doel: 'dubbel', geslachtsnaam: GEHEIM.geslachtsnaam, voornamen: GEHEIM.voornamen }, await als('adviseur'))),
  'searching dossiers': async () => deuren.vraag(dossierLijst, { q: GEHEIM.geslachtsnaam }, await als('adviseur')).then((r) => [r.aantal, r.meer, r.regels.length]),
};
const zonderId = (uit: object): unknown => ({ ...uit, id: undefined });

async function spoor(): Promise<Record<string, { uit: unknown; opdrachten: string[] }>> {
  const alles: Record<string, { uit: unknown; opdrachten: string[] }> = {};
  for (const [naam, doe] of Object.entries(vragen)) {
    regels.length = 0;
    const uit = await doe();
    alles[naam] = { uit, opdrachten: [...regels] };
  }
  return alles;
}

it('whether someone whom one may not know exists, changes no statement, no row and no word of any answer', async () => {
  // Once for what is only looked up the first time, and far enough apart that nobody seems to browse.
  await spoor();
  p.deuren.klok.vooruit({ hours: 24 });
  const zonder = await spoor();
  await maakSignaal(await p.persoon(GEHEIM, 'raadslid'), 'griffier');
  p.deuren.klok.vooruit({ hours: 24 });
  const met = await spoor();
  for (const naam of Object.keys(vragen)) {
    expect(met[naam], naam).toEqual(zonder[naam]);
    expect(zonder[naam]?.opdrachten.length, naam).toBeGreaterThan(4);
    for (const opdracht of zonder[naam]?.opdrachten ?? []) expect(opdracht, naam).toMatch(/→ (null|[\d,]+)$/);
  }
  // It is seen where it may be seen; otherwise silence above would prove nothing.
  regels.length = 0;
  const griffier = await deuren.voer(controle, { ...leeg, doel: 'balie', ...WIE }, await als('griffier'));
  expect(griffier.uitkomst).toBe('geel');
  expect(regels).not.toEqual(zonder['a check by the consulent']?.opdrachten);
}, 60_000);
