import { writeSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wacht } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';
import { maakBewaring, maakKluis, hoofdsleutels, mapopslag, neemIn, schrijfVoornemen, type Opslag } from '../../src/platform/bestanden/index.ts';
import { maakDatabase } from '../../src/platform/database/index.ts';

// Takes in a file and seals it, says under which keys, and then never writes its row: `node upload-kind.ts <data folder> <connection as JSON>
// <organisation> <moment> <when: 'klaar' after sealing, 'halverwege' while it is being written>`. Meant to be killed.
const [map = '', verbinding = '{}', organisatie = '', moment = '', wanneer = 'klaar'] = process.argv.slice(2);
const { db } = maakDatabase(JSON.parse(verbinding) as object);
const echt = mapopslag(join(map, 'bestanden'));
const spoelmap = join(map, 'spoel');

const ligtErIets = async (): Promise<boolean> => (await readdir(join(map, 'bestanden'), { recursive: true, withFileTypes: true }).catch(() => [])).some((d) => d.isFile());

/** Gives all but the end, and once that is on disk waits for ever. */
async function* zonderEinde(inhoud: Readable): AsyncGenerator<Buffer> {
  for await (const blok of inhoud as AsyncIterable<Buffer>) {
    yield blok.subarray(0, 40);
    while (!(await ligtErIets())) await wacht(5);
    writeSync(1, 'bezig\n');
    await new Promise(() => setInterval(() => undefined, 60_000));
  }
}
const opslag: Opslag = wanneer === 'klaar' ? echt : { ...echt, schrijf: (sleutel, inhoud) => echt.schrijf(sleutel, Readable.from(zonderEinde(inhoud), { objectMode: false })) };
const bewaring = maakBewaring({ opslag, kluis: maakKluis(await hoofdsleutels(map, {})), spoelmap });

const ingenomen = await neemIn(Readable.from([Buffer.from('Dit lag op mijn auto.')]), { naam: 'briefje.txt', spoelmap });
await bewaring.bewaar(ingenomen, `${organisatie}/proef`, async (sleutels) => {
  await schrijfVoornemen(db, organisatie, sleutels, Temporal.Instant.from(moment));
  writeSync(1, `${sleutels.join(' ')}\n`);
});
await rm(ingenomen.pad, { force: true });
writeSync(1, 'klaar\n');
setInterval(() => undefined, 60_000);
