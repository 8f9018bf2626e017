import type { ComponentChildren } from 'preact';
import type { IcoonNaam } from '../iconen.ts';
import { klassen } from '../klassen.ts';
import { Icoon, Kop, Knop, Verborgen } from './basis.tsx';
import { VELD_CSRF } from './formulier.tsx';
import { VerborgenVeld } from './velden.tsx';

export type Urgentie = 'rust' | 'binnenkort' | 'nu' | 'te-laat';

interface TermijnProps {
  /** In people's words: "vóór morgen 14.10 uur", "nog 5 uur", "te laat sinds gisteren 14.00 uur". */
  tekst: string;
  urgentie?: Urgentie;
  /** The same moment for machines: ISO 8601 date or instant. */
  tijd?: string;
}

/** A clock in people's words. Red only for what must happen now. */
export function TermijnTekst({ tekst, urgentie = 'rust', tijd }: TermijnProps) {
  return (
    <span class={`rd-termijn rd-termijn--${urgentie}`}>
      {urgentie !== 'rust' && <Icoon naam="klok" />}
      {tijd ? <time dateTime={tijd}>{tekst}</time> : <span>{tekst}</span>}
    </span>
  );
}

export interface WerkRegel {
  /** A person and a verb: "Bel Samira Haddad (nazorg)". */
  wat: string;
  href: string;
  termijn?: TermijnProps;
  /** Where it belongs: "Dreiging balie · 2026-0412". */
  waarover?: ComponentChildren;
  /** Who does it, or what it waits for: "Karin de Boer belt", "wacht op wederhoor". */
  wie?: ComponentChildren;
  /** True for what must happen now or is new: filled dot. */
  nu?: boolean;
}

/** Work ordered by clock; every line a person and a verb. Islands move through it with j and k. */
export function WerkLijst({ regels, label }: { regels: readonly WerkRegel[]; label?: string }) {
  return (
    <ul class="rd-werk" data-toetslijst="" aria-label={label}>
      {regels.map((regel) => (
        <li class="rd-werk__regel">
          <span class={klassen('rd-werk__stip', regel.nu && 'rd-werk__stip--nu')} aria-hidden="true" />
          <a class="rd-werk__wat" href={regel.href}>
            {regel.wat}
          </a>
          {regel.termijn && (
            <span class="rd-werk__termijn">
              <TermijnTekst {...regel.termijn} />
            </span>
          )}
          {(regel.waarover || regel.wie) && (
            <span class="rd-werk__bij">
              {regel.waarover && <span class="rd-werk__waarover">{regel.waarover}</span>}
              {regel.wie && <span class="rd-werk__wie">{regel.wie}</span>}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

export interface WerkGroep {
  titel: string;
  regels: readonly WerkRegel[];
  /** Folded away until asked for. */
  ingeklapt?: boolean;
  /** Sentence when there are no lines; without it an empty group is left out. */
  leeg?: string;
  /** When more lines exist than are shown. */
  aantal?: number;
}

/** The adviser's day: groups by urgency in one list. */
export function VandaagLijst({ groepen }: { groepen: readonly WerkGroep[] }) {
  return (
    <div class="rd-vandaag">
      {groepen.map((groep) => {
        const aantal = groep.aantal ?? groep.regels.length;
        if (groep.regels.length === 0 && !groep.leeg) return null;
        const inhoud = groep.regels.length > 0 ? <WerkLijst regels={groep.regels} label={groep.titel} /> : <p class="rd-vandaag__leeg">{groep.leeg}</p>;
        if (groep.ingeklapt) {
          return (
            <details class="rd-uitklap rd-vandaag__groep">
              <summary class="rd-uitklap__titel">
                <Icoon naam="rechts" />
                <span>{groep.titel}</span>
                <span class="rd-aantal">{aantal}</span>
              </summary>
              {inhoud}
            </details>
          );
        }
        return (
          <section class="rd-vandaag__groep">
            <div class="rd-vandaag__kop">
              <Kop niveau={2} maat={4}>
                {groep.titel}
              </Kop>
              {aantal > 0 && <span class="rd-aantal">{aantal}</span>}
            </div>
            {inhoud}
          </section>
        );
      })}
    </div>
  );
}

export interface Stap {
  tekst: ComponentChildren;
  staat: 'klaar' | 'nu' | 'later';
  toelichting?: ComponentChildren;
}

const STAP_ICOON: Record<Stap['staat'], IcoonNaam> = { klaar: 'vink', nu: 'pijl', later: 'cirkel' };
const STAP_WOORD: Record<Stap['staat'], string> = { klaar: 'Gedaan: ', nu: 'Nu bezig: ', later: 'Nog te doen: ' };

/** What was done, what happens now, what comes: not a process diagram. */
export function Stappen({ stappen }: { stappen: readonly Stap[] }) {
  return (
    <ol class="rd-stappen">
      {stappen.map((stap) => (
        <li class={`rd-stappen__stap rd-stappen__stap--${stap.staat}`} aria-current={stap.staat === 'nu' ? 'step' : undefined}>
          <span class="rd-stappen__icoon">
            <Icoon naam={STAP_ICOON[stap.staat]} />
          </span>
          <div>
            <Verborgen>{STAP_WOORD[stap.staat]}</Verborgen>
            {stap.tekst}
            {stap.toelichting && <div class="rd-stappen__toelichting">{stap.toelichting}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** Where you are in a form of several pages. */
export function Voortgang({ stap, van, titel }: { stap: number; van: number; titel?: string }) {
  return (
    <div class="rd-voortgang">
      <p class="rd-voortgang__tekst">
        Stap {stap} van {van}
        {titel && `: ${titel}`}
      </p>
      <div class="rd-voortgang__balk" aria-hidden="true">
        {Array.from({ length: van }, (_, i) => (
          <span class={klassen('rd-voortgang__deel', i < stap && 'rd-voortgang__deel--vol')} />
        ))}
      </div>
    </div>
  );
}

export interface TijdlijnRegel {
  /** "ma 23 november, 14.10 uur" */
  moment: string;
  /** The same for machines: ISO 8601. */
  tijd?: string;
  /** One sentence: who did what. */
  tekst: ComponentChildren;
  icoon?: IcoonNaam;
  /** What unfolds below the sentence. */
  meer?: ComponentChildren;
}

/** Newest first, one sentence each. */
export function Tijdlijn({ regels }: { regels: readonly TijdlijnRegel[] }) {
  return (
    <ol class="rd-tijdlijn">
      {regels.map((regel) => (
        <li class="rd-tijdlijn__regel">
          <span class="rd-tijdlijn__punt">{regel.icoon && <Icoon naam={regel.icoon} />}</span>
          <div class="rd-tijdlijn__inhoud">
            <div class="rd-tijdlijn__tekst">{regel.tekst}</div>
            <p class="rd-tijdlijn__moment">{regel.tijd ? <time dateTime={regel.tijd}>{regel.moment}</time> : regel.moment}</p>
            {regel.meer && <div class="rd-tijdlijn__meer">{regel.meer}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface Kolom<Rij> {
  kop: string;
  cel: (rij: Rij) => ComponentChildren;
  /** The column that names the row: becomes its header cell. */
  rijkop?: boolean;
  /** Numbers: aligned at the end. */
  getal?: boolean;
  /** Not shown on a phone. */
  alleenBreed?: boolean;
}

interface TabelProps<Rij> {
  bijschrift: string;
  /** The caption stays for screen readers, when a heading above already says it. */
  bijschriftVerborgen?: boolean;
  kolommen: readonly Kolom<Rij>[];
  rijen: readonly Rij[];
  /** On a phone: rows become cards (default), or the table scrolls sideways (matrices). */
  smal?: 'kaarten' | 'schuiven';
  /** Shown instead of the table when there are no rows. */
  leeg?: ComponentChildren;
}

// Roles are spelled out: some browsers drop table semantics once the display of rows changes into cards.
/** Table with caption and scopes. */
export function Tabel<Rij>({ bijschrift, bijschriftVerborgen, kolommen, rijen, smal = 'kaarten', leeg }: TabelProps<Rij>) {
  if (rijen.length === 0 && leeg) return <div class="rd-tabel__leeg">{leeg}</div>;
  const schuift = smal === 'schuiven';
  const Kader = schuift ? 'section' : 'div';
  const celKlas = (kolom: Kolom<Rij>) => klassen(kolom.getal && 'rd-tabel__getal', kolom.alleenBreed && 'rd-alleen-breed');
  return (
    <Kader class={klassen('ams-table rd-tabel', `rd-tabel--${smal}`)} {...(schuift ? { tabIndex: 0, 'aria-label': bijschrift } : {})}>
      <table class="ams-table__table" role="table" data-toetslijst={schuift ? undefined : ''}>
        <caption class={klassen('ams-table__caption', bijschriftVerborgen && 'ams-visually-hidden')}>{bijschrift}</caption>
        <thead class="ams-table__header" role="rowgroup">
          <tr role="row">
            {kolommen.map((kolom) => (
              <th scope="col" role="columnheader" class={klassen('ams-table__header-cell', celKlas(kolom))}>
                {kolom.kop}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rijen.map((rij) => (
            <tr role="row">
              {kolommen.map((kolom) =>
                kolom.rijkop ? (
                  <th scope="row" role="rowheader" class={klassen('ams-table__header-cell', 'rd-tabel__rijkop', celKlas(kolom))}>
                    {kolom.cel(rij)}
                  </th>
                ) : (
                  <td role="cell" class={klassen('ams-table__cell', celKlas(kolom))} data-kop={kolom.kop}>
                    <div class="rd-tabel__waarde">{kolom.cel(rij)}</div>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Kader>
  );
}

interface PagineringProps {
  pagina: number;
  aantalPaginas: number;
  href: (pagina: number) => string;
  label?: string;
}

/** Pages of a list: first, last, and those around the current one. Nothing when there is one page. */
export function Paginering({ pagina, aantalPaginas, href, label = 'Bladeren' }: PagineringProps) {
  if (aantalPaginas <= 1) return null;
  const getoond = [...new Set([1, pagina - 1, pagina, pagina + 1, aantalPaginas])].filter((n) => n >= 1 && n <= aantalPaginas);
  return (
    <nav class="rd-bladeren" aria-label={label}>
      {pagina > 1 && (
        <a class="rd-bladeren__link" href={href(pagina - 1)} rel="prev">
          <Icoon naam="links" />
          <span>Vorige</span>
        </a>
      )}
      <ol class="rd-bladeren__lijst">
        {getoond.map((n, i) => (
          <li class={klassen(i > 0 && n - (getoond[i - 1] ?? n) > 1 && 'rd-bladeren__gat')}>
            <a class="rd-bladeren__link" href={href(n)} aria-current={n === pagina ? 'page' : undefined}>
              <Verborgen>Pagina </Verborgen>
              {n}
            </a>
          </li>
        ))}
      </ol>
      {pagina < aantalPaginas && (
        <a class="rd-bladeren__link" href={href(pagina + 1)} rel="next">
          <span>Volgende</span>
          <Icoon naam="rechts" />
        </a>
      )}
    </nav>
  );
}

interface ZoekProps {
  actie: string;
  /** What is searched for may name someone: it is sent by POST, and never stands in an address as it was typed. */
  csrf: string;
  label: string;
  naam?: string;
  waarde?: string;
  /** Other values of the address that must survive a search. */
  verborgen?: Readonly<Record<string, string>>;
}

/** Search; the key / brings you here. */
export function Zoekveld({ actie, csrf, label, naam = 'q', waarde, verborgen = {} }: ZoekProps) {
  const id = `zoek-${naam}`;
  return (
    <form class="rd-zoek" role="search" method="post" action={actie}>
      <VerborgenVeld naam={VELD_CSRF} waarde={csrf} />
      {Object.entries(verborgen).map(([n, w]) => (
        <input type="hidden" name={n} value={w} />
      ))}
      <label class="ams-visually-hidden" for={id}>
        {label}
      </label>
      <span class="rd-zoek__kader">
        <input class="ams-text-input rd-zoek__veld" id={id} type="search" name={naam} value={waarde} autocomplete="off" data-zoek="" />
        <span class="rd-zoek__toets" aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </span>
      <Knop soort="secundair" icoon="zoek">
        Zoek
      </Knop>
    </form>
  );
}

interface FiltersProps {
  actie: string;
  /** For a filter with a field that may name someone: then it goes by POST, as a search. */
  csrf?: string;
  /** What is on now, each with the address without it. */
  actief?: readonly { tekst: string; href: string }[];
  wisHref?: string;
  /** Shown opened. */
  open?: boolean;
  children: ComponentChildren;
}

/** Narrows a list; folded until used, what is on stays visible. */
export function Filters({ actie, csrf, actief = [], wisHref, open, children }: FiltersProps) {
  return (
    <div class="rd-filters">
      <details class="rd-filters__kader" open={open}>
        <summary class="rd-filters__knop">
          <Icoon naam="filter" />
          <span>Filter{actief.length > 0 && ` (${actief.length})`}</span>
        </summary>
        <form class="rd-filters__form" method={csrf === undefined ? 'get' : 'post'} action={actie}>
          {csrf !== undefined && <VerborgenVeld naam={VELD_CSRF} waarde={csrf} />}
          <div class="rd-filters__velden">{children}</div>
          <Knop soort="secundair">Pas filter toe</Knop>
        </form>
      </details>
      {actief.length > 0 && (
        <ul class="rd-filters__actief" aria-label="Gekozen filters">
          {actief.map((f) => (
            <li>
              <a class="rd-filters__chip" href={f.href}>
                <Verborgen>Haal weg: </Verborgen>
                {f.tekst}
                <Icoon naam="sluit" />
              </a>
            </li>
          ))}
          {wisHref && (
            <li>
              <a class="ams-link" href={wisHref}>
                Alles wissen
              </a>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
