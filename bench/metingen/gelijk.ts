import pg from 'pg';
import { openProefveld, type Proefveld } from '../omgeving/database.ts';
import { meldAan } from '../omgeving/gebruikers.ts';
import type { Partij } from '../omgeving/processen.ts';
import type { Doel } from '../last/typen.ts';
import type { Last } from '../omgeving/last.ts';
import { maakDoelen } from './doelen.ts';
import { metPartijen } from './lezen.ts';
import { maakMeldingen } from './schrijven.ts';
import type { Meting, Opties } from './meting.ts';

const KOPIE = 'proef_gelijk';
/** Statements of the pool, of no page. */
const NIET_VAN_EEN_PAGINA = /^(select current_user|select version|select \$1$|SELECT \$1$|deallocate)/i;

interface Opdracht {
  id: string;
  tekst: string;
  keer: number;
  rijen: number;
}

/**
 * Whether the reference is honest: PostgreSQL counts per statement (by what it means, not by how it is written) what the application and
 * the reference send for the same requests. Same statements, as often, with as many rows: `verhouding` 1.
 */
export async function meetGelijk(aantal: number, o: Opties): Promise<Meting[]> {
  const veld = await openProefveld(aantal, o.meld, { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'top', 'pg_stat_statements.track_utility': 'on' });
  try {
    await veld.kopie(KOPIE);
    return await metPartijen(veld, (p) => vergelijk(veld, p.last, p.app, p.rls, o), KOPIE);
  } finally {
    await veld.weg(KOPIE).catch(() => undefined);
    await veld.stop();
  }
}

async function vergelijk(veld: Proefveld, last: Last, app: Partij, referentie: Partij, o: Opties): Promise<Meting[]> {
  const client = new pg.Client(veld.verbinding('beheer', KOPIE));
  await client.connect();
  try {
    await client.query('create extension if not exists pg_stat_statements');
    const gebruikers = await meldAan(veld.verbinding('migratie', KOPIE));
    const uit: Meting[] = [];
    for (const pagina of ['lijst', 'dossier', 'zoek', 'melden'] as const) {
      o.meld(`${pagina}: dezelfde opdrachten aan de database?`);
      const doelen = pagina === 'melden' ? (await maakMeldingen(veld.verbinding('beheer', KOPIE), gebruikers)).slice(0, 100) : (await maakDoelen(veld.verbinding('beheer', KOPIE), pagina, gebruikers)).slice(0, 300);
      const vanApp = await opdrachten(client, last, app, doelen);
      const vanReferentie = await opdrachten(client, last, referentie, doelen);
      uit.push(uitslag(pagina, doelen.length, vanApp, vanReferentie));
    }
    return uit;
  } finally {
    await client.end();
  }
}

async function opdrachten(client: pg.Client, last: Last, partij: Partij, doelen: Doel[]): Promise<Map<string, Opdracht>> {
  await client.query('select pg_stat_statements_reset()');
  const { statussen } = await last.draai({ poort: partij.poort, doelen, opwarmMs: 0, duurMs: 120_000, hoogstens: doelen.length, begin: 0, verbindingen: 2 });
  if (Object.keys(statussen).length !== 1) throw new Error(`${partij.naam} gaf verschillende antwoorden: ${JSON.stringify(statussen)}`);
  const { rows } = await client.query<Opdracht>(`
    select queryid::text as id, min(query) as tekst, sum(calls)::int as keer, sum(rows)::int as rijen from pg_stat_statements s join pg_database d on d.oid = s.dbid
    where d.datname = current_database() and s.userid = 'rugdekking_app'::regrole group by queryid`);
  return new Map(rows.filter((r) => !NIET_VAN_EEN_PAGINA.test(r.tekst)).map((r) => [r.id, r]));
}

function uitslag(pagina: string, verzoeken: number, app: ReadonlyMap<string, Opdracht>, referentie: ReadonlyMap<string, Opdracht>): Meting {
  const som = (m: ReadonlyMap<string, Opdracht>, veld: 'keer' | 'rijen'): number => [...m.values()].reduce((a, x) => a + x[veld], 0);
  const kort = (x: Opdracht): string => `${x.keer} × ${x.tekst.replace(/\s+/g, ' ').slice(0, 160)}`;
  const alleenApp = [...app.values()].filter((x) => !referentie.has(x.id)).map(kort);
  const alleenReferentie = [...referentie.values()].filter((x) => !app.has(x.id)).map(kort);
  const anders = [...app.values()].flatMap((x) => {
    const y = referentie.get(x.id);
    return y === undefined || (y.keer === x.keer && y.rijen === x.rijen) ? [] : [`${x.keer}/${x.rijen} tegen ${y.keer}/${y.rijen}: ${kort(x)}`];
  });
  return {
    naam: `gelijk-${pagina}`, verhouding: som(referentie, 'keer') / som(app, 'keer'), per_s: null, p50_ms: null, p99_ms: null,
    opdrachten_per_verzoek: som(app, 'keer') / verzoeken, rijen_per_verzoek: som(app, 'rijen') / verzoeken, referentie_rijen_per_verzoek: som(referentie, 'rijen') / verzoeken,
    alleen_app: alleenApp, alleen_referentie: alleenReferentie, anders,
    doel: 'de referentie stuurt dezelfde opdrachten', gehaald: alleenApp.length + alleenReferentie.length + anders.length === 0,
  };
}
