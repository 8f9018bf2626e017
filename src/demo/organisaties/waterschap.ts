import type { Organisatieplan } from './typen.ts';

/** The fictional water board of the demo. */
export const deLageOever: Organisatieplan = {
  slug: 'de-lage-oever', naam: 'Waterschap De Lage Oever', soort: 'waterschap', domein: 'delageoever.example', letter: 'W',
  telefoon: { opvang: '06-00022200', beveiliging: '010-0000222' },
  locaties: [
    { code: 'WSH', naam: 'Waterschapshuis', inZin: 'het waterschapshuis', adres: 'Oeverkade 2', postcode: '0021 AB', plaats: 'Polderdam' },
    { code: 'RWZI', naam: 'Zuivering Polderdam', inZin: 'de zuivering', adres: 'Zuiderdijk 60', postcode: '0022 CD', plaats: 'Polderdam' },
    { code: 'STEUN', naam: 'Steunpunt De Sluis', inZin: 'het steunpunt', adres: 'Sluisweg 5', postcode: '0023 EF', plaats: 'Waterend' },
  ],
  functies: {
    SDIR: 'Secretaris-directeur', AFD: 'Afdelingshoofd', TL: 'Teamleider', ADM: 'Administratief medewerker', STAF: 'Concernadviseur', ADVPD: 'Adviseur Veilige Publieke Dienstverlening', PEIL: 'Peilbeheerder', RAYON: 'Rayonbeheerder',
    SCHOUW: 'Medewerker schouw en handhaving', MUSK: 'Muskusrattenbestrijder', KANT: 'Kantonnier', SLUIS: 'Sluiswachter', DIJKW: 'Dijkwacht', PROC: 'Procestechnoloog', OPER: 'Operator zuivering', HEF: 'Medewerker heffing',
    OMGM: 'Omgevingsmanager', PROJ: 'Projectleider', VERG: 'Vergunningverlener', TOEZ: 'Toezichthouder waterkwaliteit', BALIE: 'Gastvrouw of gastheer', ICT: 'ICT-beheerder', PO: 'Adviseur P&O', BADV: 'Bestuursadviseur', AB: 'Lid algemeen bestuur',
    DG: 'Dijkgraaf',
  },
  onderdelen: [
    { code: 'DIR', naam: 'Directie', aantal: 6, leiding: 'SDIR', functies: [['STAF', 1]], locaties: [['WSH', 1]] },
    { code: 'WSY', naam: 'Watersysteem', ouder: 'DIR', aantal: 36, leiding: 'AFD', functies: [['PEIL', 6], ['RAYON', 5], ['SCHOUW', 6], ['MUSK', 4], ['KANT', 5], ['SLUIS', 4], ['DIJKW', 5]], locaties: [['STEUN', 1]] },
    { code: 'WKE', naam: 'Waterketen', ouder: 'DIR', aantal: 20, leiding: 'AFD', functies: [['OPER', 12], ['PROC', 6]], locaties: [['RWZI', 1]] },
    { code: 'BEL', naam: 'Belastingen', ouder: 'DIR', aantal: 12, leiding: 'TL', functies: [['HEF', 1]], locaties: [['WSH', 1]] },
    { code: 'PRJ', naam: 'Projecten', ouder: 'DIR', aantal: 10, leiding: 'TL', functies: [['OMGM', 3], ['PROJ', 5]], locaties: [['WSH', 1]] },
    { code: 'VTH', naam: 'Vergunningen en toezicht', ouder: 'DIR', aantal: 10, leiding: 'TL', functies: [['VERG', 4], ['TOEZ', 4]], locaties: [['WSH', 1]] },
    { code: 'BDV', naam: 'Bedrijfsvoering', ouder: 'DIR', aantal: 14, leiding: 'AFD', functies: [['BALIE', 3], ['ICT', 4], ['PO', 3], ['ADM', 3]], locaties: [['WSH', 1]] },
    { code: 'AB', naam: 'Bestuur', compartiment: 'politiek', aantal: 14, functies: [['AB', 1]], locaties: [['WSH', 1]], soort: 'politiek' },
  ],
  vasten: [
    { sleutel: 'adviseur', nummer: 'W0101', voornaam: 'Tjitske', achternaam: 'Hiemstra', geslacht: 'v', onderdeel: 'DIR', functie: 'ADVPD', locatie: 'WSH', rollen: [{ rol: 'adviseur' }, { rol: 'adviseur', compartiment: 'politiek' }] },
    { sleutel: 'directeur', nummer: 'W0102', voornaam: 'Gerrit', achternaam: 'Overbeek', geslacht: 'm', onderdeel: 'DIR', functie: 'SDIR', locatie: 'WSH', leidt: true },
    { sleutel: 'griffier', nummer: 'W0103', voornaam: 'Marijn', achternaam: 'Kooistra', geslacht: 'v', onderdeel: 'AB', functie: 'BADV', locatie: 'WSH', rollen: [{ rol: 'griffier', compartiment: 'politiek' }] },
    { sleutel: 'peilbeheerder', nummer: 'W0104', voornaam: 'Sjoerd', achternaam: 'Veenstra', geslacht: 'm', onderdeel: 'WSY', functie: 'SCHOUW', locatie: 'STEUN' },
    { sleutel: 'watersysteem', nummer: 'W0105', voornaam: 'Anja', achternaam: 'Bijlsma', geslacht: 'v', onderdeel: 'WSY', functie: 'AFD', locatie: 'STEUN', leidt: true },
    { sleutel: 'beheerder', nummer: 'W0106', voornaam: 'Riemer', achternaam: 'Nauta', geslacht: 'm', onderdeel: 'BDV', functie: 'ICT', locatie: 'WSH', rollen: [{ rol: 'beheerder' }, { rol: 'namensmelder' }] },
    { sleutel: 'opvang', nummer: 'W0107', voornaam: 'Hilda', achternaam: 'Zijlstra', geslacht: 'v', onderdeel: 'BDV', functie: 'PO', locatie: 'WSH', rollen: [{ rol: 'opvang' }, { rol: 'fg' }] },
  ],
};
