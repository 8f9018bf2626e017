/**
 * What is known of a person or asked about one. Every field may be missing; text is taken as people type it (capitals, glued particles,
 * other scripts). No BSN: Rugdekking has none.
 */
export interface Persoonsgegevens {
  /** A whole name of which the parts are not known: "J. v.d. Berg", "Berg, Jan van den", "محمد القذافي". */
  naam?: string | null;
  voornamen?: string | null;
  roepnaam?: string | null;
  voorvoegsel?: string | null;
  /** With or without its voorvoegsel; "Bakker-de Vries" is read as two halves. */
  geslachtsnaam?: string | null;
  /** The name of a (former) partner, with its voorvoegsel. */
  partnernaam?: string | null;
  /** Former names, aliases, other spellings: whole names. */
  andereNamen?: readonly string[];
  geslacht?: 'm' | 'v' | null;
  /** As text ("7-3-1984", "1984-03-07", "1984", "00-03-1984") or in parts; what is not known is null. */
  geboortedatum?: string | Geboortedatum | null;
  adressen?: readonly Adres[];
  telefoons?: readonly string[];
  emails?: readonly string[];
  /** "platform:naam" or only the name: "x:@jansen", "@jansen". */
  accounts?: readonly string[];
  /** Own reference numbers: klantnummer, zaaknummer. */
  kenmerken?: readonly string[];
}

export interface Geboortedatum {
  jaar: number | null;
  maand: number | null;
  dag: number | null;
}

export interface Adres {
  postcode?: string | null;
  /** May hold the toevoeging as well: "12 bis hs". */
  huisnummer?: string | number | null;
  toevoeging?: string | null;
  straat?: string | null;
  plaats?: string | null;
  /** ISO dates of the period the person lived there; open when null. */
  van?: string | null;
  tot?: string | null;
}

export type Band = 'waarschijnlijk' | 'mogelijk' | 'geen';

export type Veld = 'achternaam' | 'voornaam' | 'naam' | 'geboortedatum' | 'geslacht' | 'adres' | 'telefoon' | 'email' | 'account' | 'kenmerk' | 'familie';

/** How two values of a field relate, from equal down to different. `familie` is about the rival explanation: a relative or housemate. */
export type Niveau =
  | 'gelijk' | 'schrijfwijze' | 'klank' | 'roepnaam' | 'verwisseld' | 'voorletter' | 'afkorting' | 'een_letter' | 'lijkt' | 'deel' | 'extra' | 'voorvoegsel'
  | 'een_cijfer' | 'dag_maand' | 'jaar_ernaast' | 'alleen_jaar' | 'twee_cijfers' | 'jaar_dichtbij' | 'dag_en_maand' | 'jaar_en_maand'
  | 'zelfde_pand' | 'zelfde_straat' | 'zelfde_buurt' | 'rivaal' | 'anders';

export interface Reden {
  veld: Veld;
  niveau: Niveau;
  /** Weight of evidence, log2 of the likelihood ratio; negative speaks against. The bits of an answer add up to its `bits`. */
  bits: number;
  /** In plain Dutch, without the value: "achternaam klinkt gelijk". */
  tekst: string;
}

export interface Uitslag {
  /** Probability 0–1 that the two are the same, given the prior that was stated. */
  kans: number;
  band: Band;
  /** Sum of the reasons. */
  bits: number;
  redenen: Reden[];
  /** Someone of the same family or at the same address explains this too: "iemand op dit adres". Always set when an address and a name are all there is. */
  misschienHuisgenoot: boolean;
}

export interface Treffer<K> extends Uitslag {
  kandidaat: K;
}

/** Names and dates of the register, as it counts them itself. Shares are of 1. */
export interface Frequenties {
  /** Persons counted. */
  readonly aantal: number;
  /** Share of persons with this surname part as spelt (folded), with this sound, and with this consonant skeleton. */
  achternaam(vorm: string, klank: string, geraamte: string): Drietal;
  voornaam(vorm: string, klank: string, geraamte: string): Drietal;
  /** Share of this first name (by sound) among those with this surname (by sound), shrunk to its overall share. */
  voornaamBij(achternaamklank: string, voornaamklank: string, aandeel: number): number;
  /** Share of persons born on this day ("1984-03-07"). */
  geboortedag(dag: string): number;
  /** Share of 1 January and 1 July (a day nobody knew) among those with this first name. */
  piek(voornaamklank: string): number;
}

export interface Drietal {
  vorm: number;
  klank: number;
  geraamte: number;
}

/** Prior probability, stated per use; see {@link aannames}. */
export interface Aanname {
  /** That the one asked about is in the register at all (`register`), or that the two of a pair are the same (`paar`). */
  kans: number;
  /** That it is a relative or housemate of this one instead. */
  familie: number;
  /** Records the question is compared with; 1 for a pair. */
  aantal: number;
  /** That two were put next to each other because their names look alike: then what agrees is no evidence, only what differs. */
  gelijkend: number;
  /** How differently one name is written: between Dutch registers and forms, or between lists from anywhere, in any language. */
  schrijfwijze: 'register' | 'wereld';
}

export interface Context {
  aanname: Aanname;
  /** Without: a small table of very frequent names that is part of Rugdekking. */
  frequenties?: Frequenties;
  /** Of an organisation that learned from its own decisions; without: the standard. */
  gewichten?: Gewichten;
}

/** Fields of which the weights can be learned. */
export type Ijkveld = 'achternaam' | 'voornaam' | 'geboortedatum';

/** How often the data of one person relate so, per field and level; what is not in it is as the standard. */
export type Gewichten = Readonly<Partial<Record<Ijkveld, Readonly<Partial<Record<Niveau, number>>>>>>;
