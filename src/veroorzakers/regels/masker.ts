import { vindVerborgen, type Verborgen } from '../../brieven/index.ts';

const ontsnap = (t: string): string => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Words of a name that are also ordinary words; the whole name is masked, these alone are not. */
const GEWOON = new Set(['van', 'den', 'der', 'ter', 'ten', 'het', 'von', 'aan', 'bij', 'jong', 'groot', 'klein', 'wit', 'zwart', 'groen', 'berg', 'dijk', 'bos', 'boer', 'bakker', 'kok', 'smit', 'mens', 'dame', 'heer', 'man', 'vrouw']);
const E_MAIL = /[^\s@,;:()<>]+@[^\s@,;:()<>]+\.[\p{L}]{2,}/gu;
const TELEFOON = /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[\s().-]?\d){7,13}(?![\p{L}\p{N}])/gu;

const WOORD: Record<Verborgen['wat'], string> = { naam: '[collega]', gegeven: '[collega]', onderdeel: '[onderdeel]', functie: '[functie]' };

const GEMASKERD = /\[(?:collega|iemand anders|onderdeel|functie|e-mailadres|telefoonnummer)\]/g;

/**
 * Makes what masks others in a text: each name as a whole and in its parts (of three letters or more that are no ordinary word), in any
 * capitals; and every e-mail address and telephone number. Ordinary words that are someone's name are masked only as part of that name.
 * Of `verborgen`, the colleagues of the dossiers themselves, every part, the function and the department go, ordinary word or not; and a text in
 * which a letter would not be allowed to leave for them goes as a whole.
 */
export function maakMasker({ collega, ander, verborgen = [] }: { collega: readonly string[]; ander: readonly string[]; verborgen?: readonly Verborgen[] }): (tekst: string) => string {
  const patroon = (termen: Iterable<string>): RegExp | null => {
    // Longest first, so that a whole name goes before its parts.
    const lang = [...new Set(termen)].sort((a, b) => b.length - a.length).map(ontsnap).join('|');
    return lang === '' ? null : new RegExp(`(?<![\\p{L}\\p{N}])(?:${lang})(?:[’']?s|en)?(?![\\p{L}\\p{N}])`, 'giu');
  };
  const namen = (lijst: readonly string[]): string[] => lijst.map((n) => n.trim()).filter((n) => n.length >= 2).flatMap((naam) => [naam, ...naam.split(/[\s,]+/).filter((deel) => deel.length >= 3 && !GEWOON.has(deel.toLowerCase()))]);
  const van = (wat: Verborgen['wat']): string[] => verborgen.filter((x) => x.wat === wat).map((x) => x.tekst);
  const maskers = [
    [patroon(namen(ander)), '[iemand anders]'], [patroon([...namen(collega), ...van('naam'), ...van('gegeven')]), WOORD.naam], [patroon(van('onderdeel')), WOORD.onderdeel], [patroon(van('functie')), WOORD.functie],
  ] as const;
  return (tekst) => {
    // Signs that do not show could stand within a name.
    let uit = tekst.normalize('NFC').replace(/\p{Cf}/gu, '');
    for (const [p, woord] of maskers) if (p) uit = uit.replace(p, woord);
    uit = uit.replace(E_MAIL, '[e-mailadres]').replace(TELEFOON, '[telefoonnummer]');
    // With letters that look alike.
    return vindVerborgen(uit.replace(GEMASKERD, ' '), verborgen).length === 0 ? uit : '[afgedekt: hierin is een collega te herkennen]';
  };
}
