// Stands in resources/app of a runtime made from the package registry, where a stock Electron has
// default_app.asar: runs the application whose folder (or file) is the first argument that is no option.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const preload = []
let target
const rest = process.argv.slice(1)
for (let i = 0; i < rest.length; i++) {
  const arg = rest[i]
  if (arg === '--version' || arg === '-v') {
    console.log(`v${process.versions.electron}`)
    process.exit(0)
  } else if (arg === '--abi' || arg === '-a') {
    console.log(process.versions.modules)
    process.exit(0)
  } else if (arg === '--require' || arg === '-r') {
    preload.push(rest[++i])
  } else if (!arg.startsWith('-')) {
    target = resolve(arg)
    break
  }
}

async function runApplication(path) {
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const require = createRequire(join(process.cwd(), 'noop.js'))
  for (const each of preload) require(each)

  const manifest = join(path, 'package.json')
  let appPath
  if (existsSync(manifest)) {
    const { version, name, productName, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'))
    if (version) app.setVersion(version)
    if (productName || name) app.name = productName || name
    app.setDesktopName?.(desktopName || `${app.name}.desktop`)
    appPath = path
  }
  const main = require.resolve(path)
  app.setAppPath(appPath ?? dirname(main))
  await import(pathToFileURL(main).href)
}

if (target) {
  try {
    await runApplication(target)
  } catch (error) {
    console.error('App threw an error during load')
    console.error(error)
    process.exit(1)
  }
} else {
  console.error(`Electron ${process.versions.electron}\nUsage: electron [options] [path]`)
  process.exit(1)
}
