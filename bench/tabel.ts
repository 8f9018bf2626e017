import type { Meting } from './metingen/meting.ts';

const VAST = ['naam', 'verhouding', 'per_s', 'p50_ms', 'p99_ms', 'doel', 'gehaald'] as const;

/** Text for people: what every measurement has in columns, and what more belongs to it beneath. */
export function tabel(metingen: readonly Meting[]): string {
  const kop = ['naam', 'verhouding', 'per s', 'p50 ms', 'p99 ms', 'gehaald', 'doel'];
  const rijen = metingen.map((m) => [m.naam, getal(m.verhouding), getal(m.per_s), getal(m.p50_ms), getal(m.p99_ms), m.gehaald ? 'ja' : 'NEE', m.doel]);
  const breedte = kop.map((_, i) => Math.max(...[kop, ...rijen].map((rij) => rij[i]?.length ?? 0)));
  const regel = (rij: readonly string[]): string => rij.map((cel, i) => (i === 0 || i === rij.length - 1 ? cel.padEnd(breedte[i] ?? 0) : cel.padStart(breedte[i] ?? 0))).join('  ').trimEnd();
  const uit = [regel(kop), breedte.map((b) => '-'.repeat(b)).join('  '), ...rijen.map(regel), ''];
  for (const m of metingen) {
    const meer = Object.entries(m).filter(([sleutel, w]) => !VAST.some((v) => v === sleutel) && !(Array.isArray(w) && w.length === 0));
    uit.push(`${m.naam}: ${meer.map(([sleutel, w]) => `${sleutel} ${typeof w === 'number' ? getal(w) : Array.isArray(w) ? `\n    ${w.join('\n    ')}` : String(w)}`).join(', ')}`);
  }
  return `${uit.join('\n')}\n`;
}

function getal(w: number | null): string {
  if (w === null) return '';
  return Number.isInteger(w) ? String(w) : w.toFixed(Math.abs(w) >= 100 ? 0 : Math.abs(w) >= 10 ? 1 : 2);
}
