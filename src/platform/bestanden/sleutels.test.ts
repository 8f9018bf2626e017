import { chmod, readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proefmap } from './proefbestanden.ts';
import { hoofdsleutels } from './sleutels.ts';

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

describe('the master keys for files', () => {
  it('are made once, for this user alone, by many processes at the same time', async () => {
    const map = await proefmap();
    const keren = await Promise.all(Array.from({ length: 20 }, () => hoofdsleutels(map, {})));
    const [eerste] = keren;
    for (const keer of keren) expect(keer).toEqual(eerste);
    expect(await readdir(join(map, 'sleutels'))).toEqual(['bestanden.key']);
    expect((await stat(join(map, 'sleutels'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(map, 'sleutels', 'bestanden.key'))).mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readFile(join(map, 'sleutels', 'bestanden.key'), 'utf8'), 'base64').length).toBe(32);
  });

  it('are refused when others can read the file', async () => {
    const map = await proefmap();
    await hoofdsleutels(map, {});
    await chmod(join(map, 'sleutels', 'bestanden.key'), 0o640);
    await expect(hoofdsleutels(map, {})).rejects.toThrow('chmod 600');
  });

  it('come from the environment when given there, first one first, and no file is made', async () => {
    const map = await proefmap();
    const sleutels = await hoofdsleutels(map, { RUGDEKKING_BESTANDSSLEUTEL: `${base64(1)},${base64(2)}` });
    expect(sleutels.map(({ sleutel }) => sleutel[0])).toEqual([1, 2]);
    expect(await readdir(map)).toEqual([]);
  });

  it('are refused when too short', async () => {
    await expect(hoofdsleutels(await proefmap(), { RUGDEKKING_BESTANDSSLEUTEL: 'a29ydA==' })).rejects.toThrow('32 bytes');
  });
});
