import type { Context as HonoContext } from 'hono';
import { Link, Pagina, rendeer } from '../../ontwerp/index.ts';
import { csrfToken } from './beveiliging.ts';
import type { Omgeving } from './omgeving.ts';
import type { PaginaInhoud, Verzoek } from './typen.ts';

/** The page around what a room made: menu by rights, user, message of what was just done. */
export function schil(om: Omgeving, v: Verzoek, p: PaginaInhoud): string {
  const hier = p.menu ?? v.c.req.path;
  const { sessie } = v;
  return rendeer(
    <Pagina
      titel={p.fout ? `Fout: ${p.titel}` : p.titel}
      middelen={om.middelen(sessie.organisatie.slug, v.c)}
      menu={om.menu.filter((m) => v.mag(m.handeling)).map((m) => ({ tekst: m.label, href: m.pad, huidig: hier === m.pad, sneltoets: m.sneltoets }))}
      organisatie={sessie.organisatie.naam}
      gebruiker={{
        naam: sessie.medewerker.naam,
        csrf: csrfToken(sessie.geheim),
        links: [{ tekst: 'Mijn sessies en beveiliging', href: '/account' }],
      }}
      banner={om.demo ? <p>Dit is een demo met verzonnen mensen en meldingen. <Link href="/demo">Kies een andere rol</Link> · <Link href="/demo/post">Verstuurde e-mail</Link></p> : undefined}
      flits={flits(om, v)}
      smal={p.vorm === 'smal'}
      leesbreedte={p.vorm === 'lezen'}
      stop={p.stoppen}
    >
      {p.inhoud}
    </Pagina>,
  );
}

/** The page for who is not signed in: the brand, the way in, and no organisation. */
export function schilZonderSessie(om: Omgeving, c: HonoContext, p: PaginaInhoud): string {
  return rendeer(
    <Pagina titel={p.titel} middelen={om.middelen('', c)} menu={[{ tekst: 'Inloggen', href: '/aanmelden' }]} thuis="/aanmelden" voet={[{ tekst: 'Hulp', href: '/hulp' }, { tekst: 'Toegankelijkheid', href: '/toegankelijkheid' }]}>
      {p.inhoud}
    </Pagina>,
  );
}

function flits(om: Omgeving, v: Verzoek): { tekst: string } | undefined {
  const tekst = om.neemFlits(v.c);
  return tekst === undefined ? undefined : { tekst };
}
