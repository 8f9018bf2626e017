import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakLogboek, type Logboek, type Logniveau } from './index.ts';
import { toegestaneVelden } from './velden.ts';

const KANARIE = 'Kanarie de Vries 123456782';

function vang(niveau: Logniveau = 'trace'): { logboek: Logboek; tekst: () => string; regels: () => Record<string, unknown>[] } {
  let tekst = '';
  return {
    logboek: maakLogboek({ niveau, bestemming: { write: (regel: string) => void (tekst += regel) } }),
    tekst: () => tekst,
    regels: () => tekst.trim().split('\n').map((regel) => JSON.parse(regel) as Record<string, unknown>),
  };
}

/** Stands for code that reaches the log past the types, as a careless cast would. */
const ruw = (waarde: object): object => waarde;

describe('the technical log', () => {
  it('writes level, UTC time, text and known fields as one JSON line', () => {
    const { logboek, regels } = vang();
    logboek.met({ verzoekId: 'v-1' }).info({ route: '/dossiers/:id', methode: 'GET', status: 200, duurMs: 3.5 }, 'verzoek afgehandeld');
    const [regel] = regels();
    expect(regel).toMatchObject({ niveau: 'info', bericht: 'verzoek afgehandeld', verzoekId: 'v-1', route: '/dossiers/:id', methode: 'GET', status: 200, duurMs: 3.5 });
    expect(regel?.['tijd']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(Object.keys(regel ?? {}).toSorted()).toEqual(['bericht', 'duurMs', 'methode', 'niveau', 'route', 'status', 'tijd', 'verzoekId']);
  });

  it('keeps lines below its level to itself', () => {
    const { logboek, tekst } = vang('warn');
    logboek.info({}, 'niet te zien');
    expect(tekst()).toBe('');
  });

  it('writes a percent sign in a text as it stands', () => {
    const { logboek, regels } = vang();
    logboek.info({}, 'schijf 90 %s vol');
    expect(regels()[0]?.['bericht']).toBe('schijf 90 %s vol');
  });

  it('refuses, when compiled, a text that is not fixed in the code', () => {
    const { logboek, regels } = vang();
    const naam: string = 'x';
    // @ts-expect-error a variable can hold personal data
    logboek.info({}, naam);
    // @ts-expect-error so can a template
    logboek.info({}, `melding van ${naam}`);
    logboek.info({}, `een vaste tekst`);
    expect(regels()).toHaveLength(3);
  });

  it('drops a canary under any key, at any nesting, in any allowed field', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...Object.keys(toegestaneVelden), 'fout', 'bericht', 'niveau', 'tijd', 'level', 'msg', 'err', '__proto__', 'toJSON'), fc.string()),
        fc.letrec<{ waarde: unknown }>((tie) => ({
          waarde: fc.oneof(
            { depthSize: 'small' },
            fc.constant<unknown>(KANARIE),
            fc.constant<unknown>({ toJSON: () => KANARIE }),
            fc.constant<unknown>(new Error(KANARIE)),
            fc.array(tie('waarde'), { minLength: 1, maxLength: 2 }),
            fc.dictionary(fc.constantFrom('naam', 'fout', 'stack', KANARIE), tie('waarde'), { minKeys: 1 }),
          ),
        })).waarde,
        (sleutel, waarde) => {
          const { logboek, tekst } = vang();
          logboek.met(ruw({ [sleutel]: waarde })).error(ruw({ [sleutel]: waarde, [KANARIE]: waarde }), 'vaste tekst');
          expect(tekst()).toContain('vaste tekst');
          expect(tekst()).not.toContain('Kanarie');
          expect(tekst()).not.toContain('123456782');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('drops a raw path or query given as a route', () => {
    const { logboek, regels } = vang();
    for (const route of ['/zoek?q=jansen', '/dossiers/2026-0412', '/d/018f3c52-0000-7000-8000-000000000000', '/a b']) logboek.info({ route }, 'verzoek');
    for (const regel of regels()) expect(regel).not.toHaveProperty('route');
  });
});

describe('an error in the log', () => {
  const log = (fout: unknown): { tekst: string; fout: Record<string, unknown> } => {
    const { logboek, tekst, regels } = vang();
    logboek.error({ fout }, 'mislukt');
    return { tekst: tekst(), fout: regels()[0]?.['fout'] as Record<string, unknown> };
  };

  it('keeps name, code and places in the code, not the message', () => {
    const uit = log(Object.assign(new TypeError(KANARIE), { code: 'ERR_IETS' }));
    expect(uit.tekst).not.toContain('Kanarie');
    expect(uit.fout).toMatchObject({ naam: 'TypeError', code: 'ERR_IETS' });
    expect(uit.fout['plaatsen']).toEqual(expect.arrayContaining([expect.stringMatching(/index\.test\.ts:\d+:\d+$/)]));
  });

  it('is not fooled by a message that looks like a stack frame', () => {
    expect(log(new Error(`a\n    at Kanarie (/Kanarie:1:1)\n    at /Kanarie:2:2`)).tekst).not.toContain('Kanarie');
  });

  it('is not fooled by a message or name changed afterwards', () => {
    const vals = `eerst\n    at /Kanarie:1:1`;
    for (const bericht of ['', 'eerst', 'anders', 'eers']) {
      const fout = new Error(vals);
      fout.message = bericht;
      fout.name = KANARIE;
      expect(log(fout).tekst, bericht).not.toContain('Kanarie');
    }
  });

  it('follows causes, without their messages', () => {
    const uit = log(new Error('buiten', { cause: new RangeError(KANARIE) }));
    expect(uit.tekst).not.toContain('Kanarie');
    expect(uit.fout['oorzaak']).toMatchObject({ naam: 'RangeError' });
  });

  it('keeps of a database error only code, constraint and table', () => {
    const pgfout = Object.assign(new Error(`duplicate key (naam)=(${KANARIE})`), {
      name: 'error', severity: 'ERROR', code: '23505', detail: KANARIE, hint: KANARIE, where: KANARIE, internalQuery: KANARIE,
      schema: 'public', table: 'melding', column: KANARIE, constraint: 'melding_pkey',
    });
    const uit = log(pgfout);
    expect(uit.tekst).not.toContain('Kanarie');
    expect(uit.fout).toEqual({ naam: 'DatabaseError', code: '23505', constraint: 'melding_pkey', tabel: 'melding' });
  });
});
