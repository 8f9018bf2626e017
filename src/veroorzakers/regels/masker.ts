const ontsnap = (t: string): string => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Words of a name that are also ordinary words; the whole name is masked, these alone are not. */
const GEWOON = new Set(['van', 'den', 'der', 'ter', 'ten', 'het', 'von', 'aan', 'bij', 'jong', 'groot', 'klein', 'wit', 'zwart', 'groen', 'berg', 'dijk', 'bos', 'boer', 'bakker', 'kok', 'smit', 'mens', 'dame', 'heer', 'man', 'vrouw']);
const E_MAIL = /[^\s@,;:()<>]+@[^\s@,;:()<>]+\.[\p{L}]{2,}/gu;
const TELEFOON = /(?<![\p{L}\p{N}])(?:\+|00)?\d(?:[\s().-]?\d){7,13}(?![\p{L}\p{N}])/gu;

/**
 * Makes what masks others in a text: each name as a whole and in its parts (of three letters or more that are no ordinary word), in any
 * capitals; and every e-mail address and telephone number. Ordinary words that are someone's name are masked only as part of that name.
 */
export function maakMasker({ collega, ander }: { collega: readonly string[]; ander: readonly string[] }): (tekst: string) => string {
  const patroon = (namen: readonly string[]): RegExp | null => {
    const termen = new Set<string>();
    for (const naam of namen.map((n) => n.trim()).filter((n) => n.length >= 2)) {
      termen.add(naam);
      for (const deel of naam.split(/[\s,]+/)) if (deel.length >= 3 && !GEWOON.has(deel.toLowerCase())) termen.add(deel);
    }
    if (termen.size === 0) return null;
    // Longest first, so that a whole name goes before its parts.
    const lang = [...termen].sort((a, b) => b.length - a.length).map(ontsnap).join('|');
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${lang})(?:[’']?s)?(?![\\p{L}\\p{N}])`, 'giu');
  };
  const [p, q] = [patroon(collega), patroon(ander)];
  return (tekst) => {
    let uit = tekst.normalize('NFC');
    if (p) uit = uit.replace(p, '[collega]');
    if (q) uit = uit.replace(q, '[iemand anders]');
    return uit.replace(E_MAIL, '[e-mailadres]').replace(TELEFOON, '[telefoonnummer]');
  };
}
