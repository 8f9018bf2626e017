import { Temporal } from 'temporal-polyfill';

/** The one time zone of the product: all clocks, all texts and all typed times are Dutch legal time. */
export const ZONE = 'Europe/Amsterdam';

/** The Dutch wall clock at a moment. */
export function lokaal(moment: Temporal.Instant): Temporal.ZonedDateTime {
  return moment.toZonedDateTimeISO(ZONE);
}

/** The Dutch calendar day a moment falls on. */
export function dagVan(moment: Temporal.Instant): Temporal.PlainDate {
  return lokaal(moment).toPlainDate();
}

/**
 * The moment a Dutch wall clock shows this date and time.
 *
 * A time that the clock skips in spring (02.00–03.00) counts from the old offset, so 02.30 becomes 03.30; a time that comes twice in
 * autumn is the first of the two (summer time). That is Temporal's "compatible" and RFC 5545; for a deadline the first is the safe one.
 */
export function momentVan(datum: Temporal.PlainDate, tijd: Temporal.PlainTime): Temporal.Instant {
  return datum.toZonedDateTime({ timeZone: ZONE, plainTime: tijd }).toInstant();
}

/** Whether the Dutch wall clock shows this date and time twice: the hour that is repeated when summer time ends. */
export function komtTweeKeerVoor(moment: Temporal.Instant): boolean {
  const wand = lokaal(moment).toPlainDateTime();
  const eerste = wand.toZonedDateTime(ZONE, { disambiguation: 'earlier' });
  return !eerste.toInstant().equals(wand.toZonedDateTime(ZONE, { disambiguation: 'later' }).toInstant());
}
