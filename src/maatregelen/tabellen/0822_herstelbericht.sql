-- Who is told that a measure is over, so that someone is helped as anyone else; each confirms that he read it.
create table herstelbericht (
  organisatie_id uuid not null,
  id uuid not null,
  maatregel_id uuid not null,
  medewerker_id uuid not null,
  -- The department for which this colleague was told, as it was called then.
  onderdeel text not null,
  op timestamptz not null,
  door uuid not null,
  gelezen_op timestamptz,
  primary key (organisatie_id, id),
  unique (organisatie_id, maatregel_id, medewerker_id),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, door) references medewerker,
  check (gelezen_op is null or gelezen_op >= op)
);
create index herstelbericht_van on herstelbericht (organisatie_id, medewerker_id);
select beveilig_alleen_aanvullen('herstelbericht');
grant update (gelezen_op) on herstelbericht to rugdekking_app;

-- The letter of a measure can be voided and made anew: what counts is the one made last.
create or replace function maatregelen_rijp(p_nu timestamptz) returns table (organisatie_id uuid, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_vandaag date := (p_nu at time zone 'Europe/Amsterdam')::date;
begin
  return query select m.organisatie_id, m.id from maatregel m
    left join hoorplicht h on h.organisatie_id = m.organisatie_id and h.id = m.hoorplicht_id
    where m.toestand in ('besloten', 'in_werking', 'geschorst') and (
      m.eind_op < v_vandaag
      or (m.brief_verzonden_op is null and exists (select from brief b where b.organisatie_id = m.organisatie_id and b.id = brief_nu(m.organisatie_id, m.brief_id) and b.status = 'verzonden'))
      or (m.toestand = 'besloten' and m.begin_op <= v_vandaag and (m.brief_verzonden_op is not null or m.hoorplicht_id is not null))
      or (m.wederhoor_id is null and h.voldaan_op is null and h.uiterlijk <= p_nu))
    order by m.organisatie_id, m.id limit 500;
end $$;
