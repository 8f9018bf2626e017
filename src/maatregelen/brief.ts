import type { Temporal } from 'temporal-polyfill';
import { instellingenVan } from '../inrichting/index.ts';
import { dagVan, plusWerkdagen } from '../kern/tijd/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import { ondertekenaars, type Ondertekenaar } from '../brieven/index.ts';
import { hoorplichtVan, type Briefantwoord } from '../wederhoor/index.ts';
import type { Briefbron } from './regels/brief.ts';
import { isEenmalig } from './regels/woorden.ts';
import type { Maatregelrij } from './stap.ts';
import { bereiken } from './vragen/lijst.ts';
import { feitenVan, normenVan, wederhoorVoor } from './vragen/stand.ts';

type Ctx = Pick<Context, 'trx' | 'organisatieId' | 'nu'>;

/** Whoever owes money gets this many working days to answer. */
const REAGEER_WERKDAGEN = 20;

/** What the letter about a measure is made from, as far as it is there, with how to answer it when he is heard afterwards; null while the contact person or the facts are not. */
export async function briefbronVan(ctx: Ctx, m: Maatregelrij, achteraf: { uiterlijk?: Temporal.Instant; toegang?: Briefantwoord | null } = {}): Promise<Briefbron | null> {
  const feiten = feitenVan(m);
  if (feiten.length === 0 || m.contactpersoon_id === null) return null;
  const { trx, organisatieId } = ctx;
  const [waar, contact, oud, hoor, { kalender, instellingen }, plicht] = await Promise.all([
    bereiken(ctx, [m.id]),
    trx.selectFrom('medewerker').select(['naam', 'telefoon', 'email']).where('organisatie_id', '=', organisatieId).where('id', '=', m.contactpersoon_id).executeTakeFirstOrThrow(),
    m.verlengt_id === null ? null : trx.selectFrom('maatregel').select('eind_op').where('organisatie_id', '=', organisatieId).where('id', '=', m.verlengt_id).executeTakeFirst(),
    wederhoorVoor(ctx, m), instellingenVan(ctx), m.hoorplicht_id === null ? null : hoorplichtVan(ctx, m.hoorplicht_id),
  ]);
  const bereik = waar.get(m.id) ?? [];
  const adressen = await trx.selectFrom('locatie').select(['id', 'naam', 'adres', 'plaats']).where('organisatie_id', '=', organisatieId).where('id', 'in', bereik.flatMap((b) => (b.locatieId === null ? [] : [b.locatieId])).concat(organisatieId)).orderBy('naam').execute();
  const uiterlijk = achteraf.uiterlijk ?? plicht?.uiterlijk ?? plusDagen(ctx.nu);
  return {
    soort: m.soort, feiten, normen: normenVan(m), waarom: m.waarom_maatregel, duur: isEenmalig(m.soort) ? '' : m.waarom_duur, gewogen: m.afweging,
    zienswijze: hoor?.uitkomst === 'zienswijze' ? { uitkomst: 'zienswijze', kort: m.zienswijze_kort, weging: m.zienswijze_weging } : hoor?.uitkomst === 'geen_reactie' ? { uitkomst: 'geen_reactie', uiterlijk: dagVan(hoor.uiterlijk) }
      : { uitkomst: 'achteraf', reden: m.spoed_reden, uiterlijk: dagVan(uiterlijk), toegang: achteraf.toegang ?? null },
    begin: m.begin_op, einde: m.eind_op, evaluatie: m.evaluatie_op, overal: bereik.some((b) => b.soort === 'organisatie'),
    panden: adressen.map((l) => [l.naam, l.adres, l.plaats].filter((x) => x !== '').join(', ')), kanalen: bereik.flatMap((b) => (b.kanaal === null ? [] : [b.kanaal])),
    onderdelen: bereik.filter((b) => b.soort === 'onderdeel').map((b) => b.naam), functies: bereik.filter((b) => b.soort === 'functie').map((b) => b.naam), invulling: m.invulling, centen: m.bedrag_centen,
    reageerVoor: plusWerkdagen(dagVan(ctx.nu), REAGEER_WERKDAGEN, kalender), blijft: [m.kanaal_blijft, ...(m.kerndiensten.length > 0 ? m.kerndiensten : instellingen.maatregelen.kerndiensten)].filter((x) => x !== '').slice(0, 12),
    contact: { wie: contact.naam, telefoon: contact.telefoon, email: contact.email, bereikbaar: '' },
    ondertekenaar: Object.hasOwn(ondertekenaars, m.beslissersoort) ? (m.beslissersoort as Ondertekenaar) : 'adviseur', liepTot: oud?.eind_op ?? null,
  };
}

const plusDagen = (nu: Temporal.Instant): Temporal.Instant => nu.add({ hours: 24 * 7 });

/** The lines of an address as they were typed. */
export function adresregels(adres: string): string[] {
  return adres.split('\n').map((r) => r.trim()).filter((r) => r !== '');
}
