export { installeerWachtrij } from './installatie.ts'
export { herkansMislukte, plaats, type Gegevens, type Opdracht } from './plaatsen.ts'
export { leesStand, type Wachtrijstand } from './stand.ts'
export { werker, type Taak, type Taakcontext, type Werker, type WerkerOpties } from './werker.ts'
