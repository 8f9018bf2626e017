-- To whom a decision in a dossier was put: he may see what he must decide on, until it is decided or taken back from him.
create table beslisser (
  organisatie_id uuid not null,
  dossier_id uuid not null,
  medewerker_id uuid not null,
  -- What must be decided, of whichever room put it to him.
  over_id uuid not null,
  sinds timestamptz not null,
  tot timestamptz,
  primary key (organisatie_id, dossier_id, medewerker_id, over_id, sinds),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create index beslisser_van on beslisser (organisatie_id, medewerker_id) where tot is null;
select beveilig('beslisser');
revoke delete on beslisser from rugdekking_app;
