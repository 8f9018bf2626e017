-- Accounts that are kept here, for organisations without an identity provider. A colleague has an account from the moment he set one up
-- with an invitation; the row itself opens nothing without a password with its code, or a passkey.
create table account (
  organisatie_id uuid not null references organisatie,
  medewerker_id uuid not null,
  -- argon2id, with its parameters and salt in it.
  wachtwoord text check (wachtwoord like '$argon2id$%'),
  wachtwoord_op timestamptz,
  totp_geheim bytea check (length(totp_geheim) >= 20),
  -- The last step of thirty seconds whose code was used: a code counts once.
  totp_laatste bigint not null default 0,
  primary key (organisatie_id, medewerker_id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  check ((wachtwoord is null) = (totp_geheim is null) and (wachtwoord is null) = (wachtwoord_op is null))
);
create table passkey (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  referentie text not null,
  publieke_sleutel bytea not null,
  teller bigint not null,
  transporten text[] not null,
  -- Kind of device it was made on, and whether it is kept in the cloud of its maker.
  toestel text not null,
  gesynchroniseerd boolean not null,
  sinds timestamptz not null,
  laatst_gebruikt timestamptz,
  primary key (organisatie_id, id),
  unique (organisatie_id, referentie),
  foreign key (organisatie_id, medewerker_id) references account
);
create index passkey_medewerker on passkey (organisatie_id, medewerker_id);
create table herstelcode (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  gebruikt_op timestamptz,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references account
);
create index herstelcode_medewerker on herstelcode (organisatie_id, medewerker_id);

-- A link with which a colleague sets up his account, once. `soort` 'herstel' was made by a recovery code, for half an hour.
create table uitnodiging (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  soort text not null check (soort in ('uitnodiging', 'herstel')),
  token_hash bytea not null check (length(token_hash) = 32),
  gemaakt_op timestamptz not null,
  -- Null: made by the operator on the command line, or by the recovery code of the colleague himself.
  gemaakt_door uuid,
  -- Whoever already has an account gets a new way in only when a second person agrees.
  tweede_nodig boolean not null,
  bevestigd_door uuid,
  verloopt_op timestamptz not null,
  gebruikt_op timestamptz,
  vervallen_op timestamptz,
  -- Secret of the app with codes, while it is being set up.
  totp_voorstel bytea,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker,
  foreign key (organisatie_id, gemaakt_door) references medewerker,
  foreign key (organisatie_id, bevestigd_door) references medewerker,
  check (gemaakt_door is distinct from medewerker_id),
  check (bevestigd_door is null or (bevestigd_door is distinct from gemaakt_door and bevestigd_door <> medewerker_id))
);
create index uitnodiging_token on uitnodiging (organisatie_id, token_hash);
create index uitnodiging_medewerker on uitnodiging (organisatie_id, medewerker_id);

-- What a passkey must sign; bound to the browser, used once, worth nothing after five minutes.
create table passkeyvraag (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  browser_hash bytea not null check (length(browser_hash) = 32),
  uitdaging text not null,
  -- For whom a new passkey is made; null when someone signs in.
  medewerker_id uuid,
  op timestamptz not null,
  primary key (organisatie_id, id)
);
create index passkeyvraag_browser on passkeyvraag (organisatie_id, browser_hash);

-- Failed attempts, per account (known or not), address and device, by a hash of which. Gone a day after the last failure.
create table aanmeldrem (
  organisatie_id uuid not null references organisatie,
  sleutel bytea not null check (length(sleutel) = 32),
  fouten integer not null,
  laatste timestamptz not null,
  wacht_tot timestamptz not null,
  primary key (organisatie_id, sleutel)
);
create index aanmeldrem_laatste on aanmeldrem (organisatie_id, laatste);
-- Browsers in which this colleague signed in before: strangers who guess at his account do not slow him down there.
create table bekend_toestel (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  laatst timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references account
);
create index bekend_toestel_medewerker on bekend_toestel (organisatie_id, medewerker_id);

select beveilig_met('account', 'select, insert, update');
select beveilig('passkey');
select beveilig('herstelcode');
select beveilig_met('uitnodiging', 'select, insert, update');
select beveilig_met('passkeyvraag', 'select, insert, delete');
select beveilig('aanmeldrem');
select beveilig('bekend_toestel');
