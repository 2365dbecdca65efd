import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/database/open.ts'
import { importHandlers } from '../../main/handlers/import.ts'
import { contextOf } from './context.ts'

const ledger = resolve(import.meta.dirname, '../fixtures/应急党支部名册.xlsx')

test('choose, preview, apply, save the problem rows, and find the import in the history', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-'))
  const plain = contextOf(await openDatabase(folder))
  const target = join(folder, '问题行.xlsx')
  const context = {
    ...plain,
    desktop: { ...plain.desktop, chooseFile: async () => ledger, chooseTarget: async () => target },
  }
  const chosen = await importHandlers['import.choose'](null, context)
  expect(chosen).toMatchObject({ name: '应急党支部名册.xlsx', bytes: readFileSync(ledger).byteLength })
  const preview = await importHandlers['import.preview'](
    { fileId: chosen?.fileId ?? '', jobId: 'a' },
    context,
  )
  expect(preview).toMatchObject({ ledger: 'emergencyBranches', rows: 95, rejectedRows: 2 })
  expect(await importHandlers['import.history'](null, context)).toEqual([])
  await importHandlers['import.apply']({ planId: preview.planId, jobId: 'b' }, context)
  const saved = await importHandlers['import.saveProblems']({ planId: preview.planId }, context)
  expect(saved).toMatchObject({ name: '问题行.xlsx', folder })
  const received = await importHandlers['import.receive'](
    { name: '问题行.xlsx', content: new Uint8Array(readFileSync(target)) },
    context,
  )
  const problems = await importHandlers['import.preview']({ fileId: received.fileId, jobId: 'c' }, context)
  expect(problems.rows).toBe(2)
  expect(problems.rejected.map((cell) => cell.reason)).toEqual(['手机号只有 10 位'])
  expect(await importHandlers['import.history'](null, context)).toMatchObject([
    { ledger: 'emergencyBranches', file: '应急党支部名册.xlsx', rows: 95, rejectedRows: 2, actor: '经办人' },
  ])
  await context.database().close()
})
