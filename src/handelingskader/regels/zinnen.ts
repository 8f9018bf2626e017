import type { Gat, Redenniet, Toepassing } from './bepaal.ts';
import { politiestappen, type Kader, type Politiestap, type Sanctie } from './kader.ts';
import { beslissercodes, maatregelsoorten, type Beslissersoort, type Maatregelsoort } from './soorten.ts';

/** Sentences of the handelingskader in plain Dutch. */

/** A length as it is said: bounds in months, and with whom it is agreed. */
interface Leesduur {
  van: number;
  langerDan: boolean;
  tot: number | null;
  inOverlegMet: readonly string[];
}

export function opsomming(delen: readonly string[], woord: 'en' | 'of'): string {
  if (delen.length < 2) return delen.join('');
  return `${delen.slice(0, -1).join(', ')} ${woord} ${delen.at(-1) ?? ''}`;
}

export const maandenTekst = (n: number): string => (n === 1 ? '1 maand' : `${n} maanden`);

const BESLISSER_IN: Record<Beslissersoort, string> = {
  dienstverantwoordelijke: 'wie verantwoordelijk is voor de dienstverlening', leidinggevende: 'de leidinggevende', managementteam: 'het managementteam', dagelijks_bestuur: 'het dagelijks bestuur', griffier: 'de griffier', burgemeester: 'de burgemeester',
};
/** A decider within a sentence; one that does not exist is named as it was written. */
export const beslisserIn = (b: string): string => (beslissercodes.some((c) => c === b) ? BESLISSER_IN[b as Beslissersoort] : `‘${b}’`);

/** A ban of three months, but no telephone for three months. */
const voorzetsel = (hoofd: readonly Maatregelsoort[]): string => (hoofd.every((m) => m === 'pandverbod' || m === 'rechterlijk_bevel') ? 'van' : 'gedurende');

function duurzin(duur: Leesduur, hoofd: readonly Maatregelsoort[]): string {
  const overleg = duur.inOverlegMet.length > 0 ? `de duur in overleg met ${opsomming(duur.inOverlegMet.map(beslisserIn), 'en')}` : '';
  if (overleg !== '') return duur.tot === null && duur.van === 0 ? `, ${overleg}` : `, ${overleg} (genoemd: ${grenzen(duur)})`;
  return grenzen(duur) === '' ? ', kies zelf de duur' : ` ${duur.tot === null ? '' : `${voorzetsel(hoofd)} `}${grenzen(duur)}`;
}

function grenzen({ van, tot, langerDan }: Leesduur): string {
  if (tot === null) return van === 0 ? '' : langerDan ? `langer dan ${maandenTekst(van)}` : `minstens ${maandenTekst(van)}`;
  if (van === tot || van === 0) return maandenTekst(tot);
  return langerDan ? `meer dan ${van} tot en met ${maandenTekst(tot)}` : `${van} tot ${maandenTekst(tot)}`;
}

/** Such as "pandverbod van 6 tot 12 maanden en schade verhalen". */
export function maatregelzin(maatregelen: readonly Maatregelsoort[], duur: Leesduur | null): string {
  const hoofd = maatregelen.filter((m) => !maatregelsoorten[m].bijkomend);
  const bij = maatregelen.filter((m) => maatregelsoorten[m].bijkomend);
  const woord = (m: Maatregelsoort): string => (m === 'stopgesprek' ? 'STOP-gesprek' : maatregelsoorten[m].naam.charAt(0).toLowerCase() + maatregelsoorten[m].naam.slice(1));
  const eerste = opsomming(hoofd.map(woord), 'en') + (duur ? duurzin(duur, hoofd) : '');
  return opsomming([...(eerste === '' ? [] : [eerste]), ...bij.map(woord)], 'en');
}

const duurVan = (s: Sanctie): Leesduur | null => {
  switch (s.duur.soort) {
    case 'geen': return null;
    case 'vast': return { van: s.duur.maanden, langerDan: false, tot: s.duur.maanden, inOverlegMet: [] };
    case 'tussen': return { van: s.duur.van, langerDan: false, tot: s.duur.tot, inOverlegMet: [] };
    case 'open': return { van: 0, langerDan: false, tot: null, inOverlegMet: [s.duur.metWie] };
  }
};

/** What a rule gives, as it says it. */
export function sanctiezin(sancties: readonly Sanctie[], politie: readonly Politiestap[]): string {
  if (sancties.length === 0) return 'geen maatregel';
  const wat = opsomming(sancties.map((s) => maatregelzin(s.maatregelen, duurVan(s))), 'of');
  return [wat, ...politie.map((p) => politiestappen[p])].join(', ');
}

export function toepassingzin(t: Toepassing): string {
  const basis = t.zwaarder ? `Bij herhaling zwaarder dan de eerste keer (${sanctiezin(t.regel.sancties, [])}). Hoeveel zwaarder zegt deze regel niet.` : null;
  if (basis) return basis;
  const wat = sanctiezin(t.sancties, t.politie);
  const zin = wat.charAt(0).toUpperCase() + wat.slice(1);
  if (t.lichterBijHerhaling) return `${zin}. De regel voor herhaling is lichter dan de eerste keer en telt daarom niet.`;
  if (t.keer === 'herhaling' && t.regel.herhaling.soort === 'geen') return `${zin}. Voor herhaling zegt deze regel niets anders.`;
  return t.keer === 'herhaling' ? `Bij herhaling: ${wat}.` : `${zin}.`;
}

export function waaromNietZin(reden: Redenniet, maanden: number): string {
  switch (reden) {
    case 'te_lang_geleden': return `Telt niet mee: meer dan ${maandenTekst(maanden)} eerder.`;
    case 'niet_eerder': return 'Telt niet mee: dit was niet eerder dan dit incident.';
    case 'geen_agressie': return 'Telt niet mee: het was geen agressie volgens dit handelingskader.';
    case 'lichter': return 'Telt niet mee: dat gedrag was lichter dan dit.';
  }
}

export function gatzin(g: Gat, kader: Kader): string {
  switch (g.soort) {
    case 'vorm': return 'Een gemelde vorm past bij geen gedraging in dit handelingskader. Kies zelf welke gedraging het was.';
    case 'geen_regel': return `Voor ‘${kader.gedragingen.find((x) => x.code === g.wat)?.naam ?? g.wat}’ staat er geen regel die hier past.`;
    case 'niets_bekend': return 'Er is nog niet vastgesteld wat er gebeurde. Kies eerst de vormen van agressie.';
    case 'geen_beslisser': return 'Geen enkele regel noemt wie er beslist.';
  }
}
