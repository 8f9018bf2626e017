import { dagVan } from '../../kern/tijd/index.ts';
import type { Beslissersoort } from '../../handelingskader/index.ts';
import type { Verlener } from '../../inrichting/index.ts';
import { machtigingswoorden } from '../../maatregelen/index.ts';
import { voeg } from '../vullen.ts';
import type { Mens } from './typen.ts';
import type { Wereld } from './wereld.ts';

interface Gemachtigd {
  wie: Mens;
  als: Beslissersoort;
  verlener: Verlener;
  /** Code of the department; absent: the whole organisation. */
  onderdeel?: string;
  politiek?: true;
}

/** Who may decide on measures: each head of a department there, the director everywhere, and the griffier for political office holders. */
export function kenMachtigingenToe(w: Wereld): void {
  const sinds = w.begin.add({ hours: 3 });
  const beheerder = w.mens('beheerder');
  const griffier = w.mens('griffier');
  const lijst: Gemachtigd[] = [];
  for (const { code, ouder } of w.plan.onderdelen) {
    const { leider, compartiment } = w.onderdeel(code);
    if (ouder !== 'DIR' || compartiment !== 'ambtelijk' || leider === null) continue;
    for (const als of ['dienstverantwoordelijke', 'leidinggevende'] as const) lijst.push({ wie: leider, als, verlener: 'hoofd_ambtelijk', onderdeel: code });
  }
  for (const als of ['leidinggevende', 'managementteam'] as const) lijst.push({ wie: w.mens('directeur'), als, verlener: 'hoofd_dagelijks_bestuur' });
  lijst.push({ wie: griffier, als: 'griffier', verlener: 'hoofd_dagelijks_bestuur', politiek: true });
  if (w.plan.soort === 'gemeente') lijst.push({ wie: w.mens('burgemeester'), als: 'dagelijks_bestuur', verlener: 'hoofd_dagelijks_bestuur', politiek: true });
  for (const [i, { wie, als, verlener, onderdeel, politiek }] of lijst.entries()) {
    const op = sinds.add({ minutes: 4 * i });
    // The griffier keeps the register of the closed compartment, save his own line.
    const door = politiek && wie.id !== griffier.id ? griffier : beheerder;
    voeg(w.rijen, 'machtiging', {
      organisatie_id: w.id, id: w.nieuwId(op), medewerker_id: wie.id, beslissersoort: als, compartiment: politiek ? 'politiek' : 'ambtelijk', onderdeel_id: onderdeel === undefined ? null : w.onderdeel(onderdeel).id,
      maatregelsoorten: Object.keys(machtigingswoorden.maatregelen), verlener, kenmerk: `Mandaatregister ${dagVan(op).year}, nr. ${i + 1}`, van: dagVan(op), tot: null, vastgelegd_op: op, vastgelegd_door: door.id, ingetrokken_op: null, ingetrokken_door: null,
    });
    w.journaal.push({ tijd: op, actor: door.id, handeling: 'inrichting.machtigingen', object: { soort: 'medewerker', id: wie.id }, dossier: null });
  }
}
