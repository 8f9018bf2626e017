-- The journaal: one line for each write and for each reading of a dossier, in a SHA-256 chain per organisation.
-- Lines carry opaque ids only. What is personal (from where, which fields) stands in journaal_inhoud and is bound to the
-- line by a salted commitment, so that erasing it later leaves the chain whole.
create table journaal (
  organisatie_id uuid not null,
  volgnr bigint not null,
  tijd timestamptz not null,
  actor text not null,
  handeling text not null,
  object_soort text not null,
  object_id text not null,
  dossier_id uuid,
  resultaat text not null check (resultaat in ('gelukt', 'geweigerd', 'mislukt')),
  verbintenis bytea,
  vorige bytea not null,
  schakel bytea not null,
  primary key (organisatie_id, volgnr)
);
create index journaal_dossier on journaal (organisatie_id, dossier_id, volgnr) where dossier_id is not null;
create table journaal_inhoud (
  organisatie_id uuid not null,
  volgnr bigint not null,
  zout bytea not null,
  inhoud jsonb not null,
  primary key (organisatie_id, volgnr)
);
create table journaal_kop (
  organisatie_id uuid primary key,
  volgnr bigint not null,
  schakel bytea not null
);
select beveilig('journaal');
select beveilig('journaal_inhoud');
select beveilig('journaal_kop');
-- Only journaal_schrijf writes; the application role reads, and not even that for the heads.
revoke insert, update, delete on journaal, journaal_inhoud from rugdekking_app;
revoke all on journaal_kop from rugdekking_app;

-- Appends one line for the organisation of this transaction. Call it last: from here to commit the organisation's chain is locked.
create function journaal_schrijf(
  p_tijd timestamptz, p_actor text, p_handeling text, p_object_soort text, p_object_id text, p_dossier uuid, p_resultaat text, p_inhoud jsonb
) returns bigint language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  v_org uuid := huidige_organisatie();
  v_volgnr bigint;
  v_vorige bytea;
  v_zout bytea;
  v_verbintenis bytea;
  v_schakel bytea;
begin
  if v_org is null then raise exception 'journaal zonder organisatie'; end if;
  select volgnr + 1, schakel into v_volgnr, v_vorige from journaal_kop where organisatie_id = v_org for update;
  if not found then
    insert into journaal_kop values (v_org, 0, sha256(convert_to(v_org::text, 'UTF8'))) on conflict do nothing;
    select volgnr + 1, schakel into v_volgnr, v_vorige from journaal_kop where organisatie_id = v_org for update;
  end if;
  if p_inhoud is not null then
    v_zout := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    v_verbintenis := sha256(v_zout || convert_to(p_inhoud::text, 'UTF8'));
  end if;
  v_schakel := sha256(convert_to(jsonb_build_array(
    v_org, v_volgnr, to_char(p_tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), p_actor, p_handeling, p_object_soort, p_object_id,
    p_dossier, p_resultaat, encode(v_verbintenis, 'hex'), encode(v_vorige, 'hex'))::text, 'UTF8'));
  insert into journaal values (v_org, v_volgnr, p_tijd, p_actor, p_handeling, p_object_soort, p_object_id, p_dossier, p_resultaat, v_verbintenis, v_vorige, v_schakel);
  if p_inhoud is not null then insert into journaal_inhoud values (v_org, v_volgnr, v_zout, p_inhoud); end if;
  update journaal_kop set volgnr = v_volgnr, schakel = v_schakel where organisatie_id = v_org;
  return v_volgnr;
end $$;
revoke all on function journaal_schrijf from public;
grant execute on function journaal_schrijf to rugdekking_app;
