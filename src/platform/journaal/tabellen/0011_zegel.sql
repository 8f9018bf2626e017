-- What was sealed, beside the file of seals outside the database: when that file loses lines, this shows it, and the other way round.
create table journaal_zegel (
  organisatie_id uuid not null,
  nummer bigint not null,
  volgnr bigint not null,
  -- SHA-256 of the line in the file.
  afdruk bytea not null,
  primary key (organisatie_id, nummer)
);
select beveilig_alleen_aanvullen('journaal_zegel');

-- Where each chain ends, for the worker that seals: opaque ids and hashes only.
create function journaal_koppen() returns table (organisatie_id uuid, volgnr bigint, schakel bytea)
  language sql stable security definer set search_path = pg_catalog, public as 'select organisatie_id, volgnr, schakel from public.journaal_kop order by organisatie_id';
revoke all on function journaal_koppen from public;
grant execute on function journaal_koppen to rugdekking_app;
