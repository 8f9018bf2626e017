-- Sessions live on the server; the browser holds only a random token, of which the hash is kept here. Times come from the caller, so that
-- there is one clock. A session is live until `verloopt_op` (12 hours after sign-in), and not longer than 30 minutes after it was last seen.
create table sessie (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  -- From this the tokens in forms are made.
  geheim text not null check (length(geheim) >= 22),
  methode text not null check (methode in ('demo', 'oidc', 'passkey', 'wachtwoord')),
  -- Kind of browser and system, no version: enough to recognise one's own device.
  toestel text not null,
  aangemaakt timestamptz not null,
  laatst_gezien timestamptz not null,
  verloopt_op timestamptz not null,
  beeindigd_op timestamptz,
  reden text check (reden in ('uitgelogd', 'elders_beeindigd', 'opnieuw_aangemeld', 'toegang_gewijzigd')),
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  check ((beeindigd_op is null) = (reden is null))
);
-- Not unique: 256 random bits do not meet, and a unique key over organisations could tell one about another.
create index sessie_token on sessie (token_hash);
create index sessie_medewerker on sessie (organisatie_id, medewerker_id) where beeindigd_op is null;
select beveilig_met('sessie', 'select, insert, update');

-- What someone sent after his session had expired, so that it is back when he has signed in again. Content is kept 12 hours at most.
create table onderbroken (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  pad text not null check (pad like '/%' and length(pad) <= 500),
  -- Null once it was used or thrown away: only the path is left, so that going back in the browser still leads to the form.
  velden jsonb,
  op timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create index onderbroken_medewerker on onderbroken (organisatie_id, medewerker_id, op);
select beveilig_met('onderbroken', 'select, update');

-- From which moment a session no longer counts.
create function sessie_einde(s sessie) returns timestamptz
  language sql immutable set search_path = pg_catalog, public as $$ select least(s.verloopt_op, s.laatst_gezien + interval '30 minutes') $$;

-- The session behind a token with the rights of its colleague, in one statement, because every request asks it and the organisation is not
-- known before. Nothing but the exact hash finds a row. Notes once a minute that the session was seen.
create function sessie_zoek(p_hash bytea, p_nu timestamptz) returns table (id uuid, geheim text, stand text, gegevens jsonb)
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  s sessie;
begin
  select * into s from sessie t where t.token_hash = p_hash limit 1;
  if not found then return; end if;
  id := s.id;
  if s.beeindigd_op is not null then
    stand := 'beeindigd';
  elsif p_nu >= s.verloopt_op or p_nu >= s.laatst_gezien + interval '30 minutes' then
    stand := 'verlopen';
  else
    gegevens := actor_gegevens(s.organisatie_id, s.medewerker_id);
    stand := case when gegevens is null then 'geen_toegang' else 'actief' end;
  end if;
  if stand = 'actief' then
    geheim := s.geheim;
    if s.laatst_gezien <= p_nu - interval '1 minute' then
      update sessie t set laatst_gezien = p_nu where t.organisatie_id = s.organisatie_id and t.id = s.id and t.laatst_gezien < p_nu;
    end if;
  end if;
  return next;
end $$;

-- Ends the session behind a token: at sign-out, and before a new sign-in in the same browser. Silent when there is none.
create function sessie_beeindig(p_hash bytea, p_nu timestamptz, p_reden text) returns void
  language sql volatile security definer set search_path = pg_catalog, public as $$
  update sessie set beeindigd_op = p_nu, reden = p_reden where token_hash = p_hash and beeindigd_op is null
$$;

-- Keeps what was sent under a session that had expired (and was not ended) less than 12 hours ago; at most five per colleague.
-- Only the holder of that token can put something here, and only for himself.
create function onderbroken_bewaar(p_hash bytea, p_nu timestamptz, p_id uuid, p_pad text, p_velden jsonb) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  s sessie;
begin
  select * into s from sessie t where t.token_hash = p_hash and t.beeindigd_op is null limit 1;
  if not found or p_nu < sessie_einde(s) or p_nu >= sessie_einde(s) + interval '12 hours' then return false; end if;
  delete from onderbroken o where o.organisatie_id = s.organisatie_id and o.medewerker_id = s.medewerker_id and (
    o.op <= p_nu - interval '12 hours' or (o.pad = p_pad and o.velden = p_velden)
    or o.id in (select v.id from onderbroken v where v.organisatie_id = s.organisatie_id and v.medewerker_id = s.medewerker_id order by v.op desc, v.id desc offset 4));
  insert into onderbroken values (s.organisatie_id, p_id, s.medewerker_id, p_pad, p_velden, p_nu);
  return true;
end $$;

-- Removes, for all organisations, what has been kept long enough: interrupted forms after 12 hours, sessions 30 days after their end.
create function sessies_opruimen(p_nu timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_a integer;
  v_b integer;
begin
  delete from onderbroken where op <= p_nu - interval '12 hours';
  get diagnostics v_a = row_count;
  delete from sessie s where coalesce(s.beeindigd_op, sessie_einde(s)) <= p_nu - interval '30 days';
  get diagnostics v_b = row_count;
  return v_a + v_b;
end $$;

revoke all on function sessie_einde, sessie_zoek, sessie_beeindig, onderbroken_bewaar, sessies_opruimen from public;
grant execute on function sessie_zoek, sessie_beeindig, onderbroken_bewaar, sessies_opruimen to rugdekking_app;
