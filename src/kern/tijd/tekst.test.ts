import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  datumInvoer, datumTekst, datumTijdTekst, datumVoluit, geledenTekst, isTeLaat, momentTekst, nogTekst, tijdTekst, voorTekst,
} from './tekst.ts';

const wand = (tekst: string) => Temporal.PlainDateTime.from(tekst).toZonedDateTime('Europe/Amsterdam').toInstant();
const nu = wand('2026-11-23T14:10');
const na = (uren: number) => nu.add({ seconds: Math.round(uren * 3600) });

describe('dates and times in words', () => {
  it.each([
    ['2026-11-23T14:10', 'ma 23 november 2026, 14.10 uur'],
    ['2027-01-01T00:00', 'vr 1 januari 2027, 00.00 uur'],
    ['2028-02-29T09:05', 'di 29 februari 2028, 09.05 uur'],
    ['2026-07-04T23:59', 'za 4 juli 2026, 23.59 uur'],
    ['2026-03-08T12:00', 'zo 8 maart 2026, 12.00 uur'],
  ])('%s is "%s"', (wanneer, tekst) => {
    expect(datumTijdTekst(wand(wanneer))).toBe(tekst);
  });

  it('every day of four years agrees with the Dutch of Intl', () => {
    const kort = new Intl.DateTimeFormat('nl-NL', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
    for (let ms = Date.UTC(2025, 0, 1); ms < Date.UTC(2029, 0, 1); ms += 86_400_000) {
      const datum = Temporal.PlainDate.from(new Date(ms).toISOString().slice(0, 10));
      expect(datumTekst(datum)).toBe(kort.format(ms));
    }
  });

  it('the hour that comes twice says which of the two it is', () => {
    expect(tijdTekst(Temporal.Instant.from('2026-10-25T00:30:00Z'))).toBe('02.30 uur (zomertijd)');
    expect(tijdTekst(Temporal.Instant.from('2026-10-25T01:30:00Z'))).toBe('02.30 uur (wintertijd)');
    expect(tijdTekst(Temporal.Instant.from('2026-10-25T02:00:00Z'))).toBe('03.00 uur');
    expect(tijdTekst(Temporal.Instant.from('2026-10-24T23:59:00Z'))).toBe('01.59 uur');
  });

  it('headings have the year only when it is another', () => {
    const vandaag = Temporal.PlainDate.from('2026-11-23');
    expect(datumVoluit(vandaag, vandaag)).toBe('maandag 23 november');
    expect(datumVoluit(Temporal.PlainDate.from('2025-11-24'), vandaag)).toBe('maandag 24 november 2025');
  });

  it('fills in a date as people type it', () => {
    expect(datumInvoer(Temporal.PlainDate.from('2026-02-03'))).toBe('03-02-2026');
  });
});

describe('voorTekst', () => {
  it.each([
    ['2026-11-23T17:00', 'vóór vandaag 17.00 uur'],
    ['2026-11-24T14:10', 'vóór morgen 14.10 uur'],
    ['2026-11-25T14:10', 'vóór wo 25 november 14.10 uur'],
    ['2027-01-08T14:10', 'vóór vr 8 januari 2027, 14.10 uur'],
    ['2026-11-22T14:00', 'te laat sinds gisteren 14.00 uur'],
    ['2026-11-23T09:00', 'te laat sinds vandaag 09.00 uur'],
    ['2026-11-18T09:00', 'te laat sinds wo 18 november 09.00 uur'],
    ['2025-12-31T17:00', 'te laat sinds wo 31 december 2025, 17.00 uur'],
  ])('due %s is "%s"', (verval, tekst) => {
    expect(voorTekst(wand(verval), nu)).toBe(tekst);
  });

  it('goes by the Dutch day and not by the day in UTC', () => {
    expect(voorTekst(wand('2026-11-24T00:30'), wand('2026-11-23T23:30'))).toBe('vóór morgen 00.30 uur');
    expect(voorTekst(wand('2026-07-02T00:30'), wand('2026-07-01T23:30'))).toBe('vóór morgen 00.30 uur');
    expect(voorTekst(wand('2026-07-02T09:00'), wand('2026-07-02T00:30'))).toBe('vóór vandaag 09.00 uur');
  });

  it('says "te laat" exactly when the term is too late, from the second it falls due', () => {
    fc.assert(fc.property(fc.integer({ min: -500_000, max: 500_000 }), (seconden) => {
      const verval = nu.add({ seconds: seconden });
      expect(isTeLaat(verval, nu)).toBe(seconden <= 0);
      expect(voorTekst(verval, nu).startsWith('te laat')).toBe(seconden <= 0);
      expect(nogTekst(verval, nu).endsWith('te laat')).toBe(seconden <= 0);
    }));
  });
});

describe('nogTekst', () => {
  it.each([
    [0.01, 'nog minder dan een minuut'], [1 / 60, 'nog 1 minuut'], [0.5, 'nog 30 minuten'], [0.999, 'nog 59 minuten'], [1, 'nog 1 uur'],
    [5, 'nog 5 uur'], [24, 'nog 24 uur'], [47.9, 'nog 47 uur'], [71.99, 'nog 71 uur'], [72, 'nog 3 dagen'], [24 * 20.5, 'nog 20 dagen'],
    [24 * 21, 'nog 3 weken'], [24 * 56, 'nog 8 weken'], [24 * 120, 'nog 4 maanden'], [24 * 365, 'nog 12 maanden'],
    [0, 'minder dan een minuut te laat'], [-0.5, '30 minuten te laat'], [-5, '5 uur te laat'], [-80, '3 dagen te laat'],
  ])('%d hours ahead is "%s"', (uren, tekst) => {
    expect(nogTekst(na(uren), nu)).toBe(tekst);
  });

  it('72 hours over the night that lasts an hour longer stay hours until three whole days are left', () => {
    expect(nogTekst(wand('2026-10-27T13:10'), wand('2026-10-24T14:10'))).toBe('nog 72 uur');
    expect(nogTekst(wand('2026-10-27T14:10'), wand('2026-10-24T14:10'))).toBe('nog 3 dagen');
  });

  it('never promises more time than there is', () => {
    const inMinuten: Record<string, number> = { minuut: 1, minuten: 1, uur: 60, dagen: 1440, weken: 10_080, maanden: 28 * 1440 };
    fc.assert(fc.property(fc.integer({ min: 60, max: 60_000_000 }), (seconden) => {
      const [, aantal = '', eenheid = ''] = /^nog (\d+) (\S+)$/.exec(nogTekst(nu.add({ seconds: seconden }), nu)) ?? [];
      const genoemd = Number(aantal) * (inMinuten[eenheid] ?? Number.NaN);
      // A wall-clock day is an hour short when summer time begins.
      expect(genoemd).toBeLessThanOrEqual(seconden / 60 + 60 * Number(eenheid === 'dagen' || eenheid === 'weken' || eenheid === 'maanden'));
      expect(genoemd).toBeGreaterThan(0);
    }));
  });
});

describe('geledenTekst', () => {
  it.each([
    ['2026-11-23T14:09:30', 'zojuist'], ['2026-11-23T14:10:30', 'zojuist'], ['2026-11-23T14:09', 'een minuut geleden'],
    ['2026-11-23T13:58', '12 minuten geleden'], ['2026-11-23T13:10', 'een uur geleden'], ['2026-11-23T12:11', 'een uur geleden'],
    ['2026-11-23T12:10', '2 uur geleden'], ['2026-11-23T00:05', '14 uur geleden'], ['2026-11-22T23:55', 'gisteren 23.55 uur'],
    ['2026-11-22T14:00', 'gisteren 14.00 uur'], ['2026-11-21T14:00', 'za 21 november 14.00 uur'], ['2025-11-21T14:00', 'vr 21 november 2025, 14.00 uur'],
    ['2026-11-23T16:00', 'vandaag 16.00 uur'],
  ])('%s is "%s"', (wanneer, tekst) => {
    expect(geledenTekst(wand(wanneer), nu)).toBe(tekst);
  });

  it('just before midnight is minutes ago, not yesterday', () => {
    expect(geledenTekst(wand('2026-11-22T23:50'), wand('2026-11-23T00:20'))).toBe('30 minuten geleden');
  });
});

describe('momentTekst', () => {
  it('has a comma only after a year, where two numbers would touch', () => {
    expect(momentTekst(wand('2026-11-25T09:00'), nu)).toBe('wo 25 november 09.00 uur');
    expect(momentTekst(wand('2027-11-25T09:00'), nu)).toBe('do 25 november 2027, 09.00 uur');
  });
});
