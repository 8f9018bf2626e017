import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import type { Compartiment } from '../kern/rechten/index.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import { aannames, ontleedNaam, rangschik, sleutels, telsleutels, vraagsleutels, welkVeldZouBeslissen, type Persoonsgegevens, type Uitslag, type Veld } from '../herkennen/index.ts';
import { gewichtenVan } from './ijking/gewichten.ts';
import { groepenMet, type Groep, type Persoonrecord } from './lezen.ts';
import { isZelf } from './onderwerp.ts';
import { exactPad, exacteSleutels, type Exact } from './regels/exact.ts';
import type { Gegevens } from './regels/gegevens.ts';
import { huisnummerTekst } from './regels/invoer.ts';
import { naamtekst, type Naamrij } from './regels/naam.ts';
import { Register } from './register.ts';

/** At most this many persons are ever shown, whoever asks (BRP rule; against browsing). */
export const MEEST_GETOOND = 10;
/** At most this many records are compared for one question; those that share most keys with it first. */
const MEEST_VERGELEKEN = 200;
/** A surname that more have is not asked for by its sound alone when a date of birth is known. */
const MEEST_NAAMGENOTEN = 500;

const ZEKER: Uitslag = { kans: 1, band: 'waarschijnlijk', bits: 0, redenen: [], misschienHuisgenoot: false };

export interface Kandidaat {
  groep: Groep;
  uitslag: Uitslag;
  /** By which exact facts it fits, if any. */
  exact: Exact | null;
}

type Naamwoord = ReturnType<typeof ontleedNaam>['delen'][number]['woord'];
const klanksleutel = (w: Naamwoord): string => `=n:${w.klank}`;

/** One letter in front of each key, so that a search in one compartment does not even pass those of the other. */
const inCompartiment = (compartiment: Compartiment, ss: readonly string[]): string[] => [...new Set(ss)].map((s) => `${compartiment.charAt(0)}|${s}`);

/** The keys under which a record is stored. */
export function stelselsleutels(r: Persoonrecord): string[] {
  if (r.gewist_op !== null) return [];
  const g = vanRecords([r]);
  return inCompartiment(r.compartiment, [...sleutels(g), ...exacteSleutels(g), ...achternamen(g).woorden.map(klanksleutel)]);
}

/** What a record adds to the counts of the register. */
export function telsleutelsVan(r: Persoonrecord): string[] {
  return r.gewist_op === null ? telsleutels(vanRecords([r])) : [];
}

/** The surnames a person goes by, each sound once; and whether a first name or initial is known as well. */
function achternamen(g: Persoonsgegevens): { woorden: Naamwoord[]; voornaam: boolean } {
  const heel = [[g.voornamen, g.voorvoegsel, g.geslachtsnaam].filter((d) => d).join(' '), g.naam ?? '', g.partnernaam ?? '', ...(g.andereNamen ?? [])].filter((n) => n !== '');
  const delen = heel.flatMap((n) => ontleedNaam(n).delen);
  const perKlank = new Map(delen.filter((d) => d.rol === 'achter').map((d) => [d.woord.klank, d.woord]));
  return { woorden: [...perKlank.values()].slice(0, 20), voornaam: Boolean(g.voornamen) || delen.some((d) => d.rol === 'voor') };
}

/** What the matcher reads of a person: the names of the head, and all else that any of his records tells. */
export function vanRecords(records: readonly Persoonrecord[]): Persoonsgegevens {
  const namen = records.flatMap((r) => r.namen);
  const geboren = records.find((r) => r.geboren_jaar !== null);
  return vanDelen(namen, geboren ? { jaar: geboren.geboren_jaar, maand: geboren.geboren_maand, dag: geboren.geboren_dag } : null,
    records.flatMap((r) => r.adressen.map((a) => ({ ...a, van: a.van?.toString() ?? null, tot: a.tot?.toString() ?? null }))), records.flatMap((r) => r.middelen));
}

/** The same for what someone typed in the form. */
export function vanGegevens(g: Gegevens): Persoonsgegevens {
  return vanDelen(g.namen, g.geboren.jaar === null ? null : g.geboren, g.adres ? [{ ...g.adres, van: null, tot: null }] : [], g.middelen);
}

type Adresdeel = { straat: string; huisnummer: number | null; toevoeging: string; postbus: number | null; postcode: string; woonplaats: string; van: string | null; tot: string | null };

function vanDelen(namen: readonly Naamrij[], geboortedatum: Persoonsgegevens['geboortedatum'], adressen: readonly Adresdeel[], middelen: Gegevens['middelen']): Persoonsgegevens {
  const eerste = (soort: Naamrij['soort']): Naamrij | undefined => namen.find((n) => n.soort === soort);
  const [eigen, gemeld] = [eerste('geboorte'), eerste('gemeld')];
  const anders = namen.filter((n) => n !== eigen && n !== eerste('partner') && n !== eerste('roepnaam') && (eigen !== undefined || n !== gemeld)).map(naamtekst);
  const lijst = (soort: Gegevens['middelen'][number]['soort']): string[] => [...new Set(middelen.filter((m) => m.soort === soort).map((m) => m.waarde))];
  return {
    naam: eigen || !gemeld ? null : naamtekst(gemeld), voornamen: eigen?.voornamen || null, voorvoegsel: eigen?.voorvoegsel || null, geslachtsnaam: eigen?.geslachtsnaam || null,
    roepnaam: eerste('roepnaam')?.voornamen ?? null, partnernaam: eerste('partner')?.geslachtsnaam ?? null, andereNamen: [...new Set(anders)], geboortedatum,
    adressen: adressen.map((a) => ({ postcode: a.postcode || null, huisnummer: a.postbus === null ? a.huisnummer : huisnummerTekst(a), toevoeging: a.toevoeging || null, straat: a.straat || null, plaats: a.woonplaats || null, van: a.van, tot: a.tot })),
    telefoons: lijst('telefoon'), emails: lijst('email'), accounts: lijst('account'), kenmerken: lijst('kenmerk'),
  };
}

export interface Herkenning {
  /** Best first; those that are no match at all are not in it. */
  kandidaten: Kandidaat[];
  /** The one field that would most likely decide; null when there is nothing to ask. */
  beslissendVeld: Veld | null;
}

/** About whom: what was typed, or someone who is in the register himself. */
export type Zoekvraag = ({ gegevens: Persoonsgegevens } | { groep: Groep }) & { compartiment: Compartiment; medewerkerId?: Id | null; niet?: ReadonlySet<Id> };

/**
 * Persons of one compartment who may be the one asked about. What is restricted or erased is not found, and nobody finds himself.
 * Whoever calls has checked that the asker has a role in this compartment.
 */
export async function zoekKandidaten(ctx: ActorContext, v: Zoekvraag): Promise<Herkenning> {
  const vraag = 'groep' in v ? vanRecords(v.groep.records) : v.gegevens;
  const [register, gewichten] = await Promise.all([Register.open(ctx, v.compartiment, vraag), gewichtenVan(ctx)]);
  const frequenties = register.frequenties('groep' in v && v.groep.hoofd.medewerker_id === null ? vanRecords([v.groep.hoofd]) : null);
  // Who only gives a surname asks by its sound; with a first name the keys of the matcher are sharper. With a date as well a frequent surname is left
  // to them too: of its thousands nobody is told apart who has another date or none.
  const { woorden, voornaam } = achternamen(vraag);
  const naamgenoten = (w: Naamwoord): number => frequenties.achternaam(w.vouw, w.klank, w.geraamte).klank * register.aantal;
  const klanken = voornaam ? [] : woorden.filter((w) => !vraag.geboortedatum || naamgenoten(w) <= MEEST_NAAMGENOTEN).map(klanksleutel);
  const gevraagd = inCompartiment(v.compartiment, [...vraagsleutels(vraag, frequenties), ...exacteSleutels(vraag), ...klanken]);
  const [gevonden, zelfde] = await Promise.all([
    gevraagd.length === 0 ? [] : sql<{ id: Id }>`select persoon_id as id from personen_met_sleutel(${v.compartiment}, ${gevraagd}::text[], ${MEEST_VERGELEKEN})`.execute(ctx.trx).then((r) => r.rows),
    v.medewerkerId ? ctx.trx.selectFrom('persoon').select('id').where('organisatie_id', '=', ctx.organisatieId).where('medewerker_id', '=', v.medewerkerId).where('compartiment', '=', v.compartiment).where('gewist_op', 'is', null).where('beperkt_op', 'is', null).execute() : [],
  ]);
  const ids = [...new Set([...zelfde, ...gevonden].map((r) => r.id))];
  const alle = await groepenMet(ctx, ids);
  const mogelijk = [...alle.values()].filter((g) => g.hoofd.gewist_op === null && g.hoofd.beperkt_op === null && g.hoofd.compartiment === v.compartiment && !v.niet?.has(g.id) && !isZelf(g, ctx.actor));
  const kandidaten = mogelijk.map((groep) => ({ gegevens: vanRecords(groep.records), kandidaat: groep }));
  await register.leesOok(vraag, kandidaten.map((k) => k.gegevens));
  const aanname = aannames.incident(register.aantal);
  const treffers = rangschik(vraag, kandidaten, { aanname, frequenties, ...(gewichten === null ? {} : { gewichten }) }, mogelijk.length);
  // A colleague is known by who he is and not by his name: nothing to weigh.
  const zelfdeIds = new Set(zelfde.map((r) => r.id));
  const collegas = mogelijk.filter((g) => g.records.some((r) => zelfdeIds.has(r.id)));
  const uit: Kandidaat[] = [
    ...collegas.map((groep) => ({ groep, uitslag: ZEKER, exact: 'collega' as const })),
    ...treffers.filter((t) => !collegas.includes(t.kandidaat)).map((t) => ({ groep: t.kandidaat, uitslag: t, exact: exactPad(vraag, vanRecords(t.kandidaat.records)) })),
  ];
  return { kandidaten: uit.filter((k) => k.uitslag.band !== 'geen' || k.exact !== null), beslissendVeld: welkVeldZouBeslissen(vraag, aanname)[0]?.veld ?? null };
}
