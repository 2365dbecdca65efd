import { expect } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { loadUndoState, redo, undo } from '../../main/database/undo.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { personRow, postRow, setUp, smallOffice, unitRow } from './office.ts'

export const noReading = { pinyin: '', initials: '' }
export const all = {
  members: 'follow',
  groups: 'follow',
  posts: 'follow',
  estates: 'follow',
  money: 'follow',
} as const

export interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly version: number
  readonly name: string
  readonly parentId: string | null
  readonly dissolvedOn: string | null
}

export const unitsOf = (db: Database): Promise<Unit[]> =>
  db.query<Unit>(
    `SELECT id AS "id", kind AS "kind", version AS "version", name AS "name", parent_id AS "parentId",
       dissolved_on AS "dissolvedOn" FROM unit ORDER BY id`,
  )

/** A street with two communities, four branches with groups, members, posts, estates and money. */
export const district = async (): Promise<Database> => {
  const db = await smallOffice()
  await db.edit(setUp, async (tx) => {
    await tx.insert('unit', unitRow('c2', 'communityCommittee', '七里社区党委', 'street', 2))
    await tx.insertAll(
      'unit',
      ['b1', 'b2', 'b3'].map((id, n) =>
        unitRow(id, 'branch', `${id}党支部`, n === 0 ? 'community' : 'c2', n + 5),
      ),
    )
    await tx.insertAll(
      'unit',
      ['b1', 'b2', 'b3'].flatMap((b) =>
        [1, 2].map((n) => unitRow(`${b}-g${n}`, 'buildingGroup', `${n}号楼党小组`, b, n)),
      ),
    )
    await tx.insertAll(
      'person',
      Array.from({ length: 12 }, (_, n) => personRow(`m${n}`, `党员${n}`)),
    )
    await tx.insertAll(
      'membership',
      Array.from({ length: 12 }, (_, n) => ({
        id: `k${n}`,
        personId: `m${n}`,
        unitId: ['b1', 'b2', 'b3'][n % 3] ?? '',
        startsOn: null,
        endsOn: null,
      })),
    )
    await tx.insertAll('post', [
      postRow('t1', 'b1', 'secretary', 'm0'),
      postRow('t2', 'b2', 'secretary', 'm1'),
    ])
    await tx.insertAll(
      'estate',
      ['e1', 'e2', 'e3'].map((id) => ({
        id,
        communityId: 'community',
        name: id,
        buildingCount: null,
        householdCount: null,
        endedOn: null,
      })),
    )
    await tx.insertAll(
      'unitEstate',
      ['e1', 'e2', 'e3'].map((estateId, n) => ({
        id: `l${n}`,
        unitId: `b${n + 1}`,
        estateId,
        startsOn: null,
        endsOn: null,
      })),
    )
    await tx.insertAll(
      'appropriation',
      ['b1', 'b2'].map((unitId, n) => ({
        id: `a${n}`,
        year: 2026,
        unitId,
        sourceId: 'source-1',
        amountFen: 1_000_001 + n,
        date: '2026-01-05',
        note: '',
        standardId: null,
        onceKey: null,
        reversesId: null,
      })),
    )
  })
  return db
}

const tables = [
  'unit',
  'unit_past',
  'succession',
  'membership',
  'post',
  'person',
  'unit_estate',
  'appropriation',
  'reporting',
  'not_same',
  'venue',
  'venue_unit',
  'volunteer',
  'partner_unit',
  'partner_link',
]

/**
 * Takes back every edit after the entry `seq`, which must leave exactly `start`, and does all of them again, which must
 * leave exactly what there was before.
 */
export const undoAndRedoAll = async (db: Database, seq: number, start: unknown): Promise<void> => {
  const end = await contentOf(db)
  let undone = 0
  for (;;) {
    const { undo: next } = await loadUndoState(db)
    if (next === null || next.seq <= seq) break
    await undo(db, next.seq)
    undone += 1
  }
  expect(await contentOf(db)).toEqual(start)
  for (; undone > 0; undone--) {
    const { redo: next } = await loadUndoState(db)
    if (next !== null) await redo(db, next.seq)
  }
  expect(await contentOf(db)).toEqual(end)
}

/** All rows but their versions, which undo raises. */
export const contentOf = async (db: Database): Promise<unknown> => {
  const content: Record<string, unknown> = {}
  for (const table of tables) {
    const rows = await db.query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`)
    content[table] = rows.map(({ version: _, ...row }) => row)
  }
  return content
}
