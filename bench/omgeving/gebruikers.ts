import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

/** Someone with a live session. */
export interface Gebruiker {
  organisatieId: string;
  medewerkerId: string;
  soort: 'adviseur' | 'leidinggevende' | 'medewerker';
  koekje: string;
  /** What stands in every form of this session (src/platform/http/beveiliging.ts). */
  csrf: string;
  /** Secret of this session, with which a search is hidden in an address. */
  geheim: string;
}

/** Signs in, for each organisation, three Adviseurs, four leidinggevenden and eight colleagues: 750 sessions. */
export async function meldAan(migratie: pg.ClientConfig): Promise<Gebruiker[]> {
  const client = new pg.Client(migratie);
  await client.connect();
  try {
    const { rows } = await client.query<{ organisatie_id: string; id: string; nummer: number }>(`
      select organisatie_id, id, substr(personeelsnummer, 2)::int as nummer from medewerker
      where substr(personeelsnummer, 2)::int in (12, 13, 14, 1, 3, 5, 8, 25, 26, 28, 30, 41, 44, 51, 57) order by nummer, organisatie_id`);
    await client.query('delete from sessie');
    const gebruikers: Gebruiker[] = [];
    for (const { organisatie_id: organisatieId, id: medewerkerId, nummer } of rows) {
      const token = randomBytes(32).toString('base64url');
      const geheim = randomBytes(32).toString('base64url');
      await client.query(
        `insert into sessie (organisatie_id, id, medewerker_id, token_hash, geheim, methode, toestel, aangemaakt, laatst_gezien, verloopt_op)
         values ($1, $2, $3, $4, $5, 'oidc', 'Firefox op Windows', now(), now(), now() + interval '12 hours')`,
        [organisatieId, randomUUID(), medewerkerId, createHash('sha256').update(token).digest(), geheim]);
      gebruikers.push({
        organisatieId, medewerkerId, soort: nummer < 12 ? 'leidinggevende' : nummer < 15 ? 'adviseur' : 'medewerker', koekje: `__Host-rd=${token}`, geheim,
        csrf: createHmac('sha256', geheim).update('formulier').digest('base64url'),
      });
    }
    await client.query('analyze sessie');
    return gebruikers;
  } finally {
    await client.end();
  }
}
