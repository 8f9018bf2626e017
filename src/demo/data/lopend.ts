/** A case that has not ended: how long ago it was reported, and how far it is. */
export interface Lopend {
  /** How long ago it was reported: below 1 in parts of a day, below 10 in working days, from there in days. */
  dagen: number;
  /** Nobody has confirmed it yet. */
  ongezien?: true;
  /** The Adviseurs have not confirmed it yet; the leidinggevende has. */
  ongezienDoorAdviseur?: true;
  /** The first conversation has not taken place, and is late. */
  geenGesprek?: true;
  /** The reaction to the veroorzaker still has to be given. */
  reactieOpen?: true;
  /** What the colleague was told meanwhile, when the end may take long. */
  tussenbericht?: string;
  /** Working days from now until the feedback that was promised; negative: it is late. */
  belofte?: number;
  /** The Adviseur herself gives the aftercare. */
  adviseurHelpt?: true;
  /** Help that waits for the colleague's consent. */
  hulpGevraagd?: 'bot' | 'bedrijfsarts' | 'slachtofferhulp';
  /** Help that was brought in: a member of the opvang team takes over the aftercare. */
  botHelpt?: string;
  /** Someone who was asked for a statement and has not given it. */
  verklaringVan?: string;
}

export const lopend: Readonly<Record<string, Lopend>> = {
  // Of today
  'han-046': { dagen: 0.09, ongezien: true },
  'bz-024': { dagen: 0.14, ongezien: true },
  'wmo-013': { dagen: 0.22, ongezienDoorAdviseur: true },
  // Of the last working days
  'gbw-017': { dagen: 1 },
  'wi-041': { dagen: 1, reactieOpen: true },
  'jeu-012': { dagen: 1, reactieOpen: true },
  'bel-012': { dagen: 1 },
  'bel-020': { dagen: 1 },
  'bz-042': { dagen: 2, reactieOpen: true, hulpGevraagd: 'slachtofferhulp' },
  'kcc-021': { dagen: 2, geenGesprek: true },
  'kcc-025': { dagen: 2 },
  'gri-011': { dagen: 2 },
  'bz-044': { dagen: 3, verklaringVan: 'samira' },
  'bz-049': { dagen: 3 },
  'bel-019': { dagen: 3, adviseurHelpt: true },
  'bel-017': { dagen: 4 },
  'bz-029': { dagen: 5 },
  'wi-040': { dagen: 7 },
  'jeu-010': { dagen: 8 },
  'vth-018': { dagen: 8, adviseurHelpt: true },
  'wi-045': { dagen: 9 },
  'bes-009': { dagen: 9 },
  'gri-009': { dagen: 9 },
  // Of the last weeks
  'fac-013': { dagen: 11, botHelpt: 'opvang' },
  'lpl-008': { dagen: 13 },
  'han-045': { dagen: 13, tussenbericht: 'De politie heeft de beelden van de bus en de bibliotheek. Ik bel elke maandag met de wijkagent en daarna met jou. Vervoer met de dienstauto blijft geregeld zo lang jij dat wilt.', belofte: 4 },
  'kcc-024': { dagen: 14, tussenbericht: 'De provider zoekt uit waar de stille telefoontjes vandaan komen. Dat duurt meestal twee weken. Tot die tijd sluit je niet alleen af.', belofte: 2 },
  'gri-019': { dagen: 15, belofte: 6 },
  'wi-034': { dagen: 16, belofte: 3 },
  'com-013': { dagen: 18, belofte: 6 },
  'gri-017': { dagen: 19, belofte: 4 },
  'wmo-010': { dagen: 20, belofte: 8 },
  'fac-008': { dagen: 21, tussenbericht: 'De aangifte ligt bij de politie en jouw eerdere melding zit erbij. De camera op het personeelsterrein is verplaatst. Zodra zij hem gesproken hebben, hoor je dat van mij.', belofte: 3 },
  'kcc-018': { dagen: 22, belofte: 7 },
  'wi-021': { dagen: 24, belofte: 4 },
  'vth-011': { dagen: 27, belofte: 2 },
  'spo-015': { dagen: 30, belofte: 3 },
  'afv-012': { dagen: 33, belofte: 5 },
  'bes-004': { dagen: 34, belofte: 9 },
  'han-041': { dagen: 36, belofte: 5 },
  'gri-004': { dagen: 39, tussenbericht: 'De aangifte is van jullie samen, zoals je wilde. De politie wacht op gegevens uit het buitenland en dat kan nog weken duren. De ronde ’s nachts door je straat blijft.', belofte: 6 },
  // Or longer ago: police, justice or a hearing takes its time
  'bel-008': { dagen: 45, belofte: 1 },
  'lpl-007': { dagen: 46, belofte: 8 },
  'vth-014': { dagen: 50, tussenbericht: 'De aanvraag ligt bij een collega en bij Bibob. Wie de appjes stuurde is nog niet bekend. Je hoeft niets meer met deze zaak te doen.', belofte: 7 },
  'com-002': { dagen: 52, tussenbericht: 'De politie denkt dat het account van buiten de gemeente komt en heeft om de gegevens gevraagd. Zolang jij geen webcare wilt doen, doet een ander het. Daar hoef je je niet voor te verantwoorden.', belofte: 0 },
  'jeu-008': { dagen: 54, belofte: -2 },
  'han-027': { dagen: 57, belofte: 10 },
  'spo-012': { dagen: 59, belofte: 4 },
  'vei-010': { dagen: 63, belofte: 12 },
  'han-022': { dagen: 66, tussenbericht: 'De brief is onderzocht. Er zat een half vingerspoor op de binnenkant van de envelop, meer weten we nog niet. De bussen blijven ’s nachts binnen staan.', belofte: 9 },
  'com-004': { dagen: 70, tussenbericht: 'Het bericht is overal weg waar we het konden vinden. De politie heeft twee telefoons in beslag genomen. Ik bel jullie allebei voordat er iets in de krant komt.', belofte: 5 },
  'han-025': { dagen: 74, belofte: 6 },
  'vei-003': { dagen: 82, tussenbericht: 'Het onderzoek naar de envelop loopt nog; wij horen niet alles en dat is vervelend. Wat ik weet, weet jij dezelfde dag. De postkamer heeft sinds vorige week een scanner.', belofte: 3 },
  'han-039': { dagen: 97, tussenbericht: 'De zitting is uitgesteld omdat haar advocaat ziek was. De nieuwe datum komt binnen drie weken. Ik ga mee, ook als je pas die ochtend beslist dat je wilt.', belofte: 11 },
  // Water board and province
  'prov-016': { dagen: 2 },
  'ws-024': { dagen: 5 },
  'ws-019': { dagen: 8 },
  'prov-010': { dagen: 9 },
  'prov-015': { dagen: 10 },
  'ws-003': { dagen: 24, tussenbericht: 'De officier wil eerst de fietser horen die op de kade reed. Die heeft zich vorige week gemeld. Tot die tijd gaat er niemand van ons naar dat perceel.', belofte: 4 },
  'prov-007': { dagen: 26, belofte: 2 },
};
