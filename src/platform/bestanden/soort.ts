import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { leesKop } from './bron.ts';
import { keurOutlookbericht } from './cfb.ts';
import { Bestandsfout } from './fouten.ts';
import { keurTekst } from './tekst.ts';
import { keurKantoordocument } from './zip.ts';

interface Soortgegevens {
  mediatype: string;
  groep: 'beeld' | 'geluid' | 'video' | 'document' | 'bericht';
  /** Extensions that fit this content; the first is put behind a name that has none of them. */
  extensies: readonly [string, ...string[]];
}

/** The kinds of file that are taken in, all of them decided by content. */
export const bestandssoorten = {
  jpeg: { mediatype: 'image/jpeg', groep: 'beeld', extensies: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  png: { mediatype: 'image/png', groep: 'beeld', extensies: ['png'] },
  webp: { mediatype: 'image/webp', groep: 'beeld', extensies: ['webp'] },
  gif: { mediatype: 'image/gif', groep: 'beeld', extensies: ['gif'] },
  heic: { mediatype: 'image/heic', groep: 'beeld', extensies: ['heic', 'heif'] },
  mp3: { mediatype: 'audio/mpeg', groep: 'geluid', extensies: ['mp3'] },
  m4a: { mediatype: 'audio/mp4', groep: 'geluid', extensies: ['m4a', 'm4b', 'mp4'] },
  aac: { mediatype: 'audio/aac', groep: 'geluid', extensies: ['aac'] },
  ogg: { mediatype: 'audio/ogg', groep: 'geluid', extensies: ['ogg', 'opus', 'oga'] },
  wav: { mediatype: 'audio/wav', groep: 'geluid', extensies: ['wav'] },
  webm: { mediatype: 'video/webm', groep: 'video', extensies: ['webm', 'weba'] },
  mp4: { mediatype: 'video/mp4', groep: 'video', extensies: ['mp4', 'm4v', 'm4a', 'mov'] },
  mov: { mediatype: 'video/quicktime', groep: 'video', extensies: ['mov', 'qt'] },
  '3gp': { mediatype: 'video/3gpp', groep: 'video', extensies: ['3gp', '3g2', '3gpp', 'mp4', 'm4a'] },
  pdf: { mediatype: 'application/pdf', groep: 'document', extensies: ['pdf'] },
  docx: { mediatype: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', groep: 'document', extensies: ['docx'] },
  xlsx: { mediatype: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', groep: 'document', extensies: ['xlsx'] },
  txt: { mediatype: 'text/plain', groep: 'document', extensies: ['txt', 'text', 'log'] },
  eml: { mediatype: 'message/rfc822', groep: 'bericht', extensies: ['eml'] },
  msg: { mediatype: 'application/vnd.ms-outlook', groep: 'bericht', extensies: ['msg'] },
} as const satisfies Record<string, Soortgegevens>;

export type Bestandssoort = keyof typeof bestandssoorten;

/** What `file-type` calls them, mapped to ours. Zip, compound files and text are decided apart. */
const bekend: Readonly<Record<string, Bestandssoort>> = {
  jpg: 'jpeg', png: 'png', apng: 'png', webp: 'webp', gif: 'gif', heic: 'heic', mp3: 'mp3', m4a: 'm4a', m4b: 'm4a', aac: 'aac',
  ogg: 'ogg', oga: 'ogg', opus: 'ogg', wav: 'wav', webm: 'webm', mp4: 'mp4', m4v: 'mp4', mov: 'mov', '3gp': '3gp', '3g2': '3gp', pdf: 'pdf',
};

const programmas = new Set(['exe', 'elf', 'macho', 'dex', 'wasm', 'class', 'jar', 'apk', 'deb', 'rpm', 'crx', 'lnk', 'swf', 'nes', 'msi', 'dmg', 'xml', 'alias', 'chm', 'ps', 'eps', 'bc']);
const archieven = new Set(['zip', 'rar', '7z', 'tar', 'gz', 'tar.gz', 'bz2', 'xz', 'lz', 'lz4', 'zst', 'Z', 'cab', 'arj', 'ace', 'cpio', 'lzh', 'iso', 'ar']);

/** Extensions that a double click runs or a browser renders; refused whatever the content is. */
const gevaarlijkeExtensies = new Set(
  `ade adp app apk appx asp aspx bat chm cmd com cpl crx dll dmg elf exe gadget hta htm html inf ins iso jar js jse jsp lnk mde mht
  mhtml mjs msc msi msix msp mst pif php pl ps1 psm1 py rb reg scf scr sh shtml svg svgz sys url vb vbe vbs wasm ws wsc wsf wsh xht xhtml xll xml xsl`.split(/\s+/),
);
const macroExtensies = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'xlam', 'xlsb', 'pptm', 'potm', 'ppam', 'ppsm', 'sldm']);

/**
 * Decides by content what a file is, or throws a Bestandsfout that says why it is refused. The extension only ever makes it
 * stricter (and tells a saved e-mail from other text).
 */
export async function bepaalSoort(pad: string, extensie: string): Promise<Bestandssoort> {
  if (gevaarlijkeExtensies.has(extensie)) throw new Bestandsfout('bestand.uitvoerbaar');
  if (macroExtensies.has(extensie)) throw new Bestandsfout('bestand.macro');
  const magie = await magieVan(pad);
  // Zip is judged before file-type sees it: that unpacks, we do so with our own limits.
  if (/^504b(0304|0506|0708)/.test(magie)) return keurKantoordocument(pad);
  if (magie === 'd0cf11e0a1b11ae1') return keurOutlookbericht(pad);
  const gevonden = (await fileTypeFromFile(pad))?.ext;
  if (gevonden === undefined) return keurTekst(pad, extensie);
  const soort = Object.hasOwn(bekend, gevonden) ? bekend[gevonden] : undefined;
  if (soort !== undefined) return soort;
  if (programmas.has(gevonden)) throw new Bestandsfout('bestand.uitvoerbaar');
  if (archieven.has(gevonden)) throw new Bestandsfout('bestand.archief');
  throw new Bestandsfout('bestand.soort');
}

/** The first eight bytes, hexadecimal. */
async function magieVan(pad: string): Promise<string> {
  const bestand = await open(pad, 'r');
  return leesKop(bestand, 8)
    .then((kop) => kop.toString('hex'))
    .finally(() => bestand.close());
}
