import { fout } from '../kern/fouten/index.ts';
import type { Id } from '../kern/ids.ts';
import type { Context } from '../platform/deuren/index.ts';
import { bezwaar, naamdelen, vindVerborgen, type Verborgen } from './regels/herkenbaar.ts';

type Lezend = Pick<Context, 'trx' | 'organisatieId'>;

/** Everything that may not be read by the veroorzaker of a dossier: who it happened to, who saw it, who reported it and who was asked about it, by name, function and department. */
export async function verborgenIn({ trx, organisatieId }: Lezend, dossierId: Id): Promise<Verborgen[]> {
  const [collegas, gevraagden, dossier, locaties] = await Promise.all([
    trx.selectFrom('betrokkene as b').leftJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'b.organisatie_id').onRef('m.id', '=', 'b.medewerker_id'))
      .leftJoin('functie as f', (j) => j.onRef('f.organisatie_id', '=', 'm.organisatie_id').onRef('f.id', '=', 'm.functie_id'))
      .leftJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
      .select(['b.naam as buiten', 'm.naam', 'm.personeelsnummer', 'm.email', 'f.naam as functie', 'o.naam as onderdeel'])
      // Also of who was taken off again: he was there.
      .where('b.organisatie_id', '=', organisatieId).where('b.dossier_id', '=', dossierId).where('b.rol', 'in', ['slachtoffer', 'getuige', 'melder']).execute(),
    trx.selectFrom('verklaring as v').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'v.organisatie_id').onRef('m.id', '=', 'v.medewerker_id'))
      .leftJoin('functie as f', (j) => j.onRef('f.organisatie_id', '=', 'm.organisatie_id').onRef('f.id', '=', 'm.functie_id'))
      .leftJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
      .select(['m.naam', 'm.personeelsnummer', 'm.email', 'f.naam as functie', 'o.naam as onderdeel']).where('v.organisatie_id', '=', organisatieId).where('v.dossier_id', '=', dossierId).execute(),
    trx.selectFrom('dossier as d').innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'd.organisatie_id').onRef('o.id', '=', 'd.onderdeel_id')).select('o.naam').where('d.organisatie_id', '=', organisatieId).where('d.id', '=', dossierId).executeTakeFirst(),
    trx.selectFrom('locatie').select('naam').where('organisatie_id', '=', organisatieId).execute(),
  ]);
  // A ban has to say which building; a department that is called like it tells no more than that.
  const gebouwen = new Set(locaties.map((l) => l.naam.toLowerCase()));
  const uit: Verborgen[] = [];
  const zet = (tekst: string | null | undefined, wat: Verborgen['wat']): void => void (tekst && uit.push({ tekst, wat }));
  for (const c of [...collegas, ...gevraagden]) {
    uit.push(...naamdelen(c.naam ?? ('buiten' in c ? c.buiten : '')));
    zet(c.personeelsnummer, 'gegeven');
    zet(c.email, 'gegeven');
    zet(c.functie, 'functie');
    if (!gebouwen.has(c.onderdeel?.toLowerCase() ?? '')) zet(c.onderdeel, 'onderdeel');
  }
  if (!gebouwen.has(dossier?.naam.toLowerCase() ?? '')) zet(dossier?.naam, 'onderdeel');
  return [...new Map(uit.map((v) => [`${v.wat} ${v.tekst.toLowerCase()}`, v])).values()];
}

/** Refuses, at its field, every text for a citizen in which a colleague of the dossier can be recognised. */
export async function zonderHerkenbaars(ctx: Lezend, dossierId: Id, teksten: Readonly<Record<string, string>>): Promise<void> {
  const verborgen = await verborgenIn(ctx, dossierId);
  const velden = Object.entries(teksten).flatMap(([veld, tekst]) => {
    const gevonden = vindVerborgen(tekst, verborgen);
    return gevonden.length === 0 ? [] : [{ veld, tekst: bezwaar(gevonden) }];
  });
  if (velden.length > 0) throw fout('invoer.ongeldig', { velden });
}
