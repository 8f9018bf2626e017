import { Alinea, KnopLink, Knoppen, Melding, type Middelen } from '../../ontwerp/index.ts';
import { deurpagina } from './deel.tsx';
import { LokaalInloggen, type Lokaalkeuze } from './lokaal.tsx';

export interface Aanmeldkeuze {
  middelen: Middelen;
  naar: string;
  /** The session of this browser had expired while something was sent. */
  verlopen: boolean;
  /** Just signed out. */
  uit: boolean;
  /** Came back from the identity provider without having signed in. */
  afgebroken: boolean;
  demo: boolean;
  /** This browser will not keep the cookie, because the page came over plain http. */
  onveilig: boolean;
  /** Organisations with accounts that are kept here. */
  lokaal: readonly Lokaalkeuze[];
  /** Organisations that sign in at their own identity provider. */
  oidc: readonly { slug: string; naam: string }[];
}

/** The door: what this installation offers to sign in with. */
export function aanmeldpagina({ middelen, naar, verlopen, uit, afgebroken, demo, onveilig, oidc, lokaal }: Aanmeldkeuze): string {
  const vraag = naar === '/' ? '' : `?naar=${encodeURIComponent(naar)}`;
  return deurpagina(
    'Inloggen',
    middelen,
    <>
      {verlopen && (
        <Melding soort="let-op" titel="Je was uitgelogd" levend>
          <p>Je was een tijd niet actief. Wat je net verstuurde is nog niet aangekomen. Log in: wat je invulde staat daarna weer klaar. Alleen wachtwoorden bewaren we niet.</p>
        </Melding>
      )}
      {uit && (
        <Melding soort="succes" titel="Je bent uitgelogd" levend>
          <p>Gebruiken anderen dit apparaat ook? Sluit dan ook de browser.</p>
        </Melding>
      )}
      {afgebroken && (
        <Melding levend>
          <p>Je bent niet ingelogd. Wil je het nog eens proberen? Kies hieronder.</p>
        </Melding>
      )}
      {onveilig && (
        <Melding soort="let-op" titel="Inloggen kan alleen via een beveiligde verbinding">
          <p>Het adres van deze pagina begint met http. Gebruik het adres dat met https begint, of vraag je beheerder ernaar.</p>
        </Melding>
      )}
      {demo && (
        <>
          <Alinea groot>Dit is een demo met verzonnen mensen en meldingen. Je hebt geen account nodig: kies als wie je wilt rondkijken.</Alinea>
          <Knoppen>
            <KnopLink href={`/demo${vraag}`}>Kies een rol</KnopLink>
          </Knoppen>
        </>
      )}
      {oidc.length > 0 && (
        <>
          <Alinea groot>Log in met het account van je werk. Je gaat daarvoor even naar de inlogpagina van je organisatie.</Alinea>
          <Knoppen>
            {oidc.map((o) => (
              <KnopLink href={`/aanmelden/oidc/${o.slug}${vraag}`}>Inloggen bij {o.naam}</KnopLink>
            ))}
          </Knoppen>
        </>
      )}
      {lokaal.length === 1 && oidc.length === 0 && !demo ? (
        lokaal.map((o) => <LokaalInloggen organisatie={o} naar={naar} email="" fouten={[]} />)
      ) : (
        lokaal.length > 0 && (
          <Knoppen>
            {lokaal.map((o) => (
              <KnopLink href={`/aanmelden/lokaal/${o.slug}${vraag}`}>Inloggen bij {o.naam}</KnopLink>
            ))}
          </Knoppen>
        )
      )}
      {!demo && oidc.length + lokaal.length === 0 && <Alinea>Op deze installatie is nog geen manier van inloggen ingesteld. Vraag je beheerder.</Alinea>}
      <Alinea klein zacht>Direct gevaar? Bel 112. Daarvoor hoef je niet in te loggen.</Alinea>
    </>,
  );
}
