// `npm run bench`: sets up what is missing, then measures the program against bare references on the same runtime and
// prints one table; it is kept in out/bench.md. It takes some minutes; `npm run bench -- window work import scale` names
// the parts to measure. The programs that the import is compared with are installed where that can be done.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { withDisplay } from './lib/display.mjs'
import { out } from './lib/paths.mjs'
import { runScript, say } from './lib/say.mjs'
import { setUpAndBuild } from './lib/setup.mjs'

const GIB = 1 << 30

/** On what it was measured: the figures mean nothing without it. */
function machine(runtime, load) {
  const processors = cpus()
  const memory = Math.round(totalmem() / GIB)
  const day = new Date().toISOString().slice(0, 10)
  return `${day}，${processors[0]?.model.trim()}，${processors.length} 核，内存 ${memory} GB，Electron ${runtime.version}，开始时系统负载 ${load.toFixed(1)}。各数为多次运行的中位数；内存为进程及其全部子进程常驻内存之和的峰值。`
}

/** The packages are there only after the set-up: what needs them is loaded after it. */
async function measure(place, wanted) {
  const { createBench } = await import('../test/bench/cases/bench.mjs')
  const { prepare } = await import('../test/bench/cases/prepare.mjs')
  const { windowReady } = await import('../test/bench/cases/window.mjs')
  const { commands } = await import('../test/bench/cases/commands.mjs')
  const { sessions } = await import('../test/bench/cases/session.mjs')
  const { importSizes } = await import('../test/bench/cases/import-sizes.mjs')
  const { atScale } = await import('../test/bench/cases/scale.mjs')
  const { tableOf } = await import('../test/bench/measure/table.mjs')
  const bench = createBench(place)
  say('正在生成台账和数据库…')
  const prepared = await prepare(bench)
  const parts = {
    window: ['打开窗口', () => windowReady(bench, prepared)],
    work: [
      '各条命令和窗口里的工作',
      async () => {
        const { rows, bare } = await commands(bench, prepared)
        return [...rows, ...(await sessions(bench, prepared, bare))]
      },
    ],
    import: ['五万行的导入', () => importSizes(bench, prepared)],
    scale: ['十万个组织、六万人', () => atScale(bench)],
  }
  const lines = []
  for (const [name, [what, part]] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    say(`正在测量${what}…`)
    lines.push(...(await part()))
  }
  return tableOf(lines)
}

await runScript(async (wanted) => {
  const runtime = await setUpAndBuild()
  const [load] = loadavg()
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-bench-'))
  try {
    const table = await withDisplay((env) => measure({ runtime, env, folder }, wanted), { virtual: true })
    const text = `${table}\n\n${machine(runtime, load)}\n`
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, 'bench.md'), text)
    console.log(text)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return 0
})
