import { Temporal } from 'temporal-polyfill';
import { Instellingen, standaardvormen, type Geadresseerde, type Ontvanger } from '../../inrichting/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Compartiment, Rol } from '../../kern/rechten/index.ts';
import { dagVan, eerstePaasdag, kalenderVan, type Kalender } from '../../kern/tijd/index.ts';
import { maakIds, maakKans, type Kans } from '../kans.ts';
import { voeg, type Rijen } from '../vullen.ts';
import { werfMensen } from './mensen.ts';
import { kenMachtigingenToe } from './machtigingen.ts';
import type { Mens, Organisatieplan } from './typen.ts';

export interface Onderdeel {
  id: Id;
  code: string;
  ouder: string | null;
  leider: Mens | null;
  compartiment: Compartiment;
}

/** One line of the journaal as it is to be written. */
export interface Journaalregel {
  tijd: Temporal.Instant;
  actor: string;
  handeling: string;
  object: { soort: string; id: Id };
  dossier: Id | null;
  /** What the act itself wrote with it; absent: what every act writes. */
  inhoud?: Record<string, unknown> | null;
}

/** An organisation of the demo while it is made: its people and places, and the rows that are to be written. */
export interface Wereld {
  id: Id;
  plan: Organisatieplan;
  instellingen: Instellingen;
  kalender: Kalender;
  nu: Temporal.Instant;
  /** From when the organisation works with Rugdekking. */
  begin: Temporal.Instant;
  kans: Kans;
  nieuwId(op: Temporal.Instant): Id;
  mensen: readonly Mens[];
  mens(sleutel: string): Mens;
  metId(id: Id): Mens;
  onderdeel(code: string): Onderdeel;
  metRol(rol: Rol, compartiment: Compartiment): Mens[];
  /** The people behind a word on the ladder, as the organisation's own rule says (inrichting/opzoeken). */
  ontvangers(wie: Ontvanger, g: Geadresseerde): Id[];
  locatie(code: string): { id: Id; naam: string; inZin: string };
  vorm(code: string): { id: Id; code: string; naam: string; gewicht: number };
  rijen: Rijen;
  journaal: Journaalregel[];
}

/** Makes an organisation with all its people. Everything follows from the seed and from `nu`. */
export function maakWereld(plan: Organisatieplan, nu: Temporal.Instant, begin: Temporal.Instant): Wereld {
  const kans = maakKans(`rugdekking ${plan.slug}`);
  const nieuwId = maakIds(maakKans(`ids ${plan.slug}`));
  const rijen: Rijen = {};
  const org = nieuwId(begin);
  const ruw = { kalender: { eigenSluitingsdagen: sluitingsdagen(begin, nu) }, telefoon: plan.telefoon };
  const instellingen = Instellingen.parse(ruw);
  voeg(rijen, 'organisatie', { organisatie_id: org, naam: plan.naam, soort: plan.soort, slug: plan.slug, instellingen: ruw, demo: true });

  const locaties = new Map(plan.locaties.map((l) => [l.code, { ...l, id: nieuwId(begin) }]));
  for (const l of locaties.values()) voeg(rijen, 'locatie', { organisatie_id: org, id: l.id, code: l.code, naam: l.naam, adres: l.adres, postcode: l.postcode, plaats: l.plaats });
  const functies = new Map(Object.entries(plan.functies).map(([code, naam]) => [code, { naam, id: nieuwId(begin) }]));
  for (const [code, f] of functies) voeg(rijen, 'functie', { organisatie_id: org, id: f.id, code, naam: f.naam });
  const vormen = new Map(standaardvormen.map((v) => [v.code, { ...v, id: nieuwId(begin) }]));
  for (const [i, v] of [...vormen.values()].entries()) {
    voeg(rijen, 'agressievorm', { organisatie_id: org, id: v.id, code: v.code, naam: v.naam, voorbeeld: v.voorbeeld, gewicht: v.gewicht, volgorde: (i + 1) * 10 });
  }

  const mensen = werfMensen(plan, kans, () => nieuwId(begin));
  const onderdelen = new Map<string, Onderdeel>();
  for (const o of plan.onderdelen) {
    const leider = mensen.find((m) => m.onderdeel === o.code && m.leidt)?.mens ?? null;
    onderdelen.set(o.code, { id: nieuwId(begin), code: o.code, ouder: o.ouder ?? null, leider, compartiment: o.compartiment ?? 'ambtelijk' });
  }
  const vind = <T>(kaart: ReadonlyMap<string, T>, sleutel: string): T => {
    const gevonden = kaart.get(sleutel);
    if (gevonden === undefined) throw new Error(`${plan.slug}: ${sleutel} bestaat niet`);
    return gevonden;
  };
  for (const o of plan.onderdelen) {
    const { id, ouder, leider, compartiment } = vind(onderdelen, o.code);
    voeg(rijen, 'onderdeel', {
      organisatie_id: org, id, code: o.code, naam: o.naam, ouder_id: ouder === null ? null : vind(onderdelen, ouder).id, leidinggevende_id: leider?.id ?? null, fase: o.fase ?? 3, compartiment,
    });
  }
  const allen = mensen.map((m) => m.mens);
  for (const { mens: m, email, telefoon } of mensen) {
    voeg(rijen, 'medewerker', {
      organisatie_id: org, id: m.id, personeelsnummer: m.nummer, voornaam: m.voornaam, tussenvoegsel: m.tussenvoegsel, achternaam: m.achternaam, email, telefoon,
      onderdeel_id: vind(onderdelen, m.onderdeel).id, functie_id: vind(functies, m.functie).id, locatie_id: vind(locaties, m.locatie).id, soort: m.soort, werkgever: m.werkgever,
    });
  }

  const perSleutel = new Map(allen.flatMap((m) => (m.sleutel === null ? [] : [[m.sleutel, m] as const])));
  const perId = new Map(allen.map((m) => [m.id, m]));
  const w: Wereld = {
    id: org, plan, instellingen, kalender: kalenderVan(instellingen.kalender), nu, begin, kans, nieuwId, mensen: allen, rijen, journaal: [],
    mens: (sleutel) => vind(perSleutel, sleutel),
    metId: (id) => vind(perId, id),
    onderdeel: (code) => vind(onderdelen, code),
    metRol: (rol, compartiment) => allen.filter((m) => m.rollen.some((r) => r.rol === rol && r.compartiment === compartiment)),
    ontvangers: (wie, g) => ontvangers(w, onderdelen, wie, g),
    locatie: (code) => vind(locaties, code),
    vorm: (code) => vind(vormen, code),
  };
  kenRollenToe(w);
  kenMachtigingenToe(w);
  richtIn(w);
  return w;
}

/** The Friday after Hemelvaartsdag, on which many organisations close. */
function sluitingsdagen(begin: Temporal.Instant, nu: Temporal.Instant): { datum: string; naam: string }[] {
  const uit: { datum: string; naam: string }[] = [];
  for (let jaar = dagVan(begin).year; jaar <= dagVan(nu).year + 1; jaar += 1) uit.push({ datum: eerstePaasdag(jaar).add({ days: 40 }).toString(), naam: 'Vrijdag na Hemelvaartsdag' });
  return uit;
}

function kenRollenToe(w: Wereld): void {
  const beheerder = w.mens('beheerder');
  const griffier = w.mens('griffier');
  const regel = (tijd: Temporal.Instant, actor: Mens, handeling: string): void => void w.journaal.push({ tijd, actor: actor.id, handeling, object: { soort: 'organisatie', id: w.id }, dossier: null });
  regel(w.begin, beheerder, 'inrichting.importeren');
  const rollen = w.mensen.flatMap((mens) => mens.rollen.map((r) => ({ mens, ...r })));
  for (const [i, { mens, rol, compartiment }] of rollen.entries()) {
    const sinds = w.begin.add({ minutes: 10 + i });
    const door = compartiment === 'politiek' && rol !== 'griffier' ? griffier : beheerder;
    voeg(w.rijen, 'roltoekenning', { organisatie_id: w.id, id: w.nieuwId(sinds), medewerker_id: mens.id, rol, compartiment, bron: 'hand', sinds, ingetrokken_op: null, toegekend_door: door.id === mens.id ? null : door.id });
    if (door.id !== mens.id) regel(sinds, door, compartiment === 'politiek' && rol !== 'griffier' ? 'inrichting.rollen.politiek' : 'inrichting.rollen');
  }
}

/** The stationery, and where reception stands besides its own desk. */
function richtIn(w: Wereld): void {
  const op = w.begin.add({ hours: 6 });
  const { plan } = w;
  const hoofd = plan.locaties[0];
  voeg(w.rijen, 'briefhuisstijl', {
    organisatie_id: w.id, id: w.nieuwId(op), gegevens: {
      retouradres: `${hoofd?.adres ?? ''}, ${hoofd?.postcode ?? ''} ${hoofd?.plaats ?? ''}`, telefoon: plan.telefoon.beveiliging, email: `info@${plan.domein}`, website: `www.${plan.domein}`,
      klacht: 'Bent u het niet eens met hoe u bent behandeld? Stuur dan een brief aan de klachtencoördinator op het adres bovenaan.', fg: `privacy@${plan.domein}`, privacy: `www.${plan.domein}/privacy`,
    },
  });
  for (const m of w.metRol('receptie', 'ambtelijk')) {
    voeg(w.rijen, 'receptieplek', { organisatie_id: w.id, medewerker_id: m.id, locatie_id: w.locatie('WERKPLEIN').id, sinds: op, door: w.mens('beheerder').id, tot: null });
  }
}

function ontvangers(w: Wereld, onderdelen: ReadonlyMap<string, Onderdeel>, wie: Ontvanger, g: Geadresseerde): Id[] {
  const bruikbaar = (mensen: readonly Mens[]): Id[] => mensen.map((m) => m.id).filter((id) => !g.niet.includes(id));
  const adviseurs = bruikbaar(w.metRol('adviseur', g.compartiment));
  const griffiers = bruikbaar(w.metRol('griffier', g.compartiment));
  let gevonden: Id[] = [];
  if (wie === 'griffier') gevonden = griffiers;
  if ((wie === 'leidinggevende' || wie === 'hogere_leidinggevende') && g.compartiment === 'ambtelijk' && !g.buitenLeidinggevende) {
    const lijn = bruikbaar(leidinggevenden(onderdelen, g.onderdeelId));
    gevonden = [...new Set(lijn)].slice(...(wie === 'leidinggevende' ? [0, 1] : [1, 2]));
  }
  if (gevonden.length > 0) return gevonden;
  return adviseurs.length > 0 || g.compartiment === 'ambtelijk' ? adviseurs : griffiers;
}

function leidinggevenden(onderdelen: ReadonlyMap<string, Onderdeel>, onderdeelId: Id): Mens[] {
  const uit: Mens[] = [];
  let hier = [...onderdelen.values()].find((o) => o.id === onderdeelId);
  while (hier !== undefined) {
    if (hier.leider !== null) uit.push(hier.leider);
    hier = hier.ouder === null ? undefined : onderdelen.get(hier.ouder);
  }
  return uit;
}
