import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import { halfjaarTekst, type Punt } from '../regels.ts';

const BREED = 640;
const HOOG = 260;
const KANT = { links: 52, rechts: 16, boven: 16, onder: 44 };
const deel = (n: number, van: number): number => (van === 0 ? 0 : n / van);

/** "2026-1" short, for under the axis. */
function kort(halfjaar: string): string {
  const [jaar, helft] = halfjaar.split('-');
  return `${helft === '1' ? 'jan–jun' : 'jul–dec'} ${(jaar ?? '').slice(2)}`;
}

/** The chart: how large a part departed from the advice, over the band of what is usual. Its table stands beneath and says the same. */
export function Grafiek({ punten, halfjaren, titel }: { punten: readonly (Punt | null)[]; halfjaren: readonly string[]; titel: string }) {
  const getoond = punten.filter((p) => p !== null);
  const x = scalePoint<string>().domain(halfjaren).range([KANT.links, BREED - KANT.rechts]).padding(0.3);
  const hoogste = Math.max(0.1, ...getoond.flatMap((p) => [deel(p.afwijkend, p.besluiten), p.gewoon ? deel(p.gewoon.tot, p.besluiten) : 0]));
  const y = scaleLinear().domain([0, Math.min(1, hoogste * 1.1)]).nice(4).range([HOOG - KANT.onder, KANT.boven]);
  const px = (p: Punt): number => x(p.halfjaar) ?? 0;
  const lijn = line<Punt | null>().defined((p) => p !== null).x((p) => (p ? px(p) : 0)).y((p) => (p ? y(deel(p.afwijkend, p.besluiten)) : 0))([...punten]);
  const band = area<Punt | null>().defined((p) => p !== null && p.gewoon !== null).x((p) => (p ? px(p) : 0)).y0((p) => y(p?.gewoon ? deel(p.gewoon.van, p.besluiten) : 0)).y1((p) => y(p?.gewoon ? deel(p.gewoon.tot, p.besluiten) : 0))([...punten]);
  const signalen = getoond.filter((p) => p.signaal !== null);
  return (
    <svg class="rd-grafiek" viewBox={`0 0 ${BREED} ${HOOG}`} role="img" aria-label={`${titel}. ${signalen.length === 0 ? 'Geen signaal.' : `Signaal in ${signalen.map((p) => halfjaarTekst(p.halfjaar)).join(' en ')}.`} De getallen staan in de tabel hieronder.`}>
      {y.ticks(4).map((t) => (
        <g>
          <line class="rd-grafiek__as" x1={KANT.links} x2={BREED - KANT.rechts} y1={y(t)} y2={y(t)} />
          <text class="rd-grafiek__tekst" x={KANT.links - 8} y={y(t)} text-anchor="end" dominant-baseline="middle">{Math.round(t * 100)}%</text>
        </g>
      ))}
      {halfjaren.map((h, i) => ((halfjaren.length - 1 - i) % 2 === 0 ? <text class="rd-grafiek__tekst" x={x(h)} y={HOOG - KANT.onder + 24} text-anchor="middle">{kort(h)}</text> : null))}
      {band && <path class="rd-grafiek__band" d={band} />}
      {lijn && <path class="rd-grafiek__lijn" d={lijn} />}
      {getoond.map((p) => p.signaal === null
        ? <circle class="rd-grafiek__punt" cx={px(p)} cy={y(deel(p.afwijkend, p.besluiten))} r="5" />
        : <rect class="rd-grafiek__punt rd-grafiek__punt--signaal" x={px(p) - 7} y={y(deel(p.afwijkend, p.besluiten)) - 7} width="14" height="14" />)}
    </svg>
  );
}
