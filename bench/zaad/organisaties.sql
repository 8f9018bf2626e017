-- Fifty organisations of 300 colleagues, twelve departments (the last one political) and six locations.
insert into organisatie (organisatie_id, naam, soort, slug)
  select zaai.vast('organisatie', o), 'Gemeente Proef ' || o, 'gemeente', 'proef-' || o from generate_series(0, 49) o;
insert into onderdeel (organisatie_id, id, code, naam, ouder_id, leidinggevende_id, fase, compartiment)
  select zaai.vast('organisatie', o), zaai.vast('onderdeel', o * 100 + k), 'O' || lpad(k::text, 2, '0'),
    (array['Directie', 'Burgerzaken', 'Werk en inkomen', 'Belastingen', 'Handhaving', 'Wmo', 'Jeugd', 'Klantcontact', 'Sport', 'Vergunningen', 'Buitendienst', 'Raad en griffie'])[k + 1],
    case when k between 1 and 10 then zaai.vast('onderdeel', o * 100) end, zaai.vast('medewerker', o * 1000 + k), 3, case when k = 11 then 'politiek' else 'ambtelijk' end
  from generate_series(0, 49) o, generate_series(0, 11) k;
insert into locatie (organisatie_id, id, code, naam, adres, postcode, plaats)
  select zaai.vast('organisatie', o), zaai.vast('locatie', o * 100 + l), 'L' || l,
    (array['Balie stadhuis', 'Wijkpost Noord', 'Zwembad De Golf', 'Milieustraat', 'Werkplein', 'Gebiedsteam Zuid'])[l + 1], 'Kerkstraat ' || l, '1234 AB', 'Proefdam'
  from generate_series(0, 49) o, generate_series(0, 5) l;
insert into medewerker (organisatie_id, id, personeelsnummer, voornaam, achternaam, email, telefoon, onderdeel_id, locatie_id, soort)
  select zaai.vast('organisatie', o), zaai.vast('medewerker', o * 1000 + p), 'P' || p, v.voornaam, v.achternaam, 'p' || p || '@proef-' || o || '.example', '010-0000000',
    zaai.vast('onderdeel', o * 100 + p % 12), zaai.vast('locatie', o * 100 + p % 6), case when p % 12 = 11 and p > 11 then 'politiek' else 'medewerker' end
  from generate_series(0, 49) o, generate_series(0, 299) p,
    lateral (select zaai.voornaam(o * 1000 + p) as voornaam, zaai.achternaam(o * 1000 + p) as achternaam) v;
insert into roltoekenning (organisatie_id, id, medewerker_id, rol, compartiment, sinds)
  select zaai.vast('organisatie', o), zaai.vast('rol', o * 100 + i), zaai.vast('medewerker', o * 1000 + p), rol, compartiment, '2020-01-01'
  from generate_series(0, 49) o, (values (1, 12, 'adviseur', 'ambtelijk'), (2, 13, 'adviseur', 'ambtelijk'), (3, 14, 'adviseur', 'ambtelijk'), (4, 14, 'adviseur', 'politiek'),
    (5, 11, 'griffier', 'politiek'), (6, 15, 'beheerder', 'ambtelijk')) w (i, p, rol, compartiment);
-- Triggers do not fire while seeding: the handelingskader everyone starts with.
select geef_beginkader(organisatie_id) from organisatie;
