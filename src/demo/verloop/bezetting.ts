import type { Kanaal } from '../../dossier/index.ts';
import type { Casus } from '../casussen/index.ts';
import { aanwijzingen } from '../data/aanwijzingen.ts';
import { achternamen } from '../data/achternamen.ts';
import { namensredenen } from '../data/zinnen.ts';
import { maakKans, type Kans } from '../kans.ts';
import type { Mens } from '../organisaties/typen.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import type { Inkomend } from './openen.ts';
import { plekVan } from './plek.ts';
import type { Tijden } from './rooster.ts';

/** A case with the people it happened to, ready to be played. */
export interface Bezet {
  casus: Casus;
  kans: Kans;
  inkomend: Inkomend;
  /** The colleague who is named in the story, or who stood by. */
  collega: Mens;
  /** To whom it happened as well. */
  ook: { mens: Mens; tekst: string } | null;
}

/** Where the cases of a department code happened, in Gemeente Lindewaard. */
const ONDERDELEN: Readonly<Record<string, readonly string[]>> = {
  BZ: ['BZ'], WI: ['WI-INK'], WMO: ['WMO'], JEU: ['JEU'], LPL: ['LPL'], KCC: ['KCC'], BEL: ['BEL'], HAN: ['HAN-BOA'], VTH: ['VTH'], SPO: ['SPO'], AFV: ['AFV-INZ'], GBW: ['GBW'], VEI: ['VEI'], COM: ['COM'], FAC: ['FAC', 'FAC-REC'], GRI: ['RAAD'], BES: ['BES'],
};
const PER_NUMMER: readonly (readonly [RegExp, string])[] = [
  [/^han-0(29|3\d|4[0-5])$/, 'HAN-PAR'], [/^spo-0(04|05|06|10|12|14|15|16)$/, 'SPO-ZWM'], [/^spo-0(17|18|19|20)$/, 'SPO-CUL'], [/^afv-0(01|02|03|10)$/, 'AFV-MIL'], [/^afv-0(08|09|15|18)$/, 'AFV-GRO'],
  [/^afv-0(14|20|21|22)$/, 'AFV-WPL'], [/^afv-0(07|12|13|16)$/, 'AFV'],
];
/** Who meets people where, by department and channel; anyone when absent. */
const FUNCTIES: Readonly<Record<string, readonly string[]>> = {
  'BZ balie': ['BALIE'], 'WI huisbezoek': ['CONSI', 'SOCREC'], 'WI balie': ['CONSI'], 'WI telefoon': ['CONSI'], 'WMO huisbezoek': ['CONSM'], 'JEU huisbezoek': ['JEUGD'], 'LPL huisbezoek': ['LPA'], 'BEL huisbezoek': ['DEURW'], 'VTH huisbezoek': ['INSP'],
  'VTH openbare_ruimte': ['INSP'], 'HAN openbare_ruimte': ['BOA', 'PARK'], 'KCC telefoon': ['KCM'], 'AFV openbare_ruimte': ['CHAUF', 'BELAD', 'HOVEN', 'WPLOEG'], 'SPO openbare_ruimte': ['ZWEM', 'BEHEER', 'ZAAL'], 'SPO balie': ['KASSA', 'BEHEER'], 'GBW openbare_ruimte': ['REGIS'], 'GBW huisbezoek': ['REGIS'], 'COM sociale_media': ['WEBC', 'COMADV'],
};

/** Gives every case its people. Who was chosen often is chosen less, so that reports are spread as they are in real life. */
export function bezet(w: Wereld, casussen: readonly Casus[], rooster: ReadonlyMap<string, Tijden>): Bezet[] {
  const keren = new Map<string, number>();
  const mensen = new Map<string, Rolverdeling>();
  const opTijd = casussen.toSorted((a, b) => moment(rooster, a) - moment(rooster, b));
  for (const c of opTijd) {
    const voor = kiesSlachtoffer(w, c, keren, mensen);
    keren.set(voor.id, (keren.get(voor.id) ?? 0) + 1);
    mensen.set(c.id, { voor, collega: kiesCollega(w, c, voor, keren) });
  }
  return opTijd.map((c) => bezetEen(w, c, tijden(rooster, c), mensen.get(c.id)));
}

interface Rolverdeling {
  voor: Mens;
  collega: Mens;
}

function tijden(rooster: ReadonlyMap<string, Tijden>, c: Casus): Tijden {
  const t = rooster.get(c.id);
  if (t === undefined) throw new Error(`${c.id} heeft geen datum`);
  return t;
}

const moment = (rooster: ReadonlyMap<string, Tijden>, c: Casus): number => tijden(rooster, c).gemeld.epochMilliseconds;

function onderdelenVan(w: Wereld, c: Casus): readonly string[] {
  if (w.plan.soort !== 'gemeente') return w.plan.onderdelen.map((o) => o.code);
  const genoemd = aanwijzingen[c.id]?.onderdeel;
  if (genoemd !== undefined) return [genoemd];
  const nummer = PER_NUMMER.find(([patroon]) => patroon.test(c.id));
  return nummer ? [nummer[1]] : (ONDERDELEN[c.afdeling] ?? ['FAC']);
}

function kiesSlachtoffer(w: Wereld, c: Casus, keren: ReadonlyMap<string, number>, eerder: ReadonlyMap<string, Rolverdeling>): Mens {
  const a = aanwijzingen[c.id] ?? {};
  if (a.wie !== undefined) return w.mens(a.wie);
  const zelfde = eerder.get(a.alsIn ?? '')?.voor ?? eerder.get(a.alsCollegaIn ?? '')?.collega;
  if (zelfde) return zelfde;
  const kans = maakKans(`slachtoffer ${c.id}`);
  const onderdelen = onderdelenVan(w, c);
  const functies = a.functie === undefined ? FUNCTIES[`${c.afdeling} ${c.kanaal}`] : [a.functie];
  // From strict to lax: what the text asks for counts before what is usual.
  const wensen: ((m: Mens) => boolean)[] = [(m) => functies === undefined || functies.includes(m.functie), (m) => a.geslacht === undefined || m.geslacht === a.geslacht, (m) => a.herkomst === undefined || a.herkomst.includes(m.herkomst)];
  const niet = eerder.get(c.bij ?? '')?.voor.id;
  const basis = w.mensen.filter((m) => onderdelen.includes(m.onderdeel) && m.rollen.length === 0 && m.functie !== 'ADVPD' && w.onderdeel(m.onderdeel).leider?.id !== m.id && m.id !== niet && (m.sleutel === null || m.functie !== 'BALIE'));
  let keuze = basis;
  for (const wens of wensen.toReversed()) {
    const smaller = keuze.filter(wens);
    if (smaller.length > 0) keuze = smaller;
  }
  if (keuze.length === 0) throw new Error(`${c.id}: niemand in ${onderdelen.join(', ')}`);
  // Some meet it more than once; most only once.
  return kans.weeg(keuze.map((m) => [m, 1 / (1 + 3 * (keren.get(m.id) ?? 0))] as const));
}

/** Someone of the same department who stood by; of the same work and as the text says, where there is one. */
function kiesCollega(w: Wereld, c: Casus, voor: Mens, keren: ReadonlyMap<string, number>): Mens {
  const { collega: geslacht, collegaFunctie } = aanwijzingen[c.id] ?? {};
  const collegas = w.mensen.filter((m) => m.onderdeel === voor.onderdeel && m.id !== voor.id && w.onderdeel(m.onderdeel).leider?.id !== m.id && (geslacht === undefined || m.geslacht === geslacht));
  const gelijk = collegas.filter((m) => m.functie === (collegaFunctie ?? voor.functie));
  return maakKans(`collega ${c.id}`).weeg((gelijk.length > 0 ? gelijk : collegas).map((m) => [m, 1 / (1 + (keren.get(m.id) ?? 0))] as const));
}

function bezetEen(w: Wereld, c: Casus, t: Tijden, mensen: Rolverdeling | undefined): Bezet {
  if (mensen === undefined) throw new Error(`${c.id} heeft geen slachtoffer`);
  const { voor, collega } = mensen;
  const kans = maakKans(`${w.plan.slug} ${c.id}`);
  const a = aanwijzingen[c.id] ?? {};
  const plek = plekVan(w, c, voor, kans);
  return {
    casus: c, kans, collega, ook: a.ook === undefined ? null : { mens: collega, tekst: a.ook },
    inkomend: {
      casus: c.id, op: t.gemeld, melder: melderVan(w, c, voor), voor, bron: c.namens ?? 'zelf', namensReden: c.namens ? kans.kies(namensredenen[c.namens]) : null, voorvalOp: t.voorval, precies: t.gemeld.since(t.voorval).total('hours') > 30 && kans.valt(0.5) ? 'dag' : 'tijd',
      kanaal: c.kanaal, ...plek, vormen: c.vormen, bijna: c.bijna ?? false, verhaal: c.verhaal.replaceAll('{collega}', (a.overHemzelf ? voor : collega).voornaam).replaceAll('{locatie}', w.locatie(voor.locatie).inZin),
      kanaalvragen: antwoordenBij(c), veroorzaker: veroorzakerVan(c), belwens: c.belwens, aangifte: c.aangifte,
    },
  };
}

/** Who sends the report: the colleague, or who may do so for him (melden, magNamens). */
function melderVan(w: Wereld, c: Casus, voor: Mens): Mens {
  if (c.namens === undefined) return voor;
  const { compartiment, leider } = w.onderdeel(voor.onderdeel);
  const centraal = w.metRol('namensmelder', compartiment)[0] ?? w.metRol('griffier', compartiment)[0];
  const wie = c.namens === 'telefoon' && compartiment === 'ambtelijk' ? (leider ?? centraal) : centraal;
  if (wie === undefined) throw new Error(`${c.id}: niemand mag namens ${voor.onderdeel} melden`);
  return wie;
}

/** As the form makes it: who is known without a name is noted as unknown, with what is known of him. */
function veroorzakerVan(c: Casus): Inkomend['veroorzaker'] {
  const naam = naamVeroorzaker(c);
  const { soort, omschrijving = '' } = c.veroorzaker;
  return { soort: soort === 'bekend' && naam === '' ? 'onbekend' : soort, naam, omschrijving };
}

/** No single name fits. */
const MEER_DAN_EEN = /echtpaar|ouders|\bstel\b/i;

/** A citizen who is known has initials and a name; the same when he returns. Never one of the people of the organisation. */
function naamVeroorzaker(c: Casus): string {
  if (c.veroorzaker.soort !== 'bekend') return '';
  const terug = c.veroorzaker.terugkerend;
  const k = maakKans(`inwoner ${terug ?? c.bij ?? c.id}`);
  if (MEER_DAN_EEN.test(c.veroorzaker.omschrijving ?? '')) return '';
  const { tussenvoegsel, achternaam } = k.kies(achternamen[k.weeg([['nl', 84], ['tr', 4], ['ma', 4], ['sr', 3], ['pl', 3], ['ov', 2]] as const)]);
  return [`${k.kies([...'ABCDEFGHJKLMNPRSTW'])}.`, tussenvoegsel, achternaam].filter(Boolean).join(' ');
}

/** Only what the story itself makes certain. */
function antwoordenBij(c: Casus): Record<string, string> {
  const nietAlleen = c.verhaal.includes('{collega}') || /\b(met zijn tweeën|met z'n twee|wij stonden|collega erbij)\b/i.test(c.verhaal);
  const perKanaal: Partial<Record<Kanaal, Record<string, string>>> = {
    balie: { ...(nietAlleen ? { anderen: 'ja' } : {}), ...(/camera|beelden/i.test(c.verhaal) ? { camera: 'ja' } : {}) },
    telefoon: /nummer (zichtbaar|staat|stond)/i.test(`${c.verhaal} ${c.veroorzaker.omschrijving ?? ''}`) ? { zichtbaar: 'ja' } : /afgeschermd|verborgen|anoniem/i.test(c.veroorzaker.omschrijving ?? '') ? { zichtbaar: 'nee' } : {},
    brief_email: { bewaard: 'ja' }, huisbezoek: nietAlleen ? { alleen: 'nee' } : {}, openbare_ruimte: nietAlleen ? { alleen: 'nee' } : {},
  };
  return perKanaal[c.kanaal] ?? {};
}
