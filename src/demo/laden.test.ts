import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../tests/hulp/deuren.ts';
import { briefOphalen } from '../brieven/index.ts';
import { klokTik, maakDossierLezen } from '../dossier/index.ts';
import { vandaag } from '../dossier/vragen.ts';
import { Instellingen } from '../inrichting/index.ts';
import type { Id } from '../kern/ids.ts';
import { dagVan } from '../kern/tijd/index.ts';
import { dienMeldingIn, dienMeldingNamensIn } from '../melden/index.ts';
import { nazorgGedaan } from '../nazorg/index.ts';
import { bestandenUitOmgeving, type Bestanden } from '../platform/bestanden/index.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { controleerJournaal, leesZegelsleutel, zegelmap } from '../platform/journaal/index.ts';
import { maakControle } from '../signalering/handelingen/controle.ts';
import { maakSignaleringmiddelen } from '../signalering/index.ts';
import { veroorzakerbeeld } from '../veroorzakers/dossier.ts';
import { casussen } from './casussen/index.ts';
import { demokaarten, laadDemo, type Demoverslag } from './index.ts';
import { wisOrganisaties } from './wissen.ts';

/** Wednesday 25 November 2026, 10.00 in Amsterdam. */
const NU = Temporal.Instant.from('2026-11-25T09:00:00Z');

const BRIEFWERKER = join(import.meta.dirname, '../brieven/pdf/werker.ts');

let db: TestDatabase;
let map: string;
let bestanden: Bestanden;
let verslag: Demoverslag;
let deuren: Testdeuren;
let lindewaard: Id;

beforeAll(async () => {
  [db, map] = await Promise.all([maakTestDatabase(), mkdtemp(join(tmpdir(), 'demo-'))]);
  bestanden = await bestandenUitOmgeving(map, {});
  verslag = await laadDemo({ migratie: db.migratie, app: db.app, nu: NU, bestanden, briefwerker: BRIEFWERKER });
  deuren = maakTestdeuren(db.app, maakKlok(NU.toString()));
  lindewaard = verslag.organisaties.find((o) => o.slug === 'lindewaard')?.id ?? '';
}, 120_000);

afterAll(async () => {
  await db.opruimen();
  await rm(map, { recursive: true, force: true });
});

async function rijen<T>(vraag: RawBuilder<T>): Promise<T[]> {
  return (await vraag.execute(db.migratie)).rows;
}

const getal = async (vraag: RawBuilder<{ n: number }>): Promise<number> => (await rijen(vraag))[0]?.n ?? -1;

async function wie(nummer: string): Promise<Id> {
  const [rij] = await rijen(sql<{ id: Id }>`select id from medewerker where personeelsnummer = ${nummer}`);
  if (rij === undefined) throw new Error(`${nummer} bestaat niet`);
  return rij.id;
}

describe('what is in the demo', () => {
  it('a municipality, a water board and a province, each case once', async () => {
    expect(verslag.stand).toBe('geladen');
    const aantallen = Object.fromEntries(verslag.organisaties.map((o) => [o.slug, o.medewerkers]));
    expect(aantallen.lindewaard).toBeGreaterThan(850);
    expect(aantallen.lindewaard).toBeLessThan(950);
    expect(aantallen['de-lage-oever']).toBeGreaterThan(100);
    expect(aantallen.middenland).toBeGreaterThan(180);
    expect(await getal(sql`select count(*) as n from dossier`)).toBe(casussen.length);
    expect(await getal(sql`select count(*) as n from melding`)).toBe(casussen.length);
    expect(await getal(sql`select count(*) as n from organisatie where not demo`)).toBe(0);
  });

  it('fourteen departments under the directie, nine locations, three phases, a council of 31 in the closed compartment', async () => {
    const [afdelingen, locaties, fasen, raad] = await Promise.all([
      getal(sql`select count(*) as n from onderdeel o join onderdeel d on d.id = o.ouder_id where o.organisatie_id = ${lindewaard} and d.code = 'DIR'`), getal(sql`select count(*) as n from locatie where organisatie_id = ${lindewaard}`),
      rijen(sql<{ fase: number; n: number }>`select fase, count(*) as n from onderdeel where organisatie_id = ${lindewaard} group by fase order by fase`),
      getal(sql`select count(*) as n from medewerker m join onderdeel o on o.organisatie_id = m.organisatie_id and o.id = m.onderdeel_id where m.organisatie_id = ${lindewaard} and o.code = 'RAAD' and o.compartiment = 'politiek'`),
    ]);
    expect({ afdelingen, locaties, raad }).toEqual({ afdelingen: 14, locaties: 9, raad: 31 });
    expect(fasen.map((f) => f.fase)).toEqual([1, 2, 3]);
    expect(fasen[2]?.n).toBeGreaterThan(20);
  });

  it('every card is of somebody who is there, and settings are as the settings page reads them', async () => {
    for (const kaart of demokaarten) {
      expect(await getal(sql`select count(*) as n from medewerker m join organisatie o on o.organisatie_id = m.organisatie_id where o.slug = ${kaart.slug} and m.personeelsnummer = ${kaart.personeelsnummer} and m.actief`), kaart.rol).toBe(1);
    }
    for (const { instellingen } of await rijen(sql<{ instellingen: unknown }>`select instellingen from organisatie`)) expect(Instellingen.parse(instellingen).telefoon.opvang).toMatch(/^06-/);
  });

  it('the work list of the Adviseur is full and can be overseen', async () => {
    const noor = await deuren.als(lindewaard, await wie('L0104'));
    const { werk, ongelezen } = await deuren.vraag(vandaag, {}, noor);
    const telaat = (t: { verval_op: Temporal.Instant }): boolean => Temporal.Instant.compare(t.verval_op, NU) <= 0;
    const mijn = werk.filter((t) => t.aan_id === noor.actor.id || telaat(t));
    const binnenEenWeek = mijn.filter((t) => dagVan(NU).until(dagVan(t.verval_op)).days <= 7);
    expect(ongelezen.length + binnenEenWeek.length).toBeGreaterThanOrEqual(15);
    expect(ongelezen.length + binnenEenWeek.length).toBeLessThanOrEqual(25);
    expect(ongelezen.some((d) => d.ernst === 'ernstig' && d.gemeld_op.until(NU).total('hours') < 4)).toBe(true);
    const laat = mijn.filter((t) => telaat(t) && t.soort !== 'gezien');
    expect(laat.length).toBeGreaterThan(0);
    expect(laat.length).toBeLessThanOrEqual(4);
    expect(mijn.some((t) => !telaat(t) && dagVan(t.verval_op).equals(dagVan(NU)))).toBe(true);
  });

  it('there is one of everything worth trying', async () => {
    const samira = await wie('L0101');
    const van: Record<string, RawBuilder<{ n: number }>> = {
      'help that waits for consent': sql`select count(*) as n from hulpvraag where voor_id = ${samira} and toestemming = 'gevraagd'`,
      'a statement asked of a demo person': sql`select count(*) as n from verklaring where medewerker_id = ${samira} and gegeven_op is null`,
      'joined reports': sql`select count(*) as n from dossier where samengevoegd_in is not null`,
      'near misses': sql`select count(*) as n from dossier where bijna`,
      'reports on behalf': sql`select count(*) as n from melding where bron <> 'zelf'`,
      'the route around the leidinggevende': sql`select count(*) as n from dossier where route = 'buiten_leidinggevende'`,
      'a BOT member at work': sql`select count(*) as n from helper h join dossier d on d.organisatie_id = h.organisatie_id and d.id = h.dossier_id where h.medewerker_id = ${await wie('L0112')} and h.tot is null and d.status <> 'gesloten'`,
      'help brought in': sql`select count(*) as n from hulpvraag where ingeschakeld_op is not null`,
      'refused help': sql`select count(*) as n from hulpvraag where toestemming = 'geweigerd'`,
      'files': sql`select count(*) as n from bestand`,
      'a report nobody confirmed': sql`select count(*) as n from dossier where status = 'nieuw'`,
    };
    for (const [wat, vraag] of Object.entries(van)) expect(await getal(vraag), wat).toBeGreaterThan(0);
  });
});

describe('who they are and what was decided', () => {
  it('was played through the doors without one refusal', async () => {
    expect(verslag.geweigerd).toEqual([]);
    expect(await getal(sql`select count(*) as n from journaal where resultaat <> 'gelukt'`)).toBe(0);
    // One line in the history for each version, and a mandate that carried each decision when it was taken.
    expect(await rijen(sql`select m.id from maatregel m where m.versie <> (select count(*) from maatregelstap s where s.organisatie_id = m.organisatie_id and s.maatregel_id = m.id)`)).toEqual([]);
    expect(await rijen(sql`
      select m.id from maatregel m join dossier d on d.organisatie_id = m.organisatie_id and d.id = m.dossier_id
      where m.besloten_op is not null and not machtiging_draagt(m.organisatie_id, m.machtiging_id, m.besloten_door, m.beslissersoort, m.soort, d.onderdeel_id, d.compartiment, m.besloten_op)`)).toEqual([]);
    expect(await rijen(sql`select id from maatregel where besloten_op is not null and (wederhoor_id is null or brief_verzonden_op is null)`)).toEqual([]);
  });

  it('people return: confirmed, with other spelling, and some that nobody judged yet', async () => {
    const groepen = await rijen(sql<{ n: number; namen: number }>`
      select count(distinct k.dossier_id)::int as n, count(distinct lower(pn.geslachtsnaam))::int as namen from persoon p join koppeling k on k.organisatie_id = p.organisatie_id and k.persoon_id = p.id
      join persoonnaam pn on pn.organisatie_id = p.organisatie_id and pn.persoon_id = p.id and pn.soort = 'geboorte' group by p.organisatie_id, p.groep_id having count(distinct k.dossier_id) > 1`);
    expect(groepen.length).toBeGreaterThanOrEqual(6);
    expect(groepen.some((g) => g.n >= 3)).toBe(true);
    expect(groepen.some((g) => g.namen > 1)).toBe(true);
    const noor = await deuren.als(lindewaard, await wie('L0104'));
    const [d] = await rijen(sql<{ id: Id }>`select id from dossier where titel = 'Auto van gastheer bekrast'`);
    const beeld = await deuren.vraag(veroorzakerbeeld, { id: d?.id }, noor);
    expect(beeld.veroorzakers[0]?.herkend?.herkenning.kandidaten.length).toBeGreaterThan(0);
    expect(beeld.veroorzakers[0]?.herkend?.eerder).toEqual([]);
  });

  it('of measures every moment can be seen: one to decide on, some in force at different places, one to look at this week, one that was not obeyed, some that ended', async () => {
    const vandaagDag = dagVan(NU);
    const m = await rijen(sql<{ id: Id; soort: string; toestand: string; voorgelegd_aan: Id | null; evaluatie_op: Temporal.PlainDate | null; waar: string }>`
      select m.id, m.soort, m.toestand, m.voorgelegd_aan, m.evaluatie_op, (select string_agg(coalesce(l.code, b.soort), ' ' order by l.code) from maatregelbereik b left join locatie l on l.organisatie_id = b.organisatie_id and l.id = b.locatie_id where b.organisatie_id = m.organisatie_id and b.maatregel_id = m.id) as waar
      from maatregel m`);
    const lopend = m.filter((x) => x.toestand === 'in_werking');
    expect(lopend.length).toBeGreaterThanOrEqual(3);
    expect(new Set(lopend.map((x) => x.waar)).size).toBeGreaterThanOrEqual(3);
    const directeur = await wie('L0106');
    expect(m.filter((x) => x.voorgelegd_aan === directeur)).toHaveLength(1);
    expect(lopend.some((x) => x.evaluatie_op !== null && vandaagDag.until(x.evaluatie_op).days <= 7)).toBe(true);
    for (const toestand of ['verlopen', 'opgeheven', 'uitgevoerd']) expect(m.some((x) => x.toestand === toestand), toestand).toBe(true);
    expect(await getal(sql`select count(*) as n from overtreding`)).toBe(1);
    expect(await getal(sql`select count(*) as n from feitstatus where status = 'betwist'`)).toBe(2);
  });

  it('measures hold in each organisation; for who is on the council the griffier decided, on the kader for political office holders', async () => {
    const per = await rijen(sql<{ slug: string; compartiment: string; n: number }>`
      select o.slug, d.compartiment, count(*)::int as n from maatregel m join dossier d on d.organisatie_id = m.organisatie_id and d.id = m.dossier_id join organisatie o on o.organisatie_id = m.organisatie_id
      where m.toestand in ('in_werking', 'verlopen', 'opgeheven') group by 1, 2 order by 1, 2`);
    expect(per.map((x) => `${x.slug} ${x.compartiment}`)).toEqual(['de-lage-oever ambtelijk', 'lindewaard ambtelijk', 'lindewaard politiek', 'middenland ambtelijk']);
    const politiek = await rijen(sql<{ beslissersoort: string; advies_versie: string; personeelsnummer: string }>`
      select m.beslissersoort, m.advies_versie, w.personeelsnummer from maatregel m join dossier d on d.organisatie_id = m.organisatie_id and d.id = m.dossier_id join medewerker w on w.organisatie_id = m.organisatie_id and w.id = m.besloten_door where d.compartiment = 'politiek'`);
    const [griffier] = await rijen(sql<{ personeelsnummer: string }>`
      select m.personeelsnummer from roltoekenning r join medewerker m on m.organisatie_id = r.organisatie_id and m.id = r.medewerker_id where r.organisatie_id = ${lindewaard} and r.rol = 'griffier' and r.compartiment = 'politiek' order by r.sinds limit 1`);
    expect(politiek).toEqual([{ beslissersoort: 'griffier', advies_versie: 'politiek-1', personeelsnummer: griffier?.personeelsnummer }]);
  });

  it('one citizen can answer now, with the code of his letter and of no other place', async () => {
    const [w] = await rijen(sql<{ dossier_id: Id; brief_id: Id }>`select w.dossier_id, w.brief_id from wederhoor w join brief b on b.organisatie_id = w.organisatie_id and b.id = w.brief_id where w.uitkomst is null and w.vervallen_op is null and b.status = 'verzonden'`);
    if (!w) throw new Error('geen lopend wederhoor');
    const brief = await deuren.vraag(briefOphalen, { id: w.dossier_id, brief: w.brief_id }, await deuren.als(lindewaard, await wie('L0104')));
    const code = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(JSON.stringify(brief.brief))?.[0];
    expect(code).toBeDefined();
    // Every letter that left is there as it was sent.
    expect(await getal(sql`select count(*) as n from brief where status = 'verzonden' and pdf_bytes < 5000`)).toBe(0);
    for (const tabel of ['gebeurtenis', 'journaal_inhoud', 'zoektekst', 'wederhoor']) expect(await getal(sql`select count(*) as n from ${sql.table(tabel)} t where t::text like ${`%${code ?? ''}%`}`), tabel).toBe(0);
  });

  it('what the card of the consulent says to try gives the light it promises', async () => {
    const controleer = maakControle(maakSignaleringmiddelen([randomBytes(32)]), 'medewerker');
    const consulent = await deuren.als(lindewaard, await wie('L0124'));
    const tips = demokaarten.find((k) => k.personeelsnummer === 'L0124')?.probeer.join(' ') ?? '';
    const uitkomst = async (invoer: Record<string, string>): Promise<string> => (await deuren.voer(controleer, { doel: 'huisbezoek', ...invoer }, consulent)).uitkomst;
    for (const [naam, geboortedatum, licht] of [['Nico Hartman', '14-3-1971', 'rood'], ['Siebe van der Werf', '2-9-1966', 'geel'], ['Pietje Puk', '1-1-1980', 'groen']] as const) {
      expect(await uitkomst({ naam, geboortedatum }), naam).toBe(licht);
      if (licht !== 'groen') expect(tips).toContain(`${naam}, ${geboortedatum}`);
    }
    expect(await uitkomst({ postcode: '1234 AB', huisnummer: '12' })).toBe('geel');
  });
});

describe('the history is as the acts would have written it', () => {
  it('every open dossier has a clock that runs, no closed one has', async () => {
    expect(await rijen(sql`select d.titel from dossier d where d.status <> 'gesloten' and not exists (select from termijn t where t.organisatie_id = d.organisatie_id and t.dossier_id = d.id and t.afgerond_op is null)`)).toEqual([]);
    expect(await rijen(sql`select d.titel, t.soort from dossier d join termijn t on t.organisatie_id = d.organisatie_id and t.dossier_id = d.id where d.status = 'gesloten' and t.afgerond_op is null`)).toEqual([]);
  });

  it('the act of closing would have found nothing missing in what is closed', async () => {
    const gesloten = await rijen(sql<{ organisatie_id: Id; id: Id; slachtoffers: Id[] }>`
      select d.organisatie_id, d.id, array_agg(b.medewerker_id) as slachtoffers from dossier d join betrokkene b on b.organisatie_id = d.organisatie_id and b.dossier_id = d.id and b.rol = 'slachtoffer'
      where d.status = 'gesloten' and d.samengevoegd_in is null group by 1, 2`);
    expect(gesloten.length).toBeGreaterThan(300);
    const gebreken: string[] = [];
    for (const organisatie of new Set(gesloten.map((d) => d.organisatie_id))) {
      await metOrganisatie(db.app, organisatie, async (trx) => {
        for (const d of gesloten.filter((x) => x.organisatie_id === organisatie)) {
          gebreken.push(...(await nazorgGedaan({ trx, organisatieId: organisatie }, { dossierId: d.id, feiten: { slachtoffers: d.slachtoffers } } as unknown as Parameters<typeof nazorgGedaan>[1])));
        }
      });
    }
    expect(gebreken).toEqual([]);
  });

  it('nothing lies in the future but what is promised', async () => {
    const kolommen = await rijen(sql<{ tabel: string; kolom: string }>`
      select c.table_name as tabel, c.column_name as kolom from information_schema.columns c join information_schema.columns o on o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name = 'organisatie_id'
      where c.table_schema = 'public' and c.data_type = 'timestamp with time zone' and c.column_name not in ('verval_op', 'volgende_stap_op', 'uiterlijk', 'verloopt_op')`);
    expect(kolommen.length).toBeGreaterThan(25);
    for (const { tabel, kolom } of kolommen) {
      expect(await getal(sql`select count(*) as n from ${sql.table(tabel)} where ${sql.ref(kolom)} > ${NU}::timestamptz`), `${tabel}.${kolom}`).toBe(0);
    }
  });

  it('each thing comes after what it follows from', async () => {
    const omgekeerd: Record<string, RawBuilder<unknown>> = {
      'reported before it happened': sql`select titel from dossier where gemeld_op < voorval_op`,
      'closed before it was reported': sql`select titel from dossier where gesloten_op <= gemeld_op`,
      'spoken before the report': sql`select d.titel from nazorgcontact c join dossier d on d.organisatie_id = c.organisatie_id and d.id = c.dossier_id where d.samengevoegd_in is null and c.gevoerd_op < d.gemeld_op`,
      'written down before it was said': sql`select 1 from nazorgcontact where vastgelegd_op < gevoerd_op`,
      'ended before it began': sql`select soort from termijn where afgerond_op < begonnen_op`,
      'a statement before the question': sql`select 1 from verklaring where gegeven_op < gevraagd_op`,
      'told after it was closed': sql`select d.titel from terugkoppeling t join dossier d on d.organisatie_id = t.organisatie_id and d.id = t.dossier_id where t.op > d.gesloten_op`,
      'confirmed before it was told': sql`select 1 from kennisgeving where bevestigd_op < op`,
    };
    for (const [wat, vraag] of Object.entries(omgekeerd)) expect(await rijen(vraag), wat).toEqual([]);
  });

  it('the closed compartment holds what happened in it and nothing else; numbers follow the order of reporting', async () => {
    expect(await rijen(sql`
      select d.titel from dossier d join betrokkene b on b.organisatie_id = d.organisatie_id and b.dossier_id = d.id and b.rol in ('slachtoffer', 'melder') join medewerker m on m.organisatie_id = b.organisatie_id and m.id = b.medewerker_id
      join onderdeel o on o.organisatie_id = m.organisatie_id and o.id = m.onderdeel_id where o.compartiment <> d.compartiment`)).toEqual([]);
    expect(await rijen(sql`
      select nummer from (select nummer, volgnr, row_number() over (partition by organisatie_id, compartiment, extract(year from gemeld_op at time zone 'Europe/Amsterdam') order by gemeld_op, id) as plaats from dossier) x where volgnr <> plaats`)).toEqual([]);
    expect(await rijen(sql`
      select n.jaar from dossiernummer n where n.laatste <> (select max(d.volgnr) from dossier d where d.organisatie_id = n.organisatie_id and d.compartiment = n.compartiment and d.jaar = n.jaar)`)).toEqual([]);
  });

  it('who may not report himself yet was reported for, by someone who may', async () => {
    expect(await rijen(sql`
      select m.naam, o.fase from melding me join medewerker m on m.organisatie_id = me.organisatie_id and m.id = me.melder_id join onderdeel o on o.organisatie_id = m.organisatie_id and o.id = m.onderdeel_id
      where me.bron = 'zelf' and o.compartiment = 'ambtelijk' and o.fase < 3`)).toEqual([]);
    for (const { organisatie_id, melder_id, voor_id } of await rijen(sql<{ organisatie_id: Id; melder_id: Id; voor_id: Id }>`select distinct organisatie_id, melder_id, voor_id from melding where bron <> 'zelf'`)) {
      const { actor } = await deuren.als(organisatie_id, melder_id);
      const [voor] = await rijen(sql<{ onderdeel_id: Id; compartiment: string }>`select m.onderdeel_id, o.compartiment from medewerker m join onderdeel o on o.organisatie_id = m.organisatie_id and o.id = m.onderdeel_id where m.id = ${voor_id}`);
      expect(actor.rollen.some((r) => r.compartiment === voor?.compartiment && ['namensmelder', 'griffier', 'adviseur'].includes(r.rol)) || actor.leidt.includes(voor?.onderdeel_id ?? '')).toBe(true);
    }
  });

  it('the worker finds nothing left to do at the moment of loading', async () => {
    expect(await klokTik(db.app, deuren)).toBe(0);
  });

  it('the journaal is whole and in order of time', async () => {
    const sleutel = await leesZegelsleutel(map);
    const uitslag = await controleerJournaal(db.config.migratie, { zegelmap: zegelmap(map), sleutel });
    expect(uitslag.breuken).toEqual([]);
    expect(uitslag.organisaties).toBe(3);
    expect(uitslag.regels).toBeGreaterThan(8_000);
    expect(await rijen(sql`select volgnr from (select volgnr, tijd, lag(tijd) over (partition by organisatie_id order by volgnr) as vorige from journaal) x where tijd < vorige`)).toEqual([]);
    expect(await rijen(sql`select d.titel from dossier d where not exists (select from journaal j where j.organisatie_id = d.organisatie_id and j.dossier_id = d.id and j.handeling in ('melding.indienen', 'melding.namens'))`)).toEqual([]);
  });
});

describe('reading it as the people of the demo', () => {
  it('the Adviseur opens every dossier of the two years, and finds one by a word from a report', async () => {
    const lezen = maakDossierLezen([]);
    const noor = await deuren.als(lindewaard, await wie('L0104'));
    const ids = await rijen(sql<{ id: Id }>`select id from dossier where organisatie_id = ${lindewaard} order by id`);
    for (const { id } of ids) {
      const beeld = await deuren.vraag(lezen, { id }, noor);
      expect(beeld.tijdlijn.length).toBeGreaterThan(0);
      expect(beeld.betrokkenen.length).toBeGreaterThanOrEqual(2);
    }
    const treffers = await metOrganisatie(db.app, lindewaard, async (trx) => (await sql<{ titel: string }>`select d.titel from zoek_dossiers('scooterhelm', 5, array['ambtelijk'], array[]::uuid[]) z join dossier d on d.id = z.dossier_id`.execute(trx)).rows);
    expect(treffers.map((t) => t.titel)).toContainEqual(expect.stringMatching(/briefadres|jongerenuitkering|loket/));
  });

  it('a file opens as it was kept', async () => {
    const [b] = await rijen(sql<{ organisatie_id: Id; id: Id; origineel_sleutel: string; kopie_sleutel: string | null; kopie_status: 'ongewijzigd' }>`select organisatie_id, id, origineel_sleutel, kopie_sleutel, kopie_status from bestand where mediatype = 'image/png' limit 1`);
    if (b === undefined) throw new Error('geen afbeelding');
    const delen: Buffer[] = [];
    for await (const deel of await bestanden.bewaring.leesKopie({ origineelSleutel: b.origineel_sleutel, kopieSleutel: b.kopie_sleutel, kopieStatus: b.kopie_status }, `${b.organisatie_id}/${b.id}`)) delen.push(deel as Buffer);
    expect(Buffer.concat(delen).subarray(1, 4).toString('latin1')).toBe('PNG');
  });
});

describe('loading again', () => {
  const tabellen = ['organisatie', 'onderdeel', 'medewerker', 'roltoekenning', 'machtiging', 'dossier', 'betrokkene', 'verklaring', 'helper', 'melding', 'nazorgcontact', 'nazorginhoud', 'hulpvraag', 'terugkoppeling', 'zoektekst'];
  // What the acts themselves wrote has ids by chance.
  const metToeval = [
    'gebeurtenis', 'termijn', 'kennisgeving', 'persoon', 'persoonnaam', 'koppeling', 'oordeel', 'feitstatus', 'uittreksel', 'wederhoor', 'zienswijze', 'maatregel', 'maatregelbereik', 'maatregelstap', 'maatregelevaluatie', 'overtreding', 'dienstherstel', 'signaal',
  ];
  const afdruk = async (): Promise<Record<string, string>> => {
    const uit: Record<string, string> = {};
    const som = async (rij: RawBuilder<unknown>, tabel: string): Promise<string> => (await rijen(sql<{ som: string }>`select md5(string_agg(r, '|' order by r)) as som from (select ${rij} as r from ${sql.table(tabel)} t) x`))[0]?.som ?? '';
    for (const tabel of tabellen) uit[tabel] = await som(sql`t::text`, tabel);
    for (const tabel of metToeval) uit[tabel] = await som(sql`regexp_replace(t::text, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', '#', 'g')`, tabel);
    uit.brief = await som(sql`concat_ws(' ', soort, status, geadresseerde_naam, nagekeken_op, verzonden_op, verzendkenmerk)`, 'brief');
    uit.journaal = (await rijen(sql<{ som: string }>`
      select md5(string_agg(concat_ws(' ', organisatie_id, volgnr, tijd, actor, handeling, case when object_soort in ('dossier', 'organisatie', 'medewerker') then object_id end), '|' order by organisatie_id, volgnr)) as som from journaal where tijd < ${NU}::timestamptz`))[0]?.som ?? '';
    return uit;
  };

  it('does nothing when it is there', async () => {
    const opnieuw = await laadDemo({ migratie: db.migratie, app: db.app, nu: NU.add({ hours: 24 }) });
    expect(opnieuw.stand).toBe('was_er_al');
    expect(opnieuw.organisaties.map((o) => o.id)).toEqual(verslag.organisaties.map((o) => o.id));
  });

  it('gives the same, leaves other organisations alone and takes the old files away', async () => {
    const ander = '01900000-0000-7000-8000-000000000001';
    await sql`insert into organisatie (organisatie_id, naam, soort, slug) values (${ander}, 'Een echte', 'anders', 'echt')`.execute(db.migratie);
    await wisOrganisaties(db.migratie, [ander]);
    const eerst = await afdruk();
    await sql`insert into organisatie (organisatie_id, naam, soort, slug) values (${ander}, 'Een echte', 'anders', 'echt')`.execute(db.migratie);
    const bestandenVooraf = (await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).length;
    const stappen: number[] = [];
    const uit = await laadDemo({ migratie: db.migratie, app: db.app, nu: NU, opnieuw: true, bestanden, briefwerker: BRIEFWERKER, voortgang: (deel, totaal) => stappen.push(deel / totaal) });
    expect(uit.verwijderd.toSorted()).toEqual(verslag.organisaties.map((o) => o.id).toSorted());
    expect(stappen.at(-1)).toBe(1);
    expect(stappen).toEqual(stappen.toSorted((a, b) => a - b));
    expect(await getal(sql`select count(*) as n from organisatie where organisatie_id = ${ander}`)).toBe(1);
    await wisOrganisaties(db.migratie, [ander]);
    expect(await afdruk()).toEqual(eerst);
    expect((await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true })).filter((e) => e.isFile()).length).toBe(bestandenVooraf);
  }, 120_000);

  it('what a killed load left behind is removed and loaded whole', async () => {
    await expect(laadDemo({ migratie: db.migratie, app: db.app, nu: NU, opnieuw: true, voortgang: (deel, totaal) => { if (deel > totaal * 0.7) throw new Error('gedood'); } })).rejects.toThrow('gedood');
    // In a night of the weekend, too.
    const uit = await laadDemo({ migratie: db.migratie, app: db.app, nu: Temporal.Instant.from('2027-01-03T03:00:00Z') });
    expect(uit.stand).toBe('geladen');
    expect(uit.geweigerd).toEqual([]);
    expect(uit.organisaties.map((o) => o.dossiers)).toEqual(verslag.organisaties.map((o) => o.dossiers));
  }, 120_000);

  it('a real organisation with the same short name stops it', async () => {
    await sql`update organisatie set demo = false where slug = 'middenland'`.execute(db.migratie);
    await expect(laadDemo({ migratie: db.migratie, app: db.app, nu: NU, opnieuw: true })).rejects.toThrow('niet van de demo');
    await sql`update organisatie set demo = true where slug = 'middenland'`.execute(db.migratie);
  });
});

// Last: it adds dossiers of its own.
describe('a report sent through the form', () => {
  interface Eerder {
    organisatie_id: Id; dossier_id: Id; melder_id: Id; voor_id: Id; bron: 'zelf' | 'telefoon' | 'papier' | 'beveiliger'; vormen: string[]; verhaal: string; aangifte_wens: string; welzijn: { belwens: string };
    veroorzaker: { kennis: string; naam: string; omschrijving: string }; gemeld_op: Temporal.Instant; locatie_id: Id | null; plek: string; kanaal: string; compartiment: string; route: string; groep: string;
  }

  /** What a dossier was at its first moment: whom it told, which clocks ran until when, who cares for whom. */
  async function begin(dossier: Id, op: Temporal.Instant): Promise<unknown> {
    return {
      bericht: await rijen(sql`select aan_id, soort from kennisgeving where dossier_id = ${dossier} and op = ${op}::timestamptz order by aan_id, soort`),
      // The feedback may have been put off since.
      klokken: await rijen(sql`select soort, voor_id, aan_id, begonnen_op::text, case when soort <> 'terugkoppeling' then verval_op::text end as verval from termijn where dossier_id = ${dossier} and begonnen_op = ${op}::timestamptz and soort in ('gezien', 'reactie', 'nazorg_24u', 'terugkoppeling') order by soort`),
      helper: await rijen(sql`select voor_id, medewerker_id from helper where dossier_id = ${dossier} and sinds = ${op}::timestamptz`),
      wie: await rijen(sql`select rol, soort, medewerker_id, naam, omschrijving from betrokkene where dossier_id = ${dossier} and toegevoegd_op = ${op}::timestamptz order by rol, soort`),
      dossier: await rijen(sql`select compartiment, route, bijna, kanaal, locatie_id, plek, onderdeel_id from dossier where id = ${dossier}`),
      gebeurd: await rijen(sql`select soort, door, voor from gebeurtenis where dossier_id = ${dossier} and op = ${op}::timestamptz`),
    };
  }

  it('begins as its twin in the history did', async () => {
    const alle = await rijen(sql<Eerder>`
      select me.organisatie_id, me.dossier_id, me.melder_id, me.voor_id, me.bron, me.vormen, me.verhaal, me.aangifte_wens, me.welzijn, me.veroorzaker, d.gemeld_op, d.locatie_id, d.plek, d.kanaal, d.compartiment, d.route,
        concat_ws(' ', d.compartiment, d.route, me.bron, d.ernst, me.welzijn ->> 'belwens', o.slug) as groep
      from melding me join dossier d on d.organisatie_id = me.organisatie_id and d.id = me.dossier_id join organisatie o on o.organisatie_id = d.organisatie_id
      where not d.bijna and me.ingediend_op = d.gemeld_op and not exists (select from helper h where h.dossier_id = d.id and h.voor_id <> me.voor_id) and not exists (select from termijn t where t.dossier_id = d.id and t.soort like 'nazorg%' and t.aan_id <> (select h.medewerker_id from helper h where h.dossier_id = d.id order by sinds limit 1)) order by d.id`);
    const eenPerGroep = [...new Map(alle.map((m) => [m.groep, m])).values()];
    expect(eenPerGroep.length).toBeGreaterThan(25);
    for (const m of eenPerGroep) {
      deuren.klok.zet(m.gemeld_op);
      const invoer = {
        vormen: m.vormen, verhaal: m.verhaal, wanneer: 'zonet', datum: '', tijd: '', locatie: m.locatie_id ?? 'elders', plek: m.plek, kanaal: m.kanaal, veroorzaker: m.veroorzaker.kennis, veroorzaker_naam: m.veroorzaker.naam,
        veroorzaker_omschrijving: m.veroorzaker.omschrijving, belwens: m.welzijn.belwens, hoe_gaat_het: '', aangifte_wens: m.aangifte_wens, route: m.route, zelfde: '', concept: '',
      };
      const melder = await deuren.als(m.organisatie_id, m.melder_id);
      const { dossierId } = m.bron === 'zelf' ? await deuren.voer(dienMeldingIn, invoer, melder) : await deuren.voer(dienMeldingNamensIn, { ...invoer, voor: m.voor_id, bron: m.bron, namens_reden: 'belde' }, melder);
      expect(await begin(dossierId, m.gemeld_op), m.groep).toEqual(await begin(m.dossier_id, m.gemeld_op));
    }
    deuren.klok.zet(NU);
  }, 60_000);
});
