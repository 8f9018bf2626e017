import { parseArgs } from 'node:util';
import { meetKandidaten } from './herkennen/kandidaten.ts';
import { meetHerkennen } from './herkennen/meting.ts';
import { openProefveld, type Proefveld } from './omgeving/database.ts';
import { meetBacktest } from './metingen/backtest.ts';
import { meetGeheugen } from './metingen/geheugen.ts';
import { meetGelijk } from './metingen/gelijk.ts';
import { meetGroei, meetVers } from './metingen/groei.ts';
import { meetLezen } from './metingen/lezen.ts';
import type { Meting, Opties } from './metingen/meting.ts';
import { meetPagina } from './metingen/pagina.ts';
import { meetSchrijven } from './metingen/schrijven.ts';
import { tabel } from './tabel.ts';
import { laadTsx } from './tsx.ts';

const HULP = `npm run bench -- <naam> [--json] [--dossiers 100000] [--rondes 5] [--seconden 4]

  lijst      lijst van 25 dossiers met filter en aantal, naast de referentie
  dossier    pagina van een dossier, naast de referentie
  zoek       zoeken in de verhalen, naast de referentie
  melden     een melding indienen, naast de referentie
  gelijk     stuurt de referentie dezelfde opdrachten aan de database?
  groei      dezelfde pagina's met 10.000 en met 1.000.000 dossiers, en op tabellen die net 10.000 meldingen kregen
  geheugen   wat het proces van de applicatie in het geheugen houdt
  pagina     hoeveel bytes de eerste pagina van een melding is
  backtest   een concept van het handelingskader over 100.000 incidenten, naast de versie die geldt
  alles      alles hierboven
  herkennen  personen herkennen in een register van --personen (100000), met --vragen (4000) per soort bewijs en --pergroep (20000); duurt met 1.000.000 een minuut of acht
  kandidaten zoeken zoals de kamer het doet, in haar eigen tabellen en met row-level security, met --personen en --vragen (hoogstens 1500 per soort bewijs)
  tijd       is aan de duur van een antwoord te zien dat iemand bestaat die je niet mag kennen? met --paren (3000) vragen over hem en over niemand

De referentie (bench/referentie) is node:http met pg en doet dezelfde SQL. verhouding is het aantal verzoeken per seconde van de applicatie,
gedeeld door dat van de referentie met row-level security; bij groei hoeveel keer trager het wordt. De database met verzonnen gegevens
blijft staan in de tijdelijke map, zodat een volgende keer snel begint.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, dossiers: { type: 'string', default: '100000' }, rondes: { type: 'string', default: '5' }, seconden: { type: 'string', default: '4' }, personen: { type: 'string', default: '100000' }, vragen: { type: 'string', default: '4000' }, pergroep: { type: 'string', default: '20000' }, zaad: { type: 'string', default: '2' }, paren: { type: 'string', default: '3000' }, help: { type: 'boolean', short: 'h', default: false } },
});
const begin = performance.now();
const o: Opties = {
  rondes: Number(values.rondes),
  duurMs: Number(values.seconden) * 1000,
  meld: (tekst) => void process.stderr.write(`[${((performance.now() - begin) / 1000).toFixed(0).padStart(4)} s] ${tekst}\n`),
};
const KLEIN = 10_000;
const GROOT = 1_000_000;

const los: Record<string, () => Promise<Meting[]>> = {
  herkennen: () => meetHerkennen({ personen: Number(values.personen), vragen: Number(values.vragen), perGroep: Number(values.pergroep), zaad: Number(values.zaad), meld: o.meld }),
  kandidaten: () => meetKandidaten({ personen: Number(values.personen), vragen: Number(values.vragen), perGroep: Number(values.pergroep), zaad: Number(values.zaad), meld: o.meld }),
  async tijd() {
    laadTsx();
    const { meetTijd } = await import('./metingen/tijd.ts');
    return meetTijd({ paren: Number(values.paren), zaad: Number(values.zaad), meld: o.meld });
  },
};
const metingen: Record<string, () => Promise<Meting[]>> = {
  pagina: () => opVeld((veld) => meetPagina(veld, o)),
  gelijk: () => meetGelijk(KLEIN, o),
  lijst: () => opVeld((veld) => meetLezen(veld, ['lijst'], o)),
  dossier: () => opVeld((veld) => meetLezen(veld, ['dossier'], o)),
  zoek: () => opVeld((veld) => meetLezen(veld, ['zoek'], o)),
  melden: () => opVeld((veld) => meetSchrijven(veld, o)),
  geheugen: () => opVeld((veld) => meetGeheugen(veld, o)),
  backtest: async () => meetBacktest(o),
  groei: async () => [...(await opVeld((veld) => meetVers(veld, o))), ...(await meetGroei(KLEIN, GROOT, o))],
};

async function opVeld(werk: (veld: Proefveld) => Promise<Meting[]>): Promise<Meting[]> {
  const veld = await openProefveld(Number(values.dossiers), o.meld);
  try {
    return await werk(veld);
  } finally {
    await veld.stop();
  }
}

const [naam] = positionals;
const gekozen = naam === 'alles' ? Object.keys(metingen) : naam !== undefined && (naam in metingen || naam in los) ? [naam] : [];
if (values.help || gekozen.length === 0) {
  process.stdout.write(HULP);
  process.exitCode = values.help ? 0 : 2;
} else {
  const alle: Meting[] = [];
  for (const een of gekozen) {
    const uit = (await (metingen[een] ?? los[een])?.()) ?? [];
    alle.push(...uit);
    if (values.json) for (const meting of uit) process.stdout.write(`${JSON.stringify(meting, afgerond)}\n`);
  }
  if (!values.json) process.stdout.write(tabel(alle));
}

/** Four figures are more than the measurement knows. */
function afgerond(_: string, waarde: unknown): unknown {
  return typeof waarde === 'number' && !Number.isInteger(waarde) ? Number(waarde.toPrecision(4)) : waarde;
}
