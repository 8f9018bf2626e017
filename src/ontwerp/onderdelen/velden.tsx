import type { ComponentChildren } from 'preact';
import { klassen, veldId } from '../klassen.ts';
import { useWoord } from '../taal.ts';
import { Icoon } from './basis.tsx';

export interface VeldProps {
  /** Name in the form; the id follows from it. */
  naam: string;
  label: ComponentChildren;
  /** Error in words; the same sentence as in the summary. */
  fout?: string;
  /** Stands under the label, outside it, linked by aria-describedby. */
  uitleg?: ComponentChildren;
  /** Default false: the label says "(niet verplicht)". */
  verplicht?: boolean;
}

/** Label text with "(verplicht)" or "(niet verplicht)": a bare asterisk is not enough (NLDS). */
export function LabelTekst({ label, verplicht }: { label: ComponentChildren; verplicht?: boolean }) {
  const woord = useWoord();
  return (
    <>
      {label} <span class="ams-hint rd-aanduiding">{verplicht ? woord('(verplicht)', '(required)') : woord('(niet verplicht)', '(optional)')}</span>
    </>
  );
}

export function FoutTekst({ id, fout }: { id: string; fout: string }) {
  const woord = useWoord();
  return (
    <p class="ams-error-message rd-fout" id={id}>
      <Icoon naam="let-op" label={woord('Fout:', 'Error:')} />
      <span>{fout}</span>
    </p>
  );
}

/** The ids that describe a field, in reading order: explanation, then error. */
export function beschrijving(id: string, uitleg: unknown, fout: unknown): string | undefined {
  return klassen(Boolean(uitleg) && `${id}-uitleg`, Boolean(fout) && `${id}-fout`);
}

interface KaderProps extends VeldProps {
  children: ComponentChildren;
  /** Below the control: counter, quick picks, chosen files. */
  onder?: ComponentChildren;
}

/** What every single-control field shares: label above, explanation, error, control. */
function VeldKader({ naam, label, fout, uitleg, verplicht, children, onder }: KaderProps) {
  const id = veldId(naam);
  return (
    <div class={klassen('ams-field rd-veld', fout && 'ams-field--invalid')}>
      <label class="ams-label" for={id}>
        <LabelTekst label={label} verplicht={verplicht} />
      </label>
      {uitleg && (
        <div class="rd-uitleg" id={`${id}-uitleg`}>
          {uitleg}
        </div>
      )}
      {fout && <FoutTekst id={`${id}-fout`} fout={fout} />}
      {children}
      {onder}
    </div>
  );
}

function veldAttributen({ naam, fout, uitleg, verplicht }: VeldProps) {
  const id = veldId(naam);
  return {
    id,
    name: naam,
    'aria-describedby': beschrijving(id, uitleg, fout),
    'aria-invalid': fout ? ('true' as const) : undefined,
    // aria-required instead of required: no bubbles of the browser, the page itself says what is missing.
    'aria-required': verplicht ? ('true' as const) : undefined,
  };
}

interface TekstVeldProps extends VeldProps {
  waarde?: string;
  soort?: 'text' | 'email' | 'tel' | 'url' | 'password';
  /** Autocomplete token, so that browsers and people with a helper can fill it. */
  automatisch?: string;
  toetsenbord?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url';
  /** Width in characters, when the length is known (postcode 7). */
  tekens?: number;
  /** Allows no more than this many characters. */
  max?: number;
  spelling?: boolean;
}

/** One line of text. */
export function TekstVeld({ waarde, soort = 'text', automatisch, toetsenbord, tekens, max, spelling, ...veld }: TekstVeldProps) {
  return (
    <VeldKader {...veld}>
      <input
        {...veldAttributen(veld)}
        class="ams-text-input"
        // The JSX types want one literal here; all five take the same attributes.
        type={soort as 'text'}
        value={waarde}
        autocomplete={automatisch}
        inputmode={toetsenbord}
        size={tekens}
        maxLength={max}
        spellcheck={spelling === undefined ? undefined : spelling}
      />
    </VeldKader>
  );
}

interface TekstGebiedProps extends VeldProps {
  waarde?: string;
  regels?: number;
  /** Most characters; an island counts along, the server decides. */
  max?: number;
}

/** Several lines, in your own words. Dictation of the phone works. */
export function TekstGebied({ waarde, regels = 5, max, ...veld }: TekstGebiedProps) {
  const id = veldId(veld.naam);
  return (
    <VeldKader {...veld} onder={max !== undefined && <p class="rd-teller" id={`${id}-teller`} data-teller={id} data-max={max} hidden />}>
      <textarea {...veldAttributen(veld)} class="ams-text-area ams-text-area--resize-vertical" rows={regels}>
        {waarde}
      </textarea>
    </VeldKader>
  );
}

export interface Optie {
  waarde: string;
  label: string;
}

interface SelectieProps extends VeldProps {
  waarde?: string;
  opties: readonly Optie[];
  /** Text of the empty choice; without it the first option is chosen. */
  leeg?: string;
}

/** Choice from a long list; up to seven choices are better as Keuzes. */
export function Selectie({ waarde, opties, leeg, ...veld }: SelectieProps) {
  return (
    <VeldKader {...veld}>
      <select {...veldAttributen(veld)} class="ams-select">
        {leeg !== undefined && (
          <option value="" selected={!waarde}>
            {leeg}
          </option>
        )}
        {opties.map((optie) => (
          <option value={optie.waarde} selected={optie.waarde === waarde}>
            {optie.label}
          </option>
        ))}
      </select>
    </VeldKader>
  );
}

interface DatumProps extends VeldProps {
  /** As typed by the person, or dd-mm-jjjj. */
  waarde?: string;
  /** Quick picks the island offers: days from today (0 is vandaag, -1 gisteren, 1 morgen). */
  snel?: readonly (-1 | 0 | 1)[];
}

const SNEL_TEKST = { '-1': 'Gisteren', '0': 'Vandaag', '1': 'Morgen' } as const;

/** Date as dd-mm-jjjj. No native picker: that follows the language of the browser. */
export function DatumVeld({ waarde, snel = [0, -1], ...veld }: DatumProps) {
  const id = veldId(veld.naam);
  const metUitleg = { ...veld, uitleg: veld.uitleg ?? 'Bijvoorbeeld 23-11-2026' };
  return (
    <VeldKader {...metUitleg}>
      <div class="rd-metknop">
        <input {...veldAttributen(metUitleg)} class="ams-text-input" type="text" inputmode="numeric" size={12} value={waarde} autocomplete="off" data-datum="" />
        {snel.length > 0 && (
          <span class="rd-snel" data-snel={id} hidden>
            {snel.map((dagen) => (
              <button class="rd-snel__knop" type="button" data-dagen={dagen}>
                {SNEL_TEKST[`${dagen}`]}
              </button>
            ))}
          </span>
        )}
      </div>
    </VeldKader>
  );
}

/** Time as 14.10. */
export function TijdVeld({ waarde, ...veld }: VeldProps & { waarde?: string }) {
  const metUitleg = { ...veld, uitleg: veld.uitleg ?? 'Bijvoorbeeld 14.10' };
  return (
    <VeldKader {...metUitleg}>
      <input {...veldAttributen(metUitleg)} class="ams-text-input" type="text" inputmode="numeric" size={6} value={waarde} autocomplete="off" data-tijd="" />
    </VeldKader>
  );
}

interface BestandProps extends VeldProps {
  meerdere?: boolean;
  /** Types for the accept attribute: "image/*,application/pdf". */
  accepteer?: string;
  /** Opens the camera of a phone at once; the recorder when it accepts audio. */
  opname?: boolean;
}

/** One or more files; an island shows what was chosen. */
export function BestandVeld({ meerdere, accepteer, opname, ...veld }: BestandProps) {
  const id = veldId(veld.naam);
  return (
    <VeldKader {...veld} onder={<ul class="rd-bestanden" data-bestanden={id} aria-live="polite" aria-label="Gekozen bestanden" hidden />}>
      <input {...veldAttributen(veld)} class="ams-file-input" type="file" multiple={meerdere} accept={accepteer} capture={opname ? 'environment' : undefined} />
    </VeldKader>
  );
}

/** Value that goes along unseen. */
export function VerborgenVeld({ naam, waarde }: { naam: string; waarde: string }) {
  return <input type="hidden" name={naam} value={waarde} />;
}
