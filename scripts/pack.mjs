// `npm run pack`: an unpacked application in release/, made from the runtime at hand without any
// download, and started once to prove that it runs. Other arguments go to electron-builder:
// `npm run pack -- --linux deb` (its wrappers for deb, AppImage and nsis come from the internet).
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.mjs'
import { withDisplay } from './lib/display.mjs'
import { electronArgs, runElectron } from './lib/electron.mjs'
import { nodeModules, release } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'
import { runScript, SetupError, say } from './lib/say.mjs'
import { setUp } from './lib/setup.mjs'

/** The sample street, out of the packed program: reads its resources, the database, prints, writes workbooks. */
async function prove(executable) {
  const data = mkdtempSync(join(tmpdir(), 'zhibu-pack-'))
  let answer = ''
  try {
    const code = await withDisplay((env) =>
      runElectron(
        executable,
        [...electronArgs(env), '--cli', 'sample', '--out', data, '--data', join(data, 'data')],
        {
          env,
          cwd: data,
          timeout: 120_000,
          onOutput: (text) => {
            answer += text
          },
        },
      ),
    )
    if (code !== 0 || JSON.parse(answer).ok !== true) throw new Error(`exit code ${code}`)
  } catch (error) {
    throw new SetupError(`打包后的程序没有正常运行（${error.message}）：${answer.trim()}`)
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  }
}

function packedExecutable() {
  const folder = readdirSync(release).find((name) => /^(linux|win)(-\w+)?-unpacked$/.test(name))
  if (!folder) throw new SetupError('electron-builder 没有生成程序文件夹。')
  const name = process.platform === 'win32' ? '支部管家.exe' : 'zhibu-guanjia'
  return join(release, folder, name)
}

await runScript(async (args) => {
  if (process.platform === 'darwin') throw new SetupError('本程序不提供 Mac 版安装包。')
  const runtime = await setUp()
  await ensureBuilt()
  rmSync(release, { recursive: true, force: true })
  const targets = args.length > 0 ? args : ['--dir']
  const code = await runNode(
    join(nodeModules, 'electron-builder', 'cli.js'),
    [
      ...targets,
      '--publish=never',
      `-c.electronVersion=${runtime.version}`,
      // A runtime for this machine serves its own architecture only; others are downloaded.
      ...(args.length > 0 ? [] : [`-c.electronDist=${runtime.dist}`]),
    ],
    { stdout: true },
  )
  if (code !== 0) throw new SetupError('打包没有成功，原因见上面的输出。')
  if (args.length > 0) return 0
  const executable = packedExecutable()
  await prove(executable)
  say(`打包完成，已试运行成功：${executable}`)
  return 0
})
