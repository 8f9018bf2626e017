import { aannames, Frequentieteller, Zoekindex } from '../../herkennen/index.ts';
import { Opdrachtfout, type Omstandigheden } from '../omstandigheden.ts';
import { openCsv, type Csvstroom } from './csvstroom.ts';
import { heeftNaam, kolomVan, leesPersoon, type Kolom } from './kolommen.ts';
import { alsRedenen, alsScore, Foutenlijst, Uitvoer } from './uitvoer.ts';

const MEEST_TREFFERS = 100;

/** `rugdekking herken zoek`: for every question the persons of the register who may be meant, best first. The register is held in memory only. */
export async function herkenZoek(o: Omstandigheden, opties: { register: string; vragen: string; uit?: string; hoogstens: string }): Promise<void> {
  const hoogstens = Number(opties.hoogstens);
  if (!Number.isInteger(hoogstens) || hoogstens < 1 || hoogstens > MEEST_TREFFERS) throw new Opdrachtfout(`--hoogstens is een getal van 1 tot en met ${MEEST_TREFFERS}.`);
  const fouten = new Foutenlijst(o);
  const index = new Zoekindex<string>();
  const teller = new Frequentieteller();
  const register = await openCsv(opties.register, (kop) => kolomVan(kop) !== null);
  const registerkolommen = kolommen(register, opties.register);
  for await (const { rij, cellen } of register.rijen((r, waarom) => fouten.meld(opties.register, r, waarom))) {
    const persoon = leesPersoon(registerkolommen.plaatsen, cellen);
    if (!heeftNaam(persoon)) {
      fouten.meld(opties.register, rij, 'de naam is leeg');
      continue;
    }
    teller.neem(persoon);
    index.voeg(cellen[registerkolommen.id]?.trim() || String(rij), persoon);
  }
  o.meld(`${index.aantal} personen in het register.`);
  const vragen = await openCsv(opties.vragen, (kop) => kolomVan(kop) !== null);
  const vraagkolommen = kolommen(vragen, opties.vragen);
  const uitvoer = new Uitvoer(o, opties.uit, vragen.scheidingsteken);
  const context = { aanname: aannames.incident(index.aantal), frequenties: teller.klaar() };
  await uitvoer.rij(['vraag', 'rang', 'id', 'score', 'band', 'redenen']);
  let aantal = 0;
  for await (const { rij, cellen } of vragen.rijen((r, waarom) => fouten.meld(opties.vragen, r, waarom))) {
    const vraag = leesPersoon(vraagkolommen.plaatsen, cellen);
    const id = cellen[vraagkolommen.id]?.trim() || String(rij);
    if (!heeftNaam(vraag) && vraag.geboortedatum === null && (vraag.telefoons ?? []).length === 0 && (vraag.adressen ?? []).length === 0) {
      fouten.meld(opties.vragen, rij, 'er staat niets in waarmee we kunnen zoeken');
      continue;
    }
    const treffers = index.zoek(vraag, context, hoogstens);
    if (treffers.length === 0) await uitvoer.rij([id, '0', '', alsScore(0), 'geen', 'niemand gevonden']);
    for (const [i, t] of treffers.entries()) await uitvoer.rij([id, String(i + 1), t.kandidaat, alsScore(t.kans), t.band, alsRedenen(t)]);
    aantal++;
  }
  await uitvoer.klaar();
  o.meld(`${aantal} vragen beantwoord, ${fouten.aantal} rijen overgeslagen.`);
}

/** Which column holds what; without a column id the number of the row is the id. */
function kolommen(csv: Csvstroom, pad: string): { plaatsen: (Kolom | null)[]; id: number } {
  const plaatsen = csv.koppen.map((kop) => kolomVan(kop)?.kolom ?? null);
  if (!plaatsen.some((k) => k === 'naam' || k === 'geslachtsnaam')) throw new Opdrachtfout(`In ${pad} ontbreekt de kolom naam of geslachtsnaam.`);
  return { plaatsen, id: plaatsen.indexOf('id') };
}
