// The design system: everything a room needs to make a page. It knows no incident.
// Server components on Preact; classes ams-* come from @amsterdam/design-system-css, rd-* are ours.

export { Alinea, Avatar, Citaat, Icoon, Knop, KnopBel, KnopLink, Knoppen, Kop, Lijst, Link, Melding, Merk, Nood112, Telefoon, Verborgen } from './onderdelen/basis.tsx';
export type { KnopSoort, MeldingSoort, MerkSoort, Niveau } from './onderdelen/basis.tsx';
export { DefinitieLijst, Kaart, Kruimels, LegeStaat, PaginaKop, Raster, Stapel, Tabs, TweeKolommen, Uitklap } from './onderdelen/indeling.tsx';
export type { Definitie, Kruimel, Tab } from './onderdelen/indeling.tsx';
export { Filters, Paginering, Stappen, Tabel, TermijnTekst, Tijdlijn, VandaagLijst, Voortgang, WerkLijst, Zoekveld } from './onderdelen/lijsten.tsx';
export type { Kolom, Stap, TijdlijnRegel, Urgentie, WerkGroep, WerkRegel } from './onderdelen/lijsten.tsx';
export { BestandVeld, DatumVeld, Selectie, TekstGebied, TekstVeld, TijdVeld, VerborgenVeld } from './onderdelen/velden.tsx';
export type { Optie, VeldProps } from './onderdelen/velden.tsx';
export { Groep, Keuzes, Vinkje, Vinkjes } from './onderdelen/keuzes.tsx';
export type { KeuzeOptie } from './onderdelen/keuzes.tsx';
export { Persoonkaart } from './onderdelen/persoon.tsx';
export { ActieFormulier, FoutSamenvatting, Formulier, VELD_CSRF, VELD_SLEUTEL, veld, veldMeer, veldVinkje } from './onderdelen/formulier.tsx';
export type { Fouten } from './onderdelen/formulier.tsx';
export { Beeldmerk, Pagina, rendeer } from './onderdelen/pagina.tsx';
export type { MenuItem, Middelen, PaginaGebruiker, PaginaProps, Stopknop } from './onderdelen/pagina.tsx';
export { contrast } from './contrast.ts';
export { bouwThema, contrastBezwaren, leesBasisTokens, LINDEWAARD } from './thema.ts';
export type { BasisTokens, ThemaUitkomst } from './thema.ts';
export { THEMA_KOEKJE } from './koekje.ts';
export type { Taal } from './taal.ts';
export { veldId } from './klassen.ts';
export type { IcoonNaam } from './iconen.ts';
