// The import of rosters of 8,149, 25,255 and 50,511 rows of 14 columns: the whole way into the database against bare
// reading and inserting and against command-line programs; the readers; and whether the window answers meanwhile.
import { join } from 'node:path'
import { build } from 'vite'
import { root } from '../../../scripts/lib/paths.mjs'
import { makeDistrict } from '../ledgers/district.mjs'
import { ROSTER_COLUMNS, ROSTER_TITLE_ROWS, writeRoster } from '../ledgers/roster.mjs'
import { medianRun } from '../measure/median.mjs'
import { OVERVIEW_SHOWN } from './bench.mjs'
import { peersOf } from './peers.mjs'
import { checkImport } from './prepare.mjs'

const TIMES = 3
const SIZES = [8149, 50511]
/** Half of the larger size. */
const HALF = 25255
/** What the issue of the import promises. */
const AIMS = { bare: 1.3, memory: 2, doubled: 2, answerMs: 50 }

const shown = (rows) => rows.toLocaleString('en')

/** The program's own reader as one file, for a process that is not the program. */
async function bundleReader(folder) {
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
    ssr: { noExternal: true },
  })
  return join(outDir, 'reader.mjs')
}

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

/** A reader's name in the table, with what it read wrong. */
const readerName = (name, runs) => {
  const { wrong } = runs[0].found
  return wrong === 0 ? name : `${name}（读错 ${shown(wrong)} 格，不能用）`
}

/** How the bare references read a roster. */
const reading = (roster, reader, bundle) => ({
  ...roster,
  reader,
  bundle,
  titleRows: ROSTER_TITLE_ROWS,
  columns: ROSTER_COLUMNS,
})

/** Every run of one size: by name, `TIMES` runs. */
async function runsOf(bench, { roster, district, bundle, peers, readers }) {
  const bare = (reader) => () =>
    bench.bare('import', { ...reading(roster, reader, bundle), database: `${bench.fresh('out')}.db` })
  const read = (reader) => () => bench.bare('read', reading(roster, reader, bundle))
  return allInTurn({
    program: async () => {
      const run = await bench.command(bench.copyOf(district), 'import', roster.file)
      checkImport(run, roster.rows)
      return run
    },
    start: () => bench.command(district, 'tree'),
    bareSheetjs: bare('sheetjs'),
    bareOwn: bare('own'),
    ...Object.fromEntries(peers.map(({ label, run }) => [label, () => run(roster)])),
    ...Object.fromEntries(readers.map((reader) => [`read-${reader}`, read(reader)])),
  })
}

function rowsOf({ roster, runs, peers }) {
  const size = shown(roster.rows)
  const program = medianRun(runs.program)
  const alone = { ms: program.ms - medianRun(runs.start).ms, peakBytes: program.peakBytes }
  const row = (what, one, reference) => ({ what, unit: 's', program: one, reference })
  const aim = `目标 ${AIMS.bare} 倍以内`
  return [
    row(
      `导入 ${size} 行 × ${ROSTER_COLUMNS} 列，整条命令；对照：SheetJS 读出，500 行一批插入（${aim}）`,
      program,
      medianRun(runs.bareSheetjs),
    ),
    row(`同上；对照：程序自己的读取，500 行一批插入（${aim}）`, program, medianRun(runs.bareOwn)),
    row(
      `同上，只计导入（整条命令减去同一数据上的 tree 命令）；对照：SheetJS，只计读出和插入`,
      alone,
      inside(runs.bareSheetjs),
    ),
    row(`同上；对照：程序自己的读取，只计读出和插入`, alone, inside(runs.bareOwn)),
    ...peers.map(({ label }) =>
      row(`导入 ${size} 行，整条命令；对照：${label}`, program, medianRun(runs[label])),
    ),
    row(
      `导入 ${size} 行的内存；对照：SheetJS 只读出（内存目标 ${AIMS.memory} 倍以内）`,
      program,
      inside(runs['read-sheetjs']),
    ),
    row(
      `同上；对照：程序自己的读取，只读出（内存目标 ${AIMS.memory} 倍以内）`,
      program,
      inside(runs['read-own']),
    ),
    row(
      `读出 ${size} 行，${readerName('程序自己的读取', runs['read-own'])}；对照：${readerName('SheetJS dense', runs['read-sheetjs'])}`,
      inside(runs['read-own']),
      inside(runs['read-sheetjs']),
    ),
    row(
      `同上；对照：${readerName('ExcelJS 流式', runs['read-exceljs'])}`,
      inside(runs['read-own']),
      inside(runs['read-exceljs']),
    ),
  ]
}

/** What a clerk waits for in the window, and whether it answers meanwhile. `bare`: the runs of the floor. */
async function inWindow(bench, { roster, district, bare }) {
  const task = { file: roster.file, ready: OVERVIEW_SHOWN }
  const { session } = await allInTurn({
    session: () => bench.window(bench.copyOf(district), 'answers', { BENCH_TASK: JSON.stringify(task) }),
  })
  const steps = session.map(({ messages }) => messages.filter(({ step }) => step !== 'idle'))
  const over = (figure) =>
    medianRun(
      steps.map((all) => ({ ms: figure(all), peakBytes: Math.max(...all.map((one) => one.peakBytes)) })),
    )
  const longest = (key) => over((all) => Math.max(...all.map((one) => one[key])))
  const answers = (what, key) => ({
    what: `${what}；对照：承诺 ${AIMS.answerMs} 毫秒以内`,
    unit: 'ms',
    program: { ...longest(key), peakBytes: null },
    reference: { ms: AIMS.answerMs, peakBytes: null },
  })
  return [
    {
      what: `窗口里导入 ${shown(roster.rows)} 行，从选好文件到看见结果（预览加写入）；对照：SheetJS，只计读出和插入`,
      unit: 's',
      program: over((all) => all.reduce((sum, { ms }) => sum + ms, 0)),
      reference: inside(bare),
    },
    answers('其间窗口最长一次停顿', 'windowMs'),
    answers('其间窗口最长一帧', 'frameMs'),
    answers('其间主进程最长一次停顿', 'mainMs'),
    answers('其间主进程最慢一次回答（不查数据库的请求）', 'answerMs'),
    answers('其间主进程最慢一次回答（查数据库的请求）', 'queryMs'),
  ]
}

/** Lines of the table. `district`: data with the branches in which the members are. */
export async function importSizes(bench, { district }) {
  const written = makeDistrict()
  const roster = (rows) => writeRoster(join(bench.folder, `roster-${rows}.xlsx`), written, rows)
  const [small, large] = [await roster(SIZES[0]), await roster(SIZES[1])]
  const half = await roster(HALF)
  const bundle = await bundleReader(bench.folder)
  const peers = await peersOf(bench, small)
  const readers = ['own', 'sheetjs', 'exceljs']
  const lines = []
  const runsBySize = {}
  for (const one of [small, large]) {
    const runs = await runsOf(bench, { roster: one, district, bundle, peers, readers })
    runsBySize[one.rows] = runs
    lines.push(...rowsOf({ roster: one, runs, peers }))
  }
  const { program: halved } = await allInTurn({
    program: () => bench.command(bench.copyOf(district), 'import', half.file),
  })
  lines.push({
    what: `导入 ${shown(large.rows)} 行，整条命令；对照：导入一半的行（目标 ${AIMS.doubled} 倍以内）`,
    unit: 's',
    program: medianRun(runsBySize[large.rows].program),
    reference: medianRun(halved),
  })
  return [
    ...lines,
    ...(await inWindow(bench, { roster: large, district, bare: runsBySize[large.rows].bareSheetjs })),
  ]
}
