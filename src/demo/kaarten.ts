import type { Demokaart } from '../aanmelden/index.ts';

const L = 'lindewaard';
const W = 'de-lage-oever';
const P = 'middenland';

/** Who anyone may be for a while, with what is worth trying. The staff numbers stand in organisaties/. */
export const demokaarten: readonly Demokaart[] = [
  { slug: L, personeelsnummer: 'L0101', rol: 'Baliemedewerker Burgerzaken', naar: '/melden', probeer: ['Meld een incident, ook op je telefoon.', 'Bekijk bij Mijn meldingen hoe ver jouw melding is.', 'Antwoord op het voorstel voor hulp en geef de verklaring waar om gevraagd is.'] },
  { slug: L, personeelsnummer: 'L0103', rol: 'Leidinggevende Burgerzaken', naar: '/vandaag', probeer: ['Bevestig dat je de nieuwe melding hebt gezien.', 'Bel een collega en leg het nazorggesprek vast.', 'Kijk welke dossiers je wel en niet ziet.', 'Bekijk hoe het staat met wederhoor en een maatregel in je eigen team.'] },
  { slug: L, personeelsnummer: 'L0104', rol: 'Adviseur-VPD', naar: '/vandaag', probeer: ['Werk de lijst Vandaag af: wat moet er nu?', 'Open een dossier, vul het aan en stel de ernst vast.', 'Probeer een dossier te sluiten waar nog iets ontbreekt.', 'Zoek op een woord uit een melding.', 'Stel een maatregel voor bij een ernstig dossier: het advies staat ernaast.', 'Open ‘Auto van gastheer bekrast’ en beoordeel bij Veroorzaker of je E. Reinders al kent.', 'Kijk bij Signalen wat er nu geldt.'] },
  { slug: L, personeelsnummer: 'L0105', rol: 'Tweede Adviseur-VPD (alleen ambtelijk)', naar: '/vandaag', probeer: ['Zoek een dossier van de raad: het is er niet.', 'Geef nazorg aan wie niet via de leidinggevende wil.'] },
  { slug: L, personeelsnummer: 'L0111', rol: 'Boa', naar: '/mijn-meldingen', probeer: ['Volg de ernstige melding van net, die nog niemand bevestigde.', 'Voeg er iets aan toe of vraag om iemand te spreken.'] },
  { slug: L, personeelsnummer: 'L0110', rol: 'Beveiliger (ingehuurd)', naar: '/mijn-meldingen', probeer: ['Bekijk wat anderen namens jou meldden.'] },
  { slug: L, personeelsnummer: 'L0118', rol: 'Centrale melder', naar: '/melden', probeer: ['Meld namens een collega die belt of een kaart invulde.', 'Meld voor iemand van de wijkploegen, die nog niet zelf meldt.'] },
  { slug: L, personeelsnummer: 'L0119', rol: 'Leidinggevende Cultuurhuis (fase 2)', naar: '/vandaag', probeer: ['Meld namens iemand uit je team: die doet dat hier nog niet zelf.', 'Bekijk de dossiers van je eigen team.'] },
  { slug: L, personeelsnummer: 'L0120', rol: 'Medewerker wijkploeg (fase 1)', naar: '/melden', probeer: ['Lees wie er voor jou meldt.', 'Bekijk bij Mijn meldingen wat er voor jou gemeld is.'] },
  { slug: L, personeelsnummer: 'L0123', rol: 'Receptie', naar: '/receptie', probeer: ['Zie wie er hier nu niet mag komen, en wat je dan doet.', 'Kijk ook bij het Werkplein.', 'Leg vast dat iemand zich er niet aan hield.'] },
  { slug: L, personeelsnummer: 'L0124', rol: 'Consulent, gaat op huisbezoek', naar: '/controle', probeer: ['Controleer vooraf. Probeer: Nico Hartman, 14-3-1971.', 'Probeer ook: Siebe van der Werf, 2-9-1966. Bereid het bezoek dan voor.', 'Controleer een adres: 1234 AB, nummer 12.', 'Typ een naam die er niet is, en lees wat het antwoord wel en niet zegt.'] },
  { slug: L, personeelsnummer: 'L0112', rol: 'Bedrijfsopvangteam (BOT)', naar: '/vandaag', probeer: ['Bekijk aan wie je nazorg geeft, en wat je van het dossier niet ziet.', 'Leg een gesprek vast.'] },
  { slug: L, personeelsnummer: 'L0106', rol: 'Gemeentesecretaris (beslist namens het managementteam)', naar: '/vandaag', probeer: ['Beslis over het pandverbod dat aan jou is voorgelegd, of geef het terug.', 'Zie wat er in de hele ambtelijke organisatie speelt.', 'Zoek naar het dossier van iemand die buiten zijn leidinggevende om meldde.'] },
  { slug: L, personeelsnummer: 'L0108', rol: 'Raadslid', naar: '/melden', probeer: ['Meld via de griffier, in het gesloten compartiment.', 'Kijk hoe het met je eerdere melding is afgelopen.'] },
  { slug: L, personeelsnummer: 'L0107', rol: 'Griffier', naar: '/vandaag', probeer: ['Behandel de dossiers van raad en college.', 'Ken een rol toe in het gesloten compartiment.'] },
  { slug: L, personeelsnummer: 'L0116', rol: 'Functioneel beheerder', naar: '/inrichting', probeer: ['Wijzig een onderdeel of lees de organisatie in uit CSV.', 'Probeer een dossier te openen: dat kan niet.'] },
  { slug: L, personeelsnummer: 'L0117', rol: 'Functionaris gegevensbescherming', probeer: ['Bekijk wie wat mag.', 'Controleer of het journaal heel is.'] },
  { slug: W, personeelsnummer: 'W0101', rol: 'Adviseur-VPD van het waterschap', naar: '/vandaag', probeer: ['Bekijk een ander soort werk: schouw, sluis en dijk.', 'Probeer een dossier van de gemeente te openen: het bestaat hier niet.'] },
  { slug: W, personeelsnummer: 'W0104', rol: 'Medewerker schouw', naar: '/melden', probeer: ['Meld wat er op de kade gebeurde.'] },
  { slug: P, personeelsnummer: 'P0101', rol: 'Adviseur-VPD van de provincie', naar: '/vandaag', probeer: ['Bekijk dossiers van wegen, natuur en Staten.'] },
  { slug: P, personeelsnummer: 'P0104', rol: 'Toezichthouder natuur', naar: '/melden', probeer: ['Meld iets van buiten, zonder adres.'] },
  { slug: P, personeelsnummer: 'P0106', rol: 'Statenlid', naar: '/mijn-meldingen', probeer: ['Volg je melding bij de Statengriffier.'] },
];
