-- How many persons of a compartment have a name, a pair of names or a date of birth, so that a name weighs in recognising what it weighs in this
-- register. The database keeps it with every write of a person, so that it is never behind and needs no counting anew. One organisation and one
-- compartment to a row: nothing is ever counted over a border. A row for which nobody counts any more is gone: what was erased leaves no name here.
create table naamtelling (
  organisatie_id uuid not null,
  compartiment text not null,
  sleutel text collate "C" not null,
  aantal integer not null check (aantal > 0),
  primary key (organisatie_id, compartiment, sleutel)
);
select beveilig_met('naamtelling', 'select');

-- What this record adds to the counts, as it was last written; counted for the head of a group, as long as it is not restricted or erased.
alter table persoon add column telling text[] not null default '{}';

-- '#' is the number of persons. A colleague is known by who he is and not by his name: his name says nothing of how many others have it, and
-- he must not be able to see himself in a count.
create function persoon_telt(p persoon) returns text[]
  language sql immutable set search_path = pg_catalog, public
  return case when p.samengevoegd_in is not null or p.gewist_op is not null or p.beperkt_op is not null then '{}'::text[] when p.medewerker_id is not null then '{#}'::text[] else p.telling || '{#}'::text[] end;
revoke all on function persoon_telt from public;

-- As the owner: the application may read counts and not write them.
create function naamtelling_bij() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  oud text[] := '{}';
  nieuw text[] := persoon_telt(new);
begin
  if tg_op = 'UPDATE' then oud := persoon_telt(old); end if;
  if oud = nieuw then return null; end if;
  delete from naamtelling where organisatie_id = old.organisatie_id and compartiment = old.compartiment and sleutel = any (oud) and sleutel <> all (nieuw) and aantal = 1;
  update naamtelling set aantal = aantal - 1 where organisatie_id = old.organisatie_id and compartiment = old.compartiment and sleutel = any (oud) and sleutel <> all (nieuw);
  insert into naamtelling as t select new.organisatie_id, new.compartiment, s, 1 from (select distinct unnest(nieuw) as s except select unnest(oud)) x order by s
    on conflict (organisatie_id, compartiment, sleutel) do update set aantal = t.aantal + 1;
  return null;
end $$;
revoke all on function naamtelling_bij from public;
create trigger naamtelling_bij after insert or update of telling, samengevoegd_in, medewerker_id, beperkt_op, gewist_op on persoon for each row execute function naamtelling_bij();

-- Erasing a person takes this with it, however he is erased.
create function persoon_zonder_telling() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  new.telling := '{}';
  return new;
end $$;
revoke all on function persoon_zonder_telling from public;
create trigger persoon_zonder_telling before update of gewist_op, telling on persoon for each row when (new.gewist_op is not null) execute function persoon_zonder_telling();

-- Who was registered before counts for the number of persons at once, and for names when his record is next written. Until then his name weighs
-- as in the table that comes with Rugdekking.
insert into naamtelling select organisatie_id, compartiment, '#', count(*) from persoon where samengevoegd_in is null and gewist_op is null and beperkt_op is null group by 1, 2;
