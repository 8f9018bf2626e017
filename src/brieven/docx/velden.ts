import { MimeType, type ImageContent } from 'easy-template-x';
import { logomaat } from '../regels/huisstijl.ts';
import type { Briefsoort } from '../regels/soorten.ts';
import type { Blok, Brief, Logobeeld } from '../regels/vorm.ts';

/** The merge fields that every letter has, with what they become. */
export const gewoneVelden = {
  logo: 'Logo van het briefpapier (leeg als er geen is)',
  organisatie: 'Naam van je organisatie',
  retouradres: 'Retouradres',
  contact: 'Telefoon, e-mail en website',
  geadresseerde: 'Naam van wie de brief krijgt',
  adres: 'Adres van wie de brief krijgt',
  datum: 'Datum van de brief',
  kenmerk: 'Kenmerk',
  onderwerp: 'Onderwerp',
  aanhef: 'Geachte …,',
  groet: 'Met vriendelijke groet,',
  namens: 'namens wie',
  ondertekenaar: 'Wie ondertekent (functie)',
} as const;
/** Without these nobody can see who wrote, to whom, and about what. */
const NODIG = ['organisatie', 'geadresseerde', 'adres', 'datum', 'kenmerk', 'onderwerp', 'ondertekenaar'] as const satisfies readonly (keyof typeof gewoneVelden)[];

/** The parts of each letter that must be in it, and those that are only there sometimes; each can be placed on its own. */
export const briefdelen: Readonly<Record<Briefsoort, { altijd: readonly string[]; soms: readonly string[] }>> = {
  uitnodiging_wederhoor: { altijd: ['inleiding', 'samenvatting_en', 'feiten', 'norm', 'reageren', 'geen_reactie', 'registratie', 'contactpunt'], soms: ['overweegt'] },
  uitnodiging_ordegesprek: { altijd: ['inleiding', 'feiten', 'norm', 'afspraak', 'doel', 'contactpunt'], soms: [] },
  uitnodiging_stopgesprek: { altijd: ['inleiding', 'feiten', 'norm', 'afspraak', 'doel', 'vervolg', 'contactpunt'], soms: [] },
  waarschuwing: { altijd: ['inleiding', 'feiten', 'norm', 'zienswijze', 'motivering', 'herhaling', 'doorgang', 'rechtsmiddel', 'registratie', 'contactpunt'], soms: ['eerder'] },
  pandverbod: { altijd: ['inleiding', 'feiten', 'norm', 'zienswijze', 'motivering', 'maatregel', 'overtreding', 'doorgang', 'evaluatie', 'rechtsmiddel', 'registratie', 'contactpunt'], soms: ['eerder'] },
  contactbeperking: { altijd: ['inleiding', 'feiten', 'norm', 'zienswijze', 'motivering', 'maatregel', 'overtreding', 'doorgang', 'evaluatie', 'rechtsmiddel', 'registratie', 'contactpunt'], soms: ['eerder'] },
  verlenging: { altijd: ['inleiding', 'feiten', 'norm', 'zienswijze', 'motivering', 'maatregel', 'doorgang', 'evaluatie', 'rechtsmiddel', 'registratie', 'contactpunt'], soms: ['eerder'] },
  opheffing: { altijd: ['inleiding', 'motivering', 'weer', 'registratie', 'contactpunt'], soms: ['rechtsmiddel'] },
  herstel: { altijd: ['inleiding', 'weer', 'registratie', 'contactpunt'], soms: ['afspraken', 'afspraak'] },
  geen_reactie: { altijd: ['inleiding', 'vervolg', 'reageren', 'registratie', 'contactpunt'], soms: [] },
  schadeverhaal: { altijd: ['inleiding', 'feiten', 'schade', 'reageren', 'vervolg', 'rechtsmiddel', 'registratie', 'contactpunt'], soms: [] },
  avg_kennisgeving: { altijd: ['inleiding', 'gegevens', 'doel', 'ontvangers', 'bewaren', 'rechten', 'contactpunt'], soms: ['uitgesteld'] },
  avg_besluit: { altijd: ['inleiding', 'motivering', 'rechtsmiddel', 'contactpunt'], soms: ['gedaan'] },
};

/** Inside {#brief} … {/brief}: once per part, and inside {#regels} … {/regels} once per line. */
const IN_BRIEF = ['kop', 'heeft_kop', 'regels', 'tekst'] as const;

/** All fields a template for this letter may use. */
export function mogelijkeVelden(soort: Briefsoort): string[] {
  return [...Object.keys(gewoneVelden), 'brief', ...IN_BRIEF, ...briefdelen[soort].altijd, ...briefdelen[soort].soms];
}

export interface Veldoordeel {
  /** Fields that are not in the template and must be. */
  ontbreekt: string[];
  /** Fields in the template that nothing fills. */
  onbekend: string[];
}

/** What is missing in a template and what nobody knows. `brief` stands for all parts; without it each part that must be there is named. */
export function beoordeelVelden(soort: Briefsoort, gebruikt: readonly string[]): Veldoordeel {
  const er = new Set(gebruikt);
  const kan = new Set(mogelijkeVelden(soort));
  const delen = er.has('brief') ? (er.has('tekst') ? [] : ['tekst']) : [...briefdelen[soort].altijd, ...briefdelen[soort].soms];
  return { ontbreekt: [...NODIG, ...delen].filter((v) => !er.has(v)), onbekend: [...er].filter((v) => !kan.has(v)) };
}

/** Pixels per tenth of a millimetre, as Word counts them. */
const PIXELS = 96 / 254;

function logoveld(b: Brief, logo: Logobeeld | null): ImageContent | string {
  if (logo === null || b.afzender.logo === undefined) return '';
  const { breed, hoog } = logomaat(b.afzender.logo);
  return { _type: 'image', source: logo.inhoud, format: logo.mediatype === 'image/png' ? MimeType.Png : MimeType.Jpeg, altText: b.afzender.logo.alt, width: Math.round(breed * PIXELS), height: Math.round(hoog * PIXELS) };
}

/** The letter as a template gets it: text and lists of text, nothing that a template library would do more with than print; and the logo, which is ours. */
export function veldwaarden(b: Brief, logo: Logobeeld | null = null): Record<string, string | ImageContent | { kop: string; heeft_kop: boolean; regels: { tekst: string }[] }[]> {
  const { afzender: a } = b;
  return {
    logo: logoveld(b, logo), organisatie: a.organisatie, retouradres: a.retouradres, contact: [a.telefoon, a.email, a.website].filter(Boolean).join(' · '), geadresseerde: b.geadresseerde.naam, adres: b.geadresseerde.adres.join('\n'),
    datum: b.datum, kenmerk: b.kenmerk, onderwerp: b.onderwerp, aanhef: b.aanhef, groet: b.ondertekening.groet, namens: b.ondertekening.namens, ondertekenaar: b.ondertekening.wie,
    ...Object.fromEntries([...briefdelen[b.soort].altijd, ...briefdelen[b.soort].soms].map((code) => [code, ''])),
    ...Object.fromEntries(b.delen.map((d) => [d.code, [...(d.kop === null ? [] : [d.kop]), ...d.blokken.flatMap(regels)].join('\n')])),
    brief: b.delen.map((d) => ({ kop: d.kop ?? '', heeft_kop: d.kop !== null, regels: d.blokken.flatMap(regels).map((tekst) => ({ tekst })) })),
  };
}

function regels(blok: Blok): string[] {
  if (blok.soort === 'alinea') return [blok.tekst];
  return blok.soort === 'lijst' ? blok.items.map((i) => `• ${i}`) : blok.rijen.map(([term, waarde]) => `${term}: ${waarde}`);
}
