export { Instellingen, ontvangers, termijnsoorten, type Ontvanger, type Termijnsoort } from './instellingen.ts';
export { actorGegevens, sessieVan } from './actor.ts';
export { collega, instellingenVan, leidinggevendenVan, metRol, ontvangersVan, type Collega, type Geadresseerde } from './opzoeken.ts';
export { standaardvormen } from './vormen.ts';
export { CollegaVeld, collegaOpties, collegaVelden, gekozenCollega, zoekCollegas } from './kiescollega.tsx';
