import { Hono } from 'hono';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { maakGezondheid, maakMetingen, type Controle } from './index.ts';

const NU = Temporal.Instant.from('2026-11-23T13:10:00Z');

const CONTACT = { beveiligingscontact: 'mailto:veilig@gemeente.example' };

function opstelling(controles: readonly Controle[] = [], contact: { beveiligingscontact: string | undefined } = CONTACT) {
  const app = new Hono();
  app.onError((_, c) => c.text('mis', 500));
  app.use(async (_, next) => next());
  app.get('/dossiers/:id', (c) => c.text('dossier'));
  app.get('/dossiers/:id/stuk', () => {
    throw new Error('stuk');
  });
  const metingen = maakMetingen();
  const gezondheid = maakGezondheid({ controles, metingen, klok: () => NU, url: 'https://rugdekking.example', ...contact });
  const handel = gezondheid.omhul(app);
  return { gezondheid, metingen, vraag: async (pad: string, methode = 'GET') => handel(new Request(`http://localhost${pad}`, { method: methode }), {}) };
}

const deel = (naam: string, vereist: boolean, werkt: () => Promise<boolean>): Controle => ({ naam, vereist, werkt });

describe('readiness', () => {
  it('needs what is required and only tells what is not', async () => {
    const { vraag } = opstelling([deel('database', true, async () => true), deel('virusscanner', false, async () => false)]);
    const antwoord = await vraag('/readyz');
    expect(antwoord.status).toBe(200);
    expect(await antwoord.json()).toEqual({ klaar: true, onderdelen: { database: 'goed', virusscanner: 'weg' } });
  });

  it('is gone when a required part is away, throws or hangs, while the process stays healthy', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    for (const werkt of [async () => false, () => Promise.reject(new Error('weg')), () => new Promise<boolean>(() => undefined)]) {
      const { vraag } = opstelling([deel('database', true, werkt)]);
      const klaar = vraag('/readyz');
      await vi.advanceTimersByTimeAsync(5_000);
      expect((await klaar).status).toBe(503);
      expect((await vraag('/healthz')).status).toBe(200);
    }
  });

  it('is gone as soon as a stop begins', async () => {
    const { vraag, gezondheid } = opstelling();
    expect((await vraag('/readyz')).status).toBe(200);
    gezondheid.stopt();
    expect((await vraag('/readyz')).status).toBe(503);
  });

  it('does not ask the parts again for each of many questions', async () => {
    let keer = 0;
    const { vraag } = opstelling([deel('database', true, async () => ++keer > 0)]);
    await Promise.all(Array.from({ length: 50 }, () => vraag('/readyz')));
    expect(keer).toBe(1);
  });
});

describe('what machines may know', () => {
  it('security.txt names the contact and expires within a year', async () => {
    const tekst = await (await opstelling().vraag('/.well-known/security.txt')).text();
    expect(tekst).toContain('Contact: mailto:veilig@gemeente.example\n');
    expect(tekst).toContain('Canonical: https://rugdekking.example/.well-known/security.txt\n');
    const einde = Temporal.Instant.from(/^Expires: (.+)$/m.exec(tekst)?.[1] ?? '');
    expect(einde.since(NU).total('days')).toBeGreaterThan(100);
    expect(einde.since(NU).total('days')).toBeLessThan(365);
  });

  it('has no security.txt without a contact, keeps search engines out, and sends the same headers as pages', async () => {
    expect((await opstelling([], { beveiligingscontact: undefined }).vraag('/.well-known/security.txt')).status).toBe(404);
    const robots = await opstelling().vraag('/robots.txt');
    expect(await robots.text()).toContain('Disallow: /');
    expect(robots.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('metrics', () => {
  it('count requests by route pattern and status, never by the address asked for', async () => {
    const { vraag, metingen } = opstelling();
    await vraag('/dossiers/0197a000-0000-7000-8000-00000000000a?q=Jansen');
    await vraag('/jansen/weet-ik-veel');
    await vraag('/dossiers/8/stuk');
    await vraag('/dossiers/8', 'JANSEN');
    const tekst = await metingen.tekst();
    expect(tekst).toContain('rugdekking_verzoek_seconden_count{methode="GET",route="/dossiers/:id",status="200"} 1');
    expect(tekst).toContain('rugdekking_verzoek_seconden_count{methode="GET",route="geen",status="404"} 1');
    expect(tekst).toContain('rugdekking_verzoek_seconden_count{methode="GET",route="/dossiers/:id/stuk",status="500"} 1');
    expect(tekst).toContain('methode="anders"');
    expect(tekst).not.toMatch(/jansen|0197a000/i);
  });

  it('show what can be read when one meter fails', async () => {
    const metingen = maakMetingen();
    metingen.registreer(
      { naam: 'wachtrij_wachtend', uitleg: 'Taken', lees: async () => 7 },
      { naam: 'stuk', uitleg: 'Stuk', lees: () => Promise.reject(new Error('geen database')) },
    );
    const tekst = await metingen.tekst();
    expect(tekst).toContain('rugdekking_wachtrij_wachtend 7');
    expect(tekst).toContain('rugdekking_stuk Nan');
    expect(tekst).toContain('process_resident_memory_bytes');
  });
});
