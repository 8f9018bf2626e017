import { sql, type Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';
import { maakKans } from './kans.ts';
import type { Journaalregel } from './organisaties/wereld.ts';

/** Lines in one transaction: in a longer one each line has to pass all earlier versions of the head of the chain. */
const AANTAL_PER_KEER = 500;

/** Writes the history's lines into the chain of an organisation, in order of time, by the same function as every act. */
export async function schrijfJournaal(db: Kysely<Tabellen>, organisatieId: Id, regels: readonly Journaalregel[], voortgang: (deel: number) => void): Promise<void> {
  const opVolgorde = regels.toSorted((a, b) => Temporal.Instant.compare(a.tijd, b.tijd));
  for (let van = 0; van < opVolgorde.length; van += AANTAL_PER_KEER) {
    const deel = opVolgorde.slice(van, van + AANTAL_PER_KEER).map((r) => ({
      tijd: r.tijd, actor: r.actor, handeling: r.handeling, soort: r.object.soort, object: r.object.id, dossier: r.dossier, inhoud: r.inhoud !== undefined ? r.inhoud : r.actor === 'systeem' ? null : { kanaal: 'scherm', ip: adresVan(r.actor), verzoek: 'demo' },
    }));
    await db.transaction().execute(async (trx) => {
      await sql`select set_config('rugdekking.organisatie', ${organisatieId}, true)`.execute(trx);
      await sql`
        select count(journaal_schrijf(r.tijd, r.actor, r.handeling, r.soort, r.object, r.dossier, 'gelukt', r.inhoud))
        from jsonb_to_recordset(${JSON.stringify(deel)}::jsonb) as r(tijd timestamptz, actor text, handeling text, soort text, object text, dossier uuid, inhoud jsonb)`.execute(trx);
    });
    voortgang(Math.min(1, (van + AANTAL_PER_KEER) / opVolgorde.length));
  }
}

/** From where someone works: an address that belongs to nobody (RFC 5737), the same for the same person. */
export function adresVan(actor: string): string {
  return `192.0.2.${maakKans(actor).geheel(10, 250)}`;
}
