import type pg from 'pg';
import type { Regel } from './keten.ts';

const PER_KEER = 2_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

interface Rij {
  volgnr: string;
  tijd: string;
  actor: string;
  handeling: string;
  object_soort: string;
  object_id: string;
  dossier_id: string | null;
  resultaat: string;
  verbintenis: Buffer | null;
  vorige: Buffer;
  schakel: Buffer;
  zout: Buffer | null;
  inhoud: string | null;
}

/** The lines of one organisation after `na`, in order, a batch at a time. Within the transaction of the caller, as owner or as application. */
export async function* leesRegels(client: pg.ClientBase, organisatieId: string, na = 0): AsyncGenerator<Regel[]> {
  if (!UUID.test(organisatieId)) throw new TypeError('organisatieId is geen uuid');
  await client.query(`set local rugdekking.organisatie = '${organisatieId}'`);
  // A cursor and not "the next after volgnr": a second line with the same number would be stepped over.
  await client.query(`
    declare journaalregels no scroll cursor for
    select j.volgnr::text as volgnr, to_char(j.tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as tijd, j.actor, j.handeling, j.object_soort, j.object_id,
      j.dossier_id::text as dossier_id, j.resultaat, j.verbintenis, j.vorige, j.schakel, i.zout, i.inhoud::text as inhoud
    from journaal j left join journaal_inhoud i on i.organisatie_id = j.organisatie_id and i.volgnr = j.volgnr
    where j.organisatie_id = '${organisatieId}' and (j.volgnr > ${Math.trunc(na)} ${na === 0 ? 'or j.volgnr <= 0' : ''}) order by j.volgnr`);
  try {
    for (;;) {
      const { rows } = await client.query<Rij>(`fetch forward ${PER_KEER} from journaalregels`);
      if (rows.length > 0) yield rows.map((rij) => naarRegel(organisatieId, rij));
      if (rows.length < PER_KEER) return;
    }
  } finally {
    await client.query('close journaalregels');
  }
}

function naarRegel(organisatieId: string, rij: Rij): Regel {
  return {
    organisatieId, volgnr: Number(rij.volgnr), tijd: rij.tijd, actor: rij.actor, handeling: rij.handeling, objectSoort: rij.object_soort, objectId: rij.object_id,
    dossierId: rij.dossier_id, resultaat: rij.resultaat, verbintenis: rij.verbintenis, vorige: rij.vorige, schakel: rij.schakel,
    inhoud: rij.zout === null || rij.inhoud === null ? null : { zout: rij.zout, tekst: rij.inhoud },
  };
}
