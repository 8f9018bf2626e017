import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { id } from '../kern/invoer.ts';
import { mag } from '../kern/rechten/index.ts';
import { dagVan } from '../kern/tijd/index.ts';
import { vraag, type Context } from '../platform/deuren/index.ts';
import { dossierOnderwerp, type Sluitvoorwaarde, type Verhuizer } from '../dossier/index.ts';
import { huidigSjabloon } from './inrichten/vragen.ts';
import { afzenderVan, briefOnderwerp, briefVan, logobeeld } from './onderwerp.ts';
import { ontbrekend } from './regels/huisstijl.ts';
import { Afspraak, briefsoorten } from './regels/soorten.ts';
import { vrijeTeksten } from './regels/teksten.ts';
import { zonderGeheim } from './regels/vorm.ts';
import { zonderCodes } from './regels/wordtekst.ts';
import { Wordtekst } from './word.ts';

type Lezend = Pick<Context, 'trx' | 'organisatieId'>;

function lijst({ trx, organisatieId }: Lezend, dossierId: Id) {
  return trx.selectFrom('brief as b')
    .leftJoin('medewerker as n', (j) => j.onRef('n.organisatie_id', '=', 'b.organisatie_id').onRef('n.id', '=', 'b.nagekeken_door'))
    .leftJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'b.organisatie_id').onRef('v.id', '=', 'b.verzonden_door'))
    .leftJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'b.organisatie_id').onRef('w.id', '=', 'b.word_door'))
    .leftJoin('brief as o', (j) => j.onRef('o.organisatie_id', '=', 'b.organisatie_id').onRef('o.id', '=', 'b.vervangen_door'))
    .select(['b.id', 'b.kenmerk', 'b.soort', 'b.status', 'b.geadresseerde_naam', 'b.opgesteld_op', 'b.nagekeken_op', 'n.naam as nagekeken_door', 'b.verzonden_op', 'b.wijze', 'b.verzendkenmerk', 'v.naam as verzonden_door', 'b.vervallen_op', 'b.sha256', 'b.herstelbaar', 'b.vervangen_door', 'o.kenmerk as vervangen_kenmerk', 'b.word_op', 'b.word_door as word_door_id', 'w.naam as word_door'])
    .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).orderBy('b.opgesteld_op', 'desc').orderBy('b.id', 'desc');
}
export type Briefregel = Awaited<ReturnType<ReturnType<typeof lijst>['execute']>>[number];

/** The letters of a dossier, newest first. */
export const dossierbrieven = vraag({
  naam: 'brief.lezen',
  invoer: z.object({ id: id('Dit dossier bestaat niet.') }),
  onderwerp: (ctx, i) => dossierOnderwerp(ctx, i.id),
  async haal(ctx) {
    const { onderwerp } = ctx;
    const dossier = await ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow();
    return { dossier, brieven: await lijst(ctx, onderwerp.dossierId).execute(), mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status) };
  },
});

/** The appointment in a letter, in those that have one. */
const Afsprakenveld = z.looseObject({ afspraak: Afspraak.nullable() });

const Eenbrief = z.object({ id: id('Dit dossier bestaat niet.'), brief: id('Deze brief bestaat niet.') });

/** One letter as it reads. The codes by which a citizen answers are left out: whoever reads along could answer in his place. */
export const briefbeeld = vraag({
  naam: 'brief.lezen',
  invoer: Eenbrief,
  onderwerp: briefOnderwerp,
  async haal(ctx) {
    const { onderwerp } = ctx;
    const { brief: r } = onderwerp;
    const afzender = await afzenderVan(ctx);
    const [dossier, regel] = await Promise.all([
      ctx.trx.selectFrom('dossier').select(['id', 'nummer', 'titel']).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', onderwerp.dossierId).executeTakeFirstOrThrow(),
      lijst(ctx, onderwerp.dossierId).where('b.id', '=', r.id).executeTakeFirstOrThrow(),
    ]);
    return {
      dossier, regel, versie: r.versie, adres: z.array(z.string()).parse(r.geadresseerde_adres), brief: zonderGeheim(briefVan(r, afzender, dagVan(ctx.nu).toString())),
      word: r.word_tekst === null ? null : zonderCodes(Wordtekst.parse(r.word_tekst).alineas, r.gegevens), zelfInWord: r.word_door === ctx.actor.id,
      afspraak: Afsprakenveld.safeParse(r.gegevens).data?.afspraak ?? null, teksten: vrijeTeksten(r.gegevens), ontbreekt: ontbrekend(afzender), mag: (h: Parameters<typeof mag>[0]) => mag(h, onderwerp.hoedanigheden, onderwerp.status),
    };
  },
});
export type Briefbeeld = Awaited<ReturnType<typeof briefbeeld.haal>>;

/** The whole letter for who prepares it: to print, or as it was checked and where that is kept. */
export const briefOphalen = vraag({
  naam: 'brief.ophalen',
  invoer: Eenbrief,
  onderwerp: briefOnderwerp,
  async haal(ctx) {
    const { brief: r } = ctx.onderwerp;
    const datum = (r.briefdatum ?? dagVan(ctx.nu)).toString();
    const brief = briefVan(r, await afzenderVan(ctx), datum);
    return {
      id: r.id, soort: r.soort, kenmerk: r.kenmerk, status: r.status, versie: r.versie, datum, brief, logo: await logobeeld(ctx, brief.afzender), sjabloon: await huidigSjabloon(ctx, r.soort),
      pdf: r.pdf_sleutel === null || r.sha256 === null || r.word_sleutel !== null ? null : { sleutel: r.pdf_sleutel, sha256: r.sha256 },
      word: r.word_sleutel === null || r.word_sha256 === null || r.word_bytes === null ? null : { sleutel: r.word_sleutel, sha256: r.word_sha256, bytes: r.word_bytes },
    };
  },
});

/** A dossier does not close over a letter that was prepared and neither sent nor withdrawn. */
export const briefGedaan: Sluitvoorwaarde = async ({ trx, organisatieId }, { dossierId }) => {
  const open = await trx.selectFrom('brief').select(['soort', 'kenmerk']).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', dossierId).where('status', '!=', 'verzonden').where('vervallen_op', 'is', null).orderBy('kenmerk').execute();
  return open.map((b) => `Er ligt nog een brief klaar: ${briefsoorten[b.soort].toLowerCase()} (${b.kenmerk}).`);
};

/** Letters go along when two reports of one event are joined. */
export const verhuisBrieven: Verhuizer = async ({ trx, organisatieId }, van, naar) => {
  await trx.updateTable('brief').set({ dossier_id: naar }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).execute();
};
