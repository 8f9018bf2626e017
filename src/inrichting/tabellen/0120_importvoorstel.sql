-- An uploaded import between the dry run and "voer door": the files as they were sent, for a day. What is carried out is
-- judged again on these bytes; the browser sends only the id.
create table importvoorstel (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  medewerker_id uuid not null,
  op timestamptz not null,
  primary key (organisatie_id, id),
  foreign key (organisatie_id, medewerker_id) references medewerker
);
create index importvoorstel_op on importvoorstel (op);
create table importbestand (
  organisatie_id uuid not null,
  voorstel_id uuid not null,
  soort text not null check (soort in ('onderdelen', 'locaties', 'functies', 'medewerkers')),
  inhoud bytea not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (organisatie_id, voorstel_id, soort),
  foreign key (organisatie_id, voorstel_id) references importvoorstel on delete cascade
);
select beveilig('importvoorstel');
select beveilig('importbestand');

-- Removes what nobody carried out, over all organisations; the worker calls it.
create function importvoorstellen_opruimen(p_voor timestamptz) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare v_aantal integer;
begin
  delete from importvoorstel where op < p_voor;
  get diagnostics v_aantal = row_count;
  return v_aantal;
end $$;
revoke all on function importvoorstellen_opruimen from public;
grant execute on function importvoorstellen_opruimen to rugdekking_app;
