import { Alinea, Kaart, KnopLink, Knoppen, Lijst, Link, Melding, Nood112, PaginaKop, Stapel } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { wieHelpt } from '../vragen/overzicht.ts';

type Helpers = Awaited<ReturnType<typeof wieHelpt.haal>>;
type Contact = Helpers['adviseurs'][number];

const tel = (nummer: string): string => `tel:${nummer.replace(/[^+\d]/g, '')}`;

/** As it is read: a number never breaks over two lines. */
const leesbaar = (nummer: string): string => nummer.replaceAll('-', '\u2011').replaceAll(' ', '\u00a0');

function Contacten({ wie }: { wie: readonly Contact[] }) {
  return <Lijst items={wie.map((c) => <>{c.naam}{c.telefoon !== '' && <>, <Link href={tel(c.telefoon)}>{leesbaar(c.telefoon)}</Link></>}{c.telefoon === '' && <>, <Link href={`mailto:${c.email}`}>{c.email}</Link></>}</>)} />;
}

/** Whom to call and what Rugdekking does. Also for who is not signed in: then without names and numbers of the organisation. */
export async function hulpPagina(v: Verzoek | null): Promise<PaginaInhoud> {
  const h: Helpers | null = v === null ? null : await v.vraag(wieHelpt, {});
  return {
    titel: 'Hulp', menu: '/hulp',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Hulp" inleiding="Wie je kunt bellen, en wat Rugdekking voor je doet." />
        <Nood112 />
        {h && (h.telefoon.opvang !== '' || h.telefoon.beveiliging !== '') && (
          <Kaart titel="Nu iemand spreken" icoon="telefoon">
            <Knoppen>
              {h.telefoon.opvang !== '' && <KnopLink href={tel(h.telefoon.opvang)} icoon="telefoon">Bel het opvangteam: {leesbaar(h.telefoon.opvang)}</KnopLink>}
              {h.telefoon.beveiliging !== '' && <KnopLink soort="secundair" href={tel(h.telefoon.beveiliging)} icoon="telefoon">Bel de beveiliging: {leesbaar(h.telefoon.beveiliging)}</KnopLink>}
            </Knoppen>
          </Kaart>
        )}
        {h && (h.leidinggevende.length > 0 || h.adviseurs.length > 0 || h.griffiers.length > 0) && (
          <Kaart titel="Wie staat er achter je" icoon="personen">
            {h.griffiers.length > 0 && <><Alinea>De griffier: regelt wat er met je melding gebeurt.</Alinea><Contacten wie={h.griffiers} /></>}
            {h.leidinggevende.length > 0 && <><Alinea>Je leidinggevende: belt je na een melding en zorgt dat je hulp krijgt.</Alinea><Contacten wie={h.leidinggevende} /></>}
            {h.adviseurs.length > 0 && <><Alinea>De Adviseur-VPD: behandelt meldingen en adviseert over wat er daarna gebeurt.</Alinea><Contacten wie={h.adviseurs} /></>}
          </Kaart>
        )}
        <Kaart titel="Wat doet Rugdekking?" icoon="schild">
          <Lijst items={[
            'Je meldt in een paar minuten wat je overkwam. Je hoeft niet alles te weten.',
            'Je leest meteen wie je belt, en uiterlijk wanneer.',
            'Je volgt zelf wat er met je melding gebeurt en hoort hoe het afloopt.',
            'Wat je in een nazorggesprek vertelt, leest alleen wie dat gesprek met je had.',
            'Alleen wie het nodig heeft ziet je melding. Elke keer dat iemand haar opent, wordt vastgelegd.',
          ]} />
          <Knoppen><KnopLink href="/melden">Meld een incident</KnopLink><KnopLink soort="rustig" href="/wie-mag-wat">Wie mag wat zien?</KnopLink></Knoppen>
        </Kaart>
        {h && h.beheerders.length > 0 && (
          <Kaart titel="Werkt er iets niet?" icoon="help"><Alinea>Vraag het een beheerder van Rugdekking.</Alinea><Contacten wie={h.beheerders} /></Kaart>
        )}
        {v === null && <Melding soort="info" titel="Log in voor de nummers van je organisatie"><p>Dan zie je ook wie je leidinggevende en je Adviseur zijn. <Link href="/aanmelden?naar=%2Fhulp">Inloggen</Link></p></Melding>}
      </Stapel>
    ),
  };
}

/** What is known about the accessibility of this software, without claiming a status: that is for the organisation that uses it. */
export async function toegankelijkheidPagina(v: Verzoek | null): Promise<PaginaInhoud> {
  const beheerders = v === null ? [] : (await v.vraag(wieHelpt, {})).beheerders;
  return {
    titel: 'Toegankelijkheid', menu: '/toegankelijkheid',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Toegankelijkheid" inleiding="Rugdekking is voor iedereen: ook met een schermlezer, zonder muis, met grote letters of op een kleine telefoon." />
        <Kaart titel="Waar we naar streven">
          <Alinea>Rugdekking wil voldoen aan WCAG 2.2, niveau A en AA. Dat is de norm achter de wet voor websites en apps van de overheid (EN 301 549). Die wet geldt ook voor programma’s die alleen medewerkers gebruiken.</Alinea>
          <Alinea>Of deze installatie voldoet, zegt de organisatie die haar gebruikt. Zij publiceert daarover een toegankelijkheidsverklaring, na een eigen onderzoek. Deze pagina is zo’n verklaring nog niet.</Alinea>
        </Kaart>
        <Kaart titel="Wat de makers controleren">
          <Lijst items={[
            'Een automatische controle (axe) op de pagina’s, licht en donker, smal en breed. Zo’n controle vindt een deel van de problemen.',
            'Werken met alleen het toetsenbord, en zonder JavaScript.',
            'Een scherm van 320 beeldpunten breed, en tekst die twee keer zo groot is.',
            'Kleurcontrast van elk thema, ook in de kleuren van een organisatie.',
            'Regels voor formulieren: elk veld heeft een naam, elke fout staat in woorden bij het veld.',
          ]} />
          <Alinea>Nog niet gedaan: een volledig onderzoek volgens WCAG-EM, en een proef door mensen die zelf met een schermlezer of andere hulpmiddelen werken.</Alinea>
        </Kaart>
        <Kaart titel="Loop je ergens op vast?">
          <Alinea>Zeg welke pagina het is, wat je wilde doen en waar je mee werkt. Meld het bij een beheerder van Rugdekking in je organisatie. Lukt melden zelf niet? Vraag een collega of je leidinggevende om voor je te melden. Dat mag altijd.</Alinea>
          {beheerders.length > 0 ? <Contacten wie={beheerders} /> : v === null && <Alinea zacht>Na het inloggen staat hier wie de beheerders zijn.</Alinea>}
          <Alinea>Krijg je geen antwoord? Dan kun je een klacht indienen bij je organisatie, en daarna bij het College voor de Rechten van de Mens.</Alinea>
        </Kaart>
      </Stapel>
    ),
  };
}
