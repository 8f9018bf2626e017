import type { Temporal } from 'temporal-polyfill';
import type { Kader, Koppeling } from './kader.ts';
import { agressiesoortcodes, type Agressiesoort, type Medium, type Tegen } from './soorten.ts';

/** What happened, as far as the handelingskader looks at it. */
export interface Gedrag {
  /** Codes of the forms of aggression of the organisation, as classified. */
  vormen: readonly string[];
  /** Behaviours of the kader that a person established; null means: derive them from the forms. */
  gedragingen: readonly string[] | null;
  tegen: Tegen | null;
  medium: Medium | null;
}

/** An earlier incident of the same person, by a confirmed link: number and kind, no story. */
export interface EerderFeit extends Gedrag {
  nummer: string;
  voorvalOp: Temporal.PlainDate;
}

export interface Feiten extends Gedrag {
  wapen: boolean;
  voorvalOp: Temporal.PlainDate;
  eerdere: readonly EerderFeit[];
  /** Within what time the organisation reacts, in words such as "48 uur"; null leaves the task out. */
  reactie: string | null;
}

export interface Herkend {
  /** Codes of behaviours that are in the kader, in its order. */
  gedragingen: string[];
  /** Forms or behaviours this kader does not know. */
  onbekend: string[];
  letOp: { vorm: string; tekst: string }[];
}

/** How heavy a kind is beside the others; 0 for what is no aggression. */
export function soortrang(soort: Agressiesoort | null): number {
  return soort === null ? 0 : agressiesoortcodes.indexOf(soort) + 1;
}

interface Kijk {
  volgorde: Map<string, { i: number; soort: number }>;
  perVorm: Map<string, Koppeling[]>;
}
const kijkers = new WeakMap<Kader, Kijk>();

/** The behaviours and where forms lead to, made once per version. */
function kijkIn(kader: Kader): Kijk {
  let kijk = kijkers.get(kader);
  if (kijk === undefined) {
    const volgorde = new Map(kader.gedragingen.map((g, i) => [g.code, { i, soort: soortrang(g.soort) }]));
    kijk = { volgorde, perVorm: Map.groupBy(kader.koppelingen.filter((k) => volgorde.has(k.gedraging)), (k) => k.vorm) };
    kijkers.set(kader, kijk);
  }
  return kijk;
}

/** Which behaviours of the kader this was. Without knowing against whom it is taken as against a colleague; that is who reports. */
export function herken(kader: Kader, gedrag: Gedrag): Herkend {
  const { volgorde, perVorm } = kijkIn(kader);
  const opVolgorde = (codes: Iterable<string>): string[] => [...new Set(codes)].sort((a, b) => (volgorde.get(a)?.i ?? 0) - (volgorde.get(b)?.i ?? 0));
  if (gedrag.gedragingen !== null) {
    const bekend = gedrag.gedragingen.filter((c) => volgorde.has(c));
    return { gedragingen: opVolgorde(bekend), onbekend: [...new Set(gedrag.gedragingen.filter((c) => !volgorde.has(c)))], letOp: [] };
  }
  const tegen = gedrag.tegen ?? 'medewerker';
  const telefoon = gedrag.medium === 'telefoon';
  const vormen = [...new Set(gedrag.vormen)];
  const past = vormen.map((vorm) => ({
    vorm,
    bij: (perVorm.get(vorm) ?? []).filter((k) => (k.tegen === null || k.tegen === tegen) && (k.medium === null || (k.medium === 'telefoon') === telefoon)),
  }));
  const rang = (code: string): number => volgorde.get(code)?.soort ?? 0;
  const zwaarste = Math.max(0, ...past.flatMap((p) => p.bij.filter((k) => !k.wijktVoorZwaarder).map((k) => rang(k.gedraging))));
  const geldig = past.map((p) => ({ ...p, bij: p.bij.filter((k) => !k.wijktVoorZwaarder || rang(k.gedraging) >= zwaarste) }));
  return {
    gedragingen: opVolgorde(geldig.flatMap((p) => p.bij.map((k) => k.gedraging))),
    onbekend: past.filter((p) => p.bij.length === 0).map((p) => p.vorm),
    letOp: geldig.flatMap((p) => p.bij.filter((k) => k.letOp !== '').slice(0, 1).map((k) => ({ vorm: p.vorm, tekst: k.letOp }))),
  };
}
