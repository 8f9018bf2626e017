import { sql } from 'kysely';
import type { Id } from '../../kern/ids.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';
import { maakLos } from '../handelingen/medewerkers.ts';
import type { Beoordeling } from './beoordeel.ts';
import type { Bestandsoordeel } from './oordeel.ts';
import { sleutelVan, soortcodes, type Rij, type Soort, type Stand } from './stand.ts';

/** Ids by key, of what is there and of what comes. */
type Ids = Record<Soort, Map<string, Id>>;

/**
 * Writes what was judged, in the order in which rows refer to each other. All statements are of one transaction: one that fails
 * takes all with it.
 */
export async function schrijfImport(ctx: ActorContext, b: Beoordeling, stand: Stand): Promise<void> {
  const ids = Object.fromEntries(soortcodes.map((soort) => {
    const bekend = new Map(stand[soort].map(({ rij, id }) => [sleutelVan(soort, rij as never), id]));
    for (const { waarde } of b.bestanden[soort]?.nieuw ?? []) bekend.set(sleutelVan(soort, waarde as never), ctx.nieuwId());
    return [soort, bekend];
  })) as Ids;
  await schrijfSoort(ctx, 'locatie', b.bestanden.locaties, ids.locaties, ({ code, naam, adres, postcode, plaats, actief }) => ({ code, naam, adres, postcode, plaats, actief }));
  await schrijfSoort(ctx, 'functie', b.bestanden.functies, ids.functies, ({ code, naam, actief }) => ({ code, naam, actief }));
  await schrijfSoort(ctx, 'onderdeel', b.bestanden.onderdelen, ids.onderdelen, (r) => ({
    code: r.code, naam: r.naam, ouder_id: ids.onderdelen.get(r.ouder_code) ?? null, fase: r.fase, compartiment: r.compartiment, actief: r.actief,
    leidinggevende_id: ids.medewerkers.get(r.leidinggevende_personeelsnummer) ?? null,
  }));
  await wisselAdressen(ctx, b.bestanden.medewerkers, ids.medewerkers);
  await schrijfSoort(ctx, 'medewerker', b.bestanden.medewerkers, ids.medewerkers, ({ onderdeel_code, functie_code, locatie_code, ...r }) => ({
    ...r, onderdeel_id: ids.onderdelen.get(onderdeel_code) ?? null, functie_id: ids.functies.get(functie_code) ?? null, locatie_id: ids.locaties.get(locatie_code) ?? null,
  }));
  await maakLos(ctx, b.uitDienst.flatMap((nummer) => ids.medewerkers.get(nummer) ?? []));
}

type Kolommen = Record<string, string | number | boolean | null>;

/** Adds what is new and changes what differs, each kind in two statements: rows may refer to rows of the same statement. */
async function schrijfSoort<S extends Soort>(ctx: ActorContext, tabel: 'onderdeel' | 'locatie' | 'functie' | 'medewerker', oordeel: Bestandsoordeel<S> | undefined, ids: ReadonlyMap<string, Id>, kolommen: (rij: Rij<S>) => Kolommen): Promise<void> {
  if (!oordeel) return;
  const alsRijen = (rijen: readonly { waarde: Rij<S> }[]): Kolommen[] =>
    rijen.map(({ waarde }) => ({ organisatie_id: ctx.organisatieId, id: ids.get(sleutelVan(oordeel.soort, waarde)) ?? null, ...kolommen(waarde) }));
  const nieuw = alsRijen(oordeel.nieuw);
  const anders = alsRijen(oordeel.gewijzigd);
  const namen = Object.keys(nieuw[0] ?? anders[0] ?? {});
  const lijst = sql.join(namen.map((n) => sql.ref(n)));
  const uitJson = (rijen: readonly Kolommen[]) => sql`jsonb_populate_recordset(null::${sql.table(tabel)}, ${JSON.stringify(rijen)}::jsonb) r`;
  if (nieuw.length > 0) await sql`insert into ${sql.table(tabel)} (${lijst}) select ${sql.join(namen.map((n) => sql.ref(`r.${n}`)))} from ${uitJson(nieuw)}`.execute(ctx.trx);
  if (anders.length > 0) {
    const zet = sql.join(namen.filter((n) => n !== 'organisatie_id' && n !== 'id').map((n) => sql`${sql.ref(n)} = ${sql.ref(`r.${n}`)}`));
    await sql`update ${sql.table(tabel)} t set ${zet}, versie = t.versie + 1 from ${uitJson(anders)} where t.organisatie_id = ${ctx.organisatieId} and t.id = r.id`.execute(ctx.trx);
  }
}

/** Addresses are unique at every moment, so two people who swap theirs first get one that nobody has. */
async function wisselAdressen(ctx: ActorContext, oordeel: Bestandsoordeel<'medewerkers'> | undefined, ids: ReadonlyMap<string, Id>): Promise<void> {
  const wie = (oordeel?.gewijzigd ?? []).filter((g) => g.velden.some((v) => v.veld === 'email')).flatMap((g) => ids.get(g.sleutel) ?? []);
  if (wie.length === 0) return;
  await sql`update medewerker set email = id::text where organisatie_id = ${ctx.organisatieId} and id = any(${wie}::uuid[])`.execute(ctx.trx);
}
