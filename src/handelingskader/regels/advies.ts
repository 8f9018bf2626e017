import type { Temporal } from 'temporal-polyfill';
import { bepaal, type Bepaald, type Gat, type Toepassing } from './bepaal.ts';
import type { Feiten } from './feiten.ts';
import type { Aangifte, Kader } from './kader.ts';
import { beslissercodes, gebiedcodes, gebieden, type Beslissersoort, type Gebied, type Maatregelsoort } from './soorten.ts';
import type { Mogelijk } from './wegen.ts';
import { beslisserIn, gatzin, maatregelzin, maandenTekst, opsomming, sanctiezin, toepassingzin, waaromNietZin } from './zinnen.ts';

/** How long an advised measure may last, in months; null bounds are for a person to fill. */
export interface Adviesduur {
  van: number;
  /** Not `van` months but more than that. */
  langerDan: boolean;
  tot: number | null;
  /** The length is agreed with these, and the reason written down. */
  inOverlegMet: readonly Beslissersoort[];
}

/** One outcome the advice leaves open to the decider. */
export interface Adviesoptie {
  maatregelen: readonly Maatregelsoort[];
  duur: Adviesduur | null;
  /** Such as "Tabel A, regel 5". */
  bronnen: readonly string[];
  zin: string;
}

export type Keuzesoort = 'maatregel' | 'duur' | 'verschil' | 'gebied' | 'gedraging';
export type Taaksoort = 'aangifte' | 'aangifte_indien_strafbaar' | 'politie_vooraf' | 'politie_melding' | 'reactie' | 'wederhoor' | 'tweede_persoon' | 'overleg';

export interface Adviesregel {
  bron: string;
  code: string;
  gedraging: string;
  keer: 'eerste' | 'herhaling';
  zin: string;
  /** The outcome rests on this rule; otherwise a heavier one goes before it. */
  bepalend: boolean;
}

/** What the handelingskader says about one person in one incident. It advises; a decider decides, and writes why when he does otherwise. */
export interface Advies {
  soort: 'maatregel' | 'geen_maatregel' | 'gat';
  gedragingen: readonly { code: string; naam: string; geaccepteerd: boolean; tijdens: string; na: string }[];
  /** In one sentence. */
  samenvatting: string;
  opties: readonly Adviesoptie[];
  regels: readonly Adviesregel[];
  combinatie: { bron: string; zin: string } | null;
  herhaling: { telt: boolean; maanden: number; zin: string; eerdere: readonly { nummer: string; voorvalOp: Temporal.PlainDate; telt: boolean; zin: string }[] };
  /** What a person must choose and give a reason for. */
  keuzes: readonly { soort: Keuzesoort; zin: string; bronnen: readonly string[] }[];
  taken: readonly { soort: Taaksoort; zin: string; bronnen: readonly string[] }[];
  gaten: readonly { soort: Gat['soort']; wat: string; zin: string }[];
  beslissers: readonly Beslissersoort[];
  inOverlegMet: readonly Beslissersoort[];
  gebied: { van: Gebied; tot: Gebied } | null;
  aangifte: Aangifte | null;
  /** No measure without a second person who did not propose it (functies C7). */
  tweedePersoon: boolean;
}

const isBeslisser = (b: string): b is Beslissersoort => beslissercodes.some((c) => c === b);
const uniek = <T>(lijst: readonly T[]): T[] => [...new Set(lijst)];

/** Works out the advice of a version on these facts. Pure: the same version, facts and dates give the same words. */
export function adviseer(kader: Kader, feiten: Feiten): Advies {
  const b = bepaal(kader, feiten);
  const dragend = b.toepassingen.filter((t) => b.bepalend.includes(t.regel.code));
  // Tabel B names no decider and no area: those come from the other rules about the same behaviour.
  const aanvullend = (heeft: (t: Toepassing) => boolean): Toepassing[] => {
    const uit = dragend.filter(heeft);
    if (uit.length > 0) return uit;
    const over = new Set(dragend.map((t) => t.gedraging));
    const zelfde = b.toepassingen.filter((t) => heeft(t) && over.has(t.gedraging));
    return zelfde.length > 0 ? zelfde : b.toepassingen.filter(heeft);
  };
  const opties = b.uitkomst.map((m) => optie(m, b.bijkomend));
  const metGebied = aanvullend((t) => t.regel.gebied !== null).map((t) => t.regel.gebied).filter((g) => g !== null);
  const rang = (g: Gebied): number => gebiedcodes.indexOf(g);
  const grootste = (kies: (g: { van: Gebied; tot: Gebied }) => Gebied): Gebied | undefined => metGebied.map(kies).toSorted((x, y) => rang(x) - rang(y)).at(-1);
  const [van, tot] = [grootste((g) => g.van), grootste((g) => g.tot)];
  const gebied = van && tot ? { van, tot } : null;
  const beslissers = uniek(aanvullend((t) => t.regel.beslissers.length > 0).flatMap((t) => t.regel.beslissers).filter(isBeslisser));
  const overleg = dragend.filter((t) => t.regel.overlegMet !== null);
  const inOverlegMet = uniek(overleg.flatMap((t) => (t.regel.overlegMet !== null && isBeslisser(t.regel.overlegMet) ? [t.regel.overlegMet] : [])));
  const altijd = b.toepassingen.filter((t) => t.regel.aangifte === 'altijd');
  const aangifte = altijd.length > 0 ? 'altijd' : b.toepassingen.some((t) => t.regel.aangifte !== null) ? 'indien_strafbaar' : null;
  const advies: Omit<Advies, 'samenvatting'> = {
    soort: opties.length > 0 ? 'maatregel' : b.gaten.length > 0 ? 'gat' : 'geen_maatregel',
    gedragingen: b.gedragingen.map(({ code, naam, geaccepteerd, tijdens, na }) => ({ code, naam, geaccepteerd, tijdens, na })),
    opties,
    regels: b.toepassingen.map((t) => ({ bron: t.bron, code: t.regel.code, gedraging: t.gedraging, keer: t.keer, zin: toepassingzin(t), bepalend: b.bepalend.includes(t.regel.code) })),
    combinatie: combinatieVan(kader, b), herhaling: herhalingVan(kader, b), keuzes: keuzesVan(kader, b, opties, gebied), taken: takenVan(b, feiten, dragend, overleg, altijd),
    gaten: b.gaten.map((g) => ({ ...g, zin: gatzin(g, kader) })), beslissers, inOverlegMet, gebied, aangifte, tweedePersoon: b.tweedePersoon,
  };
  return { ...advies, samenvatting: samenvatting(advies) };
}

const regelnamen = (codes: readonly string[]): string[] => uniek(codes).map((c) => `Tabel ${c.slice(0, 1)}, regel ${c.slice(1)}`);

function optie(m: Mogelijk, bijkomend: readonly Maatregelsoort[]): Adviesoptie {
  const maatregelen = [...m.maatregelen, ...bijkomend];
  const duur = m.heeftDuur ? { van: m.van, langerDan: m.langerDan, tot: m.tot, inOverlegMet: m.open.filter(isBeslisser) } : null;
  return { maatregelen, duur, bronnen: regelnamen(m.van_regels), zin: maatregelzin(maatregelen, duur) };
}

function samenvatting(a: Omit<Advies, 'samenvatting'>): string {
  if (a.opties.length > 0) return `Het handelingskader adviseert: ${opsomming(a.opties.map((o) => o.zin), 'of')}.`;
  if (a.tweedePersoon) return 'Klagen, kritiek geven en veel vragen is geen agressie. Het handelingskader adviseert geen maatregel, maar een gesprek.';
  if (a.soort === 'geen_maatregel') return 'Dit gedrag mag. Het handelingskader adviseert geen maatregel.';
  return 'Het handelingskader geeft hier geen advies. Hieronder staat waarom.';
}

function combinatieVan(kader: Kader, b: Bepaald): Advies['combinatie'] {
  if (b.combinatie === null) return null;
  const bron = `Tabel ${kader.combinatie.code.slice(0, 1)}, regel ${kader.combinatie.code.slice(1)}`;
  const zonderDuur = b.uitkomst.every((m) => !m.heeftDuur);
  if (b.verdubbeld && zonderDuur) return { bron, zin: 'Dit is een combinatie van soorten agressie, en herhaling. Wat geen duur heeft, kun je niet verdubbelen.' };
  if (b.verdubbeld) return { bron, zin: 'Dit is een combinatie van soorten agressie, en herhaling: de duur van de hoogste maatregel wordt verdubbeld.' };
  return { bron, zin: 'Dit is een combinatie van soorten agressie: de hoogste maatregel geldt.' };
}

function herhalingVan(kader: Kader, b: Bepaald): Advies['herhaling'] {
  const n = b.eerder.filter((e) => e.telt).length;
  const kijk = `We kijken ${maandenTekst(b.terugkijkMaanden)} terug vanaf de dag van het incident. Die termijn is een instelling van jullie handelingskader.`;
  const zin = n === 0 ? `Er telt geen eerder incident mee: dit is een eerste keer. ${kijk}` : `Er ${n === 1 ? 'telt 1 eerder incident' : `tellen ${n} eerdere incidenten`} mee: dit is herhaling. ${kijk}`;
  const naam = (code: string): string => kader.gedragingen.find((g) => g.code === code)?.naam ?? code;
  return {
    telt: n > 0, maanden: b.terugkijkMaanden, zin,
    eerdere: b.eerder.map((e) => ({ nummer: e.nummer, voorvalOp: e.voorvalOp, telt: e.telt, zin: e.reden === null ? `Telt mee: ${opsomming(e.gedragingen.map(naam), 'en').toLowerCase()}.` : waaromNietZin(e.reden, b.terugkijkMaanden) })),
  };
}

function keuzesVan(kader: Kader, b: Bepaald, opties: readonly Adviesoptie[], gebied: Advies['gebied']): Advies['keuzes'] {
  const uit: { soort: Keuzesoort; zin: string; bronnen: readonly string[] }[] = [];
  const naam = (code: string): string => (kader.gedragingen.find((g) => g.code === code)?.naam ?? code).toLowerCase();
  for (const { vorm, tekst } of b.herkend.letOp) uit.push({ soort: 'gedraging', zin: `${tekst} Kijk of de gedraging klopt.`, bronnen: [vorm] });
  // Where a heavier rule goes before both, there is nothing to choose between them.
  for (const v of b.verschillen.filter((x) => x.toepassingen.some((t) => b.bepalend.includes(t.regel.code)))) {
    const bronnen = v.toepassingen.map((t) => t.bron);
    uit.push({ soort: 'verschil', zin: `De tabellen zeggen niet hetzelfde over ${naam(v.gedraging)}. ${v.toepassingen.map((t) => `${t.bron}: ${sanctiezin(t.sancties, t.politie)}.`).join(' ')} Kies welke je volgt en schrijf waarom.`, bronnen });
  }
  if (opties.length > 1) uit.push({ soort: 'maatregel', zin: `Kies welke maatregel past: ${opsomming(opties.map((o) => o.zin), 'of')}.`, bronnen: uniek(opties.flatMap((o) => o.bronnen)) });
  for (const o of opties) {
    if (o.duur === null || (o.duur.tot === o.duur.van && o.duur.inOverlegMet.length === 0 && !o.duur.langerDan)) continue;
    const wie = o.duur.inOverlegMet.length > 0 ? ` in overleg met ${opsomming(o.duur.inOverlegMet.map(beslisserIn), 'en')}` : '';
    uit.push({ soort: 'duur', zin: `Kies de duur${wie} en schrijf waarom: ${o.zin}.`, bronnen: o.bronnen });
  }
  if (gebied && gebied.van !== gebied.tot) uit.push({ soort: 'gebied', zin: `Kies waar de maatregel geldt: ${gebieden[gebied.van]}${gebied.van === 'locatie' && gebied.tot === 'organisatie' ? `, ${gebieden.dienst}` : ''} of ${gebieden[gebied.tot]}.`, bronnen: [] });
  return uit;
}

function takenVan(b: Bepaald, feiten: Feiten, dragend: readonly Toepassing[], overleg: readonly Toepassing[], altijd: readonly Toepassing[]): Advies['taken'] {
  const uit: { soort: Taaksoort; zin: string; bronnen: readonly string[] }[] = [];
  const bronnen = (t: readonly Toepassing[]): string[] => uniek(t.map((x) => x.bron));
  const maatregel = b.uitkomst.length > 0;
  const vooraf = dragend.filter((t) => t.politie.includes('vooraf'));
  const melding = b.toepassingen.filter((t) => t.politie.includes('melding'));
  const strafbaar = b.toepassingen.filter((t) => t.regel.aangifte === 'indien_strafbaar');
  if (b.tweedePersoon) uit.push({ soort: 'tweede_persoon', zin: 'Wil je toch iets afspreken of beperken? Dan moet een tweede persoon dat goedkeuren die het niet voorstelde. Is iemand gemachtigde, schrijf dan op wat het betekent voor wie hij helpt.', bronnen: [] });
  if (maatregel) uit.push({ soort: 'wederhoor', zin: 'Vraag de veroorzaker eerst naar zijn kant. Bied ook aan om schriftelijk te reageren.', bronnen: [] });
  if (maatregel && feiten.reactie !== null) uit.push({ soort: 'reactie', zin: `Komt er geen strafzaak? Reageer dan binnen ${feiten.reactie} naar de veroorzaker.`, bronnen: [] });
  if (altijd.length > 0) uit.push({ soort: 'aangifte', zin: 'Doe altijd aangifte bij de politie. Dat kan ook namens de organisatie.', bronnen: bronnen(altijd) });
  else if (strafbaar.length > 0) uit.push({ soort: 'aangifte_indien_strafbaar', zin: 'Is het strafbaar? Doe dan aangifte bij de politie.', bronnen: bronnen(strafbaar) });
  if (vooraf.length > 0) uit.push({ soort: 'politie_vooraf', zin: 'Bel eerst de politie voordat je een pandverbod oplegt. Dan kan het ook worden gehandhaafd.', bronnen: bronnen(vooraf) });
  if (melding.length > 0) uit.push({ soort: 'politie_melding', zin: 'Doe een melding bij de politie.', bronnen: bronnen(melding) });
  for (const wie of uniek(overleg.flatMap((t) => (t.regel.overlegMet === null ? [] : [t.regel.overlegMet])))) uit.push({ soort: 'overleg', zin: `Overleg met ${isBeslisser(wie) ? beslisserIn(wie) : wie} over de duur.`, bronnen: bronnen(overleg.filter((t) => t.regel.overlegMet === wie)) });
  return uit;
}

/** In what a choice differs from the advice; empty when it follows it. Whoever differs writes why (functies C4). */
export function wijktAf(advies: Pick<Advies, 'opties' | 'gebied'>, keuze: { soort: Maatregelsoort; maanden: number | null; gebied: Gebied | null }): string[] {
  const zelfde = advies.opties.filter((o) => o.maatregelen.includes(keuze.soort));
  if (zelfde.length === 0) return [advies.opties.length === 0 ? 'Het handelingskader adviseert hier geen maatregel.' : `Het handelingskader adviseert iets anders: ${opsomming(advies.opties.map((o) => o.zin), 'of')}.`];
  const uit: string[] = [];
  const m = keuze.maanden;
  const past = zelfde.some(({ duur }) => duur === null || m === null || duur.inOverlegMet.length > 0 || ((duur.langerDan ? m > duur.van : m >= duur.van) && (duur.tot === null || m <= duur.tot)));
  if (!past) uit.push(`De duur is anders dan het advies: ${opsomming(zelfde.map((o) => o.zin), 'of')}.`);
  const rang = (g: Gebied): number => gebiedcodes.indexOf(g);
  if (keuze.gebied && advies.gebied && (rang(keuze.gebied) < rang(advies.gebied.van) || rang(keuze.gebied) > rang(advies.gebied.tot))) uit.push(`Het werkingsgebied is anders dan het advies: ${gebieden[advies.gebied.van]} tot ${gebieden[advies.gebied.tot]}.`);
  return uit;
}
