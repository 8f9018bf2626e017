-- A measure toward a veroorzaker, from proposal to end. What it needs before it may be decided is checked here as well as in the
-- rules: whoever writes with raw SQL as the application cannot make a measure without hearing, motivation, end, evaluation, mandate
-- or continued service (achtergrond 6.2, 12).
create table maatregel (
  organisatie_id uuid not null,
  id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  soort text not null check (soort in (
    'waarschuwing', 'contactbeperking', 'een_postbus', 'contactquotum', 'via_gemachtigde', 'opschorting', 'pandverbod', 'schadeverhaal', 'rechterlijk_bevel')),
  -- Much contact is not aggression: its own class, with a second person (functies C7).
  klasse text not null default 'agressie' check (klasse in ('agressie', 'onevenredig_beroep')),
  toestand text not null check (toestand in (
    'voorgesteld', 'gehoord', 'besloten', 'in_werking', 'geschorst', 'uitgevoerd', 'verlengd', 'opgeheven', 'verlopen', 'ingetrokken', 'afgewezen', 'vervallen')),

  -- The advice as it was given, and why it was not followed (functies C3, C4).
  advies jsonb not null,
  advies_versie text not null,
  wijkt_af boolean not null,
  afwijking text not null default '',
  beslissersoort text not null,

  -- First and last day in force, and the day it is looked at again.
  begin_op date,
  eind_op date,
  evaluatie_op date,
  -- Such as how many contacts a month, or which address: what cannot be said in scope and dates.
  invulling text not null default '',
  -- Of damage that is claimed, in cents.
  bedrag_centen integer check (bedrag_centen > 0),

  -- Motivation, in parts (functies D6).
  -- What happened, per event: day, place in general words, and conduct in words that name nobody; and who checked that.
  feiten jsonb not null default '[]',
  nagekeken_door uuid,
  norm jsonb not null default '[]',
  waarom_maatregel text not null default '',
  waarom_duur text not null default '',
  afweging text not null default '',
  wederhoor_id uuid,
  -- What the citizen said, in short and in words that name nobody; and what was done with it.
  zienswijze_kort text not null default '',
  zienswijze_weging text not null default '',

  -- Without hearing first, because it could not wait; and the duty to hear afterwards, with its own clock (functies D3).
  spoed_reden text not null default '',
  hoorplicht_id uuid,

  -- Service goes on (functies D9).
  kanaal_blijft text not null default '',
  contactpersoon_id uuid,
  kerndiensten text[] not null default '{}',

  -- Second person for onevenredig beroep, with the effects for whom the person represents.
  bevestigd_door uuid,
  bevestigd_op timestamptz,
  vertegenwoordigt text not null default '',

  -- An extension is a measure of its own that follows on the old one, with recent facts.
  verlengt_id uuid,
  feit_dossier_id uuid,
  feit_overtreding_id uuid,

  -- Whether the proposer may not decide himself.
  vier_ogen boolean not null,
  voorgesteld_door uuid not null,
  voorgesteld_op timestamptz not null,
  voorgelegd_aan uuid,
  besloten_door uuid,
  besloten_op timestamptz,
  machtiging_id uuid,
  -- A court order is not decided here: number and date of the ruling.
  uitspraak text not null default '',
  -- To whom the letter goes.
  aan_naam text not null default '',
  aan_adres text not null default '',
  brief_id uuid,
  brief_verzonden_op date,
  evaluatie_termijn_id uuid,
  besluit_termijn_id uuid,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, nagekeken_door) references medewerker,
  foreign key (organisatie_id, contactpersoon_id) references medewerker,
  foreign key (organisatie_id, bevestigd_door) references medewerker,
  foreign key (organisatie_id, verlengt_id) references maatregel,
  foreign key (organisatie_id, feit_dossier_id) references dossier,
  foreign key (organisatie_id, voorgesteld_door) references medewerker,
  foreign key (organisatie_id, voorgelegd_aan) references medewerker,
  foreign key (organisatie_id, besloten_door) references medewerker,
  foreign key (organisatie_id, machtiging_id) references machtiging,
  constraint afwijking_met_reden check (not wijkt_af or btrim(afwijking) <> ''),
  constraint einde_na_begin check (eind_op is null or (begin_op is not null and eind_op > begin_op)),
  constraint niet_eindeloos check (eind_op is null or eind_op <= begin_op + interval '5 years'),
  constraint evaluatie_ertussen check (evaluatie_op is null or (begin_op is not null and eind_op is not null and evaluatie_op >= begin_op and evaluatie_op <= eind_op)),
  constraint onevenredig_vier_ogen check (klasse <> 'onevenredig_beroep' or vier_ogen),
  constraint tweede_persoon check (bevestigd_door is null or bevestigd_door <> voorgesteld_door),
  constraint vier_ogen_beslist check (not vier_ogen or besloten_door is null or besloten_door <> voorgesteld_door),
  constraint verlenging_met_feit check (verlengt_id is null or (feit_dossier_id is null) <> (feit_overtreding_id is null))
);
create index maatregel_dossier on maatregel (organisatie_id, dossier_id);
create index maatregel_betrokkene on maatregel (organisatie_id, betrokkene_id);
create index maatregel_loopt on maatregel (organisatie_id, eind_op) where toestand in ('besloten', 'in_werking', 'geschorst');
-- A second extension of the same measure cannot be decided beside the first.
create unique index maatregel_verlenging on maatregel (organisatie_id, verlengt_id) where verlengt_id is not null and toestand not in ('ingetrokken', 'afgewezen');

-- Where and how far it reaches: the whole organisation, or locations, departments, channels, functions.
create table maatregelbereik (
  organisatie_id uuid not null,
  id uuid not null,
  maatregel_id uuid not null,
  soort text not null check (soort in ('organisatie', 'locatie', 'onderdeel', 'kanaal', 'functie')),
  locatie_id uuid,
  onderdeel_id uuid,
  kanaal text check (kanaal in ('balie', 'telefoon', 'post', 'email', 'sociale_media', 'huisbezoek')),
  functie_id uuid,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, locatie_id) references locatie,
  foreign key (organisatie_id, onderdeel_id) references onderdeel,
  foreign key (organisatie_id, functie_id) references functie,
  unique nulls not distinct (organisatie_id, maatregel_id, soort, locatie_id, onderdeel_id, kanaal, functie_id),
  constraint wijst_naar_wat_het_zegt check (
    (soort = 'locatie') = (locatie_id is not null) and (soort = 'onderdeel') = (onderdeel_id is not null) and (soort = 'kanaal') = (kanaal is not null) and (soort = 'functie') = (functie_id is not null))
);
create index maatregelbereik_van on maatregelbereik (organisatie_id, maatregel_id);
create index maatregelbereik_locatie on maatregelbereik (organisatie_id, locatie_id) where locatie_id is not null;

-- Every change of a measure, one line each; append-only. Each version of the row has exactly one.
create table maatregelstap (
  organisatie_id uuid not null,
  id uuid not null,
  maatregel_id uuid not null,
  volgnr integer not null,
  op timestamptz not null,
  gebeurtenis text not null,
  van text,
  naar text not null,
  -- Null when the clock did it.
  door uuid,
  reden text not null default '',
  primary key (organisatie_id, id),
  unique (organisatie_id, maatregel_id, volgnr),
  foreign key (organisatie_id, maatregel_id) references maatregel,
  foreign key (organisatie_id, door) references medewerker
);

select beveilig('maatregel');
select beveilig('maatregelbereik');
select beveilig_alleen_aanvullen('maatregelstap');
revoke delete on maatregel from rugdekking_app;
revoke update on maatregelbereik from rugdekking_app;
