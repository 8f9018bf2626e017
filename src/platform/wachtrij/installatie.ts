import pg from 'pg'
import { getConstructionPlans, getMigrationPlans, type Queue } from 'pg-boss'
import pgboss from 'pg-boss/package.json' with { type: 'json' }

export const SCHEMA = 'wachtrij'
/** The one queue; the name of the task is in the job, so a new task needs no change of the database. */
export const TAKEN = 'taken'
/** Where jobs go that failed for the last time. */
export const MISLUKT = 'mislukt'

const DAG = 24 * 3600

const RIJEN: readonly Queue[] = [
  { name: MISLUKT, policy: 'standard', retentionSeconds: 365 * DAG, deleteAfterSeconds: DAG },
  {
    name: TAKEN,
    // One waiting job per key; a job without a key has its own id as key.
    policy: 'short',
    deadLetter: MISLUKT,
    // 2 to 4 s, doubling to an hour: about ten hours in all, so that a night without mail server loses nothing.
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: 900,
    // With the check every 10 s by the other workers: a killed worker's job is taken over within half a minute and its first delay.
    heartbeatSeconds: 20,
    retentionSeconds: 365 * DAG,
    deleteAfterSeconds: DAG,
  },
]

/**
 * Installs or upgrades the queue in a schema of its own, as the owner of the database. Safe to repeat and to run by several starters at
 * once. Runs after the migrations, because those make the application's role.
 */
export async function installeerWachtrij(migratie: pg.ClientConfig): Promise<void> {
  const client = new pg.Client({ ...migratie, application_name: 'rugdekking wachtrij' })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('rugdekking.wachtrij'))`)
    const versie = await leesVersie(client)
    if (versie === undefined) await client.query(getConstructionPlans(SCHEMA))
    else if (versie < pgboss.pgboss.schema) await client.query(getMigrationPlans(SCHEMA, versie))
    else if (versie > pgboss.pgboss.schema) throw new Error('De wachtrij in de database is van een nieuwere Rugdekking. Start die nieuwere versie.')
    for (const rij of RIJEN) await zorgVoorRij(client, rij)
    await client.query(PLAATS)
    await client.query(RECHTEN)
  } finally {
    await client.end()
  }
}

async function leesVersie(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ bestaat: boolean }>(`select to_regclass('${SCHEMA}.version') is not null as bestaat`)
  if (rows[0]?.bestaat !== true) return undefined
  return (await client.query<{ version: number }>(`select version from ${SCHEMA}.version`)).rows[0]?.version
}

async function zorgVoorRij(client: pg.Client, rij: Queue): Promise<void> {
  await client.query(`select ${SCHEMA}.create_queue($1, $2::jsonb)`, [rij.name, JSON.stringify(rij)])
  // create_queue leaves an existing queue as it is; a new version of the application may want other times.
  await client.query(
    `update ${SCHEMA}.queue set retry_limit = coalesce($2, retry_limit), retry_delay = coalesce($3, retry_delay), retry_delay_max = $4,
       expire_seconds = coalesce($5, expire_seconds), heartbeat_seconds = $6, retention_seconds = coalesce($7, retention_seconds),
       deletion_seconds = coalesce($8, deletion_seconds)
     where name = $1`,
    [rij.name, rij.retryLimit, rij.retryDelay, rij.retryDelayMax, rij.expireInSeconds, rij.heartbeatSeconds, rij.retentionSeconds, rij.deleteAfterSeconds],
  )
}

/**
 * Adds a job with the settings of the queue, as pg-boss itself does. With a key there is one waiting job per task and key: the second
 * caller does not add another but holds the first until its own transaction ends (a worker skips locked rows), so that the job cannot run
 * before what the second caller wrote is there to be seen.
 */
const PLAATS = `
create or replace function ${SCHEMA}.plaats(p_taak text, p_gegevens jsonb, p_niet_voor timestamptz, p_sleutel text) returns void
  language plpgsql set search_path = pg_catalog, ${SCHEMA} as $$
declare
  nieuw uuid := gen_random_uuid();
  moment timestamptz := coalesce(p_niet_voor, ${SCHEMA}.job_now());
  sleutel text := p_taak || ':' || coalesce(p_sleutel, nieuw::text);
begin
  loop
    if p_sleutel is not null then
      update ${SCHEMA}.job set start_after = least(start_after, moment)
        where name = '${TAKEN}' and state = 'created' and policy = 'short' and coalesce(singleton_key, '') = sleutel;
      if found then return; end if;
    end if;
    insert into ${SCHEMA}.job (id, name, data, start_after, created_on, singleton_key, expire_seconds, deletion_seconds, keep_until,
        retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
      select nieuw, q.name, jsonb_build_object('taak', p_taak, 'gegevens', p_gegevens), moment, ${SCHEMA}.job_now(), sleutel,
        q.expire_seconds, q.deletion_seconds, moment + q.retention_seconds * interval '1 s',
        q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.policy, q.dead_letter, q.heartbeat_seconds
      from ${SCHEMA}.queue q where q.name = '${TAKEN}'
      on conflict do nothing;
    if found then return; end if;
  end loop;
end $$`

/** What placing, working off and counting need; nothing that changes the shape of the queue. */
const RECHTEN = `
grant usage on schema ${SCHEMA} to rugdekking_app;
grant select, insert, update, delete on ${SCHEMA}.job, ${SCHEMA}.job_common, ${SCHEMA}.job_dependency to rugdekking_app;
grant select, update on ${SCHEMA}.queue, ${SCHEMA}.version to rugdekking_app;
grant select, update, delete on ${SCHEMA}.instance to rugdekking_app;
revoke all on function ${SCHEMA}.plaats from public;
grant execute on function ${SCHEMA}.plaats, ${SCHEMA}.job_now to rugdekking_app`
