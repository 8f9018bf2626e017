import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import * as O from '../index.ts';

const stand = { waarden: { naam: 'Sam', soort: ['dreigen', 'schelden'] }, fouten: [{ veld: 'naam', tekst: 'Vul de hele naam in.' }] };

describe('fields', () => {
  test('what a person typed comes back as text, never as markup', () => {
    const html = renderToString(<O.TekstVeld naam="naam" label="Naam" waarde={`"><script>alert(1)</script>`} />);
    expect(html).not.toContain('<script');
    expect(renderToString(<O.TekstGebied naam="v" label="V" waarde={'</textarea><img src=x>'} />)).not.toContain('<img');
  });

  test('a field in error says so in words at the field and to screen readers', () => {
    const html = renderToString(<O.TekstVeld {...O.veld(stand, 'naam')} label="Naam" uitleg="Voor- en achternaam" verplicht />);
    expect(html).toContain('aria-describedby="veld-naam-uitleg veld-naam-fout"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-required="true"');
    expect(html).toContain('value="Sam"');
    expect(html).toMatch(/id="veld-naam-fout".*Vul de hele naam in\./);
  });

  test('a field without error or explanation points at nothing', () => {
    const html = renderToString(<O.TekstVeld naam="naam" label="Naam" />);
    expect(html).not.toContain('aria-describedby');
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('aria-required');
  });

  test('the label says whether an answer is needed', () => {
    expect(renderToString(<O.TekstVeld naam="a" label="A" verplicht />)).toContain('(verplicht)');
    expect(renderToString(<O.TekstVeld naam="a" label="A" />)).toContain('(niet verplicht)');
  });

  test('names with dots and brackets give an id that a link can point at', () => {
    expect(O.veldId('tijd.begin[0]')).toBe('veld-tijd-begin-0-');
    expect(renderToString(<O.TekstVeld naam="tijd.begin[0]" label="A" />)).toContain('id="veld-tijd-begin-0-" name="tijd.begin[0]"');
  });

  test('several ticked values come back ticked, and only those', () => {
    const html = renderToString(
      <O.Vinkjes {...O.veldMeer(stand, 'soort')} label="Wat gebeurde er?" opties={['dreigen', 'schelden', 'anders'].map((waarde) => ({ waarde, label: waarde }))} />,
    );
    expect([...html.matchAll(/value="(\w+)" checked/g)].map((m) => m[1])).toEqual(['dreigen', 'schelden']);
  });

  test('the first option of a group carries the id that the summary links to', () => {
    const html = renderToString(<O.Keuzes naam="wie" label="Wie?" fout="Kies." opties={[{ waarde: 'a', label: 'A' }, { waarde: 'b', label: 'B' }]} />);
    expect(html).toMatch(/<input[^>]*id="veld-wie"[^>]*value="a"/);
    expect(html).toMatch(/<fieldset[^>]*role="radiogroup"[^>]*aria-invalid="true"/);
  });

  test('a list without an empty choice starts at its first option, with one it does not choose for you', () => {
    const opties = [{ waarde: 'x', label: 'X' }];
    expect(renderToString(<O.Selectie naam="s" label="S" opties={opties} />)).not.toContain('selected');
    expect(renderToString(<O.Selectie naam="s" label="S" opties={opties} leeg="Kies" />)).toMatch(/<option value selected>/);
    expect(renderToString(<O.Selectie naam="s" label="S" opties={opties} leeg="Kies" waarde="x" />)).toMatch(/<option value="x" selected>/);
  });
});

describe('forms', () => {
  const formulier = (extra: Partial<Parameters<typeof O.Formulier>[0]> = {}) =>
    renderToString(
      <O.Formulier actie="/melden" csrf="teken" sleutel="0192" {...extra}>
        <O.Knop>Verder</O.Knop>
      </O.Formulier>,
    );

  test('a form carries its token and its key, and leaves judging to the page', () => {
    const html = formulier();
    expect(html).toContain('<input type="hidden" name="_csrf" value="teken"/>');
    expect(html).toContain('<input type="hidden" name="_sleutel" value="0192"/>');
    expect(html).toContain('novalidate');
    expect(html).toContain('method="post"');
  });

  test('explanation and summary stand before the form, not in it', () => {
    const html = formulier({ fouten: stand.fouten });
    expect(html.indexOf('(verplicht)')).toBeLessThan(html.indexOf('<form'));
    expect(html.indexOf('Eén ding klopt nog niet')).toBeLessThan(html.indexOf('<form'));
    expect(html).toContain('<a class="ams-link" href="#veld-naam">Vul de hele naam in.</a>');
  });

  test('an error of the form as a whole is a sentence without a link', () => {
    const html = formulier({ fouten: [{ veld: '', tekst: 'Dit dossier is al afgesloten.' }] });
    expect(html).toContain('<li>Dit dossier is al afgesloten.</li>');
  });

  test('only a form with files is sent in parts', () => {
    expect(formulier()).not.toContain('enctype');
    expect(formulier({ bestanden: true })).toContain('enctype="multipart/form-data"');
  });

  test('who was signed out meanwhile reads that nothing was lost and nothing was sent', () => {
    expect(formulier({ hervat: true })).toContain('Er is nog niets verstuurd.');
    expect(formulier()).not.toContain('uitgelogd');
  });

  test('what someone else changed is named, fields without a name for people are left out', () => {
    const html = formulier({ conflict: [{ veld: 'plek', nu: 'Balie' }, { veld: 'intern_id', nu: 'geheim' }, { veld: 'wie', nu: '' }], veldnamen: { plek: 'Plek', wie: 'Wie het doet' } });
    expect(html).toContain('is nu: “Balie”');
    expect(html).toMatch(/Wie het doet<\/a> is nu: niets/);
    expect(html).not.toContain('geheim');
  });
});

describe('pages', () => {
  const pagina = (extra: Partial<O.PaginaProps> = {}) =>
    O.rendeer(
      <O.Pagina titel="Vandaag" middelen={{ css: ['/m/a.css'], js: ['/m/a.js'] }} {...extra}>
        <O.Kop niveau={1}>Vandaag</O.Kop>
      </O.Pagina>,
    );

  test('a page starts with its doctype, its language and what it is about', () => {
    expect(pagina()).toMatch(/^<!doctype html><html lang="nl"><head><meta charset="utf-8"\/><title>Vandaag – Rugdekking<\/title>/);
  });

  test('a chosen theme stands on the page before it is painted', () => {
    expect(pagina({ middelen: { css: [], js: [], thema: 'donker' } })).toContain('<html lang="nl" data-thema="donker">');
  });

  test('the reporting form shows only the brand and a way out', () => {
    const html = pagina({ smal: true, stop: '/klaar', menu: [{ tekst: 'Dossiers', href: '/dossiers' }], gebruiker: { naam: 'Karin de Boer', csrf: 'x' } });
    expect(html).toContain('href="/klaar">Stoppen</a>');
    expect(html).not.toContain('Dossiers');
    expect(html).not.toContain('Karin');
  });

  test('the way out can be a button of the form, which never stands for Enter', () => {
    const html = pagina({ smal: true, stop: { formulier: 'stap', naam: 'ga', waarde: 'stop', enter: 'verder' } });
    const knoppen = [...html.matchAll(/<button[^>]*form="stap"[^>]*value="([a-z]+)"[^>]*>/g)].map((m) => m[1]);
    expect(knoppen).toEqual(['verder', 'stop']);
    expect(html).toContain('tabindex="-1" aria-hidden="true">');
  });

  test('no page carries a style or a handler of its own (strict content policy)', () => {
    const html = pagina({ gebruiker: { naam: 'Karin de Boer', csrf: 'x' }, menu: [{ tekst: 'Dossiers', href: '/dossiers', aantal: 0 }] });
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|<style/);
    expect(html).not.toContain('rd-aantal');
  });
});
