-- Each compartment counts for itself: a gap in the numbers of one would tell that something happened in the other.
create table dossiernummer (
  organisatie_id uuid not null,
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  jaar smallint not null,
  laatste integer not null,
  primary key (organisatie_id, compartiment, jaar)
);
create table dossier (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  jaar smallint not null,
  volgnr integer not null,
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  -- Such as 2026-0143, and P2026-0003 in the closed compartment.
  nummer text not null generated always as (case compartiment when 'politiek' then 'P' else '' end || jaar::text || '-' || lpad(volgnr::text, greatest(4, length(volgnr::text)), '0')) stored,
  status text not null check (status in ('nieuw', 'in_behandeling', 'gesloten')),
  route text not null check (route in ('leidinggevende', 'buiten_leidinggevende')),
  titel text not null,
  ernst text not null check (ernst in ('licht', 'middel', 'ernstig')),
  -- By which rule, in words; and why a person set it otherwise.
  ernst_uitleg text not null,
  ernst_reden text,
  bijna boolean not null default false,
  kanaal text check (kanaal in ('balie', 'telefoon', 'brief_email', 'huisbezoek', 'openbare_ruimte', 'sociale_media', 'prive')),
  voorval_op timestamptz not null,
  -- How exact voorval_op is: to the minute, part of the day, or only the day.
  voorval_precies text not null check (voorval_precies in ('tijd', 'dag')),
  locatie_id uuid,
  plek text not null default '',
  onderdeel_id uuid not null,
  aanspreekpunt_id uuid,
  -- The seven W's (who, what, where, with what, how, when, why), as completed by the handler.
  toedracht jsonb not null default '{}',
  gemeld_op timestamptz not null,
  gesloten_op timestamptz,
  gesloten_reden text,
  -- When this report turned out to be about the same event, the dossier it was joined to.
  samengevoegd_in uuid,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, compartiment, jaar, volgnr),
  foreign key (organisatie_id, locatie_id) references locatie,
  foreign key (organisatie_id, onderdeel_id) references onderdeel,
  foreign key (organisatie_id, aanspreekpunt_id) references medewerker,
  foreign key (organisatie_id, samengevoegd_in) references dossier
);
-- The list in its order, with all it is filtered on: counting up to hundreds does not touch the table.
create index dossier_lijst on dossier (organisatie_id, gemeld_op desc, id desc) include (compartiment, status, ernst, kanaal, onderdeel_id, route, aanspreekpunt_id);
create index dossier_status on dossier (organisatie_id, status, gemeld_op desc, id desc) include (compartiment, ernst, kanaal, onderdeel_id, route, aanspreekpunt_id);
create index dossier_onderdeel on dossier (organisatie_id, onderdeel_id, gemeld_op desc);
create index dossier_voorval on dossier (organisatie_id, voorval_op);
create index dossier_aanspreekpunt on dossier (organisatie_id, aanspreekpunt_id) where aanspreekpunt_id is not null;

create table betrokkene (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  rol text not null check (rol in ('slachtoffer', 'getuige', 'melder', 'veroorzaker')),
  -- Who it is: a colleague, or for others what kind of party.
  soort text not null check (soort in ('medewerker', 'bekend', 'onbekend', 'groep', 'account', 'bedrijf', 'derde')),
  medewerker_id uuid,
  naam text not null default '',
  omschrijving text not null default '',
  contact text not null default '',
  toegevoegd_op timestamptz not null,
  vervallen_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, medewerker_id) references medewerker,
  check ((soort = 'medewerker') = (medewerker_id is not null))
);
create index betrokkene_dossier on betrokkene (organisatie_id, dossier_id);
create index betrokkene_medewerker on betrokkene (organisatie_id, medewerker_id, rol, dossier_id) where medewerker_id is not null and vervallen_op is null;
create unique index betrokkene_een on betrokkene (organisatie_id, dossier_id, rol, medewerker_id) where medewerker_id is not null and vervallen_op is null;

create table dossiervorm (
  organisatie_id uuid not null,
  dossier_id uuid not null,
  vorm_id uuid not null,
  primary key (organisatie_id, dossier_id, vorm_id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, vorm_id) references agressievorm
);

-- What happened in a dossier, one sentence each; append-only.
create table gebeurtenis (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  op timestamptz not null,
  soort text not null,
  door uuid,
  -- Who may read it: 'behandeling' only handlers; 'slachtoffer' also the reporter and the slachtoffer under "Mijn meldingen".
  voor text not null check (voor in ('behandeling', 'slachtoffer')),
  gegevens jsonb not null default '{}',
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier
);
create index gebeurtenis_dossier on gebeurtenis (organisatie_id, dossier_id, op, id);

-- A clock: something that someone must have done before a moment.
create table termijn (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  soort text not null,
  -- For whom it is done (the colleague who is called), where that is one person.
  voor_id uuid,
  -- Who must do it now; the ladder moves this on.
  aan_id uuid,
  begonnen_op timestamptz not null,
  verval_op timestamptz not null,
  stap smallint not null default 0,
  volgende_stap_op timestamptz,
  afgerond_op timestamptz,
  afgerond_door uuid,
  -- 'gedaan', or why it lapsed.
  uitkomst text,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, aan_id) references medewerker,
  foreign key (organisatie_id, voor_id) references medewerker
);
create index termijn_open on termijn (organisatie_id, verval_op) where afgerond_op is null;
create index termijn_stap on termijn (volgende_stap_op) where afgerond_op is null and volgende_stap_op is not null;
create index termijn_dossier on termijn (organisatie_id, dossier_id);

-- Who was told of a dossier, by which way, and whether he confirmed having seen it.
create table kennisgeving (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  aan_id uuid not null,
  soort text not null,
  op timestamptz not null,
  verstuurd_op timestamptz,
  bevestigd_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, aan_id) references medewerker
);
create index kennisgeving_dossier on kennisgeving (organisatie_id, dossier_id);
create index kennisgeving_aan on kennisgeving (organisatie_id, aan_id) where bevestigd_op is null;

create table verklaring (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  medewerker_id uuid not null,
  gevraagd_door uuid not null,
  gevraagd_op timestamptz not null,
  vraag text not null default '',
  tekst text,
  gegeven_op timestamptz,
  ingetrokken_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create unique index verklaring_een on verklaring (organisatie_id, dossier_id, medewerker_id) where ingetrokken_op is null;
create index verklaring_medewerker on verklaring (organisatie_id, medewerker_id);

-- Who gives aftercare to whom in a dossier.
create table helper (
  organisatie_id uuid not null,
  dossier_id uuid not null,
  voor_id uuid not null,
  medewerker_id uuid not null,
  sinds timestamptz not null,
  tot timestamptz,
  primary key (organisatie_id, dossier_id, voor_id, medewerker_id, sinds),
  foreign key (organisatie_id, dossier_id) references dossier
);
create index helper_van on helper (organisatie_id, medewerker_id) where tot is null;

create table bestand (
  organisatie_id uuid not null,
  id uuid not null,
  -- Null while it hangs on a report that is not yet sent (concept_id).
  dossier_id uuid,
  concept_id uuid,
  naam text not null,
  mediatype text not null,
  grootte bigint not null,
  sha256 text not null,
  origineel_sleutel text not null,
  kopie_sleutel text,
  kopie_mediatype text,
  kopie_status text not null,
  -- 'te_groot': more than the scanner takes; 'geen_scanner': a demo without one. Only 'schoon' is ever handed out, and 'geen_scanner' in a demo.
  scan text not null check (scan in ('niet_gescand', 'schoon', 'besmet', 'te_groot', 'geen_scanner')),
  gescand_op timestamptz,
  door uuid not null,
  op timestamptz not null,
  verwijderd_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier
);
create index bestand_dossier on bestand (organisatie_id, dossier_id);
create index bestand_scan on bestand (organisatie_id) where scan = 'niet_gescand';
create index bestand_concept on bestand (organisatie_id, concept_id) where concept_id is not null;

-- Text of a dossier as it is searched; kept by the acts that write a text, read only through zoek_dossiers.
create table zoektekst (
  organisatie_id uuid not null,
  dossier_id uuid not null,
  -- Of the dossier, which never changes it: so that a search does not even count what lies in the other one.
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  tekst text not null,
  vector tsvector not null generated always as (to_tsvector('dutch', tekst)) stored,
  primary key (organisatie_id, dossier_id),
  foreign key (organisatie_id, dossier_id) references dossier
);
-- The words of a text with the organisation in front of each: one list per word of one organisation, so that a search takes as long as it
-- has hits, however many other organisations use the word.
create function zoeksleutels(p_org uuid, p_vector tsvector) returns tsvector
  language sql immutable parallel safe cost 1000 set search_path = pg_catalog as $$ select array_to_tsvector(array(select p_org::text || ':' || w from unnest(tsvector_to_array(p_vector)) w)) $$;
revoke all on function zoeksleutels from public;
grant execute on function zoeksleutels to rugdekking_app;
create index zoektekst_sleutels on zoektekst using gin (zoeksleutels(organisatie_id, vector)) with (fastupdate = off);
-- One such word as it stands in a tsquery.
create function zoekterm(p_org uuid, p_woord text) returns text
  language sql immutable parallel safe set search_path = pg_catalog as $$ select '''' || p_org::text || ':' || replace(replace(p_woord, '\', '\\'), '''', '''''') || '''' $$;
revoke all on function zoekterm from public;

-- The words of those texts, for finding those that look like what was typed; each compartment its own, so that what is written in one does
-- not show in the other. Kept by the database: a word is here as long as a text holds it.
create table zoekwoord (
  organisatie_id uuid not null,
  compartiment text not null,
  woord text not null,
  primary key (organisatie_id, compartiment, woord)
);
create index zoekwoord_lijkt on zoekwoord using gin (organisatie_id, woord gin_trgm_ops) with (fastupdate = off);

create function zoekwoorden_bij() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_was text[] := case when tg_op = 'INSERT' then '{}' else tsvector_to_array(old.vector) end;
  v_nu text[] := case when tg_op = 'DELETE' then '{}' else tsvector_to_array(new.vector) end;
  v_weg text[] := array(select unnest(v_was) except select unnest(v_nu));
begin
  if tg_op <> 'DELETE' then
    -- In order, so that two who add the same words wait for each other in one direction only.
    insert into zoekwoord select new.organisatie_id, new.compartiment, w from (select unnest(v_nu) as w except select unnest(v_was)) x order by w on conflict do nothing;
  end if;
  if cardinality(v_weg) > 0 then
    delete from zoekwoord z where z.organisatie_id = old.organisatie_id and z.compartiment = old.compartiment and z.woord = any (v_weg)
      and not exists (select from zoektekst t where zoeksleutels(t.organisatie_id, t.vector) @@ zoekterm(z.organisatie_id, z.woord)::tsquery and t.compartiment = z.compartiment);
  end if;
  return null;
end $$;
revoke all on function zoekwoorden_bij from public;
create trigger zoekwoorden_bij after insert or update of tekst or delete on zoektekst for each row execute function zoekwoorden_bij();

select beveilig('dossiernummer');
select beveilig('dossier');
select beveilig('betrokkene');
select beveilig('dossiervorm');
select beveilig_alleen_aanvullen('gebeurtenis');
select beveilig('termijn');
select beveilig('kennisgeving');
select beveilig('verklaring');
select beveilig('bestand');
select beveilig('helper');
select beveilig('zoektekst');
select beveilig('zoekwoord');
revoke all on zoekwoord from rugdekking_app;
revoke delete on dossier, betrokkene, termijn, kennisgeving, verklaring, bestand from rugdekking_app;
-- Search goes through zoek_dossiers, which runs as the owner and filters on the organisation itself: under row-level security
-- PostgreSQL does not use the text index (its operators are not leakproof). It looks in the compartments where the asker has a
-- role and in the single dossiers he may see besides, before it keeps the newest: what he may not see must not push out what he may.
-- First those with the very words (by stem), then, while there is room, those with words that look alike.
create function zoek_dossiers(p_vraag text, p_meest integer, p_compartimenten text[], p_ook uuid[]) returns table (dossier_id uuid, precies boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public rows 100 as $$
declare
  v_org uuid := huidige_organisatie();
  -- "these words together", -without, this or that
  v_bijzonder boolean := p_vraag ~* '"|(^|\s)-|\sor\s';
  v_vraag tsquery := websearch_to_tsquery('dutch', p_vraag);
  v_precies tsquery := zoek_precies(v_org, p_vraag);
  v_ruim tsquery;
  v_aantal integer;
begin
  if v_precies is null then return; end if;
  -- The organisation is in every key; "is not distinct from" checks it again without tempting the planner to read all texts of one.
  return query select t.dossier_id, true from zoektekst t
    where zoeksleutels(t.organisatie_id, t.vector) @@ v_precies and t.organisatie_id is not distinct from v_org
      and (not v_bijzonder or t.vector @@ v_vraag) and (t.compartiment = any (p_compartimenten) or t.dossier_id = any (p_ook))
    order by t.dossier_id desc limit p_meest;
  get diagnostics v_aantal = row_count;
  -- Who writes quotes or a minus wants exactly that.
  if v_bijzonder or v_aantal >= p_meest then return; end if;
  -- Who sees single dossiers besides looks with the words of the ambtelijke compartment.
  v_ruim := zoek_ruim(v_org, p_vraag, p_compartimenten || '{ambtelijk}');
  if v_ruim is null then return; end if;
  return query select t.dossier_id, false from zoektekst t
    where zoeksleutels(t.organisatie_id, t.vector) @@ v_ruim and t.organisatie_id is not distinct from v_org
      and not t.vector @@ v_vraag and (t.compartiment = any (p_compartimenten) or t.dossier_id = any (p_ook))
    order by t.dossier_id desc limit p_meest - v_aantal;
end $$;

-- All words of the question (of one side of an "or"), leaving out those after a minus; null when no word is left.
create function zoek_precies(p_org uuid, p_vraag text) returns tsquery
  language sql stable set search_path = pg_catalog, public as $$
  select string_agg('(' || alle || ')', ' | ')::tsquery from (
    select string_agg(zoekterm(p_org, stam), ' & ') as alle
    from regexp_split_to_table(p_vraag, '\sor\s', 'i') with ordinality d (deel, nr), unnest(tsvector_to_array(to_tsvector('dutch', regexp_replace(deel, '(^|\s)-("[^"]*"?|\S+)', ' ', 'g')))) stam
    group by nr) x
$$;
revoke all on function zoek_precies from public;

-- The same words, each with the words of these compartments that look like it: the Dutch stemmer misses many plurals (huis and huizen,
-- fiets and fietsen), people mistype long words, and Dutch joins words (boete in geldboete). Null when there is nothing to add.
create function zoek_ruim(p_org uuid, p_vraag text, p_compartimenten text[]) returns tsquery
  language sql stable set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = 0.5 as $$
  select case when sum(aantal) > count(*) then string_agg('(' || een || ')', ' & ')::tsquery end from (
    select string_agg(zoekterm(p_org, woord), ' | ') as een, count(*) as aantal
    from unnest(tsvector_to_array(to_tsvector('dutch', p_vraag))) stam, lateral (
      select stam as woord
      union all select left(stam, -1) || translate(right(stam, 1), 'szfv', 'zsvf') where right(stam, 1) in ('s', 'z', 'f', 'v')
      union all (
        select z.woord from zoekwoord z
        where z.organisatie_id = p_org and z.compartiment = any (p_compartimenten) and length(stam) >= 4 and stam <% z.woord and z.woord <> stam and (
          strpos(z.woord, stam) > 0
          or (starts_with(stam, z.woord) and length(stam) - length(z.woord) <= 2)
          or (length(stam) >= 6 and similarity(stam, z.woord) >= 0.45))
        group by z.woord order by word_similarity(stam, z.woord) desc, similarity(stam, z.woord) desc, z.woord limit 25)
    ) w group by stam) x
$$;
revoke all on function zoek_ruim from public;
revoke all on function zoek_dossiers from public;
grant execute on function zoek_dossiers to rugdekking_app;

-- The clocks of all organisations whose next step is due: ids only, for the worker, which then acts per organisation.
create function termijnen_rijp(p_nu timestamptz) returns table (organisatie_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select t.organisatie_id, t.id from termijn t where t.afgerond_op is null and t.volgende_stap_op <= p_nu order by t.volgende_stap_op limit 500
$$;
revoke all on function termijnen_rijp from public;
grant execute on function termijnen_rijp to rugdekking_app;
