import type { Context as HonoContext } from 'hono';
import { fout } from '../../kern/fouten/index.ts';
import { leesVelden, vanEigenSite, waarde, type App } from '../../platform/http/index.ts';
import { demomensen } from '../demo.ts';
import type { AanmeldMiddelen, DeurMiddelen } from '../middelen.ts';
import { veiligPad } from '../pad.ts';
import type { Wieis } from '../sessies.ts';
import { aanmeldpagina } from './aanmelden.tsx';
import { demopagina } from './demo.tsx';

/** Begins the session and goes where this person wanted to go, or first to what he sent while he was signed out. */
export async function laatBinnen(c: HonoContext, { sessies }: Pick<DeurMiddelen, 'sessies'>, wie: Wieis, naar: string): Promise<Response> {
  const { onderbroken } = await sessies.begin(c, wie);
  return c.redirect(onderbroken === null ? veiligPad(naar) : `/hervat/${onderbroken}`, 303);
}

/** Pages in front of the door: they need no session. */
export function registreerDeur({ hono }: App, m: DeurMiddelen): void {
  hono.get('/aanmelden', async (c) => {
    const naar = veiligPad(c.req.query('naar'));
    const uit = c.req.query('uit') === '1';
    if (!uit && (await m.sessies.zoek(c)) !== null) return c.redirect(naar, 303);
    return c.html(aanmeldpagina({
      middelen: m.middelen(''), naar, uit, verlopen: c.req.query('verlopen') === '1', demo: m.config.demo !== null, onveilig: !m.koekjes.houdbaar(c),
    }));
  });

  if (m.config.demo !== null) registreerDemo(hono, m, m.config.demo.kaarten);
}

function registreerDemo(hono: App['hono'], m: DeurMiddelen, kaarten: NonNullable<AanmeldMiddelen['config']['demo']>['kaarten']): void {
  hono.get('/demo', async (c) => {
    const [sessie, mensen] = await Promise.all([m.sessies.zoek(c), demomensen(m.db, kaarten)]);
    return c.html(demopagina({ middelen: m.middelen(''), mensen, naar: veiligPad(c.req.query('naar')), nu: sessie?.medewerker.naam ?? null }));
  });
  hono.post('/demo', async (c) => {
    if (!vanEigenSite(c.req.raw.headers, m.oorsprong(c))) throw fout('csrf.ongeldig');
    const velden = await leesVelden(c.req.raw);
    const gekozen = (await demomensen(m.db, kaarten)).find((d) => String(d.nummer) === waarde(velden, 'kaart'));
    if (gekozen === undefined) throw fout('niet-gevonden');
    const naar = veiligPad(waarde(velden, 'naar'));
    return laatBinnen(c, m, { organisatieId: gekozen.organisatie.id, medewerkerId: gekozen.medewerkerId, methode: 'demo' }, naar === '/' ? (gekozen.kaart.naar ?? '/') : naar);
  });
}
