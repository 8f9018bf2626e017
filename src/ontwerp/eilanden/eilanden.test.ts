import { describe, expect, test } from 'vitest';
import { leesbaar } from './bestanden.ts';
import { schrijfDatum, schrijfTijd } from './datum.ts';

describe('dates are rewritten to dd-mm-jjjj and nothing is lost', () => {
  test.each([
    ['23112026', '23-11-2026'],
    ['23-11-2026', '23-11-2026'],
    ['3/9/2026', '03-09-2026'],
    ['3.9.26', '03-09-2026'],
    [' 3 9 2026 ', '03-09-2026'],
    ['23 november', '23 november'],
    ['gisteren', 'gisteren'],
    ['2026-11-23', '2026-11-23'],
    ['31-02-2026', '31-02-2026'],
    ['', ''],
  ])('%s becomes %s', (getypt, verwacht) => expect(schrijfDatum(getypt)).toBe(verwacht));
});

describe('times are rewritten to 14.10', () => {
  test.each([
    ['1410', '14.10'],
    ['14:10', '14.10'],
    ['9.05 uur', '9.05'],
    ['905', '9.05'],
    ['rond tien uur', 'rond tien uur'],
    ['', ''],
  ])('%s becomes %s', (getypt, verwacht) => expect(schrijfTijd(getypt)).toBe(verwacht));
});

test('sizes of files are said as people say them', () => {
  expect(leesbaar(0)).toBe('1 kB');
  expect(leesbaar(412_300)).toBe('412 kB');
  expect(leesbaar(1_234_567)).toBe('1,2 MB');
});
