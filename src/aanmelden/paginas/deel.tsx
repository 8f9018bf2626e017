import type { ComponentChildren } from 'preact';
import QRCode from 'qrcode';
import { Alinea, Knop, Kop, Lijst, Melding, Pagina, rendeer, Stapel, VerborgenVeld, type KnopSoort, type Middelen } from '../../ontwerp/index.ts';

/** Below pages for who is not signed in: what is open to everyone. */
export const VOET_BUITEN = [{ tekst: 'Hulp', href: '/hulp' }, { tekst: 'Toegankelijkheid', href: '/toegankelijkheid' }];

/** A page in front of the door: brand, one column, no menu. */
export function deurpagina(titel: string, middelen: Middelen, inhoud: ComponentChildren, over: { fout?: boolean } = {}): string {
  return rendeer(
    <Pagina titel={over.fout ? `Fout: ${titel}` : titel} middelen={middelen} thuis="/aanmelden" voet={VOET_BUITEN} leesbreedte>
      <Stapel>
        <Kop niveau={1}>{titel}</Kop>
        {inhoud}
      </Stapel>
    </Pagina>,
  );
}

interface PasskeyProps {
  soort: 'inloggen' | 'maken';
  /** Where the answer goes; the question comes from the same address with /opties behind it. */
  actie: string;
  knop: string;
  /** 'secundair' where it is not what the page is for. */
  rang?: KnopSoort;
  naar?: string;
  csrf?: string;
}

/** Button for a passkey. Only works with JavaScript, and says so; an island shows the button and fills in the answer. */
export function PasskeyKnop({ soort, actie, knop, rang = 'primair', naar, csrf }: PasskeyProps) {
  return (
    <form method="post" action={actie} data-passkey={soort} data-passkey-opties={`${actie}/opties`}>
      {naar !== undefined && <VerborgenVeld naam="naar" waarde={naar} />}
      {csrf !== undefined && <VerborgenVeld naam="_csrf" waarde={csrf} />}
      <VerborgenVeld naam="antwoord" waarde="" />
      <Stapel ruimte="s">
        <div data-passkey-knop="" hidden>
          <Knop icoon="sleutel" soort={rang}>
            {knop}
          </Knop>
        </div>
        <p data-passkey-uitleg="">Een passkey werkt alleen als JavaScript aanstaat in je browser.</p>
      </Stapel>
    </form>
  );
}

/** A QR code as one drawing: no image file, so nothing of it leaves the page. Dark on white in every theme, or a camera cannot read it. */
export function QrCode({ tekst, label }: { tekst: string; label: string }) {
  const { size, data } = QRCode.create(tekst, { errorCorrectionLevel: 'M' }).modules;
  const rand = 4;
  const delen: string[] = [];
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y * size + x]) delen.push(`M${x + rand} ${y + rand}h1v1h-1z`);
  const maat = size + 2 * rand;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${maat} ${maat}`} width="232" height="232" shape-rendering="crispEdges">
      <rect width={maat} height={maat} fill="#ffffff" />
      <path d={delen.join('')} fill="#000000" />
    </svg>
  );
}

/** The recovery codes, shown this once. */
export function Herstelcodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <Melding soort="let-op" titel="Bewaar deze tien herstelcodes">
        <p>Je ziet ze alleen nu. Print ze, of schrijf ze op en leg ze op een veilige plek. Niet op je telefoon: daar heb je ze juist voor als je die kwijt bent.</p>
      </Melding>
      <Lijst items={codes.map((code) => <code>{code}</code>)} />
      <Alinea>Met een herstelcode, en daarbij je wachtwoord of een code uit je app als je die hebt, stel je je toegang opnieuw in. Elke code werkt één keer.</Alinea>
    </>
  );
}
