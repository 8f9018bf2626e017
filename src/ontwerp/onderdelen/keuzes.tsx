import type { ComponentChildren } from 'preact';
import { klassen, veldId } from '../klassen.ts';
import { FoutTekst, LabelTekst, beschrijving, type Optie, type VeldProps } from './velden.tsx';

export interface KeuzeOptie extends Optie {
  /** One example line under the label. */
  uitleg?: string;
  /** Shown only while this option is chosen (by CSS), under it or under the row of chips; without CSS it is simply there. */
  extra?: ComponentChildren;
}

interface OptieProps {
  soort: 'radio' | 'checkbox';
  id: string;
  naam: string;
  optie: KeuzeOptie;
  gekozen: boolean;
  fout?: string;
}

function OptieRegel({ soort, id, naam, optie, gekozen, fout }: OptieProps) {
  return (
    <div class={`rd-keuze rd-keuze--${soort}`}>
      <input
        class="rd-keuze__invoer"
        type={soort}
        id={id}
        name={naam}
        value={optie.waarde}
        checked={gekozen}
        aria-describedby={optie.uitleg ? `${id}-voorbeeld` : undefined}
        aria-invalid={fout && soort === 'checkbox' ? 'true' : undefined}
      />
      <label class="rd-keuze__label" for={id}>
        {optie.label}
      </label>
      {optie.uitleg && (
        <span class="rd-keuze__uitleg" id={`${id}-voorbeeld`}>
          {optie.uitleg}
        </span>
      )}
      {optie.extra && <div class="rd-keuze__extra">{optie.extra}</div>}
    </div>
  );
}

/** The first option carries the id of the field, so that the error summary lands on it. */
function optieId(naam: string, i: number): string {
  return i === 0 ? veldId(naam) : `${veldId(naam)}-${i + 1}`;
}

interface KeuzesProps extends VeldProps {
  waarde?: string;
  opties: readonly KeuzeOptie[];
  /** 'chips': short choices in a row, as large touch targets. */
  variant?: 'lijst' | 'chips';
}

/** One of several (radio buttons). */
export function Keuzes({ naam, label, fout, uitleg, verplicht, waarde, opties, variant = 'lijst' }: KeuzesProps) {
  const id = veldId(naam);
  return (
    <fieldset
      class={klassen('ams-field-set rd-groep', fout && 'ams-field-set--invalid')}
      role="radiogroup"
      aria-describedby={beschrijving(id, uitleg, fout)}
      aria-invalid={fout ? 'true' : undefined}
      aria-required={verplicht ? 'true' : undefined}
    >
      <legend class="ams-field-set__legend">
        <LabelTekst label={label} verplicht={verplicht} />
      </legend>
      {uitleg && (
        <div class="rd-uitleg" id={`${id}-uitleg`}>
          {uitleg}
        </div>
      )}
      {fout && <FoutTekst id={`${id}-fout`} fout={fout} />}
      <div class={variant === 'chips' ? 'rd-chips' : 'rd-keuzes'}>
        {opties.map((optie, i) => (
          <OptieRegel soort="radio" id={optieId(naam, i)} naam={naam} optie={variant === 'chips' ? { ...optie, extra: undefined } : optie} gekozen={optie.waarde === waarde} />
        ))}
      </div>
      {variant === 'chips' && opties.map((optie, i) => optie.extra && <div class={`rd-chips__extra rd-chips__extra--${i + 1}`}>{optie.extra}</div>)}
    </fieldset>
  );
}

interface VinkjesProps extends VeldProps {
  waarden?: readonly string[];
  opties: readonly KeuzeOptie[];
}

/** Any of several (checkboxes), each with an example line. The browser sends the name once per choice. */
export function Vinkjes({ naam, label, fout, uitleg, verplicht, waarden = [], opties }: VinkjesProps) {
  const id = veldId(naam);
  return (
    <fieldset class={klassen('ams-field-set rd-groep', fout && 'ams-field-set--invalid')} aria-describedby={beschrijving(id, uitleg, fout)}>
      <legend class="ams-field-set__legend">
        <LabelTekst label={label} verplicht={verplicht} />
      </legend>
      {uitleg && (
        <div class="rd-uitleg" id={`${id}-uitleg`}>
          {uitleg}
        </div>
      )}
      {fout && <FoutTekst id={`${id}-fout`} fout={fout} />}
      <div class="rd-keuzes">
        {opties.map((optie, i) => (
          <OptieRegel soort="checkbox" id={optieId(naam, i)} naam={naam} optie={optie} gekozen={waarden.includes(optie.waarde)} fout={fout} />
        ))}
      </div>
    </fieldset>
  );
}

interface VinkjeProps {
  naam: string;
  label: ComponentChildren;
  /** Value sent when ticked. */
  waarde?: string;
  aan?: boolean;
  uitleg?: ComponentChildren;
  fout?: string;
  verplicht?: boolean;
}

/** One checkbox on its own. Not ticking is an answer too, so the label says "(verplicht)" only when it must be ticked. */
export function Vinkje({ naam, label, waarde = 'ja', aan = false, uitleg, fout, verplicht }: VinkjeProps) {
  const id = veldId(naam);
  return (
    <div class={klassen('ams-field rd-veld', fout && 'ams-field--invalid')}>
      {fout && <FoutTekst id={`${id}-fout`} fout={fout} />}
      <div class="rd-keuze rd-keuze--checkbox">
        <input
          class="rd-keuze__invoer"
          type="checkbox"
          id={id}
          name={naam}
          value={waarde}
          checked={aan}
          aria-describedby={beschrijving(id, uitleg, fout)}
          aria-invalid={fout ? 'true' : undefined}
          aria-required={verplicht ? 'true' : undefined}
        />
        <label class="rd-keuze__label" for={id}>
          {verplicht ? <LabelTekst label={label} verplicht /> : label}
        </label>
        {uitleg && (
          <span class="rd-keuze__uitleg" id={`${id}-uitleg`}>
            {uitleg}
          </span>
        )}
      </div>
    </div>
  );
}

interface GroepProps {
  titel: ComponentChildren;
  uitleg?: ComponentChildren;
  /** Needed when there is an explanation: makes its id. */
  naam?: string;
  children: ComponentChildren;
}

/** Fields that belong together: fieldset and legend. */
export function Groep({ titel, uitleg, naam = 'groep', children }: GroepProps) {
  const id = `groep-${naam}`;
  return (
    <fieldset class="ams-field-set rd-groep rd-groep--velden" aria-describedby={uitleg ? `${id}-uitleg` : undefined}>
      <legend class="ams-field-set__legend rd-groep__titel">{titel}</legend>
      {uitleg && (
        <div class="rd-uitleg" id={`${id}-uitleg`}>
          {uitleg}
        </div>
      )}
      <div class="rd-groep__velden">{children}</div>
    </fieldset>
  );
}
