import type pg from 'pg';
import type { Temporal } from 'temporal-polyfill';
import { beginschakel, beoordeel, sha256, type Stand } from './keten.ts';
import { leesRegels } from './lezen.ts';
import { leesLaatsteZegel, maakZegelregel, voegZegelToe, type Zegelregel, type Zegelsleutel } from './zegels.ts';

export interface Verzegelopdracht {
  zegelmap: string;
  sleutel: Zegelsleutel;
  nu: Temporal.Instant;
}

export interface Verzegeling {
  organisatieId: string;
  /** Up to and including this line; hexadecimal link of it. */
  volgnr: number;
  schakel: string;
}

export interface Verzegeluitslag {
  gezet: Verzegeling[];
  /** Organisations whose chain does not hold since its last seal: never sealed over. */
  gebroken: { organisatieId: string; regel: number }[];
}

/**
 * Seals the journaal of every organisation that has new lines, after checking that they follow from what was sealed before. Runs as the
 * application. When another process is sealing this does nothing.
 */
export async function verzegelJournaal(pool: pg.Pool, { zegelmap, sleutel, nu }: Verzegelopdracht): Promise<Verzegeluitslag> {
  const uitslag: Verzegeluitslag = { gezet: [], gebroken: [] };
  const client = await pool.connect();
  let gelukt = false;
  try {
    // The lock before the transaction: a snapshot from before another sealer's commit would not see the seal that other just wrote.
    const { rows } = await client.query<{ slot: boolean }>(`select pg_try_advisory_lock(hashtext('rugdekking.zegels')) as slot`);
    if (rows[0]?.slot === true) {
      await client.query('begin isolation level repeatable read');
      const koppen = await client.query<{ id: string; volgnr: string }>('select organisatie_id::text as id, volgnr::text as volgnr from journaal_koppen()');
      for (const kop of koppen.rows) {
        const laatste = await leesLaatsteZegel(zegelmap, kop.id, sleutel);
        if (Number(kop.volgnr) > (laatste?.zegel.volgnr ?? 0)) await verzegelEen(client, kop.id, laatste, { zegelmap, sleutel, nu }, uitslag);
      }
      await client.query('commit');
      await client.query(`select pg_advisory_unlock(hashtext('rugdekking.zegels'))`);
    }
    gelukt = true;
  } finally {
    // A connection that is thrown away takes its lock along.
    client.release(!gelukt);
  }
  return uitslag;
}

async function verzegelEen(client: pg.PoolClient, organisatieId: string, laatste: Zegelregel | undefined, { zegelmap, sleutel, nu }: Verzegelopdracht, uitslag: Verzegeluitslag): Promise<void> {
  let stand: Stand = laatste === undefined ? { volgnr: 0, schakel: beginschakel(organisatieId) } : { volgnr: laatste.zegel.volgnr, schakel: Buffer.from(laatste.zegel.schakel, 'hex') };
  for await (const regels of leesRegels(client, organisatieId, stand.volgnr)) {
    for (const r of regels) {
      const oordeel = beoordeel(stand, r);
      if (!oordeel.goed) {
        uitslag.gebroken.push({ organisatieId, regel: oordeel.regel });
        return;
      }
      stand = oordeel.volgende;
    }
  }
  const nummer = (laatste?.zegel.nummer ?? 0) + 1;
  const schakel = stand.schakel.toString('hex');
  const vorige = (laatste?.afdruk ?? beginschakel(organisatieId)).toString('hex');
  const regel = maakZegelregel({ organisatie: organisatieId, nummer, volgnr: stand.volgnr, schakel, tijd: nu.toString({ smallestUnit: 'second' }), vorige }, sleutel);
  // First the file, then the database: what the database knows of is always in the file.
  await voegZegelToe(zegelmap, organisatieId, regel);
  await schrijfZegel(client, organisatieId, laatste);
  await schrijfZegel(client, organisatieId, { zegel: { nummer, volgnr: stand.volgnr }, afdruk: sha256(regel) });
  uitslag.gezet.push({ organisatieId, volgnr: stand.volgnr, schakel });
}

/** The one before is written again, for when the process was ended between the file and the database. */
async function schrijfZegel(client: pg.PoolClient, organisatieId: string, regel: { zegel: { nummer: number; volgnr: number }; afdruk: Buffer } | undefined): Promise<void> {
  if (regel === undefined) return;
  await client.query('insert into journaal_zegel (organisatie_id, nummer, volgnr, afdruk) values ($1, $2, $3, $4) on conflict do nothing', [organisatieId, regel.zegel.nummer, regel.zegel.volgnr, regel.afdruk]);
}
