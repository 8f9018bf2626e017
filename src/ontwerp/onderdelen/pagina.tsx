import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { BEELDMERK } from '../beeldmerk.ts';
import { klassen } from '../klassen.ts';
import { InTaal, type Taal } from '../taal.ts';
import { Avatar, Icoon, Melding, type MeldingSoort } from './basis.tsx';
import { ActieFormulier } from './formulier.tsx';
import { Kruimels, type Kruimel } from './indeling.tsx';

/** Addresses of the built stylesheets and scripts, and the theme this person chose. */
export interface Middelen {
  css: readonly string[];
  js: readonly string[];
  /** Address of the icon for the browser's tab. */
  icoon?: string;
  /** Absent: follow the device. */
  thema?: 'licht' | 'donker';
}

export interface MenuItem {
  tekst: string;
  href: string;
  huidig?: boolean;
  /** Something waits: shown as a number behind the text. */
  aantal?: number;
  /** Letter for the shortcut g + letter. */
  sneltoets?: string;
}

export interface PaginaGebruiker {
  naam: string;
  /** "Adviseur" and the like; shown under the name. */
  rol?: string;
  /** Links above sign-out: own data, settings. */
  links?: readonly MenuItem[];
  csrf: string;
  uitlogUrl?: string;
}

/** "Stoppen" as a button of a form that stands further down the page. */
export interface Stopknop {
  /** Id of the form. */
  formulier: string;
  naam: string;
  waarde: string;
  /** Value of the button that Enter in a field stands for: the first button of a form in the page is that one, and it must not be this. */
  enter: string;
}

export interface PaginaProps {
  /** What is on this page; becomes "… – Rugdekking". */
  titel: string;
  middelen: Middelen;
  menu?: readonly MenuItem[];
  gebruiker?: PaginaGebruiker;
  /** Name of the municipality, beside the brand. */
  organisatie?: string;
  kruimels?: readonly Kruimel[];
  /** Above everything, on every page: demo organisation, maintenance. */
  banner?: ComponentChildren;
  /** Answer to what the person just did. */
  flits?: { soort?: MeldingSoort; tekst: ComponentChildren };
  /** The reporting wizard: one narrow column, only the brand and "Stoppen". */
  smal?: boolean;
  /** What "Stoppen" does (smal): go to an address, or send the form on the page so that what was typed is kept. */
  stop?: string | Stopknop;
  /** No more than a reading column: texts, single forms. */
  leesbreedte?: boolean;
  /** Where the brand goes. */
  thuis?: string;
  /** Links in the footer; default help, accessibility, who may do what. */
  voet?: readonly MenuItem[];
  /** For a citizen, who knows the organisation and not the program: in his language, and without our name. */
  burger?: Taal;
  children: ComponentChildren;
}

const VOET: readonly MenuItem[] = [
  { tekst: 'Hulp', href: '/hulp' },
  { tekst: 'Wie mag wat', href: '/wie-mag-wat' },
  { tekst: 'Toegankelijkheid', href: '/toegankelijkheid' },
];

/** The mark, in the colours of the theme. */
export function Beeldmerk() {
  return (
    <svg class="rd-beeldmerk" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      {BEELDMERK.map(({ plek, d }) => (
        <path class={`rd-beeldmerk__${plek}`} d={d} />
      ))}
    </svg>
  );
}

function Menu({ items }: { items: readonly MenuItem[] }) {
  return (
    <ul class="rd-menu__lijst">
      {items.map((item) => (
        <li>
          <a class="rd-menu__link" href={item.href} aria-current={item.huidig ? 'page' : undefined} data-sneltoets={item.sneltoets}>
            <span>{item.tekst}</span>
            {item.aantal !== undefined && item.aantal > 0 && <span class="rd-aantal">{item.aantal}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Side by side as many as fit next to the name at 1366 wide; who may do more finds the rest under "Meer". */
const MEEST_NAAST_ELKAAR = 6;

function BreedMenu({ items }: { items: readonly MenuItem[] }) {
  if (items.length <= MEEST_NAAST_ELKAAR) return <Menu items={items} />;
  const rest = items.slice(MEEST_NAAST_ELKAAR - 1);
  return (
    <>
      <Menu items={items.slice(0, MEEST_NAAST_ELKAAR - 1)} />
      <details class="rd-menu__meer" data-uitvouw="">
        <summary class={klassen('rd-menu__link', rest.some((i) => i.huidig) && 'rd-menu__link--huidig')}>
          <span>Meer</span>
          <Icoon naam="omlaag" />
        </summary>
        <div class="rd-menu__blad">
          <Menu items={rest} />
        </div>
      </details>
    </>
  );
}

function GebruikerMenu({ naam, rol, links = [], csrf, uitlogUrl = '/uitloggen' }: PaginaGebruiker) {
  return (
    <details class="rd-gebruiker" data-uitvouw="">
      <summary class="rd-gebruiker__knop">
        <Avatar naam={naam} />
        <span class="rd-gebruiker__naam">{naam}</span>
        <Icoon naam="omlaag" />
      </summary>
      <div class="rd-gebruiker__blad">
        <p class="rd-gebruiker__wie">
          <strong>{naam}</strong>
          {rol && <span class="rd-zacht">{rol}</span>}
        </p>
        {links.length > 0 && <Menu items={links} />}
        <button class="rd-gebruiker__actie" type="button" data-themawissel="" hidden>
          Licht of donker
        </button>
        <ActieFormulier actie={uitlogUrl} csrf={csrf}>
          <button class="rd-gebruiker__actie" type="submit">
            Uitloggen
          </button>
        </ActieFormulier>
      </div>
    </details>
  );
}

function Stoppen({ stop }: { stop: string | Stopknop }) {
  if (typeof stop === 'string') {
    return (
      <a class="ams-link rd-stoppen" href={stop}>
        Stoppen
      </a>
    );
  }
  const { formulier, naam, waarde, enter } = stop;
  return (
    <>
      <button class="ams-visually-hidden" type="submit" form={formulier} name={naam} value={enter} tabIndex={-1} aria-hidden="true">
        Verder
      </button>
      <button class="ams-link rd-stoppen" type="submit" form={formulier} name={naam} value={waarde}>
        Stoppen
      </button>
    </>
  );
}

/** The document around every page. */
export function Pagina(props: PaginaProps) {
  const { titel, middelen, menu = [], gebruiker, organisatie, kruimels = [], banner, flits, smal, stop = '/', leesbreedte, thuis = '/', voet = VOET, burger, children } = props;
  const taal = burger ?? 'nl';
  return (
    <html lang={taal} data-thema={middelen.thema}>
      <head>
        <meta charset="utf-8" />
        <title>{burger === undefined ? `${titel} – Rugdekking` : titel}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no" />
        {middelen.icoon && <link rel="icon" type="image/svg+xml" href={middelen.icoon} />}
        {middelen.css.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {middelen.js.map((src) => (
          <script type="module" src={src} />
        ))}
      </head>
      <body class={klassen('ams-body', smal && 'rd-smal')}>
        <a class="ams-skip-link rd-sla-over" href="#inhoud">
          {taal === 'nl' ? 'Naar de inhoud' : 'Skip to content'}
        </a>
        {banner && (
          <aside class="rd-banner" aria-label="Mededeling">
            {banner}
          </aside>
        )}
        <header class="rd-kop">
          <div class="rd-kop__binnen">
            <a class="rd-merknaam" href={thuis}>
              <Beeldmerk />
              {burger === undefined ? <span class="rd-merknaam__woord">Rugdekking</span> : <span class="rd-merknaam__woord">{organisatie ?? (taal === 'nl' ? 'Uw kant' : 'Your side')}</span>}
              {organisatie && burger === undefined && !smal && <span class="rd-merknaam__organisatie">{organisatie}</span>}
            </a>
            {!smal && menu.length > 0 && (
              <nav class="rd-menu rd-menu--breed" aria-label="Hoofdmenu">
                <BreedMenu items={menu} />
              </nav>
            )}
            {smal ? (
              <Stoppen stop={stop} />
            ) : (
              <div class="rd-kop__rechts">
                {gebruiker && <GebruikerMenu {...gebruiker} />}
                {menu.length > 0 && (
                  <details class="rd-menu rd-menu--smal" data-uitvouw="">
                    <summary class="rd-menu__knop">
                      <Icoon naam="menu" />
                      <span>Menu</span>
                    </summary>
                    <nav class="rd-menu__blad" aria-label="Menu">
                      <Menu items={menu} />
                    </nav>
                  </details>
                )}
              </div>
            )}
          </div>
        </header>
        <div class={klassen('rd-romp', leesbreedte && 'rd-romp--lezen')}>
          {kruimels.length > 0 && <Kruimels items={kruimels} />}
          <main id="inhoud" tabIndex={-1}>
            {flits && (
              <Melding soort={flits.soort ?? 'succes'} levend>
                <p>{flits.tekst}</p>
              </Melding>
            )}
            <InTaal value={taal}>{children}</InTaal>
          </main>
        </div>
        <footer class="rd-voet">
          <div class="rd-voet__binnen">
            <nav aria-label={burger === undefined ? 'Over Rugdekking' : taal === 'nl' ? 'Over deze site' : 'About this site'}>
              <ul class="rd-voet__lijst">
                {voet.map((item) => (
                  <li>
                    <a class="ams-link" href={item.href}>
                      {item.tekst}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            {organisatie && burger === undefined && <p class="rd-voet__wie">Rugdekking van {organisatie}</p>}
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The page as text, doctype first. */
export function rendeer(pagina: VNode): string {
  return `<!doctype html>${renderToString(pagina)}`;
}
