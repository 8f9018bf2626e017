import type { Kanaal } from '../../dossier/index.ts';

export interface Kanaalvraag {
  code: string;
  vraag: string;
  uitleg?: string;
  /** 'keuze': yes, no or not known; 'tekst': one line. */
  soort: 'keuze' | 'tekst';
}

export const janee = { ja: 'Ja', nee: 'Nee', weet_niet: 'Weet ik niet' } as const;

/** Short words for a choice in a row, in the order people meet them. */
export const kanaalkort: Record<Kanaal, string> = {
  balie: 'Balie of gebouw', telefoon: 'Telefoon', brief_email: 'Brief of e-mail', huisbezoek: 'Huisbezoek', openbare_ruimte: 'Buiten', sociale_media: 'Sociale media', prive: 'Thuis of privé',
};

/** What the questions of a channel are about, as a heading. */
export const kanaalkop: Record<Kanaal, string> = {
  balie: 'Over de plek', telefoon: 'Over het telefoongesprek', brief_email: 'Over de brief of e-mail', huisbezoek: 'Over het huisbezoek', openbare_ruimte: 'Over de plek buiten',
  sociale_media: 'Over het bericht', prive: 'Over thuis of privé',
};

/** Two or three short questions per channel: what is hard to find out later (functies B5). None is required. */
export const kanaalvragen: Record<Kanaal, readonly Kanaalvraag[]> = {
  balie: [
    { code: 'anderen', vraag: 'Waren er collega’s of beveiligers bij?', soort: 'keuze' },
    { code: 'camera', vraag: 'Hangt er een camera?', uitleg: 'Beelden worden vaak na een paar dagen gewist. We vragen er dan meteen naar.', soort: 'keuze' },
  ],
  telefoon: [
    { code: 'zichtbaar', vraag: 'Was het nummer zichtbaar?', soort: 'keuze' },
    { code: 'nummer', vraag: 'Welk nummer was het?', uitleg: 'Kijk in de lijst met gesprekken van je telefoon.', soort: 'tekst' },
    { code: 'opgenomen', vraag: 'Is het gesprek opgenomen?', soort: 'keuze' },
  ],
  brief_email: [
    { code: 'bewaard', vraag: 'Heb je de brief of e-mail bewaard?', uitleg: 'Gooi niets weg, ook de envelop niet. Straks kun je een foto toevoegen.', soort: 'keuze' },
    { code: 'afzender', vraag: 'Van wie of welk adres kwam het?', soort: 'tekst' },
  ],
  huisbezoek: [
    { code: 'alleen', vraag: 'Was je alleen?', soort: 'keuze' },
    { code: 'terug', vraag: 'Moet je of een collega daar binnenkort weer heen?', soort: 'keuze' },
  ],
  openbare_ruimte: [
    { code: 'alleen', vraag: 'Was je alleen?', soort: 'keuze' },
    { code: 'voertuig', vraag: 'Weet je een kenteken of voertuig?', soort: 'tekst' },
  ],
  sociale_media: [
    { code: 'account', vraag: 'Wat is de link of de naam van het account?', soort: 'tekst' },
    { code: 'online', vraag: 'Staat het er nog?', uitleg: 'Maak meteen een schermafdruk. Straks kun je hem toevoegen.', soort: 'keuze' },
  ],
  prive: [
    { code: 'adres', vraag: 'Weet diegene waar je woont?', soort: 'keuze' },
    { code: 'gezin', vraag: 'Waren je gezin, familie of huisgenoten erbij?', soort: 'keuze' },
    { code: 'veilig', vraag: 'Voel je je nu veilig thuis?', uitleg: 'Zo niet: bel 112 als het dringend is, of de opvang van je organisatie.', soort: 'keuze' },
  ],
};

const VOOR = 'kv_';

/** Name in the form of the answer to one question. */
export function vraagveld(kanaal: Kanaal, code: string): string {
  return `${VOOR}${kanaal}_${code}`;
}

/** Names of all these fields, for every channel. */
export const vraagvelden: readonly string[] = (Object.keys(kanaalvragen) as Kanaal[]).flatMap((k) => kanaalvragen[k].map((q) => vraagveld(k, q.code)));

/** The given answers to the questions of this channel, by code. `geef` finds what was filled in; what is no answer to the question is left out. */
export function antwoorden(kanaal: Kanaal | null, geef: (code: string) => unknown): Record<string, string> {
  if (kanaal === null) return {};
  return Object.fromEntries(kanaalvragen[kanaal].flatMap(({ code, soort }) => {
    const gegeven = geef(code);
    return typeof gegeven === 'string' && gegeven !== '' && (soort === 'tekst' || Object.hasOwn(janee, gegeven)) ? [[code, gegeven]] : [];
  }));
}

/** Questions with their answers in words, for whoever reads the report. */
export function antwoordenInWoorden(kanaal: Kanaal | null, gegeven: unknown): { vraag: string; antwoord: string }[] {
  if (kanaal === null || typeof gegeven !== 'object' || gegeven === null) return [];
  const bekend = gegeven as Record<string, unknown>;
  return kanaalvragen[kanaal].flatMap(({ code, vraag, soort }) => {
    const a = bekend[code];
    if (typeof a !== 'string') return [];
    return [{ vraag, antwoord: soort === 'keuze' && Object.hasOwn(janee, a) ? janee[a as keyof typeof janee] : a }];
  });
}
