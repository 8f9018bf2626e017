import type { Mens } from '../hulp/organisatie.ts';
import { formulierenOp, wandel } from './formulieren.ts';
import { metVelen, type Aanvaller, type Antwoord } from './opzet.ts';
import { delen, ingevuld, overDossier, type Idvoorraad, type Weg } from './wegen.ts';

/** Whether an address is one of a way. */
export const past = (patroon: string, pad: string): boolean => new RegExp(`^${patroon.replace(/:\w+/g, '[^/]+')}$`).test(pad.replace(/\?.*/, ''));

/** The fields that go with each way that writes, as they stood on a page that somebody may see: the plausible contents of a forged form. */
export async function leerFormulieren(wegen: readonly Weg[], mensen: Partial<Record<Mens, Aanvaller>>, ids: readonly Idvoorraad[], begin: readonly string[] = []): Promise<Map<string, [string, string][]>> {
  const velden = new Map<string, [string, string][]>();
  const lezen = wegen.filter((w) => w.methode === 'GET' && !w.pad.startsWith('/middelen'));
  await metVelen(Object.values(mensen), async (wie) => {
    const paden = lezen.flatMap((w) => (overDossier(w) ? ids.flatMap((van) => ingevuld(w, van)) : delen(w.pad).length === 0 ? [w.pad] : []));
    for (const html of (await wandel(wie, [...begin, ...paden], { meest: 160, perSoort: 2, niet: /^\/(demo|journaal|wie-mag-wat|hulp|galerij)/ })).values()) {
      for (const f of formulierenOp(html)) {
        const weg = wegen.find((w) => w.methode === 'POST' && past(w.pad, f.actie));
        if (weg && (velden.get(weg.pad)?.length ?? -1) < f.velden.length) velden.set(weg.pad, f.velden);
      }
    }
  });
  return velden;
}

/** Tries ways with plausible fields, counts, and lets nothing pass that answers with a failure of ours. */
export class Proever {
  geprobeerd = 0;
  readonly #velden: Map<string, [string, string][]>;

  constructor(velden: Map<string, [string, string][]>) {
    this.#velden = velden;
  }

  get formulieren(): number {
    return this.#velden.size;
  }

  velden(weg: Weg): [string, string][] {
    return this.#velden.get(weg.pad) ?? [];
  }

  async probeer(wie: Aanvaller, weg: Weg, pad: string, opties: { csrf?: boolean; velden?: [string, string][]; koppen?: Record<string, string> } = {}): Promise<Antwoord> {
    this.geprobeerd += 1;
    const { csrf = true, velden = this.velden(weg), koppen = {} } = opties;
    const uit = weg.methode === 'GET' ? await wie.haal(pad) : await wie.stuur(pad, velden, { csrf, koppen });
    if (uit.status >= 500) throw new Error(`${wie.naam}: ${weg.methode} ${pad} antwoordt ${uit.status}`);
    return uit;
  }
}
