// The colours of Rugdekking, light and dark: the only place where they are written down. The build turns them into
// custom properties --rd-<name>; a municipality's theme replaces some of them (thema.ts); contrast is checked in both.

export const KLEURNAMEN = [
  'grond', // ground behind everything
  'vlak', // cards, header, fields
  'vlak-zacht', // quiet part of a card, hover of a line
  'lijn', // decoration only: nothing depends on seeing it
  'lijn-veld', // edge of a control
  'inkt',
  'inkt-zacht',
  'accent', // the one accent colour: primary button, links, what is current
  'accent-sterk', // the same under the pointer
  'accent-zacht', // tinted surface
  'op-accent', // text on accent and accent-sterk
  'beeld-zacht', // the one behind, in the mark
  'succes-vlak',
  'succes-inkt',
  'letop-vlak',
  'letop-inkt',
  'gevaar-vlak',
  'gevaar-inkt',
  'gevaar', // button that does what cannot be undone
  'op-gevaar',
] as const;

export type Kleurnaam = (typeof KLEURNAMEN)[number];
/** A colour for every name, as #rrggbb. */
export type Kleuren = Readonly<Record<Kleurnaam, string>>;
export interface Thema {
  licht: Kleuren;
  donker: Kleuren;
}

export const RUGDEKKING: Thema = {
  licht: {
    grond: '#f3f3f0',
    vlak: '#ffffff',
    'vlak-zacht': '#f8f8f6',
    lijn: '#dddcd6',
    'lijn-veld': '#788386',
    inkt: '#1b2527',
    'inkt-zacht': '#505c5f',
    accent: '#0d5c63',
    'accent-sterk': '#083f45',
    'accent-zacht': '#e2eeee',
    'op-accent': '#ffffff',
    'beeld-zacht': '#8fbcbf',
    'succes-vlak': '#e6f1e6',
    'succes-inkt': '#245a2c',
    'letop-vlak': '#fbf0d9',
    'letop-inkt': '#744700',
    'gevaar-vlak': '#fbeae7',
    'gevaar-inkt': '#9b2318',
    gevaar: '#a5281c',
    'op-gevaar': '#ffffff',
  },
  donker: {
    grond: '#11191b',
    vlak: '#1a2427',
    'vlak-zacht': '#202c2f',
    lijn: '#324044',
    'lijn-veld': '#7e8e92',
    inkt: '#e9edec',
    'inkt-zacht': '#a9b7b9',
    accent: '#76c8cc',
    'accent-sterk': '#a5e0e3',
    'accent-zacht': '#1d3a3e',
    'op-accent': '#07282b',
    'beeld-zacht': '#3f7479',
    'succes-vlak': '#1d3523',
    'succes-inkt': '#a5dbac',
    'letop-vlak': '#3b2f14',
    'letop-inkt': '#f2cd85',
    'gevaar-vlak': '#43211d',
    'gevaar-inkt': '#ffb7ab',
    gevaar: '#f29184',
    'op-gevaar': '#33100b',
  },
};

/** What must be readable or visible on what. WCAG 2.2: 4.5 for text (1.4.3), 3 for edges and icons (1.4.11). */
export const PAREN: readonly (readonly [voor: Kleurnaam, achter: Kleurnaam, minimum: 4.5 | 3])[] = [
  ...(['inkt', 'inkt-zacht', 'accent', 'accent-sterk', 'gevaar-inkt'] as const).flatMap((voor) =>
    (['grond', 'vlak', 'vlak-zacht'] as const).map((achter) => [voor, achter, 4.5] as const),
  ),
  ['inkt', 'accent-zacht', 4.5],
  ['inkt-zacht', 'accent-zacht', 4.5],
  ['accent', 'accent-zacht', 4.5],
  ['accent-sterk', 'accent-zacht', 4.5],
  ['op-accent', 'accent', 4.5],
  ['op-accent', 'accent-sterk', 4.5],
  ['op-gevaar', 'gevaar', 4.5],
  ...(['succes', 'letop', 'gevaar'] as const).flatMap((soort) => [
    [`${soort}-inkt`, `${soort}-vlak`, 4.5] as const,
    ['inkt', `${soort}-vlak`, 4.5] as const,
    ['accent', `${soort}-vlak`, 4.5] as const,
  ]),
  ['succes-inkt', 'vlak', 4.5],
  ['letop-inkt', 'vlak', 4.5],
  ['letop-inkt', 'vlak-zacht', 4.5],
  ['lijn-veld', 'vlak', 3],
  ['lijn-veld', 'grond', 3],
  ['gevaar', 'vlak', 3],
  ['gevaar', 'grond', 3],
];

function eigenschappen(kleuren: Partial<Kleuren>): string {
  return Object.entries(kleuren)
    .map(([naam, waarde]) => `--rd-${naam}:${waarde}`)
    .join(';');
}

/** Stylesheet with the colours: light, dark when the device asks for it, and either when the page says so (html[data-thema]). */
export function kleurenCss(thema: { licht: Partial<Kleuren>; donker: Partial<Kleuren> }): string {
  const licht = eigenschappen(thema.licht);
  const donker = eigenschappen(thema.donker);
  return [
    `:root{color-scheme:light;${licht}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-thema=licht]){color-scheme:dark;${donker}}}`,
    `@media screen{:root[data-thema=donker]{color-scheme:dark;${donker}}}`,
    '',
  ].join('\n');
}
