// `npm run dev`: the window, built and started anew whenever a source changes. The pages are the built
// ones, over app: and under the real content security policy, so that nothing differs from the program.
import { watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureBuilt } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { runApp } from './lib/electron.mjs'
import { root } from './lib/paths.mjs'
import { explain, runScript, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'

/** Resolves when a source has changed and the editor has been quiet for a moment. */
function nextChange(signal) {
  return new Promise((resolve) => {
    let quiet
    const changed = () => {
      clearTimeout(quiet)
      quiet = setTimeout(done, 300)
    }
    const watchers = ['main', 'renderer', 'shared'].map((folder) =>
      watch(join(root, folder), { recursive: true }, changed),
    )
    const done = () => {
      for (const watcher of watchers) watcher.close()
      clearTimeout(quiet)
      resolve('changed')
    }
    signal.addEventListener('abort', done)
  })
}

/** One round: false when the user has closed the window. */
async function buildAndRun(runtime, args, env) {
  const over = new AbortController()
  const changed = nextChange(over.signal)
  try {
    await ensureBuilt()
    const outcome = await Promise.race([changed, runApp(runtime, args, { env, signal: over.signal })])
    return outcome === 'changed'
  } catch (error) {
    say(explain(error))
    await changed
    return true
  } finally {
    over.abort()
    await sleep(300)
  }
}

await runScript(async (args) => {
  const runtime = await setUp()
  await withDisplay(async (env) => {
    while (await buildAndRun(runtime, args, env)) say('有改动，重新构建…')
  })
})
