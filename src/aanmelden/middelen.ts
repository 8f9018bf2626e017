import type { Context as HonoContext } from 'hono';
import type { Middelen } from '../ontwerp/index.ts';
import type { Sleutels } from '../platform/geheim/index.ts';
import type { Logboek } from '../platform/logboek/index.ts';
import type { AanmeldConfig } from './config.ts';
import type { Koekjes } from './cookie.ts';
import type { SessieMiddelen, Sessies } from './sessies.ts';

/** What sign-in needs from outside. */
export interface AanmeldMiddelen extends Omit<SessieMiddelen, 'koekjes'> {
  config: AanmeldConfig;
  logboek: Logboek;
  /** Keys that seal what accounts keep here. */
  sleutels: Sleutels;
  /** Own address as the browser sees it. */
  oorsprong(c: HonoContext): string;
  /** Stylesheets and scripts, in the colours of an organisation and the theme this browser chose. */
  middelen(slug: string, c?: HonoContext): Middelen;
  /** Throws 'te-vaak' when this address asks more than people can. */
  begrens(c: HonoContext, sessie: null): Promise<void>;
}

/** The same with what sign-in made of it, for its own pages. */
export interface DeurMiddelen extends AanmeldMiddelen {
  koekjes: Koekjes;
  sessies: Sessies;
}
