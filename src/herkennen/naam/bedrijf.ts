import { type Bewijs, weeg } from '../bewijs.ts';
import type { Naam } from './ontleed.ts';
import { GEWOON_BEDRIJF, VULWOORDEN } from './titels.ts';
import type { Naamkader } from './vergelijk.ts';
import { vergelijkWoorden } from './woorden.ts';

/**
 * Two companies, or a company and a name without its legal form: all words that tell must be explained, numbers exactly; the legal form
 * says little, because people leave it out.
 */
export function vergelijkBedrijf(a: Naam, b: Naam, kader: Naamkader): Bewijs[] {
  const over = new Set(b.delen.keys());
  let bits = 0;
  let gevonden = 0;
  let zwakste: Bewijs['niveau'] = 'gelijk';
  const los: number[] = [];
  for (const d of a.delen) {
    let keus: { j: number; niveau: Bewijs['niveau']; waarde: number } | null = null;
    for (const j of over) {
      const ander = b.delen[j];
      if (ander === undefined) continue;
      const niveau = vergelijkWoorden(d.woord, ander.woord, false, false);
      const waarde = { gelijk: 1, schrijfwijze: 0.95, klank: 0.7, een_letter: 0.6, lijkt: 0.3, voorletter: 0.1, roepnaam: 0, afkorting: 0, anders: 0 }[niveau];
      if (waarde > 0 && (keus === null || waarde > keus.waarde)) keus = { j, niveau, waarde };
    }
    if (keus === null) {
      los.push(gewicht(d.woord.vouw));
      continue;
    }
    over.delete(keus.j);
    gevonden++;
    if (keus.niveau !== 'gelijk' && keus.niveau !== 'schrijfwijze') zwakste = keus.niveau;
    bits += gewicht(d.woord.vouw) * keus.waarde;
  }
  const rest = [...over].map((j) => gewicht(b.delen[j]?.woord.vouw ?? ''));
  const samengeschreven = gevonden < Math.max(a.delen.length, b.delen.length) && aaneen(a) === aaneen(b);
  if (samengeschreven) return [{ veld: 'naam', niveau: 'schrijfwijze', bits: 10, familie: 5 }];
  if (gevonden === 0) return [{ veld: 'naam', niveau: 'anders', bits: -8, familie: -8 }];
  const teveel = (los.length > 0 && rest.length > 0 ? 1.3 : 0.8) * Math.max(som(los), som(rest)) + 0.3 * Math.min(som(los), som(rest));
  const rechtsvorm = a.rechtsvorm !== null && b.rechtsvorm !== null && a.rechtsvorm !== b.rechtsvorm ? -1 : a.bedrijf !== b.bedrijf ? -0.5 : 0;
  const totaal = Math.min(bits, 14) - teveel + rechtsvorm + weeg(kader.kansen.achter.gelijk, 0.9);
  return [{ veld: 'naam', niveau: los.length + rest.length > 0 ? 'deel' : zwakste, bits: totaal, familie: totaal - 3 }];
}

function som(getallen: readonly number[]): number {
  return getallen.reduce((s, g) => s + g, 0);
}

/** A number tells one from the next ("Lijn 1", "Lijn 2"), a word that all use tells little. */
function gewicht(woord: string): number {
  if (/\d/.test(woord)) return 9;
  if (VULWOORDEN.has(woord)) return 0.3;
  if (GEWOON_BEDRIJF.has(woord)) return 1.5;
  return Math.min(9, 3 + woord.length * 0.8);
}

function aaneen(n: Naam): string {
  return n.delen.map((d) => d.woord.vouw).join('');
}
