import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

/** Lets Node load the pages of the rooms from their sources, for a measurement that calls acts itself instead of the built program. */
export function laadTsx(): void {
  registerHooks({
    load(url, context, volgende) {
      if (!url.endsWith('.tsx')) return volgende(url, context);
      const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { loader: 'tsx', format: 'esm', jsx: 'automatic', jsxImportSource: 'preact', target: 'node24' });
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
}
