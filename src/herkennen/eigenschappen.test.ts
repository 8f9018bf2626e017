import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aannames, Frequentieteller, grenzen, ontleedNaam, rangschik, sleutels, vergelijk, vraagsleutels, welkVeldZouBeslissen, Zoekindex, type Context, type Persoonsgegevens } from './index.ts';
import { naarKans, onbeslist } from './vergelijk.ts';

const voornaam = fc.constantFrom('Jan', 'Johannes', 'J.', 'Anna', 'Mohamed', 'Fatima Zahra', 'Radjesh', 'Łukasz', 'Wei', 'J.P.', 'İbrahim', 'Владимир', 'محمد', 'Jean-Paul', 'K', '');
const achternaam = fc.constantFrom('de Vries', 'Vries', 'van den Berg', 'vandenberg', 'Bakker-de Vries', 'El Amrani', 'Öztürk', 'Oeztuerk', 'Wiśniewska', 'Путин', 'القذافي', 'Ramdin', 'Zhang', "'t Hart", 'Nguyen Van', '');
const datum = fc.constantFrom('7-3-1984', '3-7-1984', '1984', '00-03-1984', '1-1-1980', '31-02-1970', '1-1-1900', '7-3-1948', 'onbekend', null);
const adres = fc.record({ postcode: fc.constantFrom('1234AB', '1234 ab', '1234AC', '8011XZ', ''), huisnummer: fc.constantFrom('12', '12 bis hs', 12, '13', ''), toevoeging: fc.constantFrom('', 'A', 'hs', 'III') });
const persoon: fc.Arbitrary<Persoonsgegevens> = fc.record({
  voornamen: voornaam, geslachtsnaam: achternaam, geboortedatum: datum, partnernaam: fc.constantFrom('', 'Jansen'), geslacht: fc.constantFrom('m', 'v', null), adressen: fc.array(adres, { maxLength: 2 }),
  telefoons: fc.array(fc.constantFrom('06-12345678', '+31612345678', '0701234567', '0612345687'), { maxLength: 2 }), emails: fc.array(fc.constantFrom('a@b.nl', 'jan@voorbeeld.nl'), { maxLength: 1 }),
});
const context = fc.constantFrom<Context>({ aanname: aannames.paar }, { aanname: aannames.controle(100_000) }, { aanname: aannames.incident(50) });
const rommel = fc.oneof(fc.string({ maxLength: 400, unit: 'binary' }), fc.string({ maxLength: 60, unit: fc.constantFrom('%', '_', '*', '(', '[', '\\', "'", '"', ';', '-', ' ', 'a', '\u202e', '\u200d', '\0', 'а', '’', '١', '💣', '.', '+', '{', '}', '^', '$', '|') }));

describe('two records', () => {
  it('with a birthday and a surname, however rare, may be twins: the first name is asked for, and then decides', () => {
    fc.assert(fc.property(fc.constantFrom('Zwaardemaker', 'Bakker', 'El Amrani', 'Öztürk'), fc.integer({ min: 1, max: 28 }), fc.constantFrom(40, 1_000, 100_000), (geslachtsnaam, dag, n) => {
      const samen = { geslachtsnaam, geboortedatum: `${dag}-3-1984` };
      const aanname = aannames.incident(n);
      expect(vergelijk(samen, { ...samen, voornamen: 'Josephine' }, { aanname }).band).not.toBe('waarschijnlijk');
      expect(vergelijk({ ...samen, voornamen: 'Josephine' }, { ...samen, voornamen: 'Josephine' }, { aanname }).band).toBe('waarschijnlijk');
      expect(welkVeldZouBeslissen(samen, aanname).filter((v) => v.beslist).map((v) => v.veld)).toContain('voornaam');
    }));
  });

  it('give the same answer whoever is first, and the same each time', () => {
    fc.assert(fc.property(persoon, persoon, context, (a, b, ctx) => {
      const een = vergelijk(a, b, ctx);
      const ander = vergelijk({ ...b }, { ...a }, ctx);
      expect(ander.kans).toBeCloseTo(een.kans, 12);
      expect(ander.band).toBe(een.band);
      expect(vergelijk({ ...a }, { ...b }, ctx)).toEqual(een);
    }));
  });

  it('have a probability between nothing and all, and reasons that add up to what is said', () => {
    fc.assert(fc.property(persoon, persoon, context, (a, b, ctx) => {
      const { kans, bits, redenen } = vergelijk(a, b, ctx);
      expect(kans).toBeGreaterThanOrEqual(0);
      expect(kans).toBeLessThanOrEqual(1);
      expect(Math.abs(redenen.reduce((s, r) => s + r.bits, 0) - bits)).toBeLessThan(0.06);
      for (const r of redenen) expect(r.tekst).toMatch(/^\p{Ll}/u);
    }));
  });

  it('are never surpassed by another as the match of one with itself', () => {
    fc.assert(fc.property(persoon, persoon, (a, b) => {
      const ctx = { aanname: aannames.controle(1_000) };
      expect(vergelijk(a, { ...a }, ctx).bits).toBeGreaterThanOrEqual(vergelijk(a, b, ctx).bits - 1.5);
    }));
  });

  it('are not less the same when one more field agrees', () => {
    fc.assert(fc.property(persoon, persoon, context, (a, b, ctx) => {
      const zonder = vergelijk({ ...a, kenmerken: [], accounts: [] }, { ...b, kenmerken: [], accounts: [] }, ctx);
      const met = vergelijk({ ...a, kenmerken: ['KL-10077'], accounts: ['x:@stadsmens'] }, { ...b, kenmerken: ['kl10077'], accounts: ['https://x.com/stadsmens'] }, ctx);
      expect(met.kans).toBeGreaterThanOrEqual(zonder.kans - 1e-12);
    }));
  });

  it('with only their names are never called likely, however rare the name', () => {
    fc.assert(fc.property(persoon, persoon, fc.constantFrom(1, 2, 10, 1_000_000), (a, b, n) => {
      const kaal = (p: Persoonsgegevens): Persoonsgegevens => ({ voornamen: p.voornamen, geslachtsnaam: p.geslachtsnaam, partnernaam: p.partnernaam, geslacht: p.geslacht });
      expect(vergelijk(kaal(a), kaal(b), { aanname: aannames.incident(n) }).band).not.toBe('waarschijnlijk');
      expect(vergelijk(kaal(a), kaal(a), { aanname: aannames.incident(n) }).band).not.toBe('waarschijnlijk');
    }));
  });

  it('reach the probability of likely just when a field of one person decides', () => {
    const register = context.filter((c) => c.aanname.schrijfwijze === 'register');
    fc.assert(fc.property(persoon, persoon, register, (a, b, ctx) => {
      for (const { kans, band } of [vergelijk(a, b, ctx), vergelijk(a, { ...a }, ctx), ...rangschik(a, [{ kandidaat: 1, gegevens: b }, { kandidaat: 2, gegevens: { ...a } }], ctx)]) {
        expect(kans >= grenzen.waarschijnlijk).toBe(band === 'waarschijnlijk');
      }
    }));
  });

  it('of which nothing decides keep their order, and stay below likely', () => {
    fc.assert(fc.property(fc.double({ min: -40, max: 60, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }), (log, meer) => {
      expect(onbeslist(log + meer)).toBeGreaterThanOrEqual(onbeslist(log));
      if (log + meer < 20 && meer > 0.01) expect(onbeslist(log + meer)).toBeGreaterThan(onbeslist(log));
      expect(naarKans(onbeslist(log))).toBeLessThan(grenzen.waarschijnlijk);
      // What is no more than possible is told as it is.
      if (log < 3) expect(onbeslist(log)).toBe(log);
    }));
  });

  it('with the words of a name in another order are as much the same', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('Wei', 'Zhang', 'Jan', 'Bakker', 'Kim', 'Nguyen', 'Amrani', 'Sofia'), { minLength: 2, maxLength: 3 }), (woorden) => {
      const recht = woorden.join(' ');
      const om = woorden.toReversed().join(' ');
      expect(vergelijk({ naam: recht }, { naam: om }, { aanname: aannames.paar }).kans).toBeGreaterThan(0.5);
    }));
  });
});

describe('hostile and broken input', () => {
  it('is answered, never thrown, and matches nobody by pattern', () => {
    fc.assert(fc.property(rommel, rommel, rommel, (naam, geboortedatum, rest) => {
      const p: Persoonsgegevens = { naam, voornamen: rest, geslachtsnaam: naam, geboortedatum, adressen: [{ postcode: rest, huisnummer: naam, straat: rest }], telefoons: [rest], emails: [naam], accounts: [rest], kenmerken: [naam] };
      ontleedNaam(naam);
      for (const s of [...sleutels(p), ...vraagsleutels(p)]) expect(s).toMatch(/^[a-z]{1,2}-/);
      expect(sleutels(p).length).toBeLessThanOrEqual(60);
      expect(vraagsleutels(p).length).toBeLessThanOrEqual(160);
      const { kans } = vergelijk(p, { naam: 'Jan de Vries', geboortedatum: '7-3-1984' }, { aanname: aannames.paar });
      expect(Number.isFinite(kans)).toBe(true);
    }));
  });

  it.each(['%', '_', '*', '.*', 'J*', "' or 1=1 --", '%%%', '(a+)+$', 'NULL', '../../etc/passwd', '{{7*7}}'])('%s finds nobody', (naam) => {
    for (const ander of ['Jan de Vries', 'Fatima El Amrani', 'Oeds Or']) expect(vergelijk({ naam }, { naam: ander }, { aanname: aannames.paar }).band).toBe('geen');
  });

  it.each([
    ['Jаn de Vriеs', 'Jan de Vries'], ['Ｊａｎ　Ｂａｋｋｅｒ', 'Jan Bakker'], ['J\u200ban Bak\u00adker', 'Jan Bakker'], ['\u202eJan Bakker', 'Jan Bakker'], ['𝕁𝕒𝕟 𝔹𝕒𝕜𝕜𝕖𝕣', 'Jan Bakker'], ['Jan Ba\u0301kker', 'Jan Bakker'],
  ])('letters that only look alike do not hide %s', (a, b) => {
    expect(vergelijk({ naam: a }, { naam: b }, { aanname: aannames.paar }).kans).toBeGreaterThan(0.8);
  });

  it('of three hundred characters and more takes no more than a moment', () => {
    const lang = ['a'.repeat(100_000), 'aaaa '.repeat(20_000), 'v.d. '.repeat(5_000), '-'.repeat(50_000), 'Jan-'.repeat(10_000), 'ij'.repeat(30_000), '('.repeat(40_000), `Jan ${'van den '.repeat(9_000)}Berg`, 'ا'.repeat(90_000), '中'.repeat(90_000)];
    const begin = performance.now();
    for (const naam of lang) {
      for (const ander of lang) vergelijk({ naam }, { naam: ander }, { aanname: aannames.paar });
      vraagsleutels({ naam, voornamen: naam, geslachtsnaam: naam });
    }
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});

describe('keys', () => {
  it('a record is found by its own keys', () => {
    fc.assert(fc.property(persoon, (p) => {
      const eigen = sleutels(p);
      const gevraagd = new Set(vraagsleutels({ ...p }));
      expect(eigen.filter((s) => gevraagd.has(s)).length).toBeGreaterThanOrEqual(Math.min(2, eigen.length));
    }));
  });

  it.each<[string, Persoonsgegevens]>([
    ['a letter wrong in the surname', { voornamen: 'Marieke', geslachtsnaam: 'Hoeksrta', geboortedatum: '7-3-1984' }],
    ['a nickname', { voornamen: 'Mies', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' }],
    ['names swapped', { voornamen: 'Hoekstra', geslachtsnaam: 'Marieke', geboortedatum: '7-3-1984' }],
    ['day and month swapped and a letter wrong', { voornamen: 'Marieke', geslachtsnaam: 'Hoekstre', geboortedatum: '3-7-1984' }],
    ['another surname on the same day', { voornamen: 'Marieke', geslachtsnaam: 'Jansen', geboortedatum: '7-3-1984' }],
    ['only a letter and a surname', { voornamen: 'M', geslachtsnaam: 'Hoekstra', geboortedatum: '1984' }],
    ['only the surname and the date', { geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' }],
    ['nothing but the telephone number', { telefoons: ['0031 6 1234 5678'] }],
    ['another name at the same address', { geslachtsnaam: 'Dekker', adressen: [{ postcode: '1234 ab', huisnummer: '12 hs' }] }],
  ])('are shared with a question with %s', (_, vraag) => {
    const stand = new Set(sleutels({ voornamen: 'Marieke', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984', telefoons: ['06-12345678'], adressen: [{ postcode: '1234AB', huisnummer: 12 }] }));
    expect(vraagsleutels(vraag).some((s) => stand.has(s))).toBe(true);
  });
});

describe('a list of candidates', () => {
  const register: { kandidaat: string; gegevens: Persoonsgegevens }[] = [
    { kandidaat: 'jan', gegevens: { voornamen: 'Jan', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' } },
    { kandidaat: 'jaap', gegevens: { voornamen: 'Jaap', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' } },
    { kandidaat: 'piet', gegevens: { voornamen: 'Piet', geslachtsnaam: 'Hoekstra', geboortedatum: '1-2-1950' } },
  ];
  const aanname = aannames.controle(1_000);

  it('is in order of probability', () => {
    expect(rangschik({ voornamen: 'Jan', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' }, register, { aanname }).map((t) => t.kandidaat)).toEqual(['jan', 'jaap', 'piet']);
  });

  it('does not choose between twins when only a letter is known', () => {
    const treffers = rangschik({ voornamen: 'J.', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' }, register, { aanname });
    expect(treffers[0]?.band).not.toBe('waarschijnlijk');
    expect((treffers[0]?.kans ?? 0) + (treffers[1]?.kans ?? 0)).toBeLessThanOrEqual(1.0001);
  });

  it('does choose between them when the first name is known', () => {
    expect(rangschik({ voornamen: 'Jaap', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' }, register, { aanname })[0]).toMatchObject({ kandidaat: 'jaap', band: 'waarschijnlijk' });
  });

  it('lets someone registered twice be likely twice', () => {
    const dubbel = [...register, { kandidaat: 'jan ook', gegevens: { voornamen: 'Jan', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' } }];
    expect(rangschik({ voornamen: 'Jan', geslachtsnaam: 'Hoekstra', geboortedatum: '7-3-1984' }, dubbel, { aanname }).filter((t) => t.band === 'waarschijnlijk').map((t) => t.kandidaat)).toEqual(['jan', 'jan ook']);
  });

  it('weighs a name by how many have it in this register', () => {
    const teller = new Frequentieteller();
    for (let i = 0; i < 5_000; i++) teller.neem({ voornamen: i % 10 === 0 ? 'Jan' : 'Wolfhelm', geslachtsnaam: i % 5 === 0 ? 'Zeldzaam' : 'Vanderstokken', geboortedatum: '1-1-1980' });
    const frequenties = teller.klaar();
    const bits = (geslachtsnaam: string): number => vergelijk({ geslachtsnaam }, { geslachtsnaam }, { aanname, frequenties }).redenen[0]?.bits ?? 0;
    expect(bits('Zeldzaam')).toBeGreaterThan(bits('Vanderstokken'));
    expect(bits('Quispel')).toBeGreaterThan(bits('Zeldzaam'));
  });

  it('in memory finds one with an error in every field', () => {
    const index = new Zoekindex<string>();
    for (const r of register) index.voeg(r.kandidaat, r.gegevens);
    expect(index.zoek({ voornamen: 'Jann', geslachtsnaam: 'Hoekstar', geboortedatum: '7-4-1984' }, { aanname })[0]?.kandidaat).toBe('jan');
  });
});

describe('the field that would decide', () => {
  const aanname = aannames.controle(100_000);

  it('is asked for when only a name is known, and is not another name', () => {
    const [eerste, ...meer] = welkVeldZouBeslissen({ naam: 'Jan Jansen' }, aanname);
    expect(eerste).toMatchObject({ veld: 'geboortedatum' });
    expect(meer.map((v) => v.veld)).toContain('telefoon');
    expect(meer.some((v) => v.veld === 'achternaam' && v.beslist)).toBe(false);
  });

  it('is not asked for when there is enough', () => {
    expect(welkVeldZouBeslissen({ naam: 'Wolfhelm Quispel', geboortedatum: '7-3-1984', adressen: [{ postcode: '1234AB', huisnummer: 5 }] }, aanname)).toEqual([]);
  });

  it('with a year of birth asks for the whole date', () => {
    expect(welkVeldZouBeslissen({ naam: 'Jan Jansen', geboortedatum: '1984' }, aanname)[0]?.veld).toBe('geboortedatum');
  });
});
