-- A clock, and the message that reminds of it, about something else than a dossier: a request of a registered person, a review. The room it is of
-- says how it is called and where it leads; the compartment says who sees it.
alter table termijn alter column dossier_id drop not null, add column onderwerp_soort text, add column onderwerp_id uuid, add column compartiment text check (compartiment in ('ambtelijk', 'politiek')),
  add constraint termijn_waarover check (num_nonnulls(onderwerp_soort, onderwerp_id, compartiment) = case when dossier_id is null then 3 else 0 end);
create index termijn_onderwerp on termijn (organisatie_id, onderwerp_id) where onderwerp_id is not null and afgerond_op is null;
alter table kennisgeving alter column dossier_id drop not null, add column onderwerp_soort text, add column onderwerp_id uuid,
  add constraint kennisgeving_waarover check (num_nonnulls(onderwerp_soort, onderwerp_id) = case when dossier_id is null then 2 else 0 end);
