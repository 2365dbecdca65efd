import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { listHistory } from '../../main/database/history.ts'
import { openDatabase } from '../../main/database/open.ts'
import { importHandlers } from '../../main/handlers/import.ts'
import { bytesOf } from '../../main/import/read-workbook.ts'
import { requests } from '../../shared/ipc.ts'
import { mostFileBytes } from '../../shared/rules/file-size.ts'
import { contextOf } from './context.ts'

const ledger = resolve(import.meta.dirname, '../fixtures/应急党支部名册.xlsx')

const previewOf = async (fileId: string, context: Context) => {
  const { sessionId } = await importHandlers['import.read']({ fileIds: [fileId], jobId: 'r' }, context)
  return importHandlers['import.plan']({ sessionId, createMissing: false, jobId: 'p' }, context)
}

test('choose, preview, apply, save the problem rows, and find the import in the history', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-'))
  const plain = contextOf(await openDatabase(folder))
  const target = join(folder, '问题行.xlsx')
  const context = {
    ...plain,
    desktop: { ...plain.desktop, chooseFiles: async () => [ledger], chooseTarget: async () => target },
  }
  const chosen = await importHandlers['import.choose'](null, context)
  expect(chosen).toMatchObject([{ name: '应急党支部名册.xlsx', bytes: readFileSync(ledger).byteLength }])
  const preview = await previewOf(chosen?.[0]?.fileId ?? '', context)
  expect(preview).toMatchObject({ ledger: 'emergencyBranches', rows: 95, rejectedRows: 2 })
  expect(await importHandlers['import.history'](null, context)).toEqual([])
  await importHandlers['import.apply']({ sessionId: preview.planId, jobId: 'b' }, context)
  const saved = await importHandlers['import.saveProblems']({ sessionId: preview.planId, file: 0 }, context)
  expect(saved).toMatchObject({ name: '问题行.xlsx', folder })
  const [entry] = await listHistory(context.database(), 1, null)
  expect(entry?.label).toBe('导出问题行（应急党支部名册.xlsx，2 行，含完整证件号和电话）')
  const received = await importHandlers['import.receive'](
    { name: '问题行.xlsx', content: new Uint8Array(readFileSync(target)) },
    context,
  )
  const problems = await previewOf(received.fileId, context)
  expect(problems.rows).toBe(2)
  expect(problems.rejected.map((cell) => cell.reason)).toEqual(['手机号只有 10 位'])
  expect(await importHandlers['import.history'](null, context)).toMatchObject([
    { ledger: 'emergencyBranches', file: '应急党支部名册.xlsx', rows: 95, rejectedRows: 2, actor: '经办人' },
  ])
  await context.database().close()
})

test('saving the problem rows makes no plan stale and is no step to undo', async () => {
  const plain = contextOf(await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-'))))
  const target = join(plain.dataDirectory, '问题行.xlsx')
  const context = { ...plain, desktop: { ...plain.desktop, chooseTarget: async () => target } }
  const { fileId } = await importHandlers['import.receive'](
    { name: '应急党支部名册.xlsx', content: new Uint8Array(readFileSync(ledger)) },
    context,
  )
  const { planId } = await previewOf(fileId, context)
  await importHandlers['import.saveProblems']({ sessionId: planId, file: 0 }, context)
  expect(await context.database().query('SELECT action, undoable FROM audit_entry')).toEqual([
    { action: 'import.saveProblems', undoable: 0 },
  ])
  await expect(
    importHandlers['import.apply']({ sessionId: planId, jobId: 'b' }, context),
  ).resolves.toMatchObject({
    rejectedRows: 2,
  })
  await context.database().close()
})

test('of dropped files only as many as fit into a bound are kept in memory; a file chosen by path stays', async () => {
  const plain = contextOf(await openDatabase(mkdtempSync(join(tmpdir(), 'zhibu-'))))
  const context = { ...plain, desktop: { ...plain.desktop, chooseFiles: async () => [ledger] } }
  const chosen = await importHandlers['import.choose'](null, context)
  const drop = () =>
    importHandlers['import.receive'](
      { name: '台账.xlsx', content: new Uint8Array(90 * 1024 * 1024) },
      context,
    )
  const dropped = [await drop(), await drop(), await drop()]
  expect(dropped.map(({ fileId }) => context.chosen.get(fileId)?.kind)).toEqual([undefined, 'bytes', 'bytes'])
  expect(context.chosen.get(chosen?.[0]?.fileId ?? '')?.kind).toBe('path')
  await expect(
    importHandlers['import.read']({ fileIds: [dropped[0]?.fileId ?? ''], jobId: 'a' }, context),
  ).rejects.toMatchObject({ code: 'plan.expired' })
  await context.database().close()
})

test('dropped files have the limit of files by path', () => {
  const { argument } = requests['import.receive']
  const accepts = (bytes: number) =>
    argument.safeParse({ name: '台账.xlsx', content: new Uint8Array(bytes) }).success
  expect(accepts(mostFileBytes)).toBe(true)
  expect(accepts(mostFileBytes + 1)).toBe(false)
  const content = new Uint8Array(mostFileBytes + 1)
  expect(() => bytesOf({ kind: 'bytes', name: '台账.xlsx', content }, '台账.xlsx')).toThrow(
    expect.objectContaining({ code: 'file.too-large', facts: { file: '台账.xlsx', reason: '超过 100 MB' } }),
  )
})
