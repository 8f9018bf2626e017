import { isLichter } from './bepaal.ts';
import { soortrang } from './feiten.ts';
import { bronVan, type Gedraging, type Kader, type Kaderregel, type Koppeling, type Sanctie } from './kader.ts';
import { agressiesoorten, beslissercodes, gebiedcodes, maatregelsoorten, media, mediumcodes, tegencodes, type Medium } from './soorten.ts';
import { mogelijk, type Mogelijk } from './wegen.ts';
import { opsomming, sanctiezin } from './zinnen.ts';

export const bevindingen = {
  gat: 'Gat', overlap: 'Overlap', tegenspraak: 'Tegenspraak', onbereikbaar: 'Regel die nooit geldt', duur: 'Duur', beslisser: 'Beslisser', verwijzing: 'Verwijzing', terugkijken: 'Terugkijken', gebied: 'Werkingsgebied',
} as const;
export type Bevindingsoort = keyof typeof bevindingen;

/** Something to look at before a version is put in force. A 'fout' stands in the way; the rest a person weighs. */
export interface Bevinding {
  soort: Bevindingsoort;
  ernst: 'fout' | 'let_op';
  /** What it is about: codes of rules and behaviours, or forms. */
  over: readonly string[];
  zin: string;
}

/** Looks a version over. `vormen` are the forms of aggression the organisation uses now. */
export function kijkNa(kader: Kader, vormen: readonly { code: string; naam: string }[]): Bevinding[] {
  const fouten = [...verwijzingen(kader), ...kader.regels.flatMap(eigenRegel), ...terugkijken(kader), ...gaten(kader), ...zonderBeslisser(kader), ...koppelgaten(kader, vormen), ...binnenTabel(kader), ...tussenTabellen(kader), ...zwaarderIsNietLichter(kader), ...onbereikbaar(kader, vormen)];
  return fouten.toSorted((a, b) => Number(a.ernst === 'let_op') - Number(b.ernst === 'let_op'));
}

const fout = (soort: Bevindingsoort, over: readonly string[], zin: string): Bevinding => ({ soort, ernst: 'fout', over, zin });
const letOp = (soort: Bevindingsoort, over: readonly string[], zin: string): Bevinding => ({ soort, ernst: 'let_op', over, zin });
const dubbele = (codes: readonly string[]): string[] => [...new Set(codes.filter((c, i) => codes.indexOf(c) !== i))];
const vraagtRegel = (g: Gedraging): boolean => g.klasse === 'agressie' || g.klasse === 'overlast';
const bereik = (r: Kaderregel): readonly Medium[] => (r.media.length === 0 ? mediumcodes : r.media);
const alle = (r: Kaderregel): readonly Sanctie[] => [...r.sancties, ...(r.herhaling.soort === 'regel' ? r.herhaling.sancties : [])];

function verwijzingen(k: Kader): Bevinding[] {
  const bekend = new Set(k.gedragingen.map((g) => g.code));
  return [
    ...dubbele(k.gedragingen.map((g) => g.code)).map((c) => fout('verwijzing', [c], `De gedraging ‘${c}’ staat er twee keer in.`)),
    ...dubbele([...k.regels.map((r) => r.code), k.combinatie.code]).map((c) => fout('overlap', [c], `${bronVan(c)} staat er twee keer in. Geef elke regel een eigen nummer.`)),
    ...k.regels.flatMap((r) => r.gedragingen.filter((g) => !bekend.has(g)).map((g) => fout('verwijzing', [r.code], `${bronVan(r.code)} gaat over een gedraging die er niet is: ‘${g}’.`))),
    ...k.koppelingen.filter((x) => !bekend.has(x.gedraging)).map((x) => fout('verwijzing', [x.vorm], `De vorm ‘${x.vorm}’ wijst naar een gedraging die er niet is: ‘${x.gedraging}’.`)),
    ...k.gedragingen.filter((g) => g.klasse === 'agressie' && g.soort === null).map((g) => fout('verwijzing', [g.code], `Kies bij ‘${g.naam}’ welke soort agressie het is.`)),
    ...k.gedragingen.filter((g) => g.klasse === 'agressie' && g.geaccepteerd).map((g) => fout('tegenspraak', [g.code], `‘${g.naam}’ is grensoverschrijdend en ook geaccepteerd. Dat kan niet allebei.`)),
  ];
}

function eigenRegel(r: Kaderregel): Bevinding[] {
  const uit: Bevinding[] = [];
  const bron = bronVan(r.code);
  if (r.sancties.length === 0) uit.push(fout('gat', [r.code], `${bron} zegt niet welke maatregel volgt.`));
  for (const s of alle(r)) {
    const zin = sanctiezin([s], []);
    const heeftDuur = s.maatregelen.some((m) => maatregelsoorten[m].heeftDuur);
    if (s.maatregelen.every((m) => maatregelsoorten[m].bijkomend)) uit.push(fout('gat', [r.code], `${bron}: ${zin} komt alleen bij een andere maatregel.`));
    if (heeftDuur && s.duur.soort === 'geen') uit.push(fout('duur', [r.code], `${bron}: bij ${zin} ontbreekt de duur. Een maatregel zonder einde bestaat niet.`));
    if (!heeftDuur && s.duur.soort !== 'geen') uit.push(fout('duur', [r.code], `${bron}: ${sanctiezin([{ ...s, duur: { soort: 'geen' } }], [])} heeft geen duur.`));
    if (s.duur.soort === 'vast' && s.duur.maanden < 1) uit.push(fout('duur', [r.code], `${bron}: een duur is minstens 1 maand.`));
    if (s.duur.soort === 'tussen' && s.duur.van < 1) uit.push(fout('duur', [r.code], `${bron}: een duur is minstens 1 maand.`));
    if (s.duur.soort === 'tussen' && s.duur.van > s.duur.tot) uit.push(fout('duur', [r.code], `${bron}: de duur staat omgekeerd: van ${s.duur.van} tot ${s.duur.tot} maanden.`));
    if (s.duur.soort === 'tussen' && s.duur.van === s.duur.tot) uit.push(letOp('duur', [r.code], `${bron}: van ${s.duur.van} tot ${s.duur.tot} maanden is een vaste duur.`));
    if (s.duur.soort === 'open' && !beslissercodes.some((b) => s.duur.soort === 'open' && b === s.duur.metWie)) uit.push(fout('beslisser', [r.code], `${bron}: met wie de duur wordt bepaald is onbekend: ‘${s.duur.metWie}’.`));
  }
  for (const b of [...r.beslissers, ...(r.overlegMet === null ? [] : [r.overlegMet])]) {
    if (!beslissercodes.some((c) => c === b)) uit.push(fout('beslisser', [r.code], `${bron} noemt een onbekende beslisser: ‘${b}’.`));
  }
  if (r.gebied && gebiedcodes.indexOf(r.gebied.van) > gebiedcodes.indexOf(r.gebied.tot)) uit.push(fout('gebied', [r.code], `${bron}: het werkingsgebied staat omgekeerd.`));
  if (r.herhaling.soort === 'regel' && isLichter(opties(r.herhaling.sancties, r), opties(r.sancties, r))) uit.push(fout('tegenspraak', [r.code], `${bron}: bij herhaling is de maatregel lichter dan de eerste keer.`));
  return uit;
}

const opties = (sancties: readonly Sanctie[], r: Kaderregel): Mogelijk[] => sancties.map((s) => mogelijk(s, r.code));

function terugkijken(k: Kader): Bevinding[] {
  return [
    ...(k.terugkijken.maanden < 1 ? [fout('terugkijken', [], 'Zonder maanden om terug te kijken is er nooit herhaling.')] : []),
    ...k.regels.filter((r) => r.terugkijkMaanden !== null && r.terugkijkMaanden < 1).map((r) => fout('terugkijken', [r.code], `${bronVan(r.code)} kijkt nul maanden terug: herhaling bestaat dan niet.`)),
  ];
}

/** A behaviour with no rule at all, or with none for one way of contact. */
function gaten(k: Kader): Bevinding[] {
  return k.gedragingen.filter(vraagtRegel).flatMap((g) => {
    const regels = k.regels.filter((r) => r.gedragingen.includes(g.code) && !r.alleenMetWapen && r.sancties.length > 0);
    if (regels.length === 0) return [fout('gat', [g.code], `Voor ‘${g.naam}’ is er geen regel.`)];
    const open = mediumcodes.filter((m) => !regels.some((r) => bereik(r).includes(m)));
    return open.length === 0 ? [] : [fout('gat', [g.code], `Voor ‘${g.naam}’ is er geen regel als het contact ${opsomming(open.map((m) => media[m].toLowerCase()), 'of')} was.`)];
  });
}

function zonderBeslisser(k: Kader): Bevinding[] {
  return k.gedragingen.filter(vraagtRegel).flatMap((g) => {
    const regels = k.regels.filter((r) => r.gedragingen.includes(g.code));
    return regels.length > 0 && regels.every((r) => r.beslissers.length === 0) ? [fout('beslisser', [g.code], `Voor ‘${g.naam}’ noemt geen enkele regel wie er beslist.`)] : [];
  });
}

const past = (x: Koppeling, tegen: string, telefoon: boolean): boolean => (x.tegen === null || x.tegen === tegen) && (x.medium === null || (x.medium === 'telefoon') === telefoon);

/** A form people report with that leads nowhere, or to two behaviours at once. */
function koppelgaten(k: Kader, vormen: readonly { code: string; naam: string }[]): Bevinding[] {
  return vormen.flatMap((v) => {
    const eigen = k.koppelingen.filter((x) => x.vorm === v.code);
    if (eigen.length === 0) return [letOp('gat', [v.code], `De vorm ‘${v.naam}’ hoort bij geen gedraging. Bij zo’n melding kiest een mens welke gedraging het was.`)];
    const gevallen = tegencodes.flatMap((t) => [true, false].map((telefoon) => eigen.filter((x) => past(x, t, telefoon))));
    return [
      ...(gevallen.some((g) => g.length === 0) ? [letOp('gat', [v.code], `De vorm ‘${v.naam}’ hoort niet in elk geval bij een gedraging.`)] : []),
      ...(gevallen.some((g) => new Set(g.map((x) => x.gedraging)).size > 1) ? [letOp('overlap', [v.code], `De vorm ‘${v.naam}’ hoort bij meer gedragingen tegelijk. Het advies telt ze allemaal.`)] : []),
    ];
  });
}

/** Two rules of one table about the same behaviour in the same circumstances. */
function binnenTabel(k: Kader): Bevinding[] {
  return paren(k.regels).filter(([a, b]) => a.code[0] === b.code[0] && a.alleenMetWapen === b.alleenMetWapen && bereik(a).some((m) => bereik(b).includes(m)))
    .flatMap(([a, b]) => a.gedragingen.filter((g) => b.gedragingen.includes(g)).map((g) => letOp('overlap', [a.code, b.code], `${bronVan(a.code)} en ${bronVan(b.code).toLowerCase()} gaan allebei over ‘${naam(k, g)}’. Het advies toont ze allebei.`)));
}

const paren = <T>(lijst: readonly T[]): [T, T][] => lijst.flatMap((a, i) => lijst.slice(i + 1).map((b): [T, T] => [a, b]));
const naam = (k: Kader, g: string): string => k.gedragingen.find((x) => x.code === g)?.naam ?? g;
const gezegde = (sancties: readonly Sanctie[], r: Kaderregel): string => JSON.stringify(opties(sancties, r).map((m) => [m.maatregelen, m.van, m.tot, m.open]).toSorted());

/** Two tables that say something else about one behaviour. The advice shows both; it is named so that the organisation knows it. */
function tussenTabellen(k: Kader): Bevinding[] {
  return paren(k.regels).filter(([a, b]) => a.code[0] !== b.code[0] && bereik(a).some((m) => bereik(b).includes(m))).flatMap(([a, b]) => a.gedragingen.filter((g) => b.gedragingen.includes(g)).flatMap((g) => {
    const uit: Bevinding[] = [];
    const zegt = (r: Kaderregel, s: readonly Sanctie[], p: Kaderregel['politie']): string => `${bronVan(r.code)}: ${sanctiezin(s, p)}`;
    if (gezegde(a.sancties, a) !== gezegde(b.sancties, b)) uit.push(letOp('tegenspraak', [a.code, b.code], `De eerste keer zeggen twee tabellen iets anders over ‘${naam(k, g)}’. ${zegt(a, a.sancties, a.politie)}. ${zegt(b, b.sancties, b.politie)}. Het advies toont ze allebei.`));
    const [ha, hb] = [a.herhaling, b.herhaling];
    if (ha.soort === 'regel' && hb.soort === 'regel' && (gezegde(ha.sancties, a) !== gezegde(hb.sancties, b) || ha.politie.toSorted().join() !== hb.politie.toSorted().join())) {
      uit.push(letOp('tegenspraak', [a.code, b.code], `Bij herhaling zeggen twee tabellen iets anders over ‘${naam(k, g)}’. ${zegt(a, ha.sancties, ha.politie)}. ${zegt(b, hb.sancties, hb.politie)}. Het advies toont ze allebei.`));
    }
    return uit;
  }));
}

/** Within one table a heavier kind of aggression must not get the lighter measure. */
function zwaarderIsNietLichter(k: Kader): Bevinding[] {
  const soort = (r: Kaderregel): Gedraging['soort'][] => [...new Set(r.gedragingen.map((c) => k.gedragingen.find((g) => g.code === c)).filter((g) => g?.klasse === 'agressie').map((g) => g?.soort ?? null))];
  return paren(k.regels).flatMap(([x, y]) => [[x, y], [y, x]] as const).filter(([licht, zwaar]) => licht.code[0] === zwaar.code[0] && licht.sancties.length > 0 && zwaar.sancties.length > 0 && !licht.alleenMetWapen).flatMap(([licht, zwaar]) => {
    const [l, z] = [soort(licht), soort(zwaar)];
    if (l.length === 0 || z.length === 0 || Math.max(...l.map(soortrang)) >= Math.min(...z.map(soortrang))) return [];
    // A length that is left open can still become the longer.
    if (zwaar.sancties.some((s) => s.duur.soort === 'open') || !isLichter(opties(zwaar.sancties, zwaar), opties(licht.sancties, licht))) return [];
    const woord = (s: Gedraging['soort'][]): string => opsomming(s.flatMap((w) => (w === null ? [] : [agressiesoorten[w].toLowerCase()])), 'en');
    return [fout('tegenspraak', [zwaar.code, licht.code], `${bronVan(zwaar.code)} (${woord(z)}) is lichter dan ${bronVan(licht.code).toLowerCase()} (${woord(l)}). Zwaarder gedrag mag geen lichtere maatregel krijgen.`)];
  });
}

/** A rule that no report can lead to. */
function onbereikbaar(k: Kader, vormen: readonly { code: string; naam: string }[]): Bevinding[] {
  const gebruikt = new Set(vormen.map((v) => v.code));
  return k.regels.flatMap((r) => {
    if (r.gedragingen.length === 0) return [fout('onbereikbaar', [r.code], `${bronVan(r.code)} gaat over geen enkele gedraging en geldt dus nooit.`)];
    if (r.gedragingen.every((g) => k.gedragingen.some((x) => x.code === g && x.klasse === 'geen_agressie'))) return [fout('onbereikbaar', [r.code], `${bronVan(r.code)} gaat over gedrag dat mag en geldt dus nooit.`)];
    // Overlast and onevenredig beroep are established by a person, so no form needs to lead to them.
    const doorMens = r.gedragingen.some((g) => k.gedragingen.some((x) => x.code === g && x.klasse !== 'agressie'));
    const via = k.koppelingen.filter((x) => r.gedragingen.includes(x.gedraging) && gebruikt.has(x.vorm));
    if (doorMens) return [];
    if (via.length === 0) return [letOp('onbereikbaar', [r.code], `Geen enkele vorm van agressie leidt naar ${bronVan(r.code).toLowerCase()}. De regel geldt alleen als een mens de gedraging kiest.`)];
    const kan = via.some((x) => mediumcodes.some((m) => bereik(r).includes(m) && (x.medium === null || (x.medium === 'telefoon') === (m === 'telefoon'))));
    return kan ? [] : [fout('onbereikbaar', [r.code], `${bronVan(r.code)} geldt nooit: de vormen die ernaar leiden zijn nooit ${opsomming(bereik(r).map((m) => media[m].toLowerCase()), 'of')}.`)];
  });
}
