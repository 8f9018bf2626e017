import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bezwarenTegenVoorstel, gebiedVan, leesCenten, maandenVan, ontbreekt, type Voorstelkeuze, type Voorstelstand } from './voorstel.ts';
import { isEenmalig, soortcodes } from './woorden.ts';

const VANDAAG = Temporal.PlainDate.from('2026-11-23');
const dag = (d: string) => Temporal.PlainDate.from(d);
const NERGENS = { overal: false, locaties: [], onderdelen: [], kanalen: [], functies: [] };
const pandverbod = (over: Partial<Voorstelkeuze> = {}): Voorstelkeuze => ({
  soort: 'pandverbod', begin: dag('2026-12-01'), einde: dag('2027-02-28'), evaluatie: dag('2027-01-15'), bereik: { ...NERGENS, locaties: ['a'] }, invulling: '', centen: null, spoed: false, uitspraak: '', ...over,
});
const velden = (v: Voorstelkeuze, max = 24) => bezwarenTegenVoorstel(v, VANDAAG, max).map((b) => b.veld);

describe('a proposal', () => {
  it('that is in order has nothing against it', () => expect(velden(pandverbod())).toEqual([]));

  it.each([
    ['an end on the day it begins', { einde: dag('2026-12-01') }, ['einde']],
    ['an end before the start', { einde: dag('2026-11-30') }, ['einde']],
    ['no start', { begin: null }, ['begin']],
    ['no end: indefinite does not exist', { einde: null }, ['einde']],
    ['no evaluation', { evaluatie: null }, ['evaluatie']],
    ['an evaluation after the end', { evaluatie: dag('2027-03-01') }, ['evaluatie']],
    ['an evaluation before the start', { evaluatie: dag('2026-11-30') }, ['evaluatie']],
    ['a start in the past', { begin: dag('2026-11-22') }, ['begin']],
    ['no place', { bereik: NERGENS }, ['locaties']],
    ['everywhere and somewhere', { bereik: { ...NERGENS, overal: true, locaties: ['a'] } }, ['overal']],
  ] as const)('with %s is refused at that field', (_, over, verwacht) => expect(velden(pandverbod(over as Partial<Voorstelkeuze>))).toEqual(verwacht));

  it('lasts at most as long as the organisation allows, counted in months', () => {
    expect(velden(pandverbod({ einde: dag('2027-11-30') }), 12)).toEqual([]);
    expect(velden(pandverbod({ einde: dag('2027-12-01') }), 12)).toEqual(['einde']);
  });

  it('of a kind that is done once asks for no days, and cannot be urgent', () => {
    const waarschuwing = pandverbod({ soort: 'waarschuwing', begin: null, einde: null, evaluatie: null, bereik: NERGENS });
    expect(velden(waarschuwing)).toEqual([]);
    expect(velden({ ...waarschuwing, spoed: true })).toEqual(['spoed']);
  });

  it('of a kind with words of its own asks for those', () => {
    for (const soort of ['een_postbus', 'contactquotum', 'via_gemachtigde', 'opschorting', 'schadeverhaal', 'rechterlijk_bevel'] as const) expect(velden(pandverbod({ soort })), soort).toContain('invulling');
    expect(velden(pandverbod({ soort: 'contactbeperking' }))).toEqual(['kanalen']);
  });

  it.each([['1.250,50', 125_050], ['€ 80', 8_000], ['80,5', 8_050], ['80,-', 8_000], ['0', null], ['', null], ['1,250.50', null], ['-5', null], ['12.34', null], ['duizend', null], ['99999999', null]] as const)('reads %s as an amount', (typt, centen) => expect(leesCenten(typt)).toBe(centen));

  it('counts its months as people do', () => {
    expect(maandenVan(dag('2026-12-01'), dag('2027-02-28'))).toBe(3);
    expect(maandenVan(dag('2026-11-24'), dag('2026-12-23'))).toBe(1);
    expect(maandenVan(dag('2026-11-24'), dag('2027-11-23'))).toBe(12);
    const m = maandenVan(dag('2026-11-24'), dag('2026-12-24'));
    expect(m).toBeGreaterThan(1);
    expect(m).toBeLessThan(2);
  });

  it('never gets shorter in months by ending later', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 400 }), (n, extra) => {
      const begin = dag('2026-11-24');
      expect(maandenVan(begin, begin.add({ days: n + extra }))).toBeGreaterThanOrEqual(maandenVan(begin, begin.add({ days: n })));
    }));
  });

  it('knows how large its area is', () => {
    expect(gebiedVan({ ...NERGENS, overal: true })).toBe('organisatie');
    expect(gebiedVan({ ...NERGENS, locaties: ['a'] })).toBe('locatie');
    expect(gebiedVan({ ...NERGENS, locaties: ['a'] }, 'dienst')).toBe('dienst');
    expect(gebiedVan({ ...NERGENS, locaties: ['a'] }, 'organisatie')).toBe('locatie');
    expect(gebiedVan({ ...NERGENS, locaties: ['a', 'b'] })).toBe('dienst');
    expect(gebiedVan({ ...NERGENS, onderdelen: ['a'] })).toBe('dienst');
    expect(gebiedVan({ ...NERGENS, kanalen: ['telefoon'] })).toBeNull();
  });
});

describe('what a proposal needs before a decision', () => {
  const klaar: Voorstelstand = {
    soort: 'pandverbod', klasse: 'agressie', spoed: false, feiten: 1, nagekeken: true, normen: 1, waaromMaatregel: 'x', waaromDuur: 'x', afweging: 'x', kanaalBlijft: 'x', contactpersoon: true, kerndiensten: 1, aanNaam: 'x', aanAdres: 'x',
    bevestigd: false, gehoord: true, gewogen: true,
  };
  it('is nothing when all of it is there', () => expect(ontbreekt(klaar)).toEqual([]));

  it.each([
    ['the conduct', { feiten: 0 }, 'motivering'], ['a check of the conduct', { nagekeken: false }, 'motivering'], ['the norm', { normen: 0 }, 'motivering'], ['why this measure', { waaromMaatregel: '' }, 'motivering'],
    ['why this long', { waaromDuur: '' }, 'motivering'], ['what was weighed', { afweging: '' }, 'motivering'], ['a channel that stays', { kanaalBlijft: '' }, 'dienstverlening'], ['a contact person', { contactpersoon: false }, 'dienstverlening'],
    ['core services', { kerndiensten: 0 }, 'dienstverlening'], ['someone to write to', { aanAdres: '' }, 'dienstverlening'], ['a hearing', { gehoord: false, gewogen: false }, 'wederhoor'], ['how it was weighed', { gewogen: false }, 'weging'],
    ['a second person for much contact', { klasse: 'onevenredig_beroep' }, 'tweede_persoon'],
  ] as const)('is named: %s', (_, over, deel) => expect(ontbreekt({ ...klaar, ...over }).map((o) => o.deel)).toEqual([deel]));

  it('lets an urgent measure go before the hearing, and no other', () => {
    expect(ontbreekt({ ...klaar, spoed: true, gehoord: false, gewogen: false })).toEqual([]);
    for (const soort of soortcodes.filter((s) => s !== 'rechterlijk_bevel')) expect(ontbreekt({ ...klaar, soort, gehoord: false, gewogen: false }).map((o) => o.deel), soort).toContain('wederhoor');
  });

  it('does not ask how long of what is done once', () => {
    for (const soort of soortcodes) expect(ontbreekt({ ...klaar, soort, waaromDuur: '' }).length, soort).toBe(isEenmalig(soort) || soort === 'rechterlijk_bevel' ? 0 : 1);
  });
});
