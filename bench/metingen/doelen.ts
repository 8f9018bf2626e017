import pg from 'pg';
import { verhul } from '../../src/platform/http/verhuld.ts';
import type { Doel } from '../last/typen.ts';
import type { Gebruiker } from '../omgeving/gebruikers.ts';
import { schud } from '../omgeving/last.ts';

export type Pagina = 'lijst' | 'dossier' | 'zoek';

/** What handlers ask of the list: mostly what is open, now and then a page further or something older. */
const FILTERS = ['?status=open', '?status=open', '?ernst=ernstig', '?status=gesloten&kanaal=balie', '?kanaal=telefoon', '', '?status=gesloten&pagina=3'];

/** Words as people type them: of one and of more words, common and rare, in the plural, and with a typing error. */
const ZOEKWOORDEN = ['fiets', 'fietsen', 'parkeerboete', 'paspoort', 'hond', 'huis', 'brief', 'brieven', 'kapmes', 'zwembad', 'schreeuwen balie', 'bedreigd telefoon', 'uitkering afgewezen', 'rode jas', 'tegen de muur geduwd', 'paspoort verlopen', 'parkerboete', 'beveiliging gebeld'];

type Behandelaar = Gebruiker & { soort: 'adviseur' | 'leidinggevende' };

/** The requests of one page, by Adviseurs and leidinggevenden of all organisations. */
export async function maakDoelen(beheer: pg.ClientConfig, pagina: Pagina, gebruikers: readonly Gebruiker[]): Promise<Doel[]> {
  const behandelaars = gebruikers.filter((g): g is Behandelaar => g.soort !== 'medewerker');
  if (pagina === 'lijst') return schud(behandelaars.flatMap((g) => FILTERS.map((f) => ({ pad: `/dossiers${f}`, koekje: g.koekje }))));
  const client = new pg.Client(beheer);
  await client.connect();
  try {
    const doelen: Doel[] = [];
    for (const g of behandelaars) doelen.push(...(pagina === 'dossier' ? await dossiersVan(client, g) : await zoekvragenVan(client, g)));
    return schud(doelen);
  } finally {
    await client.end();
  }
}

/** Ten of the newest and ten of any age, of what this person may open. */
async function dossiersVan(client: pg.Client, g: Behandelaar): Promise<Doel[]> {
  const { rows } = await client.query<{ id: string }>(`
    with mag as (
      select d.id, d.gemeld_op, hashtextextended(d.id::text, 7) as lot from dossier d join medewerker ik on ik.organisatie_id = d.organisatie_id and ik.id = $2
      where d.organisatie_id = $1 and d.compartiment = 'ambtelijk' and d.route = 'leidinggevende' and ($3 = 'adviseur' or d.onderdeel_id = ik.onderdeel_id)
        and not exists (select from betrokkene b where b.organisatie_id = d.organisatie_id and b.dossier_id = d.id and b.rol = 'veroorzaker' and b.medewerker_id = $2)
    ) (select id from mag order by gemeld_op desc limit 10) union (select id from mag order by lot limit 10)`, [g.organisatieId, g.medewerkerId, g.soort]);
  return rows.map((r) => ({ pad: `/dossiers/${r.id}`, koekje: g.koekje }));
}

/** Common words, hidden as the application wants them and readable for the reference; and names and number plates that occur in the reports of this organisation. */
async function zoekvragenVan(client: pg.Client, g: Behandelaar): Promise<Doel[]> {
  const { rows } = await client.query<{ w: string }>(`
    select distinct w from (select (regexp_match(verhaal, '(?:noemde zich \\w+|kenteken|woont aan de) ([\\w-]+)'))[1] as w from melding
      where organisatie_id = $1 order by hashtextextended(id::text, hashtext($2::text)) limit 60) x where w is not null limit 12`, [g.organisatieId, g.medewerkerId]);
  return [...ZOEKWOORDEN, ...rows.map((r) => r.w)].map((q) => ({ pad: `/dossiers?${new URLSearchParams({ q: verhul(g.geheim, q), woord: q })}`, koekje: g.koekje }));
}
