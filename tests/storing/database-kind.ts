import { startIngebed } from '../../src/platform/database/ingebed.ts';

// A process that holds a real server, with fsync as in production, until it is killed: `node database-kind.ts <data folder>`.
await startIngebed({ gegevensmap: process.argv[2] ?? '' });
setInterval(() => undefined, 60_000);
