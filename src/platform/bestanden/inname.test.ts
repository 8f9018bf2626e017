import { createHash } from 'node:crypto';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { neemIn, ruimSpoelmapOp, type Ingenomen, type Innamegrenzen } from './inname.ts';
import { cfb, film, kantoordocument, pngKop, proef, proefmap, zip } from './proefbestanden.ts';

type Uitkomst = { code: string } | Ingenomen;

async function neem(naam: string, inhoud: Buffer | string | Readable, grenzen?: Partial<Innamegrenzen>): Promise<{ uitkomst: Uitkomst; over: string[] }> {
  const spoelmap = join(await proefmap(), 'spoel');
  const stroom = inhoud instanceof Readable ? inhoud : Readable.from([Buffer.from(inhoud)], { objectMode: false });
  const uitkomst = await neemIn(stroom, { naam, spoelmap, grenzen }).catch((oorzaak: unknown) => {
    if (oorzaak instanceof Error && 'code' in oorzaak) return { code: String(oorzaak.code) };
    throw oorzaak;
  });
  return { uitkomst, over: await readdir(spoelmap) };
}

async function geweigerd(naam: string, inhoud: Buffer | string | Readable, grenzen?: Partial<Innamegrenzen>): Promise<string> {
  const { uitkomst, over } = await neem(naam, inhoud, grenzen);
  expect(over).toEqual([]);
  return 'code' in uitkomst ? uitkomst.code : `aangenomen als ${uitkomst.soort}`;
}

async function aangenomen(naam: string, inhoud: Buffer | string | Readable): Promise<Ingenomen> {
  const { uitkomst } = await neem(naam, inhoud);
  if ('code' in uitkomst) throw new Error(`refused: ${uitkomst.code}`);
  return uitkomst;
}

const beeld = (soort: 'jpeg' | 'png' | 'webp' | 'gif'): Promise<Buffer> => sharp({ create: { width: 3, height: 2, channels: 3, background: 'teal' } }).toFormat(soort).toBuffer();
const EML = 'From: a@b.nl\r\nTo: c@d.nl\r\nSubject: hoi\r\nContent-Type: text/html\r\n\r\n<html><script>x</script></html>';
const MSG = ['__nameid_version1.0', '__properties_version1.0', '__substg1.0_0037001F'];

describe('taking in a file', () => {
  it('spools it for this user alone, byte for byte, with its hash', async () => {
    const inhoud = await beeld('jpeg');
    const ingenomen = await aangenomen('C:\\fotos\\balie.JPG', inhoud);
    expect(ingenomen).toMatchObject({
      naam: 'balie.JPG', soort: 'jpeg', mediatype: 'image/jpeg', bytes: inhoud.length, extensieKlopt: true,
      sha256: createHash('sha256').update(inhoud).digest('hex'), afmetingen: { breedte: 3, hoogte: 2, beelden: 1 },
    });
    expect((await readFile(ingenomen.pad)).equals(inhoud)).toBe(true);
    expect((await stat(ingenomen.pad)).mode & 0o777).toBe(0o600);
    await ingenomen.ruimOp();
    await expect(stat(ingenomen.pad)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('knows every allowed kind by its content', async () => {
    const gevallen: [string, Buffer | string, string][] = [
      ['a.png', await beeld('png'), 'png'], ['a.webp', await beeld('webp'), 'webp'], ['a.gif', await beeld('gif'), 'gif'],
      ['a.heic', await proef('foto.heic'), 'heic'], ['a.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj\n', 'pdf'],
      ['a.mp3', await proef('geluid.mp3'), 'mp3'], ['a.m4a', await proef('geluid.m4a'), 'm4a'], ['a.aac', await proef('geluid.aac'), 'aac'],
      ['a.opus', await proef('geluid.opus'), 'ogg'], ['a.wav', await proef('geluid.wav'), 'wav'], ['a.webm', await proef('film.webm'), 'webm'],
      ['a.mp4', await proef('film.mp4'), 'mp4'], ['a.mov', await proef('film.mov'), 'mov'], ['a.3gp', await proef('film.3gp'), '3gp'],
      ['a.docx', await proef('brief.docx'), 'docx'], ['a.xlsx', await proef('lijst.xlsx'), 'xlsx'], ['a.docx', kantoordocument('docx'), 'docx'],
      ['a.txt', 'Hij zei: “ik wacht je op”. 😟', 'txt'], ['a.txt', Buffer.from('caf\xe9 \x80 5', 'latin1'), 'txt'],
      ['a.eml', EML, 'eml'], ['a.msg', cfb(MSG), 'msg'],
    ];
    for (const [naam, inhoud, soort] of gevallen) expect(await aangenomen(naam, inhoud), naam).toMatchObject({ soort, extensieKlopt: true, naam });
  });

  it('notes a name that says another kind, and gives it the right ending', async () => {
    expect(await aangenomen('foto.pdf', await beeld('jpeg'))).toMatchObject({ soort: 'jpeg', extensieKlopt: false, naam: 'foto.pdf.jpg' });
    expect(await aangenomen('zonder', await beeld('png'))).toMatchObject({ soort: 'png', extensieKlopt: false, naam: 'zonder.png' });
  });

  it('refuses an empty file', async () => {
    expect(await geweigerd('a.jpg', '')).toBe('bestand.leeg');
  });

  it('stops reading 4 GB at the limit, with flat memory', async () => {
    const blok = Buffer.alloc(1024 * 1024, 'a');
    let gegeven = 0;
    const vierGb = new Readable({
      read() {
        gegeven += blok.length;
        this.push(gegeven > 4 * 1024 ** 3 ? null : blok);
      },
    });
    const vooraf = process.memoryUsage.rss();
    expect(await geweigerd('opname.mp4', vierGb, { bytes: 300 * 1024 * 1024 })).toBe('bestand.te-groot');
    expect(gegeven).toBeLessThanOrEqual(303 * 1024 * 1024);
    expect(process.memoryUsage.rss() - vooraf).toBeLessThan(100 * 1024 * 1024);
    expect(vierGb.destroyed).toBe(false);
  });

  it('takes a file of exactly the limit and refuses one byte more', async () => {
    expect((await neem('a.txt', 'a'.repeat(1_000), { bytes: 1_000 })).uitkomst).toMatchObject({ bytes: 1_000 });
    expect(await geweigerd('a.txt', 'a'.repeat(1_001), { bytes: 1_000 })).toBe('bestand.te-groot');
  });

  it('leaves nothing behind when the sender breaks off', async () => {
    const breekt = Readable.from((async function* () {
      yield Buffer.alloc(100_000);
      throw Object.assign(new Error('weg'), { code: 'ECONNRESET' });
    })());
    expect(await geweigerd('a.jpg', breekt)).toBe('ECONNRESET');
  });

  it('refuses a program, whatever it is called', async () => {
    const exe = Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(500)]);
    for (const naam of ['foto.jpg', 'foto.exe', 'brief.docx', 'notitie.txt', 'zonder']) expect(await geweigerd(naam, exe), naam).toBe('bestand.uitvoerbaar');
    expect(await geweigerd('foto.jpg', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100)]))).toBe('bestand.uitvoerbaar');
  });

  it('refuses scripts and web pages, by content and by name', async () => {
    for (const inhoud of ['#!/bin/sh\nrm', '  <!DOCTYPE html><p>', '\ufeff<html>', '<svg xmlns="http://www.w3.org/2000/svg"/>', '<?xml version="1.0"?><svg/>', '<?php echo 1;', 'tekst\n<script>alert(1)</script>', '@echo off\r\n', '<!-- x --><script>']) {
      expect(await geweigerd('notitie.txt', inhoud), inhoud).toBe('bestand.uitvoerbaar');
    }
    for (const naam of ['a.html', 'a.svg', 'a.js', 'a.ps1', 'a.bat', 'a.lnk', 'a.exe. ', 'a.e\u202exe', 'A.VBS']) expect(await geweigerd(naam, 'gewone tekst'), naam).toBe('bestand.uitvoerbaar');
    expect(await geweigerd('foto.svg', await beeld('jpeg'))).toBe('bestand.uitvoerbaar');
  });

  it('refuses archives, macros and other documents', async () => {
    expect(await geweigerd('a.zip', zip([{ naam: 'a.txt', inhoud: Buffer.from('x') }]))).toBe('bestand.archief');
    expect(await geweigerd('a.docx', zip([{ naam: 'a.txt', inhoud: Buffer.from('x') }]))).toBe('bestand.archief');
    expect(await geweigerd('a.jpg', Buffer.from('1f8b0800000000000003', 'hex'))).toBe('bestand.archief');
    expect(await geweigerd('a.docm', kantoordocument('docx'))).toBe('bestand.macro');
    expect(await geweigerd('a.docx', kantoordocument('docx', [{ naam: 'word/vbaProject.bin', inhoud: Buffer.from('x') }]))).toBe('bestand.macro');
    expect(await geweigerd('a.rtf', '{\\rtf1 hoi}')).toBe('bestand.soort');
  });

  it('refuses a document that becomes huge when opened', async () => {
    expect(await geweigerd('brief.docx', kantoordocument('docx', [{ naam: 'word/bom.xml', inhoud: Buffer.alloc(64 * 1024 * 1024) }]))).toBe('bestand.zipbom');
  });

  it('refuses a compound file that is no Outlook message: an old document, an installer, one with macros or a password', async () => {
    expect(await geweigerd('a.msg', cfb(['WordDocument', '1Table']))).toBe('bestand.soort');
    expect(await geweigerd('a.doc', cfb(['WordDocument']))).toBe('bestand.soort');
    expect(await geweigerd('a.msg', cfb([...MSG, '_VBA_PROJECT']))).toBe('bestand.macro');
    expect(await geweigerd('a.docx', cfb(['EncryptedPackage', 'EncryptionInfo']))).toBe('bestand.beveiligd');
    expect(await geweigerd('a.msg', cfb(MSG).subarray(0, 700))).toBe('bestand.beschadigd');
    const lus = cfb(MSG);
    lus.writeUInt32LE(1, 512 + 4);
    expect(await geweigerd('a.msg', lus)).toBe('bestand.beschadigd');
  });

  it('refuses bytes that are no text and nothing else it knows', async () => {
    for (const inhoud of [Buffer.from([0x61, 0x00, 0x62]), Buffer.from([0x61, 0x1b, 0x62]), Buffer.from([0x81, 0x8d, 0xff]), Buffer.from('\ufeffhoi', 'utf16le')]) expect(await geweigerd('a.txt', inhoud)).toBe('bestand.soort');
  });

  it('takes a letter that was cut between two pieces for the letter it is', async () => {
    const tekst = Buffer.from('é'.repeat(70_000));
    expect(await aangenomen('a.txt', Readable.from([tekst.subarray(0, 65_535), tekst.subarray(65_535)], { objectMode: false }))).toMatchObject({ soort: 'txt' });
  });

  it('does not take text without a message header for a message', async () => {
    expect(await aangenomen('a.eml', 'gewoon een notitie')).toMatchObject({ soort: 'txt', naam: 'a.eml.txt', extensieKlopt: false });
  });

  it('refuses an image of 50,000 × 50,000 pixels by its header alone', async () => {
    const begin = performance.now();
    expect(await geweigerd('groot.png', pngKop(50_000, 50_000))).toBe('bestand.beeld-te-groot');
    expect(performance.now() - begin).toBeLessThan(2_000);
  });

  it('counts the pixels of all frames of an animation', async () => {
    const beelden = await sharp({ create: { width: 100, height: 1_000, channels: 3, background: 'teal', pageHeight: 100, noise: { type: 'gaussian', mean: 128, sigma: 60 } } }).gif().toBuffer();
    expect((await neem('a.gif', beelden)).uitkomst).toMatchObject({ afmetingen: { breedte: 100, hoogte: 100, beelden: 10 } });
    expect(await geweigerd('a.gif', beelden, { beeldpunten: 50_000 })).toBe('bestand.beeld-te-groot');
  });

  it('refuses an image whose header is broken', async () => {
    expect(await geweigerd('a.png', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(20)]))).toBe('bestand.beschadigd');
  });

  it('takes a film made by hand too', async () => {
    expect(await aangenomen('a.mov', film('qt  '))).toMatchObject({ soort: 'mov' });
  });
});

describe('the spool folder after a crash', () => {
  it('loses what is old and keeps what may be in use', async () => {
    const map = await proefmap();
    for (const [naam, leeftijd] of [['oud.deel', 7_200], ['nieuw.deel', 10], ['anders.txt', 7_200]] as const) {
      await writeFile(join(map, naam), 'x');
      await utimes(join(map, naam), 1_000_000 - leeftijd, 1_000_000 - leeftijd);
    }
    expect(await ruimSpoelmapOp(map, 1_000_000_000, 3_600_000)).toBe(1);
    expect((await readdir(map)).toSorted()).toEqual(['anders.txt', 'nieuw.deel']);
    expect(await ruimSpoelmapOp(join(map, 'bestaat-niet'), 0, 0)).toBe(0);
  });
});
