import { simpleParser } from 'mailparser';
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Temporal } from 'temporal-polyfill';

/** One mail that came in, for the page that shows what was sent. */
export interface Vangst {
  /** Opaque; sorts by moment. */
  id: string;
  ontvangenOp: Temporal.Instant;
  van: string;
  aan: readonly string[];
  onderwerp: string;
  tekst: string;
  html: string | null;
  messageId: string;
  /** True when a mail with this Message-ID had come in already. */
  herhaling: boolean;
}

/** The post of the demo: a real SMTP server on this machine that delivers to nobody. */
export interface Vangnet {
  smtpUrl: string;
  /** Newest first. */
  berichten(): readonly Vangst[];
  bericht(id: string): Vangst | undefined;
  stop(): Promise<void>;
}

export interface Vangnetopties {
  gegevensmap: string;
  /** 0, the default, is a free one. */
  poort?: number;
  /** How many are kept, in memory and on disk. */
  maximum?: number;
  nu?: () => Temporal.Instant;
}

const MAX_BYTES = 1024 * 1024;

/** Starts the server; what an earlier run kept in `demopost` is there again. */
export async function startVangnet({ gegevensmap, poort = 0, maximum = 500, nu = Temporal.Now.instant }: Vangnetopties): Promise<Vangnet> {
  const map = join(gegevensmap, 'demopost');
  await mkdir(map, { recursive: true, mode: 0o700 });
  const vangsten: Vangst[] = [];
  const neemOp = async (id: string, ruw: Buffer): Promise<void> => {
    const vangst = await lees(id, ruw);
    vangsten.push({ ...vangst, herhaling: vangsten.some((eerder) => eerder.messageId === vangst.messageId) });
    while (vangsten.length > maximum) {
      const oudste = vangsten.shift();
      if (oudste !== undefined) await rm(join(map, `${oudste.id}.eml`), { force: true });
    }
  };
  for (const naam of (await readdir(map)).filter((deel) => NAAM.test(deel)).toSorted()) await neemOp(naam.slice(0, -'.eml'.length), await readFile(join(map, naam)));

  // One after another, so that the order on the page is the order of arrival.
  let vorige: Promise<void> = Promise.resolve();
  const bewaar = async (ruw: Buffer): Promise<void> => {
    const id = `${String(nu().epochMilliseconds).padStart(15, '0')}-${randomBytes(8).toString('hex')}`;
    const pad = join(map, `${id}.eml`);
    await writeFile(`${pad}.deel`, ruw, { mode: 0o600, flush: true });
    await rename(`${pad}.deel`, pad);
    await neemOp(id, ruw);
  };

  const server = new SMTPServer({
    banner: 'Rugdekking demopost',
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: MAX_BYTES,
    logger: false,
    disableReverseLookup: true,
    closeTimeout: 2_000,
    onData(stroom, _sessie, klaar) {
      const verwerk = async (): Promise<void> => {
        const ruw = await buffer(stroom);
        if (stroom.sizeExceeded === true) throw Object.assign(new Error('te groot'), { responseCode: 552 });
        const beurt = vorige.then(() => bewaar(ruw));
        vorige = beurt.catch(() => undefined);
        await beurt;
      };
      verwerk().then(
        () => klaar(),
        (oorzaak: unknown) => klaar(oorzaak instanceof Error ? oorzaak : new Error('niet bewaard')),
      );
    },
  });
  const luistert = server.listen(poort, '127.0.0.1');
  // The server passes on its errors here: before it listens, that it cannot; later, that a client went away, which is no concern.
  await new Promise<void>((klaar, mislukt) => {
    server.on('error', mislukt);
    luistert.once('listening', klaar);
  });

  return {
    smtpUrl: `smtp://127.0.0.1:${(luistert.address() as AddressInfo).port}`,
    berichten: () => vangsten.toReversed(),
    bericht: (id) => vangsten.find((vangst) => vangst.id === id),
    stop: () => new Promise((klaar) => server.close(() => klaar())),
  };
}

const NAAM = /^\d{15}-[0-9a-f]{16}\.eml$/;

async function lees(id: string, ruw: Buffer): Promise<Omit<Vangst, 'herhaling'>> {
  const mail = await simpleParser(ruw, { skipImageLinks: true, skipTextToHtml: true });
  const aan = mail.to === undefined ? [] : [mail.to].flat();
  return {
    id,
    ontvangenOp: Temporal.Instant.fromEpochMilliseconds(Number(id.slice(0, 15))),
    van: mail.from?.text ?? '',
    aan: aan.flatMap(({ value }) => value.map(({ address }) => address ?? '')),
    onderwerp: mail.subject ?? '',
    tekst: mail.text ?? '',
    html: mail.html === false || mail.html === undefined ? null : mail.html,
    messageId: mail.messageId ?? id,
  };
}
