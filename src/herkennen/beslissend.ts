import { bereid } from './persoon.ts';
import type { Aanname, Persoonsgegevens, Veld } from './typen.ts';
import { gangbareFrequenties } from './frequenties.ts';
import { grenzen, logAanname } from './vergelijk.ts';

export interface Vraagveld {
  veld: Veld;
  /** Bits that this field is expected to add when the person is registered. */
  bits: number;
  /** Whether with it the answer can be `waarschijnlijk`. */
  beslist: boolean;
}

/** What a field is worth when it agrees, as weighed against chance. */
const OPBRENGST: readonly (readonly [Veld, number])[] = [['geboortedatum', 14.5], ['adres', 18], ['telefoon', 20], ['kenmerk', 19], ['email', 18], ['voornaam', 8], ['achternaam', 11]];

/**
 * Which field to ask for, best first: those that are missing, the one that people know soonest before the one that says most. Empty when what
 * is known can decide already.
 */
export function welkVeldZouBeslissen(vraag: Persoonsgegevens, aanname: Aanname): Vraagveld[] {
  const p = bereid(vraag);
  const [naam] = p.namen;
  const achter = naam?.delen.find((d) => d.rol === 'achter')?.woord;
  const voor = naam?.delen.find((d) => d.rol === 'voor');
  const volledig = p.geboortedatum !== null && p.geboortedatum.jaar !== null && p.geboortedatum.maand !== null && p.geboortedatum.dag !== null;
  const f = gangbareFrequenties;
  const weet: Partial<Record<Veld, number>> = {
    ...(achter === undefined ? {} : { achternaam: -Math.log2(f.achternaam(achter.vouw, achter.klank, achter.geraamte).vorm) }),
    ...(voor === undefined ? {} : { voornaam: voor.initiaal ? 3.3 : -Math.log2(f.voornaam(voor.woord.vouw, voor.woord.klank, voor.woord.geraamte).vorm) }),
    ...(p.geboortedatum === null ? {} : { geboortedatum: volledig ? 14.5 : 6 }),
    ...(p.adressen.some((a) => a.huisnummer !== '') ? { adres: 18 } : {}),
    ...(p.telefoons.length > 0 ? { telefoon: 20 } : {}), ...(p.emails.length > 0 ? { email: 18 } : {}), ...(p.kenmerken.length > 0 ? { kenmerk: 19 } : {}),
  };
  const heeft = Object.values(weet).reduce((s, b) => s + b, 0);
  const nodig = Math.log2(grenzen.waarschijnlijk / (1 - grenzen.waarschijnlijk)) - logAanname(aanname);
  // A birthday decides only together with a first name: twins share it.
  const zeker = (weet.geboortedatum !== undefined && voor !== undefined) || weet.telefoon !== undefined || weet.email !== undefined || weet.kenmerk !== undefined;
  if (heeft >= nodig && zeker) return [];
  const maaktZeker = (veld: Veld): boolean => {
    if (veld === 'geboortedatum') return voor !== undefined;
    if (veld === 'voornaam') return weet.geboortedatum !== undefined;
    return veld !== 'achternaam' && veld !== 'adres';
  };
  return OPBRENGST.map(([veld, bits]) => ({ veld, bits: bits - (weet[veld] ?? 0) }))
    .filter(({ bits }) => bits > 3)
    .map(({ veld, bits }) => ({ veld, bits, beslist: heeft + bits >= nodig && (zeker || maaktZeker(veld)) }))
    .sort((x, y) => Number(y.beslist) - Number(x.beslist));
}
