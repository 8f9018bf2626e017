/** The part after the last dot, lower case and without the dot; '' when there is none. */
export function extensieVan(naam: string): string {
  const punt = naam.lastIndexOf('.');
  return punt <= 0 ? '' : naam.slice(punt + 1).toLowerCase();
}

const MAX_TEKENS = 120;
const MAX_BYTES = 200;
/** Device names that Windows opens instead of a file, with any extension. */
const APPARAAT = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * Makes a name from outside fit to show and to save under: no path, no control or direction-changing characters (a
 * right-to-left override makes "gpj.exe" look like "exe.jpg"), nothing a file system refuses, at most 120 characters.
 * `extensie` is the one that belongs to the content; it is put behind the name when the name ends otherwise.
 */
export function toonbareNaam(ruw: string, extensies: readonly [string, ...string[]]): string {
  const kaal = ruw
    .toWellFormed()
    .replace(/^.*[/\\]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\uFFFD]/gu, '')
    .normalize('NFC')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const extensie = extensieVan(kaal);
  const past = extensies.includes(extensie);
  const achtervoegsel = past ? kaal.slice(kaal.length - extensie.length - 1) : `.${extensies[0]}`;
  let stam = past ? kaal.slice(0, kaal.length - achtervoegsel.length) : kaal;
  stam = kort(stam, MAX_TEKENS - achtervoegsel.length, MAX_BYTES - achtervoegsel.length).replace(/[. ]+$/, '');
  if (stam === '') stam = 'bestand';
  if (APPARAAT.test(stam.split('.')[0] ?? '')) stam = `bestand-${stam}`;
  return stam + achtervoegsel;
}

const graphemen = new Intl.Segmenter('nl', { granularity: 'grapheme' });

/** Cuts between whole characters as people see them, so that no letter loses its accent. */
function kort(tekst: string, tekens: number, bytes: number): string {
  let uit = '';
  let telTekens = 0;
  let telBytes = 0;
  for (const { segment } of graphemen.segment(tekst)) {
    telTekens += 1;
    telBytes += Buffer.byteLength(segment);
    if (telTekens > tekens || telBytes > bytes) break;
    uit += segment;
  }
  return uit;
}
