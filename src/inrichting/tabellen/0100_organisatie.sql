create table organisatie (
  organisatie_id uuid primary key,
  naam text not null,
  soort text not null check (soort in ('gemeente', 'provincie', 'waterschap', 'anders')),
  slug text not null unique,
  -- Terms, ladder, holidays, telephone numbers: read through the schema in inrichting/regels, so that a missing key has its default.
  instellingen jsonb not null default '{}',
  demo boolean not null default false,
  versie integer not null default 1
);
create table onderdeel (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  code text not null,
  naam text not null,
  ouder_id uuid,
  leidinggevende_id uuid,
  -- Adoption phase: 1 only on behalf, 2 leidinggevenden handle, 3 everyone reports himself (functies A5).
  fase smallint not null default 3 check (fase between 1 and 3),
  compartiment text not null default 'ambtelijk' check (compartiment in ('ambtelijk', 'politiek')),
  actief boolean not null default true,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, code),
  foreign key (organisatie_id, ouder_id) references onderdeel
);
create table locatie (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  code text not null,
  naam text not null,
  adres text not null default '',
  postcode text not null default '',
  plaats text not null default '',
  actief boolean not null default true,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, code)
);
create table functie (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  code text not null,
  naam text not null,
  actief boolean not null default true,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, code)
);
create table medewerker (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  personeelsnummer text not null,
  voornaam text not null,
  tussenvoegsel text not null default '',
  achternaam text not null,
  naam text not null generated always as (voornaam || case when tussenvoegsel = '' then '' else ' ' || tussenvoegsel end || ' ' || achternaam) stored,
  email text not null,
  telefoon text not null default '',
  onderdeel_id uuid not null,
  functie_id uuid,
  locatie_id uuid,
  soort text not null default 'medewerker' check (soort in ('medewerker', 'politiek', 'ingehuurd')),
  -- For hired staff (a guard): the company that employs him.
  werkgever text not null default '',
  actief boolean not null default true,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, personeelsnummer),
  foreign key (organisatie_id, onderdeel_id) references onderdeel,
  foreign key (organisatie_id, functie_id) references functie,
  foreign key (organisatie_id, locatie_id) references locatie
);
create unique index medewerker_email on medewerker (organisatie_id, lower(email));
create index medewerker_onderdeel on medewerker (organisatie_id, onderdeel_id);
create index medewerker_zoek on medewerker using gin (organisatie_id, naam gin_trgm_ops);
alter table onderdeel add foreign key (organisatie_id, leidinggevende_id) references medewerker deferrable initially deferred;
create index onderdeel_leiding on onderdeel (organisatie_id, leidinggevende_id);
create table roltoekenning (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  rol text not null check (rol in ('adviseur', 'griffier', 'namensmelder', 'opvang', 'beheerder', 'fg')),
  compartiment text not null default 'ambtelijk' check (compartiment in ('ambtelijk', 'politiek')),
  -- 'hand': given in the browser; 'aanmelding': came from the identity provider at sign-in.
  bron text not null default 'hand' check (bron in ('hand', 'aanmelding')),
  sinds timestamptz not null,
  ingetrokken_op timestamptz,
  toegekend_door uuid,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create unique index roltoekenning_een on roltoekenning (organisatie_id, medewerker_id, rol, compartiment) where ingetrokken_op is null;
-- Forms of aggression are data of the organisation; `gewicht` feeds the severity rule (0 light, 1 middle, 2 serious).
create table agressievorm (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  code text not null,
  naam text not null,
  voorbeeld text not null default '',
  gewicht smallint not null check (gewicht between 0 and 2),
  volgorde smallint not null default 100,
  actief boolean not null default true,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, code)
);
select beveilig('organisatie');
select beveilig('onderdeel');
select beveilig('locatie');
select beveilig('functie');
select beveilig('medewerker');
select beveilig('roltoekenning');
select beveilig('agressievorm');

-- The only way to see that other organisations exist: ids and slugs for the worker and for the sign-in page, no personal data.
create function organisaties_lijst() returns table (organisatie_id uuid, naam text, slug text, demo boolean)
  language sql stable security definer set search_path = pg_catalog, public as 'select organisatie_id, naam, slug, demo from public.organisatie order by naam';
revoke all on function organisaties_lijst from public;
grant execute on function organisaties_lijst to rugdekking_app;
