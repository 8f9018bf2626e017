import { simpleParser } from 'mailparser';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { maakPost, type Postinstelling } from './post.ts';

const VAN = 'Rugdekking <rugdekking@lindewaard.example>';
const OPDRACHT = { aan: 'karin@lindewaard.example', onderwerp: 'Er staat iets voor je klaar', tekst: 'Hallo,\n\nopen Rugdekking.\n', html: '<p>Hallo</p>', id: '018f3c52-0000-7000-8000-000000000000' };

interface Ontvangen {
  ruw: string;
  versleuteld: boolean;
  naar: string[];
  naam: string;
}

/** A real SMTP server that keeps what it gets. */
async function server(opties: SMTPServerOptions = {}): Promise<{ poort: number; ontvangen: Ontvangen[] }> {
  const ontvangen: Ontvangen[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    logger: false,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(stroom, { secure, envelope, hostNameAppearsAs }, klaar) {
      void buffer(stroom).then((ruw) => {
        ontvangen.push({ ruw: ruw.toString(), versleuteld: secure, naar: envelope.rcptTo.map(({ address }) => address), naam: String(hostNameAppearsAs) });
        return klaar();
      });
    },
    ...opties,
  });
  smtp.on('error', () => undefined);
  const luistert = smtp.listen(0, '127.0.0.1');
  await once(luistert, 'listening');
  onTestFinished(() => new Promise<void>((klaar) => smtp.close(() => klaar())));
  return { poort: (luistert.address() as AddressInfo).port, ontvangen };
}

const post = (poort: number, meer: Partial<Postinstelling> = {}) => maakPost({ smtpUrl: `smtp://127.0.0.1:${poort}`, van: VAN, ...meer });

/** A certificate for 127.0.0.1 that signs itself. */
async function certificaat(): Promise<{ key: string; cert: string }> {
  const map = await mkdtemp(join(tmpdir(), 'rugdekking-proef-'));
  onTestFinished(() => rm(map, { recursive: true, force: true }));
  const [sleutel, cert] = [join(map, 'sleutel.pem'), join(map, 'cert.pem')];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=proef', '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', sleutel, '-out', cert], { stdio: 'ignore' });
  return { key: await readFile(sleutel, 'utf8'), cert: await readFile(cert, 'utf8') };
}

describe('sending mail', () => {
  it('delivers text and HTML with the headers of an automatic message', async () => {
    const { poort, ontvangen } = await server();
    const { messageId } = await post(poort).verstuur(OPDRACHT);
    const mail = await simpleParser(ontvangen[0]?.ruw ?? '');
    expect(messageId).toBe('<018f3c52-0000-7000-8000-000000000000.rugdekking@lindewaard.example>');
    expect(mail).toMatchObject({ messageId, subject: OPDRACHT.onderwerp, text: OPDRACHT.tekst, html: '<p>Hallo</p>' });
    expect(mail.from?.text).toBe('"Rugdekking" <rugdekking@lindewaard.example>');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.has('x-mailer')).toBe(false);
    expect(ontvangen[0]).toMatchObject({ naar: [OPDRACHT.aan], naam: 'lindewaard.example' });
  });

  it('gives the same Message-ID when tried again, and another for another job', async () => {
    const { poort, ontvangen } = await server();
    const eerste = await post(poort).verstuur(OPDRACHT);
    expect(await post(poort).verstuur(OPDRACHT)).toEqual(eerste);
    expect(await post(poort).verstuur({ ...OPDRACHT, id: 'ander' })).not.toEqual(eerste);
    expect(ontvangen).toHaveLength(3);
  });

  it.each(['a@b.nl, c@d.nl', 'a@b.nl\r\nBcc: c@d.nl', '<a@b.nl>', 'a', '', '"x" <a@b.nl>', 'a@b@c.nl', 'lijst: a@b.nl;'])('never sends to %j', async (aan) => {
    const { poort, ontvangen } = await server();
    await expect(post(poort).verstuur({ ...OPDRACHT, aan })).rejects.toMatchObject({ code: 'post.nooit', tijdelijk: false });
    expect(ontvangen).toEqual([]);
  });

  it('keeps a line break in a subject from becoming a header', async () => {
    const { poort, ontvangen } = await server();
    await post(poort).verstuur({ ...OPDRACHT, onderwerp: 'Hallo\r\nBcc: ander@elders.example' });
    expect((await simpleParser(ontvangen[0]?.ruw ?? '')).headers.has('bcc')).toBe(false);
  });

  it.each([[451, 'post.later', true], [550, 'post.nooit', false]] as const)('says whether to try again after %i, without the address in the error', async (responseCode, code, tijdelijk) => {
    const { poort } = await server({ onRcptTo: ({ address }, _sessie, klaar) => klaar(Object.assign(new Error(`geen plaats voor ${address}`), { responseCode })) });
    const fout = await post(poort).verstuur(OPDRACHT).catch((oorzaak: unknown) => oorzaak);
    expect(fout).toMatchObject({ code, tijdelijk });
    expect(JSON.stringify(fout) + String(fout) + ((fout as Error).stack ?? '')).not.toContain('karin');
  });

  it('fails when nobody listens, or someone hangs up', async () => {
    const hangtOp = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1');
    await once(hangtOp, 'listening');
    const { port } = hangtOp.address() as AddressInfo;
    await expect(post(port).verstuur(OPDRACHT)).rejects.toMatchObject({ code: 'post.weg', tijdelijk: true });
    hangtOp.close();
    await once(hangtOp, 'close');
    await expect(post(port).verstuur(OPDRACHT)).rejects.toMatchObject({ code: 'post.weg', tijdelijk: true });
    expect(await post(port).bereikbaar()).toBe(false);
  });

  it('signs in with the name and password of the address', async () => {
    const opties: SMTPServerOptions = { authOptional: false, onAuth: ({ username, password }, _sessie, klaar) => (username === 'u@x' && password === 'p/w' ? klaar(null, { user: 'u' }) : klaar(new Error('nee'))), allowInsecureAuth: true };
    const { poort, ontvangen } = await server(opties);
    await maakPost({ smtpUrl: `smtp://u%40x:p%2Fw@127.0.0.1:${poort}`, van: VAN }).verstuur(OPDRACHT);
    expect(ontvangen).toHaveLength(1);
    const mis = maakPost({ smtpUrl: `smtp://u%40x:mis@127.0.0.1:${poort}`, van: VAN });
    await expect(mis.verstuur(OPDRACHT)).rejects.toMatchObject({ code: 'post.aanmelden', tijdelijk: true });
    expect(await mis.bereikbaar()).toBe(false);
  });
});

describe('sending mail over TLS', () => {
  it('goes over to TLS when offered by a server we trust', async () => {
    const tls = await certificaat();
    const { poort, ontvangen } = await server({ ...tls, disabledCommands: [] });
    const veilig = post(poort, { eisTls: true, ca: tls.cert });
    expect(await veilig.bereikbaar()).toBe(true);
    await veilig.verstuur(OPDRACHT);
    expect(ontvangen).toMatchObject([{ versleuteld: true }]);
  });

  it('refuses a certificate we do not trust, and sends nothing', async () => {
    const { poort, ontvangen } = await server({ ...(await certificaat()), disabledCommands: [] });
    await expect(post(poort, { eisTls: true }).verstuur(OPDRACHT)).rejects.toMatchObject({ code: 'post.onveilig' });
    expect(ontvangen).toEqual([]);
  });

  it('refuses a server that offers none, and sends nothing', async () => {
    const { poort, ontvangen } = await server();
    await expect(post(poort, { eisTls: true }).verstuur(OPDRACHT)).rejects.toMatchObject({ code: 'post.onveilig' });
    expect(ontvangen).toEqual([]);
  });

  it('speaks TLS from the first byte with smtps', async () => {
    const tls = await certificaat();
    const { poort, ontvangen } = await server({ ...tls, secure: true });
    await maakPost({ smtpUrl: `smtps://127.0.0.1:${poort}`, van: VAN, ca: tls.cert }).verstuur(OPDRACHT);
    expect(ontvangen).toMatchObject([{ versleuteld: true }]);
  });
});

describe('settings of mail', () => {
  it('are refused when no mail could be sent with them', () => {
    expect(() => maakPost({ smtpUrl: 'http://mail.example', van: VAN })).toThrow('smtp');
    expect(() => maakPost({ smtpUrl: 'smtp://mail.example', van: 'Rugdekking' })).toThrow('afzender');
  });
});
