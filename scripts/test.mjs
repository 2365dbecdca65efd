// `npm test`: sets up what is missing, then types, lint, build and every test. The last line is
// `N passed, N failed`. `npm test -- unit|database|app|types|lint [Vitest's own options]` runs one part.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { electronArgs } from './lib/electron.mjs'
import { nodeModules } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { explain, runScript, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'
import { countTests } from './lib/test-report.mjs'

const PARTS = ['types', 'lint', 'unit', 'database', 'app']
const tool = (...path) => join(nodeModules, ...path)

// Colours are for terminals; a log that keeps this output stays plain.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'

const total = { passed: 0, failed: 0, skipped: 0 }
const summary = []

function add(name, counts, started) {
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped ?? 0
  const seconds = ((Date.now() - started) / 1000).toFixed(1)
  const skipped = counts.skipped ? `，跳过 ${counts.skipped}` : ''
  summary.push(`${name}：通过 ${counts.passed}，失败 ${counts.failed}${skipped}（${seconds} 秒）`)
}

function heading(text) {
  console.log(`\n== ${text} ==`)
}

async function check(name, script, args) {
  heading(name)
  const started = Date.now()
  const code = await runNode(script, args, { stdout: true })
  add(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, started)
}

/** One run of Vitest over one project. */
async function vitest(project, reports, options, env = process.env) {
  heading(project)
  const started = Date.now()
  const report = join(reports, `${project}.json`)
  const code = await runNode(
    tool('vitest', 'vitest.mjs'),
    [
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...options,
    ],
    { stdout: true, env },
  )
  add(project, countTests(report, code), started)
}

/** The tests in the real window always get a display of their own, which keeps the user's screen free. */
function appTests(runtime, reports, options) {
  return withDisplay(
    (env) =>
      vitest('app', reports, options, {
        ...env,
        ELECTRON_PATH: runtime.executable,
        ELECTRON_ARGS: JSON.stringify(electronArgs(env)),
      }),
    { virtual: true },
  )
}

async function runParts(parts, options, reports) {
  const runtime = await setUp({ tests: true })
  if (parts.has('types')) await check('types', tool('typescript', 'bin', 'tsc'), ['-b'])
  if (parts.has('lint')) await check('lint', tool('@biomejs', 'biome', 'bin', 'biome'), ['check', '.'])
  let built = true
  if (parts.has('unit') || parts.has('app')) {
    const started = Date.now()
    try {
      await ensureBuilt()
    } catch (error) {
      say(explain(error))
      built = false
      add('build', { passed: 0, failed: 1 }, started)
    }
  }
  if (parts.has('unit')) await vitest('unit', reports, options)
  if (parts.has('database')) await vitest('database', reports, options)
  if (parts.has('app') && built) await appTests(runtime, reports, options)
}

await runScript(async (args) => {
  const chosen = args.filter((arg) => PARTS.includes(arg))
  const options = args.filter((arg) => !PARTS.includes(arg))
  const parts = new Set(chosen.length > 0 ? chosen : PARTS)
  const started = Date.now()
  const reports = mkdtempSync(join(tmpdir(), 'zhibu-test-'))
  try {
    await runParts(parts, options, reports)
  } catch (error) {
    say(explain(error))
    add('set-up', { passed: 0, failed: 1 }, started)
  } finally {
    rmSync(reports, { recursive: true, force: true })
  }
  console.log('')
  for (const line of summary) console.log(line)
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 0 : 1
})
