// A municipality's own house style: from "basis" tokens of NL Design System to our colours.
// https://nldesignsystem.nl: --basis-color-<group>-<role>. Colours that are not given are derived; what cannot be read is refused.
import { contrast } from './contrast.ts';
import { KLEURNAMEN, PAREN, RUGDEKKING, kleurenCss, type Kleurnaam, type Kleuren, type Thema } from './kleuren.ts';

/** Token name (--basis-…) → colour as #rrggbb. */
export type BasisTokens = Readonly<Record<string, string>>;

/** For each of our colours the tokens it may come from, best first. Groups are written with and without "-1" by different themes. */
const HERKOMST: Readonly<Record<Kleurnaam, readonly string[]>> = {
  grond: ['default-bg-subtle'],
  vlak: ['default-bg-document'],
  'vlak-zacht': ['default-bg-default'],
  lijn: ['default-border-subtle'],
  'lijn-veld': ['default-border-default'],
  inkt: ['default-color-document'],
  'inkt-zacht': ['default-color-subtle'],
  accent: ['action-1-inverse-bg-default', 'accent-1-inverse-bg-default', 'action-1-color-default', 'accent-1-color-default'],
  'accent-sterk': ['action-1-inverse-bg-hover', 'accent-1-inverse-bg-hover', 'action-1-color-hover', 'accent-1-color-hover'],
  'accent-zacht': ['action-1-bg-subtle', 'accent-1-bg-subtle', 'action-1-bg-default', 'accent-1-bg-default'],
  'op-accent': ['action-1-inverse-color-default', 'accent-1-inverse-color-default'],
  'beeld-zacht': ['accent-1-border-subtle', 'action-1-border-subtle'],
  'succes-vlak': ['positive-bg-subtle', 'positive-1-bg-subtle'],
  'succes-inkt': ['positive-color-default', 'positive-1-color-default'],
  'letop-vlak': ['warning-bg-subtle', 'warning-1-bg-subtle'],
  'letop-inkt': ['warning-color-default', 'warning-1-color-default'],
  'gevaar-vlak': ['negative-bg-subtle', 'negative-1-bg-subtle'],
  'gevaar-inkt': ['negative-color-default', 'negative-1-color-default'],
  gevaar: ['negative-inverse-bg-default', 'negative-1-inverse-bg-default'],
  'op-gevaar': ['negative-inverse-color-default', 'negative-1-inverse-color-default'],
};

/** How a colour is called when it stands in the way. */
const IN_WOORDEN: Readonly<Record<Kleurnaam, string>> = {
  grond: 'de achtergrond van de pagina',
  vlak: 'het vlak van kaarten',
  'vlak-zacht': 'het zachte vlak',
  lijn: 'lijnen',
  'lijn-veld': 'de rand van invulvelden',
  inkt: 'gewone tekst',
  'inkt-zacht': 'zachte tekst',
  accent: 'de accentkleur van knoppen en links',
  'accent-sterk': 'de accentkleur onder de muis',
  'accent-zacht': 'het lichte accentvlak',
  'op-accent': 'tekst op knoppen',
  'beeld-zacht': 'de lichte kleur in het beeldmerk',
  'succes-vlak': 'het vlak van “gelukt”',
  'succes-inkt': 'tekst bij “gelukt”',
  'letop-vlak': 'het vlak van “let op”',
  'letop-inkt': 'tekst bij “let op”',
  'gevaar-vlak': 'het vlak van “gevaar”',
  'gevaar-inkt': 'tekst bij “gevaar”',
  gevaar: 'de knop die iets onomkeerbaars doet',
  'op-gevaar': 'tekst op die knop',
};

/** Reads tokens from a stylesheet as municipalities publish it; other properties are left alone. */
export function leesBasisTokens(css: string): BasisTokens {
  const uit: Record<string, string> = {};
  for (const [, naam = '', waarde = ''] of css.matchAll(/(--basis-color-[a-z0-9-]+)\s*:\s*([^;}]+)/g)) uit[naam] = waarde.trim();
  return uit;
}

/** #abc and #aabbcc as #aabbcc; undefined for anything else. Only this may reach a stylesheet. */
function hex(waarde: string): string | undefined {
  const kleur = waarde.trim().toLowerCase();
  if (/^#[0-9a-f]{6}$/.test(kleur)) return kleur;
  return /^#[0-9a-f]{3}$/.test(kleur) ? kleur.replaceAll(/[0-9a-f]/g, '$&$&') : undefined;
}

/** Part `deel` (0–1) of `b` in `a`. */
export function meng(a: string, b: string, deel: number): string {
  const kanalen = [1, 3, 5].map((i) => {
    const [x, y] = [a, b].map((kleur) => Number.parseInt(kleur.slice(i, i + 2), 16));
    return Math.round((x ?? 0) * (1 - deel) + (y ?? 0) * deel)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${kanalen.join('')}`;
}

function gegeven(tokens: BasisTokens, bezwaren: string[]): Partial<Record<Kleurnaam, string>> {
  const uit: Partial<Record<Kleurnaam, string>> = {};
  for (const naam of KLEURNAMEN) {
    const token = HERKOMST[naam].map((deel) => `--basis-color-${deel}`).find((t) => tokens[t] !== undefined);
    if (!token) continue;
    const kleur = hex(tokens[token] ?? '');
    if (kleur) uit[naam] = kleur;
    else bezwaren.push(`${token} is geen kleur die we kunnen lezen. Schrijf hem als #rrggbb, bijvoorbeeld #0d5c63.`);
  }
  return uit;
}

function leesbaarst(achter: readonly string[], ...keuzes: readonly string[]): string {
  const slechtste = (kleur: string): number => Math.min(...achter.map((a) => contrast(kleur, a)));
  return keuzes.reduce((beste, kleur) => (slechtste(kleur) > slechtste(beste) ? kleur : beste));
}

/** Light colours: what is given, the rest derived from the accent or taken from ours. */
function maakLicht(eigen: Partial<Record<Kleurnaam, string>>): Kleuren {
  const basis = RUGDEKKING.licht;
  const accent = eigen.accent ?? basis.accent;
  if (!eigen.accent) return { ...basis, ...eigen };
  const sterk = eigen['accent-sterk'] ?? meng(accent, '#000000', 0.35);
  return {
    ...basis,
    'accent-sterk': sterk,
    'accent-zacht': meng(accent, '#ffffff', 0.88),
    'op-accent': leesbaarst([accent, sterk], '#ffffff', basis.inkt),
    'beeld-zacht': meng(accent, '#ffffff', 0.55),
    ...eigen,
  };
}

/** Dark colours: ours, with the municipality's hue made light enough to read. */
function maakDonker(eigen: Partial<Record<Kleurnaam, string>>, lichtAccent: string | undefined): Kleuren {
  const basis = RUGDEKKING.donker;
  const bron = eigen.accent ?? lichtAccent;
  if (!bron) return { ...basis, ...eigen };
  const zacht = [0.3, 0.25, 0.2, 0.15, 0.1].map((deel) => meng(basis.vlak, bron, deel)).find((kleur) => contrast(basis['inkt-zacht'], kleur) >= 4.6) ?? basis['vlak-zacht'];
  const achter = [basis.vlak, basis['vlak-zacht'], basis.grond, zacht, basis['succes-vlak'], basis['letop-vlak'], basis['gevaar-vlak']];
  const stappen = Array.from({ length: 20 }, (_, i) => meng(bron, '#ffffff', i / 20));
  const accent = stappen.find((kleur) => achter.every((a) => contrast(kleur, a) >= 4.6)) ?? '#ffffff';
  return {
    ...basis,
    accent,
    'accent-sterk': meng(accent, '#ffffff', 0.4),
    'accent-zacht': zacht,
    'op-accent': meng(bron, '#000000', 0.8),
    'beeld-zacht': meng(accent, basis.vlak, 0.55),
    ...eigen,
  };
}

const getal = new Intl.NumberFormat('nl-NL', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What cannot be read or seen in these colours, as sentences for the person who chose them: per colour its worst place. Empty when all is well. */
export function contrastBezwaren(kleuren: Kleuren): string[] {
  const ergste = new Map<Kleurnaam, { achter: Kleurnaam; gemeten: number; minimum: number }>();
  for (const [voor, achter, minimum] of PAREN) {
    const gemeten = contrast(kleuren[voor], kleuren[achter]);
    if (gemeten >= minimum) continue;
    const al = ergste.get(voor);
    if (!al || gemeten / minimum < al.gemeten / al.minimum) ergste.set(voor, { achter, gemeten, minimum });
  }
  return [...ergste].map(([voor, { achter, gemeten, minimum }]) => {
    // Rounded down: 4.46 must not read as "4,5, and 4,5 is needed".
    const afgerond = getal.format(Math.floor(gemeten * 10) / 10);
    const wat = `${IN_WOORDEN[voor]} op ${IN_WOORDEN[achter]}`;
    return `${wat[0]?.toUpperCase()}${wat.slice(1)} is niet goed te zien: het contrast is ${afgerond} op 1 en moet minstens ${getal.format(minimum)} op 1 zijn.`;
  });
}

/** The given accent made darker until everything can be read; undefined when that does not help. */
function donkerderAccent(eigen: Partial<Record<Kleurnaam, string>>): string | undefined {
  const { accent } = eigen;
  if (!accent) return undefined;
  const zonder = { ...eigen, 'accent-sterk': undefined, 'op-accent': undefined, 'accent-zacht': undefined };
  const proef = Array.from({ length: 40 }, (_, i) => meng(accent, '#000000', i / 40));
  return proef.find((kleur) => contrastBezwaren(maakLicht(zonderLeeg({ ...zonder, accent: kleur }))).length === 0);
}

function zonderLeeg(eigen: Partial<Record<Kleurnaam, string | undefined>>): Partial<Record<Kleurnaam, string>> {
  return Object.fromEntries(Object.entries(eigen).filter(([, kleur]) => kleur !== undefined));
}

export type ThemaUitkomst = { goed: true; thema: Thema; css: string } | { goed: false; bezwaren: string[] };

/** Makes a theme from basis tokens, or says in sentences why not. Without dark tokens the dark colours are derived. */
export function bouwThema(tokens: { licht: BasisTokens; donker?: BasisTokens }): ThemaUitkomst {
  const bezwaren: string[] = [];
  const eigenLicht = gegeven(tokens.licht, bezwaren);
  const eigenDonker = gegeven(tokens.donker ?? {}, bezwaren);
  if (bezwaren.length > 0) return { goed: false, bezwaren };
  const thema: Thema = { licht: maakLicht(eigenLicht), donker: maakDonker(eigenDonker, eigenLicht.accent) };
  const inLicht = contrastBezwaren(thema.licht);
  const beter = inLicht.length > 0 ? donkerderAccent(eigenLicht) : undefined;
  if (beter) inLicht.push(`Met ${beter} als accentkleur kan het wel.`);
  bezwaren.push(...inLicht, ...contrastBezwaren(thema.donker).map((zin) => `In het donkere thema: ${zin}`));
  return bezwaren.length > 0 ? { goed: false, bezwaren } : { goed: true, thema, css: kleurenCss(thema) };
}

/** Example: the invented municipality of Lindewaard, lime-tree green. */
export const LINDEWAARD: BasisTokens = {
  '--basis-color-default-bg-document': '#ffffff',
  '--basis-color-default-bg-subtle': '#f3f5ef',
  '--basis-color-default-border-subtle': '#dadfd2',
  '--basis-color-default-border-default': '#76806c',
  '--basis-color-default-color-document': '#1d2418',
  '--basis-color-default-color-subtle': '#535c4b',
  '--basis-color-action-1-inverse-bg-default': '#3c6420',
  '--basis-color-action-1-inverse-bg-hover': '#294714',
  '--basis-color-action-1-inverse-color-default': '#ffffff',
  '--basis-color-action-1-bg-subtle': '#e8f0dd',
  '--basis-color-accent-1-border-subtle': '#a9c48f',
};
