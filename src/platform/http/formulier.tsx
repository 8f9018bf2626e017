import type { ComponentChildren } from 'preact';
import { DefinitieLijst, Formulier, Melding } from '../../ontwerp/index.ts';
import type { Stand } from './typen.ts';
import { waarde, waarden } from './velden.ts';

interface Props {
  actie: string;
  stand: Stand;
  /** What the fields are called, for saying what someone else changed. */
  labels?: Readonly<Record<string, string>>;
  bestanden?: boolean;
  conceptUrl?: string;
  verplichtUitleg?: ComponentChildren | false;
  label?: string;
  id?: string;
  children: ComponentChildren;
}

/**
 * The form of a page: carries the hidden fields, names the errors, says what someone else changed meanwhile (both versions
 * stay in view) and that a form came back after signing in again.
 */
export function StandFormulier({ stand, labels = {}, ...rest }: Props) {
  return (
    <>
      {stand.hervat && (
        <Melding soort="info" titel="Je formulier is terug">
          <p>Je was uitgelogd. Wat je had ingevuld staat er nog. Het is nog niet verstuurd: controleer het en verstuur het opnieuw.</p>
        </Melding>
      )}
      {stand.conflict && (
        <Melding soort="let-op" titel="Iemand anders heeft dit intussen gewijzigd">
          <p>Jouw tekst staat nog in het formulier. Verstuur je opnieuw, dan komt jouw versie in de plaats van wat er nu staat.</p>
          {stand.conflict.length > 0 && (
            <DefinitieLijst onbekend="leeg" items={stand.conflict.map((c) => ({ term: `${labels[c.veld] ?? c.veld}: nu staat er`, waarde: c.nu }))} />
          )}
        </Melding>
      )}
      <Formulier {...rest} csrf={stand.csrf} sleutel={stand.sleutel} fouten={stand.conflict ? [] : stand.fouten}>
        {rest.children}
      </Formulier>
    </>
  );
}

/** What a single field of a form shows: its value and its error. Spread it: `<TekstVeld {...veld(stand, 'titel')} label="Titel" />`. */
export function veld(stand: Stand, naam: string): { naam: string; waarde: string; fout: string | undefined } {
  return { naam, waarde: waarde(stand.waarden, naam), fout: stand.fouten.find((f) => f.veld === naam)?.tekst };
}

/** The same for a field with several values (Vinkjes). */
export function veldMeer(stand: Stand, naam: string): { naam: string; waarden: string[]; fout: string | undefined } {
  return { naam, waarden: waarden(stand.waarden, naam), fout: stand.fouten.find((f) => f.veld === naam)?.tekst };
}

/** The same for a single checkbox (Vinkje), which sends 'ja' when it is ticked. */
export function veldVinkje(stand: Stand, naam: string): { naam: string; aan: boolean; fout: string | undefined } {
  return { naam, aan: waarde(stand.waarden, naam) === 'ja', fout: stand.fouten.find((f) => f.veld === naam)?.tekst };
}
