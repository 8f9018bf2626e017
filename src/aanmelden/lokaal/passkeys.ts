import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { nieuwId, type Id } from '../../kern/ids.ts';
import type { Trx } from '../../platform/database/index.ts';
import { tokenHash } from '../cookie.ts';

/** How long someone may take with his finger or face. */
const VRAAG = { minutes: 5 } as const;
const TRANSPORTEN = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;

/** What comes from the browser, as far as we look at it ourselves; the library checks the rest. */
const Basis = z.looseObject({ id: z.string().min(1).max(1400), rawId: z.string(), type: z.literal('public-key'), clientExtensionResults: z.looseObject({}) });
const Registratie = Basis.extend({ response: z.looseObject({ clientDataJSON: z.string(), attestationObject: z.string(), transports: z.array(z.string()).optional() }) });
const Bewijs = Basis.extend({ response: z.looseObject({ clientDataJSON: z.string(), authenticatorData: z.string(), signature: z.string(), userHandle: z.string().optional() }) });

/** Where this is: the origin as the browser sees it. The name of the host is what a passkey is bound to. */
function plek(oorsprong: string): { expectedOrigin: string; expectedRPID: string } {
  return { expectedOrigin: oorsprong, expectedRPID: new URL(oorsprong).hostname };
}

async function bewaarVraag(trx: Trx, organisatieId: Id, browser: string, uitdaging: string, medewerkerId: Id | null, nu: Temporal.Instant): Promise<void> {
  await trx.deleteFrom('passkeyvraag').where('organisatie_id', '=', organisatieId).where('op', '<=', nu.subtract(VRAAG)).execute();
  await trx.insertInto('passkeyvraag').values({ organisatie_id: organisatieId, id: nieuwId(nu.epochMilliseconds), browser_hash: tokenHash(browser), uitdaging, medewerker_id: medewerkerId, op: nu }).execute();
}

/** The open questions of this browser, which are gone after this: each is answered once. */
async function neemVragen(trx: Trx, organisatieId: Id, browser: string | null, medewerkerId: Id | null, nu: Temporal.Instant): Promise<string[]> {
  if (browser === null) return [];
  const rijen = await trx.deleteFrom('passkeyvraag').where('organisatie_id', '=', organisatieId).where('browser_hash', '=', tokenHash(browser))
    .where('medewerker_id', medewerkerId === null ? 'is' : '=', medewerkerId).returning(['uitdaging', 'op']).execute();
  return rijen.filter((r) => Temporal.Instant.compare(r.op.add(VRAAG), nu) > 0).map((r) => r.uitdaging);
}

/** What the browser needs to make a passkey: one that the device itself can find, and that asks for finger, face or pin. */
export async function vraagNieuwe(trx: Trx, organisatieId: Id, wie: { medewerkerId: Id; naam: string; email: string }, browser: string, oorsprong: string, nu: Temporal.Instant): Promise<unknown> {
  const heeft = await trx.selectFrom('passkey').select('referentie').where('organisatie_id', '=', organisatieId).where('medewerker_id', '=', wie.medewerkerId).execute();
  const opties = await generateRegistrationOptions({
    rpName: 'Rugdekking', rpID: plek(oorsprong).expectedRPID, userName: wie.email, userDisplayName: wie.naam, userID: new Uint8Array(Buffer.from(wie.medewerkerId.replaceAll('-', ''), 'hex')),
    attestationType: 'none', authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, excludeCredentials: heeft.map((p) => ({ id: p.referentie })), timeout: 300_000,
  });
  await bewaarVraag(trx, organisatieId, browser, opties.challenge, wie.medewerkerId, nu);
  return opties;
}

/** Keeps a new passkey after its checks. False when the answer is not right. */
export async function bewaarNieuwe(trx: Trx, organisatieId: Id, medewerkerId: Id, antwoord: string, browser: string | null, oorsprong: string, toestel: string, nu: Temporal.Instant): Promise<boolean> {
  const vragen = await neemVragen(trx, organisatieId, browser, medewerkerId, nu);
  const ontleed = Registratie.safeParse(json(antwoord));
  if (!ontleed.success) return false;
  const { transports, ...response } = ontleed.data.response;
  const uit = await veilig(() => verifyRegistrationResponse({ response: { ...ontleed.data, response }, expectedChallenge: (u) => vragen.includes(u), ...plek(oorsprong), requireUserVerification: true }));
  if (uit?.verified !== true) return false;
  const { credential, credentialBackedUp } = uit.registrationInfo;
  const rij = await trx.insertInto('passkey').values({
    organisatie_id: organisatieId, id: nieuwId(nu.epochMilliseconds), medewerker_id: medewerkerId, referentie: credential.id, publieke_sleutel: Buffer.from(credential.publicKey), teller: credential.counter,
    transporten: TRANSPORTEN.filter((t) => transports?.includes(t)), toestel, gesynchroniseerd: credentialBackedUp, sinds: nu, laatst_gebruikt: null,
  }).onConflict((c) => c.columns(['organisatie_id', 'referentie']).doNothing()).returning('id').executeTakeFirst();
  return rij !== undefined;
}

/** What the browser needs to sign in: any passkey of this site. It does not tell which accounts exist. */
export async function vraagBewijs(trx: Trx, organisatieId: Id, browser: string, oorsprong: string, nu: Temporal.Instant): Promise<unknown> {
  const opties = await generateAuthenticationOptions({ rpID: plek(oorsprong).expectedRPID, userVerification: 'required', allowCredentials: [], timeout: 300_000 });
  await bewaarVraag(trx, organisatieId, browser, opties.challenge, null, nu);
  return opties;
}

/** The colleague who signed with one of his passkeys, or null. */
export async function controleerBewijs(trx: Trx, organisatieId: Id, antwoord: string, browser: string | null, oorsprong: string, nu: Temporal.Instant): Promise<Id | null> {
  const vragen = await neemVragen(trx, organisatieId, browser, null, nu);
  const ontleed = Bewijs.safeParse(json(antwoord));
  if (!ontleed.success) return null;
  const rij = await trx.selectFrom('passkey as p').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'p.organisatie_id').onRef('m.id', '=', 'p.medewerker_id'))
    .select(['p.id', 'p.medewerker_id', 'p.referentie', 'p.publieke_sleutel', 'p.teller']).where('p.organisatie_id', '=', organisatieId).where('p.referentie', '=', ontleed.data.id)
    .where('m.actief', '=', true).forUpdate('p').executeTakeFirst();
  if (rij === undefined) return null;
  const credential = { id: rij.referentie, publicKey: new Uint8Array(rij.publieke_sleutel), counter: rij.teller };
  const uit = await veilig(() => verifyAuthenticationResponse({ response: ontleed.data, expectedChallenge: (u) => vragen.includes(u), ...plek(oorsprong), credential, requireUserVerification: true }));
  if (uit?.verified !== true) return null;
  await trx.updateTable('passkey').set({ teller: uit.authenticationInfo.newCounter, laatst_gebruikt: nu, gesynchroniseerd: uit.authenticationInfo.credentialBackedUp })
    .where('organisatie_id', '=', organisatieId).where('id', '=', rij.id).execute();
  return rij.medewerker_id;
}

function json(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return null;
  }
}

/** The library throws on anything that is not right; to us that is simply no proof. */
async function veilig<T>(doe: () => Promise<T>): Promise<T | null> {
  try {
    return await doe();
  } catch {
    return null;
  }
}
