import { xml, type XmlNode } from 'easy-template-x';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { veldfout, type Fout } from '../../kern/fouten/index.ts';

/** A template is a page of text: far below what an attack needs. */
export const sjabloongrenzen = { bytes: 2 * 1024 * 1024, delen: 300, uitgepaktBytes: 20 * 1024 * 1024, xmlBytes: 5 * 1024 * 1024 } as const;
export const VELD_SJABLOON = 'bestanden';

/** What a Word document may consist of. What is not here (programs, other documents, fonts, controls) is named and refused. */
const TOEGESTAAN = [
  /^\[Content_Types\]\.xml$/, /^_rels\/\.rels$/, /^docProps\/[A-Za-z]+\.xml$/, /^docProps\/thumbnail\.(jpe?g|png|wmf|emf)$/, /^word\/[A-Za-z]+[0-9]*\.xml$/, /^word\/_rels\/[A-Za-z]+[0-9]*\.xml\.rels$/,
  /^word\/theme\/(_rels\/)?theme[0-9]*\.xml(\.rels)?$/, /^word\/media\/[A-Za-z0-9_-]+\.(png|jpe?g)$/, /^word\/glossary\/(_rels\/)?[A-Za-z]+\.xml(\.rels)?$/, /^customXml\/(_rels\/)?item(Props)?[0-9]+\.xml(\.rels)?$/,
];
const WORDTYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Relations that bring in something else than text, style or picture. */
const FOUTE_RELATIE = /\/(oleObject|package|control|vbaProject|attachedTemplate|aFChunk|frame|subDocument|activeXControl\w*|externalLink\w*|keyMapCustomizations|attachedToolbars)$/i;
const FOUTE_KNOOP = new Set(['w:object', 'w:control', 'w:altChunk', 'w:subDoc', 'w:attachedTemplate', 'w:mailMerge', 'o:OLEObject', 'w:framesetSplitbar']);
/** Fields by which Word fetches or starts something when the letter is opened. */
const FOUT_VELD = /\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|LINK|IMPORT|DATABASE|MACROBUTTON|RD|HYPERLINK)\b/i;

const weiger = (zin: string): Fout => veldfout(VELD_SJABLOON, zin);

/** What is judged, as its messages call it. */
export type Gekeurd = 'sjabloon' | 'brief';

/**
 * Judges a template or an edited letter: a Word document of text, styles and pictures, that brings in nothing and starts nothing. Unpacks
 * every part once, with a limit on what the table of contents says and on what really comes out. Throws a field error that says what is wrong;
 * gives the parts by name.
 */
export async function keurSjabloon(inhoud: Buffer, wat: Gekeurd = 'sjabloon'): Promise<Map<string, Buffer>> {
  if (inhoud.length > sjabloongrenzen.bytes) throw weiger(`Dit bestand is te groot. Een ${wat} mag 2 MB zijn.`);
  const delen = await pakUit(inhoud, wat);
  const typen = delen.get('[Content_Types].xml');
  if (typen === undefined || !delen.has('word/document.xml')) throw weiger(`Dit is geen Word-document. Sla je ${wat} op als .docx.`);
  for (const [naam, deel] of delen) if (/\.(xml|rels)$/.test(naam)) keurXml(naam, deel);
  if (!tekstVan(typen).includes(`"${WORDTYPE}"`)) throw weiger(`Dit is geen gewoon Word-document. Sla je ${wat} op als .docx, zonder macro’s.`);
  return delen;
}

async function pakUit(inhoud: Buffer, wat: Gekeurd): Promise<Map<string, Buffer>> {
  const delen = new Map<string, Buffer>();
  try {
    const zip = await fromBufferPromise(inhoud, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
    if (zip.entryCount > sjabloongrenzen.delen) throw weiger('Dit document bestaat uit te veel onderdelen. Bewaar het opnieuw in Word, of begin met ons voorbeeld.');
    let totaal = 0;
    for await (const deel of zip.eachEntry()) {
      if (deel.fileName.endsWith('/')) continue;
      if (delen.has(deel.fileName) || deel.isEncrypted()) throw weiger('Dit document is beveiligd of beschadigd. Sla het opnieuw op, zonder wachtwoord.');
      if (!TOEGESTAAN.some((vorm) => vorm.test(deel.fileName))) throw weiger(onderdeelzin(deel.fileName));
      totaal += deel.uncompressedSize;
      if (totaal > sjabloongrenzen.uitgepaktBytes) throw weiger(TE_GROOT);
      delen.set(deel.fileName, await lees(zip, deel));
    }
  } catch (oorzaak) {
    if (oorzaak instanceof Error && oorzaak.name === 'Fout') throw oorzaak;
    throw weiger(`Dit is geen Word-document, of het is beschadigd. Sla je ${wat} op als .docx.`);
  }
  return delen;
}

const TE_GROOT = 'Dit document wordt bij openen veel te groot. Haal grote afbeeldingen weg, of begin met ons voorbeeld.';

async function lees(zip: ZipFile, deel: Entry): Promise<Buffer> {
  const stukken: Buffer[] = [];
  let bytes = 0;
  for await (const stuk of await zip.openReadStreamPromise(deel) as AsyncIterable<Buffer>) {
    bytes += stuk.length;
    if (bytes > deel.uncompressedSize || bytes > sjabloongrenzen.uitgepaktBytes || (/\.(xml|rels)$/.test(deel.fileName) && bytes > sjabloongrenzen.xmlBytes)) throw weiger(TE_GROOT);
    stukken.push(stuk);
  }
  return Buffer.concat(stukken);
}

function onderdeelzin(naam: string): string {
  if (/vba|macro/i.test(naam)) return 'In dit document zit een programma (macro). Sla het op als .docx zonder macro’s.';
  if (/embeddings|activeX|ole/i.test(naam)) return 'In dit document zit een ander bestand of een besturingselement. Haal het weg en sla het opnieuw op.';
  return 'In dit document zit een onderdeel dat we niet aannemen: alleen tekst, opmaak en afbeeldingen (png of jpg) kunnen mee. Begin anders met ons voorbeeld.';
}

function tekstVan(deel: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(deel);
  } catch {
    throw weiger('Dit document is beschadigd. Sla het opnieuw op als .docx.');
  }
}

function keurXml(naam: string, deel: Buffer): void {
  const tekst = tekstVan(deel);
  if (/<!(DOCTYPE|ENTITY)/i.test(tekst) || (/^\s*<\?xml[^>]*encoding=/i.test(tekst) && !/^\s*<\?xml[^>]*encoding=["']utf-8["']/i.test(tekst))) throw weiger('Dit document is niet gemaakt zoals Word dat doet. Sla het opnieuw op in Word.');
  let wortel: XmlNode;
  try {
    wortel = xml.parser.parse(tekst);
  } catch {
    throw weiger('Dit document is beschadigd. Sla het opnieuw op als .docx.');
  }
  const veldtekst: string[] = [];
  for (const knoop of knopen(wortel)) {
    const a = 'attributes' in knoop ? (knoop.attributes ?? {}) : {};
    if (/(^|:)Relationship$/.test(knoop.nodeName)) keurRelatie(a);
    if (FOUTE_KNOOP.has(knoop.nodeName)) throw weiger('In dit document zit een ander bestand, een besturingselement of een koppeling. Haal het weg en sla het opnieuw op.');
    if (/(^|:)(Override|Default)$/.test(knoop.nodeName) && /macroEnabled|vbaProject/i.test(a['ContentType'] ?? '')) throw weiger(onderdeelzin('vbaProject'));
    if (knoop.nodeName === 'w:fldSimple') veldtekst.push(a['w:instr'] ?? '', ' ');
    if (knoop.nodeName === 'w:instrText') veldtekst.push(...(knoop.childNodes ?? []).map((k) => ('textContent' in k ? k.textContent : '')));
  }
  if (FOUT_VELD.test(veldtekst.join(''))) throw weiger(`In dit document zit een veld van Word dat iets van buiten haalt of start. Haal het weg. Het staat in ${naam.startsWith('word/header') ? 'de koptekst' : naam.startsWith('word/footer') ? 'de voettekst' : 'de tekst'}.`);
}

function keurRelatie(a: Record<string, string>): void {
  if ((a['TargetMode'] ?? 'Internal').toLowerCase() !== 'internal' || /^\s*([a-z][a-z0-9+.-]*:|\/\/|\\\\)/i.test(a['Target'] ?? '')) {
    throw weiger('Dit document verwijst naar iets buiten zichzelf, zoals een link, een gekoppelde afbeelding of een sjabloon. Haal de verwijzing weg. Een webadres mag er wel in staan als gewone tekst.');
  }
  if (FOUTE_RELATIE.test(a['Type'] ?? '')) throw weiger('In dit document zit een ander bestand of een koppeling. Haal het weg en sla het opnieuw op.');
}

/** Every node of a tree, in the order of the text. */
export function* knopen(knoop: XmlNode): Generator<XmlNode> {
  const stapel = [knoop];
  for (let nu = stapel.pop(); nu !== undefined; nu = stapel.pop()) {
    yield nu;
    // The tree shares its links between brothers; children are enough.
    stapel.push(...(nu.childNodes ?? []).toReversed());
  }
}
