/**
 * Recognising a person: pure, without database. Two records in, a probability with reasons out; stored keys find the candidates.
 */
export type {
  Aanname, Adres, Band, Context, Drietal, Frequenties, Geboortedatum, Niveau, Persoonsgegevens, Reden, Treffer, Uitslag, Veld,
} from './typen.ts';
