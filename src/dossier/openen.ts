import { sql } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Compartiment, Route } from '../kern/rechten/index.ts';
import { dagVan, ladderMomenten } from '../kern/tijd/index.ts';
import { collega, instellingenVan, ontvangersVan, type Geadresseerde } from '../inrichting/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import { legVast } from './gebeurtenis.ts';
import { stelInKennis } from './kennisgeving.ts';
import { bepaalErnst } from './regels/ernst.ts';
import type { Kanaal, Partij } from './regels/woorden.ts';
import { zetTermijn } from './termijnen.ts';

export interface NieuwDossier {
  compartiment: Compartiment;
  route: Route;
  titel: string;
  bijna: boolean;
  kanaal: Kanaal | null;
  voorvalOp: Temporal.Instant;
  voorvalPrecies: 'tijd' | 'dag';
  locatieId: Id | null;
  plek: string;
  melderId: Id;
  slachtofferId: Id;
  /** Ids of the organisation's forms of aggression. */
  vormIds: readonly Id[];
  veroorzaker: { soort: Exclude<Partij, 'medewerker' | 'derde'>; naam: string; omschrijving: string } | { soort: 'medewerker'; medewerkerId: Id } | null;
  aangifteGewenst: boolean;
  wilGebeldWorden: boolean;
  /** The reporter's own words, for search. */
  verhaal: string;
}

export interface GeopendDossier {
  id: Id;
  nummer: string;
  ernst: 'licht' | 'middel' | 'ernstig';
  /** Who was told at once, first in line first. */
  ingelicht: readonly Id[];
  geadresseerde: Geadresseerde;
}

/**
 * Opens a dossier for a report: number, severity by rule, people, the message to whoever must know at once, and the clocks
 * on confirming it and on the reaction to the veroorzaker. Aftercare starts its own clocks (room nazorg).
 */
export async function openDossier(ctx: Context, n: NieuwDossier): Promise<GeopendDossier> {
  const slachtoffer = await collega(ctx, n.slachtofferId);
  if (!slachtoffer) throw new Error('een dossier gaat over een collega van de organisatie');
  const vormen = n.vormIds.length === 0 ? [] : await ctx.trx.selectFrom('agressievorm').select(['id', 'naam', 'gewicht'])
    .where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...n.vormIds]).execute();
  const { ernst, uitleg } = bepaalErnst({ vormen, kanaal: n.kanaal, bijna: n.bijna, aangifteGewenst: n.aangifteGewenst, wilGebeldWorden: n.wilGebeldWorden });

  const id = ctx.nieuwId();
  const jaar = dagVan(ctx.nu).year;
  const { volgnr, nummer } = await volgendNummer(ctx, n.compartiment, jaar);
  await ctx.trx.insertInto('dossier').values({
    organisatie_id: ctx.organisatieId, id, jaar, volgnr, compartiment: n.compartiment, status: 'nieuw', route: n.route, titel: n.titel, ernst, ernst_uitleg: uitleg, ernst_reden: null,
    bijna: n.bijna, kanaal: n.kanaal, voorval_op: n.voorvalOp, voorval_precies: n.voorvalPrecies, locatie_id: n.locatieId, plek: n.plek, onderdeel_id: slachtoffer.onderdeelId,
    aanspreekpunt_id: null, gemeld_op: ctx.nu, gesloten_op: null, gesloten_reden: null, samengevoegd_in: null,
  }).execute();
  await voegBetrokkenenToe(ctx, id, n);
  if (vormen.length > 0) await ctx.trx.insertInto('dossiervorm').values(vormen.map((v) => ({ organisatie_id: ctx.organisatieId, dossier_id: id, vorm_id: v.id }))).execute();
  await ctx.trx.insertInto('zoektekst').values({ organisatie_id: ctx.organisatieId, dossier_id: id, compartiment: n.compartiment, tekst: [n.titel, n.plek, n.verhaal, omschrijvingVan(n)].filter(Boolean).join('\n') }).execute();
  await legVast(ctx, { dossierId: id, soort: 'gemeld', door: n.melderId, voor: 'slachtoffer' });

  // Who reported for a colleague is not passed over: a leidinggevende who did must confirm and care for him, not the one above.
  const geadresseerde: Geadresseerde = {
    compartiment: n.compartiment, onderdeelId: slachtoffer.onderdeelId, buitenLeidinggevende: n.route === 'buiten_leidinggevende', niet: [n.slachtofferId],
  };
  const ingelicht = await lichtIn(ctx, id, ernst, geadresseerde);
  await zetTermijn(ctx, { dossierId: id, soort: 'reactie', compartiment: n.compartiment, aanId: ingelicht.at(-1) ?? null });
  return { id, nummer, ernst, ingelicht, geadresseerde };
}

/** The next number of this year in this compartment, and how it is written; the column `dossier.nummer` writes it the same way. */
async function volgendNummer(ctx: Context, compartiment: Compartiment, jaar: number): Promise<{ volgnr: number; nummer: string }> {
  const { rows } = await sql<{ laatste: number }>`
    insert into dossiernummer (organisatie_id, compartiment, jaar, laatste) values (${ctx.organisatieId}, ${compartiment}, ${jaar}, 1)
    on conflict (organisatie_id, compartiment, jaar) do update set laatste = dossiernummer.laatste + 1 returning laatste`.execute(ctx.trx);
  const volgnr = rows[0]?.laatste;
  if (volgnr === undefined) throw new Error('geen dossiernummer');
  return { volgnr, nummer: `${compartiment === 'politiek' ? 'P' : ''}${jaar}-${String(volgnr).padStart(4, '0')}` };
}

async function voegBetrokkenenToe(ctx: Context, dossierId: Id, n: NieuwDossier): Promise<void> {
  const basis = { organisatie_id: ctx.organisatieId, dossier_id: dossierId, toegevoegd_op: ctx.nu, vervallen_op: null };
  await ctx.trx.insertInto('betrokkene').values([
    { ...basis, id: ctx.nieuwId(), rol: 'slachtoffer', soort: 'medewerker', medewerker_id: n.slachtofferId },
    { ...basis, id: ctx.nieuwId(), rol: 'melder', soort: 'medewerker', medewerker_id: n.melderId },
    ...(n.veroorzaker === null ? [] : [{
      ...basis, id: ctx.nieuwId(), rol: 'veroorzaker' as const, soort: n.veroorzaker.soort, omschrijving: omschrijvingVan(n),
      ...(n.veroorzaker.soort === 'medewerker' ? { medewerker_id: n.veroorzaker.medewerkerId, naam: '' } : { medewerker_id: null, naam: n.veroorzaker.naam }),
    }]),
  ]).execute();
}

function omschrijvingVan({ veroorzaker: v }: NieuwDossier): string {
  return v === null || v.soort === 'medewerker' ? '' : v.omschrijving;
}

/** Tells whoever must know at once, and starts the clock that tells the next in line when nobody confirms (functies B7). */
async function lichtIn(ctx: Context, dossierId: Id, ernst: GeopendDossier['ernst'], g: Geadresseerde): Promise<Id[]> {
  const { instellingen, kalender } = await instellingenVan(ctx);
  const { direct, ladder } = instellingen.meldladder[meldladderVan(g.compartiment, ernst)];
  const wie: Id[] = [];
  for (const ontvanger of direct) for (const id of await ontvangersVan(ctx, ontvanger, g)) if (!wie.includes(id)) wie.push(id);
  for (const aanId of wie) await stelInKennis(ctx, { dossierId, aanId, soort: ernst === 'ernstig' ? 'ernstige-melding' : 'nieuwe-melding' });
  const eerste = ladderMomenten(ctx.nu, ladder, kalender)[0];
  await ctx.trx.insertInto('termijn').values({
    organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), dossier_id: dossierId, soort: 'gezien', voor_id: null, aan_id: wie[0] ?? null, begonnen_op: ctx.nu,
    verval_op: eerste?.moment ?? ctx.nu.add({ hours: 24 }), stap: 0, volgende_stap_op: eerste?.moment ?? null, afgerond_op: null, afgerond_door: null, uitkomst: null,
  }).execute();
  return wie;
}

/** Which ladder of the organisation counts for a dossier. */
export function meldladderVan(compartiment: Compartiment, ernst: GeopendDossier['ernst']): 'gewoon' | 'ernstig' | 'politiek' {
  return compartiment === 'politiek' ? 'politiek' : ernst === 'ernstig' ? 'ernstig' : 'gewoon';
}
