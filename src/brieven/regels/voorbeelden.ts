import type { Briefgegevens, Briefsoort } from './soorten.ts';

const feit = { datum: '2026-11-20', plaats: 'aan de balie van het stadhuis', gedrag: 'U riep dat u iemand buiten zou opwachten. U sloeg met uw vuist op de balie.' };
const contact = { wie: 'het Klantcontactpunt', telefoon: '14 010', email: 'contact@voorbeeld.example', bereikbaar: 'op werkdagen van 9.00 tot 17.00 uur' };
const doorgang = { blijft: ['U kunt ons bellen en mailen.', 'Een paspoort aanvragen kan op afspraak in de Wijkpost Noord.'], contact, spoed: 'Bel dan met het contactpunt. Dan helpen we u dezelfde dag.' };
const afspraak = { begin: '2026-12-01T09:30:00Z', duurMinuten: 45, plaats: 'Wijkpost Noord, kamer 2', bijWie: 'een gespreksleider die er niet bij was' };
const motivering = { waarom: 'Wie voor ons werkt moet veilig zijn werk kunnen doen. Een bedreiging past daar niet bij.', duur: 'Drie maanden is wat ons handelingskader voor een bedreiging noemt.', gewogen: 'We hebben meegewogen dat u later excuses aanbood.' };
const norm = 'We bedreigen elkaar niet. Dat staat in onze huisregels, artikel 3.';
const periode = { van: '2026-12-01', tot: '2027-02-28', evaluatieOp: '2027-01-15' };
const maatregel = { feiten: [feit], norm, eerder: ['Op 3 maart 2026 kreeg u een schriftelijke waarschuwing.'], zienswijze: { uitkomst: 'zienswijze', samenvatting: 'U was boos omdat u lang moest wachten.', weging: 'Dat begrijpen we. Het maakt de bedreiging niet minder ernstig.' } as const, motivering, ...periode, doorgang, ondertekenaar: 'leidinggevende' as const };
const toegang = { webadres: 'https://rugdekking.voorbeeld.example/reageren', code: 'K7M2-P9QX', controle: '4821' };

/** One letter of each kind, filled in as a person would: to show what a template makes of it. */
export const voorbeeldgegevens: { readonly [S in Briefsoort]: Briefgegevens<S> } = {
  uitnodiging_wederhoor: { feiten: [feit], norm, overweegt: 'een pandverbod van drie maanden', uiterlijk: '2026-11-30', afspraak, toegang, contact, ondertekenaar: 'adviseur' },
  uitnodiging_ordegesprek: { feiten: [feit], norm, afspraak, doel: '', contact, ondertekenaar: 'adviseur' },
  uitnodiging_stopgesprek: { feiten: [feit], norm, afspraak, doel: 'We praten over hoe het verder gaat.', contact, ondertekenaar: 'leidinggevende' },
  waarschuwing: { feiten: [feit], norm, eerder: [], zienswijze: { uitkomst: 'geen_reactie', uiterlijk: '2026-11-22' }, motivering, herhaling: 'Dan kunnen we u een pandverbod geven.', contact, ondertekenaar: 'leidinggevende' },
  pandverbod: { ...maatregel, panden: ['Stadhuis, Markt 1, Voorbeelddorp', 'Wijkpost Zuid, Dijk 4, Voorbeelddorp'], politie: true },
  contactbeperking: { ...maatregel, regels: ['U belt ons niet.', 'U mailt alleen naar contact@voorbeeld.example.'], zienswijze: { uitkomst: 'achteraf', reden: 'De bedreiging was ernstig. Wachten kon niet.', uiterlijk: '2026-12-08', toegang } },
  verlenging: { ...maatregel, maatregel: 'pandverbod', rechtsvorm: 'privaatrechtelijk', liepTot: '2026-11-30' },
  opheffing: { maatregel: 'pandverbod', rechtsvorm: 'privaatrechtelijk', liepTot: '2027-02-28', per: '2027-01-15', reden: 'U hield zich aan de afspraken.', weer: ['U mag weer in alle gebouwen komen.'], contact, ondertekenaar: 'leidinggevende' },
  herstel: { maatregel: 'pandverbod', eindigdeOp: '2027-02-28', weer: ['U mag weer in alle gebouwen komen.'], afspraken: ['U meldt zich bij de ontvangst.'], afspraak, contact, ondertekenaar: 'adviseur' },
  geen_reactie: { uitgenodigdOp: '2026-11-20', uiterlijk: '2026-11-30', vervolg: 'We beslissen nu zonder uw verhaal. U krijgt daar een brief over.', contact, ondertekenaar: 'adviseur' },
  schadeverhaal: { feiten: [feit], posten: [{ omschrijving: 'Gebroken glas van de balie', centen: 123_456 }, { omschrijving: 'Schoonmaak', centen: 5_000 }], reageerVoor: '2026-12-15', vervolg: 'Dan sturen we een rekening.', contact, ondertekenaar: 'adviseur' },
  avg_kennisgeving: { welke: ['uw naam en adres', 'wat er gebeurde op 20 november 2026'], herkomst: 'een melding van onze organisatie', doel: 'We beschermen onze medewerkers en bezoekers.', grondslag: 'artikel 6, eerste lid, onder f, van de AVG.', ontvangers: [], bewaartermijn: 'vijf jaar', uitgesteld: '', contact, ondertekenaar: 'adviseur' },
  avg_besluit: { verzoek: 'inzage', ontvangenOp: '2026-11-02', besluit: 'gedeeltelijk', motivering: 'Een deel gaat over andere mensen. Dat mogen we niet geven.', gedaan: ['U krijgt een overzicht van uw gegevens.'], contact, ondertekenaar: 'dagelijks_bestuur' },
};
