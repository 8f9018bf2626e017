-- The reception sees the bans of its location; who visits or receives citizens may check beforehand what to do.
alter table roltoekenning drop constraint roltoekenning_rol_check;
alter table roltoekenning add constraint roltoekenning_rol_check check (rol in ('adviseur', 'griffier', 'namensmelder', 'opvang', 'receptie', 'klantcontact', 'beheerder', 'fg'));
