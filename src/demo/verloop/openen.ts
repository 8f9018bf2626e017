import { Temporal } from 'temporal-polyfill';
import { bepaalErnst, meldladderVan, type Kanaal } from '../../dossier/index.ts';
import type { Geadresseerde, Ontvanger } from '../../inrichting/index.ts';
import { titelVan } from '../../melden/index.ts';
import { belofteVandaag, type Belwens } from '../../nazorg/index.ts';
import type { Id } from '../../kern/ids.ts';
import { dagVan, ladderMomenten } from '../../kern/tijd/index.ts';
import type { Mens } from '../organisaties/typen.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import { voeg, type Rij } from '../vullen.ts';
import { nieuweTermijn, zetTermijn } from './klok.ts';
import { legVast, noteer, stelInKennis, type Dossier } from './stand.ts';

/** A report as it came in. */
export interface Inkomend {
  casus: string;
  op: Temporal.Instant;
  melder: Mens;
  voor: Mens;
  bron: 'zelf' | 'telefoon' | 'papier' | 'beveiliger';
  namensReden: string | null;
  voorvalOp: Temporal.Instant;
  precies: 'tijd' | 'dag';
  kanaal: Kanaal;
  locatieId: Id | null;
  plek: string;
  plaatsnaam: string;
  vormen: readonly string[];
  bijna: boolean;
  verhaal: string;
  kanaalvragen: Record<string, string>;
  veroorzaker: { soort: 'bekend' | 'onbekend' | 'groep' | 'account' | 'bedrijf'; naam: string; omschrijving: string };
  belwens: Belwens;
  aangifte: 'ja' | 'nee' | 'weet_niet';
}

const kennis = { bekend: 'naam', onbekend: 'beschrijving', groep: 'groep', account: 'account', bedrijf: 'bedrijf' } as const;

/** Opens the dossier of a report, with everyone who is told and all clocks that begin (melden/indienen, dossier/openen, nazorg/starten). */
export function open(w: Wereld, n: Inkomend): Dossier {
  const { id: onderdeelId, compartiment } = w.onderdeel(n.voor.onderdeel);
  const vormen = n.vormen.map((code) => w.vorm(code));
  const { ernst, uitleg } = bepaalErnst({ vormen, kanaal: n.kanaal, bijna: n.bijna, aangifteGewenst: n.aangifte === 'ja', wilGebeldWorden: n.belwens === 'vandaag' });
  const route = n.belwens === 'niet_via_leidinggevende' ? 'buiten_leidinggevende' : 'leidinggevende';
  const titel = titelVan(vormen, n.plaatsnaam);
  const id = w.nieuwId(n.op);
  const g: Geadresseerde = { compartiment, onderdeelId, buitenLeidinggevende: route === 'buiten_leidinggevende', niet: [n.voor.id] };
  const rij = {
    // The number is given when all reports are there, in the order they came in.
    organisatie_id: w.id, id, jaar: dagVan(n.op).year, volgnr: 0, compartiment, status: 'nieuw' as const, route: route as 'leidinggevende', titel, ernst, ernst_uitleg: uitleg, ernst_reden: null, bijna: n.bijna, kanaal: n.kanaal,
    voorval_op: n.voorvalOp, voorval_precies: n.precies, locatie_id: n.locatieId, plek: n.plek, onderdeel_id: onderdeelId, aanspreekpunt_id: null, toedracht: {}, gemeld_op: n.op, gesloten_op: null, gesloten_reden: null,
    samengevoegd_in: null, versie: 1,
  };
  const d: Dossier = {
    w, id, casus: n.casus, rij: voeg(w.rijen, 'dossier', rij) as Dossier['rij'], gemeldOp: n.op, g, ingelicht: [], slachtoffers: [n.voor.id], melders: [n.melder.id], getuigen: [], betrokkenen: [], termijnen: [], kennisgevingen: [], helpers: [],
    vormen: new Set(vormen.map((v) => v.id)), meldingen: [], zoek: [titel, n.plek, n.verhaal, n.veroorzaker.omschrijving].filter(Boolean),
  };
  betrek(d, n.op, { rol: 'slachtoffer', soort: 'medewerker', medewerker_id: n.voor.id });
  betrek(d, n.op, { rol: 'melder', soort: 'medewerker', medewerker_id: n.melder.id });
  betrek(d, n.op, { rol: 'veroorzaker', soort: n.veroorzaker.soort, naam: n.veroorzaker.naam, omschrijving: n.veroorzaker.omschrijving });
  legVast(d, n.op, 'gemeld', n.melder.id, 'slachtoffer');
  d.ingelicht = lichtIn(d, n.op);
  zetTermijn(d, n.op, { soort: 'reactie', aan: d.ingelicht.at(-1) ?? null });
  d.meldingen.push(voeg(w.rijen, 'melding', {
    organisatie_id: w.id, id: w.nieuwId(n.op), dossier_id: id, melder_id: n.melder.id, voor_id: n.voor.id, namens_reden: n.namensReden, bron: n.bron, vormen: [...n.vormen], verhaal: n.verhaal, kanaalvragen: n.kanaalvragen,
    veroorzaker: { kennis: n.veroorzaker.soort === 'onbekend' && n.veroorzaker.omschrijving === '' ? 'weet_niet' : kennis[n.veroorzaker.soort], naam: n.veroorzaker.naam, omschrijving: n.veroorzaker.omschrijving },
    welzijn: { belwens: n.belwens, hoeGaatHet: '' }, aangifte_wens: n.aangifte, zelfde_als: null, ingediend_op: n.op,
  }));
  startNazorg(d, n);
  stelInKennis(d, n.op, n.voor.id, n.bron === 'zelf' ? 'melding-ontvangen' : 'melding-namens');
  noteer(d, n.op, n.melder.id, n.bron === 'zelf' ? 'melding.indienen' : 'melding.namens');
  return d;
}

export function betrek(d: Dossier, op: Temporal.Instant, b: Pick<Rij<'betrokkene'>, 'rol' | 'soort'> & Partial<Rij<'betrokkene'>>): Rij<'betrokkene'> {
  const rij = voeg(d.w.rijen, 'betrokkene', {
    organisatie_id: d.w.id, id: d.w.nieuwId(op), dossier_id: d.id, rol: b.rol, soort: b.soort, medewerker_id: b.medewerker_id ?? null, naam: b.naam ?? '', omschrijving: b.omschrijving ?? '', contact: b.contact ?? '',
    toegevoegd_op: op, vervallen_op: null,
  });
  d.betrokkenen.push(rij);
  return rij;
}

function lichtIn(d: Dossier, op: Temporal.Instant): Id[] {
  const { direct, ladder } = d.w.instellingen.meldladder[meldladderVan(d.g.compartiment, d.rij.ernst)];
  const wie: Id[] = [];
  for (const ontvanger of direct) for (const id of d.w.ontvangers(ontvanger as Ontvanger, d.g)) if (!wie.includes(id)) wie.push(id);
  for (const aan of wie) stelInKennis(d, op, aan, d.rij.ernst === 'ernstig' ? 'ernstige-melding' : 'nieuwe-melding');
  const eerste = ladderMomenten(op, ladder, d.w.kalender)[0]?.moment;
  nieuweTermijn(d, op, { soort: 'gezien', voor_id: null, aan_id: wie[0] ?? null, begonnen_op: op, verval_op: eerste ?? op.add({ hours: 24 }), volgende_stap_op: eerste ?? null });
  return wie;
}

function startNazorg(d: Dossier, n: Inkomend): void {
  const eerste = d.g.compartiment === 'politiek' ? 'griffier' : d.g.buitenLeidinggevende ? 'adviseur' : 'leidinggevende';
  const helper = d.w.ontvangers(eerste, d.g)[0] ?? null;
  if (helper !== null) wijsHelperAan(d, n.op, n.voor.id, helper);
  zetTermijn(d, n.op, { soort: 'nazorg_24u', voor: n.voor.id, aan: helper, uiterlijk: belofteVandaag(n.op, n.belwens, d.w.kalender) });
  zetTermijn(d, n.op, { soort: 'terugkoppeling', voor: n.voor.id, aan: helper });
}

/** Makes someone the helper of a colleague; who was it before no longer is. */
export function wijsHelperAan(d: Dossier, op: Temporal.Instant, voor: Id, helper: Id): void {
  for (const h of d.helpers) if (h.voor_id === voor && h.tot === null) h.tot = op;
  d.helpers.push(voeg(d.w.rijen, 'helper', { organisatie_id: d.w.id, dossier_id: d.id, voor_id: voor, medewerker_id: helper, sinds: op, tot: null }));
}

export function helperVan(d: Dossier, voor: Id): Id | null {
  return d.helpers.find((h) => h.voor_id === voor && h.tot === null)?.medewerker_id ?? null;
}
