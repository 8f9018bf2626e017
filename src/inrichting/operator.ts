import { sql } from 'kysely';
import { z } from 'zod';
import { veldfout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import { keuze, tekst } from '../kern/invoer.ts';
import { compartimenten, rollen } from '../kern/rechten/index.ts';
import { systeemhandeling, type Context } from '../platform/deuren/index.ts';
import { email, sleutel } from './csv/waarden.ts';
import { rollenIn } from './regels/rollen.ts';
import { standaardvormen } from './vormen.ts';

/*
 * What the operator of the installation does before there is anyone who can sign in: the organisation, its first colleagues, their first
 * roles. After that it is work for a beheerder in the browser. Every one of these leaves its line in the journaal of the organisation.
 */

const EERSTE_ONDERDEEL = 'ORG';
const soorten = ['gemeente', 'provincie', 'waterschap', 'anders'] as const;

/** Begins an organisation: its forms of aggression, and one department to put the first colleagues in. */
export const beginOrganisatie = systeemhandeling({
  naam: 'opdracht.organisatie',
  invoer: z.object({
    slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?$/, 'Gebruik voor de korte naam alleen kleine letters, cijfers en streepjes.'),
    naam: tekst({ max: 120, verplicht: 'Geef de naam van de organisatie.' }),
    soort: keuze(soorten, `Kies een soort: ${soorten.join(', ')}.`),
  }),
  async voerUit({ trx, organisatieId, nieuwId, invoer }) {
    const nieuw = await trx.insertInto('organisatie').values({ organisatie_id: organisatieId, ...invoer }).onConflict((c) => c.doNothing()).returning('organisatie_id').executeTakeFirst();
    if (!nieuw) throw veldfout('slug', `Er is al een organisatie met de korte naam ${invoer.slug}.`);
    await trx.insertInto('onderdeel').values({ organisatie_id: organisatieId, id: nieuwId(), code: EERSTE_ONDERDEEL, naam: invoer.naam, ouder_id: null, leidinggevende_id: null }).execute();
    await trx.insertInto('agressievorm').values(standaardvormen.map((v, i) => ({ organisatie_id: organisatieId, id: nieuwId(), ...v, volgorde: (i + 1) * 10 }))).execute();
    return { resultaat: { id: organisatieId }, journaal: { kanaal: 'opdracht' } };
  },
});

/** Adds a colleague to a department that is there. */
export const voegEersteCollegaToe = systeemhandeling({
  naam: 'opdracht.collega',
  invoer: z.object({
    email: tekst({ max: 254 }).pipe(email),
    personeelsnummer: tekst({ max: 40, verplicht: 'Geef het personeelsnummer.' }).pipe(sleutel(40)),
    voornaam: tekst({ max: 100, verplicht: 'Geef de voornaam.' }),
    tussenvoegsel: tekst({ max: 30 }),
    achternaam: tekst({ max: 100, verplicht: 'Geef de achternaam.' }),
    onderdeel: tekst({ max: 40 }),
  }),
  async voerUit({ trx, organisatieId, nieuwId, invoer: { onderdeel: code, ...mens } }) {
    const onderdeel = await trx.selectFrom('onderdeel').select('id').where('organisatie_id', '=', organisatieId).where('code', '=', code || EERSTE_ONDERDEEL).where('actief', '=', true).executeTakeFirst();
    if (!onderdeel) throw veldfout('onderdeel', `Er is geen onderdeel met de code ${code || EERSTE_ONDERDEEL}.`);
    const id = nieuwId();
    const nieuw = await trx.insertInto('medewerker').values({ organisatie_id: organisatieId, id, ...mens, onderdeel_id: onderdeel.id, functie_id: null, locatie_id: null }).onConflict((c) => c.doNothing()).returning('id').executeTakeFirst();
    if (!nieuw) throw veldfout('email', 'Er is al een collega met dit e-mailadres of personeelsnummer.');
    return { resultaat: { id }, object: { soort: 'medewerker', id }, journaal: { kanaal: 'opdracht' } };
  },
});

/** Gives a role, also the first one in the closed compartment that nobody else may give. */
export const geefEersteRol = systeemhandeling({
  naam: 'opdracht.rol',
  invoer: z.object({ wie: tekst({ max: 320, verplicht: 'Geef een e-mailadres of personeelsnummer.' }), rol: keuze(rollen, `Kies een rol: ${rollen.join(', ')}.`), compartiment: z.enum(compartimenten) }),
  async voerUit(ctx) {
    const { trx, organisatieId, nieuwId, nu, invoer: { wie, rol, compartiment } } = ctx;
    if (!rollenIn[compartiment].includes(rol)) throw veldfout('rol', `De rol ${rol} bestaat niet in het compartiment ${compartiment}.`);
    const mens = await vindMens(ctx, wie);
    if (mens === null) throw veldfout('wie', 'Er is geen collega in dienst met dit e-mailadres of personeelsnummer.');
    // Who works in the closed compartment has no role outside it (functies A6).
    if (compartiment === 'ambtelijk' && mens.compartiment === 'politiek') throw veldfout('rol', 'Deze collega werkt in het politieke compartiment: geef de rol daar (--politiek).');
    const id = nieuwId();
    const nieuw = await trx.insertInto('roltoekenning').values({ organisatie_id: organisatieId, id, medewerker_id: mens.id, rol, compartiment, sinds: nu, ingetrokken_op: null, toegekend_door: null })
      .onConflict((c) => c.columns(['organisatie_id', 'medewerker_id', 'rol', 'compartiment']).where('ingetrokken_op', 'is', null).doNothing()).returning('id').executeTakeFirst();
    if (!nieuw) throw veldfout('rol', 'Deze collega heeft deze rol al.');
    return { resultaat: { id }, object: { soort: 'medewerker', id: mens.id }, journaal: { kanaal: 'opdracht', rol, compartiment, toekenning: id } };
  },
});

async function vindMens({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, wie: string): Promise<{ id: Id; compartiment: string } | null> {
  const rij = await trx.selectFrom('medewerker as m').innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
    .select(['m.id', 'o.compartiment']).where('m.organisatie_id', '=', organisatieId).where('m.actief', '=', true)
    .where((e) => e.or([e(sql`lower(m.email)`, '=', wie.toLowerCase()), e('m.personeelsnummer', '=', wie)])).executeTakeFirst();
  return rij ?? null;
}

export interface Rolhouder {
  naam: string;
  email: string;
  rol: string;
  compartiment: string;
}

/** Who has a role now, for the operator. */
export async function rolhouders({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>): Promise<Rolhouder[]> {
  return await trx.selectFrom('roltoekenning as r').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'r.organisatie_id').onRef('m.id', '=', 'r.medewerker_id'))
    .select(['m.naam', 'm.email', 'r.rol', 'r.compartiment']).where('r.organisatie_id', '=', organisatieId).where('r.ingetrokken_op', 'is', null).orderBy('r.rol').orderBy('m.naam').execute();
}
