import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { bericht, berichtsoorten, postlink } from './berichten.ts';

const LINK = 'https://rugdekking.lindewaard.example/w/018f3c52-0000-7000-8000-000000000000';

describe('the text of mail', () => {
  it('has one of two subjects, whatever it is about', () => {
    const onderwerpen = new Set(berichtsoorten.map((soort) => bericht(soort, LINK).onderwerp));
    expect(onderwerpen).toEqual(new Set(['Er staat iets voor je klaar in Rugdekking', 'Dringend: er staat iets voor je klaar in Rugdekking']));
  });

  it.each(berichtsoorten)('%s says in text and HTML the same, with the link, and nothing of the matter', (soort) => {
    const { tekst, html } = bericht(soort, LINK);
    expect(tekst).toContain(`\n${LINK}\n`);
    expect(html).toContain(`<a href="${LINK}">Open Rugdekking</a>`);
    for (const regel of tekst.split('\n').filter((deel) => deel !== '' && !deel.startsWith('Open Rugdekking:'))) expect(html).toContain(regel);
    expect(tekst.replace(LINK, '')).not.toMatch(/agressie|dreig|geweld|slachtoffer|veroorzaker|incident|dossier|\d{4}/i);
    expect(html).not.toMatch(/<img|<script|src=|http:/);
    expect(tekst.split(/[.!?]\s/).every((zin) => zin.split(/\s+/).length <= 25)).toBe(true);
  });

  it.each(berichtsoorten)('%s is valid, accessible HTML', async (soort) => {
    const uitslag = await new HtmlValidate({ extends: ['html-validate:recommended', 'html-validate:a11y'] }).validateString(bericht(soort, LINK).html);
    expect(uitslag.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual([]);
  });

  it('cannot be broken out of by a link', () => {
    expect(bericht('terugkoppeling', 'https://x/"><script>').html).not.toContain('<script>');
  });
});

describe('a link for mail', () => {
  it('is the address of the installation and an opaque path', () => {
    expect(postlink('https://rugdekking.lindewaard.example/', '/w/018f3c52-0000-7000-8000-000000000000')).toBe(LINK);
    expect(postlink('https://x.example', '/mijn-meldingen/018f3c52-0000-7000-8000-000000000000/bevestig')).toBe('https://x.example/mijn-meldingen/018f3c52-0000-7000-8000-000000000000/bevestig');
    expect(postlink('http://localhost:8080', '/uitnodiging/Zk3vQ9xW0bL8sN2mT7yR4c')).toBe('http://localhost:8080/uitnodiging/Zk3vQ9xW0bL8sN2mT7yR4c');
  });

  it.each(['/w/1?naam=jansen', '/w/1#x', '//elders.example', 'https://elders.example', '/zoek/Jan%20Jansen', '/w/../x', '', '/', '/dossiers/2026-0412', '/medewerker/Samira'])('is never %j', (pad) => {
    expect(() => postlink('https://rugdekking.lindewaard.example', pad)).toThrow('fixed words and ids');
  });
});
