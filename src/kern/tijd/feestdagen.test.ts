import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eerstePaasdag, feestdagen, KalenderInstellingen } from './feestdagen.ts';

/** Public knowledge, typed over and not computed; agrees with the lists of github.com/PanderMusubi/dutch-holidays. Month-day per holiday. */
const bekendeJaren: readonly [jaar: number, goedeVrijdag: string, pasen: string, koningsdag: string, hemelvaart: string, pinksteren: string][] = [
  [2015, '04-03', '04-05', '04-27', '05-14', '05-24'],
  [2016, '03-25', '03-27', '04-27', '05-05', '05-15'],
  [2017, '04-14', '04-16', '04-27', '05-25', '06-04'],
  [2018, '03-30', '04-01', '04-27', '05-10', '05-20'],
  [2019, '04-19', '04-21', '04-27', '05-30', '06-09'],
  [2020, '04-10', '04-12', '04-27', '05-21', '05-31'],
  [2021, '04-02', '04-04', '04-27', '05-13', '05-23'],
  [2022, '04-15', '04-17', '04-27', '05-26', '06-05'],
  [2023, '04-07', '04-09', '04-27', '05-18', '05-28'],
  [2024, '03-29', '03-31', '04-27', '05-09', '05-19'],
  [2025, '04-18', '04-20', '04-26', '05-29', '06-08'],
  [2026, '04-03', '04-05', '04-27', '05-14', '05-24'],
  [2027, '03-26', '03-28', '04-27', '05-06', '05-16'],
  [2028, '04-14', '04-16', '04-27', '05-25', '06-04'],
  [2029, '03-30', '04-01', '04-27', '05-10', '05-20'],
  [2030, '04-19', '04-21', '04-27', '05-30', '06-09'],
];
const tweedeDagen = new Map([
  ['2015', ['04-06', '05-25']], ['2016', ['03-28', '05-16']], ['2017', ['04-17', '06-05']], ['2018', ['04-02', '05-21']],
  ['2019', ['04-22', '06-10']], ['2020', ['04-13', '06-01']], ['2021', ['04-05', '05-24']], ['2022', ['04-18', '06-06']],
  ['2023', ['04-10', '05-29']], ['2024', ['04-01', '05-20']], ['2025', ['04-21', '06-09']], ['2026', ['04-06', '05-25']],
  ['2027', ['03-29', '05-17']], ['2028', ['04-17', '06-05']], ['2029', ['04-02', '05-21']], ['2030', ['04-22', '06-10']],
]);

const instellingen = (meer: Partial<KalenderInstellingen> = {}) => KalenderInstellingen.parse(meer);

function alsLijst(jaar: number, meer: Partial<KalenderInstellingen> = {}): string[] {
  return feestdagen(jaar, instellingen(meer)).map(({ datum, naam }) => `${datum.toString()} ${naam}`);
}

describe('feestdagen', () => {
  it.each(bekendeJaren)('%i has the holidays of the printed calendar', (jaar, goedeVrijdag, pasen, koningsdag, hemelvaart, pinksteren) => {
    const [paasmaandag = '', pinkstermaandag = ''] = tweedeDagen.get(String(jaar)) ?? [];
    const verwacht: string[] = [
      `${jaar}-01-01 Nieuwjaarsdag`,
      `${jaar}-${goedeVrijdag} Goede Vrijdag`,
      `${jaar}-${pasen} Eerste Paasdag`,
      `${jaar}-${paasmaandag} Tweede Paasdag`,
      `${jaar}-${koningsdag} Koningsdag`,
      `${jaar}-05-05 Bevrijdingsdag`,
      `${jaar}-${hemelvaart} Hemelvaartsdag`,
      `${jaar}-${pinksteren} Eerste Pinksterdag`,
      `${jaar}-${pinkstermaandag} Tweede Pinksterdag`,
      `${jaar}-12-25 Eerste Kerstdag`,
      `${jaar}-12-26 Tweede Kerstdag`,
    ];
    expect(alsLijst(jaar, { goedeVrijdag: true, bevrijdingsdag: 'elk jaar' }).sort()).toEqual(verwacht.sort());
  });

  it('Good Friday counts only when the organisation says so', () => {
    expect(alsLijst(2026)).not.toContain('2026-04-03 Goede Vrijdag');
    expect(alsLijst(2026, { goedeVrijdag: true })).toContain('2026-04-03 Goede Vrijdag');
  });

  it.each([
    ['nooit', 2025, false], ['nooit', 2026, false],
    ['lustrum', 2025, true], ['lustrum', 2026, false], ['lustrum', 2029, false], ['lustrum', 2030, true],
    ['elk jaar', 2026, true],
  ] as const)('with Bevrijdingsdag set to "%s", 5 May %i is a day off: %s', (bevrijdingsdag, jaar, vrij) => {
    expect(alsLijst(jaar, { bevrijdingsdag }).includes(`${jaar}-05-05 Bevrijdingsdag`)).toBe(vrij);
  });

  it('own closing days appear in their own year, marked as own and in order', () => {
    const eigenSluitingsdagen = [{ datum: '2026-05-15', naam: 'Dag na Hemelvaart' }, { datum: '2027-05-07', naam: 'Dag na Hemelvaart' }];
    const dagen = feestdagen(2026, instellingen({ eigenSluitingsdagen }));
    expect(dagen.filter((dag) => dag.eigen).map((dag) => dag.datum.toString())).toEqual(['2026-05-15']);
    expect(dagen.map((dag) => dag.datum.toString())).toEqual(dagen.map((dag) => dag.datum.toString()).toSorted());
  });

  it('Koningsdag is never on a Sunday and always on 26 or 27 April', () => {
    fc.assert(fc.property(fc.integer({ min: 2014, max: 2199 }), (jaar) => {
      const dag = feestdagen(jaar, instellingen()).find(({ naam }) => naam === 'Koningsdag')?.datum;
      expect(dag?.dayOfWeek).not.toBe(7);
      expect([`${jaar}-04-26`, `${jaar}-04-27`]).toContain(dag?.toString());
    }));
  });

  it('Easter is the Sunday after the first ecclesiastical full moon of spring, by the table of golden numbers', () => {
    // Independent of the algorithm: paschal full moons for 1900–2199 from the Book of Common Prayer, golden number 1–19, as month-day.
    const volleMaan = [
      '04-14', '04-03', '03-23', '04-11', '03-31', '04-18', '04-08', '03-28', '04-16', '04-05', '03-25', '04-13', '04-02', '03-22', '04-10', '03-30',
      '04-17', '04-07', '03-27',
    ];
    for (let jaar = 1900; jaar < 2200; jaar += 1) {
      const maan = Temporal.PlainDate.from(`${jaar}-${volleMaan[jaar % 19]}`);
      const zondagErna = maan.add({ days: 7 - (maan.dayOfWeek % 7) });
      expect(eerstePaasdag(jaar).toString(), String(jaar)).toBe(zondagErna.toString());
    }
  });
});

describe('KalenderInstellingen', () => {
  it('without anything set has the defaults of the product', () => {
    expect(instellingen()).toEqual({
      goedeVrijdag: false, bevrijdingsdag: 'lustrum', beginWerkdag: '08:30', eindeWerkdag: '17:00', eigenSluitingsdagen: [],
    });
  });

  it.each([
    [{ beginWerkdag: '17:00', eindeWerkdag: '08:30' }, 'Het einde van de werkdag ligt na het begin.'],
    [{ eindeWerkdag: '25:00' }, 'Schrijf de tijd als 17:00.'],
    [{ eigenSluitingsdagen: [{ datum: '2026-02-30', naam: 'Dicht' }] }, 'Schrijf de datum als 2026-11-23.'],
  ])('refuses %j', (invoer, bericht) => {
    expect(KalenderInstellingen.safeParse(invoer).error?.issues.map((kwestie) => kwestie.message)).toEqual([bericht]);
  });
});
