import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId } from '../../src/kern/ids.ts';
import { stelHuisstijlIn } from '../../src/brieven/inrichten/handelingen.ts';
import { legGesprekVast } from '../../src/nazorg/index.ts';
import { maakTestdeuren, type Testdeuren } from '../hulp/deuren.ts';
import { alsMens, BREED, logIn, SMAL, startBrowser, startDraaiend, type Draaiend } from '../hulp/draaiend.ts';
import { maatregelhulp } from '../hulp/maatregel.ts';
import { mensen, type Mens } from '../hulp/organisatie.ts';

// From a threat at the desk to the day on which someone is helped again as anyone is: every step by the one whose step it is, on his own screen.

/** Screenshots for the manual: `BEELDEN=docs/handleiding/beelden`. */
const BEELDEN = process.env.BEELDEN;

let d: Draaiend;
let browser: Browser;
let deuren: Testdeuren;
const vensters = new Map<Mens, Page>();

beforeAll(async () => {
  d = await startDraaiend();
  browser = await startBrowser();
  deuren = maakTestdeuren(d.database.app, d.klok);
  const functie = nieuwId();
  await d.database.migratie.insertInto('functie').values({ organisatie_id: d.org.id, id: functie, code: 'KCC1', naam: 'Publieksmedewerker' }).execute();
  await d.database.migratie.updateTable('medewerker').set({ functie_id: functie }).where('id', '=', d.org.mens.samira).execute();
  await deuren.voer(stelHuisstijlIn, { versie: '0', retouradres: 'Postbus 1, 1000 AA Proefdam', klacht: 'Stuur een brief naar de klachtencoördinator.', kleur: '#1f3a5f' }, await deuren.als(d.org.id, d.org.mens.beheerder));
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await d?.stop();
});

/** The window of one colleague on this page; he signs in again when the clock has moved past his session. */
async function bij(wie: Mens, pad: string): Promise<Page> {
  let page = vensters.get(wie);
  if (!page) {
    ({ page } = await alsMens(browser, d, wie, { venster: wie === 'samira' || wie === 'receptionist' ? SMAL : BREED }));
    page.context().setDefaultTimeout(20_000);
    vensters.set(wie, page);
  }
  await page.goto(d.basis + pad);
  if (new URL(page.url()).pathname.startsWith('/aanmelden')) {
    await logIn(page, d, mensen[wie].naam.join(' '));
    await page.goto(d.basis + pad);
  }
  return page;
}
async function beeld(page: Page, naam: string): Promise<void> {
  if (BEELDEN) await page.screenshot({ path: join(BEELDEN, `${naam}.png`), fullPage: page.viewportSize()?.width === SMAL.width });
}
const hoofd = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
const kies = (page: Page, naam: string): Promise<void> => page.getByRole('radio', { name: naam }).first().check({ force: true });
const vink = (page: Page, naam: string): Promise<void> => page.getByRole('checkbox', { name: naam }).first().check({ force: true });
const druk = (page: Page, naam: string): Promise<void> => page.getByRole('button', { name: naam, exact: true }).first().click();
const ga = (page: Page, naam: string): Promise<void> => page.getByRole('link', { name: naam, exact: true }).first().click();
const vul = async (page: Page, velden: Record<string, string>): Promise<void> => {
  for (const [label, waarde] of Object.entries(velden)) await page.getByRole('textbox', { name: label }).first().fill(waarde);
};
const staat = (page: Page, tekst: string): Promise<void> => page.getByText(tekst).first().waitFor();

/** Every colleague by first and last name, and Samira by department and function. Only whom the letter names on purpose, to turn to, may be there. */
const HERKENBAAR = new RegExp(`\\b(${[...(Object.keys(mensen) as Mens[]).filter((m) => m !== 'petra').flatMap((m) => mensen[m].naam), 'Burgerzaken', 'Publieksmedewerker'].join('|')})\\b`, 'i');
/** Everything the citizen got to see: letters as printed, and pages. */
const gezien: { wat: string; tekst: string }[] = [];

/** Checks the letter that waits, prints it as the citizen gets it, and records that it was sent. */
async function verstuurBrief(dossier: string, soort: string): Promise<string> {
  const page = await bij('adviseur', `/dossiers/${dossier}/brieven`);
  await page.getByRole('row', { name: soort }).filter({ hasText: 'nog nakijken' }).getByRole('link').first().click();
  await druk(page, 'De brief klopt, zet hem vast');
  await staat(page, 'De tekst staat nu vast');
  const pdf = await page.request.get(`${d.basis}${await page.getByRole('link', { name: 'PDF' }).getAttribute('href')}`);
  const tekst = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await pdf.body(), encoding: 'utf8' });
  gezien.push({ wat: soort, tekst });
  await ga(page, 'De brief is verstuurd');
  await kies(page, 'Aangetekende post');
  await vul(page, { Bewijs: '3SRR0001' });
  await druk(page, 'Leg vast');
  await staat(page, 'Deze brief is verstuurd en wijzigt niet meer');
  await d.werk();
  return tekst;
}

/** What Samira reads on her phone of what was done; never who it is or what he said. */
async function samiraLeest(dossier: string, zin: string): Promise<void> {
  const page = await bij('samira', `/mijn-meldingen/${dossier}`);
  const tekst = await hoofd(page);
  expect(tekst).toContain(zin);
  expect(tekst).not.toMatch(/Kade 3|uitkering|paspoort/);
}

/** Samira reports a threat on her phone; she caught a name. */
async function meld(): Promise<string> {
  const page = await bij('samira', '/melden/nieuw');
  await vink(page, 'Dreigen');
  await vul(page, { 'In je eigen woorden': 'Hij zei dat hij me buiten zou opwachten.' });
  await kies(page, 'Vandaag');
  await vul(page, { 'Hoe laat ongeveer?': '13.05' });
  await druk(page, 'Verder');
  await kies(page, 'Ik ken een naam');
  await vul(page, { Naam: 'Henk Jansma' });
  for (let stap = 0; stap < 3; stap += 1) await druk(page, 'Verder');
  await druk(page, 'Verstuur');
  await page.waitForURL(/\/melden\/verstuurd\//);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** The Adviseur confirms, says what it was, and reads what the handelingskader advises. */
async function classificeer(dossier: string): Promise<void> {
  const page = await bij('adviseur', `/dossiers/${dossier}`);
  await druk(page, 'Ik heb dit gezien');
  await ga(page, 'Vormen en ernst');
  await druk(page, 'Bewaar');
  await staat(page, 'Vormen en ernst zijn opgeslagen');
  const advies = page.locator('section, article, div').filter({ has: page.getByRole('heading', { name: 'Advies van het handelingskader' }) }).last();
  await advies.waitFor();
  expect(await hoofd(page)).toContain('Het handelingskader adviseert: pandverbod van 3 maanden.');
  expect(await hoofd(page)).toContain('versie 1');
  await page.getByRole('link', { name: 'Lees het advies' }).click();
  await staat(page, 'Alle regels die gelden');
  expect(await hoofd(page)).toMatch(/Handelingskader voor .*versie 1: de versie van de dag van het incident, ma /);
}

/** Asks him for his side by letter; returns the codes as they are printed in it. */
async function nodigUit(dossier: string): Promise<{ code: string; controle: string }> {
  const page = await bij('adviseur', `/dossiers/${dossier}`);
  await ga(page, 'Wederhoor');
  await ga(page, 'Vraag om een reactie');
  await vul(page, {
    'Adres op de brief': 'Kade 3\n1234 AB Proefdam', 'Wat is er gemeld?': 'U zei tegen een medewerker dat u haar buiten zou opwachten.', 'Welke regel of norm hoort hierbij?': 'We gaan met respect met elkaar om.',
    'Wat overwegen jullie?': 'een pandverbod van drie maanden', 'Bij wie kan de betrokkene terecht?': 'Team Veilige dienstverlening', Telefoonnummer: '010 123 45 67',
  });
  await vink(page, 'Ik heb de tekst nagekeken');
  await druk(page, 'Vraag om een reactie');
  await staat(page, 'De brief staat klaar');
  const brief = await verstuurBrief(dossier, 'Uitnodiging om te reageren');
  const na = (naam: string): string => new RegExp(`^${naam}: (\\S+)$`, 'm').exec(brief)?.[1] ?? `geen ${naam}: ${brief}`;
  return { code: na('Code'), controle: na('Controlecode') };
}

/** He opens his own page on an old phone, reads what was reported and gives his side. */
async function geeftZijnKant({ code, controle }: { code: string; controle: string }): Promise<void> {
  const telefoon = await browser.newContext({ viewport: SMAL, javaScriptEnabled: false, locale: 'nl-NL' });
  telefoon.setDefaultTimeout(20_000);
  const page = await telefoon.newPage();
  const zie = async (wat: string): Promise<void> => void gezien.push({ wat, tekst: await page.content() });
  await page.goto(`${d.basis}/uw-kant`);
  await zie('codes');
  await page.locator('[name=code]').fill(code);
  await page.locator('[name=controle]').fill(controle);
  await druk(page, 'Ga verder');
  await staat(page, 'U zei tegen een medewerker dat u haar buiten zou opwachten.');
  await zie('lezen');
  await beeld(page, 'uw-kant');
  await page.locator('[name=tekst]').fill('Ik was boos over mijn uitkering. Ik wilde niemand bang maken.');
  await druk(page, 'Verstuur');
  await page.waitForURL('**/uw-kant/klaar');
  await zie('klaar');
  await telefoon.close();
  await d.werk();
}

/** The Adviseur proposes what is advised, and says why and how he is helped meanwhile. */
async function stelVoor(dossier: string, spoed = ''): Promise<string> {
  const page = await bij('adviseur', `/dossiers/${dossier}`);
  await ga(page, 'Maatregelen');
  await ga(page, 'Stel een maatregel voor');
  await ga(page, 'Pandverbod');
  await kies(page, 'De verantwoordelijk leidinggevende');
  if (spoed !== '') {
    await vink(page, 'Met spoed');
    await vul(page, { 'Waarom kan het niet wachten?': spoed });
  }
  await druk(page, 'Stel voor');
  await staat(page, 'Het voorstel staat klaar');
  const pad = new URL(page.url()).pathname;

  await ga(page, 'Motiveer');
  await vul(page, {
    'Waar, in algemene woorden?': 'aan de balie van het stadhuis', 'Wat deed of zei de betrokkene?': 'U zei tegen Samira dat u haar buiten zou opwachten.', 'Waarom past deze maatregel': 'Een waarschuwing is te licht: u dreigde met geweld.',
    'Waarom zo lang': 'Drie maanden is wat het handelingskader noemt bij een eerste keer.', 'Wat heb je afgewogen?': 'U heeft de balie nodig voor uw paspoort. Daarvoor is een ander kanaal.',
  });
  await vink(page, 'Ik heb nagelezen dat geen collega');
  await page.locator('input[name=normen][value=bedreiging_medewerker]').check({ force: true });
  await druk(page, 'Bewaar de motivering');
  // Her name does not get through, and nothing that was typed is lost.
  await page.waitForSelector('#foutsamenvatting');
  expect(await page.getByLabel('Wat heb je afgewogen?').inputValue()).toContain('paspoort');
  await vul(page, { 'Wat deed of zei de betrokkene?': 'U zei tegen een medewerker dat u haar buiten zou opwachten.' });
  await druk(page, 'Bewaar de motivering');
  await staat(page, 'De motivering is bewaard');

  await ga(page, 'Regel de dienstverlening');
  await vul(page, { 'Hoe kan de betrokkene wel bij jullie terecht?': 'per e-mail, of na een afspraak in de wijkpost', 'Wie is de contactpersoon?': 'Petra Kuipers', 'Waar gaat de brief heen?': 'Kade 3\n1234 AB Proefdam' });
  await druk(page, 'Bewaar');
  await staat(page, 'De dienstverlening is geregeld');
  return pad;
}

describe('from a threat to service restored', () => {
  it('goes the whole way, each in his own window', async () => {
    const dossier = await meld();
    await classificeer(dossier);
    const codes = await nodigUit(dossier);
    await samiraLeest(dossier, 'We vroegen wie dit deed om een reactie');
    await geeftZijnKant(codes);
    await samiraLeest(dossier, 'Wie dit deed gaf een reactie');

    const maatregel = await stelVoor(dossier);
    await samiraLeest(dossier, 'Er is een maatregel voorgesteld tegen wie dit deed');
    const adviseur = await bij('adviseur', maatregel);
    await ga(adviseur, 'Weeg mee');
    expect(await hoofd(adviseur)).toContain('Ik was boos over mijn uitkering.');
    await vul(adviseur, { 'Wat zei de betrokkene, in het kort?': 'U zei dat u boos was en niemand bang wilde maken.', 'Wat heb je daarmee gedaan?': 'Dat u boos was begrijpen we. De dreiging was ernstig, daarom blijft het bij drie maanden.' });
    await beeld(adviseur, 'maatregel-wegen');
    await druk(adviseur, 'Bewaar de weging');
    await staat(adviseur, 'De weging is bewaard');
    expect(await hoofd(adviseur)).toContain('24 november 2026 tot en met 23 februari 2027');
    expect(await hoofd(adviseur)).toContain('Zo wordt de brief');

    // Nobody has a mandate yet, and the page says which one is missing.
    expect(await hoofd(adviseur)).toContain('Nodig is een machtiging als de verantwoordelijk leidinggevende');
    const beheerder = await bij('beheerder', '/inrichting/machtigingen/nieuw');
    await vul(beheerder, { 'Wie is gemachtigd?': 'Karin de Boer', 'Waar staat dat?': 'Mandaatregister 2026, nr. 14' });
    await kies(beheerder, 'De verantwoordelijk leidinggevende');
    await vink(beheerder, 'Pandverbod');
    await kies(beheerder, 'Hoofd van de ambtelijke organisatie');
    await druk(beheerder, 'Leg vast');
    await staat(beheerder, 'De machtiging is vastgelegd');

    // Whoever has none is refused, also when the form is tampered with.
    await bij('adviseur', maatregel);
    await adviseur.locator('select[name=beslisser] option').first().evaluate((o: HTMLOptionElement, id) => { o.value = id; }, d.org.mens.directeur);
    await druk(adviseur, 'Leg voor');
    await staat(adviseur, 'machtiging als');
    await bij('adviseur', maatregel);
    await adviseur.getByLabel('Wie beslist').selectOption({ label: 'Karin de Boer' });
    await druk(adviseur, 'Leg voor');
    await staat(adviseur, 'Voorgelegd');
    await samiraLeest(dossier, 'De maatregel ligt bij wie erover beslist');

    // She decides, with everything she needs on one page.
    const karin = await bij('karin', '/vandaag');
    await karin.getByRole('link', { name: /besli/i }).first().click();
    await staat(karin, 'Wacht op jouw besluit');
    await ga(karin, 'Pandverbod');
    await staat(karin, 'Wat beslis je?');
    expect(new URL(karin.url()).pathname).toBe(maatregel);
    await beeld(karin, 'maatregel-besluit');
    await kies(karin, 'Ik neem dit besluit');
    await druk(karin, 'Leg mijn besluit vast');
    await staat(karin, 'Je besluit is vastgelegd');
    await samiraLeest(dossier, 'Er is een maatregel opgelegd aan wie dit deed');
    const verbod = await verstuurBrief(dossier, 'Pandverbod');
    expect(verbod).toContain('23 februari 2027');
    expect(verbod).not.toMatch(/bezwaarschrift|zes weken/i);

    // The next morning it is in force; the reception sees a name, until when and what to do, and nothing else.
    d.klok.zet('2026-11-24T08:00:00Z');
    await d.werk();
    await samiraLeest(dossier, 'De maatregel geldt nu');
    const receptie = await bij('receptionist', '/receptie');
    const balie = await hoofd(receptie);
    expect(balie.split('\n').map((r) => r.trim()).filter(Boolean)).toEqual([
      'Balie stadhuis', 'Wie mag hier vandaag niet komen? Het is dinsdag 24 november.', 'Henk Jansma', 'Mag niet naar binnen', 'Tot en met di 23 februari 2027',
      'Zeg rustig dat deze persoon hier niet mag zijn, en vraag te vertrekken.', 'Gaat deze persoon niet? Bel de beveiliging.', 'Dreiging of geweld? Ga weg en bel 112.', 'Deze persoon is hier', 'Direct gevaar? Bel 112',
      'Laat dit scherm niet aan bezoekers zien. We houden bij wie het opent. Ga niet zelf op zoek naar meer informatie over deze persoon.',
    ]);
    await beeld(receptie, 'receptie');

    // He comes anyway.
    d.klok.zet('2026-11-24T09:15:00Z');
    await bij('receptionist', '/receptie');
    await ga(receptie, 'Deze persoon is hier');
    await kies(receptie, 'Ja');
    await kies(receptie, 'Ja, na de vordering om te vertrekken');
    await druk(receptie, 'Leg vast');
    await staat(receptie, 'Dank je. Het staat erin');
    await d.werk();
    await samiraLeest(dossier, 'Wie dit deed hield zich niet aan de maatregel');
    await bij('receptionist', '/mijn-meldingen');
    expect(await hoofd(receptie)).toContain('Niet nageleefd: pandverbod');
    await bij('adviseur', `/dossiers/${dossier}`);
    expect(await hoofd(adviseur)).toContain('Rita Molenaar vorderde namens Gemeente Proefdam te vertrekken. De betrokkene vertrok daarna.');
    expect(await hoofd(adviseur)).toContain('één keer overtreden');

    // On the day of the evaluation she looks again, and it stops.
    d.klok.zet('2027-01-08T08:00:00Z');
    await d.werk();
    await bij('karin', `/dossiers/${dossier}`);
    await ga(karin, 'Evalueer');
    await vul(karin, { 'Wat is er sinds het begin gebeurd?': 'Eén keer aan de deur, daarna zeven weken niets.', 'Waarom?': 'U hield zich de laatste weken aan het verbod.' });
    await kies(karin, 'De maatregel stopt nu');
    await druk(karin, 'Leg de evaluatie vast');
    await staat(karin, 'De evaluatie staat erin');
    await samiraLeest(dossier, 'De maatregel is eerder gestopt');
    await verstuurBrief(dossier, 'Opheffing van een maatregel');
    await bij('receptionist', '/receptie');
    expect(await hoofd(receptie)).toContain('Iedereen mag hier binnen');

    // He is helped as anyone is, and knows it.
    await bij('adviseur', `/dossiers/${dossier}`);
    await ga(adviseur, 'Herstel de dienstverlening');
    await adviseur.locator('#toezicht').getByRole('link', { name: 'Herstel de dienstverlening' }).click();
    await vink(adviseur, 'Werk en inkomen');
    await vul(adviseur, { 'Wie weet het nog meer?': 'De receptie van het stadhuis' });
    await druk(adviseur, 'De dienstverlening is hersteld');
    await staat(adviseur, 'Vastgelegd. De brief staat klaar');
    await verstuurBrief(dossier, 'Herstel van de dienstverlening');
    await samiraLeest(dossier, 'Wie dit deed wordt weer gewoon geholpen');
    // Who leads a department that may meet him reads who it is, and nothing of why.
    const petra = await bij('petra', '/vandaag');
    await ga(petra, 'Lees dat iemand weer gewoon wordt geholpen');
    expect(await hoofd(petra)).toContain('Henk Jansma wordt weer gewoon geholpen');
    expect(await hoofd(petra)).not.toMatch(/dreig|opwachten|Samira/i);
    await druk(petra, 'Ik heb dit gelezen');
    await staat(petra, 'Je bevestigde');

    // She hears what came of it, and then the dossier can be closed.
    await deuren.voer(legGesprekVast, { id: dossier, voor: d.org.mens.samira, moment: 'nazorg_24u', wijze: 'gesprek', inhoud: 'Het gaat weer goed.', klaar: 'ja' }, await deuren.als(d.org.id, d.org.mens.karin));
    await bij('adviseur', `/dossiers/${dossier}/terugkoppeling`);
    await vul(adviseur, { 'Wat vertel je?': 'Hij mocht zeven weken niet binnenkomen. Nu is dat voorbij.' });
    await druk(adviseur, 'Koppel terug');
    await staat(adviseur, 'Teruggekoppeld.');
    await bij('adviseur', `/dossiers/${dossier}/sluiten`);
    expect(await hoofd(adviseur)).not.toContain('kan nog niet dicht');
    await vul(adviseur, { 'Hoe is het afgelopen?': 'Pandverbod opgelegd en na evaluatie opgeheven.' });
    await druk(adviseur, 'Sluit het dossier');
    await staat(adviseur, 'Het dossier is gesloten.');
    await samiraLeest(dossier, 'Je melding is afgesloten');

    expect(gezien.map((g) => g.wat)).toEqual(['Uitnodiging om te reageren', 'codes', 'lezen', 'klaar', 'Pandverbod', 'Opheffing van een maatregel', 'Herstel van de dienstverlening']);
    for (const { wat, tekst } of gezien) expect(`${wat}: ${HERKENBAAR.exec(tekst)?.[0] ?? 'niemand'}`).toBe(`${wat}: niemand`);
  }, 180_000);
});

describe('what stops by itself', () => {
  it('an urgent measure lapses for all to see when nobody hears him, and another ends on its last day', async () => {
    d.klok.zet('2027-02-01T13:10:00Z');
    const hulp = maatregelhulp(d.database, () => deuren, () => d.org, d.bestanden);
    await hulp.machtig('directeur');

    // One that was heard, in force until the twelfth.
    const gewoon = await hulp.incident();
    const afloop = await hulp.voorstel(gewoon, { begin: '02-02-2027', einde: '12-02-2027', evaluatie: '08-02-2027', afwijking: 'Korter kan ook.' });
    await hulp.motivering(gewoon.dossierId, afloop);
    await hulp.dienstverlening(gewoon.dossierId, afloop);
    await hulp.hoor(gewoon);
    await hulp.weeg(gewoon.dossierId, afloop);
    await hulp.legVoor(gewoon.dossierId, afloop, 'directeur');
    await hulp.besluit(gewoon.dossierId, afloop, {}, 'directeur');
    await hulp.verstuurBrief(afloop);

    // One that could not wait.
    const dossier = await meld();
    await classificeer(dossier);
    const maatregel = await stelVoor(dossier, 'U zei dat u morgen terugkomt.');
    const adviseur = await bij('adviseur', maatregel);
    await adviseur.getByLabel('Wie beslist').selectOption({ label: 'Hugo van Leeuwen' });
    await druk(adviseur, 'Leg voor');
    await staat(adviseur, 'Voorgelegd');
    const directeur = await bij('directeur', maatregel);
    expect(await hoofd(directeur)).toContain('U zei dat u morgen terugkomt.');
    await kies(directeur, 'Ik neem dit besluit');
    await druk(directeur, 'Leg mijn besluit vast');
    await staat(directeur, 'Je besluit is vastgelegd');
    // The letter holds how to answer it; it says how soon it must leave, and nobody sends it.
    await bij('adviseur', maatregel);
    expect(await hoofd(adviseur)).toContain('Verstuur de brief uiterlijk 3 februari 2027');
    await bij('adviseur', `/dossiers/${dossier}/brieven`);
    await adviseur.getByRole('row', { name: 'Pandverbod' }).getByRole('link').first().click();
    await staat(adviseur, '(staat alleen in de brief zelf)');
    const concept = await adviseur.request.get(`${d.basis}${await adviseur.getByRole('link', { name: 'PDF' }).getAttribute('href')}`);
    const brief = execFileSync('pdftotext', ['-layout', '-', '-'], { input: await concept.body(), encoding: 'utf8' });
    expect(brief).toMatch(/^\s*Code: [A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/m);
    expect(brief.replaceAll(/\s+/g, ' ')).toContain('We konden u niet vooraf om uw reactie vragen. U zei dat u morgen terugkomt. U kunt nu alsnog reageren, tot en met 8 februari 2027.');
    expect(HERKENBAAR.exec(brief)?.[0]).toBeUndefined();
    d.klok.zet('2027-02-02T08:00:00Z');
    await d.werk();
    await bij('adviseur', maatregel);
    expect(await hoofd(adviseur)).toMatch(/De betrokkene moet uiterlijk .* gehoord zijn\. Anders vervalt de maatregel\./);
    const receptie = await bij('receptionist', '/receptie');
    expect(await hoofd(receptie)).toContain('Henk Jansma');
    expect(await hoofd(receptie)).toContain('J. Willems');

    // Nobody heard him in time.
    d.klok.zet('2027-02-12T22:30:00Z');
    await d.werk();
    await bij('adviseur', maatregel);
    await staat(adviseur, 'Deze maatregel geldt niet meer.');
    await ga(adviseur, 'herstel de dienstverlening');
    await adviseur.locator('#toezicht').getByText('De dienstverlening is nog niet hersteld').waitFor();
    await samiraLeest(dossier, 'De maatregel is vervallen, omdat wie dit deed niet op tijd is gehoord');
    await bij('receptionist', '/receptie');
    expect(await hoofd(receptie)).not.toContain('Henk Jansma');
    expect(await hoofd(receptie)).toContain('J. Willems');

    // And the other is over after its last day.
    d.klok.zet('2027-02-13T08:00:00Z');
    await d.werk();
    await bij('receptionist', '/receptie');
    expect(await hoofd(receptie)).toContain('Iedereen mag hier binnen');
    await samiraLeest(gewoon.dossierId, 'De maatregel is afgelopen');
    await bij('adviseur', `/dossiers/${gewoon.dossierId}`);
    expect(await hoofd(adviseur)).toContain('De dienstverlening is nog niet hersteld');
  }, 120_000);
});
