import type { ComponentChildren } from 'preact';
import { veldId } from '../klassen.ts';
import { Icoon } from './basis.tsx';
import { VerborgenVeld } from './velden.tsx';

/** Name of the hidden field with the token against forged requests. */
export const VELD_CSRF = '_csrf';
/** Name of the hidden field with the idempotency key: sending the same form twice writes once. */
export const VELD_SLEUTEL = '_sleutel';

/** Field name → sentence. The empty name holds an error of the form as a whole. */
export type Fouten = Readonly<Record<string, string>>;

/** Names the fields that need another look. Its heading takes focus (tabindex -1, moved by an island); each line goes to its field. */
export function FoutSamenvatting({ fouten }: { fouten: Fouten }) {
  const regels = Object.entries(fouten);
  if (regels.length === 0) return null;
  return (
    <div class="ams-invalid-form-alert rd-samenvatting" role="group" aria-labelledby="foutsamenvatting" data-samenvatting="">
      <h2 class="ams-heading ams-heading--3 rd-samenvatting__kop" id="foutsamenvatting" tabIndex={-1}>
        <Icoon naam="let-op" />
        <span>{regels.length === 1 ? 'Eén ding klopt nog niet' : `${regels.length} dingen kloppen nog niet`}</span>
      </h2>
      <ul class="rd-samenvatting__lijst">
        {regels.map(([naam, tekst]) => (
          <li>
            {naam === '' ? (
              tekst
            ) : (
              <a class="ams-link" href={`#${veldId(naam)}`}>
                {tekst}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FormulierProps {
  actie: string;
  csrf: string;
  /** Idempotency key, new for every page that is shown. */
  sleutel: string;
  /** Errors of the attempt before; the summary stands above the form. */
  fouten?: Fouten;
  /** With files: multipart. */
  bestanden?: boolean;
  /** Address to which an island saves the concept; the island shows "Opgeslagen om 14.12 uur". */
  conceptUrl?: string;
  /** Sentence above the form about required fields; false leaves it out when the form has no fields to fill. */
  verplichtUitleg?: ComponentChildren | false;
  /** Names the form when a page has more than one. */
  label?: string;
  id?: string;
  children: ComponentChildren;
}

/** Form by POST, without bubbles of the browser. Explanation and error summary come before it, not inside. */
export function Formulier(props: FormulierProps) {
  const { actie, csrf, sleutel, fouten = {}, bestanden, conceptUrl, label, id, children } = props;
  const uitleg = props.verplichtUitleg ?? 'Bij elke vraag staat of je moet antwoorden (verplicht) of mag antwoorden (niet verplicht).';
  return (
    <>
      <FoutSamenvatting fouten={fouten} />
      {uitleg !== false && <p class="rd-formulier__uitleg">{uitleg}</p>}
      <form
        class="rd-formulier"
        id={id}
        method="post"
        action={actie}
        noValidate
        encType={bestanden ? 'multipart/form-data' : undefined}
        aria-label={label}
        data-eenmaal=""
        data-concept-url={conceptUrl}
      >
        <VerborgenVeld naam={VELD_CSRF} waarde={csrf} />
        <VerborgenVeld naam={VELD_SLEUTEL} waarde={sleutel} />
        {children}
        {conceptUrl && <p class="rd-opgeslagen" role="status" data-opgeslagen="" />}
      </form>
    </>
  );
}

/** A form that is only a button: one act, no questions. */
export function ActieFormulier({ actie, csrf, sleutel, children }: { actie: string; csrf: string; sleutel?: string; children: ComponentChildren }) {
  return (
    <form class="rd-actie" method="post" action={actie} data-eenmaal="">
      <VerborgenVeld naam={VELD_CSRF} waarde={csrf} />
      {sleutel && <VerborgenVeld naam={VELD_SLEUTEL} waarde={sleutel} />}
      {children}
    </form>
  );
}
