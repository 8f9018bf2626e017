import { esc } from './html.ts';
import type { Rij, Sessie } from './database.ts';

const MEEST = 1;
/** The text of a version of the handelingskader never changes, so both keep it. */
const inhouden = new Map<unknown, unknown>();

/** What the advice of the handelingskader is built from, for each veroorzaker on the page. */
export async function advies(lees: Sessie['lees'], organisatieId: string, dossierId: string, nu: Date): Promise<string> {
  const sleutel = [organisatieId, dossierId];
  const [[dossier], [vorm], veroorzakers] = await Promise.all([
    lees('advies-dossier', 'select id, nummer, titel from dossier where organisatie_id = $1 and id = $2', sleutel),
    lees('advies-vorm', 'select vorm_id from dossiervorm where organisatie_id = $1 and dossier_id = $2 limit $3', [...sleutel, MEEST]),
    lees('advies-wie', 'select id, naam, soort from betrokkene where organisatie_id = $1 and dossier_id = $2 and rol = $3 and soort != $4 and vervallen_op is null order by toegevoegd_op, id', [...sleutel, 'veroorzaker', 'medewerker']),
  ]);
  if (dossier === undefined || vorm === undefined) return '';
  let uit = '';
  for (const wie of veroorzakers) uit += `<section><h3>${esc(wie.naam)}</h3>${await overEen(lees, sleutel, wie, nu)}</section>`;
  return uit;
}

async function overEen(lees: Sessie['lees'], sleutel: readonly string[], wie: Rij, nu: Date): Promise<string> {
  const [voorval] = await lees('advies-voorval', `select d.voorval_op, d.kanaal, d.compartiment from dossier as d inner join betrokkene as b on b.organisatie_id = d.organisatie_id and b.dossier_id = d.id
    where d.organisatie_id = $1 and d.id = $2 and b.id = $3 and b.rol = $4 and b.vervallen_op is null`, [...sleutel, wie.id, 'veroorzaker']);
  if (voorval === undefined) return '';
  const [[versie], [feiten], codes] = await Promise.all([
    lees('advies-versie', 'select id, nummer, vanaf from kaderversie where organisatie_id = $1 and persoonssoort = $2 and status = $3 and vanaf <= $4 order by vanaf desc, nummer desc limit $5',
      [sleutel[0], voorval.compartiment === 'politiek' ? 'politiek' : 'medewerker', 'gepubliceerd', voorval.voorval_op instanceof Date ? voorval.voorval_op : nu, MEEST]),
    lees('advies-feiten', 'select gedragingen, tegen, wapen, versie from adviesfeiten where organisatie_id = $1 and dossier_id = $2 and betrokkene_id = $3', [...sleutel, wie.id]),
    lees('advies-codes', `select a.code from dossiervorm as dv inner join agressievorm as a on a.organisatie_id = dv.organisatie_id and a.id = dv.vorm_id
      where dv.organisatie_id = $1 and dv.dossier_id = $2 order by a.volgorde`, sleutel),
    lees('advies-instellingen', 'select instellingen from organisatie where organisatie_id = $1', sleutel.slice(0, 1)),
  ]);
  if (versie !== undefined && !inhouden.has(versie.id)) inhouden.set(versie.id, (await lees('advies-inhoud', 'select inhoud from kaderversie where organisatie_id = $1 and id = $2', [sleutel[0], versie.id]))[0]);
  await lees('advies-koppeling', 'select persoon_id from koppeling where organisatie_id = $1 and betrokkene_id = $2 and dossier_id = $3', [sleutel[0], wie.id, sleutel[1]]);
  return `<p>${codes.map((c) => esc(c.code)).join(', ')} ${esc(versie?.nummer)} ${esc(feiten?.tegen)}</p>`;
}
