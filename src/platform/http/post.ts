import { fout } from '../../kern/fouten/index.ts';
import { Bestandsfout, leesMultipart, type Bestandsdeel, type Formulierinhoud, type Multipartgrenzen } from '../bestanden/index.ts';
import { csrfToken, klopt } from './beveiliging.ts';
import type { Velden, Verzoek } from './typen.ts';
import { leesVelden, naarVelden } from './velden.ts';

/** The fields of a POST that `site.ruw` leaves to its page, after the check of its token. */
export async function eigenPost(v: Verzoek): Promise<Velden> {
  const velden = await leesVelden(v.c.req.raw);
  if (!klopt(velden._csrf, csrfToken(v.sessie.geheim))) throw fout('csrf.ongeldig');
  return velden;
}

export interface Upload<T> extends Omit<Formulierinhoud<T>, 'velden'> {
  velden: Velden;
}

/**
 * The same for a form with files, which stream to `opBestand` one after the other. Whoever gets this cleans up with `ruimOp`,
 * also when there were errors. Ask first whether this person may add a file at all: this reads the whole body.
 */
export async function eigenUpload<T extends { ruimOp(): Promise<void> }>(v: Verzoek, opBestand: (deel: Bestandsdeel) => Promise<T>, grenzen: Partial<Multipartgrenzen> = {}): Promise<Upload<T>> {
  const inhoud = await lees(v, opBestand, grenzen);
  const velden = naarVelden([...inhoud.velden].flatMap(([naam, waarden]) => waarden.map((w): [string, string] => [naam, w])));
  if (!klopt(velden._csrf, csrfToken(v.sessie.geheim))) {
    await inhoud.ruimOp();
    throw fout('csrf.ongeldig');
  }
  return { ...inhoud, velden };
}

async function lees<T extends { ruimOp(): Promise<void> }>(v: Verzoek, opBestand: (deel: Bestandsdeel) => Promise<T>, grenzen: Partial<Multipartgrenzen>): Promise<Formulierinhoud<T>> {
  try {
    return await leesMultipart(v.c.req.raw, grenzen, opBestand);
  } catch (e) {
    if (e instanceof Bestandsfout) throw fout('invoer.ongeldig', { redenen: [`${e.soort.titel}. ${e.soort.tekst}`] });
    throw e;
  }
}
