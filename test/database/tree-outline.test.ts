import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { findInTree } from '../../main/database/tree-filter.ts'
import { loadMarks } from '../../main/database/tree-marks.ts'
import { loadRows } from '../../main/database/tree-rows.ts'
import { dissolveUnits } from '../../main/database/unit-dissolve.ts'
import { moveUnits } from '../../main/database/unit-move.ts'
import type { TreeFilter } from '../../shared/requests/units.ts'
import { postRow, setUp, smallOffice, undoNext, unitRow } from './office.ts'

const today = '2026-06-01'
const noFilter: TreeFilter = { text: '', kind: null, branchKind: null, onlyGaps: false }
let db: Database

beforeEach(async () => {
  db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insert('unit', unitRow('branch-2', 'branch', '阳光家属院党支部', 'community', 3))
    await tx.insert('unit', unitRow('group-2', 'buildingGroup', '2号楼党小组', 'branch-2', 1))
    await tx.insert('post', postRow('leader', 'group-2', 'groupLeader', 'bai'))
  })
})
afterEach(() => db.close())

test('children of several parents at once, each parent’s in their order', async () => {
  const rows = await loadRows(db, [null, 'community', 'branch-2'], null)
  expect(rows.map((row) => `${row.parentId} ${row.id}`).sort()).toEqual([
    'branch-2 group-2',
    'community branch',
    'community branch-2',
    'community emergency',
    'null street',
  ])
  const ordered = rows.filter((row) => row.parentId === 'community').map((row) => row.sort)
  expect(ordered).toEqual(ordered.toSorted((a, b) => a - b))
  expect(rows.find((row) => row.id === 'branch-2')?.childCount).toBe(1)
})

test('a street and a community count branches, a branch its groups; warnings count units, not gaps', async () => {
  const marks = await loadMarks(db, ['street', 'community', 'branch', 'branch-2', 'group-2', 'emergency'])
  expect(marks).toEqual({
    street: { count: 2, warnings: 4 },
    community: { count: 2, warnings: 4 },
    branch: { count: 1, warnings: 2 },
    'branch-2': { count: 1, warnings: 1 },
    'group-2': { count: 0, warnings: 0 },
    emergency: { count: 0, warnings: 1 },
  })
})

test('what fits comes with the units above it; filters are joined by “and”', async () => {
  const named = await findInTree(db, { ...noFilter, text: ' 阳光 ' }, today)
  expect([named.total, [...named.ids]]).toEqual([1, ['branch-2']])
  expect(named.rows.map((row) => row.id).sort()).toEqual(['branch-2', 'community', 'street'])
  expect((await findInTree(db, { ...noFilter, text: 'yangguang' }, today)).ids).toEqual(['branch-2'])
  expect((await findInTree(db, { ...noFilter, text: 'YG' }, today)).ids).toEqual(['branch-2'])
  const groups = { ...noFilter, kind: 'buildingGroup' as const, onlyGaps: true }
  expect((await findInTree(db, groups, today)).ids).toEqual(['group'])
  expect(await findInTree(db, { ...noFilter, text: '没有' }, today)).toEqual({ total: 0, ids: [], rows: [] })
})

test('a unit is put right after another, as well as before it', async () => {
  const order = async () => (await loadRows(db, ['community'], null)).map((row) => row.id)
  const version = async (id: string) =>
    (await loadRows(db, ['community'], null)).find((r) => r.id === id)?.version ?? 0
  const put = async (id: string, at: 'before' | 'after', other: string) =>
    moveUnits(
      db,
      {
        units: [{ id, version: await version(id) }],
        parentId: 'community',
        beside: { at, id: other },
        on: today,
      },
      today,
    )
  const [first, second, third] = await order()
  await put(first ?? '', 'after', second ?? '')
  expect(await order()).toEqual([second, first, third])
  await put(third ?? '', 'before', second ?? '')
  expect(await order()).toEqual([third, second, first])
})

test('several units are dissolved in one step with all below them, and one undo brings them back', async () => {
  const before = await loadRows(db, [null, 'street', 'community', 'branch', 'branch-2'], null)
  const versionOf = (id: string) => ({ id, version: before.find((row) => row.id === id)?.version ?? 0 })
  const chosen = ['branch', 'group', 'branch-2'].map(versionOf)
  await expect(dissolveUnits(db, chosen.slice(0, 1), today, false, today)).rejects.toMatchObject({
    code: 'unit.has-children',
  })
  expect(await dissolveUnits(db, chosen, today, true, today)).toEqual({ dissolved: 4 })
  expect((await loadRows(db, ['community'], null)).map((row) => row.id)).toEqual(['emergency'])
  await undoNext(db)
  const after = await loadRows(db, [null, 'street', 'community', 'branch', 'branch-2'], null)
  expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id))
})

test('of several units the lower ones go first, whatever their order', async () => {
  const rows = await loadRows(db, ['community', 'branch-2'], null)
  const chosen = ['branch-2', 'group-2'].map((id) => ({
    id,
    version: rows.find((row) => row.id === id)?.version ?? 0,
  }))
  expect(await dissolveUnits(db, chosen, today, false, today)).toEqual({ dissolved: 2 })
})
