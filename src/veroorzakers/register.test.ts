import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakTestDatabase, type TestDatabase } from '../../tests/hulp/database.ts';
import { maakProef, type Proef } from '../../tests/hulp/veroorzakers.ts';
import type { Id } from '../kern/ids.ts';
import { telsleutels } from '../herkennen/index.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { vanRecords } from './herken.ts';
import { groepen } from './lezen.ts';
import { beslisOverPersonen, haalUitElkaar, persoonbeeld, wijzigPersoon, zoekPersonen } from './personen.ts';

let database: TestDatabase;
let p: Proef;
let elders: Proef;

beforeAll(async () => {
  database = await maakTestDatabase();
  [p, elders] = [await maakProef(database), await maakProef(database)];
});
afterAll(() => database?.opruimen());

const versie = async (id: Id): Promise<string> => String((await database.migratie.selectFrom('persoon').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie);

async function tellingen(org: Id): Promise<Record<string, number>> {
  const rijen = await database.migratie.selectFrom('naamtelling').select(['compartiment', 'sleutel', 'aantal']).where('organisatie_id', '=', org).execute();
  return Object.fromEntries(rijen.map((r) => [`${r.compartiment} ${r.sleutel}`, r.aantal]));
}

/** The oracle: every person of the organisation read again, and those who count added up. */
async function opnieuwGeteld(org: Id): Promise<Record<string, number>> {
  const uit: Record<string, number> = {};
  const hoofden = await database.migratie.selectFrom('persoon').select('groep_id').distinct().where('organisatie_id', '=', org).execute();
  const alle = await groepen({ trx: database.migratie as never, organisatieId: org }, hoofden.map((h) => h.groep_id));
  for (const { hoofd } of alle.values()) {
    if (hoofd.gewist_op !== null || hoofd.beperkt_op !== null) continue;
    for (const s of ['#', ...(hoofd.medewerker_id === null ? telsleutels(vanRecords([hoofd])) : [])]) uit[`${hoofd.compartiment} ${s}`] = (uit[`${hoofd.compartiment} ${s}`] ?? 0) + 1;
  }
  return uit;
}

describe('the counts of a register', () => {
  it('are after any acts what counting anew gives, in each organisation and compartment apart', async () => {
    const NAMEN = ['Jansen', 'Janssen', 'El Amrani', 'Quispel', 'Bakker-Visser'];
    const ids: Id[] = [];
    for (let i = 0; i < 4; i++) ids.push((await p.persoon({ voornamen: i % 2 === 0 ? 'Jan' : 'Fatima', geslachtsnaam: NAMEN[i], geboren: i === 3 ? '1-1-1970' : '7-3-1984' })).persoon);
    await p.persoon({ voornamen: 'Jan', geslachtsnaam: 'Jansen', geboren: '7-3-1984' }, 'raadslid');
    await elders.persoon({ voornamen: 'Jan', geslachtsnaam: 'Jansen' });
    const ander = await tellingen(elders.org.id);
    const daden = fc.array(fc.tuple(fc.constantFrom('samen', 'samen', 'los', 'los', 'wijzig', 'beperk', 'vrij'), fc.nat(3), fc.nat(3), fc.nat(4)), { minLength: 5, maxLength: 10 });
    let gelukt = 0;
    await fc.assert(fc.asyncProperty(daden, async (reeks) => {
      await database.migratie.updateTable('persoon').set({ beperkt_op: null }).where('id', 'in', ids).execute();
      for (const [daad, i, j, naam] of reeks) {
        const [a = '', b = ''] = [ids[i], ids[j]];
        const adviseur = await p.als('adviseur');
        const { groep } = await p.deuren.vraag(persoonbeeld, { id: a }, adviseur);
        if (daad === 'beperk' || daad === 'vrij') await database.migratie.updateTable('persoon').set({ beperkt_op: daad === 'beperk' ? p.deuren.nu() : null }).where('id', 'in', groep.records.map((r) => r.id)).execute();
        else if (groep.hoofd.beperkt_op !== null) continue;
        else if (daad === 'wijzig') await p.deuren.voer(wijzigPersoon, { id: a, versie: await versie(a), soort: 'bekend', voornamen: 'Jan', geslachtsnaam: NAMEN[naam], geboren: '2-2-1982', reden: 'Zo heet hij.' }, adviseur);
        else if (daad === 'los') await p.deuren.voer(haalUitElkaar, { id: groep.id, record: groep.records.at(-1)?.id, versie: String(groep.hoofd.versie), reden: 'Toch niet.', niet_dezelfde: '' }, adviseur).then(() => { gelukt++; }).catch((e: { code?: string }) => expect(e.code).toBe('conflict.toestand'));
        else {
          const { groep: ander } = await p.deuren.vraag(persoonbeeld, { id: b }, adviseur);
          await p.deuren.voer(beslisOverPersonen, { id: groep.id, ander: ander.id, versie: String(groep.hoofd.versie), versie_ander: String(ander.hoofd.versie), uitkomst: 'dezelfde', reden: 'Zelfde paspoort.' }, adviseur).then(() => { gelukt++; }).catch((e: { code?: string }) => expect(e.code).toMatch(/^conflict\./));
        }
      }
      expect(await tellingen(p.org.id)).toEqual(await opnieuwGeteld(p.org.id));
    }), { numRuns: 12 });
    expect(gelukt).toBeGreaterThan(5);
    expect(await tellingen(elders.org.id)).toEqual(ander);
    expect((await tellingen(p.org.id))['politiek a=jansen']).toBe(1);
  }, 60_000);

  it('hold no name of who was erased, and none of a colleague', async () => {
    const { persoon } = await p.persoon({ voornamen: 'Zwaantje', geslachtsnaam: 'Wybenga', geboren: '3-4-1961' });
    expect(Object.keys(await tellingen(p.org.id)).filter((s) => /wybenga|zwaantje/.test(s)).length).toBe(2);
    await database.migratie.updateTable('persoon').set({ medewerker_id: p.org.mens.milan }).where('id', '=', persoon).execute();
    expect(Object.keys(await tellingen(p.org.id)).filter((s) => /wybenga|zwaantje/.test(s))).toEqual([]);
    await database.migratie.updateTable('persoon').set({ medewerker_id: null }).where('id', '=', persoon).execute();
    await database.migratie.updateTable('persoon').set({ gewist_op: p.deuren.nu(), sleutels: [] }).where('id', '=', persoon).execute();
    expect(Object.keys(await tellingen(p.org.id)).filter((s) => /wybenga|zwaantje/.test(s))).toEqual([]);
    expect(await database.migratie.selectFrom('persoon').select('telling').where('id', '=', persoon).execute()).toEqual([{ telling: [] }]);
  });

  it('are read by the application and never written by it, and only those of its organisation', async () => {
    const rijen = await metOrganisatie(database.app, elders.org.id, (trx) => trx.selectFrom('naamtelling').select('organisatie_id').distinct().execute());
    expect(rijen).toEqual([{ organisatie_id: elders.org.id }]);
    for (const opdracht of [sql`update naamtelling set aantal = 9`, sql`delete from naamtelling`, sql`insert into naamtelling values (${elders.org.id}, 'ambtelijk', 'a=x', 5)`]) {
      await expect(metOrganisatie(database.app, elders.org.id, (trx) => opdracht.execute(trx))).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('make a name weigh what it weighs there: what is frequent in one register is rare in another', async () => {
    const zelfde = { voornamen: 'Wolbert', geslachtsnaam: 'Oosterling', geboren: '5-6-1977' };
    await p.persoon(zelfde);
    await elders.persoon(zelfde);
    // As if half a million others were registered in one of the two, one in a hundred of them with this name.
    const vaak = Object.entries({ n: 500_000, '#': 500_000 });
    const { telling } = await database.migratie.selectFrom('persoon').select('telling').where('organisatie_id', '=', p.org.id).where(sql<boolean>`'a=oosterling' = any (telling)`).executeTakeFirstOrThrow();
    for (const [sleutel, aantal] of [...vaak, ...telling.filter((s) => s.startsWith('a')).map((s) => [s, 5_000] as const)]) {
      await sql`insert into naamtelling values (${p.org.id}, 'ambtelijk', ${sleutel}, ${aantal}) on conflict (organisatie_id, compartiment, sleutel) do update set aantal = ${aantal}`.execute(database.migratie);
    }
    const bits = async (proef: Proef): Promise<number> => {
      const { gevonden } = await proef.deuren.voer(zoekPersonen, { compartiment: 'ambtelijk', doel: 'melding', ...zelfde }, await proef.als('adviseur'));
      return gevonden[0]?.uitslag.redenen.find((r) => r.veld === 'achternaam')?.bits ?? Number.NaN;
    };
    // One in a hundred is worth about 6.6 bits; nobody else has it, about 16.
    expect(await bits(p)).toBeCloseTo(Math.log2(0.9 / 0.0096), 0);
    expect(await bits(elders)).toBeGreaterThan(14);
  });

  it('do not count who is compared: two records of one rare name weigh as if nobody else had it', async () => {
    const zeldzaam = { voornamen: 'Tjitske', geslachtsnaam: 'Kloosterziel', geboren: '6-7-1949' };
    const bits = async (id: Id): Promise<number[]> => (await elders.deuren.vraag(persoonbeeld, { id }, await elders.als('adviseur'))).kandidaten.map((k) => k.uitslag.redenen.find((r) => r.veld === 'achternaam')?.bits ?? Number.NaN);
    const een = (await elders.persoon(zeldzaam)).persoon;
    await elders.persoon(zeldzaam);
    const [samen] = await bits(een);
    expect(samen).toBeCloseTo(Math.log2(0.9 / 1.5e-5), 1);
    // A third of that name is someone else, and makes it less rare.
    await elders.persoon(zeldzaam);
    expect((await bits(een))[0]).toBeLessThan((samen ?? 0) - 1);
  });
});
