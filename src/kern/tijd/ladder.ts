import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { Termijnregel, vervalmoment } from './termijn.ts';
import type { Kalender } from './werkdagen.ts';

/**
 * Who is told, one after the other, while a term stays open. `wachttijd` counts from the step before (the first from the start of the
 * term), so the moments of a ladder are strictly increasing whatever the terms are. `ontvanger` is a role word of the room that uses it.
 */
export const Ladder = z
  .array(z.object({ wachttijd: Termijnregel, ontvanger: z.string().trim().min(1).max(60) }))
  .max(10, 'Een ladder heeft hoogstens 10 stappen.');
export type Ladder = z.infer<typeof Ladder>;

/** One step with its moment; `stap` counts from 1. */
export interface LadderMoment {
  stap: number;
  ontvanger: string;
  moment: Temporal.Instant;
}

/** All steps of a ladder with the moment each is due, in order. */
export function ladderMomenten(start: Temporal.Instant, ladder: Ladder, kalender: Kalender): LadderMoment[] {
  let vorige = start;
  return ladder.map(({ wachttijd, ontvanger }, index) => {
    vorige = vervalmoment(vorige, wachttijd, kalender);
    return { stap: index + 1, ontvanger, moment: vorige };
  });
}

/**
 * The step that follows after `gedaan` steps, or undefined at the top of the ladder. By count and not by the clock: a worker that was away
 * takes every step it missed, and skips nobody.
 */
export function volgendeStap(start: Temporal.Instant, ladder: Ladder, gedaan: number, kalender: Kalender): LadderMoment | undefined {
  return ladderMomenten(start, ladder, kalender)[gedaan];
}
