import ICAL from 'ical.js';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { agendabestand } from './agenda.ts';

const nu = Temporal.Instant.from('2026-11-23T13:10:00Z');
const lees = (tekst: string) => {
  const kalender = new ICAL.Component(ICAL.parse(tekst));
  const zone = new ICAL.Timezone(kalender.getFirstSubcomponent('vtimezone') ?? undefined);
  ICAL.TimezoneService.register(zone);
  const punt = kalender.getFirstSubcomponent('vevent');
  if (!punt) throw new Error('geen afspraak');
  return { punt: new ICAL.Event(punt), aantal: kalender.getAllSubcomponents('vevent').length };
};

describe('an appointment for a calendar', () => {
  it('falls at the moment it was made for, in summer and in winter, by a reader that is not ours', () => {
    fc.assert(fc.property(fc.integer({ min: 1_767_225_600, max: 2_082_758_400 }), fc.integer({ min: 5, max: 480 }), (seconden, duurMinuten) => {
      const begin = Temporal.Instant.fromEpochMilliseconds(Math.floor(seconden / 60) * 60_000);
      // The hour that comes twice cannot be told apart in this format; nobody plans a talk at night.
      const uur = begin.toZonedDateTimeISO('Europe/Amsterdam').hour;
      fc.pre(uur >= 5 && uur <= 22);
      const { punt } = lees(agendabestand({ id: 'x', titel: 'Gesprek', plaats: 'Stadhuis', begin, duurMinuten, nu }));
      expect(punt.startDate.toJSDate().getTime()).toBe(begin.epochMilliseconds);
      expect(punt.endDate.toJSDate().getTime()).toBe(begin.add({ minutes: duurMinuten }).epochMilliseconds);
    }), { numRuns: 200 });
  });

  it('keeps what someone typed as text: no second appointment comes in with it', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('Stadhuis', '\r\n', '\n', 'BEGIN:VEVENT', 'END:VEVENT', ';', ',', '\\', '"', 'ATTENDEE:x@y'), { maxLength: 8 }), (stukken) => {
      const { aantal } = lees(agendabestand({ id: 'x', titel: stukken.join(''), plaats: stukken.join(''), omschrijving: stukken.join(''), begin: nu, duurMinuten: 30, nu }));
      expect(aantal).toBe(1);
    }), { numRuns: 100 });
  });

  it('names nobody, and a later file replaces or takes back the first', () => {
    const tekst = agendabestand({ id: 'abc', titel: 'Gesprek bij Gemeente Proefdam', plaats: 'Wijkpost', begin: nu, duurMinuten: 30, nu, volgnummer: 2, afgezegd: true });
    expect(tekst).not.toMatch(/ATTENDEE|ORGANIZER|CN=/);
    expect(tekst).toMatch(/UID:abc@rugdekking[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/);
    expect(tekst).toContain('DTSTAMP:20261123T131000Z');
  });
});
