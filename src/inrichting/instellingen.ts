import { z } from 'zod';
import { KalenderInstellingen, Ladder, Termijnregel } from '../kern/tijd/index.ts';

/**
 * The clocks an organisation sets for itself. The defaults come from practice and not from law (handreiking; achtergrond §2.2):
 * they are a start, every one can be changed.
 */
export const termijnsoorten = {
  nazorg_24u: 'Eerste nazorg',
  nazorg_72u: 'Nazorg na drie dagen',
  nazorg_2w: 'Nazorg na twee weken',
  nazorg_6w: 'Nazorg na zes tot acht weken',
  reactie: 'Reactie aan de veroorzaker',
  terugkoppeling: 'Terugkoppeling aan wie het overkwam',
  verklaring: 'Eigen verklaring van een collega',
  wederhoor: 'Reactie van de betrokkene (wederhoor)',
  wederhoor_achteraf: 'Wederhoor na een maatregel met spoed',
  besluit_maatregel: 'Besluit over een maatregel',
  avg_kennisgeving: 'Bericht aan wie is geregistreerd (AVG art. 14)',
  avg_verzoek: 'Antwoord op een privacyverzoek (AVG art. 12)',
  avg_verlenging: 'Verlenging van een privacyverzoek, erbij',
} as const;
export type Termijnsoort = keyof typeof termijnsoorten;

/** Who can stand on a ladder. */
export const ontvangers = {
  leidinggevende: 'De leidinggevende',
  hogere_leidinggevende: 'De leidinggevende daarboven',
  adviseur: 'De Adviseur-VPD',
  griffier: 'De griffier',
} as const;
export type Ontvanger = keyof typeof ontvangers;
const ontvangercodes = ['leidinggevende', 'hogere_leidinggevende', 'adviseur', 'griffier'] as const satisfies readonly Ontvanger[];

export const ladders = {
  gewoon: 'Lichte en middelzware meldingen',
  ernstig: 'Ernstige meldingen',
  politiek: 'Meldingen van politieke ambtsdragers',
} as const;
export type Laddersoort = keyof typeof ladders;

/** Who can stand on which ladder. In the closed compartment no leidinggevende is ever told (functies A6). */
export const ontvangersOp: Record<Laddersoort, readonly [Ontvanger, ...Ontvanger[]]> = {
  gewoon: ['leidinggevende', 'hogere_leidinggevende', 'adviseur'],
  ernstig: ['leidinggevende', 'hogere_leidinggevende', 'adviseur'],
  politiek: ['griffier', 'adviseur'],
};

const uren = (aantal: number) => ({ eenheid: 'uren' as const, aantal, schuiftDoor: false });
const weken = (aantal: number) => ({ eenheid: 'weken' as const, aantal, schuiftDoor: false });
/** Terms of the AVG end with the first working day when the last is none (Verordening 1182/71 art. 3 lid 4). */
const wettelijkeMaanden = (aantal: number) => ({ eenheid: 'maanden' as const, aantal, schuiftDoor: true });
const werkdagen = (aantal: number) => ({ eenheid: 'werkdagen' as const, aantal, schuiftDoor: false });

const Termijnen = (standaard: Record<Termijnsoort, z.input<typeof Termijnregel>>) =>
  z.object({
    nazorg_24u: Termijnregel.default(Termijnregel.parse(standaard.nazorg_24u)),
    nazorg_72u: Termijnregel.default(Termijnregel.parse(standaard.nazorg_72u)),
    nazorg_2w: Termijnregel.default(Termijnregel.parse(standaard.nazorg_2w)),
    nazorg_6w: Termijnregel.default(Termijnregel.parse(standaard.nazorg_6w)),
    reactie: Termijnregel.default(Termijnregel.parse(standaard.reactie)),
    terugkoppeling: Termijnregel.default(Termijnregel.parse(standaard.terugkoppeling)),
    verklaring: Termijnregel.default(Termijnregel.parse(standaard.verklaring)),
    wederhoor: Termijnregel.default(Termijnregel.parse(standaard.wederhoor)),
    wederhoor_achteraf: Termijnregel.default(Termijnregel.parse(standaard.wederhoor_achteraf)),
    besluit_maatregel: Termijnregel.default(Termijnregel.parse(standaard.besluit_maatregel)),
    avg_kennisgeving: Termijnregel.default(Termijnregel.parse(standaard.avg_kennisgeving)),
    avg_verzoek: Termijnregel.default(Termijnregel.parse(standaard.avg_verzoek)),
    avg_verlenging: Termijnregel.default(Termijnregel.parse(standaard.avg_verlenging)),
  });

const ambtelijk: Record<Termijnsoort, z.input<typeof Termijnregel>> = {
  nazorg_24u: uren(24), nazorg_72u: uren(72), nazorg_2w: weken(2), nazorg_6w: weken(7), reactie: uren(48), terugkoppeling: werkdagen(10), verklaring: werkdagen(5), wederhoor: werkdagen(5), wederhoor_achteraf: werkdagen(5), besluit_maatregel: werkdagen(3),
  avg_kennisgeving: wettelijkeMaanden(1), avg_verzoek: wettelijkeMaanden(1), avg_verlenging: wettelijkeMaanden(2),
};
/** For political office holders aftercare is preferably on the same day (Voorne aan Zee, CVDR740480). */
const politiek: Record<Termijnsoort, z.input<typeof Termijnregel>> = { ...ambtelijk, nazorg_24u: uren(8) };

/**
 * Who is told of a report. `direct` hears at once. Who of them does not confirm in time sets the ladder going: each step tells
 * the next in line. A recipient that nobody fills is passed over; the last resort is the Adviseur.
 */
const Meldladder = (soort: Laddersoort, direct: readonly Ontvanger[], ladder: z.input<typeof Ladder>) => {
  const kan = (o: string): boolean => ontvangersOp[soort].some((x) => x === o);
  return z.object({
    direct: z.array(z.enum(ontvangercodes).refine(kan, 'Kies uit de lijst wie het meteen hoort.')).min(1, 'Kies wie het meteen hoort.').default([...direct]),
    ladder: Ladder.refine((stappen) => stappen.every((s) => kan(s.ontvanger)), 'Kies bij elke stap uit de lijst wie het hoort.').default(Ladder.parse(ladder)),
  });
};

export const Instellingen = z.object({
  kalender: KalenderInstellingen.default(KalenderInstellingen.parse({})),
  termijnen: z
    .object({ ambtelijk: Termijnen(ambtelijk).default(() => Termijnen(ambtelijk).parse({})), politiek: Termijnen(politiek).default(() => Termijnen(politiek).parse({})) })
    .default(() => ({ ambtelijk: Termijnen(ambtelijk).parse({}), politiek: Termijnen(politiek).parse({}) })),
  meldladder: z
    .object({
      gewoon: Meldladder('gewoon', ['leidinggevende'], [{ wachttijd: werkdagen(1), ontvanger: 'adviseur' }]).prefault({}),
      ernstig: Meldladder('ernstig', ['leidinggevende', 'adviseur'], [{ wachttijd: uren(1), ontvanger: 'hogere_leidinggevende' }, { wachttijd: uren(4), ontvanger: 'adviseur' }]).prefault({}),
      politiek: Meldladder('politiek', ['griffier'], [{ wachttijd: uren(1), ontvanger: 'griffier' }, { wachttijd: uren(4), ontvanger: 'adviseur' }]).prefault({}),
    })
    .prefault({}),
  /** How long before a clock runs out the one who must act is reminded, in hours. */
  herinneringUren: z.int().min(0).max(168).default(4),
  /** Numbers of people to talk to now, shown to whoever reports. */
  telefoon: z.object({ opvang: z.string().max(60).default(''), beveiliging: z.string().max(60).default('') }).prefault({}),
  /** Measures toward a veroorzaker: how long at most, who may not decide on his own proposal, and what stays open to everyone whatever happens (achtergrond 6.2, 12). */
  maatregelen: z
    .object({
      maxMaanden: z.int().min(1).max(60).default(24),
      /** Also for a measure that the handelingskader does not ask it for, someone other than the proposer decides. */
      vierOgen: z.boolean().default(true),
      kerndiensten: z.array(z.string().min(1).max(200)).min(1).max(12).default(['Paspoort, identiteitskaart en rijbewijs', 'Aangifte van geboorte of overlijden', 'Uitkering en noodhulp', 'Bezwaar maken of een klacht indienen']),
    })
    .prefault({}),
  /** Reports about the same place within this many hours of each other are shown as possibly the same event. */
  zelfdeGebeurtenisUren: z.int().min(1).max(168).default(6),
  /** The longest a signal may last, in months; the database allows no more than two years. */
  signaalMaanden: z.int().min(1).max(24).default(12),
});
export type Instellingen = z.output<typeof Instellingen>;
