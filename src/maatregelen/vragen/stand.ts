import type { Context } from '../../platform/deuren/index.ts';
import { wederhoorstand, type Wederhoorstand } from '../../wederhoor/index.ts';
import type { Voorstelstand } from '../regels/voorstel.ts';
import type { Feit, Norm } from '../regels/woorden.ts';
import type { Maatregelrij } from '../stap.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId'>;

// Written by motiveer alone.
export const feitenVan = (m: Pick<Maatregelrij, 'feiten'>): Feit[] => (Array.isArray(m.feiten) ? (m.feiten as Feit[]) : []);
export const normenVan = (m: Pick<Maatregelrij, 'norm'>): Norm[] => (Array.isArray(m.norm) ? (m.norm as Norm[]) : []);

/** The hearing that counts for this measure: for an extension only one that was asked after it was proposed. */
export async function wederhoorVoor(ctx: Ctx, m: Pick<Maatregelrij, 'dossier_id' | 'betrokkene_id' | 'verlengt_id' | 'voorgesteld_op'>): Promise<Wederhoorstand | null> {
  const stand = await wederhoorstand(ctx, m.dossier_id, m.betrokkene_id);
  return stand !== null && m.verlengt_id !== null && stand.uitgenodigdOp.epochNanoseconds < m.voorgesteld_op.epochNanoseconds ? null : stand;
}

/** How far a proposal is, as the rules ask it. */
export async function voorstelstand(ctx: Ctx, m: Maatregelrij): Promise<Voorstelstand> {
  const gehoord = await wederhoorVoor(ctx, m);
  return {
    soort: m.soort, klasse: m.klasse, spoed: m.spoed_reden !== '', feiten: feitenVan(m).length, nagekeken: m.nagekeken_door !== null, normen: normenVan(m).length, waaromMaatregel: m.waarom_maatregel, waaromDuur: m.waarom_duur,
    afweging: m.afweging, kanaalBlijft: m.kanaal_blijft, contactpersoon: m.contactpersoon_id !== null, kerndiensten: m.kerndiensten.length, aanNaam: m.aan_naam, aanAdres: m.aan_adres, bevestigd: m.bevestigd_door !== null,
    gehoord: gehoord !== null && gehoord.uitkomst !== null, gewogen: m.wederhoor_id !== null && m.zienswijze_weging !== '',
  };
}
