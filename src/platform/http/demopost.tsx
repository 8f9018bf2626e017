import type { ComponentChildren } from 'preact';
import type { Context as HonoContext, Hono } from 'hono';
import { fout } from '../../kern/fouten/index.ts';
import { momentTekst } from '../../kern/tijd/index.ts';
import { Alinea, DefinitieLijst, Kop, Kruimels, LegeStaat, Link, Pagina, rendeer, Stapel, Tabel, type Middelen } from '../../ontwerp/index.ts';
import type { Vangnet } from '../post/index.ts';
import type { Temporal } from 'temporal-polyfill';

/** The pages that show what the demo "sent": only where the built-in post of the demo runs, where everyone may see everything. */
export function registreerDemopost(hono: Hono, vangnet: Vangnet, middelen: () => Middelen, nu: () => Temporal.Instant): void {
  const toon = (c: HonoContext, titel: string, inhoud: ComponentChildren): Response => c.html(rendeer(<Pagina titel={titel} middelen={middelen()} banner={<p>Dit is een demo. <Link href="/demo">Kies een rol</Link></p>}>{inhoud}</Pagina>));
  hono.get('/demo/post', (c) =>
    toon(c, 'Verstuurde e-mail', (
      <Stapel>
        <Kop niveau={1}>Verstuurde e-mail</Kop>
        <Alinea>De demo verstuurt echte e-mail, maar naar een postbus op deze computer. Er staat nooit in waar het over gaat: alleen een link.</Alinea>
        <Tabel bijschrift="E-mail, de nieuwste eerst" rijen={vangnet.berichten()} leeg={<LegeStaat titel="Er is nog geen e-mail verstuurd" icoon="post"><p>Doe een melding. Binnen een paar seconden staat hier het bericht.</p></LegeStaat>}
          kolommen={[
            { kop: 'Onderwerp', rijkop: true, cel: (b) => <Link href={`/demo/post/${b.id}`}>{b.onderwerp}</Link> },
            { kop: 'Aan', cel: (b) => b.aan.join(', ') },
            { kop: 'Wanneer', cel: (b) => momentTekst(b.ontvangenOp, nu()) },
          ]} />
      </Stapel>
    )),
  );
  hono.get('/demo/post/:id', (c) => {
    const b = vangnet.bericht(c.req.param('id'));
    if (!b) throw fout('niet-gevonden');
    return toon(c, b.onderwerp, (
      <Stapel>
        <Kruimels items={[{ tekst: 'Verstuurde e-mail', href: '/demo/post' }]} />
        <Kop niveau={1}>{b.onderwerp}</Kop>
        <DefinitieLijst items={[{ term: 'Aan', waarde: b.aan.join(', ') }, { term: 'Van', waarde: b.van }, { term: 'Wanneer', waarde: momentTekst(b.ontvangenOp, nu()) }]} />
        {b.tekst.split('\n').map((regel) => (/^https?:\/\/\S+$/.test(regel) ? <Alinea><Link href={regel}>{regel}</Link></Alinea> : regel === '' ? null : <Alinea>{regel}</Alinea>))}
      </Stapel>
    ));
  });
}
