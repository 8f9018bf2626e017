import { Temporal } from 'temporal-polyfill';

/** A text in a letter that someone typed, by the path to it in the data. */
export interface VrijeTekst {
  /** "feiten.0.gedrag" */
  pad: string;
  label: string;
  tekst: string;
  /** Whether it is one of a list of lines: emptied, it goes. */
  inLijst: boolean;
}

/** What people see for a field, by its own name. */
const labels: Readonly<Record<string, string>> = {
  gedrag: 'Wat er gebeurde', plaats: 'Waar het was', norm: 'De norm', eerder: 'Eerder gewaarschuwd', samenvatting: 'Wat de betrokkene vertelde', weging: 'Wat we daarmee deden', reden: 'De reden', waarom: 'Waarom',
  duur: 'Waarom zo lang', gewogen: 'Wat er is gewogen', panden: 'Gebouw', regels: 'Wat niet meer kan', blijft: 'Wat blijft werken', spoed: 'Bij haast', wie: 'Contactpunt', telefoon: 'Telefoon', email: 'E-mail', bereikbaar: 'Bereikbaar',
  bijWie: 'Met wie het gesprek is', doel: 'Waar het over gaat', overweegt: 'Welke maatregel we overwegen', herhaling: 'Wat er bij herhaling gebeurt', maatregel: 'De maatregel', weer: 'Wat weer kan', afspraken: 'Afspraak', vervolg: 'Wat er daarna gebeurt',
  omschrijving: 'Schadepost', welke: 'Welke gegevens', herkomst: 'Waar de gegevens vandaan komen', grondslag: 'De grondslag', ontvangers: 'Wie de gegevens krijgt', bewaartermijn: 'Hoe lang', uitgesteld: 'Waarom nu pas', motivering: 'Waarom', gedaan: 'Wat er is gedaan',
};
/** Chosen from a list, or made by Rugdekking: nothing that someone typed. */
const GEEN_TEKST: ReadonlySet<string> = new Set(['ondertekenaar', 'uitkomst', 'rechtsvorm', 'verzoek', 'besluit', 'webadres', 'code', 'controle', 'begin']);

/** Every text in the data of a letter that a person wrote, in the order in which it stands there. */
export function vrijeTeksten(gegevens: unknown): VrijeTekst[] {
  return loop(gegevens, [], false);
}

function loop(waarde: unknown, pad: readonly string[], inLijst: boolean): VrijeTekst[] {
  if (typeof waarde === 'string') {
    const naam = pad.findLast((p) => !/^\d+$/.test(p)) ?? '';
    return GEEN_TEKST.has(naam) || isDag(waarde) ? [] : [{ pad: pad.join('.'), label: label(naam, pad), tekst: waarde, inLijst }];
  }
  if (Array.isArray(waarde)) return waarde.flatMap((w, i) => loop(w, [...pad, String(i)], typeof w === 'string'));
  if (typeof waarde === 'object' && waarde !== null) return Object.entries(waarde).flatMap(([k, w]) => loop(w, [...pad, k], false));
  return [];
}

function label(naam: string, pad: readonly string[]): string {
  const nummers = pad.filter((p) => /^\d+$/.test(p)).map((p) => Number(p) + 1);
  return `${labels[naam] ?? naam}${nummers.length === 0 ? '' : ` ${nummers.join('.')}`}`;
}

function isDag(w: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(w)) return false;
  try {
    Temporal.PlainDate.from(w, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The data with these texts in their places; an emptied line of a list goes. Only places where a text already stands can be written. */
export function metTeksten(gegevens: unknown, nieuw: Readonly<Record<string, string>>): unknown {
  const kan = new Map(vrijeTeksten(gegevens).map((t) => [t.pad, t]));
  const zet = (waarde: unknown, pad: readonly string[]): unknown => {
    const hier = kan.get(pad.join('.'));
    if (typeof waarde === 'string') return hier === undefined ? waarde : (nieuw[hier.pad] ?? waarde);
    if (Array.isArray(waarde)) return waarde.map((w, i) => zet(w, [...pad, String(i)])).filter((w, i) => w !== '' || waarde[i] === '');
    if (typeof waarde === 'object' && waarde !== null) return Object.fromEntries(Object.entries(waarde).map(([k, w]) => [k, zet(w, [...pad, k])]));
    return waarde;
  };
  return zet(gegevens, []);
}
