import { expect, it, vi, onTestFinished } from 'vitest';
import { maakLogboek } from '../platform/logboek/index.ts';
import { startRitme } from './ritme.ts';

function stilleKlok(): void {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
}

it('a turn begins only after the one before has ended, also when that failed', async () => {
  stilleKlok();
  let bezig = 0;
  let keer = 0;
  let tekst = '';
  const ritme = startRitme('proef', 1_000, async () => {
    expect(++bezig).toBe(1);
    await new Promise((klaar) => setTimeout(klaar, 3_000));
    bezig -= 1;
    keer += 1;
    if (keer === 1) throw new Error('Jansen');
  }, maakLogboek({ niveau: 'error', bestemming: { write: (regel: string) => void (tekst += regel) } }));
  await vi.advanceTimersByTimeAsync(12_000);
  expect(keer).toBe(3);
  expect(tekst).toContain('"onderdeel":"proef"');
  expect(tekst).not.toContain('Jansen');
  const lopend = bezig;
  const gestopt = ritme.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  await gestopt;
  expect(keer).toBe(3 + lopend);
});

it('stopping waits for the turn that runs and begins no other', async () => {
  stilleKlok();
  let begonnen = 0;
  let geeindigd = 0;
  const ritme = startRitme('proef', 10, async () => {
    begonnen += 1;
    await new Promise((klaar) => setTimeout(klaar, 500));
    geeindigd += 1;
  }, maakLogboek({ niveau: 'silent' }));
  let klaar = false;
  const stop = ritme.stop().then(() => (klaar = true));
  await vi.advanceTimersByTimeAsync(100);
  expect(klaar).toBe(false);
  await vi.advanceTimersByTimeAsync(5_000);
  await stop;
  expect([begonnen, geeindigd]).toEqual([1, 1]);
});
