import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { alsInvoer, keurStap, LEEG, leesInhoud, metVasteDag, neemOver, nogFout, stapVanVeld, stappenVan, veldenPerStap, volgendeStap, voorFormulier, voorvalVan, vorigeStap, waarGebleven, type Conceptinhoud, type Invulstap } from './concept.ts';
import { kanaalvragen, vraagveld } from './kanaalvragen.ts';
import { routes } from '../../kern/rechten/index.ts';
import { kanaalcodes } from '../../dossier/index.ts';
import { belwenscodes } from '../../nazorg/index.ts';
import { aangiftewenscodes, kenniscodes, MeldingInvoer, tijdstip, titelVan } from './melding.ts';

const NU = Temporal.Instant.from('2026-11-23T13:10:00Z');
const LOCATIE = '01890000-0000-7000-8000-000000000001';
const heel = { vormen: ['dreigen'], wanneer: 'vandaag', tijd: '13.05', locatie: LOCATIE, verhaal: 'Hij dreigde.' };
const met = (velden: Record<string, string | string[]>, nu = NU): Conceptinhoud => neemOver(LEEG, 'wat', velden, nu);

const stap = fc.constantFrom<Invulstap>('namens', 'wat', 'wie', 'jij');
const moment = fc.integer({ min: Date.UTC(2024, 0, 2) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }).map((m) => Temporal.Instant.fromEpochMilliseconds(m * 60_000));
const antwoord = fc.oneof(fc.string({ maxLength: 40 }), fc.array(fc.string({ maxLength: 10 }), { maxLength: 3 }), fc.constant(undefined), fc.integer());
/** A step with anything at all sent for it. */
const gestuurd = stap.chain((s) => fc.tuple(fc.constant(s), fc.record(Object.fromEntries(veldenPerStap[s].map((v) => [v, antwoord])), { requiredKeys: [] })));
/** Answers that a page can send to the steps that may be skipped. */
const geldig = fc.record({
  kanaal: fc.constantFrom('', ...kanaalcodes), bijna: fc.constantFrom('', 'ja'), verhaal: fc.string(), plek: fc.string({ maxLength: 300 }), veroorzaker: fc.constantFrom('', ...kenniscodes), veroorzaker_naam: fc.string({ maxLength: 200 }),
  veroorzaker_omschrijving: fc.string(), belwens: fc.constantFrom('', ...belwenscodes), hoe_gaat_het: fc.string(), aangifte_wens: fc.constantFrom('', ...aangiftewenscodes), route: fc.constantFrom('', ...routes),
  kv_telefoon_nummer: fc.string({ maxLength: 300 }), kv_huisbezoek_alleen: fc.constantFrom('', 'ja', 'nee', 'weet_niet'),
}, { requiredKeys: [] });

describe('keeping a step', () => {
  it('changes the fields of that step only, and the same again changes nothing', () => {
    fc.assert(fc.property(gestuurd, gestuurd, moment, ([eerst, a], [dan, b], nu) => {
      const een = neemOver(LEEG, eerst, a, nu);
      const twee = neemOver(een, dan, b, nu);
      for (const [naam, w] of Object.entries(een.velden)) if (!veldenPerStap[dan].includes(naam)) expect(twee.velden[naam]).toEqual(w);
      expect(neemOver(twee, dan, b, nu.add({ hours: 3 }))).toEqual(twee);
      for (const naam of Object.keys(twee.velden)) expect([...veldenPerStap[eerst], ...veldenPerStap[dan]]).toContain(naam);
    }));
  });

  it('keeps what was typed as it was: emoji, right-to-left, a text that is too long; only what nobody can see goes', () => {
    const lang = 'a'.repeat(200_000);
    const { velden } = met({ ...heel, verhaal: `  Hij zei \u0000“مرحبا” 😡\r\nen ging weg.  ` });
    expect(velden['verhaal']).toBe('Hij zei “مرحبا” 😡\nen ging weg.');
    expect(met({ ...heel, verhaal: lang }).velden['verhaal']).toBe(lang);
    expect(keurStap('wat', { ...heel, verhaal: lang }, NU)).toEqual([{ veld: 'verhaal', tekst: 'Dit is te lang: 200.000 tekens. Er passen er 20.000.' }]);
  });

  it('does not keep a text of millions, nor throws away what was there before', () => {
    const eerst = met({ ...heel, verhaal: 'Hij dreigde.' });
    expect(neemOver(eerst, 'wat', { ...heel, verhaal: 'a'.repeat(3_000_000) }, NU).velden['verhaal']).toBe('Hij dreigde.');
  });

  it('reads anything else than a concept as an empty one', () => {
    fc.assert(fc.property(fc.anything(), (w) => void expect(leesInhoud(w).velden).toBeTypeOf('object')));
    expect(leesInhoud({ velden: { a: 1 } })).toEqual(LEEG);
  });
});

describe('when it was', () => {
  const gezegd = fc.record({
    wanneer: fc.constantFrom('zonet', 'vandaag', 'gisteren', 'anders'), datum: fc.constantFrom('gisteren', 'vandaag', '3 dagen geleden', '20-11-2023', 'vrijdag'), tijd: fc.constantFrom('', '00.00', '09.30', '23.59', '2.15'),
  });

  it('means the same moment however much later it is looked at or sent', () => {
    fc.assert(fc.property(gezegd, moment, fc.integer({ min: 0, max: 60 * 24 * 40 }), (w, nu, minuten) => {
      const inhoud = met({ ...heel, ...w }, nu);
      const bedoeld = tijdstip(w as never, nu);
      const gevonden = voorvalVan(inhoud);
      expect(gevonden === null).toBe(!bedoeld.ok);
      if (!bedoeld.ok || gevonden === null) return;
      expect(gevonden.op.equals(bedoeld.op)).toBe(true);
      const later = nu.add({ minutes: minuten });
      for (const velden of [metVasteDag(inhoud), voorFormulier(inhoud, later)]) {
        const uit = tijdstip({ wanneer: velden['wanneer'] as 'anders', datum: velden['datum'] as string, tijd: velden['tijd'] as string }, velden['wanneer'] === 'zonet' ? nu : later);
        if (!uit.ok) throw new Error(uit.tekst);
        expect(uit.precies).toBe(bedoeld.precies);
        // What comes twice in the night of winter time is the first of the two; a day alone is a day, not an hour.
        const wand = (op: Temporal.Instant) => op.toZonedDateTimeISO('Europe/Amsterdam').toPlainDateTime();
        if (bedoeld.precies === 'dag') expect(wand(uit.op).toPlainDate().equals(wand(bedoeld.op).toPlainDate())).toBe(true);
        else expect(wand(uit.op).equals(wand(bedoeld.op))).toBe(true);
      }
    }));
  });

  it('is asked again in words that still hold: yesterday’s “zonet” comes back as a day and a time', () => {
    const inhoud = met({ ...heel, wanneer: 'zonet', tijd: '' });
    expect(voorFormulier(inhoud, NU.add({ minutes: 10 }))).toMatchObject({ wanneer: 'zonet' });
    expect(voorFormulier(inhoud, NU.add({ hours: 3 }))).toMatchObject({ wanneer: 'vandaag', datum: '', tijd: '14.10' });
    expect(voorFormulier(inhoud, NU.add({ hours: 24 }))).toMatchObject({ wanneer: 'anders', datum: '23-11-2026', tijd: '14.10' });
  });

  it('stays when it was said as long as the answer does not change', () => {
    const eerst = met(heel);
    const later = NU.add({ hours: 5 });
    expect(neemOver(eerst, 'wat', { ...heel, verhaal: 'Meer' }, later).gezegdOp).toBe(NU.toString());
    expect(neemOver(eerst, 'wat', { ...heel, tijd: '13.06' }, later).gezegdOp).toBe(later.toString());
    expect(neemOver(eerst, 'jij', { belwens: 'vandaag' }, later).gezegdOp).toBe(NU.toString());
  });

  it('may not be still to come, nor be a day that does not exist, and says so at the field', () => {
    const fouten = (over: Record<string, string>) => keurStap('wat', { ...heel, ...over }, NU);
    expect(fouten({ wanneer: 'vandaag', tijd: '16.00' })).toEqual([{ veld: 'tijd', tekst: 'Vandaag 16.00 uur is nog niet geweest. Wanneer was het?' }]);
    expect(fouten({ wanneer: 'anders', datum: '24-11-2026' })[0]?.veld).toBe('datum');
    expect(fouten({ wanneer: 'anders', datum: '30-02-2026' })).toEqual([{ veld: 'datum', tekst: '30 februari bestaat niet. Welke dag bedoel je?' }]);
    expect(fouten({ wanneer: 'anders', datum: '' })[0]?.veld).toBe('datum');
    expect(fouten({ wanneer: 'gisteren', tijd: '25.00' })[0]?.veld).toBe('tijd');
    expect(fouten({ wanneer: 'toen' })[0]?.veld).toBe('wanneer');
  });
});

describe('the steps', () => {
  it('ask three answers in all', () => {
    expect(nogFout('melding', LEEG).map((f) => f.veld)).toEqual(['vormen', 'wanneer', 'locatie']);
    expect(nogFout('melding', met({ vormen: ['anders'], wanneer: 'zonet', locatie: LOCATIE }))).toEqual([]);
    expect(nogFout('namens', LEEG).map((f) => f.veld)).toEqual(['voor', 'bron', 'namens_reden', 'vormen', 'wanneer', 'locatie']);
  });

  it('make a report that the act takes as soon as nothing is wrong', () => {
    fc.assert(fc.property(geldig, (over) => {
      let inhoud = neemOver(LEEG, 'wat', { ...heel, ...over }, NU);
      for (const s of ['wie', 'jij'] as const) inhoud = neemOver(inhoud, s, over, NU);
      expect(nogFout('melding', inhoud)).toEqual([]);
      expect(MeldingInvoer.safeParse({ ...alsInvoer(inhoud), concept: '' }).error).toBeUndefined();
    }));
  });

  it('go on and back through the same pages, and someone comes back where he left', () => {
    for (const soort of ['melding', 'namens'] as const) {
      const lijst = stappenVan(soort);
      for (const [i, s] of lijst.entries()) {
        expect(vorigeStap(soort, s)).toBe(lijst[i - 1] ?? null);
        expect(volgendeStap(soort, s)).toBe(lijst[i + 1] ?? s);
      }
    }
    expect(waarGebleven('melding', LEEG)).toBe('wat');
    expect(waarGebleven('melding', met(heel))).toBe('wie');
    expect(waarGebleven('melding', neemOver(met(heel), 'wie', {}, NU))).toBe('jij');
    expect(waarGebleven('melding', neemOver(neemOver(met(heel), 'wie', {}, NU), 'jij', {}, NU))).toBe('nakijken');
    expect(waarGebleven('namens', met(heel))).toBe('namens');
  });

  it('know on which page a field is', () => {
    for (const s of ['namens', 'wat', 'wie', 'jij'] as const) for (const veld of veldenPerStap[s]) expect(stapVanVeld(veld)).toBe(s);
    expect(stapVanVeld('kanaalvragen.nummer')).toBe('wie');
  });

  it('asks where it was when it was at none of the locations', () => {
    expect(keurStap('wat', { ...heel, locatie: 'elders' }, NU).map((f) => f.veld)).toEqual(['plek']);
    expect(keurStap('wat', { ...heel, locatie: 'elders', plek: 'parkeerplaats' }, NU)).toEqual([]);
    expect(keurStap('wat', { ...heel, locatie: "'; drop table dossier" }, NU).map((f) => f.veld)).toEqual(['locatie']);
  });
});

describe('the short questions of a channel', () => {
  it('send the answers of the chosen channel only', () => {
    const alles = Object.fromEntries((Object.keys(kanaalvragen) as (keyof typeof kanaalvragen)[]).flatMap((k) => kanaalvragen[k].map((q) => [vraagveld(k, q.code), q.soort === 'tekst' ? `tekst ${k}` : 'ja'])));
    for (const kanaal of Object.keys(kanaalvragen) as (keyof typeof kanaalvragen)[]) {
      const inhoud = neemOver(met({ ...heel, kanaal }), 'wie', alles, NU);
      expect(alsInvoer(inhoud)['kanaalvragen']).toEqual(Object.fromEntries(kanaalvragen[kanaal].map((q) => [q.code, q.soort === 'tekst' ? `tekst ${kanaal}` : 'ja'])));
    }
    expect(alsInvoer(neemOver(met(heel), 'wie', alles, NU))['kanaalvragen']).toEqual({});
  });

  it('take no answer that is none, and one line of 300 characters at most', () => {
    const inhoud = neemOver(met({ ...heel, kanaal: 'telefoon' }), 'wie', { kv_telefoon_zichtbaar: 'misschien', kv_telefoon_nummer: '06' }, NU);
    expect(alsInvoer(inhoud)['kanaalvragen']).toEqual({ nummer: '06' });
    expect(keurStap('wie', { kv_telefoon_nummer: 'a'.repeat(301) }, NU)).toEqual([{ veld: 'kv_telefoon_nummer', tekst: 'Dit is te lang: 301 tekens. Er passen er 300.' }]);
  });
});

describe('the title of a new report', () => {
  it('is the heaviest form and the place, on one line and never long', () => {
    expect(titelVan([{ naam: 'Schelden of schreeuwen', gewicht: 0 }, { naam: 'Dreigen', gewicht: 2 }], 'Balie stadhuis')).toBe('Dreigen, Balie stadhuis');
    expect(titelVan([{ naam: 'Dreigen', gewicht: 2 }], '')).toBe('Dreigen');
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (plek) => {
      const titel = titelVan([{ naam: 'Dreigen', gewicht: 2 }], plek);
      expect([...titel].length).toBeLessThanOrEqual(9 + 61);
      expect(titel).not.toMatch(/[\n\r]/);
    }));
  });
});
