import type { ComponentChildren } from 'preact';
import { ActieFormulier, Alinea, Kaart, Knop, Merk, PaginaKop, Stapel, Tabel, Verborgen } from '../../ontwerp/index.ts';
import { geledenTekst, momentTekst } from '../../kern/tijd/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import type { EigenSessie } from '../account.ts';
import type { Methode } from '../tabellen/typen.ts';

const METHODEN: Record<Methode, string> = {
  demo: 'de demo',
  oidc: 'het account van je organisatie',
  passkey: 'een passkey',
  wachtwoord: 'wachtwoord en code',
};

/** Where I am signed in, and the way to end that; below it what else there is to secure the account with. */
export function accountpagina(v: Verzoek, sessies: readonly EigenSessie[], beveiliging: ComponentChildren): PaginaInhoud {
  const stand = v.stand();
  const andere = sessies.filter((s) => s.id !== v.sessie.id);
  return {
    titel: 'Mijn sessies en beveiliging',
    inhoud: (
      <Stapel ruimte="l">
        <PaginaKop titel="Mijn sessies en beveiliging" inleiding="Hier zie je waar je bent ingelogd. Herken je iets niet? Beëindig die sessie en vertel het je beheerder." />
        <Kaart titel="Waar je bent ingelogd" icoon="slot">
          <Tabel
            bijschrift="Waar je bent ingelogd"
            bijschriftVerborgen
            rijen={sessies}
            kolommen={[
              { kop: 'Apparaat', rijkop: true, cel: (s) => <span>{s.toestel} {s.id === v.sessie.id && <Merk soort="info">dit apparaat</Merk>}</span> },
              { kop: 'Ingelogd', cel: (s) => `${momentTekst(s.aangemaakt, v.nu)}, met ${METHODEN[s.methode]}` },
              { kop: 'Laatst gezien', cel: (s) => geledenTekst(s.laatstGezien, v.nu) },
              {
                kop: 'Beëindigen',
                cel: (s) =>
                  s.id === v.sessie.id ? (
                    'Gebruik Uitloggen in het menu'
                  ) : (
                    <ActieFormulier actie={`/account/sessies/${s.id}/beeindigen`} csrf={stand.csrf}>
                      <Knop soort="secundair">
                        Beëindig<Verborgen> de sessie op {s.toestel}</Verborgen>
                      </Knop>
                    </ActieFormulier>
                  ),
              },
            ]}
          />
          {andere.length > 0 && (
            <ActieFormulier actie="/account/sessies/andere/beeindigen" csrf={stand.csrf}>
              <Knop soort="secundair">Beëindig alle andere sessies</Knop>
            </ActieFormulier>
          )}
          <Alinea klein zacht>Doe je een half uur niets, dan log je vanzelf uit. Na twaalf uur log je altijd opnieuw in.</Alinea>
        </Kaart>
        {beveiliging}
      </Stapel>
    ),
  };
}
