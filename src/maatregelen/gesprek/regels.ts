import { Temporal } from 'temporal-polyfill';
import { dagnaam, dagTekst, dagVan, isWerkdag, lokaal, momentVan, tijdTekst, type Kalender } from '../../kern/tijd/index.ts';

export const gesprekssoorten = { ordegesprek: 'Ordegesprek', stopgesprek: 'STOP-gesprek' } as const;
export type Gesprekssoort = keyof typeof gesprekssoorten;
export const gesprekssoortcodes = Object.keys(gesprekssoorten) as [Gesprekssoort, ...Gesprekssoort[]];

export const duren = { 30: 'Een half uur', 45: 'Drie kwartier', 60: 'Een uur' } as const;
export const duurcodes = ['30', '45', '60'] as const satisfies readonly `${keyof typeof duren}`[];

/** Further ahead than this it is no reaction to what happened. */
const VERSTE_DAGEN = 60;

export interface Bezwaar {
  veld: 'datum' | 'tijd';
  tekst: string;
}

/**
 * Why a citizen cannot be invited for this moment: it has been, it is no working day, the house is closed, or it is too far away.
 * `null` when it can. Which days and hours, the organisation's calendar says.
 */
export function bezwaarTegenMoment(dag: Temporal.PlainDate, tijd: Temporal.PlainTime, duurMinuten: number, kalender: Kalender, nu: Temporal.Instant): Bezwaar | null {
  const vandaag = dagVan(nu);
  const hoe = dagTekst(dag, vandaag);
  const feest = kalender.feestdagenOp(dag)[0];
  if (Temporal.PlainDate.compare(dag, vandaag) < 0) return { veld: 'datum', tekst: `${hoofdletter(hoe)} is al geweest. Kies een dag die nog komt.` };
  if (feest) return { veld: 'datum', tekst: `${hoofdletter(hoe)} is het ${feest.naam}. Kies een dag waarop je organisatie open is.` };
  if (!isWerkdag(dag, kalender)) return { veld: 'datum', tekst: `${hoofdletter(hoe)} is een ${dagnaam(dag)}. Kies een dag van maandag tot en met vrijdag.` };
  if (vandaag.until(dag).days > VERSTE_DAGEN) return { veld: 'datum', tekst: `Dit is over meer dan ${VERSTE_DAGEN} dagen. Kies een eerdere dag, zodat het gesprek nog een reactie is op wat er gebeurde.` };
  const sluit = kalender.eindeWerkdag.subtract({ minutes: duurMinuten });
  if (Temporal.PlainTime.compare(tijd, kalender.beginWerkdag) < 0 || Temporal.PlainTime.compare(tijd, sluit) > 0) {
    return { veld: 'tijd', tekst: `Kies een begin tussen ${tijdTekst(kalender.beginWerkdag)} en ${tijdTekst(sluit)}. Dan past het gesprek binnen de werkdag.` };
  }
  if (Temporal.Instant.compare(momentVan(dag, tijd), nu) <= 0) return { veld: 'tijd', tekst: 'Dit moment is vandaag al geweest. Kies een latere tijd.' };
  return null;
}

/** By when the talk must be had and written down: the end of that working day. */
export function vastleggenVoor(op: Temporal.Instant, duurMinuten: number, kalender: Kalender): Temporal.Instant {
  const eindeDag = momentVan(dagVan(op), kalender.eindeWerkdag);
  const eindeGesprek = op.add({ minutes: duurMinuten });
  return Temporal.Instant.compare(eindeDag, eindeGesprek) > 0 ? eindeDag : eindeGesprek;
}

/** Moments to offer when the form opens: the first three working days from tomorrow on, at ten. */
export function eersteVoorstel(nu: Temporal.Instant, kalender: Kalender): Temporal.PlainDate {
  let dag = lokaal(nu).toPlainDate().add({ days: 1 });
  while (!isWerkdag(dag, kalender)) dag = dag.add({ days: 1 });
  return dag;
}

export interface Gidsstap {
  titel: string;
  wat: string;
  /** Words one can use. */
  zeg?: string;
}

/**
 * How to have the talk. In both the cause is asked and the limit is named (handreiking, "Bestuurlijke maatregelen"). Own words.
 */
export const gids: Record<Gesprekssoort, { kort: string; stappen: readonly Gidsstap[] }> = {
  ordegesprek: {
    kort: 'Je spreekt af hoe jullie met elkaar omgaan, zodat de hulp door kan gaan. Past bij schelden, schreeuwen of een telefoon vol verwijten.',
    stappen: [
      { titel: 'Bereid je voor', wat: 'Lees het dossier. Weet wat er gebeurde, waar en wanneer. Weet ook wat er bij ons misging. Kies een kamer met twee uitgangen en zeg een collega waar je zit.' },
      { titel: 'Begin rustig', wat: 'Zeg wie je bent en waarom jullie hier zitten. Zeg hoe lang het duurt.', zeg: 'Fijn dat u er bent. Ik wil met u praten over wat er vorige week aan de balie gebeurde. Daarna maken we afspraken.' },
      { titel: 'Noem het gedrag', wat: 'Noem wat er gebeurde, niet wat voor iemand hij is. Noem geen naam van een collega.', zeg: 'U schreeuwde en sloeg met uw hand op de balie.' },
      { titel: 'Vraag naar de oorzaak', wat: 'Luister en vat samen. Begrijpen is niet hetzelfde als goedkeuren.', zeg: 'Wat maakte dat het zo liep?' },
      { titel: 'Noem de grens', wat: 'De grens is van de organisatie, niet van één collega.', zeg: 'Boos zijn mag. Schelden of dreigen accepteren we niet, van niemand.' },
      { titel: 'Maak afspraken', wat: 'Wat doet hij, wat doen wij, en wanneer kijken we daarnaar? Afspraken moeten haalbaar zijn.' },
      { titel: 'Sluit af', wat: 'Zeg wat er gebeurt als het nog eens gebeurt, en hoe hij verder wordt geholpen. Schrijf dezelfde dag op wat is gezegd.' },
    ],
  },
  stopgesprek: {
    kort: 'Je zegt dat het gedrag nu moet stoppen. Past bij gedrag dat doorgaat, of bij een eerste dreiging.',
    stappen: [
      { titel: 'Bereid je voor', wat: 'Doe dit met z’n tweeën. Lees het dossier en spreek af wie het woord doet. Zeg de receptie en de beveiliging wanneer hij komt. Is er direct gevaar? Bel 112 en voer het gesprek niet.' },
      { titel: 'Zeg waarom hij hier is', wat: 'Wees kort. Je vertegenwoordigt de organisatie.', zeg: 'U bent hier omdat u iets deed wat wij niet accepteren. Ik zeg u wat dat is. Daarna hoor ik graag uw kant.' },
      { titel: 'Noem het gedrag', wat: 'Noem wat er gebeurde, met dag en plaats. Noem geen naam van een collega.', zeg: 'Op maandag zei u aan de telefoon dat u iemand zou opwachten.' },
      { titel: 'Vraag naar de oorzaak', wat: 'Hij mag zijn verhaal doen. Luister, val niet aan, geef geen gelijk aan het gedrag.', zeg: 'Hoe is het zover gekomen?' },
      { titel: 'Zeg stop', wat: 'Zeg het in één zin. Herhaal het als dat nodig is.', zeg: 'Dit gedrag stopt vandaag.' },
      { titel: 'Zeg wat er gebeurt als het doorgaat', wat: 'Noem alleen wat je kunt waarmaken: een waarschuwing, een verbod, of een aangifte. Dreig niet.' },
      { titel: 'Maak afspraken en sluit af', wat: 'Bij wie kan hij terecht? Wat blijft gewoon doorgaan? Schrijf dezelfde dag op wat is gezegd.' },
      { titel: 'Breek af als het misgaat', wat: 'Wordt hij agressief? Stop, ga weg, roep hulp. Meld het als een nieuw incident.' },
    ],
  },
};

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
