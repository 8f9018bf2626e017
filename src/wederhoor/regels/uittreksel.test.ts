import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { kanaalcodes } from '../../dossier/index.ts';
import { standaardvormen } from '../../inrichting/index.ts';
import { dagdeelVan, Feiten, feitenIn, feitenUit, neutraleVormen, talen, voorzet } from './uittreksel.ts';

const moment = fc.integer({ min: 0, max: 20_000 * 24 * 60 }).map((m) => Temporal.Instant.from('2000-01-01T00:00:00Z').add({ minutes: m }));
const dossier = fc.record({ voorvalOp: moment, precies: fc.constantFrom('tijd' as const, 'dag' as const), kanaal: fc.option(fc.constantFrom(...kanaalcodes)), vormcodes: fc.array(fc.oneof(fc.constantFrom(...standaardvormen.map((v) => v.code)), fc.string())) });

describe('what may be told of a case', () => {
  it('is made of closed lists alone, whatever is in the dossier', () => {
    fc.assert(fc.property(dossier, (d) => {
      const feiten = feitenUit(d);
      expect(Feiten.parse(feiten)).toEqual(feiten);
      expect(feiten.vormen.every((v) => neutraleVormen.has(v))).toBe(true);
      // Whoever adds a field decides here that it may be told.
      expect(Object.keys(feiten).toSorted()).toEqual(['dagdeel', 'datum', 'plek', 'vormen']);
    }));
  });

  it('says no time of day when only the day is known, and never the minute', () => {
    fc.assert(fc.property(dossier, (d) => {
      const feiten = feitenUit(d);
      expect(feiten.dagdeel === null).toBe(d.precies === 'dag');
      for (const taal of talen) expect(feitenIn(taal, feiten).wanneer).not.toMatch(/\d{1,2}[.:]\d{2}/);
    }));
  });

  it('has a word in both languages for every form the product starts with but "anders", and for every channel', () => {
    expect(standaardvormen.map((v) => v.code).filter((c) => !neutraleVormen.has(c))).toEqual(['anders']);
    for (const taal of talen) {
      for (const plek of kanaalcodes) expect(feitenIn(taal, { datum: '2026-11-23', dagdeel: null, plek, vormen: [] }).waar).not.toBe('');
      expect(feitenIn(taal, { datum: '2026-11-23', dagdeel: null, plek: null, vormen: [...neutraleVormen] }).wat).toHaveLength(neutraleVormen.size);
    }
  });

  it.each([['2026-11-23T05:30:00+01:00', 'nacht'], ['2026-11-23T06:00:00+01:00', 'ochtend'], ['2026-11-23T12:00:00+01:00', 'middag'], ['2026-11-23T17:59:00+01:00', 'middag'], ['2026-11-23T18:00:00+01:00', 'avond'], ['2026-07-01T11:30:00+02:00', 'ochtend']])('puts %s in the %s of a Dutch day', (op, dagdeel) => {
    expect(dagdeelVan(Temporal.Instant.from(op))).toBe(dagdeel);
  });

  it('starts the text as something that was reported, not as something that is so', () => {
    fc.assert(fc.property(dossier, (d) => {
      const zin = voorzet(feitenUit(d));
      expect(zin).toMatch(/^Er is gemeld dat /);
      expect(zin).not.toMatch(/\b(dader|schuld|heeft u gedaan)\b/);
    }));
    expect(voorzet({ datum: '2026-11-23', dagdeel: 'middag', plek: 'balie', vormen: ['schelden'] })).toBe('Er is gemeld dat er op maandag 23 november 2026, ’s middags, in een van onze gebouwen, iets gebeurde waar u bij was. Het gaat om schelden of schreeuwen.');
  });
});
