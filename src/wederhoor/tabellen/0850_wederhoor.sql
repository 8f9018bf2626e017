-- What the betrokkene may read of the case: facts from fields that name nobody, and a text that a colleague wrote and checked. A version never
-- changes; what someone was asked to answer to stays what it was.
create table uittreksel (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  nummer smallint not null check (nummer > 0),
  -- When, what part of the day, what kind of place, what kind of conduct: codes of closed lists, no text of anyone.
  feiten jsonb not null,
  tekst text not null check (tekst <> ''),
  tekst_en text not null default '',
  -- Who wrote it and confirmed that it names nobody.
  door_id uuid not null,
  op timestamptz not null,
  primary key (organisatie_id, id),
  unique (organisatie_id, betrokkene_id, nummer),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, door_id) references medewerker
);

-- One invitation to give his own view, to one betrokkene of one dossier.
create table wederhoor (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  uittreksel_id uuid not null,
  wijze text not null check (wijze in ('brief', 'telefoon', 'gesprek')),
  -- What was said at the invitation, when it was not (only) a letter.
  verslag text not null default '',
  -- When the conversation is, where there is one.
  gesprek_op timestamptz,
  brief_id uuid,
  uitgenodigd_door uuid not null,
  uitgenodigd_op timestamptz not null,
  uiterlijk timestamptz not null,
  termijn_id uuid,
  uitkomst text check (uitkomst in ('zienswijze', 'geen_reactie')),
  afgerond_op timestamptz,
  -- Taken back, or the letter never left: it counts as not done.
  vervallen_op timestamptz,
  vervallen_reden text,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, uittreksel_id) references uittreksel,
  foreign key (organisatie_id, uitgenodigd_door) references medewerker,
  check ((uitkomst is null) = (afgerond_op is null)),
  check (uitkomst is distinct from 'geen_reactie' or afgerond_op >= uiterlijk),
  check ((vervallen_op is null) = (vervallen_reden is null)),
  check (vervallen_op is null or uitkomst is null),
  check (uiterlijk > uitgenodigd_op)
);
create index wederhoor_dossier on wederhoor (organisatie_id, dossier_id);
create unique index wederhoor_een on wederhoor (organisatie_id, betrokkene_id) where uitkomst is null and vervallen_op is null;
create index wederhoor_open on wederhoor (uiterlijk) where uitkomst is null and vervallen_op is null;

-- What the betrokkene said, as he gave it; and what he asked for. Nobody changes or removes it.
create table zienswijze (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  wederhoor_id uuid not null,
  nummer smallint not null check (nummer > 0),
  bron text not null check (bron in ('online', 'telefoon', 'balie', 'papier', 'gesprek')),
  tekst text not null default '' check (length(tekst) <= 20000),
  -- What he asks: another moment to talk, or a form on paper.
  vraag text check (vraag in ('ander_moment', 'papier')),
  -- When he said it, and when that was written down.
  gegeven_op timestamptz not null,
  vastgelegd_op timestamptz not null,
  -- The colleague who wrote it down; null when he gave it himself.
  door_id uuid,
  -- Whether it was read back to him; null where that has no meaning.
  voorgelezen boolean,
  primary key (organisatie_id, id),
  unique (organisatie_id, wederhoor_id, nummer),
  foreign key (organisatie_id, wederhoor_id) references wederhoor,
  foreign key (organisatie_id, door_id) references medewerker,
  check (tekst <> '' or vraag is not null),
  check ((bron = 'online') = (door_id is null))
);

-- What opens the page of the betrokkene: the code of his letter with its kenmerk, and the browser in which he used them. Only hashes.
create table wederhoorsleutel (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  wederhoor_id uuid not null,
  soort text not null check (soort in ('brief', 'browser')),
  hash bytea not null check (length(hash) = 32),
  verloopt_op timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, wederhoor_id) references wederhoor
);
create index wederhoorsleutel_hash on wederhoorsleutel (hash);
create index wederhoorsleutel_verloopt on wederhoorsleutel (verloopt_op);

-- A measure that was urgent, and for which the hearing comes afterwards. Not heard in time: it lapses.
create table hoorplicht (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  sinds timestamptz not null,
  uiterlijk timestamptz not null,
  termijn_id uuid,
  voldaan_op timestamptz,
  verlopen_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  check (voldaan_op is null or verlopen_op is null),
  check (voldaan_op is null or voldaan_op <= uiterlijk),
  check (verlopen_op is null or verlopen_op >= uiterlijk),
  check (uiterlijk > sinds)
);
create index hoorplicht_dossier on hoorplicht (organisatie_id, dossier_id);
create index hoorplicht_open on hoorplicht (uiterlijk) where voldaan_op is null and verlopen_op is null;

select beveilig_alleen_aanvullen('uittreksel');
select beveilig_met('wederhoor', 'select, insert, update');
select beveilig_alleen_aanvullen('zienswijze');
select beveilig_met('wederhoorsleutel', 'select, insert, delete');
select beveilig_met('hoorplicht', 'select, insert, update');
-- Joining two dossiers of one event moves these; nothing else of an extract ever changes.
grant update (dossier_id, betrokkene_id, nummer) on uittreksel to rugdekking_app;
-- More time for who got a letter is more time for its code.
grant update (verloopt_op) on wederhoorsleutel to rugdekking_app;

-- How a hearing ended is not something the application can make up or take back: a view is there or it is not, and after an end nothing of
-- the invitation changes. Who answers after the term is still heard: from no reaction to a view, and never back.
create function wederhoor_bewaak() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.uitkomst = 'zienswijze' and not exists (select from zienswijze z where z.organisatie_id = new.organisatie_id and z.wederhoor_id = new.id and z.tekst <> '') then
    raise exception 'wederhoor zonder zienswijze' using errcode = '23514';
  end if;
  if tg_op = 'INSERT' then
    if new.uitkomst is not null and new.uitkomst <> 'zienswijze' or new.vervallen_op is not null then raise exception 'wederhoor begint open' using errcode = '23514'; end if;
    return new;
  end if;
  if (new.uittreksel_id, new.uitgenodigd_op, new.uitgenodigd_door, new.wijze, new.verslag) is distinct from (old.uittreksel_id, old.uitgenodigd_op, old.uitgenodigd_door, old.wijze, old.verslag)
    or old.brief_id is not null and new.brief_id is distinct from old.brief_id then
    raise exception 'een uitnodiging verandert niet' using errcode = '23514';
  end if;
  if old.uitkomst is not null and (new.uiterlijk is distinct from old.uiterlijk or new.vervallen_op is not null
      or (new.uitkomst is distinct from old.uitkomst or new.afgerond_op is distinct from old.afgerond_op) and not (old.uitkomst = 'geen_reactie' and new.uitkomst is not distinct from 'zienswijze'))
    or old.vervallen_op is not null and (new.vervallen_op is distinct from old.vervallen_op or new.uitkomst is not null or new.uiterlijk is distinct from old.uiterlijk)
    or new.uiterlijk < old.uiterlijk then
    raise exception 'dit wederhoor is afgerond' using errcode = '23514';
  end if;
  return new;
end $$;
revoke all on function wederhoor_bewaak from public;
create trigger wederhoor_bewaak before insert or update on wederhoor for each row execute function wederhoor_bewaak();

-- By himself at most two views, and two questions without a view; none after the term or after the invitation lapsed.
create function zienswijze_bewaak() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
declare
  w wederhoor;
begin
  select * into w from wederhoor x where x.organisatie_id = new.organisatie_id and x.id = new.wederhoor_id;
  if w.vervallen_op is not null then raise exception 'dit wederhoor is vervallen' using errcode = '23514'; end if;
  if new.bron = 'online' then
    if new.gegeven_op >= w.uiterlijk then raise exception 'de termijn is voorbij' using errcode = '23514'; end if;
    if (select count(*) from zienswijze z where z.organisatie_id = new.organisatie_id and z.wederhoor_id = new.wederhoor_id and z.bron = 'online' and (z.tekst <> '') = (new.tekst <> '')) >= 2 then
      raise exception 'twee keer gegeven' using errcode = '23514';
    end if;
  end if;
  return new;
end $$;
revoke all on function zienswijze_bewaak from public;
create trigger zienswijze_bewaak before insert on zienswijze for each row execute function zienswijze_bewaak();

-- Which hearing a key opens. Whoever comes with a code belongs to no organisation yet; nothing but the exact hash finds a row, and of what it
-- finds only where it is. An expired key finds nothing.
create function wederhoor_zoek(p_hash bytea, p_soort text, p_nu timestamptz) returns table (organisatie_id uuid, wederhoor_id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.organisatie_id, s.wederhoor_id from wederhoorsleutel s where s.hash = p_hash and s.soort = p_soort and s.verloopt_op > p_nu limit 1
$$;

-- What is due over all organisations, ids only, for the worker, which then acts per organisation.
create function wederhoor_rijp(p_nu timestamptz) returns table (organisatie_id uuid, id uuid, soort text)
  language sql stable security definer set search_path = pg_catalog, public as $$
  (select w.organisatie_id, w.id, 'wederhoor' from wederhoor w where w.uitkomst is null and w.vervallen_op is null and w.uiterlijk <= p_nu order by w.uiterlijk limit 500)
  union all
  (select h.organisatie_id, h.id, 'hoorplicht' from hoorplicht h where h.voldaan_op is null and h.verlopen_op is null and h.uiterlijk <= p_nu order by h.uiterlijk limit 500)
$$;

-- Removes, for all organisations, keys that open nothing any more.
create function wederhoorsleutels_opruimen(p_nu timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  v_aantal integer;
begin
  delete from wederhoorsleutel where verloopt_op <= p_nu;
  get diagnostics v_aantal = row_count;
  return v_aantal;
end $$;

revoke all on function wederhoor_zoek, wederhoor_rijp, wederhoorsleutels_opruimen from public;
grant execute on function wederhoor_zoek, wederhoor_rijp, wederhoorsleutels_opruimen to rugdekking_app;
