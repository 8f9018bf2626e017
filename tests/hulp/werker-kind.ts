import { writeSync } from 'node:fs'
import { maakLogboek } from '../../src/platform/logboek/index.ts'
import { werker } from '../../src/platform/wachtrij/index.ts'

// A worker that takes up a job, says so, and never finishes it: `node werker-kind.ts <connection as JSON>`. Meant to be killed.
await werker({
  verbinding: JSON.parse(process.argv[2] ?? '{}') as object,
  logboek: maakLogboek({ niveau: 'silent' }),
  taken: {
    proef: async () => {
      writeSync(1, 'bezig\n')
      await new Promise(() => undefined)
    },
  },
}).start()
writeSync(1, 'klaar\n')
