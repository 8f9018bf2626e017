/**
 * What a colleague must do who is going to meet someone (achtergrond §7.3: the instruction, not the story). A closed list, so that no text about a
 * person can slip in; the light follows from it and from nothing else.
 */
export const instructies = {
  niet_bezoeken: { tekst: 'Ga hier niet heen', kleur: 'rood' },
  alleen_op_kantoor: { tekst: 'Spreek alleen op kantoor af', kleur: 'rood' },
  met_zijn_tweeen: { tekst: 'Ga met zijn tweeën', kleur: 'geel' },
  bel_eerst_adviseur: { tekst: 'Bel eerst de Adviseur', kleur: 'geel' },
  beveiliging_erbij: { tekst: 'Laat de beveiliging in de buurt zijn', kleur: 'geel' },
} as const satisfies Record<string, { tekst: string; kleur: 'geel' | 'rood' }>;
export type Instructie = keyof typeof instructies;
export const instructiecodes = Object.keys(instructies) as [Instructie, ...Instructie[]];

/** Kinds of reason, for the Adviseur alone; never shown to who checks. */
export const redenen = {
  maatregel: 'Er geldt een maatregel',
  bedreiging: 'Bedreiging',
  lichamelijk: 'Lichamelijk geweld of een wapen',
  intimidatie: 'Intimidatie of lastigvallen',
  omgeving: 'Iets op het adres zelf, zoals een dier of een huisgenoot',
} as const;
export type Reden = keyof typeof redenen;
export const redencodes = Object.keys(redenen) as [Reden, ...Reden[]];

/** Whether the person hears that there is a signal, as whoever makes it says. */
export const burgerkeuzes = {
  inlichten: { tekst: 'We laten het weten', uitleg: 'Er komt een bericht klaar te staan bij Privacy, met een termijn.' },
  ingelicht: { tekst: 'De persoon weet het al', uitleg: 'Alleen als bij Privacy staat dat het bericht is verstuurd.' },
  uitgesteld: { tekst: 'Nog niet', uitleg: 'Bijvoorbeeld omdat het een collega in gevaar brengt. De reden wordt bewaard.' },
} as const;
export type Burgerkeuze = keyof typeof burgerkeuzes;
export const burgercodes = Object.keys(burgerkeuzes) as [Burgerkeuze, ...Burgerkeuze[]];

/** Why someone checks. Without a purpose there is no answer. */
export const doelen = {
  huisbezoek: 'Huisbezoek',
  afspraak: 'Afspraak',
  balie: 'Balie',
  telefonisch: 'Telefoon',
  buitendienst: 'Buitendienst',
} as const;
export type Doel = keyof typeof doelen;
export const doelcodes = Object.keys(doelen) as [Doel, ...Doel[]];

export const uitkomstcodes = ['rood', 'geel', 'niet_te_bepalen', 'groen'] as const;
/** From heavy to light. */
export type Uitkomst = (typeof uitkomstcodes)[number];

/** The light in words; the word carries the meaning, the colour only helps. */
export const lichten: Record<Uitkomst, { woord: string; zin: string }> = {
  rood: { woord: 'Rood', zin: 'Ga er niet heen. Doe wat hieronder staat.' },
  geel: { woord: 'Geel', zin: 'Ga alleen zoals hieronder staat.' },
  niet_te_bepalen: { woord: 'Niet te bepalen', zin: 'We kunnen dit nog niet zeggen.' },
  groen: { woord: 'Geen signaal gevonden', zin: 'Dat betekent niet dat er niets kan gebeuren. Vertrouw ook op wat je zelf ziet en hoort.' },
};

export function kleurVan(gekozen: readonly Instructie[]): 'geel' | 'rood' {
  return gekozen.some((i) => instructies[i].kleur === 'rood') ? 'rood' : 'geel';
}

/** The heaviest of several outcomes; nothing asked is 'groen'. */
export function zwaarste(uitkomsten: readonly Uitkomst[]): Uitkomst {
  return uitkomstcodes.find((u) => uitkomsten.includes(u)) ?? 'groen';
}

/** What stands between a visit and the front door; in our own words after the ARIH of the waterschappen (achtergrond §7.3). */
export const nagaan = {
  nodig: 'Een bezoek is echt nodig: bellen, schrijven of op kantoor kan niet.',
  instructie: 'Ik heb de instructie gelezen en doe wat er staat.',
  samen: 'Ik ga niet alleen, of iemand weet precies waar ik ben.',
  telefoon: 'Mijn telefoon is opgeladen en 112 staat onder handbereik.',
  auto: 'Ik zet de auto zo neer dat ik meteen weg kan.',
  binnen: 'Binnen blijf ik tussen de persoon en de deur.',
  woord: 'We hebben een woord afgesproken dat betekent: nu weg.',
  weg: 'Voelt het niet goed, dan ga ik weg. Dat mag altijd.',
} as const;
export type Nagaan = keyof typeof nagaan;
export const nagaancodes = Object.keys(nagaan) as [Nagaan, ...Nagaan[]];
/** Without these a visit is not started. */
export const nagaanVerplicht: readonly Nagaan[] = ['nodig', 'instructie', 'samen', 'telefoon'];

export const patronen = {
  tempo: 'heel veel controles kort na elkaar',
  een_achternaam: 'steeds dezelfde achternaam met andere gegevens',
  een_straat: 'veel adressen in één straat',
  veel: 'veel losse controles op één dag',
  buiten_uren: 'controles buiten werktijd',
  lijsten: 'veel daglijsten op één dag',
} as const;
export type Patroon = keyof typeof patronen;

export const gebruiksuitkomsten = { uitgelegd: 'Er was een goede reden', besproken: 'Besproken: dit gebeurt niet meer', rol_ingetrokken: 'De rol of sleutel wordt ingetrokken' } as const;
export type Gebruiksuitkomst = keyof typeof gebruiksuitkomsten;
export const gebruiksuitkomstcodes = Object.keys(gebruiksuitkomsten) as [Gebruiksuitkomst, ...Gebruiksuitkomst[]];
