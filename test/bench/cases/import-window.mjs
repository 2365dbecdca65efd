// A large roster imported in the window: how long a clerk waits for it, and whether the window answers meanwhile.
import { largest, medianRun } from '../measure/median.mjs'
import { OVERVIEW_SHOWN } from './bench.mjs'

const TIMES = 3
/** What the issue of the import promises, in ms. */
const PROMISE = 50

const STEPS = { preview: '预览', apply: '写入' }
const WAITS = {
  windowMs: '窗口最长一次停顿',
  mainMs: '主进程最长一次停顿',
  answerMs: '窗口里最慢一次得到回答（请求不查数据库）',
  queryMs: '窗口里最慢一次得到回答（请求查数据库）',
}

/** One session: step → its figures. */
async function session(bench, { file }, district) {
  const task = { file, ready: OVERVIEW_SHOWN }
  const run = await bench.window(bench.copyOf(district), 'answers', { BENCH_TASK: JSON.stringify(task) })
  return Object.fromEntries(run.messages.map(({ step, ...figures }) => [step, figures]))
}

/** Lines of the table. `bare`: reading and inserting alone, `{ ms, peakBytes }`. */
export async function importInWindow(bench, { roster, district, bare }) {
  const runs = []
  for (let turn = 0; turn < TIMES; turn++) runs.push(await session(bench, roster, district))
  const whole = runs.map(({ preview, apply }) => ({
    ms: preview.ms + apply.ms,
    peakBytes: largest(preview.peakBytes, apply.peakBytes),
  }))
  const waits = Object.entries(STEPS).flatMap(([step, doing]) =>
    Object.entries(WAITS).map(([key, what]) => ({
      what: `其间（${doing}）${what}；对照：承诺 ${PROMISE} 毫秒以内`,
      unit: 'ms',
      program: medianRun(runs.map((run) => ({ ms: run[step][key], peakBytes: null }))),
      reference: { ms: PROMISE, peakBytes: null },
    })),
  )
  return [
    {
      what: `窗口里导入 ${roster.rows.toLocaleString('en')} 行，从选好文件到看见结果（预览加写入）；对照：SheetJS，只计读出和插入`,
      unit: 's',
      program: medianRun(whole),
      reference: bare,
    },
    ...waits,
  ]
}
