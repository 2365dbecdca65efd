// `npm run cli -- COMMAND …`: the application without a window. One JSON object on standard output;
// exit code 0 (done), 1 (could not) or 2 (wrong usage) as the application gives it.
import { withDisplay } from './lib/display.mjs'
import { runApp } from './lib/electron.mjs'
import { explain, runScript, say } from './lib/say.mjs'
import { setUpAndBuild } from './lib/setup.mjs'

await runScript(async (args) => {
  let runtime
  try {
    runtime = await setUpAndBuild()
  } catch (error) {
    const message = explain(error)
    say(message)
    process.stdout.write(`${JSON.stringify({ ok: false, code: 'SETUP_FAILED', message })}\n`)
    return 1
  }
  return withDisplay((env) => runApp(runtime, ['--cli', ...args], { env }))
})
