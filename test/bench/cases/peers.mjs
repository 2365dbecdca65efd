// Command-line programs that do the least of an import: a sheet to CSV, the CSV into SQLite. They check nothing.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { run } from '../../../scripts/lib/run.mjs'
import { say } from '../../../scripts/lib/say.mjs'
import { ROSTER_COLUMNS, ROSTER_TITLE_ROWS } from '../ledgers/roster.mjs'
import { measureShell, quoted } from '../measure/shell.mjs'
import { openBare } from '../scale/write-scale.mjs'

/** Program → the Debian package that holds it. */
const PACKAGES = { soffice: 'libreoffice-calc', ssconvert: 'gnumeric', sqlite3: 'sqlite3' }

const missing = () =>
  Object.keys(PACKAGES).filter(
    (program) =>
      !(process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program))),
  )

async function install(packages) {
  say(`正在安装用来对照的程序：${packages.join(' ')}`)
  const apt = (...args) =>
    run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=180', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
      timeout: 15 * 60_000,
      quiet: true,
    })
  await apt('update')
  // One package that cannot be had must not keep out the others.
  for (const name of packages) await apt('install', '--no-install-recommends', name)
}

/** Installs the peers that are missing, by root on Debian; answers the programs that are still missing, and says so. */
export async function ensurePeers() {
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const wanted = missing().map((program) => PACKAGES[program])
  if (wanted.length > 0 && canInstall) await install(wanted)
  const still = missing()
  if (still.length > 0) {
    const packages = still.map((program) => PACKAGES[program]).join(' ')
    say(`没有 ${still.join('、')}，与它们对照的几行略去；可用 sudo apt-get install ${packages} 安装。`)
  }
  return still
}

/** `.import` into one table of 14 texts. */
const intoSqlite = (csv, database) => {
  const columns = Array.from({ length: ROSTER_COLUMNS }, (_, column) => `c${column} text`).join(', ')
  return `sqlite3 ${quoted(database)} ${quoted(`CREATE TABLE member (${columns})`)} ${quoted(`.import --csv --skip ${ROSTER_TITLE_ROWS} "${csv}" member`)}`
}

/** UTF-8, commas, every cell as it is shown. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1'

const PIPELINES = {
  soffice: {
    // From how many rows the import is to be no slower.
    aimFrom: 8149,
    label: 'soffice --convert-to csv 后 sqlite3 .import',
    convert: (file, csv, folder) => {
      const profile = pathToFileURL(join(folder, 'soffice-profile'))
      return `soffice --headless -env:UserInstallation=${profile} --convert-to ${quoted(CSV_FILTER)} --outdir ${quoted(join(csv, '..'))} ${quoted(file)} >&2`
    },
  },
  ssconvert: {
    aimFrom: 50511,
    label: 'ssconvert 后 sqlite3 .import',
    convert: (file, csv) => `ssconvert ${quoted(file)} ${quoted(csv)} >&2`,
  },
}

/** One run of a pipeline over a roster; throws when not every row, or a broken text, arrived. */
async function runPipeline({ convert }, bench, { file, rows, someone }) {
  const folder = bench.fresh('peer')
  // LibreOffice names its output after the file.
  const csv = join(folder, 'roster.csv')
  const source = join(folder, 'roster.xlsx')
  const database = join(folder, 'roster.db')
  await measureShell(`mkdir ${quoted(folder)}; cp ${quoted(file)} ${quoted(source)}`)
  const run = await measureShell(`${convert(source, csv, bench.folder)} && ${intoSqlite(csv, database)}`)
  const db = openBare(database)
  const [{ n, found }] = await db.all(
    'SELECT count(*) AS n, sum(c1 = ? AND c3 = ?) AS found FROM member',
    someone,
  )
  await db.close()
  if (n !== rows || found !== 1) throw new Error(`${file}: ${n} of ${rows} rows came through the pipeline`)
  return run
}

/** The pipelines whose programs are there: `[{ label, aimFrom, run(roster) }]`. Each has run once, so that it has a profile. */
export async function peersOf(bench, small) {
  const absent = await ensurePeers()
  if (absent.includes('sqlite3')) return []
  const peers = Object.entries(PIPELINES)
    .filter(([program]) => !absent.includes(program))
    .map(([, pipeline]) => ({ ...pipeline, run: (roster) => runPipeline(pipeline, bench, roster) }))
  for (const { run } of peers) await run(small)
  return peers
}
