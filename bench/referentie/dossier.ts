import { esc } from './html.ts';
import { advies } from './advies.ts';
import type { Rij, Toegang } from './database.ts';
import type { Wie } from './wie.ts';

const FEITEN = `
  select d.compartiment, d.status, d.route, d.nummer, d.ernst, d.versie, d.aanspreekpunt_id, d.onderdeel_id, b.onderdelen, b.melders, b.slachtoffers, b.getuigen, b.veroorzakers,
    (select array_agg(v.medewerker_id) from verklaring v where v.organisatie_id = d.organisatie_id and v.dossier_id = d.id and v.ingetrokken_op is null) as gevraagden,
    (select array_agg(h.medewerker_id) from helper h where h.organisatie_id = d.organisatie_id and h.dossier_id = d.id and h.tot is null) as helpers,
    (select array_agg(e.medewerker_id) from beslisser e where e.organisatie_id = d.organisatie_id and e.dossier_id = d.id and e.tot is null) as beslissers
  from dossier d
  left join lateral (
    select array_agg(b.medewerker_id) filter (where b.rol = 'melder') as melders,
      array_agg(b.medewerker_id) filter (where b.rol = 'slachtoffer') as slachtoffers,
      array_agg(b.medewerker_id) filter (where b.rol = 'getuige') as getuigen,
      array_agg(b.medewerker_id) filter (where b.rol = 'veroorzaker') as veroorzakers,
      array_agg(m.onderdeel_id) filter (where b.rol = 'slachtoffer') as onderdelen
    from betrokkene b join medewerker m on m.organisatie_id = b.organisatie_id and m.id = b.medewerker_id
    where b.organisatie_id = d.organisatie_id and b.dossier_id = d.id and b.vervallen_op is null
  ) b on true
  where d.organisatie_id = $1 and d.id = $2`;

/** Everything of one dossier that is on its page, each with the names it is about. */
const DELEN = {
  kop: `select d.id, d.nummer, d.titel, d.status, d.ernst, d.ernst_uitleg, d.ernst_reden, d.bijna, d.kanaal, d.voorval_op, d.voorval_precies, d.locatie_id, d.plek, d.toedracht, d.gemeld_op, d.gesloten_op,
      d.gesloten_reden, d.compartiment, d.route, d.versie, d.aanspreekpunt_id, o.naam as onderdeel, l.naam as locatie, a.naam as aanspreekpunt, s.id as samengevoegd_id, s.nummer as samengevoegd_nummer
    from dossier as d inner join onderdeel as o on o.organisatie_id = d.organisatie_id and o.id = d.onderdeel_id
    left join locatie as l on l.organisatie_id = d.organisatie_id and l.id = d.locatie_id left join medewerker as a on a.organisatie_id = d.organisatie_id and a.id = d.aanspreekpunt_id
    left join dossier as s on s.organisatie_id = d.organisatie_id and s.id = d.samengevoegd_in where d.organisatie_id = $1 and d.id = $2`,
  betrokkenen: `select b.id, b.rol, b.soort, b.medewerker_id, b.naam, b.omschrijving, b.contact, b.versie, m.naam as collega, m.werkgever from betrokkene as b
    left join medewerker as m on m.organisatie_id = b.organisatie_id and m.id = b.medewerker_id where b.organisatie_id = $1 and b.dossier_id = $2 and b.vervallen_op is null order by b.toegevoegd_op, b.id`,
  termijnen: `select t.id, t.soort, t.verval_op, t.voor_id, t.aan_id, t.versie, v.naam as voor, a.naam as aan from termijn as t left join medewerker as v on v.organisatie_id = t.organisatie_id and v.id = t.voor_id
    left join medewerker as a on a.organisatie_id = t.organisatie_id and a.id = t.aan_id where t.organisatie_id = $1 and t.dossier_id = $2 and t.afgerond_op is null order by t.verval_op`,
  tijdlijn: `select g.id, g.op, g.soort, g.gegevens, g.voor, m.naam as door from gebeurtenis as g left join medewerker as m on m.organisatie_id = g.organisatie_id and m.id = g.door
    where g.organisatie_id = $1 and g.dossier_id = $2 order by g.op desc, g.id desc limit $3`,
  verklaringen: `select v.id, v.medewerker_id, v.gevraagd_op, v.gegeven_op, v.tekst, v.vraag, m.naam from verklaring as v inner join medewerker as m on m.organisatie_id = v.organisatie_id and m.id = v.medewerker_id
    where v.organisatie_id = $1 and v.dossier_id = $2 and v.ingetrokken_op is null order by v.gevraagd_op`,
  vormen: `select v.id, v.naam, v.gewicht from dossiervorm as d inner join agressievorm as v on v.organisatie_id = d.organisatie_id and v.id = d.vorm_id where d.organisatie_id = $1 and d.dossier_id = $2 order by v.volgorde`,
  meldingen: `select m.id, m.melder_id, m.voor_id, m.namens_reden, m.bron, m.verhaal, m.kanaalvragen, m.veroorzaker, m.welzijn, m.aangifte_wens, m.zelfde_als, m.ingediend_op, w.naam as melder, v.naam as voor, v.werkgever, d.kanaal
    from melding as m inner join medewerker as w on w.organisatie_id = m.organisatie_id and w.id = m.melder_id inner join medewerker as v on v.organisatie_id = m.organisatie_id and v.id = m.voor_id
    inner join dossier as d on d.organisatie_id = m.organisatie_id and d.id = m.dossier_id where m.organisatie_id = $1 and m.dossier_id = $2 order by m.ingediend_op`,
  aanvullingen: `select a.id, a.op, a.tekst, m.naam as door from aanvulling as a inner join medewerker as m on m.organisatie_id = a.organisatie_id and m.id = a.door
    where a.organisatie_id = $1 and a.dossier_id = $2 order by a.op`,
  ongezien: 'select id from kennisgeving where organisatie_id = $1 and dossier_id = $2 and aan_id = $3 and bevestigd_op is null limit $4',
  feitstatus: 'select distinct on (dossier_id) dossier_id, status from feitstatus where organisatie_id = $1 and dossier_id in ($2) order by dossier_id, op desc, id desc',
  maatregelen: `select m.id, m.soort, m.toestand, m.begin_op, m.eind_op, m.evaluatie_op, m.versie, m.betrokkene_id, f.reden as foto_reden, h.sinds as herstel_sinds, h.hersteld_op, h.verteld_aan, v.naam as verteld_door
    from maatregel as m left join maatregelfoto as f on f.organisatie_id = m.organisatie_id and f.maatregel_id = m.id and f.tot is null
    left join dienstherstel as h on h.organisatie_id = m.organisatie_id and h.maatregel_id = m.id left join medewerker as v on v.organisatie_id = h.organisatie_id and v.id = h.verteld_door
    where m.organisatie_id = $1 and m.dossier_id = $2 order by m.voorgesteld_op desc`,
} as const;

/** The dossier page: the facts the rights depend on, all parts, the names the timeline mentions, and the line in the journaal. */
export async function dossier(db: Toegang, wie: Wie, id: string, ip: string, verzoekId: string): Promise<string | null> {
  return await db.in(wie.organisatieId, async ({ lees }) => {
    const sleutel = [wie.organisatieId, id];
    const [feiten] = await lees('dossier-feiten', FEITEN, sleutel);
    if (feiten === undefined || !mag(wie, feiten)) return null;
    const deel = (naam: keyof typeof DELEN, ...meer: unknown[]) => lees(`dossier-${naam}`, DELEN[naam], [...sleutel, ...meer]);
    const [kop, wieAllemaal, termijnen, tijdlijn, verklaringen, vormen, ongezien, meldingen, aanvullingen, feitstatus, maatregelen, geadviseerd] = await Promise.all([
      deel('kop'), deel('betrokkenen'), deel('termijnen'), deel('tijdlijn', 200), deel('verklaringen'), deel('vormen'), deel('ongezien', wie.id, 1), deel('meldingen'), deel('aanvullingen'), deel('feitstatus'), deel('maatregelen'),
      advies(lees, wie.organisatieId, id, new Date()),
    ]);
    const ids = new Set<string>();
    for (const { gegevens } of tijdlijn) for (const naam of ['wie', 'aan', 'helper', 'voor']) {
      const w = (gegevens as Rij)[naam];
      if (typeof w === 'string') ids.add(w);
    }
    const namen = ids.size === 0 ? [] : await lees(`dossier-namen-${ids.size}`, `select id, naam from medewerker where organisatie_id = $1 and id in (${[...ids].map((_, i) => `$${i + 2}`).join(', ')})`, [wie.organisatieId, ...ids]);
    await lees('journaal', JOURNAAL[db.rls ? 'rls' : 'zonder'], [new Date(), wie.id, 'dossier.lezen', 'dossier', id, id, 'gelukt', JSON.stringify({ kanaal: 'scherm', ip, verzoek: verzoekId }), ...(db.rls ? [] : [wie.organisatieId])]);
    return geadviseerd + html(kop[0] ?? {}, { feitstatus, maatregelen, wieAllemaal, termijnen, tijdlijn, verklaringen, vormen, ongezien, namen, meldingen, aanvullingen });
  });
}

export const JOURNAAL = {
  rls: 'select journaal_schrijf($1::timestamptz, $2::text, $3::text, $4::text, $5::text, $6::uuid, $7::text, $8::jsonb)',
  // Outside a transaction the organisation must be set for this one statement.
  zonder: `select set_config('rugdekking.organisatie', $9, true), journaal_schrijf($1::timestamptz, $2::text, $3::text, $4::text, $5::text, $6::uuid, $7::text, $8::jsonb)`,
};

function mag(wie: Wie, f: Rij): boolean {
  const in_ = (lijst: unknown, ids: readonly string[]): boolean => Array.isArray(lijst) && lijst.some((x) => ids.includes(x as string));
  if (in_(f.veroorzakers, [wie.id])) return false;
  const metRol = wie.rollen.some((r) => (r.rol === 'adviseur' || r.rol === 'griffier') && r.compartiment === f.compartiment);
  return metRol || f.aanspreekpunt_id === wie.id || (f.compartiment === 'ambtelijk' && f.route === 'leidinggevende' && in_(f.onderdelen ?? [f.onderdeel_id], wie.leidt));
}

function html(d: Rij, x: Record<'feitstatus' | 'maatregelen' | 'wieAllemaal' | 'termijnen' | 'tijdlijn' | 'verklaringen' | 'vormen' | 'ongezien' | 'namen' | 'meldingen' | 'aanvullingen', Rij[]>): string {
  const naam = new Map(x.namen.map((r) => [r.id, r.naam]));
  let uit = `<h2>${esc(d.titel)}</h2><p>${esc(d.nummer)} · ${esc(d.ernst)} · ${esc(d.status)} · ${esc(d.voorval_op)} · ${esc(d.onderdeel)} · ${esc(d.locatie)} ${esc(d.plek)} · ${esc(d.kanaal)} · ${esc(d.gemeld_op)} · ${esc(d.ernst_uitleg)} · ${esc(d.aanspreekpunt)}</p>`;
  if (x.ongezien.length > 0) uit += `<form method="post" action="/dossiers/${esc(d.id)}/bevestigen"><button>Ik heb dit gezien</button></form>`;
  for (const f of x.feitstatus) uit += `<p>${esc(f.status)}</p>`;
  for (const m of x.maatregelen) uit += `<p>${esc(m.soort)} ${esc(m.toestand)} ${esc(m.begin_op)} ${esc(m.eind_op)}</p>`;
  uit += '<ul>';
  for (const t of x.termijnen) uit += `<li><a href="/dossiers/${esc(d.id)}">${esc(t.soort)} ${esc(t.voor)}</a> ${esc(t.verval_op)} ${esc(t.aan)} <a href="/dossiers/${esc(d.id)}/termijnen/${esc(t.id)}">Afronden of verzetten</a></li>`;
  uit += '</ul>';
  for (const m of x.meldingen) uit += `<section><h3>${esc(m.melder)} ${esc(m.ingediend_op)}</h3><p>${esc(m.bron)} ${esc(m.voor)} ${esc(m.aangifte_wens)}</p><blockquote>${esc(m.verhaal)}</blockquote><p>${esc((m.veroorzaker as Rij).omschrijving)} ${esc((m.welzijn as Rij).belwens)}</p></section>`;
  for (const a of x.aanvullingen) uit += `<blockquote>${esc(a.door)} ${esc(a.op)}: ${esc(a.tekst)}</blockquote>`;
  uit += '<dl>';
  for (const [w, tekst] of Object.entries((d.toedracht ?? {}) as Rij)) uit += `<dt>${esc(w)}</dt><dd>${esc(tekst)}</dd>`;
  uit += '</dl>';
  for (const v of x.verklaringen) uit += `<details><summary>${esc(v.naam)} ${esc(v.gegeven_op)}</summary><blockquote>${esc(v.tekst)}</blockquote></details>`;
  uit += '<ol>';
  for (const g of x.tijdlijn) {
    const meer = g.gegevens as Rij;
    uit += `<li>${esc(g.door)}: ${esc(g.soort)} ${esc(naam.get(meer.voor ?? meer.aan ?? meer.wie))} <time>${esc(g.op)}</time>${meer.tekst === undefined ? '' : `<blockquote>${esc(meer.tekst)}</blockquote>`}</li>`;
  }
  uit += '</ol><dl>';
  for (const b of x.wieAllemaal) uit += `<dt>${esc(b.rol)}</dt><dd>${esc(b.collega ?? b.naam)} ${esc(b.werkgever)} ${esc(b.omschrijving)} <a href="/dossiers/${esc(d.id)}/betrokkenen/${esc(b.id)}">wijzig</a></dd>`;
  return `${uit}</dl><p>${x.vormen.map((v) => esc(v.naam)).join(', ')}</p>`;
}
