// What the cases share: where they work, and how they start the program and the bare references.
import { cpSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../../../scripts/lib/paths.mjs'
import { measureElectron } from '../measure/process.mjs'

const here = dirname(dirname(fileURLToPath(import.meta.url)))

/** The year of the statement. */
export const YEAR = 2026

/** Holds once the window shows the overview: the row of figures is drawn only when they are there. */
export const OVERVIEW_SHOWN = `document.querySelector('[data-testid="figures"]')`

let copies = 0

/**
 * `runtime` and `env` start Electron; `folder` is the work's own and goes with it. Every start gets data or a profile of
 * its own, unless it is named.
 */
export function createBench({ runtime, env, folder }) {
  const start = (args, extra) => measureElectron({ runtime, env }, args, extra)
  const fresh = (name) => join(folder, `${name}-${++copies}`)
  return {
    folder,
    fresh,
    copyOf: (data) => {
      const copy = fresh('data')
      cpSync(data, copy, { recursive: true })
      return copy
    },
    /** A command of the program; `answer` is its JSON. */
    command: async (data, ...words) => {
      const run = await start([root, '--cli', ...words, '--data', data])
      return { ...run, answer: JSON.parse(run.output) }
    },
    /** The program's window with a probe in its main process. */
    window: (data, probe, extra) =>
      start(['--require', join(here, 'probe', `${probe}.cjs`), root, '--data', data], extra),
    /** A bare reference; `work` is how long its own work took, `found` what it says of it afterwards. */
    bare: async (name, task) => {
      const run = await start([`--user-data-dir=${fresh('profile')}`, join(here, 'bare', `${name}.mjs`)], {
        BENCH_TASK: JSON.stringify(task),
      })
      return { ...run, work: run.messages[0], found: run.messages[1] }
    },
    /** The bare window with a probe in its main process. */
    bareWindow: (page, profile, probe, extra) =>
      start(
        [
          '--require',
          join(here, 'probe', `${probe}.cjs`),
          `--user-data-dir=${profile}`,
          join(here, 'bare-window', 'main.mjs'),
        ],
        { ...extra, BENCH_PAGE: page },
      ),
  }
}
