-- A home visit after a yellow light: prepared with a checklist, and someone waits for the colleague to come back.
create table huisbezoek (
  organisatie_id uuid not null,
  id uuid not null,
  medewerker_id uuid not null,
  -- The check it follows from; what was asked is not known any more.
  controle_id uuid not null,
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  nagegaan text[] not null,
  collega_id uuid,
  -- Where, in the colleague's own words; emptied as soon as he is back.
  plek text not null default '' check (length(plek) <= 200),
  terug_voor timestamptz not null,
  gemaakt_op timestamptz not null,
  aangekomen_op timestamptz,
  terug_op timestamptz,
  -- The visit did not take place.
  vervallen_op timestamptz,
  -- Steps of the timer that were taken: the colleague, his leidinggevende, the Adviseur, all of them again.
  stap smallint not null default 0,
  volgende_stap_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, collega_id) references medewerker,
  foreign key (organisatie_id, controle_id) references controle,
  check (terug_voor > gemaakt_op),
  check (terug_op is null or vervallen_op is null),
  check (plek = '' or (terug_op is null and vervallen_op is null)),
  check (volgende_stap_op is null or (terug_op is null and vervallen_op is null))
);
create index huisbezoek_medewerker on huisbezoek (organisatie_id, medewerker_id) where terug_op is null and vervallen_op is null;
create index huisbezoek_stap on huisbezoek (volgende_stap_op) where volgende_stap_op is not null;
create unique index huisbezoek_controle on huisbezoek (organisatie_id, controle_id);
select beveilig_met('huisbezoek', 'select, insert, update');

-- The clock asks whose visit took too long, over all organisations.
create function huisbezoeken_rijp(p_nu timestamptz) returns table (organisatie_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select b.organisatie_id, b.id from huisbezoek b where b.volgende_stap_op <= p_nu order by b.volgende_stap_op limit 500
$$;
revoke all on function huisbezoeken_rijp from public;
grant execute on function huisbezoeken_rijp to rugdekking_app;
