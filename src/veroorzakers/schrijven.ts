import { Temporal } from 'temporal-polyfill';
import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import type { Compartiment } from '../kern/rechten/index.ts';
import { dagVan } from '../kern/tijd/index.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import { stelselsleutels, telsleutelsVan } from './herken.ts';
import { alsGegevens, groepen, type Persoonrecord } from './lezen.ts';
import { verschillen, type Gegevens } from './regels/gegevens.ts';

/** Makes a record, heading its own group. */
export async function maakRecord(ctx: ActorContext, n: { compartiment: Compartiment; gegevens: Gegevens; medewerkerId?: Id | null }): Promise<Id> {
  const id = ctx.nieuwId();
  const { gegevens: g } = n;
  await ctx.trx.insertInto('persoon').values({
    organisatie_id: ctx.organisatieId, id, compartiment: n.compartiment, soort: g.soort, samengevoegd_in: null, groep_id: id, medewerker_id: n.medewerkerId ?? null, omschrijving: g.omschrijving,
    geboren_jaar: g.geboren.jaar, geboren_maand: g.geboren.maand, geboren_dag: g.geboren.dag, sleutels: [], gemaakt_op: ctx.nu, gemaakt_door: ctx.actor.id,
  }).execute();
  await schrijfNamen(ctx, id, g);
  await schrijfMiddelen(ctx, id, g);
  if (g.adres) await schrijfAdres(ctx, id, g.adres, null);
  await zetSleutels(ctx, id);
  return id;
}

/** Changes a record to what the form holds, with what differs in its history. `adresFout`: the address that stood there was wrong, and goes; otherwise it stays as where he lived before. */
export async function wijzigRecord(ctx: ActorContext, was: Persoonrecord, g: Gegevens, o: { versie: number; reden: string; adresFout: boolean }): Promise<string[]> {
  if (was.versie !== o.versie) throw fout('conflict.gewijzigd');
  const eerst = alsGegevens(was);
  // How he was reported stays as it was told.
  const nieuw: Gegevens = { ...g, namen: [...g.namen, ...was.namen.filter((n) => n.soort === 'gemeld')] };
  const anders = verschillen(eerst, nieuw);
  if (anders.length === 0) return [];
  const { trx, organisatieId } = ctx;
  await trx.insertInto('persoonwijziging').values(anders.map((w) => ({ organisatie_id: organisatieId, id: ctx.nieuwId(), persoon_id: was.id, op: ctx.nu, door: ctx.actor.id, ...w, reden: o.reden }))).execute();
  await trx.updateTable('persoon').set((eb) => ({ soort: nieuw.soort, omschrijving: nieuw.omschrijving, geboren_jaar: nieuw.geboren.jaar, geboren_maand: nieuw.geboren.maand, geboren_dag: nieuw.geboren.dag, versie: eb('versie', '+', 1) }))
    .where('organisatie_id', '=', organisatieId).where('id', '=', was.id).execute();
  await trx.deleteFrom('persoonnaam').where('organisatie_id', '=', organisatieId).where('persoon_id', '=', was.id).execute();
  await schrijfNamen(ctx, was.id, nieuw);
  await trx.deleteFrom('persoonmiddel').where('organisatie_id', '=', organisatieId).where('persoon_id', '=', was.id).execute();
  await schrijfMiddelen(ctx, was.id, nieuw);
  if (JSON.stringify(eerst.adres) !== JSON.stringify(nieuw.adres)) await verhuis(ctx, was, nieuw.adres, o.adresFout);
  await zetSleutels(ctx, was.id);
  return anders.map((w) => w.veld);
}

async function verhuis(ctx: ActorContext, was: Persoonrecord, adres: Gegevens['adres'], wasFout: boolean): Promise<void> {
  const { trx, organisatieId } = ctx;
  const vandaag = dagVan(ctx.nu);
  const oud = was.adressen.filter((a) => a.tot === null);
  for (const a of oud) {
    if (wasFout) await trx.deleteFrom('persoonadres').where('organisatie_id', '=', organisatieId).where('id', '=', a.id).execute();
    else await trx.updateTable('persoonadres').set({ tot: vandaag }).where('organisatie_id', '=', organisatieId).where('id', '=', a.id).execute();
  }
  if (adres) await schrijfAdres(ctx, was.id, adres, oud.length > 0 && !wasFout ? vandaag : null);
}

async function schrijfAdres(ctx: ActorContext, persoonId: Id, adres: NonNullable<Gegevens['adres']>, van: Temporal.PlainDate | null): Promise<void> {
  await ctx.trx.insertInto('persoonadres').values({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), persoon_id: persoonId, ...adres, van, tot: null }).execute();
}

async function schrijfNamen(ctx: ActorContext, persoonId: Id, g: Gegevens): Promise<void> {
  if (g.namen.length === 0) return;
  await ctx.trx.insertInto('persoonnaam').values(g.namen.map(({ soort, voornamen, voorvoegsel, geslachtsnaam }, volgorde) => ({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), persoon_id: persoonId, soort, voornamen, voorvoegsel, geslachtsnaam, volgorde }))).execute();
}

async function schrijfMiddelen(ctx: ActorContext, persoonId: Id, g: Gegevens): Promise<void> {
  if (g.middelen.length === 0) return;
  await ctx.trx.insertInto('persoonmiddel').values(g.middelen.map(({ soort, waarde }) => ({ organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), persoon_id: persoonId, soort, waarde }))).execute();
}

/** Computes the stored keys of a record, and what it adds to the counts, anew from what is in it. */
async function zetSleutels(ctx: ActorContext, persoonId: Id): Promise<void> {
  const rij = await ctx.trx.selectFrom('persoon').select('groep_id').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', persoonId).executeTakeFirstOrThrow();
  const record = (await groepen(ctx, [rij.groep_id])).get(rij.groep_id)?.records.find((r) => r.id === persoonId);
  if (!record) throw new Error('dit record is er niet');
  await ctx.trx.updateTable('persoon').set({ sleutels: stelselsleutels(record), telling: telsleutelsVan(record) }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', persoonId).execute();
}
