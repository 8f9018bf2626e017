import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { ICONEN, LUCIDE, type IcoonNaam } from './iconen.ts';

const vindt = createRequire(import.meta.url);

test.each(Object.entries(LUCIDE))('icon %s is the drawing %s of the installed package', (naam, lucide) => {
  const svg = readFileSync(vindt.resolve(`lucide-static/icons/${lucide}.svg`), 'utf8');
  const getekend = [...svg.matchAll(/<(path|circle|rect|line|polyline|polygon|ellipse)\s([^>]*?)\/>/g)].map(([, soort = '', rest = '']) => [
    soort,
    Object.fromEntries([...rest.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, k = '', w = '']) => [k, w])),
  ]);
  expect(getekend.length).toBeGreaterThan(0);
  expect(ICONEN[naam as IcoonNaam]).toEqual(getekend);
});
