import { ActieFormulier, Alinea, Formulier, Kaart, Knop, KnopLink, Knoppen, LegeStaat, Link, Melding, PaginaKop, Stapel, Tabel, TekstVeld, veld, Verborgen } from '../../ontwerp/index.ts';
import { momentTekst } from '../../kern/tijd/index.ts';
import type { PaginaInhoud, Stand, Verzoek } from '../../platform/http/index.ts';
import type { Toegangsmiddelen } from '../lokaal/eigen.ts';
import type { Toegangslink, Wachtende } from '../lokaal/toegang.ts';
import { KORTSTE_WACHTWOORD } from '../lokaal/wachtwoord.ts';
import { Herstelcodes, PasskeyKnop } from './deel.tsx';

/** How this colleague signs in, on the page of his own account. */
export function Beveiliging({ v, middelen, passkeys }: { v: Verzoek; middelen: Toegangsmiddelen; passkeys: boolean }) {
  const { csrf } = v.stand();
  return (
    <>
      {passkeys && (
        <Kaart titel="Passkeys" icoon="sleutel">
          <Tabel
            bijschrift="Je passkeys"
            bijschriftVerborgen
            rijen={middelen.passkeys}
            leeg="Je hebt nog geen passkey."
            kolommen={[
              { kop: 'Gemaakt op', rijkop: true, cel: (p) => p.toestel },
              { kop: 'Sinds', cel: (p) => momentTekst(p.sinds, v.nu) },
              { kop: 'Laatst gebruikt', cel: (p) => (p.laatstGebruikt === null ? 'nog niet' : momentTekst(p.laatstGebruikt, v.nu)) },
              { kop: 'Bewaard', cel: (p) => (p.gesynchroniseerd ? 'ook op je andere apparaten' : 'alleen op dit apparaat of deze sleutel') },
              {
                kop: 'Verwijderen',
                cel: (p) => (
                  <ActieFormulier actie={`/account/passkeys/${p.id}/verwijderen`} csrf={csrf}>
                    <Knop soort="secundair">
                      Verwijder<Verborgen> de passkey van {p.toestel}</Verborgen>
                    </Knop>
                  </ActieFormulier>
                ),
              },
            ]}
          />
          <PasskeyKnop soort="maken" actie="/account/passkeys" knop="Zet er een passkey bij" rang="secundair" csrf={csrf} />
        </Kaart>
      )}
      {middelen.wachtwoordOp !== null && (
        <Kaart titel="Wachtwoord" icoon="slot" acties={<KnopLink href="/account/wachtwoord" soort="secundair">Wijzig je wachtwoord</KnopLink>}>
          <Alinea>Gekozen: {momentTekst(middelen.wachtwoordOp, v.nu)}.</Alinea>
        </Kaart>
      )}
      <Kaart titel="Herstelcodes" icoon="schild">
        <Alinea>
          {middelen.herstelcodes === 0 ? 'Je hebt geen herstelcodes meer. Maak nieuwe: daarmee kom je er weer in als je je apparaat of wachtwoord kwijt bent.' : `Je hebt er nog ${middelen.herstelcodes} over. Nieuwe codes vervangen de oude.`}
        </Alinea>
        <ActieFormulier actie="/account/herstelcodes" csrf={csrf}>
          <Knop soort="secundair">Maak nieuwe herstelcodes</Knop>
        </ActieFormulier>
      </Kaart>
    </>
  );
}

export function wachtwoordpagina(stand: Stand): PaginaInhoud {
  return {
    titel: 'Wijzig je wachtwoord',
    menu: '/account',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Wijzig je wachtwoord" inleiding="Daarna moet je op andere apparaten opnieuw inloggen." />
        <Formulier actie="/account/wachtwoord" csrf={stand.csrf} sleutel={stand.sleutel} fouten={stand.fouten}>
          <TekstVeld {...veld({ waarden: {}, fouten: stand.fouten }, 'huidig')} label="Je huidige wachtwoord" soort="password" automatisch="current-password" verplicht />
          <TekstVeld {...veld({ waarden: {}, fouten: stand.fouten }, 'code')} label="Code uit je app" toetsenbord="numeric" automatisch="one-time-code" tekens={8} verplicht />
          <TekstVeld
            {...veld({ waarden: {}, fouten: stand.fouten }, 'nieuw')} label="Nieuw wachtwoord" soort="password" automatisch="new-password" verplicht
            uitleg={`Ten minste ${KORTSTE_WACHTWOORD} tekens. Een zin van vier woorden onthoud je goed. Plakken mag.`}
          />
          <Knop>Bewaar</Knop>
        </Formulier>
      </Stapel>
    ),
  };
}

/** New recovery codes, shown this once. */
export function nieuweCodes(codes: readonly string[]): PaginaInhoud {
  return {
    titel: 'Nieuwe herstelcodes',
    menu: '/account',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Nieuwe herstelcodes" />
        <Herstelcodes codes={codes} />
        <Knoppen>
          <KnopLink href="/account">Ik heb ze bewaard</KnopLink>
        </Knoppen>
      </Stapel>
    ),
  };
}

/** For whoever lets colleagues in: make a link, and agree with the links of others. */
export function toegangspagina(v: Verzoek, wachtend: readonly Wachtende[], stand: Stand): PaginaInhoud {
  return {
    titel: 'Toegang geven',
    menu: '/inrichting',
    inhoud: (
      <Stapel ruimte="l">
        <PaginaKop titel="Toegang geven" inleiding="Een collega krijgt van jou een link, en kiest daarmee zelf hoe hij inlogt. De link werkt één keer en blijft 72 uur geldig." />
        {v.mag('account.uitnodigen') && (
          <Kaart titel="Maak een link" icoon="sleutel">
            <Formulier actie="/toegang" csrf={stand.csrf} sleutel={stand.sleutel} fouten={stand.fouten} label="Maak een link">
              <TekstVeld {...veld(stand, 'wie')} label="E-mailadres of personeelsnummer van de collega" verplicht automatisch="off" spelling={false} />
              <Knop>Maak een link</Knop>
            </Formulier>
          </Kaart>
        )}
        <Kaart titel="Wacht op een tweede persoon" icoon="personen">
          <Alinea>Had een collega al toegang, dan moet iemand anders bevestigen dat hij een nieuwe krijgt. Vraag het de collega zelf, aan de balie of via een nummer dat je al kende.</Alinea>
          <Tabel
            bijschrift="Links die wachten op een tweede persoon"
            bijschriftVerborgen
            rijen={wachtend}
            leeg={<LegeStaat titel="Er wacht niets" niveau={3} />}
            kolommen={[
              { kop: 'Collega', rijkop: true, cel: (w) => w.naam },
              { kop: 'Gemaakt door', cel: (w) => `${w.door}, ${momentTekst(w.op, v.nu)}` },
              {
                kop: 'Bevestigen',
                cel: (w) =>
                  w.magBevestigen ? (
                    <ActieFormulier actie={`/toegang/${w.id}/bevestigen`} csrf={stand.csrf}>
                      <Knop soort="secundair">
                        Bevestig<Verborgen> nieuwe toegang voor {w.naam}</Verborgen>
                      </Knop>
                    </ActieFormulier>
                  ) : (
                    'door een ander'
                  ),
              },
            ]}
          />
        </Kaart>
      </Stapel>
    ),
  };
}

/** The link, shown this once: it stands in no address and no cookie. */
export function linkpagina(v: Verzoek, url: string, link: Toegangslink): PaginaInhoud {
  return {
    titel: 'De link is gemaakt',
    menu: '/inrichting',
    inhoud: (
      <Stapel>
        <PaginaKop titel="De link is gemaakt" inleiding={`Geef deze link aan ${link.naam}. Je ziet hem alleen nu.`} />
        <Kaart soort="nadruk">
          <p class="rd-alinea">
            <code>{url}</code>
          </p>
        </Kaart>
        {link.tweedeNodig && (
          <Melding soort="let-op" titel="Een tweede persoon moet dit bevestigen">
            <p>{link.naam} had al toegang. De link werkt pas als iemand anders dat bevestigt op de pagina Toegang geven. Zodra de link wordt gebruikt, vervalt de oude manier van inloggen.</p>
          </Melding>
        )}
        <Alinea>Geldig tot {momentTekst(link.verlooptOp, v.nu)}. Geef hem bij voorkeur zelf, of via een weg die je vertrouwt.</Alinea>
        <Alinea>
          <Link href="/toegang">Terug naar Toegang geven</Link>
        </Alinea>
      </Stapel>
    ),
  };
}
