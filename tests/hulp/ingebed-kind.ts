import { startIngebed } from '../../src/platform/database/ingebed.ts'

// A process that holds an embedded server until it is killed: `node ingebed-kind.ts <data folder>`. Says the server's pid when it is ready.
const server = await startIngebed({ gegevensmap: process.argv[2] ?? '', instellingen: { fsync: 'off' } })
process.stdout.write(`${server.pid}\n`)
setInterval(() => undefined, 60_000)
