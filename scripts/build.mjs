// `npm run build`: builds the application into dist/, whether or not it is stale.
import { ensureBuilt } from './lib/build.mjs'
import { ensurePackages } from './lib/packages.mjs'
import { runScript } from './lib/say.mjs'

await runScript(async () => {
  await ensurePackages()
  await ensureBuilt({ force: true })
})
