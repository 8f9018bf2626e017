import type { Dossiertab, Verhuizer } from '../dossier/index.ts';

export const SIGNAALTAB: Dossiertab = { pad: '/signaal', tekst: 'Signaal', handeling: 'signaal.lezen' };

/** Signals go along when two reports of one event are joined. */
export const verhuisSignalen: Verhuizer = async ({ trx, organisatieId }, van, naar) => {
  await trx.updateTable('signaal').set({ dossier_id: naar }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).execute();
};
