// Who the veroorzaker is, what he is known for, and what his rights are. Nothing here predicts conduct, and nothing ranks people by danger.
export { persoonBij, eerdereIncidenten, type EerderIncident } from './incidenten.ts';
export { feitstatusVan, feitstatussenVan } from './feitstatus.ts';
export { feitstatuscodes, feitstatussen, feitstatusuitleg, persoonssoorten, type Feitstatus, type Persoonssoort } from './regels/woorden.ts';
