-- Extensions for searching names: trigrams, and organisation + trigrams in one index.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Nothing is for everybody: each function must be granted on purpose.
alter default privileges revoke execute on functions from public;
revoke all on schema public from public;
grant usage on schema public to rugdekking_app;

-- The organisation of this transaction; null when none was set, and then no row matches.
create function huidige_organisatie() returns uuid
  language sql stable parallel safe
  return nullif(pg_catalog.current_setting('rugdekking.organisatie', true), '')::uuid;
grant execute on function huidige_organisatie() to rugdekking_app;

-- Puts row-level security on a table: the application sees and writes only rows of its own organisation. The owner (migrations, and the
-- few SECURITY DEFINER functions that search across the index) sees all rows by a policy of its own, because FORCE binds the owner too.
-- `rechten` is what the application may do.
create function beveilig_met(tabel regclass, rechten text) returns void
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (select from pg_attribute where attrelid = tabel and attname = 'organisatie_id' and atttypid = 'uuid'::regtype and attnotnull) then
    raise exception 'tabel % heeft geen kolom organisatie_id uuid not null', tabel;
  end if;
  if not exists (
    select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = tabel and i.indisprimary and a.attname = 'organisatie_id'
  ) then
    raise exception 'de sleutel van tabel % begint niet met organisatie_id', tabel;
  end if;
  execute format('alter table %s enable row level security', tabel);
  execute format('alter table %s force row level security', tabel);
  execute format('drop policy if exists eigen_organisatie on %s', tabel);
  execute format('drop policy if exists eigenaar on %s', tabel);
  -- In a subselect, so that the organisation is looked up once per query and not once per row.
  execute format(
    'create policy eigen_organisatie on %s to rugdekking_app using (organisatie_id = (select huidige_organisatie())) with check (organisatie_id = (select huidige_organisatie()))',
    tabel);
  execute format('create policy eigenaar on %s to %I using (true) with check (true)', tabel, current_user);
  execute format('revoke all on %s from public, rugdekking_app', tabel);
  execute format('grant %s on %s to rugdekking_app', rechten, tabel);
end $$;

create function beveilig(tabel regclass) returns void
  language sql set search_path = pg_catalog, public as $$ select beveilig_met(tabel, 'select, insert, update, delete') $$;

-- For rows that are never changed or removed: the application can add and read.
create function beveilig_alleen_aanvullen(tabel regclass) returns void
  language sql set search_path = pg_catalog, public as $$ select beveilig_met(tabel, 'select, insert') $$;
