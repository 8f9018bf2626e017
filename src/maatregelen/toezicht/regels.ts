import { Temporal } from 'temporal-polyfill';
import type { Maatregelregel } from '../vragen/lijst.ts';
import type { Maatregelsoort } from '../regels/woorden.ts';

/** What reception does when this person comes: fixed text by kind, so that nothing of the case is on that page (functies D8). */
export const instructies: Partial<Record<Maatregelsoort, { kop: string; doen: readonly string[] }>> = {
  pandverbod: { kop: 'Mag niet naar binnen', doen: ['Zeg rustig dat deze persoon hier niet mag zijn, en vraag te vertrekken.', 'Gaat deze persoon niet? Bel de beveiliging.', 'Dreiging of geweld? Ga weg en bel 112.'] },
  rechterlijk_bevel: { kop: 'Mag hier niet zijn van de rechter', doen: ['Ga niet in gesprek. Bel de beveiliging.', 'De beveiliging belt de politie.', 'Dreiging of geweld? Ga weg en bel 112.'] },
  contactbeperking: { kop: 'Wordt niet aan de balie geholpen', doen: ['Zeg rustig dat wij niet aan de balie helpen, en dat dit in de brief staat.', 'Wijs op het contact dat in de brief staat.', 'Dreiging of geweld? Ga weg en bel 112.'] },
  via_gemachtigde: { kop: 'Wordt geholpen via een gemachtigde', doen: ['Zeg rustig dat wij met de gemachtigde praten, en dat dit in de brief staat.', 'Komt de gemachtigde? Dan helpen we gewoon.', 'Dreiging of geweld? Ga weg en bel 112.'] },
  opschorting: { kop: 'Deze dienst staat stil', doen: ['Zeg rustig dat de dienst uit de brief nu stilstaat.', 'Al het andere helpen we gewoon.', 'Dreiging of geweld? Ga weg en bel 112.'] },
};

/** Whether reception needs to know: who may not come in always, other limits only when they are about the desk. */
export function voorReceptie(m: Pick<Maatregelregel, 'soort' | 'bereik'>): boolean {
  if (m.soort === 'pandverbod' || m.soort === 'rechterlijk_bevel') return true;
  return instructies[m.soort] !== undefined && m.bereik.some((b) => b.soort === 'kanaal' && b.kanaal === 'balie');
}

export const vertrekwijzen = {
  meteen: 'Ja, meteen toen we het zeiden',
  na_vordering: 'Ja, na de vordering om te vertrekken',
  met_politie: 'Ja, met de politie',
  nee: 'Nee, niet vertrokken',
  niet_gezien: 'Niet gezien: weg voordat we iets konden zeggen',
} as const;
export type Vertrekwijze = keyof typeof vertrekwijzen;
export const vertrekcodes = Object.keys(vertrekwijzen) as [Vertrekwijze, ...Vertrekwijze[]];

export const politiewoorden = { nee: 'Nee', gebeld: 'Ja, gebeld', gekomen: 'Ja, de politie kwam' } as const;
export type Politie = keyof typeof politiewoorden;
export const politiecodes = Object.keys(politiewoorden) as [Politie, ...Politie[]];

/** What does not fit together in a breach as it was told. */
export function tegenstrijdig(o: { gevorderd: 'ja' | 'nee'; vertrokken: Vertrekwijze; politie: Politie }): { veld: string; tekst: string } | null {
  if (o.vertrokken === 'na_vordering' && o.gevorderd === 'nee') return { veld: 'vertrokken', tekst: 'Je schreef dat niemand heeft gevorderd te vertrekken. Kies een ander antwoord, of vul in wie dat deed.' };
  if (o.vertrokken === 'met_politie' && o.politie !== 'gekomen') return { veld: 'politie', tekst: 'Je schreef dat de persoon met de politie vertrok. Kies dan dat de politie kwam.' };
  if (o.vertrokken === 'niet_gezien' && o.gevorderd === 'ja') return { veld: 'vertrokken', tekst: 'Je schreef dat iemand heeft gevorderd te vertrekken. Vul dan in wat de persoon deed.' };
  return null;
}

/** A breach in one sentence, for who handles the dossier. */
export function overtredingzin(o: { gevorderd: 'ja' | 'nee'; namens: string; gevorderdDoor: string | null; vertrokken: Vertrekwijze; politie: Politie }): string {
  const eis = o.gevorderd === 'ja' ? `${o.gevorderdDoor ?? 'Een collega'} vorderde namens ${o.namens} te vertrekken.` : 'Niemand vorderde te vertrekken.';
  const gevolg: Record<Vertrekwijze, string> = { meteen: 'De betrokkene vertrok meteen.', na_vordering: 'De betrokkene vertrok daarna.', met_politie: 'De betrokkene vertrok met de politie.', nee: 'De betrokkene vertrok niet.', niet_gezien: 'De betrokkene was al weg.' };
  const politie: Record<Politie, string> = { nee: 'De politie is niet gebeld.', gebeld: 'De politie is gebeld.', gekomen: 'De politie kwam.' };
  return `${eis} ${gevolg[o.vertrokken]} ${politie[o.politie]}`;
}

export const evaluatieuitkomsten = { houden: 'De maatregel blijft', korter: 'De maatregel eindigt eerder', opheffen: 'De maatregel stopt nu' } as const;
export type Evaluatieuitkomst = keyof typeof evaluatieuitkomsten;
export const evaluatiecodes = Object.keys(evaluatieuitkomsten) as [Evaluatieuitkomst, ...Evaluatieuitkomst[]];

/** A measure that goes on longer than this after an evaluation is looked at once more (achtergrond §6.2: evaluated periodically). */
export const OPNIEUW_NA_DAGEN = 92;

export interface Evaluatiekeuze {
  uitkomst: Evaluatieuitkomst;
  nieuwEinde: Temporal.PlainDate | null;
  volgende: Temporal.PlainDate | null;
}

/** What is wrong with the outcome of an evaluation; null when nothing is. */
export function bezwaarTegenEvaluatie(k: Evaluatiekeuze, m: { soort: Maatregelsoort; begin: Temporal.PlainDate; einde: Temporal.PlainDate }, vandaag: Temporal.PlainDate): { veld: string; tekst: string } | null {
  const na = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) > 0;
  if (k.uitkomst !== 'houden' && m.soort === 'rechterlijk_bevel') return { veld: 'uitkomst', tekst: 'Alleen de rechter kan dit eerder laten stoppen.' };
  if (k.uitkomst === 'opheffen') return null;
  if (k.uitkomst === 'korter') {
    if (k.nieuwEinde === null) return { veld: 'nieuw_einde', tekst: 'Vul in op welke dag de maatregel nu eindigt.' };
    if (!na(k.nieuwEinde, vandaag)) return { veld: 'nieuw_einde', tekst: 'Kies een dag vanaf morgen. Moet de maatregel vandaag stoppen? Kies dan ‘De maatregel stopt nu’.' };
    if (!na(m.einde, k.nieuwEinde)) return { veld: 'nieuw_einde', tekst: 'Dit is niet eerder dan het einde dat er al staat. Langer maken kan alleen met een verlenging, als er nieuwe feiten zijn.' };
    if (!na(k.nieuwEinde, m.begin)) return { veld: 'nieuw_einde', tekst: 'De maatregel moet na het begin eindigen. Kies een latere dag, of laat de maatregel nu stoppen.' };
  }
  const einde = k.uitkomst === 'korter' ? (k.nieuwEinde ?? m.einde) : m.einde;
  if (k.volgende === null) return vandaag.until(einde).days > OPNIEUW_NA_DAGEN ? { veld: 'volgende', tekst: 'De maatregel duurt nog langer dan drie maanden. Kies wanneer je er weer naar kijkt.' } : null;
  if (!na(k.volgende, vandaag)) return { veld: 'volgende', tekst: 'Kies een dag vanaf morgen.' };
  if (na(k.volgende, einde)) return { veld: 'volgende', tekst: 'De maatregel is dan al afgelopen. Kies een eerdere dag.' };
  return null;
}

/** Working days within which the service is restored after a measure ended. */
export const HERSTEL_WERKDAGEN = 5;

/** Help for who writes a breach down; help, and no legal advice. Source of the text: articles 138 and 139 Wetboek van Strafrecht (wetten.overheid.nl), read 23-11-2026. */
export const vorderingshulp = {
  titel: 'Waarom we vragen wie vorderde te vertrekken',
  tekst: 'Wie ergens is waar dat niet mag, is pas strafbaar als hij niet meteen weggaat nadat een rechthebbende dat vordert. In een gebouw van de overheid is dat een bevoegde ambtenaar (artikel 139 van het Wetboek van Strafrecht), elders wie namens de rechthebbende spreekt (artikel 138). Daarom is belangrijk wie het zei, namens wie, en wat er daarna gebeurde. Of het strafbaar is, bepaalt de politie of de officier van justitie.',
};
