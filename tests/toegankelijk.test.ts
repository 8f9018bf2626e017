import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HTML_REGELS } from '../src/ontwerp/htmlregels.ts';
import { klachtenInElkeStand } from './hulp/axe.ts';
import { alsMens, SMAL, startBrowser, startDraaiend, type Draaiend } from './hulp/draaiend.ts';
import { maakTestdeuren } from './hulp/deuren.ts';
import type { Mens } from './hulp/organisatie.ts';
import { zetToneel, type Toneel } from './hulp/toneel.ts';

/** Every page, as whom, and whether sending its form empty is worth looking at too. */
const PAGINAS: readonly { wie: Mens; pad: (t: Toneel, d: Draaiend) => string; leegVersturen?: string }[] = [
  { wie: 'adviseur', pad: () => '/vandaag' },
  { wie: 'milan', pad: () => '/vandaag' },
  { wie: 'adviseur', pad: () => '/dossiers' },
  { wie: 'adviseur', pad: () => '/dossiers?status=gesloten&kanaal=prive' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.nieuw}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.gesloten}` },
  { wie: 'griffier', pad: (t) => `/dossiers/${t.politiek}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/aanvullen` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/classificeren` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/notitie`, leegVersturen: 'Bewaar de notitie' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/aanspreekpunt`, leegVersturen: 'Wijs aan' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/betrokkenen/nieuw`, leegVersturen: 'Voeg toe' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/betrokkenen/${t.betrokkene}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/verklaringen/nieuw`, leegVersturen: 'Vraag het' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/sluiten` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.gesloten}/heropenen`, leegVersturen: 'Heropen' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/samenvoegen`, leegVersturen: 'Voeg samen' },
  { wie: 'karin', pad: (t) => `/dossiers/${t.vol}/nazorg` },
  { wie: 'karin', pad: (t, d) => `/dossiers/${t.vol}/nazorg/${d.org.mens.samira}`, leegVersturen: 'Leg het gesprek vast' },
  { wie: 'karin', pad: (t, d) => `/dossiers/${t.vol}/nazorg/${d.org.mens.samira}/hulp`, leegVersturen: 'Stel deze hulp voor' },
  { wie: 'karin', pad: (t, d) => `/dossiers/${t.vol}/nazorg/${d.org.mens.samira}/helper`, leegVersturen: 'Wijs aan' },
  { wie: 'karin', pad: (t) => `/dossiers/${t.vol}/terugkoppeling`, leegVersturen: 'Koppel terug' },
  { wie: 'joost', pad: (t) => `/mijn-verklaringen/${t.vol}`, leegVersturen: 'Verstuur mijn verklaring' },
  { wie: 'samira', pad: (t) => `/mijn-meldingen/${t.vol}/hulp` },
  { wie: 'samira', pad: () => '/mijn-meldingen' },
  { wie: 'samira', pad: (t) => `/mijn-meldingen/${t.vol}` },
  { wie: 'samira', pad: (t) => `/mijn-meldingen/${t.vol}/toevoegen` },
  { wie: 'samira', pad: (t) => `/mijn-meldingen/${t.vol}/spreken` },
  { wie: 'samira', pad: (t) => `/melden/verstuurd/${t.vol}` },
  { wie: 'samira', pad: () => '/melden/nieuw', leegVersturen: 'Verder' },
  { wie: 'milan', pad: () => '/melden' },
  { wie: 'beheerder', pad: () => '/melden' },
  ...['wat', 'wie', 'jij', 'bewijs', 'nakijken', 'stoppen', 'weggooien'].map((stap) => ({ wie: 'beheerder' as const, pad: (t: Toneel) => `/melden/${t.concept}/${stap}` })),
  ...['namens', 'wat', 'jij', 'nakijken'].map((stap) => ({ wie: 'namensmelder' as const, pad: (t: Toneel) => `/melden/${t.conceptNamens}/${stap}` })),
  { wie: 'joost', pad: (t) => `/mijn-meldingen/${t.vol}` },
  { wie: 'beveiliger', pad: (t) => `/mijn-meldingen/${t.vol}` },
  { wie: 'namensmelder', pad: () => '/melden/namens', leegVersturen: 'Verder' },
  ...(['vol', 'nieuw'] as const).map((staat) => ({ wie: 'adviseur' as const, pad: (t: Toneel) => `/dossiers/${t[staat]}/bestanden` })),
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/bestanden/${t.bestand}/weghalen`, leegVersturen: 'Haal weg' },
  { wie: 'samira', pad: (t) => `/mijn-meldingen/${t.vol}/bestanden/${t.bestand}/weghalen` },
  { wie: 'samira', pad: () => '/handelingskader' },
  { wie: 'griffier', pad: () => '/handelingskader?soort=politiek' },
  { wie: 'beheerder', pad: () => '/handelingskader/versies' },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}` },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/doorrekenen` },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/regel?regel=A9` },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/regel`, leegVersturen: 'Bewaar in het concept' },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/gedraging`, leegVersturen: 'Bewaar in het concept' },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/vorm?vorm=dreigen` },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/algemeen` },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/voorleggen`, leegVersturen: 'Leg voor' },
  { wie: 'adviseur', pad: (t) => `/handelingskader/versies/${t.kaderconcept}/weg` },
  { wie: 'beheerder', pad: (t) => `/handelingskader/versies/${t.kadervoorgelegd}` },
  { wie: 'beheerder', pad: (t) => `/handelingskader/versies/${t.kadervoorgelegd}/vaststellen` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/advies/${t.betrokkene}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/advies/${t.betrokkene}/feiten` },
  { wie: 'samira', pad: () => '/norm' },
  { wie: 'samira', pad: () => '/huisregels/poster' },
  { wie: 'adviseur', pad: () => '/huisregels/wijzigen' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/journaal` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/veroorzaker` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.besluit.dossier}/veroorzaker` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.vol}/veroorzaker` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/veroorzaker/${t.betrokkene}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/feitstatus`, leegVersturen: 'Leg vast' },
  { wie: 'adviseurPolitiek', pad: () => '/personen', leegVersturen: 'Zoek' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}` },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.beperkt}` },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/wijzigen`, leegVersturen: 'Bewaar' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/samenvoegen/${t.persoon.lijkt}`, leegVersturen: 'Leg vast' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/uit-elkaar/${t.persoon.record}`, leegVersturen: 'Haal uit elkaar' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/oordelen/${t.persoon.oordeel}`, leegVersturen: 'Trek in' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/verzoek`, leegVersturen: 'Leg vast' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.beperkt}/beperking`, leegVersturen: 'Stop de beperking' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/vasthouden`, leegVersturen: 'Houd vast' },
  { wie: 'adviseur', pad: (t) => `/personen/${t.persoon.id}/vasthouden/${t.persoon.vasthouding}`, leegVersturen: 'Laat los' },
  { wie: 'fg', pad: () => '/privacyverzoeken' },
  { wie: 'adviseur', pad: (t) => `/privacyverzoeken/${t.persoon.verzoek}` },
  { wie: 'adviseur', pad: (t) => `/privacyverzoeken/${t.persoon.verzoek}/verlengen`, leegVersturen: 'Verleng' },
  { wie: 'adviseur', pad: (t) => `/privacyverzoeken/${t.persoon.kennisgeving}/verlengen`, leegVersturen: 'Stel uit' },
  { wie: 'adviseur', pad: (t) => `/privacyverzoeken/${t.persoon.verzoek}/besluit`, leegVersturen: 'Leg het besluit vast' },
  { wie: 'adviseur', pad: (t) => `/privacyverzoeken/${t.persoon.kennisgeving}/besluit`, leegVersturen: 'Leg het besluit vast' },
  { wie: 'fg', pad: (t) => `/privacyverzoeken/${t.persoon.wacht}/bevestigen`, leegVersturen: 'Leg vast' },
  { wie: 'fg', pad: () => '/journaal' },
  { wie: 'milan', pad: () => '/mijn-meldingen' },
  { wie: 'samira', pad: () => '/account' },
  { wie: 'samira', pad: () => '/wie-mag-wat' },
  { wie: 'samira', pad: () => '/hulp' },
  { wie: 'samira', pad: () => '/toegankelijkheid' },
  { wie: 'samira', pad: () => '/bestaat-niet' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/journaal` },
  { wie: 'samira', pad: () => '/wie-mag-wat?ik=slachtoffer' },
  { wie: 'fg', pad: () => '/journaal' },
  { wie: 'fg', pad: () => '/journaal?van=31-02-2026' },
  { wie: 'beheerder', pad: () => '/inrichting' },
  { wie: 'beheerder', pad: () => '/inrichting/onderdelen' },
  { wie: 'beheerder', pad: () => '/inrichting/onderdelen/nieuw', leegVersturen: 'Bewaar' },
  { wie: 'beheerder', pad: (_, d) => `/inrichting/onderdelen/${d.org.onderdeel.GRI}` },
  { wie: 'beheerder', pad: (_, d) => `/inrichting/onderdelen/${d.org.onderdeel.BZ}/gebruik` },
  { wie: 'beheerder', pad: () => '/inrichting/medewerkers' },
  { wie: 'beheerder', pad: () => '/inrichting/medewerkers?dienst=uit' },
  { wie: 'beheerder', pad: () => '/inrichting/medewerkers/nieuw', leegVersturen: 'Bewaar' },
  { wie: 'beheerder', pad: (_, d) => `/inrichting/medewerkers/${d.org.mens.karin}` },
  { wie: 'beheerder', pad: (_, d) => `/inrichting/medewerkers/${d.org.mens.karin}/dienst` },
  { wie: 'beheerder', pad: () => '/inrichting/locaties' },
  { wie: 'beheerder', pad: () => '/inrichting/locaties/nieuw', leegVersturen: 'Bewaar' },
  { wie: 'beheerder', pad: () => '/inrichting/functies' },
  { wie: 'beheerder', pad: (_, d) => `/inrichting/locaties/${d.org.locatie.wijkpost}/gebruik` },
  { wie: 'beheerder', pad: () => '/inrichting/vormen' },
  { wie: 'beheerder', pad: () => '/inrichting/vormen/nieuw', leegVersturen: 'Bewaar' },
  { wie: 'griffier', pad: () => '/inrichting/rollen' },
  { wie: 'beheerder', pad: () => '/inrichting/rollen/nieuw', leegVersturen: 'Geef de rol' },
  { wie: 'beheerder', pad: () => '/inrichting/instellingen' },
  { wie: 'beheerder', pad: () => '/inrichting/instellingen/termijnen-ambtelijk' },
  { wie: 'griffier', pad: () => '/inrichting/instellingen/meldladder-politiek' },
  { wie: 'beheerder', pad: () => '/inrichting/instellingen/kalender' },
  { wie: 'beheerder', pad: () => '/inrichting/instellingen/overig' },
  { wie: 'beheerder', pad: () => '/inrichting/importeren', leegVersturen: 'Bekijk wat er verandert' },
  ...['onderdelen', 'locaties', 'functies', 'medewerkers', 'vormen', 'rollen', 'instellingen', 'importeren', 'medewerkers/nieuw', 'onderdelen/nieuw', 'instellingen/termijnen', 'instellingen/meldladder', 'instellingen/kalender', 'instellingen/overig'].map((deel) => ({ wie: 'beheerder' as const, pad: () => `/inrichting/${deel}` })),
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/wederhoor` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/wederhoor/${t.betrokkene}/uitnodigen`, leegVersturen: 'Vraag om een reactie' },
  ...['vastleggen', 'tijd', 'intrekken'].map((deel, i) => ({ wie: 'karin' as const, pad: (t: Toneel) => `/dossiers/${t.vol}/wederhoor/${t.wederhoor}/${deel}`, leegVersturen: ['Leg vast', 'Geef meer tijd', 'Trek in'][i] ?? '' })),
  { wie: 'samira', pad: () => '/uw-kant', leegVersturen: 'Ga verder' },
  { wie: 'samira', pad: () => '/uw-kant?taal=en', leegVersturen: 'Continue' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/brieven` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.nieuw}/brieven` },
  ...(['brief', 'briefNagekeken'] as const).map((b) => ({ wie: 'adviseur' as const, pad: (t: Toneel) => `/dossiers/${t.vol}/brieven/${t[b]}` })),
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/brieven/${t.brief}/aanpassen` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/brieven/${t.brief}/bewerkt` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/brieven/${t.briefNagekeken}/verstuurd`, leegVersturen: 'Leg vast' },
  { wie: 'beheerder', pad: () => '/inrichting/brieven' },
  { wie: 'beheerder', pad: () => '/inrichting/brieven/briefpapier' },
  { wie: 'adviseur', pad: () => '/inrichting/brieven/pandverbod', leegVersturen: 'Controleer en gebruik dit sjabloon' },
  { wie: 'beheerder', pad: () => '/inrichting/brieven/logo', leegVersturen: 'Gebruik dit logo' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.voorstel.dossier}/maatregelen` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/maatregelen` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.voorstel.dossier}/maatregelen/nieuw/${t.voorstel.betrokkene}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.voorstel.dossier}/maatregelen/nieuw/${t.voorstel.betrokkene}?soort=contactbeperking`, leegVersturen: 'Stel voor' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.voorstel.dossier}/maatregelen/${t.voorstel.id}` },
  ...(['wijzigen', 'motivering', 'dienstverlening', 'weging', 'intrekken'] as const).map((deel) => ({ wie: 'adviseur' as const, pad: (t: Toneel) => `/dossiers/${t.voorstel.dossier}/maatregelen/${t.voorstel.id}/${deel}`, ...(deel === 'intrekken' ? { leegVersturen: 'Trek in' } : {}) })),
  { wie: 'karin', pad: (t) => `/dossiers/${t.besluit.dossier}/maatregelen/${t.besluit.id}`, leegVersturen: 'Leg mijn besluit vast' },
  { wie: 'karin', pad: (t) => `/dossiers/${t.maatregel.dossier}/maatregelen/${t.maatregel.id}` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.maatregel.dossier}/maatregelen/${t.maatregel.id}/bijsturen`, leegVersturen: 'Leg vast' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.maatregel.dossier}/maatregelen/${t.maatregel.id}/verlengen` },
  { wie: 'beheerder', pad: () => '/inrichting/machtigingen' },
  { wie: 'beheerder', pad: () => '/inrichting/machtigingen/nieuw', leegVersturen: 'Leg vast' },
  { wie: 'beheerder', pad: () => '/inrichting/instellingen/maatregelen' },
  { wie: 'consulent', pad: () => '/controle' },
  { wie: 'consulent', pad: () => '/controle/lijst', leegVersturen: 'Controleer de lijst' },
  { wie: 'consulent', pad: () => '/vandaag' },
  { wie: 'consulent', pad: (t) => `/bezoeken/nieuw/${t.signaal.controle}`, leegVersturen: 'Ik ga' },
  { wie: 'consulent', pad: (t) => `/bezoeken/${t.signaal.bezoek}` },
  { wie: 'milan', pad: (t) => `/instructies/${t.signaal.id}` },
  { wie: 'adviseur', pad: () => '/signalen' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.vol}/signaal` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.nieuw}/signaal/nieuw`, leegVersturen: 'Maak het signaal' },
  { wie: 'griffier', pad: (t) => `/dossiers/${t.politiek}/signaal/nieuw` },
  { wie: 'adviseur', pad: (t) => `/signalen/${t.signaal.id}` },
  { wie: 'adviseur', pad: (t) => `/signalen/${t.signaal.id}/inlichten`, leegVersturen: 'Licht in' },
  { wie: 'adviseur', pad: (t) => `/signalen/${t.signaal.id}/herzien` },
  { wie: 'adviseur', pad: (t) => `/signalen/${t.signaal.id}/intrekken`, leegVersturen: 'Trek in' },
  { wie: 'adviseur', pad: () => '/signalen/gebruik' },
  { wie: 'adviseur', pad: (t) => `/signalen/gebruik/${t.signaal.gebruik}`, leegVersturen: 'Bewaar' },
  { wie: 'beheerder', pad: () => '/inrichting/koppelingen' },
  { wie: 'beheerder', pad: () => '/inrichting/koppelingen/nieuw', leegVersturen: 'Maak de sleutel' },
  { wie: 'beheerder', pad: (t) => `/inrichting/koppelingen/${t.signaal.koppeling}` },
  { wie: 'beheerder', pad: (t) => `/inrichting/koppelingen/${t.signaal.koppeling}/intrekken` },
  { wie: 'receptionist', pad: () => '/receptie' },
  { wie: 'receptionist', pad: (t) => `/receptie/${t.maatregel.id}/overtreding`, leegVersturen: 'Leg vast' },
  { wie: 'beheerder', pad: () => '/receptie/plekken', leegVersturen: 'Bewaar' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.maatregel.dossier}` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.maatregel.dossier}/toezicht/${t.maatregel.id}/evaluatie`, leegVersturen: 'Leg de evaluatie vast' },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.maatregel.dossier}/toezicht/${t.maatregel.id}/foto` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.opgeheven.dossier}/toezicht/${t.opgeheven.id}/herstel`, leegVersturen: 'De dienstverlening is hersteld' },
  { wie: 'petra', pad: (t) => `/herstelberichten/${t.herstelbericht}` },
  { wie: 'adviseur', pad: (t) => `/dossiers/${t.opgeheven.dossier}/wederhoor/${t.geenReactie}/geen-reactie` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.gesprek.dossier}/gesprekken` },
  { wie: 'karin', pad: (t) => `/dossiers/${t.opgeheven.dossier}/gesprekken/nieuw`, leegVersturen: 'Maak de uitnodiging' },
  ...(['vastleggen', 'verzetten', 'afzeggen'] as const).map((deel) => ({ wie: 'karin' as const, pad: (t: Toneel) => `/dossiers/${t.gesprek.dossier}/gesprekken/${t.gesprek.id}/${deel}`, ...(deel === 'verzetten' ? {} : { leegVersturen: deel === 'vastleggen' ? 'Leg het gesprek vast' : 'Zeg het gesprek af' }) })),
  { wie: 'samira', pad: (t) => `/mijn-meldingen/${t.gesprek.dossier}/gesprek` },
  { wie: 'adviseur', pad: () => '/grens' },
  { wie: 'samira', pad: () => '/demo' },
  { wie: 'samira', pad: () => '/demo/post' },
];

let d: Draaiend;
let browser: Browser;
let toneel: Toneel;
beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  toneel = await zetToneel(d.database, maakTestdeuren(d.database.app, d.klok), d.org, d.bestanden);
  await d.werk();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

/** Some pages to a test, so that none takes long. */
const PER_DEEL = 30;
const DELEN = Array.from({ length: Math.ceil(PAGINAS.length / PER_DEEL) }, (_, i) => ({ deel: i + 1, paginas: PAGINAS.slice(i * PER_DEEL, (i + 1) * PER_DEEL) }));

describe('every page, on a phone and on a desk, light and dark', () => {
  it.each(DELEN)('has nothing axe objects to, also when its form is sent empty, and fits the screen (part $deel)', async ({ paginas }) => {
    const vensters = new Map<Mens, Page>();
    const gevonden: string[] = [];
    for (const { wie, pad, leegVersturen } of paginas) {
      let page = vensters.get(wie);
      // axe is injected as a script; the content policy itself is tested elsewhere.
      if (!page) vensters.set(wie, (page = (await alsMens(browser, d, wie, { venster: SMAL, zonderBeleid: true })).page));
      const adres = pad(toneel, d);
      await page.goto(d.basis + adres);
      gevonden.push(...(await klachtenInElkeStand(page)).map((k) => `${wie} ${adres}: ${k}`));
      if (leegVersturen === undefined) continue;
      await page.getByRole('button', { name: leegVersturen, exact: true }).click();
      await page.waitForSelector('#foutsamenvatting');
      gevonden.push(...(await klachtenInElkeStand(page)).map((k) => `${wie} ${adres} (leeg verstuurd): ${k}`));
    }
    for (const page of vensters.values()) await page.context().close();
    expect(gevonden).toEqual([]);
  }, 180_000);
});

describe('the HTML', () => {
  it('is valid on every page', async () => {
    const toets = new HtmlValidate({ root: true, ...HTML_REGELS });
    const gevonden: string[] = [];
    const vensters = new Map<Mens, Page>();
    for (const { wie, pad } of PAGINAS) {
      let page = vensters.get(wie);
      if (!page) vensters.set(wie, (page = (await alsMens(browser, d, wie)).page));
      const antwoord = await page.request.get(d.basis + pad(toneel, d));
      const { results } = await toets.validateString(await antwoord.text());
      gevonden.push(...results.flatMap((r) => r.messages.map((m) => `${pad(toneel, d)} ${m.ruleId}: ${m.message} (${m.selector})`)));
    }
    for (const page of vensters.values()) await page.context().close();
    expect(gevonden).toEqual([]);
  }, 120_000);
});
