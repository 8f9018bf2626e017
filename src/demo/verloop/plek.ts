import type { Id } from '../../kern/ids.ts';
import type { Casus } from '../casussen/index.ts';
import { plekken } from '../data/plekken.ts';
import type { Kans } from '../kans.ts';
import type { Mens } from '../organisaties/typen.ts';
import type { Wereld } from '../organisaties/wereld.ts';

export interface Plek {
  locatieId: Id | null;
  plek: string;
  /** As the title names it. */
  plaatsnaam: string;
}

/** A street, park or quarter that the story names itself. */
const NAAM = /\b(?:[A-Z][a-zé]+(?:straat|plein|park|weg|kade|laan|baan|wijk|buurt|dijk|kwartier)|Oude Dijk|Ringbaan|Havenkade)\b/u;

/** Words in a story that tell where it was, as someone would write it down. */
const WOORDEN: readonly (readonly [RegExp, string])[] = [
  [/parkeergarage|trappenhuis|slagboom/i, 'parkeergarage'], [/begraafplaats|zerk/i, 'begraafplaats'], [/draaideur van het ziekenhuis/i, 'bij het ziekenhuis'], [/apotheek/i, 'bij de apotheek'], [/taxistandplaats|\bstation\b/i, 'bij het station'], [/fietsenstalling|naar mijn fiets/i, 'bij de fietsenstalling'],
  [/markt|kraam/i, 'op de markt'], [/winkelcentrum|drogist|snackbar/i, 'bij het winkelcentrum'], [/school/i, 'bij de school'], [/supermarkt/i, 'in de supermarkt'], [/bakker/i, 'bij de bakker'], [/haven/i, 'aan de haven'], [/park\b|perken/i, 'in het park'],
  [/parkeerplaats|parkeerterrein/i, 'op de parkeerplaats'], [/bouwplaats|steiger/i, 'op een bouwplaats'], [/busstation|bushokje|bushalte/i, 'bij de bushalte'], [/wijkcentrum|podium/i, 'in het wijkcentrum'], [/raadszaal|tribune|inspreken|vergadering/i, 'rond de raadszaal'], [/sloot|wetering|duiker/i, 'langs de watergang'],
  [/stuw/i, 'bij de stuw'], [/dijk/i, 'op de dijk'], [/sluis/i, 'bij de sluis'], [/gemaal/i, 'bij het gemaal'], [/brug/i, 'bij de brug'], [/afzetting|N-weg|berm|viaduct|vluchtstrook/i, 'langs de provinciale weg'], [/bos|mos\b/i, 'in het bos'], [/plein/i, 'op het plein'],
];

const ELDERS = {
  huisbezoek: ['bij een inwoner thuis', 'huisbezoek', 'aan de deur'], client: ['bij de cliënt thuis', 'huisbezoek'], openbare_ruimte: ['op straat', 'buiten, onderweg', 'in de wijk', 'op straat in het centrum'], sociale_media: ['online', 'op internet', 'sociale media'],
  prive: ['thuis', 'in mijn vrije tijd', 'privé'],
} as const;

/** Work that has a place of its own, though it is "outside". */
const EIGEN_TERREIN = new Set(['SPO', 'SPO-ZWM', 'SPO-CUL', 'AFV-MIL', 'FAC', 'FAC-REC', 'FAC-BEV', 'WKE']);

/** Where it happened, as the reporter would have filled it in: a location of the organisation, or a place in his own words. */
export function plekVan(w: Wereld, c: Casus, voor: Mens, kans: Kans): Plek {
  const opLocatie = (code: string): Plek => {
    const { id, naam } = w.locatie(code);
    return { locatieId: id, plek: '', plaatsnaam: naam };
  };
  const elders = (plek: string): Plek => ({ locatieId: null, plek, plaatsnaam: plek });
  // A second report is about the same place.
  const genoemd = plekken[c.bij ?? c.id];
  if (genoemd !== undefined && !['telefoon', 'brief_email', 'sociale_media'].includes(c.kanaal)) return genoemd.startsWith('@') ? opLocatie(genoemd.slice(1)) : elders(genoemd);
  const naam = NAAM.exec(c.verhaal)?.[0];
  switch (c.kanaal) {
    case 'balie':
      return opLocatie(w.plan.soort === 'gemeente' && ['STADHUIS', 'TOEZICHT'].includes(voor.locatie) ? 'BALIE' : voor.locatie);
    case 'telefoon':
    case 'brief_email':
      return voor.soort === 'politiek' ? elders('thuis') : opLocatie(voor.locatie);
    case 'huisbezoek':
      return elders(naam ?? kans.kies(['WMO', 'JEU', 'WI'].includes(c.afdeling) ? ELDERS.client : ELDERS.huisbezoek));
    case 'sociale_media':
      return elders(kans.kies(ELDERS.sociale_media));
    case 'prive':
      return elders(WOORDEN.find(([patroon]) => patroon.test(c.verhaal) && /winkel|supermarkt|bakker|veld/i.test(c.verhaal))?.[1] ?? kans.kies(ELDERS.prive));
    case 'openbare_ruimte':
      if (EIGEN_TERREIN.has(voor.onderdeel) && naam === undefined) return opLocatie(voor.locatie);
      return elders(naam ?? WOORDEN.find(([patroon]) => patroon.test(c.verhaal))?.[1] ?? kans.kies(ELDERS.openbare_ruimte));
  }
}
