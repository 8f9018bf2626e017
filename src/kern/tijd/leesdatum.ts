import { Temporal } from 'temporal-polyfill';
import { dagnaam, dagnamen, maandnamen, momentTekst } from './tekst.ts';
import { gelezen, type Gelezen, onleesbaar, type Onleesbaar, vereenvoudigd } from './uitkomst.ts';

export type DatumCode = 'leeg' | 'onleesbaar' | 'bestaat-niet' | 'andere-weekdag' | 'jaar' | 'toekomst';
type DatumUitkomst = Gelezen<Temporal.PlainDate, DatumCode>;

/** Where a date without a year is looked for: an incident lies behind us, an appointment before us. */
export type Richting = 'verleden' | 'toekomst';

const voorbeeld = 'Schrijf de datum als dag, maand en jaar, bijvoorbeeld 23-11-2026.';
const vroegsteJaar = 1900;
const laatsteJaar = 2199;
/** A day and month without a year may lie this many days on the other side of today before another year is meant. */
const speling = 60;

const losseWoorden = new Map([
  ['eergisteren', -2], ['gisteren', -1], ['vandaag', 0], ['nu', 0], ['zojuist', 0], ['zonet', 0], ['morgen', 1], ['overmorgen', 2],
]);
const telwoorden = new Map([
  ['een', 1], ['één', 1], ['twee', 2], ['drie', 3], ['vier', 4], ['vijf', 5], ['zes', 6], ['zeven', 7], ['acht', 8], ['negen', 9], ['tien', 10],
]);

/**
 * Reads a date as people type it: 23-11-2026, 23/11/26, 23 november, ma 23 nov 2026, vandaag, eergisteren, vrijdag, 3 dagen geleden.
 *
 * Without a year it is the nearest sensible one in the given direction. A weekday alone is the last such day, today included ("afgelopen
 * vrijdag": not today); in the direction `toekomst` the coming one. Two digits of a year lie at most ten years ahead ("58" is 1958).
 */
export function leesDatum(tekst: string, vandaag: Temporal.PlainDate, richting: Richting = 'verleden'): DatumUitkomst {
  const kaal = vereenvoudigd(tekst);
  if (kaal === '') return onleesbaar('leeg', 'Vul een datum in, bijvoorbeeld 23-11-2026.');
  if (kaal.length > 60) return onleesbaar('onleesbaar', `Dit is geen datum die we kunnen lezen. ${voorbeeld}`);
  return leesWoord(kaal, vandaag, richting) ?? leesDagMaandJaar(kaal, vandaag, richting);
}

/** A stable error when the date lies after today; a form about what happened asks this after reading it. */
export function nietInToekomst(datum: Temporal.PlainDate, vandaag: Temporal.PlainDate): Onleesbaar<'toekomst'> | undefined {
  if (Temporal.PlainDate.compare(datum, vandaag) <= 0) return undefined;
  return onleesbaar('toekomst', `${dagMaand(datum.day, datum.month)} ${datum.year} is nog niet geweest. Welke dag bedoel je?`);
}

/** The same for a day with a time: "Vandaag 16.00 uur is nog niet geweest." */
export function momentNietInToekomst(moment: Temporal.Instant, nu: Temporal.Instant): Onleesbaar<'toekomst'> | undefined {
  if (Temporal.Instant.compare(moment, nu) <= 0) return undefined;
  const tekst = momentTekst(moment, nu);
  return onleesbaar('toekomst', `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)} is nog niet geweest. Wanneer was het?`);
}

function leesWoord(kaal: string, vandaag: Temporal.PlainDate, richting: Richting): DatumUitkomst | undefined {
  const dagen = losseWoorden.get(kaal);
  if (dagen !== undefined) return gelezen(vandaag.add({ days: dagen }));

  const geleden = /^(\S+) (dag|dagen|week|weken) geleden$/.exec(kaal);
  if (geleden) {
    const [, woord = '', eenheid = ''] = geleden;
    const aantal = /^\d{1,3}$/.test(woord) ? Number(woord) : telwoorden.get(woord);
    if (aantal === undefined) return undefined;
    return gelezen(vandaag.subtract({ days: eenheid.startsWith('dag') ? aantal : aantal * 7 }));
  }

  const weekdagWoord = /^(afgelopen |vorige )?(\p{L}+)\.?$/u.exec(kaal);
  const weekdag = weekdagWoord?.[2] === undefined ? undefined : weekdagVan(weekdagWoord[2]);
  if (weekdag === undefined) return undefined;
  const nietVandaag = weekdagWoord?.[1] !== undefined;
  if (richting === 'toekomst' && !nietVandaag) return gelezen(vandaag.add({ days: (weekdag - vandaag.dayOfWeek + 7) % 7 }));
  const terug = (vandaag.dayOfWeek - weekdag + 7) % 7;
  return gelezen(vandaag.subtract({ days: terug === 0 && nietVandaag ? 7 : terug }));
}

/** 1 for "ma" or "maandag" … 7 for "zo" or "zondag". */
function weekdagVan(woord: string): number | undefined {
  const plaats = dagnamen.findIndex((naam) => woord === naam || woord === naam.slice(0, 2));
  return plaats === -1 ? undefined : plaats + 1;
}

/** 1 for "januari", "jan" … 12; "mrt" is the usual short form of maart. */
function maandVan(woord: string): number | undefined {
  if (/^\d{1,2}$/.test(woord)) return Number(woord);
  if (woord === 'mrt') return 3;
  const plaats = maandnamen.findIndex((naam) => woord === naam || woord === naam.slice(0, 3) || (woord === 'sept' && naam === 'september'));
  return plaats === -1 ? undefined : plaats + 1;
}

function leesDagMaandJaar(kaal: string, vandaag: Temporal.PlainDate, richting: Richting): DatumUitkomst {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(kaal);
  const delen = /^(?:(\p{L}+)\.?,? )?(\d{1,2})(?: ?[-/.] ?| )(\d{1,2}|\p{L}+)\.?(?:(?: ?[-/.] ?| )(\d{2}|\d{4}))?$/u.exec(kaal);
  const [weekdagWoord, dag, maandWoord, jaarWoord] = iso ? [undefined, iso[3], iso[2], iso[1]] : [delen?.[1], delen?.[2], delen?.[3], delen?.[4]];
  const maand = maandWoord === undefined ? undefined : maandVan(maandWoord);
  const weekdag = weekdagWoord === undefined ? undefined : weekdagVan(weekdagWoord);
  if (dag === undefined || maand === undefined || (weekdagWoord !== undefined && weekdag === undefined)) {
    return onleesbaar('onleesbaar', `Dit is geen datum die we kunnen lezen. ${voorbeeld}`);
  }
  if (maand < 1 || maand > 12) return onleesbaar('bestaat-niet', `Maand ${maand} bestaat niet. ${voorbeeld}`);

  const jaar = jaarWoord === undefined ? jaarZonder(Number(dag), maand, vandaag, richting) : heelJaar(jaarWoord, vandaag);
  if (jaar < vroegsteJaar || jaar > laatsteJaar) return onleesbaar('jaar', `Het jaar ${jaar} kan niet kloppen. ${voorbeeld}`);
  const datum = bestaandeDatum(jaar, maand, Number(dag));
  if (!datum) return onleesbaar('bestaat-niet', nietBestaand(jaar, maand, Number(dag)));
  if (weekdag !== undefined && datum.dayOfWeek !== weekdag) {
    const bedoeld = dagnamen[weekdag - 1] ?? '';
    return onleesbaar('andere-weekdag', `${dagMaand(Number(dag), maand)} ${jaar} is een ${dagnaam(datum)}, geen ${bedoeld}. Welke dag bedoel je?`);
  }
  return gelezen(datum);
}

function bestaandeDatum(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return undefined;
  return Temporal.PlainDate.from({ year, month, day });
}

function dagMaand(dag: number, maand: number): string {
  return `${dag} ${maandnamen[maand - 1] ?? ''}`;
}

function nietBestaand(jaar: number, maand: number, dag: number): string {
  const alleenSchrikkeljaar = dag === 29 && maand === 2;
  return `${dagMaand(dag, maand)} bestaat niet${alleenSchrikkeljaar ? ` in ${jaar}` : ''}. Welke dag bedoel je?`;
}

function heelJaar(woord: string, vandaag: Temporal.PlainDate): number {
  if (woord.length === 4) return Number(woord);
  const jaar = 2000 + Number(woord);
  return jaar > vandaag.year + 10 ? jaar - 100 : jaar;
}

/** The year that is meant when none is typed: this one, unless the day then lies far on the wrong side of today. */
function jaarZonder(dag: number, maand: number, vandaag: Temporal.PlainDate, richting: Richting): number {
  const ditJaar = Temporal.PlainDate.from({ year: vandaag.year, month: maand, day: Math.max(dag, 1) });
  const vooruit = vandaag.until(ditJaar).days;
  if (richting === 'verleden') return vooruit > speling ? vandaag.year - 1 : vandaag.year;
  return vooruit < -speling ? vandaag.year + 1 : vandaag.year;
}
