import type { Organisatieplan } from './typen.ts';

/** The fictional province of the demo. */
export const middenland: Organisatieplan = {
  slug: 'middenland', naam: 'Provincie Middenland', soort: 'provincie', domein: 'middenland.example', letter: 'P',
  telefoon: { opvang: '06-00033300', beveiliging: '010-0000333' },
  locaties: [
    { code: 'PH', naam: 'Provinciehuis', inZin: 'het provinciehuis', adres: 'Statenlaan 1', postcode: '0031 AB', plaats: 'Middelburcht' },
    { code: 'VC', naam: 'Verkeerscentrale', inZin: 'de verkeerscentrale', adres: 'Ringweg 200', postcode: '0032 CD', plaats: 'Middelburcht' },
    { code: 'SP', naam: 'Steunpunt N-wegen', inZin: 'het steunpunt', adres: 'Bermweg 14', postcode: '0035 EF', plaats: 'Heidehoek' },
  ],
  functies: {
    PS: 'Provinciesecretaris', AFD: 'Afdelingshoofd', TL: 'Teamleider', ADM: 'Administratief medewerker', STAF: 'Concernadviseur', BELEID: 'Beleidsmedewerker', ADVPD: 'Adviseur Veilige Publieke Dienstverlening', WEGI: 'Weginspecteur',
    WEGW: 'Medewerker wegonderhoud', BRUG: 'Brugbedienaar', CENTR: 'Centralist', TOEZN: 'Toezichthouder natuur', FAUNA: 'Faunabeheerder', ECO: 'Ecoloog', PROJ: 'Projectleider', GRONDV: 'Grondverwerver', SUBS: 'Medewerker subsidies',
    COMADV: 'Communicatieadviseur', BALIE: 'Receptiemedewerker', ICT: 'ICT-beheerder', PO: 'Adviseur P&O', FIN: 'Financieel medewerker', VERKR: 'Verkeersregelaar', GRIF: 'Statengriffier', GRIFM: 'Medewerker Statengriffie', STATEN: 'Statenlid',
    GEDEP: 'Gedeputeerde', JUR: 'Jurist',
  },
  onderdelen: [
    { code: 'DIR', naam: 'Directie en concern', aantal: 10, leiding: 'PS', functies: [['STAF', 6], ['JUR', 3]], locaties: [['PH', 1]] },
    { code: 'WEG', naam: 'Wegen en vaarwegen', ouder: 'DIR', aantal: 44, leiding: 'AFD', functies: [['WEGI', 10], ['WEGW', 20], ['BRUG', 8]], locaties: [['SP', 1]] },
    { code: 'VKR', naam: 'Verkeersregelaars (ingehuurd)', ouder: 'WEG', aantal: 6, functies: [['VERKR', 1]], locaties: [['SP', 1]], soort: 'ingehuurd', werkgever: 'Baken Verkeersdiensten B.V.' },
    { code: 'VC', naam: 'Verkeerscentrale', ouder: 'WEG', aantal: 12, leiding: 'TL', functies: [['CENTR', 1]], locaties: [['VC', 1]] },
    { code: 'NAT', naam: 'Natuur en landelijk gebied', ouder: 'DIR', aantal: 28, leiding: 'AFD', functies: [['TOEZN', 8], ['FAUNA', 4], ['ECO', 8], ['BELEID', 6]], locaties: [['PH', 1]] },
    { code: 'RUI', naam: 'Ruimte en projecten', ouder: 'DIR', aantal: 26, leiding: 'AFD', functies: [['PROJ', 10], ['GRONDV', 6], ['BELEID', 8]], locaties: [['PH', 1]] },
    { code: 'SUB', naam: 'Subsidies', ouder: 'DIR', aantal: 14, leiding: 'TL', functies: [['SUBS', 1]], locaties: [['PH', 1]] },
    { code: 'BDV', naam: 'Bedrijfsvoering en communicatie', ouder: 'DIR', aantal: 30, leiding: 'AFD', functies: [['COMADV', 8], ['BALIE', 5], ['ICT', 7], ['FIN', 5], ['PO', 4]], locaties: [['PH', 1]] },
    { code: 'GRI', naam: 'Statengriffie', compartiment: 'politiek', aantal: 4, leiding: 'GRIF', functies: [['GRIFM', 1]], locaties: [['PH', 1]] },
    { code: 'PS', naam: 'Provinciale Staten', ouder: 'GRI', compartiment: 'politiek', aantal: 24, functies: [['STATEN', 6], ['GEDEP', 1]], locaties: [['PH', 1]], soort: 'politiek' },
  ],
  vasten: [
    { sleutel: 'adviseur', nummer: 'P0101', voornaam: 'Ruben', achternaam: 'Tahapary', geslacht: 'm', onderdeel: 'DIR', functie: 'ADVPD', locatie: 'PH', rollen: [{ rol: 'adviseur' }, { rol: 'adviseur', compartiment: 'politiek' }] },
    { sleutel: 'directeur', nummer: 'P0102', voornaam: 'Corine', tussenvoegsel: 'van der', achternaam: 'Sluis', geslacht: 'v', onderdeel: 'DIR', functie: 'PS', locatie: 'PH', leidt: true },
    { sleutel: 'griffier', nummer: 'P0103', voornaam: 'Stijn', achternaam: 'Hagen', geslacht: 'm', onderdeel: 'GRI', functie: 'GRIF', locatie: 'PH', leidt: true, rollen: [{ rol: 'griffier', compartiment: 'politiek' }] },
    { sleutel: 'toezichthouder', nummer: 'P0104', voornaam: 'Jelle', achternaam: 'Wiersma', geslacht: 'm', onderdeel: 'NAT', functie: 'TOEZN', locatie: 'PH' },
    { sleutel: 'natuur', nummer: 'P0105', voornaam: 'Agnieszka', achternaam: 'Nowak', geslacht: 'v', onderdeel: 'NAT', functie: 'AFD', locatie: 'PH', leidt: true },
    { sleutel: 'statenlid', nummer: 'P0106', voornaam: 'Hidde', achternaam: 'Boonstra', geslacht: 'm', onderdeel: 'PS', functie: 'STATEN', locatie: 'PH', soort: 'politiek' },
    { sleutel: 'beheerder', nummer: 'P0107', voornaam: 'Parisa', achternaam: 'Rahimi', geslacht: 'v', onderdeel: 'BDV', functie: 'ICT', locatie: 'PH', rollen: [{ rol: 'beheerder' }, { rol: 'namensmelder' }] },
    { sleutel: 'opvang', nummer: 'P0108', voornaam: 'Frans', achternaam: 'Siahaya', geslacht: 'm', onderdeel: 'BDV', functie: 'PO', locatie: 'PH', rollen: [{ rol: 'opvang' }, { rol: 'fg' }] },
  ],
};
