import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Temporal } from 'temporal-polyfill';
import { leesBasisconfig } from '../config.ts';
import { organisaties } from '../inrichting/index.ts';
import { isId } from '../kern/ids.ts';
import type { DatabaseBron } from '../platform/database/index.ts';
import { controleerJournaal, leesZegelsleutel, openbareSleutel, verzegelJournaal, zegelmap, type Controleuitslag, type Zegelsleutel } from '../platform/journaal/index.ts';
import { metDatabase } from './gegevens.ts';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

/** Gives exit code 1 when anything is not right. */
export async function controleer(o: Omstandigheden, opties: { organisatie?: string; sleutel?: string }): Promise<number> {
  const config = leesBasisconfig(o.omgeving);
  const { organisatie } = opties;
  if (organisatie !== undefined && !isId(organisatie)) throw new Opdrachtfout('Geef bij --organisatie het id van een organisatie, zoals het in deze controle staat.');
  return await metDatabase(o, config, { nieuw: false }, async (bron) => {
    const sleutel = opties.sleutel === undefined ? await bestaandeSleutel(config.gegevensmap) : await leesOpenbareSleutel(opties.sleutel);
    const uitslag = await controleerJournaal(bron.migratie, { zegelmap: zegelmap(config.gegevensmap), sleutel, ...(organisatie === undefined ? {} : { organisatieId: organisatie }) });
    for (const regel of verslag(uitslag, await organisatienamen(bron))) o.zeg(regel);
    return uitslag.breuken.length === 0 ? 0 : 1;
  });
}

/** What the check found, in lines for the operator. */
export function verslag(uitslag: Controleuitslag, namen: ReadonlyMap<string, string>): string[] {
  const telling = `${uitslag.regels} regels van ${uitslag.organisaties} organisaties, ${uitslag.zegels} zegels.`;
  const noten = [
    ...(uitslag.onverzegeld > 0 ? [`De laatste ${uitslag.onverzegeld} regels zijn nog niet verzegeld.`] : []),
    ...(uitslag.zonderInhoud > 0 ? [`Van ${uitslag.zonderInhoud} regels is de inhoud gewist; de regels zelf kloppen.`] : []),
  ];
  if (uitslag.breuken.length === 0) return [`Het journaal is heel: ${telling}`, ...noten];
  const breuken = uitslag.breuken.map(({ organisatieId, regel, tekst }) => `- ${namen.get(organisatieId) ?? 'onbekende organisatie'} (${organisatieId}): ${regel === null ? 'zegels: ' : ''}${tekst}.`);
  return ['Het journaal is NIET heel. De eerste breuk per organisatie:', ...breuken, `Gelezen tot de breuk: ${telling}`, ...noten];
}

async function organisatienamen(bron: DatabaseBron): Promise<Map<string, string>> {
  const { db, sluit } = await bron.open({ verbindingen: 1 });
  try {
    return new Map((await organisaties(db)).map(({ id, naam }) => [id, naam]));
  } finally {
    await sluit();
  }
}

async function bestaandeSleutel(gegevensmap: string): Promise<Zegelsleutel> {
  const sleutel = await leesZegelsleutel(gegevensmap, { maak: false });
  if (sleutel === undefined) throw new Opdrachtfout(`In de gegevensmap ${gegevensmap} staat geen sleutel van de zegels. Is hier nog nooit verzegeld, of klopt RUGDEKKING_DATA niet?`);
  return sleutel;
}

async function leesOpenbareSleutel(pad: string): Promise<Pick<Zegelsleutel, 'openbaar'>> {
  try {
    return { openbaar: createPublicKey(await readFile(pad)) };
  } catch (oorzaak) {
    throw new Opdrachtfout(`${pad} is geen openbare sleutel (PEM).`, { cause: oorzaak });
  }
}

export async function zegel(o: Omstandigheden): Promise<number> {
  const config = leesBasisconfig(o.omgeving);
  return await metDatabase(o, config, { nieuw: false }, async (bron) => {
    const sleutel = await leesZegelsleutel(config.gegevensmap);
    const { pool, sluit } = await bron.open({ verbindingen: 1, statementTimeout: 0 });
    try {
      const { gezet, gebroken } = await verzegelJournaal(pool, { zegelmap: zegelmap(config.gegevensmap), sleutel, nu: Temporal.Now.instant() });
      for (const z of gezet) o.zeg(`verzegeld: ${z.organisatieId} tot en met regel ${z.volgnr}, schakel ${z.schakel}`);
      for (const b of gebroken) o.zeg(`NIET verzegeld: ${b.organisatieId}, regel ${b.regel} klopt niet. Draai: rugdekking journaal controleer`);
      if (gezet.length + gebroken.length === 0) o.zeg('Er was niets nieuws om te verzegelen.');
      return gebroken.length === 0 ? 0 : 1;
    } finally {
      await sluit();
    }
  });
}

/** The public half of the key that seals, to keep somewhere else. */
export async function toonSleutel(o: Omstandigheden): Promise<void> {
  o.zeg(openbareSleutel(await bestaandeSleutel(leesBasisconfig(o.omgeving).gegevensmap)).trimEnd());
}
