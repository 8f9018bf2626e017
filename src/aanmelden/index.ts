import type { App, Omgeving } from '../platform/http/index.ts';
import { maakKoekjes } from './cookie.ts';
import type { AanmeldMiddelen } from './middelen.ts';
import { registreerEigenAccount } from './lokaal/registreer-eigen.ts';
import { registreerLokaal } from './lokaal/registreer.ts';
import { registreerOidc } from './oidc/registreer.ts';
import { registreerAccount } from './paginas/registreer-account.ts';
import { registreerDeur } from './paginas/registreer-deur.ts';
import { maakSessies, type Sessies } from './sessies.ts';

export { leesAanmeldConfig, type AanmeldConfig } from './config.ts';
export { controleerDemo, type Demokaart, type Demoverzoek } from './demo.ts';
export { verzegelTotpOpnieuw } from './lokaal/totpzegel.ts';
export type { AanmeldMiddelen } from './middelen.ts';
export { nodigUitAlsOperator } from './lokaal/toegang.ts';
export { ruimSessiesOp } from './sessies.ts';
export type { Methode } from './tabellen/typen.ts';

export interface Aanmelden extends Pick<Omgeving, 'zoekSessie' | 'bewaarOnderbroken'> {
  beginSessie: Sessies['begin'];
  registreer(app: App): void;
}

/** Sign-in and sessions of this installation: what the pages ask of it, and the pages of its own. */
export function maakAanmelden(m: AanmeldMiddelen): Aanmelden {
  const koekjes = maakKoekjes(m.oorsprong, m.config.demo !== null);
  const sessies = maakSessies({ ...m, koekjes });
  return {
    zoekSessie: (c) => sessies.zoek(c),
    bewaarOnderbroken: (c, velden) => sessies.bewaarOnderbroken(c, velden),
    beginSessie: (c, wie) => sessies.begin(c, wie),
    registreer(app) {
      const deur = { ...m, koekjes, sessies };
      registreerDeur(app, deur);
      registreerOidc(app, deur);
      registreerAccount(app, deur);
      registreerEigenAccount(app, deur);
      registreerLokaal(app, deur);
    },
  };
}
