import { sql } from 'kysely';
import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id } from '../../kern/invoer.ts';
import { mag } from '../../kern/rechten/index.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { instellingenVan } from '../../inrichting/index.ts';
import { dossierOnderwerp, zichtbaar } from '../../dossier/index.ts';
import { vraag, type ActorContext } from '../../platform/deuren/index.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { isGeldend, signaalOnderwerp, signalenVan, type Signaal } from '../signaal.ts';

/** How an address is written; '' for a signal on a person. */
export function adresTekst(s: Pick<Signaal, 'postcode' | 'huisnummer' | 'toevoeging'>): string {
  return s.postcode === null ? '' : `${s.postcode.slice(0, 4)} ${s.postcode.slice(4)} ${s.huisnummer}${s.toevoeging === '' ? '' : `-${s.toevoeging}`}`;
}

export function maakSignaalvragen(m: Signaleringmiddelen) {
  const over = async (ctx: ActorContext, s: Signaal): Promise<string> => (s.betrokkene_id === null ? adresTekst(s) : ((await m.personen.weergave(ctx, s.betrokkene_id)) ?? 'naam niet meer bekend'));

  /** The tab of a dossier: its signals, and what a new one can rest on. */
  const bijDossier = vraag({
    naam: 'signaal.lezen',
    invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
    onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
    async haal(ctx) {
      const { onderwerp, trx, organisatieId, nu } = ctx;
      const { dossierId } = onderwerp;
      const [dossier, rijen, betrokkenen, gronden, { instellingen }] = [
        await trx.selectFrom('dossier').select(['id', 'nummer', 'titel', 'ernst', 'voorval_op', 'compartiment']).where('organisatie_id', '=', organisatieId).where('id', '=', dossierId).executeTakeFirstOrThrow(),
        await signalenVan(ctx).where('dossier_id', '=', dossierId).orderBy('gemaakt_op', 'desc').execute(),
        await trx.selectFrom('betrokkene').select(['id', 'naam', 'omschrijving']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('medewerker_id', 'is', null).where('vervallen_op', 'is', null).orderBy('toegevoegd_op').execute(),
        await m.maatregelen.geldend(ctx, dossierId, dagVan(nu)), await instellingenVan(ctx),
      ];
      const signalen = [];
      for (const s of rijen) signalen.push({ ...s, over: await over(ctx, s), geldend: isGeldend(s, nu) });
      const wie = [];
      for (const b of betrokkenen) wie.push({ id: b.id, naam: b.naam || b.omschrijving || 'Veroorzaker', bekendAls: await m.personen.weergave(ctx, b.id) });
      return { dossier, signalen, wie, gronden, maanden: instellingen.signaalMaanden, mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status) };
    },
  });

  /** One signal for the Adviseur: what it says, who was told and read it, and how often it was shown. */
  const een = vraag({
    naam: 'signaal.lezen',
    invoer: z.object({ id: id('Dit signaal bestaat niet.') }),
    onderwerp: (ctx, i) => signaalOnderwerp(ctx, i.id),
    async haal(ctx) {
      const { onderwerp, trx, organisatieId, nu } = ctx;
      const { signaal } = onderwerp;
      const [ontvangers, { rows: getoond }, onderdelen] = await Promise.all([
        trx.selectFrom('signaalontvanger as o').innerJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'o.organisatie_id').onRef('w.id', '=', 'o.medewerker_id'))
          .leftJoin('onderdeel as d', (j) => j.onRef('d.organisatie_id', '=', 'o.organisatie_id').onRef('d.id', '=', 'o.onderdeel_id'))
          .select(['w.naam', 'd.naam as onderdeel', 'o.ingelicht_op', 'o.gelezen_op', 'o.vervallen_op']).where('o.organisatie_id', '=', organisatieId).where('o.signaal_id', '=', signaal.id).orderBy('w.achternaam').orderBy('w.voornaam').execute(),
        sql<{ wie: string; doel: 'huisbezoek'; op: typeof nu }>`
          select coalesce(m.naam, k.naam, '') as wie, c.doel, c.op from controle c left join medewerker m on m.organisatie_id = c.organisatie_id and m.id = c.medewerker_id
          left join systeemkoppeling k on k.organisatie_id = c.organisatie_id and k.id = c.koppeling_id
          where c.organisatie_id = ${organisatieId} and c.signalen @> array[${signaal.id}::uuid] order by c.op desc limit 50`.execute(trx),
        trx.selectFrom('onderdeel').select(['id', 'naam']).where('organisatie_id', '=', organisatieId).where('actief', '=', true).where('compartiment', 'in', signaal.ook_ambtelijk ? ['ambtelijk', 'politiek'] : [signaal.compartiment]).orderBy('naam').execute(),
      ]);
      const bericht = signaal.kennisgeving_id === null ? null : ((await m.kennisgevingen.standen(ctx, [signaal.kennisgeving_id])).get(signaal.kennisgeving_id) ?? null);
      return { signaal, bericht, nummer: onderwerp.nummer, over: await over(ctx, signaal), geldend: isGeldend(signaal, nu), ontvangers, getoond, onderdelen, mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status) };
    },
  });

  /** An instruction as the colleague gets it who was told: about whom and what to do. */
  const instructie = vraag({
    naam: 'instructie.lezen',
    invoer: z.object({ id: id('Deze instructie bestaat niet meer.') }),
    journaal: true,
    async haal(ctx) {
      const mijn = await mijnOntvangst(ctx, ctx.invoer.id);
      const s = mijn && (await signalenVan(ctx).where('id', '=', ctx.invoer.id).executeTakeFirst());
      if (!mijn || !s || !isGeldend(s, ctx.nu)) throw fout('niet-gevonden');
      return { id: s.id, over: await over(ctx, s), isAdres: s.betrokkene_id === null, kleur: s.kleur, instructies: s.instructies, toelichting: s.toelichting, einddatum: s.einddatum, gelezenOp: mijn.gelezen_op };
    },
  });

  return { bijDossier, een, instructie };
}

function mijnOntvangst({ trx, organisatieId, actor }: ActorContext, signaalId: Id) {
  return trx.selectFrom('signaalontvanger').select('gelezen_op').where('organisatie_id', '=', organisatieId).where('signaal_id', '=', signaalId).where('medewerker_id', '=', actor.id).where('vervallen_op', 'is', null).executeTakeFirst();
}

/** All signals in force of dossiers someone may open; by dossier number, without names. */
export const lopendeSignalen = vraag({
  naam: 'signaal.lijst',
  invoer: z.object({}),
  journaal: true,
  async haal({ trx, organisatieId, actor, nu }) {
    const regels = await trx.selectFrom('signaal as s').innerJoin('dossier', (j) => j.onRef('dossier.organisatie_id', '=', 's.organisatie_id').onRef('dossier.id', '=', 's.dossier_id'))
      .select(['s.id', 's.kleur', 's.instructies', 's.einddatum', 's.herzien_op', 's.betrokkene_id', 'dossier.nummer'])
      .where('s.organisatie_id', '=', organisatieId).where('s.ingetrokken_op', 'is', null).where('s.verlopen_op', 'is', null).where('s.einddatum', '>=', dagVan(nu)).where((eb) => zichtbaar(eb as never, actor, 'signaal.lezen'))
      .orderBy('s.herzien_op').orderBy('s.id').limit(500).execute();
    return { regels };
  },
});

/** What the clock sends to people about an instruction, by which part of the page Vandaag is filled. */
export const mijnInstructies = vraag({
  naam: 'vandaag.lezen',
  invoer: z.object({}),
  haal: ({ trx, organisatieId, actor, nu }) =>
    trx.selectFrom('signaalontvanger as o').innerJoin('signaal as s', (j) => j.onRef('s.organisatie_id', '=', 'o.organisatie_id').onRef('s.id', '=', 'o.signaal_id'))
      .select(['s.id', 's.instructies', 's.einddatum', 'o.gelezen_op']).where('o.organisatie_id', '=', organisatieId).where('o.medewerker_id', '=', actor.id).where('o.vervallen_op', 'is', null)
      .where('s.ingetrokken_op', 'is', null).where('s.verlopen_op', 'is', null).where('s.einddatum', '>=', dagVan(nu)).orderBy('s.einddatum').limit(50).execute(),
});
