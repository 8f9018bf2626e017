-- A talk with the veroorzaker about his conduct (ordegesprek, STOP-gesprek): planned with an invitation, and what came of it.
create table gesprek (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  soort text not null check (soort in ('ordegesprek', 'stopgesprek')),
  op timestamptz not null,
  duur_minuten integer not null check (duur_minuten between 10 and 240),
  plaats text not null check (plaats <> ''),
  -- Who has the talk on behalf of the organisation.
  voert_id uuid not null,
  status text not null default 'gepland' check (status in ('gepland', 'gevoerd', 'niet_gekomen', 'afgezegd')),
  -- The invitation, in the room that makes letters, and what it was made from: for a new one when the talk is moved.
  brief_id uuid not null,
  uitnodiging jsonb not null,
  -- The clock on having the talk.
  termijn_id uuid not null,
  -- What he said was the cause, in his words, and what was said to him.
  oorzaak text,
  gezegd text,
  -- Why it was called off, or what is known of why he did not come.
  reden text,
  gepland_op timestamptz not null,
  gepland_door uuid not null,
  vastgelegd_op timestamptz,
  vastgelegd_door uuid,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, voert_id) references medewerker,
  foreign key (organisatie_id, termijn_id) references termijn,
  -- A talk that was had asked for the cause and left a report.
  check ((status = 'gevoerd') = (coalesce(oorzaak, '') <> '' and coalesce(gezegd, '') <> '')),
  check ((status = 'gepland') = (vastgelegd_op is null))
);
create index gesprek_dossier on gesprek (organisatie_id, dossier_id);
-- One open invitation of a kind for one person in one dossier.
create unique index gesprek_open on gesprek (organisatie_id, dossier_id, betrokkene_id) where status = 'gepland';

-- A colleague it happened to who was asked whether he wants to be there. Only he himself answers.
create table gesprekdeelnemer (
  organisatie_id uuid not null,
  gesprek_id uuid not null,
  medewerker_id uuid not null,
  antwoord text not null default 'gevraagd' check (antwoord in ('gevraagd', 'ja', 'nee')),
  antwoord_op timestamptz,
  primary key (organisatie_id, gesprek_id, medewerker_id),
  foreign key (organisatie_id, gesprek_id) references gesprek,
  foreign key (organisatie_id, medewerker_id) references medewerker,
  check ((antwoord = 'gevraagd') = (antwoord_op is null))
);

-- What was agreed in a talk, each with a day on which it is looked at.
create table gespreksafspraak (
  organisatie_id uuid not null,
  id uuid not null,
  gesprek_id uuid not null,
  wat text not null check (wat <> ''),
  uiterlijk date not null,
  termijn_id uuid not null,
  uitkomst text check (uitkomst in ('nagekomen', 'niet_nagekomen')),
  toelichting text not null default '',
  uitkomst_op timestamptz,
  uitkomst_door uuid,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, gesprek_id) references gesprek,
  foreign key (organisatie_id, termijn_id) references termijn,
  check ((uitkomst is null) = (uitkomst_op is null))
);
create index gespreksafspraak_gesprek on gespreksafspraak (organisatie_id, gesprek_id);
select beveilig('gesprek');
select beveilig('gesprekdeelnemer');
select beveilig('gespreksafspraak');
revoke delete on gesprek, gesprekdeelnemer, gespreksafspraak from rugdekking_app;
