import { describe, expect, it } from 'vitest';
import { draaiProgramma } from './programma.ts';

async function draai(...argumenten: string[]): Promise<{ code: number; uit: string; fout: string }> {
  let uit = '';
  let fout = '';
  const code = await draaiProgramma(argumenten, {
    map: '/bestaat/niet', versie: '1.2.3', omgeving: { RUGDEKKING_DATA: '/bestaat/niet' }, uit: process.stdout, zeg: (t) => void (uit += `${t}\n`), meld: (t) => void (fout += `${t}\n`),
  });
  return { code, uit, fout };
}

const ENGELS = /usage|options|command\b|commands|error|display|unknown|argument\b|missing|did you mean/i;

describe('the command line', () => {
  it.each([[['--help']], [['help']], [['start', '--help']], [['journaal', '--help']], [['help', 'journaal']], [['journaal', 'controleer', '--help']]])('explains %j in Dutch', async (argumenten) => {
    const { code, uit, fout } = await draai(...argumenten);
    expect(code).toBe(0);
    expect(fout).toBe('');
    expect(uit).toContain('Gebruik: rugdekking');
    expect(uit).not.toMatch(ENGELS);
  });

  it('names the version', async () => {
    expect(await draai('--versie')).toEqual({ code: 0, uit: '1.2.3\n', fout: '' });
  });

  it.each([
    [['strat'], 'Onbekende opdracht: strat\nBedoelde je start?'],
    [['start', '--deemo'], 'Onbekende optie: --deemo\nBedoelde je --demo?'],
    [['start', 'nu'], 'Dat zijn te veel woorden bij deze opdracht.'],
    [['journaal', 'controleer', '--organisatie'], 'Bij deze optie hoort een waarde: --organisatie <id>'],
  ])('says of %j what is wrong, in Dutch', async (argumenten, tekst) => {
    const { code, uit, fout } = await draai(...argumenten);
    expect({ code, uit }).toEqual({ code: 1, uit: '' });
    expect(fout.trim()).toBe(tekst);
  });

  it.each([[['journaal', 'controleer']], [['journaal', 'zegel']]])('does not make a database by mistake (%j)', async (argumenten) => {
    const { code, fout } = await draai(...argumenten);
    expect(code).toBe(1);
    expect(fout).toContain('staat geen database');
  });

  it('refuses an organisation that is no id before it looks anywhere', async () => {
    expect((await draai('journaal', 'controleer', '--organisatie', "x'; drop table journaal")).fout).toContain('het id van een organisatie');
  });
});
