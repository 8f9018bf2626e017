import { h } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { eigenPost, type App } from '../../platform/http/index.ts';
import { beeindigAndere, beeindigSessie, logUit, onderbrokenLijst, rondOnderbrokenAf, sessielijst } from '../account.ts';
import { toegangsmiddelen } from '../lokaal/eigen.ts';
import type { DeurMiddelen } from '../middelen.ts';
import { accountpagina } from './account.tsx';
import { Beveiliging } from './beveiliging.tsx';
import { hervatpagina } from './hervat.tsx';

/** Pages about one's own sessions, for whoever is signed in. */
export function registreerAccount({ site }: App, { koekjes, config }: DeurMiddelen): void {
  site.ruw('POST', '/uitloggen', async (v) => {
    await eigenPost(v);
    await v.voer(logUit, { id: v.sessie.id });
    koekjes.wisSessie(v.c);
    return v.c.redirect('/aanmelden?uit=1', 303);
  });

  site.pagina('/account', async (v) => {
    const lokaal = config.lokaal.find((l) => l.slug === v.sessie.organisatie.slug);
    const beveiliging = lokaal === undefined ? null : h(Beveiliging, { v, middelen: await v.vraag(toegangsmiddelen, {}), passkeys: lokaal.passkeys });
    return accountpagina(v, await v.vraag(sessielijst, {}), beveiliging);
  });
  // Before the route with an id: "andere" is no id.
  site.actie('/account/sessies/andere/beeindigen', {
    handeling: beeindigAndere,
    invoer: (_, v) => ({ behalve: v.sessie.id }),
    klaar: (aantal) => ({ naar: '/account', bericht: aantal === 0 ? 'Er waren geen andere sessies meer.' : 'Je bent overal uitgelogd, behalve hier.' }),
  });
  site.actie('/account/sessies/:id/beeindigen', { handeling: beeindigSessie, klaar: () => ({ naar: '/account', bericht: 'Die sessie is beëindigd.' }) });

  site.pagina('/hervat/:id', async (v) => {
    const id = v.id('id');
    const alle = await v.vraag(onderbrokenLijst, {});
    const dit = alle.find((o) => o.id === id);
    if (dit === undefined) throw fout('niet-gevonden');
    return hervatpagina(v, dit, alle.filter((o) => o !== dit), v.stand());
  });
  // The browser sends the same fields on to the form itself (307 keeps method and body), which shows them again.
  site.ruw('POST', '/hervat/:id', async (v) => {
    await eigenPost(v);
    return v.c.redirect(await v.voer(rondOnderbrokenAf, { id: v.id('id'), wat: 'verder' }), 307);
  });
  site.actie('/hervat/:id/weggooien', {
    handeling: rondOnderbrokenAf,
    invoer: (_, v) => ({ id: v.id('id'), wat: 'weg' }),
    klaar: () => ({ naar: '/', bericht: 'Het is weggegooid. Er is niets verstuurd.' }),
  });
}
