// How a bare reference runs: an Electron application of one file, told what to do by BENCH_TASK, which says on
// standard output how long its own work took (milliseconds) and how long that work held up the event loop.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { app } from 'electron'

export const task = JSON.parse(process.env.BENCH_TASK)

const say = (message) =>
  new Promise((resolve) => {
    process.stdout.write(`BENCH ${JSON.stringify(message)}\n`, resolve)
  })

/** How long the work took, in ms. */
async function timed(work) {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/**
 * Runs the work, says its time (and that of `again`, where it is done a second time), and ends. `after` is
 * not timed, nor does its memory count: what it answers about the work is said as well.
 */
export async function runTask(work, { again, after } = {}) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  try {
    const ms = await timed(work)
    // One more turn of the loop, for a block that the work ended with.
    await new Promise((resolve) => setTimeout(resolve, 5))
    const blockedMs = delay.max / 1e6
    const againMs = again === undefined ? null : await timed(again)
    await say({ ms, blockedMs, againMs })
    if (after !== undefined) await say(await after())
  } catch (error) {
    await say({ error: String(error) })
  }
  app.exit(0)
}
