import { pakIn } from './inpakken.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OPEN = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** One paragraph: a style and fixed text with merge fields. */
const p = (tekst: string, stijl?: string): string => `<w:p>${stijl === undefined ? '' : `<w:pPr><w:pStyle w:val="${stijl}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${tekst}</w:t></w:r></w:p>`;

function stijl(id: string, naam: string, grootte: number, meer: { vet?: boolean; kleur?: string; voor?: number; na?: number; niveau?: number } = {}): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Standaard' ? ' w:default="1"' : ''}><w:name w:val="${naam}"/>${id === 'Standaard' ? '' : '<w:basedOn w:val="Standaard"/>'}<w:qFormat/>` +
    `<w:pPr>${meer.niveau === undefined ? '' : '<w:keepNext/>'}<w:spacing w:before="${meer.voor ?? 0}" w:after="${meer.na ?? 120}" w:line="276" w:lineRule="auto"/>${meer.niveau === undefined ? '' : `<w:outlineLvl w:val="${meer.niveau}"/>`}</w:pPr>` +
    `<w:rPr><w:rFonts w:ascii="Source Sans 3" w:hAnsi="Source Sans 3" w:cs="Arial"/>${meer.vet === true ? '<w:b/>' : ''}${meer.kleur === undefined ? '' : `<w:color w:val="${meer.kleur}"/>`}<w:sz w:val="${grootte * 2}"/><w:lang w:val="nl-NL"/></w:rPr></w:style>`;
}

/** The template for who has none of his own, and to begin one with. `kleur` is "#rrggbb"; with a logo its name stands beneath. */
export function standaardsjabloon(kleur: string, metLogo = false): Buffer {
  const k = kleur.slice(1).toUpperCase();
  const document = `${OPEN}<w:document ${W}><w:body>` +
    (metLogo ? p('{logo}') + p('{organisatie}', 'Adres') : p('{organisatie}', 'Afzender')) + p('Retouradres: {retouradres}', 'Klein') + p('', 'Klein') + p('{geadresseerde}', 'Adres') + p('{adres}', 'Adres') + p('') +
    p('Datum: {datum}', 'Adres') + p('Ons kenmerk: {kenmerk}', 'Adres') + p('{contact}', 'Klein') + p('{onderwerp}', 'Kop1') + p('{aanhef}') +
    p('{#brief}') + p('{#heeft_kop}') + p('{kop}', 'Kop2') + p('{/heeft_kop}') + p('{#regels}') + p('{tekst}') + p('{/regels}') + p('{/brief}') +
    p('') + p('{groet}') + p('{namens}', 'Adres') + p('{ondertekenaar}', 'Adres') +
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>';
  const stijlen = `${OPEN}<w:styles ${W}>` + stijl('Standaard', 'Normal', 11) + stijl('Afzender', 'Afzender', 17, { vet: true, kleur: k, na: 40 }) + stijl('Klein', 'Klein', 9, { kleur: '505050', na: 240 }) +
    stijl('Adres', 'Adres', 11, { na: 0 }) + stijl('Kop1', 'heading 1', 15, { vet: true, kleur: k, voor: 360, na: 200, niveau: 0 }) + stijl('Kop2', 'heading 2', 12, { vet: true, kleur: k, voor: 240, na: 80, niveau: 1 }) + '</w:styles>';
  return pakIn([
    ['[Content_Types].xml', `${OPEN}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`],
    ['_rels/.rels', `${OPEN}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
    ['word/document.xml', document],
    ['word/styles.xml', stijlen],
    ['word/_rels/document.xml.rels', `${OPEN}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`],
  ]);
}
