// The import of rosters of 8,149, 25,255 and 50,511 rows of 14 columns: the whole way into the database against bare
// reading and inserting and against command-line programs, and the readers against each other.
import { join } from 'node:path'
import { bundleReader } from '../bare/bundle-reader.mjs'
import { makeDistrict } from '../ledgers/district.mjs'
import { ROSTER_COLUMNS, ROSTER_TITLE_ROWS, writeRoster } from '../ledgers/roster.mjs'
import { medianRun } from '../measure/median.mjs'
import { importInWindow } from './import-window.mjs'
import { peersOf } from './peers.mjs'
import { checkImport } from './prepare.mjs'

const TIMES = 3
const SMALL = 8149
const LARGE = 50511
const HALF = 25255
/** What the issue of the import promises, in times of the reference. */
const AIMS = { bare: 1.3, memory: 2, doubled: 2 }

const shown = (rows) => rows.toLocaleString('en')

/** Runs all of `work` in turn, so that a busy moment of the machine falls on all; name → its runs. */
async function allInTurn(work) {
  const runs = Object.fromEntries(Object.keys(work).map((name) => [name, []]))
  for (let turn = 0; turn < TIMES; turn++) {
    for (const [name, one] of Object.entries(work)) runs[name].push(await one())
  }
  return runs
}

/** What a reference did inside its process, without its start. */
const inside = (runs) => medianRun(runs.map(({ work }) => work))

const READERS = { own: '程序自己的读取', sheetjs: 'SheetJS dense', exceljs: 'ExcelJS 流式' }

/** A reader's name in the table, with what it read wrong. */
const readerName = (reader, runs) => {
  const { wrong } = runs[0].found
  return wrong === 0 ? READERS[reader] : `${READERS[reader]}（读错 ${shown(wrong)} 格，不能用）`
}

/** Names of the runs in what `runsOf` answers. */
const bareName = (reader) => `bare-${reader}`
const readName = (reader) => `read-${reader}`

/** Every run of one size by name, `TIMES` of each; with a `half`, its import as well. */
async function runsOf(bench, { roster, half, district, bundle, peers }) {
  const program = (ledger) => async () => {
    const run = await bench.command(bench.copyOf(district), 'import', ledger.file)
    checkImport(run, ledger.rows)
    return run
  }
  const task = (reader) => ({
    ...roster,
    reader,
    bundle,
    titleRows: ROSTER_TITLE_ROWS,
    columns: ROSTER_COLUMNS,
  })
  const bare = (reader) => () =>
    bench.bare('import', { ...task(reader), database: `${bench.fresh('out')}.db` })
  const read = (reader) => () => bench.bare('read', task(reader))
  return allInTurn({
    program: program(roster),
    ...(half === undefined ? {} : { half: program(half) }),
    start: () => bench.command(district, 'tree'),
    [bareName('sheetjs')]: bare('sheetjs'),
    [bareName('own')]: bare('own'),
    ...Object.fromEntries(peers.map(({ label, run }) => [label, () => run(roster)])),
    ...Object.fromEntries(Object.keys(READERS).map((reader) => [readName(reader), read(reader)])),
  })
}

function rowsOf({ roster, runs, peers }) {
  const size = `${shown(roster.rows)} 行`
  const program = medianRun(runs.program)
  const alone = { ms: program.ms - medianRun(runs.start).ms, peakBytes: program.peakBytes }
  const row = (what, one, reference) => ({ what, unit: 's', program: one, reference })
  const bare = (reader) => [
    row(
      `导入 ${size} × ${ROSTER_COLUMNS} 列，整条命令；对照：${READERS[reader]}，500 行一批插入一张表（目标 ${AIMS.bare} 倍以内）`,
      program,
      medianRun(runs[bareName(reader)]),
    ),
    row(
      `导入 ${size}，减去同一数据上 tree 命令的时间；对照：${READERS[reader]}，只计读出和插入（目标 ${AIMS.bare} 倍以内）`,
      alone,
      inside(runs[bareName(reader)]),
    ),
    row(
      `导入 ${size}的内存；对照：${READERS[reader]}，只读出（内存目标 ${AIMS.memory} 倍以内）`,
      program,
      inside(runs[readName(reader)]),
    ),
  ]
  const versus = (reader) =>
    row(
      `读出 ${size}，${readerName('own', runs[readName('own')])}；对照：${readerName(reader, runs[readName(reader)])}`,
      inside(runs[readName('own')]),
      inside(runs[readName(reader)]),
    )
  return [
    ...bare('sheetjs'),
    ...bare('own'),
    ...peers.map(({ label, aimFrom }) =>
      row(
        `导入 ${size}，整条命令；对照：${label}${roster.rows >= aimFrom ? '（目标：不慢于它）' : ''}`,
        program,
        medianRun(runs[label]),
      ),
    ),
    versus('sheetjs'),
    versus('exceljs'),
  ]
}

/** Lines of the table. `district`: data with the branches in which the members are. */
export async function importSizes(bench, { district }) {
  const branches = makeDistrict()
  const roster = (rows) => writeRoster(join(bench.folder, `roster-${rows}.xlsx`), branches, rows)
  const [small, large, half] = [await roster(SMALL), await roster(LARGE), await roster(HALF)]
  const bundle = await bundleReader(bench.folder)
  const peers = await peersOf(bench, small)
  const smallRuns = await runsOf(bench, { roster: small, district, bundle, peers })
  const largeRuns = await runsOf(bench, { roster: large, half, district, bundle, peers })
  const bare = inside(largeRuns[bareName('sheetjs')])
  return [
    ...rowsOf({ roster: small, runs: smallRuns, peers }),
    ...rowsOf({ roster: large, runs: largeRuns, peers }),
    {
      what: `导入 ${shown(LARGE)} 行，整条命令；对照：导入 ${shown(HALF)} 行（目标 ${AIMS.doubled} 倍以内）`,
      unit: 's',
      program: medianRun(largeRuns.program),
      reference: medianRun(largeRuns.half),
    },
    ...(await importInWindow(bench, { roster: large, district, bare })),
  ]
}
