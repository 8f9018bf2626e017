import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { adviseer } from './advies.ts';
import { maakDoorrekening, type Doorrekenincident } from './doorrekenen.ts';
import type { Kader } from './kader.ts';
import { mediumcodes } from './soorten.ts';
import { standaardkader } from './standaard.ts';

const OP = Temporal.PlainDate.from('2026-11-23');
const nu = standaardkader('medewerker');
const strenger: Kader = { ...nu, regels: nu.regels.map((r) => (r.code === 'A5' || r.code === 'B2' ? { ...r, sancties: [{ maatregelen: ['pandverbod'], duur: { soort: 'vast', maanden: 4 } }] } : r)) };
const incident = (onderdeel: string, vormen: string[]): Doorrekenincident => ({ onderdeel, feiten: { vormen, gedragingen: null, tegen: null, medium: 'persoonlijk', wapen: false, voorvalOp: OP, eerdere: [], reactie: null } });

describe('a draft over the incidents of a year', () => {
  it('counts which advices change, from what to what, per department and behaviour', () => {
    const r = maakDoorrekening(nu, strenger);
    for (const i of [incident('Burgerzaken', ['dreigen']), incident('Burgerzaken', ['dreigen', 'schelden']), incident('Werk en inkomen', ['dreigen']), incident('Burgerzaken', ['schelden']), incident('Burgerzaken', ['anders'])]) r.voeg(i);
    const extra = 'beslist door de leidinggevende of het managementteam; altijd aangifte; eerst contact met de politie';
    expect(r.uitkomst()).toEqual({
      incidenten: 5, veranderd: 3, zonderAdvies: { was: 1, wordt: 1 },
      verschuivingen: [
        { onderdeel: 'Burgerzaken', gedrag: 'Bedreigen van wie hier werkt, of van diens naasten', van: `pandverbod van 3 maanden; ${extra}`, naar: `pandverbod van 4 maanden; ${extra}`, aantal: 2 },
        { onderdeel: 'Werk en inkomen', gedrag: 'Bedreigen van wie hier werkt, of van diens naasten', van: `pandverbod van 3 maanden; ${extra}`, naar: `pandverbod van 4 maanden; ${extra}`, aantal: 1 },
      ],
    });
  });

  it('finds nothing when a draft says the same', () => {
    const r = maakDoorrekening(nu, structuredClone(nu));
    for (const vormen of [['dreigen'], ['fysiek'], ['online']]) r.voeg(incident('Burgerzaken', vormen));
    expect(r.uitkomst()).toMatchObject({ incidenten: 3, veranderd: 0, verschuivingen: [] });
  });

  it('agrees with asking both versions for each incident by itself', () => {
    const eerder = fc.record({ nummer: fc.constant('2026-0001'), voorvalOp: fc.integer({ min: 1, max: 900 }).map((d) => OP.subtract({ days: d })), vormen: fc.subarray(['schelden', 'dreigen']), gedragingen: fc.constant(null), tegen: fc.constant(null), medium: fc.constant(null) });
    const een = fc.record({ vormen: fc.subarray(['schelden', 'dreigen', 'fysiek', 'lastigvallen', 'anders'], { minLength: 1 }), gedragingen: fc.constant(null), tegen: fc.constantFrom(null, 'bezoeker' as const), medium: fc.constantFrom(null, ...mediumcodes), wapen: fc.boolean(), voorvalOp: fc.constant(OP), reactie: fc.constant(null), eerdere: fc.array(eerder, { maxLength: 2 }) });
    fc.assert(fc.property(fc.array(een, { maxLength: 20 }), (alle) => {
      const r = maakDoorrekening(nu, strenger);
      for (const feiten of alle) r.voeg({ onderdeel: 'X', feiten });
      const anders = alle.filter((f) => JSON.stringify(adviseer(nu, f).opties.map((o) => o.zin)) !== JSON.stringify(adviseer(strenger, f).opties.map((o) => o.zin))).length;
      expect(r.uitkomst().veranderd).toBe(anders);
      expect(r.uitkomst().verschuivingen.reduce((n, x) => n + x.aantal, 0)).toBe(anders);
    }));
  });
});
