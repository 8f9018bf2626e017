/** Forms of address, titles and their abbreviations: they say nothing about who it is. Dutch academic and noble titles: Wet hoger onderwijs art. 7.20, Wet op de adeldom. */
export const TITELS = new Set(`heer dhr hr mevrouw mevr mw mej mejuffrouw meneer mr mrs ms mister drs dr ir ing prof professor doctor bsc msc mba phd llm jr sr junior senior ii iii
wed weduwe erven familie barones jhr jkvr jonkheer jonkvrouw gravin hadji hajji sayyid efendi herr frau fraulein daw monsieur madame mme mlle senor senora capt esq`.split(/\s+/));

/** Titles that are a name as well: only a title when two words or more come after. */
export const OOK_NAAM = new Set('prins prinses baron graaf ridder don dona pani president minister general gen col colonel captain major maj sgt lt hon rev fr sir lord lady dame miss haji sheikh sheik sjeik shaikh ds pastoor dominee fam sra sen'.split(' '));

/** Kinds of legal person in the spelling registers use, each to one word. Source: Europese lijst van rechtsvormen (GLEIF, ISO 20275), the frequent ones. */
export const RECHTSVORMEN: Readonly<Record<string, string>> = Object.fromEntries(Object.entries({
  bv: 'bv|besloten vennootschap', nv: 'nv|naamloze vennootschap', vof: 'vof|vennootschap onder firma', cv: 'cv', stichting: 'stichting|foundation|stg', vereniging: 'vereniging|ver', cooperatie: 'cooperatie|coop|ua',
  ltd: 'ltd|limited|pte|pty|pvt|private', llc: 'llc|ooo|tov|doo|sarl|srl|eirl|gmbh|sro|spzoo|kft|ou|sia|uab', inc: 'inc|incorporated|corp|corporation|co|company|cie|companies|ag|sa|spa|plc|pjsc|pao|oao|zao|jsc|ojsc|cjsc|ab|as|asa|oy|oyj|aktiengesellschaft|aps|ao',
  kg: 'kg|ohg|gbr|ug', lp: 'lp|llp|partnership', holding: 'holding|holdings|group|groep|groupe|gruppe|grupo|gruppa|beheer',
}).flatMap(([soort, woorden]) => woorden.split('|').filter((w) => !w.includes(' ')).map((w) => [w, soort])));

/** Legal forms of several words, to the short one, before the words are taken apart. */
export const LANGE_RECHTSVORMEN: readonly (readonly [RegExp, string])[] = [
  [/\bbesloten vennootschap\b/g, 'bv'], [/\bnaamloze vennootschap\b/g, 'nv'], [/\bvennootschap onder firma\b/g, 'vof'], [/\bgesellschaft mit beschrankter haftung\b/g, 'gmbh'], [/\blimited liability company\b/g, 'llc'],
  [/\b(?:public |open |closed )?joint[ -]stock company\b/g, 'jsc'], [/\blimited liability partnership\b/g, 'llp'], [/\bobshchestvo s ogranichennoy otvetstvennost'?yu\b/g, 'ooo'], [/\bpublic limited company\b/g, 'plc'],
  [/\bsociete anonyme\b/g, 'sa'], [/\bsociedad anonima\b/g, 'sa'], [/\bsociete a responsabilite limitee\b/g, 'sarl'], [/\bspolka z ograniczona odpowiedzialnoscia\b/g, 'spzoo'], [/\bsp\.? ?z ?\.?o ?\.?o\.?/g, 'spzoo'],
];

/** Words that many companies share: two companies with only these in common are not the same. */
export const GEWOON_BEDRIJF = new Set(`international internationaal europe european nederland netherlands holland global world general trading trade handel handelsonderneming shipping transport services service dienst diensten bank
invest investment investments finance financial insurance verzekeringen management consultancy consulting advies industries industry industrial bouw bouwbedrijf construction engineering technology technologies tech systems
solutions energy oil gas petroleum food foods media news health zorg wonen woningstichting school stichting centrum center centre national nationale state republic ministry committee university institute`.split(/\s+/));

/** Words between those of a company. */
export const VULWOORDEN = new Set('the and en und et y e i de het des du la of for voor van und for'.split(' '));
