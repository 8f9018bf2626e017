import pg from 'pg'

/** Makes the roles and the database of an embedded server. Safe to repeat. */
export async function zorgVoorRollen(beheer: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(beheer)
  await client.connect()
  try {
    await client.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'rugdekking_migratie') then
          create role rugdekking_migratie login nosuperuser nocreatedb nocreaterole nobypassrls;
        end if;
        if not exists (select from pg_roles where rolname = 'rugdekking_app') then
          create role rugdekking_app login nosuperuser nocreatedb nocreaterole nobypassrls;
        end if;
      end $$`)
    const { rowCount } = await client.query(`select from pg_database where datname = 'rugdekking'`)
    if (rowCount === 0) await client.query('create database rugdekking owner rugdekking_migratie')
  } finally {
    await client.end()
  }
}

/**
 * Makes sure the application's role exists, may enter this database and may not do more than that. Runs before every migration, as the
 * owner of the database; rights on a database are not part of its contents, so a copy or a restored back-up needs this again.
 */
export async function zorgVoorToegang(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ bestaat: boolean; boven: boolean | null; zelf: boolean; naam: string }>(`
    select r.oid is not null as bestaat, r.rolsuper or r.rolbypassrls as boven, current_user = 'rugdekking_app' as zelf, current_database() as naam
    from (select) as een left join pg_roles r on r.rolname = 'rugdekking_app'`)
  const stand = rows[0]
  if (stand?.zelf === true) throw new Error('De migraties kunnen niet draaien als rugdekking_app. Geef de eigenaar van de database met DATABASE_MIGRATIE_URL.')
  if (stand?.boven === true) throw new Error('De rol rugdekking_app mag geen superuser zijn en geen BYPASSRLS hebben.')
  if (stand?.bestaat === false) {
    try {
      await client.query('create role rugdekking_app login nosuperuser nocreatedb nocreaterole nobypassrls')
    } catch (error) {
      throw new Error('De rol rugdekking_app bestaat niet. Laat de beheerder van de database dit uitvoeren: create role rugdekking_app login;', { cause: error })
    }
  }
  const database = client.escapeIdentifier(stand?.naam ?? '')
  await client.query(`revoke all on database ${database} from public; grant connect on database ${database} to rugdekking_app`)
}
