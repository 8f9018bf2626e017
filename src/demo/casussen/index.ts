import { balieEnBurgerzaken } from './balie-en-burgerzaken.ts';
import { belastingenEnInvordering } from './belastingen-en-invordering.ts';
import { burgerzakenVervolg } from './burgerzaken-vervolg.ts';
import { handhaving } from './handhaving.ts';
import { klantcontactTelefoon } from './klantcontact-telefoon.ts';
import { kortEnNamens } from './kort-en-namens.ts';
import { leerplicht } from './leerplicht.ts';
import { openbareRuimte } from './openbare-ruimte.ts';
import { parkeren } from './parkeren.ts';
import { provincie } from './provincie.ts';
import { raadEnBestuur } from './raad-en-bestuur.ts';
import { sport } from './sport.ts';
import { tweedeMeldingen } from './tweede-meldingen.ts';
import type { Casus } from './type.ts';
import { veiligheidCommunicatieFacilitair } from './veiligheid-communicatie-facilitair.ts';
import { vergunningenEnBouw } from './vergunningen-en-bouw.ts';
import { waterschap } from './waterschap.ts';
import { werkEnInkomen } from './werk-en-inkomen.ts';
import { werkEnInkomenVervolg } from './werk-en-inkomen-vervolg.ts';
import { zorgEnJeugd } from './zorg-en-jeugd.ts';

export type { Casus } from './type.ts';

/** All invented reports of the demo organisations. */
export const casussen: readonly Casus[] = [
  ...balieEnBurgerzaken, ...burgerzakenVervolg, ...belastingenEnInvordering, ...handhaving, ...parkeren, ...klantcontactTelefoon, ...leerplicht, ...openbareRuimte,
  ...provincie, ...raadEnBestuur, ...sport, ...veiligheidCommunicatieFacilitair, ...vergunningenEnBouw, ...waterschap, ...werkEnInkomen, ...werkEnInkomenVervolg,
  ...zorgEnJeugd, ...tweedeMeldingen, ...kortEnNamens,
];
