import type { Context as HonoContext } from 'hono';
import type { Middelen } from '../../ontwerp/index.ts';
import type { Deuren } from '../deuren/index.ts';
import type { Logboek } from '../logboek/index.ts';
import type { Menuitem, Sessie, Velden } from './typen.ts';

/** What the pages need from outside: the doors, the session, the theme; put together in src/main. */
export interface Omgeving {
  deuren: Deuren;
  logboek: Logboek;
  menu: readonly Menuitem[];
  /** Stylesheets and scripts, with the house style of an organisation and the theme this device chose. */
  middelen(slug: string, c?: HonoContext): Middelen;
  demo: boolean;
  /** Own address as the browser sees it, such as https://rugdekking.gemeente.example. */
  oorsprong(c: HonoContext): string;
  ip(c: HonoContext): string;
  verzoekId(c: HonoContext): string;
  /** The live session of this request, or null: none, ended or expired. */
  zoekSessie(c: HonoContext): Promise<Sessie | null>;
  /** Keeps what someone sent whose session had expired, so that it is back after signing in. */
  bewaarOnderbroken(c: HonoContext, velden: Velden): Promise<void>;
  /** Throws 'te-vaak' when this session asks more than a person can. */
  begrens(c: HonoContext, sessie: Sessie | null): Promise<void>;
  zetFlits(c: HonoContext, bericht: string): void;
  neemFlits(c: HonoContext): string | undefined;
}
