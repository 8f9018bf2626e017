import type { Temporal } from 'temporal-polyfill';
import { maandnamen } from '../../kern/tijd/index.ts';
import type { Briefgegevens, Briefsoort, Contactpunt, Ondertekenaar } from '../../brieven/index.ts';
import type { Briefantwoord } from '../../wederhoor/index.ts';
import { kanaalbereiken, soortInZin, type Feit, type Kanaalbereik, type Maatregelsoort, type Norm } from './woorden.ts';

/** What a letter about a measure is made from; all of it is safe for the citizen to read. */
export interface Briefbron {
  soort: Maatregelsoort;
  feiten: readonly Feit[];
  normen: readonly Norm[];
  waarom: string;
  duur: string;
  gewogen: string;
  /** What came of hearing the citizen. */
  zienswijze: { uitkomst: 'zienswijze'; kort: string; weging: string } | { uitkomst: 'geen_reactie'; uiterlijk: Temporal.PlainDate } | { uitkomst: 'achteraf'; reden: string; uiterlijk: Temporal.PlainDate; toegang: Briefantwoord | null };
  begin: Temporal.PlainDate | null;
  einde: Temporal.PlainDate | null;
  evaluatie: Temporal.PlainDate | null;
  /** Buildings by name and address; empty where the whole organisation is meant. */
  panden: readonly string[];
  overal: boolean;
  kanalen: readonly Kanaalbereik[];
  onderdelen: readonly string[];
  functies: readonly string[];
  invulling: string;
  centen: number | null;
  reageerVoor: Temporal.PlainDate;
  blijft: readonly string[];
  contact: Contactpunt;
  ondertekenaar: Ondertekenaar;
  /** Of an extension: the last day of the measure it follows on. */
  liepTot: Temporal.PlainDate | null;
}

type Maatregelbrief = { [S in Briefsoort]: { soort: S; gegevens: Briefgegevens<S> } }['waarschuwing' | 'pandverbod' | 'contactbeperking' | 'verlenging' | 'schadeverhaal'];

const HERHALING = 'Gebeurt het weer? Dan kunnen we een zwaardere maatregel nemen. U hoort dat dan eerst van ons, en u kunt dan uw kant van het verhaal vertellen.';
const NA_GEEN_REACTIE = 'Reageert u niet, dan vragen we een deurwaarder of de rechter om te helpen. De kosten daarvan kunnen voor u zijn.';

/** The norms as the citizen reads them. */
export function normzin(normen: readonly Norm[]): string {
  const wat = normen.map((n) => n.tekst.charAt(0).toLowerCase() + n.tekst.slice(1)).join('; ');
  const bron = [...new Set(normen.map((n) => n.bron))].join(' en ');
  return `Wij vinden dit niet acceptabel: ${wat}. Dat staat in onze norm (${bron}).`;
}

/** What one may not do any more, in sentences. */
function regelsVan(b: Briefbron): string[] {
  const wie = b.functies.length > 0 ? ` met ${b.functies.join(', ')}` : '';
  switch (b.soort) {
    case 'contactbeperking': {
      const zinnen: Record<Kanaalbereik, string> = {
        balie: `U komt niet aan de balie${wie}.`, telefoon: `U belt ons niet${wie}.`, post: `U schrijft ons geen brieven${wie}.`, email: `U stuurt ons geen e-mail${wie}.`, sociale_media: `U stuurt ons geen berichten via sociale media${wie}.`, huisbezoek: `Er komen geen medewerkers bij u thuis${wie}.`,
      };
      return [...b.kanalen.map((k) => zinnen[k]), ...(b.invulling === '' ? [] : [b.invulling])];
    }
    case 'opschorting':
      return [`Deze dienst staat stil: ${b.invulling}`];
    case 'via_gemachtigde':
      return [`U heeft contact met ons via een gemachtigde. ${b.invulling}`];
    default:
      return [b.invulling, ...b.kanalen.map((k) => `Dit geldt voor: ${kanaalbereiken[k].toLowerCase()}.`)];
  }
}

function zienswijzeVan(z: Briefbron['zienswijze']): Briefgegevens<'pandverbod'>['zienswijze'] {
  switch (z.uitkomst) {
    case 'zienswijze':
      return { uitkomst: 'zienswijze', samenvatting: z.kort, weging: z.weging };
    case 'geen_reactie':
      return { uitkomst: 'geen_reactie', uiterlijk: z.uiterlijk.toString() };
    case 'achteraf':
      return { uitkomst: 'achteraf', reden: z.reden, uiterlijk: z.uiterlijk.toString(), toegang: z.toegang };
  }
}

/** "1 december 2026": the wording of a day on the screen beside the letter. */
export const dagInWoorden = (d: Temporal.PlainDate): string => `${d.day} ${maandnamen[d.month - 1] ?? ''} ${d.year}`;

/** Which letter goes with a decision, and what stands in it; null for what has no letter of ours (a court order). */
export function briefVan(b: Briefbron): Maatregelbrief | null {
  const feiten = b.feiten.map((f) => ({ datum: f.datum, plaats: f.plaats, gedrag: f.gedrag }));
  const norm = normzin(b.normen);
  const zienswijze = zienswijzeVan(b.zienswijze);
  const motivering = { waarom: b.waarom, duur: b.duur, gewogen: b.gewogen };
  const { ondertekenaar } = b;
  if (b.soort === 'waarschuwing') return { soort: 'waarschuwing', gegevens: { feiten, norm, zienswijze, motivering, herhaling: HERHALING, contact: b.contact, ondertekenaar } };
  if (b.soort === 'schadeverhaal') {
    if (b.centen === null) return null;
    return { soort: 'schadeverhaal', gegevens: { feiten, posten: [{ omschrijving: b.invulling, centen: b.centen }], reageerVoor: b.reageerVoor.toString(), vervolg: NA_GEEN_REACTIE, contact: b.contact, ondertekenaar } };
  }
  if (b.soort === 'rechterlijk_bevel' || b.begin === null || b.einde === null || b.evaluatie === null) return null;
  const lopend = {
    feiten, norm, zienswijze, motivering, van: b.begin.toString(), tot: b.einde.toString(), evaluatieOp: b.evaluatie.toString(),
    doorgang: { blijft: [...b.blijft], contact: b.contact, spoed: '' }, ondertekenaar,
  };
  if (b.liepTot !== null) return { soort: 'verlenging', gegevens: { ...lopend, maatregel: soortInZin(b.soort), rechtsvorm: 'privaatrechtelijk', liepTot: b.liepTot.toString() } };
  if (b.soort === 'pandverbod') return { soort: 'pandverbod', gegevens: { ...lopend, panden: b.overal ? ['Alle gebouwen van onze organisatie'] : [...b.panden], politie: false } };
  return { soort: 'contactbeperking', gegevens: { ...lopend, regels: regelsVan(b) } };
}

/** What one may do again when a measure ends. */
export function weerVan(b: Pick<Briefbron, 'soort' | 'overal' | 'panden' | 'kanalen'>): string[] {
  if (b.soort === 'pandverbod') return [b.overal ? 'U mag weer in al onze gebouwen komen.' : 'U mag weer komen in de gebouwen die in de brief stonden.'];
  return ['U kunt weer contact met ons hebben zoals iedereen.'];
}
