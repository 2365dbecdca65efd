import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { loadImportRuns } from '../../main/database/import-runs.ts'
import { undoImport } from '../../main/database/import-undo.ts'
import { openDatabase } from '../../main/database/open.ts'
import { applyPlan, previewFile } from '../../main/import/import-file.ts'
import { contextOf } from './context.ts'
import { everything } from './imports.ts'
import { undoNext } from './office.ts'

const files = ['组织架构.xlsx', '应急党支部名册.xlsx', '党员花名册.xlsx']

let context: Context
beforeEach(async () => {
  context = contextOf(await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-'))))
})
afterEach(() => context.database().close())

const importFile = async (name: string): Promise<void> => {
  const content = new Uint8Array(
    readFileSync(resolve(import.meta.dirname, '../../resources/sample-street', name)),
  )
  const { planId } = await context.jobs.run('job', (job) =>
    previewFile(context, { kind: 'bytes', name, content }, job),
  )
  await context.jobs.run('job', (job) => applyPlan(context, planId, job))
}

/** How columns are arranged is remembered beside the import, and stays. */
const content = async () => {
  const { import_memory: _, ...rest } = await everything(context.database())
  return rest
}

const runOf = async (file: string): Promise<string> =>
  (await loadImportRuns(context.database())).find((run) => run.file === file)?.id ?? ''

test('the ledgers of the sample street are taken back one by one, each exactly', async () => {
  const db = context.database()
  const states: unknown[] = []
  for (const file of files) {
    states.push(await content())
    await importFile(file)
  }
  const end = await content()
  for (const [n, file] of [...files.entries()].reverse()) {
    expect((await undoImport(db, await runOf(file))).kept).toEqual([])
    expect(await content(), file).toEqual(states[n])
  }
  for (const _ of files) await undoNext(db)
  expect(await content()).toEqual(end)
  expect((await loadImportRuns(db)).map((run) => [run.file, run.undone])).toEqual(
    [...files].reverse().map((file) => [file, null]),
  )
})

test('taken back in the order in which they came, what a later one needs stays', async () => {
  const db = context.database()
  for (const file of files) await importFile(file)
  for (const file of files) {
    const { kept } = await undoImport(db, await runOf(file))
    expect(kept.every((row) => row.name !== '' && row.reason !== '')).toBe(true)
    expect(kept.length > 0).toBe(file === '组织架构.xlsx')
    expect(await db.query('PRAGMA foreign_key_check')).toEqual([])
  }
  expect(await db.query('SELECT 1 FROM membership UNION ALL SELECT 1 FROM post')).toEqual([])
})
