-- A file that was taken out of a dossier: by whom and why, and when its contents left the storage. The row, its SHA-256 and its lines in the
-- journaal stay. Without `weg_door` it was taken off a form that was not sent yet, and goes at once.
alter table bestand add column weg_door uuid, add column weg_reden text, add column gewist_op timestamptz;
alter table bestand add check (weg_door is null or (verwijderd_op is not null and weg_reden is not null)), add check (gewist_op is null or verwijderd_op is not null);
update bestand set gewist_op = verwijderd_op where verwijderd_op is not null;
