-- The dossiers {van} to {tot} with everything that hangs on them, as the acts of the application leave it behind.
create temporary table v on commit drop as
  select d.*, t.verhaal, t.nazorgtekst,
    zaai.vast('onderdeel', o * 100 + k) as onderdeel_id, zaai.vast('medewerker', o * 1000 + p) as slachtoffer_id, zaai.vast('medewerker', o * 1000 + mp) as melder_id,
    -- Who acts: the leidinggevende of the department, and one of the Adviseurs (the griffier in the political compartment).
    zaai.vast('medewerker', o * 1000 + k) as leider_id, zaai.vast('medewerker', o * 1000 + case when k = 11 then 11 else 12 + zaai.r(n, 5, 3) end) as adviseur_id,
    (select tekst from zaai.woorden w where w.soort = 'titel' and w.i = zaai.r(d.n, 6, (select aantal from zaai.aantallen a where a.soort = 'titel'))) as titel,
    (select tekst from zaai.woorden w where w.soort = 'omschrijving' and w.i = zaai.r(d.n, 7, (select aantal from zaai.aantallen a where a.soort = 'omschrijving'))) as omschrijving,
    case when zaai.r(n, 8, 100) < 35 then zaai.voornaam(n + 7) || ' ' || zaai.achternaam(n) end as bekend
  from zaai.d d join lateral (
    select string_agg(w.tekst, ' ' order by j) filter (where j <= 8 + zaai.r(d.n, 9, 5))
        || case when zaai.r(d.n, 8, 100) < 35 then ' Hij noemde zich ' || zaai.voornaam(d.n + 7) || ' ' || zaai.achternaam(d.n) || '.' else '' end
        || case when zaai.r(d.n, 10, 100) < 15 then ' Hij reed weg in een auto met kenteken ' || zaai.kenteken(d.n) || '.' else '' end
        || case when zaai.r(d.n, 11, 100) < 30 then ' Hij woont aan de ' || zaai.achternaam(d.n * 3) || 'straat ' || zaai.r(d.n, 12, 200) || '.' else '' end as verhaal,
      string_agg(w.tekst, ' ' order by j) filter (where j > 12) as nazorgtekst
    from generate_series(1, 16) j join zaai.woorden w on w.soort = 'zin' and w.i = zaai.r(d.n * 31 + j, 13, (select aantal from zaai.aantallen a where a.soort = 'zin'))
  ) t on true
  where d.n between {van} and {tot};

insert into dossier (organisatie_id, id, jaar, volgnr, compartiment, status, route, titel, ernst, ernst_uitleg, bijna, kanaal, voorval_op, voorval_precies, locatie_id, plek, onderdeel_id,
    aanspreekpunt_id, toedracht, gemeld_op, gesloten_op, gesloten_reden, versie)
  select organisatie_id, id, jaar, volgnr, compartiment, status, case when zaai.r(n, 20, 100) < 3 then 'buiten_leidinggevende' else 'leidinggevende' end, titel,
    (array['licht', 'licht', 'middel', 'middel', 'ernstig'])[1 + zaai.r(n, 21, 5)], 'Middel: ‘Schelden of schreeuwen’ telt als middel.', zaai.r(n, 22, 20) = 0,
    (array['balie', 'balie', 'telefoon', 'telefoon', 'brief_email', 'huisbezoek', 'openbare_ruimte', 'openbare_ruimte', 'sociale_media', 'prive'])[1 + zaai.r(n, 23, 10)],
    op - interval '1 hour' * (1 + zaai.r(n, 24, 48)), case when zaai.r(n, 25, 4) = 0 then 'dag' else 'tijd' end,
    case when zaai.r(n, 26, 10) < 8 then zaai.vast('locatie', o * 100 + zaai.r(n, 27, 6)) end, case when zaai.r(n, 26, 10) < 8 then '' else 'parkeerplaats bij de ingang' end, onderdeel_id,
    case when zaai.r(n, 28, 10) < 6 then adviseur_id end,
    case when zaai.r(n, 29, 10) < 6 then jsonb_build_object('wie', omschrijving, 'wat', left(verhaal, 200), 'waar', 'bij de balie', 'wanneer', 'rond elf uur', 'waarom', 'boos over een besluit') else '{}' end,
    op, case when status = 'gesloten' then op + interval '20 days' end, case when status = 'gesloten' then 'Er is gesproken met de betrokkene en teruggekoppeld aan de collega.' end, 6
  from v order by n;

insert into betrokkene (organisatie_id, id, dossier_id, rol, soort, medewerker_id, naam, omschrijving, toegevoegd_op)
  select organisatie_id, zaai.id(op, 'betrokkene', n * 10 + i), id, rol, soort, medewerker_id, coalesce(naam, ''), coalesce(b.omschrijving, ''), op from v,
    lateral (values (1, 'slachtoffer', 'medewerker', slachtoffer_id, null, null), (2, 'melder', 'medewerker', melder_id, null, null),
      (3, 'veroorzaker', case when bekend is null then 'onbekend' else 'bekend' end, null, bekend, v.omschrijving),
      (4, 'getuige', 'medewerker', zaai.vast('medewerker', o * 1000 + 20 + (p + 12) % 280), null, null)) b (i, rol, soort, medewerker_id, naam, omschrijving)
  where i < 4 or zaai.r(n, 30, 10) < 3;

insert into dossiervorm (organisatie_id, dossier_id, vorm_id)
  select organisatie_id, id, zaai.vast('vorm', o * 100 + i) from v, generate_series(0, 8) i where i = zaai.r(n, 31, 9) or i = zaai.r(n, 32, 18);

insert into melding (organisatie_id, id, dossier_id, melder_id, voor_id, bron, vormen, verhaal, veroorzaker, welzijn, aangifte_wens, ingediend_op)
  select organisatie_id, zaai.id(op, 'melding', n), id, melder_id, slachtoffer_id, 'zelf', '{schelden}', verhaal, jsonb_build_object('kennis', 'weet_niet', 'naam', '', 'omschrijving', omschrijving),
    '{"belwens": "redt_zich", "hoeGaatHet": ""}', 'nee', op from v order by n;

insert into gebeurtenis (organisatie_id, id, dossier_id, op, soort, door, voor, gegevens)
  select organisatie_id, zaai.id(op + na * interval '1 hour', 'gebeurtenis', n * 20 + i), id, op + na * interval '1 hour', soort, door, voor, gegevens from v,
    lateral (values (1, 0, 'gemeld', melder_id, 'slachtoffer', '{}'), (2, 2, 'bevestigd', leider_id, 'behandeling', '{}'), (3, 5, 'nazorg_gevoerd', leider_id, 'slachtoffer', jsonb_build_object('voor', slachtoffer_id)),
      (4, 20, 'geclassificeerd', adviseur_id, 'behandeling', '{}'), (5, 22, 'aanspreekpunt', adviseur_id, 'slachtoffer', jsonb_build_object('wie', adviseur_id)),
      (6, 40, 'bijgewerkt', adviseur_id, 'behandeling', '{}'), (7, 50, 'notitie', adviseur_id, 'behandeling', jsonb_build_object('tekst', left(nazorgtekst, 220))),
      (8, 75, 'nazorg_gevoerd', leider_id, 'slachtoffer', jsonb_build_object('voor', slachtoffer_id)), (9, 300, 'terugkoppeling', leider_id, 'slachtoffer', jsonb_build_object('aan', slachtoffer_id)),
      (10, 480, 'gesloten', adviseur_id, 'slachtoffer', '{}')) g (i, na, soort, door, voor, gegevens)
  where case when status = 'nieuw' then i <= 1 when status = 'in_behandeling' then i <= 6 else i not in (5, 8) or zaai.r(n, 33, 3) > 0 end
  order by n, i;

insert into termijn (organisatie_id, id, dossier_id, soort, voor_id, aan_id, begonnen_op, verval_op, stap, volgende_stap_op, afgerond_op, afgerond_door, uitkomst)
  select organisatie_id, zaai.id(op, 'termijn', n * 10 + i), id, t.soort, case when i > 2 then slachtoffer_id end, aan_id, op, op + na * interval '1 hour', 0, null,
    case when dicht then op + na * interval '50 minutes' end, case when dicht then aan_id end, case when dicht then 'gedaan' end
  from v, lateral (values (1, 'gezien', 24, leider_id, status <> 'nieuw'), (2, 'reactie', 48, adviseur_id, status = 'gesloten'), (3, 'nazorg_24u', 24, leider_id, status <> 'nieuw'),
    (4, 'nazorg_72u', 72, leider_id, status = 'gesloten'), (5, 'terugkoppeling', 336, leider_id, status = 'gesloten')) t (i, soort, na, aan_id, dicht)
  where status <> 'nieuw' or i <> 4;

insert into kennisgeving (organisatie_id, id, dossier_id, aan_id, soort, op, verstuurd_op, bevestigd_op)
  select organisatie_id, zaai.id(op, 'kennisgeving', n * 10 + i), id, aan_id, k.soort, op, op + interval '3 seconds', case when status <> 'nieuw' then op + interval '2 hours' end
  from v, lateral (values (1, leider_id, 'nieuwe-melding'), (2, adviseur_id, 'ernstige-melding')) k (i, aan_id, soort) where i = 1 or zaai.r(n, 21, 5) = 4;

insert into verklaring (organisatie_id, id, dossier_id, medewerker_id, gevraagd_door, gevraagd_op, vraag, tekst, gegeven_op)
  select organisatie_id, zaai.id(op, 'verklaring', n), id, zaai.vast('medewerker', o * 1000 + 20 + (p + 12) % 280), adviseur_id, op + interval '1 day', 'Wat zag je?', nazorgtekst, op + interval '3 days'
  from v where zaai.r(n, 34, 100) < 15;

insert into helper (organisatie_id, dossier_id, voor_id, medewerker_id, sinds) select organisatie_id, id, slachtoffer_id, leider_id, op from v where slachtoffer_id <> leider_id;

insert into nazorgcontact (organisatie_id, id, dossier_id, voor_id, door_id, moment, gevoerd_op, wijze, vastgelegd_op)
  select organisatie_id, zaai.id(op, 'contact', n * 10 + i), id, slachtoffer_id, leider_id, case i when 1 then 'nazorg_24u' else 'nazorg_72u' end, op + i * interval '1 day', 'telefoon', op + i * interval '1 day'
  from v, generate_series(1, 2) i where status = 'gesloten';
insert into nazorginhoud (organisatie_id, contact_id, dossier_id, tekst)
  select organisatie_id, zaai.id(op, 'contact', n * 10 + i), id, nazorgtekst from v, generate_series(1, 2) i where status = 'gesloten';
insert into terugkoppeling (organisatie_id, id, dossier_id, aan_id, door_id, op, wijze, tekst, gelezen_op)
  select organisatie_id, zaai.id(op, 'terug', n), id, slachtoffer_id, leider_id, op + interval '12 days', 'rugdekking', left(nazorgtekst, 300), op + interval '13 days' from v where status = 'gesloten';

insert into zoektekst (organisatie_id, dossier_id, compartiment, tekst) select organisatie_id, id, compartiment, titel || E'\n' || verhaal || E'\n' || omschrijving from v order by n;
