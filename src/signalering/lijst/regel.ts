/** What one row asks, as it was typed; the single check reads the same fields. */
export interface Ruwevraag {
  naam: string;
  geboortedatum: string;
  postcode: string;
  huisnummer: string;
  toevoeging: string;
  telefoon: string;
}

export const LEEG: Ruwevraag = { naam: '', geboortedatum: '', postcode: '', huisnummer: '', toevoeging: '', telefoon: '' };

export interface Lijstregel {
  /** As the sender counts them; a calendar counts its appointments. */
  nummer: number;
  /** Time of the appointment, when the list has one; '' otherwise. */
  tijd: string;
  vraag: Ruwevraag;
}

const DATUM = /(?<!\d)(\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}-\d{2}-\d{2})(?!\d)/;
const POSTCODE = /(?<![\dA-Z])([1-9]\d{3}) ?([A-Z]{2})(?![A-Z])/i;
const TELEFOON = /(?<!\d)(\+\d{2}|0)[\d\s-]{8,14}\d(?!\d)/;
const NUMMER = /^(\d{1,5})\s*[-/]?\s*([a-z0-9]{0,4}(?: (?:hs|bis|[a-z0-9]{1,3}))?)$/i;
const STRAAT = /^\P{N}*\p{L}\P{N}*? (\d{1,5})\s*[-/]?\s*([a-z0-9]{0,4}(?: (?:hs|bis|[a-z0-9]{1,3}))?)$/iu;
/** Words of calendars that are no part of a name. */
const AGENDAWOORD = /\b(huisbezoek|keukentafelgesprek|afspraak|gesprek|intake|bezoek|controle|heronderzoek|spreekuur|geb(oren|oortedatum)?|dhr|mevr|mw|de heer|mevrouw|meneer|met|bij|op|om|adres|tel(efoon)?|familie|fam)\b\.?:?/giu;

/** An address in running text: postcode and number, wherever they stand. */
export function leesAdresdeel(tekst: string): Pick<Ruwevraag, 'postcode' | 'huisnummer' | 'toevoeging'> {
  const p = POSTCODE.exec(tekst);
  const postcode = p ? `${p[1]}${p[2]}` : '';
  const delen = (p ? [tekst.slice(0, p.index), tekst.slice(p.index + p[0].length)] : [tekst]).flatMap((d) => d.split(/[,;\n]/)).map((d) => d.trim()).filter((d) => d !== '');
  for (const deel of delen) {
    const n = NUMMER.exec(deel) ?? STRAAT.exec(deel);
    if (n) return { postcode, huisnummer: n[1] ?? '', toevoeging: n[2] ?? '' };
  }
  return { postcode, huisnummer: '', toevoeging: '' };
}

/** A line without columns: what looks like a date, a postcode, a number or a telephone is that; the words before the address are the name. */
export function leesVrijeRegel(stukken: readonly string[]): Ruwevraag {
  const uit = { ...LEEG };
  const namen: string[] = [];
  let adresGezien = false;
  for (const ruw of stukken) {
    let deel = ruw.trim();
    const datum = DATUM.exec(deel);
    if (datum && uit.geboortedatum === '') {
      uit.geboortedatum = datum[0];
      deel = deel.replace(datum[0], ' ').trim();
    }
    const telefoon = TELEFOON.exec(deel);
    if (telefoon && uit.telefoon === '') {
      uit.telefoon = telefoon[0].trim();
      deel = deel.replace(telefoon[0], ' ').trim();
    }
    const adres = leesAdresdeel(deel);
    if (adres.postcode !== '' || adres.huisnummer !== '') {
      if (adres.postcode !== '') uit.postcode = adres.postcode;
      if (adres.huisnummer !== '') [uit.huisnummer, uit.toevoeging] = [adres.huisnummer, adres.toevoeging];
      // "Jan Jansen 1234AB 12" in one piece: the words before the postcode are still a name.
      const voor = namen.length === 0 && POSTCODE.test(deel) ? deel.slice(0, POSTCODE.exec(deel)?.index ?? 0).trim() : '';
      if (voor !== '' && !/\d/.test(voor)) namen.push(voor);
      adresGezien = true;
      continue;
    }
    const woorden = deel.replace(AGENDAWOORD, ' ').replace(/[()\d]+/g, ' ').replace(/\s+/g, ' ').replace(/^[\s:–-]+|[\s:–-]+$/g, '').trim();
    if (woorden !== '' && !adresGezien && namen.length < 2) namen.push(woorden);
  }
  uit.naam = namen.join(', ');
  return uit;
}
