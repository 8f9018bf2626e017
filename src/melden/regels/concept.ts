import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Veldfout } from '../../kern/fouten/index.ts';
import { isId } from '../../kern/ids.ts';
import { anders, schoon, veldfouten } from '../../kern/invoer.ts';
import { dagTekst, dagVan, datumInvoer, lokaal, momentTekst, tijdInvoer } from '../../kern/tijd/index.ts';
import { kanaalcodes, type Kanaal } from '../../dossier/index.ts';
import { antwoorden, kanaalvragen, vraagveld, vraagvelden } from './kanaalvragen.ts';
import { ELDERS, MAX_ANTWOORD, MeldingInvoer, MeldingNamensInvoer, tijdstip, wanneercodes } from './melding.ts';

/** The pages of the form, in order. 'namens' only when someone reports for another. */
export const stappen = ['namens', 'wat', 'wie', 'jij', 'bewijs', 'nakijken'] as const;
export type Stap = (typeof stappen)[number];
/** Pages that are kept as fields; the other two are files, and looking it over. */
export type Invulstap = Exclude<Stap, 'bewijs' | 'nakijken'>;

export type Conceptsoort = 'melding' | 'namens';

/** A half-filled form is kept this long after the last change. */
export const BEWAARDAGEN = 30;
/** As many a person can have at the same time; more is not filling in a form. */
export const MEESTE_CONCEPTEN = 10;
/** A text longer than this is not kept in between: far more than a report may hold. In characters. */
const LANGSTE_VELD = 250_000;

export const veldenPerStap: Record<Invulstap, readonly string[]> = {
  namens: ['voor', 'voor_naam', 'bron', 'namens_reden'],
  wat: ['vormen', 'verhaal', 'wanneer', 'datum', 'tijd', 'locatie', 'plek', 'kanaal', 'bijna'],
  wie: ['veroorzaker', 'veroorzaker_naam', 'veroorzaker_omschrijving', ...vraagvelden],
  jij: ['belwens', 'hoe_gaat_het', 'aangifte_wens', 'route'],
};

export type Velden = Record<string, string | string[]>;

/** What a concept holds: the fields as typed, and when it was last said when it happened ("gisteren" is another day tomorrow). */
export interface Conceptinhoud {
  velden: Velden;
  gezegdOp: string | null;
}

export const LEEG: Conceptinhoud = { velden: {}, gezegdOp: null };

const Inhoud = z.object({ velden: z.record(z.string(), z.union([z.string(), z.array(z.string())])), gezegdOp: z.string().nullable() });

/** Reads what was kept; anything else than a concept is an empty one. */
export function leesInhoud(ruw: unknown): Conceptinhoud {
  const uit = Inhoud.safeParse(ruw);
  return uit.success ? uit.data : LEEG;
}

/** The steps of this kind of report. */
export function stappenVan(soort: Conceptsoort): readonly Stap[] {
  return soort === 'namens' ? stappen : stappen.filter((s) => s !== 'namens');
}

/** The step before this one; null at the first. */
export function vorigeStap(soort: Conceptsoort, stap: Stap): Stap | null {
  const lijst = stappenVan(soort);
  return lijst[lijst.indexOf(stap) - 1] ?? null;
}

/** The step after this one. */
export function volgendeStap(soort: Conceptsoort, stap: Stap): Stap {
  const lijst = stappenVan(soort);
  return lijst[Math.min(lijst.indexOf(stap) + 1, lijst.length - 1)] ?? 'nakijken';
}

/** Puts what was sent for one step into the concept: only the fields of that step, what is absent is empty (an unticked box). */
export function neemOver(inhoud: Conceptinhoud, stap: Invulstap, gestuurd: Readonly<Record<string, unknown>>, nu: Temporal.Instant): Conceptinhoud {
  const velden: Velden = { ...inhoud.velden };
  for (const naam of veldenPerStap[stap]) {
    const w = gestuurd[naam];
    const lijst = (Array.isArray(w) ? w : [w]).filter((x): x is string => typeof x === 'string' && x.length <= LANGSTE_VELD).map(schoon);
    if (typeof w === 'string' && lijst.length === 0) continue;
    velden[naam] = naam === 'vormen' ? lijst.filter((x) => x !== '').slice(0, 30) : (lijst[0] ?? '');
  }
  if (stap !== 'wat') return { ...inhoud, velden };
  const zelfdeMoment = inhoud.gezegdOp !== null && ['wanneer', 'datum', 'tijd'].every((n) => inhoud.velden[n] === velden[n]);
  return { velden, gezegdOp: zelfdeMoment ? inhoud.gezegdOp : nu.toString() };
}

/** Whether nothing was filled in yet; the own workplace stands there from the beginning. */
export function isOnaangeroerd({ velden }: Conceptinhoud): boolean {
  return Object.entries(velden).every(([naam, w]) => naam === 'locatie' || w.length === 0);
}

export function eenVeld(velden: Velden, naam: string): string {
  const w = velden[naam];
  return typeof w === 'string' ? w : (w?.[0] ?? '');
}

export function kanaalVan(velden: Velden): Kanaal | null {
  return kanaalcodes.find((k) => k === eenVeld(velden, 'kanaal')) ?? null;
}

/** When it was last said when it happened; null when it was not said yet. */
export function gezegdOp(inhoud: Conceptinhoud): Temporal.Instant | null {
  return inhoud.gezegdOp === null ? null : Temporal.Instant.from(inhoud.gezegdOp);
}

/** The moment that was meant, seen from when it was said; null when it was not said, or not yet rightly. */
export function voorvalVan(inhoud: Conceptinhoud): { op: Temporal.Instant; precies: 'tijd' | 'dag' } | null {
  const { velden } = inhoud;
  const wanneer = wanneercodes.find((c) => c === eenVeld(velden, 'wanneer'));
  const gezegd = gezegdOp(inhoud);
  if (wanneer === undefined || gezegd === null) return null;
  const uit = tijdstip({ wanneer, datum: eenVeld(velden, 'datum'), tijd: eenVeld(velden, 'tijd') }, gezegd);
  return uit.ok ? uit : null;
}

/** The same fields with the moment as a date and a time, so that they mean the same on any later day. */
export function metVasteDag(inhoud: Conceptinhoud): Velden {
  const voorval = voorvalVan(inhoud);
  if (!voorval) return inhoud.velden;
  const wand = lokaal(voorval.op);
  return { ...inhoud.velden, wanneer: 'anders', datum: datumInvoer(wand.toPlainDate()), tijd: voorval.precies === 'tijd' ? tijdInvoer(wand.toPlainTime()) : '' };
}

/** "Zonet" stays that for a quarter of an hour. */
const ZONET_MINUTEN = 15;

/** The fields as the form should show them now: "zonet" and "gisteren" only while they still say the same. */
export function voorFormulier(inhoud: Conceptinhoud, nu: Temporal.Instant): Velden {
  const { velden } = inhoud;
  const voorval = voorvalVan(inhoud);
  const gezegd = gezegdOp(inhoud);
  if (!voorval || gezegd === null) return velden;
  if (eenVeld(velden, 'wanneer') === 'zonet') {
    if (gezegd.until(nu).total('minutes') <= ZONET_MINUTEN) return velden;
    return dagVan(gezegd).equals(dagVan(nu)) ? { ...metVasteDag(inhoud), wanneer: 'vandaag', datum: '' } : metVasteDag(inhoud);
  }
  return dagVan(gezegd).equals(dagVan(nu)) ? velden : metVasteDag(inhoud);
}

/** The moment in words, for looking it over. */
export function voorvalTekst(inhoud: Conceptinhoud, nu: Temporal.Instant): string {
  const voorval = voorvalVan(inhoud);
  if (!voorval) return '';
  return voorval.precies === 'tijd' ? momentTekst(voorval.op, nu) : dagTekst(dagVan(voorval.op), dagVan(nu));
}

/** What the act of sending gets: the fields with a fixed day, and the answers that belong to the chosen channel. */
export function alsInvoer(inhoud: Conceptinhoud): Record<string, unknown> {
  const velden = metVasteDag(inhoud);
  const kanaal = kanaalVan(velden);
  const eigen = Object.fromEntries(Object.entries(velden).filter(([naam]) => !vraagvelden.includes(naam)));
  return { ...eigen, kanaalvragen: kanaal === null ? {} : antwoorden(kanaal, (code) => velden[vraagveld(kanaal, code)]) };
}

const schemas = {
  namens: MeldingNamensInvoer.pick({ voor: true, bron: true, namens_reden: true }),
  wat: MeldingInvoer.pick({ vormen: true, verhaal: true, wanneer: true, datum: true, tijd: true, locatie: true, plek: true, kanaal: true, bijna: true }),
  wie: MeldingInvoer.pick({ veroorzaker: true, veroorzaker_naam: true, veroorzaker_omschrijving: true }),
  jij: MeldingInvoer.pick({ belwens: true, hoe_gaat_het: true, aangifte_wens: true, route: true }),
} as const;

/** What is not right yet in one step, in the order of the form. `gestuurd` is what was typed, `nu` when that was. */
export function keurStap(stap: Invulstap, gestuurd: Readonly<Record<string, unknown>>, nu: Temporal.Instant): Veldfout[] {
  const uit = schemas[stap].safeParse(gestuurd, anders);
  const fouten = uit.success ? [] : veldfouten(uit.error);
  const heeft = (veld: string): boolean => fouten.some((f) => f.veld === veld);
  const getypt = (veld: string): string => (typeof gestuurd[veld] === 'string' ? schoon(gestuurd[veld]) : '');
  if (stap === 'wat') {
    const wanneer = wanneercodes.find((c) => c === gestuurd['wanneer']);
    if (wanneer !== undefined && !heeft('datum') && !heeft('tijd')) {
      const moment = tijdstip({ wanneer, datum: getypt('datum'), tijd: getypt('tijd') }, nu);
      if (!moment.ok) fouten.push({ veld: moment.veld, tekst: moment.tekst });
    }
    const locatie = getypt('locatie');
    if (locatie === ELDERS && getypt('plek') === '') fouten.push({ veld: 'plek', tekst: PLEK_ONTBREEKT });
    else if (locatie !== '' && locatie !== ELDERS && !isId(locatie) && !heeft('locatie')) fouten.push({ veld: 'locatie', tekst: 'Kies waar het gebeurde.' });
  }
  if (stap === 'wie') {
    for (const kanaal of kanaalcodes) {
      for (const { code, soort } of kanaalvragen[kanaal]) {
        const naam = vraagveld(kanaal, code);
        const lengte = getypt(naam).length;
        if (soort === 'tekst' && lengte > MAX_ANTWOORD) fouten.push({ veld: naam, tekst: `Dit is te lang: ${lengte} tekens. Er passen er ${MAX_ANTWOORD}.` });
      }
    }
  }
  const volgorde = veldenPerStap[stap];
  return fouten.sort((a, b) => volgorde.indexOf(a.veld) - volgorde.indexOf(b.veld));
}

export const PLEK_ONTBREEKT = 'Schrijf waar het was, bijvoorbeeld ‘parkeerplaats bij het zwembad’.';

/** The step on which a field is filled in; where someone goes to mend it. */
export function stapVanVeld(veld: string): Stap {
  const kaal = veld.split('.')[0] ?? veld;
  if (kaal === 'kanaalvragen') return 'wie';
  for (const stap of ['namens', 'wat', 'wie', 'jij'] as const) if (veldenPerStap[stap].includes(kaal)) return stap;
  return 'wat';
}

/** The step at which someone left: the first that is not right or was not seen yet. */
export function waarGebleven(soort: Conceptsoort, inhoud: Conceptinhoud): Stap {
  const fout = nogFout(soort, inhoud)[0];
  if (fout) return stapVanVeld(fout.veld);
  return inhoud.velden['veroorzaker'] === undefined ? 'wie' : inhoud.velden['belwens'] === undefined ? 'jij' : 'nakijken';
}

/** Everything that still stands in the way of sending this concept. */
export function nogFout(soort: Conceptsoort, inhoud: Conceptinhoud): Veldfout[] {
  const invulstappen: Invulstap[] = soort === 'namens' ? ['namens', 'wat', 'wie', 'jij'] : ['wat', 'wie', 'jij'];
  // Without a moment at which it was said nothing was said about when, and that is the error.
  const gezegd = gezegdOp(inhoud) ?? Temporal.Instant.fromEpochMilliseconds(0);
  return invulstappen.flatMap((stap) => keurStap(stap, inhoud.velden, gezegd));
}
