import type { CsvFout } from '../csv/index.ts';
import { EIGEN_ZICHT, verruimtEigenZicht, type Leidingfeiten } from '../regels/zicht.ts';
import type { Oordelen } from './oordeel.ts';
import { sleutelVan, soortcodes, type Rij, type Soort, type Stand } from './stand.ts';

export interface Toetsuitslag {
  fouten: (CsvFout & { soort: Soort })[];
  uitDienst: string[];
  zonderLeiding: string[];
}

type Plek = (soort: Soort, sleutel: string) => number | null;

/**
 * What must hold for the organisation as it will stand, the same as the acts in the browser ask of one row: nobody works in, and
 * nothing hangs under, what is out of use; a leidinggevende is in service; the closed compartment stays closed; and who imports
 * does not widen what he himself may see.
 */
export function toetsEindstand(stand: Stand, oordelen: Oordelen, rijVan: Plek, wie: string): Toetsuitslag {
  const onderdelen = eindstand('onderdelen', stand, oordelen);
  const medewerkers = eindstand('medewerkers', stand, oordelen);
  const wasActief = new Set(stand.medewerkers.filter((m) => m.rij.actief).map((m) => m.rij.personeelsnummer));
  const uitDienst = [...medewerkers.values()].filter((m) => !m.actief && wasActief.has(m.personeelsnummer)).map((m) => m.personeelsnummer);
  const uit: Toetsuitslag = { fouten: [], uitDienst, zonderLeiding: [] };
  const meld = (soort: Soort, sleutel: string, kolom: string, tekst: string): boolean => {
    const rij = rijVan(soort, sleutel);
    if (rij !== null) uit.fouten.push({ soort, code: 'waarde', rij, kolom, tekst });
    return rij !== null;
  };

  for (const o of onderdelen.values()) {
    const ouder = onderdelen.get(o.ouder_code);
    if (o.actief && ouder && !ouder.actief && !meld('onderdelen', o.code, 'ouder_code', 'Het onderdeel hierboven is niet in gebruik.')) {
      meld('onderdelen', ouder.code, 'actief', `Hier hangt nog een onderdeel onder: ${o.code}.`);
    }
    if (o.leidinggevende_personeelsnummer === '' || medewerkers.get(o.leidinggevende_personeelsnummer)?.actief !== false) continue;
    // A file that names him is wrong; one that only takes him out of service leaves the department without a leidinggevende.
    if (!meld('onderdelen', o.code, 'leidinggevende_personeelsnummer', 'Deze leidinggevende is niet in dienst. Kies een ander, of laat de cel leeg.')) uit.zonderLeiding.push(o.code);
  }
  const zonderPlek = new Map<string, number>();
  for (const m of medewerkers.values()) {
    const onderdeel = onderdelen.get(m.onderdeel_code);
    if (!m.actief || !onderdeel || onderdeel.actief) continue;
    if (!meld('medewerkers', m.personeelsnummer, 'onderdeel_code', 'Dit onderdeel is niet in gebruik.')) zonderPlek.set(onderdeel.code, (zonderPlek.get(onderdeel.code) ?? 0) + 1);
  }
  for (const [code, aantal] of zonderPlek) meld('onderdelen', code, 'actief', aantal === 1 ? 'Hier werkt nog 1 collega.' : `Hier werken nog ${aantal} collega’s.`);
  for (const { rij: was } of stand.onderdelen) {
    if (was.compartiment === 'politiek' && onderdelen.get(was.code)?.compartiment !== 'politiek') meld('onderdelen', was.code, 'compartiment', 'Een onderdeel van politieke ambtsdragers blijft dat. Maak een nieuw onderdeel.');
  }
  if (uitDienst.includes(wie)) meld('medewerkers', wie, 'actief', 'Jezelf zet je niet uit dienst. Vraag een andere beheerder.');
  if (verruimtEigenZicht(feiten(stand.onderdelen.map((o) => o.rij), stand.medewerkers.map((m) => m.rij)), feiten([...onderdelen.values()], [...medewerkers.values()]), wie)) {
    const soort = soortcodes.find((s) => oordelen[s] && (s === 'onderdelen' || s === 'medewerkers'));
    if (soort) uit.fouten.push({ soort, code: 'waarde', rij: null, kolom: null, tekst: EIGEN_ZICHT });
  }
  return uit;
}

/** All rows of a kind as they will stand, by key. */
function eindstand<S extends Soort>(soort: S, stand: Stand, oordelen: Oordelen): Map<string, Rij<S>> {
  const uit = new Map(stand[soort].map(({ rij }) => [sleutelVan(soort, rij as Rij<S>), rij as Rij<S>]));
  const oordeel = oordelen[soort];
  for (const { waarde } of [...(oordeel?.nieuw ?? []), ...(oordeel?.gewijzigd ?? [])]) uit.set(sleutelVan(soort, waarde as Rij<S>), waarde as Rij<S>);
  return uit;
}

function feiten(onderdelen: readonly Rij<'onderdelen'>[], medewerkers: readonly Rij<'medewerkers'>[]): Leidingfeiten {
  return {
    onderdelen: onderdelen.map((o) => ({ id: o.code, ouder: o.ouder_code === '' ? null : o.ouder_code, leider: o.leidinggevende_personeelsnummer === '' ? null : o.leidinggevende_personeelsnummer, actief: o.actief })),
    mensen: medewerkers.map((m) => ({ id: m.personeelsnummer, onderdeel: m.onderdeel_code })),
  };
}
