// The program's own reader as one file, for a process that is not the program and cannot load TypeScript.
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../../scripts/lib/paths.mjs'

/** Answers the path of the module; it exports what `main/import/read-workbook.ts` exports. */
export async function bundleReader(folder) {
  const outDir = join(folder, 'reader')
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: join(root, 'main', 'import', 'read-workbook.ts'),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { entryFileNames: 'reader.mjs' } },
    },
    // The scratch folder has no packages beside it.
    ssr: { noExternal: true },
  })
  return join(outDir, 'reader.mjs')
}
