import { z } from 'zod';
import { Temporal } from 'temporal-polyfill';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id } from '../../kern/invoer.ts';
import type { Id } from '../../kern/ids.ts';
import type { Trx } from '../../platform/database/index.ts';
import { handeling, vraag } from '../../platform/deuren/index.ts';
import type { Sleutels } from '../../platform/geheim/index.ts';
import { gebruikTotp, zetWachtwoord } from './account.ts';
import { maakHerstelcodes } from './herstelcodes.ts';
import { bewaarNieuwe, vraagNieuwe } from './passkeys.ts';
import { remmenBinnen } from './rem.ts';
import { wachtwoordKlopt } from './wachtwoord.ts';

/** What a colleague does with the account that is kept here for him. What opens a new way in asks for a fresh session. */

const RECENT = { minutes: 15 } as const;
const sessieId = id('Open de pagina opnieuw.');
/** Text that must stay exactly as typed. */
const geheim = (ontbreekt: string) => z.string({ error: ontbreekt }).min(1, ontbreekt).max(1_000, 'Dit is te lang.');

/** Refuses when this session began too long ago to trust that the same person still sits there (ASVS 7.5.1). */
export async function eisRecent(trx: Trx, organisatieId: Id, medewerkerId: Id, sessie: Id, nu: Temporal.Instant): Promise<void> {
  const rij = await trx.selectFrom('sessie').select('aangemaakt').where('organisatie_id', '=', organisatieId).where('id', '=', sessie).where('medewerker_id', '=', medewerkerId).executeTakeFirst();
  if (rij === undefined || Temporal.Instant.compare(rij.aangemaakt.add(RECENT), nu) < 0) throw fout('aanmelden.opnieuw');
}

/** Refuses whoever has no account here yet (in a demo one can be signed in without): ways in hang on an account. */
async function eisAccount(trx: Trx, organisatieId: Id, medewerkerId: Id): Promise<void> {
  const rij = await trx.selectFrom('account').select('medewerker_id').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', medewerkerId).executeTakeFirst();
  if (rij === undefined) throw fout('niet-gevonden');
}

export interface Toegangsmiddelen {
  passkeys: { id: Id; toestel: string; gesynchroniseerd: boolean; sinds: Temporal.Instant; laatstGebruikt: Temporal.Instant | null }[];
  wachtwoordOp: Temporal.Instant | null;
  /** Recovery codes that were not used yet. */
  herstelcodes: number;
}

/** With what this colleague can sign in. */
export const toegangsmiddelen = vraag({
  naam: 'account.beveiligen',
  invoer: z.object({}),
  async haal({ trx, organisatieId, actor }): Promise<Toegangsmiddelen> {
    const passkeys = await trx.selectFrom('passkey').select(['id', 'toestel', 'gesynchroniseerd', 'sinds', 'laatst_gebruikt']).where('organisatie_id', '=', organisatieId)
      .where('medewerker_id', '=', actor.id).orderBy('sinds').execute();
    const account = await trx.selectFrom('account').select('wachtwoord_op').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).executeTakeFirst();
    const codes = await trx.selectFrom('herstelcode').select((e) => e.fn.countAll<number>().as('n')).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id)
      .where('gebruikt_op', 'is', null).executeTakeFirstOrThrow();
    return {
      passkeys: passkeys.map((p) => ({ id: p.id, toestel: p.toestel, gesynchroniseerd: p.gesynchroniseerd, sinds: p.sinds, laatstGebruikt: p.laatst_gebruikt })),
      wachtwoordOp: account?.wachtwoord_op ?? null, herstelcodes: codes.n,
    };
  },
});

/** Asks the browser for another passkey. */
export const vraagPasskey = handeling({
  naam: 'account.beveiligen',
  invoer: z.object({ sessieId, browser: z.string(), oorsprong: z.string() }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    await eisRecent(trx, organisatieId, actor.id, invoer.sessieId, nu);
    await eisAccount(trx, organisatieId, actor.id);
    const wie = await trx.selectFrom('medewerker').select(['naam', 'email']).where('organisatie_id', '=', organisatieId).where('id', '=', actor.id).executeTakeFirstOrThrow();
    return {
      resultaat: await vraagNieuwe(trx, organisatieId, { medewerkerId: actor.id, ...wie }, invoer.browser, invoer.oorsprong, nu),
      object: { soort: 'medewerker', id: actor.id }, journaal: { wat: 'passkey gevraagd' },
    };
  },
});

/** Keeps another passkey. */
export const bewaarPasskey = handeling({
  naam: 'account.beveiligen',
  invoer: z.object({ sessieId, browser: z.string().nullable(), oorsprong: z.string(), antwoord: z.string().max(100_000), toestel: z.string() }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    await eisRecent(trx, organisatieId, actor.id, invoer.sessieId, nu);
    await eisAccount(trx, organisatieId, actor.id);
    if (!(await bewaarNieuwe(trx, organisatieId, actor.id, invoer.antwoord, invoer.browser, invoer.oorsprong, invoer.toestel, nu))) throw fout('aanmelden.mislukt');
    return { resultaat: null, object: { soort: 'medewerker', id: actor.id }, journaal: { wat: 'passkey erbij' } };
  },
});

/** Removes a passkey, unless nothing else would be left to sign in with. */
export const verwijderPasskey = handeling({
  naam: 'account.beveiligen',
  invoer: z.object({ sessieId, id: id('Kies een passkey.') }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    await eisRecent(trx, organisatieId, actor.id, invoer.sessieId, nu);
    const account = await trx.selectFrom('account').select('wachtwoord').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).forUpdate().executeTakeFirst();
    const passkeys = await trx.selectFrom('passkey').select('id').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).execute();
    if (!passkeys.some((p) => p.id === invoer.id)) throw fout('niet-gevonden');
    if (passkeys.length === 1 && (account?.wachtwoord ?? null) === null) throw fout('conflict.toestand', { redenen: ['Dit is je enige manier om in te loggen. Zet er eerst een andere bij.'] });
    await trx.deleteFrom('passkey').where('organisatie_id', '=', organisatieId).where('id', '=', invoer.id).execute();
    return { resultaat: null, object: { soort: 'passkey', id: invoer.id }, journaal: { wat: 'passkey weg' } };
  },
});

/** Changes the password; whoever is signed in elsewhere has to sign in again. In a session that was left open the current one can be guessed: that is braked. */
export function maakWijzigWachtwoord(sleutels: Sleutels) {
  return handeling({
    naam: 'account.beveiligen',
    invoer: z.object({ sessieId, huidig: geheim('Vul je huidige wachtwoord in.'), code: geheim('Vul de code uit je app in.'), nieuw: geheim('Kies een nieuw wachtwoord.') }),
    rem: { remmen: ({ organisatieId, id: wie }, { sessieId: sessie }) => remmenBinnen({ organisatieId, medewerkerId: wie, sessie }), velden: ['huidig', 'code'] },
    async voerUit({ trx, organisatieId, actor, nu, invoer }) {
      const account = await trx.selectFrom('account').select(['wachtwoord', 'totp_geheim']).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id).executeTakeFirst();
      if (!(await wachtwoordKlopt(account?.wachtwoord ?? null, invoer.huidig))) throw veldfout('huidig', 'Dit is niet je huidige wachtwoord.');
      const totp = { medewerkerId: actor.id, totpGeheim: account?.totp_geheim ?? null };
      if (!(await gebruikTotp(trx, sleutels, organisatieId, totp, invoer.code, nu))) throw veldfout('code', 'Deze code klopt niet, of is al gebruikt. Wacht op de volgende.');
      await zetWachtwoord(trx, organisatieId, actor.id, invoer.nieuw, nu);
      await trx.updateTable('sessie').set({ beeindigd_op: nu, reden: 'toegang_gewijzigd' }).where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', actor.id)
        .where('id', '!=', invoer.sessieId).where('beeindigd_op', 'is', null).execute();
      return { resultaat: null, object: { soort: 'medewerker', id: actor.id }, journaal: { wat: 'wachtwoord gewijzigd' } };
    },
  });
}

/** Ten new recovery codes; the old ones stop working. */
export const nieuweHerstelcodes = handeling({
  naam: 'account.beveiligen',
  invoer: z.object({ sessieId }),
  async voerUit({ trx, organisatieId, actor, nu, invoer }) {
    await eisRecent(trx, organisatieId, actor.id, invoer.sessieId, nu);
    await eisAccount(trx, organisatieId, actor.id);
    return { resultaat: await maakHerstelcodes(trx, organisatieId, actor.id), object: { soort: 'medewerker', id: actor.id }, journaal: { wat: 'herstelcodes vernieuwd' } };
  },
});
