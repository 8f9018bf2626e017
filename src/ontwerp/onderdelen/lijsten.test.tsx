import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import * as O from '../index.ts';

const paginas = (pagina: number, aantalPaginas: number) => [...renderToString(<O.Paginering pagina={pagina} aantalPaginas={aantalPaginas} href={(n) => `?p=${n}`} />).matchAll(/Pagina <\/span>(\d+)/g)].map((m) => Number(m[1]));

describe('pages of a list', () => {
  test('one page needs no links', () => expect(renderToString(<O.Paginering pagina={1} aantalPaginas={1} href={String} />)).toBe(''));
  test('first, last and those around the current one', () => {
    expect(paginas(5, 12)).toEqual([1, 4, 5, 6, 12]);
    expect(paginas(1, 2)).toEqual([1, 2]);
    expect(paginas(12, 12)).toEqual([1, 11, 12]);
  });
  test('the first page has no previous, the last no next', () => {
    expect(renderToString(<O.Paginering pagina={1} aantalPaginas={3} href={String} />)).not.toContain('Vorige');
    expect(renderToString(<O.Paginering pagina={3} aantalPaginas={3} href={String} />)).not.toContain('Volgende');
  });
});

test('an empty group of work is left out, unless it has a sentence for that', () => {
  const html = renderToString(<O.VandaagLijst groepen={[{ titel: 'Nu', regels: [] }, { titel: 'Deze week', regels: [], leeg: 'Niets meer.' }]} />);
  expect(html).not.toContain('Nu');
  expect(html).toContain('Niets meer.');
});

test('each step says in words whether it is done, now or later', () => {
  const html = renderToString(<O.Stappen stappen={[{ staat: 'klaar', tekst: 'A' }, { staat: 'nu', tekst: 'B' }, { staat: 'later', tekst: 'C' }]} />);
  expect(html.match(/Gedaan: |Nu bezig: |Nog te doen: /g)).toEqual(['Gedaan: ', 'Nu bezig: ', 'Nog te doen: ']);
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
});

test('a table names its columns in every cell, so that rows can become cards on a phone', () => {
  const html = renderToString(<O.Tabel bijschrift="Dossiers" rijen={[{ n: '1', w: 'Dreiging' }]} kolommen={[{ kop: 'Nummer', rijkop: true, cel: (r) => r.n }, { kop: 'Wat', cel: (r) => r.w }]} />);
  expect(html).toContain('<caption');
  expect(html).toMatch(/<th scope="col"[^>]*>Nummer<\/th>/);
  expect(html).toMatch(/<th scope="row"[^>]*>1<\/th>/);
  expect(html).toMatch(/<td[^>]*data-kop="Wat"/);
});

test('an unknown fact says that it is unknown', () => {
  const html = renderToString(<O.DefinitieLijst items={[{ term: 'Veroorzaker', waarde: '' }, { term: 'Dagen', waarde: 0 }]} />);
  expect(html).toMatch(/Veroorzaker<\/dt><dd><span[^>]*>niet bekend/);
  expect(html).toContain('<dd>0</dd>');
});

test('initials are those of the first and the last name', () => {
  const letters = (naam: string) => renderToString(<O.Avatar naam={naam} />).replace(/<[^>]+>/g, '');
  expect(letters('Karin de Boer')).toBe('KB');
  expect(letters('Samira')).toBe('S');
  expect(letters('  ')).toBe('');
});

test('an icon beside text is silent, an icon alone speaks', () => {
  expect(renderToString(<O.Icoon naam="klok" />)).toContain('aria-hidden="true"');
  expect(renderToString(<O.Icoon naam="klok" label="Termijn" />)).toMatch(/role="img" aria-label="Termijn"/);
});
