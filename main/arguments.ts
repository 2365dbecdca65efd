import { isAbsolute, resolve } from 'node:path'

/** How the program was started. */
export interface Launch {
  /** Words after `--cli`, or null for the window. */
  readonly cli: readonly string[] | null
  /** Data directory named with `--data`, absolute, or null for the user's own. */
  readonly data: string | null
  /** Relative paths of the command line are meant from here. */
  readonly cwd: string
}

/** `--data DIR` or `--data=DIR`, taken out of the words. */
const takeData = (
  words: readonly string[],
): { readonly data: string | null; readonly rest: readonly string[] } => {
  const at = words.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const word = words[at]
  if (word === undefined) return { data: null, rest: words }
  if (word !== '--data') {
    return { data: word.slice('--data='.length), rest: words.toSpliced(at, 1) }
  }
  const next = words[at + 1]
  return next === undefined ? { data: null, rest: words } : { data: next, rest: words.toSpliced(at, 2) }
}

export const absolute = (path: string, cwd: string): string => (isAbsolute(path) ? path : resolve(cwd, path))

/** `argv`: all words after the program (and the folder it was started with). */
export const readLaunch = (argv: readonly string[], cwd: string): Launch => {
  const at = argv.indexOf('--cli')
  const { data, rest } = takeData(at < 0 ? argv : argv.slice(at + 1))
  return {
    cli: at < 0 ? null : rest,
    data: data === null ? null : absolute(data, cwd),
    cwd,
  }
}
