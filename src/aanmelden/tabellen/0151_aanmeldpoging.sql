-- One attempt to sign in at an identity provider: what must come back unchanged. Bound to the browser by the hash of a cookie, used once,
-- and worth nothing after ten minutes.
create table aanmeldpoging (
  organisatie_id uuid not null references organisatie,
  id uuid not null,
  browser_hash bytea not null check (length(browser_hash) = 32),
  state_hash bytea not null check (length(state_hash) = 32),
  nonce text not null,
  verifier text not null,
  naar text not null,
  op timestamptz not null,
  primary key (organisatie_id, id)
);
create index aanmeldpoging_browser on aanmeldpoging (organisatie_id, browser_hash, state_hash);
create index aanmeldpoging_op on aanmeldpoging (organisatie_id, op);
select beveilig_met('aanmeldpoging', 'select, insert, delete');
