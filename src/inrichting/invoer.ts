import { z } from 'zod';
import { tekst } from '../kern/invoer.ts';

/** A whole number as people type it; `zin` says what is expected when it is something else. */
export function geheelGetal(min: number, max: number, zin: string) {
  return tekst({ max: 12 }).pipe(z.string().regex(/^\d{1,6}$/, zin).transform(Number).pipe(z.number().min(min, zin).max(max, zin)));
}

/** Fields called `a.b` or `a.0.b` as one nested object, so that an error in it carries the name of its field. */
export function uitgevouwen(velden: Readonly<Record<string, string | string[]>>): Record<string, unknown> {
  const uit: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [naam, waarde] of Object.entries(velden)) {
    const delen = naam.split('.');
    const laatste = delen.pop() ?? '';
    let hier = uit;
    for (const deel of delen) {
      const volgende = hier[deel];
      // A name that is both a value and a group comes from no form of ours.
      if (volgende !== undefined && (typeof volgende !== 'object' || volgende === null)) return uit;
      hier = (hier[deel] ??= Object.create(null)) as Record<string, unknown>;
    }
    hier[laatste] = waarde;
  }
  return uit;
}

/** Rows 0, 1, 2 … of a nested form as a list, each at its own place; rows that are not there are undefined. */
export function alsRijen(ruw: unknown, meest: number): unknown[] {
  if (typeof ruw !== 'object' || ruw === null) return [];
  const rijen = ruw as Record<string, unknown>;
  const laatste = Math.max(-1, ...Object.keys(rijen).map((k) => (/^\d{1,3}$/.test(k) ? Number(k) : -1)));
  return Array.from({ length: Math.min(laatste + 1, meest) }, (_, i) => rijen[String(i)]);
}
