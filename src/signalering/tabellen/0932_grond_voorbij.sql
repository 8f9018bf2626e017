-- A signal that rests on a measure does not outlive it: one that was lifted or lapsed takes it along. An extension goes on from where the measure ended,
-- and no signal on it runs further than that.
create index signaal_maatregel on signaal (organisatie_id, maatregel_id) where maatregel_id is not null and ingetrokken_op is null and verlopen_op is null;
create or replace function signalen_te_eindigen(p_dag date) returns table (organisatie_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, public as $$
  (select s.organisatie_id, s.id from signaal s where s.ingetrokken_op is null and s.verlopen_op is null and s.einddatum < p_dag order by s.einddatum limit 500)
  union
  (select s.organisatie_id, s.id from signaal s join maatregel m on m.organisatie_id = s.organisatie_id and m.id = s.maatregel_id
    where s.ingetrokken_op is null and s.verlopen_op is null and s.maatregel_id is not null and m.toestand in ('uitgevoerd', 'opgeheven', 'verlopen', 'ingetrokken', 'afgewezen', 'vervallen') limit 500)
$$;
