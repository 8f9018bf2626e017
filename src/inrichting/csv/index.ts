export type { Codering } from './codering.ts';
export { type CsvFout, type CsvFoutcode, MAX_FOUTEN } from './fouten.ts';
export type { Kolom } from './kolom.ts';
export { type GelezenImport, type ImportRij, leesImport } from './lees.ts';
export { type Celwaarde, schrijfCsv } from './schrijf.ts';
export { type Celrij, importsoorten, type Importsoort, type Verwijzing, type Volledig } from './soorten.ts';
export { leesTabel, MAX_BYTES, MAX_RIJEN, type Tabel, type TabelRij } from './tabel.ts';
export { type BekendeSleutels, type Vergelijking, vergelijkImport, type Wijziging } from './vergelijk.ts';
