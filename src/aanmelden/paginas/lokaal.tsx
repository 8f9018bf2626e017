import { Alinea, FoutSamenvatting, Kaart, Knop, Link, Stapel, TekstVeld, VerborgenVeld, type Middelen } from '../../ontwerp/index.ts';
import type { Veldfout } from '../../kern/fouten/index.ts';
import { totpAdres, totpTekst } from '../lokaal/totp.ts';
import { KORTSTE_WACHTWOORD } from '../lokaal/wachtwoord.ts';
import { deurpagina, Herstelcodes, PasskeyKnop, QrCode } from './deel.tsx';

const foutBij = (fouten: readonly Veldfout[], naam: string): string | undefined => fouten.find((f) => f.veld === naam)?.tekst;

export interface Lokaalkeuze {
  slug: string;
  naam: string;
  passkeys: boolean;
  wachtwoorden: boolean;
}

interface Inlogformulier {
  organisatie: Lokaalkeuze;
  naar: string;
  email: string;
  fouten: readonly Veldfout[];
}

/** Sign-in with an account that is kept here: passkey first, password with code below it. */
export function LokaalInloggen({ organisatie: o, naar, email, fouten }: Inlogformulier) {
  const basis = `/aanmelden/lokaal/${o.slug}`;
  return (
    <Stapel>
      {o.passkeys && (
        <Kaart titel="Met een passkey" icoon="sleutel" soort="nadruk">
          <Alinea>Je vinger, je gezicht of de pincode van je apparaat is genoeg.</Alinea>
          <PasskeyKnop soort="inloggen" actie={`${basis}/passkey`} knop="Log in met een passkey" naar={naar} />
        </Kaart>
      )}
      {o.wachtwoorden && (
        <Kaart titel="Met wachtwoord en code" icoon="slot">
          <FoutSamenvatting fouten={fouten} />
          <form class="rd-formulier" method="post" action={basis} noValidate data-eenmaal="">
            <VerborgenVeld naam="naar" waarde={naar} />
            <TekstVeld naam="email" label="E-mailadres van je werk" soort="email" automatisch="username" verplicht waarde={email} fout={foutBij(fouten, 'email')} spelling={false} />
            <TekstVeld naam="wachtwoord" label="Wachtwoord" soort="password" automatisch="current-password" verplicht fout={foutBij(fouten, 'wachtwoord')} />
            <TekstVeld naam="code" label="Code uit je app" uitleg="Zes cijfers; ze veranderen elke halve minuut." toetsenbord="numeric" automatisch="one-time-code" tekens={8} verplicht fout={foutBij(fouten, 'code')} />
            <Knop soort={o.passkeys ? 'secundair' : 'primair'}>Log in</Knop>
          </form>
        </Kaart>
      )}
      <Alinea>
        <Link href={`${basis}/herstel`}>Ik kan er niet meer in</Link>
      </Alinea>
    </Stapel>
  );
}

export function inlogpagina(middelen: Middelen, formulier: Inlogformulier): string {
  return deurpagina(`Inloggen bij ${formulier.organisatie.naam}`, middelen, <LokaalInloggen {...formulier} />, { fout: formulier.fouten.length > 0 });
}

/** For whoever lost his password, his telephone or his passkey. There is no way by e-mail alone. */
export function herstelpagina(middelen: Middelen, slug: string, email: string, fouten: readonly Veldfout[]): string {
  return deurpagina(
    'Weer toegang krijgen',
    middelen,
    <>
      <Alinea groot>Heb je je herstelcodes nog? Dan stel je hier je toegang opnieuw in.</Alinea>
      <FoutSamenvatting fouten={fouten} />
      <form class="rd-formulier" method="post" action={`/aanmelden/lokaal/${slug}/herstel`} noValidate data-eenmaal="">
        <TekstVeld naam="email" label="E-mailadres van je werk" soort="email" automatisch="username" verplicht waarde={email} fout={foutBij(fouten, 'email')} spelling={false} />
        <TekstVeld naam="herstelcode" label="Herstelcode" uitleg="Een van de tien codes die je kreeg, zoals abcd-efgh-jkmn-pqrs." automatisch="off" tekens={24} verplicht fout={foutBij(fouten, 'herstelcode')} spelling={false} />
        <TekstVeld naam="bewijs" label="Je wachtwoord, of de code uit je app" uitleg="Wat je nog hebt. Logde je alleen met een passkey in, laat dit dan leeg." soort="password" automatisch="current-password" fout={foutBij(fouten, 'bewijs')} />
        <Knop>Ga verder</Knop>
      </form>
      <Kaart titel="Geen herstelcode meer?" soort="stil">
        <Alinea>Vraag je functioneel beheerder om een nieuwe link. Een tweede persoon moet die bevestigen. Per e-mail of telefoon alleen kan het niet: zo kan een ander niet in jouw naam binnenkomen.</Alinea>
      </Kaart>
    </>,
    { fout: fouten.length > 0 },
  );
}

/** What someone sees who opens his invitation; opening alone uses nothing up, because mail scanners open links too. */
export function welkompagina(middelen: Middelen, organisatie: string, naam: string, actie: string): string {
  return deurpagina(
    `Welkom, ${naam}`,
    middelen,
    <>
      <Alinea groot>Met deze link stel je in hoe je inlogt bij Rugdekking van {organisatie}. Het duurt een paar minuten.</Alinea>
      <form method="post" action={actie} data-eenmaal="">
        <Knop>Begin</Knop>
      </form>
      <Alinea klein zacht>Ben je niet {naam}? Sluit dan deze pagina en geef de link terug.</Alinea>
    </>,
  );
}

export interface Instelformulier {
  organisatie: Lokaalkeuze;
  naam: string;
  email: string;
  totpGeheim: Buffer;
  fouten: readonly Veldfout[];
}

/** Choosing how to sign in: a passkey, or a password with an app. */
export function instelpagina(middelen: Middelen, { organisatie: o, naam, email, totpGeheim, fouten }: Instelformulier): string {
  return deurpagina(
    'Kies hoe je inlogt',
    middelen,
    <>
      <Alinea groot>Hallo {naam}. Eén manier is genoeg; later kun je er een bij zetten.</Alinea>
      {o.passkeys && (
        <Kaart titel="Met een passkey" icoon="sleutel" soort="nadruk">
          <Alinea>Het makkelijkst en het veiligst: je vinger, je gezicht of de pincode van je apparaat. Je hoeft niets te onthouden.</Alinea>
          <PasskeyKnop soort="maken" actie={`/toegang/${o.slug}/passkey`} knop="Maak een passkey" />
        </Kaart>
      )}
      {o.wachtwoorden && (
        <Kaart titel="Met wachtwoord en code" icoon="slot">
          <FoutSamenvatting fouten={fouten} />
          <form class="rd-formulier" method="post" action={`/toegang/${o.slug}/wachtwoord`} noValidate data-eenmaal="">
            <input type="text" name="gebruiker" value={email} autocomplete="username" hidden readOnly />
            <TekstVeld
              naam="nieuw" label="Kies een wachtwoord" soort="password" automatisch="new-password" verplicht fout={foutBij(fouten, 'nieuw')}
              uitleg={`Ten minste ${KORTSTE_WACHTWOORD} tekens. Een zin van vier woorden onthoud je goed. Plakken mag.`}
            />
            <Stapel ruimte="s">
              <Alinea>Zet nu een app met codes op je telefoon (bijvoorbeeld 2FAS, Aegis, Google of Microsoft Authenticator) en scan hiermee:</Alinea>
              <QrCode tekst={totpAdres(totpGeheim, email)} label="QR-code voor je app" />
              <Alinea>
                Lukt scannen niet? Typ dit over in de app: <code>{totpTekst(totpGeheim)}</code>
              </Alinea>
            </Stapel>
            <TekstVeld naam="code" label="Code uit je app" uitleg="Zes cijfers. Zo weten we dat de app werkt." toetsenbord="numeric" automatisch="one-time-code" tekens={8} verplicht fout={foutBij(fouten, 'code')} />
            <Knop soort={o.passkeys ? 'secundair' : 'primair'}>Bewaar en ga verder</Knop>
          </form>
        </Kaart>
      )}
    </>,
    { fout: fouten.length > 0 },
  );
}

/** Shown once, straight after setting up. */
export function codespagina(middelen: Middelen, codes: readonly string[], verder: string): string {
  return deurpagina(
    'Je toegang is ingesteld',
    middelen,
    <>
      <Herstelcodes codes={codes} />
      <form method="get" action={verder}>
        <Knop>Ik heb ze bewaard</Knop>
      </form>
    </>,
  );
}
