import { z } from 'zod';
import type { Veldfout } from './fouten/index.ts';
import { isId } from './ids.ts';

/** The longest free text anyone may send, in characters. Longer is answered at the field; nothing is cut off in silence. */
export const MAX_TEKST = 20_000;

/**
 * Text as people typed it, made safe to keep: no NUL or other control characters (PostgreSQL refuses NUL, the rest is
 * invisible), one form of line end, one Unicode form. Emoji and right-to-left text stay as they are.
 */
export function schoon(tekst: string): string {
  return tekst
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .normalize('NFC')
    .trim();
}

const getal = (n: number): string => n.toLocaleString('nl-NL');

/** Free text; empty is ''. `max` in characters. With `verplicht` the given sentence is the error when it is empty. */
export function tekst(opties: { max?: number; verplicht?: string } = {}) {
  const max = opties.max ?? MAX_TEKST;
  return z
    .string()
    .default('')
    .transform(schoon)
    .superRefine((waarde, ctx) => {
      if (opties.verplicht !== undefined && waarde === '') ctx.addIssue({ code: 'custom', message: opties.verplicht });
      if (waarde.length > max) ctx.addIssue({ code: 'custom', message: `Dit is te lang: ${getal(waarde.length)} tekens. Er passen er ${getal(max)}.` });
    });
}

/** One of a closed list; `ontbreekt` is the sentence when nothing, or something that is not in the list, was chosen. */
export function keuze<const T extends readonly [string, ...string[]]>(waarden: T, ontbreekt: string) {
  return z.enum(waarden, { error: ontbreekt });
}

/** One of a closed list, or nothing (an empty field). */
export function keuzeOfNiets<const T extends readonly [string, ...string[]]>(waarden: T, fout: string) {
  return z.preprocess((w) => (w === '' ? undefined : w), z.enum(waarden, { error: fout }).optional());
}

/** A list from checkboxes: one value, several, or none. */
export function lijst<const T extends readonly [string, ...string[]]>(waarden: T, fout: string) {
  return z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.enum(waarden, { error: fout })));
}

/** An id chosen from a list or standing in a hidden field. */
export function id(ontbreekt: string) {
  return z.string({ error: ontbreekt }).refine(isId, { error: ontbreekt });
}

/** An id, or null when the field is empty. */
export function idOfNiets(fout: string) {
  return z.preprocess((w) => (w === '' || w === undefined ? null : w), z.string().refine(isId, { error: fout }).nullable());
}

/** Ids ticked in a list: one, several, or none; at most so many. */
export function lijstVanIds(fout: string, meest: number) {
  return z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string({ error: fout }).refine(isId, { error: fout })).max(meest, { error: fout }));
}

/** A checkbox: ticked or not. */
export const vinkje = z.preprocess((w) => w === 'ja' || w === 'on' || w === true || w === 'true', z.boolean());

/** The version of a row as the form was shown, for noticing that someone else changed it meanwhile. */
export const versie = z.coerce.number({ error: 'Open de pagina opnieuw.' }).int().positive();

/** Give this along when parsing what was sent: the sentence where a schema has none of its own, such as for a field that was sent twice. */
export const anders = { error: () => 'Controleer dit veld.' } as const;

/** The errors of a zod parse as field errors, one per field, in the order of the form. */
export function veldfouten(fout: z.core.$ZodError): Veldfout[] {
  const gezien = new Set<string>();
  const uit: Veldfout[] = [];
  for (const issue of fout.issues) {
    const veld = issue.path.map(String).join('.');
    if (gezien.has(veld)) continue;
    gezien.add(veld);
    uit.push({ veld, tekst: issue.message });
  }
  return uit;
}
