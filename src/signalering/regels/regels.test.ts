import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { stapNa } from './bezoek.ts';
import { bevindingen, geremd, grenzen, isNieuws, systeemgrenzen, type Gebruik } from './gebruik.ts';
import { leesGeboortedatum, leesHuisnummer, leesNaam, leesPostcode, normaliseerToevoeging } from './invoer.ts';
import { naamIn } from './namen.ts';
import { bezwaarTegen, isOpenbaarAdres } from './netwerk.ts';
import { MEEST_GETOOND, oordeelAdres, oordeelPersoon, type Geldig } from './oordeel.ts';
import { instructiecodes, instructies, kleurVan, zwaarste, type Instructie } from './woorden.ts';

const VANDAAG = Temporal.PlainDate.from('2026-11-23');
const goed = <T,>(g: { ok: true; waarde: T } | { ok: false; tekst: string }): T | string => (g.ok ? g.waarde : `fout: ${g.tekst}`);

describe('what people type', () => {
  it.each([
    ['7-3-1984', { jaar: 1984, maand: 3, dag: 7 }], ['07/03/1984', { jaar: 1984, maand: 3, dag: 7 }], ['7 maart 1984', { jaar: 1984, maand: 3, dag: 7 }], ['1984-03-07', { jaar: 1984, maand: 3, dag: 7 }],
    ['03-1984', { jaar: 1984, maand: 3, dag: null }], ['1984', { jaar: 1984, maand: null, dag: null }], ['1-1-1900', { jaar: 1900, maand: 1, dag: 1 }], ['', null],
  ])('reads the date of birth %j', (tekst, verwacht) => expect(goed(leesGeboortedatum(tekst, VANDAAG))).toEqual(verwacht));

  it.each(['31-02-1984', '32-1-1984', '13-1984', '1850', '2030', '24-11-2026', 'morgen', 'vandaag', 'maandag', '0', '99-99-9999', '1984-13-01', 'x'.repeat(500)])('refuses %j as a date of birth', (tekst) => expect(leesGeboortedatum(tekst, VANDAAG).ok).toBe(false));

  it.each([['1234ab', '1234AB'], [' 1234  AB ', '1234AB'], ['１２３４ａｂ', '1234AB'], ['', null]])('reads the postcode %j', (tekst, verwacht) => expect(goed(leesPostcode(tekst))).toBe(verwacht));
  it.each(['0123AB', '12345', '1234', 'AB1234', '1234A', '1234ABC', '%'])('refuses the postcode %j', (tekst) => expect(leesPostcode(tekst).ok).toBe(false));

  it.each([
    ['12', '', 12, ''], ['12A', '', 12, 'A'], ['12 bis hs', '', 12, 'BISHS'], ['12-III', '', 12, '3'], ['12', 'iii', 12, '3'], ['12 3 hoog', '', 12, '3'], ['12', 'huis', 12, 'HS'], ['12 H', '', 12, 'HS'], ['12', 'hs', 12, 'HS'], ['12B', 'a', 12, 'A'],
  ])('reads number %j with %j', (nummer, toevoeging, huisnummer, verwacht) => expect(goed(leesHuisnummer(nummer, toevoeging))).toEqual({ huisnummer, toevoeging: verwacht }));
  it.each(['Postbus 12', 'A12', '0', '123456', '-1', '12 aan de overkant van de straat'])('refuses the number %j', (nummer) => expect(leesHuisnummer(nummer, '').ok).toBe(false));

  it('normalises a toevoeging once and for all', () => fc.assert(fc.property(fc.string(), (t) => {
    const een = normaliseerToevoeging(t);
    expect(een).toMatch(/^[0-9A-Z]*$/);
    expect(normaliseerToevoeging(een.length > 0 ? een : '')).toBe(normaliseerToevoeging(een));
  })));

  it('never lets a sign that means something elsewhere through in a name', () => fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 250 }), (t) => {
    const g = leesNaam(t);
    if (g.ok && g.waarde !== null) expect(g.waarde).not.toMatch(/[%_*?\\<>;"\u0000-\u001f\u202a-\u202e\u2066-\u2069\u200b-\u200f]/u);
  })));

  it.each(['O’Brien', "d'Ancona", 'Müller-Lüdenscheidt', 'İsmail Yıldız', 'محمد القذافي', 'Łukasz Żółć', 'Ng Wi'])('keeps the name %j as it is', (naam) => expect(goed(leesNaam(naam))).toBe(naam));

  it('finds a name as a whole word, whatever its capitals and accents', () => {
    expect(naamIn('Vraag Renée niet', ['renee'])).toBe(true);
    expect(naamIn('Parkeer bij het samirapark', ['Samira'])).toBe(false);
    expect(naamIn('Ga van achter naar binnen', ['van Achteren', 'de Boer'])).toBe(false);
  });
});

const instr = fc.subarray([...instructiecodes], { minLength: 1 });
const signaal = fc.record({ id: fc.uuid(), instructies: instr, toelichting: fc.constantFrom('', 'Bel aan de achterkant') });
const vraag = fc.record({ heleGeboortedatum: fc.boolean(), geboortejaar: fc.boolean(), adres: fc.boolean(), telefoon: fc.boolean() });

describe('the answer', () => {
  it('has the light of its instructions, and no other', () => fc.assert(fc.property(instr, (i) => {
    const rood: readonly Instructie[] = ['niet_bezoeken', 'alleen_op_kantoor'];
    expect(kleurVan(i)).toBe(i.some((x) => rood.includes(x)) ? 'rood' : 'geel');
    for (const x of i) expect(instructies[x].kleur).toBe(rood.includes(x) ? 'rood' : 'geel');
  })));

  it('about a person gives a light only to who is almost certainly meant, never on a name alone, and never more than ten', () =>
    fc.assert(fc.property(vraag, fc.array(fc.record({ band: fc.constantFrom('waarschijnlijk' as const, 'mogelijk' as const), signaal }), { maxLength: 30 }), (g, treffers) => {
      const uit = oordeelPersoon(g, treffers);
      const alleenNaam = !g.heleGeboortedatum && !g.geboortejaar && !g.adres && !g.telefoon;
      const zeker = treffers.some((t) => t.band === 'waarschijnlijk');
      if (uit.uitkomst === 'rood' || uit.uitkomst === 'geel') expect(zeker && !alleenNaam).toBe(true);
      else expect([uit.instructies, uit.toelichtingen, uit.signalen]).toEqual([[], [], []]);
      if (alleenNaam) expect(uit).toMatchObject({ uitkomst: 'niet_te_bepalen', vraagOm: 'geboortedatum' });
      else if (!zeker) expect(uit.uitkomst).toBe(treffers.length > 0 ? 'niet_te_bepalen' : 'groen');
      expect(uit.signalen.length).toBeLessThanOrEqual(MEEST_GETOOND);
      // Leaving lighter ones out never hides a red one.
      if (zeker && !alleenNaam && treffers.some((t) => t.band === 'waarschijnlijk' && kleurVan(t.signaal.instructies) === 'rood')) expect(uit.uitkomst).toBe('rood');
    })));

  it('about an address never takes two homes that are both known for one', () => {
    const s = (id: string): Geldig => ({ id, instructies: ['met_zijn_tweeen'], toelichting: '' });
    expect(oordeelAdres('A', [{ toevoeging: 'B', signaal: s('1') }]).uitkomst).toBe('groen');
    expect(oordeelAdres('A', [{ toevoeging: 'A', signaal: s('1') }])).toMatchObject({ uitkomst: 'geel', zelfdePand: false });
    expect(oordeelAdres('A', [{ toevoeging: '', signaal: s('1') }])).toMatchObject({ uitkomst: 'geel', zelfdePand: true });
    expect(oordeelAdres('', [{ toevoeging: 'A', signaal: s('1') }])).toMatchObject({ uitkomst: 'geel', zelfdePand: true });
    expect(oordeelAdres('', [{ toevoeging: '', signaal: s('1') }])).toMatchObject({ uitkomst: 'geel', zelfdePand: false });
  });

  it('of several is the heaviest', () => {
    expect(zwaarste(['groen', 'geel', 'niet_te_bepalen'])).toBe('geel');
    expect(zwaarste(['groen', 'niet_te_bepalen'])).toBe('niet_te_bepalen');
    expect(zwaarste(['geel', 'rood'])).toBe('rood');
    expect(zwaarste([])).toBe('groen');
  });
});

describe('use', () => {
  const rust: Gebruik = { tienMinuten: 3, los: 30, lijsten: 2, buitenUren: 2, eenAchternaam: 2, eenPostcode: 3 };
  it('of an ordinary day says nothing', () => expect(bevindingen(rust)).toEqual([]));
  it('is reported before it is braked, for every pattern', () => {
    for (const g of Object.values(grenzen)) expect(g.meld).toBeLessThan(g.rem);
  });
  it('never becomes less conspicuous by more of it', () => {
    const telling = fc.record({ tienMinuten: fc.nat(200), los: fc.nat(200), lijsten: fc.nat(20), buitenUren: fc.nat(50), eenAchternaam: fc.nat(30), eenPostcode: fc.nat(40) });
    fc.assert(fc.property(telling, telling, (a, b) => {
      const samen = Object.fromEntries(Object.entries(a).map(([k, w]) => [k, w + b[k as keyof Gebruik]])) as unknown as Gebruik;
      expect(bevindingen(samen).length).toBeGreaterThanOrEqual(bevindingen(a).length);
      if (geremd(a)) expect(geremd(samen)).toBe(true);
    }));
  });
});

describe('use of a system', () => {
  const maat = { perMinuut: 60, perDag: 500 };
  const dag: Gebruik = { tienMinuten: 300, los: 400, lijsten: 0, buitenUren: 40, eenAchternaam: 6, eenPostcode: 12 };
  it('of a busy day says nothing; of one surname or one street over and over it is reported, and braked', () => {
    expect(bevindingen(dag, maat)).toEqual([]);
    expect(bevindingen({ ...dag, eenAchternaam: 13, eenPostcode: 45 }, maat)).toEqual([{ patroon: 'een_achternaam', aantal: 13, geremd: false }, { patroon: 'een_straat', aantal: 45, geremd: true }]);
    expect(geremd({ ...dag, eenAchternaam: 25 }, maat)).toBe(true);
  });
  it('of a little one is judged like that of a colleague', () => {
    for (const eenAchternaam of [5, 6, 12]) expect(bevindingen({ ...rustig, eenAchternaam }, maat)).toEqual(bevindingen({ ...rustig, eenAchternaam }));
  });
  it('is reported before it is braked, for every pattern and whatever was agreed', () =>
    fc.assert(fc.property(fc.record({ perMinuut: fc.integer({ min: 1, max: 600 }), perDag: fc.integer({ min: 1, max: 100_000 }) }), fc.nat(100_000), (m, los) => {
      for (const g of Object.values(systeemgrenzen(m, { los }))) expect(g.meld).toBeLessThan(g.rem);
    })));
  it('never becomes less conspicuous by more of one pattern', () => {
    const telling = fc.record({ tienMinuten: fc.nat(6_000), los: fc.nat(2_000), lijsten: fc.nat(20), buitenUren: fc.nat(600), eenAchternaam: fc.nat(200), eenPostcode: fc.nat(200) });
    fc.assert(fc.property(telling, fc.constantFrom('tienMinuten', 'lijsten', 'buitenUren', 'eenAchternaam', 'eenPostcode'), fc.nat(500), (g, wat, erbij) => {
      const meer = { ...g, [wat]: g[wat] + erbij };
      expect(bevindingen(meer, maat).length).toBeGreaterThanOrEqual(bevindingen(g, maat).length);
      if (geremd(g, maat)) expect(geremd(meer, maat)).toBe(true);
    }));
  });
  it('that was explained is news again when there is twice as much of it, or when it is braked', () => {
    const b = { patroon: 'buiten_uren' as const, aantal: 100, geremd: false };
    expect([isNieuws(b, null), isNieuws(b, 60), isNieuws(b, 50), isNieuws({ ...b, geremd: true }, 99)]).toEqual([true, false, true, true]);
  });
  const rustig: Gebruik = { tienMinuten: 3, los: 30, lijsten: 0, buitenUren: 2, eenAchternaam: 2, eenPostcode: 3 };
});

describe('the timer of a visit', () => {
  it('comes to the colleague, his leidinggevende and the Adviseur, in that order, and ends', () => {
    const terug = Temporal.Instant.from('2026-11-23T14:30:00Z');
    const gehoord: string[][] = [];
    let volgende: Temporal.Instant | null = terug;
    for (let stap = 0; volgende !== null; stap += 1) {
      const s: ReturnType<typeof stapNa> = stapNa(stap, terug);
      gehoord.push([volgende.toString(), ...s.wie]);
      if (s.volgende) expect(Temporal.Instant.compare(s.volgende, volgende)).toBe(1);
      volgende = s.volgende;
    }
    expect(gehoord).toEqual([
      ['2026-11-23T14:30:00Z', 'collega'], ['2026-11-23T14:40:00Z', 'leidinggevende'], ['2026-11-23T14:55:00Z', 'adviseur'], ['2026-11-23T15:30:00Z', 'leidinggevende', 'adviseur'],
    ]);
  });
});

describe('where a webhook may go', () => {
  it.each(['https://zaken.gemeente.nl/rugdekking', 'https://a.b.example:8443/x'])('may be %s', (url) => expect(bezwaarTegen(url)).toBeNull());
  it.each([
    'http://zaken.gemeente.nl/', 'ftp://zaken.gemeente.nl/', 'javascript:alert(1)', 'file:///etc/passwd', '//zaken.gemeente.nl', 'https://', 'https://localhost/', 'https://LOCALHOST./', 'https://10.0.0.1/', 'https://[::1]/', 'https://2130706433/', 'https://0x7f.1/', 'https://017700000001/',
    'https://printer.local/', 'https://db.internal/', 'https://intranet/', 'https://u:p@zaken.gemeente.nl/', 'https://zaken.gemeente.nl/?naam=jan', 'https://zaken.gemeente.nl/#x', `https://zaken.gemeente.nl/${'a'.repeat(600)}`, 'https://127.0.0.1.nip.io.local/',
  ])('is never %s', (url) => expect(bezwaarTegen(url)).not.toBeNull());

  it.each(['8.8.8.8', '195.35.1.1', '2a02:898::1', '2001:4860:4860::8888'])('can be reached at %s', (ip) => expect(isOpenbaarAdres(ip)).toBe(true));
  it.each(['127.0.0.1', '127.255.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:7f00:1::', '2001:db8::1', 'geen', ''])('never reaches %s', (ip) => expect(isOpenbaarAdres(ip)).toBe(false));
});
