import type { Context as HonoContext } from 'hono';
import type { ComponentChildren } from 'preact';
import type { z } from 'zod';
import type { Temporal } from 'temporal-polyfill';
import type { Veldfout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import type { Actor, Handelingnaam } from '../../kern/rechten/index.ts';
import type { Stopknop } from '../../ontwerp/index.ts';
import type { Handeling, Onderwerp, Vraag, Wie } from '../deuren/index.ts';

/** A signed-in colleague and his organisation, as found by the session cookie. */
export interface Sessie {
  id: Id;
  /** Secret of this session from which the CSRF token is made; never leaves the server. */
  geheim: string;
  actor: Actor;
  medewerker: { naam: string; soort: 'medewerker' | 'politiek' | 'ingehuurd'; onderdeelId: Id; locatieId: Id | null };
  organisatie: { id: Id; naam: string; soort: string; slug: string; demo: boolean; instellingen: unknown };
}

/** What a field of a form can hold: one value, or several ticked ones. */
export type Velden = Record<string, string | string[]>;

/** How a form stands when it is shown: what is in it, what is wrong, and the hidden fields that make sending safe. */
export interface Stand {
  waarden: Velden;
  fouten: readonly Veldfout[];
  csrf: string;
  /** Idempotency key: the same form sent twice is done once. */
  sleutel: string;
  /** Set when someone else changed the same thing meanwhile: per changed field what is there now. */
  conflict: { veld: string; nu: string }[] | null;
  /** True when it comes back after the session had expired, or was sent again on purpose; nothing has been sent yet. */
  hervat: boolean;
}

export interface PaginaInhoud {
  titel: string;
  inhoud: ComponentChildren;
  /** 'smal': only the brand and a way out, for the reporting form. 'lezen': no wider than a text one reads. */
  vorm?: 'gewoon' | 'smal' | 'lezen';
  /** Path of the menu item that is current, when it is not the path itself. */
  menu?: string;
  /** A form on this page went wrong: the title starts with "Fout:" for screen readers. */
  fout?: boolean;
  status?: number;
  /** What "Stoppen" does, for the narrow shell: an address, or a button of the form on the page. */
  stoppen?: string | Stopknop;
}

/** One request of a signed-in colleague, as pages see it. */
export interface Verzoek {
  readonly c: HonoContext;
  readonly sessie: Sessie;
  readonly wie: Wie;
  readonly nu: Temporal.Instant;
  /** A part of the path; answered as not found when it is not an id. */
  id(naam: string): Id;
  query(naam: string): string;
  /** The same for what was hidden in the address (`Site.zoek`): the text as it was typed, '' when it is not of this session. */
  verhuld(naam: string): string;
  mag(handeling: Handelingnaam): boolean;
  vraag<S extends z.ZodType, O extends Onderwerp, R>(v: Vraag<S, O, R>, invoer: unknown): Promise<R>;
  voer<S extends z.ZodType, O extends Onderwerp, R>(h: Handeling<S, O, R>, invoer: unknown, sleutel?: string): Promise<R>;
  /** A fresh, empty stand for a small form on a page. */
  stand(waarden?: Velden): Stand;
  /** Goes on to another page after a write; `bericht` is shown there once. */
  verder(naar: string, bericht?: string): Response;
}

export interface FormulierDef<S extends z.ZodType, O extends Onderwerp, R, T> {
  handeling: Handeling<S, O, R>;
  /** A password is asked here: what is sent after the session had expired is not kept for later. */
  geheim?: boolean;
  /** What the page needs to show the form. */
  laad(v: Verzoek): Promise<T>;
  /** What stands in the form at the start. */
  begin?(gegevens: T, v: Verzoek): Velden;
  /** From the sent fields (with the path's ids) to the input of the act; by default the fields and the path's ids. */
  invoer?(velden: Velden, v: Verzoek): unknown;
  toon(gegevens: T, stand: Stand, v: Verzoek): PaginaInhoud | Promise<PaginaInhoud>;
  /** Where to go when it is done; `bericht` is shown there once. A Fout that it throws shows the form again: kept, but not finished. */
  klaar(resultaat: R, v: Verzoek, velden: Velden): { naar: string; bericht?: string };
}

export interface Menuitem {
  label: string;
  pad: string;
  handeling: Handelingnaam;
  /** Letter after g that goes there. */
  sneltoets?: string;
}

/** What rooms register their pages on. */
export interface Site {
  pagina(pad: string, toon: (v: Verzoek) => Promise<PaginaInhoud | Response>): void;
  /** A page that is also there for who is not signed in (null): help, accessibility. Nothing of an organisation is on it then. */
  openbaar(pad: string, toon: (v: Verzoek | null) => Promise<PaginaInhoud>): void;
  formulier<S extends z.ZodType, O extends Onderwerp, R, T>(pad: string, def: FormulierDef<S, O, R, T>): void;
  /** A POST without a page of its own (a button): carries out and goes on; an error becomes an error page. */
  actie<S extends z.ZodType, O extends Onderwerp, R>(
    pad: string,
    def: { handeling: Handeling<S, O, R>; invoer?(velden: Velden, v: Verzoek): unknown; klaar(resultaat: R, v: Verzoek): { naar: string; bericht?: string } },
  ): void;
  /** The POST of a search on a list: leads to the list, with what may name someone hidden in the address (`Verzoek.verhuld`). */
  zoek(pad: string, velden: { verhuld: readonly string[]; open: readonly string[] }): void;
  /** Anything else that needs a session, such as a download or an upload. A POST reads its fields with `eigenPost` or `eigenUpload`. */
  ruw(methode: 'GET' | 'POST', pad: string, doe: (v: Verzoek) => Promise<Response | PaginaInhoud>): void;
}
