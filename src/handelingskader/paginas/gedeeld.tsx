import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { datumTekst } from '../../kern/tijd/index.ts';
import { Knop, KnopLink, Knoppen, Kruimels, Melding, Merk, PaginaKop, Stapel, VerborgenVeld, type Kruimel } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { persoonssoorten } from '../regels/soorten.ts';
import { versieLezen, type Versiebeeld } from '../vragen/versies.ts';

export const MENU = '/handelingskader';
export const VERSIES: Kruimel = { tekst: 'Versies', href: `${MENU}/versies` };
export const versiepad = (id: string): string => `${VERSIES.href}/${id}`;

interface Kop {
  titel: string;
  inleiding?: ComponentChildren;
  kruimels?: readonly Kruimel[];
  acties?: ComponentChildren;
  merken?: ComponentChildren;
  vorm?: PaginaInhoud['vorm'];
}

/** A page of this room. */
export function pagina({ titel, inleiding, kruimels, acties, merken, vorm }: Kop, inhoud: ComponentChildren): PaginaInhoud {
  return {
    titel, menu: MENU, vorm,
    inhoud: (
      <Stapel>
        {kruimels && <Kruimels items={[{ tekst: 'Handelingskader', href: MENU }, ...kruimels]} />}
        <PaginaKop titel={titel} inleiding={inleiding} acties={acties} merken={merken} />
        {inhoud}
      </Stapel>
    ),
  };
}

export const statusnamen = { concept: 'concept', voorgelegd: 'voorgelegd', gepubliceerd: 'vastgesteld', vervallen: 'weggegooid' } as const;

export function Statusmerk({ status, geldt }: { status: keyof typeof statusnamen; geldt: boolean }) {
  if (geldt) return <Merk soort="klaar">geldt nu</Merk>;
  return <Merk soort={status === 'voorgelegd' ? 'let-op' : status === 'concept' ? 'info' : 'neutraal'}>{statusnamen[status]}</Merk>;
}

export const versienaam = (v: Pick<Versiebeeld['versie'], 'nummer' | 'persoonssoort'>): string => `Versie ${v.nummer}, ${persoonssoorten[v.persoonssoort].toLowerCase()}`;
export const geldigheid = (v: Pick<Versiebeeld['versie'], 'vanaf' | 'nummer'>): string => (v.vanaf === null ? 'Nog geen begindatum' : v.nummer === 1 ? 'Vanaf het begin' : `Vanaf ${datumTekst(v.vanaf)}`);

/** The draft to change. A submitted one is still shown, so that what someone typed meanwhile is not lost. */
export async function teWijzigen(v: Verzoek): Promise<Versiebeeld> {
  const beeld = await v.vraag(versieLezen, { id: v.id('id') });
  if (!beeld.mag.schrijven) throw fout('niet-gevonden');
  return beeld;
}

/** A page with one form about a draft. */
export function formulierpagina(beeld: Versiebeeld, titel: string, inleiding: string | undefined, formulier: ComponentChildren): PaginaInhoud {
  return pagina({ titel, inleiding, kruimels: [VERSIES, { tekst: versienaam(beeld.versie), href: versiepad(beeld.versie.id) }] }, (
    <>
      {beeld.versie.status === 'voorgelegd' && <Melding soort="let-op" titel="Deze versie is intussen voorgelegd"><p>Wat je typte staat er nog, maar opslaan kan nu niet. Haal de versie eerst terug.</p></Melding>}
      {formulier}
    </>
  ));
}

export function VersieVelden({ stand }: { stand: Stand }) {
  return <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />;
}

export function Bewaar({ tekst = 'Bewaar in het concept', terug }: { tekst?: string; terug: string }) {
  return (
    <Knoppen>
      <Knop>{tekst}</Knop>
      <KnopLink soort="rustig" href={terug}>Terug zonder opslaan</KnopLink>
    </Knoppen>
  );
}
