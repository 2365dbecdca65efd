import { existsSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { markSample } from '../../main/database/settings.ts'
import { appHandlers as ask } from '../../main/handlers/app.ts'
import type { UndoStep } from '../../shared/models/history.ts'
import { contextOf } from './context.ts'
import { emptyOffice, setUp, smallOffice } from './office.ts'

test('the program says what it is and whether there is data', async () => {
  const empty = contextOf(await emptyOffice())
  expect(await ask['app.info'](null, empty)).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    dataDirectory: empty.dataDirectory,
    empty: true,
    sample: false,
  })
  await empty.database().close()
  const office = contextOf(await smallOffice())
  expect((await ask['app.info'](null, office)).empty).toBe(false)
  await office.database().close()
})

test('the sample goes into backups, and empty data is left', async () => {
  const context = contextOf(await smallOffice())
  await context.database().edit(setUp, markSample)
  const { backup } = await ask['sample.clear'](null, context)
  expect(backup).toMatch(/^sample-\d{8}-\d{6}\.db$/)
  expect(existsSync(join(context.dataDirectory, 'backups', backup))).toBe(true)
  expect(await ask['app.info'](null, context)).toMatchObject({ empty: true, sample: false })
  await context.database().close()
})

test('an office’s own data is never put aside', async () => {
  const context = contextOf(await smallOffice())
  await expect(ask['sample.clear'](null, context)).rejects.toMatchObject({ code: 'data.not-sample' })
  expect((await ask['app.info'](null, context)).empty).toBe(false)
  await context.database().close()
})

test('a file is opened and shown by its ticket alone', async () => {
  const context = contextOf(await smallOffice())
  const backup = await ask['data.backup'](null, context)
  const path = join(backup.folder, backup.name)
  expect(dirname(path)).toBe(join(context.dataDirectory, 'backups'))
  expect(await ask['file.open']({ savedId: backup.savedId }, context)).toBe(true)
  await ask['file.reveal']({ savedId: backup.savedId }, context)
  await ask['data.reveal'](null, context)
  expect(context.revealed).toEqual([path, path, context.database().file])
  await expect(ask['file.open']({ savedId: path }, context)).rejects.toMatchObject({ code: 'file.missing' })
  rmSync(path)
  for (const name of ['file.open', 'file.reveal'] as const) {
    await expect(ask[name]({ savedId: backup.savedId }, context)).rejects.toMatchObject({
      code: 'file.missing',
      facts: { file: backup.name },
    })
  }
  await context.database().close()
})

test('undo and redo answer the step’s label, history and overview what is there', async () => {
  const context = contextOf(await smallOffice())
  await context
    .database()
    .edit({ action: 'unit.update', label: '修改备注', undoable: true }, (tx) =>
      tx.update('unit', 'branch', 1, { note: '二期' }),
    )
  const seqOf = (step: UndoStep | null): number => step?.seq ?? 0
  const before = await ask['history.state'](null, context)
  expect(await ask['history.undo']({ seq: seqOf(before.undo) }, context)).toBe('修改备注')
  const after = await ask['history.state'](null, context)
  expect(after).toMatchObject({ undo: null, redo: { label: '修改备注' } })
  expect(await ask['history.redo']({ seq: seqOf(after.redo) }, context)).toBe('修改备注')
  expect(await ask['history.list']({ limit: 1 }, context)).toMatchObject([{ label: '重做：修改备注' }])
  expect((await ask['overview.load']({ year: 2026 }, context)).figures).toHaveLength(11)
  expect(await ask['search.find']({ text: 'lyq' }, context)).toEqual([])
  expect(await ask['job.cancel']({ jobId: 'none' }, context)).toBe(false)
  await context.database().close()
})
