import { z } from 'zod';
import type { Id } from '../../kern/ids.ts';
import { vraag } from '../../platform/deuren/index.ts';
import { collega, instellingenVan, leidinggevendenVan, metRol } from '../opzoeken.ts';
import { isGriffier } from '../regels/rollen.ts';
import { schrijfCsv, importsoorten } from '../csv/index.ts';
import { leesStand, soortcodes } from '../import/stand.ts';
import { keuze } from '../../kern/invoer.ts';
import { onderdelenVan } from './lijsten.ts';

/** How the organisation stands, and what still misses for reports to reach someone. */
export const inrichtingsoverzicht = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  async haal(ctx) {
    const { trx, organisatieId } = ctx;
    const tel = async (tabel: 'locatie' | 'functie' | 'medewerker' | 'agressievorm'): Promise<number> =>
      Number((await trx.selectFrom(tabel).select((eb) => eb.fn.countAll<number>().as('n')).where('organisatie_id', '=', organisatieId).where('actief', '=', true).executeTakeFirstOrThrow()).n);
    const [onderdelen, locaties, functies, medewerkers, vormen, adviseurs, griffiers] = await Promise.all([
      onderdelenVan(ctx), tel('locatie'), tel('functie'), tel('medewerker'), tel('agressievorm'), metRol(ctx, 'adviseur', 'ambtelijk'), metRol(ctx, 'griffier', 'politiek'),
    ]);
    const inGebruik = onderdelen.filter((o) => o.actief);
    return {
      aantallen: { onderdelen: inGebruik.length, locaties, functies, medewerkers, vormen },
      zonderLeiding: inGebruik.filter((o) => o.compartiment === 'ambtelijk' && o.leidinggevende_id === null && Number(o.mensen) > 0).map((o) => ({ id: o.id, naam: o.naam })),
      geenAdviseur: adviseurs.length === 0,
      geenGriffier: griffiers.length === 0 && inGebruik.some((o) => o.compartiment === 'politiek'),
    };
  },
});

/** The settings with their calendar; the page shows an example of each term. */
export const instellingenLezen = vraag({
  naam: 'inrichting.lezen',
  invoer: z.object({}),
  async haal(ctx) {
    const { instellingen, kalender } = await instellingenVan(ctx);
    const { rollen } = ctx.actor;
    const heeft = (rol: string, compartiment?: string): boolean => rollen.some((r) => r.rol === rol && (compartiment === undefined || r.compartiment === compartiment));
    return {
      instellingen, kalender,
      /** Which parts this person may set; the acts decide the same. */
      mag: { ambtelijk: heeft('beheerder') || heeft('adviseur', 'ambtelijk'), politiek: heeft('beheerder') || heeft('adviseur', 'politiek') || isGriffier(ctx.actor), allen: heeft('beheerder') || heeft('adviseur') },
    };
  },
});
export type Instellingenbeeld = Awaited<ReturnType<typeof instellingenLezen.haal>>;

/** The organisation of one kind as a CSV file that an import takes back unchanged. */
export const exporteer = vraag({
  naam: 'inrichting.importeren',
  invoer: z.object({ soort: keuze(soortcodes, 'Kies wat je wilt ophalen.') }),
  journaal: true,
  async haal(ctx) {
    const { soort } = ctx.invoer;
    const stand = await leesStand(ctx);
    const namen = importsoorten[soort].kolommen.map((k) => k.naam);
    return schrijfCsv(namen, stand[soort].map(({ rij }) => namen.map((n) => (rij as Record<string, string | number | boolean>)[n] ?? '')));
  },
});

interface Contact {
  naam: string;
  telefoon: string;
  email: string;
}

/** Whom this colleague can call: his leidinggevende, the Adviseur (or the griffier in the closed compartment), and who runs Rugdekking. */
export const wieHelpt = vraag({
  naam: 'hulp.lezen',
  invoer: z.object({}),
  async haal(ctx) {
    const ik = await collega(ctx, ctx.actor.id);
    const { instellingen } = await instellingenVan(ctx);
    if (!ik) return { telefoon: instellingen.telefoon, leidinggevende: [], adviseurs: [], griffiers: [], beheerders: [] };
    const { compartiment } = await ctx.trx.selectFrom('onderdeel').select('compartiment').where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ik.onderdeelId).executeTakeFirstOrThrow();
    const contacten = async (ids: readonly Id[]): Promise<Contact[]> => (ids.length === 0 ? [] : ctx.trx.selectFrom('medewerker').select(['naam', 'telefoon', 'email']).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', [...ids]).where('actief', '=', true).orderBy('naam').execute());
    const lijn = compartiment === 'politiek' ? [] : (await leidinggevendenVan(ctx, ik.onderdeelId)).filter((l) => l !== ik.id).slice(0, 1);
    return {
      telefoon: instellingen.telefoon, leidinggevende: await contacten(lijn), adviseurs: await contacten(await metRol(ctx, 'adviseur', compartiment)),
      griffiers: compartiment === 'politiek' ? await contacten(await metRol(ctx, 'griffier', 'politiek')) : [], beheerders: await contacten(await metRol(ctx, 'beheerder', 'ambtelijk')),
    };
  },
});
