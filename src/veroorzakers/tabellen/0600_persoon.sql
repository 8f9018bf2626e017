-- Persons as veroorzaker or betrokkene. One row is one record: what one source told. Records that turned out to be the same person stay as they
-- are and point to each other, so that parting them again gives back what was. A record lives in one compartment, and so does every group of them.
create table persoon (
  organisatie_id uuid not null,
  id uuid not null,
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  soort text not null check (soort in ('bekend', 'onbekend', 'groep', 'bedrijf', 'account', 'collega', 'politicus')),
  -- To which record this one was joined; null for the head of a group.
  samengevoegd_in uuid,
  -- The head of the group: follows from samengevoegd_in, kept here so that a group is one look-up.
  groep_id uuid not null,
  medewerker_id uuid,
  omschrijving text not null default '',
  -- As far as it is known.
  geboren_jaar smallint check (geboren_jaar between 1880 and 2200),
  geboren_maand smallint check (geboren_maand between 1 and 12),
  geboren_dag smallint check (geboren_dag between 1 and 31),
  -- Stored keys of the matcher, with the letter of the compartment in front.
  sleutels text[] not null default '{}',
  gemaakt_op timestamptz not null,
  gemaakt_door uuid not null,
  -- Restricted (AVG art. 18): kept, and not used for recognising or counting.
  beperkt_op timestamptz,
  -- Erased (AVG art. 17): nothing that says who it was is left.
  gewist_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, compartiment, id),
  foreign key (organisatie_id, compartiment, samengevoegd_in) references persoon (organisatie_id, compartiment, id),
  foreign key (organisatie_id, compartiment, groep_id) references persoon (organisatie_id, compartiment, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  check ((samengevoegd_in is null) = (groep_id = id)),
  check (samengevoegd_in <> id),
  check (geboren_dag is null or geboren_maand is not null),
  check (geboren_maand is null or geboren_jaar is not null)
);
create index persoon_groep on persoon (organisatie_id, groep_id);
create index persoon_onder on persoon (organisatie_id, samengevoegd_in) where samengevoegd_in is not null;
create index persoon_medewerker on persoon (organisatie_id, medewerker_id) where medewerker_id is not null;
create index persoon_sleutels on persoon using gin (organisatie_id, sleutels) with (fastupdate = off);

create table persoonnaam (
  organisatie_id uuid not null,
  id uuid not null,
  persoon_id uuid not null,
  soort text not null check (soort in ('geboorte', 'partner', 'roepnaam', 'vroegere', 'alias', 'gemeld')),
  voornamen text not null default '',
  voorvoegsel text not null default '',
  geslachtsnaam text not null default '',
  volgorde smallint not null default 0,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, persoon_id) references persoon
);
create index persoonnaam_persoon on persoonnaam (organisatie_id, persoon_id);

create table persoonadres (
  organisatie_id uuid not null,
  id uuid not null,
  persoon_id uuid not null,
  straat text not null default '',
  huisnummer integer,
  toevoeging text not null default '',
  postbus integer,
  postcode text not null default '',
  woonplaats text not null default '',
  van date,
  tot date,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, persoon_id) references persoon
);
create index persoonadres_persoon on persoonadres (organisatie_id, persoon_id);

-- Ways to reach or recognise someone. No burgerservicenummer: the acts refuse what looks like one.
create table persoonmiddel (
  organisatie_id uuid not null,
  id uuid not null,
  persoon_id uuid not null,
  soort text not null check (soort in ('telefoon', 'email', 'account', 'kenmerk')),
  waarde text not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, persoon_id) references persoon
);
create index persoonmiddel_persoon on persoonmiddel (organisatie_id, persoon_id);

-- What was changed in a record, by whom and why.
create table persoonwijziging (
  organisatie_id uuid not null,
  id uuid not null,
  persoon_id uuid not null,
  op timestamptz not null,
  door uuid not null,
  veld text not null,
  was text not null default '',
  werd text not null default '',
  reden text not null default '',
  primary key (organisatie_id, id),
  foreign key (organisatie_id, persoon_id) references persoon
);
create index persoonwijziging_persoon on persoonwijziging (organisatie_id, persoon_id, op);

-- Which record tells of a betrokkene in a dossier.
create table koppeling (
  organisatie_id uuid not null,
  betrokkene_id uuid not null,
  dossier_id uuid not null,
  persoon_id uuid not null,
  door uuid not null,
  op timestamptz not null,
  primary key (organisatie_id, betrokkene_id),
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, persoon_id) references persoon
);
create unique index koppeling_persoon on koppeling (organisatie_id, persoon_id);
create index koppeling_dossier on koppeling (organisatie_id, dossier_id);

-- What a person decided of two records: the same, or not; with what the matcher said then. Never asked again until it is withdrawn.
create table oordeel (
  organisatie_id uuid not null,
  id uuid not null,
  compartiment text not null,
  persoon_id uuid not null,
  ander_id uuid not null,
  uitkomst text not null check (uitkomst in ('dezelfde', 'niet_dezelfde')),
  band text,
  -- Posterior log-odds (base 2) then.
  score real,
  redenen jsonb not null default '[]',
  reden text not null default '',
  door uuid not null,
  op timestamptz not null,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid,
  intrek_reden text not null default '',
  primary key (organisatie_id, id),
  foreign key (organisatie_id, compartiment, persoon_id) references persoon (organisatie_id, compartiment, id),
  foreign key (organisatie_id, compartiment, ander_id) references persoon (organisatie_id, compartiment, id),
  check (persoon_id <> ander_id)
);
create index oordeel_persoon on oordeel (organisatie_id, persoon_id);
create index oordeel_ander on oordeel (organisatie_id, ander_id);
create unique index oordeel_een on oordeel (organisatie_id, least(persoon_id, ander_id), greatest(persoon_id, ander_id)) where ingetrokken_op is null;

-- The same person known in both compartments: only for who has a role in both.
create table persoonkruis (
  organisatie_id uuid not null,
  id uuid not null,
  ambtelijk_id uuid not null,
  politiek_id uuid not null,
  ambtelijk text not null generated always as ('ambtelijk') stored,
  politiek text not null generated always as ('politiek') stored,
  reden text not null,
  door uuid not null,
  op timestamptz not null,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, ambtelijk, ambtelijk_id) references persoon (organisatie_id, compartiment, id),
  foreign key (organisatie_id, politiek, politiek_id) references persoon (organisatie_id, compartiment, id)
);
create unique index persoonkruis_een on persoonkruis (organisatie_id, ambtelijk_id, politiek_id) where ingetrokken_op is null;

-- Whether what was reported stands: said, contested, or established. The newest row of a dossier counts; none is 'gemeld'.
create table feitstatus (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  status text not null check (status in ('gemeld', 'betwist', 'vastgesteld')),
  reden text not null,
  door uuid not null,
  op timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier
);
create index feitstatus_dossier on feitstatus (organisatie_id, dossier_id, op desc, id desc);

select beveilig('persoon');
select beveilig('persoonnaam');
select beveilig('persoonadres');
select beveilig('persoonmiddel');
select beveilig('persoonwijziging');
select beveilig('koppeling');
select beveilig('oordeel');
select beveilig('persoonkruis');
select beveilig_alleen_aanvullen('feitstatus');
-- A record is never removed: erasing empties it. Names, addresses and what was changed in them go then, and a line is never rewritten.
revoke delete on persoon, koppeling, oordeel, persoonkruis from rugdekking_app;
revoke update on persoonwijziging from rugdekking_app;
-- Joining two dossiers of one event moves these.
grant update (dossier_id) on feitstatus to rugdekking_app;

-- Records that share a key with what is asked, those with most keys in common first. As the owner: under row-level security PostgreSQL does not use
-- the index on keys (its operator is not leakproof). The organisation is filtered here, the compartment is in every key and is checked again.
create function personen_met_sleutel(p_compartiment text, p_sleutels text[], p_meest integer) returns table (persoon_id uuid)
  language sql stable security definer set search_path = pg_catalog, public rows 100 as $$
  select p.id from persoon p
  where p.organisatie_id = huidige_organisatie() and p.sleutels && p_sleutels and p.compartiment = p_compartiment and p.gewist_op is null and p.beperkt_op is null
  order by (select count(*) from unnest(p.sleutels) s where s = any (p_sleutels)) desc, p.id limit p_meest
$$;
revoke all on function personen_met_sleutel from public;
grant execute on function personen_met_sleutel to rugdekking_app;
