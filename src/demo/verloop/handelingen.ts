import { Temporal } from 'temporal-polyfill';
import { bepaalErnst } from '../../dossier/index.ts';
import { momentStart, volgendMoment, type Hulpsoort, type Nazorgmoment, type Wijze } from '../../nazorg/index.ts';
import type { Id } from '../../kern/ids.ts';
import { voeg } from '../vullen.ts';
import { rondAf, tik, verzet as verzetKlok, zetTermijn } from './klok.ts';
import { betrek, wijsHelperAan } from './openen.ts';
import { legVast, noteer, openTermijn, stelInKennis, wijzig, type Dossier, type Ernst } from './stand.ts';

/** When and by whom. */
export interface Toen {
  op: Temporal.Instant;
  door: Id;
}

/*
 * The acts of the rooms as they leave their traces in the tables; each first lets the clocks run up to its moment and ends with
 * its line in the journaal. What an act refuses, is a mistake in the made-up history and is thrown.
 */
function handel(d: Dossier, toen: Toen, naam: string): void {
  tik(d, toen.op);
  if (d.rij.status === 'gesloten') throw new Error(`${naam} op een gesloten dossier`);
  noteer(d, toen.op, toen.door, naam);
}

export function leest(d: Dossier, toen: Toen, naam: 'dossier.lezen' | 'melding.lezen' | 'nazorg.lezen' = 'dossier.lezen'): void {
  noteer(d, toen.op, toen.door, naam);
}

export function bevestig(d: Dossier, toen: Toen): void {
  handel(d, toen, 'dossier.bevestigen');
  for (const k of d.kennisgevingen) if (k.aan_id === toen.door && k.bevestigd_op === null) k.bevestigd_op = toen.op;
  if (rondAf(d, toen.op, 'gezien', toen.door, 'gedaan') > 0) {
    legVast(d, toen.op, 'bevestigd', toen.door, 'slachtoffer');
    wijzig(d);
  }
}

export function vulAan(d: Dossier, toen: Toen, wat: { titel: string; toedracht: Record<string, string> }): void {
  handel(d, toen, 'dossier.aanvullen');
  wijzig(d, { titel: wat.titel, toedracht: wat.toedracht });
  d.zoek.push([wat.titel, d.rij.plek ?? '', ...Object.values(wat.toedracht)].join('\n').trim());
  legVast(d, toen.op, 'bijgewerkt', toen.door);
}

/** Establishes forms and severity; `reden` gives the reason when the severity is not what the rule says. */
export function classificeer(d: Dossier, toen: Toen, ernst: Ernst, reden: (volgensRegel: Ernst) => string): void {
  handel(d, toen, 'dossier.classificeren');
  const vormen = [...d.vormen].map((id) => d.w.rijen.agressievorm?.find((v) => v.id === id)).filter((v) => v !== undefined);
  const regel = bepaalErnst({ vormen, kanaal: d.rij.kanaal ?? null, bijna: d.rij.bijna ?? false, aangifteGewenst: false, wilGebeldWorden: false });
  const anders = ernst !== regel.ernst;
  const waarom = anders ? reden(regel.ernst) : null;
  const van = d.rij.ernst;
  wijzig(d, { ernst, ernst_uitleg: regel.uitleg, ernst_reden: waarom });
  legVast(d, toen.op, van === ernst ? 'geclassificeerd' : 'ernst_gewijzigd', toen.door, 'behandeling', { vormen: vormen.map((v) => v.naam), van, naar: ernst, ...(waarom === null ? {} : { reden: waarom }) });
}

export function noteerTekst(d: Dossier, toen: Toen, tekst: string): void {
  handel(d, toen, 'dossier.notitie');
  legVast(d, toen.op, 'notitie', toen.door, 'behandeling', { tekst });
  d.zoek.push(tekst);
}

export function wijsAanspreekpuntAan(d: Dossier, toen: Toen, wie: Id): void {
  handel(d, toen, 'dossier.toewijzen');
  wijzig(d, { aanspreekpunt_id: wie });
  legVast(d, toen.op, 'aanspreekpunt', toen.door, 'slachtoffer', { wie });
}

/** Adds a witness or a second slachtoffer: a colleague, or someone from outside by what is known of him. */
export function voegToe(d: Dossier, toen: Toen, rol: 'getuige' | 'slachtoffer', wie: { collega: Id } | { omschrijving: string }): void {
  handel(d, toen, 'dossier.betrokkene');
  const b = 'collega' in wie ? betrek(d, toen.op, { rol, soort: 'medewerker', medewerker_id: wie.collega }) : betrek(d, toen.op, { rol, soort: 'derde', omschrijving: wie.omschrijving });
  if ('collega' in wie) (rol === 'getuige' ? d.getuigen : d.slachtoffers).push(wie.collega);
  else d.zoek.push(wie.omschrijving);
  wijzig(d);
  legVast(d, toen.op, 'betrokkene_toegevoegd', toen.door, 'behandeling', { betrokkene: b.id, rol });
}

export function vraagVerklaring(d: Dossier, toen: Toen, aan: Id, vraag: string): void {
  handel(d, toen, 'verklaring.vragen');
  voeg(d.w.rijen, 'verklaring', { organisatie_id: d.w.id, id: d.w.nieuwId(toen.op), dossier_id: d.id, medewerker_id: aan, gevraagd_door: toen.door, gevraagd_op: toen.op, vraag, tekst: null, gegeven_op: null, ingetrokken_op: null, versie: 1 });
  zetTermijn(d, toen.op, { soort: 'verklaring', voor: aan, aan });
  stelInKennis(d, toen.op, aan, 'verklaring-gevraagd');
  legVast(d, toen.op, 'verklaring_gevraagd', toen.door, 'behandeling', { aan });
}

export function geefVerklaring(d: Dossier, toen: Toen, tekst: string): void {
  handel(d, toen, 'verklaring.geven');
  const rij = d.w.rijen.verklaring?.find((v) => v.dossier_id === d.id && v.medewerker_id === toen.door);
  if (rij === undefined) throw new Error('een verklaring waar niemand om vroeg');
  Object.assign(rij, { tekst, gegeven_op: toen.op, versie: 2 });
  rondAf(d, toen.op, 'verklaring', toen.door, 'gedaan', toen.door);
  d.zoek.push(tekst);
  legVast(d, toen.op, 'verklaring_gegeven', toen.door);
}

/** Ends an open clock with a reason; nothing when it has ended already. */
export function rondTermijnAf(d: Dossier, toen: Toen, soort: string, reden: string): void {
  if (openTermijn(d, soort) === undefined) return;
  handel(d, toen, 'termijn.afronden');
  rondAf(d, toen.op, soort, toen.door, 'met_reden');
  legVast(d, toen.op, 'termijn_afgerond', toen.door, 'behandeling', { termijn: soort, reden });
}

export function verzetTermijn(d: Dossier, toen: Toen, soort: string, naar: Temporal.Instant, reden: string): void {
  const t = openTermijn(d, soort);
  if (t === undefined) return;
  handel(d, toen, 'termijn.afronden');
  verzetKlok(d, toen.op, t, naar);
  legVast(d, toen.op, 'termijn_verzet', toen.door, 'behandeling', { termijn: soort, reden, naar: naar.toString() });
}

export interface Gesprek {
  voor: Id;
  moment: Nazorgmoment;
  wijze: Wijze;
  gevoerdOp: Temporal.Instant;
  inhoud: string;
  /** No more conversations needed. */
  klaar: boolean;
}

export function legGesprekVast(d: Dossier, toen: Toen, ge: Gesprek): void {
  handel(d, toen, 'nazorg.vastleggen');
  const contact = voeg(d.w.rijen, 'nazorgcontact', {
    organisatie_id: d.w.id, id: d.w.nieuwId(toen.op), dossier_id: d.id, voor_id: ge.voor, door_id: toen.door, moment: ge.moment, gevoerd_op: ge.gevoerdOp, wijze: ge.wijze, vastgelegd_op: toen.op,
  });
  if (ge.inhoud !== '') voeg(d.w.rijen, 'nazorginhoud', { organisatie_id: d.w.id, contact_id: contact.id, dossier_id: d.id, tekst: ge.inhoud });
  if (ge.wijze === 'geen_gehoor') return legVast(d, toen.op, 'nazorg_geen_gehoor', toen.door, 'slachtoffer', { voor: ge.voor });
  rondAf(d, toen.op, ge.moment, toen.door, 'gedaan', ge.voor);
  legVast(d, toen.op, 'nazorg_gevoerd', toen.door, 'slachtoffer', { voor: ge.voor, moment: ge.moment });
  const volgend = ge.klaar ? null : volgendMoment(ge.moment);
  if (volgend === null || d.termijnen.some((t) => t.voor_id === ge.voor && t.soort.startsWith('nazorg') && t.afgerond_op === null)) return;
  const regel = d.w.instellingen.termijnen[d.g.compartiment][volgend];
  zetTermijn(d, toen.op, { soort: volgend, voor: ge.voor, aan: toen.door, start: momentStart(d.gemeldOp, toen.op, regel, d.w.kalender) });
  legVast(d, toen.op, 'nazorg_gepland', null, 'slachtoffer', { voor: ge.voor, moment: volgend });
}

export function kiesHelper(d: Dossier, toen: Toen, voor: Id, helper: Id): void {
  handel(d, toen, 'nazorg.helper');
  wijsHelperAan(d, toen.op, voor, helper);
  const lopend = d.termijnen.filter((t) => t.voor_id === voor && t.soort.startsWith('nazorg') && t.afgerond_op === null);
  for (const t of lopend) t.aan_id = helper;
  if (lopend.length === 0) zetTermijn(d, toen.op, { soort: 'nazorg_24u', voor, aan: helper });
  stelInKennis(d, toen.op, helper, 'herinnering-nazorg');
  legVast(d, toen.op, 'helper', toen.door, 'slachtoffer', { helper, voor });
}

/** Proposes help; `gegeven`: the colleague said yes in the conversation. */
export function stelHulpVoor(d: Dossier, toen: Toen, voor: Id, soort: Hulpsoort, gegeven: boolean): NonNullable<typeof d.w.rijen.hulpvraag>[number] {
  handel(d, toen, 'hulp.inschakelen');
  const toestemming = gegeven ? ('gegeven' as const) : ('gevraagd' as const);
  const rij = voeg(d.w.rijen, 'hulpvraag', {
    organisatie_id: d.w.id, id: d.w.nieuwId(toen.op), dossier_id: d.id, voor_id: voor, soort, gevraagd_door: toen.door, gevraagd_op: toen.op, toestemming, toestemming_op: gegeven ? toen.op : null, helper_id: null,
    ingeschakeld_op: null, afgerond_op: null, versie: 1,
  });
  legVast(d, toen.op, 'hulp_gevraagd', toen.door, 'slachtoffer', { voor, soort, toestemming });
  if (!gegeven) stelInKennis(d, toen.op, voor, 'hulp-gevraagd');
  return rij;
}

/** The colleague says no to help that was proposed. */
export function weigerHulp(d: Dossier, toen: Toen, hulp: ReturnType<typeof stelHulpVoor>): void {
  handel(d, toen, 'hulp.toestemmen');
  Object.assign(hulp, { toestemming: 'geweigerd', toestemming_op: toen.op, versie: 2 });
  stelInKennis(d, toen.op, hulp.gevraagd_door, 'termijn-nadert');
  legVast(d, toen.op, 'hulp_toestemming', toen.door, 'slachtoffer');
}

export function schakelHulpIn(d: Dossier, toen: Toen, hulp: ReturnType<typeof stelHulpVoor>, helper: Id | null): void {
  handel(d, toen, 'hulp.inschakelen');
  if (helper !== null) {
    wijsHelperAan(d, toen.op, hulp.voor_id, helper);
    stelInKennis(d, toen.op, helper, 'herinnering-nazorg');
  }
  Object.assign(hulp, { ingeschakeld_op: toen.op, helper_id: helper, versie: 2 });
  legVast(d, toen.op, 'hulp_ingeschakeld', toen.door, 'slachtoffer', { voor: hulp.voor_id, soort: hulp.soort });
}

export function rondHulpAf(d: Dossier, toen: Toen, hulp: ReturnType<typeof stelHulpVoor>): void {
  handel(d, toen, 'hulp.inschakelen');
  Object.assign(hulp, { afgerond_op: toen.op, versie: 3 });
}

export function koppelTerug(d: Dossier, toen: Toen, t: { aan: Id; wijze: 'rugdekking' | 'telefoon' | 'gesprek'; tekst: string; vervolg: boolean; gelezenOp: Temporal.Instant | null }): void {
  handel(d, toen, 'terugkoppeling.geven');
  voeg(d.w.rijen, 'terugkoppeling', { organisatie_id: d.w.id, id: d.w.nieuwId(toen.op), dossier_id: d.id, aan_id: t.aan, door_id: toen.door, op: toen.op, wijze: t.wijze, tekst: t.tekst, gelezen_op: t.gelezenOp });
  rondAf(d, toen.op, 'terugkoppeling', toen.door, 'gedaan', t.aan);
  if (t.vervolg) zetTermijn(d, toen.op, { soort: 'terugkoppeling', voor: t.aan, aan: toen.door });
  stelInKennis(d, toen.op, t.aan, 'terugkoppeling');
  legVast(d, toen.op, 'terugkoppeling', toen.door, 'slachtoffer', { aan: t.aan });
  if (t.gelezenOp !== null) noteer(d, t.gelezenOp, t.aan, 'terugkoppeling.gelezen');
}

export function sluit(d: Dossier, toen: Toen, reden: string): void {
  handel(d, toen, 'dossier.sluiten');
  const open = d.termijnen.filter((t) => t.afgerond_op === null).map((t) => t.soort);
  if (open.length > 0) throw new Error(`dossier over ‘${d.rij.titel}’ kan niet dicht: ${open.join(', ')}`);
  wijzig(d, { status: 'gesloten', gesloten_op: toen.op, gesloten_reden: reden });
  legVast(d, toen.op, 'gesloten', toen.door, 'slachtoffer');
}

/** Joins a second report of the same event to the first: people, aftercare and report go along, the rest of its clocks ends (dossier.koppelen). */
export function voegSamen(van: Dossier, naar: Dossier, toen: Toen): void {
  handel(naar, toen, 'dossier.lezen');
  handel(van, toen, 'dossier.koppelen');
  for (const b of van.betrokkenen) {
    if (b.medewerker_id && naar.betrokkenen.some((x) => x.rol === b.rol && x.medewerker_id === b.medewerker_id)) continue;
    betrek(naar, toen.op, b);
  }
  naar.slachtoffers.push(...van.slachtoffers.filter((id) => !naar.slachtoffers.includes(id)));
  naar.melders.push(...van.melders.filter((id) => !naar.melders.includes(id)));
  for (const vorm of van.vormen) naar.vormen.add(vorm);
  for (const m of van.meldingen) m.dossier_id = naar.id;
  naar.meldingen.push(...van.meldingen);
  for (const t of van.termijnen.filter((x) => x.afgerond_op === null)) {
    if (t.soort.startsWith('nazorg')) {
      t.dossier_id = naar.id;
      naar.termijnen.push(t);
    } else Object.assign(t, { afgerond_op: toen.op, afgerond_door: toen.door, uitkomst: 'samengevoegd', volgende_stap_op: null });
  }
  van.termijnen = van.termijnen.filter((t) => t.dossier_id === van.id);
  for (const h of van.helpers.filter((x) => x.tot === null)) {
    h.dossier_id = naar.id;
    naar.helpers.push(h);
  }
  for (const tabel of ['nazorgcontact', 'nazorginhoud', 'hulpvraag', 'terugkoppeling'] as const) {
    for (const rij of van.w.rijen[tabel] ?? []) if (rij.dossier_id === van.id) rij.dossier_id = naar.id;
  }
  naar.zoek.push(...van.zoek);
  wijzig(van, { status: 'gesloten', gesloten_op: toen.op, samengevoegd_in: naar.id });
  wijzig(naar, van.rij.route === 'buiten_leidinggevende' ? { route: 'buiten_leidinggevende' } : {});
  legVast(van, toen.op, 'samengevoegd', toen.door, 'slachtoffer', { in: naar.id });
  legVast(naar, toen.op, 'samengevoegd', toen.door, 'behandeling', { van: van.id });
}
