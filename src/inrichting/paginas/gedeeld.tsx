import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import type { Handelingnaam } from '../../kern/rechten/index.ts';
import { Knop, KnopLink, Knoppen, Kruimels, Lijst, Melding, Merk, PaginaKop, Stapel, type Kruimel } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';

export const MENU = '/inrichting';
export const BEGIN: Kruimel = { tekst: 'Inrichting', href: MENU };

interface Kader {
  titel: string;
  inleiding?: ComponentChildren;
  kruimels?: readonly Kruimel[];
  acties?: ComponentChildren;
  merken?: ComponentChildren;
}

/** A page of this room: way back, title, contents. */
export function kader({ titel, inleiding, kruimels = [BEGIN], acties, merken }: Kader, inhoud: ComponentChildren): PaginaInhoud {
  return {
    titel, menu: MENU,
    inhoud: (
      <Stapel>
        <Kruimels items={kruimels} />
        <PaginaKop titel={titel} inleiding={inleiding} acties={acties} merken={merken} />
        {inhoud}
      </Stapel>
    ),
  };
}

/** A form that can never be sent is not shown. */
export function vereis(v: Verzoek, handeling: Handelingnaam): void {
  if (!v.mag(handeling)) throw fout('niet-gevonden');
}

/** The row of buttons under every form of this room. */
export function Bewaar({ tekst = 'Bewaar', terug }: { tekst?: string; terug: string }) {
  return (
    <Knoppen>
      <Knop>{tekst}</Knop>
      <KnopLink soort="rustig" href={terug}>Terug zonder opslaan</KnopLink>
    </Knoppen>
  );
}

export function UitGebruik({ actief, tekst = 'niet in gebruik' }: { actief: boolean; tekst?: string }) {
  return actief ? null : <> <Merk soort="let-op">{tekst}</Merk></>;
}

/** What will happen, to whom, and that it can be undone. */
export function Gevolgen({ titel = 'Dit gebeurt er', items }: { titel?: string; items: readonly ComponentChildren[] }) {
  return <Melding soort="let-op" titel={titel}><Lijst items={items} /></Melding>;
}
