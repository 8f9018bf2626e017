-- A version of the handelingskader, per kind of person. Kept as one document: it is read, compared, put in force and frozen as a whole.
create table kaderversie (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  persoonssoort text not null check (persoonssoort in ('medewerker', 'politiek')),
  nummer integer not null check (nummer > 0),
  status text not null check (status in ('concept', 'voorgelegd', 'gepubliceerd', 'vervallen')),
  inhoud jsonb not null check (jsonb_typeof(inhoud) = 'object'),
  -- What this version changes and why, for whoever must agree.
  toelichting text not null default '',
  -- In force from this day on; set when it is submitted.
  vanaf date,
  -- Null for the version that everyone starts with.
  opgesteld_door uuid,
  opgesteld_op timestamptz not null,
  -- Everyone who had a hand in it: none of them can be the second pair of eyes.
  bewerkers uuid[] not null default '{}',
  voorgelegd_door uuid,
  voorgelegd_op timestamptz,
  gepubliceerd_door uuid,
  gepubliceerd_op timestamptz,
  versie integer not null default 1,
  primary key (organisatie_id, id),
  unique (organisatie_id, persoonssoort, nummer),
  foreign key (organisatie_id, opgesteld_door) references medewerker,
  foreign key (organisatie_id, voorgelegd_door) references medewerker,
  foreign key (organisatie_id, gepubliceerd_door) references medewerker,
  check (status <> 'voorgelegd' or (voorgelegd_door is not null and voorgelegd_op is not null and vanaf is not null)),
  check (status <> 'gepubliceerd' or (vanaf is not null and gepubliceerd_op is not null))
);
-- One draft at a time: two that grow apart cannot both become the next version.
create unique index kaderversie_een_concept on kaderversie (organisatie_id, persoonssoort) where status in ('concept', 'voorgelegd');
create index kaderversie_geldend on kaderversie (organisatie_id, persoonssoort, vanaf desc, nummer desc) where status = 'gepubliceerd';

-- What the database itself holds to, whoever asks: nothing in force is ever changed, and nobody puts his own work in force.
create function kaderversie_bewaak() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    -- Version 1 is the one of the handreiking; every other begins as a draft.
    if new.status <> 'concept' and not (new.nummer = 1 and new.status = 'gepubliceerd' and new.opgesteld_door is null) then
      raise exception 'een versie van het handelingskader begint als concept' using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if old.status in ('gepubliceerd', 'vervallen') then
    raise exception 'deze versie van het handelingskader staat vast' using errcode = 'check_violation';
  end if;
  if (new.organisatie_id, new.id, new.persoonssoort, new.nummer, new.opgesteld_door, new.opgesteld_op) is distinct from (old.organisatie_id, old.id, old.persoonssoort, old.nummer, old.opgesteld_door, old.opgesteld_op) then
    raise exception 'wat een versie is, verandert niet' using errcode = 'check_violation';
  end if;
  if not old.bewerkers <@ new.bewerkers then
    raise exception 'wie aan een versie werkte, blijft genoemd' using errcode = 'check_violation';
  end if;
  if new.inhoud is distinct from old.inhoud and not (old.status = 'concept' and new.status = 'concept') then
    raise exception 'wat is voorgelegd, wijzigt niet meer' using errcode = 'check_violation';
  end if;
  if (old.status, new.status) not in (('concept', 'concept'), ('concept', 'voorgelegd'), ('concept', 'vervallen'), ('voorgelegd', 'concept'), ('voorgelegd', 'gepubliceerd'), ('voorgelegd', 'vervallen')) then
    raise exception 'van % naar % gaat niet', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status = 'gepubliceerd' then
    if (new.vanaf, new.voorgelegd_door) is distinct from (old.vanaf, old.voorgelegd_door) then
      raise exception 'wat is voorgelegd, wijzigt niet meer' using errcode = 'check_violation';
    end if;
    if new.gepubliceerd_door is null or new.gepubliceerd_door = new.voorgelegd_door or new.gepubliceerd_door = new.opgesteld_door or new.gepubliceerd_door = any (new.bewerkers) then
      raise exception 'een tweede persoon moet dit vaststellen' using errcode = 'check_violation';
    end if;
    if new.vanaf < (new.gepubliceerd_op at time zone 'Europe/Amsterdam')::date
      or exists (select from kaderversie k where k.organisatie_id = new.organisatie_id and k.persoonssoort = new.persoonssoort and k.status = 'gepubliceerd' and k.vanaf > new.vanaf) then
      raise exception 'een versie geldt nooit met terugwerkende kracht' using errcode = 'check_violation';
    end if;
  end if;
  return new;
end $$;
revoke all on function kaderversie_bewaak from public;
create trigger kaderversie_bewaak before insert or update on kaderversie for each row execute function kaderversie_bewaak();

-- What a person established about one veroorzaker in one dossier, where the forms of aggression alone do not say it.
create table adviesfeiten (
  organisatie_id uuid not null,
  dossier_id uuid not null,
  betrokkene_id uuid not null,
  -- Codes of behaviours; empty means: derive them from the forms.
  gedragingen text[] not null default '{}',
  tegen text check (tegen in ('medewerker', 'organisatie', 'bezoeker')),
  wapen boolean not null default false,
  door uuid not null,
  op timestamptz not null,
  versie integer not null default 1,
  primary key (organisatie_id, dossier_id, betrokkene_id),
  foreign key (organisatie_id, dossier_id) references dossier,
  foreign key (organisatie_id, betrokkene_id) references betrokkene,
  foreign key (organisatie_id, door) references medewerker
);

-- The norm and the house rules (functies C1): a new text is a new row.
create table normversie (
  organisatie_id uuid not null references organisatie,
  soort text not null check (soort in ('norm', 'huisregels')),
  nummer integer not null check (nummer > 0),
  vanaf date not null,
  titel text not null,
  inleiding text not null default '',
  -- One sentence each, in order; a letter can point at one by its number.
  regels text[] not null check (cardinality(regels) between 1 and 30),
  slot text not null default '',
  -- Null for the text that everyone starts with.
  door uuid,
  op timestamptz not null,
  primary key (organisatie_id, soort, nummer),
  foreign key (organisatie_id, door) references medewerker
);

select beveilig('kaderversie');
select beveilig('adviesfeiten');
select beveilig_alleen_aanvullen('normversie');
revoke delete on kaderversie, adviesfeiten from rugdekking_app;
