/**
 * What mail says. It passes systems that are not ours and shows on lock screens, so it never says what about, about whom or
 * by whom: only that something waits, and where. The subject is one of two, the same for every kind.
 */

interface Berichttekst {
  /** The first sentence: what the receiver can do. */
  wat: string;
  dringend?: true;
  /** For someone something may have happened to: where help is, now. */
  hulp?: true;
}

const teksten = {
  'nieuwe-melding': { wat: 'Er is een nieuwe melding waarvoor jij nodig bent. Lees haar vandaag en bevestig dat je haar hebt gezien.' },
  'ernstige-melding': { wat: 'Er is een melding waarvoor jij nu nodig bent. Lees haar meteen en bevestig dat je haar hebt gezien.', dringend: true },
  'niet-bevestigd': { wat: 'Er wacht een melding die nog niemand heeft bevestigd. Jij bent de volgende aan wie we het vragen. Lees haar nu en bevestig dat je haar hebt gezien.', dringend: true },
  'herinnering-nazorg': { wat: 'Je hebt afgesproken om contact te hebben met een collega. Kijk met wie en vóór wanneer.' },
  'verklaring-gevraagd': { wat: 'Je wordt gevraagd om in je eigen woorden op te schrijven wat je zag of hoorde.', hulp: true },
  'verklaring-herinnering': { wat: 'Er staat nog een vraag voor je open om op te schrijven wat je zag of hoorde. Lukt het niet, of wil je het liever niet? Laat dat dan weten.', hulp: true },
  terugkoppeling: { wat: 'Er is nieuws voor je over iets wat je hebt gemeld.', hulp: true },
  'melding-ontvangen': { wat: 'We hebben je melding ontvangen. Je ziet in Rugdekking wie er contact met je opneemt en wanneer.', hulp: true },
  'melding-namens': { wat: 'Een collega heeft voor jou iets doorgegeven. Je ziet in Rugdekking wie er contact met je opneemt en wanneer.', hulp: true },
  aanvulling: { wat: 'Er is iets toegevoegd aan wat jij volgt. Lees het vandaag.' },
  'termijn-nadert': { wat: 'Er is iets wat binnenkort klaar moet zijn. Kijk wat dat is en vóór wanneer.' },
  'te-laat': { wat: 'Er is iets wat al klaar had moeten zijn. Kijk wat er nodig is.', dringend: true },
  instructie: { wat: 'Er is een instructie voor je. Lees haar vóór je volgende afspraak en bevestig dat je haar hebt gelezen.' },
  'niet-terug': { wat: 'Er is nog niet bevestigd dat iemand veilig terug is. Kijk nu om wie het gaat, en bel.', dringend: true },
  'gebruik-bekijken': { wat: 'Er is iets opgevallen in het gebruik van Rugdekking. Kijk vandaag wat het is.' },
  'hulp-gevraagd': { wat: 'Er is een vraag voor je. Jij beslist zelf wat je antwoordt.', hulp: true },
  'gesprek-gevraagd': { wat: 'Er is een vraag voor je. Jij beslist zelf wat je antwoordt.', hulp: true },
  'besluit-gevraagd': { wat: 'Er wacht een beslissing op jou. Kijk wat er nodig is en vóór wanneer.' },
  'spreken-gevraagd': { wat: 'Een collega vraagt of je contact opneemt. Kijk vandaag met wie.' },
  'uitnodiging-account': { wat: 'Er staat een account voor je klaar. Met de link hieronder stel je in hoe je inlogt. De link werkt één keer en verloopt na een tijd.' },
} as const satisfies Record<string, Berichttekst>;

/** The kinds of mail there are. */
export type Berichtsoort = keyof typeof teksten;

export const berichtsoorten = Object.keys(teksten) as readonly Berichtsoort[];

export interface Bericht {
  onderwerp: string;
  tekst: string;
  html: string;
}

const ONDERWERP = 'Er staat iets voor je klaar in Rugdekking';
const HULP = 'Direct gevaar? Bel 112.';
const SLOT = 'Deze mail is automatisch verstuurd. Er staat met opzet niet in waar het over gaat. Antwoorden op deze mail kan niet.';

/** The text of one kind of mail around a link from `postlink`. */
export function bericht(soort: Berichtsoort, link: string): Bericht {
  const { wat, dringend, hulp }: Berichttekst = teksten[soort];
  const alineas = ['Hallo,', wat];
  const na = hulp === true ? [HULP, SLOT] : [SLOT];
  return {
    onderwerp: dringend === true ? `Dringend: ${ONDERWERP.charAt(0).toLowerCase()}${ONDERWERP.slice(1)}` : ONDERWERP,
    tekst: [...alineas, `Open Rugdekking:\n${link}`, ...na, 'Rugdekking'].join('\n\n') + '\n',
    html: inHtml([...alineas.map(alinea), `<p><a href="${escape(link)}">Open Rugdekking</a></p>\n<p>Werkt de link niet? Kopieer dan dit adres: ${escape(link)}</p>`, ...na.map(alinea), alinea('Rugdekking')]),
  };
}

/**
 * A link for mail: the address of this installation and a path without meaning, such as '/w/018f…'. Queries, fragments and
 * names are refused: a link ends up in logs of mail servers and in previews.
 */
export function postlink(basisUrl: string, pad: string): string {
  if (!/^(?:\/[a-z]{1,20}(?:-[a-z]{1,20}){0,2}|\/[0-9a-f-]{36}|\/[A-Za-z0-9_-]{22,86})+$/.test(pad)) throw new Error('a path in mail is made of fixed words and ids only');
  return new URL(basisUrl).origin + pad;
}

const alinea = (tekst: string): string => `<p>${escape(tekst)}</p>`;

function inHtml(delen: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${ONDERWERP}</title>
<style>body { font-family: sans-serif; font-size: 1rem; line-height: 1.5; max-width: 36rem; margin: 1rem; }</style>
</head>
<body>
${delen.join('\n')}
</body>
</html>
`;
}

function escape(tekst: string): string {
  return tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
