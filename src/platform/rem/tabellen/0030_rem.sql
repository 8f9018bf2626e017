-- Attempts at what could be guessed, by a hash of at what and from where. Of no organisation: before a code is right there is none. Only
-- the functions below touch it. Gone a day after the last attempt.
create table rem (
  sleutel bytea primary key check (length(sleutel) = 32),
  fouten integer not null,
  laatste timestamptz not null,
  wacht_tot timestamptz not null
);
create index rem_laatste on rem (laatste);
revoke all on rem from public, rugdekking_app;

-- Makes the rows that are not there and locks them all, one by one in one order for everyone: two attempts never wait for each other for
-- ever. Who locked a row that he did not make here first would break that order.
create function rem_zet_vast(p_sleutels bytea[], p_nu timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_sleutel bytea;
begin
  for v_sleutel in select distinct s from unnest(p_sleutels) s order by s loop
    insert into rem values (v_sleutel, 0, p_nu, p_nu)
      on conflict (sleutel) do update set fouten = case when rem.laatste > p_nu - interval '24 hours' then rem.fouten else 0 end;
  end loop;
end $$;
revoke all on function rem_zet_vast from public;

-- Counts an attempt under each of these keys before it is tried, and tells until when to wait; null: it may be tried. An attempt during the
-- wait counts for nothing and does not make the wait longer. `p_vrij` attempts go without any wait, then 2, 4, 8 … seconds, `p_langst` at most.
create function rem_tel(p_sleutels bytea[], p_vrij integer[], p_langst integer[], p_nu timestamptz) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_wacht timestamptz;
begin
  if coalesce(cardinality(p_sleutels), 0) not between 1 and 4 or cardinality(p_vrij) is distinct from cardinality(p_sleutels) or cardinality(p_langst) is distinct from cardinality(p_sleutels) or p_nu is null or not isfinite(p_nu) then
    raise exception 'geen telling' using errcode = '22023';
  end if;
  perform rem_zet_vast(p_sleutels, p_nu);
  select max(r.wacht_tot) into v_wacht from rem r where r.sleutel = any (p_sleutels) and r.wacht_tot > p_nu;
  if v_wacht is not null then return v_wacht; end if;
  update rem r set fouten = r.fouten + 1, laatste = p_nu,
      wacht_tot = p_nu + make_interval(secs => case when r.fouten < t.vrij then 0 else least(t.langst, 2 ^ least(r.fouten + 1 - t.vrij, 20)) end)
    from (select s, v as vrij, l as langst from unnest(p_sleutels, p_vrij, p_langst) as u (s, v, l)) t where r.sleutel = t.s;
  -- Last, and past the rows that others hold: it never waits.
  delete from rem r where r.sleutel in (select o.sleutel from rem o where o.laatste <= p_nu - interval '24 hours' limit 100 for update skip locked);
  return null;
end $$;

-- Takes back what was counted: it was right. Of what is shared with others only this one attempt.
create function rem_vergeet(p_eigen bytea, p_gedeeld bytea[], p_nu timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if p_eigen is null or coalesce(cardinality(p_gedeeld), 0) > 4 or p_nu is null or not isfinite(p_nu) then
    raise exception 'geen telling' using errcode = '22023';
  end if;
  perform rem_zet_vast(p_gedeeld || p_eigen, p_nu);
  delete from rem where sleutel = p_eigen;
  update rem set fouten = greatest(fouten - 1, 0), wacht_tot = laatste where sleutel = any (p_gedeeld);
end $$;
revoke all on function rem_tel, rem_vergeet from public;
grant execute on function rem_tel, rem_vergeet to rugdekking_app;
