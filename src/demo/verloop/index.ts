import { dagVan } from '../../kern/tijd/index.ts';
import type { Casus } from '../casussen/index.ts';
import { lopend } from '../data/lopend.ts';
import { maakKans } from '../kans.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import { voeg } from '../vullen.ts';
import { bezet, type Bezet } from './bezetting.ts';
import { momentVanTerugkoppeling, planEinde, planMeelezen, planVervolg } from './einde.ts';
import { voegSamen } from './handelingen.ts';
import { tik } from './klok.ts';
import { eersteGesprek, planAdviseurHelpt, planGesprek, planNazorg, planVervolggesprekken } from './nazorg.ts';
import { open } from './openen.ts';
import { bevestigRest, planBevestigingen, planNotities, planReactie, planVaststelling, planVerklaringen } from './regie.ts';
import { maakRooster } from './rooster.ts';
import { plan, speelTot, type Spel } from './spel.ts';
import type { Dossier } from './stand.ts';
import { na, opKantoor, voor } from './tijd.ts';

/** Plays all cases of an organisation up to now. What is to be written stands in `w.rijen` and `w.journaal` afterwards. */
export function speelGeschiedenis(w: Wereld, casussen: readonly Casus[]): Dossier[] {
  const rooster = maakRooster(casussen, w.nu, w.kalender, maakKans(`rooster ${w.plan.slug}`));
  const bezetting = bezet(w, casussen, rooster);
  const dossiers: Dossier[] = [];
  for (const b of bezetting.filter((x) => x.casus.bij === undefined)) {
    const tweede = bezetting.filter((x) => x.casus.bij === b.casus.id);
    dossiers.push(...speel(w, b, tweede));
  }
  nummer(w, dossiers);
  for (const d of dossiers) legNeer(d);
  return dossiers;
}

function maakSpel(w: Wereld, b: Bezet): Spel {
  const d = open(w, b.inkomend);
  const nietZelf = (id: string): boolean => !d.slachtoffers.includes(id);
  const regisseurs = (d.g.compartiment === 'politiek' ? [...w.metRol('griffier', 'politiek'), ...w.metRol('adviseur', 'politiek')] : w.metRol('adviseur', 'ambtelijk')).map((m) => m.id).filter(nietZelf);
  const open_ = lopend[b.casus.id] ?? null;
  // The last of them was appointed to do most of the work; the first takes what goes around the leidinggevende.
  const regie = open_ ? regisseurs.at(d.g.buitenLeidinggevende ? 0 : -1) : b.kans.weeg(regisseurs.map((id, i) => [id, i === regisseurs.length - 1 ? 3 : 2] as const));
  const leiding = d.helpers[0]?.medewerker_id ?? regie;
  if (regie === undefined || leiding === undefined) throw new Error(`${b.casus.id}: niemand behandelt dit`);
  return { w, d, b, casus: b.casus, kans: b.kans, lopend: open_, regie, leiding, slachtoffer: b.inkomend.voor.id, plan: [] };
}

function speel(w: Wereld, b: Bezet, tweede: readonly Bezet[]): Dossier[] {
  const s = maakSpel(w, b);
  planBevestigingen(s);
  const vast = planVaststelling(s);
  if (s.lopend?.adviseurHelpt) planAdviseurHelpt(s);
  planNazorg(s);
  const gezien = !s.lopend?.ongezien && !s.lopend?.ongezienDoorAdviseur;
  if (gezien) planVerklaringen(s, vast);
  planReactie(s, vast);
  const bijgevoegd = tweede.map((x) => planSamenvoegen(s, x, vast));
  if (s.lopend) {
    if (gezien) planNotities(s, vast, voor(na(vast, 3), w.nu) ? na(w.nu, -1) : na(vast, 3));
    planVervolg(s);
  } else {
    const gepland = momentVanTerugkoppeling(s);
    const op = voor(gepland, na(vast, 3)) ? opKantoor(na(vast, 3), w.kalender, s.kans) : gepland;
    planNotities(s, vast, op);
    planEinde(s, op, [
      ...(s.b.ook ? [{ aan: s.b.ook.mens.id, tekst: s.b.ook.tekst, wijze: 'telefoon' as const }] : []),
      ...tweede.map((x) => ({ aan: x.inkomend.voor.id, tekst: x.casus.terugkoppeling ?? '', wijze: 'rugdekking' as const })),
    ]);
  }
  planMeelezen(s);
  speelTot(s, w.nu);
  return [s.d, ...bijgevoegd];
}

/** A second report of the same event: its own dossier until the Adviseur sees that they belong together. */
function planSamenvoegen(s: Spel, b: Bezet, vast: Spel['d']['gemeldOp']): Dossier {
  const { w } = s;
  const van = maakSpel(w, b);
  planBevestigingen(van);
  const basis = voor(vast, b.inkomend.op) ? b.inkomend.op : vast;
  const op = opKantoor(na(basis, s.kans.tussen(1.5, 5)), w.kalender, s.kans);
  // Whoever cares for him calls as always; where that is written down depends on whether the two were joined by then.
  const wie = b.inkomend.voor.id;
  const gesprek = eersteGesprek(van);
  planGesprek(voor(na(gesprek, 0.8), op) ? van : s, wie, voor(na(gesprek, 0.8), op) ? gesprek : na(gesprek, 0.8), { moment: 'nazorg_24u', tekst: (b.casus.nazorg ?? []).join('\n') }, s.lopend === null);
  planVervolggesprekken(s, wie, na(op, 1));
  if (voor(w.nu, op)) {
    speelTot(van, w.nu);
    return van.d;
  }
  plan(s, op, (toen) => {
    tik(s.d, toen);
    speelTot(van, toen);
    bevestigRest(van, toen);
    voegSamen(van.d, s.d, { op: toen, door: s.regie });
  });
  return van.d;
}

/** Numbers the dossiers in the order in which they were reported, each compartment for itself. */
function nummer(w: Wereld, dossiers: readonly Dossier[]): void {
  const laatste = new Map<string, { compartiment: 'ambtelijk' | 'politiek'; jaar: number; laatste: number }>();
  for (const d of dossiers.toSorted((a, b) => a.gemeldOp.epochMilliseconds - b.gemeldOp.epochMilliseconds)) {
    const jaar = dagVan(d.gemeldOp).year;
    const { compartiment } = d.rij;
    const teller = laatste.get(`${compartiment} ${jaar}`) ?? { compartiment, jaar, laatste: 0 };
    laatste.set(`${compartiment} ${jaar}`, teller);
    d.rij.volgnr = teller.laatste += 1;
  }
  for (const teller of laatste.values()) voeg(w.rijen, 'dossiernummer', { organisatie_id: w.id, ...teller });
  for (const d of dossiers) {
    const naar = dossiers.find((x) => x.id === d.rij.samengevoegd_in);
    if (naar) d.rij.gesloten_reden = `Hoort bij dossier ${schrijf(naar)}.`;
  }
}

/** As the column `dossier.nummer` writes it. */
export function schrijf({ rij }: Dossier): string {
  return `${rij.compartiment === 'politiek' ? 'P' : ''}${rij.jaar}-${String(rij.volgnr).padStart(4, '0')}`;
}

function legNeer(d: Dossier): void {
  const { rijen, id: org } = d.w;
  for (const vorm of d.vormen) voeg(rijen, 'dossiervorm', { organisatie_id: org, dossier_id: d.id, vorm_id: vorm });
  voeg(rijen, 'zoektekst', { organisatie_id: org, dossier_id: d.id, compartiment: d.rij.compartiment, tekst: d.zoek.join('\n') });
}
