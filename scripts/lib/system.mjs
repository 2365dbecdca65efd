// System packages on Debian and its kin (UOS, Kylin, Ubuntu): installed by root, else named in one command.
import { existsSync } from 'node:fs'
import { hasDisplay } from './display.mjs'
import { read, run } from './run.mjs'
import { say } from './say.mjs'

/** What Electron is linked against. */
const RUNTIME = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
]
/** What a machine without a screen needs besides. */
const DISPLAY = ['xvfb', 'fonts-noto-cjk']
/** What compiles the database driver; its cipher is that of OpenSSL. */
const COMPILER = ['python3', 'make', 'g++', 'libssl-dev']
/** What the tests read PDFs with. */
const TESTS = ['poppler-utils']

/** Debian 13 and Ubuntu 24.04 renamed libraries whose time_t grew: libgtk-3-0 became libgtk-3-0t64. */
const names = (name) => [name, `${name}t64`]

function installedAmong(packages) {
  // dpkg-query fails when one of the packages is unknown, yet lists the others.
  const output = read('sh', [
    '-c',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg-query
    'dpkg-query -W -f \'${Package} ${db:Status-Status}\\n\' "$@" || true',
    'sh',
    ...packages.flatMap(names),
  ])
  const lines = (output ?? '').split('\n').filter((line) => line.endsWith(' installed'))
  return new Set(lines.map((line) => line.split(' ')[0]))
}

function missingAmong(packages) {
  const installed = installedAmong(packages)
  return packages.filter((name) => !names(name).some((each) => installed.has(each)))
}

/** The name under which apt knows each package; one that its lists lack is left out. */
function aptNames(packages) {
  const shown = read('sh', [
    '-c',
    'apt-cache show --no-all-versions "$@" 2>/dev/null || true',
    'sh',
    ...packages.flatMap(names),
  ])
  const known = new Set((shown ?? '').match(/(?<=^Package: ).+$/gm))
  // Without package lists, the plain names are the best guess.
  if (known.size === 0) return packages
  return packages
    .map((name) => names(name).findLast((each) => known.has(each)))
    .filter((name) => name !== undefined)
}

async function apt(args) {
  return run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=180', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    timeout: 20 * 60_000,
    quiet: 'unless-failed',
  })
}

async function install(packages) {
  say(`正在安装系统软件包：${packages.join(' ')}`)
  const updated = (await apt(['-qq', '-o', 'APT::Update::Error-Mode=any', 'update'])) === 0
  if (!updated) say('apt-get update 没有成功，改用本机已有的软件包清单继续。')
  const wanted = aptNames(packages)
  const flags = ['-qq', '-o', 'Dpkg::Use-Pty=0', 'install', '--no-install-recommends']
  if (wanted.length > 0 && (await apt([...flags, ...wanted])) !== 0) {
    // One package that cannot be had must not keep out the others.
    for (const name of wanted) await apt([...flags, name])
  }
  const still = missingAmong(packages)
  if (still.length > 0) {
    say(
      `这些系统软件包没有装上：${still.join(' ')}。请检查 /etc/apt/sources.list 与网络后运行：apt-get update && apt-get install ${still.join(' ')}`,
    )
  }
}

const done = new Set()

/**
 * Installs the system packages that are missing, or says how to. It never stops the caller:
 * what is really needed makes itself heard when it is used.
 */
export async function ensureSystem({ runtime = false, tests = false, compiler = false } = {}) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const packages = [
    ...(runtime ? RUNTIME : []),
    ...(runtime && !hasDisplay() ? DISPLAY : []),
    ...(tests ? [...TESTS, ...DISPLAY] : []),
    ...(compiler ? COMPILER : []),
  ].filter((name, index, all) => all.indexOf(name) === index && !done.has(name))
  if (packages.length === 0) return
  for (const name of packages) done.add(name)
  const missing = missingAmong(packages)
  if (missing.length === 0) return
  if (process.getuid() === 0) {
    await install(missing)
  } else {
    say(`缺少系统软件包，请用管理员身份运行：sudo apt-get install ${aptNames(missing).join(' ')}`)
  }
}
