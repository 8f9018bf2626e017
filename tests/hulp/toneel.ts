import { Readable } from 'node:stream';
import type { z } from 'zod';
import { nieuwId, type Id } from '../../src/kern/ids.ts';
import { bevestigMelding, classificeer, maakNotitie, vulAan, wijsAanspreekpuntAan } from '../../src/dossier/handelingen/bijwerken.ts';
import { stelHuisstijlIn } from '../../src/brieven/inrichten/handelingen.ts';
import { kijkNaAlsProef, zetBriefKlaar } from '../../src/brieven/proef.ts';
import { geefVerklaring, voegBetrokkeneToe, vraagVerklaring } from '../../src/dossier/handelingen/betrokkenen.ts';
import { geenOpenTermijn, maakSluiten, regelTermijn } from '../../src/dossier/handelingen/sluiten.ts';
import { bewaarConcept, bewaarVoorWie } from '../../src/melden/handelingen/concept.ts';
import { dienMeldingIn } from '../../src/melden/index.ts';
import { koppelTerug, legGesprekVast, nazorgGedaan, schakelHulpIn } from '../../src/nazorg/index.ts';
import { maakUitnodigen } from '../../src/wederhoor/index.ts';
import { haalBestandWeg, voegBestandToe, zegel } from '../../src/dossier/index.ts';
import { neemIn, nieuweOpslagsleutel, type Bestanden } from '../../src/platform/bestanden/index.ts';
import { legVersieVoor, maakConcept } from '../../src/handelingskader/handelingen/vaststellen.ts';
import type { Handeling, Onderwerp, Wie } from '../../src/platform/deuren/index.ts';
import { planGesprek } from '../../src/maatregelen/gesprek/handelingen.ts';
import { evalueerMaatregel } from '../../src/maatregelen/toezicht/handelingen.ts';
import { maatregelhulp } from './maatregel.ts';
import { zetPersonen, type Personentoneel } from './personen.ts';
import { zetSignaal, type Signaaltoneel } from './signalen.ts';
import type { TestDatabase } from './database.ts';
import type { Testdeuren } from './deuren.ts';
import type { Mens, Testorganisatie } from './organisatie.ts';

/** Dossiers in every state, made by the acts themselves. */
export interface Toneel {
  /** Serious, everything filled in, a statement asked of Joost, help offered to Samira. */
  vol: Id;
  /** Just reported by Joost, nothing done yet. */
  nieuw: Id;
  /** Done and closed. */
  gesloten: Id;
  /** Of a council member, in the closed compartment. */
  politiek: Id;
  hulp: Id;
  /** What Samira added to `vol`; another file she took out again. */
  bestand: Id;
  /** A report that the beheerder left half filled in, and one that the centrale melder did for a guard. */
  concept: Id;
  conceptNamens: Id;
  /** A draft of the handelingskader, and one that waits for a second person. */
  kaderconcept: Id;
  kadervoorgelegd: Id;
  /** In `vol` the veroorzaker was asked for his side by telephone; in `nieuw` not yet. */
  wederhoor: Id;
  betrokkene: Id;
  /** A letter that waits to be checked, and one that was. */
  brief: Id;
  briefNagekeken: Id;
  /** A pandverbod in force, with its dossier; one that was lifted and whose service must still be restored; a talk that is planned. */
  maatregel: { dossier: Id; id: Id };
  /** A proposal that is motivated and heard and waits to be weighed; and one that waits for Karin to decide. */
  voorstel: { dossier: Id; betrokkene: Id; id: Id };
  besluit: { dossier: Id; id: Id };
  opgeheven: { dossier: Id; id: Id };
  /** What Petra is told now that it is over. */
  herstelbericht: Id;
  /** He was asked again by letter, in the same dossier, and did not react. */
  geenReactie: Id;
  gesprek: { dossier: Id; id: Id };
  /** A signal from `vol`, with colleagues who were told, a visit, use that stood out and a system with a key. */
  signaal: Signaaltoneel;
  persoon: Personentoneel;
}

/** A small text with a dossier, in the storage when there is one. */
async function zetBestand(deuren: Testdeuren, wie: Wie, dossier: Id, naam: string, bestanden: Bestanden | null): Promise<Id> {
  const bestand = nieuwId();
  let bewaard = { naam: `${naam}.txt`, mediatype: 'text/plain', grootte: 12, sha256: 'a'.repeat(64), origineelSleutel: nieuweOpslagsleutel(), kopieSleutel: null as string | null, kopieStatus: 'ongewijzigd' };
  if (bestanden !== null) {
    const ingenomen = await neemIn(Readable.from([Buffer.from('Ik weet je wel te vinden.')]), { naam: bewaard.naam, spoelmap: bestanden.spoelmap });
    const { naam: echt, mediatype, origineelBytes, origineelSha256, origineelSleutel, kopieSleutel, kopieStatus } = await bestanden.bewaring.bewaar(ingenomen, zegel(wie.actor.organisatieId, bestand));
    await ingenomen.ruimOp();
    bewaard = { naam: echt, mediatype, grootte: origineelBytes, sha256: origineelSha256, origineelSleutel, kopieSleutel, kopieStatus };
  }
  await deuren.voer(voegBestandToe, { ...bewaard, id: dossier, bestand }, wie);
  return bestand;
}

/** Sets the stage in an organisation; with `bestanden` the letters that were checked have their PDF. */
export async function zetToneel(database: TestDatabase, deuren: Testdeuren, org: Testorganisatie, bestanden: Bestanden | null = null): Promise<Toneel> {
  const doe = async <S extends z.ZodType, O extends Onderwerp, R>(wie: Mens, h: Handeling<S, O, R>, invoer: unknown): Promise<R> => deuren.voer(h, invoer, await deuren.als(org.id, org.mens[wie]));
  const meld = async (wie: Mens, over: Record<string, unknown>) => (await doe(wie, dienMeldingIn, { wanneer: 'zonet', locatie: org.locatie.stadhuis, concept: '', ...over })).dossierId;
  const versie = async (id: Id) => String((await database.migratie.selectFrom('dossier').select('versie').where('id', '=', id).executeTakeFirstOrThrow()).versie);

  const gesloten = await meld('samira', { vormen: ['schelden'], verhaal: 'Een meneer schold me uit omdat zijn paspoort nog niet klaar was. Daarna liep hij weg.' });
  await doe('karin', bevestigMelding, { id: gesloten });
  await doe('karin', legGesprekVast, { id: gesloten, voor: org.mens.samira, moment: 'nazorg_24u', wijze: 'gesprek', inhoud: 'Kort gesproken, het gaat goed.', klaar: 'ja' });
  await doe('karin', koppelTerug, { id: gesloten, aan: org.mens.samira, wijze: 'gesprek', tekst: 'We hebben hem gebeld en hij bood zijn excuses aan.' });
  const reactie = await database.migratie.selectFrom('termijn').select(['id', 'versie']).where('dossier_id', '=', gesloten).where('soort', '=', 'reactie').executeTakeFirstOrThrow();
  await doe('adviseur', regelTermijn, { id: gesloten, termijn: reactie.id, versie: String(reactie.versie), wat: 'afronden', reden: 'Gebeld en excuses gekregen.' });
  await doe('adviseur', maakSluiten([geenOpenTermijn, nazorgGedaan]), { id: gesloten, versie: await versie(gesloten), reden: 'Excuses aangeboden en aanvaard.' });

  const vol = await meld('samira', { vormen: ['dreigen', 'schelden'], wanneer: 'vandaag', tijd: '13.05', verhaal: 'Hij zei dat hij me buiten zou opwachten.', belwens: 'vandaag', aangifte_wens: 'ja', veroorzaker: 'beschrijving', veroorzaker_omschrijving: 'Man van een jaar of vijftig met een groene jas.' });
  await doe('adviseur', bevestigMelding, { id: vol });
  await doe('adviseur', vulAan, { id: vol, versie: await versie(vol), titel: 'Dreiging aan de balie', kanaal: 'balie', locatie_id: org.locatie.stadhuis, plek: 'Loket 3', wie: 'Een bezoeker en twee collega’s.', wat: 'Hij dreigde haar op te wachten.', waar: 'Loket 3', gevolgenPersoon: 'Ze durft niet alleen naar huis.' });
  await doe('adviseur', classificeer, { id: vol, versie: await versie(vol), vormen: [org.vorm.dreigen], ernst: '', ernst_reden: '' });
  await doe('adviseur', voegBetrokkeneToe, { id: vol, rol: 'getuige', soort: 'medewerker', medewerker: org.mens.joost });
  await doe('adviseur', vraagVerklaring, { id: vol, medewerker: org.mens.joost, vraag: 'Wat zag en hoorde je?' });
  await doe('adviseur', vraagVerklaring, { id: vol, medewerker: org.mens.beveiliger, vraag: '' });
  await doe('beveiliger', geefVerklaring, { id: vol, tekst: 'Ik stond bij de deur en hoorde hem roepen dat hij haar wel zou vinden.' });
  await doe('adviseur', maakNotitie, { id: vol, tekst: 'De wijkagent gebeld. Die kent een bezoeker die hierop lijkt.' });
  await doe('adviseur', wijsAanspreekpuntAan, { id: vol, versie: await versie(vol), medewerker: org.mens.karin });
  await doe('karin', legGesprekVast, { id: vol, voor: org.mens.samira, moment: 'nazorg_24u', wijze: 'telefoon', inhoud: 'Ze schrok erg. Morgen werkt ze thuis.' });
  await doe('karin', schakelHulpIn, { id: vol, voor: org.mens.samira, soort: 'bot', toestemming: 'vraag' });
  await doe('karin', koppelTerug, { id: vol, aan: org.mens.samira, wijze: 'rugdekking', tekst: 'De Adviseur heeft met de politie gebeld. Je hoort deze week meer.', vervolg: 'ja' });
  const { id: hulp } = await database.migratie.selectFrom('hulpvraag').select('id').where('dossier_id', '=', vol).executeTakeFirstOrThrow();

  const bestand = await zetBestand(deuren, await deuren.als(org.id, org.mens.samira), vol, 'Voicemail uitgeschreven', bestanden);
  const verkeerd = await zetBestand(deuren, await deuren.als(org.id, org.mens.samira), vol, 'Boodschappen', bestanden);
  await doe('samira', haalBestandWeg, { id: vol, bestand: verkeerd, reden: 'Dit was de verkeerde.' });

  const nieuw = await meld('joost', { vormen: ['lastigvallen'], verhaal: 'Ze belt elke dag, soms wel zes keer.', kanaal: 'telefoon' });
  const politiek = await meld('raadslid', { vormen: ['online', 'dreigen'], verhaal: 'Onder mijn bericht over het azc staat dat ze weten waar ik woon.', kanaal: 'sociale_media' });

  const [concept, conceptNamens] = [nieuwId(), nieuwId()];
  await doe('beheerder', bewaarConcept, { concept, stap: 'wat', velden: { vormen: ['dreigen'], verhaal: 'Hij belde drie keer.', wanneer: 'gisteren', tijd: '14.00', locatie: org.locatie.stadhuis, kanaal: 'telefoon' } });
  await doe('namensmelder', bewaarVoorWie, { concept: conceptNamens, medewerker: org.mens.beveiliger, bron: 'telefoon', namens_reden: 'Heeft geen computer bij de deur.' });
  await doe('namensmelder', bewaarConcept, { concept: conceptNamens, stap: 'wat', velden: { vormen: ['fysiek'], wanneer: 'anders', datum: '30-02-2026' } });

  const veroorzaker = async (dossier: Id): Promise<Id> => {
    const rij = await database.migratie.selectFrom('betrokkene').select('id').where('dossier_id', '=', dossier).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).orderBy('id').limit(1).executeTakeFirst();
    if (rij) return rij.id;
    await doe('adviseur', voegBetrokkeneToe, { id: dossier, rol: 'veroorzaker', soort: 'bekend', naam: 'Henk Jansma' });
    return veroorzaker(dossier);
  };
  const { wederhoor } = await doe('adviseur', maakUitnodigen('https://rugdekking.proefdam.example/uw-kant'), {
    id: vol, betrokkene: await veroorzaker(vol), wijze: 'telefoon', verslag: 'Hij belde zelf. Gezegd dat schriftelijk reageren ook kan.', tekst: 'U zei dat u iemand buiten zou opwachten.', norm: 'We gaan met respect met elkaar om.',
    contact_wie: 'Team Veilige dienstverlening', contact_telefoon: '010 123 45 67', ondertekenaar: 'adviseur', nagekeken: 'ja',
  });
  await doe('beheerder', stelHuisstijlIn, { versie: '0', retouradres: 'Postbus 1, 1000 AA Proefdam', klacht: 'Stuur een brief naar de klachtencoördinator.', kleur: '#1f3a5f' });
  const { id: brief } = await doe('adviseur', zetBriefKlaar, { id: vol, soort: 'pandverbod' });
  const { id: briefNagekeken } = await doe('adviseur', zetBriefKlaar, { id: vol, soort: 'uitnodiging_wederhoor' });
  await kijkNaAlsProef(deuren, await deuren.als(org.id, org.mens.adviseur), { id: vol, brief: briefNagekeken }, bestanden);
  const h = maatregelhulp(database, () => deuren, () => org, bestanden);
  await h.machtig('karin');
  const lopend = async (): Promise<{ dossier: Id; id: Id; betrokkene: Id }> => {
    const i = await h.incident();
    return { dossier: i.dossierId, betrokkene: i.betrokkeneId, id: await h.inWerking(i, { begin: '23-11-2026', einde: '22-02-2027' }) };
  };
  const [maatregel, opgeheven] = [await lopend(), await lopend()];
  await doe('karin', evalueerMaatregel, { id: opgeheven.dossier, maatregel: opgeheven.id, versie: await h.versie(opgeheven.id), uitkomst: 'opheffen', sinds: 'Er gebeurde niets.', reden: 'U hield zich aan het verbod.' });
  const herstelbericht = nieuwId();
  await database.migratie.insertInto('herstelbericht').values({ organisatie_id: org.id, id: herstelbericht, maatregel_id: opgeheven.id, medewerker_id: org.mens.petra, onderdeel: 'Werk en inkomen', op: deuren.nu(), door: org.mens.karin, gelezen_op: null }).execute();
  const { id: zonderReactie } = await doe('adviseur', zetBriefKlaar, { id: opgeheven.dossier, soort: 'uitnodiging_wederhoor' });
  const eerder = await database.migratie.selectFrom('wederhoor').select(['betrokkene_id', 'uittreksel_id']).where('dossier_id', '=', opgeheven.dossier).executeTakeFirstOrThrow();
  const geenReactie = nieuwId();
  const uiterlijk = deuren.nu().add({ minutes: 1 });
  await database.migratie.insertInto('wederhoor').values({ ...eerder, organisatie_id: org.id, id: geenReactie, dossier_id: opgeheven.dossier, wijze: 'brief', brief_id: zonderReactie, uitgenodigd_door: org.mens.adviseur, uitgenodigd_op: deuren.nu(), uiterlijk } as never).execute();
  await database.migratie.updateTable('wederhoor').set({ uitkomst: 'geen_reactie', afgerond_op: uiterlijk }).where('id', '=', geenReactie).execute();
  const alsVoorstel = await h.incident();
  const voorstel = { dossier: alsVoorstel.dossierId, betrokkene: alsVoorstel.betrokkeneId, id: await h.voorstel(alsVoorstel) };
  await h.motivering(voorstel.dossier, voorstel.id);
  await h.dienstverlening(voorstel.dossier, voorstel.id);
  await h.hoor(alsVoorstel);
  const teBeslissen = await h.incident();
  const besluit = { dossier: teBeslissen.dossierId, id: await h.totBesluit(teBeslissen) };
  const { gesprek } = await doe('karin', planGesprek, {
    id: maatregel.dossier, betrokkene: maatregel.betrokkene, soort: 'ordegesprek', datum: '25-11-2026', tijd: '10.00', duur: '45', plaats: 'Stadhuis, kamer 2', medewerker_naam: 'Karin de Boer', bij_wie: 'een leidinggevende', naam: 'J. Willems', adres: 'Kade 3',
    gedrag: 'U dreigde aan de balie.', voorval_plaats: 'in het stadhuis', norm: 'Dreigen accepteren we niet.', contact_wie: 'het team Veiligheid', contact_telefoon: '010-1234567', erbij: [org.mens.samira],
  });
  const metVeroorzaker = [];
  for (const dossier of [nieuw, maatregel.dossier, voorstel.dossier, besluit.dossier, opgeheven.dossier]) metVeroorzaker.push({ dossier, betrokkene: await veroorzaker(dossier) });
  const persoon = await zetPersonen(database, doe, metVeroorzaker);
  const signaal = await zetSignaal(database, org, doe, vol);
  const { id: kaderconcept } = await doe('adviseur', maakConcept, { soort: 'medewerker' });
  const { id: kadervoorgelegd } = await doe('griffier', maakConcept, { soort: 'politiek' });
  await doe('griffier', legVersieVoor, { id: kadervoorgelegd, versie: '1', vanaf: 'morgen', toelichting: 'Zelfde tekst, nieuwe begindatum.' });
  return { kaderconcept, kadervoorgelegd, persoon, signaal, voorstel, besluit, maatregel, opgeheven, herstelbericht, geenReactie, gesprek: { dossier: maatregel.dossier, id: gesprek }, vol, nieuw, gesloten, politiek, hulp, bestand, concept, conceptNamens, wederhoor, brief, briefNagekeken, betrokkene: await veroorzaker(nieuw) };
}
