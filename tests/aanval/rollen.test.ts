import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId } from '../../src/kern/ids.ts';
import type { Mens } from '../hulp/organisatie.ts';
import { betrokken, merkwoord, soorten, zetDoelwitten, type Doelwitten, type Soort } from './doelwitten.ts';
import { formulierenOp, wandel } from './formulieren.ts';
import { afdruk, alleMensen, maakSessie, maakVeld, metVelen, tabellen, zonderWissel, type Aanvaller, type Antwoord, type Veld } from './opzet.ts';
import { alleWegen, delen, ingevuld, OPENBAAR, overDossier, RARE_IDS, tabelVan, voorraad, type Idvoorraad, type Weg } from './wegen.ts';

let veld: Veld;
let wegen: Weg[];
let hier: Doelwitten;
let elders: Doelwitten;
const ids = {} as Record<Soort, Idvoorraad>;
const vreemdeIds = {} as Record<Soort, Idvoorraad>;
const mensen = {} as Record<Mens, Aanvaller>;
/** Fields of a form by the way it is sent, as they stood on a page that somebody may see. */
const velden = new Map<string, [string, string][]>();
let geprobeerd = 0;

beforeAll(async () => {
  veld = await maakVeld();
  const { d, deuren, eigen, ander } = veld;
  hier = await zetDoelwitten(d.database, deuren, eigen);
  elders = await zetDoelwitten(d.database, deuren, ander);
  wegen = alleWegen(d);
  for (const org of [eigen, ander]) {
    await maakSessie(d, org, 'samira');
    await d.database.migratie.insertInto('onderbroken').values({ organisatie_id: org.id, id: nieuwId(), medewerker_id: org.mens.samira, pad: '/vandaag', velden: { tekst: merkwoord.politiek }, op: d.klok() }).execute();
  }
  for (const soort of soorten) {
    ids[soort] = { ...(await voorraad(d, eigen.id, hier[soort])), medewerker: await overkwam(hier[soort]) };
    vreemdeIds[soort] = await voorraad(d, ander.id, elders[soort]);
  }
  for (const wie of alleMensen) mensen[wie] = await veld.als(wie);
  await leerFormulieren();
});
afterAll(async () => {
  console.info(`aanval/rollen: ${geprobeerd} verzoeken op ${wegen?.length} wegen`);
  await veld?.d.stop();
});

async function overkwam(dossierId: string): Promise<string> {
  const rij = await veld.d.database.migratie.selectFrom('betrokkene').select('medewerker_id').where('dossier_id', '=', dossierId).where('rol', '=', 'slachtoffer').executeTakeFirstOrThrow();
  return rij.medewerker_id ?? '';
}

/** Looks at every page of those who may see something, and keeps the forms that stand there. */
async function leerFormulieren(): Promise<void> {
  await metVelen(['samira', 'joost', 'karin', 'adviseur', 'griffier', 'raadslid', 'opvang', 'beheerder'] as const, async (wie) => {
    const begin = wegen.filter((w) => w.methode === 'GET' && !w.pad.startsWith('/middelen')).flatMap((w) => (overDossier(w) ? [...ingevuld(w, ids.gewoon), ...ingevuld(w, ids.politiek)] : delen(w.pad).length === 0 ? [w.pad] : []));
    for (const html of (await wandel(mensen[wie], begin, { meest: 160, perSoort: 3 })).values()) {
      for (const f of formulierenOp(html)) {
        const weg = wegen.find((w) => w.methode === 'POST' && past(w.pad, f.actie));
        if (weg && (velden.get(weg.pad)?.length ?? -1) < f.velden.length) velden.set(weg.pad, f.velden);
      }
    }
  });
}

const past = (patroon: string, pad: string): boolean => new RegExp(`^${patroon.replace(/:\w+/g, '[^/]+')}$`).test(pad.replace(/\?.*/, ''));

async function probeer(wie: Aanvaller, weg: Weg, pad: string, opties: { csrf?: boolean; extra?: [string, string][] } = {}): Promise<Antwoord> {
  geprobeerd += 1;
  const uit = weg.methode === 'GET' ? await wie.haal(pad) : await wie.stuur(pad, [...(velden.get(weg.pad) ?? []), ...(opties.extra ?? [])], { csrf: opties.csrf ?? true });
  if (uit.status >= 500) expect.fail(`${wie.naam}: ${weg.methode} ${pad} antwoordt ${uit.status}`);
  return uit;
}

const geweigerd = async (): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from journaal where resultaat = 'geweigerd'`.execute(veld.d.database.migratie);
  return rows[0]?.n ?? 0;
};
/** Fields that point at something, with ids of a table put in. */
const metIds = (van: Idvoorraad): [string, string][] =>
  ['id', 'medewerker', 'voor', 'aan', 'doel', 'termijn', 'betrokkene', 'hulp', 'bestand', 'locatie', 'locatie_id', 'onderdeel', 'onderdeel_id', 'vormen', 'concept', 'functie_id', 'ouder_id', 'leidinggevende_id']
    .flatMap((naam) => { const w = van[naam === 'id' ? 'dossier' : (tabelVan(naam) ?? '')]; return w === undefined ? [] : [[naam, w] as [string, string]]; });

describe('a stranger', () => {
  it('is turned away from every way in that is not on the list, and reads nothing there', async () => {
    const voor = await afdruk(veld.d);
    expect(wegen.length).toBeGreaterThan(40);
    for (const weg of wegen.filter((w) => OPENBAAR[`${w.methode} ${w.pad}`] === undefined)) {
      for (const pad of ingevuld(weg, ids.gewoon)) {
        const uit = await probeer(veld.vreemde, weg, pad);
        expect([303, 401, 403], `${weg.methode} ${pad}`).toContain(uit.status);
        if (uit.status === 303) expect(uit.naar, pad).toMatch(/^\/aanmelden(\?|$)/);
        for (const woord of Object.values(merkwoord)) expect(uit.tekst).not.toContain(woord);
        // For programs: a code, not a way to a page.
        const kaal = await veld.vreemde.vraag(pad, { method: weg.methode, headers: { accept: 'application/json' } });
        expect([401, 403], `${weg.methode} ${pad}`).toContain(kaal.status);
      }
    }
    expect(await afdruk(veld.d)).toEqual(voor);
  });

  it('finds on the open ways nothing of a dossier or of what mail is about', async () => {
    for (const weg of wegen.filter((w) => w.methode === 'GET' && OPENBAAR[`GET ${w.pad}`] !== undefined)) {
      for (const pad of ingevuld(weg, ids.gewoon)) for (const woord of Object.values(merkwoord)) expect((await probeer(veld.vreemde, weg, pad)).tekst).not.toContain(woord);
    }
  });
});

describe('the list of open ways', () => {
  it('names only ways that exist', () => {
    const bestaand = new Set(wegen.map((w) => `${w.methode} ${w.pad}`));
    expect(Object.keys(OPENBAAR).filter((w) => !bestaand.has(w))).toEqual([]);
  });
});

describe('a colleague', () => {
  it('gets of a dossier out of reach exactly what he gets of one that does not exist, and writes nothing', async () => {
    const voor = await afdruk(veld.d);
    const [weigeringen, begin] = [await geweigerd(), geprobeerd];
    const gevallen: { wie: Mens; weg: Weg; soort: Soort; ids: Idvoorraad }[] = [];
    for (const weg of wegen.filter(overDossier)) {
      for (const wie of alleMensen) {
        for (const soort of soorten) {
          if (!betrokken[soort].includes(wie)) gevallen.push({ wie, weg, soort, ids: ids[soort] });
          if (soort === 'gewoon' || soort === 'politiek') gevallen.push({ wie, weg, soort, ids: vreemdeIds[soort] });
        }
      }
    }
    const vanNiets = new Map<string, Promise<Antwoord>>();
    const niets = (wie: Mens, weg: Weg): Promise<Antwoord> => {
      const sleutel = `${wie} ${weg.methode} ${weg.pad}`;
      const bekend = vanNiets.get(sleutel) ?? probeer(mensen[wie], weg, ingevuld(weg, ids.gewoon, { id: nieuwId() })[0] ?? '');
      vanNiets.set(sleutel, bekend);
      return bekend;
    };
    await metVelen(gevallen, async ({ wie, weg, soort, ids: van }) => {
      for (const pad of ingevuld(weg, van)) {
        const [uit, leeg] = [await probeer(mensen[wie], weg, pad), await niets(wie, weg)];
        if (uit.status !== leeg.status || zonderWissel(uit.tekst) !== zonderWissel(leeg.tekst)) expect.fail(`${wie}: ${weg.methode} ${weg.pad} zegt ${uit.status}, en ${leeg.status} als het dossier niet bestaat`);
        expect([404, 422], `${wie}: ${weg.methode} ${weg.pad}`).toContain(uit.status);
        expect([...uit.koppen.keys()].toSorted()).toEqual([...leeg.koppen.keys()].toSorted());
        if (weg.methode === 'POST' && soort === 'politiek') expect((await probeer(mensen[wie], weg, pad, { csrf: false })).status).toBe(403);
      }
    });
    expect(await afdruk(veld.d)).toEqual(voor);
    expect(gevallen.length).toBeGreaterThan(3_000);
    // Each request with an id that could have been one leaves a line, except where the form itself was not right.
    expect((await geweigerd()) - weigeringen).toBeGreaterThan((geprobeerd - begin) / 2);
  });

  it('gets of what hangs on another dossier what he gets of nothing, also with a dossier of his own in front', async () => {
    const genest = wegen.filter((w) => overDossier(w) && delen(w.pad).length > 1);
    expect(genest.length).toBeGreaterThan(8);
    for (const wie of ['adviseur', 'karin', 'samira', 'joost', 'opvang'] as const) {
      for (const weg of genest) {
        for (const vreemd of [ids.politiek, vreemdeIds.gewoon]) {
          const tweede = delen(weg.pad)[1] ?? '';
          const tabel = tabelVan(tweede, weg);
          if (tabel === undefined || vreemd[tabel] === undefined) continue;
          const [pad, niets] = [ingevuld(weg, ids.gewoon, { [tweede]: vreemd[tabel] })[0] ?? '', ingevuld(weg, ids.gewoon, { [tweede]: nieuwId() })[0] ?? ''];
          const [uit, leeg] = [await probeer(mensen[wie], weg, pad), await probeer(mensen[wie], weg, niets)];
          expect([uit.status, zonderWissel(uit.tekst).replaceAll(vreemd[tabel], '')], `${wie} ${weg.pad}`).toEqual([leeg.status, zonderWissel(leeg.tekst).replaceAll(niets.split('/').find((x) => x.length === 36 && x !== hier.gewoon) ?? '', '')]);
          expect(uit.status).toBeGreaterThanOrEqual(400);
        }
      }
    }
  });

  it('finds nothing behind the id of what is another colleague’s own, or of another organisation', async () => {
    const voor = await afdruk(veld.d);
    for (const weg of wegen.filter((w) => !overDossier(w) && delen(w.pad).length > 0 && OPENBAAR[`${w.methode} ${w.pad}`] === undefined)) {
      for (const wie of alleMensen.filter((m) => m !== 'samira')) {
        const vreemd = { ...(await voorraad(veld.d, veld.ander.id)) };
        const eigenVanSamira = { sessie: (await nieuwste('sessie', veld.eigen.mens.samira)), onderbroken: await nieuwste('onderbroken', veld.eigen.mens.samira) };
        const tabel = tabelVan('id', weg);
        const proeven = [...ingevuld(weg, vreemd), ...(tabel === 'sessie' || tabel === 'onderbroken' ? ingevuld(weg, eigenVanSamira) : [])];
        for (const pad of proeven) expect((await probeer(mensen[wie], weg, pad)).status, `${wie}: ${weg.methode} ${pad}`).toBe(404);
      }
    }
    expect(await afdruk(veld.d)).toEqual(voor);
  });

  it('gets "not found" for everything that is no id at all', async () => {
    for (const weg of wegen.filter((w) => delen(w.pad).length > 0)) {
      for (const raar of RARE_IDS) {
        const pad = weg.pad.replace(/:\w+/g, raar);
        expect((await probeer(mensen.adviseurPolitiek, weg, pad)).status, `${weg.methode} ${pad.slice(0, 80)}`).toBe(404);
        expect((await probeer(mensen.beheerder, weg, pad)).status, `${weg.methode} ${pad.slice(0, 80)}`).toBe(404);
      }
    }
  });

  async function nieuwste(tabel: 'sessie' | 'onderbroken', wie: string): Promise<string> {
    return (await veld.d.database.migratie.selectFrom(tabel).select('id').where('medewerker_id', '=', wie).orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
  }
});

/** Who tries the fields: one of each kind of relation. */
const ONTDEKKERS = { gewoon: ['samira', 'karin', 'adviseur'], politiek: ['raadslid', 'griffier'] } as const;

describe('ids in fields', () => {
  it('of another organisation change nothing there and get into no row here', async () => {
    const { eigen, ander } = veld;
    const voor = await vanOrganisatie(ander.id);
    const vreemd = [...new Set(soorten.flatMap((s) => Object.values(vreemdeIds[s])))].filter((id) => id !== ander.id);
    let gelukt = 0;
    const gevallen = wegen.filter((w) => w.methode === 'POST' && OPENBAAR[`POST ${w.pad}`] === undefined && w.pad !== '/uitloggen').flatMap((weg) =>
      (['gewoon', 'politiek'] as const).flatMap((soort) => [...ONTDEKKERS[soort], 'beheerder' as const].flatMap((wie) =>
        ingevuld(weg, overDossier(weg) ? ids[soort] : vreemdeIds[soort]).flatMap((pad) => metIds(vreemdeIds[soort]).map((metVreemd) => ({ weg, wie, pad, metVreemd }))))));
    await metVelen(gevallen, async ({ weg, wie, pad, metVreemd }) => {
      const rest = (velden.get(weg.pad) ?? []).filter(([naam]) => naam !== metVreemd[0] && naam !== 'medewerker_naam');
      geprobeerd += 1;
      const uit = await mensen[wie].stuur(pad, [...rest, metVreemd]);
      if (uit.status >= 500) expect.fail(`${wie}: POST ${weg.pad} met ${metVreemd[0]} van elders antwoordt ${uit.status}`);
      if (uit.status < 400) gelukt += 1;
    }, 4);
    // The same requests do succeed where the field is not read; otherwise this would prove nothing.
    expect(gelukt).toBeGreaterThan(20);
    expect(await vanOrganisatie(ander.id)).toEqual(voor);
    for (const [tabel, rijen] of Object.entries(await vanOrganisatie(eigen.id))) {
      if (tabel === 'journaal') continue;
      for (const id of vreemd) expect(rijen.includes(id), `${tabel} van ${eigen.slug} noemt ${id} van ${ander.slug}`).toBe(false);
    }
  });

  async function vanOrganisatie(organisatieId: string): Promise<Record<string, string>> {
    const uit: Record<string, string> = {};
    for (const naam of await tabellen(veld.d)) uit[naam] = (await sql<{ t: string | null }>`select string_agg(t::text, '|' order by t::text) as t from ${sql.table(naam)} t where organisatie_id = ${organisatieId}`.execute(veld.d.database.migratie)).rows[0]?.t ?? '';
    return uit;
  }
});
