// What has to be there before the first measurement: ledgers, pages, the built bare window and two databases.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { root } from '../../../scripts/lib/paths.mjs'
import { writePages } from '../bare/pages.mjs'
import { COUNTS } from '../ledgers/district.mjs'
import { writeLedgers } from '../ledgers/write-ledgers.mjs'
import { YEAR } from './bench.mjs'

async function buildBareWindow(folder) {
  const outDir = join(folder, 'bare-window')
  await build({
    configFile: false,
    root: join(root, 'test', 'bench', 'bare-window'),
    base: './',
    plugins: [react()],
    logLevel: 'warn',
    build: { outDir, emptyOutDir: false },
  })
  return join(outDir, 'index.html')
}

/** A benchmark of a wrong result is worth nothing: every row must have gone in. */
export function checkImport({ answer }, rows) {
  if (answer.rows === rows && answer.rejected.length === 0) return
  const first = JSON.stringify(answer.rejected[0] ?? null)
  throw new Error(`${answer.rows} of ${rows} rows, ${answer.rejected.length} rejected, the first: ${first}`)
}

/** The district with its standard of the year allotted to all branches. */
async function districtData(bench, ledgers) {
  const data = bench.fresh('district')
  checkImport(await bench.command(data, 'import', ledgers.organization), COUNTS.groups)
  checkImport(await bench.command(data, 'import', ledgers.emergency), COUNTS.branches)
  for (const street of new Set(ledgers.branches.map((branch) => branch.street))) {
    await bench.command(data, 'appropriate', '--year', String(YEAR), '--street', `${street}党工委`)
  }
  return data
}

async function sampleData(bench) {
  const data = bench.fresh('sample')
  await bench.command(data, 'sample', '--out', bench.fresh('sample-out'))
  return data
}

/** `{ ledgers, pages, barePage, sample, district }`: paths, and the emergency branches in `ledgers.branches`. */
export async function prepare(bench) {
  mkdirSync(bench.folder, { recursive: true })
  const ledgers = await writeLedgers(bench.folder)
  return {
    ledgers,
    pages: await writePages(bench.folder, ledgers.branches),
    barePage: await buildBareWindow(bench.folder),
    sample: await sampleData(bench),
    district: await districtData(bench, ledgers),
  }
}
