/** A measure as the Adviseur proposed it, with the hearing before it and what came of it. Nobody of the organisation can be recognised in it. */
export interface Maatregelplan {
  casus: string;
  soort: 'pandverbod' | 'waarschuwing';
  /** How long, in months; not for what is done once. */
  maanden: number;
  /** Codes of buildings, or everywhere. */
  waar: 'overal' | readonly string[];
  /** How he was asked for his side. */
  gevraagd: 'brief' | 'telefoon';
  plaats: string;
  /** What he did, in words to him. */
  gedrag: string;
  normen: readonly string[];
  /** What he said; null: he did not react. */
  zienswijze: string | null;
  kort: string;
  weging: string;
  waarom: string;
  duur: string;
  afweging: string;
  afwijking?: string;
  blijft: string;
  straat: string;
  /** How it stands now; absent: it runs its course. */
  stand?: 'gevraagd' | 'voorgelegd';
  /** When it is looked at again; absent: halfway. */
  evaluatie?: 'deze week';
  /** After so many days it was lifted at an evaluation, with the reason. */
  opgehevenNa?: { dagen: number; sinds: string; reden: string };
  /** The case in which it was not obeyed. */
  overtredenIn?: string;
  /** What was found of the facts later on. */
  feit?: { status: 'vastgesteld' | 'betwist'; reden: string };
}

export const maatregelplannen: readonly Maatregelplan[] = [
  {
    casus: 'bz-002', soort: 'pandverbod', maanden: 3, waar: ['BALIE', 'STADHUIS'], gevraagd: 'telefoon', plaats: 'aan een loket in het stadhuis', gedrag: 'U zei dat u iemand buiten zou opwachten en sloeg met uw helm op het loket.', normen: ['bedreiging_medewerker'],
    zienswijze: 'Ik slaap in mijn auto en had dat adres echt nodig. Ik was boos, maar ik had het niet zo bedoeld. Ik snap dat het wel zo klonk.', kort: 'U zei dat u in uw auto slaapt en het adres nodig had. U bedoelde het niet letterlijk en begrijpt hoe het klonk.',
    weging: 'Uw situatie is zwaar en daar wordt met uw begeleider aan gewerkt. De dreiging zelf heeft u niet ontkend.', waarom: 'Een waarschuwing is te licht bij een bedreiging met geweld.', duur: 'Drie maanden is wat ons handelingskader noemt bij een eerste bedreiging.',
    afweging: 'U heeft het loket nodig voor een briefadres. Dat loopt nu via uw begeleider, zodat u niets misloopt.', blijft: 'via uw begeleider, of schriftelijk', straat: 'Stationskwartier 3', feit: { status: 'vastgesteld', reden: 'Op de beelden te zien, en hij erkent het.' },
  },
  {
    casus: 'bz-013', soort: 'pandverbod', maanden: 1, waar: ['BALIE'], gevraagd: 'telefoon', plaats: 'bij de ingang van het stadhuis', gedrag: 'U schold en spuugde in de richting van iemand die u de toegang weigerde.', normen: ['verbaal'],
    zienswijze: 'Ik weet er nog maar de helft van. Als het zo gegaan is, dan sorry.', kort: 'U wist nog maar de helft en zei sorry.', weging: 'Uw excuus telt mee. Daarom blijft het bij één maand en één gebouw.', waarom: 'Er was een eerdere keer bij de ingang. Praten alleen was niet genoeg.',
    duur: 'Eén maand is de kortste duur die past bij herhaling.', afweging: 'U haalt uw post en geld hier. Dat gaat zolang via de opvang.', afwijking: 'Vernielen was er niet bij; het spugen raakte niemand. Daarom één maand in één gebouw in plaats van zes maanden.', blijft: 'via de opvang, of telefonisch', straat: 'Kanaalweg 12',
  },
  {
    casus: 'wi-002', soort: 'pandverbod', maanden: 3, waar: ['WERKPLEIN'], gevraagd: 'brief', plaats: 'in een spreekkamer van het Werkplein', gedrag: 'U schold en gooide een tafel om.', normen: ['vernieling'],
    zienswijze: 'Ik schaam me. Ik hoorde dat ik alles moest terugbetalen en toen ging het mis. Ik wil de broek laten stomen die vies is geworden.', kort: 'U schaamt zich en wilt de kleding laten reinigen.', weging: 'U nam meteen verantwoordelijkheid en er was geen schade. Daarom is de duur gehalveerd.',
    waarom: 'Een ordegesprek alleen doet geen recht aan de schrik in een kleine kamer.', duur: 'De tabel noemt zes maanden. Drie is genoeg, omdat u meteen verantwoordelijkheid nam.', afweging: 'Uw gesprekken gaan door aan de telefoon en er is een betaalregeling.', afwijking: 'Geen schade, een eerste keer, en hij nam meteen verantwoordelijkheid. Daarom drie maanden in plaats van zes.',
    blijft: 'telefonisch, elke twee weken op een vast moment', straat: 'Vogelbuurtlaan 61',
  },
  {
    casus: 'wi-032', soort: 'pandverbod', maanden: 3, waar: ['WERKPLEIN', 'BALIE'], gevraagd: 'brief', plaats: 'in een spreekkamer van het Werkplein', gedrag: 'U legde tijdens het gesprek een schroevendraaier op tafel, met de punt naar voren.', normen: ['bedreiging_medewerker'],
    zienswijze: 'Ik kwam van een klus en dat ding prikte in mijn zak. Ik heb niemand bedreigd. Dat jullie dat ervan maken vind ik erg.', kort: 'U zei dat u van een klus kwam en niemand wilde bedreigen.', weging: 'Over wat u bedoelde verschillen de verklaringen. Dat u het gereedschap op tafel legde en liet liggen, staat vast.',
    waarom: 'Wie dit meemaakt kan niet weten hoe het afloopt. Afstand is nu nodig.', duur: 'Drie maanden is wat ons handelingskader noemt.', afweging: 'U heeft recht op begeleiding. Die loopt telefonisch door.', blijft: 'telefonisch, met een vaste contactpersoon', straat: 'Waagstraat 90',
    feit: { status: 'betwist', reden: 'Vrijspraak: niet vast te stellen dat hij wilde dreigen.' },
  },
  {
    casus: 'jeu-002', soort: 'pandverbod', maanden: 3, waar: ['WIJK', 'BALIE'], gevraagd: 'brief', plaats: 'aan de telefoon', gedrag: 'U zei dat u langs zou komen en dat iemand daar spijt van zou krijgen.', normen: ['bedreiging_medewerker'], zienswijze: null, kort: '',
    weging: 'U heeft niet gereageerd. We hebben gekeken naar wat er over de eerdere keer bekend is.', waarom: 'Het is de tweede keer in korte tijd. De vorige keer bleef het bij een gesprek.', duur: 'Drie maanden past bij een bedreiging, ook bij herhaling zonder geweld.',
    afweging: 'De bezoekuren met uw dochter gaan door op een andere plek. Dat is uw recht als ouder.', afwijking: 'Bij herhaling noemt het kader langer. De bezoekregeling weegt zwaarder; drie maanden is genoeg.', blijft: 'via uw advocaat, of schriftelijk', straat: 'Sportlaan 77',
  },
  {
    casus: 'vth-008', soort: 'pandverbod', maanden: 3, waar: ['BALIE', 'STADHUIS'], gevraagd: 'telefoon', plaats: 'aan een loket in het stadhuis', gedrag: 'U zei dat u de boel in brand zou steken.', normen: ['bedreiging_medewerker'],
    zienswijze: 'Die ochtend was ik mijn baan kwijtgeraakt. Ik schaam me kapot. Ik zou zoiets nooit doen.', kort: 'U was die ochtend uw baan kwijtgeraakt en schaamt zich.', weging: 'We geloven dat u het niet van plan was. De mensen die het hoorden, konden dat niet weten.', waarom: 'Dreigen met brand is te ernstig voor een waarschuwing.',
    duur: 'Drie maanden is wat ons handelingskader noemt bij een eerste bedreiging.', afweging: 'Uw aanvraag loopt per post door en ligt bij iemand die u niet kent.', blijft: 'per post of e-mail', straat: 'Zonnehof 8', feit: { status: 'vastgesteld', reden: 'Vier mensen hoorden het en hij erkent het.' },
  },
  {
    casus: 'wmo-002', soort: 'pandverbod', maanden: 3, waar: ['WIJK', 'BALIE'], gevraagd: 'telefoon', plaats: 'aan de telefoon', gedrag: 'U zei dat u iemand iets zou aandoen.', normen: ['bedreiging_medewerker'],
    zienswijze: 'Ik zorg dag en nacht voor mijn moeder en drink te veel. Ik heb spijt.', kort: 'U bent overbelast door de zorg voor uw moeder en heeft spijt.', weging: 'Uw moeder logeert vier weken elders, zodat u kunt slapen. Dat helpt meer dan een langer verbod.', waarom: 'Een doodsbedreiging vraagt een duidelijke grens.',
    duur: 'Drie maanden is wat ons handelingskader noemt.', afweging: 'De zorg voor uw moeder gaat door; u hoeft daarvoor niet langs te komen.', afwijking: 'Langer helpt niet: de oorzaak wordt aangepakt.', blijft: 'thuis, na een afspraak met zijn tweeën', straat: 'Lindelaan 140',
  },
  {
    casus: 'bz-035', soort: 'pandverbod', maanden: 12, waar: 'overal', gevraagd: 'telefoon', plaats: 'aan een loket in het stadhuis', gedrag: 'U gooide een stoel over het loket. Daarbij brak glas en raakte iemand gewond.', normen: ['geweld_medewerker'],
    zienswijze: 'Het is waar. Ik zit in een vechtscheiding en kreeg weer nee. Ik betaal het glas en wil sorry zeggen.', kort: 'U gaf het toe, betaalt de schade en wilt uw excuses aanbieden.', weging: 'Uw houding telt mee bij de evaluatie. Bij geweld met letsel begint het met een jaar.', waarom: 'Er was letsel en schade. Lichter kan niet bij geweld tegen iemand die hier werkt.',
    duur: 'Twaalf maanden is wat ons handelingskader noemt bij lichamelijk geweld.', afweging: 'Een paspoort voor uw kind kan altijd. Daarvoor is een afspraak buiten openingstijd.', blijft: 'na een afspraak buiten openingstijd', straat: 'Vogelbuurtlaan 18', feit: { status: 'vastgesteld', reden: 'Beelden, letsel en eigen verklaring.' },
    opgehevenNa: { dagen: 150, sinds: 'Er gebeurde niets meer. Het glas is betaald en het herstelgesprek is geweest.', reden: 'U hield zich aan het verbod, betaalde de schade en voerde het gesprek waar om gevraagd was.' },
  },
  {
    casus: 'wi-028', soort: 'pandverbod', maanden: 12, waar: 'overal', gevraagd: 'brief', plaats: 'in een spreekkamer van het Werkplein', gedrag: 'U ging voor de deur zitten en duwde iemand terug die eruit wilde.', normen: ['geweld_medewerker'],
    zienswijze: 'Ik ben rustig blijven zitten tot ik antwoord kreeg. Dat mag toch.', kort: 'U zei dat u rustig bleef zitten tot u antwoord kreeg.', weging: 'Zitten mag. Iemand terugduwen en niet laten gaan mag niet.', waarom: 'Iemand de weg versperren en duwen is lichamelijk geweld.', duur: 'Twaalf maanden is wat ons handelingskader noemt.',
    afweging: 'Uw uitkering en post lopen via uw gemachtigde.', blijft: 'via uw gemachtigde', straat: 'Meidoornhof 2',
  },
  {
    casus: 'spo-005', soort: 'pandverbod', maanden: 12, waar: ['ZWEM'], gevraagd: 'brief', plaats: 'aan de rand van het bad', gedrag: 'U schold en duwde iemand tegen een muur.', normen: ['geweld_medewerker'], zienswijze: null, kort: '', weging: 'U heeft niet gereageerd. We gaan uit van wat twee mensen hebben gezien.',
    waarom: 'Er was lichamelijk geweld. Een waarschuwing is dan te licht.', duur: 'Twaalf maanden is wat ons handelingskader noemt.', afweging: 'U heeft het stadhuis nodig voor andere zaken en daar is niets gebeurd.', afwijking: 'Het kader noemt alle gebouwen. Het ging alleen om het bad, dus daar houden we het bij.',
    blijft: 'in alle andere gebouwen, zoals u gewend bent', straat: 'Sportlaan 40', overtredenIn: 'spo-015', feit: { status: 'vastgesteld', reden: 'Twee getuigen en de beelden bij de kassa.' },
  },
  {
    casus: 'spo-003', soort: 'pandverbod', maanden: 12, waar: ['SPORT'], gevraagd: 'telefoon', plaats: 'op sportpark De Linde', gedrag: 'U duwde iemand met uw onderarm tegen een muur.', normen: ['geweld_medewerker'], zienswijze: 'Ik wilde er alleen langs. Ik heb hem hooguit geraakt.', kort: 'U zei dat u er alleen langs wilde.',
    weging: 'De huisarts zag een gekneusde keel. Dat past niet bij alleen langslopen.', waarom: 'Het was de derde keer op het sportpark, en de eerste keer met geweld.', duur: 'Twaalf maanden is wat ons handelingskader noemt bij een eerste keer geweld.', afweging: 'U coacht niet meer en heeft het sportpark niet nodig voor iets anders van ons.',
    afwijking: 'Alleen het sportpark: elders is niets gebeurd.', blijft: 'in alle andere gebouwen, zoals u gewend bent', straat: 'Zonnehof 31',
  },
  {
    casus: 'bz-017', soort: 'waarschuwing', maanden: 0, waar: [], gevraagd: 'telefoon', plaats: 'aan de telefoon', gedrag: 'U schold en zei dat er iets zou gebeuren als er iemand langs kwam.', normen: ['telefonisch'], zienswijze: 'Ik was bang dat ik mijn huis kwijt zou raken. Ik ging te ver, dat weet ik.', kort: 'U was bang uw woning te verliezen en weet dat u te ver ging.',
    weging: 'U gaf zelf toe dat het te ver ging. Daarom blijft het bij een waarschuwing.', waarom: 'Een waarschuwing is genoeg na een eerste keer en een eerlijk gesprek.', duur: '', afweging: 'Het onderzoek naar uw adres gaat door, met anderen.', afwijking: 'Het kader noemt een pandverbod bij een bedreiging. De woorden waren vaag en hij nam ze terug.', blijft: 'zoals u gewend bent', straat: 'Kanaalweg 5',
  },
  {
    casus: 'wi-029', soort: 'waarschuwing', maanden: 0, waar: [], gevraagd: 'brief', plaats: 'aan de telefoon', gedrag: 'U schold en belde vaker dan was afgesproken.', normen: ['telefonisch'], zienswijze: 'Ik blijf bij mijn woorden. Mijn zoon wordt slecht geholpen.', kort: 'U blijft bij uw woorden en vindt dat uw zoon slecht wordt geholpen.',
    weging: 'Een klacht mag altijd. De toon was niet aanvaardbaar.', waarom: 'Een waarschuwing zegt waar de grens ligt, zonder dat bellen onmogelijk wordt.', duur: '', afweging: 'U bent gemachtigd voor één onderwerp en mag daarover blijven bellen, op een vast uur.', blijft: 'telefonisch, op een vast uur', straat: 'Lindelaan 9',
  },
  // Running now.
  {
    casus: 'han-039', soort: 'pandverbod', maanden: 12, waar: 'overal', gevraagd: 'brief', plaats: 'op een parkeerplaats in het centrum', gedrag: 'U reed langzaam op iemand in die voor uw auto stond.', normen: ['geweld_medewerker'], zienswijze: 'Ik raakte in paniek en drukte het verkeerde pedaal in. Ik vind het vreselijk.', kort: 'U zei dat u in paniek was.',
    weging: 'Of het paniek was, beoordeelt de rechter. Voor de veiligheid maakt het nu geen verschil.', waarom: 'Er was letsel. De zitting is nog niet geweest.', duur: 'Twaalf maanden is wat ons handelingskader noemt bij lichamelijk geweld.', afweging: 'Uw kaart voor de invalidenplek en uw andere zaken gaan schriftelijk door.', blijft: 'per post of e-mail', straat: 'Waagstraat 21',
  },
  {
    casus: 'jeu-008', soort: 'pandverbod', maanden: 3, waar: ['WIJK', 'BALIE'], gevraagd: 'brief', plaats: 'in het centrum', gedrag: 'U liep met iemand mee en maakte met uw vingers een pistool.', normen: ['bedreiging_medewerker'], zienswijze: 'Ik liep daar toevallig ook. Een grapje is tegenwoordig ook al verboden.', kort: 'U zei dat u daar toevallig liep en een grapje maakte.',
    weging: 'Meelopen over drie straten is geen toeval. Het gebaar is als bedreiging bedoeld en zo ook ontvangen.', waarom: 'Een waarschuwing is te licht bij een bedreiging buiten het gebouw.', duur: 'Drie maanden is wat ons handelingskader noemt bij een eerste bedreiging.', afweging: 'Gesprekken over uw stiefkind gaan door op een andere plek, met een ander.',
    blijft: 'na een afspraak op een andere plek, of schriftelijk', straat: 'Meidoornhof 44', evaluatie: 'deze week',
  },
  {
    casus: 'wi-021', soort: 'pandverbod', maanden: 3, waar: ['WERKPLEIN', 'STADHUIS'], gevraagd: 'telefoon', plaats: 'aan de telefoon', gedrag: 'U schold en zei dat u langs zou komen om het persoonlijk uit te leggen.', normen: ['bedreiging_medewerker'], zienswijze: 'Ik kwam niet langs om te vechten. Maar ik neem het niet terug.', kort: 'U zei dat u niet wilde vechten, maar neemt uw woorden niet terug.',
    weging: 'U neemt de woorden niet terug. Daarom kunnen we er niet van uitgaan dat u rustig komt.', waarom: 'Wie zegt langs te komen om iets uit te leggen op die toon, mag even niet binnen.', duur: 'Drie maanden is wat ons handelingskader noemt bij een eerste bedreiging.', afweging: 'Uw uitkering en uw formulieren gaan telefonisch en per post door.', blijft: 'telefonisch, met een vaste contactpersoon', straat: 'Kanaalweg 33',
  },
  {
    casus: 'fac-008', soort: 'pandverbod', maanden: 6, waar: ['BALIE', 'STADHUIS'], gevraagd: 'brief', plaats: 'bij het personeelsterrein van het stadhuis', gedrag: 'U stond bij het hek en riep iets over een auto die net was bekrast.', normen: ['bedreiging_medewerker'], zienswijze: 'Ik mag staan waar ik wil. Met die auto heb ik niets te maken.', kort: 'U zei dat u met de auto niets te maken heeft.',
    weging: 'Wie de auto bekraste staat niet vast en telt hier niet mee. Wat u riep, hoorden twee mensen.', waarom: 'Het is de tweede keer bij het hek, en nu met een bedreiging.', duur: 'Zes maanden past bij herhaling binnen een maand.', afweging: 'U heeft geen lopende zaken in het stadhuis. Een paspoort kan na een afspraak.', afwijking: 'Zes maanden en alleen het stadhuis: elders kwam hij niet.', blijft: 'na een afspraak, of per e-mail',
    straat: 'Stationskwartier 71', stand: 'voorgelegd',
  },
  {
    casus: 'bz-042', soort: 'pandverbod', maanden: 3, waar: ['BALIE', 'STADHUIS'], gevraagd: 'brief', plaats: 'in het stadhuis', gedrag: 'U wees bij het weggaan naar iemand en haalde uw duim langs uw keel.', normen: ['bedreiging_medewerker'], zienswijze: null, kort: '', weging: '', waarom: 'Een waarschuwing is te licht bij een gebaar dat met de dood dreigt.', duur: 'Drie maanden is wat ons handelingskader noemt bij een eerste bedreiging.',
    afweging: 'U heeft een vraag over uw adres. Die kan schriftelijk.', blijft: 'per post of e-mail', straat: 'Lindelaan 52', stand: 'gevraagd',
  },
  // The closed compartment: who is on the council, decided by the griffier.
  {
    casus: 'gri-015', soort: 'pandverbod', maanden: 12, waar: 'overal', gevraagd: 'brief', plaats: 'buiten het stadhuis', gedrag: 'U pakte iemand bij de schouder, draaide die persoon om en hield vast tot u was uitgesproken.', normen: ['geweld_medewerker'],
    zienswijze: 'Ik wilde dat er één keer iemand luisterde. Vastpakken had ik niet moeten doen.', kort: 'U wilde dat er iemand luisterde en zei dat u niet had moeten vastpakken.', weging: 'Dat u gehoord wilt worden, begrijpen we. Vastpakken is een grens.', waarom: 'Wie iemand vastpakt, krijgt geen waarschuwing maar afstand.',
    duur: 'Twaalf maanden is wat ons handelingskader noemt bij lichamelijk geweld.', afweging: 'Een vergadering volgen kan online, en inspreken kan schriftelijk.', blijft: 'via de livestream, en schriftelijk', straat: 'Esdoornplein 4', feit: { status: 'vastgesteld', reden: 'Op de beelden te zien; de officier legde een boete op.' },
  },
  // Water board and province
  {
    casus: 'ws-003', soort: 'pandverbod', maanden: 12, waar: 'overal', gevraagd: 'brief', plaats: 'op een pad langs de wetering', gedrag: 'U sloeg een tablet uit iemands handen en gaf daarna een duw in de rug, waardoor die persoon in het water viel.', normen: ['geweld_medewerker'],
    zienswijze: 'Hij gleed zelf uit. Dat van die tablet klopt, daar was ik boos om.', kort: 'U zei dat de ander uitgleed, en dat u de tablet weg sloeg.', weging: 'Over de duw verschillen de verhalen; dat beslist de rechter. De klap op de tablet gaf u toe, en een getuige zag u erbij staan.', waarom: 'Er waren twee eerdere keren, en nu raakte iemand gewond.',
    duur: 'Twaalf maanden is wat ons handelingskader noemt bij lichamelijk geweld.', afweging: 'Uw sloten moeten worden nagekeken; dat gaat per brief en met een foto van uw kant.', blijft: 'per brief of e-mail', straat: 'Weteringpad 9', feit: { status: 'betwist', reden: 'Hij zegt dat de ander uitgleed. De officier hoort eerst de getuige.' },
  },
  {
    casus: 'prov-007', soort: 'pandverbod', maanden: 3, waar: ['PH'], gevraagd: 'telefoon', plaats: 'in een e-mail', gedrag: 'U schreef dat u zou binnenlopen en dat iedereen dan zou moeten bukken.', normen: ['bedreiging_medewerker'],
    zienswijze: 'Ik schrok van mezelf toen de politie kwam. Ik ben bang dat ik alles kwijtraak.', kort: 'U schrok van uzelf en bent bang om alles kwijt te raken.', weging: 'We geloven dat u niet van plan was te komen. Wie het las, kon dat niet weten.', waarom: 'Een waarschuwing is te licht bij een dreigement met een bezoek.',
    duur: 'Drie maanden is wat ons handelingskader noemt bij een eerste bedreiging.', afweging: 'Over uw bedrijf praten we verder bij u thuis, met iemand die u vertrouwt erbij.', afwijking: 'Alleen het provinciehuis: elders komt hij niet, en het gesprek over zijn bedrijf gaat door.', blijft: 'thuis, samen met uw vertrouwenspersoon', straat: 'Heideweg 2',
  },
];

/** A signal that holds now. */
export interface Signaalplan {
  casus: string;
  waarop: 'persoon' | { postcode: string; huisnummer: string };
  reden: 'maatregel' | 'bedreiging' | 'lichamelijk' | 'intimidatie' | 'omgeving';
  instructies: readonly string[];
  toelichting: string;
  /** Rests on the measure of the case instead of on the incident. */
  opMaatregel?: true;
  /** Days the signal holds. */
  dagen: number;
}

export const signaalplannen: readonly Signaalplan[] = [
  { casus: 'wi-041', waarop: 'persoon', reden: 'bedreiging', instructies: ['niet_bezoeken', 'bel_eerst_adviseur'], toelichting: 'Spreek af op kantoor. Kom niet met een eigen auto.', dagen: 90 },
  { casus: 'bel-019', waarop: 'persoon', reden: 'bedreiging', instructies: ['met_zijn_tweeen', 'bel_eerst_adviseur'], toelichting: 'Zeg vooraf wie er komt en hoe laat.', dagen: 120 },
  { casus: 'han-039', waarop: 'persoon', reden: 'maatregel', instructies: ['alleen_op_kantoor', 'beveiliging_erbij'], toelichting: 'Alles gaat schriftelijk.', opMaatregel: true, dagen: 150 },
  { casus: 'bel-017', waarop: { postcode: '1234 AB', huisnummer: '12' }, reden: 'omgeving', instructies: ['met_zijn_tweeen'], toelichting: 'De poort gaat elektrisch dicht. Blijf buiten het hek.', dagen: 180 },
];
