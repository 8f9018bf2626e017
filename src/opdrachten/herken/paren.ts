import { aannames, vergelijk } from '../../herkennen/index.ts';
import { Opdrachtfout, type Omstandigheden } from '../omstandigheden.ts';
import { openCsv } from './csvstroom.ts';
import { heeftNaam, kolomVan, leesPersoon, type Kolom } from './kolommen.ts';
import { alsRedenen, alsScore, Foutenlijst, Uitvoer } from './uitvoer.ts';

/** `rugdekking herken paren`: every row two persons; the same row comes out with score, band and reasons. */
export async function herkenParen(o: Omstandigheden, pad: string, { uit }: { uit?: string }): Promise<void> {
  const csv = await openCsv(pad, (kop) => (kolomVan(kop)?.kant ?? 0) > 0);
  const kant = (k: 1 | 2): (Kolom | null)[] => csv.koppen.map((kop) => {
    const kolom = kolomVan(kop);
    return kolom?.kant === k ? kolom.kolom : null;
  });
  const [eerste, tweede] = [kant(1), kant(2)];
  if (!eerste.some(isNaam) || !tweede.some(isNaam)) throw new Opdrachtfout('De kolommen naam1 en naam2 (of delen daarvan, zoals geslachtsnaam1 en geslachtsnaam2) zijn nodig.');
  const fouten = new Foutenlijst(o);
  const uitvoer = new Uitvoer(o, uit, csv.scheidingsteken);
  await uitvoer.rij([...csv.koppen, 'rij', 'score', 'band', 'redenen']);
  let aantal = 0;
  for await (const { rij, cellen } of csv.rijen((r, waarom) => fouten.meld(pad, r, waarom))) {
    const [a, b] = [leesPersoon(eerste, cellen), leesPersoon(tweede, cellen)];
    if (!heeftNaam(a) || !heeftNaam(b)) {
      fouten.meld(pad, rij, 'een van de namen is leeg');
      continue;
    }
    const uitslag = vergelijk(a, b, { aanname: aannames.paar });
    await uitvoer.rij([...csv.koppen.map((_, i) => cellen[i] ?? ''), String(rij), alsScore(uitslag.kans), uitslag.band, alsRedenen(uitslag)]);
    aantal++;
  }
  await uitvoer.klaar();
  o.meld(`${aantal} paren vergeleken, ${fouten.aantal} rijen overgeslagen.`);
}

function isNaam(kolom: Kolom | null): boolean {
  return kolom === 'naam' || kolom === 'voornamen' || kolom === 'geslachtsnaam' || kolom === 'roepnaam';
}
