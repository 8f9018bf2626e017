-- The guard on measures, for every writer. It says the same as maatregelen/regels (a test compares the two) and speaks when
-- something other than the acts writes.

-- Kinds that have no first and last day: they are done once.
create function maatregel_eenmalig(p_soort text) returns boolean
  language sql immutable parallel safe set search_path = pg_catalog as $$ select p_soort in ('waarschuwing', 'schadeverhaal') $$;

-- Which state may follow on which, for this kind of measure. Staying in a state is allowed: a part was changed, or a breach was logged.
create function maatregel_mag_naar(p_soort text, p_spoed boolean, p_van text, p_naar text) returns boolean
  language sql immutable parallel safe set search_path = pg_catalog, public as $$
    select case
      when p_soort = 'rechterlijk_bevel' then (p_van, p_naar) in (
        ('voorgesteld', 'in_werking'), ('voorgesteld', 'ingetrokken'), ('in_werking', 'geschorst'), ('in_werking', 'opgeheven'), ('in_werking', 'verlopen'),
        ('geschorst', 'in_werking'), ('geschorst', 'opgeheven'), ('geschorst', 'verlopen'))
      when maatregel_eenmalig(p_soort) then (p_van, p_naar) in (
        ('voorgesteld', 'gehoord'), ('voorgesteld', 'afgewezen'), ('voorgesteld', 'ingetrokken'),
        ('gehoord', 'voorgesteld'), ('gehoord', 'besloten'), ('gehoord', 'afgewezen'), ('gehoord', 'ingetrokken'), ('besloten', 'uitgevoerd'), ('besloten', 'opgeheven'))
      else (p_van, p_naar) in (
        ('voorgesteld', 'gehoord'), ('voorgesteld', 'afgewezen'), ('voorgesteld', 'ingetrokken'),
        ('gehoord', 'voorgesteld'), ('gehoord', 'besloten'), ('gehoord', 'afgewezen'), ('gehoord', 'ingetrokken'),
        ('besloten', 'in_werking'), ('besloten', 'opgeheven'), ('besloten', 'verlopen'),
        ('in_werking', 'geschorst'), ('in_werking', 'opgeheven'), ('in_werking', 'verlopen'), ('in_werking', 'verlengd'),
        ('geschorst', 'in_werking'), ('geschorst', 'opgeheven'), ('geschorst', 'verlopen'), ('geschorst', 'verlengd'))
        or (p_spoed and (p_van, p_naar) in (('voorgesteld', 'besloten'), ('besloten', 'vervallen'), ('in_werking', 'vervallen'), ('geschorst', 'vervallen')))
      end $$;

-- Whether it is known who this party is: by itself, or because someone confirmed who it was. A measure needs a person to address.
create function partij_bekend(p_org uuid, p_betrokkene uuid) returns boolean
  language plpgsql stable set search_path = pg_catalog, public as $$
begin
  return exists (select from betrokkene b where b.organisatie_id = p_org and b.id = p_betrokkene and b.soort in ('bekend', 'bedrijf', 'medewerker') and (b.naam <> '' or b.medewerker_id is not null))
    or exists (
      select from koppeling k join persoon r on r.organisatie_id = k.organisatie_id and r.id = k.persoon_id join persoon p on p.organisatie_id = r.organisatie_id and p.id = r.groep_id
      where k.organisatie_id = p_org and k.betrokkene_id = p_betrokkene and p.soort not in ('onbekend', 'groep', 'account') and p.gewist_op is null);
end $$;

create function maatregel_bewaak() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
declare
  v_partij record;
  v_dossier record;
  v_oud record;
  v_hoor record;
  v_decided constant text[] := array['besloten', 'in_werking', 'geschorst', 'uitgevoerd', 'verlengd', 'opgeheven', 'verlopen', 'vervallen'];
  v_beslist boolean := new.soort <> 'rechterlijk_bevel' and new.toestand = any (v_decided);
begin
  select compartiment, onderdeel_id into v_dossier from dossier where organisatie_id = new.organisatie_id and id = new.dossier_id;
  select rol, soort, dossier_id into v_partij from betrokkene where organisatie_id = new.organisatie_id and id = new.betrokkene_id;
  if v_partij.rol is distinct from 'veroorzaker' or v_partij.dossier_id is distinct from new.dossier_id then
    raise exception 'een maatregel gaat over een veroorzaker in dit dossier' using errcode = 'check_violation', constraint = 'maatregel_veroorzaker';
  end if;

  if tg_op = 'INSERT' then
    if not partij_bekend(new.organisatie_id, new.betrokkene_id) then
      raise exception 'een maatregel tegen een onbekende kan niet' using errcode = 'check_violation', constraint = 'maatregel_onbekende';
    end if;
    if new.toestand <> 'voorgesteld' or new.versie <> 1 or num_nonnulls(new.besloten_door, new.besloten_op, new.machtiging_id) > 0 then
      raise exception 'een maatregel begint als voorstel' using errcode = 'check_violation', constraint = 'maatregel_begint';
    end if;
  else
    if new.versie <> old.versie + 1 then
      raise exception 'elke wijziging van een maatregel is een nieuwe versie' using errcode = 'check_violation', constraint = 'maatregel_versie';
    end if;
    if new.toestand <> old.toestand and not maatregel_mag_naar(new.soort, new.spoed_reden <> '', old.toestand, new.toestand) then
      raise exception 'een maatregel gaat niet van % naar %', old.toestand, new.toestand using errcode = 'check_violation', constraint = 'maatregel_overgang';
    end if;
    if old.toestand in ('verlengd', 'opgeheven', 'verlopen', 'ingetrokken', 'afgewezen', 'vervallen') and new.toestand <> old.toestand then
      raise exception 'deze maatregel is voorbij' using errcode = 'check_violation', constraint = 'maatregel_overgang';
    end if;
    if (new.soort, new.voorgesteld_door, new.voorgesteld_op, new.verlengt_id, new.klasse, new.vier_ogen) is distinct from (old.soort, old.voorgesteld_door, old.voorgesteld_op, old.verlengt_id, old.klasse, old.vier_ogen) then
      raise exception 'wat is voorgesteld en door wie staat vast' using errcode = 'check_violation', constraint = 'maatregel_vast';
    end if;
    -- What is decided on stands still from the moment the citizen was heard on it; another proposal goes back to the start. In force only its end
    -- can come nearer, and the day it is looked at again move.
    if old.toestand <> 'voorgesteld' and (new.advies, new.advies_versie, new.wijkt_af, new.afwijking, new.beslissersoort, new.begin_op, new.invulling, new.bedrag_centen, new.feiten,
        new.nagekeken_door, new.norm, new.waarom_maatregel, new.waarom_duur, new.afweging, new.spoed_reden, new.kanaal_blijft, new.kerndiensten, new.vertegenwoordigt, new.bevestigd_door, new.bevestigd_op,
        new.feit_dossier_id, new.feit_overtreding_id, new.uitspraak)
      is distinct from (old.advies, old.advies_versie, old.wijkt_af, old.afwijking, old.beslissersoort, old.begin_op, old.invulling, old.bedrag_centen, old.feiten,
        old.nagekeken_door, old.norm, old.waarom_maatregel, old.waarom_duur, old.afweging, old.spoed_reden, old.kanaal_blijft, old.kerndiensten, old.vertegenwoordigt, old.bevestigd_door, old.bevestigd_op,
        old.feit_dossier_id, old.feit_overtreding_id, old.uitspraak) then
      raise exception 'een maatregel waarover is gehoord verandert niet meer' using errcode = 'check_violation', constraint = 'maatregel_vast';
    end if;
    if old.toestand <> 'voorgesteld' and (
        (new.eind_op is distinct from old.eind_op and not (old.toestand in ('in_werking', 'geschorst') and new.eind_op < old.eind_op))
        or (new.evaluatie_op is distinct from old.evaluatie_op and old.toestand not in ('in_werking', 'geschorst'))) then
      raise exception 'een maatregel duurt niet langer dan is besloten' using errcode = 'check_violation', constraint = 'maatregel_vast';
    end if;
    if old.besloten_op is not null and (new.besloten_door, new.besloten_op, new.machtiging_id) is distinct from (old.besloten_door, old.besloten_op, old.machtiging_id)
      or old.besloten_op is null and new.besloten_op is not null and new.toestand <> 'besloten' then
      raise exception 'een besluit staat vast' using errcode = 'check_violation', constraint = 'maatregel_besluit';
    end if;
    if old.wederhoor_id is not null and old.toestand = any (v_decided) and (new.wederhoor_id, new.zienswijze_kort, new.zienswijze_weging) is distinct from (old.wederhoor_id, old.zienswijze_kort, old.zienswijze_weging) then
      raise exception 'wat de burger zei en hoe dat is gewogen staat vast' using errcode = 'check_violation', constraint = 'maatregel_vast';
    end if;
  end if;

  if new.contactpersoon_id is not null and exists (
      select from betrokkene b where b.organisatie_id = new.organisatie_id and b.dossier_id = new.dossier_id and b.medewerker_id = new.contactpersoon_id and b.vervallen_op is null)
    and (tg_op = 'INSERT' or new.contactpersoon_id is distinct from old.contactpersoon_id or (v_beslist and old.toestand in ('voorgesteld', 'gehoord'))) then
    raise exception 'de contactpersoon is zelf betrokken' using errcode = 'check_violation', constraint = 'maatregel_contactpersoon';
  end if;

  if new.verlengt_id is not null then
    select m.* into v_oud from maatregel m where m.organisatie_id = new.organisatie_id and m.id = new.verlengt_id;
    if v_oud.soort is distinct from new.soort or v_oud.betrokkene_id is distinct from new.betrokkene_id or (new.toestand in ('voorgesteld', 'gehoord') and new.begin_op is distinct from v_oud.eind_op + 1) then
      raise exception 'een verlenging sluit aan op dezelfde maatregel' using errcode = 'check_violation', constraint = 'maatregel_verlenging';
    end if;
    if new.feit_dossier_id is not null and not exists (
        select from dossier d where d.organisatie_id = new.organisatie_id and d.id = new.feit_dossier_id and (d.voorval_op at time zone 'Europe/Amsterdam')::date >= v_oud.begin_op) then
      raise exception 'een verlenging vraagt een feit van na het begin van de maatregel' using errcode = 'check_violation', constraint = 'maatregel_recent_feit';
    end if;
  end if;

  -- A court order is recorded and not decided; we keep which one it is.
  if new.soort = 'rechterlijk_bevel' and new.toestand not in ('voorgesteld', 'ingetrokken') and (btrim(new.uitspraak) = '' or num_nulls(new.begin_op, new.eind_op, new.evaluatie_op) > 0) then
    raise exception 'van een rechterlijke maatregel staan uitspraak, begin, einde en evaluatie vast' using errcode = 'check_violation', constraint = 'maatregel_uitspraak';
  end if;
  if new.toestand = 'gehoord' or v_beslist then
    if new.wederhoor_id is null and btrim(new.spoed_reden) = '' then
      raise exception 'zonder wederhoor geen besluit' using errcode = 'check_violation', constraint = 'maatregel_wederhoor';
    end if;
    if new.wederhoor_id is not null then
      select w.betrokkene_id, w.uitkomst, w.uitgenodigd_op into v_hoor from wederhoor w where w.organisatie_id = new.organisatie_id and w.id = new.wederhoor_id and w.vervallen_op is null;
      if v_hoor.uitkomst is null or v_hoor.betrokkene_id is distinct from new.betrokkene_id or btrim(new.zienswijze_weging) = ''
        or (new.verlengt_id is not null and v_hoor.uitgenodigd_op < new.voorgesteld_op) then
        raise exception 'het wederhoor is niet af, gaat over iemand anders, of is niet gewogen' using errcode = 'check_violation', constraint = 'maatregel_wederhoor';
      end if;
    end if;
  end if;
  if not v_beslist then
    return new;
  end if;

  if jsonb_array_length(new.feiten) = 0 or new.nagekeken_door is null or jsonb_array_length(new.norm) = 0
    or btrim(new.waarom_maatregel) = '' or (not maatregel_eenmalig(new.soort) and btrim(new.waarom_duur) = '') or btrim(new.afweging) = '' then
    raise exception 'de motivering is niet af' using errcode = 'check_violation', constraint = 'maatregel_motivering';
  end if;
  if not maatregel_eenmalig(new.soort) and num_nulls(new.begin_op, new.eind_op, new.evaluatie_op) > 0 then
    raise exception 'zonder begin, einde en evaluatie geen besluit' using errcode = 'check_violation', constraint = 'maatregel_duur';
  end if;
  if btrim(new.kanaal_blijft) = '' or new.contactpersoon_id is null or cardinality(new.kerndiensten) = 0 then
    raise exception 'zonder dienstverlening die doorgaat geen besluit' using errcode = 'check_violation', constraint = 'maatregel_dienstverlening';
  end if;
  if new.wederhoor_id is null and not exists (select from hoorplicht h where h.organisatie_id = new.organisatie_id and h.id = new.hoorplicht_id and h.betrokkene_id = new.betrokkene_id) then
    raise exception 'bij spoed hoort wederhoor achteraf' using errcode = 'check_violation', constraint = 'maatregel_wederhoor';
  end if;
  if new.klasse = 'onevenredig_beroep' and (new.bevestigd_door is null or btrim(new.vertegenwoordigt) = '') then
    raise exception 'bij onevenredig beroep hoort een tweede persoon' using errcode = 'check_violation', constraint = 'maatregel_tweede_persoon';
  end if;
  if num_nulls(new.besloten_door, new.besloten_op, new.machtiging_id) > 0 then
    raise exception 'zonder machtiging geen besluit' using errcode = 'check_violation', constraint = 'maatregel_machtiging';
  end if;
  if tg_op = 'UPDATE' and old.besloten_op is null then
    if not machtiging_draagt(new.organisatie_id, new.machtiging_id, new.besloten_door, new.beslissersoort, new.soort, v_dossier.onderdeel_id, v_dossier.compartiment, new.besloten_op) then
      raise exception 'deze machtiging draagt dit besluit niet' using errcode = 'check_violation', constraint = 'maatregel_machtiging';
    end if;
    if exists (select from betrokkene b where b.organisatie_id = new.organisatie_id and b.dossier_id = new.dossier_id and b.medewerker_id = new.besloten_door and b.rol in ('slachtoffer', 'getuige', 'veroorzaker') and b.vervallen_op is null) then
      raise exception 'wie zelf betrokken is beslist niet' using errcode = 'check_violation', constraint = 'maatregel_beslisser';
    end if;
    if not exists (select from maatregelbereik b where b.organisatie_id = new.organisatie_id and b.maatregel_id = new.id) then
      raise exception 'een maatregel zegt waar hij geldt' using errcode = 'check_violation', constraint = 'maatregel_bereik';
    end if;
  end if;
  return new;
end $$;
revoke all on function maatregel_bewaak, partij_bekend, maatregel_mag_naar, maatregel_eenmalig from public;
grant execute on function partij_bekend, maatregel_mag_naar, maatregel_eenmalig to rugdekking_app;
create trigger maatregel_bewaak before insert or update on maatregel for each row execute function maatregel_bewaak();

-- Each version has its line in the history, written in the same transaction.
create function maatregel_heeft_stap() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (
      select from maatregelstap s where s.organisatie_id = new.organisatie_id and s.maatregel_id = new.id and s.volgnr = new.versie and s.naar = new.toestand
        and s.van is not distinct from case when tg_op = 'UPDATE' then old.toestand end) then
    raise exception 'deze wijziging staat niet in de geschiedenis' using errcode = 'check_violation', constraint = 'maatregel_geschiedenis';
  end if;
  return null;
end $$;
revoke all on function maatregel_heeft_stap from public;
create constraint trigger maatregel_heeft_stap after insert or update on maatregel deferrable initially deferred for each row execute function maatregel_heeft_stap();

-- Where a measure reaches changes only while it is a proposal.
create function maatregelbereik_bewaak() returns trigger
  language plpgsql set search_path = pg_catalog, public as $$
declare
  v record := coalesce(new, old);
begin
  if not exists (select from maatregel m where m.organisatie_id = v.organisatie_id and m.id = v.maatregel_id and m.toestand = 'voorgesteld') then
    raise exception 'waar een maatregel geldt staat vast' using errcode = 'check_violation', constraint = 'maatregel_vast';
  end if;
  return v;
end $$;
revoke all on function maatregelbereik_bewaak from public;
create trigger maatregelbereik_bewaak before insert or update or delete on maatregelbereik for each row execute function maatregelbereik_bewaak();

-- Measures for which time or the post may have brought something, over all organisations; ids only, for the worker, which then looks per organisation.
create function maatregelen_rijp(p_nu timestamptz) returns table (organisatie_id uuid, id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  v_vandaag date := (p_nu at time zone 'Europe/Amsterdam')::date;
begin
  return query select m.organisatie_id, m.id from maatregel m
    left join brief b on b.organisatie_id = m.organisatie_id and b.id = m.brief_id
    left join hoorplicht h on h.organisatie_id = m.organisatie_id and h.id = m.hoorplicht_id
    where m.toestand in ('besloten', 'in_werking', 'geschorst') and (
      m.eind_op < v_vandaag
      or (m.brief_verzonden_op is null and b.status = 'verzonden')
      or (m.toestand = 'besloten' and m.begin_op <= v_vandaag and (m.brief_verzonden_op is not null or m.hoorplicht_id is not null))
      or (m.wederhoor_id is null and h.voldaan_op is null and h.uiterlijk <= p_nu))
    order by m.organisatie_id, m.id limit 500;
end $$;
revoke all on function maatregelen_rijp from public;
grant execute on function maatregelen_rijp to rugdekking_app;
