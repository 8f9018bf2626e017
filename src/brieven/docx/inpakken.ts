import { crc32, deflateRawSync } from 'node:zlib';

/** Puts parts in a zip file (APPNOTE 6.3, deflate, no zip64): for the small documents we make ourselves. */
export function pakIn(delen: readonly (readonly [naam: string, inhoud: string | Buffer])[]): Buffer {
  const stukken: Buffer[] = [];
  const overzicht: Buffer[] = [];
  let plaats = 0;
  for (const [naam, inhoud] of delen) {
    const rauw = typeof inhoud === 'string' ? Buffer.from(inhoud, 'utf8') : inhoud;
    const data = deflateRawSync(rauw, { level: 9 });
    // Version 2.0, UTF-8 names, deflate, 1 January 1980; then CRC, sizes and the length of the name.
    const kop = Buffer.alloc(26);
    kop.writeUInt16LE(20, 0);
    kop.writeUInt16LE(0x0800, 2);
    kop.writeUInt16LE(8, 4);
    kop.writeUInt16LE(0x21, 8);
    kop.writeUInt32LE(crc32(rauw), 10);
    kop.writeUInt32LE(data.length, 14);
    kop.writeUInt32LE(rauw.length, 18);
    kop.writeUInt16LE(Buffer.byteLength(naam), 22);
    const plek = Buffer.alloc(14);
    plek.writeUInt32LE(plaats, 10);
    overzicht.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), kop, plek, Buffer.from(naam));
    const deel = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), kop, Buffer.from(naam), data]);
    stukken.push(deel);
    plaats += deel.length;
  }
  const lijst = Buffer.concat(overzicht);
  const einde = Buffer.alloc(22);
  einde.write('PK\x05\x06', 0, 'latin1');
  einde.writeUInt16LE(delen.length, 8);
  einde.writeUInt16LE(delen.length, 10);
  einde.writeUInt32LE(lijst.length, 12);
  einde.writeUInt32LE(plaats, 16);
  return Buffer.concat([...stukken, lijst, einde]);
}
