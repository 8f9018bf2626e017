import { organisaties, type Organisatie } from '../inrichting/index.ts';
import type { Id } from '../kern/ids.ts';
import { metOrganisatie, type Db } from '../platform/database/index.ts';
import { isLokaal } from './cookie.ts';

/** One of the people of the demo organisation as whom anyone may look around. */
export interface Demokaart {
  /** Organisation and colleague. */
  slug: string;
  personeelsnummer: string;
  /** What he is, in people's words: "Baliemedewerker", "Adviseur-VPD". */
  rol: string;
  /** What is worth trying in this role, one sentence each. */
  probeer: readonly string[];
  /** Where to begin; the start page when absent. */
  naar?: string;
}

/** What decides whether this installation may be a demo. */
export interface Demoverzoek {
  /** NODE_ENV. */
  omgeving: string | undefined;
  /** Whether sign-in through an identity provider is configured. */
  oidc: boolean;
  /** Host of the SMTP server to which mail goes; null for the built-in post of the demo. */
  smtpHost: string | null;
}

/**
 * In demo mode everybody is let in as anybody, so it starts only where there is nothing to be seen. Throws with every reason at once.
 * A call before the web server listens, and after the migrations.
 */
export async function controleerDemo(verzoek: Demoverzoek, db: Db): Promise<void> {
  const redenen: string[] = [];
  if (verzoek.omgeving === 'production') redenen.push('NODE_ENV staat op "production".');
  if (verzoek.oidc) redenen.push('Er is aanmelden met OpenID Connect ingesteld.');
  if (verzoek.smtpHost !== null && !isLokaal(verzoek.smtpHost)) redenen.push('Er is een mailserver buiten deze computer ingesteld.');
  const echt = (await organisaties(db)).filter((o) => !o.demo).length;
  if (echt > 0) redenen.push(`De database bevat ${echt === 1 ? 'een organisatie die' : `${echt} organisaties die`} niet van de demo ${echt === 1 ? 'is' : 'zijn'}.`);
  if (redenen.length === 0) return;
  throw new Error(
    ['De demo start niet, want in de demo kan iedereen zonder wachtwoord inloggen. Dit past daar niet bij:', ...redenen.map((r) => `- ${r}`), 'Zet de demo uit, of haal dit weg.'].join('\n'),
  );
}

export interface Demomens {
  /** Position in the list of cards; what the form sends. */
  nummer: number;
  kaart: Demokaart;
  organisatie: Organisatie;
  medewerkerId: Id;
  naam: string;
}

/** The cards whose colleague exists in a demo organisation, in their order. */
export async function demomensen(db: Db, kaarten: readonly Demokaart[]): Promise<Demomens[]> {
  const uit: Demomens[] = [];
  for (const organisatie of (await organisaties(db)).filter((o) => o.demo)) {
    const nummers = kaarten.filter((k) => k.slug === organisatie.slug).map((k) => k.personeelsnummer);
    if (nummers.length === 0) continue;
    const rijen = await metOrganisatie(db, organisatie.id, (trx) =>
      trx.selectFrom('medewerker').select(['id', 'naam', 'personeelsnummer']).where('organisatie_id', '=', organisatie.id).where('personeelsnummer', 'in', nummers).where('actief', '=', true).execute(),
    );
    for (const [nummer, kaart] of kaarten.entries()) {
      const rij = kaart.slug === organisatie.slug ? rijen.find((r) => r.personeelsnummer === kaart.personeelsnummer) : undefined;
      if (rij) uit.push({ nummer, kaart, organisatie, medewerkerId: rij.id, naam: rij.naam });
    }
  }
  return uit.toSorted((a, b) => a.nummer - b.nummer);
}
