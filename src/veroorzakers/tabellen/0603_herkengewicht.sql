-- Weights of recognising that an organisation took over from its own decisions, in versions. The highest counts; none is the standard that comes
-- with Rugdekking. A version is never changed: going back is a new one.
create table herkengewicht (
  organisatie_id uuid not null,
  versie integer not null check (versie > 0),
  -- Per field and level: how often the data of one person relate so. '{}' is the standard.
  kansen jsonb not null,
  -- From how many decisions; null when it was put back.
  besluiten integer,
  terug_naar integer,
  op timestamptz not null,
  primary key (organisatie_id, versie),
  check ((besluiten is null) <> (terug_naar is null))
);
select beveilig_alleen_aanvullen('herkengewicht');
