import pg from 'pg';
import { beginschakel, beoordeel, type Stand } from './keten.ts';
import { leesRegels } from './lezen.ts';
import { leesZegels, verzegeldeOrganisaties, type Zegellezing, type Zegelregel, type Zegelsleutel } from './zegels.ts';

export interface Controleopdracht {
  /** Where the seals are. */
  zegelmap: string;
  sleutel: Pick<Zegelsleutel, 'openbaar'>;
  /** Only this one. */
  organisatieId?: string;
}

export interface Breuk {
  organisatieId: string;
  /** The first line that is not right; null when it is about the seals. */
  regel: number | null;
  /** In Dutch, for the operator; no personal data. */
  tekst: string;
}

export interface Controleuitslag {
  organisaties: number;
  regels: number;
  zegels: number;
  /** Lines that came after the last seal. */
  onverzegeld: number;
  /** Lines whose contents are no longer there. */
  zonderInhoud: number;
  /** Per organisation the first broken link of the chain and the first broken seal. Empty: the journaal is whole. */
  breuken: Breuk[];
}

/**
 * Checks the journaal of all organisations, or one: every line against the one before it, all contents against their commitments, all
 * against the seals outside the database. Connects as the owner and sees one moment, so it may run beside a working installation.
 */
export async function controleerJournaal(verbinding: pg.ClientConfig, opdracht: Controleopdracht): Promise<Controleuitslag> {
  const uitslag: Controleuitslag = { organisaties: 0, regels: 0, zegels: 0, onverzegeld: 0, zonderInhoud: 0, breuken: [] };
  // Before the moment that the database shows: a seal that is made meanwhile is about lines that are not there to be seen.
  const vooraf = opdracht.organisatieId === undefined ? await verzegeldeOrganisaties(opdracht.zegelmap) : [opdracht.organisatieId];
  const eerder = new Map<string, Zegellezing>();
  for (const id of vooraf) eerder.set(id, await leesZegels(opdracht.zegelmap, id, opdracht.sleutel));

  const client = new pg.Client({ ...verbinding, application_name: 'rugdekking controle' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const organisaties = opdracht.organisatieId === undefined ? [...new Set([...eerder.keys(), ...(await inDatabase(client))])].sort() : [opdracht.organisatieId];
    for (const id of organisaties) {
      const breuken = await controleerEen(client, id, eerder.get(id) ?? { goed: [], afgebroken: false }, opdracht, uitslag);
      uitslag.organisaties += 1;
      uitslag.breuken.push(...breuken.map((b) => ({ organisatieId: id, ...b })));
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
  return uitslag;
}

type Vondst = Omit<Breuk, 'organisatieId'>;

async function controleerEen(client: pg.Client, id: string, lezing: Zegellezing, opdracht: Controleopdracht, uitslag: Controleuitslag): Promise<Vondst[]> {
  const zegels = await controleerZegels(client, id, lezing, opdracht);
  const keten = await volgKeten(client, id, lezing.goed, uitslag);
  uitslag.zegels += lezing.goed.length;
  return [keten, zegels].filter((v) => v !== undefined);
}

/** The seals in the file against what the database says was sealed. */
async function controleerZegels(client: pg.Client, id: string, lezing: Zegellezing, { zegelmap, sleutel }: Controleopdracht): Promise<Vondst | undefined> {
  if (lezing.breuk !== undefined) return { regel: null, tekst: lezing.breuk };
  await client.query(`set local rugdekking.organisatie = '${id}'`);
  const { rows } = await client.query<{ nummer: string; afdruk: Buffer }>('select nummer::text as nummer, afdruk from journaal_zegel where organisatie_id = $1 order by journaal_zegel.nummer', [id]);
  if (rows.length === 0) return undefined;
  // After the moment that the database shows: whatever it knows of was in the file by then.
  const { goed, breuk } = await leesZegels(zegelmap, id, sleutel);
  if (breuk !== undefined) return { regel: null, tekst: breuk };
  if (goed.length === 0) return { regel: null, tekst: `het bestand met zegels ontbreekt of is leeg; er waren er ${rows.length}` };
  for (const [i, rij] of rows.entries()) {
    const nummer = Number(rij.nummer);
    if (nummer !== i + 1) return { regel: null, tekst: `in de database ontbreekt dat zegel ${i + 1} gezet is` };
    const regel = goed[i];
    if (regel === undefined) return { regel: null, tekst: `zegel ${nummer} is uit het bestand met zegels verdwenen` };
    if (!regel.afdruk.equals(rij.afdruk)) return { regel: null, tekst: `zegel ${nummer} is een ander dan dat de database kent` };
  }
  return undefined;
}

/** Follows the chain from its begin and stops at the first link that is not right. */
async function volgKeten(client: pg.Client, id: string, zegels: readonly Zegelregel[], uitslag: Controleuitslag): Promise<Vondst | undefined> {
  let stand: Stand = { volgnr: 0, schakel: beginschakel(id) };
  let volgendZegel = 0;
  for await (const regels of leesRegels(client, id)) {
    for (const r of regels) {
      const oordeel = beoordeel(stand, r);
      if (!oordeel.goed) return { regel: oordeel.regel, tekst: oordeel.tekst };
      stand = oordeel.volgende;
      uitslag.regels += 1;
      if (oordeel.inhoudWeg) uitslag.zonderInhoud += 1;
      const zegel = zegels[volgendZegel]?.zegel;
      if (zegel?.volgnr !== stand.volgnr) continue;
      if (zegel.schakel !== stand.schakel.toString('hex')) return herschreven(zegels, volgendZegel);
      volgendZegel += 1;
    }
  }
  const laatste = zegels.at(-1)?.zegel;
  if (laatste !== undefined && laatste.volgnr > stand.volgnr) {
    const einde = stand.volgnr === 0 ? 'het hele journaal is weg' : `de keten eindigt bij regel ${stand.volgnr}: het einde is weg`;
    return { regel: stand.volgnr + 1, tekst: `${einde}. Op ${laatste.tijd} is regel ${laatste.volgnr} verzegeld` };
  }
  uitslag.onverzegeld += stand.volgnr - (laatste?.volgnr ?? 0);
  return (await controleerKop(client, id, stand)) ?? (await controleerLosseInhoud(client, id));
}

function herschreven(zegels: readonly Zegelregel[], i: number): Vondst {
  const zegel = zegels[i]?.zegel;
  const van = (zegels[i - 1]?.zegel.volgnr ?? 0) + 1;
  const plek = van === zegel?.volgnr ? `regel ${van} is` : `regel ${van} tot en met ${zegel?.volgnr ?? 0} zijn samen`;
  return { regel: van, tekst: `${plek} herschreven: dit is niet wat op ${zegel?.tijd ?? ''} verzegeld is` };
}

async function controleerKop(client: pg.Client, id: string, stand: Stand): Promise<Vondst | undefined> {
  const { rows } = await client.query<{ volgnr: string; schakel: Buffer }>('select volgnr::text as volgnr, schakel from journaal_kop where organisatie_id = $1', [id]);
  const kop = rows[0];
  if (kop === undefined) return stand.volgnr === 0 ? undefined : { regel: stand.volgnr, tekst: `de kop van de keten ontbreekt; de laatste regel is ${stand.volgnr}` };
  const volgnr = Number(kop.volgnr);
  if (volgnr > stand.volgnr) return { regel: stand.volgnr + 1, tekst: `de keten eindigt bij regel ${stand.volgnr}, maar er zijn er ${volgnr} geschreven: het einde is weg` };
  if (volgnr < stand.volgnr || !kop.schakel.equals(stand.schakel)) return { regel: volgnr, tekst: `de kop van de keten past niet bij de laatste regel (${stand.volgnr})` };
  return undefined;
}

async function controleerLosseInhoud(client: pg.Client, id: string): Promise<Vondst | undefined> {
  const { rows } = await client.query<{ volgnr: string | null }>(
    'select min(i.volgnr)::text as volgnr from journaal_inhoud i where i.organisatie_id = $1 and not exists (select from journaal j where j.organisatie_id = $1 and j.volgnr = i.volgnr)', [id]);
  const volgnr = rows[0]?.volgnr ?? null;
  return volgnr === null ? undefined : { regel: Number(volgnr), tekst: `er is inhoud van regel ${volgnr}, maar die regel is er niet` };
}

/** Every organisation that has left anything of a journaal in the database, also when part of it was removed. */
async function inDatabase(client: pg.Client): Promise<string[]> {
  // The lines are many and the organisations few: step through the index from one to the next.
  const stap = (tabel: string): string => `
    select organisatie_id from (
      with recursive stap as (
        (select organisatie_id from ${tabel} order by organisatie_id limit 1)
        union all
        select (select t.organisatie_id from ${tabel} t where t.organisatie_id > s.organisatie_id order by t.organisatie_id limit 1) from stap s where s.organisatie_id is not null
      ) select organisatie_id from stap where organisatie_id is not null) x`;
  const { rows } = await client.query<{ id: string }>(
    `select distinct organisatie_id::text as id from (${['journaal', 'journaal_inhoud', 'journaal_zegel', 'journaal_kop'].map(stap).join(' union all ')}) alle`);
  return rows.map(({ id }) => id);
}
