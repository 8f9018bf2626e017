import { z } from 'zod';
import { fout, veldfout } from '../../kern/fouten/index.ts';
import { id, keuze, keuzeOfNiets, lijst, tekst, versie, vinkje } from '../../kern/invoer.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import type { Herhaling, Kader, Kaderregel, Koppeling, Sanctie } from '../regels/kader.ts';
import { agressiesoortcodes, beslissercodes, gebiedcodes, klassecodes, maatregelcodes, maatregelsoorten, mediumcodes, MEESTE_MAANDEN, tegencodes, type Maatregelsoort } from '../regels/soorten.ts';
import { bewaarConcept, onderwerpVan, OPSTELLERS, vereisConcept, versieOpSlot, type Versierij } from './gedeeld.ts';

const welke = { id: id('Open de versie opnieuw.'), versie };
const duursoorten = ['geen', 'vast', 'tussen', 'open'] as const;
const codelijst = (max: number) => z.preprocess((w) => (w === undefined || w === '' ? [] : Array.isArray(w) ? w : [w]), z.array(z.string().max(60)).max(max));

/** The fields of one sanction in the form, by the prefix that each stands under. */
export const sanctieplekken = ['eerste', 'eerste2', 'herhaal', 'herhaal2'] as const;
export type Sanctieplek = (typeof sanctieplekken)[number];
const sanctievelden = <P extends Sanctieplek>(plek: P) => ({
  [`${plek}_wat`]: lijst(maatregelcodes, 'Kies een maatregel uit de lijst.'), [`${plek}_duur`]: keuze(duursoorten, 'Kies hoe lang.').default('geen'),
  [`${plek}_van`]: tekst({ max: 10 }), [`${plek}_tot`]: tekst({ max: 10 }), [`${plek}_met`]: keuzeOfNiets(beslissercodes, 'Kies uit de lijst.'),
}) as Record<string, z.ZodType>;

/** Months as typed; null when it is no whole number that a measure can last. */
function maanden(getypt: string): number | null {
  const n = /^\d{1,3}$/.test(getypt) ? Number(getypt) : 0;
  return n >= 1 && n <= MEESTE_MAANDEN ? n : null;
}
const GETAL = `Vul een heel aantal maanden in, van 1 tot en met ${MEESTE_MAANDEN}.`;

/** Reads one sanction; null when nothing was ticked. What cannot be is answered at its field. */
function leesSanctie(invoer: Record<string, unknown>, plek: Sanctieplek): Sanctie | null {
  const wat = invoer[`${plek}_wat`] as Maatregelsoort[];
  const soort = invoer[`${plek}_duur`] as (typeof duursoorten)[number];
  if (wat.length === 0) {
    if (soort !== 'geen') throw veldfout(`${plek}_wat`, 'Kies bij deze duur ook een maatregel.');
    return null;
  }
  const heeftDuur = wat.some((m) => maatregelsoorten[m].heeftDuur);
  if (heeftDuur && soort === 'geen') throw veldfout(`${plek}_duur`, 'Kies hoe lang. Een maatregel zonder einde bestaat niet.');
  if (!heeftDuur && soort !== 'geen') throw veldfout(`${plek}_duur`, 'Deze maatregel heeft geen duur.');
  const [van, tot] = [maanden(String(invoer[`${plek}_van`])), maanden(String(invoer[`${plek}_tot`]))];
  switch (soort) {
    case 'geen':
      return { maatregelen: wat, duur: { soort } };
    case 'vast':
      if (van === null) throw veldfout(`${plek}_van`, GETAL);
      return { maatregelen: wat, duur: { soort, maanden: van } };
    case 'tussen':
      if (van === null) throw veldfout(`${plek}_van`, GETAL);
      if (tot === null) throw veldfout(`${plek}_tot`, GETAL);
      if (van > tot) throw veldfout(`${plek}_tot`, `De duur staat omgekeerd: van ${van} tot ${tot} maanden.`);
      return { maatregelen: wat, duur: { soort, van, tot } };
    case 'open': {
      const met = invoer[`${plek}_met`];
      if (typeof met !== 'string') throw veldfout(`${plek}_met`, 'Kies met wie de duur wordt bepaald.');
      return { maatregelen: wat, duur: { soort, metWie: met } };
    }
  }
}

const politie = lijst(['vooraf', 'melding'] as const, 'Kies uit de lijst.');
const Regelinvoer = z.object({
  ...welke,
  /** The rule that is changed; empty for a new one. */
  oud: tekst({ max: 4 }),
  tabel: keuze(['A', 'B', 'C'] as const, 'Kies in welke tabel.'),
  nummer: tekst({ max: 3, verplicht: 'Geef de regel een nummer.' }),
  naam: tekst({ max: 200, verplicht: 'Schrijf waar deze regel over gaat.' }),
  gedragingen: codelijst(60), media: lijst(mediumcodes, 'Kies uit de lijst.'), alleenMetWapen: vinkje,
  ...sanctievelden('eerste'), ...sanctievelden('eerste2'), politie,
  herhaling: keuze(['geen', 'zwaarder', 'regel'] as const, 'Kies wat er bij herhaling geldt.'),
  ...sanctievelden('herhaal'), ...sanctievelden('herhaal2'), herhaal_politie: politie, terugkijken: tekst({ max: 3 }),
  gebied_van: keuzeOfNiets(gebiedcodes, 'Kies uit de lijst.'), gebied_tot: keuzeOfNiets(gebiedcodes, 'Kies uit de lijst.'),
  beslissers: lijst(beslissercodes, 'Kies een beslisser uit de lijst.'), overlegMet: keuzeOfNiets(beslissercodes, 'Kies uit de lijst.'), aangifte: keuzeOfNiets(['altijd', 'indien_strafbaar'] as const, 'Kies uit de lijst.'),
});

/** From the form to a rule; everything a person can set right is answered at the field. */
function leesRegel(invoer: z.output<typeof Regelinvoer>, kader: Kader): Kaderregel {
  const velden = invoer as Record<string, unknown>;
  if (!/^[1-9]\d{0,2}$/.test(invoer.nummer)) throw veldfout('nummer', 'Geef een nummer van 1 tot en met 999.');
  if (invoer.gedragingen.length === 0) throw veldfout('gedragingen', 'Kies over welk gedrag deze regel gaat.');
  if (invoer.gedragingen.some((c) => !kader.gedragingen.some((g) => g.code === c))) throw veldfout('gedragingen', 'Kies een gedraging uit de lijst.');
  const eerste = leesSanctie(velden, 'eerste');
  if (eerste === null) throw veldfout('eerste_wat', 'Kies welke maatregel de eerste keer volgt.');
  const tweede = leesSanctie(velden, 'eerste2');
  const terugkijken = invoer.terugkijken === '' ? null : maanden(invoer.terugkijken);
  if (invoer.terugkijken !== '' && terugkijken === null) throw veldfout('terugkijken', GETAL);
  const { gebied_van: van, gebied_tot: tot } = invoer;
  if (van !== undefined && tot !== undefined && gebiedcodes.indexOf(van) > gebiedcodes.indexOf(tot)) throw veldfout('gebied_tot', 'Het werkingsgebied staat omgekeerd: begin met het kleinste.');
  const gebied = van ?? tot;
  return {
    code: `${invoer.tabel}${invoer.nummer}`, naam: invoer.naam, gedragingen: [...new Set(invoer.gedragingen)], media: invoer.media.length === mediumcodes.length ? [] : invoer.media, alleenMetWapen: invoer.alleenMetWapen,
    sancties: tweede === null ? [eerste] : [eerste, tweede], politie: invoer.politie, herhaling: leesHerhaling(invoer), terugkijkMaanden: terugkijken,
    gebied: gebied === undefined ? null : { van: van ?? gebied, tot: tot ?? gebied }, beslissers: invoer.beslissers, overlegMet: invoer.overlegMet ?? null, aangifte: invoer.aangifte ?? null,
  };
}

function leesHerhaling(invoer: z.output<typeof Regelinvoer>): Herhaling {
  if (invoer.herhaling !== 'regel') return { soort: invoer.herhaling };
  const velden = invoer as Record<string, unknown>;
  const eerste = leesSanctie(velden, 'herhaal');
  if (eerste === null) throw veldfout('herhaal_wat', 'Kies welke maatregel bij herhaling volgt.');
  const tweede = leesSanctie(velden, 'herhaal2');
  return { soort: 'regel', sancties: tweede === null ? [eerste] : [eerste, tweede], politie: invoer.herhaal_politie };
}

const opSlot = async (ctx: ActorContext & { invoer: { id: string; versie: number } }): Promise<Versierij> => {
  const v = await versieOpSlot(ctx, ctx.invoer.id, ctx.invoer.versie, OPSTELLERS);
  vereisConcept(v);
  return v;
};
const klaar = (v: Versierij, wat: string) => ({ resultaat: { id: v.id }, object: onderwerpVan(v), journaal: { wat } });
const opNummer = (a: Kaderregel, b: Kaderregel): number => a.code.charCodeAt(0) - b.code.charCodeAt(0) || Number(a.code.slice(1)) - Number(b.code.slice(1));

/** Adds a rule to a draft or changes one. */
export const bewaarRegel = handeling({
  naam: 'kader.wijzigen',
  invoer: Regelinvoer,
  async voerUit(ctx) {
    const v = await opSlot(ctx);
    const { oud } = ctx.invoer;
    if (oud !== '' && !v.kader.regels.some((r) => r.code === oud)) throw fout('conflict.gewijzigd');
    const regel = leesRegel(ctx.invoer, v.kader);
    const over = v.kader.regels.filter((r) => r.code !== oud);
    if (over.some((r) => r.code === regel.code) || v.kader.combinatie.code === regel.code) throw veldfout('nummer', 'Dit nummer is al van een andere regel in deze tabel.');
    await bewaarConcept(ctx, v, { ...v.kader, regels: [...over, regel].toSorted(opNummer) });
    return klaar(v, regel.code);
  },
});

export const haalRegelWeg = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({ ...welke, oud: tekst({ max: 4 }) }),
  async voerUit(ctx) {
    const v = await opSlot(ctx);
    await bewaarConcept(ctx, v, { ...v.kader, regels: v.kader.regels.filter((r) => r.code !== ctx.invoer.oud) });
    return klaar(v, ctx.invoer.oud);
  },
});

/** A code from a name, such as 'spullen_vernielen'; never one that is taken. */
function nieuweCode(naam: string, bezet: ReadonlySet<string>): string {
  const basis = naam.normalize('NFD').toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 30) || 'gedraging';
  let code = basis;
  for (let n = 2; bezet.has(code); n += 1) code = `${basis}_${n}`;
  return code;
}

/** Adds a behaviour to a draft or changes one. */
export const bewaarGedraging = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({
    ...welke, oud: tekst({ max: 40 }), naam: tekst({ max: 200, verplicht: 'Schrijf welk gedrag het is.' }), klasse: keuze(klassecodes, 'Kies wat voor gedrag het is.'),
    soort: keuzeOfNiets(agressiesoortcodes, 'Kies uit de lijst.'), geaccepteerd: keuze(['ja', 'nee'] as const, 'Kies of dit gedrag mag.'), tijdens: tekst({ max: 1_000 }), na: tekst({ max: 1_000 }),
  }),
  async voerUit(ctx) {
    const v = await opSlot(ctx);
    const { oud, naam, klasse, soort, geaccepteerd, tijdens, na } = ctx.invoer;
    if (oud !== '' && !v.kader.gedragingen.some((g) => g.code === oud)) throw fout('conflict.gewijzigd');
    if (klasse === 'agressie' && soort === undefined) throw veldfout('soort', 'Kies welke soort agressie het is.');
    if ((klasse === 'agressie' || klasse === 'overlast') && geaccepteerd === 'ja') throw veldfout('geaccepteerd', 'Gedrag over de grens wordt niet geaccepteerd. Kies nee, of een ander soort gedrag.');
    const code = oud === '' ? nieuweCode(naam, new Set(v.kader.gedragingen.map((g) => g.code))) : oud;
    const nieuw = { code, naam, klasse, soort: klasse === 'agressie' ? (soort ?? null) : null, geaccepteerd: geaccepteerd === 'ja', tijdens, na };
    const gedragingen = oud === '' ? [...v.kader.gedragingen, nieuw] : v.kader.gedragingen.map((g) => (g.code === oud ? nieuw : g));
    await bewaarConcept(ctx, v, { ...v.kader, gedragingen });
    return klaar(v, code);
  },
});

/** Takes a behaviour out of a draft, with what points at it. */
export const haalGedragingWeg = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({ ...welke, oud: tekst({ max: 40 }) }),
  async voerUit(ctx) {
    const v = await opSlot(ctx);
    const { oud } = ctx.invoer;
    await bewaarConcept(ctx, v, {
      ...v.kader, gedragingen: v.kader.gedragingen.filter((g) => g.code !== oud), koppelingen: v.kader.koppelingen.filter((k) => k.gedraging !== oud),
      regels: v.kader.regels.map((r) => ({ ...r, gedragingen: r.gedragingen.filter((g) => g !== oud) })),
    });
    return klaar(v, oud);
  },
});

/** Sets which behaviour a form of aggression is: per whom it was against, and where the telephone makes it another. */
export const bewaarKoppeling = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({ ...welke, vorm: tekst({ max: 60, verplicht: 'Kies een vorm.' }), medewerker: tekst({ max: 40 }), organisatie: tekst({ max: 40 }), bezoeker: tekst({ max: 40 }), telefoon: tekst({ max: 40 }), wijktVoorZwaarder: vinkje, letOp: tekst({ max: 400 }) }),
  async voerUit(ctx) {
    const v = await opSlot(ctx);
    const { vorm, telefoon, wijktVoorZwaarder, letOp } = ctx.invoer;
    for (const veld of [...tegencodes, 'telefoon'] as const) {
      const code = ctx.invoer[veld];
      if (code !== '' && !v.kader.gedragingen.some((g) => g.code === code)) throw veldfout(veld, 'Kies een gedraging uit de lijst.');
    }
    const basis = { vorm, wijktVoorZwaarder, letOp };
    const medium = telefoon === '' ? null : ('niet_telefoon' as const);
    const gelijk = tegencodes.every((t) => ctx.invoer[t] === ctx.invoer.medewerker);
    const perTegen: Koppeling[] = gelijk
      ? ctx.invoer.medewerker === '' ? [] : [{ ...basis, gedraging: ctx.invoer.medewerker, tegen: null, medium }]
      : tegencodes.filter((t) => ctx.invoer[t] !== '').map((t) => ({ ...basis, gedraging: ctx.invoer[t], tegen: t, medium }));
    const nieuw: Koppeling[] = [...perTegen, ...(telefoon === '' ? [] : [{ ...basis, gedraging: telefoon, tegen: null, medium: 'telefoon' as const }])];
    await bewaarConcept(ctx, v, { ...v.kader, koppelingen: [...v.kader.koppelingen.filter((k) => k.vorm !== vorm), ...nieuw] });
    return klaar(v, vorm);
  },
});

/** Sets what holds for the whole version: how far back, what counts as repetition, and what a combination does. */
export const bewaarAlgemeen = handeling({
  naam: 'kader.wijzigen',
  invoer: z.object({
    ...welke, maanden: tekst({ max: 3, verplicht: 'Vul in hoeveel maanden je terugkijkt.' }), telt: keuze(['elke', 'zelfde_of_zwaarder'] as const, 'Kies wat als herhaling telt.'), combinatie: keuze(['verdubbelen', 'hoogste'] as const, 'Kies wat er bij een combinatie gebeurt.'),
  }),
  async voerUit(ctx) {
    const v = await opSlot(ctx);
    const n = maanden(ctx.invoer.maanden);
    if (n === null) throw veldfout('maanden', GETAL);
    await bewaarConcept(ctx, v, { ...v.kader, terugkijken: { maanden: n, telt: ctx.invoer.telt }, combinatie: { ...v.kader.combinatie, herhaling: ctx.invoer.combinatie } });
    return klaar(v, 'algemeen');
  },
});
