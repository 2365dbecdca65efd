import { posix } from 'node:path'

/** A file of the project: path from its root with forward slashes, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

export interface Rule {
  readonly name: string
  /** Why the file breaks the rule, one line each. */
  readonly check: (source: Source) => readonly string[]
}

/** Comments gone; what looks like a comment inside a string goes too, which no rule minds. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`])\/\/.*$/gm, '$1')

/** Comments and the contents of quoted strings gone. */
const codeOf = (text: string): string =>
  withoutComments(text).replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")

const importForms = [
  /\b(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*['"]([^'"]+)['"]/g,
  /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g,
]

/** What a file imports, types too: a path from the root for its own files, else the package's name. */
export const importsOf = ({ path, text }: Source): readonly string[] => {
  const code = withoutComments(text)
  const specifiers = importForms.flatMap((form) => [...code.matchAll(form)].map((match) => match[1] ?? ''))
  return specifiers.map((specifier) => {
    const [file = ''] = specifier.split('?')
    return file.startsWith('.') ? posix.join(posix.dirname(path), file) : file
  })
}

const within = (path: string, ...folders: readonly string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

const isPackage = (target: string): boolean =>
  !/^(shared|main|renderer|resources|test|scripts)\//.test(target)

/** Files of `from` (all but `except`) may not import what `banned` names. */
const mayNotImport = (
  name: string,
  from: readonly string[],
  banned: (target: string) => boolean,
  except: readonly string[] = [],
): Rule => ({
  name,
  check: (source) =>
    within(source.path, ...from) && !within(source.path, ...except)
      ? importsOf(source)
          .filter(banned)
          .map((target) => `${source.path} imports ${target}`)
      : [],
})

/** The code of `from` (all but `except`) may not hold `banned`; `text`: strings are looked at too. */
const mayNotHold = (
  name: string,
  from: readonly string[],
  banned: RegExp,
  except: readonly string[] = [],
  where: 'code' | 'text' = 'code',
): Rule => ({
  name,
  check: ({ path, text }) => {
    if (!within(path, ...from) || within(path, ...except)) return []
    const found = banned.exec(where === 'code' ? codeOf(text) : withoutComments(text))
    return found === null ? [] : [`${path} holds ${found[0]}`]
  },
})

const ours = ['shared', 'main', 'renderer']
const nodeModules = /^(node:|electron$|typeorm$)/

/** The rules of the architecture that can be read off one file. */
export const rules: readonly Rule[] = [
  mayNotImport('shared imports only shared, without Node', ['shared'], (target) =>
    isPackage(target) ? nodeModules.test(target) : !within(target, 'shared'),
  ),
  mayNotImport(
    'main imports main and shared',
    ['main'],
    (t) => !isPackage(t) && !within(t, 'main', 'shared'),
  ),
  mayNotImport('renderer imports renderer and shared, without Node', ['renderer'], (t) =>
    isPackage(t) ? nodeModules.test(t) : !within(t, 'renderer', 'shared', 'resources'),
  ),
  mayNotImport('components know neither api nor pages', ['renderer/components'], (target) =>
    within(target, 'renderer/api.ts', 'renderer/pages'),
  ),
  mayNotImport('hooks know no pages', ['renderer/hooks'], (target) => within(target, 'renderer/pages')),
  mayNotImport('TypeORM stays in main/database', ours, (target) => target === 'typeorm', ['main/database']),
  mayNotImport('entities stay in main/database', ours, (target) => within(target, 'main/database/entities'), [
    'main/database',
  ]),
  mayNotImport(
    'of the import, only plan and apply touch the database',
    ['main/import'],
    (target) => within(target, 'main/database'),
    ['main/import/plan', 'main/import/plan.ts', 'main/import/apply', 'main/import/apply.ts'],
  ),
  mayNotImport('export and print are given rows', ['main/export', 'main/print'], (target) =>
    within(target, 'main/database', 'main/handlers'),
  ),
  mayNotImport('handlers need no Electron', ['main/handlers'], (target) => target === 'electron'),
  mayNotImport('the database knows none of its users', ['main/database'], (target) =>
    within(target, 'main/handlers', 'main/import', 'main/export', 'main/print', 'main/cli', 'electron'),
  ),
  mayNotHold(
    'only main/database queries',
    ['main'],
    /\.query\s*[<(]|\bSELECT\s[\s\S]*?\bFROM\b|\bINSERT INTO\b|\bUPDATE\s+\w+\s+SET\b|\bDELETE FROM\b/,
    ['main/database'],
    'text',
  ),
  mayNotHold(
    'SQL of SQLite alone stays in the dialect',
    ['main'],
    /\bPRAGMA\b|\bsqlite_master\b|\bjson_each\b|\bINSERT OR\b|\bVACUUM\b|\bGLOB\b|\bstrftime\b|\browid\b/,
    ['main/database/dialect.ts', 'main/database/schema.sql'],
    'text',
  ),
  mayNotHold('raw IPC stays in three files', ours, /\b(?:ipcMain|ipcRenderer|contextBridge)\b/, [
    'main/ipc.ts',
    'main/preload.ts',
  ]),
  mayNotHold('events are pushed from one place', ['main'], /webContents\s*\.send\b/, [
    'main/ipc.ts',
    'main/window.ts',
    'main/push.ts',
  ]),
  mayNotHold('the bridge is used by api.ts alone', ours, /\bwindow\.zhibu\b/, ['renderer/api.ts']),
  mayNotHold('no default exports', ours, /\bexport\s+default\b/),
  mayNotHold('no any', ours, /[:<|&,(]\s*any\b(?!\s*[:(])|\bas\s+any\b|\bany\s*\[\]/),
  mayNotHold('the console is not written to', ours, /\bconsole\s*\./),
  {
    name: 'file and folder names are in kebab-case',
    check: ({ path }) =>
      /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)*[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(path) ? [] : [path],
  },
  {
    name: 'no file over 400 lines',
    check: ({ path, text }) => {
      const lines = text.split('\n').length - 1
      return lines > 400 ? [`${path} has ${lines} lines`] : []
    },
  },
]

/** Import cycles, each as the files on the way round. */
export const cyclesOf = (sources: readonly Source[]): readonly string[] => {
  const known = new Map(sources.map((source) => [source.path, importsOf(source)]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path)
    if (at >= 0) cycles.push([...way.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const target of known.get(path) ?? []) if (known.has(target)) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of known.keys()) visit(path, [])
  return cycles
}
