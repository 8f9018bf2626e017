import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { dagVan } from '../kern/tijd/index.ts';
import { systeemhandeling, type Context, type Deuren } from '../platform/deuren/index.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';
import { briefstand, briefVervalt } from '../brieven/index.ts';
import { legVast, rondDezeTermijnAf, rondTermijnAf, stelInKennis } from '../dossier/index.ts';
import { hoorplichtVan } from '../wederhoor/index.ts';
import { watDeKlokBrengt } from './regels/klok.ts';
import { isVoorbij } from './regels/toestand.ts';
import { soortnamen, type Toestand } from './regels/woorden.ts';
import { neemStap, type Maatregelrij } from './stap.ts';
import { beginHerstel } from './toezicht/herstel.ts';

const GEBEURTENIS = { in_werking: 'maatregel_in_werking', uitgevoerd: 'maatregel_uitgevoerd', verlopen: 'maatregel_verlopen', verlengd: 'maatregel_verlengd', vervallen: 'maatregel_vervallen' } as const;

/**
 * What time and the post bring to one measure: the letter left, it begins, it ends, it is followed by its extension, or it lapses because nobody
 * heard the citizen in time. Nothing when another worker has it or nothing is due any more.
 */
export const maatregelstap = systeemhandeling({
  naam: 'klok.maatregel',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const m = await ctx.trx.selectFrom('maatregel').selectAll().where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).where('toestand', 'in', ['besloten', 'in_werking', 'geschorst'])
      .forUpdate().skipLocked().executeTakeFirst();
    if (!m) return null;
    const gedaan = (await noteerVerzending(ctx, m)) ?? (await neemKlokstap(ctx, m));
    return gedaan === null ? null : { resultaat: gedaan, object: { soort: 'maatregel', id: m.id }, dossierId: m.dossier_id, journaal: { stap: gedaan } };
  },
});

/** The letter left: from now the citizen knows, and the reaction toward him is out (functies D5). */
async function noteerVerzending(ctx: Context, m: Maatregelrij): Promise<string | null> {
  if (m.brief_id === null || m.brief_verzonden_op !== null) return null;
  const stand = await briefstand(ctx, m.brief_id);
  if (stand?.status !== 'verzonden' || stand.verzondenOp === null) return null;
  await neemStap(ctx, m, 'brief_verzonden', { door: null, set: { brief_verzonden_op: stand.verzondenOp } });
  await rondTermijnAf(ctx, { dossierId: m.dossier_id, soort: 'reactie', door: null, uitkomst: 'gedaan' });
  return 'brief_verzonden';
}

async function neemKlokstap(ctx: Context, m: Maatregelrij): Promise<string | null> {
  const [plicht, verlenging] = await Promise.all([
    m.hoorplicht_id === null ? null : hoorplichtVan(ctx, m.hoorplicht_id),
    ctx.trx.selectFrom('maatregel').select('id').where('organisatie_id', '=', ctx.organisatieId).where('verlengt_id', '=', m.id).where('toestand', 'in', ['besloten', 'in_werking', 'geschorst']).executeTakeFirst(),
  ]);
  const wat = watDeKlokBrengt({
    soort: m.soort, toestand: m.toestand, begin: m.begin_op, einde: m.eind_op, briefVerzonden: m.brief_verzonden_op, spoed: m.spoed_reden !== '', hoorplicht: plicht?.stand ?? null, gehoord: m.wederhoor_id !== null || plicht?.stand === 'voldaan', verlengd: verlenging !== undefined,
  }, dagVan(ctx.nu));
  if (wat === null) return null;
  const naar: Toestand = await neemStap(ctx, m, wat, { door: null });
  if (isVoorbij(naar) && m.evaluatie_termijn_id !== null) await rondDezeTermijnAf(ctx, { id: m.evaluatie_termijn_id, door: null, uitkomst: naar });
  if (naar === 'verlopen' || naar === 'vervallen') await beginHerstel(ctx, m);
  // A letter that still lay ready must not leave any more.
  if (isVoorbij(naar) && m.brief_id !== null && m.brief_verzonden_op === null) await briefVervalt(ctx, m.brief_id);
  if (wat === 'vervallen') for (const aanId of new Set([m.voorgesteld_door, m.besloten_door].filter((x) => x !== null))) await stelInKennis(ctx, { dossierId: m.dossier_id, aanId, soort: 'te-laat' });
  await legVast(ctx, { dossierId: m.dossier_id, soort: GEBEURTENIS[wat], door: null, voor: 'slachtoffer', gegevens: { maatregel: soortnamen[m.soort] } });
  return wat;
}

/** Takes what is due for measures over all organisations, until nothing is. Called by the worker; answers how many steps were taken. */
export async function maatregelTik(db: Kysely<Tabellen>, deuren: Deuren): Promise<number> {
  const { rows } = await sql<{ organisatie_id: Id; id: Id }>`select organisatie_id, id from maatregelen_rijp(${deuren.nu()}::timestamptz)`.execute(db);
  let gedaan = 0;
  for (const r of rows) while ((await deuren.voerSysteem(maatregelstap, { id: r.id }, r.organisatie_id)) !== null) gedaan += 1;
  return gedaan;
}
