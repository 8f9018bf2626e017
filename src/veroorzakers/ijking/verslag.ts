import { redentekst, type Ijkveld, type Niveau } from '../../herkennen/index.ts';
import { datumTekst, dagVan } from '../../kern/tijd/index.ts';
import type { Gewichtversie } from './gewichten.ts';
import type { Ijking } from './handelingen.ts';
import { MINSTENS, type Niveauschatting, type Veldschatting } from './schat.ts';

const VELDEN: Readonly<Record<Ijkveld, string>> = { achternaam: 'Achternaam', voornaam: 'Voornaam', geboortedatum: 'Geboortedatum' };
const UITKOMSTEN: Readonly<Record<Veldschatting['uitkomst'], string>> = {
  te_weinig: `te weinig besluiten (minstens ${MINSTENS}); de gewichten blijven`, klopt: 'klopt met de besluiten; de gewichten blijven', wijkt_af: 'wijkt af; hieronder een voorstel',
};

/** What was found, in lines for the operator. Only fields, levels and numbers: nothing of a person. */
export function ijkverslag(ijking: Ijking): string[] {
  const uit = [
    `${ijking.dezelfde + ijking.nietDezelfde} besluiten met redenen: ${ijking.dezelfde} keer dezelfde, ${ijking.nietDezelfde} keer niet dezelfde.`,
    `Nu gelden: ${versienaam(ijking.geldend)}.`,
  ];
  for (const v of ijking.velden) {
    uit.push('', `${VELDEN[v.veld]} (${v.dezelfde} keer vergeleken bij dezelfde, ${v.nietDezelfde} keer bij niet dezelfde): ${UITKOMSTEN[v.uitkomst]}.`);
    uit.push(...tabel(v));
  }
  return [...uit, '', ...LET_OP];
}

export function versienaam(v: Gewichtversie | null): string {
  if (v === null) return 'de gewichten van Rugdekking zelf';
  const waaruit = v.terugNaar === null ? `uit ${v.besluiten ?? 0} besluiten` : v.terugNaar === 0 ? 'terug naar de gewichten van Rugdekking zelf' : `terug naar versie ${v.terugNaar}`;
  return `versie ${v.versie} van ${datumTekst(dagVan(v.op))}, ${waaruit}`;
}

const LET_OP = [
  'Let op:',
  '- Alleen paren die iemand te zien kreeg, zijn geteld. Wie te weinig leek om getoond te worden, telt niet mee. Verschillen komen dus vaker voor dan hier staat.',
  '- Wie besliste, zag wat Rugdekking ervan vond. Dat kan het besluit hebben gekleurd.',
  '- Een voorstel schuift daarom nooit ver in één keer, en een verschil weegt nooit meer dan twee keer zo zwaar als bij het begin.',
  '- Bij adres, telefoon, e-mail, account en kenmerk blijven de gewichten zoals ze zijn.',
];

const KOP = ['', 'dezelfde', 'niet', 'nu', 'gezien', 'tussen (95 % zeker)', 'voorstel', 'bits erbij'];

function tabel(v: Veldschatting): string[] {
  const rij = (n: Niveauschatting): string[] => [
    `${n.wijktAf ? '*' : ' '} ${redentekst(v.veld, n.niveau as Niveau)}`, String(n.dezelfde), String(n.nietDezelfde), procent(n.nu), ...(v.dezelfde === 0 ? ['-', '-'] : [procent(n.gezien), `${procent(n.onder)} en ${procent(n.boven)}`]),
    ...(v.uitkomst === 'wijkt_af' ? [procent(n.voorstel), bits(Math.log2(n.voorstel / n.nu))] : ['blijft', '']),
  ];
  const rijen = [KOP, ...v.niveaus.map(rij)];
  const breedte = KOP.map((_, i) => Math.max(...rijen.map((r) => r[i]?.length ?? 0)));
  return rijen.map((r) => r.map((cel, i) => (i === 0 ? cel.padEnd(breedte[0] ?? 0) : cel.padStart(breedte[i] ?? 0))).join('  ').trimEnd());
}

function procent(p: number): string {
  return `${(p * 100).toFixed(1).replace('.', ',')} %`;
}

function bits(x: number): string {
  return `${x < -0.05 ? '−' : x > 0.05 ? '+' : ''}${Math.abs(x).toFixed(1).replace('.', ',')}`;
}
