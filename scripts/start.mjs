// `npm start`: sets up what is missing, builds, opens the window. Without a display it does the
// same job on the sample street instead and writes the cards and the statement to out/.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay, withDisplay } from './lib/display.mjs'
import { runApp } from './lib/electron.mjs'
import { out } from './lib/paths.mjs'
import { runScript, SetupError, say } from './lib/say.mjs'
import { setUpAndBuild } from './lib/setup.mjs'

/** The files that the program says it wrote; none of them may be missing. */
function filesIn(answer) {
  const { ok, files } = JSON.parse(answer)
  if (ok !== true || !Array.isArray(files) || files.length === 0) throw new Error('没有写出文件')
  for (const file of files) if (!existsSync(file)) throw new Error(`没有找到 ${file}`)
  return files
}

async function runSample(runtime) {
  say('没有显示器：改为不开窗口，用示例街道走一遍同样的工作…')
  mkdirSync(out, { recursive: true })
  const data = mkdtempSync(join(tmpdir(), 'zhibu-sample-'))
  let answer = ''
  try {
    const code = await withDisplay((env) =>
      runApp(runtime, ['--cli', 'sample', '--out', out, '--data', data], {
        env,
        onOutput: (text) => {
          answer += text
        },
      }),
    )
    if (code !== 0) throw new Error(`退出码 ${code}`)
    const files = filesIn(answer)
    console.log('已用示例街道完成：载入台账、安排全年经费、制作联系卡和经费报表。写出的文件：')
    for (const file of files) console.log(`  ${file}`)
    console.log('本机没有显示器，所以没有打开窗口；在有显示器的机器上，npm start 会打开“支部管家”窗口。')
    return 0
  } catch (error) {
    throw new SetupError(`示例街道没有做完（${error.message}）：${answer.trim() || '程序没有给出原因'}`)
  } finally {
    rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  }
}

await runScript(async (args) => {
  const runtime = await setUpAndBuild()
  return hasDisplay() ? runApp(runtime, args) : runSample(runtime)
})
