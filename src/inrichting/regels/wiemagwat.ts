import { hoedanigheden, rechtentabel, type Handelingnaam, type Hoedanigheid, type Regel } from '../../kern/rechten/index.ts';

/** The parts of the page, by the first word of the name of an act; a part that is new here comes at the end under its own word. */
const groepnamen: Readonly<Record<string, string>> = {
  melding: 'Melden', concept: 'Melden', collega: 'Melden',
  vandaag: 'Dossiers', dossier: 'Dossiers', verklaring: 'Dossiers', termijn: 'Dossiers', bestand: 'Dossiers',
  wederhoor: 'Wederhoor',
  nazorg: 'Nazorg en terugkoppeling', hulp: 'Nazorg en terugkoppeling', terugkoppeling: 'Nazorg en terugkoppeling',
  brief: 'Brieven',
  kader: 'Handelingskader', norm: 'Handelingskader', advies: 'Handelingskader',
  gesprek: 'Maatregelen', maatregel: 'Maatregelen', receptie: 'Maatregelen', overtreding: 'Maatregelen', herstelbericht: 'Maatregelen', grens: 'Maatregelen',
  controle: 'Signalen en controle vooraf', signaal: 'Signalen en controle vooraf', instructie: 'Signalen en controle vooraf', bezoek: 'Signalen en controle vooraf', koppeling: 'Signalen en controle vooraf',
  veroorzaker: 'Veroorzakers', persoon: 'Veroorzakers', feitstatus: 'Veroorzakers', avg: 'Rechten van wie is geregistreerd',
  inrichting: 'Inrichting en toezicht', rechten: 'Inrichting en toezicht', journaal: 'Inrichting en toezicht',
  sessie: 'Eigen account', account: 'Eigen account', onderbroken: 'Eigen account',
};
const uitzondering: Partial<Record<Handelingnaam, string>> = { 'hulp.lezen': 'Eigen account' };

export interface Rechtregel {
  naam: Handelingnaam;
  tekst: string;
  voor: ReadonlySet<Hoedanigheid>;
  /** When it is allowed, in words; '' when always. */
  voorwaarde: string;
}

export interface Rechtgroep {
  naam: string;
  /** The capacities that may do something in this part: the columns. */
  kolommen: readonly Hoedanigheid[];
  regels: readonly Rechtregel[];
}

export const hoedanigheidcodes = Object.keys(hoedanigheden) as Hoedanigheid[];

/** The rights table as people read it. With `ik` only what this capacity may do; every colleague may also do what "iedere collega" may. */
export function rechtgroepen(ik?: Hoedanigheid): Rechtgroep[] {
  const alle = (Object.entries(rechtentabel) as [Handelingnaam, Regel][]).map(([naam, r]) => ({ groep: groepVan(naam), regel: { naam, tekst: r.tekst, voor: new Set(r.voor), voorwaarde: voorwaardeVan(r) } }));
  const gezien = ik === undefined ? alle : alle.filter(({ regel }) => regel.voor.has(ik) || regel.voor.has('medewerker'));
  return [...Map.groupBy(gezien, (x) => x.groep)].map(([naam, rijen]) => {
    const regels = rijen.map((x) => x.regel);
    return { naam, regels, kolommen: hoedanigheidcodes.filter((h) => regels.some((r) => r.voor.has(h))) };
  });
}

function groepVan(naam: Handelingnaam): string {
  const woord = naam.split('.')[0] ?? naam;
  return uitzondering[naam] ?? groepnamen[woord] ?? woord.charAt(0).toUpperCase() + woord.slice(1);
}

const STATUS = { nieuw: 'nieuw', in_behandeling: 'in behandeling', gesloten: 'gesloten' } as const;

function voorwaardeVan({ status, voorwaarde }: Regel): string {
  const delen: string[] = [];
  if (status) delen.push(status.length === 2 && !status.includes('gesloten') ? 'Zolang het dossier open is.' : `Als het dossier ${status.map((s) => STATUS[s]).join(' of ')} is.`);
  if (voorwaarde) delen.push(voorwaarde);
  return delen.join(' ');
}
