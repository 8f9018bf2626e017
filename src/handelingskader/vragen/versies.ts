import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { id, keuze } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { vraag } from '../../platform/deuren/index.ts';
import { OPSTELLERS, rolVoor, VASTSTELLERS } from '../handelingen/gedeeld.ts';
import { vormenInGebruik, werkteMee } from '../handelingen/vaststellen.ts';
import { normOp, normsoortcodes } from '../normen.ts';
import { Kader } from '../regels/kader.ts';
import { kijkNa } from '../regels/nakijken.ts';
import { persoonssoortcodes } from '../regels/soorten.ts';
import { kaderOp } from '../versies.ts';

/** The version that holds today, for every colleague. */
export const geldendKader = vraag({
  naam: 'kader.lezen',
  invoer: z.object({ soort: keuze(persoonssoortcodes, 'Kies voor wie.').catch('medewerker') }),
  async haal(ctx) {
    const { soort } = ctx.invoer;
    return { ...(await kaderOp(ctx, soort, dagVan(ctx.nu))), vormen: await vormenInGebruik(ctx), magMaken: rolVoor(ctx.actor, soort, OPSTELLERS) };
  },
});

/** All versions, newest first, of both kinds of person. */
export const versielijst = vraag({
  naam: 'kader.versies',
  invoer: z.object({}),
  async haal(ctx) {
    const rijen = await ctx.trx.selectFrom('kaderversie as k').leftJoin('medewerker as o', (j) => j.onRef('o.organisatie_id', '=', 'k.organisatie_id').onRef('o.id', '=', 'k.opgesteld_door'))
      .select(['k.id', 'k.persoonssoort', 'k.nummer', 'k.status', 'k.vanaf', 'k.toelichting', 'k.opgesteld_op', 'o.naam as opsteller']).where('k.organisatie_id', '=', ctx.organisatieId).orderBy('k.persoonssoort').orderBy('k.nummer', 'desc').execute();
    const vandaag = dagVan(ctx.nu);
    const geldend = new Set<Id>((await Promise.all(persoonssoortcodes.map((s) => kaderOp(ctx, s, vandaag)))).map((g) => g.versie.id));
    return { versies: rijen.map((r) => ({ ...r, geldt: geldend.has(r.id) })), magMaken: persoonssoortcodes.filter((s) => rolVoor(ctx.actor, s, OPSTELLERS)) };
  },
});

/** One version with what stands in the way, and what this person may do with it. */
export const versieLezen = vraag({
  naam: 'kader.versies',
  invoer: z.object({ id: id('Deze versie bestaat niet.') }),
  async haal(ctx) {
    const rij = await ctx.trx.selectFrom('kaderversie as k')
      .leftJoin('medewerker as o', (j) => j.onRef('o.organisatie_id', '=', 'k.organisatie_id').onRef('o.id', '=', 'k.opgesteld_door'))
      .leftJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'k.organisatie_id').onRef('v.id', '=', 'k.voorgelegd_door'))
      .leftJoin('medewerker as p', (j) => j.onRef('p.organisatie_id', '=', 'k.organisatie_id').onRef('p.id', '=', 'k.gepubliceerd_door'))
      .select(['k.id', 'k.persoonssoort', 'k.nummer', 'k.status', 'k.inhoud', 'k.toelichting', 'k.vanaf', 'k.opgesteld_op', 'k.opgesteld_door', 'k.bewerkers', 'k.voorgelegd_door', 'k.voorgelegd_op', 'k.gepubliceerd_op', 'k.versie',
        'o.naam as opsteller', 'v.naam as voorlegger', 'p.naam as vaststeller'])
      .where('k.organisatie_id', '=', ctx.organisatieId).where('k.id', '=', ctx.invoer.id).executeTakeFirst();
    if (!rij) throw fout('niet-gevonden');
    const { inhoud, ...versie } = rij;
    const kader = Kader.parse(inhoud);
    const vormen = await vormenInGebruik(ctx);
    const [geldig, bewerkers] = await Promise.all([
      kaderOp(ctx, versie.persoonssoort, dagVan(ctx.nu)),
      versie.bewerkers.length === 0 ? [] : ctx.trx.selectFrom('medewerker').select('naam').where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', versie.bewerkers).orderBy('naam').execute(),
    ]);
    const open = versie.status === 'concept' || versie.status === 'voorgelegd';
    const schrijft = rolVoor(ctx.actor, versie.persoonssoort, OPSTELLERS);
    const beslist = rolVoor(ctx.actor, versie.persoonssoort, VASTSTELLERS);
    const zelf = werkteMee({ bewerkers: versie.bewerkers, opgesteldDoor: versie.opgesteld_door, voorgelegdDoor: versie.voorgelegd_door }, ctx.actor.id);
    return {
      versie, kader, vormen, geldig, geldt: geldig.versie.id === versie.id, bewerkers: bewerkers.map((b) => b.naam), bevindingen: open ? kijkNa(kader, vormen) : [],
      mag: { wijzigen: schrijft && versie.status === 'concept', schrijven: schrijft && open, vaststellen: beslist && versie.status === 'voorgelegd' && !zelf, terughalen: beslist && versie.status === 'voorgelegd', doorrekenen: schrijft && open },
    };
  },
});
export type Versiebeeld = Awaited<ReturnType<typeof versieLezen.haal>>;

/** The norm or the house rules as they hold today, with the days of the texts before. */
export const normLezen = vraag({
  naam: 'kader.lezen',
  invoer: z.object({ soort: keuze(normsoortcodes, 'Deze pagina bestaat niet.') }),
  async haal(ctx) {
    const { soort } = ctx.invoer;
    const [norm, eerder] = await Promise.all([
      normOp(ctx, soort, dagVan(ctx.nu)),
      ctx.trx.selectFrom('normversie').select(['nummer', 'vanaf', 'titel', 'regels']).where('organisatie_id', '=', ctx.organisatieId).where('soort', '=', soort).orderBy('nummer', 'desc').execute(),
    ]);
    return { norm, eerder: eerder.filter((e) => e.nummer < norm.nummer) };
  },
});
