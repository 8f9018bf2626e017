export { demokaarten } from './kaarten.ts';
export { laadDemo, type Demoverslag, type Demoverzoek } from './laden.ts';
