import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import { ICONEN, type IcoonNaam } from '../iconen.ts';
import { klassen } from '../klassen.ts';
import { useWoord } from '../taal.ts';

export type Niveau = 1 | 2 | 3 | 4;

interface IcoonProps {
  naam: IcoonNaam;
  /** Only when the icon stands alone; beside text it is decoration and stays silent for screen readers. */
  label?: string;
  groot?: boolean;
}

/** A drawing of the closed set, in the colour of the text around it. */
export function Icoon({ naam, label, groot }: IcoonProps) {
  return (
    <svg
      class={klassen('rd-icoon', groot && 'rd-icoon--groot')}
      viewBox="0 0 24 24"
      width="24"
      height="24"
      focusable="false"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' as const })}
    >
      {ICONEN[naam].map(([Soort, eigenschappen]) => {
        const Vorm = Soort as 'path';
        return <Vorm {...eigenschappen} />;
      })}
    </svg>
  );
}

interface KopProps {
  niveau: Niveau;
  /** Size when it must differ from the level (the level follows the outline, never the looks). */
  maat?: Niveau | 5;
  id?: string;
  children: ComponentChildren;
}

/** Heading h1–h4. */
export function Kop({ niveau, maat = niveau, id, children }: KopProps) {
  const Tag = `h${niveau}` as 'h1';
  return (
    <Tag id={id} class={`ams-heading ams-heading--${maat}`}>
      {children}
    </Tag>
  );
}

interface AlineaProps {
  groot?: boolean;
  klein?: boolean;
  /** Quieter colour, for what is not the point of the page. */
  zacht?: boolean;
  children: ComponentChildren;
}

/** Paragraph, at most some seventy characters wide. */
export function Alinea({ groot, klein, zacht, children }: AlineaProps) {
  return (
    <p class={klassen('ams-paragraph rd-alinea', groot && 'ams-paragraph--large', klein && 'ams-paragraph--small', zacht && 'rd-zacht')}>
      {children}
    </p>
  );
}

interface LinkProps {
  href: string;
  /** Adds an icon; the text stays. */
  icoon?: IcoonNaam;
  children: ComponentChildren;
}

/** Link in running text or alone. */
export function Link({ href, icoon, children }: LinkProps) {
  return (
    <a class={klassen('ams-link', icoon && 'rd-icoonlink')} href={href}>
      {icoon && <Icoon naam={icoon} />}
      {icoon ? <span>{children}</span> : children}
    </a>
  );
}

/** Bulleted (or numbered) list of sentences. */
export function Lijst({ items, genummerd }: { items: readonly ComponentChildren[]; genummerd?: boolean }) {
  const Tag = genummerd ? 'ol' : 'ul';
  return (
    <Tag class={klassen('rd-lijst', genummerd && 'rd-lijst--genummerd')}>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </Tag>
  );
}

/** Text for screen readers only. */
export function Verborgen({ children }: { children: ComponentChildren }) {
  return <span class="ams-visually-hidden">{children}</span>;
}

/** Someone's own words, shown as theirs. */
export function Citaat({ children, bron }: { children: ComponentChildren; bron?: ComponentChildren }) {
  return (
    <figure class="rd-citaat">
      <blockquote class="rd-citaat__woorden">{children}</blockquote>
      {bron && <figcaption class="rd-citaat__bron">{bron}</figcaption>}
    </figure>
  );
}

export type KnopSoort = 'primair' | 'secundair' | 'rustig' | 'gevaar';

function knopKlassen(soort: KnopSoort, breed?: boolean): string | undefined {
  const ams = { primair: 'primary', secundair: 'secondary', rustig: 'tertiary', gevaar: 'primary' }[soort];
  return klassen('ams-button', `ams-button--${ams}`, 'rd-knop', soort === 'gevaar' && 'rd-knop--gevaar', breed && 'rd-knop--breed');
}

interface KnopProps extends Omit<ButtonHTMLAttributes, 'class' | 'disabled' | 'type' | 'name' | 'value'> {
  soort?: KnopSoort;
  /** 'submit' unless an island gives the button its work. */
  type?: 'submit' | 'button';
  naam?: string;
  waarde?: string;
  icoon?: IcoonNaam;
  /** Full width on a phone. */
  breed?: boolean;
  children: ComponentChildren;
}

/** Button. Has no disabled state: a form that cannot be sent says why instead (NLDS). */
export function Knop({ soort = 'primair', type = 'submit', naam, waarde, icoon, breed, children, ...rest }: KnopProps) {
  return (
    <button {...rest} type={type} name={naam} value={waarde} class={knopKlassen(soort, breed)}>
      {icoon && <Icoon naam={icoon} />}
      <span>{children}</span>
    </button>
  );
}

interface KnopLinkProps {
  href: string;
  soort?: KnopSoort;
  icoon?: IcoonNaam;
  breed?: boolean;
  children: ComponentChildren;
}

/** A link that looks like a button: goes somewhere, changes nothing. */
export function KnopLink({ href, soort = 'primair', icoon, breed, children }: KnopLinkProps) {
  return (
    <a href={href} class={klassen(knopKlassen(soort, breed), 'rd-knop--link')}>
      {icoon && <Icoon naam={icoon} />}
      <span>{children}</span>
    </a>
  );
}

const belbaar = (nummer: string): string => `tel:${nummer.replace(/[^+\d]/g, '')}`;
/** Spaces and hyphens of a number do not break a line. */
const bijeen = (nummer: string): string => nummer.replaceAll(' ', '\u00a0').replaceAll('-', '\u2011');

/** A telephone number in running text; a phone calls it. */
export function Telefoon({ nummer }: { nummer: string }) {
  return <a class="ams-link" href={belbaar(nummer)}>{bijeen(nummer)}</a>;
}

/** Calls a number. */
export function KnopBel({ nummer, soort }: { nummer: string; soort?: KnopSoort }) {
  return (
    <KnopLink href={belbaar(nummer)} soort={soort} icoon="telefoon">
      {`Bel\u00a0${bijeen(nummer)}`}
    </KnopLink>
  );
}

/** Row of buttons; the one that helps most comes first. */
export function Knoppen({ children }: { children: ComponentChildren }) {
  return <div class="rd-knoppen">{children}</div>;
}

export type MerkSoort = 'neutraal' | 'info' | 'let-op' | 'ernstig' | 'klaar';

/** Badge: one or two words about a state. The word carries the meaning, the colour only helps. */
export function Merk({ soort = 'neutraal', children }: { soort?: MerkSoort; children: ComponentChildren }) {
  return <span class={`rd-merk rd-merk--${soort}`}>{children}</span>;
}

/** Initials in a circle, beside a name that is written out. */
export function Avatar({ naam }: { naam: string }) {
  const delen = naam.trim().split(/\s+/);
  const eerste = delen[0]?.[0] ?? '';
  const laatste = delen.length > 1 ? (delen[delen.length - 1]?.[0] ?? '') : '';
  return (
    <span class="rd-avatar" aria-hidden="true">
      {(eerste + laatste).toUpperCase()}
    </span>
  );
}

/** "Direct gevaar? Bel 112": first on every reporting page. */
export function Nood112() {
  return (
    <p class="rd-nood">
      <Icoon naam="telefoon" />
      <span>
        Direct gevaar?{' '}
        <a class="rd-nood__link" href="tel:112">
          {'Bel\u00a0112'}
        </a>
      </span>
    </p>
  );
}

export type MeldingSoort = 'info' | 'succes' | 'let-op' | 'gevaar';

const MELDING_ICOON: Record<MeldingSoort, IcoonNaam> = { info: 'info', succes: 'vink-rond', 'let-op': 'let-op', gevaar: 'gevaar' };
const MELDING_WOORD: Record<MeldingSoort, readonly [nl: string, en: string]> = { info: ['Ter informatie', 'Information'], succes: ['Gelukt', 'Done'], 'let-op': ['Let op', 'Attention'], gevaar: ['Belangrijk', 'Important'] };

interface MeldingProps {
  soort?: MeldingSoort;
  titel?: string;
  /** Level of the title in the outline of the page. */
  niveau?: Niveau;
  /** True for a message that answers what the person just did. */
  levend?: boolean;
  children?: ComponentChildren;
}

/** Message on the page. 'gevaar' only when something must happen now. */
export function Melding({ soort = 'info', titel, niveau = 2, levend, children }: MeldingProps) {
  const woord = useWoord();
  return (
    <div class={`rd-melding rd-melding--${soort}`} role={levend ? 'status' : undefined}>
      <span class="rd-melding__icoon">
        <Icoon naam={MELDING_ICOON[soort]} label={woord(...MELDING_WOORD[soort])} />
      </span>
      <div class="rd-melding__inhoud">
        {titel && (
          <Kop niveau={niveau} maat={4}>
            {titel}
          </Kop>
        )}
        {children && <div class="rd-melding__tekst">{children}</div>}
      </div>
    </div>
  );
}
