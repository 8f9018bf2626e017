/** A browser reduced to what a program needs over real HTTP: cookies, forms, and following one redirect at a time. */
export class Klant {
  readonly #koekjes: Map<string, string>;
  readonly #basis: string;

  constructor(basis: string, koekjes: Readonly<Record<string, string>> = {}) {
    this.#basis = basis;
    this.#koekjes = new Map(Object.entries(koekjes));
  }

  async haal(pad: string): Promise<Pagina> {
    return this.#vraag(pad, { method: 'GET' });
  }

  /** Sends a form. The hidden fields come from the page it stood on. */
  async stuur(pad: string, velden: Record<string, string | string[]>): Promise<Pagina> {
    const inhoud = new URLSearchParams();
    for (const [naam, w] of Object.entries(velden)) for (const x of Array.isArray(w) ? w : [w]) inhoud.append(naam, x);
    return this.#vraag(pad, { method: 'POST', body: inhoud });
  }

  async #vraag(pad: string, init: RequestInit): Promise<Pagina> {
    const antwoord = await fetch(new URL(pad, this.#basis), {
      ...init, redirect: 'manual', signal: AbortSignal.timeout(15_000),
      headers: { accept: 'text/html', 'sec-fetch-site': 'same-origin', origin: this.#basis, cookie: [...this.#koekjes].map(([n, w]) => `${n}=${w}`).join('; ') },
    });
    for (const regel of antwoord.headers.getSetCookie()) {
      const [paar = ''] = regel.split(';');
      const is = paar.indexOf('=');
      if (is > 0) this.#koekjes.set(paar.slice(0, is), paar.slice(is + 1));
    }
    return { status: antwoord.status, naar: antwoord.headers.get('location'), html: await antwoord.text() };
  }
}

export interface Pagina {
  status: number;
  naar: string | null;
  html: string;
}

/** The hidden fields of the first form on a page that sends to `actie`. */
export function verborgen(html: string, actie: string): Record<string, string> {
  const formulier = [...html.matchAll(/<form[^>]*action="([^"]*)"[^>]*>([\s\S]*?)<\/form>/g)].find(([, a]) => a === actie);
  if (!formulier) throw new Error(`geen formulier naar ${actie}`);
  return Object.fromEntries([...(formulier[2] ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, n = '', w = '']) => [n, w]));
}

/** Where the form on a page sends to, by what its address looks like. */
export function actie(html: string, patroon: RegExp): string {
  const gevonden = [...html.matchAll(/<form[^>]*action="([^"]*)"/g)].map(([, a = '']) => a).find((a) => patroon.test(a));
  if (gevonden === undefined) throw new Error('dit formulier staat er niet');
  return gevonden;
}
