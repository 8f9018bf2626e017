import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/*
 * The settings of an installation, from its environment. Every setting X can also be given as X_FILE: the path of a file that holds it, for
 * secrets that an orchestrator mounts. An empty value is the same as none.
 */

type Omgeving = Readonly<Record<string, string | undefined>>;

/** Settings that are not right, each named, in Dutch for the operator. */
export class Instelfout extends Error {
  override name = 'Instelfout';
}

const poort = (tekst = 'moet een poortnummer zijn, van 1 tot en met 65535') => z.coerce.number({ error: tekst }).int(tekst).min(1, tekst).max(65_535, tekst);
const geheel = (min: number, max: number) => {
  const tekst = `moet een geheel getal zijn, van ${min} tot en met ${max}`;
  return z.coerce.number({ error: tekst }).int(tekst).min(min, tekst).max(max, tekst);
};
const jaNee = z.enum(['ja', 'nee', '1', '0', 'true', 'false'], { error: 'moet "ja" of "nee" zijn' }).transform((w) => ['ja', '1', 'true'].includes(w));
const adres = (protocollen: readonly string[], voorbeeld: string) =>
  z.string().refine((w) => URL.canParse(w) && protocollen.includes(new URL(w).protocol), `moet een adres zijn zoals ${voorbeeld}`);
const databaseadres = adres(['postgres:', 'postgresql:'], 'postgresql://gebruiker:wachtwoord@server:5432/rugdekking');
const niveaus = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const METINGEN = /^(?<host>\[[0-9a-f:]+\]|[a-z0-9.-]+):(?<poort>\d{1,5})$/i;
const metingen = z.string().transform((w, ctx) => {
  if (w === 'uit') return null;
  const delen = METINGEN.exec(w)?.groups;
  const nummer = Number(delen?.['poort']);
  if (delen?.['host'] === undefined || nummer < 1 || nummer > 65_535) {
    ctx.addIssue('moet "uit" zijn of een adres zoals 127.0.0.1:9464');
    return z.NEVER;
  }
  return { host: delen['host'].replace(/^\[|\]$/g, ''), poort: nummer };
});

/** What every command needs: where the data are. */
const Basis = z.object({
  RUGDEKKING_DATA: z.string().default('./gegevens'),
  DATABASE_URL: databaseadres.optional(),
  DATABASE_MIGRATIE_URL: databaseadres.optional(),
  LOG_NIVEAU: z.enum(niveaus, { error: `moet een van deze zijn: ${niveaus.join(', ')}` }).optional(),
});

/** What the web server and the worker need as well. */
const Dienst = Basis.extend({
  PORT: poort().default(8080),
  HOST: z.string().optional(),
  RUGDEKKING_URL: adres(['http:', 'https:'], 'https://rugdekking.gemeente.example').refine((w) => new URL(w).pathname === '/', 'mag geen pad bevatten').optional(),
  RUGDEKKING_DEMO: jaNee.default(false),
  NODE_ENV: z.string().optional(),
  SMTP_URL: adres(['smtp:', 'smtps:'], 'smtps://gebruiker:wachtwoord@mail.gemeente.example').optional(),
  MAIL_VAN: z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'moet een e-mailadres zijn, zoals Rugdekking <rugdekking@gemeente.example>').optional(),
  RUGDEKKING_PROXIES: geheel(0, 10).default(0),
  RUGDEKKING_VERZOEKEN_PER_MINUUT: geheel(10, 100_000).default(600),
  RUGDEKKING_VERBINDINGEN: geheel(2, 500).default(10),
  RUGDEKKING_METINGEN: metingen.default({ host: '127.0.0.1', poort: 9464 }),
  RUGDEKKING_BEVEILIGINGSCONTACT: z.string().regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/, 'moet beginnen met mailto:, https: of tel:').optional(),
});

export interface Basisconfig {
  /** Absolute path of the folder with everything this installation keeps outside its database. */
  gegevensmap: string;
  databaseUrl: string | undefined;
  databaseMigratieUrl: string | undefined;
  logniveau: (typeof niveaus)[number];
  /** Where the parts read settings of their own: storage of files, scanner, sign-in. With X_FILE resolved. */
  omgeving: Omgeving;
}

export interface Config extends Basisconfig {
  poort: number;
  /** Undefined: all addresses of this machine. */
  host: string | undefined;
  /** How people reach this installation, without a slash at the end. Stands in mail. */
  url: string;
  /** The same when it was set; null in a demo, which answers at whatever address it is asked. */
  basisUrl: string | null;
  demo: boolean;
  /** NODE_ENV. */
  omgevingsnaam: string | undefined;
  /** Null: the built-in post of the demo. */
  post: { smtpUrl: string; van: string } | null;
  /** How many proxies stand before us; so many entries of X-Forwarded-For, counted from the end, are believed. */
  proxies: number;
  /** Per session, and per address for who has none. */
  verzoekenPerMinuut: number;
  /** Most connections to the database. */
  verbindingen: number;
  metingen: { host: string; poort: number } | null;
  /** For security.txt; without it there is none. */
  beveiligingscontact: string | undefined;
}

/** Settings for commands that only work on the data. */
export function leesBasisconfig(omgeving: Omgeving): Basisconfig {
  const opgelost = losBestandenOp(omgeving);
  return basis(ontleed(Basis, opgelost), opgelost);
}

/** All settings. `demo` is what the command line says; it wins from RUGDEKKING_DEMO. */
export function leesConfig(omgeving: Omgeving, { demo: gevraagd }: { demo?: boolean } = {}): Config {
  const opgelost = losBestandenOp(omgeving);
  const e = ontleed(Dienst, opgelost);
  const demo = gevraagd ?? e.RUGDEKKING_DEMO;
  const fouten: string[] = [];
  if (!demo && e.RUGDEKKING_URL === undefined) fouten.push('RUGDEKKING_URL ontbreekt: het adres waarop collega’s Rugdekking openen, zoals https://rugdekking.gemeente.example');
  if (!demo && e.SMTP_URL === undefined) fouten.push('SMTP_URL ontbreekt: de mailserver, zoals smtps://gebruiker:wachtwoord@mail.gemeente.example');
  if (e.SMTP_URL !== undefined && e.MAIL_VAN === undefined) fouten.push('MAIL_VAN ontbreekt: de afzender van e-mail, zoals Rugdekking <rugdekking@gemeente.example>');
  if (fouten.length > 0) throw instelfout(fouten);
  return {
    ...basis(e, opgelost),
    // In a demo somebody looks at the terminal: only what needs him.
    logniveau: e.LOG_NIVEAU ?? (demo ? 'warn' : 'info'),
    poort: e.PORT,
    host: e.HOST,
    url: new URL(e.RUGDEKKING_URL ?? `http://localhost:${e.PORT}`).origin,
    basisUrl: e.RUGDEKKING_URL === undefined ? null : new URL(e.RUGDEKKING_URL).origin,
    demo,
    omgevingsnaam: e.NODE_ENV,
    post: e.SMTP_URL === undefined || e.MAIL_VAN === undefined ? null : { smtpUrl: e.SMTP_URL, van: e.MAIL_VAN },
    proxies: e.RUGDEKKING_PROXIES,
    verzoekenPerMinuut: e.RUGDEKKING_VERZOEKEN_PER_MINUUT,
    verbindingen: e.RUGDEKKING_VERBINDINGEN,
    metingen: e.RUGDEKKING_METINGEN,
    beveiligingscontact: e.RUGDEKKING_BEVEILIGINGSCONTACT,
  };
}

function basis(e: z.output<typeof Basis>, omgeving: Omgeving): Basisconfig {
  return { gegevensmap: resolve(e.RUGDEKKING_DATA), databaseUrl: e.DATABASE_URL, databaseMigratieUrl: e.DATABASE_MIGRATIE_URL, logniveau: e.LOG_NIVEAU ?? 'info', omgeving };
}

function ontleed<S extends z.ZodType>(schema: S, omgeving: Omgeving): z.output<S> {
  const uitslag = schema.safeParse(omgeving);
  if (uitslag.success) return uitslag.data;
  // Names only: a value can be a password.
  throw instelfout(uitslag.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`));
}

function instelfout(fouten: readonly string[]): Instelfout {
  return new Instelfout(['Deze instellingen kloppen niet:', ...fouten.map((f) => `- ${f}`)].join('\n'));
}

function losBestandenOp(omgeving: Omgeving): Omgeving {
  const uit: Record<string, string> = {};
  for (const [naam, waarde] of Object.entries(omgeving)) {
    if (waarde !== undefined && waarde !== '') uit[naam] = waarde;
  }
  for (const [naam, plek] of Object.entries(uit)) {
    if (!/^(RUGDEKKING|DATABASE|SMTP|MAIL|OIDC)_\w+_FILE$/.test(naam)) continue;
    const doel = naam.slice(0, -'_FILE'.length);
    if (uit[doel] !== undefined) throw instelfout([`${doel} en ${naam} zijn allebei ingesteld; kies er één`]);
    if (!existsSync(plek)) throw instelfout([`${naam} wijst naar een bestand dat er niet is`]);
    const inhoud = readFileSync(plek, 'utf8').trim();
    if (inhoud !== '') uit[doel] = inhoud;
  }
  return uit;
}
