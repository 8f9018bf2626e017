import { rechtentabel, type Regel } from '../../kern/rechten/index.ts';

/** Lines that do not come from the rights table: what the system does itself, and what happens around signing in. */
export const buitenTabel: Readonly<Record<string, string>> = {
  'klok.termijnstap': 'Een herinnering of de volgende stap van een termijn',
  'kennisgeving.verstuurd': 'Een e-mail verstuurd',
  'bestand.gescand': 'Een bestand op virussen gecontroleerd',
  'bestand.gewist': 'Een bestand definitief gewist',
  'burger.toegang': 'De eigen pagina geopend met de code uit de brief',
  'burger.lezen': 'Op de eigen pagina gelezen wat er is gemeld',
  'burger.stoppen': 'De eigen pagina afgesloten',
  'burger.zienswijze': 'Zijn of haar kant van het verhaal gegeven',
  'klok.wederhoor': 'De termijn om te reageren is voorbij',
  'klok.maatregel': 'Een maatregel gaat in, loopt af of vervalt',
  'klok.hoorplicht': 'Niet op tijd gehoord na een maatregel met spoed',
  'concept.opruimen': 'Oude, half ingevulde formulieren weggegooid',
  'klok.signaalverloopt': 'Een signaal verlopen',
  'klok.bezoekstap': 'Gewaarschuwd dat iemand te laat terug is van een huisbezoek',
  'koppeling.gebruikt': 'Een systeem zijn sleutel gebruikt',
  'webhook.bezorgd': 'Een systeem verteld dat een signaal wijzigde',
  'sessie.beginnen': 'Inloggen',
  'rollen.overnemen': 'Rollen overgenomen uit het inlogsysteem',
  'account.instellen': 'Toegang ingesteld',
  'account.herstellen': 'Ingelogd met een herstelcode',
  'opdracht.organisatie': 'De organisatie aangemaakt door de operator',
  'opdracht.collega': 'Een collega toegevoegd door de operator',
  'opdracht.rol': 'Een rol toegekend door de operator',
  'opdracht.ijking': 'De gewichten van het herkennen overgenomen uit besluiten',
  'opdracht.ijkingterug': 'Eerdere gewichten van het herkennen teruggezet',
};

/** What was done, in words. A name that is new here is shown as it is: a line is never hidden. */
export function handelingwoord(naam: string): string {
  const regel: Regel | undefined = Object.hasOwn(rechtentabel, naam) ? rechtentabel[naam as keyof typeof rechtentabel] : undefined;
  return regel?.tekst ?? buitenTabel[naam] ?? naam;
}

const objecten: Readonly<Record<string, string>> = {
  persoon: 'persoon', avgverzoek: 'privacyverzoek',
  agressievorm: 'vorm van agressie', bestand: 'bestand', brief: 'brief', briefhuisstijl: 'briefpapier', brieflogo: 'logo op de brieven', briefsjabloon: 'briefsjabloon', herstelbericht: 'bericht dat een maatregel voorbij is', concept: 'half ingevuld formulier', dossier: 'dossier', functie: 'functie', import: 'import', instellingen: 'instellingen', kennisgeving: 'bericht', locatie: 'locatie',
  controle: 'controle vooraf', controlelijst: 'daglijst', gebruiksmelding: 'gebruik van de controle', huisbezoek: 'huisbezoek', koppeling: 'koppeling', signaal: 'signaal', webhookbericht: 'bericht aan een systeem',
  maatregel: 'maatregel', kaderversie: 'versie van het handelingskader', medewerker: 'medewerker', norm: 'norm of huisregels', onderbroken: 'onderbroken formulier', onderdeel: 'onderdeel', organisatie: 'organisatie', overtreding: 'overtreding', passkey: 'passkey', sessie: 'sessie', termijn: 'termijn', uitnodiging: 'uitnodiging', verzoek: 'verzoek', wederhoor: 'wederhoor', hoorplicht: 'wederhoor achteraf',
};

/** What a line is about, in words. */
export function objectwoord(soort: string): string {
  return objecten[soort] ?? soort;
}

export const uitkomsten = { gelukt: 'Gelukt', geweigerd: 'Geweigerd', mislukt: 'Niet gelukt' } as const;

/** Who did it: a colleague by name, someone who answered a letter, or the system. */
export function actornaam(actor: string, namen: ReadonlyMap<string, string>): string {
  if (actor === 'betrokkene') return 'betrokkene via brief';
  return actor === 'systeem' ? 'Rugdekking zelf' : (namen.get(actor) ?? 'onbekend');
}
