import { dirname } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { openDatabase } from '../../main/database/open.ts'
import { loadTree } from '../../main/database/tree.ts'
import { loadUndoState, redo, undo } from '../../main/database/undo.ts'
import { organizationHandlers as ask } from '../../main/handlers/organization.ts'
import { contextOf } from './context.ts'
import { emptyOffice, personRow, postRow, redoNext, setUp, smallOffice, undoNext, unitRow } from './office.ts'

let db: Database
beforeEach(async () => {
  db = await smallOffice()
})
afterEach(() => db.close())

const rename = (name: string, version: number) =>
  ask['person.update']({ id: 'xu', version, changes: { name } }, contextOf(db))
const person = async (id: string) => (await db.query('SELECT name, phone FROM person WHERE id = ?', [id]))[0]
const name = async () =>
  (await db.query<{ name: string }>('SELECT name FROM person WHERE id = ?', ['xu']))[0]?.name

test('undo and redo walk back and forth, and a new edit clears redo', async () => {
  await rename('许文一', 1)
  await rename('许文二', 2)
  expect(await loadUndoState(db)).toMatchObject({ undo: { label: '修改 许文一 的姓名' }, redo: null })
  expect(await undoNext(db)).toBe('修改 许文一 的姓名')
  expect(await name()).toBe('许文一')
  await undoNext(db)
  expect(await name()).toBe('许文雪')
  expect(await loadUndoState(db)).toMatchObject({ undo: null, redo: { label: '修改 许文雪 的姓名' } })
  await redoNext(db)
  await redoNext(db)
  expect(await name()).toBe('许文二')
  await undoNext(db)
  await redoNext(db)
  await undoNext(db)
  expect(await name()).toBe('许文一')
  const [row] = await db.query<{ version: number }>('SELECT version FROM person WHERE id = ?', ['xu'])
  await rename('许文三', row?.version ?? 0)
  expect((await loadUndoState(db)).redo).toBeNull()
  await expect(redoNext(db)).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('what was made is taken away, and comes back as it was', async () => {
  const { id } = await ask['unit.create'](
    { kind: 'branch', parentId: 'community', name: '𬭚䶮党支部', branchKind: 'grid' },
    contextOf(db),
  )
  const [made] = await db.query<object>('SELECT * FROM unit WHERE id = ?', [id])
  await undoNext(db)
  expect(await db.query('SELECT id FROM unit WHERE id = ?', [id])).toEqual([])
  await redoNext(db)
  const [back] = await db.query<object>('SELECT * FROM unit WHERE id = ?', [id])
  expect(back).toEqual({ ...made, version: 2 })
})

test('an edit of several tables is one step', async () => {
  const before = await db.query('SELECT * FROM post ORDER BY id')
  await ask['post.assign'](
    {
      unitId: 'emergency',
      kind: 'secretary',
      person: { name: '李𫖯', phone: '13700002222' },
      position: '',
      startsOn: '2026-05-04',
      replaces: 'post-1',
    },
    contextOf(db),
  )
  await undoNext(db)
  expect(await db.query('SELECT id FROM person WHERE name = ?', ['李𫖯'])).toEqual([])
  const after = await db.query<{ id: string; version: number }>('SELECT * FROM post ORDER BY id')
  expect(after.map((post) => (post.id === 'post-1' ? { ...post, version: 1 } : post))).toEqual(before)
})

test('the steps outlive a restart', async () => {
  await rename('许文一', 1)
  const directory = dirname(db.file)
  await db.close()
  db = await openDatabase(directory)
  await undoNext(db)
  expect(await name()).toBe('许文雪')
  await db.close()
  db = await openDatabase(directory)
  await redoNext(db)
  expect(await name()).toBe('许文一')
})

test('only the step that the user saw is taken back, not what came after it', async () => {
  await rename('许文一', 1)
  const seen = (await loadUndoState(db)).undo?.seq ?? 0
  const other = await openDatabase(dirname(db.file))
  await other.edit({ action: 'unit.update', label: '修改备注', undoable: true }, (tx) =>
    tx.update('unit', 'branch', 1, { note: '二期' }),
  )
  await other.close()
  await expect(undo(db, seen)).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await db.query('SELECT note FROM unit WHERE id = ?', ['branch'])).toEqual([{ note: '二期' }])
  expect(await name()).toBe('许文一')
  await undoNext(db)
  const undone = (await loadUndoState(db)).redo?.seq ?? 0
  await expect(redo(db, undone - 1)).rejects.toMatchObject({ code: 'undo.changed-since' })
  await undo(db, seen)
  expect(await name()).toBe('许文雪')
})

test('a row that changed since is not undone', async () => {
  await rename('许文一', 1)
  await db.edit(setUp, (tx) => tx.update('person', 'xu', 2, { name: '许文改' }))
  await expect(undoNext(db)).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await name()).toBe('许文改')
  // A change to another field does not stand in the way.
  await db.edit(setUp, (tx) => tx.update('person', 'xu', 3, { name: '许文一', phone: '13811112222' }))
  await undoNext(db)
  expect(await person('xu')).toEqual({ name: '许文雪', phone: '13811112222' })
})

test('what another row needs is not taken away', async () => {
  const { id } = await ask['unit.create'](
    { kind: 'branch', parentId: 'community', name: '滨河党支部', branchKind: null },
    contextOf(db),
  )
  await db.edit(setUp, (tx) => tx.insert('post', postRow('late', id, 'secretary', 'bai')))
  await expect(undoNext(db)).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await db.query('SELECT id FROM unit WHERE id = ?', [id])).toHaveLength(1)
})

test('a row with the same key that came in between is not overwritten', async () => {
  const make = (value: string) =>
    db.edit({ ...setUp, undoable: true }, (tx) => tx.insert('setting', { id: 'k', value }))
  await make('1')
  await undoNext(db)
  await db.edit(setUp, (tx) => tx.insert('setting', { id: 'k', value: '2' }))
  await expect(redoNext(db)).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await db.query('SELECT value FROM setting WHERE id = ?', ['k'])).toEqual([{ value: '2' }])
})

test('money and logged looks are no steps', async () => {
  await ask['person.reveal']({ id: 'xu', field: 'phone' }, contextOf(db))
  expect(await loadUndoState(db)).toEqual({ undo: null, redo: null })
  await expect(undoNext(db)).rejects.toMatchObject({ code: 'undo.nothing' })
})

test('a hundred steps back and forth', async () => {
  for (let n = 1; n <= 100; n += 1) await rename(`许${n}`, n)
  for (let n = 1; n <= 100; n += 1) await undoNext(db)
  expect(await name()).toBe('许文雪')
  for (let n = 1; n <= 100; n += 1) await redoNext(db)
  expect(await name()).toBe('许100')
})

test('an import of thousands of rows is undone whole, in a few seconds', async () => {
  const office = await emptyOffice()
  const count = 8149
  await office.edit({ action: 'import.apply', label: '导入 党员花名册', undoable: true }, async (tx) => {
    await tx.insert('unit', unitRow('street', 'streetCommittee', '汉江路街道党工委', null))
    await tx.insertAll(
      'unit',
      Array.from({ length: 2000 }, (_, n) => unitRow(`b${n}`, 'branch', `第${n}党支部`, 'street', n)),
    )
    const people = Array.from({ length: count }, (_, n) => personRow(`p${n}`, `党员${n}`))
    await tx.insertAll('person', people)
    await tx.insertAll(
      'membership',
      people.map(({ id }, n) => ({
        id: `m${n}`,
        personId: id,
        unitId: `b${n % 2000}`,
        startsOn: null,
        endsOn: null,
      })),
    )
    await tx.update('unit', 'street', 1, { note: '导入' })
  })
  const began = performance.now()
  await undoNext(office)
  const undone = performance.now() - began
  expect(await office.query('SELECT count(*) AS n FROM person')).toEqual([{ n: 0 }])
  expect(await loadTree(office)).toEqual([])
  await redoNext(office)
  expect(await office.query('SELECT count(*) AS n FROM membership')).toEqual([{ n: count }])
  expect((await loadTree(office)).find((unit) => unit.id === 'street')).toBeDefined()
  await office.close()
  expect(undone).toBeLessThan(15_000)
})
