-- What is about to stand in the storage of files, written down before it does; the act that writes the row of a file takes it out again. What is
-- left here was never finished: the process was killed in between. `gewist_op`: taken out of the storage since, so that an act that comes
-- after all, from a process that slept for a day, is refused instead of pointing at nothing.
create table opslagvoornemen (
  organisatie_id uuid not null,
  sleutel text not null,
  op timestamptz not null,
  gewist_op timestamptz,
  primary key (organisatie_id, sleutel)
);
create index opslagvoornemen_op on opslagvoornemen (op);
select beveilig('opslagvoornemen');

-- Organisations where something is left of before this moment, for the worker.
create function opslagvoornemens_oud(p_voor timestamptz) returns setof uuid
  language sql stable security definer set search_path = pg_catalog, public as $$ select distinct organisatie_id from opslagvoornemen where op < p_voor $$;
revoke all on function opslagvoornemens_oud from public;
grant execute on function opslagvoornemens_oud to rugdekking_app;
