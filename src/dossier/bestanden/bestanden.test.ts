import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import sharp from 'sharp';
import type { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakKamersite, type Kamersite } from '../../../tests/hulp/kamersite.ts';
import { maakOrganisatie, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import { bestandenUitOmgeving, ruimVoornemensOp, schrijfVoornemen, type Bestanden, type Scanuitslag } from '../../platform/bestanden/index.ts';
import { openDossier } from '../openen.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import type { Context } from '../../platform/deuren/index.ts';
import { opslagsleutels } from './opslagsleutels.ts';
import { bestandenPaginas } from './paginas.tsx';
import { bestandstaken } from './taken.ts';
import { TAAK_SCANNEN, TAAK_WISSEN } from './handelingen.ts';
import type { Taakcontext } from '../../platform/wachtrij/index.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let map: string;
let bestanden: Bestanden;
let site: Kamersite;
let dossierId: Id;
/** What the scanner of the test says, until changed. */
let antwoord: Scanuitslag;
let ingesteld: boolean;
const gescand: number[] = [];

const NU = { poging: 1, laatste: false, taakId: 'proef', signaal: new AbortController().signal } satisfies Taakcontext;

beforeAll(async () => {
  database = await maakTestDatabase();
  deuren = maakTestdeuren(database.app);
  org = await maakOrganisatie(database.migratie);
  map = await mkdtemp(join(tmpdir(), 'rugdekking-proef-'));
  const echt = await bestandenUitOmgeving(map, {});
  bestanden = {
    ...echt,
    neemVoor: (organisatieId, sleutels) => schrijfVoornemen(database.app, organisatieId, sleutels, deuren.klok()),
    scanner: {
      get ingesteld() {
        return ingesteld;
      },
      async scan(inhoud: Readable) {
        let bytes = 0;
        for await (const blok of inhoud as AsyncIterable<Buffer>) bytes += blok.length;
        gescand.push(bytes);
        return antwoord;
      },
      bereikbaar: async () => true,
    },
  };
  site = maakKamersite(deuren, org.id, (s) => bestandenPaginas(s, { bestanden, tabs: [{ pad: '/bestanden', tekst: 'Bestanden' }] }));
});
afterAll(async () => {
  await database?.opruimen();
  await rm(map, { recursive: true, force: true });
});
beforeEach(async () => {
  antwoord = { uitslag: 'schoon' };
  ingesteld = true;
  gescand.length = 0;
  dossierId = await nieuwDossier();
});

async function nieuwDossier(): Promise<Id> {
  return metOrganisatie(database.app, org.id, async (trx) => {
    const ctx: Context = { trx, organisatieId: org.id, nu: deuren.klok(), nieuwId: () => nieuwId(), plaats: async () => undefined };
    const { id } = await openDossier(ctx, {
      compartiment: 'ambtelijk', route: 'leidinggevende', titel: 'Dreigen, Balie stadhuis', bijna: false, kanaal: null, voorvalOp: deuren.klok(), voorvalPrecies: 'tijd', locatieId: org.locatie.stadhuis, plek: '',
      melderId: org.mens.samira, slachtofferId: org.mens.samira, vormIds: [], veroorzaker: null, aangifteGewenst: false, wilGebeldWorden: false, verhaal: '',
    });
    return id;
  });
}

const foto = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#36c' } }).jpeg().withExif({ IFD0: { Copyright: 'GEHEIM-KENMERK' } }).toBuffer();
const rijen = () => database.migratie.selectFrom('bestand').selectAll().where('dossier_id', '=', dossierId).orderBy('op').orderBy('id').execute();
const opSchijf = async (): Promise<string[]> => (await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true })).filter((d) => d.isFile()).map((d) => d.name);
const spoel = (): Promise<string[]> => readdir(join(map, 'spoel')).catch(() => []);
const taken = () => bestandstaken({ db: database.app, deuren, bestanden });

async function voegToe(inhoud: Buffer, naam = 'foto.jpg', wie: Id = org.mens.adviseur) {
  return site.upload(wie, `/dossiers/${dossierId}/bestanden`, {}, [{ naam, inhoud }]);
}

async function eerste() {
  const rij = (await rijen())[0];
  if (rij === undefined) throw new Error('er is geen bestand');
  return rij;
}

describe('files of a dossier', () => {
  it('are kept, closed until they are scanned, and then handed out without the data of the device', async () => {
    const uit = await voegToe(await foto());
    expect([uit.status, uit.naar]).toEqual([303, `/dossiers/${dossierId}/bestanden`]);
    const b = await eerste();
    expect(b).toMatchObject({ naam: 'foto.jpg', mediatype: 'image/jpeg', scan: 'niet_gescand', door: org.mens.adviseur });
    const dicht = await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`);
    expect([dicht.status, dicht.tekst.includes('nog niet gescand')]).toEqual([409, true]);
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect(gescand).toEqual([b.grootte]);
    const open = await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`);
    expect(open.status).toBe(200);
    expect(open.koppen.get('content-disposition')).toBe("attachment; filename*=UTF-8''foto.jpg");
    expect(open.koppen.get('x-content-type-options')).toBe('nosniff');
    expect(open.tekst.includes('GEHEIM-KENMERK')).toBe(false);
    expect(await spoel()).toEqual([]);
  });

  it('leave a line in the journaal at intake, at the scan and at each download', async () => {
    await voegToe(await foto());
    const b = await eerste();
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    await site.haal(org.mens.karin, `/dossiers/${dossierId}/bestanden/${b.id}`);
    const regels = await database.migratie.selectFrom('journaal').select(['actor', 'handeling', 'resultaat', 'dossier_id']).where('object_id', '=', b.id).orderBy('volgnr').execute();
    expect(regels).toEqual([
      { actor: org.mens.adviseur, handeling: 'bestand.toevoegen', resultaat: 'gelukt', dossier_id: dossierId },
      { actor: 'systeem', handeling: 'bestand.gescand', resultaat: 'gelukt', dossier_id: dossierId },
      { actor: org.mens.karin, handeling: 'bestand.lezen', resultaat: 'gelukt', dossier_id: dossierId },
    ]);
  });

  it('with a virus are kept and never handed out', async () => {
    antwoord = { uitslag: 'besmet', naam: 'Eicar-Test-Signature' };
    await voegToe(await foto());
    const b = await eerste();
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect((await eerste()).scan).toBe('besmet');
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(409);
    const lijst = await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`);
    expect(lijst.tekst).toContain('hier zit een virus in');
    expect(lijst.tekst).not.toContain(`/bestanden/${b.id}"`);
  });

  it('wait while the scanner is away: the job comes back until it answers', async () => {
    antwoord = { uitslag: 'niet-bereikbaar' };
    await voegToe(await foto());
    const b = await eerste();
    const sleutel = `${TAAK_SCANNEN}:${b.id}`;
    const wachtend = async () => (await sql<{ data: { gegevens: Record<string, string> }; start_after: Temporal.Instant }>`select data, start_after from wachtrij.job where state = 'created' and singleton_key = ${sleutel}`.execute(database.migratie)).rows[0];
    for (const verwacht of [1, 2, 4, 8, 10, 10]) {
      const gegevens = (await wachtend())?.data.gegevens ?? { organisatieId: org.id, bestandId: b.id };
      await sql`delete from wachtrij.job where singleton_key = ${sleutel}`.execute(database.migratie);
      await taken()[TAAK_SCANNEN]?.(gegevens, NU);
      expect((await wachtend())?.start_after.toString()).toBe(deuren.klok().add({ minutes: verwacht }).toString());
    }
    expect((await eerste()).scan).toBe('niet_gescand');
    antwoord = { uitslag: 'schoon' };
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect((await eerste()).scan).toBe('schoon');
  });

  it('say in a demo without a scanner that nobody scanned them, and are handed out there only', async () => {
    ingesteld = false;
    await voegToe(await foto());
    const b = await eerste();
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect((await eerste()).scan).toBe('niet_gescand');
    await database.migratie.updateTable('organisatie').set({ demo: true }).where('organisatie_id', '=', org.id).execute();
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect((await eerste()).scan).toBe('geen_scanner');
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`)).tekst).toContain('er is hier geen virusscanner');
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(200);
    await database.migratie.updateTable('organisatie').set({ demo: false }).where('organisatie_id', '=', org.id).execute();
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(409);
  });

  it('that are refused do not keep the others out, and say which and why', async () => {
    const uit = await site.upload(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`, {}, [
      { naam: 'programma.exe', inhoud: Buffer.from('MZ\u0090\u0000 dit is een programma') }, { naam: 'foto.jpg', inhoud: await foto() }, { naam: 'leeg.txt', inhoud: Buffer.alloc(0) },
    ]);
    expect(uit.status).toBe(422);
    expect(uit.tekst).toContain('‘programma.exe’: dit bestand kan een programma starten.');
    expect(uit.tekst).toContain('‘leeg.txt’: dit bestand is leeg.');
    expect((await rijen()).map((b) => b.naam)).toEqual(['foto.jpg']);
    expect(await spoel()).toEqual([]);
  });

  it('of more than 25 MB and more than ten at once are refused with the limit', async () => {
    const uit = await voegToe(Buffer.alloc(26 * 1024 * 1024, 'a'), 'lang.txt');
    expect([uit.status, uit.tekst.includes('Een bestand mag 25 MB zijn.')]).toEqual([422, true]);
    const veel = await site.upload(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`, {}, Array.from({ length: 11 }, (_, i) => ({ naam: `briefje${i}.txt`, inhoud: Buffer.from(`briefje nummer ${i}`) })));
    expect([veel.status, veel.tekst.includes('Het kunnen er 10 tegelijk zijn.')]).toEqual([422, true]);
    expect(await rijen()).toHaveLength(10);
  });

  it('are added once when the same form is sent twice, and nothing is left in the storage of the second', async () => {
    const sleutel = nieuwId();
    const inhoud = await foto();
    const voor = (await opSchijf()).length;
    for (let i = 0; i < 2; i += 1) expect((await site.upload(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`, { _sleutel: sleutel }, [{ naam: 'foto.jpg', inhoud }])).status).toBe(303);
    expect(await rijen()).toHaveLength(1);
    expect((await opSchijf()).length - voor).toBe(2);
  });

  it('are kept from the moment their row is there: nothing is left to clear away', async () => {
    await voegToe(await foto());
    const { id, origineel_sleutel: origineel, kopie_sleutel: kopie } = await eerste();
    const nog = await database.migratie.selectFrom('opslagvoornemen').select('sleutel').where('sleutel', 'in', [origineel, kopie ?? '']).execute();
    expect([kopie === null, nog]).toEqual([false, []]);
    await ruimVoornemensOp(database.app, bestanden.opslag, deuren.klok().add({ hours: 48 }));
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: id }, NU);
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${id}`)).status).toBe(200);
  });

  it('are refused at the field when it took so long that what was stored is cleared away', async () => {
    const echt = bestanden.bewaring;
    const traag = { ...bestanden, bewaring: { ...echt, bewaar: async (...a: Parameters<typeof echt.bewaar>) => {
      const bewaard = await echt.bewaar(...a);
      await ruimVoornemensOp(database.app, bestanden.opslag, deuren.klok().add({ hours: 48 }));
      return bewaard;
    } } };
    const langzaam = maakKamersite(deuren, org.id, (s) => bestandenPaginas(s, { bestanden: traag, tabs: [] }));
    const uit = await langzaam.upload(org.mens.adviseur, `/dossiers/${dossierId}/bestanden`, {}, [{ naam: 'foto.jpg', inhoud: await foto() }]);
    expect([uit.status, uit.tekst.includes('Het bewaren duurde te lang.')]).toEqual([422, true]);
    expect(await rijen()).toEqual([]);
  });

  it('are not there for a stranger, nor through another dossier, nor for the veroorzaker', async () => {
    await voegToe(await foto());
    const b = await eerste();
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    for (const wie of [org.mens.milan, org.mens.petra, org.mens.griffier, org.mens.beheerder, org.mens.fg]) {
      expect((await site.haal(wie, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(404);
      expect((await site.haal(wie, `/dossiers/${dossierId}/bestanden`)).status).toBe(404);
      expect((await voegToe(await foto(), 'foto.jpg', wie)).status).toBe(404);
    }
    const ander = await nieuwDossier();
    expect((await site.haal(org.mens.adviseur, `/dossiers/${ander}/bestanden/${b.id}`)).status).toBe(404);
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${nieuwId()}`)).status).toBe(404);
    await database.migratie.insertInto('betrokkene').values({ organisatie_id: org.id, id: nieuwId(), dossier_id: dossierId, rol: 'veroorzaker', soort: 'medewerker', medewerker_id: org.mens.karin, toegevoegd_op: deuren.klok(), vervallen_op: null }).execute();
    expect((await site.haal(org.mens.karin, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(404);
  });

  it('cannot be added to a closed dossier', async () => {
    await database.migratie.updateTable('dossier').set({ status: 'gesloten' }).where('id', '=', dossierId).execute();
    expect((await voegToe(await foto())).status).toBe(404);
    expect(await rijen()).toEqual([]);
  });

  it('leave the storage when the job to remove them runs, and a removed file is gone for everyone', async () => {
    await voegToe(await foto());
    const b = await eerste();
    const voor = await opSchijf();
    expect(voor).toContain(b.origineel_sleutel);
    await taken()[TAAK_WISSEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect(await opSchijf()).toEqual(voor);
    await database.migratie.updateTable('bestand').set({ verwijderd_op: deuren.klok() }).where('id', '=', b.id).execute();
    await taken()[TAAK_WISSEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    await taken()[TAAK_WISSEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    expect((await opSchijf()).filter((naam) => naam === b.origineel_sleutel || naam === b.kopie_sleutel)).toEqual([]);
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(404);
  });
});

describe('a file that was added by mistake', () => {
  const weg = (wie: Id, bestand: string, reden = 'Verkeerde schermafdruk, van iemand anders.') => site.verstuur(wie, `/dossiers/${dossierId}/bestanden/${bestand}/weghalen`, { reden });
  const terug = (wie: Id, bestand: string) => site.verstuur(wie, `/dossiers/${dossierId}/bestanden/${bestand}/terugzetten`, {});
  const wis = (bestandId: string) => taken()[TAAK_WISSEN]?.({ organisatieId: org.id, bestandId }, NU);
  const opDeLijst = async (wie: Id = org.mens.adviseur): Promise<string> => (await site.haal(wie, `/dossiers/${dossierId}/bestanden`)).tekst;

  async function toegevoegd(wie: Id = org.mens.karin) {
    await voegToe(await foto(), 'Jan Jansen.jpg', wie);
    const b = await eerste();
    await taken()[TAAK_SCANNEN]?.({ organisatieId: org.id, bestandId: b.id }, NU);
    return b;
  }

  it('is asked after first, and not without a reason', async () => {
    const b = await toegevoegd();
    const vraag = await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}/weghalen`);
    expect(vraag.tekst).toContain('Haal je dit bestand weg?');
    expect(vraag.tekst).toContain('Jan Jansen.jpg');
    const zonder = await weg(org.mens.adviseur, b.id, '');
    expect([zonder.status, zonder.tekst.includes('href="#veld-reden"')]).toEqual([422, true]);
    expect((await eerste()).verwijderd_op).toBeNull();
  });

  it('is gone for everyone at once; row, hash, who and why stay, in the timeline too', async () => {
    const b = await toegevoegd();
    expect(await weg(org.mens.adviseur, b.id)).toMatchObject({ status: 303, naar: `/dossiers/${dossierId}/bestanden` });
    for (const wie of [org.mens.adviseur, org.mens.karin]) expect((await site.haal(wie, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(404);
    const lijst = await opDeLijst(org.mens.karin);
    expect(lijst).not.toContain(`href="/dossiers/${dossierId}/bestanden/${b.id}"`);
    expect(lijst).toContain('Weggehaald door Noor Adriaans');
    expect(await eerste()).toMatchObject({ sha256: b.sha256, weg_door: org.mens.adviseur, weg_reden: 'Verkeerde schermafdruk, van iemand anders.', gewist_op: null });
    const regels = await database.migratie.selectFrom('journaal').select(['actor', 'handeling']).where('object_id', '=', b.id).orderBy('volgnr', 'desc').limit(3).execute();
    expect(regels.filter((r) => r.handeling === 'bestand.weghalen')).toEqual([{ actor: org.mens.adviseur, handeling: 'bestand.weghalen' }]);
    const tijdlijn = await database.migratie.selectFrom('gebeurtenis').select(['door', 'gegevens']).where('dossier_id', '=', dossierId).where('soort', '=', 'bestand_weggehaald').execute();
    expect(tijdlijn).toEqual([{ door: org.mens.adviseur, gegevens: { bestand: b.id, reden: 'Verkeerde schermafdruk, van iemand anders.' } }]);
  });

  it('leaves the storage after fourteen days and not before, and its name goes with it', async () => {
    const b = await toegevoegd();
    await weg(org.mens.adviseur, b.id);
    deuren.klok.vooruit({ hours: 14 * 24 - 1 });
    await wis(b.id);
    expect(await opSchijf()).toContain(b.origineel_sleutel);
    deuren.klok.vooruit({ hours: 1 });
    await wis(b.id);
    await wis(b.id);
    expect((await opSchijf()).filter((naam) => naam === b.origineel_sleutel || naam === b.kopie_sleutel)).toEqual([]);
    expect(await eerste()).toMatchObject({ naam: 'gewist bestand', sha256: b.sha256, gewist_op: deuren.klok() });
    expect(await opDeLijst()).not.toContain('Jan Jansen');
    expect((await terug(org.mens.adviseur, b.id)).status).toBe(409);
    const gewist = await database.migratie.selectFrom('journaal').select(['actor', 'dossier_id']).where('object_id', '=', b.id).where('handeling', '=', 'bestand.gewist').execute();
    expect(gewist).toEqual([{ actor: 'systeem', dossier_id: dossierId }]);
  });

  it('can be put back by the Adviseur until then, and is not erased when it was', async () => {
    const b = await toegevoegd();
    await weg(org.mens.karin, b.id);
    expect(await opDeLijst(org.mens.karin)).not.toContain('Zet terug');
    expect((await terug(org.mens.karin, b.id)).status).toBe(404);
    expect((await terug(org.mens.adviseur, b.id)).status).toBe(303);
    expect((await terug(org.mens.adviseur, b.id)).status).toBe(409);
    deuren.klok.vooruit({ hours: 14 * 24 });
    await wis(b.id);
    expect((await site.haal(org.mens.adviseur, `/dossiers/${dossierId}/bestanden/${b.id}`)).status).toBe(200);
    // Removed again, the days count anew.
    await weg(org.mens.adviseur, b.id);
    await wis(b.id);
    expect((await eerste()).gewist_op).toBeNull();
  });

  it('is only taken out by the Adviseur, or by who added it while the dossier is open', async () => {
    const b = await toegevoegd(org.mens.adviseur);
    for (const wie of [org.mens.karin, org.mens.samira, org.mens.milan, org.mens.griffier, org.mens.beheerder]) {
      expect((await weg(wie, b.id)).status).toBe(404);
      expect((await site.haal(wie, `/dossiers/${dossierId}/bestanden/${b.id}/weghalen`)).status).toBe(404);
    }
    expect(await opDeLijst(org.mens.karin)).not.toContain('Haal weg');
    const ander = await nieuwDossier();
    expect((await site.verstuur(org.mens.adviseur, `/dossiers/${ander}/bestanden/${b.id}/weghalen`, { reden: 'x' })).status).toBe(404);
    const vanKarin = await toegevoegd();
    const karins = (await rijen()).find((r) => r.door === org.mens.karin) ?? vanKarin;
    await database.migratie.updateTable('dossier').set({ status: 'gesloten', gesloten_op: deuren.klok() }).where('id', '=', dossierId).execute();
    expect((await weg(org.mens.karin, karins.id)).status).toBe(404);
    expect((await weg(org.mens.adviseur, karins.id)).status).toBe(303);
  });

  it('stays in the backup until it is erased', async () => {
    const b = await toegevoegd();
    const client = new pg.Client(database.config.migratie);
    await client.connect();
    try {
      await weg(org.mens.adviseur, b.id);
      expect(await opslagsleutels(client)).toContain(b.origineel_sleutel);
      deuren.klok.vooruit({ hours: 14 * 24 });
      await wis(b.id);
      expect(await opslagsleutels(client)).not.toContain(b.origineel_sleutel);
    } finally {
      await client.end();
    }
  });
});
