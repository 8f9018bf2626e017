/**
 * Short sentences as handlers write them many times a year: why a severity was set otherwise, how a clock ended, why one was moved,
 * how a dossier closed. Reports and conversations are never made of these.
 */

/** Why the Adviseur sets a lower severity than the rule, by what the rule went by; they fit whatever happened. */
export const lager: Readonly<Record<string, readonly string[]>> = {
  dreigen: [
    'Dreigend, maar niet concreet.', 'De collega voelde zich bedreigd, niet in gevaar. Zo is het besproken.', 'Geen vervolg te verwachten volgens de collega en de wijkagent.', 'Past bij middel: wel een reactie, geen extra beveiliging.',
    'Na het gesprek met de collega op middel gezet.', 'Gedaan in boosheid; blijft staan voor als het zich herhaalt.', 'Besproken met de politie: geen acute dreiging.', 'Kwam hard aan, is niet doorgezet.', 'Vergeleken met eerdere zaken: middel.',
    'In overleg met de collega. Verergert het, dan gaat het omhoog.', 'Geen concreet plan en geen gericht doel.', 'Ernstig genoeg om te reageren, niet om het werk voor aan te passen.',
  ],
  fysiek: [
    'Lichamelijk, zonder blijvend letsel.', 'Kort en niet herhaald.', 'Besproken met de collega, die is zo goed als ongedeerd.', 'Na het gesprek met de collega op middel gezet.', 'Ernstig genoeg voor een reactie, geen uitval.', 'Geen opzet om te verwonden, zo ver we weten.', 'Vergeleken met eerdere zaken: middel.',
  ],
  licht: [
    'Klinkt zwaarder dan het was, zegt de collega zelf.', 'Past bij licht: niemand voelde zich bedreigd.', 'Na het gesprek lager gezet; de collega heeft er geen last van.', 'Formeel zwaar, in het echt klein.', 'De collega wil het geteld hebben, niet groter gemaakt.',
    'Niet gericht tegen de collega, en meteen voorbij.', 'Besproken: vastleggen is genoeg.',
  ],
  prive: ['Wel in privétijd, maar zonder dreiging.', 'Privéplek telt zwaar, de inhoud was het niet.', 'In privétijd, kort en zonder gevolg.', 'De collega voelt zich thuis veilig.'],
  spugen_gooien_vernielen: ['Alleen spullen of kleine schade.', 'Schrik, geen letsel.', 'Uit onmacht, niet gericht.', 'Vervelend, verder geen gevolgen.', 'De collega heeft er geen last van gehouden.', 'Schade is te overzien; verder niets.'],
  lastigvallen: ['Hinderlijk, niet bedreigend.', 'Nog geen patroon, wel vastgelegd.', 'Vasthoudend zonder dreiging.', 'De collega heeft er weinig last van.', 'Vervelend, en het hield op.'],
  online: ['Flauw en vervelend, geen dreiging.', 'Naar om te lezen, zonder verdere gevolgen.', 'Besproken met de collega: licht.', 'Geen adres gedeeld en geen vervolg.'],
  onder_druk: ['Hard op de inhoud, niet op de persoon.', 'De collega liet zich niet beïnvloeden.', 'Druk hoort soms bij dit werk; dit ging er net overheen.', 'Geen gevolgen voor het besluit.', 'Vasthoudend, niet bedreigend.', 'Vervelend, en goed begrensd door de collega.'],
  discriminatie_seksueel: ['Kwetsend en niet oké; geen dreiging.', 'De collega wil het geteld hebben, niet groter gemaakt.', 'Besproken: kwetsend, geen vervolg nodig.', 'Genoteerd, de collega heeft er verder geen last van.'],
};

/** Why a severity was set higher than the rule, by case. */
export const hoger: Readonly<Record<string, string>> = {
  'bz-032': 'Poging tot omkoping. Dat raakt de integriteit van de hele dienst.', 'bz-034': 'Foto met oproep om het adres te noemen: dat is doxing.', 'gri-005': 'Meer dan duizend reacties met seksueel geweld en een doelwit op haar gezicht.',
  'gri-009': 'Adres geplaatst en mensen die daarna langsreden.', 'com-004': 'Gemanipuleerde naaktfoto: een ernstig strafbaar feit.', 'ws-019': 'Gemaskerde personen aan de deur van iemand die alleen was.', 'gbw-004': 'Een hele zaal tegen één collega weegt zwaarder dan schelden.',
  'gri-010': 'De raad kon zijn werk niet doen en twee leden voelden zich onveilig.', 'vei-007': 'Het ging net goed; de bedoeling was letsel.', 'ws-014': 'Op drie minuten na levensgevaarlijk.', 'wi-015': 'Geen agressie, wel een schokkende gebeurtenis met nasleep.',
  'kcc-026': 'Langer in angst dan wie ook in het gebouw.', 'spo-016': 'Geen agressie naar haar, wel dezelfde schrik.',
};
export const hogerAnders = ['Zwaarder voor de collega dan de vorm doet vermoeden.', 'Herhaling: telt zwaarder dan één keer.'];

/** How the reaction to the veroorzaker was given, by who he is. */
export const reacties: Readonly<Record<'bekend' | 'onbekend' | 'groep' | 'account' | 'bedrijf' | 'zwaar' | 'geen', readonly string[]>> = {
  bekend: [
    'Gebeld en de norm benoemd. Dat werd begrepen.', 'Brief met de gedragsregels verstuurd.', 'Gesproken, samen met de teamleider.', 'Telefonisch aangesproken op de toon.', 'Uitgenodigd voor een gesprek, afspraak staat.', 'Kort gesproken over wat wel en niet kan.',
    'De andere kant van het verhaal gehoord en de norm uitgelegd.', 'Schriftelijk gereageerd, met de huisregels erbij.', 'Twee keer gebeld, geen gehoor. Brief gestuurd.', 'Gereageerd per e-mail, met een telefoonnummer om erover te praten.', 'Norm uitgelegd, voor nu geen maatregel.', 'Gebeld. Geen excuses, wel geluisterd.',
  ],
  onbekend: ['Veroorzaker onbekend: reactie niet mogelijk.', 'Geen naam en geen nummer. Niets om op te reageren.', 'Gezocht, niet gevonden wie het was.', 'Onbekend gebleven; signalement gedeeld met de beveiliging.', 'Niet te achterhalen wie het was.', 'Voorlopig onbekend. Weten we meer, dan reageren we alsnog.'],
  groep: ['Gesproken met wie we konden vinden.', 'Via de organisatie of de ouders achter de groep gereageerd, voor zover bekend.', 'Geen namen; wijkagent en jongerenwerk weten ervan.', 'Enkelen gesproken, de rest niet bekend.'],
  account: ['Bericht gemeld bij het platform.', 'Geen reactie online, dat voedt het alleen.', 'Account niet te herleiden. Gemeld en bewaard.', 'Eén zakelijke reactie geplaatst, daarna gestopt.'],
  bedrijf: ['Directie gebeld.', 'Brief aan de directie, met de gedragsregels voor bedrijven.', 'Gesprek met de eigenaar aangevraagd.', 'Contactpersoon aangesproken; zij pakken het intern op.'],
  zwaar: [
    'Eerste reactie gegeven: uitgenodigd om de eigen kant te vertellen.', 'Politie doet het eerste gesprek, in overleg.', 'Aangetekende brief verstuurd met voorgenomen maatregel.', 'Gesproken, met de wijkagent erbij.', 'Toegang tijdelijk ontzegd in afwachting van de andere kant van het verhaal.',
    'Brief gestuurd dat dit niet zonder gevolg blijft; gesprek volgt.', 'In overleg met de politie nog geen eigen gesprek, wel een brief.',
  ],
  geen: ['Hier past geen reactie.', 'Geen reactie nodig; zo ziet de collega het ook.', 'Bewust geen reactie: die zou niets toevoegen.', 'Geen maatregel, wel aandacht voor de oorzaak.', 'Niets om op te reageren.'],
};

/** Why a promised feedback was put off. */
export const uitstel = [
  'De politie kan nog niets zeggen; ik heb de collega gebeld dat het langer duurt.', 'Gesprek is verzet, de collega weet het.', 'Wachten op de beslissing van de officier.', 'De andere kant van het verhaal volgt volgende week pas.', 'Collega is met vakantie en wil het daarna horen.',
  'Beelden zijn nog niet bekeken door de politie.', 'Advies van de jurist wordt afgewacht.', 'Wachten op gegevens van het platform.', 'De collega vroeg zelf om eerst het gesprek met de wijkagent af te wachten.', 'Onderzoek loopt nog, tussenstand telefonisch gegeven.',
  'Er is nog één gesprek nodig; daarna hoort de collega alles tegelijk.',
];

/** Why a dossier closed: by how serious, by whether it is known who did it, and apart when a court decided. */
export const afsluitingen = {
  licht: [
    'Gemeld, gesproken, teruggekoppeld. Klaar.', 'Collega heeft er geen last van. Meegeteld voor het beeld.', 'Norm benoemd, geen maatregel nodig.', 'Afgerond met een gesprek.', 'Niets meer te doen; de collega vindt het goed zo.', 'Opgelost.', 'Vastgelegd voor als het vaker gebeurt.', 'Klaar, met dank aan de melder.',
    'Collega laat weten dat het gezakt is.',
  ],
  'licht onbekend': ['Gemeld, gesproken, teruggekoppeld. Klaar.', 'Veroorzaker onbekend, nazorg gedaan.', 'Meegeteld voor het beeld; meer is niet nodig.', 'Niets meer te doen; de collega vindt het goed zo.', 'Niet te achterhalen wie het was. Collega is oké.', 'Vastgelegd voor als het vaker gebeurt.'],
  middel: [
    'Gereageerd en uitgelegd. Nazorg afgerond.', 'De collega is tevreden met hoe het ging.', 'Gesprek gevoerd, afspraken gemaakt, geen herhaling.', 'Aanspreekpunt heeft alles doorgenomen met de collega. Die kan verder.', 'Afgesloten na het laatste gesprek.', 'Nazorg en terugkoppeling gedaan, lessen gedeeld met het team.',
    'Rustig gebleven sindsdien. Bij herhaling opnieuw openen.',
  ],
  'middel onbekend': ['Niet te achterhalen wie het was. Plek en werkwijze bekeken.', 'Meer kunnen we niet doen; besproken met de collega.', 'Nazorg en terugkoppeling gedaan, lessen gedeeld met het team.', 'Veroorzaker onbekend gebleven. De collega kan verder.', 'Rustig gebleven sindsdien. Bij herhaling opnieuw openen.'],
  ernstig: ['Collega is zover en wil het afsluiten.', 'Alles gedaan wat kon; bij herhaling gaat dit dossier weer open.', 'Maatregel loopt door waar die is opgelegd; dossier kan dicht.', 'Laatste gesprek was goed. Collega is weer aan het werk.', 'Afgerond met een gesprek met iedereen die erbij was.'],
  'ernstig onbekend': ['Geen verdachte, wel een veiliger werkplek. Nazorg is afgerond.', 'Zaak ligt stil zonder verdachte. Collega is daar zelf over gebeld.', 'Alles gedaan wat kon; komt er nieuws, dan gaat dit dossier weer open.', 'Collega is zover en wil het afsluiten.'],
  rechter: ['Zaak afgerond en besproken met de collega. Nazorg gedaan.', 'Uitkomst bekend, schade geregeld waar die er was. Klaar.', 'De zaak is voorbij. Laatste gesprek gehad, de collega kan verder.', 'Afgesloten na de beslissing van justitie.'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a colleague is asked when his own statement is needed. */
export const verklaringsvragen = [
  'Wil je opschrijven wat je zag en hoorde? Gewoon zoals je het aan een collega vertelt.', 'Jij stond dichtbij. Wat zag je precies?', 'Kun je in je eigen woorden vertellen wat er gebeurde? Ook wat je niet zag mag erbij.', 'Voor de aangifte hebben we jouw kant nodig. Een paar zinnen is genoeg.', '',
];

/** Why someone else reports, by how it came in. */
export const namensredenen: Readonly<Record<'telefoon' | 'papier' | 'beveiliger', readonly string[]>> = {
  telefoon: ['Was onderweg en belde het door.', 'Wil het zelf niet opschrijven, wel dat het vastligt.', 'Had geen computer bij de hand.', 'Is naar huis gegaan en vroeg mij het te doen.', 'Zat nog in gesprek met de politie.', 'Meldt nog niet zelf in Rugdekking.'],
  papier: ['Kaart uit de kantine overgetypt.', 'Werkt buiten en vulde de papieren kaart in.', 'Heeft geen account.', 'Kaart lag in het postvak.'],
  beveiliger: ['Ingehuurde kracht zonder account.', 'Doorgegeven vanuit de meldkamer.', 'Rapport van de beveiliging, met toestemming overgenomen.'],
};
