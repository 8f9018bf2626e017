import type { Demokaart } from './demo.ts';

/** How people sign in here. */
export interface AanmeldConfig {
  /** Demo mode: one click per role. Null everywhere else. */
  demo: { kaarten: readonly Demokaart[] } | null;
}
