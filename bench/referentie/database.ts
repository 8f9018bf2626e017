import pg from 'pg';

/**
 * How the reference talks to PostgreSQL: the plain `pg` pool with prepared statements, and its pipelining, which the application uses too.
 * With row-level security every page is one transaction as the application's role with the organisation set; without it there is no
 * transaction around reads and the role is not bound.
 */
export interface Sessie {
  /** Runs a statement; those that were not awaited travel together. */
  lees(naam: string, sql: string, waarden: readonly unknown[]): Promise<Rij[]>;
}
export type Rij = Record<string, unknown>;

export interface Toegang {
  readonly rls: boolean;
  /** Outside any organisation. */
  los(naam: string, sql: string, waarden: readonly unknown[]): Promise<Rij[]>;
  /** A page, or with `schrijf` an act that must be one transaction in any case. */
  in<T>(organisatieId: string, werk: (s: Sessie) => Promise<T>, opties?: { schrijf: boolean }): Promise<T>;
}

export function maakToegang(verbinding: pg.ClientConfig, rls: boolean, verbindingen: number): Toegang {
  const pool = new pg.Pool({ ...verbinding, max: verbindingen, pipeline: true, options: '-c timezone=UTC' });
  const los: Toegang['los'] = async (name, text, values) => (await pool.query({ name, text, values: [...values] })).rows as Rij[];
  return {
    rls, los,
    async in(organisatieId, werk, opties) {
      if (!rls && opties?.schrijf !== true) return await werk({ lees: los });
      const client = await pool.connect();
      let heel = false;
      try {
        // Not awaited: it travels with the first statement.
        const open = client.query(`begin; set local rugdekking.organisatie = '${organisatieId}'`);
        open.catch(() => undefined);
        const uit = await werk({ lees: async (name, text, values) => (await client.query({ name, text, values: [...values] })).rows as Rij[] });
        await open;
        await client.query('commit');
        heel = true;
        return uit;
      } finally {
        client.release(!heel);
      }
    },
  };
}
