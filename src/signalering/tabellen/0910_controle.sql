-- A system of the organisation that asks whether there is a signal. Its key is shown once; here is only the hash of it.
create table systeemkoppeling (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  naam text not null check (length(naam) between 1 and 80),
  sleutel_hash bytea not null check (length(sleutel_hash) = 32),
  -- The beginning of the key, to tell one from another.
  sleutel_begin text not null check (length(sleutel_begin) <= 12),
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  doelen text[] not null check (cardinality(doelen) > 0),
  per_minuut integer not null check (per_minuut between 1 and 600),
  verloopt_op timestamptz not null,
  gemaakt_door uuid not null,
  gemaakt_op timestamptz not null,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid,
  laatst_gebruikt timestamptz,
  -- Where a change is told, and the secret that signs it, sealed with a key outside the database.
  webhook_url text check (webhook_url ~ '^https://'),
  webhook_geheim bytea,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, gemaakt_door) references medewerker,
  check (verloopt_op > gemaakt_op and verloopt_op <= gemaakt_op + interval '400 days'),
  check ((webhook_url is null) = (webhook_geheim is null))
);
create index systeemkoppeling_sleutel on systeemkoppeling (sleutel_hash);
select beveilig_met('systeemkoppeling', 'select, insert');
grant update (ingetrokken_op, ingetrokken_door, laatst_gebruikt, webhook_url, webhook_geheim, versie) on systeemkoppeling to rugdekking_app;

-- The system behind a key: the organisation is not known before. Nothing but the exact hash finds a row.
create function systeemkoppeling_zoek(p_hash bytea, p_nu timestamptz) returns table (organisatie_id uuid, id uuid, compartiment text, doelen text[], per_minuut integer)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select k.organisatie_id, k.id, k.compartiment, k.doelen, k.per_minuut from systeemkoppeling k where k.sleutel_hash = p_hash and k.ingetrokken_op is null and k.verloopt_op > p_nu limit 1
$$;
revoke all on function systeemkoppeling_zoek from public;
grant execute on function systeemkoppeling_zoek to rugdekking_app;

-- Every check: who, why and with what outcome. Of whom was asked, only keyed hashes are kept: enough to see that someone leafs through names,
-- not enough to read a name back.
create table controle (
  organisatie_id uuid not null,
  id uuid not null,
  op timestamptz not null,
  medewerker_id uuid,
  koppeling_id uuid,
  -- The rows of one list belong together.
  lijst_id uuid,
  doel text not null check (doel in ('huisbezoek', 'afspraak', 'balie', 'telefonisch', 'buitendienst')),
  uitkomst text not null check (uitkomst in ('rood', 'geel', 'groen', 'niet_te_bepalen')),
  persoon_hash bytea check (length(persoon_hash) = 16),
  achternaam_hash bytea check (length(achternaam_hash) = 16),
  adres_hash bytea check (length(adres_hash) = 16),
  postcode_hash bytea check (length(postcode_hash) = 16),
  buiten_uren boolean not null,
  -- The signals that were shown, at most ten.
  signalen uuid[] not null default '{}' check (cardinality(signalen) <= 10),
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, koppeling_id) references systeemkoppeling,
  check ((medewerker_id is null) <> (koppeling_id is null))
);
create index controle_medewerker on controle (organisatie_id, medewerker_id, op) where medewerker_id is not null;
create index controle_koppeling on controle (organisatie_id, koppeling_id, op) where koppeling_id is not null;
create index controle_signalen on controle using gin (signalen);
select beveilig_alleen_aanvullen('controle');

-- Use that looks like browsing, for the Adviseur to talk about.
create table gebruiksmelding (
  organisatie_id uuid not null,
  id uuid not null,
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  medewerker_id uuid,
  koppeling_id uuid,
  patroon text not null check (patroon in ('tempo', 'een_achternaam', 'een_straat', 'veel', 'buiten_uren', 'lijsten')),
  aantal integer not null,
  geremd boolean not null,
  op timestamptz not null,
  afgehandeld_op timestamptz,
  afgehandeld_door uuid,
  uitkomst text check (uitkomst in ('uitgelegd', 'besproken', 'rol_ingetrokken')),
  notitie text not null default '',
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, koppeling_id) references systeemkoppeling,
  check ((medewerker_id is null) <> (koppeling_id is null)),
  check ((afgehandeld_op is null) = (uitkomst is null))
);
create index gebruiksmelding_open on gebruiksmelding (organisatie_id, op) where afgehandeld_op is null;
select beveilig_met('gebruiksmelding', 'select, insert');
grant update (aantal, geremd, afgehandeld_op, afgehandeld_door, uitkomst, notitie, versie) on gebruiksmelding to rugdekking_app;

-- What must be told to a system, until it was.
create table webhookbericht (
  organisatie_id uuid not null,
  id uuid not null,
  koppeling_id uuid not null,
  signaal_id uuid not null,
  op timestamptz not null,
  afgeleverd_op timestamptz,
  pogingen integer not null default 0,
  -- HTTP status of the last attempt; 0 when there was no answer.
  status integer,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, koppeling_id) references systeemkoppeling,
  foreign key (organisatie_id, signaal_id) references signaal
);
create index webhookbericht_koppeling on webhookbericht (organisatie_id, koppeling_id, op);
select beveilig_met('webhookbericht', 'select, insert');
grant update (afgeleverd_op, pogingen, status) on webhookbericht to rugdekking_app;
