import { Temporal } from 'temporal-polyfill';
import { nieuwId, type Id } from '../../src/kern/ids.ts';
import type { Compartiment, Rol } from '../../src/kern/rechten/index.ts';
import { standaardvormen } from '../../src/inrichting/index.ts';
import type { Db } from '../../src/platform/database/index.ts';

/** The people of a small organisation, by the part they play in tests. */
export const mensen = {
  samira: { naam: ['Samira', 'Haddad'], onderdeel: 'BZ' },
  joost: { naam: ['Joost', 'Brouwer'], onderdeel: 'BZ' },
  karin: { naam: ['Karin', 'de Boer'], onderdeel: 'BZ', leidt: 'BZ' },
  milan: { naam: ['Milan', 'Vos'], onderdeel: 'WI' },
  petra: { naam: ['Petra', 'Kuipers'], onderdeel: 'WI', leidt: 'WI' },
  directeur: { naam: ['Hugo', 'van Leeuwen'], onderdeel: 'DIR', leidt: 'DIR' },
  adviseur: { naam: ['Noor', 'Adriaans'], onderdeel: 'VEI', rollen: ['adviseur'] },
  adviseurPolitiek: { naam: ['Ilse', 'Maas'], onderdeel: 'VEI', rollen: ['adviseur', 'adviseur:politiek'] },
  griffier: { naam: ['Geert', 'Wolters'], onderdeel: 'GRI', leidt: 'GRI', rollen: ['griffier:politiek'] },
  raadslid: { naam: ['Rosa', 'Demir'], onderdeel: 'GRI', soort: 'politiek' },
  beheerder: { naam: ['Bas', 'Groen'], onderdeel: 'VEI', rollen: ['beheerder'] },
  fg: { naam: ['Fien', 'Smit'], onderdeel: 'VEI', rollen: ['fg'] },
  namensmelder: { naam: ['Nel', 'Kok'], onderdeel: 'VEI', rollen: ['namensmelder'] },
  opvang: { naam: ['Olaf', 'Prins'], onderdeel: 'WI', rollen: ['opvang'] },
  receptionist: { naam: ['Rita', 'Molenaar'], onderdeel: 'FAC', rollen: ['receptie'] },
  consulent: { naam: ['Kees', 'Hofman'], onderdeel: 'WI', rollen: ['klantcontact'] },
  beveiliger: { naam: ['Dirk', 'Hazes'], onderdeel: 'FAC', soort: 'ingehuurd' },
  buitendienst: { naam: ['Wim', 'Postma'], onderdeel: 'BUI' },
} as const satisfies Record<string, { naam: readonly [string, string]; onderdeel: string; leidt?: string; rollen?: readonly string[]; soort?: string }>;
export type Mens = keyof typeof mensen;

const onderdelen: readonly { code: string; naam: string; ouder?: string; fase: number; compartiment: Compartiment }[] = [
  { code: 'DIR', naam: 'Directie', fase: 3, compartiment: 'ambtelijk' },
  { code: 'BZ', naam: 'Burgerzaken', ouder: 'DIR', fase: 3, compartiment: 'ambtelijk' },
  { code: 'WI', naam: 'Werk en inkomen', ouder: 'DIR', fase: 2, compartiment: 'ambtelijk' },
  { code: 'BUI', naam: 'Buitendienst', ouder: 'DIR', fase: 1, compartiment: 'ambtelijk' },
  { code: 'FAC', naam: 'Facilitair', ouder: 'DIR', fase: 3, compartiment: 'ambtelijk' },
  { code: 'VEI', naam: 'Veiligheid', ouder: 'DIR', fase: 3, compartiment: 'ambtelijk' },
  { code: 'GRI', naam: 'Griffie en raad', fase: 3, compartiment: 'politiek' },
];

export interface Testorganisatie {
  id: Id;
  slug: string;
  mens: Record<Mens, Id>;
  onderdeel: Record<string, Id>;
  locatie: { stadhuis: Id; wijkpost: Id };
  vorm: Record<string, Id>;
}

/** Puts a small organisation with all parts in the database, as the owner. */
export async function maakOrganisatie(migratie: Db, over: { slug?: string; naam?: string; instellingen?: Record<string, unknown> } = {}): Promise<Testorganisatie> {
  const id = nieuwId();
  const slug = over.slug ?? `org-${id.slice(-8)}`;
  const sinds = Temporal.Instant.from('2024-01-01T09:00:00Z');
  await migratie.insertInto('organisatie').values({ organisatie_id: id, naam: over.naam ?? 'Gemeente Proefdam', soort: 'gemeente', slug, instellingen: JSON.stringify(over.instellingen ?? {}) }).execute();
  const onderdeel = Object.fromEntries(onderdelen.map((o) => [o.code, nieuwId()]));
  const vind = (code: string): Id => {
    const gevonden = onderdeel[code];
    if (gevonden === undefined) throw new Error(`onderdeel ${code} bestaat niet`);
    return gevonden;
  };
  for (const o of onderdelen) {
    await migratie.insertInto('onderdeel').values({ organisatie_id: id, id: vind(o.code), code: o.code, naam: o.naam, ouder_id: o.ouder ? vind(o.ouder) : null, leidinggevende_id: null, fase: o.fase, compartiment: o.compartiment }).execute();
  }
  const locatie = { stadhuis: nieuwId(), wijkpost: nieuwId() };
  await migratie.insertInto('locatie').values([
    { organisatie_id: id, id: locatie.stadhuis, code: 'SH', naam: 'Balie stadhuis' },
    { organisatie_id: id, id: locatie.wijkpost, code: 'WP', naam: 'Wijkpost Noord' },
  ]).execute();
  const mens = Object.fromEntries(Object.keys(mensen).map((m) => [m, nieuwId()])) as Record<Mens, Id>;
  let nummer = 100;
  for (const [wie, m] of Object.entries(mensen) as [Mens, { naam: readonly [string, string]; onderdeel: string; leidt?: string; rollen?: readonly string[]; soort?: 'politiek' | 'ingehuurd' }][]) {
    await migratie.insertInto('medewerker').values({
      organisatie_id: id, id: mens[wie], personeelsnummer: `P${nummer++}`, voornaam: m.naam[0], achternaam: m.naam[1], email: `${wie.toLowerCase()}@${slug}.example`, telefoon: '010-0000000',
      onderdeel_id: vind(m.onderdeel), functie_id: null, locatie_id: locatie.stadhuis, soort: m.soort ?? 'medewerker', werkgever: m.soort === 'ingehuurd' ? 'Zeker Beveiliging' : '',
    }).execute();
    for (const r of m.rollen ?? []) {
      const [rol, compartiment = 'ambtelijk'] = r.split(':') as [Rol, Compartiment?];
      await migratie.insertInto('roltoekenning').values({ organisatie_id: id, id: nieuwId(), medewerker_id: mens[wie], rol, compartiment, sinds, ingetrokken_op: null, toegekend_door: null }).execute();
    }
    if (m.leidt) await migratie.updateTable('onderdeel').set({ leidinggevende_id: mens[wie] }).where('organisatie_id', '=', id).where('id', '=', vind(m.leidt)).execute();
  }
  const vorm: Record<string, Id> = {};
  for (const [i, v] of standaardvormen.entries()) {
    const vormId = nieuwId();
    vorm[v.code] = vormId;
    await migratie.insertInto('agressievorm').values({ organisatie_id: id, id: vormId, code: v.code, naam: v.naam, voorbeeld: v.voorbeeld, gewicht: v.gewicht, volgorde: (i + 1) * 10 }).execute();
  }
  return { id, slug, mens, onderdeel, locatie, vorm };
}
