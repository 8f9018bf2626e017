import { bepaal, type Bepaald } from './bepaal.ts';
import { soortrang, type Feiten } from './feiten.ts';
import type { Kader } from './kader.ts';
import { binnenMaanden, eerderDan, telling } from './terugkijken.ts';
import { beslisserIn, maatregelzin, opsomming } from './zinnen.ts';

/** One incident of one person, as a backtest reads it. */
export interface Doorrekenincident {
  onderdeel: string;
  feiten: Feiten;
}

/** So many advices of this department and kind would go from one thing to another. */
export interface Verschuiving {
  onderdeel: string;
  gedrag: string;
  van: string;
  naar: string;
  aantal: number;
}

export interface Doorrekening {
  incidenten: number;
  veranderd: number;
  /** Those that would get no advice any more, or a gap instead. */
  zonderAdvies: { was: number; wordt: number };
  /** Most first. */
  verschuivingen: readonly Verschuiving[];
}

/** An advice in one line, with what else follows from it: what must differ to call an advice changed. */
function inHetKort(b: Bepaald): string {
  if (b.uitkomst.length === 0) return b.gaten.length > 0 ? 'geen advies' : 'geen maatregel';
  const wat = opsomming(b.uitkomst.map((m) => maatregelzin([...m.maatregelen, ...b.bijkomend], m.heeftDuur ? { van: m.van, langerDan: m.langerDan, tot: m.tot, inOverlegMet: m.open } : null)), 'of');
  const dragend = b.toepassingen.filter((t) => b.bepalend.includes(t.regel.code));
  const beslissers = [...new Set(dragend.flatMap((t) => t.regel.beslissers))].toSorted();
  const extra = [
    beslissers.length > 0 ? `beslist door ${opsomming(beslissers.map(beslisserIn), 'of')}` : '',
    b.toepassingen.some((t) => t.regel.aangifte === 'altijd') ? 'altijd aangifte' : '', b.toepassingen.some((t) => t.politie.includes('melding')) ? 'melding bij de politie' : '', dragend.some((t) => t.politie.includes('vooraf')) ? 'eerst contact met de politie' : '',
  ].filter(Boolean);
  return [wat, ...extra].join('; ');
}

/** By what an incident is counted: its heaviest behaviour. */
function gedragVan(b: Bepaald): string {
  const zwaarste = b.gedragingen.toSorted((x, y) => soortrang(y.soort) - soortrang(x.soort))[0];
  return zwaarste?.naam ?? 'Niet bekend';
}

/** The times that either version looks back over, in months. */
const vensters = (...kaders: readonly Kader[]): number[] => [...new Set(kaders.flatMap((k) => [k.terugkijken.maanden, ...k.regels.map((r) => r.terugkijkMaanden ?? k.terugkijken.maanden)]))];

/**
 * What matters of an incident to these versions: the same gives the same advice, so it is worked out once. Of an earlier one that is
 * what it was and within which times it lies, not its day.
 */
function sleutel(f: Feiten, maanden: readonly number[]): string {
  const gedrag = (g: Feiten | Feiten['eerdere'][number]): string => `${g.vormen.join()}~${g.gedragingen?.join() ?? '-'}~${g.tegen ?? ''}~${g.medium ?? ''}`;
  if (f.eerdere.length === 0) return `${gedrag(f)}${f.wapen ? 'w' : ''}`;
  const nu = telling(f.voorvalOp);
  const eerdere = f.eerdere.map((e) => {
    const dag = telling(e.voorvalOp);
    return `${gedrag(e)}~${eerderDan(dag, nu) ? maanden.map((m) => (binnenMaanden(dag, nu, m) ? 'j' : 'n')).join('') : 'later'}`;
  });
  return `${gedrag(f)}${f.wapen ? 'w' : ''}|${[...new Set(eerdere)].toSorted().join('|')}`;
}
const MEESTE_ONTHOUDEN = 5_000;

/** Runs a draft beside the version in force over incidents as they come; keeps counts only, however many there are. */
export function maakDoorrekening(nu: Kader, straks: Kader): { voeg(incident: Doorrekenincident): void; uitkomst(): Doorrekening } {
  const tellingen = new Map<string, Verschuiving>();
  const onthouden = new Map<string, { van: string; naar: string; gedrag: string }>();
  const zonderAdvies = { was: 0, wordt: 0 };
  const maanden = vensters(nu, straks);
  let incidenten = 0;
  let veranderd = 0;
  const reken = (f: Feiten): { van: string; naar: string; gedrag: string } => {
    const k = sleutel(f, maanden);
    const al = onthouden.get(k);
    if (al) return al;
    const [oud, nieuw] = [bepaal(nu, f), bepaal(straks, f)];
    const uit = { van: inHetKort(oud), naar: inHetKort(nieuw), gedrag: gedragVan(oud.gedragingen.length > 0 ? oud : nieuw) };
    if (onthouden.size < MEESTE_ONTHOUDEN) onthouden.set(k, uit);
    return uit;
  };
  return {
    voeg({ onderdeel, feiten }) {
      const { van, naar, gedrag } = reken(feiten);
      incidenten += 1;
      if (van === 'geen advies') zonderAdvies.was += 1;
      if (naar === 'geen advies') zonderAdvies.wordt += 1;
      if (van === naar) return;
      veranderd += 1;
      const k = JSON.stringify([onderdeel, gedrag, van, naar]);
      const al = tellingen.get(k);
      if (al) al.aantal += 1;
      else tellingen.set(k, { onderdeel, gedrag, van, naar, aantal: 1 });
    },
    uitkomst: () => ({ incidenten, veranderd, zonderAdvies, verschuivingen: [...tellingen.values()].toSorted((a, b) => b.aantal - a.aantal || a.onderdeel.localeCompare(b.onderdeel, 'nl') || a.gedrag.localeCompare(b.gedrag, 'nl')) }),
  };
}
