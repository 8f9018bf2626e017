import { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import sharp from 'sharp';
import { zegel } from '../dossier/index.ts';
import type { Id } from '../kern/ids.ts';
import { neemIn, type Bestanden } from '../platform/bestanden/index.ts';
import type { Tabellen } from '../platform/database/tabellen.ts';
import type { Wereld } from './organisaties/wereld.ts';
import { legVast, noteer, wijzig, type Dossier } from './verloop/stand.ts';
import { na, voor } from './verloop/tijd.ts';
import { voeg } from './vullen.ts';

type Plaats = Pick<Bestanden, 'bewaring' | 'spoelmap'>;

/** The few files of the demo: to which dossier they belong, by the title it has, and how they are made. */
const BESTANDEN: readonly { titel: RegExp; naam: string; maak(): Buffer | Promise<Buffer> }[] = [
  { titel: /^Privéadres van raadslid geplaatst$/, naam: 'schermafdruk.png', maak: () => schermafdruk(5, '#5b6b7b') },
  { titel: /^Medewerker herkend door een anoniem account$/, naam: 'schermafdruk berichten.png', maak: () => schermafdruk(8, '#3d5a80') },
  { titel: /^Dreiging via voicemail van wijktelefoon$/, naam: 'voicemail.wav', maak: toon },
  { titel: /^Doodsbedreiging na verlaging uitkering$/, naam: 'notities gesprek.txt', maak: () => Buffer.from('15.10 belt\n15.12 scheldt\n15.14 gewaarschuwd\n15.15 de zin, letterlijk (zie melding)\n15.15 opgehangen\n15.16 belt terug, niet opgenomen\ntot 15.40 nog elf keer\n', 'utf8') },
  { titel: /^Dreigend gebaar bij vertrek$/, naam: 'waar ik zat.txt', maak: () => Buffer.from('Balie 2, tweede stoel. Hij liep naar de draaideur en draaide zich om bij de folders. De camera boven de folders moet het hebben.\n', 'utf8') },
];

/** Keeps the files as an upload does, and adds their rows and lines. */
export async function bewaarDemobestanden(w: Wereld, dossiers: readonly Dossier[], { bewaring, spoelmap }: Plaats): Promise<void> {
  for (const { titel, naam, maak } of BESTANDEN) {
    const d = dossiers.find((x) => titel.test(x.rij.titel));
    const melder = d?.melders[0];
    if (d === undefined || melder === undefined) continue;
    const op = na(d.gemeldOp, 0.2);
    if (!voor(op, w.nu)) continue;
    const id = w.nieuwId(op);
    const ingenomen = await neemIn(Readable.from([await maak()]), { naam, spoelmap });
    try {
      const b = await bewaring.bewaar(ingenomen, zegel(w.id, id));
      voeg(w.rijen, 'bestand', {
        organisatie_id: w.id, id, dossier_id: d.id, concept_id: null, naam: b.naam, mediatype: b.mediatype, grootte: b.origineelBytes, sha256: b.origineelSha256, origineel_sleutel: b.origineelSleutel, kopie_sleutel: b.kopieSleutel,
        kopie_mediatype: b.kopieStatus === 'geen-kopie' ? null : b.mediatype, kopie_status: b.kopieStatus, scan: 'geen_scanner', gescand_op: null, door: melder, op, verwijderd_op: null,
      });
    } finally {
      await ingenomen.ruimOp();
    }
    legVast(d, op, 'bestand_toegevoegd', melder, 'behandeling', { bestand: id });
    noteer(d, op, melder, 'bestand.toevoegen', { soort: 'bestand', id });
    wijzig(d);
  }
}

/** Takes the files of organisations that are to be removed out of the storage. */
export async function verwijderBestanden(db: Kysely<Tabellen>, { bewaring }: Plaats, organisaties: readonly Id[]): Promise<void> {
  const rijen = await db.selectFrom('bestand').select(['origineel_sleutel', 'kopie_sleutel', 'kopie_status']).where('organisatie_id', 'in', [...organisaties]).execute();
  const brieven = await db.selectFrom('brief').select('pdf_sleutel').where('organisatie_id', 'in', [...organisaties]).where('pdf_sleutel', 'is not', null).execute();
  for (const { pdf_sleutel: sleutel } of brieven) if (sleutel !== null && !/^0+$/.test(sleutel)) await bewaring.verwijder({ origineelSleutel: sleutel, kopieSleutel: null, kopieStatus: 'ongewijzigd' });
  for (const r of rijen) await bewaring.verwijder({ origineelSleutel: r.origineel_sleutel, kopieSleutel: r.kopie_sleutel, kopieStatus: r.kopie_status as 'ongewijzigd' });
}

/** A telephone with messages, without words: what it says stands in the report. */
function schermafdruk(berichten: number, kleur: string): Promise<Buffer> {
  const blokken = Array.from({ length: berichten }, (_, i) => {
    const breed = 180 + ((i * 67) % 130);
    return `<rect x="${i % 3 === 2 ? 340 - breed : 20}" y="${100 + i * 78}" width="${breed}" height="${44 + ((i * 13) % 20)}" rx="14" fill="${i % 3 === 2 ? '#dfe6ee' : kleur}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="760"><rect width="360" height="760" fill="#f6f7f9"/><rect width="360" height="64" fill="${kleur}"/><circle cx="38" cy="32" r="18" fill="#fff"/>${blokken.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Two seconds of a soft tone, as an old answering machine gives before a message. */
function toon(): Buffer {
  const perSeconde = 8_000;
  const monsters = 2 * perSeconde;
  const wav = Buffer.alloc(44 + monsters * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + monsters * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(perSeconde, 24);
  wav.writeUInt32LE(perSeconde * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(monsters * 2, 40);
  for (let i = 0; i < monsters; i += 1) wav.writeInt16LE(Math.round(6_000 * Math.sin((2 * Math.PI * 440 * i) / perSeconde) * (1 - i / monsters)), 44 + i * 2);
  return wav;
}
