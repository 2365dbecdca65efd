import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'
import { cyclesOf, importsOf, rules, type Source } from './boundary-rules.ts'

const root = resolve(import.meta.dirname, '..')

const sourcesIn = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:ts|tsx|mjs|css|html)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => ({
        path: relative(root, file).split(sep).join('/'),
        text: readFileSync(file, 'utf8'),
      })),
  )

const program = sourcesIn('shared', 'main', 'renderer')
const all = [...program, ...sourcesIn('test', 'scripts')]

/** For each rule, a file that breaks it, and one beside it that does not. */
const examples: Readonly<Record<string, readonly [bad: Source, good: Source]>> = {
  'shared imports only shared, without Node': [
    { path: 'shared/rules/a.ts', text: "import { readFile } from 'node:fs/promises'" },
    { path: 'shared/rules/a.ts', text: "import { z } from 'zod'\nimport { b } from '../b.ts'" },
  ],
  'main imports main and shared': [
    { path: 'main/a.ts', text: "import type { Page } from '../renderer/page.tsx'" },
    { path: 'main/a.ts', text: "import { b } from '../shared/b.ts'\nimport { app } from 'electron'" },
  ],
  'renderer imports renderer and shared, without Node': [
    { path: 'renderer/pages/a.tsx', text: "import { Database } from '../../main/database/database.ts'" },
    { path: 'renderer/pages/a.tsx', text: "import { Table } from 'antd'\nimport '../a.css'" },
  ],
  'components know neither api nor pages': [
    { path: 'renderer/components/a.tsx', text: "import { call } from '../api.ts'" },
    { path: 'renderer/components/a.tsx', text: "import { B } from './b.tsx'" },
  ],
  'hooks know no pages': [
    { path: 'renderer/hooks/a.ts', text: "const page = await import('../pages/b.tsx')" },
    { path: 'renderer/hooks/a.ts', text: "import { call } from '../api.ts'" },
  ],
  'TypeORM stays in main/database': [
    { path: 'main/import/a.ts', text: "import type {\n  DataSource,\n} from 'typeorm'" },
    { path: 'main/database/a.ts', text: "import { DataSource } from 'typeorm'" },
  ],
  'entities stay in main/database': [
    { path: 'main/handlers/a.ts', text: "export { unitEntity } from '../database/entities/unit.ts'" },
    { path: 'main/database/a.ts', text: "import { unitEntity } from './entities/unit.ts'" },
  ],
  'of the import, only plan and apply touch the database': [
    { path: 'main/import/parse.ts', text: "import { loadTree } from '../database/tree.ts'" },
    { path: 'main/import/plan/units.ts', text: "import { loadTree } from '../../database/tree.ts'" },
  ],
  'export and print are given rows': [
    { path: 'main/export/a.ts', text: "import { loadTree } from '../database/tree.ts'" },
    { path: 'main/export/a.ts', text: "import { Workbook } from 'exceljs'" },
  ],
  'handlers need no Electron': [
    { path: 'main/handlers/a.ts', text: "import { dialog } from 'electron'" },
    { path: 'main/window.ts', text: "import { dialog } from 'electron'" },
  ],
  'the database knows none of its users': [
    { path: 'main/database/a.ts', text: "import { plan } from '../import/plan.ts'" },
    { path: 'main/database/a.ts', text: "import { b } from './b.ts'" },
  ],
  'only main/database queries': [
    { path: 'main/handlers/a.ts', text: "const rows = await db.query<Row>('…')" },
    { path: 'main/database/a.ts', text: "const rows = await db.query<Row>('SELECT id FROM unit')" },
  ],
  'SQL of SQLite alone stays in the dialect': [
    { path: 'main/database/a.ts', text: "await runner.query('PRAGMA user_version')" },
    { path: 'main/database/dialect.ts', text: "await runner.query('PRAGMA user_version')" },
  ],
  'raw IPC stays in three files': [
    { path: 'main/window.ts', text: "import { ipcMain } from 'electron'" },
    { path: 'main/ipc.ts', text: "import { ipcMain } from 'electron'" },
  ],
  'events are pushed from one place': [
    { path: 'main/menu.ts', text: "window.webContents.send('x')" },
    { path: 'main/window.ts', text: "window.webContents.send('x')" },
  ],
  'the bridge is used by api.ts alone': [
    { path: 'renderer/pages/a.tsx', text: "window.zhibu.call('tree.load', null)" },
    { path: 'renderer/api.ts', text: "window.zhibu.call('tree.load', null)" },
  ],
  'no default exports': [
    { path: 'renderer/pages/a.tsx', text: 'export default function Page() {}' },
    { path: 'renderer/pages/a.tsx', text: '// export default\nexport const Page = () => null' },
  ],
  'no any': [
    { path: 'shared/a.ts', text: 'export const a = (b: any) => b' },
    { path: 'shared/a.ts', text: "// any\nexport const any = ': any'\nexport const a = { any: 1 }" },
  ],
  'the console is not written to': [
    { path: 'main/a.ts', text: "console.log('a')" },
    { path: 'main/a.ts', text: "// console.log\nconst a = 'console.log'" },
  ],
  'file and folder names are in kebab-case': [
    { path: 'renderer/pages/UnitPage.tsx', text: '' },
    { path: 'renderer/pages/unit-page.test.tsx', text: '' },
  ],
  'no file over 400 lines': [
    { path: 'main/a.ts', text: 'a\n'.repeat(401) },
    { path: 'main/a.ts', text: 'a\n'.repeat(400) },
  ],
}

test.each(rules)('$name', ({ name, check }) => {
  const [bad, good] = examples[name] ?? []
  if (bad === undefined || good === undefined) throw new Error('a rule without an example proves nothing')
  expect(check(bad)).toHaveLength(1)
  expect(check(good)).toEqual([])
  expect(all.flatMap(check)).toEqual([])
})

test('no import cycle', () => {
  const a = { path: 'main/a.ts', text: "import { b } from './b.ts'" }
  const b = { path: 'main/b.ts', text: "import { c } from './c/c.ts'" }
  const c = { path: 'main/c/c.ts', text: "import type { A } from '../a.ts'" }
  expect(cyclesOf([a, b, c])).toEqual(['main/a.ts → main/b.ts → main/c/c.ts → main/a.ts'])
  expect(cyclesOf([a, b])).toEqual([])
  expect(cyclesOf(program)).toEqual([])
})

test('every import form is seen, and every import of ours leads to a file', () => {
  const text = `import a from './a.ts'
import {
  type B,
} from '../b.ts'
import './c.css'
export * from './d.ts'
const e = await import('./e.ts')
let f: import('./f.ts').F
import worker from './g.ts?modulePath'
// import h from './h.ts'`
  expect(importsOf({ path: 'main/x/y.ts', text })).toEqual([
    'main/x/a.ts',
    'main/b.ts',
    'main/x/d.ts',
    'main/x/g.ts',
    'main/x/c.css',
    'main/x/e.ts',
    'main/x/f.ts',
  ])
  const known = new Set(program.map((source) => source.path))
  const lost = program
    .filter((source) => /\.tsx?$/.test(source.path))
    .flatMap((source) => importsOf(source).map((target) => `${source.path} imports ${target}`))
    .filter((line) => /imports (?:shared|main|renderer)\/.*\.(?:tsx?|css)$/.test(line))
    .filter((line) => !known.has(line.split(' imports ')[1] ?? ''))
  expect(lost).toEqual([])
})

test('nine files in ten have fewer than 200 lines', () => {
  const lengths = program.map((source) => source.text.split('\n').length - 1).sort((a, b) => a - b)
  expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThan(200)
})

test('the top level is fixed', () => {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
  const made = ['node_modules', 'dist', 'release', 'out', 'coverage']
  const allowed = ['shared', 'main', 'renderer', 'resources', 'test', 'scripts', ...made]
  expect(folders.filter((folder) => !allowed.includes(folder))).toEqual([])
})
