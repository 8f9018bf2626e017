import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hoedanigheden, rechtentabel, type Actor, type Hoedanigheid, type Regel } from '../../kern/rechten/index.ts';
import { codeVan } from '../handelingen/lijsten.ts';
import { metAlleOnder, opVolgorde } from './boom.ts';
import { buitenTabel, handelingwoord } from './journaalwoorden.ts';
import { bezwaarTegenRol, rollenIn } from './rollen.ts';
import { hoedanigheidcodes, rechtgroepen } from './wiemagwat.ts';
import { verruimtEigenZicht, type Leidingfeiten } from './zicht.ts';

/** Any drawing of parents, circles too. */
const boom = fc.array(fc.option(fc.nat(9)), { minLength: 1, maxLength: 10 }).map((ouders) =>
  ouders.map((ouder, i) => ({ id: `o${i}`, naam: `Onderdeel ${i}`, ouder: ouder === null || ouder >= ouders.length ? null : `o${ouder}` })));

/** Whether going up from `van` comes past `naar`, judged step by step. */
function komtLangs(knopen: readonly { id: string; ouder: string | null }[], van: string, naar: string): boolean {
  let hier: string | null = van;
  for (let stap = 0; stap <= knopen.length && hier !== null; stap += 1) {
    if (hier === naar) return true;
    hier = knopen.find((k) => k.id === hier)?.ouder ?? null;
  }
  return false;
}

describe('the tree of departments', () => {
  it('shows every department once, a child right below its parent or a brother and his', () => {
    fc.assert(fc.property(boom, (knopen) => {
      const takken = opVolgorde(knopen);
      expect(takken.map((t) => t.knoop.id).sort()).toEqual(knopen.map((k) => k.id).sort());
      takken.forEach((t, i) => {
        if (t.diepte === 0) return;
        const boven = takken.slice(0, i).findLast((x) => x.diepte < t.diepte);
        expect(boven?.knoop.id).toBe(t.knoop.ouder);
        expect(t.pad.at(-1)).toBe(boven?.knoop.naam);
      });
    }));
  });

  it('knows for each department all that hangs below it, judged by going up from every other', () => {
    fc.assert(fc.property(boom, fc.nat(9), (knopen, n) => {
      const id = knopen[n % knopen.length]?.id ?? '';
      expect([...metAlleOnder(knopen, id)].sort()).toEqual(knopen.filter((k) => komtLangs(knopen, k.id, id)).map((k) => k.id).sort());
    }));
  });
});

describe('widening what one may see oneself', () => {
  const bz = (leider: string | null, ouder: string | null = null) => ({ id: 'BZ', ouder, leider, actief: true });
  const ict = { id: 'ICT', ouder: null, leider: 'bas', actief: true };
  const feiten = (onderdelen: Leidingfeiten['onderdelen'], mensen: Record<string, string>): Leidingfeiten => ({ onderdelen, mensen: Object.entries(mensen).map(([id, onderdeel]) => ({ id, onderdeel })) });
  const nu = feiten([bz(null), ict], { bas: 'ICT', samira: 'BZ' });

  it.each([
    ['making oneself leidinggevende', feiten([bz('bas'), ict], { bas: 'ICT', samira: 'BZ' }), true],
    ['hanging a department under the one that one leads', feiten([bz(null, 'ICT'), ict], { bas: 'ICT', samira: 'BZ' }), true],
    ['moving a colleague to the department that one leads', feiten([bz(null), ict], { bas: 'ICT', samira: 'ICT' }), true],
    ['making someone else leidinggevende', feiten([bz('karin'), ict], { bas: 'ICT', samira: 'BZ', karin: 'BZ' }), false],
    ['taking on someone new in the department that one leads', feiten([bz(null), ict], { bas: 'ICT', samira: 'BZ', nieuw: 'ICT' }), false],
    ['leading a department that is out of use', feiten([{ ...bz('bas'), actief: false }, ict], { bas: 'ICT', samira: 'BZ' }), false],
  ])('%s', (_, na, verruimt) => expect(verruimtEigenZicht(nu, na, 'bas')).toBe(verruimt));
});

describe('who gives which role', () => {
  const beheerder: Actor = { id: 'b', organisatieId: 'o', leidt: [], rollen: [{ rol: 'beheerder', compartiment: 'ambtelijk' }] };
  const griffier: Actor = { id: 'g', organisatieId: 'o', leidt: [], rollen: [{ rol: 'griffier', compartiment: 'politiek' }] };

  it('never gives a griffier outside the closed compartment: he could let himself in there', () => {
    expect(rollenIn.ambtelijk).not.toContain('griffier');
    expect(bezwaarTegenRol(griffier, { medewerkerId: 'x', rol: 'griffier', compartiment: 'ambtelijk', onderdeelCompartiment: 'ambtelijk' })).not.toBeNull();
  });

  it('lets in the closed compartment only the griffier give, and nobody to himself', () => {
    const t = { medewerkerId: 'x', rol: 'adviseur', compartiment: 'politiek', onderdeelCompartiment: 'ambtelijk' } as const;
    expect(bezwaarTegenRol(griffier, t)).toBeNull();
    expect(bezwaarTegenRol(beheerder, t)).toContain('griffier');
    expect(bezwaarTegenRol(griffier, { ...t, medewerkerId: 'g' })).toContain('Jezelf');
    expect(bezwaarTegenRol(beheerder, { medewerkerId: 'b', rol: 'adviseur', compartiment: 'ambtelijk', onderdeelCompartiment: 'ambtelijk' })).toContain('Jezelf');
  });

  it('gives no ambtelijke role to who works in the closed compartment', () => {
    expect(bezwaarTegenRol(beheerder, { medewerkerId: 'x', rol: 'beheerder', compartiment: 'ambtelijk', onderdeelCompartiment: 'politiek' })).toContain('politieke compartiment');
  });
});

describe('"Wie mag wat"', () => {
  it('has every rule of the table once, for exactly the capacities of the table', () => {
    const regels = rechtgroepen().flatMap((g) => g.regels.map((r) => ({ r, g })));
    expect(regels.map(({ r }) => r.naam).sort()).toEqual(Object.keys(rechtentabel).sort());
    for (const { r, g } of regels) {
      expect([...r.voor].sort()).toEqual([...rechtentabel[r.naam].voor].sort());
      for (const h of r.voor) expect(g.kolommen).toContain(h);
    }
  });

  it('names a condition wherever the table has one or depends on the status', () => {
    for (const { naam, voorwaarde } of rechtgroepen().flatMap((g) => g.regels)) {
      const regel: Regel = rechtentabel[naam];
      expect(voorwaarde === '', naam).toBe(regel.voorwaarde === undefined && regel.status === undefined);
      if (regel.voorwaarde) expect(voorwaarde).toContain(regel.voorwaarde);
    }
  });

  it('has for one capacity what it may do, and what every colleague may', () => {
    for (const ik of hoedanigheidcodes) {
      const mijn = new Set(rechtgroepen(ik).flatMap((g) => g.regels.map((r) => r.naam)));
      for (const [naam, regel] of Object.entries(rechtentabel) as [keyof typeof rechtentabel, Regel][]) {
        expect(mijn.has(naam), `${ik} ${naam}`).toBe(regel.voor.some((h: Hoedanigheid) => h === ik || h === 'medewerker'));
      }
    }
    expect(hoedanigheidcodes).toEqual(Object.keys(hoedanigheden));
  });
});

describe('words of the journaal', () => {
  it('exist for every act of the system and every line that does not come from the rights table', () => {
    const bron = join(import.meta.dirname, '..', '..');
    const namen = new Set<string>();
    for (const pad of readdirSync(bron, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(pad) || /\.test\.|(^|\/)demo\//.test(pad)) continue;
      const tekst = readFileSync(join(bron, pad), 'utf8');
      for (const [, naam = ''] of tekst.matchAll(/systeemhandeling\(\{\s*naam: '([^']+)'/g)) namen.add(naam);
      if (tekst.includes('schrijfAanmelding') || tekst.includes('journaal_schrijf')) for (const [, naam = ''] of tekst.matchAll(/handeling: '([a-z]+\.[a-z.]+)'/g)) namen.add(naam);
    }
    expect(namen.size).toBeGreaterThan(6);
    expect([...namen].filter((n) => handelingwoord(n) === n)).toEqual([]);
    // And no word is left for what does not exist any more.
    expect(Object.keys(buitenTabel).filter((n) => !namen.has(n))).toEqual([]);
  });
});

describe('the code of a form of aggression', () => {
  it.each([['Dreigen via app', [], 'dreigen_via_app'], ['Iets héél anders!', [], 'iets_heel_anders'], ['Dreigen', ['dreigen'], 'dreigen_2'], ['Dreigen', ['dreigen', 'dreigen_2'], 'dreigen_3'], ['🙂', [], 'vorm']])('of %j is new and plain', (naam, bezet, code) => {
    expect(codeVan(naam, new Set(bezet))).toBe(code);
  });
});
