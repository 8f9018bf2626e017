import { describe, expect, it } from 'vitest';
import { leesAchternaam, leesVoornamen, ontleedNaam } from './ontleed.ts';

/** "voor: … | achter: …" */
const delen = (tekst: string): string => {
  const { delen: d, bedrijf } = ontleedNaam(tekst);
  const van = (rol: string): string => d.filter((x) => x.rol === rol).map((x) => x.woord.vouw).join(' ');
  return bedrijf ? `bedrijf: ${van('achter')}` : `${van('voor')} | ${van('achter')}`;
};

describe('a whole name in parts', () => {
  it.each([
    ['Jan van den Berg', 'jan | berg'], ['BERG, J. v.d.', 'j | berg'], ['J.P. v/d Berg', 'j p | berg'], ['Berg, Jan Peter van den', 'jan peter | berg'], ['van den Berg', ' | berg'], ['Jan Berg, van den', 'jan | berg'],
    ['drs. P.J. Smit', 'p j | smit'], ['mw. mr. dr. A. Bakker-de Vries', 'a | bakker vries'], ['Bakker J.P.', 'j p | bakker'], ['KIM Jong Un', 'jong un | kim'], ['Lee Kun-hee', 'kun hee | lee'], ['习近平', 'jinping | xi'],
    ['Th. de Boer', 't | boer'], ['Prins Jan', 'prins | jan'], ['Jan Prins', 'jan | prins'], ['Ben Jansen', 'ben | jansen'], ['El Amrani, Mohamed', 'mohamed | amrani'], ['Ivanov Pyotr Sergeyevich', 'pyotr sergeyevich | ivanov'], ['Joaquín "El Chapo" Guzmán', 'joaquin | guzman'],
    ['Aung Hlaing, Senior General', 'aung | hlaing'], ["'t Hart, Maarten", 'maarten | hart'], ['Ngọc Lan Đỗ', 'ngoc lan | do'], ['x', 'x | '], ['Jansen', ' | jansen'], ['', ' | '],
    ['Bouwbedrijf Jansen B.V.', 'bedrijf: bouwbedrijf jansen'], ['ООО "Ромашка"', 'bedrijf: romashka'], ['Siemens Aktiengesellschaft', 'bedrijf: siemens'], ['Francisco de Sá', 'francisco | sa'], ['Gesellschaft mit beschränkter Haftung Muster', 'bedrijf: muster'],
  ])('%s is %s', (tekst, verwacht) => {
    expect(delen(tekst)).toBe(verwacht);
  });
});

describe('names in their own fields', () => {
  it.each([['J.P.', 'j p', [true, true]], ['JP', 'j p', [true, true]], ['Jan-Peter', 'jan peter', [false, false]], ['ED', 'ed', [false]], ['Jan P.', 'jan p', [false, true]]])('given names %s', (tekst, verwacht, letters) => {
    const gelezen = leesVoornamen(tekst);
    expect(gelezen.map((d) => d.woord.vouw).join(' ')).toBe(verwacht);
    expect(gelezen.map((d) => d.initiaal)).toEqual(letters);
  });

  it.each([['van den Berg', 'berg'], ['Berg, van den', 'berg'], ['Bakker - de Vries', 'bakker vries'], ['van', 'van'], ['Ten Hoeve', 'hoeve']])('surname %s', (tekst, verwacht) => {
    expect(leesAchternaam(tekst).map((d) => d.woord.vouw).join(' ')).toBe(verwacht);
  });

  it('knows the spelling with the particle glued to it', () => {
    const [los, vast] = [leesAchternaam('van den Berg')[0], leesAchternaam('vandenBERG')[0]];
    expect(los?.woord.geplakt?.vouw).toBe(vast?.woord.vouw);
    expect(vast?.woord.vormen).toContain('berg');
  });
});
