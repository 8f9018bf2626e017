-- A signal says what a colleague must do who is about to meet someone, and nothing of why. It hangs on a veroorzaker of a dossier (and so on the
-- person behind him) or on an address. It always ends, and someone always looks at it again before it does.
create table signaal (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  dossier_id uuid not null,
  compartiment text not null check (compartiment in ('ambtelijk', 'politiek')),
  -- A signal of the closed compartment can be shown outside it too: the instruction, never where it comes from.
  ook_ambtelijk boolean not null default false,
  -- About whom or what: exactly one.
  betrokkene_id uuid,
  postcode text check (postcode ~ '^[1-9][0-9]{3}[A-Z]{2}$'),
  huisnummer integer check (huisnummer between 1 and 99999),
  -- Normalised; '' is: not known, or the whole building.
  toevoeging text not null default '' check (toevoeging ~ '^[0-9A-Z]{0,10}$'),
  -- Where it comes from: a measure that is in force, or a serious and recent incident (the dossier itself).
  grond text not null check (grond in ('maatregel', 'incident')),
  maatregel_id uuid,
  reden text not null check (reden in ('maatregel', 'bedreiging', 'lichamelijk', 'intimidatie', 'omgeving')),
  instructies text[] not null check (cardinality(instructies) between 1 and 5 and instructies <@ array['niet_bezoeken', 'alleen_op_kantoor', 'met_zijn_tweeen', 'bel_eerst_adviseur', 'beveiliging_erbij']),
  toelichting text not null default '' check (length(toelichting) <= 140),
  -- The light follows from the instruction: red is "do not go there", yellow is "go like this". It says nothing about how dangerous someone is.
  kleur text not null generated always as (case when instructies && array['niet_bezoeken', 'alleen_op_kantoor'] then 'rood' else 'geel' end) stored,
  ingangsdatum date not null,
  einddatum date not null,
  herzien_op date not null,
  -- Whether the person was told, or why that waits (art. 23 AVG).
  burger text not null check (burger in ('inlichten', 'ingelicht', 'uitgesteld')),
  burger_reden text not null default '',
  gemaakt_door uuid not null,
  gemaakt_op timestamptz not null,
  ingetrokken_op timestamptz,
  ingetrokken_door uuid,
  intrekreden text,
  verlopen_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, gemaakt_door) references medewerker,
  check ((betrokkene_id is null) <> (postcode is null)),
  check ((postcode is null) = (huisnummer is null)),
  check (postcode is not null or toevoeging = ''),
  check ((grond = 'maatregel') = (maatregel_id is not null)),
  -- Two years is the most that can be; an organisation sets a shorter one.
  constraint signaal_eindigt check (einddatum > ingangsdatum and einddatum <= ingangsdatum + 731),
  constraint signaal_wordt_herzien check (herzien_op > ingangsdatum and herzien_op <= einddatum),
  check ((burger = 'uitgesteld') = (burger_reden <> '')),
  check ((ingetrokken_op is null) = (intrekreden is null))
);
create index signaal_betrokkene on signaal (organisatie_id, betrokkene_id) where betrokkene_id is not null;
create index signaal_adres on signaal (organisatie_id, postcode, huisnummer) where postcode is not null;
create index signaal_dossier on signaal (organisatie_id, dossier_id);
create index signaal_einde on signaal (einddatum) where ingetrokken_op is null and verlopen_op is null;
select beveilig_met('signaal', 'select, insert');
grant update (dossier_id, instructies, toelichting, einddatum, herzien_op, burger, burger_reden, ingetrokken_op, ingetrokken_door, intrekreden, verlopen_op, versie) on signaal to rugdekking_app;

-- Colleagues who will meet the person and were told. What they were told ends with the signal.
create table signaalontvanger (
  organisatie_id uuid not null,
  signaal_id uuid not null,
  medewerker_id uuid not null,
  -- When the whole department was told.
  onderdeel_id uuid,
  ingelicht_op timestamptz not null,
  ingelicht_door uuid not null,
  gelezen_op timestamptz,
  vervallen_op timestamptz,
  primary key (organisatie_id, signaal_id, medewerker_id),
  foreign key (organisatie_id, signaal_id) references signaal,
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create index signaalontvanger_medewerker on signaalontvanger (organisatie_id, medewerker_id) where vervallen_op is null;
select beveilig_met('signaalontvanger', 'select, insert, update');

-- The clock asks which signals ended, over all organisations.
create function signalen_te_eindigen(p_dag date) returns table (organisatie_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  select s.organisatie_id, s.id from signaal s where s.ingetrokken_op is null and s.verlopen_op is null and s.einddatum < p_dag order by s.einddatum limit 500
$$;
revoke all on function signalen_te_eindigen from public;
grant execute on function signalen_te_eindigen to rugdekking_app;
