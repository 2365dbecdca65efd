// `npm run dev`: the application with live reload of the pages and restart on changes of main.
import { electronVite, forgetBuild, viteEnvironment } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { electronArgs } from './lib/electron.mjs'
import { runNode } from './lib/run.mjs'
import { runScript } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'

await runScript(async (args) => {
  const runtime = await setUp()
  forgetBuild()
  return withDisplay((env) =>
    runNode(electronVite, ['dev', '--watch', '--', ...electronArgs(env), ...args], {
      env: { ...env, ...viteEnvironment(runtime), DISPLAY: env.DISPLAY, XAUTHORITY: env.XAUTHORITY },
      stdout: true,
    }),
  )
})
