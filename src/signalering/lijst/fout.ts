export const MEEST_REGELS = 200;
/** Of a file or a pasted text. Two hundred rows with everything in them take a fifth of this. */
export const MEEST_BYTES = 1024 * 1024;

/** Why a list cannot be checked, as a sentence for who sent it. */
export class Lijstfout extends Error {
  override name = 'Lijstfout';
}

export const teVeel = (): Lijstfout => new Lijstfout('Deze lijst is te lang. Je kunt hoogstens 200 regels tegelijk controleren, genoeg voor de afspraken van één dag. We hebben niets gecontroleerd.');
