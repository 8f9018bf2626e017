import type { ComponentChildren } from 'preact';
import { klassen } from '../klassen.ts';
import { Icoon, Kop, type Niveau } from './basis.tsx';
import type { IcoonNaam } from '../iconen.ts';

/** Vertical stack with even space between its children. */
export function Stapel({ ruimte = 'm', children }: { ruimte?: 's' | 'm' | 'l'; children: ComponentChildren }) {
  return <div class={`rd-stapel rd-stapel--${ruimte}`}>{children}</div>;
}

/** Main column with a smaller one beside it; under each other on a phone, main first. */
export function TweeKolommen({ hoofd, zij, zijLabel }: { hoofd: ComponentChildren; zij: ComponentChildren; zijLabel?: string }) {
  return (
    <div class="rd-twee">
      <div class="rd-twee__hoofd">{hoofd}</div>
      <aside class="rd-twee__zij" aria-label={zijLabel}>
        {zij}
      </aside>
    </div>
  );
}

/** Equal columns as far as they fit. */
export function Raster({ children }: { children: ComponentChildren }) {
  return <div class="rd-raster">{children}</div>;
}

interface PaginaKopProps {
  titel: ComponentChildren;
  /** Badges and number, at the right on a wide screen. */
  merken?: ComponentChildren;
  /** One or two sentences: what is this, what happened. */
  inleiding?: ComponentChildren;
  /** Buttons, or a search field. */
  acties?: ComponentChildren;
}

/** Opening of a page: the h1 and what belongs to it. */
export function PaginaKop({ titel, merken, inleiding, acties }: PaginaKopProps) {
  return (
    <div class="rd-paginakop">
      <div class="rd-paginakop__tekst">
        <Kop niveau={1}>{titel}</Kop>
        {merken && <div class="rd-paginakop__merken">{merken}</div>}
        {inleiding && <p class="ams-paragraph ams-paragraph--large rd-alinea">{inleiding}</p>}
      </div>
      {acties && <div class="rd-paginakop__acties">{acties}</div>}
    </div>
  );
}

interface KaartProps {
  titel?: ComponentChildren;
  niveau?: Niveau;
  /** Needed with a title when an anchor or test points here; otherwise optional. */
  id?: string;
  /** 'nadruk': the one card that holds the next step. 'stil': no white, for what is only there to look up. */
  soort?: 'gewoon' | 'nadruk' | 'stil';
  icoon?: IcoonNaam;
  /** Small link or badge opposite the title. */
  rechts?: ComponentChildren;
  /** Buttons at the bottom. */
  acties?: ComponentChildren;
  children?: ComponentChildren;
}

/** White card. With a title it is a section of the page. */
export function Kaart({ titel, niveau = 2, id, soort = 'gewoon', icoon, rechts, acties, children }: KaartProps) {
  const Tag = titel ? 'section' : 'div';
  return (
    <Tag class={klassen('rd-kaart', soort !== 'gewoon' && `rd-kaart--${soort}`)} id={id}>
      {(titel || rechts) && (
        <div class="rd-kaart__kop">
          {titel && (
            <Kop niveau={niveau} maat={3}>
              {icoon && <Icoon naam={icoon} />}
              {icoon && ' '}
              {titel}
            </Kop>
          )}
          {rechts && <div class="rd-kaart__rechts">{rechts}</div>}
        </div>
      )}
      {children}
      {acties && <div class="rd-knoppen rd-kaart__acties">{acties}</div>}
    </Tag>
  );
}

export interface Kruimel {
  tekst: string;
  href: string;
}

/** Path from the home page to here; the page itself is not in it. */
export function Kruimels({ items }: { items: readonly Kruimel[] }) {
  return (
    <nav class="ams-breadcrumb rd-kruimels" aria-label="Kruimelpad">
      <ol class="ams-breadcrumb__list">
        {items.map((item) => (
          <li class="ams-breadcrumb__item">
            <a class="ams-breadcrumb__link" href={item.href}>
              {item.tekst}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface UitklapProps {
  titel: ComponentChildren;
  open?: boolean;
  id?: string;
  /** Number behind the title. */
  aantal?: number;
  children: ComponentChildren;
}

/** Folds away what most people do not need now. */
export function Uitklap({ titel, open, id, aantal, children }: UitklapProps) {
  return (
    <details class="rd-uitklap" open={open} id={id}>
      <summary class="rd-uitklap__titel">
        <Icoon naam="rechts" />
        <span>{titel}</span>
        {aantal !== undefined && <span class="rd-aantal">{aantal}</span>}
      </summary>
      <div class="rd-uitklap__inhoud">{children}</div>
    </details>
  );
}

export interface Tab {
  tekst: string;
  href: string;
  huidig?: boolean;
  aantal?: number;
}

/** Parts of one thing, each at its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="ams-tab-navigation rd-tabs" aria-label={label}>
      <ul class="ams-tab-navigation__list">
        {tabs.map((tab) => (
          <li class="ams-tab-navigation__item">
            <a class="ams-tab-navigation__link" href={tab.href} aria-current={tab.huidig ? 'page' : undefined}>
              <span>{tab.tekst}</span>
              {tab.aantal !== undefined && <span class="rd-aantal">{tab.aantal}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface LeegProps {
  titel: string;
  niveau?: Niveau;
  icoon?: IcoonNaam;
  /** What to do now, or why it is fine that it is empty. */
  children?: ComponentChildren;
  acties?: ComponentChildren;
}

/** Nothing here (yet): says so, and what then. */
export function LegeStaat({ titel, niveau = 2, icoon = 'vink-rond', children, acties }: LeegProps) {
  return (
    <div class="rd-leeg">
      <span class="rd-leeg__icoon">
        <Icoon naam={icoon} groot />
      </span>
      <Kop niveau={niveau} maat={3}>
        {titel}
      </Kop>
      {children && <div class="rd-leeg__tekst">{children}</div>}
      {acties && <div class="rd-knoppen">{acties}</div>}
    </div>
  );
}

export interface Definitie {
  term: ComponentChildren;
  /** Empty means unknown; the list then says so. */
  waarde: ComponentChildren;
}

/** Facts: term and value. An unknown value reads "niet bekend". */
export function DefinitieLijst({ items, onbekend = 'niet bekend' }: { items: readonly Definitie[]; onbekend?: string }) {
  return (
    <dl class="rd-definities">
      {items.map(({ term, waarde }) => (
        <div class="rd-definities__paar">
          <dt>{term}</dt>
          <dd>{waarde === undefined || waarde === null || waarde === '' ? <span class="rd-zacht">{onbekend}</span> : waarde}</dd>
        </div>
      ))}
    </dl>
  );
}
