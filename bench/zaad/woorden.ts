import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** Raw material for the texts of the bench: sentences and titles of the demo's invented reports, so that words occur as often as people use them. */
export interface Woorden {
  zinnen: string[];
  titels: string[];
  omschrijvingen: string[];
}

interface Verhaal {
  titel: string;
  verhaal: string;
  notities?: string[];
  nazorg?: string[];
  verklaringen?: string[];
  terugkoppeling?: string;
  veroorzaker: { omschrijving?: string };
}

const CASUSSEN = path.resolve(import.meta.dirname, '../../src/demo/casussen');

export async function leesWoorden(): Promise<Woorden> {
  const bestanden = (await readdir(CASUSSEN)).filter((naam) => naam.endsWith('.ts') && !naam.endsWith('.test.ts')).sort();
  const zinnen = new Set<string>();
  const titels = new Set<string>();
  const omschrijvingen = new Set<string>();
  for (const bestand of bestanden) {
    const delen = Object.values((await import(path.join(CASUSSEN, bestand))) as Record<string, readonly Verhaal[]>);
    for (const v of delen.flat()) {
      titels.add(v.titel);
      if (v.veroorzaker.omschrijving !== undefined) omschrijvingen.add(v.veroorzaker.omschrijving);
      const tekst = [v.verhaal, ...(v.notities ?? []), ...(v.nazorg ?? []), ...(v.verklaringen ?? []), v.terugkoppeling ?? ''].join(' ');
      for (const zin of tekst.replaceAll('{collega}', 'mijn collega').replaceAll('{locatie}', 'de locatie').split(/(?<=[.!?])\s+/)) if (zin.trim() !== '') zinnen.add(zin.trim());
    }
  }
  return { zinnen: [...zinnen], titels: [...titels], omschrijvingen: [...omschrijvingen] };
}

export const voornamen = ['Samira', 'Joost', 'Karin', 'Milan', 'Petra', 'Hugo', 'Noor', 'Ilse', 'Geert', 'Rosa', 'Bas', 'Fien', 'Nel', 'Olaf', 'Dirk', 'Wim', 'Fatima', 'Sven', 'Lieke', 'Mehmet', 'Anouk', 'Tim', 'Youssef', 'Eva'];
export const beginstukken = ['Bak', 'Ver', 'Hoek', 'Mul', 'Jans', 'Dijk', 'Vis', 'Smit', 'Brou', 'Kui', 'Post', 'Schou', 'Wol', 'Ter', 'Hui', 'Kram', 'Ouder', 'Nieuw', 'Zand', 'Molen', 'Berg', 'Haze', 'Krui', 'Lam', 'Roos', 'Veld', 'Wes', 'Drie', 'Appel', 'Glas'];
export const midden = ['ker', 'hoe', 'ste', 'der', 'ma', 'nen', 'wijk', 'ling', 'ber', 'cam', 'kens', 'hof', 'ten', 'ring', 'mer', 'zel', 'lo', 'gaar', 'pel', 'boer', 'dal', 'ning', 'horst', 'brink', 'voor', 'eind', 'huis', 'sluis', 'poort', 'stra'];
export const einden = ['', 'man', 's', 'sma', 'ink', 'stra', 'veld', 'sen', 'dam', 'berg', 'ga', 'mans', 'laan', 'broek', 'aar', 'ma', 'stad', 'oord', 'huizen', 'gracht'];
