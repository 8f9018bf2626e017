import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Frequentieteller, gangbareFrequenties } from './frequenties.ts';
import { herweeg, standaardgewichten } from './gewichten.ts';
import { ontleedNaam } from './naam/ontleed.ts';
import { gevraagdeTellingen, tellingenErbij, telsleutels, uitTellingen } from './tellingen.ts';
import type { Persoonsgegevens } from './typen.ts';
import { aannames, vergelijk } from './vergelijk.ts';

const persoon = fc.record({
  voornamen: fc.constantFrom('Jan', 'Johan', 'Fatima', 'Wiebe', 'J.', '', 'Jan Willem'), geslachtsnaam: fc.constantFrom('Jansen', 'Janssen', 'de Vries', 'El Amrani', 'Quispel', 'Bakker-Visser', ''),
  geboortedatum: fc.constantFrom('7-3-1984', '1-1-1970', '1-7-1970', '1984', null),
});

/** Counts of a register, as a table that adds up what each person adds. */
function tel(personen: readonly Persoonsgegevens[]): Map<string, number> {
  const uit = new Map<string, number>();
  for (const p of personen) for (const s of telsleutels(p)) uit.set(s, (uit.get(s) ?? 0) + 1);
  return uit;
}
const woord = (naam: string) => {
  const w = ontleedNaam(naam).delen[0]?.woord;
  if (w === undefined) throw new Error(naam);
  return w;
};

describe('counts by key', () => {
  it('give the same frequencies as counting the register in memory', () => {
    fc.assert(fc.property(fc.array(persoon, { maxLength: 40 }), (personen) => {
      const teller = new Frequentieteller();
      for (const p of personen) teller.neem(p);
      const [heel, tabel] = [teller.klaar(), tel(personen)];
      const f = uitTellingen((s) => tabel.get(s) ?? 0);
      expect(f.aantal).toBe(heel.aantal);
      for (const naam of ['Jansen', 'Janssen', 'Vries', 'Quispel', 'Onbekendema', 'Jan', 'Fatima']) {
        const w = woord(naam);
        expect(f.achternaam(w.vouw, w.klank, w.geraamte)).toEqual(heel.achternaam(w.vouw, w.klank, w.geraamte));
        expect(f.voornaam(w.vouw, w.klank, w.geraamte)).toEqual(heel.voornaam(w.vouw, w.klank, w.geraamte));
      }
      for (const dag of ['1984-03-07', '1970-01-01', '1999-09-09']) expect(f.geboortedag(dag)).toBe(heel.geboortedag(dag));
    }));
  });

  it('are asked for by whoever is compared: all that weighs is among them', () => {
    fc.assert(fc.property(persoon, persoon, (a, b) => {
      const gevraagd = new Set([...gevraagdeTellingen(a), ...tellingenErbij(a, [b])]);
      const tabel = tel([a, b, a, a, b]);
      const context = { aanname: aannames.incident(5) };
      const [alles, alleen] = [(s: string) => tabel.get(s) ?? 0, (s: string) => (gevraagd.has(s) || /^[nfj]$/.test(s) ? (tabel.get(s) ?? 0) : undefined)].map((geteld) => vergelijk(a, b, { ...context, frequenties: uitTellingen(geteld) }));
      // Words in each other's place may lean on the table of frequent names; where nothing is swapped the answer is the same.
      if (alles?.redenen.some((r) => r.niveau === 'verwisseld') !== true) expect(alleen?.bits).toBeCloseTo(alles?.bits ?? 0, 6);
    }));
  });

  it('lean on the table of frequent names in a small register, and on themselves in a large one', () => {
    const q = woord('Quispel');
    const vorm = (n: number, aantal: number): number => uitTellingen((s) => (s === 'n' ? n : s.startsWith('a') ? aantal : 0)).achternaam(q.vouw, q.klank, q.geraamte).vorm;
    const gewoon = gangbareFrequenties.achternaam(q.vouw, q.klank, q.geraamte).vorm;
    expect(vorm(100, 0) / gewoon).toBeGreaterThan(0.9);
    expect(vorm(100, 1) / gewoon).toBeLessThan(10);
    expect(vorm(1_000_000, 20_000)).toBeCloseTo(0.02, 2);
    expect(vorm(1_000_000, 0)).toBeLessThan(gewoon / 10);
    // Nothing was asked: only the table speaks.
    expect(uitTellingen(() => undefined).achternaam(q.vouw, q.klank, q.geraamte)).toEqual(gangbareFrequenties.achternaam(q.vouw, q.klank, q.geraamte));
  });
});

describe('initials', () => {
  it('that are the same weigh as a letter and not as a rare name, in a register of any size', () => {
    for (const n of [10, 1_000_000]) {
      const uit = vergelijk({ voornamen: 'J.', geslachtsnaam: 'Jansen' }, { voornamen: 'J.', geslachtsnaam: 'Jansen' }, { aanname: aannames.incident(n), frequenties: uitTellingen((s) => (s === 'n' ? n : 0)) });
      expect(uit.redenen.find((r) => r.veld === 'voornaam')?.bits).toBeLessThan(4);
    }
  });
});

describe('weights of an organisation', () => {
  const [a, b]: Persoonsgegevens[] = [{ voornamen: 'Wiebe', geslachtsnaam: 'Quispel', geboortedatum: '7-3-1984' }, { voornamen: 'Wiebe', geslachtsnaam: 'Kwispel', geboortedatum: '8-3-1984' }];
  const bits = (gewichten?: Parameters<typeof herweeg>[1]): Record<string, number> => {
    const uit = vergelijk(a ?? {}, b ?? {}, { aanname: aannames.incident(1_000), ...(gewichten === undefined ? {} : { gewichten }) });
    return Object.fromEntries(uit.redenen.filter((r) => r.veld !== 'familie').map((r) => [`${r.veld} ${r.niveau}`, r.bits]));
  };

  it('change nothing when they are the standard', () => {
    expect(bits(standaardgewichten)).toEqual(bits());
    expect(bits({})).toEqual(bits());
  });

  it('shift a level by the logarithm of its ratio, and no other', () => {
    const voor = bits();
    const [veld, niveau] = ['geboortedatum', 'een_cijfer'] as const;
    expect(Object.keys(voor)).toContain(`${veld} ${niveau}`);
    const na = bits({ [veld]: { [niveau]: (standaardgewichten[veld][niveau] ?? 0) * 4 } });
    for (const [reden, b0] of Object.entries(voor)) expect((na[reden] ?? 0) - b0, reden).toBeCloseTo(reden === `${veld} ${niveau}` ? 2 : 0, 9);
  });

  it('however odd, shift no field by more than four bits', () => {
    const voor = bits();
    const na = bits({ achternaam: Object.fromEntries(Object.keys(standaardgewichten.achternaam).map((n) => [n, 1e-30])), geboortedatum: { een_cijfer: 0.999 } });
    for (const [reden, b0] of Object.entries(voor)) expect(Math.abs((na[reden] ?? 0) - b0), reden).toBeLessThanOrEqual(4.0001);
  });
});
