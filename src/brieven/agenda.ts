import ical, { ICalEventClass, ICalEventStatus } from 'ical-generator';
import type { Temporal } from 'temporal-polyfill';
import { lokaal, ZONE } from '../kern/tijd/index.ts';

/** An appointment as it goes into someone's calendar. No names: a calendar is shared with more people than one thinks. */
export interface Agendapunt {
  /** The same appointment keeps its id, so that a later file replaces it. */
  id: string;
  titel: string;
  /** Extra lines, such as the number to call. */
  omschrijving?: string;
  plaats: string;
  begin: Temporal.Instant;
  duurMinuten: number;
  /** When the file was made. */
  nu: Temporal.Instant;
  /** Counts up when the appointment was moved. */
  volgnummer?: number;
  afgezegd?: boolean;
}

/** The rules of Dutch legal time since 1996, in the form calendars read (RFC 5545). */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE', `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT', 'TZNAME:CEST', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'DTSTART:19960331T020000', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'TZNAME:CET', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'DTSTART:19961027T030000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** The text of an .ics file (iCalendar, RFC 5545) with one appointment, in Dutch legal time. */
export function agendabestand(a: Agendapunt): string {
  const kalender = ical({ prodId: { company: 'Rugdekking', product: 'Rugdekking', language: 'NL' } });
  kalender.createEvent({
    id: `${a.id}@rugdekking`, timezone: ZONE, start: wand(a.begin), end: wand(a.begin.add({ minutes: a.duurMinuten })), stamp: new Date(a.nu.epochMilliseconds), summary: a.titel, location: a.plaats,
    description: a.omschrijving ?? null, sequence: a.volgnummer ?? 0, status: a.afgezegd === true ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, class: ICalEventClass.PRIVATE,
  });
  // The library writes a zone only for a whole calendar, and then leaves the moment it was made without one.
  return kalender.toString().replace('BEGIN:VEVENT', () => `${VTIMEZONE}\r\nBEGIN:VEVENT`);
}

/** The wall clock as the library takes it: a text without zone, which it leaves as it is. */
function wand(moment: Temporal.Instant): string {
  return lokaal(moment).toPlainDateTime().toString({ smallestUnit: 'second' });
}
