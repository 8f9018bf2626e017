import { posix } from 'node:path';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { xml, type XmlNode } from 'easy-template-x';
import { veldfout } from '../../kern/fouten/index.ts';
import { Bestandsfout, maakKopie, neemIn } from '../../platform/bestanden/index.ts';
import { pakIn } from './inpakken.ts';
import { keurSjabloon, knopen, VELD_SJABLOON } from './keuring.ts';

export interface BewerkteBrief {
  /** The document without what tells who made it. */
  docx: Buffer;
  /** What it says, a paragraph each: heads, body, feet and notes. */
  alineas: string[];
  /** Words that do not show on paper: descriptions of pictures, names of fields. */
  onzichtbaar: string[];
}

/** Parts that say who wrote it and when, or hold what was thrown away: not part of the letter. */
const MAKERS = /^(docProps\/|customXml\/|word\/(people|comments[A-Za-z]*)\.xml$|word\/glossary\/)/;
/** Parts whose text stands on paper. */
const OP_PAPIER = /^word\/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
/** Attributes in which people write words. */
const WOORDEN = new Set(['descr', 'title', 'alt', 'o:title']);
const WOORDEN_VAN = new Set(['w:alias', 'w:tag', 'w:docVar', 'w:bookmarkStart']);

/**
 * Takes a letter that was edited in Word: judged as a template is, without tracked changes and comments, its makers taken out, its pictures made
 * anew without hidden data. Throws a field error that says what is wrong.
 */
export async function leesBewerkt(inhoud: Buffer, spoelmap: string): Promise<BewerkteBrief> {
  const delen = await keurSjabloon(inhoud, 'brief');
  const blijft = [...delen].filter(([naam]) => !MAKERS.test(naam));
  const alineas: string[] = [];
  const onzichtbaar: string[] = [];
  const uit: [string, string | Buffer][] = [];
  for (const [naam, deel] of blijft) {
    if (/\.(png|jpe?g)$/.test(naam)) uit.push([naam, await schoonBeeld(deel, posix.basename(naam), spoelmap)]);
    else if (naam === '[Content_Types].xml') uit.push([naam, zonder(deel.toString('utf8'), (a) => MAKERS.test((a['PartName'] ?? '').replace(/^\//, '')))]);
    else if (naam.endsWith('.rels')) uit.push([naam, zonder(deel.toString('utf8'), (a) => MAKERS.test(doel(naam, a['Target'] ?? '')))]);
    else {
      uit.push([naam, deel]);
      if (!naam.startsWith('word/') || naam.startsWith('word/theme/')) continue;
      const wortel = xml.parser.parse(deel.toString('utf8'));
      vereisAf(wortel);
      const gelezen = tekstVan(wortel);
      (OP_PAPIER.test(naam) ? alineas : onzichtbaar).push(...gelezen.alineas);
      onzichtbaar.push(...gelezen.los, ...woordenVan(wortel));
    }
  }
  const docx = pakIn(uit);
  await keurSjabloon(docx, 'brief');
  if (alineas.length === 0) throw veldfout(VELD_SJABLOON, 'In dit document staat geen tekst.');
  return { docx, alineas, onzichtbaar };
}

/** The part that a relation leads to. */
function doel(rels: string, target: string): string {
  const map = posix.join(posix.dirname(rels), '..');
  return target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(map, target)).replace(/^\.\//, '');
}

/** A list of parts or relations without those that went. */
function zonder(tekst: string, weg: (attributen: Record<string, string>) => boolean): string {
  return tekst.replace(/<(?:\w+:)?(?:Override|Relationship)\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?(?:Override|Relationship)>)/g, (m) => {
    const knoop = [...knopen(xml.parser.parse(m.replace(/^<\w+:/, '<').replace(/<\/\w+:/, '</')))].find((k) => 'attributes' in k && k.attributes);
    return knoop && 'attributes' in knoop && weg(knoop.attributes ?? {}) ? '' : m;
  });
}

const NIET_AF = 'In dit document staan nog bijgehouden wijzigingen of opmerkingen. Daarin staat wie ze maakte, en wat is weggehaald. Accepteer in Word alle wijzigingen, verwijder de opmerkingen, en sla het opnieuw op.';

/** Refuses what is not yet final: changes and comments carry the name of who made them, and text that was taken out. */
function vereisAf(wortel: XmlNode): void {
  for (const k of knopen(wortel)) {
    const a = 'attributes' in k ? (k.attributes ?? {}) : {};
    if (/^w:(ins|del|moveFrom|moveTo|commentReference|commentRangeStart)$/.test(k.nodeName) || Object.keys(a).some((n) => /(^|:)author$/i.test(n))) throw veldfout(VELD_SJABLOON, NIET_AF);
  }
}

/** The text of a part by paragraph, where a word that Word cut in runs is one word again; and loose text that is in no run. */
function tekstVan(wortel: XmlNode): { alineas: string[]; los: string[] } {
  const alineas: string[] = [''];
  const los: string[] = [];
  for (const k of knopen(wortel)) {
    const tekst = (k.childNodes ?? []).map((c) => ('textContent' in c ? c.textContent : '')).join('');
    if (k.nodeName === 'w:p') alineas.push('');
    else if (k.nodeName === 'w:tab' || k.nodeName === 'w:br' || k.nodeName === 'w:cr') alineas[alineas.length - 1] += ' ';
    else if (/(^|:)t$/.test(k.nodeName)) alineas[alineas.length - 1] += tekst;
    else if (tekst.trim() !== '') los.push(tekst);
  }
  return { alineas: alineas.map((a) => a.replace(/\s+/g, ' ').trim()).filter((a) => a !== ''), los };
}

function woordenVan(wortel: XmlNode): string[] {
  const uit: string[] = [];
  for (const k of knopen(wortel)) {
    for (const [naam, w] of Object.entries('attributes' in k ? (k.attributes ?? {}) : {})) if (WOORDEN.has(naam) || (WOORDEN_VAN.has(k.nodeName) && /^w:(val|name)$/.test(naam))) uit.push(w);
  }
  return uit.filter((w) => w.trim() !== '');
}

/** A picture as the files of a dossier are shown: pixels, without where and by whom it was made. */
async function schoonBeeld(beeld: Buffer, naam: string, spoelmap: string): Promise<Buffer> {
  try {
    const ingenomen = await neemIn(Readable.from(beeld), { naam, spoelmap });
    try {
      const kopie = await maakKopie(ingenomen, spoelmap);
      try {
        if (kopie.pad === undefined || kopie.status !== 'ontdaan-van-metagegevens') throw veldfout(VELD_SJABLOON, 'Een afbeelding in dit document kunnen we niet lezen. Haal haar weg of zet er een andere neer.');
        return await readFile(kopie.pad);
      } finally {
        await kopie.ruimOp();
      }
    } finally {
      await ingenomen.ruimOp();
    }
  } catch (e) {
    if (e instanceof Bestandsfout) throw veldfout(VELD_SJABLOON, 'Een afbeelding in dit document kunnen we niet lezen. Haal haar weg of zet er een andere neer.');
    throw e;
  }
}
