import { z } from 'zod';
import type { Kolom } from './kolom.ts';
import * as cel from './waarden.ts';

/** Where a column names a row of another (or the same) kind by its key. */
export interface Verwijzing {
  veld: string;
  naar: 'onderdelen' | 'locaties' | 'functies' | 'medewerkers';
}

/** A row as read: what the file does not say is absent. */
export type Celrij = Readonly<Record<string, string | number | boolean | undefined>>;
/** A row as it stands in the organisation: everything has a value. */
export type Volledig<Rij> = { [Veld in keyof Rij]-?: Exclude<Rij[Veld], undefined> };

/**
 * One kind of import: the columns of its file, the schema of a row, and what a new row gets where the file is silent.
 *
 * A column that the file does not have, and an empty choice (fase, compartiment, soort, actief), leave an existing row as it is; an empty
 * text cell empties the text.
 */
export interface Importsoort<Rij extends Celrij> {
  naam: Verwijzing['naar'];
  /** The column that tells which row it is; it, and the others in `uniek`, may occur once, whatever the capitals. */
  sleutel: keyof Rij & string;
  uniek: readonly (keyof Rij & string)[];
  schema: z.ZodType<Rij>;
  kolommen: readonly Kolom<keyof Rij & string>[];
  standaard: Partial<Volledig<Rij>>;
  verwijzingen: readonly Verwijzing[];
  /** What must hold for the row as it will stand after the import. */
  controle?: (rij: Volledig<Rij>) => { kolom: keyof Rij & string; tekst: string } | undefined;
}

const fase = cel.keuze(new Map([['1', 1], ['2', 2], ['3', 3], ['fase 1', 1], ['fase 2', 2], ['fase 3', 3]]), 'Vul 1, 2 of 3 in.');
const compartiment = cel.keuze(
  new Map<string, 'ambtelijk' | 'politiek'>([['ambtelijk', 'ambtelijk'], ['politiek', 'politiek'], ['bestuurlijk', 'politiek']]),
  'Vul ambtelijk of politiek in.',
);
const medewerkerSoort = cel.keuze(
  new Map<string, 'medewerker' | 'politiek' | 'ingehuurd'>([
    ['medewerker', 'medewerker'], ['intern', 'medewerker'], ['ambtenaar', 'medewerker'],
    ['politiek', 'politiek'], ['politiek ambtsdrager', 'politiek'], ['bestuurder', 'politiek'], ['raadslid', 'politiek'],
    ['ingehuurd', 'ingehuurd'], ['inhuur', 'ingehuurd'], ['extern', 'ingehuurd'],
  ]),
  'Vul medewerker, politiek of ingehuurd in.',
);

const OnderdeelRij = z.object({
  code: cel.sleutel(40),
  naam: cel.naam,
  ouder_code: cel.verwijzing(40).optional(),
  leidinggevende_personeelsnummer: cel.verwijzing(40).optional(),
  fase: fase.optional(),
  compartiment: compartiment.optional(),
  actief: cel.jaNee.optional(),
});

const LocatieRij = z.object({ code: cel.sleutel(40), naam: cel.naam, adres: z.string(), postcode: cel.postcode, plaats: z.string(), actief: cel.jaNee.optional() });

const FunctieRij = z.object({ code: cel.sleutel(40), naam: cel.naam, actief: cel.jaNee.optional() });

const MedewerkerRij = z.object({
  personeelsnummer: cel.sleutel(40),
  voornaam: cel.naam,
  tussenvoegsel: z.string().optional(),
  achternaam: cel.naam,
  email: cel.email,
  telefoon: cel.telefoon.optional(),
  onderdeel_code: cel.sleutel(40),
  functie_code: cel.verwijzing(40).optional(),
  locatie_code: cel.verwijzing(40).optional(),
  soort: medewerkerSoort.optional(),
  werkgever: z.string().optional(),
  actief: cel.jaNee.optional(),
});

function kolom<Naam extends string>(naam: Naam, verplicht: boolean, max: number, ...synoniemen: string[]): Kolom<Naam> {
  return { naam, verplicht, max, synoniemen };
}

export const onderdelen: Importsoort<z.infer<typeof OnderdeelRij>> = {
  naam: 'onderdelen',
  sleutel: 'code',
  uniek: ['code'],
  schema: OnderdeelRij,
  kolommen: [
    kolom('code', true, 40, 'onderdeelcode', 'afdelingscode', 'teamcode'),
    kolom('naam', true, 200, 'onderdeel', 'afdeling', 'team', 'omschrijving'),
    kolom('ouder_code', false, 40, 'ouder', 'hoort bij', 'bovenliggend onderdeel', 'bovenliggende code'),
    kolom('leidinggevende_personeelsnummer', false, 40, 'leidinggevende', 'personeelsnummer leidinggevende', 'manager'),
    kolom('fase', false, 10, 'invoeringsfase'),
    kolom('compartiment', false, 20),
    kolom('actief', false, 10, 'in gebruik'),
  ],
  standaard: { ouder_code: '', leidinggevende_personeelsnummer: '', fase: 3, compartiment: 'ambtelijk', actief: true },
  verwijzingen: [{ veld: 'ouder_code', naar: 'onderdelen' }, { veld: 'leidinggevende_personeelsnummer', naar: 'medewerkers' }],
};

export const locaties: Importsoort<z.infer<typeof LocatieRij>> = {
  naam: 'locaties',
  sleutel: 'code',
  uniek: ['code'],
  schema: LocatieRij,
  kolommen: [
    kolom('code', true, 40, 'locatiecode'),
    kolom('naam', true, 200, 'locatie', 'gebouw', 'omschrijving'),
    kolom('adres', true, 200, 'straat en huisnummer', 'bezoekadres'),
    kolom('postcode', true, 10),
    kolom('plaats', true, 100, 'woonplaats', 'vestigingsplaats'),
    kolom('actief', false, 10, 'in gebruik'),
  ],
  standaard: { actief: true },
  verwijzingen: [],
};

export const functies: Importsoort<z.infer<typeof FunctieRij>> = {
  naam: 'functies',
  sleutel: 'code',
  uniek: ['code'],
  schema: FunctieRij,
  kolommen: [kolom('code', true, 40, 'functiecode'), kolom('naam', true, 200, 'functie', 'functienaam', 'omschrijving'), kolom('actief', false, 10, 'in gebruik')],
  standaard: { actief: true },
  verwijzingen: [],
};

export const medewerkers: Importsoort<z.infer<typeof MedewerkerRij>> = {
  naam: 'medewerkers',
  sleutel: 'personeelsnummer',
  // People sign in and are written to by e-mail address, so two people never share one.
  uniek: ['personeelsnummer', 'email'],
  schema: MedewerkerRij,
  kolommen: [
    kolom('personeelsnummer', true, 40, 'pers.nr.', 'personeelsnr', 'medewerkernummer'),
    kolom('voornaam', true, 100, 'roepnaam'),
    kolom('tussenvoegsel', false, 30, 'tussenvoegsels', 'voorvoegsel', 'voorvoegsels'),
    kolom('achternaam', true, 100, 'geslachtsnaam'),
    kolom('email', true, 254, 'e-mailadres', 'mail', 'mailadres'),
    { ...kolom('telefoon', false, 30, 'telefoonnummer', 'tel', 'mobiel'), plus: true },
    kolom('onderdeel_code', true, 40, 'onderdeel', 'afdeling', 'afdelingscode', 'team', 'teamcode'),
    kolom('functie_code', false, 40, 'functie'),
    kolom('locatie_code', false, 40, 'locatie', 'werkplek'),
    kolom('soort', false, 30, 'soort medewerker', 'dienstverband'),
    kolom('werkgever', false, 200, 'bedrijf', 'inhuurbedrijf'),
    kolom('actief', false, 10, 'in dienst'),
  ],
  standaard: { tussenvoegsel: '', telefoon: '', functie_code: '', locatie_code: '', soort: 'medewerker', werkgever: '', actief: true },
  verwijzingen: [
    { veld: 'onderdeel_code', naar: 'onderdelen' }, { veld: 'functie_code', naar: 'functies' }, { veld: 'locatie_code', naar: 'locaties' },
  ],
  controle: ({ soort, werkgever }) =>
    soort === 'ingehuurd' && werkgever === ''
      ? { kolom: 'werkgever', tekst: 'Vul bij een ingehuurde medewerker het bedrijf in dat hem of haar in dienst heeft.' }
      : undefined,
};

export const importsoorten = { onderdelen, locaties, functies, medewerkers };
