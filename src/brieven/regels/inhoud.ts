import { afspraak, alinea, bedrag, dagEngels, deel, doorgang, eerderGewaarschuwd, evaluatie, lijst, motivering, online, rechtsmiddel, registratie, vragen, watGebeurde, welkeNorm, zienswijze } from './bouwstenen.ts';
import type { Briefafzender } from './huisstijl.ts';
import type { Briefsoort, GelezenGegevens } from './soorten.ts';
import { briefdag, type Deel } from './vorm.ts';

interface Inhoud {
  onderwerp: string;
  delen: Deel[];
}
type Maker<S extends Briefsoort> = (g: GelezenGegevens<S>, a: Briefafzender) => Inhoud;

const inleiding = (...zinnen: string[]): Deel => deel('inleiding', null, alinea(zinnen.join(' ')));

function uitnodigingGesprek(onderwerp: string, waarvoor: string, extra: Deel[]) {
  return (g: GelezenGegevens<'uitnodiging_ordegesprek' | 'uitnodiging_stopgesprek'>): Inhoud => ({
    onderwerp,
    delen: [
      inleiding(waarvoor, 'In deze brief leest u waarom, en waar en wanneer het gesprek is.'),
      watGebeurde(g.feiten),
      welkeNorm(g.norm),
      deel('afspraak', 'Wanneer is het gesprek?', ...afspraak(g.afspraak), alinea('Kunt u dan niet? Laat het ons weten. Dan maken we een nieuwe afspraak.')),
      deel('doel', 'Waar praten we over?', alinea(g.doel === '' ? 'We willen horen wat er speelde en wat de aanleiding was. Ook maken we afspraken over hoe we met elkaar omgaan.' : g.doel), alinea('U mag iemand meenemen. Wilt u liever schriftelijk reageren? Dat kan ook.')),
      ...extra,
      vragen(g.contact),
    ],
  });
}

function maatregelDelen(g: GelezenGegevens<'pandverbod'> | GelezenGegevens<'contactbeperking'> | GelezenGegevens<'verlenging'>): Deel[] {
  return [watGebeurde(g.feiten), welkeNorm(g.norm), ...eerderGewaarschuwd(g.eerder), zienswijze(g.zienswijze), motivering(g.motivering)];
}

const makers: { [S in Briefsoort]: Maker<S> } = {
  uitnodiging_wederhoor: (g, a) => ({
    onderwerp: 'U kunt uw kant van het verhaal vertellen',
    delen: [
      inleiding('We kregen een melding over iets wat u deed of zei.', 'Voordat we iets beslissen, willen we van u horen wat er gebeurde.', `Reageren kan tot en met ${briefdag(g.uiterlijk)}.`),
      deel('samenvatting_en', null, { soort: 'alinea', taal: 'en', tekst: `In short, in English: we received a report about something you did or said. We want to hear your side before we decide anything. You can reply until ${dagEngels(g.uiterlijk)}${g.toegang === null ? '' : `, also online and in English, at ${g.toegang.webadres}`}. Need help reading this letter? Contact us; the details are at the end.` }),
      watGebeurde(g.feiten),
      welkeNorm(g.norm),
      ...(g.overweegt === '' ? [] : [deel('overweegt', 'Wat kan er gebeuren?', alinea(`We denken aan deze maatregel: ${g.overweegt}. We hebben nog niets beslist. Uw verhaal telt mee.`))]),
      deel('reageren', 'Hoe kunt u reageren?',
        ...(g.toegang === null ? [] : online(g.toegang)),
        ...(g.afspraak === null ? [] : [alinea(g.toegang === null ? 'U kunt het komen vertellen:' : 'U kunt het ook komen vertellen:'), ...afspraak(g.afspraak), alinea('Kunt u dan niet? Laat het ons weten. Dan maken we een nieuwe afspraak. U mag iemand meenemen.')]),
        alinea(`U kunt ook een brief sturen naar ${a.retouradres === '' ? a.organisatie : `${a.organisatie}, ${a.retouradres}`}. Of vraag ons om een formulier op papier.`)),
      deel('geen_reactie', 'Wat als u niet reageert?', alinea('Dan beslissen we zonder uw verhaal. U hoort daarna wat we hebben beslist.')),
      registratie(a),
      vragen(g.contact),
    ],
  }),
  uitnodiging_ordegesprek: uitnodigingGesprek('Uitnodiging voor een gesprek', 'We willen met u praten over iets wat er gebeurde.', []),
  uitnodiging_stopgesprek: uitnodigingGesprek('Uitnodiging voor een STOP-gesprek', 'We willen met u praten over gedrag dat moet stoppen.',
    [deel('vervolg', 'Wat gebeurt er daarna?', alinea('Na het gesprek krijgt u een verslag met de afspraken. Gebeurt het weer, of komt u niet zonder bericht? Dan kunnen we een maatregel nemen. Voor die tijd hoort u dat van ons.'))]),
  waarschuwing: (g, a) => ({
    onderwerp: 'Schriftelijke waarschuwing',
    delen: [
      inleiding('U krijgt van ons een waarschuwing.', 'In deze brief leest u waarom.'),
      watGebeurde(g.feiten), welkeNorm(g.norm), ...eerderGewaarschuwd(g.eerder), zienswijze(g.zienswijze), motivering(g.motivering),
      deel('herhaling', 'Wat als het weer gebeurt?', alinea(g.herhaling)),
      deel('doorgang', 'Wat kan wel?', alinea('Er verandert nu niets aan onze dienstverlening. U kunt bij ons terecht zoals u gewend bent.')),
      rechtsmiddel('privaatrechtelijk', a), registratie(a), vragen(g.contact),
    ],
  }),
  pandverbod: (g, a) => ({
    onderwerp: 'U mag tijdelijk niet in onze gebouwen komen',
    delen: [
      inleiding(`Van ${briefdag(g.van)} tot en met ${briefdag(g.tot)} mag u niet komen in de gebouwen die in deze brief staan.`, 'U leest hier waarom, wat u wel kunt doen, en wat u kunt doen als u het er niet mee eens bent.'),
      ...maatregelDelen(g),
      deel('maatregel', 'Wat mag niet?', alinea(`U mag van ${briefdag(g.van)} tot en met ${briefdag(g.tot)} niet komen in:`), lijst(g.panden)),
      deel('overtreding', 'Wat als u toch komt?', alinea('Dan vragen we u om weg te gaan. Doet u dat niet, dan bellen we de politie. Wie niet weggaat terwijl dat is gevraagd, kan strafbaar zijn (artikel 138 of 139 van het Wetboek van Strafrecht). We kijken dan ook of een andere maatregel nodig is.'), g.politie ? alinea('De politie weet dat deze maatregel geldt.') : null),
      doorgang(g.doorgang), evaluatie(g.evaluatieOp), rechtsmiddel('privaatrechtelijk', a), registratie(a), vragen(g.doorgang.contact),
    ],
  }),
  contactbeperking: (g, a) => ({
    onderwerp: 'Andere afspraken over contact met ons',
    delen: [
      inleiding(`Van ${briefdag(g.van)} tot en met ${briefdag(g.tot)} gelden er andere regels voor uw contact met ons.`, 'U leest hier waarom, wat u wel kunt doen, en wat u kunt doen als u het er niet mee eens bent.'),
      ...maatregelDelen(g),
      deel('maatregel', 'Wat verandert er?', alinea(`Van ${briefdag(g.van)} tot en met ${briefdag(g.tot)} geldt:`), lijst(g.regels)),
      deel('overtreding', 'Wat als u zich hier niet aan houdt?', alinea('Dan reageren we niet op dat contact. We kijken dan ook of een andere maatregel nodig is. U hoort dat eerst van ons.')),
      doorgang(g.doorgang), evaluatie(g.evaluatieOp), rechtsmiddel('privaatrechtelijk', a), registratie(a), vragen(g.doorgang.contact),
    ],
  }),
  verlenging: (g, a) => ({
    onderwerp: `Verlenging: ${g.maatregel}`,
    delen: [
      inleiding(`Voor u geldt een maatregel: ${g.maatregel}. Die liep tot en met ${briefdag(g.liepTot)}.`, `We verlengen de maatregel tot en met ${briefdag(g.tot)}.`, 'In deze brief leest u wat er kort geleden gebeurde, en waarom we dat doen.'),
      ...maatregelDelen(g),
      deel('maatregel', 'Wat geldt er nu?', alinea(`De maatregel (${g.maatregel}) geldt van ${briefdag(g.van)} tot en met ${briefdag(g.tot)}. De regels uit onze eerdere brief blijven gelden.`)),
      doorgang(g.doorgang), evaluatie(g.evaluatieOp), rechtsmiddel(g.rechtsvorm, a), registratie(a), vragen(g.doorgang.contact),
    ],
  }),
  opheffing: (g, a) => ({
    onderwerp: `Uw maatregel stopt: ${g.maatregel}`,
    delen: [
      inleiding(`Voor u gold een maatregel: ${g.maatregel}. Die zou duren tot en met ${briefdag(g.liepTot)}.`, `De maatregel stopt op ${briefdag(g.per)}.`),
      deel('motivering', 'Waarom stopt de maatregel?', alinea(g.reden)),
      deel('weer', 'Wat kan weer?', lijst(g.weer)),
      ...(g.rechtsvorm === 'privaatrechtelijk' || g.rechtsvorm === 'geen_maatregel' ? [] : [rechtsmiddel(g.rechtsvorm, a)]),
      registratie(a), vragen(g.contact),
    ],
  }),
  herstel: (g, a) => ({
    onderwerp: 'U kunt weer bij ons terecht zoals eerst',
    delen: [
      inleiding(`Voor u gold een maatregel: ${g.maatregel}. Die is op ${briefdag(g.eindigdeOp)} afgelopen.`, 'U bent weer welkom.'),
      deel('weer', 'Wat kan weer?', lijst(g.weer)),
      ...(g.afspraken.length === 0 ? [] : [deel('afspraken', 'Wat spreken we af?', lijst(g.afspraken))]),
      ...(g.afspraak === null ? [] : [deel('afspraak', 'Wilt u hierover praten?', alinea('We hebben een gesprek voor u gepland. U hoeft niet te komen, maar het mag wel.'), ...afspraak(g.afspraak))]),
      registratie(a), vragen(g.contact),
    ],
  }),
  geen_reactie: (g, a) => ({
    onderwerp: 'We kregen geen reactie van u',
    delen: [
      inleiding(`Op ${briefdag(g.uitgenodigdOp)} vroegen we u om uw kant van het verhaal.`, `U kon reageren tot en met ${briefdag(g.uiterlijk)}. We kregen geen reactie.`),
      deel('vervolg', 'Wat gebeurt er nu?', alinea(g.vervolg)),
      deel('reageren', 'Wilt u toch nog reageren?', alinea('Dat kan. Doe het zo snel mogelijk. Dan kijken we of het nog iets verandert.')),
      registratie(a), vragen(g.contact),
    ],
  }),
  schadeverhaal: (g, a) => ({
    onderwerp: 'We willen dat u schade vergoedt',
    delen: [
      inleiding('Door wat er gebeurde hebben wij schade.', `Die kost bij elkaar ${bedrag(g.posten.reduce((som, p) => som + p.centen, 0))}.`, 'We vinden dat u die schade moet vergoeden. In deze brief kondigen we dat aan.'),
      watGebeurde(g.feiten),
      deel('schade', 'Welke schade is er?', { soort: 'tabel', kop: ['Schade', 'Bedrag'], rijen: [...g.posten.map((p): [string, string] => [p.omschrijving, bedrag(p.centen)]), ['Samen', bedrag(g.posten.reduce((som, p) => som + p.centen, 0))]] }),
      deel('reageren', 'Wat kunt u doen?', alinea(`Laat ons voor ${briefdag(g.reageerVoor)} weten of u het hiermee eens bent. Kunt u niet in één keer betalen? Vraag dan om een regeling. Bent u verzekerd, meld het dan bij uw verzekeraar.`)),
      deel('vervolg', 'Wat als u niet reageert?', alinea(g.vervolg)),
      deel('rechtsmiddel', 'Bent u het er niet mee eens?', alinea('Schrijf ons dan waarom. Komen we er samen niet uit, dan beslist de burgerlijke rechter. Het Juridisch Loket geeft gratis advies (telefoon 0800 8020).')),
      registratie(a), vragen(g.contact),
    ],
  }),
  avg_kennisgeving: (g, a) => ({
    onderwerp: 'We hebben gegevens over u vastgelegd',
    delen: [
      inleiding(`${a.organisatie} heeft persoonsgegevens over u vastgelegd. De wet zegt dat we u dat vertellen.`),
      deel('gegevens', 'Welke gegevens zijn dat?', lijst(g.welke), alinea(`De gegevens komen van: ${g.herkomst}.`)),
      deel('doel', 'Waarvoor gebruiken we ze?', alinea(g.doel), alinea(`Op grond waarvan dat mag: ${g.grondslag}`)),
      deel('ontvangers', 'Wie krijgt ze?', ...(g.ontvangers.length === 0 ? [alinea('Niemand buiten onze organisatie.')] : [lijst(g.ontvangers)])),
      deel('bewaren', 'Hoe lang bewaren we ze?', alinea(`We bewaren de gegevens ${g.bewaartermijn}.`)),
      ...(g.uitgesteld === '' ? [] : [deel('uitgesteld', 'Waarom hoort u dit nu pas?', alinea(g.uitgesteld))]),
      deel('rechten', 'Welke rechten heeft u?', alinea('U kunt ons vragen:'), lijst(['welke gegevens we van u hebben', 'om gegevens te verbeteren die niet kloppen', 'om gegevens te verwijderen of er tijdelijk niets mee te doen', 'om te stoppen met het gebruik van uw gegevens']),
        alinea(`Stuur uw vraag naar ons contactpunt hieronder.${a.fg === '' ? '' : ` Of naar onze functionaris gegevensbescherming: ${a.fg}.`} U krijgt binnen een maand antwoord. Vindt u dat wij niet goed met uw gegevens omgaan? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).`)),
      vragen(g.contact),
    ],
  }),
  avg_besluit: (g, a) => ({
    onderwerp: `Besluit op uw verzoek (${AVG_VERZOEK[g.verzoek]})`,
    delen: [
      inleiding(`Op ${briefdag(g.ontvangenOp)} kregen we uw verzoek: ${AVG_VERZOEK[g.verzoek]}.`, AVG_BESLUIT[g.besluit]),
      deel('motivering', 'Waarom besluiten we dit?', alinea(g.motivering)),
      ...(g.gedaan.length === 0 ? [] : [deel('gedaan', 'Wat hebben we gedaan?', lijst(g.gedaan))]),
      // A decision of an administrative body on such a request is a besluit (art. 34 UAVG), so here bezwaar is the right route.
      deel('rechtsmiddel', 'Bent u het er niet mee eens?', alinea(`Dit is een besluit. U kunt daartegen bezwaar maken. Stuur dan binnen zes weken na de datum van deze brief een bezwaarschrift naar ${a.organisatie}${a.retouradres === '' ? '' : `, ${a.retouradres}`}. Zet erin: uw naam en adres, de datum, het kenmerk van deze brief, waarom u het er niet mee eens bent, en uw handtekening.`),
        alinea('U kunt ook een klacht indienen bij de Autoriteit Persoonsgegevens (autoriteitpersoonsgegevens.nl).')),
      vragen(g.contact),
    ],
  }),
};

const AVG_VERZOEK: Record<GelezenGegevens<'avg_besluit'>['verzoek'], string> = {
  inzage: 'inzage in uw gegevens', rectificatie: 'uw gegevens verbeteren', verwijdering: 'uw gegevens verwijderen', beperking: 'uw gegevens tijdelijk niet gebruiken', bezwaar: 'stoppen met het gebruik van uw gegevens',
};
const AVG_BESLUIT: Record<GelezenGegevens<'avg_besluit'>['besluit'], string> = {
  toegewezen: 'We doen wat u vraagt.', gedeeltelijk: 'We doen een deel van wat u vraagt.', afgewezen: 'We doen niet wat u vraagt.',
};

/** The subject and the parts of a letter. */
export function delen<S extends Briefsoort>(soort: S, gegevens: GelezenGegevens<S>, afzender: Briefafzender): Inhoud {
  return makers[soort](gegevens, afzender);
}
