import type { Casus } from './type.ts';

/** Second reports of an event that another colleague had already reported; the Adviseur joined them. */
export const tweedeMeldingen: Casus[] = [
  {
    id: 'bz-047', afdeling: 'BZ', kanaal: 'balie', vormen: ['fysiek'], titel: 'Medewerker bij de pols gegrepen (collega)', bij: 'bz-006',
    verhaal: 'Ik weet dat het al gemeld is, maar mijn leidinggevende zei dat ik het ook voor mezelf mag doen. Ik was degene die riep dat hij moest loslaten. Het lukte, en toch zit ik thuis de hele tijd te denken dat ik eerder had moeten lopen. Ik stond eerst nog mijn afdruk te pakken. Wie pakt er nou zijn afdruk.',
    uur: 16, veroorzaker: { soort: 'bekend', omschrijving: 'man met rolkoffer, dezelfde als in de melding van mijn collega' }, ernst: 'middel', belwens: 'redt_zich', aangifte: 'nee',
    nazorg: ['Koffie gedronken buiten het gebouw. De afdruk zit hoog. Samen de tijd nagerekend: het ging om vier seconden. Dat hielp zichtbaar.'],
    terugkoppeling: 'Jouw melding zit nu bij die van je collega. Zonder jouw stem had hij niet losgelaten, dat zegt zij zelf ook. De rest loopt via haar dossier en jij hoort het als er een zitting komt.', afloop: 'gesloten',
  },
  {
    id: 'bz-049', afdeling: 'BZ', kanaal: 'balie', vormen: ['fysiek', 'dreigen'], titel: 'Tegen de kast geduwd achter de balie', bij: 'bz-044',
    verhaal: 'Hoort bij de melding van vanochtend over die familie. Ik ben degene die ertussen ging. Schaafplek op mijn rug, blouse kapot aan de kastsleutel. Ik ga mee met de aangifte. Verder wil ik vandaag gewoon mijn werk afmaken, dus graag niet de hele dag "gaat het?".',
    uur: 11, veroorzaker: { soort: 'groep', omschrijving: 'twee van de vier familieleden, degenen achter de balie' }, ernst: 'ernstig', belwens: 'redt_zich', aangifte: 'ja', afloop: 'open',
  },
  {
    id: 'kcc-026', afdeling: 'KCC', kanaal: 'balie', vormen: ['anders'], titel: 'Ontruiming na een bommelding', bij: 'kcc-002',
    verhaal: 'Over die bommelding van vanochtend. Ik loop met krukken en de lift mocht niet. Drie verdiepingen op mijn achterste naar beneden, terwijl iedereen erlangs rende. Een jongen van de belastingen heeft mijn krukken gedragen en is bij me gebleven, ik weet niet eens hoe hij heet. Bij elke deur die dichtsloeg dacht ik: nu.',
    uur: 10, veroorzaker: { soort: 'onbekend', omschrijving: 'de beller van de bommelding' }, ernst: 'middel', belwens: 'vandaag', aangifte: 'nee',
    nazorg: ['Thuis gebeld. De jongen is gevonden en heeft zelf ook gebeld, ze moesten er samen om huilen. Wil pas maandag weer naar boven.'],
    terugkoppeling: 'De beller is aangehouden. Voor jou is iets anders minstens zo belangrijk: er komt een evacuatiestoel op elke verdieping en jij krijgt een vaste maat bij een ontruiming. Je mag zelf zeggen wie.', afloop: 'gesloten',
  },
  {
    id: 'han-047', afdeling: 'HAN', kanaal: 'openbare_ruimte', vormen: ['dreigen'], titel: 'Fatbike rijdt in op een boa (collega)', bij: 'han-002',
    verhaal: 'aanvulling op de fatbike in de molenstraat, ik stond er schuin achter. heb m\'n maat opzij zien springen en kon zelf niks doen want ik stond met een mevrouw met een rollator te praten. die heb ik tegen de gevel geduwd, iets te hard misschien. ze zei dat ze er een blauwe plek van heeft maar dat ze het snapt. kan iemand haar bellen of mag ik dat zelf',
    uur: 15, veroorzaker: { soort: 'onbekend', omschrijving: 'jongen met rode pet op een zwarte fatbike' }, ernst: 'middel', belwens: 'redt_zich', aangifte: 'weet_niet',
    terugkoppeling: 'We hebben de twee meldingen bij elkaar gelegd. De mevrouw met de rollator is gebeld en kreeg een bos bloemen namens jou en je maat. Ze noemde je een heer.', afloop: 'gesloten',
  },
  {
    id: 'wi-046', afdeling: 'WI', kanaal: 'balie', vormen: ['schelden', 'onder_druk'], titel: 'Onrust in de wachtruimte, tweede melding', bij: 'wi-033',
    verhaal: 'Storing, volle wachtruimte, mijn collega op een stoel. U heeft haar verhaal al. Het mijne is korter: ik stond eronder en kreeg alles wat zij niet kreeg. Een man siste in mijn oor dat hij wist waar ik parkeer. Toen iedereen klapte klapte hij mee.',
    uur: 9, veroorzaker: { soort: 'groep', omschrijving: 'wachtenden vooraan, één man met een grijze capuchontrui' }, ernst: 'middel', belwens: 'vandaag', aangifte: 'weet_niet',
    nazorg: ['Het sissen is erger dan het slaan op de balie, zegt ze. Deze week parkeert ze in de garage aan de overkant, wij betalen. Wil geen aangifte tegen een capuchon.'],
    terugkoppeling: 'Op de beelden is de man te zien, maar niemand kent hem. Daarom stopt het daar. In het noodplan staat nu ook dat er bij onrust iemand naast de balie komt staan, niet alleen erachter.', afloop: 'gesloten',
  },
  {
    id: 'spo-016', afdeling: 'SPO', kanaal: 'openbare_ruimte', vormen: ['anders'], titel: 'Toezicht viel weg na een duw', bij: 'spo-005',
    verhaal: 'Mijn collega is het water in geduwd en ik stond bij de glijbaan met een huilend jongetje dat zijn moeder zocht. Toen ik opkeek zag ik een lege stoel. Ik wist niet waar ze was. Dertig kinderen in het bad en niemand op de kant, en ik heb staan gillen naar een vader dat hij dat jongetje moest vasthouden. Iedereen vraagt hoe het met haar is en dat hoort zo. Maar ik droom over die stoel.',
    uur: 15, weekend: true, veroorzaker: { soort: 'onbekend', omschrijving: 'dezelfde badgast als in de melding van mijn collega' }, ernst: 'middel', belwens: 'vandaag', aangifte: 'nee',
    nazorg: ['Lang gesprek. Niemand had haar nog iets gevraagd. De halve minuut is nagerekend op de camera: 22 seconden. Ze wilde het getal weten.'],
    terugkoppeling: 'Er staan in het weekend nu altijd drie mensen, zodat één incident geen leeg bad meer betekent. Dat is gekomen door wat jij opschreef. De man betaalt de schade en mag een jaar niet komen.', afloop: 'gesloten',
  },
  {
    id: 'gbw-018', afdeling: 'GBW', kanaal: 'openbare_ruimte', vormen: ['schelden', 'onder_druk'], titel: 'Van het podium gejouwd op een bewonersavond', bij: 'gbw-004',
    verhaal: 'De collega die van het podium is gejouwd, dat ben ik. Dacht dat het wel meeviel. Maar ik heb vrijdag een presentatie voor acht collega\'s afgezegd omdat ik stond te trillen bij de beamer, en toen begreep ik dat het niet meeviel.',
    uur: 20, veroorzaker: { soort: 'groep', omschrijving: 'groepje achter in de zaal' }, ernst: 'middel', belwens: 'vandaag', aangifte: 'nee',
    nazorg: ['Gewandeld in plaats van gezeten. Het afzeggen vond ze het ergst. Afgesproken: volgende week dezelfde presentatie, met mij achter in de zaal.'],
    terugkoppeling: 'Jouw melding hoort nu bij die over de bewonersavond. De presentatie aan je collega\'s is alsnog gelukt, daar was ik bij. Je hoeft voorlopig geen grote zalen te doen; jij zegt wanneer dat weer kan.', afloop: 'gesloten',
  },
  {
    id: 'afv-019', afdeling: 'AFV', kanaal: 'openbare_ruimte', vormen: ['fysiek'], titel: 'Belader klemgereden, melding van de chauffeur', bij: 'afv-005',
    verhaal: 'Chauffeur van de 14. De planner heeft het gemeld voor mijn maat, dit is voor mij. Ik zag het in de spiegel gebeuren en ik zat drie meter hoog achter glas. Getoeterd, dat is alles wat je hebt. Sindsdien kijk ik meer in de spiegel dan naar de weg en dat is ook niet goed.',
    uur: 8, veroorzaker: { soort: 'onbekend', omschrijving: 'zilverkleurige SUV' }, ernst: 'middel', belwens: 'redt_zich', aangifte: 'ja',
    nazorg: ['Gesproken op de werf, in de cabine. Rijdt een week met een tweede man voorin. Is met zijn maat op bezoek geweest in het ziekenhuis.'],
    terugkoppeling: 'Jullie meldingen zitten nu in één dossier en jouw dashcam is het bewijs. Op de wagens komt aan de stoepkant een scherm dat je uitklapt. Dat idee kwam van jou en de werkplaats is er al mee bezig.', afloop: 'gesloten',
  },
  {
    id: 'vth-021', afdeling: 'VTH', kanaal: 'huisbezoek', vormen: ['dreigen', 'onder_druk'], titel: 'Ingesloten op een erf, tweede inspecteur', bij: 'vth-002',
    verhaal: 'Een dag later toch zelf een formulier. Wij stonden samen op dat erf aan de Oude Dijk. Mijn collega bleef praten, ik kon geen woord uitbrengen. Hij heeft medelijden met die man. Ik niet. Ik dacht aan mijn dochter van twee en aan die trekker en aan hoe hoog dat hek was. Is het gek dat wij hetzelfde zo anders hebben gezien?',
    uur: 13, veroorzaker: { soort: 'bekend', omschrijving: 'eigenaar van het perceel aan de Oude Dijk' }, ernst: 'ernstig', belwens: 'vandaag', aangifte: 'ja',
    nazorg: ['Gebeld terwijl ze met haar dochter in de speeltuin zat. Nee, niet gek. Wil niet meer naar dat adres en dat hoeft ook niet.', 'Na drie dagen: samen met haar collega gesproken. Het hielp dat hij zei dat hij ook bang was, alleen pas thuis.'],
    terugkoppeling: 'Jij en je collega staan nu in hetzelfde dossier, met jullie eigen verhaal. Jij komt niet meer op dat adres. Een volgende controle daar is altijd met de politie erbij en nooit met de auto op het erf.', afloop: 'gesloten',
  },
  {
    id: 'fac-014', afdeling: 'FAC', kanaal: 'balie', vormen: ['anders'], titel: 'Ontruiming met een groep schoolkinderen', bij: 'fac-006',
    verhaal: 'Ten tijde van die bommelding gaf ik een rondleiding aan groep 7 van de Regenboog. Vierentwintig kinderen. Ik heb gezegd dat het een oefening was en een wedstrijd wie het stilst kon lopen. Ze waren doodstil. Op het plein vroeg een meisje waarom ik dan huilde.',
    uur: 9, veroorzaker: { soort: 'onbekend', omschrijving: 'de beller' }, ernst: 'licht', belwens: 'redt_zich', aangifte: 'nee',
    terugkoppeling: 'De juf belde om te zeggen dat de kinderen er op school nog dagen over hadden, vooral over de wedstrijd. Ze weten inmiddels dat het geen oefening was. Bij rondleidingen loopt er vanaf nu een tweede collega mee.', afloop: 'gesloten',
  },
  {
    id: 'ws-026', afdeling: 'WS', kanaal: 'openbare_ruimte', vormen: ['discriminatie_seksueel'], titel: 'Dijkwacht lastiggevallen, melding van de loopmaat', bij: 'ws-023',
    verhaal: 'Zij heeft het me pas in de auto verteld. Ik ben 68, links hoor ik niets meer en zij liep links. Drie uur naast haar gelopen en het weer besproken. Ik wil dat er bij staat dat ze die kerels op de terugweg recht heeft aangekeken, want dat heb ik wél gezien.',
    uur: 23, veroorzaker: { soort: 'groep', omschrijving: 'mannen met zaklampen op de dijk' }, ernst: 'licht', belwens: 'redt_zich', aangifte: 'nee',
    terugkoppeling: 'Dat ze hen recht aankeek staat er nu bij, precies zoals u het schreef. Zij vroeg of ze volgende keer weer met u mag lopen, maar dan rechts van u.', afloop: 'gesloten',
  },
  {
    id: 'prov-021', afdeling: 'PROV', kanaal: 'openbare_ruimte', vormen: ['anders'], titel: 'Weginspecteur op de ring na een dreigtelefoontje', bij: 'prov-020',
    verhaal: 'Weginspecteur. Ik hoorde over de portofoon "allemaal naar binnen" en ik stond op dat moment met pech van een ander op de vluchtstrook, gezin met een caravan. Die kun je daar niet laten staan. Dus ik ben gebleven, achter de vangrail, met twee kinderen die vroegen of de politie altijd zo hard rijdt. Er gebeurde niks. Om half acht thuis en toen pas trek.',
    uur: 17, veroorzaker: { soort: 'onbekend', omschrijving: 'anonieme beller naar de verkeerscentrale' }, ernst: 'licht', belwens: 'redt_zich', aangifte: 'nee',
    terugkoppeling: 'Goed dat je bij dat gezin bent gebleven en goed dat je het opschrijft. De centrale vraagt voortaan eerst wie er niet weg kan, voordat iedereen binnen moet zijn.', afloop: 'gesloten',
  },
];
