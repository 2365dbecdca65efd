import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { openDatabase } from '../../main/database/open.ts'
import { historyHandlers as ask } from '../../main/handlers/history.ts'
import { organizationHandlers } from '../../main/handlers/organization.ts'
import { describeError } from '../../shared/messages.ts'
import { contextOf } from './context.ts'
import { redoNext, setUp, smallOffice, undoNext } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const rename = async (id: string, name: string) => {
  const [row] = await db.query<{ version: number }>('SELECT version FROM person WHERE id = ?', [id])
  const changes = { name }
  await organizationHandlers['person.update']({ id, version: row?.version ?? 0, changes }, contextOf(db))
}
const nameOf = async (id: string) =>
  (await db.query<{ name: string }>('SELECT name FROM person WHERE id = ?', [id]))[0]?.name
const steps = () => ask['history.steps'](null, contextOf(db))
const seqsOf = (list: readonly { readonly seq: number }[], count: number) =>
  list.slice(0, count).map((step) => step.seq)

test('the list names the next step first, with who and when; three steps go back in one action and come again', async () => {
  for (const name of ['许文一', '许文二', '许文三', '许文四']) await rename('xu', name)
  const { undo, redo } = await steps()
  expect(undo.map((step) => step.label)).toEqual([
    '修改 许文三 的姓名',
    '修改 许文二 的姓名',
    '修改 许文一 的姓名',
    '修改 许文雪 的姓名',
  ])
  expect(undo[0]).toMatchObject({ actor: expect.any(String), at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) })
  expect(redo).toEqual([])
  let changes = 0
  const stop = db.onChanged(() => {
    changes += 1
  })
  expect(await ask['history.undo-to']({ seqs: seqsOf(undo, 3) }, contextOf(db))).toEqual({ done: 3 })
  stop()
  expect(changes).toBe(1)
  expect(await nameOf('xu')).toBe('许文一')
  const after = await steps()
  expect(after.undo).toHaveLength(1)
  expect(after.redo.map((step) => step.label)).toEqual([
    '修改 许文一 的姓名',
    '修改 许文二 的姓名',
    '修改 许文三 的姓名',
  ])
  expect(await ask['history.redo-to']({ seqs: seqsOf(after.redo, 2) }, contextOf(db))).toEqual({ done: 2 })
  expect(await nameOf('xu')).toBe('许文三')
  await redoNext(db)
  await undoNext(db)
  expect(await nameOf('xu')).toBe('许文三')
  expect((await steps()).undo).toHaveLength(3)
})

test('one step that cannot be taken back leaves all of them as they are, and is named', async () => {
  await rename('xu', '许文一')
  await rename('zou', '邹芳一')
  await rename('bai', '白勇一')
  await db.edit(setUp, (tx) => tx.update('person', 'zou', 2, { name: '邹芳改' }))
  const { undo } = await steps()
  const refused = ask['history.undo-to']({ seqs: seqsOf(undo, 3) }, contextOf(db))
  await expect(refused).rejects.toMatchObject({
    code: 'undo.changed-since',
    facts: { step: 2, label: '修改 邹芳磊 的姓名' },
  })
  expect([await nameOf('xu'), await nameOf('bai')]).toEqual(['许文一', '白勇一'])
  expect((await steps()).redo).toEqual([])
  expect(describeError('undo.changed-since', { step: 2, label: '修改 邹芳磊 的姓名' })).toBe(
    '第 2 步“修改 邹芳磊 的姓名”的相关内容后来又被改过，所选各步都没有执行，数据没有改动。请少选几步，或直接修改。',
  )
  expect(await ask['history.undo-to']({ seqs: seqsOf(undo, 1) }, contextOf(db))).toEqual({ done: 1 })
  expect(await nameOf('bai')).toBe('白勇文')
})

test('only the steps that were listed: not what came since, nor from the middle', async () => {
  await rename('xu', '许文一')
  await rename('xu', '许文二')
  const { undo } = await steps()
  await rename('xu', '许文三')
  await expect(ask['history.undo-to']({ seqs: seqsOf(undo, 2) }, contextOf(db))).rejects.toMatchObject({
    code: 'undo.changed-since',
  })
  await expect(
    ask['history.undo-to']({ seqs: seqsOf((await steps()).undo.slice(1), 2) }, contextOf(db)),
  ).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await nameOf('xu')).toBe('许文三')
})

test('a hundred steps are listed, after a restart too, and go back at once', async () => {
  for (let n = 1; n <= 104; n += 1) await rename('xu', `许${n}`)
  const directory = dirname(db.file)
  await db.close()
  db = await openDatabase(directory)
  const { undo } = await steps()
  expect(undo).toHaveLength(100)
  await ask['history.undo-to']({ seqs: seqsOf(undo, 100) }, contextOf(db))
  expect(await nameOf('xu')).toBe('许4')
  const { redo } = await steps()
  await ask['history.redo-to']({ seqs: seqsOf(redo, 100) }, contextOf(db))
  expect(await nameOf('xu')).toBe('许104')
})
