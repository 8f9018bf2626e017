import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import type { Casus } from '../casussen/index.ts';
import { hoger, hogerAnders, lager, reacties, verklaringsvragen } from '../data/zinnen.ts';
import { bevestig, classificeer, geefVerklaring, kiesHelper, leest, noteerTekst, rondTermijnAf, voegToe, vraagVerklaring, vulAan, wijsAanspreekpuntAan } from './handelingen.ts';
import { tik } from './klok.ts';
import { helperVan } from './openen.ts';
import { planNazorgTweede } from './nazorg.ts';
import { plan, planRegie, zin, type Spel } from './spel.ts';
import { openTermijn, vervalt, type Ernst } from './stand.ts';
import { kantoorVoor, na, opKantoor, overdag, voor } from './tijd.ts';

/** Whoever was told confirms having seen it; those who heard it later in the ladder too. */
export function planBevestigingen(s: Spel): void {
  const { d, kans, w, lopend } = s;
  if (lopend?.ongezien) return;
  const ernstig = d.rij.ernst === 'ernstig';
  for (const wie of d.ingelicht) {
    const regie = w.metId(wie).rollen.some((r) => r.rol === 'adviseur' || r.rol === 'griffier');
    if (regie && lopend?.ongezienDoorAdviseur) continue;
    const naUren = na(d.gemeldOp, regie ? kans.tussen(0.3, 3) : ernstig ? kans.tussen(0.1, 0.8) : kans.tussen(0.2, 4));
    const op = (ernstig && !regie) || d.g.compartiment === 'politiek' ? overdag(naUren, kans) : opKantoor(naUren, w.kalender, kans);
    const afwezig = lopend === null && kans.valt(0.05);
    plan(s, afwezig ? opKantoor(na(op, kans.tussen(26, 50)), w.kalender, kans) : op, (toen) => {
      leest(d, { op: na(toen, -0.02), door: wie });
      bevestig(d, { op: toen, door: wie });
    });
  }
  if (lopend?.ongezienDoorAdviseur) return;
  for (const dagen of lopend ? [1.4, 4, 9, 22, 50] : [1.4]) plan(s, opKantoor(na(d.gemeldOp, dagen * 24), w.kalender, kans), (toen) => bevestigRest(s, toen));
}

const VRAAGT_BEVESTIGING = new Set(['nieuwe-melding', 'ernstige-melding', 'niet-bevestigd', 'te-laat']);

/** Whoever heard it later, in the ladder, confirms it as well. */
export function bevestigRest(s: Spel, toen: Temporal.Instant): void {
  tik(s.d, toen);
  const open = new Set(s.d.kennisgevingen.filter((k) => k.bevestigd_op === null && VRAAGT_BEVESTIGING.has(k.soort)).map((k) => k.aan_id));
  for (const wie of open) bevestig(s.d, { op: toen, door: wie });
}

/** The Adviseur completes what happened, establishes how serious it is and appoints who is the contact. Answers when. */
export function planVaststelling(s: Spel): Temporal.Instant {
  const { casus, d, kans, w } = s;
  const op = opKantoor(na(d.gemeldOp, casus.ernst === 'ernstig' ? kans.tussen(0.8, 5) : kans.tussen(3, 26)), w.kalender, kans);
  if (s.lopend?.ongezien || s.lopend?.ongezienDoorAdviseur) return op;
  planRegie(s, op, (toen) => vulAan(d, toen, { titel: casus.titel, toedracht: { ...casus.toedracht } }));
  plan(s, na(op, kans.tussen(0.05, 0.15)), (toen) => classificeer(d, { op: toen, door: s.regie }, casus.ernst, (regel) => ernstreden(s, regel)));
  if (casus.ernst === 'ernstig' || (casus.ernst === 'middel' && kans.valt(0.4))) {
    const aanspreekpunt = d.g.compartiment === 'politiek' || d.g.buitenLeidinggevende ? s.regie : s.leiding;
    plan(s, na(op, kans.tussen(0.2, 0.4)), (toen) => wijsAanspreekpuntAan(d, { op: toen, door: s.regie }, aanspreekpunt));
  }
  const { ook } = s.b;
  if (ook) {
    const bekend = na(op, 0.5);
    plan(s, bekend, (toen) => voegToe(d, { op: toen, door: s.regie }, 'slachtoffer', { collega: ook.mens.id }));
    plan(s, na(bekend, 0.05), (toen) => kiesHelper(d, { op: toen, door: s.regie }, ook.mens.id, helperVan(d, s.slachtoffer) ?? s.leiding));
    planNazorgTweede(s, ook.mens.id, overdag(na(bekend, s.kans.tussen(1, 5)), s.kans), '');
  }
  return op;
}

const NIVEAU: Record<Ernst, number> = { licht: 0, middel: 1, ernstig: 2 };

function ernstreden(s: Spel, regel: Ernst): string {
  const { casus, w } = s;
  if (NIVEAU[casus.ernst] > NIVEAU[regel]) return hoger[casus.id] ?? zin(w, 'hoger', hogerAnders);
  const zwaarste = casus.vormen.includes('dreigen') ? 'dreigen' : casus.vormen.includes('fysiek') ? 'fysiek' : (casus.vormen.find((v) => v !== 'schelden' && v !== 'anders') ?? '');
  const soort = casus.kanaal === 'prive' && regel === 'ernstig' && !['dreigen', 'fysiek'].includes(zwaarste) ? 'prive' : zwaarste === '' ? 'prive' : zwaarste;
  if (casus.ernst === 'licht' && regel === 'ernstig') return zin(w, 'lager licht', lager.licht ?? []);
  return zin(w, `lager ${soort}`, lager[soort] ?? ['Na doorvragen lager ingeschat.']);
}

/** Statements of people from outside are kept as a note, with who they are. */
const BUITEN: readonly (readonly [RegExp, string])[] = [
  [/^Bezoeker|^Ik wachtte op mijn beurt/, 'bezoeker'], [/^Ik ben de buurman|^Buurvrouw|^Vanuit het raam/, 'buur'], [/^Directeur van de school/, 'directeur van de school'], [/^Pleegmoeder/, 'pleegmoeder'], [/^Ik ben de ouder/, 'ouder'],
  [/^Politie|^Als agent/, 'politie'], [/^Ik was aan het stofzuigen/, 'schoonmaker'], [/^Ik laat elke avond|^Ik kwam langs|^Ik stond met mijn recept|^Fietser/, 'voorbijganger'], [/^Als uitvoerder|^Ik ben de opdrachtgever/, 'opdrachtgever'],
  [/^Als apotheker/, 'apotheker'], [/^Woonconsulent/, 'woonconsulent van de corporatie'], [/^Ik lag aan de kant/, 'badgast'], [/^Ik stond achter de bar/, 'vrijwilliger'], [/^Teamgenoot/, 'teamgenoot'], [/^Partner/, 'partner van de collega'],
  [/^Boormeester|^Tweede boorman/, 'medewerker van het boorbedrijf'], [/^Wegwerker|^Tweede wegwerker/, 'wegwerker van de aannemer'],
];
const VAN_WIE: readonly (readonly [RegExp, readonly string[]])[] = [[/^Bode/, ['BODE', 'GASTH']], [/^Beveilig/, ['BEVEIL']], [/^Receptie|^Postkamer/, ['GASTH', 'FACM', 'BALIE']]];

/** Witnesses tell what they saw: colleagues in their own statement, others in a note. */
export function planVerklaringen(s: Spel, vanaf: Temporal.Instant): void {
  const { casus, d, kans, w, lopend } = s;
  const gevraagd = new Set<Id>([s.slachtoffer]);
  for (const [i, tekst] of (casus.verklaringen ?? []).entries()) {
    const op = opKantoor(na(vanaf, kans.tussen(1, 20) + i), w.kalender, kans);
    const buiten = BUITEN.find(([patroon]) => patroon.test(tekst))?.[1];
    if (buiten !== undefined) {
      planRegie(s, op, (toen) => voegToe(d, toen, 'getuige', { omschrijving: buiten }));
      plan(s, na(op, 0.1), (toen) => noteerTekst(d, { op: toen, door: s.regie }, `Getuige (${buiten}): ${tekst}`));
      continue;
    }
    const wie = getuige(s, tekst, gevraagd);
    gevraagd.add(wie);
    planRegie(s, op, (toen) => voegToe(d, toen, 'getuige', { collega: wie }));
    plan(s, na(op, 0.1), (toen) => vraagVerklaring(d, { op: toen, door: s.regie }, wie, zin(w, 'verklaringsvraag', verklaringsvragen)));
    plan(s, opKantoor(na(op, kans.tussen(3, 90)), w.kalender, kans), (toen) => geefVerklaring(d, { op: toen, door: wie }, tekst));
  }
  if (lopend?.verklaringVan) {
    const wie = w.mens(lopend.verklaringVan).id;
    planRegie(s, opKantoor(na(vanaf, 3), w.kalender, kans), (toen) => voegToe(d, toen, 'getuige', { collega: wie }));
    plan(s, opKantoor(na(vanaf, 3.2), w.kalender, kans), (toen) => vraagVerklaring(d, { op: toen, door: s.regie }, wie, verklaringsvragen[1] ?? ''));
  }
}

function getuige(s: Spel, tekst: string, niet: ReadonlySet<Id>): Id {
  const functies = VAN_WIE.find(([patroon]) => patroon.test(tekst))?.[1];
  const bekend = functies === undefined ? [] : s.w.mensen.filter((m) => functies.includes(m.functie) && m.sleutel === null && !niet.has(m.id));
  if (bekend.length > 0) return s.kans.kies(bekend).id;
  if (!niet.has(s.b.collega.id) && s.b.ook === null) return s.b.collega.id;
  return s.kans.kies(s.w.mensen.filter((m) => m.onderdeel === s.b.collega.onderdeel && m.sleutel === null && !niet.has(m.id) && m.id !== s.b.ook?.mens.id)).id;
}

/** Notes of the handler, spread over the time until the end. */
export function planNotities(s: Spel, vanaf: Temporal.Instant, tot: Temporal.Instant): void {
  const notities = s.casus.notities ?? [];
  const uren = Math.max(4, tot.since(vanaf).total('hours') - 6);
  for (const [i, tekst] of notities.entries()) {
    const op = opKantoor(na(vanaf, 0.4 + (uren * (i + 0.3)) / (notities.length + 0.3)), s.w.kalender, s.kans);
    // The last one tells the outcome and comes before the colleague hears it.
    planRegie(s, voor(op, tot) ? op : na(tot, -0.5 - (notities.length - i) * 0.1), (toen) => noteerTekst(s.d, toen, tekst));
  }
}

/** The reaction to the veroorzaker, within two days when that can be done. */
export function planReactie(s: Spel, vanaf: Temporal.Instant): void {
  const { casus, d, kans, w, lopend } = s;
  const t = openTermijn(d, 'reactie');
  const verval = t ? vervalt(t) : na(d.gemeldOp, 48);
  if (lopend?.ongezien || lopend?.ongezienDoorAdviseur || (lopend?.reactieOpen && voor(w.nu, verval))) return;
  const rustig = opKantoor(na(vanaf, kans.tussen(2, 26)), w.kalender, kans);
  const net = kantoorVoor(na(verval, -kans.tussen(0.5, 5)), w.kalender, kans);
  const op = voor(rustig, verval) || !voor(na(d.gemeldOp, 0.5), net) || kans.valt(lopend ? 0 : 0.12) ? rustig : net;
  const soort = reactiesoort(casus);
  planRegie(s, op, (toen) => rondTermijnAf(d, toen, 'reactie', zin(w, `reactie ${soort}`, reacties[soort])));
}

/** Said so in the case itself: nothing was done towards whoever did it. */
const ZONDER = /geen (reactie|maatregel)|doen we niets|doen er verder niets|geen actie|niets meer aan te doen/i;

function reactiesoort(c: Casus): keyof typeof reacties {
  if (c.bijna || c.vormen.every((v) => v === 'anders') || (c.ernst === 'licht' && ZONDER.test([...(c.notities ?? []), c.terugkoppeling ?? ''].join(' ')))) return 'geen';
  return c.ernst === 'ernstig' && c.veroorzaker.soort === 'bekend' ? 'zwaar' : c.veroorzaker.soort;
}
