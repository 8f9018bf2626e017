import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dagnamen, dagVan, lokaal, maandnamen } from '../../kern/tijd/index.ts';
import { kanaalcodes, type Kanaal } from '../../dossier/index.ts';

export const talen = ['nl', 'en'] as const;
export type Taal = (typeof talen)[number];

export const dagdelen = ['nacht', 'ochtend', 'middag', 'avond'] as const;
export type Dagdeel = (typeof dagdelen)[number];

/**
 * The kind of place, never which building or department: in a small team that tells who it happened to.
 */
const plekken: Record<Kanaal, Record<Taal, string>> = {
  balie: { nl: 'in een van onze gebouwen', en: 'in one of our buildings' },
  telefoon: { nl: 'aan de telefoon', en: 'on the telephone' },
  brief_email: { nl: 'in een brief of e-mail', en: 'in a letter or e-mail' },
  huisbezoek: { nl: 'tijdens een huisbezoek', en: 'during a home visit' },
  openbare_ruimte: { nl: 'buiten, op straat of in een park', en: 'outside, in the street or in a park' },
  sociale_media: { nl: 'op sociale media', en: 'on social media' },
  prive: { nl: 'buiten onze gebouwen', en: 'outside our buildings' },
};

/** Forms of aggression in neutral words: conduct, and nothing of what it did to anyone. Forms of an organisation's own have no word here and are left out. */
const vormen: Readonly<Record<string, Record<Taal, string>>> = {
  schelden: { nl: 'schelden of schreeuwen', en: 'shouting or insulting language' },
  dreigen: { nl: 'woorden of gebaren die dreigend overkwamen', en: 'words or gestures that came across as threatening' },
  fysiek: { nl: 'vastpakken, duwen of slaan', en: 'grabbing, pushing or hitting' },
  spugen_gooien_vernielen: { nl: 'spugen, gooien of iets kapotmaken', en: 'spitting, throwing things or breaking something' },
  lastigvallen: { nl: 'steeds opnieuw contact zoeken of volgen', en: 'contacting or following someone again and again' },
  online: { nl: 'berichten op internet of per telefoon', en: 'messages on the internet or by phone' },
  onder_druk: { nl: 'druk uitoefenen', en: 'putting pressure on someone' },
  discriminatie_seksueel: { nl: 'discriminerende of seksuele opmerkingen', en: 'discriminating or sexual remarks' },
};
export const neutraleVormen: ReadonlySet<string> = new Set(Object.keys(vormen));

/** What may be told of a case because nothing in it is anyone's text: a day, a part of the day, a kind of place, kinds of conduct. */
export const Feiten = z.strictObject({
  datum: z.iso.date(),
  dagdeel: z.enum(dagdelen).nullable(),
  plek: z.enum(kanaalcodes).nullable(),
  vormen: z.array(z.string().refine((v) => neutraleVormen.has(v))),
});
export type Feiten = z.output<typeof Feiten>;

/** The part of the day a moment falls in, as people say it. */
export function dagdeelVan(moment: Temporal.Instant): Dagdeel {
  const { hour } = lokaal(moment);
  return hour < 6 ? 'nacht' : hour < 12 ? 'ochtend' : hour < 18 ? 'middag' : 'avond';
}

/** Takes from a dossier only what may be told; everything else of it has no way in here. */
export function feitenUit(d: { voorvalOp: Temporal.Instant; precies: 'tijd' | 'dag'; kanaal: Kanaal | null; vormcodes: readonly string[] }): Feiten {
  return {
    datum: dagVan(d.voorvalOp).toString(), dagdeel: d.precies === 'tijd' ? dagdeelVan(d.voorvalOp) : null, plek: d.kanaal,
    vormen: d.vormcodes.filter((v) => neutraleVormen.has(v)),
  };
}

const DAGDEEL: Record<Dagdeel, Record<Taal, string>> = {
  nacht: { nl: '’s nachts', en: 'at night' }, ochtend: { nl: '’s ochtends', en: 'in the morning' }, middag: { nl: '’s middags', en: 'in the afternoon' }, avond: { nl: '’s avonds', en: 'in the evening' },
};
const DAGEN_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MAANDEN_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** "maandag 23 november 2026", in the language of the reader. */
export function dagIn(taal: Taal, dag: Temporal.PlainDate): string {
  const [dagen, maanden] = taal === 'nl' ? [dagnamen, maandnamen] : [DAGEN_EN, MAANDEN_EN];
  return `${dagen[dag.dayOfWeek - 1] ?? ''} ${dag.day} ${maanden[dag.month - 1] ?? ''} ${dag.year}`;
}

/** The same of a moment, with the time on the 24-hour clock. */
export function momentIn(taal: Taal, moment: Temporal.Instant): string {
  const wand = lokaal(moment);
  const tijd = `${String(wand.hour).padStart(2, '0')}${taal === 'nl' ? '.' : ':'}${String(wand.minute).padStart(2, '0')}`;
  return taal === 'nl' ? `${dagIn(taal, wand.toPlainDate())} om ${tijd} uur` : `${dagIn(taal, wand.toPlainDate())} at ${tijd}`;
}

export interface FeitenTekst {
  wanneer: string;
  /** '' when the dossier does not say. */
  waar: string;
  wat: readonly string[];
}

/** The facts in the words of a language. */
export function feitenIn(taal: Taal, f: Feiten): FeitenTekst {
  const dag = dagIn(taal, Temporal.PlainDate.from(f.datum));
  return {
    wanneer: f.dagdeel === null ? dag : `${dag}, ${DAGDEEL[f.dagdeel][taal]}`,
    waar: f.plek === null ? '' : plekken[f.plek][taal],
    wat: f.vormen.flatMap((v) => vormen[v]?.[taal] ?? []),
  };
}

/** A first sentence for who writes the text: only of the facts, and that it was reported, not that it is so. */
export function voorzet(f: Feiten): string {
  const { wanneer, waar, wat } = feitenIn('nl', f);
  return `Er is gemeld dat er op ${wanneer}${waar === '' ? '' : `, ${waar},`} iets gebeurde waar u bij was.${wat.length === 0 ? '' : ` Het gaat om ${wat.join(' en ')}.`}`;
}
