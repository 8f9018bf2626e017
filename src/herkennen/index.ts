/**
 * Recognising a person: pure, without database. Two records in, a probability with reasons out.
 *
 * How a room with a register uses it: store `sleutels(p)` with each record in a text[] with a GIN index; ask `where sleutels && $1` with
 * `vraagsleutels(vraag)`; give what comes back to `rangschik` with a stated prior (`aannames`) and the register's own counts
 * (`telsleutels` stored and counted with each record, `uitTellingen` over those that `gevraagdeTellingen` and `tellingenErbij` name; in memory: `Frequentieteller`). `welkVeldZouBeslissen` says what to ask for when it stays at `mogelijk`.
 */
export { welkVeldZouBeslissen, type Vraagveld } from './beslissend.ts';
export { Frequentieteller, gangbareFrequenties } from './frequenties.ts';
export { isIjkveld, standaardgewichten } from './gewichten.ts';
export { ontleedNaam } from './naam/ontleed.ts';
export { schoon as normaliseer } from './naam/letters.ts';
export { rangschik, type Kandidaat } from './rangschik.ts';
export { sleutels, vraagsleutels } from './sleutels.ts';
export { gevraagdeTellingen, tellingenErbij, telsleutels, TOTALEN, uitTellingen } from './tellingen.ts';
export type {
  Aanname, Adres, Band, Context, Drietal, Frequenties, Geboortedatum, Gewichten, Ijkveld, Niveau, Persoonsgegevens, Reden, Treffer, Uitslag, Veld,
} from './typen.ts';
export { leesGeboortedatum } from './velden/geboortedatum.ts';
export { aannames, grenzen, vergelijk } from './vergelijk.ts';
export { redentekst } from './woorden.ts';
export { Zoekindex } from './zoekindex.ts';
