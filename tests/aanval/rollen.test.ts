import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId } from '../../src/kern/ids.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { betrokken, merkwoord, soorten, zetDoelwitten, type Doelwitten, type Soort } from './doelwitten.ts';
import { leerFormulieren, Proever } from './geleerd.ts';
import { afdruk, alleMensen, maakVeld, metVelen, zonderWissel, type Aanvaller, type Antwoord, type Veld } from './opzet.ts';
import { alleWegen, delen, ingevuld, OPENBAAR, overDossier, RARE_IDS, tabelVan, voorraad, type Idvoorraad, type Weg } from './wegen.ts';

let veld: Veld;
let wegen: Weg[];
let hier: Doelwitten;
let proever: Proever;
const ids = {} as Record<Soort, Idvoorraad>;
const vreemdeIds = {} as Record<Soort, Idvoorraad>;
const mensen = {} as Record<Mens, Aanvaller>;

beforeAll(async () => {
  veld = await maakVeld();
  const { d, deuren, eigen, ander } = veld;
  hier = await zetDoelwitten(d.database, deuren, eigen);
  const elders = await zetDoelwitten(d.database, deuren, ander);
  wegen = alleWegen(d);
  for (const soort of soorten) {
    ids[soort] = { ...(await voorraad(d, eigen.id, hier[soort])), medewerker: await overkwam(hier[soort]) };
    vreemdeIds[soort] = await voorraad(d, ander.id, elders[soort]);
  }
  for (const wie of alleMensen) mensen[wie] = await veld.als(wie);
  const { samira, joost, karin, adviseur, griffier, raadslid, opvang } = mensen;
  proever = new Proever(await leerFormulieren(wegen.filter(overDossier), { samira, joost, karin, adviseur, griffier, raadslid, opvang }, [ids.gewoon, ids.politiek]));
});
afterAll(async () => {
  console.info(`aanval/rollen: ${proever?.geprobeerd} verzoeken op ${wegen?.length} wegen`);
  await veld?.d.stop();
});

async function overkwam(dossierId: string): Promise<string> {
  const rij = await veld.d.database.migratie.selectFrom('betrokkene').select('medewerker_id').where('dossier_id', '=', dossierId).where('rol', '=', 'slachtoffer').executeTakeFirstOrThrow();
  return rij.medewerker_id ?? '';
}

const geweigerd = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from journaal where resultaat = 'geweigerd'`.execute(veld.d.database.migratie);
  return rows[0]?.n ?? 0;
};

describe('a stranger', () => {
  it('is turned away from every way in that is not on the list, and reads nothing there', async () => {
    const voor = await afdruk(veld.d);
    expect(wegen.length).toBeGreaterThan(40);
    for (const weg of wegen.filter((w) => OPENBAAR[`${w.methode} ${w.pad}`] === undefined)) {
      const pad = ingevuld(weg, ids.gewoon)[0] ?? '';
      const uit = await proever.probeer(veld.vreemde, weg, pad);
      expect([303, 401, 403], `${weg.methode} ${pad}`).toContain(uit.status);
      if (uit.status === 303) expect(uit.naar, pad).toMatch(/^\/aanmelden(\?|$)/);
      for (const woord of Object.values(merkwoord)) expect(uit.tekst).not.toContain(woord);
      // For programs: a code, not a way to a page.
      const kaal = await veld.vreemde.vraag(pad, { method: weg.methode, headers: { accept: 'application/json' } });
      expect([401, 403], `${weg.methode} ${pad}`).toContain(kaal.status);
    }
    expect(await afdruk(veld.d)).toEqual(voor);
  });

  it('finds on the open ways nothing of a dossier, and no names outside the demo', async () => {
    const namen = (await veld.d.database.migratie.selectFrom('medewerker').select('achternaam').execute()).map((m) => m.achternaam);
    for (const weg of wegen.filter((w) => w.methode === 'GET' && OPENBAAR[`GET ${w.pad}`] !== undefined)) {
      for (const pad of ingevuld(weg, ids.gewoon)) {
        const { tekst } = await proever.probeer(veld.vreemde, weg, pad);
        for (const woord of Object.values(merkwoord)) expect(tekst).not.toContain(woord);
        if (!pad.startsWith('/demo') && !pad.startsWith('/galerij')) for (const naam of namen) expect(tekst.includes(`${naam}<`), `${pad} noemt ${naam}`).toBe(false);
      }
    }
  });

  it('meets a list of open ways that names only what exists', () => {
    const bestaand = new Set(wegen.map((w) => `${w.methode} ${w.pad}`));
    expect(Object.keys(OPENBAAR).filter((w) => !bestaand.has(w))).toEqual([]);
  });
});

describe('a colleague', () => {
  it('gets of a dossier out of reach exactly what he gets of one that does not exist, and writes nothing', async () => {
    const voor = await afdruk(veld.d);
    const [weigeringen, begin] = [await geweigerd(), proever.geprobeerd];
    const gevallen: { wie: Mens; weg: Weg; soort: Soort; ids: Idvoorraad }[] = [];
    for (const weg of wegen.filter(overDossier)) {
      for (const wie of alleMensen) {
        for (const soort of soorten) {
          if (!betrokken[soort].includes(wie)) gevallen.push({ wie, weg, soort, ids: ids[soort] });
          if (soort === 'gewoon') gevallen.push({ wie, weg, soort, ids: vreemdeIds[soort] });
        }
      }
    }
    const vanNiets = new Map<string, Promise<Antwoord>>();
    const niets = (wie: Mens, weg: Weg, csrf: boolean): Promise<Antwoord> => {
      const sleutel = `${wie} ${weg.methode} ${weg.pad} ${csrf}`;
      const bekend = vanNiets.get(sleutel) ?? proever.probeer(mensen[wie], weg, ingevuld(weg, ids.gewoon, { id: nieuwId() })[0] ?? '', { csrf });
      vanNiets.set(sleutel, bekend);
      return bekend;
    };
    await metVelen(gevallen, async ({ wie, weg, soort, ids: van }) => {
      for (const pad of ingevuld(weg, van)) {
        for (const csrf of weg.methode === 'POST' && soort === 'politiek' ? [true, false] : [true]) {
          const [uit, leeg] = [await proever.probeer(mensen[wie], weg, pad, { csrf }), await niets(wie, weg, csrf)];
          if (uit.status !== leeg.status || zonderWissel(uit.tekst) !== zonderWissel(leeg.tekst)) expect.fail(`${wie}: ${weg.methode} ${weg.pad} zegt ${uit.status}, en ${leeg.status} als het dossier niet bestaat`);
          // 409: a button whose fields were wrong to begin with.
          expect(csrf ? [404, 409, 422] : [403, 404, 409, 422], `${wie}: ${weg.methode} ${weg.pad}`).toContain(uit.status);
          expect([...uit.koppen.keys()].toSorted()).toEqual([...leeg.koppen.keys()].toSorted());
        }
      }
    });
    expect(await afdruk(veld.d)).toEqual(voor);
    expect(gevallen.length).toBeGreaterThan(2_500);
    // Each request with an id that could have been one leaves a line, except where the form itself was not right.
    expect((await geweigerd()) - weigeringen).toBeGreaterThan((proever.geprobeerd - begin) / 2);
  }, 300_000);

  it('gets of what hangs on another dossier what he gets of nothing, also with a dossier of his own in front', async () => {
    const genest = wegen.filter((w) => overDossier(w) && delen(w.pad).length > 1);
    expect(genest.length).toBeGreaterThan(8);
    for (const wie of ['adviseur', 'karin', 'samira', 'joost', 'opvang'] as const) {
      for (const weg of genest) {
        for (const vreemd of [ids.politiek, vreemdeIds.gewoon]) {
          const tweede = delen(weg.pad)[1] ?? '';
          const tabel = tabelVan(tweede, weg);
          if (tabel === undefined || vreemd[tabel] === undefined) continue;
          const leegId = nieuwId();
          const [uit, leeg] = [await proever.probeer(mensen[wie], weg, ingevuld(weg, ids.gewoon, { [tweede]: vreemd[tabel] })[0] ?? ''), await proever.probeer(mensen[wie], weg, ingevuld(weg, ids.gewoon, { [tweede]: leegId })[0] ?? '')];
          expect([uit.status, zonderWissel(uit.tekst).replaceAll(vreemd[tabel], '')], `${wie} ${weg.pad}`).toEqual([leeg.status, zonderWissel(leeg.tekst).replaceAll(leegId, '')]);
          expect(uit.status, `${wie} ${weg.pad}`).toBeGreaterThanOrEqual(400);
        }
      }
    }
  }, 60_000);

  it('gets "not found" for everything that is no id at all', async () => {
    for (const weg of wegen.filter((w) => delen(w.pad).length > 0)) {
      await metVelen(RARE_IDS, async (raar) => {
        const pad = weg.pad.replace(/:\w+/g, raar);
        expect((await proever.probeer(mensen[overDossier(weg) ? 'adviseurPolitiek' : 'beheerder'], weg, pad)).status, `${weg.methode} ${pad.slice(0, 80)}`).toBe(404);
      });
    }
  }, 60_000);
});
