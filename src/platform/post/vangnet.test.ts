import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bericht } from './berichten.ts';
import { maakPost, type Post } from './post.ts';
import { startVangnet, type Vangnet, type Vangnetopties } from './vangnet.ts';

async function proefmap(): Promise<string> {
  const map = await mkdtemp(join(tmpdir(), 'rugdekking-proef-'));
  onTestFinished(() => rm(map, { recursive: true, force: true }));
  return map;
}

async function start(opties: Vangnetopties): Promise<Vangnet> {
  const vangnet = await startVangnet(opties);
  onTestFinished(() => vangnet.stop());
  return vangnet;
}

const postNaar = ({ smtpUrl }: Vangnet): Post => maakPost({ smtpUrl, van: 'Rugdekking <rugdekking@lindewaard.example>' });
const opdracht = (id: string, aan = 'karin@lindewaard.example') => ({ aan, id, ...bericht('nieuwe-melding', 'http://localhost:8080/w/018f3c52-0000-7000-8000-000000000000') });

describe('the post of the demo', () => {
  it('takes in real mail over a socket and shows it as it is', async () => {
    const gegevensmap = await proefmap();
    const vangnet = await start({ gegevensmap, nu: () => Temporal.Instant.from('2026-11-23T13:10:00Z') });
    expect(vangnet.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
    const { messageId } = await postNaar(vangnet).verstuur(opdracht('een'));
    const [vangst] = vangnet.berichten();
    const { onderwerp, tekst, html } = bericht('nieuwe-melding', 'http://localhost:8080/w/018f3c52-0000-7000-8000-000000000000');
    expect(vangst).toMatchObject({ onderwerp, tekst, messageId, aan: ['karin@lindewaard.example'], van: '"Rugdekking" <rugdekking@lindewaard.example>', herhaling: false });
    expect(vangst?.html?.trim()).toBe(html.trim());
    expect(vangst?.ontvangenOp.toString()).toBe('2026-11-23T13:10:00Z');
    expect(vangnet.bericht(vangst?.id ?? '')).toBe(vangst);
    expect(vangnet.bericht('../../etc/passwd')).toBeUndefined();
    const pad = join(gegevensmap, 'demopost', `${vangst?.id}.eml`);
    expect(await readFile(pad, 'utf8')).toContain(messageId);
    expect((await stat(pad)).mode & 0o777).toBe(0o600);
  });

  it('has kept what it said yes to, after a stop and a start, and takes new mail', async () => {
    const gegevensmap = await proefmap();
    const eerste = await start({ gegevensmap });
    await Promise.all(Array.from({ length: 20 }, (_, i) => postNaar(eerste).verstuur(opdracht(`m${i}`))));
    const voor = eerste.berichten();
    expect(voor).toHaveLength(20);
    await eerste.stop();
    await expect(postNaar(eerste).verstuur(opdracht('mis'))).rejects.toMatchObject({ code: 'post.weg' });
    await writeFile(join(gegevensmap, 'demopost', 'vreemd.eml'), 'x');
    const tweede = await start({ gegevensmap });
    expect(tweede.berichten().map(({ messageId }) => messageId).toSorted()).toEqual(voor.map(({ messageId }) => messageId).toSorted());
    await postNaar(tweede).verstuur(opdracht('nieuw'));
    expect(tweede.berichten()[0]?.messageId).toBe('<nieuw.rugdekking@lindewaard.example>');
    expect(tweede.berichten()).toHaveLength(21);
  });

  it('recognises a mail that was sent again', async () => {
    const vangnet = await start({ gegevensmap: await proefmap() });
    for (const id of ['een', 'twee', 'een']) await postNaar(vangnet).verstuur(opdracht(id));
    expect(vangnet.berichten().map(({ herhaling }) => herhaling)).toEqual([true, false, false]);
  });

  it('keeps the last so many, on disk too, newest first', async () => {
    const gegevensmap = await proefmap();
    let nu = 1_000;
    const vangnet = await start({ gegevensmap, maximum: 3, nu: () => Temporal.Instant.fromEpochMilliseconds((nu += 1)) });
    for (const id of ['a', 'b', 'c', 'd', 'e']) await postNaar(vangnet).verstuur(opdracht(id));
    expect(vangnet.berichten().map(({ messageId }) => messageId.slice(1, 2))).toEqual(['e', 'd', 'c']);
    expect((await readdir(join(gegevensmap, 'demopost'))).toSorted()).toEqual(vangnet.berichten().map(({ id }) => `${id}.eml`).toSorted());
  });

  it('refuses what is too large, and goes on', async () => {
    const vangnet = await start({ gegevensmap: await proefmap() });
    await expect(postNaar(vangnet).verstuur({ ...opdracht('groot'), tekst: 'x'.repeat(2_000_000) })).rejects.toMatchObject({ code: 'post.nooit' });
    await postNaar(vangnet).verstuur(opdracht('klein'));
    expect(vangnet.berichten()).toHaveLength(1);
  });

  it('keeps nothing of a mail whose sender goes away halfway', async () => {
    const gegevensmap = await proefmap();
    const vangnet = await start({ gegevensmap });
    const socket = connect(Number(new URL(vangnet.smtpUrl).port), '127.0.0.1').setEncoding('utf8');
    const zeg = async (regel: string, antwoord: string): Promise<void> => {
      if (regel !== '') socket.write(`${regel}\r\n`);
      expect(String((await once(socket, 'data'))[0])).toMatch(new RegExp(`^${antwoord}`));
    };
    await zeg('', '220');
    await zeg('HELO x', '250');
    await zeg('MAIL FROM:<a@b.nl>', '250');
    await zeg('RCPT TO:<c@d.nl>', '250');
    await zeg('DATA', '354');
    socket.write('Subject: half\r\n\r\nhalve zin');
    socket.destroy();
    await once(socket, 'close');
    await postNaar(vangnet).verstuur(opdracht('heel'));
    expect(vangnet.berichten().map(({ messageId }) => messageId)).toEqual(['<heel.rugdekking@lindewaard.example>']);
    expect(await readdir(join(gegevensmap, 'demopost'))).toHaveLength(1);
  });

  it('says so when its port is taken', async () => {
    const eerste = await start({ gegevensmap: await proefmap() });
    await expect(startVangnet({ gegevensmap: await proefmap(), poort: Number(new URL(eerste.smtpUrl).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
