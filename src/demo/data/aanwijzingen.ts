import type { Geslacht, Herkomst } from './voornamen.ts';

/** What the text of a case gives away about when it happened and to whom; what is absent is left to chance. */
export interface Aanwijzing {
  /** Someone with a part to play. */
  wie?: string;
  geslacht?: Geslacht;
  herkomst?: readonly Herkomst[];
  onderdeel?: string;
  functie?: string;
  /** Happened to the same colleague as this other case. */
  alsIn?: string;
  /** Happened to the colleague who stood by in this other case. */
  alsCollegaIn?: string;
  /** Of the colleague who stood by. */
  collega?: Geslacht;
  collegaFunctie?: string;
  /** Where the story names a colleague, it means the one it happened to: someone else wrote it. */
  overHemzelf?: true;
  /** Months of the year, 1 to 12. */
  maanden?: readonly number[];
  /** Day of the week, 1 is Monday. */
  dag?: number;
  /** Hours between the event and the report, where the text says so. */
  later?: number;
  /** A colleague to whom it happened as well, and what he is told in the end. */
  ook?: string;
}

const buitenlands: readonly Herkomst[] = ['tr', 'ma', 'sr', 'ov'];

export const aanwijzingen: Readonly<Record<string, Aanwijzing>> = {
  // Burgerzaken
  'bz-001': { wie: 'samira', maanden: [4, 5, 6] }, 'bz-006': { geslacht: 'v' }, 'bz-007': { geslacht: 'v' }, 'bz-010': { geslacht: 'v' }, 'bz-012': { onderdeel: 'FAC-BEV', maanden: [11, 12, 1, 2] },
  'bz-013': { onderdeel: 'FAC-BEV', wie: 'beveiliger' }, 'bz-017': { geslacht: 'v' }, 'bz-019': { later: 10 }, 'bz-020': { geslacht: 'v', functie: 'BABS', maanden: [5, 6, 7, 8, 9], dag: 6 },
  'bz-023': { geslacht: 'v', ook: 'We hebben samen gesproken over hoe vaak dit gebeurt. Bij jouw balie hangt nu dezelfde regel als bij de ingang: je wordt geholpen door wie er zit, of niet.' }, 'bz-024': { later: 0.3 },
  'bz-026': { geslacht: 'v' }, 'bz-028': { geslacht: 'v' }, 'bz-029': { onderdeel: 'BZ' }, 'bz-031': { maanden: [3] }, 'bz-032': { dag: 2 }, 'bz-034': { later: 9 }, 'bz-036': { maanden: [3], dag: 3 }, 'bz-039': { wie: 'joost' },
  'bz-040': { geslacht: 'v', dag: 6, later: 15 }, 'bz-042': { wie: 'samira' }, 'bz-043': { functie: 'BABS' }, 'bz-044': { wie: 'joost' }, 'bz-045': { wie: 'samira', maanden: [10, 11, 12, 1, 2] }, 'bz-047': { alsCollegaIn: 'bz-006' }, 'bz-049': { alsCollegaIn: 'bz-044', later: 3 },
  // Klantcontact
  'kcc-003': { geslacht: 'v' }, 'kcc-004': { geslacht: 'v' }, 'kcc-016': { functie: 'WEBC', dag: 6 }, 'kcc-018': { herkomst: buitenlands }, 'kcc-024': { geslacht: 'v' },
  // Werk en inkomen
  'wi-005': { dag: 4 }, 'wi-006': { alsIn: 'wi-005' }, 'wi-007': { alsIn: 'wi-005' }, 'wi-010': { alsIn: 'wi-009' }, 'wi-012': { onderdeel: 'AFV-WPL', functie: 'VOORM', maanden: [4, 5, 6, 9, 10] }, 'wi-013': { onderdeel: 'WI-SHV' },
  'wi-015': { later: 66 }, 'wi-016': { onderdeel: 'WI-WRK' }, 'wi-018': { onderdeel: 'WI-WRK' }, 'wi-019': { onderdeel: 'FAC-BEV' }, 'wi-031': { dag: 6 }, 'wi-032': { onderdeel: 'WI-WRK' }, 'wi-034': { onderdeel: 'WI-WRK' }, 'wi-038': { onderdeel: 'FAC-BEV' },
  'wi-022': { later: 11 }, 'wi-035': { functie: 'SOCREC' }, 'wi-020': { functie: 'SOCREC' }, 'wi-004': { functie: 'SOCREC' }, 'wi-041': { functie: 'SOCREC' }, 'wi-044': { onderdeel: 'WI-WRK' },
  // Wmo, jeugd, leerplicht
  'wmo-003': { maanden: [2, 3, 4, 5] }, 'wmo-004': { geslacht: 'v' }, 'wmo-006': { geslacht: 'm', functie: 'TOEZM' }, 'wmo-011': { geslacht: 'v' }, 'wmo-013': { later: 0.3 },
  'wmo-009': { ook: 'Je moeder vroeg of je nog wilt, en jij zei ja. Knap. Je krijgt een vaste begeleider bij de eerste huisbezoeken en de school weet ervan. Met de rekening van de dokter heb je niets te maken.' },
  'jeu-002': { alsIn: 'jeu-001' }, 'jeu-012': { later: 6 }, 'lpl-001': { maanden: [1, 9, 10] }, 'lpl-003': { alsIn: 'lpl-002' }, 'lpl-008': { later: 13 },
  // Belastingen
  'bel-013': { dag: 7, later: 11, functie: 'DEURW' }, 'bel-015': { geslacht: 'v' }, 'bel-009': { later: 9 },
  // Handhaving
  'han-001': { maanden: [3, 4, 5, 9, 10] }, 'han-006': { geslacht: 'v', maanden: [5, 6, 7, 8, 9] }, 'han-007': { dag: 6 }, 'han-009': { maanden: [4, 5, 6, 7, 8, 9] }, 'han-011': { geslacht: 'm' }, 'han-012': { geslacht: 'v', maanden: [4, 5, 6, 7, 8, 9] },
  'han-018': { overHemzelf: true }, 'han-013': { maanden: [5, 6, 7, 8, 9] }, 'han-016': { alsIn: 'han-015' }, 'han-017': { maanden: [1, 2, 3, 4, 9, 10, 11] }, 'han-021': { geslacht: 'm' }, 'han-023': { onderdeel: 'FAC-BEV', herkomst: buitenlands }, 'han-036': { geslacht: 'v' },
  'han-038': { onderdeel: 'FAC-BEV' }, 'han-039': { geslacht: 'v' }, 'han-040': { geslacht: 'v', herkomst: ['tr', 'ma'] }, 'han-041': { geslacht: 'v' }, 'han-046': { wie: 'boa', later: 0.3 }, 'han-002': { collega: 'm' }, 'han-047': { alsCollegaIn: 'han-002' },
  'han-048': { maanden: [5, 6, 7, 8, 9], onderdeel: 'HAN-BOA' }, 'han-049': { onderdeel: 'HAN-PAR' }, 'han-045': { geslacht: 'v' },
  // Vergunningen en bouwtoezicht
  'vth-002': { alsIn: 'vth-001', collega: 'v' }, 'vth-001': { geslacht: 'm' }, 'vth-011': { geslacht: 'v' }, 'vth-017': { geslacht: 'm', functie: 'INSP' }, 'vth-018': { functie: 'INSP' }, 'vth-020': { geslacht: 'm', herkomst: buitenlands }, 'vth-021': { alsCollegaIn: 'vth-002', later: 24 },
  // Sport en cultuur
  'spo-001': { maanden: [9, 10, 11, 3, 4, 5] }, 'spo-002': { alsIn: 'spo-001', maanden: [1, 2, 3, 11, 12] }, 'spo-003': { alsIn: 'spo-001' }, 'spo-005': { geslacht: 'v' }, 'spo-012': { geslacht: 'v' },
  'spo-006': { geslacht: 'm', ook: 'Jij wilde er eerst niets mee en dat was prima. Nu het gemeld is: de tribune is bij zwemles dicht, en foto’s maken mag nergens meer in het bad.' }, 'spo-011': { geslacht: 'm' }, 'spo-013': { maanden: [11, 12, 1, 2] },
  'spo-018': { geslacht: 'v', dag: 2 }, 'spo-021': { maanden: [9, 10, 11, 3, 4, 5] },
  // Afval en openbare ruimte
  'afv-002': { alsIn: 'afv-001', geslacht: 'm' }, 'afv-003': { geslacht: 'm' }, 'afv-005': { geslacht: 'm', functie: 'BELAD', collegaFunctie: 'CHAUF', overHemzelf: true }, 'afv-006': { functie: 'CHAUF' }, 'afv-008': { maanden: [8, 9, 10] }, 'afv-009': { maanden: [10, 11, 12] },
  'afv-012': { onderdeel: 'AFV' }, 'afv-015': { maanden: [10, 11, 1, 2] }, 'afv-017': { functie: 'CHAUF' }, 'afv-019': { alsCollegaIn: 'afv-005' }, 'afv-020': { wie: 'wijkploeg' }, 'afv-022': { maanden: [10, 11] },
  // Gebiedsteams
  'gbw-002': { alsIn: 'gbw-001' }, 'gbw-003': { geslacht: 'v' }, 'gbw-005': { geslacht: 'v' }, 'gbw-008': { geslacht: 'v' }, 'gbw-017': { geslacht: 'v', later: 7 }, 'gbw-018': { later: 40 },
  // Veiligheid, communicatie, facilitair
  'com-002': { geslacht: 'v', functie: 'WEBC' }, 'com-004': { ook: '' }, 'com-010': { geslacht: 'v' }, 'com-014': { functie: 'FOTO', maanden: [4, 5, 6, 8, 9] }, 'com-016': { geslacht: 'v', maanden: [12, 1] }, 'com-013': { geslacht: 'v' },
  'fac-001': { onderdeel: 'FAC-BEV' }, 'fac-002': { onderdeel: 'FAC-BEV' }, 'fac-003': { onderdeel: 'FAC-REC' }, 'fac-004': { onderdeel: 'FAC-BEV', geslacht: 'm' }, 'fac-006': { onderdeel: 'FAC-REC' }, 'fac-007': { onderdeel: 'FAC-REC', geslacht: 'm' },
  'fac-008': { onderdeel: 'FAC-REC', alsIn: 'fac-007' }, 'fac-009': { onderdeel: 'FAC-REC' }, 'fac-010': { onderdeel: 'FAC-BEV', herkomst: ['sr', 'ov'] }, 'fac-011': { onderdeel: 'FAC-BEV' }, 'fac-013': { onderdeel: 'FAC-BEV' },
  'fac-014': { onderdeel: 'FAC-REC' }, 'fac-015': { onderdeel: 'FAC-REC', geslacht: 'v' }, 'fac-016': { onderdeel: 'FAC-BEV', wie: 'beveiliger' }, 'jeu-011': { onderdeel: 'FAC-BEV' },
  // Raad en bestuur
  'gri-001': { geslacht: 'v' }, 'gri-002': { alsIn: 'gri-001' }, 'gri-004': { geslacht: 'm' }, 'gri-005': { geslacht: 'v' }, 'gri-006': { wie: 'raadslid', dag: 6 }, 'gri-007': { dag: 7 }, 'gri-009': { geslacht: 'm' }, 'gri-014': { geslacht: 'v', dag: 6 },
  'gri-017': { geslacht: 'm' }, 'gri-010': { ook: 'Ook jou heb ik die avond gebeld. De regels voor de tribune hangen er nu en bij dit onderwerp staat er iemand bij de deur. Dat je wegliep was een goede keuze.' }, 'gri-019': { geslacht: 'v' },
  'gri-020': { onderdeel: 'GRI', functie: 'GRIFM' }, 'gri-021': { wie: 'raadslid', dag: 6 },
  'bes-001': { onderdeel: 'BES', functie: 'WETH' }, 'bes-002': { onderdeel: 'BES', functie: 'WETH', geslacht: 'v' }, 'bes-003': { wie: 'burgemeester' }, 'bes-004': { wie: 'burgemeester' }, 'bes-005': { onderdeel: 'BES', functie: 'WETH' },
  'bes-006': { onderdeel: 'BES-SEC', geslacht: 'v' }, 'bes-007': { onderdeel: 'BES', functie: 'WETH', maanden: [4, 5, 6, 9] }, 'bes-008': { onderdeel: 'BES', functie: 'WETH' }, 'bes-009': { wie: 'burgemeester' }, 'bes-010': { onderdeel: 'BES-SEC' },
  'bes-011': { onderdeel: 'BES-SEC', maanden: [7, 8] },
  // Waterschap
  'ws-001': { wie: 'peilbeheerder', maanden: [10, 11] }, 'ws-002': { wie: 'peilbeheerder' }, 'ws-003': { functie: 'SCHOUW', geslacht: 'm' }, 'ws-004': { functie: 'HEF' }, 'ws-005': { functie: 'HEF' }, 'ws-006': { functie: 'PEIL' },
  'ws-007': { functie: 'PEIL', alsIn: 'ws-006', maanden: [10, 11, 12, 1, 2] }, 'ws-008': { functie: 'OMGM' }, 'ws-009': { functie: 'PROJ' }, 'ws-010': { functie: 'PROJ' }, 'ws-011': { functie: 'MUSK' }, 'ws-012': { functie: 'MUSK' },
  'ws-013': { functie: 'SLUIS', maanden: [6, 7, 8] }, 'ws-014': { functie: 'PEIL', maanden: [6, 7, 8] }, 'ws-015': { functie: 'PROC', geslacht: 'v' }, 'ws-016': { functie: 'TOEZ' }, 'ws-017': { functie: 'KANT', maanden: [6, 7, 8, 9] }, 'ws-018': { functie: 'PEIL' },
  'ws-019': { functie: 'OPER' }, 'ws-020': { functie: 'BALIE' }, 'ws-021': { functie: 'AB' }, 'ws-022': { functie: 'KANT' }, 'ws-023': { functie: 'DIJKW', geslacht: 'v', maanden: [12, 1, 2] }, 'ws-024': { functie: 'VERG' },
  'ws-025': { functie: 'RAYON', maanden: [5, 6, 7, 8, 9] }, 'ws-026': { functie: 'DIJKW', geslacht: 'm', later: 5 }, 'ws-027': { functie: 'KANT', maanden: [6, 7, 8, 9] }, 'ws-028': { functie: 'RAYON', maanden: [5, 6, 7, 8, 9] },
  'ws-029': { functie: 'VERG', maanden: [6, 7, 8] },
  // Provincie
  'prov-001': { functie: 'WEGW', maanden: [10, 11, 1, 2] }, 'prov-002': { functie: 'VERKR', geslacht: 'v', maanden: [10, 11, 1, 2] }, 'prov-003': { functie: 'BRUG', maanden: [5, 6, 7, 8] }, 'prov-004': { functie: 'BRUG', alsIn: 'prov-003', maanden: [5, 6, 7, 8, 9] },
  'prov-005': { wie: 'toezichthouder', maanden: [4, 5] }, 'prov-006': { wie: 'toezichthouder', maanden: [5, 6] }, 'prov-007': { functie: 'ECO', later: 10 }, 'prov-008': { functie: 'BALIE' }, 'prov-009': { functie: 'SUBS', geslacht: 'v' },
  'prov-010': { functie: 'TOEZN', geslacht: 'm' }, 'prov-011': { functie: 'WEGW', maanden: [6, 7] }, 'prov-012': { functie: 'PROJ' }, 'prov-013': { wie: 'statenlid' }, 'prov-014': { functie: 'BELEID' }, 'prov-015': { functie: 'GRONDV' }, 'prov-016': { functie: 'WEGW' },
  'prov-017': { functie: 'BALIE' }, 'prov-018': { functie: 'BELEID' }, 'prov-019': { functie: 'FAUNA', maanden: [11, 12, 1, 2] }, 'prov-020': { functie: 'CENTR' }, 'prov-021': { functie: 'WEGI' }, 'prov-022': { functie: 'BRUG', maanden: [5, 6, 7, 8, 9] },
  'prov-023': { functie: 'BELEID' },
};
