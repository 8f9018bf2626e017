import { Temporal } from 'temporal-polyfill';
import { tijdInvoer } from './tekst.ts';
import { gelezen, type Gelezen, onleesbaar, vereenvoudigd } from './uitkomst.ts';

export type TijdCode = 'leeg' | 'onleesbaar' | 'bestaat-niet' | 'tweeduidig';
type TijdUitkomst = Gelezen<Temporal.PlainTime, TijdCode>;

const voorbeeld = 'Schrijf de tijd als 14.10.';

const uurwoorden = [
  'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf',
] as const;

/** The hours (0–23) that people call by a part of the day. */
const dagdelen = new Map<string, readonly number[]>([
  ['nachts', [22, 23, 0, 1, 2, 3, 4, 5]],
  ['ochtends', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ['morgens', [3, 4, 5, 6, 7, 8, 9, 10, 11]],
  ['middags', [12, 13, 14, 15, 16, 17, 18]],
  ['avonds', [17, 18, 19, 20, 21, 22, 23]],
]);

/**
 * Reads a time as people type it: 14.10, 14:10, 1410, 14u10, 14 uur, half drie 's middags, kwart voor negen 's ochtends.
 *
 * Figures with minutes are the 24-hour clock. Spoken times ("half drie", "kwart over 2", "3 uur") can be day or night; without a part of
 * the day they are not guessed but asked back (`tweeduidig`), except whole hours from 7, which nobody writes for the evening.
 */
export function leesTijd(tekst: string): TijdUitkomst {
  const kaal = vereenvoudigd(tekst).replace(/[‘’`´]/g, "'");
  if (kaal === '') return onleesbaar('leeg', 'Vul een tijd in, bijvoorbeeld 14.10.');
  if (kaal.length > 40) return onleesbaar('onleesbaar', `Dit is geen tijd die we kunnen lezen. ${voorbeeld}`);
  const gesplitst = /^(.*?)(?: ?'?s (nachts|ochtends|morgens|middags|avonds))?$/.exec(kaal);
  const klok = gesplitst?.[1] ?? kaal;
  const dagdeel = gesplitst?.[2];
  return leesCijfers(klok, dagdeel) ?? leesSpreektaal(klok, dagdeel) ?? onleesbaar('onleesbaar', `Dit is geen tijd die we kunnen lezen. ${voorbeeld}`);
}

/** 14.10, 14:10, 14u10, 1410, with or without "uur"; and a whole hour: 14, 14 uur, 9u. */
function leesCijfers(klok: string, dagdeel: string | undefined): TijdUitkomst | undefined {
  const metMinuten = /^(\d{1,2})(?: ?[.:,uh]? ?)(\d{2})(?: ?(?:uur|u|h))?$/.exec(klok);
  if (metMinuten) {
    const [, uur = '', minuut = ''] = metMinuten;
    return dagdeel === undefined ? uitKlok(Number(uur), Number(minuut)) : uitDagdeel(Number(uur), Number(minuut), dagdeel);
  }
  const heelUur = /^(\d{1,2})(?: ?(?:uur|u|h))?$/.exec(klok);
  if (!heelUur) return undefined;
  const [, tekst = ''] = heelUur;
  const uur = Number(tekst);
  if (dagdeel !== undefined) return uitDagdeel(uur, 0, dagdeel);
  return uur >= 1 && uur <= 6 && tekst.length === 1 ? tweeduidig(uur, 0) : uitKlok(uur, 0);
}

/** half drie, kwart over 2, tien voor half vier, drie uur. */
function leesSpreektaal(klok: string, dagdeel: string | undefined): TijdUitkomst | undefined {
  const delen = /^(?:(kwart|vijf|tien|5|10) (voor|over) )?(half )?(\S+?)(?: uur)?$/.exec(klok);
  const uur = delen?.[4] === undefined ? undefined : uurVan(delen[4]);
  if (!delen || uur === undefined) return undefined;
  const [, stuk, kant, half] = delen;
  if (stuk === 'kwart' && half) return undefined;
  if (stuk === undefined && !half && uur >= 7) return dagdeel === undefined ? uitKlok(uur, 0) : uitDagdeel(uur, 0, dagdeel);
  const verschil = (stuk === undefined ? 0 : minutenVan(stuk) * (kant === 'voor' ? -1 : 1)) - (half ? 30 : 0);
  // Twelve hours are added first, so that "half een" does not go below zero.
  const minuten = (uur % 12) * 60 + verschil + 12 * 60;
  const opWijzerplaat = Math.floor(minuten / 60) % 12 || 12;
  return dagdeel === undefined ? tweeduidig(opWijzerplaat, minuten % 60) : uitDagdeel(opWijzerplaat, minuten % 60, dagdeel);
}

function uurVan(woord: string): number | undefined {
  if (/^(?:[1-9]|1[0-2])$/.test(woord)) return Number(woord);
  const plaats = uurwoorden.findIndex((naam) => naam === (woord === 'één' ? 'een' : woord));
  return plaats === -1 ? undefined : plaats + 1;
}

function minutenVan(stuk: string): number {
  if (stuk === 'kwart') return 15;
  return stuk === 'vijf' || stuk === '5' ? 5 : 10;
}

function uitKlok(uur: number, minuut: number): TijdUitkomst {
  if (uur === 24 && minuut === 0) return onleesbaar('bestaat-niet', 'Schrijf 24.00 uur als 00.00 uur op de dag erna.');
  if (uur > 23 || minuut > 59) {
    return onleesbaar('bestaat-niet', `${uur}.${String(minuut).padStart(2, '0')} uur bestaat niet. ${voorbeeld}`);
  }
  return gelezen(Temporal.PlainTime.from({ hour: uur, minute: minuut }));
}

/** The hour from 1 to 12 that falls in this part of the day; an hour of the 24-hour clock is only checked. */
function uitDagdeel(uur: number, minuut: number, dagdeel: string): TijdUitkomst {
  const kandidaten = uur >= 1 && uur <= 12 ? [uur, (uur + 12) % 24] : [uur];
  const bedoeld = kandidaten.find((kandidaat) => dagdelen.get(dagdeel)?.includes(kandidaat));
  if (bedoeld === undefined || minuut > 59) return onleesbaar('bestaat-niet', `Deze tijd bestaat niet 's ${dagdeel}. ${voorbeeld}`);
  return gelezen(Temporal.PlainTime.from({ hour: bedoeld, minute: minuut }));
}

function tweeduidig(uur: number, minuut: number): TijdUitkomst {
  const vroeg = Temporal.PlainTime.from({ hour: uur % 12, minute: minuut });
  const laat = vroeg.add({ hours: 12 });
  return onleesbaar('tweeduidig', `Is dat ${tijdInvoer(vroeg)} uur of ${tijdInvoer(laat)} uur?`);
}
