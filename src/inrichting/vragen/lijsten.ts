import { sql } from 'kysely';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, idOfNiets, keuzeOfNiets, tekst } from '../../kern/invoer.ts';
import { vraag, type Context } from '../../platform/deuren/index.ts';
import { nogInGebruik } from '../handelingen/onderdelen.ts';
import { hoortBijPolitiek, isGriffier } from '../regels/rollen.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

/** All departments with who leads them and how many colleagues work there. */
export function onderdelenVan({ trx, organisatieId }: Ctx) {
  return trx.selectFrom('onderdeel as o').leftJoin('medewerker as l', (j) => j.onRef('l.organisatie_id', '=', 'o.organisatie_id').onRef('l.id', '=', 'o.leidinggevende_id'))
    .select((eb) => ['o.id', 'o.code', 'o.naam', 'o.ouder_id as ouder', 'o.leidinggevende_id', 'l.naam as leidinggevende', 'o.fase', 'o.compartiment', 'o.actief', 'o.versie',
      eb.selectFrom('medewerker as m').select(eb.fn.countAll<number>().as('n')).whereRef('m.organisatie_id', '=', 'o.organisatie_id').whereRef('m.onderdeel_id', '=', 'o.id').where('m.actief', '=', true).as('mensen')])
    .where('o.organisatie_id', '=', organisatieId).orderBy('o.naam').execute();
}
export type OnderdeelRegel = Awaited<ReturnType<typeof onderdelenVan>>[number];

export const onderdelenLijst = vraag({ naam: 'inrichting.lezen', invoer: z.object({}), haal: (ctx) => onderdelenVan(ctx) });

/** One department, with why it cannot go out of use, if so. */
export const onderdeelDetail = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({ id: id('Dit onderdeel bestaat niet.') }),
  async haal(ctx) {
    const alle = await onderdelenVan(ctx);
    const onderdeel = alle.find((o) => o.id === ctx.invoer.id);
    if (!onderdeel) throw fout('niet-gevonden');
    return { onderdeel, alle, bezwaren: await nogInGebruik(ctx, onderdeel.id) };
  },
});

const mensenMet = (soort: 'locatie' | 'functie') => sql<number>`(select count(*) from medewerker m where m.organisatie_id = t.organisatie_id and ${sql.ref(`m.${soort}_id`)} = t.id and m.actief)`.as('mensen');

/** Locations, with how many colleagues work there. */
export const locatiesLijst = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  haal: ({ trx, organisatieId }) => trx.selectFrom('locatie as t').select(['t.id', 't.code', 't.naam', 't.adres', 't.postcode', 't.plaats', 't.actief', 't.versie', mensenMet('locatie')]).where('t.organisatie_id', '=', organisatieId).orderBy('t.actief', 'desc').orderBy('t.naam').execute(),
});

/** Functions, with how many colleagues have each. */
export const functiesLijst = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  haal: ({ trx, organisatieId }) => trx.selectFrom('functie as t').select(['t.id', 't.code', 't.naam', 't.actief', 't.versie', mensenMet('functie')]).where('t.organisatie_id', '=', organisatieId).orderBy('t.actief', 'desc').orderBy('t.naam').execute(),
});

/** Forms of aggression in the order in which they are asked. */
export const vormenLijst = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  haal: ({ trx, organisatieId }) => trx.selectFrom('agressievorm').select(['id', 'code', 'naam', 'voorbeeld', 'gewicht', 'volgorde', 'actief', 'versie']).where('organisatie_id', '=', organisatieId).orderBy('actief', 'desc').orderBy('volgorde').orderBy('naam').execute(),
});

export const MENSEN_PER_PAGINA = 50;

/** Colleagues by name, number or address, in a department, in or out of service. */
export const medewerkersLijst = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({ q: tekst({ max: 200 }), onderdeel: idOfNiets('Kies uit de lijst.'), dienst: keuzeOfNiets(['uit', 'alle'] as const, 'Kies uit de lijst.'), pagina: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  async haal({ trx, organisatieId, invoer: f }) {
    let q = trx.selectFrom('medewerker as m').innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id')).where('m.organisatie_id', '=', organisatieId);
    if (f.dienst !== 'alle') q = q.where('m.actief', '=', f.dienst !== 'uit');
    if (f.onderdeel !== null) q = q.where('m.onderdeel_id', '=', f.onderdeel);
    if (f.q !== '') {
      const deel = `%${f.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      q = q.where((eb) => eb.or([eb('m.personeelsnummer', '=', f.q), eb(sql`lower(m.naam)`, 'like', deel), eb(sql`lower(m.email)`, 'like', deel)]));
    }
    const [{ aantal }, regels] = await Promise.all([
      q.select((eb) => eb.fn.countAll<number>().as('aantal')).executeTakeFirstOrThrow(),
      q.leftJoin('functie as f', (j) => j.onRef('f.organisatie_id', '=', 'm.organisatie_id').onRef('f.id', '=', 'm.functie_id'))
        .select(['m.id', 'm.naam', 'm.personeelsnummer', 'm.email', 'm.soort', 'm.werkgever', 'm.actief', 'o.naam as onderdeel', 'f.naam as functie'])
        .orderBy('m.achternaam').orderBy('m.voornaam').orderBy('m.id').limit(MENSEN_PER_PAGINA).offset((f.pagina - 1) * MENSEN_PER_PAGINA).execute(),
    ]);
    return { aantal: Number(aantal), regels };
  },
});

/** What can be chosen for a colleague: places in use, and those he already has. */
export const medewerkerKeuzes = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  async haal(ctx) {
    const { trx, organisatieId } = ctx;
    const [onderdelen, locaties, functies] = await Promise.all([
      onderdelenVan(ctx),
      trx.selectFrom('locatie').select(['id', 'naam', 'actief']).where('organisatie_id', '=', organisatieId).orderBy('naam').execute(),
      trx.selectFrom('functie').select(['id', 'naam', 'actief']).where('organisatie_id', '=', organisatieId).orderBy('naam').execute(),
    ]);
    return { onderdelen, locaties, functies };
  },
});

/** Other rooms tell what still waits for a colleague, a sentence each; asked before he goes out of service. */
export type OpenWerk = (ctx: Ctx & { actor: { id: Id } }, ids: readonly Id[]) => Promise<ReadonlyMap<Id, readonly string[]>>;

/** One colleague, and what happens when he goes out of service. */
export const maakMedewerkerDetail = (openWerk: readonly OpenWerk[]) => vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({ id: id('Deze medewerker bestaat niet.') }),
  async haal(ctx) {
    const { trx, organisatieId } = ctx;
    const m = await trx.selectFrom('medewerker as m').innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
      .selectAll('m').select(['o.naam as onderdeel', 'o.compartiment as onderdeelCompartiment']).where('m.organisatie_id', '=', organisatieId).where('m.id', '=', ctx.invoer.id).executeTakeFirst();
    if (!m) throw fout('niet-gevonden');
    const [leidt, rollen, ...werk] = await Promise.all([
      trx.selectFrom('onderdeel').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('leidinggevende_id', '=', m.id).orderBy('naam').execute(),
      trx.selectFrom('roltoekenning').select(['rol', 'compartiment']).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', m.id).where('ingetrokken_op', 'is', null).execute(),
      ...openWerk.map((vraagWerk) => vraagWerk(ctx, [m.id])),
    ]);
    return {
      medewerker: m, leidt, ik: m.id === ctx.actor.id, werk: werk.flatMap((w) => [...(w.get(m.id) ?? [])]),
      rollen: rollen.filter((r) => isGriffier(ctx.actor) || !hoortBijPolitiek({ compartiment: r.compartiment, onderdeelCompartiment: m.onderdeelCompartiment })),
    };
  },
});
