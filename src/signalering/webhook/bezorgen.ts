import { lookup as zoekOp, type LookupAddress } from 'node:dns';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { z } from 'zod';
import { systeemhandeling, type Deuren } from '../../platform/deuren/index.ts';
import { metOrganisatie, type Db } from '../../platform/database/index.ts';
import type { Sleutels } from '../../platform/geheim/index.ts';
import type { Taak } from '../../platform/wachtrij/index.ts';
import { bezwaarTegen, isOpenbaarAdres } from '../regels/netwerk.ts';
import { handtekening, ontzegel } from './geheim.ts';

/** How a message goes out; tests give one that reaches their own machine. */
export interface Uitgang {
  mag(ip: string): boolean;
  /** Certificates to trust besides those of the system. */
  ca?: string;
  adresMag(url: string): boolean;
}
export const openInternet: Uitgang = { mag: isOpenbaarAdres, adresMag: (url) => bezwaarTegen(url) === null };

const GEDULD_MS = 10_000;

/** Every address behind a name must be on the open internet, at the moment of connecting: what it was before tells nothing (DNS rebinding). */
function bewaakt({ mag }: Uitgang): LookupFunction {
  return (host, opties, klaar) => {
    zoekOp(host, { ...opties, all: true, verbatim: true }, (fout, adressen: LookupAddress[]) => {
      if (fout) return klaar(fout, '');
      const eerste = adressen[0];
      if (eerste === undefined || !adressen.every((a) => mag(a.address))) return klaar(Object.assign(new Error('adres niet toegestaan'), { code: 'EADRES' }), '');
      if (typeof opties === 'object' && opties.all === true) return (klaar as unknown as (f: null, a: LookupAddress[]) => void)(null, adressen);
      return klaar(null, eerste.address, eerste.family);
    });
  };
}

/** Sends one message and gives the HTTP status, 0 when there was no answer. Follows no redirect and reads nothing of the answer. */
export function stuur(uitgang: Uitgang, url: string, koppen: Record<string, string>, lichaam: string): Promise<number> {
  return new Promise((klaar) => {
    // An address in numbers is never looked up, so it is judged here.
    const host = URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : '';
    if (!uitgang.adresMag(url) || (isIP(host) !== 0 && !uitgang.mag(host))) return klaar(0);
    const verzoek = request(url, { method: 'POST', headers: { ...koppen, 'Content-Length': Buffer.byteLength(lichaam) }, lookup: bewaakt(uitgang), timeout: GEDULD_MS, agent: false, ...(uitgang.ca === undefined ? {} : { ca: uitgang.ca }) }, (antwoord) => {
      klaar(antwoord.statusCode ?? 0);
      antwoord.destroy();
    });
    const genoeg = setTimeout(() => verzoek.destroy(), GEDULD_MS);
    verzoek.on('timeout', () => verzoek.destroy()).on('error', () => klaar(0)).on('close', () => {
      clearTimeout(genoeg);
      klaar(0);
    });
    verzoek.end(lichaam);
  });
}

const noteer = systeemhandeling({
  naam: 'webhook.bezorgd',
  invoer: z.object({ id: z.uuid(), status: z.int(), gelukt: z.boolean() }),
  async voerUit(ctx) {
    const { id, status, gelukt } = ctx.invoer;
    await ctx.trx.updateTable('webhookbericht').set((eb) => ({ status, pogingen: eb('pogingen', '+', 1), ...(gelukt ? { afgeleverd_op: ctx.nu } : {}) })).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', id).execute();
    return { resultaat: null, object: { soort: 'webhookbericht', id } };
  },
});

const Gegevens = z.object({ organisatieId: z.uuid(), berichtId: z.uuid() });

/** A receiver that answers but not yes: the queue tries again. */
class Bezorgfout extends Error {
  override name = 'Bezorgfout';
}

/**
 * The job that tells a system that a signal changed (a CloudEvent with opaque ids and nothing else). What it does not take is tried again by the
 * queue, for about ten hours; a message that was taken and is sent once more has the same id.
 */
export function webhooktaak(m: { db: Db; deuren: Deuren; sleutels: Sleutels; basisUrl: string; uitgang?: Uitgang }): Taak {
  return async (ruw) => {
    const { organisatieId, berichtId } = Gegevens.parse(ruw);
    const b = await metOrganisatie(m.db, organisatieId, (trx) =>
      trx.selectFrom('webhookbericht as w').innerJoin('systeemkoppeling as k', (j) => j.onRef('k.organisatie_id', '=', 'w.organisatie_id').onRef('k.id', '=', 'w.koppeling_id'))
        .select(['w.signaal_id', 'w.op', 'w.afgeleverd_op', 'k.id as koppeling_id', 'k.webhook_url', 'k.webhook_geheim', 'k.ingetrokken_op']).where('w.organisatie_id', '=', organisatieId).where('w.id', '=', berichtId).executeTakeFirst(),
    );
    if (!b || b.afgeleverd_op !== null || b.ingetrokken_op !== null || b.webhook_url === null || b.webhook_geheim === null) return;
    const geheim = ontzegel(m.sleutels, b.koppeling_id, b.webhook_geheim);
    if (geheim === null) return;
    const lichaam = JSON.stringify({ specversion: '1.0', id: berichtId, source: `${new URL(m.basisUrl).origin}/api/v1`, type: 'nl.rugdekking.signaal.gewijzigd', time: b.op.toString(), datacontenttype: 'application/json', data: { signaal: b.signaal_id } });
    const status = await stuur(m.uitgang ?? openInternet, b.webhook_url, { 'Content-Type': 'application/cloudevents+json', 'User-Agent': 'Rugdekking', 'Rugdekking-Handtekening': handtekening(geheim, Math.floor(m.deuren.nu().epochMilliseconds / 1000), lichaam) }, lichaam);
    const gelukt = status >= 200 && status < 300;
    await m.deuren.voerSysteem(noteer, { id: berichtId, status, gelukt }, organisatieId);
    if (!gelukt) throw new Bezorgfout('webhook niet aangenomen');
  };
}
