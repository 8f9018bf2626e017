import { briefdag, ondertekenaars, type Blok, type Briefafzender, type Deel, type Ondertekenaar, type Stuk } from '../../brieven/index.ts';
import type { Overzicht } from './inzage.ts';

export interface Opmaak {
  afzender: Briefafzender;
  geadresseerde: { naam: string; adres: string[] };
  kenmerk: string;
  /** The day it was made, "2026-11-23". */
  datum: string;
  /** The day the request came in, as it is read. */
  ontvangen: string;
  ondertekenaar: Ondertekenaar;
}

const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst });
const lijst = (items: string[]): Blok => ({ soort: 'lijst', items });
const termen = (rijen: [string, string][]): Blok => ({ soort: 'tabel', kop: null, rijen });
const deel = (code: string, kop: string | null, ...blokken: Blok[]): Deel => ({ code, kop, blokken });

/** The overview as a paper on the stationery of the organisation. The page to print and the PDF are both made of this, so that they say the same. */
export function overzichtStuk(o: Overzicht, m: Opmaak): Stuk {
  return {
    afzender: m.afzender, geadresseerde: m.geadresseerde, kenmerk: m.kenmerk, datum: briefdag(m.datum), onderwerp: 'Overzicht van uw gegevens', aanhef: `Geachte ${m.geadresseerde.naam},`, delen: delen(o, m.ontvangen),
    ondertekening: { groet: 'Met vriendelijke groet,', namens: `namens ${m.afzender.organisatie},`, wie: ondertekenaars[m.ondertekenaar] },
  };
}

function delen(o: Overzicht, ontvangen: string): Deel[] {
  return [
    deel('inleiding', null, alinea(`U vroeg ons op ${ontvangen} welke gegevens wij over u hebben. Dat leest u hier. Namen en gegevens van anderen hebben we afgedekt: daar staan woorden tussen haken.`)),
    deel('gegevens', 'Wie u bent', termen(o.gegevens.map((g) => [g.wat, g.waarde]))),
    ...(o.voorvallen.length === 0 ? [deel('voorvallen', 'Wat er is gemeld', alinea('Er zijn geen voorvallen vastgelegd.'))] : o.voorvallen.map((v) => deel('voorval', `Wat er is gemeld: ${v.nummer}, ${v.datum}`,
      alinea(`${v.soort === '' ? 'Nog niet ingedeeld' : v.soort}. Hoe vast dit staat: ${v.vaststelling.toLowerCase()}.`), ...(v.beschrijving.length === 0 ? [] : [termen(v.beschrijving.map((x) => [x.vraag, x.antwoord]))])))),
    ...o.verder.map((d) => deel('verder', d.kop, lijst(d.regels))),
    ...(o.wijzigingen.length === 0 ? [] : [deel('wijzigingen', 'Wat er is gewijzigd', lijst(o.wijzigingen.map((w) => `${w.datum}: ${w.wat}, van “${w.was}” naar “${w.werd}”`)))]),
    ...(o.verzoeken.length === 0 ? [] : [deel('verzoeken', 'Uw verzoeken en ons bericht aan u', lijst(o.verzoeken.map((v) => `${v.soort}, begonnen op ${v.ontvangen}: ${v.uitkomst.toLowerCase()}`)))]),
    deel('wie', 'Wie dit ziet', lijst(o.wieZietDit)),
    deel('rechten', 'Wat u kunt doen', alinea('Klopt er iets niet, of wilt u dat we iets wissen of niet meer gebruiken? Vraag het ons. Bent u het niet eens met wat wij doen, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens.')),
  ];
}
