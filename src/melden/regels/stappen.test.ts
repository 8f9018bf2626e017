import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { beloftezin, opMoment, volgstappen, type Volgfeiten, type Volgklok } from './stappen.ts';

const NU = Temporal.Instant.from('2026-11-23T13:10:00Z');
const op = fc.integer({ min: -60 * 24 * 30, max: 0 }).map((m) => NU.add({ minutes: m }));
const straks = fc.integer({ min: -60 * 24 * 3, max: 60 * 24 * 60 }).map((m) => NU.add({ minutes: m }));
const naam = fc.constantFrom('Karin de Boer', 'Noor Adriaans', 'Petra Kuipers');
const klok = fc.constantFrom<Volgklok>('gezien', 'nazorg_24u', 'nazorg_72u', 'nazorg_2w', 'nazorg_6w', 'spreken', 'reactie', 'gesprek', 'terugkoppeling');
const feiten: fc.Arbitrary<Volgfeiten> = fc.record({
  zicht: fc.constantFrom('slachtoffer' as const, 'melder' as const, 'getuige' as const), collega: fc.option(fc.constant('Joost Brouwer'), { nil: null }),
  gemeld: fc.option(fc.record({ op, door: fc.option(naam, { nil: null }) }), { nil: null }), gezien: fc.option(fc.record({ op, door: naam }), { nil: null }),
  gesprekken: fc.array(fc.record({ op, door: naam, hoe: fc.constantFrom('gebeld' as const, 'gesproken' as const, 'bericht' as const, 'niet_bereikt' as const) }), { maxLength: 3 }),
  spreken: fc.array(op, { maxLength: 2 }), verteld: fc.array(fc.record({ op, tekst: fc.constantFrom('We spraken met wie dit deed') }), { maxLength: 2 }), teruggekoppeld: fc.array(fc.record({ op, door: naam }), { maxLength: 2 }),
  open: fc.array(fc.record({ soort: klok, verval: straks, aan: fc.option(naam, { nil: null }) }), { maxLength: 5 }), geslotenOp: fc.option(op, { nil: null }),
});

const leeg: Volgfeiten = { zicht: 'slachtoffer', collega: null, gemeld: { op: NU.subtract({ minutes: 50 }), door: null }, gezien: null, gesprekken: [], spreken: [], verteld: [], teruggekoppeld: [], open: [], geslotenOp: null };

describe('the steps of a report', () => {
  it('are first what is done, then at most one thing that happens now, then what comes', () => {
    fc.assert(fc.property(feiten, (f) => {
      const staten = volgstappen(f, NU).map((s) => s.staat);
      expect(staten.join(' ')).toMatch(/^(klaar ?)*(nu ?)?(later ?)*$/);
      if (f.geslotenOp !== null) expect(new Set([...staten, 'klaar'])).toEqual(new Set(['klaar']));
      else if (staten.includes('later')) expect(staten).toContain('nu');
    }));
  });

  it('leave out nothing that was done, and show each open clock that is one’s own once', () => {
    fc.assert(fc.property(feiten, (f) => {
      const stappen = volgstappen(f, NU);
      const gedaan = Number(f.gemeld !== null) + Number(f.gezien !== null && f.zicht !== 'getuige') + (f.zicht === 'melder' ? 0 : f.gesprekken.length) + f.spreken.length + (f.zicht === 'slachtoffer' ? f.verteld.length : 0) + f.teruggekoppeld.length + Number(f.geslotenOp !== null);
      expect(stappen.filter((s) => s.staat === 'klaar')).toHaveLength(gedaan);
      // Per view, the clocks that count: written out here and not taken from the rule.
      const telt = f.open.filter(({ soort }) => (f.zicht === 'slachtoffer' ? true : f.zicht === 'melder' ? ['gezien', 'nazorg_24u', 'spreken', 'reactie', 'terugkoppeling'].includes(soort) : ['nazorg_24u', 'nazorg_72u', 'nazorg_2w', 'nazorg_6w', 'spreken'].includes(soort)));
      const belofte = f.zicht === 'slachtoffer' && f.teruggekoppeld.length === 0 && !telt.some((t) => t.soort === 'terugkoppeling') ? 1 : 0;
      expect(stappen.filter((s) => s.staat !== 'klaar')).toHaveLength(f.geslotenOp === null ? telt.length + belofte : 0);
    }));
  });

  it('tell what was done toward the veroorzaker to whom it happened to alone', () => {
    fc.assert(fc.property(feiten, (f) => {
      if (f.zicht !== 'slachtoffer') expect(volgstappen(f, NU).map((s) => s.tekst).join(' ')).not.toMatch(/met wie dit deed/);
    }));
  });

  it('never show who only reported it a conversation of the colleague', () => {
    fc.assert(fc.property(feiten, (f) => {
      const tekst = volgstappen({ ...f, zicht: 'melder' }, NU).map((s) => s.tekst).join(' ');
      expect(tekst).not.toMatch(/belde je|sprak met je|probeerde je|stuurde je|nog eens/);
    }));
  });

  it('say at every open step by when, or that it is late', () => {
    fc.assert(fc.property(feiten, (f) => {
      for (const s of volgstappen(f, NU)) if (s.toelichting !== undefined) expect(s.toelichting).toMatch(/^(Uiterlijk .+\.|Dit had .+ klaar moeten zijn\. We zijn hierover gewaarschuwd\.|.+ om \d\d?\.\d\d uur.*\.)$/);
    }));
  });

  it('read as the story of a report', () => {
    const uit = volgstappen({
      ...leeg, gezien: { op: NU.subtract({ minutes: 30 }), door: 'Karin de Boer' }, gesprekken: [{ op: NU.subtract({ minutes: 5 }), door: 'Karin de Boer', hoe: 'gebeld' }],
      open: [{ soort: 'terugkoppeling', verval: NU.add({ hours: 24 * 14 }), aan: 'Karin de Boer' }, { soort: 'reactie', verval: NU.add({ hours: 47 }), aan: 'Noor Adriaans' }, { soort: 'nazorg_72u', verval: NU.add({ hours: 71 }), aan: 'Karin de Boer' }],
    }, NU);
    expect(uit).toEqual([
      { staat: 'klaar', tekst: 'Je meldde dit', toelichting: 'Vandaag om 13.20 uur.' },
      { staat: 'klaar', tekst: 'Karin de Boer heeft je melding gelezen', toelichting: 'Vandaag om 13.40 uur.' },
      { staat: 'klaar', tekst: 'Karin de Boer belde je', toelichting: 'Vandaag om 14.05 uur.' },
      { staat: 'nu', tekst: 'We reageren richting wie dit deed, als we weten wie het is', toelichting: 'Uiterlijk wo 25 november 13.10 uur.' },
      { staat: 'later', tekst: 'Karin de Boer belt je nog eens, om te horen hoe het gaat', toelichting: 'Uiterlijk do 26 november 13.10 uur.' },
      { staat: 'later', tekst: 'Je hoort van ons wat er is gebeurd', toelichting: 'Uiterlijk ma 7 december 14.10 uur.' },
    ]);
  });

  it('say who reported it for whom, and that it is closed', () => {
    expect(volgstappen({ ...leeg, gemeld: { op: NU, door: 'Nel Kok' } }, NU)[0]?.tekst).toBe('Nel Kok meldde dit voor je');
    expect(volgstappen({ ...leeg, zicht: 'melder', collega: 'Dirk Hazes', open: [{ soort: 'nazorg_24u', verval: NU.add({ hours: 2 }), aan: null }] }, NU).map((s) => s.tekst)).toEqual(['Je meldde dit voor Dirk Hazes', 'We bellen Dirk Hazes']);
    expect(volgstappen({ ...leeg, geslotenOp: NU }, NU).at(-1)).toEqual({ staat: 'klaar', tekst: 'Je melding is afgesloten', toelichting: 'Vandaag om 14.10 uur.' });
  });
});

describe('the promise', () => {
  it('is a person and a moment', () => {
    const om = (tijd: string) => Temporal.Instant.from(tijd);
    expect(beloftezin({ door: 'Karin de Boer', uiterlijk: om('2026-11-23T16:00:00Z') }, null, NU)).toBe('Karin de Boer belt je vandaag, uiterlijk om 17.00 uur.');
    expect(beloftezin({ door: 'Karin de Boer', uiterlijk: om('2026-11-24T13:10:00Z') }, 'Dirk Hazes', NU)).toBe('Karin de Boer belt Dirk Hazes uiterlijk morgen om 14.10 uur.');
    expect(beloftezin({ door: null, uiterlijk: om('2026-11-27T09:00:00Z') }, null, NU)).toBe('Een collega belt je uiterlijk vr 27 november om 10.00 uur.');
    expect(beloftezin({ door: 'Karin de Boer', uiterlijk: om('2026-11-22T13:00:00Z') }, null, NU)).toBe('Karin de Boer had je gisteren om 14.00 uur moeten bellen. We zijn hierover gewaarschuwd.');
    expect(beloftezin(null, null, NU)).toBe('We nemen contact met je op.');
  });

  it('says days as people do', () => {
    expect(opMoment(Temporal.Instant.from('2026-11-21T12:20:00Z'), NU)).toBe('op za 21 november om 13.20 uur');
    expect(opMoment(Temporal.Instant.from('2026-11-22T12:20:00Z'), NU)).toBe('gisteren om 13.20 uur');
  });
});
