import { z } from 'zod';
import { tekst } from '../../kern/invoer.ts';

const regel = (max = 200) => tekst({ max });

/** What stands on every letter of an organisation. Empty fields are left out of the letter; two must be filled before a letter can be sent. */
export const Huisstijl = z.object({
  /** How the organisation signs; '' means its own name. */
  afzender: regel(),
  retouradres: regel(),
  postadres: regel(500),
  telefoon: regel(60),
  email: regel(),
  website: regel(),
  /** Where and how to complain, in one or two sentences. */
  klacht: regel(600),
  ombudsman: tekst({ max: 300 }).default('de Nationale ombudsman (www.nationaleombudsman.nl, telefoon 0800 33 55 555)'),
  /** Contact of the data protection officer. */
  fg: regel(),
  privacy: regel(300),
  bewaartermijn: tekst({ max: 200 }).default('vijf jaar nadat de maatregel is afgelopen'),
  /** Colour of the name and the headings, "#rrggbb". */
  kleur: z.string().regex(/^#[0-9a-f]{6}$/, 'Geef de kleur als # met zes tekens, bijvoorbeeld #154273.').default('#1f3a5f'),
});
export type Huisstijl = z.output<typeof Huisstijl>;

/** The logo on a letter: which one, what it is for who cannot see it, and its size in pixels. */
export interface Brieflogo {
  id: string;
  alt: string;
  breedte: number;
  hoogte: number;
}

/** The style as it is printed: with the name of the organisation where it has none of its own, and its logo when it has one. */
export interface Briefafzender extends Huisstijl {
  organisatie: string;
  logo?: Brieflogo;
}

export function briefafzender(organisatie: string, gegevens: unknown, logo: Brieflogo | null = null): Briefafzender {
  const huisstijl = Huisstijl.parse(gegevens ?? {});
  return { ...huisstijl, organisatie: huisstijl.afzender === '' ? organisatie : huisstijl.afzender, ...(logo ? { logo } : {}) };
}

/** How large a logo is printed, in tenths of a millimetre: as it is, within 60 by 20 mm. */
export function logomaat({ breedte, hoogte }: Pick<Brieflogo, 'breedte' | 'hoogte'>): { breed: number; hoog: number } {
  const schaal = Math.min(600 / breedte, 200 / hoogte);
  return { breed: Math.max(1, Math.round(breedte * schaal)), hoog: Math.max(1, Math.round(hoogte * schaal)) };
}

/** What is still missing before a letter may leave: a citizen must be able to write back and to complain. */
export function ontbrekend(h: Huisstijl): string[] {
  return [...(h.retouradres === '' ? ['het retouradres'] : []), ...(h.klacht === '' ? ['waar iemand een klacht kan indienen'] : [])];
}
