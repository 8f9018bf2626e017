-- A mandate: who may take which decisions on behalf of the organisation, given by whom, where, and from when until when (functies A2).
-- Never changed: a wrong one is revoked and a new one written, so that every decision keeps the mandate it was taken under.
create table machtiging (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  -- As whom he decides; the codes are those of the handelingskader.
  beslissersoort text not null check (beslissersoort <> ''),
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  -- This department and all below it; null for the whole organisation.
  onderdeel_id uuid,
  maatregelsoorten text[] not null check (cardinality(maatregelsoorten) > 0),
  -- Who gave it: by the office he holds.
  verlener text not null check (verlener in ('hoofd_ambtelijk', 'hoofd_dagelijks_bestuur', 'griffier')),
  -- Where the mandate can be found: number or date of the decision.
  kenmerk text not null default '',
  van date not null,
  -- Last day; null until it is revoked.
  tot date,
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid,
  intrekreden text not null default '',
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, onderdeel_id) references onderdeel,
  foreign key (organisatie_id, vastgelegd_door) references medewerker,
  foreign key (organisatie_id, ingetrokken_door) references medewerker,
  constraint niet_voor_zichzelf check (vastgelegd_door <> medewerker_id),
  constraint tot_na_van check (tot is null or tot >= van),
  constraint ingetrokken_door_wie check ((ingetrokken_op is null) = (ingetrokken_door is null)),
  constraint alleen_griffie_in_politiek check ((compartiment = 'politiek' and verlener <> 'hoofd_ambtelijk') or (compartiment = 'ambtelijk' and verlener <> 'griffier'))
);
create index machtiging_medewerker on machtiging (organisatie_id, medewerker_id) where ingetrokken_op is null;
select beveilig_alleen_aanvullen('machtiging');
grant update (ingetrokken_op, ingetrokken_door, intrekreden) on machtiging to rugdekking_app;

-- Whether a department is this one or lies somewhere below it.
create function onderdeel_valt_onder(p_org uuid, p_onderdeel uuid, p_boven uuid) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
    with recursive omhoog as (
      select o.id, o.ouder_id, 1 as diepte from onderdeel o where o.organisatie_id = p_org and o.id = p_onderdeel
      union all
      select o.id, o.ouder_id, h.diepte + 1 from onderdeel o join omhoog h on o.id = h.ouder_id where o.organisatie_id = p_org and h.diepte < 20
    ) select exists (select from omhoog where id = p_boven) $$;
revoke all on function onderdeel_valt_onder from public;
grant execute on function onderdeel_valt_onder to rugdekking_app;

-- Whether this mandate carries this decision by this person, at this moment.
create function machtiging_draagt(p_org uuid, p_machtiging uuid, p_medewerker uuid, p_beslissersoort text, p_maatregelsoort text, p_onderdeel uuid, p_compartiment text, p_op timestamptz) returns boolean
  language sql stable set search_path = pg_catalog, public as $$
    select exists (
      select from machtiging m
      where m.organisatie_id = p_org and m.id = p_machtiging and m.medewerker_id = p_medewerker and m.beslissersoort = p_beslissersoort and m.compartiment = p_compartiment
        and p_maatregelsoort = any (m.maatregelsoorten) and (m.onderdeel_id is null or onderdeel_valt_onder(p_org, p_onderdeel, m.onderdeel_id))
        and (p_op at time zone 'Europe/Amsterdam')::date >= m.van and (m.tot is null or (p_op at time zone 'Europe/Amsterdam')::date <= m.tot)
        and (m.ingetrokken_op is null or m.ingetrokken_op > p_op)) $$;
revoke all on function machtiging_draagt from public;
grant execute on function machtiging_draagt to rugdekking_app;

-- Once revoked it stays so.
create function machtiging_bewaak() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.ingetrokken_op is not null then
    raise exception 'deze machtiging is al ingetrokken' using errcode = 'check_violation', constraint = 'machtiging_ingetrokken';
  end if;
  return new;
end $$;
revoke all on function machtiging_bewaak from public;
create trigger machtiging_bewaak before update on machtiging for each row execute function machtiging_bewaak();
