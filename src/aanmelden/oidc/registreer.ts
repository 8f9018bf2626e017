import type { Context as HonoContext } from 'hono';
import { Fout, fout } from '../../kern/fouten/index.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import type { App } from '../../platform/http/index.ts';
import type { OidcInstelling } from '../config.ts';
import { nieuwToken, tokenHash } from '../cookie.ts';
import { organisaties } from '../../inrichting/index.ts';
import type { DeurMiddelen } from '../middelen.ts';
import { veiligPad } from '../pad.ts';
import { laatBinnen } from '../paginas/binnen.ts';
import { schrijfAanmelding } from '../sessies.ts';
import { maakAanbieder, Onbereikbaar, type Claims, type Poging } from './client.ts';
import { neemRollenOver, vindCollega } from './collega.ts';
import { rollenUit } from './rollen.ts';

/** How long someone may take at his identity provider. */
const POGING = { minutes: 10 } as const;

/** Sign-in at the identity provider of an organisation. It begins with a link: the policy of the pages lets forms go to this site only. */
export function registreerOidc({ hono }: App, m: DeurMiddelen): void {
  for (const instelling of m.config.oidc) {
    const aanbieder = maakAanbieder(instelling, () => m.klok().epochMilliseconds);
    const pad = `/aanmelden/oidc/${instelling.slug}`;
    const organisatie = async (): Promise<Id> => {
      const gevonden = (await organisaties(m.db)).find((o) => o.slug === instelling.slug);
      if (gevonden === undefined) throw fout('niet-gevonden');
      return gevonden.id;
    };

    hono.get(pad, async (c) => {
      await m.begrens(c, null);
      const organisatieId = await organisatie();
      const { url, poging } = await vertaal(m, organisatieId, () => aanbieder.begin(`${m.oorsprong(c)}${pad}/terug`));
      await bewaarPoging(c, m, organisatieId, poging, veiligPad(c.req.query('naar')));
      return c.redirect(url, 303);
    });

    hono.get(`${pad}/terug`, async (c) => {
      await m.begrens(c, null);
      const organisatieId = await organisatie();
      if (c.req.query('error') === 'access_denied') return c.redirect('/aanmelden?afgebroken=1', 303);
      const bewaard = await neemPoging(c, m, organisatieId);
      const hier = new URL(`${m.oorsprong(c)}${pad}/terug${new URL(c.req.url).search}`);
      const claims = await vertaal(m, organisatieId, () => aanbieder.rondAf(hier, bewaard));
      const medewerkerId = await kenCollega(m, organisatieId, claims, instelling, c);
      return laatBinnen(c, m, { organisatieId, medewerkerId, methode: 'oidc' }, bewaard.naar);
    });
  }
}

async function bewaarPoging(c: HonoContext, m: DeurMiddelen, organisatieId: Id, poging: Poging, naar: string): Promise<void> {
  const nu = m.klok();
  const browser = m.koekjes.lees(c, 'rd-poging') ?? nieuwToken();
  await metOrganisatie(m.db, organisatieId, async (trx) => {
    await trx.deleteFrom('aanmeldpoging').where('organisatie_id', '=', organisatieId).where('op', '<=', nu.subtract(POGING)).execute();
    await trx.insertInto('aanmeldpoging').values({
      organisatie_id: organisatieId, id: nieuwId(nu.epochMilliseconds), browser_hash: tokenHash(browser), state_hash: tokenHash(poging.state), nonce: poging.nonce, verifier: poging.verifier, naar, op: nu,
    }).execute();
  });
  m.koekjes.zet(c, 'rd-poging', browser);
}

/** What was kept of this attempt; it is gone after this, so the same answer cannot be used twice. */
async function neemPoging(c: HonoContext, m: DeurMiddelen, organisatieId: Id): Promise<Poging & { naar: string }> {
  const browser = m.koekjes.lees(c, 'rd-poging');
  const state = c.req.query('state');
  if (browser === null || state === undefined) throw fout('aanmelden.mislukt');
  const nu = m.klok();
  const rij = await metOrganisatie(m.db, organisatieId, (trx) =>
    trx.deleteFrom('aanmeldpoging').where('organisatie_id', '=', organisatieId).where('browser_hash', '=', tokenHash(browser)).where('state_hash', '=', tokenHash(state))
      .returning(['nonce', 'verifier', 'naar', 'op']).executeTakeFirst(),
  );
  if (rij === undefined || rij.op.epochMilliseconds <= nu.subtract(POGING).epochMilliseconds) throw fout('aanmelden.mislukt');
  return { state, nonce: rij.nonce, verifier: rij.verifier, naar: rij.naar };
}

/** The colleague behind the claims, with his roles brought up to date; refused in words when he is not known here. */
async function kenCollega(m: DeurMiddelen, organisatieId: Id, claims: Claims, instelling: OidcInstelling, c: HonoContext): Promise<Id> {
  const nu = m.klok();
  const herkomst = { kanaal: 'scherm', ip: m.ip(c), verzoek: m.verzoekId(c), methode: 'oidc' };
  const gevonden = await metOrganisatie(m.db, organisatieId, async (trx) => {
    const medewerkerId = await vindCollega(trx, organisatieId, claims, instelling);
    if (medewerkerId === null) return null;
    try {
      const rollen = rollenUit(claims, instelling);
      const { erbij, eraf } = rollen === null ? { erbij: [], eraf: [] } : await neemRollenOver(trx, organisatieId, medewerkerId, rollen, nu);
      if (erbij.length + eraf.length > 0) {
        await schrijfAanmelding(trx, nu, { medewerkerId, handeling: 'rollen.overnemen', resultaat: 'gelukt', inhoud: { ...herkomst, erbij, eraf } });
      }
      return { medewerkerId, geweigerd: null };
    } catch (e) {
      if (!(e instanceof Fout)) throw e;
      // A refusal of someone we know is a fact too.
      await schrijfAanmelding(trx, nu, { medewerkerId, handeling: 'sessie.beginnen', resultaat: 'geweigerd', inhoud: { ...herkomst, fout: e.code } });
      return { medewerkerId, geweigerd: e };
    }
  });
  if (gevonden !== null && gevonden.geweigerd === null) return gevonden.medewerkerId;
  const code = gevonden?.geweigerd?.code ?? 'aanmelden.onbekend';
  m.logboek.warn({ organisatieId, foutcode: code }, 'aanmelden geweigerd');
  throw fout(code, { redenen: [`Wie je kan helpen: ${instelling.wieHelpt}.`] });
}

/** From whatever goes wrong in the exchange to what a person can read. The technical log gets the code of the error, never its text. */
async function vertaal<T>(m: DeurMiddelen, organisatieId: Id, doe: () => Promise<T>): Promise<T> {
  try {
    return await doe();
  } catch (e) {
    if (e instanceof Fout) {
      m.logboek.warn({ organisatieId, foutcode: e.code }, 'aanmelden geweigerd');
      throw e;
    }
    m.logboek.warn({ organisatieId, fout: e }, 'aanmelden bij de inlogdienst mislukt');
    throw fout(e instanceof Onbereikbaar ? 'aanmelden.niet-bereikbaar' : 'aanmelden.mislukt');
  }
}
