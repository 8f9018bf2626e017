import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { actorGegevens } from '../actor.ts';
import { gooiImportWeg, legImportKlaar, maakProefdraai, ruimImportenOp, voerImportDoor } from '../handelingen/importeren.ts';
import { wijzigLocatie } from '../handelingen/lijsten.ts';
import { exporteer } from '../vragen/overzicht.ts';
import { leesStand, soortcodes, type Soort } from './stand.ts';
import { voorbeeldbestand } from './voorbeelden.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  org = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
});

const proefdraai = maakProefdraai([async (_, ids) => new Map(ids.map((id) => [id, ['Er wacht nog 1 termijn.']]))]);
const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const utf8 = (tekst: string) => new TextEncoder().encode(tekst);
const KOP = 'personeelsnummer;voornaam;tussenvoegsel;achternaam;email;onderdeel_code;actief';

type Bestanden = Partial<Record<Soort, string | Uint8Array>>;
async function klaar(bestanden: Bestanden, wie: Mens = 'beheerder'): Promise<Id> {
  const bytes = Object.fromEntries(Object.entries(bestanden).map(([soort, inhoud]) => [soort, typeof inhoud === 'string' ? utf8(inhoud) : inhoud]));
  return (await deuren.voer(legImportKlaar, { bestanden: bytes }, await als(wie))).id;
}
const proef = async (id: Id, wie: Mens = 'beheerder') => deuren.vraag(proefdraai, { id }, await als(wie));
/** What the dry run says of a file, short. */
async function oordeel(bestanden: Bestanden) {
  const { beoordeling } = await proef(await klaar(bestanden));
  const per = Object.values(beoordeling.bestanden);
  return {
    goed: beoordeling.goed, stempel: beoordeling.stempel, tellingen: per.map((o) => `${o.soort} ${o.nieuw.length} nieuw ${o.gewijzigd.length} gewijzigd ${o.ongewijzigd} gelijk ${o.nietInBestand.length} weg`),
    fouten: per.flatMap((o) => o.fouten.map((f) => `${o.soort} ${f.rij} ${f.kolom}: ${f.tekst}`)), waarschuwingen: per.flatMap((o) => o.waarschuwingen), beoordeling,
  };
}
async function doorvoeren(bestanden: Bestanden) {
  const id = await klaar(bestanden);
  const { beoordeling } = await proef(id);
  return deuren.voer(voerImportDoor, { id, versie: beoordeling.stempel }, await als('beheerder'));
}
const stand = () => metOrganisatie(database.app, org.id, (trx) => leesStand({ trx, organisatieId: org.id }));
const regel = async (nummer: string) => (await stand()).medewerkers.find((m) => m.rij.personeelsnummer === nummer)?.rij;

describe('a first fill', () => {
  it('of files that refer to each other makes a small organisation in one go', async () => {
    const bestanden = Object.fromEntries(soortcodes.map((s) => [s, voorbeeldbestand(s)]));
    // The examples use codes that the test organisation has too; those two are then changed and not new.
    expect((await oordeel(bestanden)).fouten).toEqual([]);
    await doorvoeren(bestanden);
    const na = await stand();
    expect(na.onderdelen.find((o) => o.rij.code === 'BZ')?.rij).toMatchObject({ ouder_code: 'DIR', leidinggevende_personeelsnummer: '1002' });
    expect(await regel('X01')).toMatchObject({ soort: 'ingehuurd', werkgever: 'Voorbeeld Beveiliging bv', onderdeel_code: 'BZ' });
    expect((await oordeel(bestanden)).tellingen).toEqual(['onderdelen 0 nieuw 0 gewijzigd 3 gelijk 5 weg', 'locaties 0 nieuw 0 gewijzigd 1 gelijk 1 weg', 'functies 0 nieuw 0 gewijzigd 2 gelijk 0 weg', 'medewerkers 0 nieuw 0 gewijzigd 4 gelijk 18 weg']);
  });

  it('leaves one line in the journaal with counts and the hashes of the files, and nothing of what is in them', async () => {
    const bestand = `${KOP}\nK1;Kwartelkoning;;Roerdomp;k@proef.example;BZ;`;
    await doorvoeren({ medewerkers: bestand });
    const regels = await database.migratie.selectFrom('journaal as j').innerJoin('journaal_inhoud as i', (x) => x.onRef('i.organisatie_id', '=', 'j.organisatie_id').onRef('i.volgnr', '=', 'j.volgnr')).select(['j.handeling', 'j.object_soort', 'i.inhoud'])
      .where('j.organisatie_id', '=', org.id).where('j.object_soort', '=', 'import').orderBy('j.volgnr').execute();
    expect(regels).toHaveLength(2);
    expect(regels[1]?.inhoud).toMatchObject({ medewerkers: { nieuw: 1, gewijzigd: 0, ongewijzigd: 0, nietInBestand: 18, sha256: createHash('sha256').update(bestand).digest('hex') }, uitDienst: 0 });
    expect(JSON.stringify(regels)).not.toContain('Kwartelkoning');
  });
});

describe('a second import', () => {
  it('updates who is there, adds who is new and leaves who is not in the file', async () => {
    await doorvoeren({ medewerkers: `${KOP}\nA1;Anna;;Bos;a@proef.example;BZ;\nA2;Bram;;Vos;b@proef.example;BZ;` });
    const twee = await oordeel({ medewerkers: `${KOP}\nA1;Anna;van den;Bos;a@proef.example;WI;\nA3;Cora;;Das;c@proef.example;BZ;` });
    expect(twee.tellingen).toEqual(['medewerkers 1 nieuw 1 gewijzigd 0 gelijk 19 weg']);
    expect(twee.beoordeling.bestanden.medewerkers?.gewijzigd[0]?.velden).toEqual([{ veld: 'tussenvoegsel', van: '', naar: 'van den' }, { veld: 'onderdeel_code', van: 'BZ', naar: 'WI' }]);
    await doorvoeren({ medewerkers: `${KOP}\nA1;Anna;van den;Bos;a@proef.example;WI;\nA3;Cora;;Das;c@proef.example;BZ;` });
    expect(await regel('A1')).toMatchObject({ tussenvoegsel: 'van den', onderdeel_code: 'WI' });
    expect(await regel('A2')).toMatchObject({ voornaam: 'Bram', actief: true });
    expect(await regel('A3')).toBeDefined();
  });

  it('lets two people swap their addresses, which are unique at every moment', async () => {
    await doorvoeren({ medewerkers: `${KOP}\nA1;Anna;;Bos;a@proef.example;BZ;\nA2;Bram;;Vos;b@proef.example;BZ;` });
    await doorvoeren({ medewerkers: `${KOP}\nA1;Anna;;Bos;b@proef.example;BZ;\nA2;Bram;;Vos;a@proef.example;BZ;` });
    expect([(await regel('A1'))?.email, (await regel('A2'))?.email]).toEqual(['b@proef.example', 'a@proef.example']);
  });

  it('of what was exported changes nothing, whatever stands in it', async () => {
    await doorvoeren({ medewerkers: `${KOP}\nF1;'t;"van; der";"Som(""1"") ' x";f@proef.example;BZ;`, locaties: 'code;naam;adres;postcode;plaats\nL1;"Post ""Noord""; hal";Kade 1;1234 AB;\'s-Hertogenbosch' });
    for (const soort of soortcodes.filter((s) => s !== 'functies')) {
      const csv = await deuren.vraag(exporteer, { soort }, await als('beheerder'));
      const uit = await oordeel({ [soort]: csv });
      expect(uit.fouten).toEqual([]);
      expect(uit.beoordeling.niets, soort).toBe(true);
      expect(uit.tellingen[0]).toMatch(/ 0 nieuw 0 gewijzigd [1-9]\d* gelijk 0 weg$/);
    }
  });
});

describe('a file that is not as it should be', () => {
  it('in Windows-1252 is read, with its accents, and says so', async () => {
    const bytes = new Uint8Array(iconv.encode(`${KOP}\nA1;José;;Müller;j@proef.example;BZ;`, 'windows-1252'));
    const uit = await oordeel({ medewerkers: bytes });
    expect(uit.waarschuwingen.join()).toContain('Windows-1252');
    await doorvoeren({ medewerkers: bytes });
    expect(await regel('A1')).toMatchObject({ voornaam: 'José', achternaam: 'Müller' });
  });

  it('with a separator that we do not read says which, and with another that we do is read', async () => {
    expect((await oordeel({ functies: 'code|naam\nB|Balie' })).fouten).toEqual([expect.stringContaining('gescheiden met |')]);
    expect((await oordeel({ functies: 'code,naam\nB,Balie' })).tellingen).toEqual(['functies 1 nieuw 0 gewijzigd 0 gelijk 0 weg']);
  });

  it('with a formula is refused at its row and column', async () => {
    expect((await oordeel({ functies: 'code;naam\nA;Balie\nB;"=HYPERLINK(""https://kwaad.example"")"' })).fouten).toEqual([expect.stringMatching(/^functies 3 naam: Deze cel begint als een formule/)]);
  });

  it('changes nothing when one row of many is wrong, and says so for every file at once', async () => {
    const id = await klaar({ functies: 'code;naam\nA;Goed\nB;', medewerkers: `${KOP}\nA1;Anna;;Bos;geen adres;BZ;\nA2;Bram;;Vos;b@proef.example;WEG;` });
    const { beoordeling } = await proef(id);
    expect(beoordeling.goed).toBe(false);
    expect(Object.values(beoordeling.bestanden).flatMap((o) => o.fouten.map((f) => `${o.soort} ${f.rij} ${f.kolom}`))).toEqual(['functies 3 naam', 'medewerkers 2 email']);
    await expect(deuren.voer(voerImportDoor, { id, versie: beoordeling.stempel }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    expect((await stand()).functies).toEqual([]);
  });

  it('does not blame a file for what could not be read in another', async () => {
    const uit = await oordeel({ onderdelen: 'code;naam;leidinggevende\nNW;Nieuw;A1', medewerkers: `${KOP}\nA1;Anna;;Bos;geen adres;NW;` });
    expect(uit.fouten).toEqual([expect.stringMatching(/^medewerkers 2 email/)]);
  });

  it('is not kept when nothing was chosen, or when it is of no known kind', async () => {
    await expect(klaar({})).rejects.toMatchObject({ code: 'invoer.ongeldig' });
    await expect(deuren.voer(legImportKlaar, { bestanden: { rollen: utf8('x') } }, await als('beheerder'))).rejects.toMatchObject({ code: 'invoer.ongeldig' });
  });
});

describe('what the organisation as a whole must hold', () => {
  it.each([
    ['a leidinggevende who leaves in the same import', { onderdelen: 'code;naam;leidinggevende\nBZ;Burgerzaken;P102', medewerkers: 'personeelsnummer;voornaam;tussenvoegsel;achternaam;email;onderdeel_code;actief\nP102;Karin;de;Boer;karin@x.example;BZ;nee' }, 'onderdelen 2 leidinggevende_personeelsnummer: Deze leidinggevende is niet in dienst'],
    ['a department out of use where people work', { onderdelen: 'code;naam;actief\nFAC;Facilitair;nee' }, 'onderdelen 2 actief: Hier werken nog 2 collega'],
    ['a department out of use with another below it', { onderdelen: 'code;naam;actief\nDIR;Directie;nee' }, 'onderdelen 2 actief: Hier hangt nog een onderdeel onder'],
    ['a colleague in a department out of use', { onderdelen: 'code;naam;actief\nOUD;Oud team;nee', medewerkers: `${KOP}\nA1;Anna;;Bos;a@x.example;OUD;ja` }, 'medewerkers 2 onderdeel_code: Dit onderdeel is niet in gebruik'],
    ['the closed compartment opened', { onderdelen: 'code;naam;compartiment\nGRI;Griffie;ambtelijk' }, 'onderdelen 2 compartiment: Een onderdeel van politieke ambtsdragers blijft dat'],
    ['oneself out of service', { medewerkers: `${KOP}\nP110;Bas;;Groen;bas@x.example;VEI;nee` }, 'medewerkers 2 actief: Jezelf zet je niet uit dienst'],
    ['oneself as leidinggevende', { onderdelen: 'code;naam;leidinggevende\nBZ;Burgerzaken;P110' }, 'onderdelen null null: Zo zou jij zelf dossiers'],
    ['a circle', { onderdelen: 'code;naam;ouder_code\nDIR;Directie;BZ' }, 'onderdelen 2 ouder_code: Dit onderdeel komt zo onder zichzelf'],
  ])('refuses %s', async (_, bestanden, fout) => {
    expect((await oordeel(bestanden)).fouten.join('\n')).toContain(fout);
  });

  it('names who leaves, what still waits for them and which department loses its leidinggevende; then they are out', async () => {
    const bestand = `${KOP}\nP102;Karin;de;Boer;karin@${org.slug}.example;BZ;nee`;
    const id = await klaar({ medewerkers: bestand });
    const p = await proef(id);
    expect(p).toMatchObject({ uitDienst: [{ naam: 'Karin de Boer', werk: ['Er wacht nog 1 termijn.'] }], zonderLeiding: ['Burgerzaken'] });
    await deuren.voer(voerImportDoor, { id, versie: p.beoordeling.stempel }, await als('beheerder'));
    expect(await metOrganisatie(database.app, org.id, (trx) => actorGegevens(trx, org.id, org.mens.karin))).toBeNull();
    expect((await stand()).onderdelen.find((o) => o.rij.code === 'BZ')?.rij.leidinggevende_personeelsnummer).toBe('');
  });
});

describe('carrying out', () => {
  it('is all or nothing, also when the database refuses a row halfway', async () => {
    const voor = await stand();
    // A rule that only the database knows: it refuses the last of the colleagues, when departments and places are already written.
    await sql`create function weiger() returns trigger language plpgsql as $$ begin if new.organisatie_id = ${sql.lit(org.id)} and new.personeelsnummer = 'STOP' then raise exception 'geweigerd'; end if; return new; end $$`.execute(database.migratie);
    await sql`create trigger weiger before insert on medewerker for each row execute function weiger()`.execute(database.migratie);
    try {
      const bestanden = { onderdelen: 'code;naam;leidinggevende\nNW;Nieuw;A1\nBZ;Publiekszaken;P102', locaties: 'code;naam;adres;postcode;plaats\nNL;Nieuw;;;', medewerkers: `${KOP}\nA1;Anna;;Bos;a@proef.example;NW;\nSTOP;Bram;;Vos;b@proef.example;NW;` };
      const id = await klaar(bestanden);
      const { beoordeling } = await proef(id);
      expect(beoordeling.goed).toBe(true);
      await expect(deuren.voer(voerImportDoor, { id, versie: beoordeling.stempel }, await als('beheerder'))).rejects.toThrow('geweigerd');
      expect(await stand()).toEqual(voor);
      // And it can still be carried out, once what stood in the way is gone.
      await sql`drop trigger weiger on medewerker`.execute(database.migratie);
      await deuren.voer(voerImportDoor, { id, versie: beoordeling.stempel }, await als('beheerder'));
      expect((await stand()).medewerkers).toHaveLength(voor.medewerkers.length + 2);
    } finally {
      await sql`drop trigger if exists weiger on medewerker`.execute(database.migratie);
      await sql`drop function weiger()`.execute(database.migratie);
    }
  });

  it('stops when someone changed the organisation after the dry run, and shows the new one', async () => {
    const id = await klaar({ locaties: 'code;naam;adres;postcode;plaats\nSH;Stadhuis;Markt 1;1234 AB;Proefdam' });
    const { beoordeling: eerst } = await proef(id);
    await deuren.voer(wijzigLocatie, { id: org.locatie.stadhuis, versie: '1', code: 'SH', naam: 'Het Stadhuis', adres: 'Plein 2', postcode: '', plaats: '' }, await als('beheerder'));
    await expect(deuren.voer(voerImportDoor, { id, versie: eerst.stempel }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    const { beoordeling: dan } = await proef(id);
    expect(dan.bestanden.locaties?.gewijzigd[0]?.velden).toContainEqual({ veld: 'adres', van: 'Plein 2', naar: 'Markt 1' });
    await deuren.voer(voerImportDoor, { id, versie: dan.stempel }, await als('beheerder'));
    expect((await stand()).locaties.find((l) => l.rij.code === 'SH')?.rij.naam).toBe('Stadhuis');
  });

  it('happens once, also when it is asked twice at the same moment', async () => {
    const id = await klaar({ functies: 'code;naam\nA;Adviseur' });
    const { beoordeling } = await proef(id);
    const wie = await als('beheerder');
    const uit = await Promise.allSettled([1, 2].map(() => deuren.voer(voerImportDoor, { id, versie: beoordeling.stempel }, wie)));
    expect(uit.map((u) => u.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await stand()).functies).toHaveLength(1);
  });

  it('of 5,000 colleagues in 100 departments takes seconds', async () => {
    const onderdelen = `code;naam;ouder_code;leidinggevende\n${Array.from({ length: 100 }, (_, i) => `T${i};Team ${i};${i === 0 ? '' : `T${Math.floor((i - 1) / 5)}`};M${i}`).join('\n')}`;
    const medewerkers = `${KOP}\n${Array.from({ length: 5_000 }, (_, i) => `M${i};Voornaam${i};;Achternaam${i};m${i}@proef.example;T${i % 100};`).join('\n')}`;
    const begin = performance.now();
    expect(await doorvoeren({ onderdelen, medewerkers })).toEqual({ nieuw: 5_100, gewijzigd: 0 });
    expect(performance.now() - begin).toBeLessThan(15_000);
  });
});

describe('the files that wait', () => {
  it('are only for who uploaded them, and gone after a day', async () => {
    const id = await klaar({ functies: 'code;naam\nA;Adviseur' });
    await deuren.voer(legImportKlaar, { bestanden: { functies: utf8('code;naam\nB;Balie') } }, await als('beheerder')).then(({ id: tweede }) => proef(tweede));
    // A later upload of the same person takes the place of the earlier one.
    await expect(proef(id)).rejects.toMatchObject({ code: 'niet-gevonden' });
    const nieuw = await klaar({ functies: 'code;naam\nA;Adviseur' });
    await database.migratie.insertInto('roltoekenning').values({ organisatie_id: org.id, id: nieuwId(), medewerker_id: org.mens.joost, rol: 'beheerder', sinds: deuren.nu(), ingetrokken_op: null, toegekend_door: null }).execute();
    await expect(proef(nieuw, 'joost')).rejects.toMatchObject({ code: 'niet-gevonden' });
    deuren.klok.vooruit({ hours: 25 });
    await expect(proef(nieuw)).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect(await ruimImportenOp(database.app, deuren.nu())).toBeGreaterThan(0);
    expect(await database.migratie.selectFrom('importbestand').select('soort').where('organisatie_id', '=', org.id).execute()).toEqual([]);
  });

  it('are gone when they are thrown away, and when they were carried out', async () => {
    await deuren.voer(gooiImportWeg, { id: await klaar({ functies: 'code;naam\nA;Adviseur' }) }, await als('beheerder'));
    await doorvoeren({ functies: 'code;naam\nA;Adviseur' });
    expect(await database.migratie.selectFrom('importbestand').select('soort').where('organisatie_id', '=', org.id).execute()).toEqual([]);
  });

  it.each(['samira', 'karin', 'adviseur', 'griffier', 'fg'] as const)('cannot be made or fetched by %s', async (wie) => {
    await expect(klaar({ functies: 'code;naam\nA;X' }, wie)).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.vraag(exporteer, { soort: 'medewerkers' }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});
