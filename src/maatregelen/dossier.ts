import type { Id } from '../kern/ids.ts';
import { momentVan } from '../kern/tijd/index.ts';
import { instellingenVan } from '../inrichting/index.ts';
import { zetTermijn, zetTermijnOp, type Sluitvoorwaarde, type Verhuizer } from '../dossier/index.ts';
import type { ActorContext } from '../platform/deuren/index.ts';
import { hoorplichtVan, wederhoorstand } from '../wederhoor/index.ts';
import { soortInZin, WACHTEND } from './regels/woorden.ts';
import { neemStap, type Maatregelrij } from './stap.ts';

const WAAROM: Partial<Record<Maatregelrij['toestand'], string>> = {
  voorgesteld: 'is voorgesteld, maar er is nog niets over besloten. Ga ermee verder of trek het voorstel in', gehoord: 'wacht op een besluit', besloten: 'is besloten, maar de brief is nog niet weg of de maatregel is nog niet ingegaan',
};

/** Closing waits for measures on which something still has to happen. One that is in force ends by itself, also in a closed dossier. */
export const maatregelGedaan: Sluitvoorwaarde = async ({ trx, organisatieId }, { dossierId }) => {
  const open = await trx.selectFrom('maatregel').select(['soort', 'toestand']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('toestand', 'in', [...WACHTEND]).orderBy('voorgesteld_op').execute();
  return open.map((m) => `Een maatregel (${soortInZin(m.soort)}) ${WAAROM[m.toestand] ?? 'wacht'}.`);
};

/** Measures go along when two reports of one event are joined, to the same party there; their clocks start again. After the hearings, on which they rest. */
export const verhuisMaatregelen: Verhuizer = async (ctx, van, naar) => {
  const { trx, organisatieId } = ctx;
  const partijen = (dossierId: Id) => trx.selectFrom('betrokkene').select(['id', 'soort', 'medewerker_id', 'naam', 'omschrijving', 'contact']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').orderBy('toegevoegd_op', 'desc').execute();
  const [daar, hier, maatregelen] = await Promise.all([partijen(naar), partijen(van), trx.selectFrom('maatregel').selectAll().where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).orderBy('voorgesteld_op').orderBy('id').forUpdate().execute()]);
  if (maatregelen.length === 0) return;
  const { kalender } = await instellingenVan(ctx);
  const { compartiment } = await trx.selectFrom('dossier').select('compartiment').where('organisatie_id', '=', organisatieId).where('id', '=', naar).executeTakeFirstOrThrow();
  const doelen = new Map<Id, Id>();
  for (const b of hier) {
    const gelijk = daar.filter((d) => d.soort === b.soort && d.medewerker_id === b.medewerker_id && d.naam === b.naam && d.omschrijving === b.omschrijving && d.contact === b.contact).map((d) => d.id);
    const doel = (await waarHetWederhoorIs(ctx, naar, gelijk, maatregelen.filter((m) => m.betrokkene_id === b.id))) ?? gelijk[0];
    if (doel !== undefined) doelen.set(b.id, doel);
  }
  for (const m of maatregelen) {
    const zelfde = doelen.get(m.betrokkene_id);
    // Of a party that was taken off nothing goes along.
    if (zelfde === undefined) continue;
    const loopt = m.toestand === 'besloten' || m.toestand === 'in_werking' || m.toestand === 'geschorst';
    const evaluatie = loopt && m.evaluatie_op !== null ? (await zetTermijnOp(ctx, { dossierId: naar, soort: 'evaluatie', aanId: m.voorgesteld_door, op: momentVan(m.evaluatie_op, kalender.eindeWerkdag) })).id : m.evaluatie_termijn_id;
    const besluit = m.voorgelegd_aan !== null ? (await zetTermijn(ctx, { dossierId: naar, soort: 'besluit_maatregel', compartiment, aanId: m.voorgelegd_aan })).id : m.besluit_termijn_id;
    await neemStap(ctx, m, 'verhuisd', { door: ctx.actor.id, set: { dossier_id: naar, betrokkene_id: zelfde, evaluatie_termijn_id: evaluatie, besluit_termijn_id: besluit } });
  }
};

/** Of parties that look the same, the one to which the hearings of these measures went. */
async function waarHetWederhoorIs(ctx: ActorContext, dossierId: Id, partijen: readonly Id[], maatregelen: readonly Maatregelrij[]): Promise<Id | null> {
  for (const m of maatregelen) {
    if (m.hoorplicht_id !== null) return (await hoorplichtVan(ctx, m.hoorplicht_id))?.betrokkeneId ?? null;
    if (m.wederhoor_id === null) continue;
    for (const p of partijen) if ((await wederhoorstand(ctx, dossierId, p))?.id === m.wederhoor_id) return p;
  }
  return null;
}
