import { describe, expect, it } from 'vitest';
import { standaardvormen } from '../../inrichting/index.ts';
import { Kader, type Kaderregel } from './kader.ts';
import { kijkNa, type Bevinding } from './nakijken.ts';
import { persoonssoortcodes } from './soorten.ts';
import { standaardkader } from './standaard.ts';

const basis = standaardkader('medewerker');
const met = (code: string, over: Partial<Kaderregel>): Kader => ({ ...basis, regels: basis.regels.map((r) => (r.code === code ? { ...r, ...over } : r)) });
const na = (k: Kader): Bevinding[] => kijkNa(k, standaardvormen);
const fouten = (k: Kader): Bevinding[] => na(k).filter((b) => b.ernst === 'fout');

describe('looking a version over', () => {
  it.each(persoonssoortcodes)('finds nothing in the way in the tables of the handreiking (%s), and names what they leave open', (soort) => {
    const gevonden = kijkNa(standaardkader(soort), standaardvormen);
    expect(gevonden.filter((b) => b.ernst === 'fout')).toEqual([]);
    expect(gevonden.filter((b) => b.soort === 'tegenspraak').map((b) => b.over.join())).toEqual(['A2,B1', 'A2,B1', 'A7,B2', 'A8,B4']);
    expect(gevonden.filter((b) => b.soort === 'gat').map((b) => b.over)).toEqual([['anders']]);
  });

  it('names a behaviour without a rule, and one without a rule for a way of contact', () => {
    expect(fouten({ ...basis, regels: basis.regels.filter((r) => r.code !== 'A3') })).toMatchObject([{ soort: 'gat', over: ['telefonisch'] }]);
    expect(fouten(met('A2', { media: ['persoonlijk'] }))).toMatchObject([{ soort: 'gat', over: ['verbaal'], zin: expect.stringContaining('per telefoon') }]);
  });

  it('names a range upside down, a length of nothing, and one that is missing or too much', () => {
    const verbod = (duur: Kaderregel['sancties'][number]['duur']) => met('A9', { sancties: [{ maatregelen: ['pandverbod'], duur }] });
    expect(fouten(verbod({ soort: 'tussen', van: 12, tot: 6 }))).toMatchObject([{ soort: 'duur', zin: 'Tabel A, regel 9: de duur staat omgekeerd: van 12 tot 6 maanden.' }]);
    expect(fouten(verbod({ soort: 'geen' })).some((b) => b.soort === 'duur' && b.zin.includes('ontbreekt de duur'))).toBe(true);
    expect(fouten(verbod({ soort: 'vast', maanden: 0 })).some((b) => b.zin.includes('minstens 1 maand'))).toBe(true);
    expect(fouten(met('A2', { sancties: [{ maatregelen: ['waarschuwing'], duur: { soort: 'vast', maanden: 3 } }] })).some((b) => b.zin.includes('heeft geen duur'))).toBe(true);
  });

  it('names a decider that does not exist, and a behaviour for which nobody decides', () => {
    expect(fouten(met('A4', { beslissers: ['baas'] }))).toMatchObject([{ soort: 'beslisser', over: ['A4'], zin: 'Tabel A, regel 4 noemt een onbekende beslisser: ‘baas’.' }]);
    expect(fouten(met('A8', { overlegMet: 'ot' })).map((b) => b.soort)).toEqual(['beslisser']);
    expect(fouten(met('A7', { sancties: [{ maatregelen: ['pandverbod'], duur: { soort: 'open', metWie: 'iemand' } }] })).map((b) => b.soort)).toEqual(['beslisser']);
    expect(fouten(met('A4', { beslissers: [] }))).toMatchObject([{ soort: 'beslisser', over: ['bedreiging_organisatie'] }]);
  });

  it('names a repetition that is lighter, and heavier conduct with a lighter measure', () => {
    expect(fouten(met('B2', { herhaling: { soort: 'regel', sancties: [{ maatregelen: ['waarschuwing'], duur: { soort: 'geen' } }], politie: [] } })).map((b) => [b.soort, b.over.join()])).toEqual([['tegenspraak', 'B2']]);
    const licht = fouten(met('A6', { sancties: [{ maatregelen: ['pandverbod'], duur: { soort: 'vast', maanden: 2 } }] }));
    expect(licht.map((b) => b.over.join())).toContain('A6,A5');
    expect(licht.every((b) => b.soort === 'tegenspraak')).toBe(true);
  });

  it('names overlap within a table and twice the same number', () => {
    const a4 = basis.regels.find((r) => r.code === 'A4');
    if (!a4) throw new Error('A4 ontbreekt');
    expect(na({ ...basis, regels: [...basis.regels, { ...a4, code: 'A10' }] }).filter((b) => b.soort === 'overlap').map((b) => b.over)).toEqual([['A4', 'A10']]);
    expect(fouten({ ...basis, regels: [...basis.regels, { ...a4 }] }).some((b) => b.soort === 'overlap' && b.over.includes('A4'))).toBe(true);
  });

  it('names a rule that never applies', () => {
    const nieuw = (over: Partial<Kaderregel>): Kader => ({ ...basis, regels: [...basis.regels, { ...(basis.regels[1] as Kaderregel), code: 'C1', ...over }] });
    expect(fouten(nieuw({ gedragingen: [] })).map((b) => b.soort)).toEqual(['onbereikbaar']);
    expect(fouten(nieuw({ gedragingen: ['emotie'] })).map((b) => b.soort)).toEqual(['onbereikbaar']);
    // 'telefonisch' through schelden is always on the telephone; through lastigvallen it can be in writing.
    const zonderStalking: Kader = { ...nieuw({ gedragingen: ['telefonisch'], media: ['schriftelijk'] }), koppelingen: basis.koppelingen.filter((x) => x.vorm !== 'lastigvallen') };
    expect(fouten(zonderStalking)).toMatchObject([{ soort: 'onbereikbaar', over: ['C1'] }]);
  });

  it('names what points to something that is gone', () => {
    const zonder: Kader = { ...basis, gedragingen: basis.gedragingen.filter((g) => g.code !== 'vernieling') };
    expect(fouten(zonder).filter((b) => b.soort === 'verwijzing').map((b) => b.over[0])).toEqual(['A9', 'B3', 'spugen_gooien_vernielen']);
  });

  it('names an area upside down and a time to look back of nothing', () => {
    expect(fouten(met('A5', { gebied: { van: 'organisatie', tot: 'dienst' } })).map((b) => b.soort)).toEqual(['gebied']);
    expect(fouten({ ...basis, terugkijken: { maanden: 0, telt: 'elke' } }).map((b) => b.soort)).toEqual(['terugkijken']);
    expect(fouten(met('A5', { terugkijkMaanden: 0 })).map((b) => b.soort)).toEqual(['terugkijken']);
  });

  it('refuses another form than it knows', () => {
    expect(Kader.safeParse({ ...basis, extra: 1 }).success).toBe(false);
    expect(Kader.safeParse({ ...basis, regels: [{ ...basis.regels[0], code: 'a1' }] }).success).toBe(false);
    expect(Kader.safeParse(basis).success).toBe(true);
  });
});
