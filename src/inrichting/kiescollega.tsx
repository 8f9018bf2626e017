import { sql } from 'kysely';
import { z } from 'zod';
import { veldfout, type Veldfout } from '../kern/fouten/index.ts';
import { isId } from '../kern/ids.ts';
import { idOfNiets, tekst } from '../kern/invoer.ts';
import { Keuzes, TekstVeld } from '../ontwerp/index.ts';
import { vraag, type Context } from '../platform/deuren/index.ts';
import { waarde, type Stand, type Verzoek } from '../platform/http/index.ts';
import { collega, type Collega } from './opzoeken.ts';

/**
 * Choosing a colleague out of hundreds, also without JavaScript: type a name or personnel number; one match is taken, more
 * come back as a choice. Fields `<veld>_naam` (typed) and `<veld>` (chosen id).
 */
export const collegaVelden = { medewerker: idOfNiets('Kies een collega uit de lijst.'), medewerker_naam: tekst({ max: 200 }) };

const MEEST = 8;

async function treffers({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, q: string) {
  return trx.selectFrom('medewerker as m').innerJoin('onderdeel as o', (j) => j.onRef('o.organisatie_id', '=', 'm.organisatie_id').onRef('o.id', '=', 'm.onderdeel_id'))
    .select(['m.id', 'm.naam', 'o.naam as onderdeel', 'm.personeelsnummer']).where('m.organisatie_id', '=', organisatieId).where('m.actief', '=', true)
    .where((eb) => eb.or([eb('m.personeelsnummer', '=', q), eb(sql`lower(m.naam)`, 'like', `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)]))
    .orderBy('m.achternaam').orderBy('m.voornaam').limit(MEEST + 1).execute();
}

/** Colleagues whose name or personnel number fits; at most eight, so that nobody can leaf through the whole organisation. */
export const zoekCollegas = vraag({
  naam: 'collega.zoeken',
  invoer: z.object({ q: tekst({ max: 200 }) }),
  haal: async (ctx) => (ctx.invoer.q.length < 2 ? [] : (await treffers(ctx, ctx.invoer.q)).slice(0, MEEST)),
});

/** The colleague that was chosen or typed; an error at the field says what to do when it is nobody, or more than one. */
export async function gekozenCollega(ctx: Pick<Context, 'trx' | 'organisatieId'>, invoer: { medewerker: string | null; medewerker_naam: string }): Promise<Collega> {
  if (invoer.medewerker !== null) {
    const gevonden = await collega(ctx, invoer.medewerker);
    if (!gevonden) throw veldfout('medewerker_naam', 'Deze collega is er niet (meer). Typ de naam opnieuw.');
    return gevonden;
  }
  if (invoer.medewerker_naam.length < 2) throw veldfout('medewerker_naam', 'Typ de naam of het personeelsnummer van de collega.');
  const lijst = await treffers(ctx, invoer.medewerker_naam);
  if (lijst.length === 0) throw veldfout('medewerker_naam', 'We vinden geen collega met deze naam. Controleer de spelling, of typ het personeelsnummer.');
  const een = lijst.length === 1 ? lijst[0] : lijst.find((m) => m.naam.toLowerCase() === invoer.medewerker_naam.toLowerCase() && lijst.filter((x) => x.naam === m.naam).length === 1);
  const gevonden = een && (await collega(ctx, een.id));
  if (!gevonden) throw veldfout('medewerker_naam', lijst.length > MEEST ? 'Er zijn veel collega’s met zo’n naam. Typ ook de achternaam.' : 'Er zijn meer collega’s met zo’n naam. Kies hieronder wie je bedoelt.');
  return gevonden;
}

/** The choices to show beside the field: only after something was typed that fits more than one. */
export async function collegaOpties(v: Verzoek, stand: Stand): Promise<{ waarde: string; label: string; uitleg: string }[]> {
  const q = waarde(stand.waarden, 'medewerker_naam');
  if (q === '' || !stand.fouten.some((f: Veldfout) => f.veld === 'medewerker_naam')) return [];
  return (await v.vraag(zoekCollegas, { q })).map((m) => ({ waarde: m.id, label: m.naam, uitleg: `${m.onderdeel}, ${m.personeelsnummer}` }));
}

/** The field itself. */
export function CollegaVeld({ label, stand, opties, verplicht, uitleg }: { label: string; stand: Stand; opties: readonly { waarde: string; label: string; uitleg: string }[]; verplicht?: boolean; uitleg?: string }) {
  const gekozen = waarde(stand.waarden, 'medewerker');
  return (
    <>
      <TekstVeld naam="medewerker_naam" label={label} verplicht={verplicht} waarde={waarde(stand.waarden, 'medewerker_naam')} uitleg={uitleg ?? 'Typ de naam of het personeelsnummer'} fout={stand.fouten.find((f) => f.veld === 'medewerker_naam')?.tekst} spelling={false} />
      {opties.length > 0 && <Keuzes naam="medewerker" label="Wie bedoel je?" opties={opties} waarde={isId(gekozen) ? gekozen : undefined} />}
    </>
  );
}
