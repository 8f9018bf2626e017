import { createTransport } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport/index.js';

export interface Postinstelling {
  /** smtp://user:password@host:587 or smtps://…:465. */
  smtpUrl: string;
  /** The sender: an address, or 'Rugdekking <rugdekking@gemeente.example>'. */
  van: string;
  /** Whether a connection without TLS is refused. Absent: refused unless the server is on this machine itself. */
  eisTls?: boolean;
  /** A certificate authority to trust besides the usual ones, PEM. */
  ca?: string;
}

export interface Postopdracht {
  /** One address. */
  aan: string;
  onderwerp: string;
  tekst: string;
  html?: string;
  /** The id of the job that sends this. The same id gives the same Message-ID, so that a mail sent twice after a crash can be recognised as one. */
  id: string;
}

/** Why mail was not taken: 'weg' the server was not there, 'later' it said so (4xx), 'nooit' it will never take this one (5xx), 'onveilig' no TLS, 'aanmelden' it does not know us. */
export type Postfoutcode = 'post.weg' | 'post.later' | 'post.nooit' | 'post.onveilig' | 'post.aanmelden';

/** The message is only the code: what servers answer quotes addresses. */
export class Postfout extends Error {
  readonly code: Postfoutcode;

  constructor(code: Postfoutcode) {
    super(code);
    this.name = 'Postfout';
    this.code = code;
  }

  /** Whether trying again later makes sense. */
  get tijdelijk(): boolean {
    return this.code !== 'post.nooit';
  }
}

export interface Post {
  /** Resolves when the server has taken responsibility for the mail; throws a Postfout otherwise. */
  verstuur(opdracht: Postopdracht): Promise<{ messageId: string }>;
  /** Whether the server can be reached and lets us in. */
  bereikbaar(): Promise<boolean>;
}

/** Every mail goes over a connection of its own: few are sent, and a connection kept open is one that has gone stale when it is needed. */
export function maakPost(instelling: Postinstelling): Post {
  const { domein, vervoer } = vervoersinstelling(instelling);
  const transport = createTransport(vervoer);
  return {
    async verstuur({ aan, onderwerp, tekst, html, id }) {
      if (!/^[\w.-]{1,64}$/.test(id)) throw new Error('a mail id is one word');
      const adres = aan.trim();
      // One address exactly: in a list, or with a line break, one mail would become more.
      if (!/^[^\s@,;:<>()[\]"\\]{1,64}@[^\s@,;:<>()[\]"\\]{1,255}$/.test(adres)) throw new Postfout('post.nooit');
      const messageId = `<${id}.rugdekking@${domein}>`;
      try {
        await transport.sendMail({
          from: instelling.van,
          to: { name: '', address: adres },
          subject: onderwerp,
          text: tekst,
          ...(html === undefined ? {} : { html }),
          messageId,
          xMailer: false,
          // Not to be answered by an out-of-office message, which would tell who is away (RFC 3834 §5; the second is Outlook's own).
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (oorzaak) {
        throw duid(oorzaak);
      }
      return { messageId };
    },
    bereikbaar: () => transport.verify().then(() => true, () => false),
  };
}

function vervoersinstelling({ smtpUrl, van, eisTls, ca }: Postinstelling): { domein: string; vervoer: SMTPTransport.Options } {
  const url = new URL(smtpUrl);
  const versleuteld = url.protocol === 'smtps:';
  if (!versleuteld && url.protocol !== 'smtp:') throw new Error('een mailserver begint met smtp: of smtps:');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const domein = /@([^\s@<>]+)>?$/.exec(van.trim())?.[1];
  if (domein === undefined) throw new Error('de afzender van e-mail is geen e-mailadres');
  const eis = eisTls ?? !isDezeMachine(host);
  return {
    domein,
    vervoer: {
      host,
      port: url.port === '' ? (versleuteld ? 465 : 587) : Number(url.port),
      secure: versleuteld,
      requireTLS: eis && !versleuteld,
      tls: { minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
      // Our own name would otherwise be that of the machine.
      name: domein,
      ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
}

function isDezeMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function duid(oorzaak: unknown): Postfout {
  if (!(oorzaak instanceof Error)) return new Postfout('post.weg');
  const code = 'code' in oorzaak ? oorzaak.code : undefined;
  if (code === 'ETLS') return new Postfout('post.onveilig');
  if (code === 'EAUTH' || code === 'ENOAUTH') return new Postfout('post.aanmelden');
  const antwoord = 'responseCode' in oorzaak ? Number(oorzaak.responseCode) : 0;
  if (antwoord >= 500) return new Postfout('post.nooit');
  if (antwoord >= 400) return new Postfout('post.later');
  // What Node's TLS said when a certificate is not trusted or no version is shared; nodemailer keeps it here.
  const eerder = 'originalCode' in oorzaak ? String(oorzaak.originalCode) : '';
  return new Postfout(/CERT|SELF_SIGNED|UNABLE_TO_|ERR_(?:SSL|TLS)/.test(eerder) ? 'post.onveilig' : 'post.weg');
}
