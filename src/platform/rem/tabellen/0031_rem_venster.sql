-- The same table for what may be asked so many times in a while, such as by a system with a key: counts this time, and tells until when to wait once
-- it is too many; null: it may go on. The while begins with the first time, and what comes too often does not make it longer.
create function rem_venster(p_sleutel bytea, p_meest integer, p_seconden integer, p_nu timestamptz) returns timestamptz
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_wacht timestamptz;
begin
  if p_sleutel is null or coalesce(p_meest, 0) not between 1 and 100000 or coalesce(p_seconden, 0) not between 1 and 86400 or p_nu is null or not isfinite(p_nu) then
    raise exception 'geen telling' using errcode = '22023';
  end if;
  insert into rem as r values (p_sleutel, 1, p_nu, p_nu + make_interval(secs => p_seconden))
    on conflict (sleutel) do update set
      fouten = case when r.wacht_tot <= p_nu then 1 else least(r.fouten, 2000000000) + 1 end,
      wacht_tot = case when r.wacht_tot <= p_nu then p_nu + make_interval(secs => p_seconden) else r.wacht_tot end,
      laatste = greatest(r.laatste, p_nu)
    returning case when r.fouten > p_meest then r.wacht_tot end into v_wacht;
  return v_wacht;
end $$;
revoke all on function rem_venster from public;
grant execute on function rem_venster to rugdekking_app;
