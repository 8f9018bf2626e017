-- Who someone is for the rights: roles, and the departments (with all below them) that he leads. Null for who is not active.
-- One statement, because every request asks it.
create function actor_gegevens(p_org uuid, p_medewerker uuid) returns jsonb
  language sql stable set search_path = pg_catalog, public as $$
  select jsonb_build_object(
    'id', m.id, 'organisatieId', m.organisatie_id, 'naam', m.naam, 'soort', m.soort, 'onderdeelId', m.onderdeel_id, 'locatieId', m.locatie_id,
    'rollen', coalesce((select jsonb_agg(jsonb_build_object('rol', r.rol, 'compartiment', r.compartiment)) from roltoekenning r
      where r.organisatie_id = p_org and r.medewerker_id = m.id and r.ingetrokken_op is null), '[]'),
    'leidt', coalesce((
      with recursive omlaag as (
        select o.id from onderdeel o where o.organisatie_id = p_org and o.leidinggevende_id = m.id and o.actief
        union
        select o.id from onderdeel o join omlaag h on o.ouder_id = h.id where o.organisatie_id = p_org
      ) select jsonb_agg(id) from omlaag), '[]'),
    'organisatie', jsonb_build_object('id', g.organisatie_id, 'naam', g.naam, 'soort', g.soort, 'slug', g.slug, 'demo', g.demo, 'instellingen', g.instellingen))
  from medewerker m join organisatie g on g.organisatie_id = m.organisatie_id
  where m.organisatie_id = p_org and m.id = p_medewerker and m.actief
$$;
revoke all on function actor_gegevens from public;
grant execute on function actor_gegevens to rugdekking_app;
