import type { Compartiment, Rol } from '../../kern/rechten/index.ts';
import type { TermijnEenheid } from '../../kern/tijd/index.ts';

/** Adoption phases of a department (functies A5; GIR), in words for who sets them. */
export const fasen = {
  '1': { naam: 'Fase 1: anderen melden', uitleg: 'Een centrale melder, de leidinggevende of de Adviseur meldt voor deze collega’s.' },
  '2': { naam: 'Fase 2: leidinggevenden melden', uitleg: 'De leidinggevende meldt en behandelt. Collega’s vertellen het aan hem of haar.' },
  '3': { naam: 'Fase 3: iedereen meldt zelf', uitleg: 'Iedere collega meldt zelf en volgt zijn melding.' },
} as const;
export type Fase = keyof typeof fasen;
export const fasecodes = ['1', '2', '3'] as const satisfies readonly Fase[];

export const compartimentnamen: Record<Compartiment, string> = { ambtelijk: 'Ambtelijke organisatie', politiek: 'Politieke ambtsdragers' };

export const persoonsoorten = { medewerker: 'Medewerker', politiek: 'Politieke ambtsdrager', ingehuurd: 'Ingehuurd' } as const;
export const persoonsoortcodes = ['medewerker', 'politiek', 'ingehuurd'] as const satisfies readonly (keyof typeof persoonsoorten)[];

/** What the weight of a form of aggression means for the severity rule. */
export const gewichten = {
  '0': { naam: 'Licht', uitleg: 'Vervelend, zonder dreiging of geweld.' },
  '1': { naam: 'Middel', uitleg: 'Houdt aan, maakt iets stuk of raakt iemand persoonlijk.' },
  '2': { naam: 'Ernstig', uitleg: 'Dreigen of geweld. Hiervoor geldt de meldladder voor ernstige meldingen.' },
} as const;
export type Gewicht = keyof typeof gewichten;
export const gewichtcodes = ['0', '1', '2'] as const satisfies readonly Gewicht[];

/** What someone gets with a role, for who gives it. */
export const roluitleg: Record<Rol, string> = {
  adviseur: 'Behandelt dossiers en ziet ze allemaal, binnen één compartiment.',
  griffier: 'Behandelt dossiers van politieke ambtsdragers en geeft de rollen in dat compartiment.',
  namensmelder: 'Meldt voor collega’s die dat niet zelf doen.',
  opvang: 'Is te vragen voor nazorg en ziet dan alleen die nazorg.',
  receptie: 'Ziet wie er op dit moment niet in het gebouw mag zijn, en wat dan te doen.',
  klantcontact: 'Kijkt voor een bezoek of afspraak na wat hij moet weten om veilig te werken. Ziet nooit het verhaal.',
  beheerder: 'Beheert onderdelen, medewerkers, rollen en termijnen. Ziet geen dossiers.',
  fg: 'Ziet wie wat deed, zonder de inhoud van dossiers.',
};

export const eenheden: Record<TermijnEenheid, string> = { uren: 'uur', werkuren: 'werkuren', dagen: 'dagen', werkdagen: 'werkdagen', weken: 'weken', maanden: 'maanden' };
const enkelvoud: Record<TermijnEenheid, string> = { uren: 'uur', werkuren: 'werkuur', dagen: 'dag', werkdagen: 'werkdag', weken: 'week', maanden: 'maand' };

/** "24 uur", "1 werkdag", "einde van dezelfde werkdag". */
export function duurTekst({ eenheid, aantal }: { eenheid: TermijnEenheid; aantal: number }): string {
  if (aantal === 0) return 'einde van dezelfde werkdag';
  return `${aantal} ${aantal === 1 ? enkelvoud[eenheid] : eenheden[eenheid]}`;
}
