import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { briefafzender } from './huisstijl.ts';
import { briefsoortcodes, gegevensschemas, rechtsvormen, type Briefsoort, type GelezenGegevens } from './soorten.ts';
import { briefvoorbeeld, stelBriefOp } from './tekst.ts';
import { metTeksten, vrijeTeksten } from './teksten.ts';
import { briefdag, briefMoment, zonderGeheim, type Brief, type Deel } from './vorm.ts';
import { voorbeeldgegevens } from './voorbeelden.ts';

const afzender = briefafzender('Gemeente Proefdam', { retouradres: 'Postbus 1', klacht: 'Stuur uw klacht naar de klachtencoördinator.', fg: 'fg@proefdam.example' });
function brief<S extends Briefsoort>(soort: S, over: Partial<GelezenGegevens<S>> = {}): Brief {
  return stelBriefOp({ soort, gegevens: { ...(gegevensschemas[soort].parse(voorbeeldgegevens[soort]) as GelezenGegevens<S>), ...over }, afzender, geadresseerde: { naam: 'J. Jansen', adres: [] }, kenmerk: '2026-0412-B1', datum: '2026-11-23' });
}
const zinnenVan = (delen: readonly Deel[]): string[] => delen.flatMap((d) => [...(d.kop === null ? [] : [d.kop]), ...d.blokken.flatMap((b) => (b.soort === 'alinea' ? (b.taal === 'en' ? [] : [b.tekst]) : b.soort === 'lijst' ? b.items : b.rijen.flat()))]);
const tekstVan = (b: Brief): string => [b.onderwerp, b.aanhef, ...zinnenVan(b.delen), ...Object.values(b.ondertekening)].join('\n');

describe('what a citizen can do against it', () => {
  const privaat = ['waarschuwing', 'pandverbod', 'contactbeperking', 'verlenging'] as const;
  test.each(privaat)('a %s is no besluit: complaint, ombudsman and civil judge, and never the route of bezwaar', (soort) => {
    const tekst = tekstVan(brief(soort));
    expect(tekst).toMatch(/klacht indienen bij Gemeente Proefdam/);
    expect(tekst).toMatch(/ombudsman/i);
    expect(tekst).toMatch(/burgerlijke rechter/);
    expect(tekst).not.toMatch(/bezwaar|zes weken|beroep/i);
  });

  it('a decision on an AVG request is a besluit, with bezwaar within six weeks', () => {
    expect(tekstVan(brief('avg_besluit'))).toMatch(/Dit is een besluit\. U kunt daartegen bezwaar maken\. Stuur dan binnen zes weken/);
  });

  it('follows the legal form where that can differ', () => {
    const per = Object.fromEntries(rechtsvormen.map((rechtsvorm) => [rechtsvorm, tekstVan(brief('verlenging', { rechtsvorm }))]));
    expect(per.rechterlijk).toMatch(/opgelegd door de rechter/);
    expect(per.rechterlijk).not.toMatch(/bezwaar/i);
    expect(per.besluit_elders).toMatch(/apart besluit/);
    expect(per.besluit_elders).not.toMatch(/bezwaar|kort geding/i);
    expect(per.geen_maatregel).not.toMatch(/bezwaar|rechter/i);
  });

  it('no letter but a besluit speaks of bezwaar', () => {
    for (const soort of briefsoortcodes) if (soort !== 'avg_besluit') expect(tekstVan(brief(soort)), soort).not.toMatch(/bezwaar/i);
  });
});

describe('the words of a letter', () => {
  test.each(briefsoortcodes)('%s: neutral, to "u", in short sentences, with a way to answer', (soort) => {
    const b = brief(soort);
    const tekst = tekstVan(b);
    expect(tekst).not.toMatch(/\bdader|verdachte|slachtoffer|agressor|\bjij\b|\bje\b|\bjouw\b|derhalve|middels|conform|indien\b|teneinde|voornoemd/i);
    expect(tekst).toContain('Heeft u vragen?');
    const zinnen = zinnenVan(b.delen).flatMap((z) => z.split(/(?<=[.?!:])\s+/)).map((z) => z.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length).filter((n) => n > 0);
    expect(zinnen.reduce((som, n) => som + n, 0) / zinnen.length).toBeLessThanOrEqual(12);
    expect(Math.max(...zinnen)).toBeLessThanOrEqual(30);
  });

  it('a restriction always says until when, when it is looked at again, what goes on working and who helps', () => {
    for (const soort of ['pandverbod', 'contactbeperking', 'verlenging'] as const) {
      const tekst = tekstVan(brief(soort));
      for (const deel of ['28 februari 2027', '15 januari 2027', 'Een paspoort aanvragen kan op afspraak', 'het Klantcontactpunt', 'U riep dat u iemand buiten zou opwachten']) expect(tekst, soort).toContain(deel);
    }
  });

  it('an invitation to answer says so in English as well, with the day', () => {
    const engels = brief('uitnodiging_wederhoor').delen.flatMap((d) => d.blokken).filter((b) => b.soort === 'alinea' && b.taal === 'en');
    expect(engels).toHaveLength(1);
    expect(JSON.stringify(engels)).toMatch(/until 30 November 2026/);
  });

  it('tells days and moments in Dutch legal time, also across the change of the clock', () => {
    expect(briefdag('2026-03-01')).toBe('1 maart 2026');
    expect(briefMoment('2026-07-01T07:30:00Z')).toBe('woensdag 1 juli 2026 om 09.30 uur');
    expect(briefMoment('2026-12-31T23:30:00Z')).toBe('vrijdag 1 januari 2027 om 00.30 uur');
  });

  it('leaves the codes out for who reads along, and nothing else', () => {
    const b = brief('uitnodiging_wederhoor');
    const zonder = JSON.stringify(zonderGeheim(b));
    expect(JSON.stringify(b)).toContain('K7M2-P9QX');
    expect(zonder).not.toMatch(/K7M2|4821/);
    expect(zonderGeheim(brief('pandverbod'))).toEqual(brief('pandverbod'));
  });

  it('shows beside a form the same parts as the letter will have', () => {
    for (const soort of briefsoortcodes) expect(briefvoorbeeld(soort, voorbeeldgegevens[soort] as never).map((d) => d.code)).toEqual(brief(soort).delen.map((d) => d.code));
  });
});

describe('the texts in a letter', () => {
  it('put back as they are change nothing; put back otherwise change that one alone', () => {
    for (const soort of briefsoortcodes) {
      const gegevens = gegevensschemas[soort].parse(voorbeeldgegevens[soort]);
      const teksten = vrijeTeksten(gegevens);
      expect(metTeksten(gegevens, Object.fromEntries(teksten.map((t) => [t.pad, t.tekst])))).toEqual(gegevens);
      fc.assert(fc.property(fc.constantFrom(...teksten), fc.string({ minLength: 1 }), (t, nieuw) => {
        const anders = vrijeTeksten(metTeksten(gegevens, { [t.pad]: nieuw, ondertekenaar: 'x', van: 'y' }));
        for (const x of anders) expect(x.tekst).toBe(x.pad === t.pad ? nieuw : teksten.find((y) => y.pad === x.pad)?.tekst);
      }), { numRuns: 30 });
    }
  });
});
