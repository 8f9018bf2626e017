import type { Context as HonoContext } from 'hono';
import { Alinea, KnopLink, Knoppen, Kop, Lijst, Pagina, rendeer, type Middelen } from '../../ontwerp/index.ts';
import { catalogus, Fout, type Foutcode } from '../../kern/fouten/index.ts';

/** What a person reads of an error. */
export function foutMelding(e: Fout): { titel: string; tekst: string } {
  return { titel: e.soort.titel, tekst: e.soort.tekst };
}

/** The error page, for pages; the same facts as problem+json for programs (RFC 9457). Never holds what was sent. */
export function foutAntwoord(c: HonoContext, code: Foutcode, verzoekId: string, middelen: Middelen, redenen: readonly string[] = []): Response {
  const { status, titel, tekst } = catalogus[code];
  if (wilJson(c)) {
    return c.body(JSON.stringify({ type: `urn:rugdekking:fout:${code}`, title: titel, status, detail: tekst, instance: verzoekId }), status as 400, {
      'Content-Type': 'application/problem+json',
    });
  }
  return c.html(
    rendeer(
      <Pagina titel={titel} middelen={middelen} leesbreedte>
        <Kop niveau={1}>{titel}</Kop>
        <Alinea>{tekst}</Alinea>
        {redenen.length > 0 && <Lijst items={[...redenen]} />}
        <Knoppen>
          <KnopLink href="/">Naar het begin</KnopLink>
        </Knoppen>
        {status >= 500 && (
          <Alinea klein zacht>
            Nummer van dit verzoek: {verzoekId}
          </Alinea>
        )}
      </Pagina>,
    ),
    status as 400,
  );
}

function wilJson(c: HonoContext): boolean {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('json') && !accept.includes('text/html');
}
