import { Temporal } from 'temporal-polyfill';
import { dagVan, komtTweeKeerVoor, lokaal } from './zone.ts';

// Own tables and not Intl: its output differs between versions of ICU, and these texts also stand in letters and in the journaal.
export const maandnamen = [
  'januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december',
] as const;
export const dagnamen = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;

function tweeCijfers(getal: number): string {
  return String(getal).padStart(2, '0');
}

/** "maandag". */
export function dagnaam(datum: Temporal.PlainDate): string {
  return dagnamen[datum.dayOfWeek - 1] ?? '';
}

/** "23 november", with the year when that differs from the year of `vandaag` or when no `vandaag` is given. */
function dagEnMaand(datum: Temporal.PlainDate, vandaag?: Temporal.PlainDate): string {
  const zonderJaar = `${datum.day} ${maandnamen[datum.month - 1] ?? ''}`;
  return vandaag?.year === datum.year ? zonderJaar : `${zonderJaar} ${datum.year}`;
}

/** "ma 23 november 2026". */
export function datumTekst(datum: Temporal.PlainDate): string {
  return `${dagnaam(datum).slice(0, 2)} ${dagEnMaand(datum)}`;
}

/** "maandag 23 november", for headings; with the year when it is not the year of `vandaag`. */
export function datumVoluit(datum: Temporal.PlainDate, vandaag: Temporal.PlainDate): string {
  return `${dagnaam(datum)} ${dagEnMaand(datum, vandaag)}`;
}

/** "23-11-2026", as people type it: for filling in a date field. */
export function datumInvoer(datum: Temporal.PlainDate): string {
  return `${tweeCijfers(datum.day)}-${tweeCijfers(datum.month)}-${String(datum.year).padStart(4, '0')}`;
}

/** "14.10", as people type it: for filling in a time field. */
export function tijdInvoer(tijd: Temporal.PlainTime): string {
  return `${tweeCijfers(tijd.hour)}.${tweeCijfers(tijd.minute)}`;
}

/** "14.10 uur". Of a moment in the hour that comes twice in autumn it also says which: "02.30 uur (wintertijd)". */
export function tijdTekst(tijd: Temporal.PlainTime | Temporal.Instant): string {
  if (tijd instanceof Temporal.PlainTime) return `${tijdInvoer(tijd)} uur`;
  const wand = lokaal(tijd);
  const tekst = tijdTekst(wand.toPlainTime());
  if (!komtTweeKeerVoor(tijd)) return tekst;
  return `${tekst} (${wand.offset === '+02:00' ? 'zomertijd' : 'wintertijd'})`;
}

/** "ma 23 november 2026, 14.10 uur". */
export function datumTijdTekst(moment: Temporal.Instant): string {
  return `${datumTekst(dagVan(moment))}, ${tijdTekst(moment)}`;
}

/** "gisteren", "vandaag", "morgen"; undefined for days further away, which people find by their weekday and date. */
function dagwoord(datum: Temporal.PlainDate, vandaag: Temporal.PlainDate): string | undefined {
  return new Map([[-1, 'gisteren'], [0, 'vandaag'], [1, 'morgen']]).get(vandaag.until(datum).days);
}

/** A day as people say it: "vandaag", "morgen", "wo 25 november", "vr 8 januari 2027". */
export function dagTekst(datum: Temporal.PlainDate, vandaag: Temporal.PlainDate): string {
  return dagwoord(datum, vandaag) ?? `${dagnaam(datum).slice(0, 2)} ${dagEnMaand(datum, vandaag)}`;
}

/** A day and time as people say it: "morgen 14.10 uur", "wo 25 november 14.10 uur", "vr 8 januari 2027, 14.10 uur". */
export function momentTekst(moment: Temporal.Instant, nu: Temporal.Instant): string {
  const dag = dagVan(moment);
  const tekst = dagTekst(dag, dagVan(nu));
  return `${tekst}${/\d{4}$/.test(tekst) ? ',' : ''} ${tijdTekst(moment)}`;
}

/** A term is too late from the very moment it falls due: "vóór 17.00 uur" is no longer true at 17.00 uur. */
export function isTeLaat(verval: Temporal.Instant, nu: Temporal.Instant): boolean {
  return Temporal.Instant.compare(nu, verval) >= 0;
}

/** By when: "vóór morgen 14.10 uur"; afterwards "te laat sinds gisteren 14.00 uur". */
export function voorTekst(verval: Temporal.Instant, nu: Temporal.Instant): string {
  if (!isTeLaat(verval, nu)) return `vóór ${momentTekst(verval, nu)}`;
  return `te laat sinds ${momentTekst(verval, nu)}`;
}

/** How long still: "nog 12 minuten", "nog 47 uur", "nog 3 dagen", "nog 8 weken"; afterwards "5 uur te laat". Rounded down. */
export function nogTekst(verval: Temporal.Instant, nu: Temporal.Instant): string {
  if (!isTeLaat(verval, nu)) return `nog ${duurTekst(nu, verval)}`;
  return `${duurTekst(verval, nu)} te laat`;
}

/** A length of time in the unit people would use. Up to three days in hours: the terms of 24, 48 and 72 hours are known by those names. */
function duurTekst(van: Temporal.Instant, tot: Temporal.Instant): string {
  const minuten = Math.floor(van.until(tot, { largestUnit: 'seconds' }).total('minutes'));
  if (minuten < 1) return 'minder dan een minuut';
  if (minuten < 60) return minuten === 1 ? '1 minuut' : `${minuten} minuten`;
  const begin = lokaal(van);
  const dagen = begin.until(lokaal(tot), { largestUnit: 'days' }).days;
  if (dagen < 3) return `${Math.floor(minuten / 60)} uur`;
  if (dagen < 21) return `${dagen} dagen`;
  const maanden = begin.until(lokaal(tot), { largestUnit: 'months' }).months;
  return maanden < 4 ? `${Math.floor(dagen / 7)} weken` : `${maanden} maanden`;
}

/** How long ago: "zojuist", "12 minuten geleden", "een uur geleden", "gisteren 14.00 uur", "wo 18 november 09.30 uur". */
export function geledenTekst(moment: Temporal.Instant, nu: Temporal.Instant): string {
  const minuten = Math.floor(moment.until(nu, { largestUnit: 'seconds' }).total('minutes'));
  // A clock of another machine may run a little ahead.
  if (minuten < 1) return minuten < -1 ? momentTekst(moment, nu) : 'zojuist';
  if (minuten < 60) return minuten === 1 ? 'een minuut geleden' : `${minuten} minuten geleden`;
  if (minuten < 120) return 'een uur geleden';
  return dagVan(moment).equals(dagVan(nu)) ? `${Math.floor(minuten / 60)} uur geleden` : momentTekst(moment, nu);
}
