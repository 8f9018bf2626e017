import { esc } from './html.ts';
import type { Rij, Sessie, Toegang } from './database.ts';
import type { Wie } from './wie.ts';

/*
 * The statements of src/dossier/vragen.ts and onderwerp.ts, as the application sends them. `npm run bench -- gelijk` compares the two.
 */

export interface Zichtbaar {
  /** Goes into the name of the prepared statement: the shapes that a condition can have. */
  vorm: string;
  sql: string;
  waarden: unknown[];
}

/** Which dossiers someone may see, with parameters from number `vanaf`. */
export function zichtbaar(wie: Wie, vanaf: number): Zichtbaar {
  const waarden: unknown[] = [];
  const p = (waarde: unknown): string => `$${vanaf - 1 + waarden.push(waarde)}`;
  const lijst = (w: readonly unknown[]): string => w.map(p).join(', ');
  const termen: string[] = [];
  for (const rol of ['adviseur', 'griffier']) {
    const waar = wie.rollen.filter((r) => r.rol === rol).map((r) => r.compartiment);
    if (waar.length > 0) termen.push(`dossier.compartiment in (${lijst(waar)})`);
  }
  if (wie.leidt.length > 0) {
    const org = (): string => `b.organisatie_id = ${p(wie.organisatieId)} and b.rol = ${p('slachtoffer')} and b.vervallen_op is null`;
    termen.push(`(dossier.compartiment = ${p('ambtelijk')} and dossier.route = ${p('leidinggevende')} and (dossier.id in (select b.dossier_id from betrokkene as b
        inner join medewerker as m on m.organisatie_id = b.organisatie_id and m.id = b.medewerker_id where ${org()} and m.onderdeel_id in (${lijst(wie.leidt)}))
      or (dossier.onderdeel_id in (${lijst(wie.leidt)}) and not exists (select 1 as een from betrokkene as b where ${org()} and b.dossier_id = dossier.id and b.medewerker_id is not null))))`);
  }
  termen.push(`dossier.aanspreekpunt_id = ${p(wie.id)}`);
  const niet = `not dossier.id in (select b.dossier_id from betrokkene as b where b.organisatie_id = ${p(wie.organisatieId)} and b.medewerker_id = ${p(wie.id)} and b.rol = ${p('veroorzaker')} and b.vervallen_op is null)`;
  return { vorm: `${wie.rollen.map((r) => `${r.rol[0]}${r.compartiment[0]}`).join('')}${wie.leidt.length}`, sql: `((${termen.join(' or ')}) and ${niet})`, waarden };
}

/** How many are counted, and shown on a page. */
const MEEST = 501;
const PER_PAGINA = 25;

/** The list of dossiers: filter, search, count, 25 rows, and the departments to filter on. */
export async function lijst(db: Toegang, wie: Wie, query: URLSearchParams): Promise<string> {
  const status = query.get('status') ?? '';
  const q = query.get('woord') ?? '';
  const over = (Number(query.get('pagina') ?? 1) - 1) * PER_PAGINA;
  return await db.in(wie.organisatieId, async ({ lees }) => {
    const treffers = q === '' ? undefined : await zoek(db, lees, wie, q);
    const waarden: unknown[] = [];
    const p = (waarde: unknown): string => `$${waarden.push(waarde)}`;
    const precies = treffers === undefined ? 'true' : `dossier.id = any (${p(treffers.filter((t) => t.precies).map((t) => t.id))}::uuid[])`;
    const org = p(wie.organisatieId);
    const z = zichtbaar(wie, waarden.length + 1);
    waarden.push(...z.waarden);
    let waar = `dossier.organisatie_id = ${org} and ${z.sql}`;
    let naam = z.vorm;
    const erbij = (kolom: string, w: readonly unknown[] | string): void => {
      waar += typeof w === 'string' ? ` and ${kolom} = ${p(w)}` : ` and ${kolom} in (${w.map(p).join(', ')})`;
      naam += `-${kolom}${typeof w === 'string' ? '' : w.length}`;
    };
    if (status === 'open') erbij('dossier.status', ['nieuw', 'in_behandeling']);
    else if (status !== '') erbij('dossier.status', status);
    for (const veld of ['ernst', 'kanaal']) {
      const w = query.get(veld) ?? '';
      if (w !== '') erbij(`dossier.${veld}`, w);
    }
    if (treffers !== undefined) {
      waar += ` and dossier.id = any (${p(treffers.map((t) => t.id))}::uuid[])`;
      naam += '-q';
    }
    const sql = `with gevonden as materialized (select dossier.id, dossier.gemeld_op, ${precies} as precies from dossier where ${waar}
        order by precies desc, dossier.gemeld_op desc, dossier.id desc limit ${p(Math.max(MEEST, over + PER_PAGINA))})
      select d.id, d.nummer, d.titel, d.status, d.ernst, d.gemeld_op, d.compartiment, o.naam as onderdeel, l.naam as locatie, (select count(*) as n from gevonden) as n
      from (select * from gevonden order by precies desc, gemeld_op desc, id desc limit ${p(PER_PAGINA)} offset ${p(over)}) as p
      inner join dossier as d on d.organisatie_id = ${p(wie.organisatieId)} and d.id = p.id
      inner join onderdeel as o on o.organisatie_id = d.organisatie_id and o.id = d.onderdeel_id
      left join locatie as l on l.organisatie_id = d.organisatie_id and l.id = d.locatie_id
      order by p.precies desc, p.gemeld_op desc, p.id desc`;
    const [rijen, onderdelen] = await Promise.all([lees(`lijst-${naam}`, sql, waarden), lees(...onderdelenVan(wie))]);
    return rijenHtml(rijen, Number(rijen[0]?.n ?? 0), q, onderdelen);
  });
}

function onderdelenVan(wie: Wie): [string, string, unknown[]] {
  const waar = wie.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
  const a = waar.length > 0 ? waar : ['geen'];
  const b = wie.leidt.length > 0 ? wie.leidt : [wie.organisatieId];
  const sql = `select id, naam from onderdeel where organisatie_id = $1 and actief = $2 and (compartiment in (${a.map((_, i) => `$${i + 3}`).join(', ')}) or id in (${b.map((_, i) => `$${i + 3 + a.length}`).join(', ')})) order by naam`;
  return [`onderdelen-${a.length}-${b.length}`, sql, [wie.organisatieId, true, ...a, ...b]];
}

/** The hits of a search. A leidinggevende is first asked what there is, and only when that fills the list what is his. */
async function zoek(db: Toegang, lees: Sessie['lees'], wie: Wie, q: string): Promise<{ id: string; precies: boolean }[]> {
  const zoekIn = async (compartimenten: string[], ook: Zichtbaar): Promise<{ id: string; precies: boolean }[]> => {
    // Without row-level security nothing sets the organisation, which the search function asks for.
    const zet = db.rls ? '' : `(select set_config('rugdekking.organisatie', $4::uuid::text, true)) zet, lateral `;
    const sql = `select dossier_id as id, precies from ${zet}zoek_dossiers($1, $2, $3::text[], array((select dossier.id from dossier where dossier.organisatie_id = $4 and ${ook.sql})))`;
    return (await lees(`zoek-${ook.vorm}`, sql, [q, MEEST, compartimenten, wie.organisatieId, ...ook.waarden])) as { id: string; precies: boolean }[];
  };
  const aanspreekpunt = { vorm: 'eigen', sql: 'dossier.aanspreekpunt_id = $5', waarden: [wie.id] };
  const compartimenten = wie.rollen.filter((r) => r.rol === 'adviseur' || r.rol === 'griffier').map((r) => r.compartiment);
  if (wie.leidt.length === 0 || compartimenten.includes('ambtelijk')) return zoekIn(compartimenten, aanspreekpunt);
  const treffers = await zoekIn([...compartimenten, 'ambtelijk'], aanspreekpunt);
  return treffers.length < MEEST ? treffers : zoekIn(compartimenten, zichtbaar(wie, 5));
}

function rijenHtml(rijen: readonly Rij[], aantal: number, q: string, onderdelen: readonly Rij[]): string {
  let html = `<p>${aantal > 500 ? 'Meer dan 500' : aantal} dossiers</p><form action="/dossiers"><input name="q" value="${esc(q)}"><select name="onderdeel"><option value="">Alle</option>`;
  for (const o of onderdelen) html += `<option value="${esc(o.id)}">${esc(o.naam)}</option>`;
  html += '</select><button>Pas filter toe</button></form><table><tr><th>Wat<th>Nummer<th>Ernst<th>Status<th>Onderdeel<th>Gemeld</tr>';
  for (const d of rijen) {
    html += `<tr><th><a href="/dossiers/${esc(d.id)}">${esc(d.titel)}</a></th><td>${esc(d.nummer)}</td><td>${esc(d.ernst)}</td><td>${esc(d.status)}</td><td>${esc(d.onderdeel)}</td><td>${esc(d.gemeld_op)}</td></tr>`;
  }
  return `${html}</table>`;
}
