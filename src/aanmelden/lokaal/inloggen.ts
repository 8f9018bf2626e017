import type { Context as HonoContext } from 'hono';
import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { metOrganisatie, type Trx } from '../../platform/database/index.ts';
import { tel, vergeet } from '../../platform/rem/index.ts';
import type { DeurMiddelen } from '../middelen.ts';
import { schrijfAanmelding } from '../sessies.ts';
import { accountBij, gebruikTotp, type Account } from './account.ts';
import { gebruikHerstelcode } from './herstelcodes.ts';
import { remmenVan } from './rem.ts';
import { kenToestel, onthoudToestel } from './toestel.ts';
import { maakUitnodiging } from './uitnodiging.ts';
import { wachtwoordKlopt } from './wachtwoord.ts';

/** A refusal takes this long at least, whether the account exists or not, so that the time tells nothing. In milliseconds. */
const TRAAG_MS = 600;

export type Uitslag<T> = { goed: T } | { wacht: Temporal.Instant } | 'fout';

/**
 * One attempt with something that could be guessed: counted first, then tried, and taken back when it was right. Known and unknown
 * accounts go the same way, do the same work, and get the same answer after the same time.
 */
async function poging<T>(m: DeurMiddelen, c: HonoContext, organisatieId: Id, email: string, probeer: (account: Account | null) => Promise<T | null>): Promise<Uitslag<T>> {
  const begin = performance.now();
  const nu = m.klok();
  const naam = email.trim().toLowerCase().slice(0, 320);
  const { account, toestel } = await metOrganisatie(m.db, organisatieId, async (trx) => {
    const gevonden = await accountBij(trx, organisatieId, naam);
    return { account: gevonden, toestel: await kenToestel(trx, c, m.koekjes, organisatieId, gevonden?.medewerkerId ?? null) };
  });
  const remmen = remmenVan({ organisatieId, account: naam, adres: m.ip(c), toestel });
  const wacht = await tel(m.db, remmen, nu);
  const gelukt = wacht === null ? await probeer(account) : null;
  if (gelukt !== null) {
    await vergeet(m.db, remmen, nu);
    return { goed: gelukt };
  }
  m.logboek.warn({ organisatieId, foutcode: wacht === null ? 'aanmelden.mislukt' : 'te-vaak' }, 'aanmelden geweigerd');
  if (account !== null && wacht === null) await metOrganisatie(m.db, organisatieId, (trx) => weigering(trx, m, c, account.medewerkerId, nu));
  await new Promise((klaar) => setTimeout(klaar, Math.max(0, TRAAG_MS - (performance.now() - begin))));
  return wacht === null ? 'fout' : { wacht };
}

const weigering = (trx: Trx, m: DeurMiddelen, c: HonoContext, medewerkerId: Id, nu: Temporal.Instant): Promise<void> =>
  schrijfAanmelding(trx, nu, { medewerkerId, handeling: 'sessie.beginnen', resultaat: 'geweigerd', inhoud: { kanaal: 'scherm', ip: m.ip(c), verzoek: m.verzoekId(c), methode: 'wachtwoord' } });

/** Signs in with a password and the code of an app; gives the colleague. */
export async function metWachtwoord(m: DeurMiddelen, c: HonoContext, organisatieId: Id, { email, wachtwoord, code }: { email: string; wachtwoord: string; code: string }): Promise<Uitslag<Id>> {
  return poging(m, c, organisatieId, email, async (account) => {
    const klopt = await wachtwoordKlopt(account?.wachtwoord ?? null, wachtwoord);
    if (account === null || !klopt) return null;
    return metOrganisatie(m.db, organisatieId, async (trx) => {
      const nu = m.klok();
      if (!(await gebruikTotp(trx, m.sleutels, organisatieId, account, code, nu))) return null;
      await onthoudToestel(trx, c, m.koekjes, organisatieId, account.medewerkerId, nu);
      return account.medewerkerId;
    });
  });
}

/**
 * A recovery code, with the password or the code of the app when there is one (whichever was not lost): gives the token of a new
 * invitation, so that it always takes two things. Someone who only had passkeys has nothing else left than the paper.
 */
export async function metHerstelcode(m: DeurMiddelen, c: HonoContext, organisatieId: Id, { email, herstelcode, bewijs }: { email: string; herstelcode: string; bewijs: string }): Promise<Uitslag<string>> {
  return poging(m, c, organisatieId, email, async (account) => {
    const wachtwoordGoed = await wachtwoordKlopt(account?.wachtwoord ?? null, bewijs);
    if (account === null) return null;
    return metOrganisatie(m.db, organisatieId, async (trx) => {
      const nu = m.klok();
      const tweede = account.wachtwoord === null || wachtwoordGoed || (await gebruikTotp(trx, m.sleutels, organisatieId, account, bewijs, nu));
      if (!tweede || !(await gebruikHerstelcode(trx, organisatieId, account.medewerkerId, herstelcode, nu))) return null;
      const { token, id } = await maakUitnodiging(trx, organisatieId, account.medewerkerId, null, nu, 'herstel');
      await schrijfAanmelding(trx, nu, {
        medewerkerId: account.medewerkerId, handeling: 'account.herstellen', object: { soort: 'uitnodiging', id }, resultaat: 'gelukt', inhoud: { kanaal: 'scherm', ip: m.ip(c), verzoek: m.verzoekId(c) },
      });
      return token;
    });
  });
}
