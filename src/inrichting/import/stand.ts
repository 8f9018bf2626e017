import type { z } from 'zod';
import type { Id } from '../../kern/ids.ts';
import type { Context } from '../../platform/deuren/index.ts';
import { importsoorten, type Volledig } from '../csv/index.ts';

export const soortcodes = ['onderdelen', 'locaties', 'functies', 'medewerkers'] as const;
export type Soort = (typeof soortcodes)[number];
export type Rij<S extends Soort> = Volledig<z.output<(typeof importsoorten)[S]['schema']>>;

/** The organisation as an import sees it: per kind the rows as a file would say them, and the id behind each key. */
export type Stand = { [S in Soort]: { rij: Rij<S>; id: Id }[] };

/** Reads the whole organisation, also what is out of use: a file can name it and bring it back. */
export async function leesStand({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>): Promise<Stand> {
  const [onderdelen, locaties, functies, medewerkers] = await Promise.all([
    trx.selectFrom('onderdeel').select(['id', 'code', 'naam', 'ouder_id', 'leidinggevende_id', 'fase', 'compartiment', 'actief']).where('organisatie_id', '=', organisatieId).orderBy('code').execute(),
    trx.selectFrom('locatie').select(['id', 'code', 'naam', 'adres', 'postcode', 'plaats', 'actief']).where('organisatie_id', '=', organisatieId).orderBy('code').execute(),
    trx.selectFrom('functie').select(['id', 'code', 'naam', 'actief']).where('organisatie_id', '=', organisatieId).orderBy('code').execute(),
    trx.selectFrom('medewerker').select(['id', 'personeelsnummer', 'voornaam', 'tussenvoegsel', 'achternaam', 'email', 'telefoon', 'onderdeel_id', 'functie_id', 'locatie_id', 'soort', 'werkgever', 'actief'])
      .where('organisatie_id', '=', organisatieId).orderBy('personeelsnummer').execute(),
  ]);
  const codes = new Map<Id, string>([...onderdelen, ...locaties, ...functies].map((r) => [r.id, r.code]));
  for (const m of medewerkers) codes.set(m.id, m.personeelsnummer);
  const sleutel = (id: Id | null): string => (id === null ? '' : (codes.get(id) ?? ''));
  return {
    onderdelen: onderdelen.map(({ id, ouder_id, leidinggevende_id, ...r }) => ({ id, rij: { ...r, fase: r.fase as 1 | 2 | 3, ouder_code: sleutel(ouder_id), leidinggevende_personeelsnummer: sleutel(leidinggevende_id) } })),
    locaties: locaties.map(({ id, ...rij }) => ({ id, rij })),
    functies: functies.map(({ id, ...rij }) => ({ id, rij })),
    medewerkers: medewerkers.map(({ id, onderdeel_id, functie_id, locatie_id, ...r }) => ({ id, rij: { ...r, onderdeel_code: sleutel(onderdeel_id), functie_code: sleutel(functie_id), locatie_code: sleutel(locatie_id) } })),
  };
}

/** The key of a row of any kind. */
export function sleutelVan<S extends Soort>(soort: S, rij: Rij<S>): string {
  return String((rij as Record<string, unknown>)[importsoorten[soort].sleutel]);
}
