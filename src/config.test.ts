import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Instelfout, leesBasisconfig, leesConfig } from './config.ts';

const PRODUCTIE = { RUGDEKKING_URL: 'https://rugdekking.gemeente.example/', SMTP_URL: 'smtps://u:geheim@mail.example', MAIL_VAN: 'Rugdekking <r@gemeente.example>' };

describe('settings', () => {
  it('has a default for everything in a demo', () => {
    const config = leesConfig({}, { demo: true });
    expect(config).toMatchObject({ poort: 8080, url: 'http://localhost:8080', demo: true, post: null, proxies: 0, metingen: { host: '127.0.0.1', poort: 9464 } });
    expect(config.gegevensmap).toBe(resolve('gegevens'));
  });

  it('takes an empty value for none', () => {
    expect(leesConfig({ PORT: '', DATABASE_URL: '' }, { demo: true })).toMatchObject({ poort: 8080, databaseUrl: undefined });
  });

  it('gives the own address of a production installation without a slash', () => {
    expect(leesConfig(PRODUCTIE)).toMatchObject({ url: 'https://rugdekking.gemeente.example', demo: false, post: { van: PRODUCTIE.MAIL_VAN } });
  });

  it('lets the command line decide about the demo', () => {
    expect(leesConfig({ RUGDEKKING_DEMO: 'nee' }, { demo: true }).demo).toBe(true);
    expect(leesConfig({ RUGDEKKING_DEMO: 'ja' }).demo).toBe(true);
  });

  it('names every setting that is wrong, in one go, and never shows a value', () => {
    const lees = () => leesConfig({ ...PRODUCTIE, PORT: '80a', DATABASE_URL: 'mysql://root:geheim@db/x', LOG_NIVEAU: 'hard', RUGDEKKING_METINGEN: '9464', RUGDEKKING_PROXIES: '-1' });
    expect(lees).toThrow(Instelfout);
    for (const naam of ['PORT', 'DATABASE_URL', 'LOG_NIVEAU', 'RUGDEKKING_METINGEN', 'RUGDEKKING_PROXIES']) expect(lees).toThrow(naam);
    expect(lees).not.toThrow(/geheim/);
  });

  it.each([
    ['PORT', '0'], ['PORT', '65536'], ['PORT', '8080.5'], ['RUGDEKKING_URL', 'https://a.example/pad'], ['RUGDEKKING_URL', 'ftp://a.example'], ['RUGDEKKING_METINGEN', 'host:70000'],
    ['MAIL_VAN', 'geen adres'], ['MAIL_VAN', 'a@b.example\r\nBcc: c@d.example'], ['RUGDEKKING_BEVEILIGINGSCONTACT', 'bel maar'], ['RUGDEKKING_DEMO', 'misschien'],
  ])('refuses %s=%s', (naam, waarde) => {
    expect(() => leesConfig({ ...PRODUCTIE, [naam]: waarde })).toThrow(naam);
  });

  it('says what a production installation cannot do without', () => {
    for (const naam of Object.keys(PRODUCTIE)) expect(() => leesConfig({ ...PRODUCTIE, [naam]: undefined })).toThrow(naam);
  });

  it('does not ask a command on the data for the settings of the web server', () => {
    expect(leesBasisconfig({ PORT: 'x', RUGDEKKING_DATA: '/gegevens' })).toMatchObject({ gegevensmap: '/gegevens' });
  });

  it('turns metrics off, or on at another address', () => {
    expect(leesConfig({ RUGDEKKING_METINGEN: 'uit' }, { demo: true }).metingen).toBeNull();
    expect(leesConfig({ RUGDEKKING_METINGEN: '[::1]:9000' }, { demo: true }).metingen).toEqual({ host: '::1', poort: 9000 });
  });
});

describe('a setting in a file', () => {
  const bestand = (inhoud: string): string => {
    const map = mkdtempSync(join(tmpdir(), 'rugdekking-config-'));
    onTestFinished(() => rmSync(map, { recursive: true }));
    writeFileSync(join(map, 'geheim'), inhoud);
    return join(map, 'geheim');
  };

  it('is read, without the newline at its end', () => {
    const config = leesBasisconfig({ DATABASE_URL_FILE: bestand('postgresql://u:p@db/rugdekking\n'), RUGDEKKING_BESTANDSSLEUTEL_FILE: bestand('c2xldXRlbA==\n') });
    expect(config.databaseUrl).toBe('postgresql://u:p@db/rugdekking');
    expect(config.omgeving['RUGDEKKING_BESTANDSSLEUTEL']).toBe('c2xldXRlbA==');
  });

  it('is refused beside the setting itself, or when it is not there', () => {
    expect(() => leesBasisconfig({ DATABASE_URL_FILE: bestand('x'), DATABASE_URL: 'postgresql://db/x' })).toThrow('kies er één');
    expect(() => leesBasisconfig({ DATABASE_URL_FILE: '/bestaat/niet' })).toThrow('DATABASE_URL_FILE');
  });
});
