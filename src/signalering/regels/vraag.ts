import type { Temporal } from 'temporal-polyfill';
import type { Veldfout } from '../../kern/fouten/index.ts';
import type { Ruwevraag } from '../lijst/regel.ts';
import { leesGeboortedatum, leesHuisnummer, leesNaam, leesPostcode, leesTelefoon, type Adres, type Geboortedatum, type Gelezen } from './invoer.ts';
import type { Gevraagd } from './oordeel.ts';

/** A question as it can be answered: about a person, an address, or both. */
export interface Vraag {
  naam: string | null;
  geboortedatum: Geboortedatum | null;
  adres: Adres | null;
  telefoon: string | null;
}

/** Reads what was typed; all that is wrong at once. */
export function leesVraag(ruw: Ruwevraag, vandaag: Temporal.PlainDate): { ok: true; waarde: Vraag } | { ok: false; fouten: Veldfout[] } {
  const fouten: Veldfout[] = [];
  const neem = <T>(veld: keyof Ruwevraag, g: Gelezen<T>): T | null => {
    if (g.ok) return g.waarde;
    fouten.push({ veld, tekst: g.tekst });
    return null;
  };
  const naam = neem('naam', leesNaam(ruw.naam));
  const geboortedatum = neem('geboortedatum', leesGeboortedatum(ruw.geboortedatum, vandaag));
  const postcode = neem('postcode', leesPostcode(ruw.postcode));
  const nummer = neem('huisnummer', leesHuisnummer(ruw.huisnummer, ruw.toevoeging));
  const telefoon = neem('telefoon', leesTelefoon(ruw.telefoon));
  if (fouten.length === 0) {
    if (postcode !== null && nummer === null) fouten.push({ veld: 'huisnummer', tekst: 'Vul ook het huisnummer in.' });
    else if (postcode === null && nummer !== null) fouten.push({ veld: 'postcode', tekst: 'Vul ook de postcode in.' });
    else if (naam === null && (geboortedatum !== null || telefoon !== null)) fouten.push({ veld: 'naam', tekst: 'Vul ook de naam in.' });
    else if (naam === null && postcode === null) fouten.push({ veld: 'naam', tekst: 'Vul een naam met geboortedatum in, of een adres.' });
  }
  if (fouten.length > 0) return { ok: false, fouten };
  return { ok: true, waarde: { naam, geboortedatum, telefoon, adres: postcode !== null && nummer !== null ? { postcode, ...nummer } : null } };
}

export function gevraagd(v: Vraag): Gevraagd {
  return { heleGeboortedatum: v.geboortedatum !== null && v.geboortedatum.dag !== null, geboortejaar: v.geboortedatum !== null, adres: v.adres !== null, telefoon: v.telefoon !== null };
}
