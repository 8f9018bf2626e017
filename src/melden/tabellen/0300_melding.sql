create table melding (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  melder_id uuid not null,
  -- Whom it happened to; the melder himself unless reported on behalf.
  voor_id uuid not null,
  namens_reden text,
  bron text not null check (bron in ('zelf', 'telefoon', 'papier', 'beveiliger')),
  vormen text[] not null,
  verhaal text not null default '',
  -- Answers to the short questions of the channel, by code of the question.
  kanaalvragen jsonb not null default '{}',
  veroorzaker jsonb not null default '{}',
  welzijn jsonb not null default '{}',
  aangifte_wens text not null check (aangifte_wens in ('ja', 'nee', 'weet_niet')),
  -- The dossier that the reporter says is about the same event; found by us among what he may know of, never typed.
  zelfde_als uuid,
  ingediend_op timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, zelfde_als) references dossier,
  foreign key (organisatie_id, melder_id) references medewerker,
  foreign key (organisatie_id, voor_id) references medewerker
);
create index melding_dossier on melding (organisatie_id, dossier_id);
create index melding_melder on melding (organisatie_id, melder_id, ingediend_op desc);
create index melding_voor on melding (organisatie_id, voor_id, ingediend_op desc);

create table aanvulling (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  door uuid not null,
  op timestamptz not null,
  tekst text not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier
);
create index aanvulling_dossier on aanvulling (organisatie_id, dossier_id, op);

-- A half-filled report, visible to its author only. The report gets the id of its concept, so that it is sent once whatever happens.
create table concept (
  organisatie_id uuid not null,
  id uuid not null,
  medewerker_id uuid not null,
  soort text not null check (soort in ('melding', 'namens')),
  inhoud jsonb not null,
  begonnen_op timestamptz not null,
  bijgewerkt_op timestamptz not null,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create index concept_van on concept (organisatie_id, medewerker_id, soort);
select beveilig_alleen_aanvullen('melding');
select beveilig_alleen_aanvullen('aanvulling');
select beveilig('concept');
-- Joining two reports of one event moves the report to the other dossier; nothing else of it ever changes.
grant update (dossier_id) on melding, aanvulling to rugdekking_app;
