import { hash } from 'node:crypto';

/** One line of the journaal as it stands in the database, with its contents beside it. */
export interface Regel {
  organisatieId: string;
  volgnr: number;
  /** UTC with microseconds: 2026-11-23T13:10:00.123456Z. */
  tijd: string;
  actor: string;
  handeling: string;
  objectSoort: string;
  objectId: string;
  dossierId: string | null;
  resultaat: string;
  verbintenis: Buffer | null;
  vorige: Buffer;
  schakel: Buffer;
  /** Null when there are none (any more). The text of the jsonb exactly as PostgreSQL writes it. */
  inhoud: { zout: Buffer; tekst: string } | null;
}

/** What the first line of a chain points back to. */
export const beginschakel = (organisatieId: string): Buffer => sha256(organisatieId);

/** The link of a line: SHA-256 over the text of a jsonb array of all its columns, as journaal_schrijf makes it. */
export function schakelVan(r: Omit<Regel, 'schakel' | 'inhoud'>): Buffer {
  const delen = [
    r.organisatieId, r.volgnr, r.tijd, r.actor, r.handeling, r.objectSoort, r.objectId, r.dossierId, r.resultaat, r.verbintenis?.toString('hex') ?? null, r.vorige.toString('hex'),
  ];
  // PostgreSQL writes a jsonb array with a space after each comma, and strings as JSON.stringify does.
  return sha256(`[${delen.map((d) => JSON.stringify(d)).join(', ')}]`);
}

/** The salted commitment that binds contents to their line. */
export function verbintenisVan({ zout, tekst }: { zout: Buffer; tekst: string }): Buffer {
  return sha256(Buffer.concat([zout, Buffer.from(tekst, 'utf8')]));
}

export function sha256(gegevens: string | Buffer): Buffer {
  return hash('sha256', gegevens, 'buffer');
}

/** How far a chain has been followed. */
export interface Stand {
  volgnr: number;
  schakel: Buffer;
}

export type Regeloordeel = { goed: true; volgende: Stand; inhoudWeg: boolean } | { goed: false; regel: number; tekst: string };

/** Judges one line against the one before it. */
export function beoordeel(stand: Stand, r: Regel): Regeloordeel {
  const fout = (tekst: string, regel = r.volgnr): Regeloordeel => ({ goed: false, regel, tekst });
  const verwacht = stand.volgnr + 1;
  if (r.volgnr > verwacht) return fout(r.volgnr === verwacht + 1 ? `regel ${verwacht} ontbreekt` : `regel ${verwacht} tot en met ${r.volgnr - 1} ontbreken`, verwacht);
  if (r.volgnr < verwacht) return fout(`regel ${r.volgnr} hoort hier niet: regel ${verwacht} was aan de beurt`);
  if (!schakelVan(r).equals(r.schakel)) return fout(`regel ${r.volgnr} is gewijzigd nadat hij geschreven was`);
  if (!r.vorige.equals(stand.schakel)) return fout(`regel ${r.volgnr} sluit niet aan op ${stand.volgnr === 0 ? 'het begin van de keten' : `regel ${stand.volgnr}`}`);
  if (r.verbintenis === null && r.inhoud !== null) return fout(`bij regel ${r.volgnr} staat inhoud die er niet bij hoort`);
  if (r.verbintenis !== null && r.inhoud !== null && !verbintenisVan(r.inhoud).equals(r.verbintenis)) return fout(`de inhoud van regel ${r.volgnr} is gewijzigd nadat hij geschreven was`);
  return { goed: true, volgende: { volgnr: r.volgnr, schakel: r.schakel }, inhoudWeg: r.verbintenis !== null && r.inhoud === null };
}
