import { Fout, fout } from '../../kern/fouten/index.ts';
import { eigenPost, waarde, type App, type Verzoek } from '../../platform/http/index.ts';
import { nieuwToken } from '../cookie.ts';
import type { DeurMiddelen } from '../middelen.ts';
import { nieuweCodes, linkpagina, toegangspagina, wachtwoordpagina } from '../paginas/beveiliging.tsx';
import { toestelTekst } from '../toestel.ts';
import { bewaarPasskey, maakWijzigWachtwoord, nieuweHerstelcodes, verwijderPasskey, vraagPasskey } from './eigen.ts';
import { bevestigToegang, nodigUit, wachtendeToegang } from './toegang.ts';

/** Pages for colleagues with an account that is kept here; for others they do not exist. */
export function registreerEigenAccount({ site }: App, m: DeurMiddelen): void {
  if (m.config.lokaal.length === 0) return;
  const eisLokaal = (v: Verzoek) => {
    const instelling = m.config.lokaal.find((l) => l.slug === v.sessie.organisatie.slug);
    if (instelling === undefined) throw fout('niet-gevonden');
    return instelling;
  };
  const metPasskeys = (v: Verzoek): void => {
    if (!eisLokaal(v).passkeys) throw fout('niet-gevonden');
  };

  site.ruw('POST', '/account/passkeys/opties', async (v) => {
    metPasskeys(v);
    await eigenPost(v);
    const browser = m.koekjes.lees(v.c, 'rd-poging') ?? nieuwToken();
    const opties = await v.voer(vraagPasskey, { sessieId: v.sessie.id, browser, oorsprong: m.oorsprong(v.c) });
    m.koekjes.zet(v.c, 'rd-poging', browser);
    return v.c.json(opties);
  });
  site.ruw('POST', '/account/passkeys', async (v) => {
    metPasskeys(v);
    const velden = await eigenPost(v);
    await v.voer(bewaarPasskey, {
      sessieId: v.sessie.id, browser: m.koekjes.lees(v.c, 'rd-poging'), oorsprong: m.oorsprong(v.c), antwoord: waarde(velden, 'antwoord'), toestel: toestelTekst(v.c.req.header('user-agent') ?? ''),
    });
    return v.verder('/account', 'De passkey is toegevoegd.');
  });
  site.actie('/account/passkeys/:id/verwijderen', {
    handeling: verwijderPasskey,
    invoer: (_, v) => ({ sessieId: v.sessie.id, id: v.id('id') }),
    klaar: () => ({ naar: '/account', bericht: 'De passkey is verwijderd.' }),
  });
  site.ruw('POST', '/account/herstelcodes', async (v) => {
    eisLokaal(v);
    await eigenPost(v);
    return nieuweCodes(await v.voer(nieuweHerstelcodes, { sessieId: v.sessie.id }));
  });
  site.formulier('/account/wachtwoord', {
    handeling: maakWijzigWachtwoord(m.sleutels),
    geheim: true,
    laad: async (v) => eisLokaal(v),
    invoer: (velden, v) => ({ ...velden, sessieId: v.sessie.id }),
    toon: (_, stand) => wachtwoordpagina(stand),
    klaar: () => ({ naar: '/account', bericht: 'Je wachtwoord is gewijzigd.' }),
  });

  site.pagina('/toegang', async (v) => {
    eisLokaal(v);
    return toegangspagina(v, await v.vraag(wachtendeToegang, {}), v.stand());
  });
  // No act with a redirect: the link is shown once, and stands in no address and no cookie.
  site.ruw('POST', '/toegang', async (v) => {
    eisLokaal(v);
    const velden = await eigenPost(v);
    try {
      const link = await v.voer(nodigUit, { wie: waarde(velden, 'wie') });
      return linkpagina(v, `${m.oorsprong(v.c)}/toegang/${v.sessie.organisatie.slug}/${link.token}`, link);
    } catch (e) {
      if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
      return { ...toegangspagina(v, await v.vraag(wachtendeToegang, {}), { ...v.stand({ wie: waarde(velden, 'wie') }), fouten: e.velden }), fout: true, status: 422 };
    }
  });
  site.actie('/toegang/:id/bevestigen', { handeling: bevestigToegang, klaar: () => ({ naar: '/toegang', bericht: 'Bevestigd. De link werkt nu.' }) });
}
