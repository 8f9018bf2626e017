import { z } from 'zod';
import type { Id } from '../../kern/ids.ts';
import { idOfNiets, tekst, vinkje } from '../../kern/invoer.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { veldfout } from '../../kern/fouten/index.ts';
import { legBriefKlaar } from '../../brieven/index.ts';
import type { ActorContext } from '../../platform/deuren/index.ts';
import { huisnummerTekst, regels } from '../regels/invoer.ts';
import { incidentenVan } from '../incidenten.ts';
import type { Groep } from '../lezen.ts';
import type { VerzoekOnderwerp } from './vragen.ts';
import type { Uitkomst } from './regels.ts';

/** The fields of the letter that goes with a decision. */
export const briefvelden = {
  brief: vinkje, dossier: idOfNiets('Kies bij welk dossier de brief hoort.'), contact_wie: tekst({ max: 200 }), contact_telefoon: tekst({ max: 60 }), contact_email: tekst({ max: 200 }),
  welke: tekst({ max: 3_000 }), herkomst: tekst({ max: 300 }), doel: tekst({ max: 4_000 }), grondslag: tekst({ max: 4_000 }), bewaartermijn: tekst({ max: 300 }),
};

const Bewaard = z.object({
  dossierId: z.uuid(), betrokkeneId: z.uuid(), contact: z.object({ wie: z.string(), telefoon: z.string(), email: z.string(), bereikbaar: z.string() }),
  kennisgeving: z.object({ welke: z.array(z.string()), herkomst: z.string(), doel: z.string(), grondslag: z.string(), bewaartermijn: z.string() }).nullable(),
});
export type Briefwens = z.output<typeof Bewaard>;

/** What to begin with; every organisation says it in its own words. */
export const begintekst = {
  contact_wie: 'De Adviseur Veilige Publieke Dienstverlening',
  welke: 'Je naam, adres en contactgegevens\nWanneer en waar iets is gemeld, en wat er is gemeld',
  herkomst: 'Van een medewerker die een voorval meldde',
  doel: 'Zorgen dat medewerkers veilig kunnen werken, en met je in gesprek gaan over wat er is gebeurd.',
  grondslag: 'De zorg voor een veilige werkplek (artikel 3, tweede lid, Arbeidsomstandighedenwet) en onze publieke taak.',
};

/** Reads what kind of letter is wanted; null when none. */
export async function leesBriefwens(ctx: ActorContext, o: VerzoekOnderwerp, f: z.output<z.ZodObject<typeof briefvelden>>): Promise<Briefwens | null> {
  if (!f.brief) return null;
  const bij = (await incidentenVan(ctx, o.groep)).find((d) => d.dossierId === f.dossier);
  if (!bij) throw veldfout('dossier', 'Kies bij welk dossier de brief hoort.');
  if (f.contact_wie === '') throw veldfout('contact_wie', 'Vul in bij wie de persoon terecht kan.');
  if (f.contact_telefoon === '' && f.contact_email === '') throw veldfout('contact_telefoon', 'Geef een telefoonnummer of een e-mailadres.');
  const verplicht = (veld: 'herkomst' | 'doel' | 'grondslag' | 'bewaartermijn', zin: string): string => {
    if (f[veld] === '') throw veldfout(veld, zin);
    return f[veld];
  };
  const isKennisgeving = o.verzoek.soort === 'kennisgeving';
  const welke = isKennisgeving ? regels(f.welke, 20, 'welke') : [];
  if (isKennisgeving && welke.length === 0) throw veldfout('welke', 'Noem welke gegevens we vastleggen.');
  return {
    dossierId: bij.dossierId, betrokkeneId: bij.betrokkeneId, contact: { wie: f.contact_wie, telefoon: f.contact_telefoon, email: f.contact_email, bereikbaar: '' },
    kennisgeving: isKennisgeving ? {
      welke, herkomst: verplicht('herkomst', 'Vul in waar de gegevens vandaan komen.'), doel: verplicht('doel', 'Vul in waarvoor we de gegevens gebruiken.'),
      grondslag: verplicht('grondslag', 'Vul in op welke grond.'), bewaartermijn: verplicht('bewaartermijn', 'Vul in hoe lang we de gegevens bewaren.'),
    } : null,
  };
}

/** The dossier in which a wished letter will be prepared, to lock it first. */
export function briefdossier(brief: unknown): Id | null {
  const uit = Bewaard.safeParse(brief);
  return uit.success ? uit.data.dossierId : null;
}

/** Whom a letter goes to: by name, at the address of now. */
export function geadresseerdeVan(groep: Groep): { naam: string; adres: string[] } {
  const a = groep.records.flatMap((r) => r.adressen).find((x) => x.tot === null);
  return { naam: groep.weergave, adres: a ? [a.postbus === null ? `${a.straat} ${huisnummerTekst(a)}`.trim() : huisnummerTekst(a), `${a.postcode}  ${a.woonplaats}`.trim()].filter((r) => r !== '') : [] };
}

export const ondertekenaarIn = (compartiment: Compartiment): 'griffier' | 'adviseur' => (compartiment === 'politiek' ? 'griffier' : 'adviseur');

const BESLUIT = { toegewezen: 'toegewezen', deels: 'gedeeltelijk', geweigerd: 'afgewezen' } as const;

/** Prepares the letter of a decision that now holds; before erasing, because the address goes with it. */
export async function zetBriefKlaar(ctx: ActorContext, o: VerzoekOnderwerp, besluit: { uitkomst: Uitkomst; reden: string; behouden: string }, brief: unknown): Promise<Id | null> {
  const gelezen = Bewaard.safeParse(brief);
  if (!gelezen.success) return null;
  const { dossierId, betrokkeneId, contact, kennisgeving } = gelezen.data;
  const geadresseerde = geadresseerdeVan(o.groep);
  const ondertekenaar = ondertekenaarIn(o.compartiment);
  if (kennisgeving) {
    const uitgesteld = o.verzoek.verleng_reden;
    return (await legBriefKlaar(ctx, { dossierId, betrokkeneId, soort: 'avg_kennisgeving', geadresseerde, gegevens: { ...kennisgeving, uitgesteld, contact, ondertekenaar } })).id;
  }
  const { uitkomst } = besluit;
  const { soort } = o.verzoek;
  if (soort === 'kennisgeving' || (uitkomst !== 'toegewezen' && uitkomst !== 'deels' && uitkomst !== 'geweigerd')) return null;
  const motivering = [besluit.reden, besluit.behouden === '' ? '' : `Dit bewaren we wel: ${besluit.behouden}`].filter((d) => d !== '').join('\n\n');
  return (await legBriefKlaar(ctx, { dossierId, betrokkeneId, soort: 'avg_besluit', geadresseerde, gegevens: { verzoek: soort, ontvangenOp: dagVan(o.verzoek.ontvangen_op).toString(), besluit: BESLUIT[uitkomst], motivering, contact, ondertekenaar } })).id;
}
