import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { leesDatum, momentNietInToekomst, nietInToekomst, type Richting } from './leesdatum.ts';
import { datumInvoer, datumTekst, dagnamen, maandnamen } from './tekst.ts';

/** A Monday. */
const vandaag = Temporal.PlainDate.from('2026-11-23');

function lees(tekst: string, op: Temporal.PlainDate = vandaag, richting?: Richting): string {
  const uitkomst = leesDatum(tekst, op, richting);
  return uitkomst.ok ? uitkomst.waarde.toString() : `${uitkomst.code}: ${uitkomst.bericht}`;
}

const vorm = 'Schrijf de datum als dag, maand en jaar, bijvoorbeeld 23-11-2026.';

describe('leesDatum reads', () => {
  it.each([
    ['23-11-2026', '2026-11-23'], ['23/11/26', '2026-11-23'], ['23.11.2026', '2026-11-23'], ['23 11 2026', '2026-11-23'], ['3-1-26', '2026-01-03'],
    ['03-01-2026', '2026-01-03'], ['23 november', '2026-11-23'], ['23 nov 2026', '2026-11-23'], ['23 nov. 2026', '2026-11-23'], ['3 mrt', '2026-03-03'],
    ['3 mei 2026', '2026-05-03'], ['12 sept 2026', '2026-09-12'], ['ma 23 november 2026', '2026-11-23'], ['maandag 23-11-2026', '2026-11-23'],
    ['Maandag, 23 November 2026', '2026-11-23'], ['2026-11-23', '2026-11-23'], ['29-2-2028', '2028-02-29'], ['1-1-58', '1958-01-01'],
    ['vandaag', '2026-11-23'], [' VANDAAG ', '2026-11-23'], ['gisteren', '2026-11-22'], ['eergisteren', '2026-11-21'], ['morgen', '2026-11-24'],
    ['3 dagen geleden', '2026-11-20'], ['een week geleden', '2026-11-16'], ['twee weken geleden', '2026-11-09'],
    ['２３－11－2026'.replaceAll('－', '-'), '2026-11-23'], ['23\u00a0november\u00a02026', '2026-11-23'], ['\u200e23-11-2026\u200f', '2026-11-23'],
  ])('"%s" as %s', (tekst, datum) => {
    expect(lees(tekst)).toBe(datum);
  });

  it.each([
    ['vrijdag', '2026-11-20'], ['vr', '2026-11-20'], ['zondag', '2026-11-22'], ['dinsdag', '2026-11-17'], ['maandag', '2026-11-23'],
    ['afgelopen maandag', '2026-11-16'], ['afgelopen vrijdag', '2026-11-20'],
  ])('the weekday "%s" as the last one, %s', (tekst, datum) => {
    expect(lees(tekst)).toBe(datum);
  });

  it('a weekday as the coming one when looking ahead', () => {
    expect(lees('vrijdag', vandaag, 'toekomst')).toBe('2026-11-27');
    expect(lees('maandag', vandaag, 'toekomst')).toBe('2026-11-23');
  });

  it('a day without a year as the one that people mean', () => {
    const nieuwjaar = Temporal.PlainDate.from('2027-01-02');
    expect(lees('30 december', nieuwjaar)).toBe('2026-12-30');
    expect(lees('15 mei')).toBe('2026-05-15');
    // Three days ahead is a slip of the pen about this year, not last year.
    expect(lees('26 november')).toBe('2026-11-26');
    expect(lees('8 januari', vandaag, 'toekomst')).toBe('2027-01-08');
    expect(lees('20 november', vandaag, 'toekomst')).toBe('2026-11-20');
  });

  it('back whatever it wrote itself', () => {
    const dagen = fc.integer({ min: 0, max: 95_000 }).map((aantal) => Temporal.PlainDate.from('1900-01-01').add({ days: aantal }));
    fc.assert(fc.property(dagen, (datum) => {
      expect(lees(datumTekst(datum))).toBe(datum.toString());
      expect(lees(datumInvoer(datum))).toBe(datum.toString());
      expect(lees(datum.toString())).toBe(datum.toString());
    }));
  });

  it('exactly the dates that exist, judged by Date', () => {
    const willekeurig = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1900, max: 2199 }));
    fc.assert(fc.property(willekeurig, ([dag, maand, jaar]) => {
      const datum = new Date(Date.UTC(jaar, maand - 1, dag));
      const bestaat = datum.getUTCDate() === dag && datum.getUTCMonth() === maand - 1;
      const uitkomst = leesDatum(`${dag}-${maand}-${jaar}`, vandaag);
      if (bestaat) expect(uitkomst.ok && uitkomst.waarde.toString()).toBe(datum.toISOString().slice(0, 10));
      else expect(uitkomst).toMatchObject({ ok: false, code: 'bestaat-niet' });
    }), { numRuns: 500 });
  });

  it('anything without throwing, and never echoes what was typed', () => {
    const stukken = fc.constantFrom(...dagnamen, ...maandnamen, '-', '/', ' ', '.', '31', '99', '2026', 'geleden', 'week', '\u0000', '😀', 'een', '0');
    const rommel = fc.oneof(fc.string({ unit: 'binary' }), fc.array(stukken, { maxLength: 8 }).map((delen) => delen.join('')));
    fc.assert(fc.property(rommel, (tekst) => {
      const uitkomst = leesDatum(tekst, vandaag);
      if (!uitkomst.ok) expect(uitkomst.bericht).toMatch(/^[\p{L}\d .,;:'()?-]+$/u);
    }), { numRuns: 1000 });
  });
});

describe('leesDatum refuses', () => {
  it.each([
    ['', 'leeg: Vul een datum in, bijvoorbeeld 23-11-2026.'],
    ['31 februari', 'bestaat-niet: 31 februari bestaat niet. Welke dag bedoel je?'],
    ['30-02-2026', 'bestaat-niet: 30 februari bestaat niet. Welke dag bedoel je?'],
    ['29-02-2026', 'bestaat-niet: 29 februari bestaat niet in 2026. Welke dag bedoel je?'],
    ['31 juni 2026', 'bestaat-niet: 31 juni bestaat niet. Welke dag bedoel je?'],
    ['11-23-2026', `bestaat-niet: Maand 23 bestaat niet. ${vorm}`],
    ['dinsdag 23 november 2026', 'andere-weekdag: 23 november 2026 is een maandag, geen dinsdag. Welke dag bedoel je?'],
    ['23-11-3026', `jaar: Het jaar 3026 kan niet kloppen. ${vorm}`],
    ['volgende week ergens', `onleesbaar: Dit is geen datum die we kunnen lezen. ${vorm}`],
    ['12 brumaire', `onleesbaar: Dit is geen datum die we kunnen lezen. ${vorm}`],
    ['feest 23 november', `onleesbaar: Dit is geen datum die we kunnen lezen. ${vorm}`],
    ['1'.repeat(200_000), `onleesbaar: Dit is geen datum die we kunnen lezen. ${vorm}`],
  ])('"%.30s"', (tekst, bericht) => {
    expect(lees(tekst)).toBe(bericht);
  });
});

describe('not in the future', () => {
  it('today and earlier pass, tomorrow gets a question', () => {
    expect(nietInToekomst(vandaag, vandaag)).toBeUndefined();
    expect(nietInToekomst(vandaag.subtract({ days: 1 }), vandaag)).toBeUndefined();
    expect(nietInToekomst(vandaag.add({ days: 1 }), vandaag)).toEqual({
      ok: false, code: 'toekomst', bericht: '24 november 2026 is nog niet geweest. Welke dag bedoel je?',
    });
  });

  it('a moment later today gets a question about the time', () => {
    const nu = Temporal.Instant.from('2026-11-23T13:10:00Z');
    expect(momentNietInToekomst(nu, nu)).toBeUndefined();
    expect(momentNietInToekomst(nu.add({ minutes: 110 }), nu)?.bericht).toBe('Vandaag 16.00 uur is nog niet geweest. Wanneer was het?');
  });
});
