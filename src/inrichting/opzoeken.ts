import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import type { Compartiment, Rol } from '../kern/rechten/index.ts';
import { kalenderVan, type Kalender } from '../kern/tijd/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import { Instellingen, type Ontvanger } from './instellingen.ts';

/** What other rooms need to know of the organisation within an act; rights are theirs to check. */

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

export interface Collega {
  id: Id;
  naam: string;
  soort: 'medewerker' | 'politiek' | 'ingehuurd';
  onderdeelId: Id;
  locatieId: Id | null;
  telefoon: string;
  /** Of hired staff: the company that employs him; '' for others. */
  werkgever: string;
}

interface Regels {
  instellingen: Instellingen;
  kalender: Kalender;
}

/** Settings that were read before, by their text: checking them and computing holidays is more work than the rest of a small act. */
const gelezen = new Map<string, Regels>();
const MEESTE_GELEZEN = 200;
/** One act asks for them in many places. */
const perTransactie = new WeakMap<Ctx['trx'], Promise<Regels>>();

/** The settings of the organisation, with defaults for what was never set; within one transaction as they were at first. */
export function instellingenVan({ trx, organisatieId }: Ctx): Promise<Regels> {
  let regels = perTransactie.get(trx);
  if (regels === undefined) {
    regels = trx.selectFrom('organisatie').select('instellingen').where('organisatie_id', '=', organisatieId).executeTakeFirstOrThrow().then((rij) => ontleed(rij.instellingen));
    perTransactie.set(trx, regels);
  }
  return regels;
}

function ontleed(ruw: unknown): Regels {
  const tekst = JSON.stringify(ruw);
  let regels = gelezen.get(tekst);
  if (regels === undefined) {
    const instellingen = Instellingen.parse(ruw);
    regels = { instellingen, kalender: kalenderVan(instellingen.kalender) };
    if (gelezen.size >= MEESTE_GELEZEN) gelezen.clear();
    gelezen.set(tekst, regels);
  }
  return regels;
}

/** An active colleague, or null. */
export async function collega({ trx, organisatieId }: Ctx, id: Id): Promise<Collega | null> {
  const rij = await trx.selectFrom('medewerker').select(['id', 'naam', 'soort', 'onderdeel_id', 'locatie_id', 'telefoon', 'werkgever'])
    .where('organisatie_id', '=', organisatieId).where('id', '=', id).where('actief', '=', true).executeTakeFirst();
  return rij ? { id: rij.id, naam: rij.naam, soort: rij.soort, onderdeelId: rij.onderdeel_id, locatieId: rij.locatie_id, telefoon: rij.telefoon, werkgever: rij.werkgever } : null;
}

/** Those who lead a department, nearest first: its own leidinggevende, then the one above, and so on. Inactive people are passed over. */
export async function leidinggevendenVan({ trx, organisatieId }: Ctx, onderdeelId: Id): Promise<Id[]> {
  const { rows } = await sql<{ leidinggevende_id: Id }>`
    with recursive omhoog as (
      select o.id, o.ouder_id, o.leidinggevende_id, 1 as afstand from onderdeel o where o.organisatie_id = ${organisatieId} and o.id = ${onderdeelId}
      union all
      select o.id, o.ouder_id, o.leidinggevende_id, h.afstand + 1 from onderdeel o join omhoog h on o.id = h.ouder_id where o.organisatie_id = ${organisatieId} and h.afstand < 20
    )
    select h.leidinggevende_id from omhoog h join medewerker m on m.organisatie_id = ${organisatieId} and m.id = h.leidinggevende_id and m.actief order by h.afstand`.execute(trx);
  return [...new Set(rows.map((r) => r.leidinggevende_id))];
}

/** Active colleagues with a role in a compartment. */
export async function metRol({ trx, organisatieId }: Ctx, rol: Rol, compartiment: Compartiment): Promise<Id[]> {
  const rijen = await trx.selectFrom('roltoekenning as r').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'r.organisatie_id').onRef('m.id', '=', 'r.medewerker_id'))
    .select('m.id').where('r.organisatie_id', '=', organisatieId).where('r.rol', '=', rol).where('r.compartiment', '=', compartiment)
    .where('r.ingetrokken_op', 'is', null).where('m.actief', '=', true).orderBy('r.sinds').execute();
  return rijen.map((r) => r.id);
}

/** For whom a message is meant. */
export interface Geadresseerde {
  compartiment: Compartiment;
  /** Department of the colleague it happened to. */
  onderdeelId: Id;
  /** Route around the own leidinggevende: nobody who leads the department is told (functies B9). */
  buitenLeidinggevende: boolean;
  /** People who must never be told: the colleague himself (he knows) and whoever is named as veroorzaker. */
  niet: readonly Id[];
}

/**
 * The people behind a word on the ladder. In the closed compartment nobody who leads an ambtelijk department is ever told.
 * When nobody fills the word, the Adviseur of that compartment is the last resort.
 */
export async function ontvangersVan(ctx: Ctx, ontvanger: Ontvanger, g: Geadresseerde): Promise<Id[]> {
  const bruikbaar = (ids: readonly Id[]): Id[] => ids.filter((id) => !g.niet.includes(id));
  const adviseurs = async () => bruikbaar(await metRol(ctx, 'adviseur', g.compartiment));
  const griffiers = async () => bruikbaar(await metRol(ctx, 'griffier', g.compartiment));
  let gevonden: Id[] = [];
  if (ontvanger === 'griffier') gevonden = await griffiers();
  if ((ontvanger === 'leidinggevende' || ontvanger === 'hogere_leidinggevende') && g.compartiment === 'ambtelijk' && !g.buitenLeidinggevende) {
    const lijn = bruikbaar(await leidinggevendenVan(ctx, g.onderdeelId));
    const wie = ontvanger === 'leidinggevende' ? lijn[0] : lijn[1];
    if (wie !== undefined) gevonden = [wie];
  }
  if (gevonden.length > 0) return gevonden;
  const laatste = await adviseurs();
  return laatste.length > 0 ? laatste : g.compartiment === 'politiek' ? griffiers() : laatste;
}
