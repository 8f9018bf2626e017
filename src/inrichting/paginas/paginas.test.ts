import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakKamersite, veldenOp, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakApp } from '../../platform/http/index.ts';
import { maakLogboek } from '../../platform/logboek/index.ts';
import { inrichtingPaginas } from './index.tsx';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let site: Kamersite;
beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
  site = maakKamersite(deuren, org.id, (s) => inrichtingPaginas(s, { openWerk: [], dossiernummers: async () => new Map(), machtigingswoorden: { beslissers: { leidinggevende: 'De verantwoordelijk leidinggevende' }, maatregelen: { pandverbod: 'Pandverbod' } }, eigenAccounts: (slug) => slug === org.slug }));
});
afterAll(() => database?.opruimen());

const haal = (wie: Mens, pad: string) => site.haal(org.mens[wie], pad);
const upload = (bestanden: Record<string, string | Buffer>, velden: Record<string, string> = {}) =>
  site.upload(org.mens.beheerder, '/inrichting/importeren', velden, Object.entries(bestanden).map(([veld, inhoud]) => ({ veld, naam: `${veld}.csv`, inhoud: Buffer.from(inhoud) })));

describe('an import in the browser', () => {
  it('shows what changes, field by field, and carries it out', async () => {
    const stap1 = await upload({ locaties: 'code;naam;adres;postcode;plaats\nSH;Publiekshal;;;\nNW;Nieuwe plek;Kade 1;1234ab;Proefdam' });
    expect(stap1.status).toBe(303);
    const pad = stap1.naar ?? '';
    const proef = await haal('beheerder', pad);
    expect(proef.tekst).toContain('Dit gaat er veranderen');
    expect(proef.tekst).toMatch(/Balie stadhuis[\s\S]*Publiekshal/);
    expect(proef.tekst).not.toContain('Nieuwe plek</td>');
    const klaar = await site.verstuur(org.mens.beheerder, pad, veldenOp(proef.tekst, pad));
    expect([klaar.status, klaar.naar]).toEqual([303, '/inrichting']);
    expect(decodeURIComponent(klaar.koppen.get('x-flits') ?? klaar.koppen.getSetCookie().join())).toContain('1 nieuw, 1 gewijzigd');
    expect((await haal('beheerder', '/inrichting/locaties')).tekst).toContain('Publiekshal');
    expect((await haal('beheerder', pad)).status).toBe(404);
  });

  it('lists errors with row and column and has then no button to carry it out', async () => {
    const { naar } = await upload({ functies: 'code;naam\nA;Goed\nB;\nC C;Fout' });
    const { tekst } = await haal('beheerder', naar ?? '');
    expect(tekst).toContain('Er zijn 2 fouten');
    expect(tekst).toMatch(/Rij 3[\s\S]*naam[\s\S]*Vul dit in[\s\S]*Rij 4[\s\S]*code/);
    expect(tekst).not.toContain('Voer door');
  });

  it('shows the dry run anew, as a conflict, when the organisation changed in between', async () => {
    const { naar } = await upload({ locaties: 'code;naam;adres;postcode;plaats\nWP;Post Noord;;;' });
    const pad = naar ?? '';
    const velden = veldenOp((await haal('beheerder', pad)).tekst, pad);
    await database.migratie.updateTable('locatie').set({ naam: 'Intussen anders' }).where('id', '=', org.locatie.wijkpost).execute();
    const uit = await site.verstuur(org.mens.beheerder, pad, velden);
    expect(uit.status).toBe(409);
    expect(uit.tekst).toContain('Intussen anders');
    expect((await site.verstuur(org.mens.beheerder, pad, veldenOp(uit.tekst, pad))).status).toBe(303);
  });

  it('says it at the field when nothing was chosen, when a file is too large, and when the token is not right', async () => {
    const niets = await upload({});
    expect([niets.status, niets.tekst.includes('Kies minstens één bestand')]).toEqual([422, true]);
    const groot = await upload({ medewerkers: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') });
    expect([groot.status, groot.tekst.includes('te groot')]).toEqual([422, true]);
    expect((await upload({ functies: 'code;naam\nA;B' }, { _csrf: 'gestolen' })).status).toBe(403);
  });

  it('gives examples and exports as files that no spreadsheet runs', async () => {
    for (const pad of ['/inrichting/importeren/voorbeeld/medewerkers', '/inrichting/importeren/export/medewerkers']) {
      const uit = await haal('beheerder', pad);
      expect(uit.koppen.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(uit.koppen.get('content-disposition')).toMatch(/^attachment; filename="[a-z-]+\.csv"$/);
      expect((await haal('adviseur', pad)).status).toBe(404);
    }
    expect((await haal('beheerder', '/inrichting/importeren/export/rollen')).status).toBe(404);
  });
});

describe('forms', () => {
  it('come back with what was typed and the error in words', async () => {
    const uit = await site.verstuur(org.mens.beheerder, '/inrichting/medewerkers/nieuw', { voornaam: 'Ana\u0000 <b>', achternaam: '', personeelsnummer: 'P100', email: 'geen', onderdeel_id: org.onderdeel.BZ ?? '', soort: 'medewerker' });
    expect(uit.status).toBe(422);
    expect(uit.tekst).toContain('Ana');
    expect(uit.tekst).toContain('Vul de achternaam in.');
    expect(uit.tekst).toContain('Dit is geen e-mailadres.');
    expect(uit.tekst).not.toContain('<b>');
  });

  it('show both versions when someone else was first', async () => {
    const pad = `/inrichting/locaties/${org.locatie.stadhuis}`;
    const [een, twee] = [veldenOp((await haal('beheerder', pad)).tekst, pad), veldenOp((await haal('beheerder', pad)).tekst, pad)];
    await site.verstuur(org.mens.beheerder, pad, { ...een, naam: 'Van de eerste' });
    const tweede = await site.verstuur(org.mens.beheerder, pad, { ...twee, naam: 'Van de tweede' });
    expect(tweede.status).toBe(409);
    expect(tweede.tekst).toContain('Van de eerste');
    expect(tweede.tekst).toContain('Van de tweede');
    expect((await site.verstuur(org.mens.beheerder, pad, veldenOp(tweede.tekst, pad))).status).toBe(303);
    expect((await haal('beheerder', '/inrichting/locaties')).tekst).toContain('Van de tweede');
  });

  it('of the settings work from the page itself, with the example of a report of now', async () => {
    const pad = '/inrichting/instellingen/termijnen-ambtelijk';
    const { tekst } = await haal('beheerder', pad);
    expect(tekst).toContain('vóór morgen 14.10 uur');
    const fout = await site.verstuur(org.mens.beheerder, pad, { ...veldenOp(tekst, pad), 'nazorg_24u.aantal': 'veel' });
    expect([fout.status, fout.tekst.includes('Vul een heel getal in.')]).toEqual([422, true]);
    expect((await site.verstuur(org.mens.beheerder, pad, { ...veldenOp(fout.tekst, pad), 'nazorg_24u.aantal': '2' })).status).toBe(303);
    expect((await haal('beheerder', '/inrichting/instellingen')).tekst).toContain('vóór vandaag 16.10 uur');
    for (const deel of ['meldladder-ernstig', 'kalender', 'overig']) {
      const p = `/inrichting/instellingen/${deel}`;
      expect((await site.verstuur(org.mens.beheerder, p, veldenOp((await haal('beheerder', p)).tekst, p))).status, deel).toBe(303);
    }
  });

  it.each([['adviseur', '/inrichting/instellingen/termijnen-politiek'], ['griffier', '/inrichting/instellingen/kalender'], ['griffier', '/inrichting/vormen/nieuw'], ['adviseur', '/inrichting/medewerkers/nieuw'], ['beheerder', '/inrichting/rollen/politiek/nieuw'], ['samira', '/inrichting'], ['beheerder', '/journaal']] as const)('that %s may not send are not there: %s', async (wie, pad) => {
    expect((await haal(wie, pad)).status).toBe(404);
  });
});

describe('the overview', () => {
  it('leads to giving access, for whoever may see who waits for it, where the organisation has accounts of its own', async () => {
    expect((await haal('beheerder', '/inrichting')).tekst).toContain('href="/toegang"');
  });
});

describe('pages for everybody', () => {
  it('/hulp names who to call: one’s own leidinggevende and Adviseur, or in the closed compartment the griffier', async () => {
    const samira = (await haal('samira', '/hulp')).tekst;
    expect(samira).toContain('Karin de Boer');
    expect(samira).toContain('Noor Adriaans');
    expect(samira).not.toContain('Geert Wolters');
    const raadslid = (await haal('raadslid', '/hulp')).tekst;
    expect(raadslid).toContain('Geert Wolters');
    expect(raadslid).not.toMatch(/Hugo van Leeuwen|Noor Adriaans/);
  });

  it('/hulp and /toegankelijkheid are there for a stranger, without any name', async () => {
    const app = maakApp({
      deuren, logboek: maakLogboek({ niveau: 'silent' }), menu: [], demo: false, middelen: () => ({ css: [], js: [] }), oorsprong: () => 'https://rugdekking.example', ip: () => '192.0.2.1', verzoekId: () => 'proef',
      zoekSessie: async () => null, bewaarOnderbroken: async () => undefined, begrens: async () => undefined, zetFlits: () => undefined, neemFlits: () => undefined,
    });
    inrichtingPaginas(app.site, { openWerk: [], dossiernummers: async () => new Map(), machtigingswoorden: { beslissers: {}, maatregelen: {} }, eigenAccounts: () => false });
    for (const pad of ['/hulp', '/toegankelijkheid']) {
      const uit = await app.hono.request(pad);
      const tekst = await uit.text();
      expect(uit.status).toBe(200);
      expect(tekst).not.toMatch(/Proefdam|Groen|Adriaans/);
    }
    expect(await (await app.hono.request('/hulp')).text()).toContain('Bel\u00a0112');
  });

  it('/wie-mag-wat shows what one capacity may do', async () => {
    const helper = (await haal('samira', '/wie-mag-wat?ik=fg')).tekst;
    expect(helper).toContain('Het journaal van de organisatie inzien');
    expect(helper).not.toContain('Een dossier sluiten');
    expect((await haal('samira', '/wie-mag-wat?ik=onzin')).tekst).toContain('Een dossier sluiten');
  });
});

describe('the journaal', () => {
  it('tells the FG who did what, filters, and leaves through older lines', async () => {
    for (let i = 0; i < 60; i += 1) await haal('beheerder', '/inrichting/importeren/export/functies');
    const gezocht = await site.verstuur(org.mens.fg, '/journaal', { wie: 'Bas Groen' });
    expect(gezocht).toMatchObject({ status: 303, naar: expect.stringMatching(/^\/journaal\?wie=[A-Za-z0-9_-]+$/) });
    const eerste = (await haal('fg', gezocht.naar ?? '')).tekst;
    expect(eerste).toContain('De organisatie inlezen uit CSV');
    expect(eerste).not.toContain('Fien Smit</td>');
    const verder = /href="(\/journaal\?[^"]*voor=\d+)"/.exec(eerste)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const tweede = (await haal('fg', verder)).tekst;
    const tijden = (t: string) => [...t.matchAll(/<time datetime="([^"]+)"/gi)].length;
    expect(tijden(eerste)).toBe(50);
    expect(tijden(tweede)).toBeGreaterThan(10);
    expect((await haal('fg', '/journaal?handeling=inrichting.importeren&van=24-11-2026')).tekst).toContain('Geen regels gevonden');
    expect((await haal('fg', '/journaal?van=23-11-2026&tot=23-11-2026')).tekst).toContain('Het journaal van de organisatie inzien');
    expect((await haal('fg', '/journaal?van=31-02-2026')).status).toBe(422);
  });

  it('shows that someone was refused', async () => {
    await haal('samira', '/inrichting/onderdelen');
    const gezocht = await site.verstuur(org.mens.fg, '/journaal', { wie: 'Samira' });
    expect((await haal('fg', gezocht.naar ?? '')).tekst).toContain('Geweigerd');
  });
});
