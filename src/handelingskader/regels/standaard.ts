import type { Gedraging, Herhaling, Kader, Kaderregel, Koppeling, Sanctie } from './kader.ts';
import { mediumcodes, type Beslissersoort, type Maatregelsoort, type Medium, type Persoonssoort } from './soorten.ts';

/*
 * The two tables of the handreiking as the version an organisation starts with. Tabel A: per incident (Arbocatalogus Waterschappen,
 * Publieksagressie, and gemeenten). Tabel B: per kind of aggression. Noten 1 (first the police) and 2 (heavier on repetition) are
 * printed at one row and worded for all; they are taken so here.
 *
 * Where the handreiking is silent this says what it is: the months to look back, what to do during and after, and the deciders for
 * political office holders are a start, for the organisation to change.
 */

const vast = (maanden: number) => ({ soort: 'vast' as const, maanden });
const tussen = (van: number, tot: number) => ({ soort: 'tussen' as const, van, tot });
const verbod = (duur: Sanctie['duur'], ...ook: Maatregelsoort[]): Sanctie => ({ maatregelen: ['pandverbod', ...ook], duur });
const zonderDuur = (soort: Maatregelsoort): Sanctie => ({ maatregelen: [soort], duur: { soort: 'geen' } });
const regel = (sancties: Sanctie[], ...politie: ('vooraf' | 'melding')[]): Herhaling => ({ soort: 'regel', sancties, politie });
const ZWAARDER: Herhaling = { soort: 'zwaarder' };

/** Tabel B is about aggression face to face, in writing or through social media; not on the telephone. */
const NIET_PER_TELEFOON: Medium[] = mediumcodes.filter((m) => m !== 'telefoon');

interface Wie {
  dienst: Beslissersoort;
  leiding: Beslissersoort;
  hoger: Beslissersoort;
}
/** Who political office holders answer to is not the line of the organisation (handreiking: mandates of the griffier and the dagelijks bestuur). */
const WIE: Record<Persoonssoort, Wie> = {
  medewerker: { dienst: 'dienstverantwoordelijke', leiding: 'leidinggevende', hoger: 'managementteam' },
  politiek: { dienst: 'griffier', leiding: 'griffier', hoger: 'dagelijks_bestuur' },
};

type ARegel = Pick<Kaderregel, 'code' | 'naam' | 'sancties' | 'herhaling' | 'gebied' | 'beslissers' | 'aangifte'> & Partial<Kaderregel>;
const rij = (r: ARegel): Kaderregel => ({ gedragingen: [], media: [], alleenMetWapen: false, politie: [], terugkijkMaanden: null, overlegMet: null, ...r });

const LOCATIE_OF_DIENST = { van: 'locatie', tot: 'dienst' } as const;

function tabelA({ dienst, leiding, hoger }: Wie): Kaderregel[] {
  const open = { soort: 'open' as const, metWie: hoger };
  const samen = [...new Set([leiding, hoger])];
  const gesprekOfBrief = [zonderDuur('waarschuwing'), zonderDuur('ordegesprek')];
  return [
    rij({ code: 'A1', naam: 'Overlast door drank, drugs en dergelijke', gedragingen: ['overlast'], sancties: [verbod(vast(1))], politie: ['vooraf'], herhaling: { soort: 'geen' }, gebied: LOCATIE_OF_DIENST, beslissers: [dienst], aangifte: 'indien_strafbaar' }),
    rij({ code: 'A2', naam: 'Verbale agressie', gedragingen: ['verbaal'], sancties: gesprekOfBrief, herhaling: regel([zonderDuur('ordegesprek'), verbod(vast(1))], 'vooraf'), gebied: LOCATIE_OF_DIENST, beslissers: [leiding], aangifte: 'indien_strafbaar' }),
    rij({ code: 'A3', naam: 'Agressie per telefoon en stalking', gedragingen: ['telefonisch'], sancties: gesprekOfBrief, herhaling: regel([{ maatregelen: ['contactbeperking'], duur: vast(1) }]), gebied: LOCATIE_OF_DIENST, beslissers: [leiding], aangifte: 'indien_strafbaar' }),
    rij({ code: 'A4', naam: 'Bedreiging van de organisatie of van derden', gedragingen: ['bedreiging_organisatie'], sancties: [verbod(vast(1))], politie: ['vooraf'], herhaling: ZWAARDER, gebied: LOCATIE_OF_DIENST, beslissers: [leiding], aangifte: 'indien_strafbaar' }),
    rij({ code: 'A5', naam: 'Bedreiging van wie hier werkt', gedragingen: ['bedreiging_medewerker'], sancties: [verbod(vast(3))], politie: ['vooraf'], herhaling: ZWAARDER, gebied: { van: 'dienst', tot: 'organisatie' }, beslissers: samen, aangifte: 'altijd' }),
    rij({ code: 'A6', naam: 'Lichamelijk geweld tegen wie hier werkt', gedragingen: ['geweld_medewerker'], sancties: [verbod(vast(12))], politie: ['vooraf'], herhaling: ZWAARDER, gebied: { van: 'organisatie', tot: 'organisatie' }, beslissers: samen, aangifte: 'altijd' }),
    rij({ code: 'A7', naam: 'Bedreiging van andere klanten of personen', gedragingen: ['bedreiging_bezoeker'], sancties: [verbod(open)], politie: ['vooraf'], herhaling: ZWAARDER, gebied: LOCATIE_OF_DIENST, beslissers: [leiding], overlegMet: hoger, aangifte: 'altijd' }),
    rij({ code: 'A8', naam: 'Lichamelijke agressie tegen klanten of personen', gedragingen: ['geweld_bezoeker'], sancties: [verbod(open)], politie: ['vooraf'], herhaling: ZWAARDER, gebied: LOCATIE_OF_DIENST, beslissers: [leiding], overlegMet: hoger, aangifte: 'altijd' }),
    rij({ code: 'A9', naam: 'Spullen van de organisatie beschadigen', gedragingen: ['vernieling'], sancties: [verbod(tussen(6, 12), 'schadeverhaal')], politie: ['vooraf'], herhaling: ZWAARDER, gebied: { van: 'locatie', tot: 'locatie' }, beslissers: [leiding], aangifte: 'indien_strafbaar' }),
  ];
}

/** Tabel B names no decider and no area; those come from tabel A. */
const bRij = (code: string, naam: string, gedragingen: string[], eerste: Sanctie, bijHerhaling: Sanctie, ...politie: ('vooraf' | 'melding')[]): Kaderregel => rij({
  code, naam, gedragingen, media: NIET_PER_TELEFOON, sancties: [eerste], politie: eerste.maatregelen.includes('pandverbod') ? ['vooraf'] : [],
  herhaling: regel([bijHerhaling], 'vooraf', ...politie), gebied: null, beslissers: [], aangifte: 'indien_strafbaar',
});

const tabelB: readonly Kaderregel[] = [
  bRij('B1', 'Verbale en non-verbale agressie', ['verbaal'], zonderDuur('waarschuwing'), verbod(vast(1)), 'melding'),
  bRij('B2', 'Persoonlijke bedreiging', ['bedreiging_medewerker', 'bedreiging_bezoeker'], verbod(vast(3)), verbod(tussen(6, 12))),
  bRij('B3', 'Lichamelijk geweld tegen zaken', ['vernieling'], verbod(tussen(6, 12)), verbod(tussen(12, 18))),
  bRij('B4', 'Lichamelijk geweld tegen personen', ['geweld_medewerker', 'geweld_bezoeker'], verbod(vast(12)), verbod(vast(24))),
];

const STOP = 'Benoem het gedrag en zeg dat het moet stoppen. Stopt het niet, beëindig dan het gesprek en haal hulp.';
const WEG = 'Breng jezelf en anderen in veiligheid. Gebruik de noodknop of bel 112. Ga niet in discussie.';
const ZORG = 'Meld het. Vang de collega op, ook wie het zag. Vraag de veroorzaker naar zijn kant voordat iemand beslist.';

const gedragingen: readonly Gedraging[] = [
  { code: 'emotie', naam: 'Boos of verdrietig zijn', klasse: 'geen_agressie', soort: null, geaccepteerd: true, tijdens: 'Luister en geef ruimte. Zeg wat je wel en niet kunt doen.', na: 'Kijk samen wat de oorzaak was en of die weg kan.' },
  { code: 'overlast', naam: 'Overlast door drank, drugs en dergelijke', klasse: 'overlast', soort: null, geaccepteerd: false, tijdens: 'Vraag de bezoeker om weg te gaan. Lukt dat niet, vraag dan de beveiliging of de politie.', na: 'Meld het. Maak een nieuwe afspraak voor wat nog moet.' },
  { code: 'verbaal', naam: 'Schelden, beledigen, intimideren of discrimineren', klasse: 'agressie', soort: 'verbaal', geaccepteerd: false, tijdens: STOP, na: ZORG },
  { code: 'telefonisch', naam: 'Agressie per telefoon en stalking', klasse: 'agressie', soort: 'verbaal', geaccepteerd: false, tijdens: 'Zeg dat je ophangt als het niet stopt, en doe dat dan. Bewaar berichten en tijden van bellen.', na: ZORG },
  { code: 'bedreiging_organisatie', naam: 'Bedreigen van de organisatie of van derden', klasse: 'agressie', soort: 'bedreiging', geaccepteerd: false, tijdens: STOP, na: ZORG },
  { code: 'bedreiging_medewerker', naam: 'Bedreigen van wie hier werkt, of van diens naasten', klasse: 'agressie', soort: 'bedreiging', geaccepteerd: false, tijdens: WEG, na: `${ZORG} Doe aangifte.` },
  { code: 'bedreiging_bezoeker', naam: 'Bedreigen van andere klanten of bezoekers', klasse: 'agressie', soort: 'bedreiging', geaccepteerd: false, tijdens: WEG, na: `${ZORG} Zorg ook voor de bezoeker en bied Slachtofferhulp aan.` },
  { code: 'vernieling', naam: 'Spullen gooien of vernielen', klasse: 'agressie', soort: 'zaken', geaccepteerd: false, tijdens: WEG, na: `${ZORG} Leg de schade vast met foto’s.` },
  { code: 'geweld_medewerker', naam: 'Lichamelijk geweld tegen wie hier werkt', klasse: 'agressie', soort: 'personen', geaccepteerd: false, tijdens: WEG, na: `${ZORG} Laat letsel bekijken door een arts. Doe aangifte.` },
  { code: 'geweld_bezoeker', naam: 'Lichamelijk geweld tegen andere klanten of bezoekers', klasse: 'agressie', soort: 'personen', geaccepteerd: false, tijdens: WEG, na: `${ZORG} Zorg ook voor de bezoeker en bied Slachtofferhulp aan.` },
  { code: 'onevenredig_beroep', naam: 'Heel veel klachten, brieven of verzoeken', klasse: 'onevenredig_beroep', soort: null, geaccepteerd: true, tijdens: 'Behandel wat er ligt. Klagen, kritiek en veel vragen mogen.', na: 'Praat met de burger over wat erachter zit. Is iemand gemachtigde? Kijk wat een afspraak betekent voor wie hij helpt.' },
];

const koppel = (vorm: string, gedraging: string, over: Partial<Koppeling> = {}): Koppeling => ({ vorm, gedraging, tegen: null, medium: null, wijktVoorZwaarder: false, letOp: '', ...over });
const BEIDE = (vorm: string): Koppeling[] => [koppel(vorm, 'verbaal', { medium: 'niet_telefoon' }), koppel(vorm, 'telefonisch', { medium: 'telefoon' })];

/** The forms of aggression every organisation starts with. 'anders' has none on purpose: a person looks what it was. */
const koppelingen: readonly Koppeling[] = [
  ...BEIDE('schelden'),
  ...BEIDE('onder_druk').map((k) => ({ ...k, letOp: 'Onder druk zetten kan ook een bedreiging zijn.' })),
  ...BEIDE('discriminatie_seksueel').map((k) => ({ ...k, letOp: 'Was er ook aanraking? Dan is het geweld tegen een persoon.' })),
  koppel('dreigen', 'bedreiging_medewerker', { tegen: 'medewerker' }),
  koppel('dreigen', 'bedreiging_organisatie', { tegen: 'organisatie' }),
  koppel('dreigen', 'bedreiging_bezoeker', { tegen: 'bezoeker' }),
  koppel('fysiek', 'geweld_medewerker', { tegen: 'medewerker' }),
  koppel('fysiek', 'geweld_bezoeker', { tegen: 'organisatie' }),
  koppel('fysiek', 'geweld_bezoeker', { tegen: 'bezoeker' }),
  koppel('spugen_gooien_vernielen', 'vernieling', { letOp: 'Spugen of gooien naar iemand is geweld tegen een persoon.' }),
  koppel('lastigvallen', 'telefonisch', { letOp: 'Wie iemand opwacht of volgt, kan ook bedreigen.' }),
  koppel('online', 'verbaal', { wijktVoorZwaarder: true, letOp: 'Kijk wat er in het bericht stond: het kan ook een bedreiging zijn.' }),
];

/** The tables of the handreiking for this kind of person. */
export function standaardkader(soort: Persoonssoort): Kader {
  return {
    gedragingen: [...gedragingen], koppelingen: [...koppelingen], regels: [...tabelA(WIE[soort]), ...tabelB],
    combinatie: { code: 'B5', herhaling: 'verdubbelen' },
    terugkijken: { maanden: 24, telt: 'elke' },
  };
}
