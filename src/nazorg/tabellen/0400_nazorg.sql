-- A conversation in aftercare. That it happened and when is for the handlers; `inhoud` stands apart, for the helper and the colleague alone.
create table nazorgcontact (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  voor_id uuid not null,
  door_id uuid not null,
  moment text not null,
  gevoerd_op timestamptz not null,
  wijze text not null check (wijze in ('telefoon', 'gesprek', 'video', 'bericht', 'geen_gehoor')),
  vastgelegd_op timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, voor_id) references medewerker,
  foreign key (organisatie_id, door_id) references medewerker
);
create index nazorgcontact_dossier on nazorgcontact (organisatie_id, dossier_id);
create table nazorginhoud (
  organisatie_id uuid not null,
  contact_id uuid not null,
  dossier_id uuid not null,
  tekst text not null,
  primary key (organisatie_id, contact_id),
  foreign key (organisatie_id, contact_id) references nazorgcontact
);
create table hulpvraag (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  voor_id uuid not null,
  soort text not null check (soort in ('bot', 'bedrijfsarts', 'slachtofferhulp', 'weerbaar_bestuur')),
  gevraagd_door uuid not null,
  gevraagd_op timestamptz not null,
  -- Consent of the colleague himself; without it nobody outside is told.
  toestemming text not null check (toestemming in ('gevraagd', 'gegeven', 'geweigerd')),
  toestemming_op timestamptz,
  -- Who of the organisation takes it up (a member of the opvang team), where that applies.
  helper_id uuid,
  ingeschakeld_op timestamptz,
  afgerond_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, voor_id) references medewerker
);
create index hulpvraag_dossier on hulpvraag (organisatie_id, dossier_id);
create table terugkoppeling (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  aan_id uuid not null,
  door_id uuid not null,
  op timestamptz not null,
  wijze text not null check (wijze in ('rugdekking', 'telefoon', 'gesprek')),
  tekst text not null,
  gelezen_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, aan_id) references medewerker
);
create index terugkoppeling_dossier on terugkoppeling (organisatie_id, dossier_id);
select beveilig_alleen_aanvullen('nazorgcontact');
select beveilig_alleen_aanvullen('nazorginhoud');
select beveilig('hulpvraag');
select beveilig_alleen_aanvullen('terugkoppeling');
-- Joining two dossiers of one event moves these; nothing else of them ever changes.
grant update (dossier_id) on nazorgcontact, nazorginhoud to rugdekking_app;
grant update (gelezen_op, dossier_id) on terugkoppeling to rugdekking_app;
