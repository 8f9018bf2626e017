import { type Bewijs, som, weeg } from './bewijs.ts';
import { gangbareFrequenties } from './frequenties.ts';
import { herweeg } from './gewichten.ts';
import { paarkansen, registerkansen } from './kansen.ts';
import { besteNamen } from './naam/vergelijk.ts';
import { bereid, type Persoon } from './persoon.ts';
import type { Aanname, Band, Context, Persoonsgegevens, Reden, Uitslag } from './typen.ts';
import { vergelijkAdressen } from './velden/adres.ts';
import { vergelijkAccounts, vergelijkEmails, vergelijkKenmerken, vergelijkTelefoons } from './velden/bereik.ts';
import { vergelijkGeboortedatum } from './velden/geboortedatum.ts';
import { redentekst } from './woorden.ts';

/**
 * Priors by use, stated so that they can be argued with. `kans`: that the one asked about is registered, or that two of a pair are one.
 * `familie`: that a registered relative or housemate is meant instead; one in eighteen of the Dutch in the register has about three of them.
 */
export const aannames = {
  /** A new incident: those who come twice are not rare. */
  incident: (aantal: number): Aanname => ({ kans: 0.2, familie: 0.2, aantal: Math.max(1, aantal), gelijkend: 0, schrijfwijze: 'register' }),
  /** A check before a visit: most are not registered. */
  controle: (aantal: number): Aanname => ({ kans: 0.06, familie: 0.15, aantal: Math.max(1, aantal), gelijkend: 0, schrijfwijze: 'register' }),
  /** Two names or records that someone put next to each other because they may be one. */
  paar: { kans: 0.3, familie: 0.35, aantal: 1, gelijkend: 0.15, schrijfwijze: 'wereld' } satisfies Aanname,
} as const;

/** From here an answer is `waarschijnlijk` or `mogelijk`. */
export const grenzen = { waarschijnlijk: 0.94, mogelijk: 0.5 } as const;

/** All that two records say about being one person, with a probability. Symmetric; the same answer every time. */
export function vergelijk(a: Persoonsgegevens, b: Persoonsgegevens, context: Context): Uitslag {
  return weegBewijs(bewijsVan(bereid(a), bereid(b), context), context.aanname);
}

export function bewijsVan(a: Persoon, b: Persoon, context: Context): Bewijs[] {
  const frequenties = context.frequenties ?? gangbareFrequenties;
  const namen = besteNamen(a.namen, b.namen, { frequenties, kansen: context.aanname.schrijfwijze === 'wereld' ? paarkansen : registerkansen });
  const bewijs = [
    ...namen,
    ...vergelijkGeboortedatum(a.geboortedatum, b.geboortedatum, frequenties, () => voornaamklanken(a, b)),
    ...vergelijkGeslacht(a, b),
    ...beide(a.adressen, () => b.adressen, vergelijkAdressen),
    ...beide(a.telefoons, () => b.telefoons, vergelijkTelefoons), ...beide(a.emails, () => b.emails, vergelijkEmails),
    ...beide(a.accounts, () => b.accounts, vergelijkAccounts), ...beide(a.kenmerken, () => b.kenmerken, vergelijkKenmerken),
  ];
  return context.gewichten === undefined ? bewijs : herweeg(bewijs, context.gewichten);
}

/** Compares only when the first has anything: reading what the other has takes most of the time. */
function beide<T>(as: readonly T[], lees: () => readonly T[], doe: (as: readonly T[], bs: readonly T[]) => Bewijs[]): Bewijs[] {
  return as.length === 0 ? [] : doe(as, lees());
}

function voornaamklanken(...personen: readonly Persoon[]): string[] {
  return personen.flatMap((p) => p.namen[0]?.delen.find((d) => d.rol === 'voor' && !d.initiaal)?.woord.klank ?? []);
}

function vergelijkGeslacht(a: Persoon, b: Persoon): Bewijs[] {
  if (a.geslacht === null || b.geslacht === null) return [];
  return a.geslacht === b.geslacht
    ? [{ veld: 'geslacht', niveau: 'gelijk', bits: 0.9, familie: 0.9 }]
    : [{ veld: 'geslacht', niveau: 'anders', bits: -5, familie: -5 }];
}

/** Fields that are of one person and may decide. A name, a sex or an address may not: a son has his father's name and lives in his house. */
const BESLIST: Readonly<Record<string, readonly string[]>> = {
  geboortedatum: ['gelijk', 'een_cijfer', 'dag_maand', 'jaar_ernaast', 'dag_en_maand', 'jaar_en_maand', 'deel', 'alleen_jaar'],
  telefoon: ['gelijk', 'een_cijfer'], email: ['gelijk', 'een_letter', 'deel'], account: ['gelijk'], kenmerk: ['gelijk'],
};

/**
 * From evidence to a probability. Three explanations compete: the same person, a relative or housemate, and someone who has nothing to do
 * with it; so a shared surname and address count for all who live there.
 */
export function weegBewijs(bewijs: readonly Bewijs[], aanname: Aanname): Uitslag {
  const { bits, familie } = som(bewijs);
  const samen = logKans(bewijs, aanname);
  const redenen: Reden[] = bewijs.map((b) => ({ veld: b.veld, niveau: b.niveau, bits: b.bits, tekst: redentekst(b.veld, b.niveau) }));
  const rivaal = samen - bits;
  const beslist = isBeslist(bewijs);
  const misschienHuisgenoot = (rivaal < -1 && bewijs.some((b) => b.bits > b.familie + 1)) || (!beslist && bewijs.some((b) => b.veld === 'adres' && b.bits > 8));
  if (Math.abs(rivaal) > 0.05) redenen.push({ veld: 'familie', niveau: 'rivaal', bits: rivaal, tekst: redentekst('familie', 'rivaal') });
  const log = samen + logAanname(aanname);
  const kans = bewijs.length === 0 ? 0 : naarKans(beslist || aanname.schrijfwijze === 'wereld' ? log : onbeslist(log));
  return { kans, band: bandVan(kans, bewijs), bits: samen, redenen, misschienHuisgenoot: misschienHuisgenoot && familie > -20 };
}

/** What agreement of names says where two were chosen for looking alike: little, and that they only look alike speaks against. */
const GELIJKEND: Readonly<Partial<Record<string, number>>> = { gelijk: 1.5, schrijfwijze: 1.5, klank: 1.2, roepnaam: 0.8, een_letter: 0, voorletter: 0, afkorting: -0.5, lijkt: -2, deel: 0.5 };
/** A short or frequent name of which a letter differs is soon another name: below these bits it speaks against more. */
const ZWAK = { bits: 1, een_letter: -3.5, lijkt: -3.5 };

/** log2 of: this evidence if the same person, against this evidence if anyone else. */
export function logKans(bewijs: readonly Bewijs[], aanname: Aanname): number {
  const { bits, familie } = som(bewijs);
  const f = Math.min(0.9, aanname.familie / aanname.aantal);
  const g = aanname.gelijkend;
  // P(evidence | other) relative to P(evidence | same): chance, family and lookalike, each with its share.
  let anders = (1 - f - g) * omgekeerd(bits) + f * omgekeerd(familie);
  if (g > 0) {
    let gelijkend = 0;
    for (const b of bewijs) {
      const naam = b.veld === 'naam' || b.veld === 'voornaam' || b.veld === 'achternaam';
      const zwak = b.bits < ZWAK.bits && (b.niveau === 'een_letter' || b.niveau === 'lijkt') ? ZWAK[b.niveau] : GELIJKEND[b.niveau];
      gelijkend += naam && b.bits > -2 && zwak !== undefined ? Math.min(b.bits, zwak) : b.bits;
    }
    anders += g * omgekeerd(gelijkend);
  }
  return -Math.log2(anders);
}

function omgekeerd(bits: number): number {
  return 2 ** -Math.max(-60, Math.min(200, bits));
}

export function logAanname({ kans, aantal }: Aanname): number {
  const p = kans / aantal;
  return weeg(p, 1 - p);
}

export function naarKans(log: number): number {
  return 1 / (1 + 2 ** -log);
}

/** Where nothing decides, the probability stays below the bound of `waarschijnlijk`, in the same order: how rare a name is nobody knows that well. */
export function onbeslist(log: number): number {
  return log <= 3 ? log : 3 + 0.9 * (1 - 2 ** (3 - log));
}

export function bandVan(kans: number, bewijs: readonly Bewijs[]): Band {
  if (kans < grenzen.mogelijk) return 'geen';
  return kans >= grenzen.waarschijnlijk && isBeslist(bewijs) ? 'waarschijnlijk' : 'mogelijk';
}

/** Whether something of one single person agrees. A birthday is shared by twins: it decides only together with a first name, or an initial. */
function isBeslist(bewijs: readonly Bewijs[]): boolean {
  const past = (b: Bewijs): boolean => b.bits > 0 && BESLIST[b.veld]?.includes(b.niveau) === true;
  return bewijs.some((b) => past(b) && (b.veld !== 'geboortedatum' || bewijs.some((v) => v.veld === 'voornaam' && v.bits > 0)));
}
