import type { ComponentChildren } from 'preact';
import { Alinea, Knop, KnopLink, Knoppen, Link, Melding, Nood112, PaginaKop, Stapel, Voortgang } from '../../ontwerp/index.ts';
import type { PaginaInhoud } from '../../platform/http/index.ts';
import type { IngediendeMelding } from '../handelingen/indienen.ts';
import { stappenVan, vorigeStap, type Stap } from '../regels/concept.ts';
import type { Conceptbeeld } from '../vragen/concept.ts';
import { metWerkgever, stappad } from './woorden.ts';

const STAPTITEL: Record<Stap, string> = { namens: 'voor wie', wat: 'wat er gebeurde', wie: 'wie het deed', jij: 'hoe het gaat', bewijs: 'bewijs', nakijken: 'nakijken' };

/** Name in the form of the button that was pressed. */
export const VELD_GA = 'ga';

/** Id of the form of a step. */
export const STAPFORMULIER = 'stap';

interface KaderProps {
  beeld: Conceptbeeld;
  stap: Stap;
  titel: string;
  inleiding?: ComponentChildren;
  children: ComponentChildren;
}

/** A page of the form: 112 first, where you are, the question, and for whom when it is not oneself. */
export function stappagina({ beeld, stap, titel, inleiding, children }: KaderProps): PaginaInhoud {
  const stappen = stappenVan(beeld.soort);
  // Looking it over there is nothing to keep, and its form sends the report.
  const stoppen = stap === 'nakijken' ? stappad(beeld.id, 'stoppen') : { formulier: STAPFORMULIER, naam: VELD_GA, waarde: 'stop', enter: 'verder' };
  return {
    titel, vorm: 'smal', menu: '/melden', stoppen,
    inhoud: (
      <Stapel>
        <Nood112 />
        <Voortgang stap={stappen.indexOf(stap) + 1} van={stappen.length} titel={STAPTITEL[stap]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {beeld.voor && stap !== 'namens' && <Alinea>Je meldt voor <strong>{metWerkgever(beeld.voor)}</strong>. <Link href={stappad(beeld.id, 'namens')}>Dat klopt niet</Link></Alinea>}
        {children}
      </Stapel>
    ),
  };
}

/** The buttons under a step. All keep what was typed: going back and stopping too. */
export function Stapknoppen({ beeld, stap, verder = 'Verder' }: { beeld: Conceptbeeld; stap: Stap; verder?: string }) {
  return (
    <Knoppen>
      <Knop naam={VELD_GA} waarde="verder" breed>{verder}</Knop>
      {vorigeStap(beeld.soort, stap) !== null && <Knop soort="secundair" naam={VELD_GA} waarde="terug" breed>Vorige</Knop>}
      <Knop soort="rustig" naam={VELD_GA} waarde="stop" breed>Bewaar en ga later verder</Knop>
    </Knoppen>
  );
}

/** Instead of a step, when the report was sent from another tab or the way back was used. */
export function verstuurdPagina({ dossierId, nummer }: IngediendeMelding): PaginaInhoud {
  return {
    titel: 'Al verstuurd', vorm: 'lezen', menu: '/melden',
    inhoud: (
      <Stapel>
        <Nood112 />
        <PaginaKop titel="Deze melding is al verstuurd" inleiding="We hebben haar één keer ontvangen. Je hoeft niets meer te doen." />
        <Melding soort="succes" titel={`Melding ${nummer}`}><p>Wil je nog iets toevoegen? Dat kan bij je melding.</p></Melding>
        <Knoppen>
          <KnopLink href={`/mijn-meldingen/${dossierId}`}>Bekijk je melding</KnopLink>
          <KnopLink soort="secundair" href="/melden/nieuw">Meld iets anders</KnopLink>
        </Knoppen>
      </Stapel>
    ),
  };
}
