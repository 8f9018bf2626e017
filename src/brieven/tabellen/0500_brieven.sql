-- Letters to citizens. What may stand in one is decided by its kind (regels/soorten.ts): `gegevens` holds no colleague's name, function or department.
create table brief (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  -- On the letter, to answer with; keeps the number it was made under when dossiers are joined.
  kenmerk text not null,
  soort text not null,
  status text not null default 'concept' check (status in ('concept', 'nagekeken', 'verzonden')),
  geadresseerde_naam text not null,
  geadresseerde_adres jsonb not null,
  gegevens jsonb not null,
  opgesteld_op timestamptz not null,
  opgesteld_door uuid,
  -- The text that a person checked, as PDF: sealed in the storage of files, and its SHA-256.
  nagekeken_op timestamptz,
  nagekeken_door uuid,
  briefdatum date,
  -- The same text in parts, as it read then: for showing it and for Word.
  tekst jsonb,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  pdf_sleutel text,
  pdf_bytes integer,
  -- Proof of sending.
  verzonden_op date,
  wijze text check (wijze in ('post', 'aangetekend', 'uitgereikt', 'email', 'loket')),
  verzendkenmerk text,
  verzonden_door uuid,
  vastgelegd_op timestamptz,
  -- A letter that was prepared and turned out not to be needed.
  vervallen_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, kenmerk),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  check (status = 'concept' or (nagekeken_op is not null and nagekeken_door is not null and briefdatum is not null and tekst is not null and sha256 is not null and pdf_sleutel is not null and pdf_bytes is not null)),
  check ((status = 'verzonden') = (verzonden_op is not null and wijze is not null and verzendkenmerk is not null and verzonden_door is not null and vastgelegd_op is not null)),
  check (status <> 'verzonden' or vervallen_op is null)
);
create index brief_dossier on brief (organisatie_id, dossier_id);

-- A letter as it was sent never changes, and the application cannot remove one; only joining two dossiers of one event moves it. What was checked changes only by
-- being a concept again, or by being sent as it is.
create function brief_blijft() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.organisatie_id <> old.organisatie_id or new.id <> old.id or new.kenmerk <> old.kenmerk or new.soort <> old.soort or new.opgesteld_op <> old.opgesteld_op then
    raise exception 'wat een brief is staat vast' using errcode = '42501';
  end if;
  if old.status = 'verzonden' and to_jsonb(new) - 'dossier_id' <> to_jsonb(old) - 'dossier_id' then raise exception 'een verzonden brief staat vast' using errcode = '42501'; end if;
  if old.status = 'concept' and new.status = 'verzonden' then raise exception 'een brief wordt eerst nagekeken' using errcode = '42501'; end if;
  if old.status = 'nagekeken' and new.status <> 'concept'
    and (new.gegevens, new.geadresseerde_naam, new.geadresseerde_adres, new.briefdatum, new.tekst, new.sha256, new.pdf_sleutel, new.pdf_bytes, new.nagekeken_op, new.nagekeken_door)
      is distinct from (old.gegevens, old.geadresseerde_naam, old.geadresseerde_adres, old.briefdatum, old.tekst, old.sha256, old.pdf_sleutel, old.pdf_bytes, old.nagekeken_op, old.nagekeken_door) then
    raise exception 'wat is nagekeken staat vast' using errcode = '42501';
  end if;
  return new;
end $$;
revoke all on function brief_blijft from public;
create trigger brief_blijft before update on brief for each row execute function brief_blijft();
create function brief_begint() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.status <> 'concept' then raise exception 'een brief begint als concept' using errcode = '42501'; end if;
  return new;
end $$;
revoke all on function brief_begint from public;
create trigger brief_begint before insert on brief for each row execute function brief_begint();

-- What stands on the letters of an organisation: who it is, where to write back, where to complain, and how it looks.
create table briefhuisstijl (
  organisatie_id uuid not null,
  id uuid not null,
  gegevens jsonb not null,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id)
);

-- An organisation's own template for a kind of letter, in Word. The newest counts; older ones stay.
create table briefsjabloon (
  organisatie_id uuid not null,
  id uuid not null,
  soort text not null,
  naam text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  inhoud bytea not null check (octet_length(inhoud) <= 2097152),
  door uuid not null,
  op timestamptz not null,
  vervallen_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, door) references medewerker
);
create unique index briefsjabloon_geldt on briefsjabloon (organisatie_id, soort) where vervallen_op is null;

select beveilig('brief');
select beveilig('briefhuisstijl');
select beveilig_alleen_aanvullen('briefsjabloon');
revoke delete on brief, briefhuisstijl from rugdekking_app;
grant update (vervallen_op) on briefsjabloon to rugdekking_app;
