/** Closed lists of the room, each with its word for people. */

export const wijzen = {
  brief: 'Met een brief',
  telefoon: 'Door te bellen',
  gesprek: 'In een gesprek',
} as const;
export type Wijze = keyof typeof wijzen;
export const wijzecodes = Object.keys(wijzen) as [Wijze, ...Wijze[]];

export const bronnen = {
  online: 'Op de eigen pagina',
  telefoon: 'Aan de telefoon',
  balie: 'Aan de balie',
  papier: 'Op papier',
  gesprek: 'In een gesprek',
} as const;
export type Bron = keyof typeof bronnen;
/** Ways in which a colleague writes down what the betrokkene said. */
export const vastlegbronnen = ['telefoon', 'balie', 'papier', 'gesprek'] as const satisfies readonly Bron[];

export const burgervragen = {
  ander_moment: 'Wil op een ander moment praten',
  papier: 'Wil een formulier op papier',
} as const;
export type Burgervraag = keyof typeof burgervragen;
export const burgervraagcodes = Object.keys(burgervragen) as [Burgervraag, ...Burgervraag[]];

export const uitkomsten = {
  zienswijze: 'De betrokkene gaf een reactie',
  geen_reactie: 'De betrokkene reageerde niet',
} as const;
export type Uitkomst = keyof typeof uitkomsten;
