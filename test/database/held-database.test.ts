import { rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { HeldDatabase } from '../../main/database/held-database.ts'
import { openDatabase } from '../../main/database/open.ts'
import { loadTree } from '../../main/database/tree.ts'
import { emptyOffice, newDirectory, setUp, smallOffice, unitRow } from './office.ts'

const opened: Database[] = []
const kept = (db: Database): Database => {
  opened.push(db)
  return db
}
afterEach(async () => {
  for (const db of opened.splice(0)) await db.close()
})

const addStreet = (db: Database, id: string) =>
  db.edit({ ...setUp, action: 'unit.create', undoable: true }, (tx) =>
    tx.insert('unit', unitRow(id, 'streetCommittee', `${id}街道党工委`, null)),
  )

test('two programs that begin in one new directory both get the same data', async () => {
  for (const gap of [0, 3, 10]) {
    const where = newDirectory()
    const later = async () => {
      await new Promise((resolve) => setTimeout(resolve, gap))
      return openDatabase(where)
    }
    const [one, two] = await Promise.all([openDatabase(where), later()])
    await addStreet(kept(one), 'own')
    expect(await loadTree(kept(two))).toHaveLength(1)
  }
})

test('one’s own edits are no foreign change, another program’s are', async () => {
  const db = kept(await emptyOffice())
  const other = kept(await openDatabase(dirname(db.file)))
  const before = await db.foreignVersion()
  await addStreet(db, 'own')
  expect(await db.foreignVersion()).toBe(before)
  await addStreet(other, 'foreign')
  expect(await db.foreignVersion()).not.toBe(before)
})

test('a listener that falls over neither fails the edit nor silences the others', async () => {
  const db = kept(await emptyOffice())
  const heard = vi.fn()
  db.onChanged(() => {
    throw new Error('falls over')
  })
  db.onChanged(heard)
  await addStreet(db, 'own')
  expect(heard).toHaveBeenCalledOnce()
  expect(await loadTree(db)).toHaveLength(1)
})

test('an edit through a view stands under the view’s name, and the database hears of it', async () => {
  const db = kept(await emptyOffice())
  const heard = vi.fn()
  db.onChanged(heard)
  await addStreet(db.as('示例街道'), 'sample')
  await addStreet(db, 'own')
  expect(await db.query('SELECT actor FROM audit_entry ORDER BY seq')).toEqual([
    { actor: '示例街道' },
    { actor: '经办人' },
  ])
  expect(heard).toHaveBeenCalledTimes(2)
})

test('requests during an exchange of the file are told to wait, and go on afterwards', async () => {
  const held = new HeldDatabase(await smallOffice(), () => openDatabase(where))
  const before = held.current()
  const where = dirname(before.file)
  const between = vi.fn(async () => {
    expect(() => held.current()).toThrow(expect.objectContaining({ code: 'database.busy' }))
    await expect(loadTree(before)).rejects.toMatchObject({ code: 'database.busy' })
    await expect(addStreet(before, 'late')).rejects.toMatchObject({ code: 'database.busy' })
  })
  await held.reopen(between)
  expect(between).toHaveBeenCalledOnce()
  expect(await loadTree(kept(held.current()))).toHaveLength(5)
})

test('what goes wrong in between is told, and the data is open again', async () => {
  const held = new HeldDatabase(await smallOffice(), () => openDatabase(where))
  const where = dirname(held.current().file)
  await expect(held.reopen(() => Promise.reject(new Error('cannot move')))).rejects.toThrow('cannot move')
  expect(await loadTree(kept(held.current()))).toHaveLength(5)
})

test('data that cannot be opened again says why, each time it is asked for', async () => {
  const held = new HeldDatabase(await smallOffice(), () => openDatabase(where))
  const where = dirname(held.current().file)
  const lost = async (file: string) => {
    rmSync(file)
    writeFileSync(file, '')
  }
  await expect(held.reopen(lost)).rejects.toMatchObject({ code: 'database.empty-file' })
  expect(() => held.current()).toThrow(expect.objectContaining({ code: 'database.empty-file' }))
})
