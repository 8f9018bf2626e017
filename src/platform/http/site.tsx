import type { Context as HonoContext, Hono } from 'hono';
import { Fout, fout, type Veldfout } from '../../kern/fouten/index.ts';
import { isId, nieuwId } from '../../kern/ids.ts';
import { magAlgemeen } from '../../kern/rechten/index.ts';
import { csrfToken, klopt, vanEigenSite } from './beveiliging.ts';
import type { Omgeving } from './omgeving.ts';
import { schil, schilZonderSessie } from './schil.tsx';
import type { FormulierDef, PaginaInhoud, Sessie, Site, Stand, Velden, Verzoek } from './typen.ts';
import { onthul, verhul } from './verhuld.ts';
import { eigenVelden, isFormulier, leesVelden, waarde, zonderNul } from './velden.ts';

/** Characters of one field of a search; nobody types more, and an address must stay one. */
const MEEST_GEZOCHT = 300;

/** Makes what rooms register their pages on: each route finds the session first, and nothing is open to a stranger. */
export function maakSite(app: Hono, om: Omgeving): Site {
  const maakVerzoek = (c: HonoContext, sessie: Sessie): Verzoek => {
    const wie = { actor: sessie.actor, herkomst: { kanaal: 'scherm' as const, ip: om.ip(c), verzoekId: om.verzoekId(c) } };
    return {
      c, sessie, wie, nu: om.deuren.nu(),
      id(naam) {
        const w = c.req.param(naam) ?? '';
        if (!isId(w)) throw fout('niet-gevonden');
        return w;
      },
      query: (naam) => zonderNul(c.req.query(naam) ?? ''),
      verhuld: (naam) => zonderNul(onthul(sessie.geheim, c.req.query(naam) ?? '')),
      mag: (h) => magAlgemeen(sessie.actor, h),
      vraag: (v, invoer) => om.deuren.vraag(v, invoer, wie),
      voer: (h, invoer, sleutel) => om.deuren.voer(h, invoer, wie, sleutel),
      stand: (waarden = {}) => ({ waarden, fouten: [], csrf: csrfToken(sessie.geheim), sleutel: nieuwId(), conflict: null, hervat: false }),
      verder(naar, bericht) {
        if (bericht !== undefined) om.zetFlits(c, bericht);
        return c.redirect(naar, 303);
      },
    };
  };

  const sessieVan = async (c: HonoContext): Promise<Sessie> => {
    const sessie = await om.zoekSessie(c);
    if (sessie === null) throw fout('sessie.vereist');
    await om.begrens(c, sessie);
    return sessie;
  };

  const stuur = (v: Verzoek, p: PaginaInhoud): Response => v.c.html(schil(om, v, p), { status: (p.status ?? 200) as 200 });

  /** Fields of a POST, after the checks that it came from this site and this session. */
  const leesPost = async (c: HonoContext, geheim = false): Promise<{ v: Verzoek; velden: Velden; oud: boolean }> => {
    if (!vanEigenSite(c.req.raw.headers, om.oorsprong(c))) throw fout('csrf.ongeldig');
    const sessie = await om.zoekSessie(c);
    if (sessie === null) {
      await om.begrens(c, null);
      if (geheim || !isFormulier(c.req.raw)) throw fout('sessie.vereist');
      // Someone was signed out while typing: what he sent is kept for him, and is back after he signed in.
      await om.bewaarOnderbroken(c, eigenVelden(await leesVelden(c.req.raw)));
      throw fout('sessie.verlopen');
    }
    await om.begrens(c, sessie);
    const velden = await leesVelden(c.req.raw);
    const oud = !klopt(velden._csrf, csrfToken(sessie.geheim));
    // A form from before someone signed in again, in another tab: the browser itself says it came from this site. It is shown again, not carried out.
    if (oud && (geheim || c.req.header('sec-fetch-site') !== 'same-origin')) throw fout('csrf.ongeldig');
    return { v: maakVerzoek(c, sessie), velden, oud };
  };

  const antwoord = (v: Verzoek, uit: Response | PaginaInhoud): Response => (uit instanceof Response ? uit : stuur(v, uit));

  const padIds = (v: Verzoek): Velden => Object.fromEntries(Object.keys(v.c.req.param()).map((naam) => [naam, v.id(naam)]));

  async function toonFormulier<T>(v: Verzoek, def: Pick<FormulierDef<never, never, never, T>, 'laad' | 'begin' | 'toon'>, over: Partial<Stand> & { status?: number }): Promise<Response> {
    const gegevens = await def.laad(v);
    const begin = def.begin?.(gegevens, v) ?? {};
    const { status, ...rest } = over;
    const stand: Stand = { ...v.stand(over.waarden ?? begin), ...rest };
    if (status === 409) {
      // The version goes along as it is now, so that sending again means: I saw it, mine it is.
      stand.waarden = { ...stand.waarden, ...(begin.versie === undefined ? {} : { versie: begin.versie }) };
      stand.conflict = verschillen(begin, stand.waarden);
    }
    return stuur(v, { ...(await def.toon(gegevens, stand, v)), ...(status ? { status, fout: true } : {}) });
  }

  return {
    pagina(pad, toon) {
      app.get(pad, async (c) => {
        const v = maakVerzoek(c, await sessieVan(c));
        return antwoord(v, await toon(v));
      });
    },

    openbaar(pad, toon) {
      app.get(pad, async (c) => {
        const sessie = await om.zoekSessie(c);
        await om.begrens(c, sessie);
        if (sessie === null) return c.html(schilZonderSessie(om, c, await toon(null)));
        const v = maakVerzoek(c, sessie);
        return stuur(v, await toon(v));
      });
    },

    formulier(pad, def) {
      app.get(pad, async (c) => toonFormulier(maakVerzoek(c, await sessieVan(c)), def, {}));
      app.post(pad, async (c) => {
        const { v, velden, oud } = await leesPost(c, def.geheim);
        const eigen = eigenVelden(velden);
        if (oud || waarde(velden, '_terug') === 'ja') return toonFormulier(v, def, { waarden: eigen, hervat: true });
        try {
          const invoer = def.invoer ? def.invoer(eigen, v) : { ...eigen, ...padIds(v) };
          const { naar, bericht } = def.klaar(await v.voer(def.handeling, invoer, sleutelVan(velden)), v, eigen);
          return v.verder(naar, bericht);
        } catch (e) {
          if (!(e instanceof Fout)) throw e;
          if (e.code === 'invoer.ongeldig') return toonFormulier(v, def, { waarden: eigen, fouten: e.velden.length > 0 ? e.velden : redenVelden(e), status: 422 });
          if (e.code === 'conflict.gewijzigd') return toonFormulier(v, def, { waarden: eigen, status: 409 });
          throw e;
        }
      });
    },

    actie(pad, def) {
      app.post(pad, async (c) => {
        const { v, velden, oud } = await leesPost(c);
        if (oud) throw fout('csrf.ongeldig');
        const eigen = eigenVelden(velden);
        const invoer = def.invoer ? def.invoer(eigen, v) : { ...eigen, ...padIds(v) };
        try {
          const { naar, bericht } = def.klaar(await v.voer(def.handeling, invoer, sleutelVan(velden)), v);
          return v.verder(naar, bericht);
        } catch (e) {
          // A button has no form to show the fields of; what is wrong with them is the reason it cannot be done.
          if (e instanceof Fout && e.code === 'invoer.ongeldig' && e.velden.length > 0) throw fout('conflict.toestand', { redenen: e.velden.map((f) => f.tekst) });
          throw e;
        }
      });
    },

    zoek(pad, { verhuld, open }) {
      app.post(pad, async (c) => {
        const { v, velden } = await leesPost(c, true);
        const adres = new URLSearchParams();
        for (const naam of open) if (waarde(velden, naam) !== '') adres.set(naam, waarde(velden, naam).slice(0, MEEST_GEZOCHT));
        for (const naam of verhuld) if (waarde(velden, naam) !== '') adres.set(naam, verhul(v.sessie.geheim, waarde(velden, naam).slice(0, MEEST_GEZOCHT)));
        return c.redirect(`${pad}${adres.size > 0 ? `?${adres}` : ''}`, 303);
      });
    },

    ruw(methode, pad, doe) {
      app.on(methode, pad, async (c) => {
        if (methode === 'POST' && !vanEigenSite(c.req.raw.headers, om.oorsprong(c))) throw fout('csrf.ongeldig');
        const v = maakVerzoek(c, await sessieVan(c));
        return antwoord(v, await doe(v));
      });
    },
  };
}

function sleutelVan(velden: Velden): string | undefined {
  const s = waarde(velden, '_sleutel');
  return isId(s) ? s : undefined;
}

function redenVelden(e: Fout): Veldfout[] {
  return e.redenen.map((tekst) => ({ veld: '', tekst }));
}

/** Which fields hold something else now than what this person sent. */
function verschillen(nu: Velden, eigen: Velden): { veld: string; nu: string }[] {
  const plat = (w: string | string[] | undefined): string => (Array.isArray(w) ? w.join(', ') : (w ?? ''));
  return Object.keys(nu)
    .filter((veld) => veld !== 'versie' && plat(nu[veld]) !== plat(eigen[veld]))
    .map((veld) => ({ veld, nu: plat(nu[veld]) }));
}
