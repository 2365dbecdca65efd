// electron-builder calls this when an application has been put together, before it is wrapped up:
// sets the fuses, so that the packed program runs our archive and nothing else.
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFuses } from './lib/fuses.mjs'

/** The runtime's own default application; Electron would only look at it if ours were missing. */
function removeDefaultApp(resources) {
  if (!existsSync(join(resources, 'app.asar'))) throw new Error(`${resources}: app.asar is missing`)
  rmSync(join(resources, 'app'), { recursive: true, force: true })
  rmSync(join(resources, 'default_app.asar'), { force: true })
}

export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  // On a Mac the executable lies elsewhere and is signed; no Mac version is made.
  if (electronPlatformName === 'darwin' || electronPlatformName === 'mas') return
  const windows = electronPlatformName === 'win32'
  removeDefaultApp(join(appOutDir, 'resources'))
  const name = windows ? `${packager.appInfo.productFilename}.exe` : packager.executableName
  const wire = setFuses(join(appOutDir, name), {
    runAsNode: false,
    nodeOptions: false,
    nodeCliInspect: false,
    onlyLoadAppFromAsar: true,
    // Electron checks the archive against a hash in the executable on Windows; Linux has no such check.
    asarIntegrity: windows,
    browserV8Snapshot: false,
    // The pages come over a scheme of our own; file: needs no privileges.
    grantFileProtocolExtraPrivileges: false,
    // The application keeps no cookies, and encrypting them would ask for the key ring at start.
    cookieEncryption: false,
  })
  console.log(`  • fuses ${wire}`)
}
