import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { listHistory } from '../../main/database/history.ts'
import { markSample, saveSettings } from '../../main/database/settings.ts'
import { organizationHandlers as ask } from '../../main/handlers/organization.ts'
import { contextOf } from './context.ts'
import { personRow, redoNext, setUp, smallOffice, undoNext } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

test('a change is told field by field in Chinese, personal data masked', async () => {
  db.setActor('王敏')
  await ask['person.update'](
    {
      id: 'xu',
      version: 1,
      changes: { phone: '13811112222', idNumber: '', category: 'full', name: '许文㛃' },
    },
    contextOf(db),
  )
  const [entry] = await listHistory(db, 10, null)
  expect(entry).toMatchObject({
    actor: '王敏',
    action: 'person.update',
    label: '修改 许文雪 的人员类别、姓名、手机号、公民身份证号',
    state: 'done',
  })
  expect(entry?.details).toEqual(
    expect.arrayContaining([
      { field: '姓名', before: '许文雪', after: '许文㛃' },
      { field: '手机号', before: '150****5541', after: '138****2222' },
      { field: '公民身份证号', before: '420321********0003', after: null },
      { field: '人员类别', before: null, after: '正式党员' },
    ]),
  )
  expect(entry?.details).toHaveLength(4)
})

test('ids are named, and several rows say which table', async () => {
  await ask['partner.assign']({ unitId: 'emergency', version: 1, name: '区税务局' }, contextOf(db))
  const [entry] = await listHistory(db, 1, null)
  expect(entry?.label).toBe('修改 百二河雅苑应急党支部 的包联单位')
  expect(entry?.details).toEqual([
    { field: '包联单位 · 单位名称', before: null, after: '区税务局' },
    { field: '组织 · 包联单位', before: null, after: '区税务局' },
  ])
})

test('a large edit is summed up by table', async () => {
  await db.edit({ action: 'import.apply', label: '导入', undoable: true }, async (tx) => {
    await tx.insertAll(
      'person',
      Array.from({ length: 813 }, (_, n) => personRow(`p${n}`, `甲${n}`)),
    )
    await tx.update('unit', 'branch', 1, { note: '导入' })
  })
  const [entry] = await listHistory(db, 1, null)
  expect(entry?.details).toEqual([
    { field: '人员', before: null, after: '新增 813 条' },
    { field: '组织', before: null, after: '修改 1 条' },
  ])
})

test('undone and redone steps say so', async () => {
  await ask['unit.update']({ id: 'branch', version: 1, changes: { note: '二期' } }, contextOf(db))
  const label = '修改 百二河雅苑党支部 的备注'
  const states = async () => (await listHistory(db, 10, 'branch')).map((e) => `${e.label} ${e.state}`)
  await undoNext(db)
  expect((await states()).slice(0, 2)).toEqual([`撤销：${label} undo`, `${label} undone`])
  await redoNext(db)
  expect((await states()).slice(0, 3)).toEqual([
    `重做：${label} done`,
    `撤销：${label} undo`,
    `${label} done`,
  ])
  await undoNext(db)
  expect((await states()).slice(0, 4)).toEqual([
    `撤销：${label} undo`,
    `重做：${label} undone`,
    `撤销：${label} undo`,
    `${label} undone`,
  ])
})

test('the history of a unit holds its posts and the people in them, and nothing else', async () => {
  const context = contextOf(db)
  await ask['person.update']({ id: 'xu', version: 1, changes: { phone: '13811112222' } }, context)
  await ask['person.update']({ id: 'ouyang', version: 1, changes: { phone: '13811113333' } }, context)
  await ask['post.update']({ id: 'post-2', version: 1, changes: { position: '局长' } }, context)
  await ask['unit.update']({ id: 'community', version: 1, changes: { note: '一' } }, context)
  const labels = (await listHistory(db, 10, 'emergency')).map((entry) => entry.label)
  expect(labels).toEqual([
    '修改 百二河雅苑应急党支部 · 第一书记 邹芳磊 的单位职务',
    '修改 许文雪 的手机号',
    '准备',
  ])
  expect((await listHistory(db, 10, 'ouyang')).map((entry) => entry.label)).toEqual([
    '修改 欧阳𬭚 的手机号',
    '准备',
  ])
})

test('a look at personal data stands in the history of that person', async () => {
  await ask['person.reveal']({ id: 'xu', field: 'idNumber' }, contextOf(db))
  const [entry] = await listHistory(db, 10, 'xu')
  expect(entry).toMatchObject({ label: '查看 许文雪 的公民身份证号', state: 'done', details: [] })
})

test('a setting is told by its name; the mark of the sample, which nobody set, is not', async () => {
  await saveSettings(db, { organizationName: '张湾区委组织部' })
  await db.edit(setUp, markSample)
  const [mark, setting] = await listHistory(db, 2, null)
  expect(setting?.details).toEqual([{ field: '单位名称', before: null, after: '张湾区委组织部' }])
  expect(mark?.details).toEqual([])
})

test('the newest first, no more than asked for', async () => {
  for (const note of ['一', '二', '三']) {
    await db.edit(setUp, (tx) => tx.update('unit', 'branch', ['一', '二', '三'].indexOf(note) + 1, { note }))
  }
  const entries = await listHistory(db, 2, null)
  expect(entries.map((entry) => entry.details[0]?.after)).toEqual(['三', '二'])
})
