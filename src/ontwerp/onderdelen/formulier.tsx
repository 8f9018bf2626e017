import type { ComponentChildren } from 'preact';
import type { Veldfout } from '../../kern/fouten/index.ts';
import { veldId } from '../klassen.ts';
import { useWoord } from '../taal.ts';
import { Icoon, Melding } from './basis.tsx';
import { VerborgenVeld } from './velden.tsx';

/** Name of the hidden field with the token against forged requests. */
export const VELD_CSRF = '_csrf';
/** Name of the hidden field with the idempotency key: sending the same form twice writes once. */
export const VELD_SLEUTEL = '_sleutel';

/** What is wrong, in the order of the form. An empty field name means the form as a whole. */
export type Fouten = readonly Veldfout[];

/** What a form holds and what is wrong with it; the platform's Stand fits. */
interface Invulling {
  waarden: Readonly<Record<string, string | string[]>>;
  fouten: Fouten;
}

/** Name, value and error of one field: `<TekstVeld {...veld(stand, 'naam')} label="Naam" />`. */
export function veld({ waarden, fouten }: Invulling, naam: string): { naam: string; waarde: string; fout: string | undefined } {
  const w = waarden[naam];
  return { naam, waarde: (Array.isArray(w) ? w[0] : w) ?? '', fout: foutBij(fouten, naam) };
}

/** The same for a field that can hold several values: `<Vinkjes {...veldMeer(stand, 'soort')} … />`. */
export function veldMeer({ waarden, fouten }: Invulling, naam: string): { naam: string; waarden: readonly string[]; fout: string | undefined } {
  const w = waarden[naam];
  return { naam, waarden: Array.isArray(w) ? w : w ? [w] : [], fout: foutBij(fouten, naam) };
}

/** The same for a single checkbox, which sends 'ja' when it is ticked: `<Vinkje {...veldVinkje(stand, 'akkoord')} … />`. */
export function veldVinkje({ waarden, fouten }: Invulling, naam: string): { naam: string; aan: boolean; fout: string | undefined } {
  return { naam, aan: waarden[naam] === 'ja', fout: foutBij(fouten, naam) };
}

function foutBij(fouten: Fouten, naam: string): string | undefined {
  return fouten.find((fout) => fout.veld === naam)?.tekst;
}

/** Names the fields that need another look. Its heading takes focus (tabindex -1, moved by an island); each line goes to its field. */
export function FoutSamenvatting({ fouten }: { fouten: Fouten }) {
  const woord = useWoord();
  if (fouten.length === 0) return null;
  return (
    <div class="ams-invalid-form-alert rd-samenvatting" role="group" aria-labelledby="foutsamenvatting" data-samenvatting="">
      <h2 class="ams-heading ams-heading--3 rd-samenvatting__kop" id="foutsamenvatting" tabIndex={-1}>
        <Icoon naam="let-op" />
        <span>{fouten.length === 1 ? woord('Eén ding klopt nog niet', 'One thing is not right yet') : woord(`${fouten.length} dingen kloppen nog niet`, `${fouten.length} things are not right yet`)}</span>
      </h2>
      <ul class="rd-samenvatting__lijst">
        {fouten.map(({ veld: naam, tekst }) => (
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
  /** Comes back after the session had expired; says that nothing was lost and nothing was sent. */
  hervat?: boolean;
  /** Someone else changed the same thing meanwhile: per field what stands there now. */
  conflict?: readonly { veld: string; nu: string }[] | null;
  /** Names of fields for the list of changes; a field without a name here is left out of it. */
  veldnamen?: Readonly<Record<string, string>>;
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

function Gewijzigd({ conflict, veldnamen }: { conflict: readonly { veld: string; nu: string }[]; veldnamen: Readonly<Record<string, string>> }) {
  const bekend = conflict.filter(({ veld: naam }) => veldnamen[naam] !== undefined);
  return (
    <Melding soort="let-op" titel="Iemand anders veranderde dit ook">
      <p>Wat jij invulde staat er nog. Verstuur je opnieuw, dan geldt wat hieronder staat.</p>
      {bekend.length > 0 && (
        <ul class="rd-lijst">
          {bekend.map(({ veld: naam, nu }) => (
            <li>
              <a class="ams-link" href={`#${veldId(naam)}`}>
                {veldnamen[naam]}
              </a>{' '}
              is nu: {nu === '' ? 'niets' : `“${nu}”`}
            </li>
          ))}
        </ul>
      )}
    </Melding>
  );
}

/** Form by POST, without bubbles of the browser. Explanation and error summary come before it, not inside. */
export function Formulier(props: FormulierProps) {
  const { actie, csrf, sleutel, fouten = [], hervat, conflict, veldnamen = {}, bestanden, conceptUrl, label, id, children } = props;
  const uitleg = props.verplichtUitleg ?? 'Een vraag met (verplicht) beantwoord je altijd. De rest mag je overslaan.';
  return (
    <>
      <FoutSamenvatting fouten={fouten} />
      {hervat && (
        <Melding soort="let-op" titel="Je was even uitgelogd">
          <p>Wat je had ingevuld staat er nog. Er is nog niets verstuurd.</p>
        </Melding>
      )}
      {conflict && <Gewijzigd conflict={conflict} veldnamen={veldnamen} />}
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
