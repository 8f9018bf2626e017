import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { adviseer, type Advies, type Adviesoptie } from './advies.ts';
import type { EerderFeit, Feiten } from './feiten.ts';
import { persoonssoortcodes, type Persoonssoort } from './soorten.ts';
import { standaardkader } from './standaard.ts';

/*
 * The two tables as printed, cell by cell, written by hand from the handreiking and not from the data. Per row: what is asked of the
 * engine, and what a person reads in the table.
 */

const OP = Temporal.PlainDate.from('2026-11-23');
const feiten = (over: Partial<Feiten>): Feiten => ({ vormen: [], gedragingen: null, tegen: null, medium: 'persoonlijk', wapen: false, voorvalOp: OP, eerdere: [], reactie: '48 uur', ...over });
const eerder = (gedraging: string, op = '2026-03-01'): EerderFeit => ({ nummer: '2026-0001', voorvalOp: Temporal.PlainDate.from(op), vormen: [], gedragingen: [gedraging], tegen: null, medium: null });
const vraag = (soort: Persoonssoort, gedraging: string, herhaling: boolean, over: Partial<Feiten> = {}): Advies => adviseer(standaardkader(soort), feiten({ gedragingen: [gedraging], eerdere: herhaling ? [eerder(gedraging)] : [], ...over }));

interface Cel {
  /** As the table prints it. */
  sanctie: string;
  bijHerhaling: string;
  gebied: readonly [string, string] | null;
  beslisser: readonly string[];
  aangifte: 'altijd' | 'indien_strafbaar';
  eerstPolitie: boolean;
}

const LD = ['locatie', 'dienst'] as const;
const HEEL = ['organisatie', 'organisatie'] as const;
const VERBOD = { eerstPolitie: true };

const TABEL_A: Record<string, Cel & { gedraging: string }> = {
  A1: { gedraging: 'overlast', sanctie: 'pandverbod van 1 maand', bijHerhaling: 'pandverbod van 1 maand', gebied: LD, beslisser: ['dienstverantwoordelijke'], aangifte: 'indien_strafbaar', ...VERBOD },
  A2: { gedraging: 'verbaal', sanctie: 'schriftelijke waarschuwing of ordegesprek', bijHerhaling: 'ordegesprek of pandverbod van 1 maand', gebied: LD, beslisser: ['leidinggevende'], aangifte: 'indien_strafbaar', eerstPolitie: false },
  A3: { gedraging: 'telefonisch', sanctie: 'schriftelijke waarschuwing of ordegesprek', bijHerhaling: 'geen contact per telefoon gedurende 1 maand', gebied: LD, beslisser: ['leidinggevende'], aangifte: 'indien_strafbaar', eerstPolitie: false },
  A4: { gedraging: 'bedreiging_organisatie', sanctie: 'pandverbod van 1 maand', bijHerhaling: 'zwaarder', gebied: LD, beslisser: ['leidinggevende'], aangifte: 'indien_strafbaar', ...VERBOD },
  A5: { gedraging: 'bedreiging_medewerker', sanctie: 'pandverbod van 3 maanden', bijHerhaling: 'zwaarder', gebied: ['dienst', 'organisatie'], beslisser: ['leidinggevende', 'managementteam'], aangifte: 'altijd', ...VERBOD },
  A6: { gedraging: 'geweld_medewerker', sanctie: 'pandverbod van 12 maanden', bijHerhaling: 'zwaarder', gebied: HEEL, beslisser: ['leidinggevende', 'managementteam'], aangifte: 'altijd', ...VERBOD },
  A7: { gedraging: 'bedreiging_bezoeker', sanctie: 'pandverbod, de duur in overleg met het managementteam', bijHerhaling: 'zwaarder', gebied: LD, beslisser: ['leidinggevende'], aangifte: 'altijd', ...VERBOD },
  A8: { gedraging: 'geweld_bezoeker', sanctie: 'pandverbod, de duur in overleg met het managementteam', bijHerhaling: 'zwaarder', gebied: LD, beslisser: ['leidinggevende'], aangifte: 'altijd', ...VERBOD },
  A9: { gedraging: 'vernieling', sanctie: 'pandverbod van 6 tot 12 maanden en schade verhalen', bijHerhaling: 'zwaarder', gebied: ['locatie', 'locatie'], beslisser: ['leidinggevende'], aangifte: 'indien_strafbaar', ...VERBOD },
};

const TABEL_B: Record<string, { gedraging: string; eerste: string; recidive: string; politiemelding: boolean }> = {
  B1: { gedraging: 'verbaal', eerste: 'schriftelijke waarschuwing', recidive: 'pandverbod van 1 maand', politiemelding: true },
  B2: { gedraging: 'bedreiging_medewerker', eerste: 'pandverbod van 3 maanden', recidive: 'pandverbod van 6 tot 12 maanden', politiemelding: false },
  B3: { gedraging: 'vernieling', eerste: 'pandverbod van 6 tot 12 maanden', recidive: 'pandverbod van 12 tot 18 maanden', politiemelding: false },
  B4: { gedraging: 'geweld_medewerker', eerste: 'pandverbod van 12 maanden', recidive: 'pandverbod van 24 maanden', politiemelding: false },
};

/** What the engine says for one rule alone, so that table A and table B are each read by themselves. */
function alleen(code: string, herhaling: boolean): Advies {
  const kader = standaardkader('medewerker');
  const cel = TABEL_A[code] ?? TABEL_B[code];
  if (!cel) throw new Error(`geen regel ${code}`);
  return adviseer({ ...kader, regels: kader.regels.filter((r) => r.code === code) }, feiten({ gedragingen: [cel.gedraging], eerdere: herhaling ? [eerder(cel.gedraging)] : [] }));
}
const zinnen = (opties: readonly Adviesoptie[]): string => opties.map((o) => o.zin).toSorted().join(' of ');
const zoals = (tekst: string): string => tekst.split(' of ').toSorted().join(' of ');

describe.each(Object.entries(TABEL_A))('table A, rule %s', (code, cel) => {
  it(`gives ${cel.sanctie} the first time`, () => {
    expect(zinnen(alleen(code, false).opties)).toBe(zoals(cel.sanctie));
  });

  it(`gives ${cel.bijHerhaling} on repetition`, () => {
    const eerste = alleen(code, false).opties[0];
    const weer = alleen(code, true);
    if (cel.bijHerhaling !== 'zwaarder') {
      expect(zinnen(weer.opties)).toBe(zoals(cel.bijHerhaling));
      return;
    }
    // Noot 2: heavier, without saying how much: longer than the first time, and a person chooses.
    expect(weer.opties).toHaveLength(1);
    expect(weer.opties[0]?.maatregelen).toContain('pandverbod');
    expect(weer.opties[0]?.duur).toMatchObject({ van: eerste?.duur?.van ?? 0, tot: null, langerDan: (eerste?.duur?.van ?? 0) > 0 });
    expect(weer.keuzes.some((k) => k.soort === 'duur')).toBe(true);
  });

  it('names the area, the decider and the aangifte', () => {
    const advies = alleen(code, false);
    expect(advies.gebied && [advies.gebied.van, advies.gebied.tot]).toEqual(cel.gebied);
    expect(advies.beslissers).toEqual(cel.beslisser);
    expect(advies.inOverlegMet).toEqual(code === 'A7' || code === 'A8' ? ['managementteam'] : []);
    expect(advies.aangifte).toBe(cel.aangifte);
    expect(advies.taken.some((t) => t.soort === 'aangifte')).toBe(cel.aangifte === 'altijd');
    expect(advies.taken.some((t) => t.soort === 'politie_vooraf')).toBe(cel.eerstPolitie);
  });

  it('says where it comes from', () => {
    expect(alleen(code, false).regels.map((r) => r.bron)).toEqual([`Tabel A, regel ${code.slice(1)}`]);
  });
});

describe.each(Object.entries(TABEL_B))('table B, rule %s', (code, cel) => {
  it(`gives ${cel.eerste} the first time and ${cel.recidive} after that`, () => {
    expect(zinnen(alleen(code, false).opties)).toBe(cel.eerste);
    expect(zinnen(alleen(code, true).opties)).toBe(cel.recidive);
  });

  it('asks for a report to the police only where it says so', () => {
    expect(alleen(code, false).taken.some((t) => t.soort === 'politie_melding')).toBe(false);
    expect(alleen(code, true).taken.some((t) => t.soort === 'politie_melding')).toBe(cel.politiemelding);
  });

  it('is not about the telephone', () => {
    const kader = standaardkader('medewerker');
    const gebeld = adviseer({ ...kader, regels: kader.regels.filter((r) => r.code === code) }, feiten({ gedragingen: [cel.gedraging], medium: 'telefoon' }));
    expect(gebeld.opties).toEqual([]);
    expect(gebeld.gaten.map((g) => g.soort)).toEqual(['geen_regel']);
  });
});

describe('table B, rule 5: a combination', () => {
  const samen = (herhaling: boolean, ...gedragingen: string[]): Advies => adviseer(standaardkader('medewerker'), feiten({ gedragingen, eerdere: herhaling ? [eerder('verbaal')] : [] }));

  it('gives the highest sanction', () => {
    expect(zinnen(samen(false, 'verbaal', 'bedreiging_medewerker').opties)).toBe('pandverbod van 3 maanden');
    expect(zinnen(samen(false, 'verbaal', 'bedreiging_medewerker', 'geweld_medewerker').opties)).toBe('pandverbod van 12 maanden');
    expect(samen(false, 'verbaal', 'bedreiging_medewerker').combinatie).toMatchObject({ bron: 'Tabel B, regel 5' });
  });

  it('doubles it on repetition', () => {
    // Threat 6–12 on repetition; the highest first sanction of the combination is 3, doubled 6.
    expect(samen(true, 'verbaal', 'bedreiging_medewerker').opties[0]?.duur).toMatchObject({ van: 6, tot: 12 });
    // Things 6–12 doubled is 12–24.
    expect(samen(true, 'bedreiging_medewerker', 'vernieling').opties[0]?.duur).toMatchObject({ van: 12, tot: 24 });
    // Persons 12 doubled is 24.
    expect(samen(true, 'bedreiging_medewerker', 'geweld_medewerker').opties[0]?.duur).toMatchObject({ van: 24, tot: 24 });
    expect(samen(true, 'bedreiging_medewerker', 'geweld_medewerker').combinatie?.zin).toContain('verdubbeld');
  });

  it('is not there for two behaviours of one kind', () => {
    expect(samen(true, 'bedreiging_medewerker', 'bedreiging_organisatie').combinatie).toBeNull();
  });
});

describe('what a program must not resolve in silence', () => {
  it('shows A2 and B1 both on repetition, with where each comes from', () => {
    const advies = vraag('medewerker', 'verbaal', true);
    const verschil = advies.keuzes.find((k) => k.soort === 'verschil');
    expect(verschil?.bronnen).toEqual(['Tabel A, regel 2', 'Tabel B, regel 1']);
    expect(verschil?.zin).toContain('Tabel A, regel 2: ordegesprek of pandverbod van 1 maand');
    expect(verschil?.zin).toContain('Tabel B, regel 1: pandverbod van 1 maand, eerst contact met de politie, melding bij de politie');
    expect(zinnen(advies.opties)).toBe(zoals('ordegesprek of pandverbod van 1 maand'));
  });

  it('leaves the length of A7 and A8 to a person, with the managementteam', () => {
    for (const gedraging of ['bedreiging_bezoeker', 'geweld_bezoeker']) {
      const advies = vraag('medewerker', gedraging, false);
      expect(advies.opties[0]?.duur?.inOverlegMet).toEqual(['managementteam']);
      expect(advies.keuzes.find((k) => k.soort === 'duur')?.zin).toMatch(/in overleg met het managementteam en schrijf waarom/);
      expect(advies.taken.some((t) => t.soort === 'overleg')).toBe(true);
    }
  });

  it('leaves a range to a person, who says why', () => {
    expect(vraag('medewerker', 'vernieling', false).keuzes.find((k) => k.soort === 'duur')?.zin).toBe('Kies de duur en schrijf waarom: pandverbod van 6 tot 12 maanden en schade verhalen.');
  });

  it('shows the months it looked back, and counts nothing beyond them', () => {
    const advies = adviseer(standaardkader('medewerker'), feiten({ gedragingen: ['verbaal'], eerdere: [eerder('verbaal', '2024-11-22'), eerder('verbaal', '2026-11-23')] }));
    expect(advies.herhaling).toMatchObject({ telt: false, maanden: 24 });
    expect(advies.herhaling.eerdere.map((e) => e.zin)).toEqual(['Telt niet mee: dit was niet eerder dan dit incident.', 'Telt niet mee: meer dan 24 maanden eerder.']);
    expect(adviseer(standaardkader('medewerker'), feiten({ gedragingen: ['verbaal'], eerdere: [eerder('verbaal', '2024-11-23')] })).herhaling.telt).toBe(true);
  });

  it('asks for the side of the veroorzaker and a reaction in time', () => {
    const { taken } = vraag('medewerker', 'bedreiging_medewerker', false);
    expect(taken.map((t) => t.soort)).toEqual(['wederhoor', 'reactie', 'aangifte', 'politie_vooraf']);
    expect(taken.find((t) => t.soort === 'reactie')?.zin).toContain('48 uur');
  });
});

describe('for political office holders', () => {
  it.each(Object.entries(TABEL_A))('rule %s has the same measure and names no line of the civil organisation', (_, cel) => {
    const advies = vraag('politiek', cel.gedraging, false);
    expect(zinnen(advies.opties).replaceAll('het dagelijks bestuur', 'het managementteam')).toBe(zinnen(vraag('medewerker', cel.gedraging, false).opties));
    expect(advies.beslissers.length).toBeGreaterThan(0);
    for (const b of advies.beslissers) expect(['griffier', 'dagelijks_bestuur', 'burgemeester']).toContain(b);
  });
});

describe('complaining is not aggression', () => {
  it.each(persoonssoortcodes)('gives no measure and asks for a second person (%s)', (soort) => {
    const advies = vraag(soort, 'onevenredig_beroep', true);
    expect(advies).toMatchObject({ soort: 'geen_maatregel', opties: [], tweedePersoon: true, gaten: [] });
    expect(advies.taken.map((t) => t.soort)).toEqual(['tweede_persoon']);
    expect(advies.samenvatting).toContain('geen agressie');
  });

  it('does not make what follows a repetition', () => {
    expect(adviseer(standaardkader('medewerker'), feiten({ gedragingen: ['verbaal'], eerdere: [eerder('onevenredig_beroep')] })).herhaling.telt).toBe(false);
  });
});
