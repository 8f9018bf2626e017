import type { Ernst, Kanaal } from './woorden.ts';

export interface Ernstfeiten {
  /** The forms that were reported or established, with the weight the organisation gives each (0 light, 1 middle, 2 serious). */
  vormen: readonly { naam: string; gewicht: number }[];
  kanaal: Kanaal | null;
  /** It nearly happened. */
  bijna: boolean;
  /** The colleague wants an aangifte. */
  aangifteGewenst: boolean;
  /** The colleague asks to be called today. */
  wilGebeldWorden: boolean;
}

const niveaus = ['licht', 'middel', 'ernstig'] as const;

/**
 * How serious a report is, and why, in a sentence for people. It decides who is told at once, so when in doubt it goes up:
 * - the heaviest form counts (as the handreiking does for combined forms);
 * - at home or in private time is one step heavier: it goes on after work;
 * - who wants an aangifte or asks to be called today is never "licht";
 * - a near miss is one step lighter, but not when someone asks to be called today.
 * A person can set it otherwise with a reason.
 */
export function bepaalErnst(f: Ernstfeiten): { ernst: Ernst; uitleg: string } {
  const zwaarste = [...f.vormen].sort((a, b) => b.gewicht - a.gewicht)[0];
  let niveau = Math.min(2, Math.max(0, zwaarste?.gewicht ?? 0));
  const redenen = [zwaarste ? `‘${zwaarste.naam}’ telt als ${niveaus[niveau]}` : 'er is nog geen vorm aangegeven'];
  if (f.kanaal === 'prive' && niveau < 2) {
    niveau += 1;
    redenen.push('het gebeurde thuis of in privétijd: een stap zwaarder');
  }
  if (f.bijna && niveau > 0) {
    niveau -= 1;
    redenen.push('het ging net goed: een stap lichter');
  }
  if (niveau === 0 && f.aangifteGewenst) {
    niveau = 1;
    redenen.push('de collega wil aangifte doen: minstens middel');
  }
  if (niveau === 0 && f.wilGebeldWorden) {
    niveau = 1;
    redenen.push('de collega wil vandaag gebeld worden: minstens middel');
  }
  const ernst = niveaus[niveau] ?? 'ernstig';
  return { ernst, uitleg: `${hoofdletter(ernst)}: ${redenen.join('; ')}.` };
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
