import { Fout, fout } from '../../kern/fouten/index.ts';
import type { Velden } from './typen.ts';

/** Most bytes of a form without files. Above the longest text, so that too long a text is answered at its field. */
export const MAX_FORMULIER = 4 * 1024 * 1024;
const MAX_AANTAL_VELDEN = 2_000;

/** Whether a request says that it is a form without files. */
export function isFormulier(verzoek: Request): boolean {
  return /^application\/x-www-form-urlencoded\s*(;|$)/i.test(verzoek.headers.get('content-type') ?? '');
}

/** Reads a form (urlencoded) into fields; a name that occurs more than once becomes a list. */
export async function leesVelden(verzoek: Request): Promise<Velden> {
  if (!isFormulier(verzoek)) throw fout('invoer.ongeldig', { redenen: ['Dit is geen formulier.'] });
  const lengte = Number(verzoek.headers.get('content-length') ?? '0');
  if (lengte > MAX_FORMULIER) throw fout('invoer.te-groot');
  return naarVelden(new URLSearchParams((await leesLichaam(verzoek)).toString('utf8')));
}

async function leesLichaam({ body }: Request): Promise<Buffer> {
  const delen: Uint8Array[] = [];
  let gelezen = 0;
  try {
    for await (const deel of body ?? []) {
      gelezen += deel.byteLength;
      if (gelezen > MAX_FORMULIER) throw fout('invoer.te-groot');
      delen.push(deel);
    }
  } catch (e) {
    // Whoever leaves halfway, or is too slow, must not be able to fill the log with failures.
    throw e instanceof Fout ? e : fout('invoer.ongeldig', { redenen: ['Het formulier kwam niet helemaal aan. Verstuur het opnieuw.'] });
  }
  return Buffer.concat(delen);
}

/** No form of ours has a NUL in it, and PostgreSQL refuses it wherever it comes, also where a rule forgot to take it out. */
export function zonderNul(tekst: string): string {
  return tekst.replaceAll('\0', '');
}

/** Fields from pairs. */
export function naarVelden(paren: Iterable<[string, string]>): Velden {
  const uit: Velden = Object.create(null) as Velden;
  let aantal = 0;
  for (const [ruweNaam, ruweWaarde] of paren) {
    if (++aantal > MAX_AANTAL_VELDEN) throw fout('invoer.te-groot');
    const [naam, waarde] = [zonderNul(ruweNaam), zonderNul(ruweWaarde)];
    const was = uit[naam];
    uit[naam] = was === undefined ? waarde : Array.isArray(was) ? [...was, waarde] : [was, waarde];
  }
  return uit;
}

/** The fields people filled in, without the hidden ones of the site itself (their names start with an underscore). */
export function eigenVelden(velden: Velden): Velden {
  return Object.fromEntries(Object.entries(velden).filter(([naam]) => !naam.startsWith('_')));
}

/** One value of a field, '' when it is not there. */
export function waarde(velden: Velden, naam: string): string {
  const w = velden[naam];
  return Array.isArray(w) ? (w[0] ?? '') : (w ?? '');
}

/** All values of a field. */
export function waarden(velden: Velden, naam: string): string[] {
  const w = velden[naam];
  return w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w];
}
