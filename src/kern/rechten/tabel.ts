import type { Dossierstatus, Rol } from './typen.ts';

/** In which capacity someone acts: by role, by leading a department, or by his place in the dossier. */
export const hoedanigheden = {
  medewerker: 'Iedere collega',
  melder: 'Wie meldde',
  slachtoffer: 'Wie het overkwam',
  getuige: 'Getuige',
  gevraagde: 'Wie om een verklaring is gevraagd',
  helper: 'Wie nazorg geeft',
  aanspreekpunt: 'Aanspreekpunt van het dossier',
  beslisser: 'Wie over een maatregel beslist',
  leidinggevende: 'Leidinggevende van wie het overkwam',
  adviseur: 'Adviseur-VPD',
  griffier: 'Griffier',
  namensmelder: 'Centrale melder',
  opvang: 'Bedrijfsopvangteam',
  receptie: 'Receptie',
  klantcontact: 'Bezoekt of ontvangt burgers',
  beheerder: 'Functioneel beheerder',
  fg: 'Functionaris gegevensbescherming',
} as const;
export type Hoedanigheid = keyof typeof hoedanigheden;
// A role is always also a capacity; this line fails to compile when one is forgotten.
const _rolIsHoedanigheid: Record<Rol, string> = hoedanigheden;
void _rolIsHoedanigheid;

export interface Regel {
  /** What it is, in words for "Wie mag wat". */
  tekst: string;
  /** 'organisatie': decided by role alone. 'dossier': decided by one's place in that dossier. */
  over: 'organisatie' | 'dossier';
  soort: 'lezen' | 'doen';
  voor: readonly Hoedanigheid[];
  /** Only in these statuses of the dossier; absent means in all. */
  status?: readonly Dossierstatus[];
  /** A condition that the table cannot hold and the act itself checks, in words for "Wie mag wat". */
  voorwaarde?: string;
}

const open = ['nieuw', 'in_behandeling'] as const satisfies readonly Dossierstatus[];
const behandelaars = ['adviseur', 'griffier', 'leidinggevende', 'aanspreekpunt'] as const satisfies readonly Hoedanigheid[];
const regie = ['adviseur', 'griffier'] as const satisfies readonly Hoedanigheid[];

/**
 * Who may do what. This table is the only source: the guard on every act and read, the buttons on the pages, the page
 * "Wie mag wat", the manual and the tests all come from it. What is not here is refused.
 */
export const rechtentabel = {
  // Melden
  'melding.indienen': { tekst: 'Een incident melden', over: 'organisatie', soort: 'doen', voor: ['medewerker'] },
  'melding.namens': { tekst: 'Melden namens een collega', over: 'organisatie', soort: 'doen', voor: ['namensmelder', 'leidinggevende', 'adviseur', 'griffier'], voorwaarde: 'Een leidinggevende alleen voor wie in een eigen onderdeel werkt; een Adviseur en een griffier alleen in het eigen compartiment.' },
  'concept.bewaren': { tekst: 'Een half ingevuld formulier bewaren', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen het eigen concept.' },
  'concept.lezen': { tekst: 'Een half ingevuld formulier verder invullen', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Alleen het eigen concept.' },
  'concept.bestand': { tekst: 'Een bestand bij een half ingevuld formulier zetten of weghalen', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen het eigen concept.' },
  'concept.weggooien': { tekst: 'Een half ingevuld formulier weggooien', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen het eigen concept.' },
  'melding.lijst': { tekst: 'Mijn meldingen bekijken', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Alleen wat jou overkwam of wat je zelf meldde.' },
  'melding.lezen': { tekst: 'De voortgang van een melding volgen', over: 'dossier', soort: 'lezen', voor: ['melder', 'slachtoffer', 'getuige', 'gevraagde'] },
  'melding.aanvullen': { tekst: 'Iets toevoegen aan een melding', over: 'dossier', soort: 'doen', voor: ['melder', 'slachtoffer'], status: open },
  'melding.spreken': { tekst: 'Vragen om iemand te spreken', over: 'dossier', soort: 'doen', voor: ['melder', 'slachtoffer', 'getuige'] },
  'collega.zoeken': { tekst: 'Een collega opzoeken op naam', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Hoogstens acht namen tegelijk.' },
  // Dossier
  'vandaag.lezen': { tekst: 'De werklijst Vandaag bekijken', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Alleen wat op jou wacht, of wat je als Adviseur, griffier of leidinggevende volgt.' },
  'dossier.lijst': { tekst: 'Dossiers bekijken en zoeken', over: 'organisatie', soort: 'lezen', voor: ['adviseur', 'griffier', 'leidinggevende'], voorwaarde: 'Alleen dossiers die je ook mag openen.' },
  'dossier.lezen': { tekst: 'Een dossier openen', over: 'dossier', soort: 'lezen', voor: behandelaars },
  'dossier.bevestigen': { tekst: 'Bevestigen dat je een melding hebt gezien', over: 'dossier', soort: 'doen', voor: behandelaars },
  'dossier.aanvullen': { tekst: 'Aanvullen wat er gebeurde (7 W’s, kanaal, locatie)', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'dossier.betrokkene': { tekst: 'Betrokkenen toevoegen en wijzigen', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'dossier.classificeren': { tekst: 'Vormen van agressie en ernst vaststellen', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'dossier.notitie': { tekst: 'Een notitie maken', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'dossier.toewijzen': { tekst: 'Een aanspreekpunt aanwijzen', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'dossier.koppelen': { tekst: 'Meldingen van dezelfde gebeurtenis samenvoegen', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'dossier.sluiten': { tekst: 'Een dossier sluiten', over: 'dossier', soort: 'doen', voor: regie, status: open, voorwaarde: 'Alleen als terugkoppeling en nazorg zijn gedaan en er geen termijn meer loopt.' },
  'dossier.heropenen': { tekst: 'Een gesloten dossier heropenen', over: 'dossier', soort: 'doen', voor: regie, status: ['gesloten'] },
  'dossier.journaal': { tekst: 'Zien wie dit dossier opende en wijzigde', over: 'dossier', soort: 'lezen', voor: regie },
  'verklaring.vragen': { tekst: 'Een collega om een eigen verklaring vragen', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'verklaring.geven': { tekst: 'Een eigen verklaring geven', over: 'dossier', soort: 'doen', voor: ['gevraagde'], status: open },
  'verklaring.eigen': { tekst: 'De eigen verklaring lezen', over: 'dossier', soort: 'lezen', voor: ['gevraagde'] },
  'termijn.afronden': { tekst: 'Een termijn afronden of verzetten, met reden', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'bestand.toevoegen': { tekst: 'Een bestand toevoegen', over: 'dossier', soort: 'doen', voor: ['melder', 'slachtoffer', 'gevraagde', ...behandelaars], status: open },
  'bestand.lezen': { tekst: 'Een bestand ophalen', over: 'dossier', soort: 'lezen', voor: behandelaars, voorwaarde: 'Wie het zelf toevoegde mag het ook ophalen.' },
  'bestand.eigen': { tekst: 'Een eigen bestand ophalen', over: 'dossier', soort: 'lezen', voor: ['melder', 'slachtoffer', 'gevraagde'], voorwaarde: 'Alleen wat je zelf toevoegde.' },
  'bestand.weghalen': { tekst: 'Een bestand weghalen, met reden', over: 'dossier', soort: 'doen', voor: ['melder', 'slachtoffer', 'gevraagde', ...behandelaars], voorwaarde: 'Een Adviseur en een griffier elk bestand. Anderen alleen wat ze zelf toevoegden, zolang het dossier open is.' },
  'bestand.terugzetten': { tekst: 'Een weggehaald bestand terugzetten', over: 'dossier', soort: 'doen', voor: regie, voorwaarde: 'Binnen 14 dagen; daarna is het gewist.' },
  // Wederhoor
  // Brieven
  'brief.lezen': { tekst: 'De brieven van een dossier lezen', over: 'dossier', soort: 'lezen', voor: behandelaars, voorwaarde: 'De codes waarmee de betrokkene antwoordt, staan er niet bij.' },
  'brief.ophalen': { tekst: 'Een brief als PDF of Word ophalen', over: 'dossier', soort: 'lezen', voor: regie },
  'brief.wijzigen': { tekst: 'De tekst van een brief aanpassen of een brief laten vervallen', over: 'dossier', soort: 'doen', voor: regie, status: open, voorwaarde: 'Niet meer als de brief is verstuurd.' },
  'brief.nakijken': { tekst: 'Een brief nakijken en vastzetten', over: 'dossier', soort: 'doen', voor: regie, status: open, voorwaarde: 'Alleen als er geen naam, functie of afdeling van een betrokken collega in staat.' },
  'brief.versturen': { tekst: 'Vastleggen dat een brief is verstuurd', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'brief.inrichten': { tekst: 'Briefpapier en eigen sjablonen voor brieven instellen', over: 'organisatie', soort: 'doen', voor: ['beheerder', 'adviseur'] },
  'wederhoor.lezen': { tekst: 'Zien hoe het staat met de kant van de betrokkene', over: 'dossier', soort: 'lezen', voor: [...behandelaars, 'beslisser'] },
  'wederhoor.uitnodigen': { tekst: 'De betrokkene om zijn of haar kant vragen, meer tijd geven of dat intrekken', over: 'dossier', soort: 'doen', voor: ['adviseur', 'griffier', 'leidinggevende'], status: open, voorwaarde: 'Niet door wie het overkwam.' },
  'wederhoor.vastleggen': { tekst: 'Vastleggen wat de betrokkene zegt', over: 'dossier', soort: 'doen', voor: behandelaars, status: open, voorwaarde: 'Niet door wie het overkwam.' },
  // Nazorg
  'nazorg.lezen': { tekst: 'Zien dat er nazorg was en wanneer', over: 'dossier', soort: 'lezen', voor: [...behandelaars, 'helper'] },
  'nazorg.inhoud': { tekst: 'Lezen wat er in een nazorggesprek is besproken', over: 'dossier', soort: 'lezen', voor: ['helper', 'slachtoffer', 'getuige', ...behandelaars], voorwaarde: 'Alleen wie het gesprek voerde en de collega om wie het ging.' },
  'nazorg.vastleggen': { tekst: 'Een nazorggesprek vastleggen', over: 'dossier', soort: 'doen', voor: ['helper', ...behandelaars], status: open },
  'nazorg.helper': { tekst: 'Aanwijzen wie de nazorg geeft', over: 'dossier', soort: 'doen', voor: [...regie, 'leidinggevende'], status: open },
  'hulp.inschakelen': { tekst: 'BOT, bedrijfsarts, Slachtofferhulp of Ondersteuningsteam inschakelen', over: 'dossier', soort: 'doen', voor: ['helper', ...behandelaars], status: open, voorwaarde: 'Alleen met toestemming van de collega.' },
  'hulp.toestemmen': { tekst: 'Toestemming geven of weigeren voor hulp', over: 'dossier', soort: 'doen', voor: ['slachtoffer', 'getuige'] },
  'terugkoppeling.geven': { tekst: 'Terugkoppelen aan wie het overkwam', over: 'dossier', soort: 'doen', voor: [...regie, 'aanspreekpunt', 'leidinggevende'], status: open },
  'terugkoppeling.gelezen': { tekst: 'Laten weten dat je een terugkoppeling las', over: 'dossier', soort: 'doen', voor: ['melder', 'slachtoffer'], voorwaarde: 'Alleen wat aan jou is teruggekoppeld.' },
  // Gesprek met de veroorzaker
  'gesprek.lezen': { tekst: 'Een gesprek met de veroorzaker bekijken', over: 'dossier', soort: 'lezen', voor: behandelaars },
  'gesprek.plannen': { tekst: 'De veroorzaker uitnodigen voor een gesprek, het verzetten of afzeggen', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'gesprek.vastleggen': { tekst: 'Vastleggen wat er uit een gesprek met de veroorzaker kwam', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'gesprek.eigen': { tekst: 'Zien of je bij een gesprek met de veroorzaker wilt zijn', over: 'dossier', soort: 'lezen', voor: ['slachtoffer'], voorwaarde: 'Alleen als het je is gevraagd.' },
  'gesprek.antwoord': { tekst: 'Zelf kiezen of je bij een gesprek met de veroorzaker bent', over: 'dossier', soort: 'doen', voor: ['slachtoffer'], voorwaarde: 'Alleen als het je is gevraagd.' },
  // Signalen en controle vooraf
  'controle.doen': { tekst: 'Vooraf controleren of er een signaal is', over: 'organisatie', soort: 'doen', voor: ['klantcontact', 'receptie', 'adviseur', 'griffier'], voorwaarde: 'Met een doel. Je ziet alleen een licht en wat je moet doen. Elke controle wordt vastgelegd; wie te veel zoekt, wordt geremd.' },
  'controle.lijst': { tekst: 'Een daglijst controleren', over: 'organisatie', soort: 'doen', voor: ['klantcontact', 'receptie', 'adviseur', 'griffier'], voorwaarde: 'Hoogstens 200 regels. De lijst wordt niet bewaard.' },
  'controle.toezicht': { tekst: 'Zien wie de controle vooraf opvallend vaak gebruikt', over: 'organisatie', soort: 'lezen', voor: ['adviseur', 'griffier', 'fg'], voorwaarde: 'Alleen in het eigen compartiment. Nooit het eigen gebruik, en nooit naar wie is gezocht.' },
  'controle.toezicht.afronden': { tekst: 'Vastleggen wat eruit kwam', over: 'organisatie', soort: 'doen', voor: ['adviseur', 'griffier', 'fg'], voorwaarde: 'Nooit bij het eigen gebruik.' },
  'signaal.lijst': { tekst: 'De lopende signalen bekijken', over: 'organisatie', soort: 'lezen', voor: ['adviseur', 'griffier'], voorwaarde: 'Alleen van dossiers die je mag openen.' },
  'signaal.lezen': { tekst: 'Een signaal bekijken', over: 'dossier', soort: 'lezen', voor: regie },
  'signaal.maken': { tekst: 'Een signaal maken', over: 'dossier', soort: 'doen', voor: regie, voorwaarde: 'Alleen bij een geldende maatregel of een ernstig incident van het laatste jaar.' },
  'signaal.herzien': { tekst: 'Een signaal opnieuw bekijken en wijzigen', over: 'dossier', soort: 'doen', voor: regie, voorwaarde: 'Nooit langer dan waar het op rust.' },
  'signaal.intrekken': { tekst: 'Een signaal intrekken', over: 'dossier', soort: 'doen', voor: regie },
  'signaal.inlichten': { tekst: 'Collega’s inlichten die iemand gaan ontmoeten', over: 'dossier', soort: 'doen', voor: regie },
  'instructie.lezen': { tekst: 'Een instructie lezen voor iemand die je gaat ontmoeten', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Alleen als de Adviseur je heeft ingelicht, en zolang het signaal geldt.' },
  'instructie.gelezen': { tekst: 'Bevestigen dat je een instructie hebt gelezen', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen als de Adviseur je heeft ingelicht.' },
  'bezoek.plannen': { tekst: 'Een huisbezoek voorbereiden na een geel licht', over: 'organisatie', soort: 'doen', voor: ['klantcontact', 'receptie', 'adviseur', 'griffier'], voorwaarde: 'Alleen na een eigen controle.' },
  'bezoek.lezen': { tekst: 'Een huisbezoek volgen', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Je eigen bezoek. Een leidinggevende en een Adviseur pas als iemand te laat terug is.' },
  'bezoek.melden': { tekst: 'Melden dat je er bent of terug bent', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen je eigen bezoek.' },
  'koppeling.lezen': { tekst: 'Zien welke systemen mogen vragen of er een signaal is', over: 'organisatie', soort: 'lezen', voor: ['beheerder', 'fg'] },
  'koppeling.maken': { tekst: 'Een systeem een sleutel geven', over: 'organisatie', soort: 'doen', voor: ['beheerder'], voorwaarde: 'De sleutel is één keer te zien en verloopt.' },
  'koppeling.intrekken': { tekst: 'De sleutel van een systeem intrekken', over: 'organisatie', soort: 'doen', voor: ['beheerder', 'fg'] },
  'koppeling.webhook': { tekst: 'Instellen waar een systeem hoort dat een signaal wijzigde', over: 'organisatie', soort: 'doen', voor: ['beheerder'] },
  // Veroorzakers
  'veroorzaker.lezen': { tekst: 'Zien wat er in dit dossier over de veroorzaker staat', over: 'dossier', soort: 'lezen', voor: behandelaars },
  'veroorzaker.aanvullen': { tekst: 'Gegevens van de veroorzaker aanvullen', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'veroorzaker.herkennen': { tekst: 'Zien of de veroorzaker al bekend is', over: 'dossier', soort: 'lezen', voor: regie, voorwaarde: 'Hoogstens tien personen, alleen uit het eigen compartiment.' },
  'veroorzaker.beslissen': { tekst: 'Beslissen of de veroorzaker een bekende persoon is', over: 'dossier', soort: 'doen', voor: regie },
  'feitstatus.zetten': { tekst: 'Vastleggen of wat gemeld is betwist wordt of vaststaat', over: 'dossier', soort: 'doen', voor: regie },
  'persoon.zoeken': { tekst: 'Een persoon opzoeken', over: 'organisatie', soort: 'lezen', voor: regie, voorwaarde: 'Alleen in het eigen compartiment, met een doel dat in het journaal komt, en hoogstens tien personen. Niemand vindt zichzelf.' },
  'persoon.lezen': { tekst: 'Een persoon met zijn voorvallen bekijken', over: 'organisatie', soort: 'lezen', voor: regie, voorwaarde: 'Alleen in het eigen compartiment, en nooit jezelf. Alleen dossiers die je ook mag openen.' },
  'persoon.wijzigen': { tekst: 'Gegevens van een persoon verbeteren', over: 'organisatie', soort: 'doen', voor: regie, voorwaarde: 'Alleen in het eigen compartiment, met reden.' },
  'persoon.samenvoegen': { tekst: 'Personen samenvoegen of uit elkaar halen', over: 'organisatie', soort: 'doen', voor: regie, voorwaarde: 'Alleen in het eigen compartiment, met reden. Over de grens verwijzen kan alleen wie in beide een rol heeft.' },
  // Rechten van wie is geregistreerd
  'avg.lijst': { tekst: 'Privacyverzoeken bekijken', over: 'organisatie', soort: 'lezen', voor: [...regie, 'fg'], voorwaarde: 'Alleen in het eigen compartiment.' },
  'avg.lezen': { tekst: 'Een privacyverzoek openen', over: 'organisatie', soort: 'lezen', voor: [...regie, 'fg'], voorwaarde: 'Alleen in het eigen compartiment, en nooit over jezelf.' },
  'avg.openen': { tekst: 'Een privacyverzoek vastleggen', over: 'organisatie', soort: 'doen', voor: regie, voorwaarde: 'Alleen in het eigen compartiment.' },
  'avg.behandelen': { tekst: 'Een privacyverzoek verlengen of erover besluiten', over: 'organisatie', soort: 'doen', voor: regie, voorwaarde: 'Weigeren, niet informeren en wissen gelden pas als een tweede persoon het bevestigt.' },
  'avg.bevestigen': { tekst: 'Als tweede persoon een besluit op een privacyverzoek bevestigen', over: 'organisatie', soort: 'doen', voor: [...regie, 'fg'], voorwaarde: 'Nooit wie het besluit nam.' },
  'avg.inzage': { tekst: 'Het overzicht voor inzage maken', over: 'organisatie', soort: 'lezen', voor: regie, voorwaarde: 'Alleen bij een verzoek om inzage. Namen van collega’s staan er niet in.' },
  // Maatregelen
  'maatregel.lezen': { tekst: 'De maatregelen van een dossier bekijken', over: 'dossier', soort: 'lezen', voor: [...behandelaars, 'beslisser'], voorwaarde: 'Wie beslist ziet alleen wat hem of haar is voorgelegd.' },
  'maatregel.voorstellen': { tekst: 'Een maatregel voorstellen, motiveren en voorleggen', over: 'dossier', soort: 'doen', voor: [...regie, 'leidinggevende'], status: open, voorwaarde: 'Niet tegen een onbekende.' },
  'maatregel.bevestigen': { tekst: 'Een maatregel om veel contact als tweede persoon bevestigen', over: 'dossier', soort: 'doen', voor: [...regie, 'leidinggevende'], status: open, voorwaarde: 'Niet wie de maatregel voorstelde.' },
  'maatregel.besluiten': { tekst: 'Over een maatregel beslissen', over: 'dossier', soort: 'doen', voor: ['beslisser'], status: open, voorwaarde: 'Alleen over wat je is voorgelegd, met een geldige machtiging, na wederhoor. Niet wie het overkwam, geen getuige, en niet wie het voorstelde als dat is afgesproken.' },
  'maatregel.bijsturen': { tekst: 'Een maatregel schorsen, weer laten gelden of eerder laten stoppen', over: 'dossier', soort: 'doen', voor: [...regie, 'leidinggevende', 'beslisser'], status: open, voorwaarde: 'Alleen met een geldige machtiging. Niet wie het overkwam.' },
  // Toezicht op maatregelen
  'receptie.lezen': { tekst: 'Zien wie hier nu niet mag komen en wat je doet', over: 'organisatie', soort: 'lezen', voor: ['receptie', 'adviseur'], voorwaarde: 'De receptie alleen voor de eigen gebouwen, en alleen wat nu geldt.' },
  'overtreding.melden': { tekst: 'Vastleggen dat iemand zich niet aan een maatregel hield', over: 'organisatie', soort: 'doen', voor: ['receptie', 'adviseur'], voorwaarde: 'De receptie alleen voor de eigen gebouwen.' },
  'receptie.plekken': { tekst: 'Kiezen bij welke gebouwen een receptionist staat', over: 'organisatie', soort: 'doen', voor: ['adviseur', 'beheerder'] },
  'maatregel.toezicht': { tekst: 'Zien hoe een maatregel loopt: overtredingen, evaluaties, herstel', over: 'dossier', soort: 'lezen', voor: behandelaars },
  'maatregel.foto': { tekst: 'Een foto bij een maatregel zetten voor de receptie, met reden', over: 'dossier', soort: 'doen', voor: regie, status: open },
  'maatregel.evalueren': { tekst: 'Een maatregel evalueren: laten staan, korter maken of stoppen', over: 'dossier', soort: 'doen', voor: [...regie, 'leidinggevende'], status: open, voorwaarde: 'Niet door wie het overkwam.' },
  'herstelbericht.lezen': { tekst: 'Lezen dat een maatregel voorbij is en iemand weer gewoon wordt geholpen', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Alleen als het je is verteld, en hoogstens negentig dagen.' },
  'herstelbericht.gelezen': { tekst: 'Bevestigen dat je las dat een maatregel voorbij is', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen als het je is verteld.' },
  'maatregel.herstellen': { tekst: 'De dienstverlening herstellen na een maatregel', over: 'dossier', soort: 'doen', voor: behandelaars, status: open },
  'grens.lezen': { tekst: 'Zien hoe vaak besluiten afwijken van het advies', over: 'organisatie', soort: 'lezen', voor: ['adviseur'], voorwaarde: 'Alleen aantallen van vijf of meer, en alleen van het eigen compartiment.' },
  // Handelingskader
  'kader.lezen': { tekst: 'Het handelingskader, de norm en de huisregels lezen', over: 'organisatie', soort: 'lezen', voor: ['medewerker'] },
  'kader.versies': { tekst: 'Alle versies van het handelingskader bekijken, ook concepten', over: 'organisatie', soort: 'lezen', voor: ['adviseur', 'griffier', 'leidinggevende', 'beheerder'] },
  'kader.wijzigen': { tekst: 'Een nieuwe versie van het handelingskader maken en voorleggen', over: 'organisatie', soort: 'doen', voor: regie, voorwaarde: 'Alleen voor het eigen compartiment. Wat geldt, verandert nooit meer.' },
  'kader.vaststellen': { tekst: 'Als tweede persoon een versie van het handelingskader vaststellen of terugsturen', over: 'organisatie', soort: 'doen', voor: [...regie, 'beheerder'], voorwaarde: 'Vaststellen nooit door wie eraan werkte. Een Adviseur en een griffier alleen voor het eigen compartiment.' },
  'kader.doorrekenen': { tekst: 'Een concept doorrekenen op de incidenten van het afgelopen jaar', over: 'organisatie', soort: 'lezen', voor: regie, voorwaarde: 'Alleen voor het eigen compartiment.' },
  'norm.wijzigen': { tekst: 'De norm en de huisregels wijzigen', over: 'organisatie', soort: 'doen', voor: ['adviseur'] },
  'advies.lezen': { tekst: 'Zien wat het handelingskader adviseert', over: 'dossier', soort: 'lezen', voor: [...behandelaars, 'beslisser'] },
  'advies.feiten': { tekst: 'Vaststellen welk gedrag het was, voor het advies', over: 'dossier', soort: 'doen', voor: regie, status: open },
  // Inrichting
  'inrichting.lezen': { tekst: 'De inrichting van de organisatie bekijken', over: 'organisatie', soort: 'lezen', voor: ['beheerder', 'adviseur', 'griffier'] },
  'inrichting.wijzigen': { tekst: 'Onderdelen, locaties, functies en medewerkers wijzigen', over: 'organisatie', soort: 'doen', voor: ['beheerder'], voorwaarde: 'Nooit zo dat je zelf dossiers van meer collega’s kunt openen; dat doet een andere beheerder.' },
  'inrichting.importeren': { tekst: 'De organisatie inlezen uit CSV', over: 'organisatie', soort: 'doen', voor: ['beheerder'], voorwaarde: 'Nooit zo dat je zelf dossiers van meer collega’s kunt openen; dat doet een andere beheerder.' },
  'inrichting.rollen': { tekst: 'Rollen toekennen en intrekken', over: 'organisatie', soort: 'doen', voor: ['beheerder'], voorwaarde: 'Nooit aan of van jezelf. Niet in het politieke compartiment, en niet van wie daar werkt.' },
  'inrichting.rollen.politiek': { tekst: 'Rollen toekennen en intrekken in het politieke compartiment', over: 'organisatie', soort: 'doen', voor: ['griffier'], voorwaarde: 'Nooit aan of van jezelf.' },
  'inrichting.machtigingen': { tekst: 'Machtigingen vastleggen en intrekken', over: 'organisatie', soort: 'doen', voor: ['beheerder', 'griffier'], voorwaarde: 'Nooit voor jezelf. De griffier voor politieke ambtsdragers; de beheerder voor de ambtelijke organisatie, en voor de griffier zelf.' },
  'inrichting.termijnen': { tekst: 'Termijnen, meldladder en vormen van agressie instellen', over: 'organisatie', soort: 'doen', voor: ['beheerder', 'adviseur', 'griffier'], voorwaarde: 'Een Adviseur en een griffier alleen voor het eigen compartiment; vormen van agressie niet door de griffier.' },
  'hulp.lezen': { tekst: 'Zien wie je kunt bellen voor hulp', over: 'organisatie', soort: 'lezen', voor: ['medewerker'] },
  'rechten.lezen': { tekst: 'Zien wie wat mag', over: 'organisatie', soort: 'lezen', voor: ['medewerker'] },
  'journaal.controleren': { tekst: 'Controleren of het journaal heel is', over: 'organisatie', soort: 'lezen', voor: ['fg', 'beheerder'] },
  'journaal.lezen': { tekst: 'Het journaal van de organisatie inzien (zonder inhoud van dossiers)', over: 'organisatie', soort: 'lezen', voor: ['fg'] },
  // Eigen account
  'sessie.lijst': { tekst: 'Eigen sessies bekijken', over: 'organisatie', soort: 'lezen', voor: ['medewerker'] },
  'sessie.beeindigen': { tekst: 'Eigen sessies beëindigen', over: 'organisatie', soort: 'doen', voor: ['medewerker'] },
  'account.beveiligen': { tekst: 'Eigen passkeys, wachtwoord en herstelcodes beheren', over: 'organisatie', soort: 'doen', voor: ['medewerker'] },
  'account.toegang': { tekst: 'Zien wie op toegang wacht', over: 'organisatie', soort: 'lezen', voor: ['beheerder', 'adviseur', 'griffier', 'fg'], voorwaarde: 'Alleen waar de organisatie eigen accounts heeft.' },
  'account.uitnodigen': { tekst: 'Een collega een link geven om toegang in te stellen', over: 'organisatie', soort: 'doen', voor: ['beheerder', 'griffier'], voorwaarde: 'Nooit voor jezelf. Voor wie in het politieke compartiment werkt alleen de griffier, voor anderen de beheerder. Heeft de collega al toegang, dan moet een tweede persoon het bevestigen.' },
  'account.bevestigen': { tekst: 'Als tweede persoon bevestigen dat een collega nieuwe toegang krijgt', over: 'organisatie', soort: 'doen', voor: ['beheerder', 'adviseur', 'griffier', 'fg'], voorwaarde: 'Nooit voor jezelf, en niet wie de link maakte.' },
  'onderbroken.lezen': { tekst: 'Terugzien wat je verstuurde toen je al was uitgelogd', over: 'organisatie', soort: 'lezen', voor: ['medewerker'], voorwaarde: 'Alleen wat je zelf verstuurde.' },
  'onderbroken.afronden': { tekst: 'Verdergaan met wat je verstuurde toen je al was uitgelogd, of het weggooien', over: 'organisatie', soort: 'doen', voor: ['medewerker'], voorwaarde: 'Alleen wat je zelf verstuurde.' },
} as const satisfies Record<string, Regel>;

export type Handelingnaam = keyof typeof rechtentabel;
