import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakGezondheid, maakMetingen } from '../../src/platform/gezondheid/index.ts';
import { maakLogboek } from '../../src/platform/logboek/index.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { zetDoelwitten, type Doelwitten } from './doelwitten.ts';
import { typOveral, wandel } from './formulieren.ts';
import { alleMensen, maakVeld, OORSPRONG, tabellen, type Aanvaller, type Antwoord, type Veld } from './opzet.ts';
import { alleWegen, ingevuld, voorraad, type Idvoorraad, type Weg } from './wegen.ts';

/**
 * A mark in every personal field: of the administration, and typed in every form. It looks like one harmless word, so that no
 * filter stops it for its form; it may stand in the rows that keep it and on the pages of those who may read it, and nowhere else.
 */
const MERK = 'Kanarie';
const nummers = new Map<string, string>();
/** A mark for this field of this form by this colleague; the name says where it came from when it turns up. */
function merk(waar: string): string {
  const bekend = nummers.get(waar) ?? `${MERK}${nummers.size}x`;
  nummers.set(waar, bekend);
  return bekend;
}
const herkomst = (tekst: string): string => [...nummers].filter(([, m]) => tekst.includes(m)).map(([waar]) => waar).join(', ');

let veld: Veld;
let wegen: Weg[];
let doel: Doelwitten;
let ids: Idvoorraad;
const logregels: string[] = [];
const stroom: string[] = [];
const mensen = {} as Record<Mens, Aanvaller>;
/** Everything an answer says outside its page: headers, and the body of errors. */
const buiten: { waar: string; tekst: string }[] = [];
const paginas = {} as Record<Mens, Map<string, string>>;
const metingen = maakMetingen();

beforeAll(async () => {
  veld = await maakVeld(maakLogboek({ niveau: 'trace', bestemming: { write: (regel: string) => void logregels.push(regel) } }));
  luister(process.stdout);
  luister(process.stderr);
  const { d, deuren, eigen } = veld;
  doel = await zetDoelwitten(d.database, deuren, eigen);
  ids = { ...(await voorraad(d, eigen.id, doel.gewoon)), medewerker: eigen.mens.samira };
  wegen = alleWegen(d);
  await merkInrichting();
  for (const wie of alleMensen) mensen[wie] = bewaakt(await veld.als(wie));
  const { gewoon } = doel;
  const begin: Partial<Record<Mens, string[]>> = {
    adviseur: [`/dossiers/${gewoon}`, `/dossiers/${gewoon}/nazorg`, `/dossiers/${gewoon}/terugkoppeling`, '/account'], karin: [`/dossiers/${gewoon}`, `/dossiers/${gewoon}/nazorg`, `/dossiers/${gewoon}/nazorg/${eigen.mens.samira}`],
    samira: ['/', '/melden', `/mijn-meldingen/${gewoon}`, '/account'], joost: [`/mijn-verklaringen/${gewoon}`, '/vandaag'], beheerder: ['/inrichting', '/toegang'], griffier: [`/dossiers/${doel.politiek}`],
  };
  for (const [wie, paden] of Object.entries(begin) as [Mens, string[]][]) await typOveral(mensen[wie], paden, (actie, naam) => merk(`${wie} ${actie} ${naam}`), /uitloggen|sluiten|samenvoegen|beeindigen|vervallen|dienst|gebruik|^\/demo/);
  for (const [wie, pad] of [['adviseur', `/dossiers/${gewoon}/bestanden`], ['samira', `/mijn-meldingen/${gewoon}/bestanden`]] as const) await voegBestandToe(mensen[wie], pad);
  await d.werk();
  for (const wie of alleMensen) paginas[wie] = await wandel(mensen[wie], ['/', '/vandaag', '/dossiers', '/mijn-meldingen', '/account', ...(begin[wie] ?? [])], { perSoort: 3 });
}, 180_000);
afterAll(() => veld?.d.stop());

const patroon = (pad: string): string => pad.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');

/** Reads along with what the process prints. */
function luister(uit: NodeJS.WriteStream): void {
  const schrijf = uit.write.bind(uit);
  uit.write = ((stuk: string | Uint8Array, ...rest: never[]) => {
    stroom.push(typeof stuk === 'string' ? stuk : Buffer.from(stuk).toString('utf8'));
    return schrijf(stuk, ...rest);
  }) as typeof uit.write;
}

/** People, places and departments with a mark in every field that says something of someone. */
async function merkInrichting(): Promise<void> {
  const { migratie } = veld.d.database;
  const { eigen } = veld;
  for (const wie of alleMensen) {
    const m = (veldnaam: string) => merk(`medewerker ${wie} ${veldnaam}`);
    await migratie.updateTable('medewerker').set({ voornaam: m('voornaam'), achternaam: m('achternaam'), email: `${m('email').toLowerCase()}@proefdam.example`, personeelsnummer: m('personeelsnummer'), telefoon: m('telefoon'), werkgever: m('werkgever') })
      .where('organisatie_id', '=', eigen.id).where('id', '=', eigen.mens[wie]).execute();
  }
}

/** A file with a mark in its name and in what it holds. */
async function voegBestandToe(wie: Aanvaller, pad: string): Promise<void> {
  const formulier = new FormData();
  formulier.set('_csrf', wie.csrf);
  formulier.set('_sleutel', crypto.randomUUID());
  formulier.append('bestanden', new Blob([`Een brief van ${merk(`${wie.naam} bestandsinhoud`)}`], { type: 'text/plain' }), `${merk(`${wie.naam} bestandsnaam`)}.txt`);
  const uit = await wie.vraag(pad, { method: 'POST', body: formulier, headers: { 'sec-fetch-site': 'same-origin' } });
  if (uit.status >= 400) throw new Error(`bestand toevoegen: ${uit.status}`);
}

/** Keeps what each answer says outside its page; a download says its name to who may fetch it. */
function bewaakt(wie: Aanvaller): Aanvaller {
  const noteer = (waar: string, uit: Antwoord): Antwoord => {
    for (const [naam, waarde] of uit.koppen) if (naam !== 'content-disposition') buiten.push({ waar: `${waar} kop ${naam}`, tekst: decodeURIComponent(waarde.replace(/%(?![0-9a-f]{2})/gi, '%25')) });
    // A form that comes back with its errors is for the one who sent it; every other refusal says nothing of what was sent.
    if (uit.status >= 400 && uit.status !== 422 && uit.status !== 409) buiten.push({ waar: `${waar} antwoord ${uit.status}`, tekst: uit.tekst });
    return uit;
  };
  return {
    ...wie,
    haal: async (pad, koppen) => noteer(`${wie.naam} GET ${patroon(pad)}`, await wie.haal(pad, koppen)),
    stuur: async (pad, velden, opties) => noteer(`${wie.naam} POST ${patroon(pad)}`, await wie.stuur(pad, velden, opties)),
    vraag: async (pad, init) => noteer(`${wie.naam} ${init.method} ${patroon(pad)}`, await wie.vraag(pad, init)),
  };
}

function nergens(waar: string, tekst: string): void {
  if (tekst.toLowerCase().includes(MERK.toLowerCase())) expect.fail(`${waar} noemt ${herkomst(tekst) || 'een merk'}: ${/.{0,60}kanarie.{0,30}/i.exec(tekst)?.[0]}`);
}
const nergensIn = (lijst: readonly string[], waar: string): void => { for (const regel of lijst) nergens(waar, regel); };

describe('personal data', () => {
  it('was typed in many forms and read on many pages; otherwise silence below would prove nothing', () => {
    expect(nummers.size).toBeGreaterThan(130);
    const gezien = [...nummers.values()].filter((m) => Object.values(paginas).some((p) => [...p.values()].some((html) => html.includes(m))));
    expect(gezien.length).toBeGreaterThan(60);
    expect(logregels.length).toBeGreaterThan(10);
  });

  it('stands in no header of any answer, no address it leads to, and no body of a refusal', () => {
    expect(buiten.length).toBeGreaterThan(2_000);
    for (const { waar, tekst } of buiten) nergens(waar, tekst);
  });

  it('stands in no refusal to a program or a person, whatever was asked for', async () => {
    let geweigerd = 0;
    const m = merk('gevraagd adres');
    for (const wie of ['adviseur', 'milan', 'beheerder'] as const) {
      for (const pad of [`/${m}`, `/dossiers/${m}`, `/dossiers?q=${m}&status=${m}&onderdeel=${m}`, `/dossiers/${doel.politiek}?${m}=${m}`, `/melden/${m}/wat`, `/inrichting/medewerkers/${m}`, `/middelen/${m}`, `/journaal?van=${m}`, `/dossiers/${doel.politiek}/notitie`, `/hervat/${m}`, `/account/sessies/${m}/beeindigen`]) {
        for (const accept of ['application/json', 'text/html']) {
          for (const uit of [await mensen[wie].haal(pad, { accept, referer: `https://x.example/${m}` }), await mensen[wie].stuur(pad, [['tekst', m], ['id', m], [m, m]], { koppen: { accept } }), await mensen[wie].stuur(pad, [['tekst', m]], { csrf: false, koppen: { accept, 'sec-fetch-site': 'cross-site' } })]) {
            if (uit.status < 400) continue;
            geweigerd += 1;
            nergens(`${wie} ${pad} ${accept} ${uit.status}`, uit.tekst);
          }
        }
      }
    }
    expect(geweigerd).toBeGreaterThan(120);
  });

  it('stands in no address on a page, except to call or mail someone', () => {
    for (const [wie, gelezen] of Object.entries(paginas)) {
      for (const [pad, html] of gelezen) for (const [, , adres = ''] of html.matchAll(/\s(href|action|src|data-[\w-]*url)="([^"]*)"/g)) if (!/^(tel|mailto):/.test(adres)) nergens(`${wie} ${patroon(pad)} adres`, adres);
    }
  });

  it('stands in no line of the log, at the most talkative level, nor in anything printed', () => {
    nergensIn(logregels, 'logboek');
    nergensIn(stroom, 'uitvoer');
  });

  it('stands in no job, no line of the journaal and no row that only serves the machine', async () => {
    await veld.d.werk();
    /** Tables whose purpose is to hold what people wrote, or who they are. */
    const inhoud = new Set([
      'organisatie', 'onderdeel', 'locatie', 'functie', 'medewerker', 'agressievorm', 'bestand', 'importbestand', 'onderbroken', 'concept',
      'dossier', 'betrokkene', 'gebeurtenis', 'verklaring', 'zoektekst', 'zoekwoord', 'melding', 'aanvulling', 'nazorginhoud', 'hulpvraag', 'terugkoppeling',
      'brief', 'briefhuisstijl', 'brieflogo', 'briefsjabloon', 'uitnodiging', 'uittreksel', 'wederhoor', 'zienswijze', 'adviesfeiten', 'kaderversie', 'normversie',
      'maatregel', 'maatregelevaluatie', 'maatregelfoto', 'maatregelstap', 'machtiging', 'overtreding', 'dienstherstel', 'herstelbericht', 'gesprek', 'gesprekdeelnemer', 'gespreksafspraak', 'receptieplek',
      'persoon', 'persoonadres', 'persoonmiddel', 'persoonnaam', 'naamtelling', 'persoonwijziging', 'koppeling', 'oordeel', 'feitstatus', 'avgstap', 'avgverzoek', 'vasthouding', 'kennisgeving',
      'signaal', 'signaalontvanger', 'controle', 'huisbezoek', 'gebruiksmelding', 'systeemkoppeling',
    ]);
    for (const tabel of await tabellen(veld.d)) {
      if (inhoud.has(tabel)) continue;
      const { rows } = await sql<{ t: string }>`select t::text as t from ${sql.table(tabel)} t where t::text ilike ${`%${MERK}%`} limit 3`.execute(veld.d.database.migratie);
      nergensIn(rows.map((r) => r.t), `tabel ${tabel}`);
    }
    const { rows } = await sql<{ t: string }>`select t::text as t from wachtrij.job_common t`.execute(veld.d.database.migratie);
    expect(rows.length).toBeGreaterThan(5);
    nergensIn(rows.map((r) => r.t), 'taak');
  });

  it('stands in no mail, but for the address it goes to', () => {
    const berichten = veld.d.vangnet.berichten();
    expect(berichten.length).toBeGreaterThan(10);
    for (const b of berichten) nergensIn([b.onderwerp, b.tekst, b.van], `e-mail ${b.onderwerp}`);
  });

  it('stands in no metric', async () => {
    const gezondheid = maakGezondheid({ controles: [{ naam: 'database', vereist: true, werkt: async () => { throw new Error(merk('controle')); } }], metingen, klok: veld.d.klok, url: 'https://x.example', beveiligingscontact: undefined });
    const handel = gezondheid.omhul(veld.d.opstelling.app);
    for (const pad of ['/healthz', '/readyz', `/dossiers?q=${merk('zoekvraag')}`, `/${merk('pad')}`, `/dossiers/${merk('id')}`, `/middelen/${merk('bestand')}`]) {
      const uit = await handel(new Request(`${OORSPRONG}${pad}`, { headers: { 'user-agent': merk('useragent') } }), {});
      if (pad.endsWith('z')) nergens(pad, await uit.text());
    }
    const tekst = await metingen.tekst();
    expect(tekst).toContain('/dossiers');
    nergens('metingen', tekst);
  });
});

describe('a failure of our own', () => {
  it('with the database broken in every way we can think of, quotes nothing to anyone', async () => {
    const { migratie } = veld.d.database;
    const tevoren = logregels.length;
    const breek: readonly [string, string][] = [
      ['alter table gebeurtenis rename to gebeurtenis_weg', 'alter table gebeurtenis_weg rename to gebeurtenis'],
      // Errors of these kinds quote the value or the row.
      [`alter table gebeurtenis add constraint nooit check (gegevens::text not ilike '%${MERK}%') not valid`, 'alter table gebeurtenis drop constraint nooit'],
      [`create function klets() returns trigger language plpgsql as $$ begin raise exception 'kan % niet bewaren', new using detail = new::text, hint = new.gegevens; end $$; create trigger klets before insert on gebeurtenis for each row execute function klets()`, 'drop trigger klets on gebeurtenis; drop function klets'],
      ['create unique index dubbel on gebeurtenis (organisatie_id, dossier_id, soort) where soort = \'onbestaanbaar\'', 'drop index dubbel'],
    ];
    let mislukt = 0;
    for (const [stuk, heel] of breek) {
      await sql.raw(stuk).execute(migratie);
      try {
        for (const accept of ['text/html', 'application/json']) {
          const uit = await mensen.adviseur.stuur(`/dossiers/${doel.gewoon}/notitie`, [['tekst', merk(`stuk ${accept}`)]], { koppen: { accept } });
          if (uit.status === 500) mislukt += 1;
          nergens(`antwoord bij ${stuk.slice(0, 30)}`, uit.status >= 500 ? uit.tekst : '');
        }
        for (const weg of wegen.filter((w) => w.methode === 'GET' && w.pad.startsWith('/dossiers'))) {
          const uit = await mensen.karin.haal(ingevuld(weg, ids)[0] ?? '');
          if (uit.status >= 500) nergens(weg.pad, uit.tekst);
        }
      } finally {
        await sql.raw(heel).execute(migratie);
      }
    }
    // And with the connection cut away underneath a request.
    const knip = setInterval(() => void sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'rugdekking_app' and datname = current_database() and state <> 'idle'`.execute(migratie).catch(() => undefined), 3);
    try {
      for (let i = 0; i < 15; i += 1) {
        const uit = await mensen.adviseur.stuur(`/dossiers/${doel.gewoon}/notitie`, [['tekst', merk(`geknipt ${i}`)]]);
        if (uit.status >= 500) nergens('antwoord bij een verbroken verbinding', uit.tekst);
      }
    } finally {
      clearInterval(knip);
    }
    expect(mislukt).toBeGreaterThanOrEqual(4);
    expect(logregels.slice(tevoren).filter((r) => r.includes('verzoek mislukt')).length).toBeGreaterThanOrEqual(4);
    nergensIn(logregels, 'logboek');
    nergensIn(stroom, 'uitvoer');
    for (const { waar, tekst } of buiten) nergens(waar, tekst);
  }, 60_000);
});

describe('on the pages themselves', () => {
  const van = (deel: string): string[] => [...nummers].filter(([waar]) => waar.includes(deel)).map(([, m]) => m);
  const leest = (wie: Mens, merken: readonly string[]): string[] => merken.filter((m) => [...paginas[wie].values()].some((html) => html.includes(m)));

  it('a note of the handlers is for handlers alone', () => {
    const notities = [...van(`adviseur /dossiers/${doel.gewoon}/notitie tekst`), ...van(`karin /dossiers/${doel.gewoon}/notitie tekst`)];
    expect(leest('adviseur', notities).length).toBeGreaterThan(0);
    for (const wie of alleMensen.filter((m) => !['adviseur', 'adviseurPolitiek', 'karin', 'directeur'].includes(m))) expect(leest(wie, notities), wie).toEqual([]);
  });

  it('what was said in aftercare is for the two who spoke', () => {
    const gesprek = van(`karin /dossiers/${doel.gewoon}/nazorg/${veld.eigen.mens.samira} inhoud`);
    expect(leest('karin', gesprek)).toEqual(gesprek);
    for (const wie of alleMensen.filter((m) => !['karin', 'samira'].includes(m))) expect(leest(wie, gesprek), wie).toEqual([]);
  });

  it('a statement is for who gave it and for handlers, not for the reporter', () => {
    const verklaring = van(`joost /mijn-verklaringen/${doel.gewoon} tekst`);
    expect(leest('joost', verklaring)).toEqual(verklaring);
    for (const wie of ['samira', 'milan', 'beheerder', 'fg', 'opvang', 'griffier', 'petra'] as const) expect(leest(wie, verklaring), wie).toEqual([]);
  });

  it('nothing at all of a dossier is for a colleague without a part in it, a beheerder or the fg', () => {
    const inhoud = [...nummers].filter(([waar]) => /(adviseur|karin|joost|griffier) \/(dossiers|mijn)/.test(waar)).map(([, m]) => m);
    for (const wie of ['milan', 'beheerder', 'fg', 'namensmelder', 'buitendienst', 'beveiliger'] as const) expect(leest(wie, inhoud), wie).toEqual([]);
  });
});
