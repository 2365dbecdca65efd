import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blankPerson } from '../../main/database/blank-person.ts'
import { openDatabase } from '../../main/database/open.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'zhibu-'))

const person = (id: string, name: string) => ({
  id,
  name,
  pinyin: '',
  initials: '',
  ...blankPerson,
})

test('a new data directory gets the six sources, and opens again', async () => {
  const where = directory()
  const first = await openDatabase(where)
  expect(await first.query('SELECT name FROM fund_source ORDER BY sort')).toHaveLength(6)
  await first.edit({ action: 'person.create', label: '新增 欧阳𬭚', undoable: true }, (tx) =>
    tx.insert('person', person('p1', '欧阳𬭚')),
  )
  await first.close()
  const second = await openDatabase(where)
  expect(await second.query('SELECT name, version FROM person')).toEqual([{ name: '欧阳𬭚', version: 1 }])
  expect(await second.query('SELECT label, undoable FROM audit_entry')).toEqual([
    { label: '新增 欧阳𬭚', undoable: 1 },
  ])
  await second.close()
})

test('two edits at once never interleave, and a failed one leaves nothing', async () => {
  const db = await openDatabase(directory())
  const edit = { action: 'test', label: 'test', undoable: true }
  const results = await Promise.allSettled([
    db.edit(edit, async (tx) => {
      await tx.insert('person', person('a', '甲'))
      await new Promise((resolve) => setTimeout(resolve, 30))
      throw new Error('falls over')
    }),
    db.edit(edit, (tx) => tx.insert('person', person('b', '乙'))),
    db.query('SELECT count(*) AS n FROM person'),
  ])
  expect(results.map((r) => r.status)).toEqual(['rejected', 'fulfilled', 'fulfilled'])
  expect(await db.query('SELECT id FROM person')).toEqual([{ id: 'b' }])
  await db.close()
})

test('a stale version is refused with record.changed', async () => {
  const db = await openDatabase(directory())
  const edit = { action: 'test', label: 'test', undoable: true }
  await db.edit(edit, (tx) => tx.insert('person', person('a', '甲')))
  await db.edit(edit, (tx) => tx.update('person', 'a', 1, { name: '乙' }))
  await expect(db.edit(edit, (tx) => tx.update('person', 'a', 1, { name: '丙' }))).rejects.toMatchObject({
    code: 'record.changed',
  })
  expect(await db.query('SELECT name FROM person')).toEqual([{ name: '乙' }])
  await db.close()
})
