import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { KalenderInstellingen } from './feestdagen.ts';
import { Ladder, ladderMomenten, volgendeStap } from './ladder.ts';
import { termijnEenheden, Termijnregel, vervalmoment } from './termijn.ts';
import { isAlgemeenVrij, isWerkdag, kalenderVan } from './werkdagen.ts';
import { dagVan, lokaal, momentVan } from './zone.ts';

const kalender = kalenderVan();
const wand = (tekst: string) => Temporal.PlainDateTime.from(tekst).toZonedDateTime('Europe/Amsterdam').toInstant();
const regel = (aantal: number, eenheid: Termijnregel['eenheid'], schuiftDoor = false) => Termijnregel.parse({ aantal, eenheid, schuiftDoor });
const verval = (start: string, termijn: Termijnregel) =>
  lokaal(vervalmoment(wand(start), termijn, kalender)).toString({ timeZoneName: 'never', smallestUnit: 'minute' });

const willekeurigMoment = fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2034, 11, 1) / 1000 })
  .map((seconden) => Temporal.Instant.fromEpochMilliseconds(seconden * 1000));
const willekeurigeRegel = fc.record({ eenheid: fc.constantFrom(...termijnEenheden), aantal: fc.integer({ min: 1, max: 90 }), schuiftDoor: fc.boolean() });

/** Dutch legal time by the rule of directive 2000/84/EC: summer time from the last Sunday of March to that of October, 01.00 UTC. */
function verschilMetUtc(epochMs: number): number {
  const jaar = new Date(epochMs).getUTCFullYear();
  const laatsteZondag = (maand: number) => {
    const laatste = new Date(Date.UTC(jaar, maand + 1, 0));
    return Date.UTC(jaar, maand, laatste.getUTCDate() - laatste.getUTCDay(), 1);
  };
  return epochMs >= laatsteZondag(2) && epochMs < laatsteZondag(9) ? 2 : 1;
}

describe('hours', () => {
  it('24 hours are 24 elapsed hours, also in the nights the clock changes', () => {
    expect(verval('2026-03-28T14:10', regel(24, 'uren'))).toBe('2026-03-29T15:10+02:00');
    expect(verval('2026-10-24T14:10', regel(24, 'uren'))).toBe('2026-10-25T13:10+01:00');
    expect(verval('2026-11-23T14:10', regel(24, 'uren'))).toBe('2026-11-24T14:10+01:00');
  });

  it('equal epoch arithmetic for any start', () => {
    fc.assert(fc.property(willekeurigMoment, fc.integer({ min: 1, max: 1000 }), (start, aantal) => {
      expect(vervalmoment(start, regel(aantal, 'uren'), kalender).epochMilliseconds).toBe(start.epochMilliseconds + aantal * 3_600_000);
    }));
  });
});

describe('days, weeks and months', () => {
  it('fall due at the same wall-clock time across the change of the clock', () => {
    expect(verval('2026-03-28T14:10', regel(1, 'dagen'))).toBe('2026-03-29T14:10+02:00');
    expect(verval('2026-10-20T14:10', regel(1, 'weken'))).toBe('2026-10-27T14:10+01:00');
    expect(verval('2026-08-23T14:10', regel(3, 'maanden'))).toBe('2026-11-23T14:10+01:00');
  });

  it('a month without that day ends on its last day', () => {
    expect(verval('2026-01-31T09:00', regel(1, 'maanden'))).toBe('2026-02-28T09:00+01:00');
    expect(verval('2027-11-30T09:00', regel(3, 'maanden'))).toBe('2028-02-29T09:00+01:00');
  });

  it('a time the clock skips becomes an hour later, a time that comes twice is the first', () => {
    expect(verval('2026-03-28T02:30', regel(1, 'dagen'))).toBe('2026-03-29T03:30+02:00');
    expect(verval('2026-10-24T02:30', regel(1, 'dagen'))).toBe('2026-10-25T02:30+02:00');
  });

  it('equal wall-clock arithmetic with the European rule for summer time', () => {
    fc.assert(fc.property(willekeurigMoment, fc.integer({ min: 1, max: 400 }), (start, dagen) => {
      const wandMs = start.epochMilliseconds + verschilMetUtc(start.epochMilliseconds) * 3_600_000 + dagen * 86_400_000;
      const [zomer, winter] = [wandMs - 2 * 3_600_000, wandMs - 3_600_000];
      const verwacht = verschilMetUtc(zomer) === 2 ? zomer : winter;
      expect(vervalmoment(start, regel(dagen, 'dagen'), kalender).epochMilliseconds).toBe(verwacht);
      if (dagen % 7 === 0) expect(vervalmoment(start, regel(dagen / 7, 'weken'), kalender).epochMilliseconds).toBe(verwacht);
    }));
  });
});

describe('working days', () => {
  it.each([
    ['2026-11-23T13:20', 0, '2026-11-23T17:00+01:00', 'the end of the same working day'],
    ['2026-11-23T17:00', 0, '2026-11-24T17:00+01:00', 'the next when this one is over'],
    ['2026-11-21T11:00', 0, '2026-11-23T17:00+01:00', 'Monday from a Saturday'],
    ['2026-11-23T18:30', 1, '2026-11-24T17:00+01:00', 'the next day, also from the evening'],
    ['2026-11-20T09:00', 2, '2026-11-24T17:00+01:00', 'the weekend is skipped'],
    ['2026-04-24T09:00', 1, '2026-04-28T17:00+02:00', 'Koningsdag on a Monday is skipped'],
    ['2025-04-25T09:00', 1, '2025-04-28T17:00+02:00', 'Koningsdag moved to Saturday changes nothing'],
    ['2026-12-24T16:00', 1, '2026-12-28T17:00+01:00', 'Christmas and the weekend are skipped'],
  ])('from %s, %i working days end at %s: %s', (start, aantal, einde) => {
    expect(verval(start, regel(aantal, 'werkdagen'))).toBe(einde);
  });

  it('end at the end of the working day that the organisation has set', () => {
    const eigen = kalenderVan(KalenderInstellingen.parse({ eindeWerkdag: '16:30' }));
    expect(lokaal(vervalmoment(wand('2026-11-23T10:00'), regel(1, 'werkdagen'), eigen)).toPlainTime().toString()).toBe('16:30:00');
  });
});

describe('working hours', () => {
  it.each([
    ['2026-11-23T13:10', 2, '2026-11-23T15:10+01:00'],
    ['2026-11-23T16:00', 2, '2026-11-24T09:30+01:00'],
    ['2026-11-20T16:30', 1, '2026-11-23T09:00+01:00'],
    ['2026-11-21T03:00', 1, '2026-11-23T09:30+01:00'],
    ['2026-11-23T15:00', 2, '2026-11-23T17:00+01:00'],
    ['2026-11-23T08:30', 17, '2026-11-24T17:00+01:00'],
  ])('from %s, %i working hours end at %s', (start, aantal, einde) => {
    expect(verval(start, regel(aantal, 'werkuren'))).toBe(einde);
  });

  it('equal counting open minutes one by one', () => {
    fc.assert(fc.property(willekeurigMoment, fc.integer({ min: 1, max: 20 }), (start, aantal) => {
      const heleMinuut = Temporal.Instant.fromEpochMilliseconds(Math.floor(start.epochMilliseconds / 60_000) * 60_000);
      const einde = vervalmoment(heleMinuut, regel(aantal, 'werkuren'), kalender);
      let open = 0;
      let dagtekst = '';
      let werkdag = false;
      for (let ms = heleMinuut.epochMilliseconds; ms < einde.epochMilliseconds; ms += 60_000) {
        const lokaleMs = ms + verschilMetUtc(ms) * 3_600_000;
        const iso = new Date(lokaleMs).toISOString();
        if (iso.slice(0, 10) !== dagtekst) {
          dagtekst = iso.slice(0, 10);
          werkdag = isWerkdag(Temporal.PlainDate.from(dagtekst), kalender);
        }
        if (werkdag && iso.slice(11, 16) >= '08:30' && iso.slice(11, 16) < '17:00') open += 1;
      }
      expect(open).toBe(aantal * 60);
    }), { numRuns: 60 });
  });
});

describe('schuiftDoor', () => {
  it('a deadline that falls on Koningsdag moves to the next working day', () => {
    expect(verval('2026-01-27T14:10', regel(3, 'maanden', true))).toBe('2026-04-28T23:59+02:00');
    expect(verval('2026-01-27T14:10', regel(3, 'maanden'))).toBe('2026-04-27T14:10+02:00');
  });

  it('a deadline on the Saturday before Easter moves past Easter Monday', () => {
    expect(verval('2026-03-28T10:00', regel(1, 'weken', true))).toBe('2026-04-07T23:59+02:00');
  });

  it('ends with its last day, also on a working day', () => {
    expect(verval('2026-11-23T14:10', regel(1, 'weken', true))).toBe('2026-11-30T23:59+01:00');
  });

  it('24 hours from a Friday run to the end of Monday', () => {
    expect(verval('2026-11-20T14:10', regel(24, 'uren', true))).toBe('2026-11-23T23:59+01:00');
  });

  it('who starts later never has to be ready earlier', () => {
    const eerder = vervalmoment(wand('2015-01-01T01:00'), regel(6, 'uren', true), kalender);
    const later = vervalmoment(wand('2015-01-01T18:00'), regel(6, 'uren', true), kalender);
    expect(Temporal.Instant.compare(later, eerder)).toBeGreaterThanOrEqual(0);
  });

  it('an own closing day gives no more time', () => {
    const eigen = kalenderVan(KalenderInstellingen.parse({ eigenSluitingsdagen: [{ datum: '2026-05-15', naam: 'Dag na Hemelvaart' }] }));
    expect(dagVan(vervalmoment(wand('2026-05-08T10:00'), regel(1, 'weken', true), eigen)).toString()).toBe('2026-05-15');
  });

  it('ends with the first day that is no weekend or holiday, and never earlier', () => {
    fc.assert(fc.property(willekeurigMoment, willekeurigeRegel, (start, termijn) => {
      const zonder = vervalmoment(start, { ...termijn, schuiftDoor: false }, kalender);
      const met = vervalmoment(start, { ...termijn, schuiftDoor: true }, kalender);
      expect(isAlgemeenVrij(dagVan(met), kalender)).toBe(false);
      for (let dag = dagVan(zonder); Temporal.PlainDate.compare(dag, dagVan(met)) < 0; dag = dag.add({ days: 1 })) {
        expect(isAlgemeenVrij(dag, kalender)).toBe(true);
      }
      expect(Temporal.Instant.compare(met, zonder)).toBeGreaterThanOrEqual(0);
      if (!isAlgemeenVrij(dagVan(zonder), kalender)) expect(dagVan(met).equals(dagVan(zonder))).toBe(true);
      expect(lokaal(met).toPlainTime().toString({ smallestUnit: 'minute' })).toBe('23:59');
    }));
  });
});

describe('every term', () => {
  it('ends after it begins, and a later start never ends earlier', () => {
    fc.assert(fc.property(willekeurigMoment, fc.integer({ min: 0, max: 10_000_000 }), willekeurigeRegel, (start, later, termijn) => {
      const vroeg = vervalmoment(start, termijn, kalender);
      expect(Temporal.Instant.compare(vroeg, start)).toBe(1);
      const laat = vervalmoment(start.add({ seconds: later }), termijn, kalender);
      // In the repeated or skipped hour of a clock change, wall-clock terms may swap by at most that hour.
      expect(laat.epochMilliseconds).toBeGreaterThanOrEqual(vroeg.epochMilliseconds - 3_600_000);
    }));
  });

  it('of 0 working days also ends after it begins', () => {
    fc.assert(fc.property(willekeurigMoment, (start) => {
      expect(Temporal.Instant.compare(vervalmoment(start, regel(0, 'werkdagen'), kalender), start)).toBe(1);
    }));
  });

  it.each([
    [{ eenheid: 'uren', aantal: 0 }], [{ eenheid: 'uren', aantal: -1 }], [{ eenheid: 'dagen', aantal: 1.5 }], [{ eenheid: 'jaren', aantal: 1 }],
    [{ eenheid: 'uren', aantal: 1001 }],
  ])('refuses %j', (invoer) => {
    expect(Termijnregel.safeParse(invoer).success).toBe(false);
  });
});

describe('ladder', () => {
  const ladder = Ladder.parse([
    { wachttijd: { eenheid: 'werkuren', aantal: 2 }, ontvanger: 'leidinggevende' },
    { wachttijd: { eenheid: 'werkuren', aantal: 2 }, ontvanger: 'volgende leidinggevende' },
    { wachttijd: { eenheid: 'werkdagen', aantal: 1 }, ontvanger: 'adviseur' },
  ]);

  it('each step waits from the step before', () => {
    const start = wand('2026-11-20T14:10');
    expect(ladderMomenten(start, ladder, kalender).map(({ stap, ontvanger, moment }) => `${stap} ${ontvanger} ${lokaal(moment).toPlainDateTime().toString()}`)).toEqual([
      '1 leidinggevende 2026-11-20T16:10:00', '2 volgende leidinggevende 2026-11-23T09:40:00', '3 adviseur 2026-11-24T17:00:00',
    ]);
  });

  it('the next step goes by what was done, so that a worker that was away skips nobody', () => {
    const start = wand('2026-11-20T14:10');
    expect(volgendeStap(start, ladder, 0, kalender)?.ontvanger).toBe('leidinggevende');
    expect(volgendeStap(start, ladder, 2, kalender)?.ontvanger).toBe('adviseur');
    expect(volgendeStap(start, ladder, 3, kalender)).toBeUndefined();
    expect(volgendeStap(start, [], 0, kalender)).toBeUndefined();
  });

  it('moments are strictly increasing for any ladder', () => {
    const stappen = fc.array(fc.record({ wachttijd: willekeurigeRegel, ontvanger: fc.constant('adviseur') }), { maxLength: 10 });
    fc.assert(fc.property(willekeurigMoment, stappen, (start, willekeurig) => {
      const momenten = [start, ...ladderMomenten(start, Ladder.parse(willekeurig), kalender).map(({ moment }) => moment)];
      for (const [plaats, moment] of momenten.entries()) {
        const vorige = momenten[plaats - 1];
        if (vorige) expect(Temporal.Instant.compare(moment, vorige)).toBe(1);
      }
    }));
  });

  it('refuses a step without a receiver and more than ten steps', () => {
    const wachttijd = { eenheid: 'uren', aantal: 1 };
    expect(Ladder.safeParse([{ wachttijd, ontvanger: ' ' }]).success).toBe(false);
    expect(Ladder.safeParse(Array.from({ length: 11 }, () => ({ wachttijd, ontvanger: 'adviseur' }))).success).toBe(false);
  });
});

describe('momentVan', () => {
  it('gives a moment whose wall clock is what was typed, except in the hour that is skipped', () => {
    fc.assert(fc.property(willekeurigMoment, fc.integer({ min: 0, max: 1439 }), (start, minuut) => {
      const tijd = new Temporal.PlainTime(Math.floor(minuut / 60), minuut % 60);
      const terug = lokaal(momentVan(dagVan(start), tijd));
      const overgeslagen = terug.hour === tijd.hour + 1 && terug.hoursInDay === 23;
      expect(overgeslagen || terug.toPlainTime().equals(tijd)).toBe(true);
      expect(terug.toPlainDate().equals(dagVan(start))).toBe(true);
    }));
  });
});
