import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakMasker } from './masker.ts';

const verborgen = [{ tekst: 'samira', wat: 'naam' as const }, { tekst: 'boer', wat: 'naam' as const }, { tekst: 'Baliemedewerker', wat: 'functie' as const }, { tekst: 'Werk en Inkomen', wat: 'onderdeel' as const }, { tekst: 'P100', wat: 'gegeven' as const }];
const masker = maakMasker({ collega: ['Samira de Boer', 'Joost Bakker'], ander: ['Wim Smit'], verborgen });

describe('masking others', () => {
  it.each([
    ['Samira de Boer hielp hem.', '[collega] hielp hem.'], ['SAMIRA’S jas, en die van de boer', '[collega] jas, en die van de [collega]'], ['Joost belde de bakker', '[collega] belde de bakker'], ['Wim Smit keek toe, de smit niet', '[iemand anders] keek toe, de smit niet'],
    ['aan de balie van Werk en Inkomen', 'aan de balie van [onderdeel]'], ['twee baliemedewerkers', 'twee [functie]'], ['nummer P100', 'nummer [collega]'], ['bel 06-12345678 of a@b.example', 'bel [telefoonnummer] of [e-mailadres]'], ['in de boerderij', 'in de boerderij'],
  ])('%s', (tekst, uit) => expect(masker(tekst)).toBe(uit));

  it('goes as a whole when someone can be read in it by letters that look alike', () => {
    expect(masker('Het was Sаmira.')).toBe('[afgedekt: hierin is een collega te herkennen]');
    expect(masker('[S\u200bamira] was daar')).toBe('[[collega]] was daar');
  });

  it('never leaves what was hidden, in any capitals and between any signs', () => {
    const los = fc.constantFrom(' ', ', ', '. ', '\n', ' (', ') ', '"', '’s ', '/', ' - ', '[', ']');
    const woord = fc.constantFrom('Samira', 'de Boer', 'Samira de Boer', 'Joost Bakker', 'Wim Smit', 'baliemedewerker', 'Werk en Inkomen', 'P100', 'hij', 'riep', 'naar', 'de', 'balie');
    const vorm = fc.constantFrom((w: string) => w, (w: string) => w.toUpperCase(), (w: string) => w.toLowerCase(), (w: string) => [...w].join('\u00ad'));
    fc.assert(fc.property(fc.array(fc.tuple(woord, los, vorm), { maxLength: 12 }), (stukken) => {
      const uit = masker(stukken.map(([w, l, f]) => `${f(w)}${l}`).join(''));
      for (const weg of ['samira', 'joost', 'wim', 'boer', 'baliemedewerker', 'werk en inkomen', 'p100']) expect(uit).not.toMatch(new RegExp(`\\b${weg}\\b`, 'i'));
      expect(masker(uit)).toBe(uit);
    }));
  });
});
