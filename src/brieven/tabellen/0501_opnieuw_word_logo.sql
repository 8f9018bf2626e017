-- A letter that was voided can be made anew; a version that was edited in Word can take the place of ours; the stationery can carry a logo.

alter table brief
  -- Voided by a person at the letter itself, while what it is about still stands: it can be made anew.
  add column herstelbaar boolean not null default false,
  -- The letter that was made in its place. Both stay.
  add column vervangen_door uuid,
  -- A version edited in Word, without the data of its makers: where it is kept, its hash, what stands in it, and who put it there.
  add column word_sleutel text,
  add column word_sha256 text check (word_sha256 ~ '^[0-9a-f]{64}$'),
  add column word_bytes integer,
  add column word_tekst jsonb,
  add column word_door uuid,
  add column word_op timestamptz,
  add foreign key (organisatie_id, vervangen_door) references brief,
  add foreign key (organisatie_id, word_door) references medewerker,
  add constraint brief_word_heel check (num_nulls(word_sleutel, word_sha256, word_bytes, word_tekst, word_door, word_op) in (0, 6)),
  -- What someone edited outside our text is read by another before it leaves.
  add constraint brief_word_vier_ogen check (word_door is null or nagekeken_door is null or nagekeken_door <> word_door),
  add constraint brief_word_is_de_brief check (word_sha256 is null or sha256 is null or (sha256 = word_sha256 and pdf_sleutel = word_sleutel and pdf_bytes = word_bytes)),
  add constraint brief_opnieuw check (vervallen_op is not null or (not herstelbaar and vervangen_door is null)),
  add constraint brief_vervangen check (vervangen_door is null or not herstelbaar);
create unique index brief_vervangen_een on brief (organisatie_id, vervangen_door) where vervangen_door is not null;

create or replace function brief_blijft() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.organisatie_id <> old.organisatie_id or new.id <> old.id or new.kenmerk <> old.kenmerk or new.soort <> old.soort or new.opgesteld_op <> old.opgesteld_op then
    raise exception 'wat een brief is staat vast' using errcode = '42501';
  end if;
  if old.status = 'verzonden' and to_jsonb(new) - 'dossier_id' <> to_jsonb(old) - 'dossier_id' then raise exception 'een verzonden brief staat vast' using errcode = '42501'; end if;
  -- A voided letter stays to be seen as it was; it can only be followed by another, once.
  if old.vervallen_op is not null and (to_jsonb(new) - array['dossier_id', 'herstelbaar', 'vervangen_door', 'versie'] <> to_jsonb(old) - array['dossier_id', 'herstelbaar', 'vervangen_door', 'versie']
      or (new.herstelbaar and not old.herstelbaar) or (old.vervangen_door is not null and new.vervangen_door is distinct from old.vervangen_door)
      or (old.vervangen_door is null and new.vervangen_door is not null and not old.herstelbaar)) then
    raise exception 'een vervallen brief staat vast' using errcode = '42501';
  end if;
  if old.status = 'concept' and new.status = 'verzonden' then raise exception 'een brief wordt eerst nagekeken' using errcode = '42501'; end if;
  if old.status = 'nagekeken' and new.status <> 'concept'
    and (new.gegevens, new.geadresseerde_naam, new.geadresseerde_adres, new.briefdatum, new.tekst, new.sha256, new.pdf_sleutel, new.pdf_bytes, new.nagekeken_op, new.nagekeken_door, new.word_sleutel, new.word_sha256, new.word_bytes, new.word_tekst, new.word_door, new.word_op)
      is distinct from (old.gegevens, old.geadresseerde_naam, old.geadresseerde_adres, old.briefdatum, old.tekst, old.sha256, old.pdf_sleutel, old.pdf_bytes, old.nagekeken_op, old.nagekeken_door, old.word_sleutel, old.word_sha256, old.word_bytes, old.word_tekst, old.word_door, old.word_op) then
    raise exception 'wat is nagekeken staat vast' using errcode = '42501';
  end if;
  return new;
end $$;

-- The letter that counts: the one that was made last in the place of this one.
create function brief_nu(p_org uuid, p_id uuid) returns uuid
  language sql stable set search_path = pg_catalog, public as $$
  with recursive rij as (
    select b.id, b.vervangen_door from brief b where b.organisatie_id = p_org and b.id = p_id
    union all select b.id, b.vervangen_door from rij r join brief b on b.organisatie_id = p_org and b.id = r.vervangen_door)
  select r.id from rij r where r.vervangen_door is null
$$;
revoke all on function brief_nu from public;
grant execute on function brief_nu to rugdekking_app;

-- The logo on the letters. The newest counts; older ones stay, for letters that were checked with them.
create table brieflogo (
  organisatie_id uuid not null,
  id uuid not null,
  mediatype text not null check (mediatype in ('image/png', 'image/jpeg')),
  inhoud bytea not null check (octet_length(inhoud) <= 524288),
  breedte integer not null check (breedte between 1 and 4000),
  hoogte integer not null check (hoogte between 1 and 4000),
  -- What it is for who cannot see it.
  alt text not null check (btrim(alt) <> '' and length(alt) <= 200),
  door uuid not null,
  op timestamptz not null,
  vervallen_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, door) references medewerker
);
create unique index brieflogo_geldt on brieflogo (organisatie_id) where vervallen_op is null;
select beveilig_alleen_aanvullen('brieflogo');
grant update (vervallen_op) on brieflogo to rugdekking_app;
