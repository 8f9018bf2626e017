import { createHash } from 'node:crypto';
import { importsoorten, leesImport, vergelijkImport, type BekendeSleutels, type Celrij, type GelezenImport, type Importsoort, type Vergelijking, type Volledig } from '../csv/index.ts';
import { geordend } from '../csv/fouten.ts';
import type { Bestandsoordeel, Oordelen } from './oordeel.ts';
import { sleutelVan, soortcodes, type Soort, type Stand } from './stand.ts';
import { toetsEindstand } from './toets.ts';

export type Bestanden = { [S in Soort]?: Uint8Array };

export interface Beoordeling {
  bestanden: Oordelen;
  /** Personnel numbers of colleagues who go out of service by this import. */
  uitDienst: string[];
  /** Departments that lose their leidinggevende because he goes out of service. */
  zonderLeiding: string[];
  /** Nothing may be carried out while there are errors. */
  goed: boolean;
  /** Nothing would change. */
  niets: boolean;
  /** A fingerprint of all that would change: what is carried out is exactly what was shown. */
  stempel: string;
}

type Lezingen = { [S in Soort]?: GelezenImport<Celrij> };

/**
 * Judges the files of one import together: they may refer to each other. Pure: the dry run and the import itself ask the same of
 * the same bytes. `wie` is the personnel number of who imports.
 */
export function beoordeel(bestanden: Bestanden, stand: Stand, wie: string): Beoordeling {
  const lezingen: Lezingen = {};
  for (const soort of soortcodes) {
    const bytes = bestanden[soort];
    if (bytes) lezingen[soort] = leesImport(bytes, importsoorten[soort] as unknown as Importsoort<Celrij>);
  }
  const bekend = bekendeSleutels(stand, lezingen);
  const oordelen: Oordelen = {};
  const vul = <S extends Soort>(soort: S): void => {
    const gelezen = lezingen[soort];
    const bytes = bestanden[soort];
    if (gelezen && bytes) oordelen[soort] = oordeelOver(soort, bytes, lezingen, gelezen, stand, bekend) as unknown as Oordelen[S];
  };
  for (const soort of soortcodes) vul(soort);

  const alle = Object.values(oordelen);
  // With a row that could not be read nobody knows how the organisation will stand.
  const { fouten, uitDienst, zonderLeiding } = alle.some((o) => o.fouten.length > 0) ? { fouten: [], uitDienst: [], zonderLeiding: [] } : toetsEindstand(stand, oordelen, rijnummers(lezingen), wie);
  for (const { soort, ...fout } of fouten) oordelen[soort]?.fouten.push(fout);
  for (const o of alle) o.fouten = geordend(o.fouten);
  const veranderingen = alle.map((o) => [o.soort, o.nieuw, o.gewijzigd]);
  return {
    bestanden: oordelen, uitDienst, zonderLeiding, goed: alle.every((o) => o.fouten.length === 0), niets: alle.every((o) => o.nieuw.length === 0 && o.gewijzigd.length === 0),
    stempel: createHash('sha256').update(JSON.stringify([veranderingen, uitDienst, zonderLeiding])).digest('hex').slice(0, 32),
  };
}

function oordeelOver<S extends Soort>(soort: S, bytes: Uint8Array, lezingen: Lezingen, gelezen: GelezenImport<Celrij>, stand: Stand, bekend: BekendeSleutels): Bestandsoordeel<S> {
  const regels = importsoorten[soort] as unknown as Importsoort<Celrij>;
  const onleesbaar = (kolom: string | null): boolean => regels.verwijzingen.some((w) => w.veld === kolom && (lezingen[w.naar]?.fouten.length ?? 0) > 0);
  const v: Vergelijking<Celrij> = vergelijkImport(regels, stand[soort].map((r) => r.rij as Volledig<Celrij>), gelezen.rijen, bekend);
  return {
    soort, sha256: createHash('sha256').update(bytes).digest('hex'), codering: gelezen.codering, waarschuwingen: gelezen.waarschuwingen,
    // A row that could not be read is not compared either: that others refer to it is then no error of theirs.
    fouten: gelezen.fouten.length > 0 ? gelezen.fouten : v.fouten.filter((f) => f.code !== 'verwijzing' || !onleesbaar(f.kolom)),
    nieuw: v.nieuw as unknown as Bestandsoordeel<S>['nieuw'], gewijzigd: v.gewijzigd as unknown as Bestandsoordeel<S>['gewijzigd'], ongewijzigd: v.ongewijzigd.length, nietInBestand: v.nietInBestand,
  };
}

/** Keys that exist in the organisation, and those that come with another file of the same import. */
function bekendeSleutels(stand: Stand, lezingen: Lezingen): BekendeSleutels {
  const van = <S extends Soort>(soort: S): string[] => {
    const veld = importsoorten[soort].sleutel;
    const erbij = lezingen[soort]?.rijen.map(({ waarde }) => String(waarde[veld])) ?? [];
    return [...erbij, ...stand[soort].map(({ rij }) => sleutelVan(soort, rij))];
  };
  return { onderdelen: van('onderdelen'), locaties: van('locaties'), functies: van('functies'), medewerkers: van('medewerkers') };
}

/** Per kind the row of each key in its file, for saying where an error is. */
function rijnummers(lezingen: Lezingen): (soort: Soort, sleutel: string) => number | null {
  const perSoort = new Map(soortcodes.map((soort) => {
    const veld = importsoorten[soort].sleutel;
    return [soort, new Map((lezingen[soort]?.rijen ?? []).map(({ rij, waarde }) => [String(waarde[veld]).toLowerCase(), rij]))];
  }));
  return (soort, sleutel) => perSoort.get(soort)?.get(sleutel.toLowerCase()) ?? null;
}
