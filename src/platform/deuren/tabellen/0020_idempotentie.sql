-- One row per write that came with a key: the same form sent twice is done once and answered the same.
create table idempotentie (
  organisatie_id uuid not null,
  medewerker_id uuid not null,
  sleutel text not null check (length(sleutel) between 8 and 64),
  handeling text not null,
  op timestamptz not null,
  resultaat jsonb,
  primary key (organisatie_id, medewerker_id, sleutel)
);
create index idempotentie_op on idempotentie (op);
select beveilig('idempotentie');
