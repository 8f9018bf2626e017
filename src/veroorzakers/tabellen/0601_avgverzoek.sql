-- Rights of the registered person (AVG art. 12 to 21): one row per request, and for the notice that the organisation owes by itself (art. 14).
create table avgverzoek (
  organisatie_id uuid not null,
  id uuid not null,
  compartiment text not null,
  persoon_id uuid not null,
  soort text not null check (soort in ('kennisgeving', 'inzage', 'rectificatie', 'bezwaar', 'beperking', 'verwijdering')),
  status text not null check (status in ('open', 'wacht_op_tweede', 'afgerond')),
  ontvangen_op timestamptz not null,
  -- What was asked, in the words of who asked; and how it was made sure who that is (art. 12 lid 6).
  gevraagd text not null default '',
  identiteit text not null default '',
  aan_id uuid,
  verlengd_op timestamptz,
  verleng_reden text not null default '',
  uitkomst text check (uitkomst in ('toegewezen', 'deels', 'geweigerd', 'ingetrokken', 'verzonden', 'niet_nodig')),
  reden text not null default '',
  -- What is kept although erasure or objection was granted in part, and why.
  behouden text not null default '',
  besloten_door uuid,
  besloten_op timestamptz,
  tweede_door uuid,
  tweede_op timestamptz,
  -- The letter that goes with the decision, until it is prepared.
  brief jsonb,
  gemaakt_door uuid,
  gemaakt_op timestamptz not null,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, compartiment, persoon_id) references persoon (organisatie_id, compartiment, id),
  foreign key (organisatie_id, aan_id) references medewerker,
  check (tweede_door is null or tweede_door <> besloten_door),
  check ((status = 'open') = (uitkomst is null))
);
create index avgverzoek_persoon on avgverzoek (organisatie_id, persoon_id);
create index avgverzoek_lijst on avgverzoek (organisatie_id, compartiment, status, ontvangen_op desc);

-- What happened in a request, one line each; never changed.
create table avgstap (
  organisatie_id uuid not null,
  id uuid not null,
  verzoek_id uuid not null,
  op timestamptz not null,
  door uuid,
  soort text not null check (soort in ('ontvangen', 'verlengd', 'uitgesteld', 'besluit', 'bevestigd', 'teruggestuurd', 'uitgevoerd', 'brief', 'inzage')),
  tekst text not null default '',
  primary key (organisatie_id, id),
  foreign key (organisatie_id, verzoek_id) references avgverzoek
);
create index avgstap_verzoek on avgstap (organisatie_id, verzoek_id, op);

select beveilig('avgverzoek');
select beveilig_alleen_aanvullen('avgstap');
revoke delete on avgverzoek from rugdekking_app;
