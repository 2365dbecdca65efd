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

const PRODUCTS = [
  ['联系卡.pdf', '应急党支部联系卡'],
  ['经费收支明细表.xlsx', '经费收支明细表（电子表格）'],
  ['经费收支明细表.pdf', '经费收支明细表（打印版）'],
]

async function runSample(runtime) {
  say('没有显示器：改为不开窗口，用示例街道走一遍同样的工作…')
  mkdirSync(out, { recursive: true })
  for (const [name] of PRODUCTS) rmSync(join(out, name), { force: true })
  const data = mkdtempSync(join(tmpdir(), 'zhibu-sample-'))
  try {
    let answer = ''
    const code = await withDisplay((env) =>
      runApp(runtime, ['--cli', 'sample', '--out', out, '--data', data], {
        env,
        onOutput: (text) => {
          answer += text
        },
      }),
    )
    const missing = PRODUCTS.filter(([name]) => !existsSync(join(out, name)))
    if (code !== 0 || missing.length > 0) {
      throw new SetupError(`示例街道没有做完（退出码 ${code}）：${answer.trim() || '程序没有给出原因'}`)
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
  console.log('已用示例街道完成：载入台账、划拨全年经费、制作联系卡和收支明细表。')
  for (const [name, what] of PRODUCTS) console.log(`  ${what}：${join(out, name)}`)
  console.log('本机没有显示器，所以没有打开窗口；在有显示器的机器上运行 npm start 会打开“支部管家”窗口。')
  return 0
}

await runScript(async (args) => {
  const runtime = await setUpAndBuild()
  return hasDisplay() ? runApp(runtime, args) : runSample(runtime)
})
