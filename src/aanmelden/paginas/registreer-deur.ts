import { fout } from '../../kern/fouten/index.ts';
import { leesVelden, vanEigenSite, waarde, type App } from '../../platform/http/index.ts';
import { organisaties } from '../../inrichting/index.ts';
import { demomensen } from '../demo.ts';
import type { DeurMiddelen } from '../middelen.ts';
import { veiligPad } from '../pad.ts';
import { aanmeldpagina } from './aanmelden.tsx';
import { laatBinnen } from './binnen.ts';
import { demopagina } from './demo.tsx';

/** Pages in front of the door: they need no session. */
export function registreerDeur({ hono }: App, m: DeurMiddelen): void {
  hono.get('/aanmelden', async (c) => {
    await m.begrens(c, null);
    const naar = veiligPad(c.req.query('naar'));
    const uit = c.req.query('uit') === '1';
    if (!uit && (await m.sessies.zoek(c)) !== null) return c.redirect(naar, 303);
    const namen = new Map((await organisaties(m.db)).map((o) => [o.slug, o.naam]));
    return c.html(aanmeldpagina({
      middelen: m.middelen('', c), naar, uit, verlopen: c.req.query('verlopen') === '1', afgebroken: c.req.query('afgebroken') === '1', demo: m.config.demo !== null,
      onveilig: !m.koekjes.houdbaar(c), lokaal: m.config.lokaal.flatMap(({ slug, passkeys, wachtwoorden }) => (namen.has(slug) ? [{ slug, naam: namen.get(slug) ?? '', passkeys, wachtwoorden }] : [])),
      oidc: m.config.oidc.flatMap(({ slug }) => (namen.has(slug) ? [{ slug, naam: namen.get(slug) ?? '' }] : [])),
    }));
  });

  if (m.config.demo !== null) registreerDemo(hono, m, m.config.demo.kaarten);
}

function registreerDemo(hono: App['hono'], m: DeurMiddelen, kaarten: NonNullable<DeurMiddelen['config']['demo']>['kaarten']): void {
  hono.get('/demo', async (c) => {
    await m.begrens(c, null);
    const [sessie, mensen] = await Promise.all([m.sessies.zoek(c), demomensen(m.db, kaarten)]);
    return c.html(demopagina({ middelen: m.middelen('', c), mensen, naar: veiligPad(c.req.query('naar')), nu: sessie?.medewerker.naam ?? null }));
  });
  hono.post('/demo', async (c) => {
    await m.begrens(c, null);
    if (!vanEigenSite(c.req.raw.headers, m.oorsprong(c))) throw fout('csrf.ongeldig');
    const velden = await leesVelden(c.req.raw);
    const gekozen = (await demomensen(m.db, kaarten)).find((d) => String(d.nummer) === waarde(velden, 'kaart'));
    if (gekozen === undefined) throw fout('niet-gevonden');
    const naar = veiligPad(waarde(velden, 'naar'));
    return laatBinnen(c, m, { organisatieId: gekozen.organisatie.id, medewerkerId: gekozen.medewerkerId, methode: 'demo' }, naar === '/' ? (gekozen.kaart.naar ?? '/') : naar);
  });
}
