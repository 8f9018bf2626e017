import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';

/** What can happen in a dossier; each has one sentence for the timeline (paginas/tijdlijn). */
export const gebeurtenissoorten = [
  'gemeld', 'aangevuld', 'bevestigd', 'bijgewerkt', 'geclassificeerd', 'gedraging_vastgesteld', 'ernst_gewijzigd', 'betrokkene_toegevoegd', 'betrokkene_gewijzigd', 'betrokkene_vervallen',
  'notitie', 'aanspreekpunt', 'verklaring_gevraagd', 'verklaring_gegeven', 'samengevoegd', 'bestand_toegevoegd', 'bestand_weggehaald', 'bestand_teruggezet', 'spreken_gevraagd',
  'termijn_afgerond', 'termijn_verzet', 'termijn_te_laat', 'doorgemeld', 'nazorg_gevoerd', 'nazorg_geen_gehoor', 'nazorg_gepland', 'helper',
  'hulp_gevraagd', 'hulp_toestemming', 'hulp_ingeschakeld', 'terugkoppeling', 'gesloten', 'heropend',
  'signaal_gemaakt', 'signaal_herzien', 'signaal_ingetrokken', 'signaal_verlopen', 'signaal_ingelicht',
  'gesprek_gepland', 'gesprek_verzet', 'gesprek_afgezegd', 'gesprek_gevoerd', 'gesprek_niet_gekomen', 'afspraak_nagekomen', 'afspraak_niet_nagekomen',
  'overtreding', 'maatregel_geevalueerd', 'maatregel_korter', 'dienstverlening_hersteld',
  'wederhoor_gevraagd', 'wederhoor_verzet', 'wederhoor_vervallen', 'wederhoor_vraag', 'zienswijze_gegeven', 'zienswijze_vastgelegd', 'geen_reactie', 'hoorplicht_verlopen',
  'maatregel_voorgesteld', 'maatregel_voorgelegd', 'maatregel_teruggegeven', 'maatregel_besloten', 'maatregel_afgewezen', 'maatregel_ingetrokken', 'maatregel_in_werking', 'maatregel_uitgevoerd',
  'maatregel_geschorst', 'maatregel_hervat', 'maatregel_opgeheven', 'maatregel_verlengd', 'maatregel_verlopen', 'maatregel_vervallen',
  'veroorzaker_aangevuld', 'feitstatus',
  'brief_klaar', 'brief_gewijzigd', 'brief_nagekeken', 'brief_verzonden', 'brief_vervallen',
] as const;
export type Gebeurtenissoort = (typeof gebeurtenissoorten)[number];

/** Adds one line to the history of a dossier, in the transaction of the act that caused it. */
export async function legVast(
  ctx: Context,
  g: { dossierId: Id; soort: Gebeurtenissoort; door: Id | null; voor?: 'behandeling' | 'slachtoffer'; gegevens?: Record<string, unknown> },
): Promise<void> {
  await ctx.trx.insertInto('gebeurtenis').values({
    organisatie_id: ctx.organisatieId, id: ctx.nieuwId(), dossier_id: g.dossierId, op: ctx.nu, soort: g.soort, door: g.door, voor: g.voor ?? 'behandeling',
    gegevens: JSON.stringify(g.gegevens ?? {}),
  }).execute();
}
