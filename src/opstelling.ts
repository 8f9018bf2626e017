import type { Hono } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import { maakAanmelden, ruimSessiesOp, verzegelTotpOpnieuw, type AanmeldConfig } from './aanmelden/index.ts';
import { briefGedaan, brieftaken, BRIEVENTAB, brievenPaginas, maakPdfmaker, verhuisBrieven } from './brieven/index.ts';
import { bestandenPaginas, bestandstaken, dossiernummers, dossierPaginas, JOURNAALTAB, klokTik, mailtaak, openDossierwerk, TAAK_MAIL, type Dossieraanhang, type Klokonderwerpen } from './dossier/index.ts';
import { adviespaneel, kaderPaginas } from './handelingskader/index.ts';
import { inrichtingPaginas, ruimImportenOp } from './inrichting/index.ts';
import { GESPREKKENTAB, gesprekPaginas, grensPaginas, herstelberichtPaginas, maatregelenBewaarder, maatregelenInzage, maatregelGedaan, maatregelPaginas, MAATREGELENTAB, maatregelonderwerpen, maatregelTik, machtigingswoorden, receptiePaginas, toezichtPaginas, toezichtpaneel, verhuisGesprekken, verhuisHerstel, verhuisMaatregelen } from './maatregelen/index.ts';
import { meldenAanhang, meldenPaginas, meldenTaken } from './melden/index.ts';
import { nazorgGedaan, nazorgPaginas, verhuisNazorg, startNazorg } from './nazorg/index.ts';
import { galerijpagina } from './ontwerp/galerij.tsx';
import { bouwThema, LINDEWAARD } from './ontwerp/index.ts';
import { maakDeuren, type Deuren } from './platform/deuren/index.ts';
import { ruimVoornemensOp, schrijfVoornemen, type Bestanden } from './platform/bestanden/index.ts';
import type { Db } from './platform/database/index.ts';
import { dienMiddelenOp, maakApp, maakVerkeer, registreerDemopost, type Menuitem, type Omgeving, type Verkeersregels } from './platform/http/index.ts';
import type { Logboek } from './platform/logboek/index.ts';
import type { Post, Vangnet } from './platform/post/index.ts';
import type { Taak } from './platform/wachtrij/index.ts';
import { feitstatuspaneel, VEROORZAKERTAB, veroorzakersPaginas, verhuisKoppelingen, verzoekklokken } from './veroorzakers/index.ts';
import {
  koppelingnamen, maakSignaleringmiddelen, registreerApi, SIGNAALTAB, signaleringBewaarder, signaleringInzage, signaleringonderwerpen, signaleringPaginas, signaleringTik, signaleringVandaag, TAAK_WEBHOOK, verhuisSignalen, webhooktaak, type Uitgang,
} from './signalering/index.ts';
import { burgerPaginas, ruimSleutelsOp, UW_KANT, verhuisWederhoor, wederhoorGedaan, wederhoorPaginas, WEDERHOORTAB, wederhoorTik } from './wederhoor/index.ts';

export interface Opstellingsmiddelen {
  db: Db;
  klok: () => Temporal.Instant;
  logboek: Logboek;
  aanmelden: AanmeldConfig;
  verkeer: Verkeersregels;
  /** Folder with the built stylesheets and scripts. */
  middelenmap: string;
  bestanden: Bestanden;
  /** Program of the thread that makes PDFs of letters. */
  briefwerker: string;
  /** How mail leaves, and the public address that its links point to. */
  post: { post: Post; basisUrl: string };
  /** The built-in post of the demo, to show what was sent. */
  vangnet?: Vangnet;
  /** How messages to systems leave; the open internet when absent. */
  uitgang?: Uitgang;
}

export interface Opstelling {
  app: Hono;
  deuren: Deuren;
  /** What the worker does, by the name of the job. */
  taken: Record<string, Taak>;
  /** What the worker does every few seconds: the clocks; and once an hour what was kept for a while and may go. */
  tik(): Promise<void>;
}

/** The main menu; who may not do an item does not see it. */
const MENU: readonly Menuitem[] = [
  { label: 'Vandaag', pad: '/vandaag', handeling: 'vandaag.lezen', sneltoets: 'v' },
  { label: 'Melden', pad: '/melden', handeling: 'melding.indienen' },
  { label: 'Mijn meldingen', pad: '/mijn-meldingen', handeling: 'melding.lijst' },
  { label: 'Dossiers', pad: '/dossiers', handeling: 'dossier.lijst', sneltoets: 'd' },
  { label: 'Personen', pad: '/personen', handeling: 'persoon.zoeken', sneltoets: 'p' },
  { label: 'Controle vooraf', pad: '/controle', handeling: 'controle.doen', sneltoets: 'c' },
  { label: 'Receptie', pad: '/receptie', handeling: 'receptie.lezen' },
  { label: 'Signalen', pad: '/signalen', handeling: 'signaal.lijst' },
  { label: 'Handelingskader', pad: '/handelingskader', handeling: 'kader.versies' },
  { label: 'Grens', pad: '/grens', handeling: 'grens.lezen' },
  { label: 'Privacy', pad: '/privacyverzoeken', handeling: 'avg.lijst' },
  { label: 'Inrichting', pad: '/inrichting', handeling: 'inrichting.lezen' },
  { label: 'Journaal', pad: '/journaal', handeling: 'journaal.lezen' },
];

/** House styles by organisation. Lindewaard shows how a municipality brings its own colours. */
const HUISSTIJLEN: Readonly<Record<string, string>> = { lindewaard: huisstijl(LINDEWAARD) };

function huisstijl(licht: Parameters<typeof bouwThema>[0]['licht']): string {
  const thema = bouwThema({ licht });
  if (!thema.goed) throw new Error(`deze huisstijl is niet goed leesbaar: ${thema.bezwaren.join(' ')}`);
  return thema.css;
}

/** Puts the rooms together into one web application and the work of the worker. */
export function stelSamen(m: Opstellingsmiddelen): Opstelling {
  const deuren = maakDeuren(m.db, m.klok);
  const verkeer = maakVerkeer(m.verkeer);
  const demo = m.aanmelden.demo !== null;
  let middelen: Omgeving['middelen'] = () => ({ css: [], js: [] });
  const bestanden: Bestanden = { ...m.bestanden, neemVoor: (organisatieId, namen) => schrijfVoornemen(m.db, organisatieId, namen, m.klok()) };
  const sleutels = bestanden.afgeleid('aanmelden');
  const aanmelden = maakAanmelden({ db: m.db, klok: m.klok, config: m.aanmelden, logboek: m.logboek, sleutels, oorsprong: verkeer.oorsprong, ip: verkeer.ip, verzoekId: verkeer.verzoekId, middelen: (slug, c) => middelen(slug, c), begrens: verkeer.begrens });
  const om: Omgeving = {
    deuren, logboek: m.logboek, menu: MENU, demo, middelen: (slug, c) => middelen(slug, c), ...verkeer,
    zoekSessie: aanmelden.zoekSessie, bewaarOnderbroken: aanmelden.bewaarOnderbroken,
  };
  const app = maakApp(om);
  middelen = dienMiddelenOp(app.hono, m.middelenmap, HUISSTIJLEN);
  aanmelden.registreer(app);
  if (demo) app.hono.get('/galerij', (c) => c.html(galerijpagina(middelen('', c))));
  if (m.vangnet) registreerDemopost(app.hono, m.vangnet, () => middelen(''), m.klok);
  const onderwerpen: Klokonderwerpen = { ...verzoekklokken, ...signaleringonderwerpen, ...maatregelonderwerpen };
  const aanhang: Dossieraanhang = {
    panelen: [toezichtpaneel, adviespaneel, feitstatuspaneel, ...meldenAanhang.panelen],
    tabs: [{ pad: '/nazorg', tekst: 'Nazorg' }, VEROORZAKERTAB, WEDERHOORTAB, GESPREKKENTAB, MAATREGELENTAB, BRIEVENTAB, SIGNAALTAB, { pad: '/bestanden', tekst: 'Bestanden' }, JOURNAALTAB],
    sluitvoorwaarden: [nazorgGedaan, briefGedaan, wederhoorGedaan, maatregelGedaan, ...meldenAanhang.sluitvoorwaarden],
    verhuizers: [verhuisNazorg, verhuisSignalen, verhuisKoppelingen, verhuisBrieven, verhuisWederhoor, verhuisMaatregelen, verhuisHerstel, verhuisGesprekken, ...meldenAanhang.verhuizers],
    onderwerpen,
    vandaag: [signaleringVandaag],
  };
  const signalering = maakSignaleringmiddelen(bestanden.afgeleid('signalering'));
  const pdf = maakPdfmaker({ werker: m.briefwerker });
  dossierPaginas(app.site, aanhang);
  bestandenPaginas(app.site, { bestanden, tabs: aanhang.tabs });
  nazorgPaginas(app.site, aanhang.tabs);
  veroorzakersPaginas(app.site, { tabs: aanhang.tabs, bewaarders: [maatregelenBewaarder, signaleringBewaarder], inzagedelen: [maatregelenInzage, signaleringInzage], pdf });
  brievenPaginas(app.site, { tabs: aanhang.tabs, bestanden, pdf });
  wederhoorPaginas(app.site, aanhang.tabs, `${m.post.basisUrl}${UW_KANT}`);
  burgerPaginas(app, { db: m.db, deuren, logboek: m.logboek, demo, middelen: (slug, c) => middelen(slug, c), ...verkeer });
  gesprekPaginas(app.site, aanhang.tabs);
  maatregelPaginas(app.site, aanhang.tabs, `${m.post.basisUrl}${UW_KANT}`);
  toezichtPaginas(app.site);
  herstelberichtPaginas(app.site);
  // Whom a breach happens to gets aftercare like anyone who reports.
  receptiePaginas(app.site, { bestanden, naOpenen: async (ctx, { id: dossierId, geadresseerde }, voorId) => void (await startNazorg(ctx, { dossierId, voorId, wens: 'redt_zich', geadresseerde })) });
  grensPaginas(app.site);
  kaderPaginas(app.site);
  meldenPaginas(app.site, { bestanden });
  signaleringPaginas(app.site, signalering, { tabs: aanhang.tabs, bestanden });
  registreerApi(app.hono, { db: m.db, deuren, logboek: m.logboek, signalering, ...verkeer });
  inrichtingPaginas(app.site, { openWerk: [openDossierwerk], dossiernummers, systemen: koppelingnamen, machtigingswoorden, eigenAccounts: (slug) => m.aanmelden.lokaal.some((l) => l.slug === slug) });
  app.site.pagina('/', async (v) => v.c.redirect(v.mag('dossier.lijst') ? '/vandaag' : '/melden', 303));
  let opgeruimd: Temporal.Instant | null = null;
  /** Once in a run: keys are read at the start. */
  const verzegelAccounts = async (): Promise<void> => {
    const { verzegeld, dicht } = await verzegelTotpOpnieuw(m.db, sleutels);
    if (verzegeld > 0) m.logboek.info({ onderdeel: 'aanmelden', aantal: verzegeld }, 'geheimen van codes opnieuw verzegeld');
    if (dicht > 0) m.logboek.error({ onderdeel: 'aanmelden', aantal: dicht }, 'geheimen van codes openen met geen enkele sleutel: zet sleutels/bestanden.key terug');
  };
  return {
    app: app.hono,
    deuren,
    taken: { [TAAK_MAIL]: mailtaak({ db: m.db, deuren, ...m.post, onderwerpen }), ...bestandstaken({ db: m.db, deuren, bestanden }), ...brieftaken({ db: m.db, bestanden }), [TAAK_WEBHOOK]: webhooktaak({ db: m.db, deuren, sleutels: signalering.sleutels, basisUrl: m.post.basisUrl, uitgang: m.uitgang }), ...meldenTaken({ deuren }) },
    async tik() {
      // First, so that nobody is reminded of a hearing that ends now.
      await wederhoorTik(m.db, deuren);
      // First, so that nobody is reminded of a signal that ended.
      await signaleringTik(m.db, deuren);
      await klokTik(m.db, deuren);
      await maatregelTik(m.db, deuren);
      const nu = m.klok();
      if (opgeruimd === null) await verzegelAccounts();
      if (opgeruimd !== null && nu.since(opgeruimd).total('hours') < 1) return;
      opgeruimd = nu;
      await ruimSessiesOp(m.db, nu);
      await ruimSleutelsOp(m.db, nu);
      await ruimImportenOp(m.db, nu);
      const achtergebleven = await ruimVoornemensOp(m.db, bestanden.opslag, nu);
      if (achtergebleven > 0) m.logboek.warn({ onderdeel: 'bestanden', aantal: achtergebleven }, 'achtergebleven bestanden opgeruimd');
    },
  };
}
