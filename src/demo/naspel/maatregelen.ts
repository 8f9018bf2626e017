import { createHash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { briefOphalen, kijkBriefNa, verstuurBrief, verzegel } from '../../brieven/index.ts';
import { legVast } from '../../dossier/index.ts';
import { adviesVoor, type Beslissersoort } from '../../handelingskader/index.ts';
import type { Id } from '../../kern/ids.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { evalueerMaatregel, herstelDienstverlening, legMaatregelVoor, maakBeslis, maatregelOpSlot, motiveer, neemStap, regelDienstverlening, stelMaatregelVoor, weegZienswijze } from '../../maatregelen/index.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import { zetFeitstatus } from '../../veroorzakers/index.ts';
import { legZienswijzeVast, maakUitnodigen, UW_KANT } from '../../wederhoor/index.ts';
import { maatregelplannen, type Maatregelplan } from '../data/maatregelen.ts';
import { maakKans } from '../kans.ts';
import type { Mens } from '../organisaties/typen.ts';
import type { Wereld } from '../organisaties/wereld.ts';
import type { Dossier } from '../verloop/stand.ts';
import { na, opTijd, voor, werkdagenNa } from '../verloop/tijd.ts';
import type { Regie } from './regie.ts';
import { adviseurVan, betrokkenCollegas, partij, sluitPas, tijdelijkOpen, zojuist } from './zaak.ts';

export const dagTekst = (d: Temporal.PlainDate): string => `${d.day}-${d.month}-${d.year}`;

/** One measure while it is played. */
interface Zaak {
  r: Regie;
  p: Maatregelplan;
  d: Dossier;
  betrokkene: Id;
  naam: string;
  adviseur: Mens;
  /** The contact person for the citizen, who has no part in it. */
  contact: Mens;
  maatregel: Id;
  wederhoor: Id;
}

/** Plans every measure of the demo, from the first day of the hearing to the day the service came back. */
export function planMaatregelen(r: Regie): void {
  for (const p of maatregelplannen) {
    const d = r.dossier(p.casus);
    const b = d && partij(d);
    if (d && b) planZaak({ r, p, d, betrokkene: b.id, naam: b.naam ?? '', adviseur: adviseurVan(r.w, d), contact: contactVoor(r.w, d), maatregel: '', wederhoor: '' });
  }
}

function planZaak(z: Zaak): void {
  const { r, p, d } = z;
  const { kalender, nu } = r.w;
  const kans = maakKans(`maatregel ${p.casus}`);
  const werkdag = (vanaf: Temporal.Instant, dagen: number): Temporal.Instant => werkdagenNa(vanaf, dagen, kalender, kans);
  const plan = (op: Temporal.Instant, doe: () => Promise<void>): void => r.plan(`maatregel ${p.casus}`, op, doe);
  // What is asked now was asked in the last hours of work.
  const voorstel = p.stand === 'gevraagd' ? zojuist(r.w, d, 0.2) : werkdag(d.gemeldOp, 2);
  const weging = werkdag(voorstel, p.zienswijze === null ? 9 : 5);
  const besluit = werkdag(weging, 1);
  const brief = werkdag(besluit, 1);
  // What waits for a decision begins after it.
  const begin = dagVan(p.stand === undefined ? brief : werkdag(nu, 5)).add({ days: 2 });
  const einde = begin.add({ months: Math.max(1, p.maanden) }).subtract({ days: 1 });
  const halfweg = begin.add({ days: Math.floor(begin.until(einde).days / 2) });
  const evaluatie = p.evaluatie === 'deze week' ? dagVan(werkdag(nu, 1)) : halfweg;

  plan(voorstel, () => stelVoor(z, { begin, einde, evaluatie }));
  plan(na(voorstel, 0.1), () => nodigUit(z));
  plan(na(voorstel, 0.3), () => verstuurLaatste(z, 'uitnodiging_wederhoor'));
  if (p.stand === 'gevraagd') return;
  if (p.zienswijze !== null) plan(werkdag(voorstel, 3), () => hoor(z));
  plan(weging, () => weegEnLegVoor(z));
  if (p.stand === 'voorgelegd') return;
  plan(besluit, () => beslisErover(z));
  plan(brief, () => verstuurLaatste(z, null));
  const { feit } = p;
  if (feit) plan(na(brief, 1), async () => void (await r.doe(z.adviseur, zetFeitstatus, { id: d.id, status: feit.status, reden: feit.reden })));
  if (p.soort === 'waarschuwing') {
    // The worker sees that it left, and with that it is done.
    plan(na(brief, 0.01), () => r.tik());
    return later(d, na(brief, 2));
  }
  plan(opTijd(begin, 0, 10), () => r.tik());
  const ga = planVerloop(z, plan, { begin, einde, evaluatie }, werkdag);
  later(d, ga === null || voor(nu, ga) ? null : na(ga, 1.5));
}

/** What happens while it is in force. Gives when the service came back. */
function planVerloop(z: Zaak, plan: (op: Temporal.Instant, doe: () => Promise<void>) => void, { begin, einde, evaluatie }: { begin: Temporal.PlainDate; einde: Temporal.PlainDate; evaluatie: Temporal.PlainDate }, werkdag: (vanaf: Temporal.Instant, dagen: number) => Temporal.Instant): Temporal.Instant | null {
  const { r, p } = z;
  const overtreden = p.overtredenIn === undefined ? undefined : r.dossier(p.overtredenIn);
  if (overtreden) plan(na(overtreden.gemeldOp, 20), () => schrijfOvertreding(z, overtreden));
  let over = opTijd(einde.add({ days: 1 }), 0, 10);
  if (p.opgehevenNa) {
    const { dagen, sinds, reden } = p.opgehevenNa;
    const op = werkdag(opTijd(begin.add({ days: dagen }), 9, 0), 1);
    over = op;
    plan(op, async () => {
      const m = await maatregelVan(z);
      await r.doe(beslisserVan(z, m.beslissersoort as Beslissersoort), evalueerMaatregel, { id: z.d.id, maatregel: z.maatregel, versie: String(m.versie), uitkomst: 'opheffen', sinds, reden });
    });
    plan(na(op, 0.5), () => verstuurLaatste(z, null));
  } else {
    // On the day of the evaluation itself, when that is past.
    plan(opTijd(evaluatie, 10, 0), async () => {
      const m = await maatregelVan(z);
      await r.doe(z.adviseur, evalueerMaatregel, { id: z.d.id, maatregel: z.maatregel, versie: String(m.versie), uitkomst: 'houden', sinds: 'Er is niets meer gebeurd.', reden: 'De tijd die nog rest is kort en de rust is er. We houden het zoals het is.', volgende: dagTekst(einde) });
    });
    plan(over, () => r.tik());
  }
  const herstel = werkdag(over, 2);
  plan(herstel, async () => void (await r.doe(z.adviseur, herstelDienstverlening, { id: z.d.id, maatregel: z.maatregel, medewerker: z.contact.id, verteld_aan: 'Alle onderdelen waar de betrokkene klant is, en de receptie.', afspraken: '' })));
  plan(na(herstel, 0.7), () => verstuurLaatste(z, 'herstel'));
  return herstel;
}

function later(d: Dossier, op: Temporal.Instant | null): void {
  const dicht = tijdelijkOpen(d);
  if (dicht !== null && (op === null || voor(dicht, op))) sluitPas(d, op);
}

async function maatregelVan(z: Zaak) {
  return z.r.middelen.migratie.selectFrom('maatregel').selectAll().where('organisatie_id', '=', z.r.w.id).where('id', '=', z.maatregel).executeTakeFirstOrThrow();
}

const versie = async (z: Zaak): Promise<string> => String((await maatregelVan(z)).versie);

async function stelVoor(z: Zaak, dagen: { begin: Temporal.PlainDate; einde: Temporal.PlainDate; evaluatie: Temporal.PlainDate }): Promise<void> {
  const { r, p, d, adviseur } = z;
  const actor = await r.actor(adviseur);
  const { beslissers } = await metOrganisatie(r.middelen.app, r.w.id, (trx) => adviesVoor({ trx, organisatieId: r.w.id, actor }, { dossierId: d.id, betrokkeneId: z.betrokkene }));
  // The waiting one is for who decides on behalf of the whole organisation.
  const liever: readonly Beslissersoort[] = p.stand === 'voorgelegd' ? ['managementteam', 'leidinggevende'] : ['leidinggevende', 'managementteam'];
  const beslissersoort = beslissers.length === 0 ? liever[0] : (liever.find((b) => beslissers.includes(b)) ?? beslissers[0]);
  const uit = await r.doe(adviseur, stelMaatregelVoor, {
    id: d.id, betrokkene: z.betrokkene, soort: p.soort, beslissersoort, afwijking: p.afwijking ?? 'De maatregel is afgestemd op wat er gebeurde en op wat de betrokkene nodig heeft.',
    ...(p.soort === 'waarschuwing' ? {} : { begin: dagTekst(dagen.begin), einde: dagTekst(dagen.einde), evaluatie: dagTekst(dagen.evaluatie), ...(p.waar === 'overal' ? { overal: 'ja' } : { locaties: p.waar.map((code) => r.w.locatie(code).id) }) }),
  });
  z.maatregel = uit.maatregel;
  await r.doe(adviseur, motiveer, {
    id: d.id, maatregel: z.maatregel, versie: await versie(z), vormen: [...d.vormen], plaats: p.plaats, gedrag: p.gedrag, nagekeken: 'ja', normen: p.normen, waarom_maatregel: p.waarom, waarom_duur: p.duur, afweging: p.afweging,
  });
  await r.doe(adviseur, regelDienstverlening, { id: d.id, maatregel: z.maatregel, versie: await versie(z), kanaal_blijft: p.blijft, medewerker: z.contact.id, aan_naam: z.naam, aan_adres: adres(z) });
}

/** Somewhere in the place where the organisation has its first building. */
const adres = ({ r: { w }, p }: Zaak): string => `${p.straat}\n0012 BC ${w.plan.locaties[0]?.plaats ?? 'Lindewaard'}`;

async function nodigUit(z: Zaak): Promise<void> {
  const { r, p, d } = z;
  const uit = await r.doe(z.adviseur, maakUitnodigen(`${r.middelen.url}${UW_KANT}`), {
    id: d.id, betrokkene: z.betrokkene, wijze: p.gevraagd, naam: z.naam, adres: p.gevraagd === 'brief' ? adres(z) : '', verslag: p.gevraagd === 'telefoon' ? 'Gebeld. Gezegd wat er is gemeld en dat we zijn of haar kant willen horen. Schriftelijk mag ook.' : '',
    tekst: p.gedrag, norm: 'We gaan met respect met elkaar om. Bedreigen, schelden en geweld accepteren we niet.', overweegt: p.soort === 'waarschuwing' ? 'een schriftelijke waarschuwing' : 'een pandverbod', contact_wie: 'het team Veilige publieke dienstverlening',
    contact_telefoon: '010-0000113', contact_email: `veilig@${r.w.plan.domein}`, ondertekenaar: 'adviseur', nagekeken: 'ja',
  });
  z.wederhoor = uit.wederhoor;
}

async function hoor(z: Zaak): Promise<void> {
  const { r, p, d } = z;
  const bron = p.gevraagd === 'telefoon' ? 'telefoon' : 'papier';
  await r.doe(z.adviseur, legZienswijzeVast, { id: d.id, wederhoor: z.wederhoor, bron, tekst: p.zienswijze, ...(bron === 'telefoon' ? { voorgelezen: 'ja' } : {}) });
}

async function weegEnLegVoor(z: Zaak): Promise<void> {
  const { r, p, d } = z;
  await r.doe(z.adviseur, weegZienswijze, { id: d.id, maatregel: z.maatregel, versie: await versie(z), kort: p.kort, weging: p.weging });
  const m = await maatregelVan(z);
  await r.doe(z.adviseur, legMaatregelVoor, { id: d.id, maatregel: z.maatregel, versie: String(m.versie), beslisser: beslisserVan(z, m.beslissersoort as Beslissersoort).id });
}

async function beslisErover(z: Zaak): Promise<void> {
  const m = await maatregelVan(z);
  await z.r.doe(beslisserVan(z, m.beslissersoort as Beslissersoort), maakBeslis(`${z.r.middelen.url}${UW_KANT}`), { id: z.d.id, maatregel: z.maatregel, versie: String(m.versie), besluit: 'ja', reden: '' });
}

/** Who decides: the head of the department where it happened, or the director; for political office holders the griffier or the burgemeester. */
function beslisserVan({ r: { w }, p, d }: Zaak, als: Beslissersoort): Mens {
  if (als === 'griffier') return w.mens('griffier');
  if (als === 'dagelijks_bestuur' || als === 'burgemeester') return w.mens('burgemeester');
  if (als === 'managementteam' || p.stand === 'voorgelegd') return w.mens('directeur');
  let hier = w.plan.onderdelen.find((o) => w.onderdeel(o.code).id === d.g.onderdeelId);
  while (hier !== undefined && hier.ouder !== 'DIR') hier = w.plan.onderdelen.find((o) => o.code === hier?.ouder);
  return (hier && w.onderdeel(hier.code).leider) ?? w.mens('directeur');
}

/** Departments that a citizen can turn to, whichever organisation it is. */
const CONTACT = ['KCC', 'COM', 'FAC', 'GBW', 'BDV', 'SUB', 'BEL', 'RUI', 'PRJ'];

/** Someone who can be reached, had no part in it, and whose name is like that of nobody who had. */
function contactVoor(w: Wereld, d: Dossier): Mens {
  const bij = betrokkenCollegas(d);
  const namen = new Set([...bij].flatMap((id) => { const m = w.metId(id); return [m.voornaam, m.achternaam].map((n) => n.toLowerCase()); }));
  const mag = (m: Mens | null | undefined): m is Mens => m !== null && m !== undefined && !bij.has(m.id) && !namen.has(m.voornaam.toLowerCase()) && !namen.has(m.achternaam.toLowerCase());
  const gevonden = CONTACT.filter((code) => w.plan.onderdelen.some((o) => o.code === code)).map((code) => w.onderdeel(code).leider).find(mag);
  if (!gevonden) throw new Error(`${d.casus}: geen contactpersoon`);
  return gevonden;
}

/** Checks and sends the newest letter of this dossier that did not leave; of one kind when that is asked. */
async function verstuurLaatste(z: Zaak, soort: string | null): Promise<void> {
  const { r, d, adviseur } = z;
  const open = await r.middelen.migratie.selectFrom('brief').select(['id', 'soort']).where('organisatie_id', '=', r.w.id).where('dossier_id', '=', d.id).where('status', '=', 'concept').where('vervallen_op', 'is', null).orderBy('opgesteld_op', 'desc').executeTakeFirst();
  if (!open || (soort !== null && open.soort !== soort)) return;
  const ids = { id: d.id, brief: open.id };
  const o = await r.vraag(adviseur, briefOphalen, ids);
  const tekst = JSON.stringify(o.brief);
  const { brieven } = r.middelen;
  const verzegeld = brieven === null
    ? { sleutel: '0'.repeat(32), sha256: createHash('sha256').update(tekst).digest('hex'), bytes: tekst.length }
    : await verzegel(brieven.bestanden, r.w.id, open.id, await brieven.pdf.maak(o.brief, o.datum));
  await r.doe(adviseur, kijkBriefNa, { ...ids, versie: String(o.versie), datum: o.datum, ...verzegeld, tekst });
  const { versie: nu } = await r.vraag(adviseur, briefOphalen, ids);
  const kenmerk = `3SDEMO${String(maakKans(`brief ${d.casus} ${open.soort}`).geheel(1_000_000, 9_999_999))}`;
  await r.doe(adviseur, verstuurBrief, { ...ids, versie: String(nu), wijze: 'aangetekend', datum: 'vandaag', kenmerk });
}

/** The breach that is told in another case, as the reception writes it down; its incident was there already. */
async function schrijfOvertreding(z: Zaak, nieuw: Dossier): Promise<void> {
  const { r, d } = z;
  const door = nieuw.slachtoffers[0];
  if (door === undefined) return;
  const op = nieuw.rij.voorval_op as Temporal.Instant;
  const nu = r.deuren.nu();
  const actor = await r.actor(z.adviseur);
  const locatie = z.p.waar === 'overal' ? 'BALIE' : (z.p.waar[0] ?? 'BALIE');
  await metOrganisatie(r.middelen.app, r.w.id, async (trx) => {
    const ctx = { trx, organisatieId: r.w.id, nu, nieuwId: () => r.w.nieuwId(nu), plaats: async () => undefined, actor };
    const m = await maatregelOpSlot(ctx, z.maatregel, d.id);
    if (m.toestand !== 'in_werking') return;
    const id = ctx.nieuwId();
    await trx.insertInto('overtreding').values({
      organisatie_id: r.w.id, id, maatregel_id: m.id, nieuw_dossier_id: nieuw.id, op, locatie_id: r.w.locatie(locatie).id, plek: 'In de rij bij de kassa', gevorderd: 'ja', gevorderd_door: door, namens: r.w.plan.naam,
      vertrokken: 'na_vordering', politie: 'gebeld', toelichting: 'Hij ging niet naar binnen en bleef daarna een half uur voor de deur staan.', vastgelegd_op: nu, vastgelegd_door: z.adviseur.id,
    }).execute();
    await neemStap(ctx, m, 'overtreden', { door: z.adviseur.id });
    await legVast(ctx, { dossierId: d.id, soort: 'overtreding', door: z.adviseur.id, voor: 'slachtoffer', gegevens: { maatregel: m.id, overtreding: id, dossier: nieuw.id } });
    r.w.journaal.push({ tijd: nu, actor: z.adviseur.id, handeling: 'overtreding.melden', object: { soort: 'overtreding', id }, dossier: d.id });
  });
}
