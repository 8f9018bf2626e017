import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { actorGegevens } from '../actor.ts';
import { metOrganisatie } from '../../platform/database/index.ts';
import { maakKlok, maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { maakMedewerkerDetail } from '../vragen/lijsten.ts';
import { rollenLijst, toekenning } from '../vragen/rollen.ts';
import { voegFunctieToe, voegLocatieToe, voegVormToe, wijzigLocatie, wijzigVorm, zetLijstActief, zetVormActief } from './lijsten.ts';
import { voegMedewerkerToe, wijzigMedewerker, zetMedewerkerActief } from './medewerkers.ts';
import { voegOnderdeelToe, wijzigOnderdeel, zetOnderdeelActief } from './onderdelen.ts';
import { geefPolitiekeRol, geefRol, trekPolitiekeRolIn, trekRolIn } from './rollen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;
let ander: Testorganisatie;
beforeAll(async () => {
  database = await maakTestDatabase();
  org = await maakOrganisatie(database.migratie);
  ander = await maakOrganisatie(database.migratie);
  deuren = maakTestdeuren(database.app, maakKlok());
});
afterAll(() => database?.opruimen());

const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const onderdeelId = (code: string): Id => org.onderdeel[code] ?? '';
const bijVeld = (veld: string, tekst?: string) => ({ code: 'invoer.ongeldig', velden: [{ veld, tekst: tekst === undefined ? expect.any(String) as unknown : expect.stringContaining(tekst) as unknown }] });
const onderdeel = async (id: Id) => database.migratie.selectFrom('onderdeel').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const mens = async (id: Id) => database.migratie.selectFrom('medewerker').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

/** The form of a department as the page fills it in. */
async function onderdeelForm(id: Id, over: Record<string, string> = {}): Promise<Record<string, string>> {
  const o = await onderdeel(id);
  const leider = o.leidinggevende_id === null ? '' : (await mens(o.leidinggevende_id)).naam;
  return { id, versie: String(o.versie), code: o.code, naam: o.naam, ouder_id: o.ouder_id ?? '', medewerker: '', medewerker_naam: leider, fase: String(o.fase), compartiment: o.compartiment, ...over };
}
async function mensForm(id: Id, over: Record<string, string> = {}): Promise<Record<string, string>> {
  const m = await mens(id);
  return {
    id, versie: String(m.versie), personeelsnummer: m.personeelsnummer, voornaam: m.voornaam, tussenvoegsel: m.tussenvoegsel, achternaam: m.achternaam, email: m.email, telefoon: m.telefoon, onderdeel_id: m.onderdeel_id,
    functie_id: m.functie_id ?? '', locatie_id: m.locatie_id ?? '', soort: m.soort, werkgever: m.werkgever, ...over,
  };
}
let teller = 0;
async function nieuweMens(over: Record<string, string> = {}): Promise<Id> {
  teller += 1;
  const { id } = await deuren.voer(voegMedewerkerToe, { personeelsnummer: `N${teller}`, voornaam: 'Nieuw', achternaam: `Nummer${teller}`, email: `n${teller}@${org.slug}.example`, onderdeel_id: onderdeelId('FAC'), soort: 'medewerker', ...over }, await als('beheerder'));
  return id;
}

describe('departments', () => {
  it('refuses a circle, also by way of a department further down', async () => {
    const { id: team } = await deuren.voer(voegOnderdeelToe, { code: 'TEAM', naam: 'Team balie', ouder_id: onderdeelId('BZ'), fase: '3', compartiment: 'ambtelijk' }, await als('beheerder'));
    for (const onder of [onderdeelId('BZ'), team]) {
      await expect(deuren.voer(wijzigOnderdeel, await onderdeelForm(onderdeelId('BZ'), { ouder_id: onder }), await als('beheerder'))).rejects.toMatchObject(bijVeld('ouder_id', 'onder zichzelf'));
    }
  });

  it('keeps the leidinggevende when the form comes back untouched, also when two colleagues have that name', async () => {
    await nieuweMens({ voornaam: 'Petra', achternaam: 'Kuipers' });
    await deuren.voer(wijzigOnderdeel, await onderdeelForm(onderdeelId('WI'), { naam: 'Werk, inkomen en meer' }), await als('beheerder'));
    expect(await onderdeel(onderdeelId('WI'))).toMatchObject({ naam: 'Werk, inkomen en meer', leidinggevende_id: org.mens.petra });
  });

  it('asks which of the two is meant when a new leidinggevende is typed, and takes the one that is chosen', async () => {
    const twee = await nieuweMens({ voornaam: 'Joost', achternaam: 'Brouwer' });
    const form = await onderdeelForm(onderdeelId('FAC'), { medewerker_naam: 'Joost Brouwer' });
    await expect(deuren.voer(wijzigOnderdeel, form, await als('beheerder'))).rejects.toMatchObject(bijVeld('medewerker_naam', 'Kies hieronder'));
    await deuren.voer(wijzigOnderdeel, { ...form, medewerker: twee }, await als('beheerder'));
    expect(await onderdeel(onderdeelId('FAC'))).toMatchObject({ leidinggevende_id: twee });
  });

  it('refuses a leidinggevende who is not in service', async () => {
    const weg = await nieuweMens();
    await deuren.voer(zetMedewerkerActief, { id: weg, versie: '1', actief: '' }, await als('beheerder'));
    await expect(deuren.voer(wijzigOnderdeel, await onderdeelForm(onderdeelId('VEI'), { medewerker: weg }), await als('beheerder'))).rejects.toMatchObject(bijVeld('medewerker_naam'));
  });

  it('refuses a code that is taken, whatever the capitals', async () => {
    await expect(deuren.voer(voegOnderdeelToe, { code: 'bz', naam: 'Nog een', fase: '3', compartiment: 'ambtelijk' }, await als('beheerder'))).rejects.toMatchObject(bijVeld('code', 'al van een ander'));
  });

  it('leaves the closed compartment closed', async () => {
    await expect(deuren.voer(wijzigOnderdeel, await onderdeelForm(onderdeelId('GRI'), { compartiment: 'ambtelijk' }), await als('beheerder'))).rejects.toMatchObject(bijVeld('compartiment'));
    await deuren.voer(wijzigOnderdeel, await onderdeelForm(onderdeelId('GRI'), { naam: 'Griffie' }), await als('beheerder'));
  });

  it('goes out of use only when nobody works there and nothing hangs below it', async () => {
    const { id: leeg } = await deuren.voer(voegOnderdeelToe, { code: 'LEEG', naam: 'Leeg', ouder_id: '', fase: '3', compartiment: 'ambtelijk' }, await als('beheerder'));
    const { id: kind } = await deuren.voer(voegOnderdeelToe, { code: 'KIND', naam: 'Kind', ouder_id: leeg, fase: '3', compartiment: 'ambtelijk' }, await als('beheerder'));
    await expect(deuren.voer(zetOnderdeelActief, { id: leeg, versie: '1', actief: '' }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.toestand', redenen: [expect.stringContaining('nog 1 onderdeel')] as unknown });
    await expect(deuren.voer(zetOnderdeelActief, { id: onderdeelId('BZ'), versie: '1', actief: '' }, await als('beheerder'))).rejects.toMatchObject({ redenen: expect.arrayContaining([expect.stringContaining('nog 3 collega’s')]) as unknown });
    await deuren.voer(zetOnderdeelActief, { id: kind, versie: '1', actief: '' }, await als('beheerder'));
    await deuren.voer(zetOnderdeelActief, { id: leeg, versie: '1', actief: '' }, await als('beheerder'));
    await expect(deuren.voer(zetOnderdeelActief, { id: kind, versie: '2', actief: 'ja' }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(nieuweMens({ onderdeel_id: leeg })).rejects.toMatchObject(bijVeld('onderdeel_id'));
  });

  it('tells the second of two who edit at once, and loses neither version', async () => {
    const form = await onderdeelForm(onderdeelId('BUI'));
    await deuren.voer(wijzigOnderdeel, { ...form, naam: 'Buitenruimte' }, await als('beheerder'));
    await expect(deuren.voer(wijzigOnderdeel, { ...form, naam: 'Buiten' }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.gewijzigd' });
    expect((await onderdeel(onderdeelId('BUI'))).naam).toBe('Buitenruimte');
  });

  it('lets one of two who move departments under each other at the same moment wait, and then refuses him', async () => {
    const maak = async (code: string) => (await deuren.voer(voegOnderdeelToe, { code, naam: code, ouder_id: '', fase: '3', compartiment: 'ambtelijk' }, await als('beheerder'))).id;
    const [a, b] = [await maak('KRA'), await maak('KRB')];
    const [een, twee] = await Promise.all([onderdeelForm(a, { ouder_id: b }), onderdeelForm(b, { ouder_id: a })]);
    const wie = await als('beheerder');
    const uitslagen = await Promise.allSettled([deuren.voer(wijzigOnderdeel, een, wie), deuren.voer(wijzigOnderdeel, twee, wie)]);
    expect(uitslagen.map((u) => u.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('ids of another organisation', () => {
  it('in a form are answered as ids that do not exist', async () => {
    const gevallen: [Parameters<typeof deuren.voer>[0], Record<string, string>, string][] = [];
    for (const welk of [ander, null]) {
      const vreemd = { onderdeel: welk?.onderdeel.BZ ?? nieuwId(), locatie: welk?.locatie.stadhuis ?? nieuwId(), mens: welk?.mens.karin ?? nieuwId() };
      gevallen.push(
        [wijzigOnderdeel as never, await onderdeelForm(onderdeelId('BZ'), { ouder_id: vreemd.onderdeel }), 'ouder_id'], [wijzigOnderdeel as never, await onderdeelForm(onderdeelId('BZ'), { medewerker: vreemd.mens }), 'medewerker_naam'],
        [wijzigMedewerker as never, await mensForm(org.mens.joost, { onderdeel_id: vreemd.onderdeel }), 'onderdeel_id'], [wijzigMedewerker as never, await mensForm(org.mens.joost, { locatie_id: vreemd.locatie }), 'locatie_id'],
        [wijzigMedewerker as never, await mensForm(org.mens.joost, { functie_id: vreemd.locatie }), 'functie_id'], [geefRol as never, { medewerker: vreemd.mens, rol: 'adviseur' }, 'medewerker_naam'],
      );
    }
    const antwoorden = [];
    for (const [h, invoer, veld] of gevallen) antwoorden.push(await deuren.voer(h, invoer, await als('beheerder')).then(() => 'gelukt', (e: { code: string; velden: unknown }) => `${e.code} ${veld} ${JSON.stringify(e.velden)}`));
    expect(antwoorden.slice(0, 6)).toEqual(antwoorden.slice(6));
    for (const [i, a] of antwoorden.entries()) expect(a).toContain(`"veld":"${gevallen[i]?.[2]}"`);
  });

  it('in the place of what is changed are not found', async () => {
    const beheerder = await als('beheerder');
    for (const [h, invoer] of [
      [wijzigOnderdeel, { ...(await onderdeelForm(onderdeelId('BZ'))), id: ander.onderdeel.BZ ?? '' }], [wijzigMedewerker, { ...(await mensForm(org.mens.joost)), id: ander.mens.joost }], [zetMedewerkerActief, { id: ander.mens.joost, versie: '1', actief: '' }],
      [zetOnderdeelActief, { id: ander.onderdeel.BUI ?? '', versie: '1', actief: '' }], [zetVormActief, { id: ander.vorm.dreigen ?? '', versie: '1', actief: '' }], [zetLijstActief, { id: ander.locatie.wijkpost, versie: '1', soort: 'locatie', actief: '' }],
    ] as const) await expect(deuren.voer(h as never, invoer, beheerder)).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect((await mens(ander.mens.joost)).actief).toBe(true);
  });
});

describe('colleagues', () => {
  it('refuses a personnel number or an address that is taken, at its field', async () => {
    await expect(nieuweMens({ personeelsnummer: 'p100' })).rejects.toMatchObject(bijVeld('personeelsnummer', 'al van een andere'));
    await expect(nieuweMens({ email: `Samira@${org.slug}.EXAMPLE` })).rejects.toMatchObject(bijVeld('email', 'al van een andere'));
  });

  it('asks the company of hired staff, and keeps none for others', async () => {
    await expect(nieuweMens({ soort: 'ingehuurd' })).rejects.toMatchObject(bijVeld('werkgever'));
    expect((await mens(await nieuweMens({ werkgever: 'Over van de vorige keuze' }))).werkgever).toBe('');
  });

  it('keeps a place that went out of use with who has it, and gives it to nobody else', async () => {
    const { id: oud } = await deuren.voer(voegLocatieToe, { code: 'OUD', naam: 'Oude post', adres: '', postcode: '', plaats: '' }, await als('beheerder'));
    const blijver = await nieuweMens({ locatie_id: oud });
    await deuren.voer(zetLijstActief, { id: oud, versie: '1', soort: 'locatie', actief: '' }, await als('beheerder'));
    await deuren.voer(wijzigMedewerker, await mensForm(blijver, { telefoon: '06 12345678' }), await als('beheerder'));
    await expect(nieuweMens({ locatie_id: oud })).rejects.toMatchObject(bijVeld('locatie_id'));
  });

  it('who leaves is out at once, leads nothing and has no role, also after coming back', async () => {
    const weg = await nieuweMens();
    await deuren.voer(geefRol, { medewerker: weg, rol: 'namensmelder' }, await als('beheerder'));
    const { id: team } = await deuren.voer(voegOnderdeelToe, { code: 'WEG', naam: 'Team weg', ouder_id: onderdeelId('DIR'), medewerker: weg, fase: '3', compartiment: 'ambtelijk' }, await als('beheerder'));
    const kan = () => metOrganisatie(database.app, org.id, (trx) => actorGegevens(trx, org.id, weg));
    expect(await kan()).toMatchObject({ rollen: [{ rol: 'namensmelder' }], leidt: [team] });
    await deuren.voer(zetMedewerkerActief, { id: weg, versie: '1', actief: '' }, await als('beheerder'));
    expect(await kan()).toBeNull();
    await deuren.voer(zetMedewerkerActief, { id: weg, versie: '2', actief: 'ja' }, await als('beheerder'));
    expect(await kan()).toMatchObject({ rollen: [], leidt: [] });
  });

  it('names what hangs on who leaves, and does not tell the beheerder of roles in the closed compartment', async () => {
    const detail = maakMedewerkerDetail([async (_, ids) => new Map(ids.map((id) => [id, ['Er wacht nog 1 termijn.']]))]);
    const karin = await deuren.vraag(detail, { id: org.mens.karin }, await als('beheerder'));
    expect(karin.leidt.map((o) => o.naam)).toEqual(['Burgerzaken']);
    expect(karin.werk).toEqual(['Er wacht nog 1 termijn.']);
    const rollenVan = async (wie: Mens, kijker: Mens) => (await deuren.vraag(detail, { id: org.mens[wie] }, await als(kijker))).rollen.map((r) => `${r.rol}:${r.compartiment}`).sort();
    expect(await rollenVan('griffier', 'beheerder')).toEqual([]);
    expect(await rollenVan('adviseurPolitiek', 'beheerder')).toEqual(['adviseur:ambtelijk']);
    expect(await rollenVan('adviseurPolitiek', 'griffier')).toEqual(['adviseur:ambtelijk', 'adviseur:politiek']);
  });

  it('does not let the beheerder take himself out, or widen what he may see himself', async () => {
    const beheerder = await als('beheerder');
    const { versie } = await mens(org.mens.beheerder);
    await expect(deuren.voer(zetMedewerkerActief, { id: org.mens.beheerder, versie: String(versie), actief: '' }, beheerder)).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(deuren.voer(wijzigOnderdeel, await onderdeelForm(onderdeelId('BZ'), { medewerker: org.mens.beheerder }), beheerder)).rejects.toMatchObject(bijVeld('medewerker_naam', 'andere beheerder'));
    expect((await onderdeel(onderdeelId('BZ'))).leidinggevende_id).toBe(org.mens.karin);
  });

  it.each(['samira', 'karin', 'adviseur', 'griffier', 'fg', 'opvang', 'namensmelder'] as const)('cannot be changed by %s', async (wie) => {
    await expect(deuren.voer(wijzigMedewerker, await mensForm(org.mens.joost), await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });
});

describe('lists', () => {
  it('writes a postcode the one way and refuses one that does not exist', async () => {
    const maak = (postcode: string, code: string) => als('beheerder').then((wie) => deuren.voer(voegLocatieToe, { code, naam: 'Plek', adres: '', postcode, plaats: '' }, wie));
    const { id } = await maak('1234ab', 'PC1');
    expect((await database.migratie.selectFrom('locatie').select('postcode').where('id', '=', id).executeTakeFirstOrThrow()).postcode).toBe('1234 AB');
    await expect(maak('12', 'PC2')).rejects.toMatchObject(bijVeld('postcode'));
    await expect(deuren.voer(wijzigLocatie, { id, versie: '1', code: 'wp', naam: 'Plek', adres: '', postcode: '', plaats: '' }, await als('beheerder'))).rejects.toMatchObject(bijVeld('code'));
  });

  it('makes the code of a form of aggression once and keeps it when the name changes', async () => {
    const { id } = await deuren.voer(voegVormToe, { naam: 'Filmen', voorbeeld: '', gewicht: '1', volgorde: '200' }, await als('adviseur'));
    await deuren.voer(wijzigVorm, { id, versie: '1', naam: 'Filmen tegen je zin', voorbeeld: '', gewicht: '2', volgorde: '200' }, await als('beheerder'));
    expect(await database.migratie.selectFrom('agressievorm').select(['code', 'naam', 'gewicht']).where('id', '=', id).executeTakeFirstOrThrow()).toEqual({ code: 'filmen', naam: 'Filmen tegen je zin', gewicht: 2 });
  });

  it('does not let the last form of aggression go, nor a griffier alone change them', async () => {
    const leeg = await maakOrganisatie(database.migratie);
    const beheerder = await deuren.als(leeg.id, leeg.mens.beheerder);
    const [laatste = '', ...rest] = Object.values(leeg.vorm);
    for (const id of rest) await deuren.voer(zetVormActief, { id, versie: '1', actief: '' }, beheerder);
    await expect(deuren.voer(zetVormActief, { id: laatste, versie: '1', actief: '' }, beheerder)).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(deuren.voer(voegVormToe, { naam: 'Van de griffier', gewicht: '0', volgorde: '1' }, await als('griffier'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('says in the journaal which fields changed, and never what they hold', async () => {
    await deuren.voer(voegFunctieToe, { code: 'BALIE', naam: 'Kwartelkoning' }, await als('beheerder'));
    await deuren.voer(wijzigMedewerker, await mensForm(org.mens.milan, { voornaam: 'Roerdomp' }), await als('beheerder'));
    const regels = await database.migratie.selectFrom('journaal_inhoud').select('inhoud').where('organisatie_id', '=', org.id).orderBy('volgnr', 'desc').limit(1).execute();
    expect(regels[0]?.inhoud).toMatchObject({ velden: ['voornaam'] });
    const alles = JSON.stringify(await database.migratie.selectFrom('journaal_inhoud').select('inhoud').where('organisatie_id', '=', org.id).execute());
    expect(alles).not.toMatch(/Kwartelkoning|Roerdomp/);
  });
});

describe('roles', () => {
  const heeft = async (wie: Id) => (await database.migratie.selectFrom('roltoekenning').select(['rol', 'compartiment', 'toegekend_door']).where('medewerker_id', '=', wie).where('ingetrokken_op', 'is', null).execute()).map((r) => `${r.rol}:${r.compartiment}`);
  const eersteVan = async (wie: Mens) => (await database.migratie.selectFrom('roltoekenning').select('id').where('medewerker_id', '=', org.mens[wie]).where('ingetrokken_op', 'is', null).orderBy('compartiment', 'desc').executeTakeFirstOrThrow()).id;

  it('are given, counted once, and taken back', async () => {
    const wie = await nieuweMens();
    await deuren.voer(geefRol, { medewerker: wie, rol: 'opvang' }, await als('beheerder'));
    await expect(deuren.voer(geefRol, { medewerker: wie, rol: 'opvang' }, await als('beheerder'))).rejects.toMatchObject(bijVeld('medewerker_naam', 'al'));
    expect(await heeft(wie)).toEqual(['opvang:ambtelijk']);
    const { id } = await database.migratie.selectFrom('roltoekenning').select('id').where('medewerker_id', '=', wie).executeTakeFirstOrThrow();
    await deuren.voer(trekRolIn, { id }, await als('beheerder'));
    expect(await heeft(wie)).toEqual([]);
    await expect(deuren.voer(trekRolIn, { id }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('are never given to oneself, nor taken from oneself', async () => {
    await expect(deuren.voer(geefRol, { medewerker: org.mens.beheerder, rol: 'adviseur' }, await als('beheerder'))).rejects.toMatchObject(bijVeld('medewerker_naam', 'Jezelf'));
    await expect(deuren.voer(trekRolIn, { id: await eersteVan('beheerder') }, await als('beheerder'))).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(deuren.voer(trekPolitiekeRolIn, { id: await eersteVan('griffier') }, await als('griffier'))).rejects.toMatchObject({ code: 'conflict.toestand' });
  });

  it('in the closed compartment are the griffier’s alone: to give, to take back and to see', async () => {
    await deuren.voer(geefPolitiekeRol, { medewerker: org.mens.namensmelder, rol: 'namensmelder' }, await als('griffier'));
    expect(await heeft(org.mens.namensmelder)).toContain('namensmelder:politiek');
    const politiek = await eersteVan('adviseurPolitiek');
    await expect(deuren.voer(geefPolitiekeRol, { medewerker: org.mens.joost, rol: 'adviseur' }, await als('beheerder'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(trekRolIn, { id: politiek }, await als('beheerder'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.vraag(toekenning, { id: politiek }, await als('beheerder'))).rejects.toMatchObject({ code: 'niet-gevonden' });
    await expect(deuren.voer(geefRol, { medewerker: org.mens.raadslid, rol: 'adviseur' }, await als('beheerder'))).rejects.toMatchObject(bijVeld('medewerker_naam', 'politieke compartiment'));
    const gezien = async (wie: Mens) => (await deuren.vraag(rollenLijst, {}, await als(wie))).filter((t) => t.politiek).length;
    expect(await gezien('beheerder')).toBe(0);
    expect(await gezien('adviseur')).toBe(0);
    expect(await gezien('griffier')).toBe(3);
    await deuren.voer(trekPolitiekeRolIn, { id: politiek }, await als('griffier'));
    await expect(deuren.voer(trekPolitiekeRolIn, { id: await eersteVan('adviseur') }, await als('griffier'))).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('of a griffier that came from elsewhere for another compartment open nothing', async () => {
    const wie = await nieuweMens();
    await database.migratie.insertInto('roltoekenning').values({ organisatie_id: org.id, id: nieuwId(), medewerker_id: wie, rol: 'griffier', compartiment: 'ambtelijk', bron: 'aanmelding', sinds: deuren.nu(), ingetrokken_op: null, toegekend_door: null }).execute();
    const vals = await deuren.als(org.id, wie);
    await expect(deuren.voer(geefPolitiekeRol, { medewerker: org.mens.joost, rol: 'griffier' }, vals)).rejects.toMatchObject({ code: 'niet-gevonden' });
    expect((await deuren.vraag(rollenLijst, {}, vals)).filter((t) => t.politiek)).toEqual([]);
  });
});
