import { sql } from 'kysely';
import type { Id } from '../kern/ids.ts';
import { dagVan, datumTekst, isTeLaat, voorTekst } from '../kern/tijd/index.ts';
import type { Klokonderwerpen, Vandaagdeel } from '../dossier/index.ts';
import type { Db } from '../platform/database/index.ts';
import type { Deuren } from '../platform/deuren/index.ts';
import { bezoekstap } from './handelingen/bezoek.ts';
import { laatVerlopen } from './handelingen/signaal.ts';
import { instructiezin } from './paginas/onderdelen.tsx';
import { mijnInstructies } from './vragen/signaal.ts';
import { openBezoeken } from './vragen/bezoek.ts';

/** Ends signals whose last day was, and takes the steps of visits that took too long. Over all organisations; called every few seconds. */
export async function signaleringTik(db: Db, deuren: Deuren): Promise<number> {
  const nu = deuren.nu();
  let gedaan = 0;
  const { rows: verlopen } = await sql<{ organisatie_id: Id; id: Id }>`select organisatie_id, id from signalen_te_eindigen(${dagVan(nu)}::date)`.execute(db);
  for (const r of verlopen) if ((await deuren.voerSysteem(laatVerlopen, { id: r.id }, r.organisatie_id)) !== null) gedaan += 1;
  const { rows: rijp } = await sql<{ organisatie_id: Id; id: Id }>`select organisatie_id, id from huisbezoeken_rijp(${nu}::timestamptz)`.execute(db);
  for (const r of rijp) if ((await deuren.voerSysteem(bezoekstap, { id: r.id }, r.organisatie_id)) !== null) gedaan += 1;
  return gedaan;
}

/** How the clocks and messages of this room are called, and where they lead. */
export const signaleringonderwerpen: Klokonderwerpen = {
  signaal: { zin: () => 'Bekijk een signaal opnieuw', pad: (id) => `/signalen/${id}`, waarover: 'Is het nog nodig?' },
  instructie: { zin: (_soort, vanMij) => (vanMij ? 'Lees een instructie' : 'Een collega las een instructie nog niet'), pad: (id, vanMij) => (vanMij ? `/instructies/${id}` : '/signalen'), waarover: 'Voor iemand die je gaat ontmoeten' },
  gebruik: { zin: () => 'Bekijk opvallend gebruik van de controle', pad: (id) => `/signalen/gebruik/${id}`, waarover: 'Controle vooraf' },
  huisbezoek: { zin: () => 'Iemand is nog niet terug', pad: (id) => `/bezoeken/${id}`, waarover: 'Huisbezoek' },
};

/** What this room puts on the page Vandaag: visits under way, and instructions that were read and still count. */
export const signaleringVandaag: Vandaagdeel = async (v) => {
  const [bezoeken, instructies] = [await v.vraag(openBezoeken, {}), await v.vraag(mijnInstructies, {})];
  return [
    { titel: 'Op huisbezoek', regels: bezoeken.map((b) => ({
      wat: b.medewerker_id === v.wie.actor.id ? 'Laat weten dat je terug bent' : `${b.naam} is nog niet terug`, href: `/bezoeken/${b.id}`, nu: isTeLaat(b.terug_voor, v.nu),
      termijn: { tekst: voorTekst(b.terug_voor, v.nu), urgentie: isTeLaat(b.terug_voor, v.nu) ? 'te-laat' as const : 'nu' as const, tijd: b.terug_voor.toString() },
    })) },
    { titel: 'Instructies voor jou', regels: instructies.filter((i) => i.gelezen_op !== null).map((i) => ({ wat: instructiezin(i.instructies), href: `/instructies/${i.id}`, waarover: `tot en met ${datumTekst(i.einddatum)}` })) },
  ];
};
