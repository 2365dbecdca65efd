// `npm run cli -- COMMAND …`: the application without a window. One JSON object on standard output;
// exit code 0 (done), 1 (could not) or 2 (wrong usage) as the application gives it.
import { withDisplay } from './lib/display.mjs'
import { runApp } from './lib/electron.mjs'
import { explain, runScript, say } from './lib/say.mjs'
import { setUpAndBuild } from './lib/setup.mjs'

/** npm changes to the project's folder; the user's relative paths start where npm was called. */
function userFolder() {
  const byNpm = process.env.npm_lifecycle_event === 'cli' && process.env.INIT_CWD
  return byNpm || process.cwd()
}

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
  return withDisplay((env) =>
    runApp(runtime, ['--cli', ...args], { env: { ...env, ZHIBU_CWD: userFolder() } }),
  )
})
