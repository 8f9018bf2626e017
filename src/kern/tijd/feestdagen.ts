import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const Klokslag = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Schrijf de tijd als 17:00.');

/** What an organisation decides about its working days. Plain JSON, so that it can be stored and edited as it is. */
export const KalenderInstellingen = z
  .object({
    /** Good Friday counts in law (art. 3(2) Algemene termijnenwet), but most offices are open: a choice. */
    goedeVrijdag: z.boolean().default(false),
    /** 5 May: a day off each year, in lustrum years only (2025, 2030 …), or never; differs per collective agreement. */
    bevrijdingsdag: z.enum(['nooit', 'lustrum', 'elk jaar']).default('lustrum'),
    beginWerkdag: Klokslag.default('08:30'),
    eindeWerkdag: Klokslag.default('17:00'),
    /** Days on which the organisation itself is closed, for example the Friday after Hemelvaartsdag. */
    eigenSluitingsdagen: z
      .array(z.object({ datum: z.iso.date('Schrijf de datum als 2026-11-23.'), naam: z.string().trim().min(1).max(100) }))
      .max(500)
      .default([]),
  })
  .refine((instellingen) => instellingen.beginWerkdag < instellingen.eindeWerkdag, {
    path: ['eindeWerkdag'],
    message: 'Het einde van de werkdag ligt na het begin.',
  });
export type KalenderInstellingen = z.infer<typeof KalenderInstellingen>;

/** A day that is no working day although it may fall from Monday to Friday. `eigen`: closed by the organisation, not a public holiday. */
export interface Feestdag {
  datum: Temporal.PlainDate;
  naam: string;
  eigen: boolean;
}

/**
 * Easter Sunday in the Gregorian calendar.
 * Source: the "anonymous Gregorian" algorithm, Nature 13 (1876) p. 487, as given by J. Meeus, Astronomical Algorithms (1991) ch. 8.
 */
export function eerstePaasdag(jaar: number): Temporal.PlainDate {
  const a = jaar % 19;
  const b = Math.floor(jaar / 100);
  const c = jaar % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year: jaar, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** Koningsdag: 27 April, a day earlier when that is a Sunday (since 2014). */
function koningsdag(jaar: number): Temporal.PlainDate {
  const dag = Temporal.PlainDate.from({ year: jaar, month: 4, day: 27 });
  return dag.dayOfWeek === 7 ? dag.subtract({ days: 1 }) : dag;
}

function vierenWeBevrijding(jaar: number, keuze: KalenderInstellingen['bevrijdingsdag']): boolean {
  return keuze === 'elk jaar' || (keuze === 'lustrum' && jaar % 5 === 0);
}

/**
 * The Dutch public holidays and own closing days of a year that count as days off for this organisation, in order of date.
 * Valid from 2014 (before that Koninginnedag was celebrated on 30 April). One date can occur twice: Hemelvaartsdag on 5 May.
 */
export function feestdagen(jaar: number, instellingen: KalenderInstellingen): Feestdag[] {
  const pasen = eerstePaasdag(jaar);
  const op = (month: number, day: number) => Temporal.PlainDate.from({ year: jaar, month, day });
  const dagen: { datum: Temporal.PlainDate; naam: string; eigen?: true }[] = [
    { datum: op(1, 1), naam: 'Nieuwjaarsdag' },
    { datum: pasen, naam: 'Eerste Paasdag' },
    { datum: pasen.add({ days: 1 }), naam: 'Tweede Paasdag' },
    { datum: koningsdag(jaar), naam: 'Koningsdag' },
    { datum: pasen.add({ days: 39 }), naam: 'Hemelvaartsdag' },
    { datum: pasen.add({ days: 49 }), naam: 'Eerste Pinksterdag' },
    { datum: pasen.add({ days: 50 }), naam: 'Tweede Pinksterdag' },
    { datum: op(12, 25), naam: 'Eerste Kerstdag' },
    { datum: op(12, 26), naam: 'Tweede Kerstdag' },
  ];
  if (instellingen.goedeVrijdag) dagen.push({ datum: pasen.subtract({ days: 2 }), naam: 'Goede Vrijdag' });
  if (vierenWeBevrijding(jaar, instellingen.bevrijdingsdag)) dagen.push({ datum: op(5, 5), naam: 'Bevrijdingsdag' });
  for (const { datum, naam } of instellingen.eigenSluitingsdagen) {
    const dag = Temporal.PlainDate.from(datum);
    if (dag.year === jaar) dagen.push({ datum: dag, naam, eigen: true });
  }
  return dagen
    .map(({ datum, naam, eigen }) => ({ datum, naam, eigen: eigen ?? false }))
    .sort((een, ander) => Temporal.PlainDate.compare(een.datum, ander.datum));
}
