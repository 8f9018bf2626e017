/** One rewrite of Dutch spelling to sound. Upper case stands for a sound that has no letter of its own: W = ou, Y = ei/ij, V = ui, S = sj. */
export interface Klankregel {
  naam: string;
  van: RegExp;
  naar: string;
  /** Where the rule is known from. */
  bron: string;
  /** Pairs that this rule (with the others) makes the same. */
  gelijk: readonly (readonly [string, string])[];
  /** Pairs that stay apart all the same. */
  anders?: readonly (readonly [string, string])[];
}

const NFB = 'Nederlandse Familienamenbank (CBG/Meertens), spellingvarianten van één naam';
const UITSPRAAK = 'Taalunie, Uitspraak van het Nederlands (stemassimilatie, eindklankverscherping)';
const SPELLING = 'Spelling van De Vries en Te Winkel (1863) en Marchant (1934) tegenover de huidige';
const FRANS = 'Leenspelling uit het Frans en Latijn, Technische Handleiding Nederlandse Spelling';

/** Applied in order to folded lower-case letters a–z. */
export const klankregels: readonly Klankregel[] = [
  { naam: 'x is ks', van: /x/g, naar: 'ks', bron: NFB, gelijk: [['max', 'maks'], ['hendrickx', 'hendriks'], ['dirckx', 'dirks']], anders: [['hendriks', 'hendrik']] },
  { naam: 'sch na een medeklinker of aan het eind is s', van: /sch(?=$|s$)|(?<=[sn])sch(?=e)|ssch/g, naar: 's', bron: SPELLING, gelijk: [['bosch', 'bos'], ['visscher', 'visser'], ['asch', 'as'], ['tenbosch', 'tenbos']] },
  { naam: 'sj en sh klinken gelijk', van: /sj|sh/g, naar: 'S', bron: NFB, gelijk: [['sjaak', 'shaak'], ['natasja', 'natasha']], anders: [['sjaak', 'saak']] },
  { naam: 'ph is f', van: /ph/g, naar: 'f', bron: FRANS, gelijk: [['philip', 'filip'], ['joseph', 'josef']] },
  { naam: 'th is t', van: /th/g, naar: 't', bron: SPELLING, gelijk: [['thijssen', 'tijssen'], ['theunis', 'teunis'], ['martha', 'marta']] },
  { naam: 'rh is r', van: /rh/g, naar: 'r', bron: SPELLING, gelijk: [['rhijn', 'rijn'], ['rhoon', 'roon']] },
  { naam: 'gh, kh en ch zijn g', van: /[gkc]h/g, naar: 'g', bron: UITSPRAAK, gelijk: [['borght', 'borgt'], ['recht', 'regt'], ['berghuis', 'berguis'], ['schouten', 'sgouten']], anders: [['schouten', 'souten']] },
  { naam: 'qu is kw', van: /qu?/g, naar: 'kw', bron: NFB, gelijk: [['quist', 'kwist'], ['quak', 'kwak']] },
  { naam: 'c voor e, i of y is s', van: /c(?=[eiy])/g, naar: 's', bron: FRANS, gelijk: [['marcel', 'marsel'], ['cindy', 'sindy'], ['scipio', 'sipio']] },
  { naam: 'andere c is k', van: /c/g, naar: 'k', bron: NFB, gelijk: [['cuijpers', 'kuijpers'], ['coster', 'koster'], ['carin', 'karin'], ['jacob', 'jakob'], ['dijck', 'dijk'], ['brinck', 'brink']] },
  { naam: 'z is s', van: /z/g, naar: 's', bron: UITSPRAAK, gelijk: [['zwart', 'swart'], ['zijlstra', 'sijlstra'], ['roza', 'rosa'], ['jansz', 'jans'], ['claeszen', 'claessen']] },
  { naam: 'w voor r is v', van: /wr/g, naar: 'vr', bron: UITSPRAAK, gelijk: [['wreeswijk', 'vreeswijk']] },
  { naam: 'v is f', van: /v/g, naar: 'f', bron: UITSPRAAK, gelijk: [['visser', 'fisser'], ['stevan', 'stefan'], ['vens', 'fens']], anders: [['vink', 'wink']] },
  { naam: 'ooij, ooy, oij, oy en ooi', van: /oo?(?:ij|y|i)/g, naar: 'oj', bron: NFB, gelijk: [['rooij', 'rooy'], ['kooij', 'kooi'], ['mooy', 'mooij'], ['roy', 'rooij']] },
  { naam: 'uij, uy en ui', van: /u(?:ij|y|i)/g, naar: 'V', bron: NFB, gelijk: [['kuijper', 'kuiper'], ['kuyper', 'kuiper'], ['bruijn', 'bruin'], ['huygens', 'huijgens']], anders: [['bruin', 'bron']] },
  { naam: 'eau is o', van: /eaux?/g, naar: 'o', bron: FRANS, gelijk: [['bordeau', 'bordo']] },
  { naam: 'ouw, auw, ou en au', van: /[oa]uw?/g, naar: 'W', bron: NFB, gelijk: [['bouwman', 'bouman'], ['gouw', 'gou'], ['paulus', 'poulus'], ['kouwenhoven', 'kauwenhoven']], anders: [['bouman', 'boman']] },
  { naam: 'eeuw en eew', van: /eeu?w/g, naar: 'ew', bron: NFB, gelijk: [['leeuwen', 'leewen'], ['leeuw', 'leew']] },
  { naam: 'ieuw en iew', van: /ieu?w/g, naar: 'iw', bron: NFB, gelijk: [['nieuwenhuis', 'niewenhuis']] },
  { naam: 'y aan het begin voor een klinker is j', van: /^(?:ij|y)(?=[aeouWU])/, naar: 'j', bron: UITSPRAAK, gelijk: [['yara', 'jara'], ['yolanda', 'jolanda']] },
  { naam: 'y aan het begin voor een medeklinker is i', van: /^y(?=[^aeiouWUYV])/, naar: 'i', bron: FRANS, gelijk: [['yvonne', 'ivonne'], ['yvette', 'ivette']] },
  { naam: 'y aan het eind na een medeklinker is ie', van: /(?<=[^aeiouWUYV])(?:ie|y|ij)$/, naar: 'i', bron: NFB, gelijk: [['willy', 'willie'], ['henny', 'hennie'], ['betty', 'bettie']] },
  { naam: 'ij, eij, ei, ey, ay, ai en y', van: /[ea]?ij|[ea]y|[ea]i|y/g, naar: 'Y', bron: NFB, gelijk: [['meijer', 'meyer'], ['meier', 'meijer'], ['mayer', 'maijer'], ['dijk', 'dyk'], ['heijden', 'heiden'], ['wijk', 'wyk']], anders: [['dijk', 'dik'], ['meijer', 'meer']] },
  { naam: 'ae is aa', van: /ae/g, naar: 'a', bron: SPELLING, gelijk: [['claes', 'klaas'], ['haen', 'haan'], ['aerts', 'aarts'], ['verhaegen', 'verhagen']] },
  { naam: 'ue en uu zijn u', van: /u[eu]/g, naar: 'u', bron: NFB, gelijk: [['mueller', 'muller'], ['verhuul', 'verhul'], ['kruuger', 'krueger']] },
  { naam: 'ie is i', van: /ie/g, naar: 'i', bron: UITSPRAAK, gelijk: [['griet', 'grit'], ['pieters', 'piters']] },
  { naam: 'dubbele klinker is enkel', van: /([aeiou])\1/g, naar: '$1', bron: SPELLING, gelijk: [['peeters', 'peters'], ['groot', 'grot'], ['haas', 'has']], anders: [['groot', 'graat']] },
  { naam: 'dj is j', van: /dj/g, naar: 'j', bron: 'Nieuwe spelling van het Indonesisch (EYD, 1972): dj werd j', gelijk: [['djoko', 'joko'], ['soedjarwo', 'soejarwo']] },
  { naam: 'd en b voor s zijn t en p', van: /ds/g, naar: 'ts', bron: UITSPRAAK, gelijk: [['smids', 'smits'], ['arends', 'arents']] },
  { naam: 'b voor s of t is p', van: /b(?=[st])/g, naar: 'p', bron: UITSPRAAK, gelijk: [['jacobs', 'jacops'], ['lubbers', 'lubbers']] },
  { naam: 'dt is t', van: /dt/g, naar: 't', bron: NFB, gelijk: [['schmidt', 'schmit'], ['brandt', 'brant'], ['bernhardt', 'bernhart']] },
  { naam: 'd aan het eind is t', van: /d$/, naar: 't', bron: UITSPRAAK, gelijk: [['brand', 'brant'], ['veld', 'velt'], ['gerard', 'gerart']] },
  { naam: 'b aan het eind is p', van: /b$/, naar: 'p', bron: UITSPRAAK, gelijk: [['rob', 'rop'], ['jakob', 'jakop']] },
  { naam: 'h na een klinker aan het eind of voor een medeklinker is stil', van: /(?<=[aeiou])h(?=$|[bdfgklmnprst])/g, naar: '', bron: SPELLING, gelijk: [['sarah', 'sara'], ['bohm', 'bom'], ['noah', 'noa']] },
  { naam: 'dubbele medeklinker is enkel', van: /([bdfgjklmnprstw])\1+/g, naar: '$1', bron: SPELLING, gelijk: [['jansen', 'janssen'], ['bakker', 'baker'], ['smit', 'smitt']] },
  { naam: 'en aan het eind klinkt als e', van: /(?<=..)en$/, naar: 'e', bron: UITSPRAAK, gelijk: [['jansen', 'janse'], ['dalen', 'dale'], ['velden', 'velde']], anders: [['jansen', 'jans']] },
];

/** How a Dutch name sounds; equal for spellings that a listener cannot tell apart. `woord`: folded letters a–z. */
export function klank(woord: string): string {
  let w = woord.replace(/[^a-z]/g, '');
  for (const { van, naar } of klankregels) w = w.replace(van, naar);
  return w === '' ? woord : w;
}
