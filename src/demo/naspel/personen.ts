import { beslisOverKandidaat, vulVeroorzakerAan } from '../../veroorzakers/index.ts';
import type { Id } from '../../kern/ids.ts';
import { personen } from '../data/personen.ts';
import { maakKans } from '../kans.ts';
import type { Dossier } from '../verloop/stand.ts';
import { laatste, na, voor, werkdagenNa } from '../verloop/tijd.ts';
import type { Regie } from './regie.ts';
import { adviseurVan, partij, tijdelijkOpen, zojuist } from './zaak.ts';

/** Writes down who the known veroorzakers are, and which of them were found to be the same. */
export function planPersonen(r: Regie): void {
  for (const p of personen) {
    const d = r.dossier(p.casus);
    const b = d && partij(d);
    if (!d || !b) continue;
    const kans = maakKans(`persoon ${p.casus}`);
    const wie = adviseurVan(r.w, d);
    const dicht = tijdelijkOpen(d);
    let op = werkdagenNa(d.gemeldOp, 1, r.w.kalender, kans);
    const uiterst = dicht === null ? zojuist(r.w, d, 0) : laatste(na(dicht, -0.6), na(d.gemeldOp, 0.4));
    if (voor(uiterst, op)) op = uiterst;
    r.plan(`persoon ${p.casus}`, op, async () => {
      await r.doe(wie, vulVeroorzakerAan, {
        id: d.id, betrokkene: b.id, versie: '0', soort: 'bekend', voornamen: p.voornamen, voorvoegsel: p.voorvoegsel, geslachtsnaam: p.geslachtsnaam, geboren: p.geboren, telefoons: p.telefoon, kenmerken: p.kenmerk, omschrijving: b.omschrijving,
        straat: p.adres?.straat, huisnummer: p.adres?.huisnummer, postcode: p.adres?.postcode, woonplaats: p.adres?.woonplaats,
      });
    });
    const eerder = p.dezelfdeAls === undefined ? undefined : r.dossier(p.dezelfdeAls);
    if (!eerder) continue;
    r.plan(`persoon ${p.casus}`, na(op, 0.15), async () => {
      await r.doe(wie, beslisOverKandidaat, { id: d.id, betrokkene: b.id, persoon: await persoonVan(r, eerder), uitkomst: 'dezelfde', reden: p.reden });
    });
  }
}

async function persoonVan(r: Regie, d: Dossier): Promise<Id> {
  return (await r.middelen.migratie.selectFrom('koppeling').select('persoon_id').where('organisatie_id', '=', r.w.id).where('dossier_id', '=', d.id).executeTakeFirstOrThrow()).persoon_id;
}
