import type { Context as HonoContext } from 'hono';
import { Fout, fout, veldfout, type Veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { metOrganisatie, type Trx } from '../../platform/database/index.ts';
import { leesVelden, vanEigenSite, waarde, type App, type Velden } from '../../platform/http/index.ts';
import { wachtzin } from '../../platform/rem/index.ts';
import type { LokaalInstelling } from '../config.ts';
import { nieuwToken } from '../cookie.ts';
import { organisaties, type Organisatie } from '../../inrichting/index.ts';
import type { DeurMiddelen } from '../middelen.ts';
import { veiligPad } from '../pad.ts';
import { laatBinnen } from '../paginas/binnen.ts';
import { codespagina, herstelpagina, inlogpagina, instelpagina, welkompagina, type Lokaalkeuze } from '../paginas/lokaal.tsx';
import { schrijfAanmelding } from '../sessies.ts';
import type { Methode } from '../tabellen/typen.ts';
import { toestelTekst } from '../toestel.ts';
import { zetWachtwoord } from './account.ts';
import { maakHerstelcodes } from './herstelcodes.ts';
import { metHerstelcode, metWachtwoord, type Uitslag } from './inloggen.ts';
import { bewaarNieuwe, controleerBewijs, vraagBewijs, vraagNieuwe } from './passkeys.ts';
import { nieuwTotpGeheim, totpStap } from './totp.ts';
import { ontzegelTotp, verzegelTotp } from './totpzegel.ts';
import { verbruikUitnodiging, vindUitnodiging, type Uitnodiging } from './uitnodiging.ts';

/** Sign-in with accounts that are kept here, and setting them up with an invitation. */
export function registreerLokaal(app: App, m: DeurMiddelen): void {
  for (const instelling of m.config.lokaal) {
    registreerInloggen(app, m, instelling);
    registreerInstellen(app, m, instelling);
  }
}

/** The organisation of a slug; not found when it is not (any more) in the database. */
async function organisatieVan(m: DeurMiddelen, slug: string): Promise<Organisatie> {
  const gevonden = (await organisaties(m.db)).find((o) => o.slug === slug);
  if (gevonden === undefined) throw fout('niet-gevonden');
  return gevonden;
}

const keuze = (i: LokaalInstelling, o: Organisatie): Lokaalkeuze => ({ slug: i.slug, naam: o.naam, passkeys: i.passkeys, wachtwoorden: i.wachtwoorden });

/** The fields of a form in front of the door; there is no session yet, so where it came from is what can be checked. */
async function post(m: DeurMiddelen, c: HonoContext): Promise<Velden> {
  if (!vanEigenSite(c.req.raw.headers, m.oorsprong(c))) throw fout('csrf.ongeldig');
  await m.begrens(c, null);
  return leesVelden(c.req.raw);
}

/** The token that binds a question for a passkey to this browser. */
function browsertoken(m: DeurMiddelen, c: HonoContext): string {
  const token = m.koekjes.lees(c, 'rd-poging') ?? nieuwToken();
  m.koekjes.zet(c, 'rd-poging', token);
  return token;
}

/** What someone reads whose attempt was refused: always the same, except how long to wait. */
function bezwaar(uitslag: Exclude<Uitslag<unknown>, { goed: unknown }>, tekst: string): { fouten: Veldfout[]; status: 422 | 429 } {
  if (uitslag === 'fout') return { fouten: [{ veld: '', tekst }], status: 422 };
  return { fouten: [{ veld: '', tekst: wachtzin(uitslag.wacht) }], status: 429 };
}

function registreerInloggen({ hono }: App, m: DeurMiddelen, instelling: LokaalInstelling): void {
  const basis = `/aanmelden/lokaal/${instelling.slug}`;

  hono.get(basis, async (c) => {
    await m.begrens(c, null);
    const o = await organisatieVan(m, instelling.slug);
    return c.html(inlogpagina(m.middelen(o.slug, c), { organisatie: keuze(instelling, o), naar: veiligPad(c.req.query('naar')), email: '', fouten: [] }));
  });

  if (instelling.wachtwoorden) {
    hono.post(basis, async (c) => {
      const velden = await post(m, c);
      const o = await organisatieVan(m, instelling.slug);
      const invoer = { email: waarde(velden, 'email'), wachtwoord: waarde(velden, 'wachtwoord'), code: waarde(velden, 'code') };
      const leeg = leegbij(invoer, { email: 'Vul je e-mailadres in.', wachtwoord: 'Vul je wachtwoord in.', code: 'Vul de code uit je app in.' });
      const naar = veiligPad(waarde(velden, 'naar'));
      const toon = (fouten: readonly Veldfout[], status: 422 | 429): Response => c.html(inlogpagina(m.middelen(o.slug, c), { organisatie: keuze(instelling, o), naar, email: invoer.email, fouten }), status) as Response;
      if (leeg.length > 0) return toon(leeg, 422);
      const uitslag = await metWachtwoord(m, c, o.id, invoer);
      if (typeof uitslag === 'object' && 'goed' in uitslag) return laatBinnen(c, m, { organisatieId: o.id, medewerkerId: uitslag.goed, methode: 'wachtwoord' }, naar);
      const { fouten, status } = bezwaar(uitslag, 'Je e-mailadres, wachtwoord of code klopt niet. Een code werkt één keer; wacht zo nodig op de volgende.');
      return toon(fouten, status);
    });
  }

  if (instelling.passkeys) {
    hono.post(`${basis}/passkey/opties`, async (c) => {
      await post(m, c);
      const o = await organisatieVan(m, instelling.slug);
      const browser = browsertoken(m, c);
      return c.json(await metOrganisatie(m.db, o.id, (trx) => vraagBewijs(trx, o.id, browser, m.oorsprong(c), m.klok())));
    });
    hono.post(`${basis}/passkey`, async (c) => {
      const velden = await post(m, c);
      const o = await organisatieVan(m, instelling.slug);
      const medewerkerId = await metOrganisatie(m.db, o.id, (trx) => controleerBewijs(trx, o.id, waarde(velden, 'antwoord'), m.koekjes.lees(c, 'rd-poging'), m.oorsprong(c), m.klok()));
      if (medewerkerId === null) {
        m.logboek.warn({ organisatieId: o.id, foutcode: 'aanmelden.mislukt' }, 'aanmelden met passkey geweigerd');
        throw fout('aanmelden.mislukt');
      }
      return laatBinnen(c, m, { organisatieId: o.id, medewerkerId, methode: 'passkey' }, veiligPad(waarde(velden, 'naar')));
    });
  }

  hono.get(`${basis}/herstel`, async (c) => {
    await m.begrens(c, null);
    return c.html(herstelpagina(m.middelen(instelling.slug, c), instelling.slug, '', []));
  });
  hono.post(`${basis}/herstel`, async (c) => {
    const velden = await post(m, c);
    const o = await organisatieVan(m, instelling.slug);
    const invoer = { email: waarde(velden, 'email'), herstelcode: waarde(velden, 'herstelcode'), bewijs: waarde(velden, 'bewijs') };
    const leeg = leegbij(invoer, { email: 'Vul je e-mailadres in.', herstelcode: 'Vul een herstelcode in.' });
    if (leeg.length > 0) return c.html(herstelpagina(m.middelen(o.slug, c), o.slug, invoer.email, leeg), 422);
    const uitslag = await metHerstelcode(m, c, o.id, invoer);
    if (typeof uitslag === 'object' && 'goed' in uitslag) {
      m.koekjes.zet(c, 'rd-toegang', uitslag.goed);
      return c.redirect(`/toegang/${o.slug}/instellen`, 303);
    }
    const { fouten, status } = bezwaar(uitslag, 'Dit klopt niet samen. Kijk je e-mailadres, de herstelcode en je wachtwoord of code na.');
    return c.html(herstelpagina(m.middelen(o.slug, c), o.slug, invoer.email, fouten), status);
  });
}

function registreerInstellen({ hono }: App, m: DeurMiddelen, instelling: LokaalInstelling): void {
  const basis = `/toegang/${instelling.slug}`;
  /** The invitation of this browser, locked, within a transaction of its organisation. */
  const metUitnodiging = async <T>(c: HonoContext, doe: (trx: Trx, u: Uitnodiging, o: Organisatie) => Promise<T>): Promise<T> => {
    const o = await organisatieVan(m, instelling.slug);
    return metOrganisatie(m.db, o.id, async (trx) => doe(trx, await vindUitnodiging(trx, o.id, m.koekjes.lees(c, 'rd-toegang'), m.klok(), true), o));
  };
  const voorstelVan = (u: Uitnodiging, organisatieId: Id): Buffer | null => (u.totpVoorstel === null ? null : ontzegelTotp(m.sleutels, organisatieId, u.medewerkerId, u.totpVoorstel));
  const toon = (c: HonoContext, fouten: readonly Veldfout[]): Promise<string> =>
    metUitnodiging(c, async (trx, u, o) => {
      const voorstel = voorstelVan(u, o.id);
      const totpGeheim = voorstel ?? nieuwTotpGeheim();
      if (voorstel === null) await trx.updateTable('uitnodiging').set({ totp_voorstel: verzegelTotp(m.sleutels, o.id, u.medewerkerId, totpGeheim) }).where('organisatie_id', '=', o.id).where('id', '=', u.id).execute();
      return instelpagina(m.middelen(o.slug, c), { organisatie: keuze(instelling, o), naam: u.naam, email: u.email, totpGeheim, fouten });
    });
  /** Uses the invitation, sets up what was chosen, and lets the colleague in with his recovery codes in hand. */
  const rondAf = async (c: HonoContext, methode: Methode, stelIn: (trx: Trx, u: Uitnodiging, organisatieId: Id) => Promise<void>): Promise<Response> => {
    const { codes, medewerkerId, organisatieId } = await metUitnodiging(c, async (trx, u, o) => {
      const nu = m.klok();
      await verbruikUitnodiging(trx, o.id, u, nu);
      await stelIn(trx, u, o.id);
      const nieuw = await maakHerstelcodes(trx, o.id, u.medewerkerId);
      await schrijfAanmelding(trx, nu, {
        medewerkerId: u.medewerkerId, handeling: 'account.instellen', object: { soort: 'uitnodiging', id: u.id }, resultaat: 'gelukt', inhoud: { kanaal: 'scherm', ip: m.ip(c), verzoek: m.verzoekId(c), methode, soort: u.soort },
      });
      return { codes: nieuw, medewerkerId: u.medewerkerId, organisatieId: o.id };
    });
    const { onderbroken } = await m.sessies.begin(c, { organisatieId, medewerkerId, methode });
    m.koekjes.wis(c, 'rd-toegang');
    return c.html(codespagina(m.middelen(instelling.slug, c), codes, onderbroken === null ? '/' : `/hervat/${onderbroken}`)) as Response;
  };

  hono.get(`${basis}/instellen`, async (c) => {
    await m.begrens(c, null);
    return c.html(await toon(c, []));
  });

  if (instelling.wachtwoorden) {
    hono.post(`${basis}/wachtwoord`, async (c) => {
      const velden = await post(m, c);
      try {
        return await rondAf(c, 'wachtwoord', async (trx, u, organisatieId) => {
          const leeg = leegbij({ nieuw: waarde(velden, 'nieuw'), code: waarde(velden, 'code') }, { nieuw: 'Kies een wachtwoord.', code: 'Vul de code uit je app in.' });
          if (leeg.length > 0) throw fout('invoer.ongeldig', { velden: leeg });
          const geheim = voorstelVan(u, organisatieId);
          const stap = geheim === null ? null : totpStap(geheim, waarde(velden, 'code'), m.klok());
          if (geheim === null || stap === null) throw veldfout('code', 'Deze code klopt niet. Kijk of de tijd op je telefoon goed staat, en neem de nieuwste code.');
          await zetWachtwoord(trx, organisatieId, u.medewerkerId, waarde(velden, 'nieuw'), m.klok(), { verzegeld: verzegelTotp(m.sleutels, organisatieId, u.medewerkerId, geheim), stap });
        });
      } catch (e) {
        if (e instanceof Fout && e.code === 'invoer.ongeldig') return c.html(await toon(c, e.velden), 422);
        throw e;
      }
    });
  }

  if (instelling.passkeys) {
    hono.post(`${basis}/passkey/opties`, async (c) => {
      await post(m, c);
      const browser = browsertoken(m, c);
      return c.json(await metUitnodiging(c, (trx, u, o) => vraagNieuwe(trx, o.id, u, browser, m.oorsprong(c), m.klok())));
    });
    hono.post(`${basis}/passkey`, async (c) => {
      const velden = await post(m, c);
      return rondAf(c, 'passkey', async (trx, u, organisatieId) => {
        const gelukt = await bewaarNieuwe(trx, organisatieId, u.medewerkerId, waarde(velden, 'antwoord'), m.koekjes.lees(c, 'rd-poging'), m.oorsprong(c), toestelTekst(c.req.header('user-agent') ?? ''), m.klok());
        if (!gelukt) throw fout('aanmelden.mislukt');
      });
    });
  }

  // After the fixed paths: anything else is a token from a link.
  hono.get(`${basis}/:token`, async (c) => {
    await m.begrens(c, null);
    const o = await organisatieVan(m, instelling.slug);
    const u = await metOrganisatie(m.db, o.id, (trx) => vindUitnodiging(trx, o.id, c.req.param('token'), m.klok()));
    return c.html(welkompagina(m.middelen(o.slug, c), o.naam, u.naam, c.req.path));
  });
  hono.post(`${basis}/:token`, async (c) => {
    await post(m, c);
    const o = await organisatieVan(m, instelling.slug);
    const token = c.req.param('token');
    await metOrganisatie(m.db, o.id, (trx) => vindUitnodiging(trx, o.id, token, m.klok()));
    m.koekjes.zet(c, 'rd-toegang', token);
    return c.redirect(`${basis}/instellen`, 303);
  });
}

/** Which required fields are empty, with what to say. */
function leegbij<N extends string>(invoer: Readonly<Record<N, string>>, teksten: Readonly<Partial<Record<N, string>>>): Veldfout[] {
  return (Object.entries(teksten) as [N, string][]).filter(([veld]) => invoer[veld].trim() === '').map(([veld, tekst]) => ({ veld, tekst }));
}
