-- Watching over a measure that holds: who may see it at a reception, breaches, evaluations, and the service that comes back.

-- More buildings than one's own workplace, for who stands at several receptions.
create table receptieplek (
  organisatie_id uuid not null,
  medewerker_id uuid not null,
  locatie_id uuid not null,
  sinds timestamptz not null,
  door uuid not null,
  tot timestamptz,
  primary key (organisatie_id, medewerker_id, locatie_id, sinds),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, locatie_id) references locatie,
  foreign key (organisatie_id, door) references medewerker
);

-- A photo that reception may see, with why it was needed: it shows only what stands here.
create table maatregelfoto (
  organisatie_id uuid not null,
  maatregel_id uuid not null,
  bestand_id uuid not null,
  reden text not null check (btrim(reden) <> ''),
  door uuid not null,
  op timestamptz not null,
  tot timestamptz,
  primary key (organisatie_id, maatregel_id, op),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, bestand_id) references bestand,
  foreign key (organisatie_id, door) references medewerker
);
create unique index maatregelfoto_nu on maatregelfoto (organisatie_id, maatregel_id) where tot is null;

-- A breach of a measure: when, where, who demanded leaving and on whose behalf (art. 138 and 139 Sr), and the new incident it made.
create table overtreding (
  organisatie_id uuid not null,
  id uuid not null,
  maatregel_id uuid not null,
  nieuw_dossier_id uuid not null,
  op timestamptz not null,
  locatie_id uuid not null,
  plek text not null default '',
  gevorderd text not null check (gevorderd in ('ja', 'nee')),
  gevorderd_door uuid,
  namens text not null default '',
  vertrokken text not null check (vertrokken in ('meteen', 'na_vordering', 'met_politie', 'nee', 'niet_gezien')),
  politie text not null check (politie in ('nee', 'gebeld', 'gekomen')),
  toelichting text not null default '',
  vastgelegd_op timestamptz not null,
  vastgelegd_door uuid not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, nieuw_dossier_id) references dossier,
  foreign key (organisatie_id, locatie_id) references locatie,
  foreign key (organisatie_id, gevorderd_door) references medewerker,
  foreign key (organisatie_id, vastgelegd_door) references medewerker,
  -- Demanding to leave is done by someone, on behalf of someone.
  check ((gevorderd = 'ja') = (gevorderd_door is not null)),
  check ((gevorderd = 'ja') = (btrim(namens) <> ''))
);
create index overtreding_maatregel on overtreding (organisatie_id, maatregel_id);
alter table maatregel add foreign key (organisatie_id, feit_overtreding_id) references overtreding;

-- Looking at a measure again: what happened since, and what was decided with which reason.
create table maatregelevaluatie (
  organisatie_id uuid not null,
  id uuid not null,
  maatregel_id uuid not null,
  op timestamptz not null,
  door uuid not null,
  uitkomst text not null check (uitkomst in ('houden', 'korter', 'opheffen')),
  sinds text not null check (btrim(sinds) <> ''),
  reden text not null check (btrim(reden) <> ''),
  nieuw_einde date,
  volgende_op date,
  brief_id uuid,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, door) references medewerker,
  check ((uitkomst = 'korter') = (nieuw_einde is not null)),
  check (uitkomst <> 'opheffen' or volgende_op is null),
  -- The citizen hears of everything that changes for him.
  check (uitkomst = 'houden' or brief_id is not null)
);
create index maatregelevaluatie_van on maatregelevaluatie (organisatie_id, maatregel_id);

-- A measure that ended: the service comes back, someone tells the departments, and the citizen gets a letter.
create table dienstherstel (
  organisatie_id uuid not null,
  maatregel_id uuid not null,
  dossier_id uuid not null,
  sinds timestamptz not null,
  termijn_id uuid not null,
  verteld_door uuid,
  verteld_aan text,
  brief_id uuid,
  hersteld_op timestamptz,
  hersteld_door uuid,
  primary key (organisatie_id, maatregel_id),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, termijn_id) references termijn,
  foreign key (organisatie_id, verteld_door) references medewerker,
  foreign key (organisatie_id, hersteld_door) references medewerker,
  -- A court order ended without a letter of ours.
  check (num_nonnulls(verteld_door, verteld_aan, hersteld_op, hersteld_door) in (0, 4))
);
create index dienstherstel_dossier on dienstherstel (organisatie_id, dossier_id);
select beveilig('receptieplek');
select beveilig('maatregelfoto');
select beveilig_alleen_aanvullen('overtreding');
select beveilig_alleen_aanvullen('maatregelevaluatie');
select beveilig('dienstherstel');
revoke delete on receptieplek, maatregelfoto, dienstherstel from rugdekking_app;
