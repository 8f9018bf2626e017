import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startIngebed } from '../../src/platform/database/ingebed.ts';
import { maakDatabase } from '../../src/platform/database/index.ts';
import { migreer, vindMigraties } from '../../src/platform/database/migraties.ts';
import type { Wie } from '../../src/platform/deuren/index.ts';
import { installeerWachtrij } from '../../src/platform/wachtrij/installatie.ts';
import { maakControle } from '../../src/signalering/handelingen/controle.ts';
import { maakKoppeling } from '../../src/signalering/handelingen/koppeling.ts';
import { maakSignaalhandelingen, maakSignaleringmiddelen } from '../../src/signalering/index.ts';
import { nieuweSleutel } from '../../src/signalering/webhook/geheim.ts';
import { zoekPersonen } from '../../src/veroorzakers/personen.ts';
import { maakProef } from '../../tests/hulp/veroorzakers.ts';
import { Kans } from '../herkennen/kans.ts';
import type { Meting } from './meting.ts';

const BRON = path.resolve(import.meta.dirname, '../../src');
/** Persons with a signal whom the asker may not know, and as many whom he may. */
const PERSONEN = 150;
/** A difference smaller than this share of the pairs tells nobody anything in practice. */
const GRENS = 0.05;

interface Gevraagde {
  voornamen: string;
  geslachtsnaam: string;
  geboren: string;
  postcode: string;
  huisnummer: string;
}

/** Names of one shape, so that only whether he exists differs: no name is shorter, rarer or known to the register. */
function verzin(kans: Kans): Gevraagde {
  const lettergreep = (): string => kans.kies([...'bdfgklmnprstvz']) + kans.kies(['a', 'e', 'i', 'o', 'u']);
  const woord = (n: number): string => Array.from({ length: n }, lettergreep).join('').replace(/^./, (l) => l.toUpperCase());
  return { voornamen: woord(3), geslachtsnaam: `${woord(5)}nk`, geboren: `${1 + kans.onder(28)}-${1 + kans.onder(12)}-${1940 + kans.onder(60)}`, postcode: `${1000 + kans.onder(8999)} ${kans.kies(['AB', 'KL', 'XZ'])}`, huisnummer: String(1 + kans.onder(200)) };
}

/**
 * Whether the time of an answer tells that someone exists whom the asker may not know. Pairs of a question about him and one about nobody, in an order
 * left to chance; how often the first takes longer is then one half. tests/aanval/tijd.test.ts shows why: the same statements and rows.
 */
export async function meetTijd({ paren, zaad, meld }: { paren: number; zaad: number; meld(tekst: string): void }): Promise<Meting[]> {
  const kans = new Kans(zaad, 910);
  const map = await mkdtemp(path.join(tmpdir(), 'rd-tijd-'));
  await chmod(map, 0o755);
  const server = await startIngebed({ gegevensmap: map });
  const [migratie, app] = [maakDatabase({ ...server.verbindingen.migratie, database: 'rugdekking' }), maakDatabase({ ...server.verbindingen.app, database: 'rugdekking' })];
  try {
    await migreer(server.verbindingen.migratie, await vindMigraties(BRON));
    await installeerWachtrij(server.verbindingen.migratie);
    const p = await maakProef({ app: app.db, migratie: migratie.db });
    const middelen = maakSignaleringmiddelen([randomBytes(32)]);
    const { maakSignaal } = maakSignaalhandelingen(middelen);
    meld(`${2 * PERSONEN} personen met een signaal`);
    const geheim: Gevraagde[] = [];
    for (let i = 0; i < 2 * PERSONEN; i += 1) {
      const g = verzin(kans);
      const politiek = i % 2 === 0;
      const d = await p.persoon({ ...g, straat: 'Straat', woonplaats: 'Plaats' }, politiek ? 'raadslid' : 'samira');
      await migratie.db.updateTable('dossier').set({ ernst: 'ernstig' }).where('id', '=', d.dossier).execute();
      await p.deuren.voer(maakSignaal, { id: d.dossier, waarop: 'persoon', betrokkene: d.betrokkene, grond: 'incident', reden: 'bedreiging', instructies: ['met_zijn_tweeen'], toelichting: '', einddatum: '23-05-2027', herzien_op: '23-02-2027', burger: 'inlichten' }, await p.als(politiek ? 'griffier' : 'adviseur'));
      if (politiek) geheim.push(g);
    }
    // As many of nobody, asked about as often: what is kept in memory of a name is the same for both.
    const niemand = geheim.map(() => verzin(kans));
    const { hash, begin } = nieuweSleutel();
    const { id } = await p.deuren.voer(maakKoppeling, { naam: 'Proef', doelen: ['huisbezoek'], dagen: '365', per_minuut: '600', per_dag: '100000', hash, begin }, await p.als('beheerder'));
    const systeem: Wie = { actor: { id, organisatieId: p.org.id, rollen: [{ rol: 'klantcontact', compartiment: 'ambtelijk' }], leidt: [] }, herkomst: { kanaal: 'api', ip: '192.0.2.1', verzoekId: 'proef' } };
    const adviseur = await p.als('adviseur');
    const controle = maakControle(middelen, 'koppeling');
    const uit: Meting[] = [];
    for (const [naam, vraag] of [
      ['controle vooraf', (g: Gevraagde) => p.deuren.voer(controle, { doel: 'huisbezoek', naam: `${g.voornamen} ${g.geslachtsnaam}`, geboortedatum: g.geboren, postcode: g.postcode, huisnummer: g.huisnummer, toevoeging: '', telefoon: '' }, systeem)],
      ['personen zoeken', (g: Gevraagde) => p.deuren.voer(zoekPersonen, { compartiment: 'ambtelijk', doel: 'dubbel', ...g }, adviseur)],
    ] as const) {
      meld(`${naam}: ${paren} paren`);
      uit.push(rapport(naam, await meetParen(paren, kans, { geheim, niemand }, async (g) => void (await vraag(g)), () => p.deuren.klok.vooruit({ minutes: 10 }))));
    }
    return uit;
  } finally {
    await Promise.all([app.sluit(), migratie.sluit()]);
    await server.stop();
    await rm(map, { recursive: true, force: true });
  }
}

/** Milliseconds of each pair: about someone who exists, and about nobody. */
async function meetParen(paren: number, kans: Kans, { geheim, niemand }: { geheim: readonly Gevraagde[]; niemand: readonly Gevraagde[] }, vraag: (g: Gevraagde) => Promise<void>, verder: () => void): Promise<[bestaat: number, niemand: number][]> {
  const duur = async (g: Gevraagde): Promise<number> => {
    verder();
    const begin = performance.now();
    await vraag(g);
    return performance.now() - begin;
  };
  for (const g of [...geheim, ...niemand]) await duur(g);
  const uit: [number, number][] = [];
  for (let i = 0; i < paren; i += 1) {
    const [wel, niet] = [kans.kies(geheim), kans.kies(niemand)];
    if (kans.lukt(0.5)) uit.push([await duur(wel), await duur(niet)]);
    else {
      const eerst = await duur(niet);
      uit.push([await duur(wel), eerst]);
    }
  }
  return uit;
}

function rapport(naam: string, paren: readonly [number, number][]): Meting {
  const langer = paren.filter(([wel, niet]) => wel > niet).length / paren.length;
  // 99 % interval of a share (Wald, good for many pairs and a share about one half).
  const marge = 2.576 * Math.sqrt((langer * (1 - langer)) / paren.length);
  const midden = (l: readonly number[], q = 0.5): number => l.toSorted((a, b) => a - b)[Math.min(l.length - 1, Math.floor(q * l.length))] ?? 0;
  const [wel, niet] = [paren.map((x) => x[0]), paren.map((x) => x[1])];
  return {
    naam: `tijd: ${naam}`, verhouding: midden(wel) / midden(niet), per_s: null, p50_ms: midden(wel), p99_ms: midden(wel, 0.99), doel: `wie je niet mag kennen duurt even vaak langer als korter (0,5 ± ${GRENS})`,
    gehaald: Math.abs(langer - 0.5) - marge < 0 && Math.abs(langer - 0.5) < GRENS, paren: paren.length, langer, interval99: `${(langer - marge).toFixed(3)} tot ${(langer + marge).toFixed(3)}`, p50_niemand_ms: midden(niet), p50_verschil_ms: midden(paren.map(([a, b]) => a - b)),
  };
}
