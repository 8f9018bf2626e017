import { z } from 'zod';

/** Cells that are more than text. Each takes the cleaned cell; an empty choice is undefined: "as it was, or the default". */

/** A key that other rows and systems name: no spaces, so that it survives being typed and pasted. */
export const sleutel = (max: number) =>
  z.string().min(1, 'Vul dit in.').max(max).regex(/^[\p{L}\d][\p{L}\d._/-]*$/u, 'Gebruik alleen letters, cijfers, punten, streepjes en schuine strepen.');

/** A key of another row, or nothing. */
export const verwijzing = (max: number) => z.union([z.literal(''), sleutel(max)], { error: 'Gebruik alleen letters, cijfers, punten, streepjes en schuine strepen.' });

export const naam = z.string().min(1, 'Vul dit in.');

export const email = z.string().min(1, 'Vul een e-mailadres in.').toLowerCase().pipe(z.email('Dit is geen e-mailadres. Schrijf het als naam@gemeente.nl.'));

/** Kept as it was written; a number for the screen and for tel: links, with 8 to 15 figures (E.164). */
export const telefoon = z.string().refine(
  (tekst) => tekst === '' || (/^\+?[\d ().-]+$/.test(tekst) && /^\d{8,15}$/.test(tekst.replace(/\D/g, ''))),
  'Dit is geen telefoonnummer. Schrijf het als 06 12345678 of +31 6 12345678.',
);

/** "1234AB" and "1234 ab" are "1234 AB". The letters SA, SD and SS are not given out (NEN 5825). */
export const postcode = z.string().transform((tekst, context) => {
  const delen = /^([1-9]\d{3}) ?(?!SA|SD|SS)([A-Z]{2})$/.exec(tekst.toUpperCase());
  if (tekst === '') return '';
  if (delen) return `${delen[1]} ${delen[2]}`;
  context.addIssue({ code: 'custom', message: 'Dit is geen postcode. Schrijf hem als 1234 AB.' });
  return z.NEVER;
});

/** One of a closed list, by its own word or another word for it, in any case. */
export function keuze<const Waarde extends string | number | boolean>(woorden: ReadonlyMap<string, Waarde>, bericht: string) {
  return z.string().transform((tekst, context): Waarde | undefined => {
    if (tekst === '') return undefined;
    const waarde = woorden.get(tekst.toLowerCase());
    if (waarde === undefined) context.addIssue({ code: 'custom', message: bericht });
    return waarde;
  });
}

export const jaNee = keuze(new Map([
  ['ja', true], ['j', true], ['1', true], ['waar', true], ['true', true], ['yes', true], ['actief', true],
  ['nee', false], ['n', false], ['0', false], ['onwaar', false], ['false', false], ['no', false], ['inactief', false],
]), 'Vul ja of nee in.');
