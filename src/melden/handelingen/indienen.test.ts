import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maakTestdeuren, type Testdeuren } from '../../../tests/hulp/deuren.ts';
import { maakOrganisatie, type Mens, type Testorganisatie } from '../../../tests/hulp/organisatie.ts';
import { maakTestDatabase, type TestDatabase } from '../../../tests/hulp/database.ts';
import { Fout, type Veldfout } from '../../kern/fouten/index.ts';
import { nieuwId, type Id } from '../../kern/ids.ts';
import { dossierLijst } from '../../dossier/vragen.ts';
import { maakDossierLezen } from '../../dossier/index.ts';
import { dienMeldingIn, dienMeldingNamensIn } from './indienen.ts';

let database: TestDatabase;
let deuren: Testdeuren;
let org: Testorganisatie;

beforeAll(async () => {
  database = await maakTestDatabase();
});
afterAll(() => database?.opruimen());
beforeEach(async () => {
  deuren = maakTestdeuren(database.app);
  org = await maakOrganisatie(database.migratie);
});

const dreiging = (over: Record<string, unknown> = {}) => ({ vormen: ['dreigen'], wanneer: 'vandaag', tijd: '13.05', locatie: org.locatie.stadhuis, verhaal: 'Hij zei dat hij me buiten zou opwachten.', belwens: 'vandaag', concept: '', ...over });
const als = (wie: Mens) => deuren.als(org.id, org.mens[wie]);
const meld = async (wie: Mens, over: Record<string, unknown> = {}) => deuren.voer(dienMeldingIn, dreiging(over), await als(wie));
const namens = async (wie: Mens, voor: Mens, over: Record<string, unknown> = {}) => deuren.voer(dienMeldingNamensIn, dreiging({ voor: org.mens[voor], bron: 'telefoon', namens_reden: 'ziek thuis', ...over }), await als(wie));

async function velden(actie: Promise<unknown>): Promise<readonly Veldfout[]> {
  try {
    await actie;
  } catch (e) {
    if (e instanceof Fout && e.code === 'invoer.ongeldig') return e.velden;
    throw e;
  }
  throw new Error('dit had geweigerd moeten worden');
}

async function verteld(dossierId: Id): Promise<Set<string>> {
  const rijen = await database.migratie.selectFrom('kennisgeving').select(['aan_id', 'soort']).where('dossier_id', '=', dossierId).where('soort', 'not in', ['melding-ontvangen', 'melding-namens']).execute();
  return new Set(rijen.map((r) => Object.entries(org.mens).find(([, id]) => id === r.aan_id)?.[0] ?? '?'));
}

const helper = async (dossierId: Id) => (await database.migratie.selectFrom('helper').select('medewerker_id').where('dossier_id', '=', dossierId).where('tot', 'is', null).executeTakeFirstOrThrow()).medewerker_id;

describe('reporting', () => {
  it('opens a dossier, tells the leidinggevende and the Adviseur of a serious one, and promises a call', async () => {
    const uit = await meld('samira');
    expect(uit.nummer).toBe('2026-0001');
    expect(await verteld(uit.dossierId)).toEqual(new Set(['karin', 'adviseur', 'adviseurPolitiek']));
    const nazorg = await database.migratie.selectFrom('termijn').selectAll().where('dossier_id', '=', uit.dossierId).where('soort', '=', 'nazorg_24u').executeTakeFirstOrThrow();
    expect([nazorg.aan_id, nazorg.verval_op.toString()]).toEqual([org.mens.karin, '2026-11-23T16:00:00Z']);
    const journaal = await database.migratie.selectFrom('journaal').selectAll().where('dossier_id', '=', uit.dossierId).execute();
    expect(journaal.map((j) => [j.actor, j.handeling, j.resultaat])).toEqual([[org.mens.samira, 'melding.indienen', 'gelukt']]);
    const ontvangst = await database.migratie.selectFrom('kennisgeving').select('aan_id').where('dossier_id', '=', uit.dossierId).where('soort', '=', 'melding-ontvangen').execute();
    expect(ontvangst).toEqual([{ aan_id: org.mens.samira }]);
  });

  it('is done once when the same form is sent twice', async () => {
    const wie = await als('joost');
    const sleutel = crypto.randomUUID();
    const [een, twee] = await Promise.all([deuren.voer(dienMeldingIn, dreiging(), wie, sleutel), deuren.voer(dienMeldingIn, dreiging(), wie, sleutel)]);
    expect(twee).toEqual(een);
    expect(await database.migratie.selectFrom('melding').select('id').where('organisatie_id', '=', org.id).execute()).toHaveLength(1);
  });

  it('keeps emoji and right-to-left as typed, takes NUL out, and refuses a text that is too long at its field', async () => {
    const verhaal = 'Hij riep “مرحبا” 😡\u202E en\u0000 ging';
    const { dossierId } = await meld('samira', { verhaal });
    const m = await database.migratie.selectFrom('melding').select('verhaal').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
    expect(m.verhaal).toBe(verhaal.replace('\u0000', ''));
    expect(await velden(meld('samira', { verhaal: 'a'.repeat(200_000) }))).toEqual([{ veld: 'verhaal', tekst: 'Dit is te lang: 200.000 tekens. Er passen er 20.000.' }]);
  });

  it('refuses a day that does not exist, a moment to come, and nothing at all, each at its field', async () => {
    expect((await velden(meld('samira', { wanneer: 'anders', datum: '30-02-2026' })))[0]?.veld).toBe('datum');
    expect((await velden(meld('samira', { wanneer: 'vandaag', tijd: '23.00' })))[0]?.veld).toBe('tijd');
    expect((await velden(deuren.voer(dienMeldingIn, {}, await als('samira')))).map((f) => f.veld)).toEqual(['vormen', 'wanneer', 'locatie']);
  });

  it('takes no id of another organisation in any field', async () => {
    const ander = await maakOrganisatie(database.migratie);
    expect((await velden(meld('samira', { locatie: ander.locatie.stadhuis })))[0]?.veld).toBe('locatie');
    expect((await velden(meld('samira', { vormen: ['dreigen', 'bestaat-niet'] })))[0]?.veld).toBe('vormen');
    expect((await velden(namens('namensmelder', 'samira', { voor: ander.mens.samira })))[0]?.veld).toBe('voor');
    const vreemd = await deuren.voer(dienMeldingIn, { ...dreiging(), locatie: ander.locatie.stadhuis }, await deuren.als(ander.id, ander.mens.samira));
    const { dossierId } = await meld('samira', { zelfde: vreemd.dossierId, concept: nieuwId() });
    const m = await database.migratie.selectFrom('melding').select('zelfde_als').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
    expect(m.zelfde_als).toBeNull();
    expect(await database.migratie.selectFrom('melding').select('id').where('organisatie_id', '=', ander.id).execute()).toHaveLength(1);
  });
});

describe('the route of a report', () => {
  it('around the leidinggevende tells nobody in the line, and the Adviseur calls', async () => {
    for (const over of [{ route: 'buiten_leidinggevende' }, { belwens: 'niet_via_leidinggevende' }]) {
      const { dossierId } = await meld('samira', over);
      expect(await verteld(dossierId)).toEqual(new Set(['adviseur', 'adviseurPolitiek']));
      expect(await helper(dossierId)).toBe(org.mens.adviseur);
      for (const wie of ['karin', 'directeur'] as const) {
        await expect(deuren.vraag(maakDossierLezen([]), { id: dossierId }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
      }
    }
  });

  it('of a political office holder stays in the closed compartment: no leidinggevende is told, finds it or counts it', async () => {
    const { dossierId, nummer } = await meld('raadslid', { kanaal: 'prive' });
    expect(await verteld(dossierId)).toEqual(new Set(['griffier']));
    expect(await helper(dossierId)).toBe(org.mens.griffier);
    for (const wie of ['karin', 'petra', 'directeur', 'adviseur', 'beheerder', 'fg', 'namensmelder'] as const) {
      await expect(deuren.vraag(maakDossierLezen([]), { id: dossierId }, await als(wie))).rejects.toMatchObject({ code: 'niet-gevonden' });
    }
    for (const wie of ['karin', 'directeur', 'adviseur'] as const) {
      for (const q of ['', nummer, 'opwachten']) {
        const { regels, aantal } = await deuren.vraag(dossierLijst, { q, pagina: 1 }, await als(wie));
        expect([regels.map((r) => r.id), aantal]).toEqual([[], 0]);
      }
    }
    expect((await deuren.vraag(dossierLijst, { q: '', pagina: 1 }, await als('griffier'))).regels.map((r) => r.id)).toEqual([dossierId]);
  });
});

describe('who reports', () => {
  it('follows the phase of the department: in phase 1 nobody himself, in phase 2 the leidinggevende', async () => {
    await expect(meld('buitendienst')).rejects.toMatchObject({ code: 'conflict.toestand' });
    await expect(meld('milan')).rejects.toMatchObject({ code: 'conflict.toestand' });
    await meld('petra');
  });

  it('reports on behalf by role in one compartment, or for who works in a department he leads', async () => {
    for (const [wie, voor] of [['namensmelder', 'milan'], ['namensmelder', 'buitendienst'], ['petra', 'milan'], ['directeur', 'buitendienst'], ['adviseur', 'samira'], ['griffier', 'raadslid'], ['adviseurPolitiek', 'raadslid']] as const) {
      const { dossierId } = await namens(wie, voor);
      const m = await database.migratie.selectFrom('melding').select(['melder_id', 'voor_id', 'namens_reden']).where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
      expect(m).toEqual({ melder_id: org.mens[wie], voor_id: org.mens[voor], namens_reden: 'ziek thuis' });
    }
    for (const [wie, voor] of [['namensmelder', 'raadslid'], ['petra', 'samira'], ['adviseur', 'raadslid'], ['directeur', 'raadslid'], ['griffier', 'samira'], ['namensmelder', 'namensmelder'], ['karin', 'petra']] as const) {
      expect((await velden(namens(wie, voor)))[0]?.veld).toBe('voor');
    }
    for (const wie of ['samira', 'fg', 'beheerder', 'opvang', 'raadslid'] as const) await expect(namens(wie, 'joost')).rejects.toMatchObject({ code: 'niet-gevonden' });
  });

  it('is asked why, and how it came in', async () => {
    expect((await velden(namens('petra', 'milan', { bron: '', namens_reden: ' ' }))).map((f) => f.veld)).toEqual(['bron', 'namens_reden']);
  });

  it('is called himself when a leidinggevende reported for him: that one calls, not the one above', async () => {
    const { dossierId } = await namens('petra', 'milan');
    expect(await helper(dossierId)).toBe(org.mens.petra);
    expect(await verteld(dossierId)).toEqual(new Set(['petra', 'adviseur', 'adviseurPolitiek']));
  });
});

describe('the same event', () => {
  const gekozen = async (dossierId: Id) => (await database.migratie.selectFrom('melding').select('zelfde_als').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow()).zelfde_als;

  it('is set from what was found, never from what was sent', async () => {
    const eerst = await meld('joost');
    expect(await gekozen((await meld('samira', { zelfde: 'ja' })).dossierId)).toBe(eerst.dossierId);
    // The id of a colleague's dossier cannot be named, nor a report of a colleague as one's own.
    expect(await gekozen((await meld('samira', { zelfde: eerst.dossierId, tijd: '12.00' })).dossierId)).toBeNull();
    const eigen = await meld('samira', { tijd: '11.00' });
    expect(await gekozen((await meld('samira', { zelfde: eigen.dossierId, tijd: '11.30' })).dossierId)).toBe(eigen.dossierId);
  });

  it('is looked for at the same place and about the same time', async () => {
    const eerst = await meld('joost', { tijd: '13.00' });
    expect(await gekozen((await meld('samira', { zelfde: 'ja', locatie: org.locatie.wijkpost })).dossierId)).toBeNull();
    expect(await gekozen((await meld('samira', { zelfde: 'ja', wanneer: 'gisteren', tijd: '13.00' })).dossierId)).toBeNull();
    expect(await gekozen((await meld('samira', { zelfde: 'ja', tijd: '07.00' })).dossierId)).toBe(eerst.dossierId);
    expect(await gekozen((await meld('samira', { zelfde: 'ja', wanneer: 'gisteren', tijd: '' })).dossierId)).toBe(eerst.dossierId);
    const elders = await meld('joost', { locatie: 'elders', plek: 'Parkeerplaats zwembad' });
    expect(await gekozen((await meld('samira', { zelfde: 'ja', locatie: 'elders', plek: 'parkeerplaats zwembad' })).dossierId)).toBe(elders.dossierId);
  });

  it('never gives away the closed compartment, another department, who went around his leidinggevende, or who is named as veroorzaker', async () => {
    await meld('raadslid');
    await meld('beveiliger');
    await meld('joost', { route: 'buiten_leidinggevende' });
    const metKarin = await meld('joost', { tijd: '12.50' });
    await database.migratie.insertInto('betrokkene').values({ organisatie_id: org.id, id: nieuwId(), dossier_id: metKarin.dossierId, rol: 'veroorzaker', soort: 'medewerker', medewerker_id: org.mens.karin, toegevoegd_op: deuren.klok(), vervallen_op: null }).execute();
    expect(await gekozen((await meld('karin', { zelfde: 'ja' })).dossierId)).toBeNull();
    expect(await gekozen((await meld('samira', { zelfde: 'ja' })).dossierId)).not.toBeNull();
  });
});
