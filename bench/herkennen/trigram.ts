import type pg from 'pg';
import type { Meting } from '../metingen/meting.ts';
import type { Vraag } from './meting.ts';

/** The same questions asked of pg_trgm: the ten names most alike, in the same table and the same run. */
export async function meetTrigram(client: pg.Client, vragen: readonly Vraag[], eigenP50: number): Promise<Meting> {
  await client.query('set pg_trgm.similarity_threshold = 0.45');
  let [eerste, gevonden] = [0, 0];
  const ms: number[] = [];
  for (const { mens, vraag } of vragen) {
    const naam = [vraag.voornamen, vraag.voorvoegsel, vraag.geslachtsnaam].filter((d) => d !== undefined && d !== null && d !== '').join(' ').toLowerCase();
    const begin = performance.now();
    const { rows } = await client.query<{ id: string; gegevens: string }>({ name: 'trigram', text: 'select id, gegevens from persoon where naam % $1 order by similarity(naam, $1) desc, (gegevens like $2) desc, id limit 10', values: [naam, `%${datumtekst(vraag.geboortedatum)}%`] });
    ms.push(performance.now() - begin);
    const plaats = rows.findIndex((r) => Number(r.id) === mens.id);
    if (plaats === 0) eerste++;
    if (plaats >= 0) gevonden++;
  }
  ms.sort((a, b) => a - b);
  const p50 = ms[Math.floor(ms.length / 2)] ?? 0;
  return {
    naam: 'herkennen.pg_trgm', verhouding: p50 / eigenP50, per_s: null, p50_ms: p50, p99_ms: ms[Math.floor(ms.length * 0.99)] ?? 0, r1: (eerste / vragen.length) * 100, gevonden: (gevonden / vragen.length) * 100, vragen: vragen.length,
    doel: 'ter vergelijking: dezelfde vragen', gehaald: true,
  };
}

/** The date as the register writes it, so that among equal names the right date comes first. */
function datumtekst(tekst: unknown): string {
  const [dag, maand, jaar] = String(tekst).split('-');
  return `"jaar":${jaar},"maand":${maand},"dag":${dag}`;
}
