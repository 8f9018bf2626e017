-- Who someone is for the rights: roles, and the departments (with all below them) that he leads. Null for who is not active.
-- Every request asks it, so it is PL/pgSQL: that keeps its plans, and looks below a department only for who leads one.
create function actor_gegevens(p_org uuid, p_medewerker uuid) returns jsonb
  language plpgsql stable set search_path = pg_catalog, public as $$
declare
  m record;
  v_rollen jsonb;
  v_leidt jsonb := '[]';
begin
  select x.naam, x.soort, x.onderdeel_id, x.locatie_id, g.naam as organisatie, g.soort as organisatiesoort, g.slug, g.demo, g.instellingen into m
  from medewerker x join organisatie g on g.organisatie_id = x.organisatie_id
  where x.organisatie_id = p_org and x.id = p_medewerker and x.actief;
  if not found then return null; end if;
  select coalesce(jsonb_agg(jsonb_build_object('rol', r.rol, 'compartiment', r.compartiment)), '[]') into v_rollen
  from roltoekenning r where r.organisatie_id = p_org and r.medewerker_id = p_medewerker and r.ingetrokken_op is null;
  if exists (select from onderdeel o where o.organisatie_id = p_org and o.leidinggevende_id = p_medewerker and o.actief) then
    with recursive omlaag as (
      select o.id from onderdeel o where o.organisatie_id = p_org and o.leidinggevende_id = p_medewerker and o.actief
      union
      select o.id from onderdeel o join omlaag h on o.ouder_id = h.id where o.organisatie_id = p_org
    ) select jsonb_agg(id) into v_leidt from omlaag;
  end if;
  return jsonb_build_object(
    'id', p_medewerker, 'organisatieId', p_org, 'naam', m.naam, 'soort', m.soort, 'onderdeelId', m.onderdeel_id, 'locatieId', m.locatie_id,
    'rollen', v_rollen, 'leidt', v_leidt,
    'organisatie', jsonb_build_object('id', p_org, 'naam', m.organisatie, 'soort', m.organisatiesoort, 'slug', m.slug, 'demo', m.demo, 'instellingen', m.instellingen));
end $$;
revoke all on function actor_gegevens from public;
grant execute on function actor_gegevens to rugdekking_app;
