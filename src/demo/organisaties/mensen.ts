import type { Id } from '../../kern/ids.ts';
import { achternamen } from '../data/achternamen.ts';
import { aandeelHerkomst, voornamen, type Geslacht, type Herkomst } from '../data/voornamen.ts';
import type { Kans } from '../kans.ts';
import type { Mens, Onderdeelplan, Organisatieplan, Vaste } from './typen.ts';

export interface Geworven {
  mens: Mens;
  onderdeel: string;
  leidt: boolean;
  email: string;
  telefoon: string;
}

/** Work where most people have a telephone of their own on the road. */
const BUITEN = new Set(['BOA', 'PARK', 'INSP', 'CHAUF', 'BELAD', 'HOVEN', 'WPLOEG', 'VOORM', 'BEVEIL', 'PEIL', 'RAYON', 'SCHOUW', 'MUSK', 'KANT', 'WEGI', 'WEGW', 'TOEZN', 'VERKR', 'DEURW', 'REGIS', 'DIJKW']);

/** All people of an organisation: those with a part to play as they are, the others by chance until each department has its number. */
export function werfMensen(plan: Organisatieplan, kans: Kans, nieuwId: () => Id): Geworven[] {
  const uit: Geworven[] = [];
  const adressen = new Set<string>();
  let volgnr = 1_000;
  const neemAan = (o: Onderdeelplan, m: Omit<Mens, 'id' | 'onderdeel'>, leidt: boolean): void => {
    uit.push({
      mens: { ...m, id: nieuwId(), onderdeel: o.code }, onderdeel: o.code, leidt, email: adresVan(m, plan.domein, adressen),
      telefoon: BUITEN.has(m.functie) ? `06-000${kans.geheel(10_000, 99_999)}` : `010-000${kans.geheel(1_000, 9_999)}`,
    });
  };
  for (const o of plan.onderdelen) {
    const vasten = plan.vasten.filter((v) => v.onderdeel === o.code);
    for (const v of vasten) neemAan(o, vanVaste(v), v.leidt === true);
    let nogLeider = o.leiding !== undefined && !vasten.some((v) => v.leidt);
    for (let i = vasten.length; i < o.aantal; i += 1) {
      neemAan(o, gewoon(plan, o, nogLeider ? (o.leiding ?? null) : null, kans, volgnr), nogLeider);
      volgnr += 1;
      nogLeider = false;
    }
  }
  return uit;
}

function vanVaste(v: Vaste): Omit<Mens, 'id' | 'onderdeel'> {
  return {
    sleutel: v.sleutel, nummer: v.nummer, voornaam: v.voornaam, tussenvoegsel: v.tussenvoegsel ?? '', achternaam: v.achternaam, geslacht: v.geslacht, herkomst: 'nl', functie: v.functie, locatie: v.locatie,
    soort: v.soort ?? 'medewerker', werkgever: v.werkgever ?? '', rollen: (v.rollen ?? []).map((r) => ({ rol: r.rol, compartiment: r.compartiment ?? 'ambtelijk' })),
  };
}

function gewoon(plan: Organisatieplan, o: Onderdeelplan, leiding: string | null, kans: Kans, volgnr: number): Omit<Mens, 'id' | 'onderdeel'> {
  const herkomst: Herkomst = kans.weeg(aandeelHerkomst);
  const geslacht: Geslacht = kans.valt(0.54) ? 'v' : 'm';
  // Some have a Dutch first name with a surname from elsewhere.
  const voornaam = kans.kies(voornamen[herkomst !== 'nl' && kans.valt(0.25) ? 'nl' : herkomst][geslacht]);
  const { tussenvoegsel, achternaam } = kans.kies(achternamen[herkomst]);
  return {
    sleutel: null, nummer: `${plan.letter}${volgnr}`, voornaam, tussenvoegsel, achternaam, geslacht, herkomst, functie: leiding ?? kans.weeg(o.functies), locatie: kans.weeg(o.locaties),
    soort: o.soort ?? 'medewerker', werkgever: o.werkgever ?? '', rollen: [],
  };
}

const LOS: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', ß: 'ss' };

function adresVan(m: Pick<Mens, 'voornaam' | 'tussenvoegsel' | 'achternaam'>, domein: string, bezet: Set<string>): string {
  const deel = [m.voornaam, `${m.tussenvoegsel}${m.achternaam}`].join('.').toLowerCase().normalize('NFD').replace(/[ıłøß]/g, (teken) => LOS[teken] ?? '').replace(/[^a-z.]/g, '');
  let adres = `${deel}@${domein}`;
  for (let n = 2; bezet.has(adres); n += 1) adres = `${deel}${n}@${domein}`;
  bezet.add(adres);
  return adres;
}
