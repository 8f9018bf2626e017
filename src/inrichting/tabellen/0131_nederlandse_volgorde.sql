-- Names in the order of a Dutch telephone book: "Émile" beside "Emma", "de Vries" not after "Zwart". Per column, because as the order of
-- the whole database it made everything a third slower.
alter table onderdeel alter column naam type text collate "nl-NL-x-icu";
alter table locatie alter column naam type text collate "nl-NL-x-icu";
alter table functie alter column naam type text collate "nl-NL-x-icu";
alter table agressievorm alter column naam type text collate "nl-NL-x-icu";
-- The name as a whole is made of the others, so it goes and comes back.
alter table medewerker drop column naam;
alter table medewerker alter column voornaam type text collate "nl-NL-x-icu", alter column achternaam type text collate "nl-NL-x-icu";
alter table medewerker add column naam text collate "nl-NL-x-icu" not null
  generated always as (voornaam || case when tussenvoegsel = '' then '' else ' ' || tussenvoegsel end || ' ' || achternaam) stored;
create index medewerker_zoek on medewerker using gin (organisatie_id, naam gin_trgm_ops);
