import { z } from 'zod';
import { Migratieregel, Tabel } from './tabellen.ts';

/** The first part of a backup: what it is and what it needs. */
export const Kop = z.object({
  soort: z.literal('rugdekking-backup'),
  vorm: z.literal(1),
  rugdekking: z.string(),
  gemaakt: z.string(),
  migraties: z.array(Migratieregel),
  tabellen: z.array(Tabel),
  reeksen: z.array(z.object({ schema: z.string(), naam: z.string(), waarde: z.string().nullable() })),
});
export type Kop = z.output<typeof Kop>;

/** The last part: how much there is, and the fingerprint of every other part. */
export const Slot = z.object({
  rijen: z.record(z.string(), z.number()),
  bestanden: z.number(),
  ontbrekend: z.array(z.string()),
  delen: z.record(z.string(), z.object({ bytes: z.number(), sha256: z.string() })),
});
export type Slot = z.output<typeof Slot>;
