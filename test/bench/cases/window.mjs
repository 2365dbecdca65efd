import { inTurn, medianRun } from '../measure/median.mjs'
import { OVERVIEW_SHOWN } from './bench.mjs'

const TIMES = 5

const untilReady = (run) => ({
  ms: run.messages[0].readyAt - run.startedAt,
  peakBytes: run.messages[0].peakBytes,
})

/**
 * From the start of the process to the painted overview of the sample street, against a window in which React draws one
 * line. Each is started once before it counts, so that both have a profile, as on every day but the first.
 */
export async function windowReady(bench, { sample, barePage }) {
  const profile = bench.fresh('profile')
  const program = async () => untilReady(await bench.window(sample, 'ready', { BENCH_READY: OVERVIEW_SHOWN }))
  const reference = async () =>
    untilReady(
      await bench.bareWindow(barePage, profile, 'ready', { BENCH_READY: `document.querySelector('#drawn')` }),
    )
  await inTurn(1, program, reference)
  const runs = await inTurn(TIMES, program, reference)
  return [
    {
      what: '打开窗口到看见概览（示例街道）；对照：Electron + React 空窗口',
      unit: 's',
      program: medianRun(runs.program),
      reference: medianRun(runs.reference),
    },
  ]
}
