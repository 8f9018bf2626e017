import type { Context as HonoContext, Hono } from 'hono';
import { sql } from 'kysely';
import { z } from 'zod';
import { catalogus, Fout, type Foutcode, type Veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import type { Db } from '../../platform/database/index.ts';
import { systeemhandeling, type Deuren, type Wie } from '../../platform/deuren/index.ts';
import type { Logboek } from '../../platform/logboek/index.ts';
import { telVenster } from '../../platform/rem/index.ts';
import { maakControle, type Controleuitslag } from '../handelingen/controle.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import type { Oordeel } from '../regels/oordeel.ts';
import { doelcodes, type Doel } from '../regels/woorden.ts';
import { hashVan } from '../webhook/geheim.ts';
import { API_VERSIE, openapi } from './openapi.ts';

export interface Apimiddelen {
  db: Db;
  deuren: Deuren;
  logboek: Logboek;
  ip(c: HonoContext): string;
  verzoekId(c: HonoContext): string;
  oorsprong(c: HonoContext): string;
  /** Throws 'te-vaak' when an address without a key asks too much. */
  begrens(c: HonoContext, sessie: null): Promise<void>;
  signalering: Signaleringmiddelen;
}

interface Koppeling {
  organisatie_id: Id;
  id: Id;
  compartiment: Compartiment;
  doelen: Doel[];
  per_minuut: number;
}

const MEEST_BYTES = 16 * 1024;

const Vraag = z.strictObject({
  doel: z.enum(doelcodes, { error: `moet een van deze zijn: ${doelcodes.join(', ')}` }),
  persoon: z.strictObject({ naam: z.string({ error: 'moet een tekst zijn' }).min(2, 'moet minstens twee tekens hebben').max(200, 'mag hoogstens 200 tekens hebben'), geboortedatum: z.string({ error: 'moet een tekst zijn' }).regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'moet JJJJ-MM-DD zijn, of JJJJ').optional(), telefoonnummer: z.string({ error: 'moet een tekst zijn' }).max(30, 'mag hoogstens 30 tekens hebben').optional() }, { error: 'moet een object zijn met alleen naam, geboortedatum en telefoonnummer' }).optional(),
  adres: z.strictObject({ postcode: z.string({ error: 'moet een tekst zijn' }).max(7, 'mag hoogstens 7 tekens hebben'), huisnummer: z.int({ error: 'moet een geheel getal zijn' }).min(1, 'moet minstens 1 zijn').max(99_999, 'mag hoogstens 99999 zijn'), toevoeging: z.string({ error: 'moet een tekst zijn' }).max(10, 'mag hoogstens 10 tekens hebben').optional() }, { error: 'moet een object zijn met alleen postcode, huisnummer en toevoeging' }).optional(),
}, { error: (i) => (i.code === 'unrecognized_keys' ? `bevat velden die niet bestaan: ${i.keys?.map((k) => k.slice(0, 40)).join(', ') ?? ''}` : 'moet een object zijn met doel en persoon of adres') });

/** A month and a year, or a whole date, as the check reads them. */
const geboortedatum = (w: string): string => (/^\d{4}-\d{2}$/.test(w) ? `${w.slice(5)}-${w.slice(0, 4)}` : w);
const PLAATS: Readonly<Record<string, string>> = { naam: 'persoon.naam', geboortedatum: 'persoon.geboortedatum', telefoon: 'persoon.telefoonnummer', postcode: 'adres.postcode', huisnummer: 'adres.huisnummer', toevoeging: 'adres.toevoeging', doel: 'doel', '': '' };

/** Notes once a minute that a key was used. */
const noteerGebruik = systeemhandeling({
  naam: 'koppeling.gebruikt',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    await ctx.trx.updateTable('systeemkoppeling').set({ laatst_gebruikt: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id)
      .where((eb) => eb.or([eb('laatst_gebruikt', 'is', null), eb('laatst_gebruikt', '<', ctx.nu.subtract({ minutes: 1 }))])).execute();
    return null;
  },
});

/** Registers the API for systems: one question, by a key of the system itself (functies E4, M4). Nothing of a person is ever in an address. */
export function registreerApi(hono: Hono, m: Apimiddelen): void {
  const controle = maakControle(m.signalering, 'koppeling');

  const koppen = (c: HonoContext): void => {
    c.header('API-Version', API_VERSIE);
    c.header('Cache-Control', 'no-store');
  };
  const probleem = (c: HonoContext, status: number, code: string, title: string, detail: string, errors?: readonly Veldfout[]): Response => {
    koppen(c);
    return c.body(JSON.stringify({
      type: `urn:rugdekking:fout:${code}`, title, status, detail, instance: m.verzoekId(c), ...(errors ? { errors: errors.map((e) => ({ in: 'body', location: e.veld, detail: e.tekst })) } : {}),
    }), status as 400, { 'Content-Type': 'application/problem+json' });
  };
  const fout = (c: HonoContext, code: Foutcode, status?: number): Response => probleem(c, status ?? catalogus[code].status, code, catalogus[code].titel, catalogus[code].tekst);

  async function koppelingVan(c: HonoContext): Promise<Koppeling | null> {
    const sleutel = /^Bearer (rdk_[A-Za-z0-9_-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (sleutel === undefined) return null;
    const { rows } = await sql<Koppeling>`select organisatie_id, id, compartiment, doelen, per_minuut from systeemkoppeling_zoek(${hashVan(sleutel)}::bytea, ${m.deuren.nu()}::timestamptz)`.execute(m.db);
    return rows[0] ?? null;
  }

  async function lichaam(c: HonoContext): Promise<{ ok: true; json: unknown } | { ok: false; antwoord: Response }> {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) return { ok: false, antwoord: probleem(c, 415, 'api.soort', 'Dit is geen JSON', 'Stuur de vraag als application/json.') };
    const delen: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const deel of c.req.raw.body ?? []) {
        bytes += deel.byteLength;
        if (bytes > MEEST_BYTES) return { ok: false, antwoord: fout(c, 'invoer.te-groot') };
        delen.push(deel);
      }
      return { ok: true, json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(delen))) };
    } catch {
      return { ok: false, antwoord: probleem(c, 400, 'invoer.ongeldig', 'De vraag klopt niet', 'De vraag is geen leesbare JSON.', [{ veld: '', tekst: 'moet JSON zijn in UTF-8' }]) };
    }
  }

  const ongeldig = (c: HonoContext, fouten: readonly Veldfout[]): Response => probleem(c, 400, 'invoer.ongeldig', 'De vraag klopt niet', 'Kijk bij errors wat er mis is.', fouten);

  hono.get('/api/v1/openapi.json', (c) => {
    koppen(c);
    c.header('Access-Control-Allow-Origin', '*');
    return c.body(JSON.stringify(openapi(m.oorsprong(c))), 200, { 'Content-Type': 'application/json' });
  });

  hono.post('/api/v1/controles', async (c) => {
    try {
      const koppeling = await koppelingVan(c);
      if (koppeling === null) {
        await m.begrens(c, null);
        c.header('WWW-Authenticate', 'Bearer realm="Rugdekking"');
        return probleem(c, 401, 'api.sleutel', 'Geen geldige sleutel', 'Stuur de sleutel van dit systeem mee als Authorization: Bearer. Een sleutel kan verlopen of ingetrokken zijn.');
      }
      const wacht = await telVenster(m.db, { soort: 'koppeling', waarden: [koppeling.id], meest: koppeling.per_minuut, seconden: 60 }, m.deuren.nu());
      if (wacht !== null) {
        c.header('Retry-After', String(Math.max(1, Math.ceil(m.deuren.nu().until(wacht).total('seconds')))));
        return fout(c, 'te-vaak');
      }
      const accept = c.req.header('accept') ?? '*/*';
      if (!/application\/(json|\*|problem\+json)|\*\/\*/i.test(accept)) return probleem(c, 406, 'api.antwoord', 'Alleen JSON', 'Het antwoord is alleen als application/json te krijgen.');
      const gelezen = await lichaam(c);
      if (!gelezen.ok) return gelezen.antwoord;
      const vraag = Vraag.safeParse(gelezen.json);
      if (!vraag.success) return ongeldig(c, vraag.error.issues.map((i) => ({ veld: i.path.map(String).join('.'), tekst: i.message })));
      const { doel, persoon, adres } = vraag.data;
      if (!koppeling.doelen.includes(doel)) return probleem(c, 403, 'api.doel', 'Deze sleutel is niet voor dit doel', 'Vraag de functioneel beheerder voor welke doelen dit systeem mag vragen.');
      const wie: Wie = { actor: { id: koppeling.id, organisatieId: koppeling.organisatie_id, rollen: [{ rol: 'klantcontact', compartiment: koppeling.compartiment }], leidt: [] }, herkomst: { kanaal: 'api', ip: m.ip(c), verzoekId: m.verzoekId(c) } };
      const uitslag = await m.deuren.voer(controle, {
        doel, naam: persoon?.naam ?? '', geboortedatum: geboortedatum(persoon?.geboortedatum ?? ''), telefoon: persoon?.telefoonnummer ?? '',
        postcode: adres?.postcode ?? '', huisnummer: adres ? String(adres.huisnummer) : '', toevoeging: adres?.toevoeging ?? '',
      }, wie);
      await m.deuren.voerSysteem(noteerGebruik, { id: koppeling.id }, koppeling.organisatie_id);
      koppen(c);
      return c.body(JSON.stringify(antwoord(uitslag, m.deuren.nu().toString())), 201, { 'Content-Type': 'application/json' });
    } catch (e) {
      if (e instanceof Fout && e.code === 'invoer.ongeldig') return ongeldig(c, e.velden.map((f) => ({ veld: PLAATS[f.veld] ?? f.veld, tekst: f.tekst })));
      if (e instanceof Fout && e.code === 'controle.geremd') return probleem(c, 429, e.code, 'Deze sleutel is geremd', 'De vragen van dit systeem lijken op bladeren. De Adviseur weet dit. Is het dringend, bel dan de Adviseur.');
      if (e instanceof Fout) return fout(c, e.code);
      m.logboek.error({ verzoekId: m.verzoekId(c), methode: 'POST', fout: e }, 'verzoek mislukt');
      return fout(c, 'onverwacht');
    }
  });
}

function antwoord(u: Controleuitslag, moment: string): Record<string, unknown> {
  const oordeel = (o: Oordeel) => ({ uitkomst: o.uitkomst, instructies: o.instructies, toelichtingen: o.toelichtingen, signalen: o.signalen, ...(o.vraagOm ? { vraagOm: o.vraagOm } : {}), zelfdePand: o.zelfdePand });
  return { id: u.id, moment, uitkomst: u.uitkomst, ...(u.persoon ? { persoon: oordeel(u.persoon) } : {}), ...(u.adres ? { adres: oordeel(u.adres) } : {}) };
}
