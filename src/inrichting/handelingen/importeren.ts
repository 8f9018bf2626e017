import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sql, type Kysely } from 'kysely';
import type { Temporal } from 'temporal-polyfill';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, tekst } from '../../kern/invoer.ts';
import { handeling, vraag, type ActorContext } from '../../platform/deuren/index.ts';
import type { Tabellen } from '../../platform/database/tabellen.ts';
import { beoordeel, type Beoordeling, type Bestanden } from '../import/beoordeel.ts';
import { schrijfImport } from '../import/schrijf.ts';
import { leesStand, soortcodes, type Soort, type Stand } from '../import/stand.ts';
import { MAX_BYTES } from '../csv/index.ts';
import type { OpenWerk } from '../vragen/lijsten.ts';
import { organisatieOpSlot } from './gedeeld.ts';

/** How long an import waits for its "voer door". */
const GELDIG = { hours: 24 };

const Bestand = z.instanceof(Uint8Array).refine((b) => b.length <= MAX_BYTES + 1, 'Dit bestand is te groot.');

/** Keeps uploaded files for the dry run. An earlier import of the same person that he did not carry out is gone then. */
export const legImportKlaar = handeling({
  naam: 'inrichting.importeren',
  invoer: z.object({ bestanden: z.partialRecord(z.enum(soortcodes), Bestand).refine((b) => Object.keys(b).length > 0, 'Kies minstens één bestand.') }),
  async voerUit(ctx) {
    const { trx, organisatieId, nu, actor } = ctx;
    await trx.deleteFrom('importvoorstel').where('organisatie_id', '=', organisatieId).where((eb) => eb.or([eb('medewerker_id', '=', actor.id), eb('op', '<', nu.subtract(GELDIG))])).execute();
    const voorstel = ctx.nieuwId();
    await trx.insertInto('importvoorstel').values({ organisatie_id: organisatieId, id: voorstel, medewerker_id: actor.id, op: nu }).execute();
    const hashes: Record<string, string> = {};
    for (const [soort, bytes] of Object.entries(ctx.invoer.bestanden) as [Soort, Uint8Array][]) {
      const inhoud = Buffer.from(bytes);
      const sha256 = createHash('sha256').update(inhoud).digest('hex');
      hashes[soort] = sha256;
      await trx.insertInto('importbestand').values({ organisatie_id: organisatieId, voorstel_id: voorstel, soort, inhoud, sha256 }).execute();
    }
    return { resultaat: { id: voorstel }, object: { soort: 'import', id: voorstel }, journaal: { bestanden: hashes } };
  },
});

/** The files of an import of this person that still waits, with the organisation as it is now; anyone else's is not found. */
async function haalVoorstel(ctx: ActorContext, welk: Id): Promise<{ beoordeling: Beoordeling; stand: Stand }> {
  const { trx, organisatieId, actor } = ctx;
  const rijen = await trx.selectFrom('importbestand as b').innerJoin('importvoorstel as v', (j) => j.onRef('v.organisatie_id', '=', 'b.organisatie_id').onRef('v.id', '=', 'b.voorstel_id'))
    .select(['b.soort', 'b.inhoud']).where('b.organisatie_id', '=', organisatieId).where('v.id', '=', welk).where('v.medewerker_id', '=', actor.id).where('v.op', '>=', ctx.nu.subtract(GELDIG)).execute();
  if (rijen.length === 0) throw fout('niet-gevonden');
  const { personeelsnummer } = await trx.selectFrom('medewerker').select('personeelsnummer').where('organisatie_id', '=', organisatieId).where('id', '=', actor.id).executeTakeFirstOrThrow();
  const stand = await leesStand(ctx);
  return { stand, beoordeling: beoordeel(Object.fromEntries(rijen.map((r) => [r.soort, r.inhoud])) as Bestanden, stand, personeelsnummer) };
}

/** What the import would do now, and what hangs on those whom it takes out of service. */
export const maakProefdraai = (openWerk: readonly OpenWerk[]) => vraag({
  naam: 'inrichting.importeren',
  invoer: z.object({ id: id('Deze import is er niet meer.') }),
  async haal(ctx) {
    const { beoordeling, stand } = await haalVoorstel(ctx, ctx.invoer.id);
    const weg = new Set(beoordeling.uitDienst);
    const mensen = stand.medewerkers.filter((m) => weg.has(m.rij.personeelsnummer));
    const werk = mensen.length === 0 ? [] : await Promise.all(openWerk.map((vraagWerk) => vraagWerk(ctx, mensen.map((m) => m.id))));
    return {
      id: ctx.invoer.id, beoordeling,
      uitDienst: mensen.map((m) => ({ naam: [m.rij.voornaam, m.rij.tussenvoegsel, m.rij.achternaam].filter(Boolean).join(' '), werk: werk.flatMap((w) => [...(w.get(m.id) ?? [])]) })),
      zonderLeiding: stand.onderdelen.filter((o) => beoordeling.zonderLeiding.includes(o.rij.code)).map((o) => o.rij.naam),
    };
  },
});
export type Proefdraai = Awaited<ReturnType<ReturnType<typeof maakProefdraai>['haal']>>;

/**
 * Carries out an import as a whole, or not at all. Everything is judged again; when it would now do something else than was
 * shown, because someone changed the organisation meanwhile, nothing happens and the new dry run is shown.
 */
export const voerImportDoor = handeling({
  naam: 'inrichting.importeren',
  invoer: z.object({ id: id('Deze import is er niet meer.'), versie: tekst({ max: 64 }) }),
  async voerUit(ctx) {
    await organisatieOpSlot(ctx);
    const { beoordeling, stand } = await haalVoorstel(ctx, ctx.invoer.id);
    if (!beoordeling.goed || beoordeling.stempel !== ctx.invoer.versie) throw fout('conflict.gewijzigd');
    await schrijfImport(ctx, beoordeling, stand);
    await ctx.trx.deleteFrom('importvoorstel').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).execute();
    const tellingen = Object.fromEntries(Object.values(beoordeling.bestanden).map((o) => [o.soort, { nieuw: o.nieuw.length, gewijzigd: o.gewijzigd.length, ongewijzigd: o.ongewijzigd, nietInBestand: o.nietInBestand.length, sha256: o.sha256 }]));
    const som = (wat: 'nieuw' | 'gewijzigd'): number => Object.values(tellingen).reduce((n, t) => n + t[wat], 0);
    return { resultaat: { nieuw: som('nieuw'), gewijzigd: som('gewijzigd') }, object: { soort: 'import', id: ctx.invoer.id }, journaal: { ...tellingen, uitDienst: beoordeling.uitDienst.length } };
  },
});

/** Throws away an import that waits; nothing of it was carried out. */
export const gooiImportWeg = handeling({
  naam: 'inrichting.importeren',
  invoer: z.object({ id: id('Deze import is er niet meer.') }),
  async voerUit({ trx, organisatieId, actor, invoer }) {
    await trx.deleteFrom('importvoorstel').where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).where('medewerker_id', '=', actor.id).execute();
    return { resultaat: {}, object: { soort: 'import', id: invoer.id } };
  },
});

/** Removes imports that waited too long, for all organisations; the worker calls it. Gives how many. */
export async function ruimImportenOp(db: Kysely<Tabellen>, nu: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ n: number }>`select importvoorstellen_opruimen(${nu.subtract(GELDIG)}::timestamptz) as n`.execute(db);
  return rows[0]?.n ?? 0;
}
