-- What must be kept of a person although he may ask for its erasure: for a claim, a report to the police, a complaint or an investigation
-- (AVG art. 17 lid 3 sub e). It always ends on a day, and can be let go before.
create table vasthouding (
  organisatie_id uuid not null,
  id uuid not null,
  persoon_id uuid not null,
  grond text not null check (grond in ('rechtszaak', 'aangifte', 'klacht', 'onderzoek')),
  reden text not null check (btrim(reden) <> ''),
  tot date not null,
  door uuid not null,
  op timestamptz not null,
  losgelaten_op timestamptz,
  losgelaten_door uuid,
  losgelaten_reden text not null default '',
  primary key (organisatie_id, id),
  foreign key (organisatie_id, persoon_id) references persoon,
  foreign key (organisatie_id, door) references medewerker,
  foreign key (organisatie_id, losgelaten_door) references medewerker,
  -- Five years at most; whoever needs longer looks at it again.
  check (tot > (op at time zone 'Europe/Amsterdam')::date and tot <= (op at time zone 'Europe/Amsterdam')::date + 1827),
  check ((losgelaten_op is null) = (losgelaten_door is null) and (losgelaten_op is null) = (losgelaten_reden = ''))
);
create index vasthouding_persoon on vasthouding (organisatie_id, persoon_id);
select beveilig_met('vasthouding', 'select, insert');
grant update (reden, losgelaten_op, losgelaten_door, losgelaten_reden) on vasthouding to rugdekking_app;
