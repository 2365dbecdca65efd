import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareTrees } from '../../main/database/compare.ts'
import type { Database } from '../../main/database/database.ts'
import { loadBalance } from '../../main/database/funding-rows.ts'
import { disburse } from '../../main/database/funding-vouchers.ts'
import { mergeUnits, previewMerge } from '../../main/database/merge.ts'
import { splitUnit } from '../../main/database/split.ts'
import { loadTreeOn } from '../../main/database/tree-rows.ts'
import { loadUndoState, redo, undo } from '../../main/database/undo.ts'
import { dissolveUnit } from '../../main/database/unit-dissolve.ts'
import { createUnit } from '../../main/database/unit-edits.ts'
import { moveUnits } from '../../main/database/unit-move.ts'
import { renameUnit } from '../../main/database/unit-rename.ts'
import { restoreUnit } from '../../main/database/unit-restore.ts'
import { loadStory } from '../../main/database/unit-story.ts'
import { AppError } from '../../shared/errors.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { mayStandUnder } from '../../shared/rules/tree.ts'
import { personRow, postRow, setUp, smallOffice, unitRow } from './office.ts'

const noReading = { pinyin: '', initials: '' }
const all = {
  members: 'follow',
  groups: 'follow',
  posts: 'follow',
  estates: 'follow',
  money: 'follow',
} as const

interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly version: number
  readonly name: string
  readonly parentId: string | null
  readonly dissolvedOn: string | null
}

const unitsOf = (db: Database): Promise<Unit[]> =>
  db.query<Unit>(
    `SELECT id AS "id", kind AS "kind", version AS "version", name AS "name", parent_id AS "parentId",
       dissolved_on AS "dissolvedOn" FROM unit ORDER BY id`,
  )

/** A street with two communities, four branches with groups, members, posts, estates and money. */
const district = async (): Promise<Database> => {
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
      })),
    )
    await tx.insertAll(
      'unitEstate',
      ['e1', 'e2', 'e3'].map((estateId, n) => ({ id: `l${n}`, unitId: `b${n + 1}`, estateId })),
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
]

/** All rows but their versions, which undo raises. */
const contentOf = async (db: Database): Promise<unknown> => {
  const content: Record<string, unknown> = {}
  for (const table of tables) {
    const rows = await db.query<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY id`)
    content[table] = rows.map(({ version: _, ...row }) => row)
  }
  return content
}

interface Counts {
  readonly members: number
  readonly groups: number
  readonly estates: number
  readonly fen: number
}

const countsOf = async (db: Database): Promise<Counts> => {
  const [row] = await db.query<Counts>(
    `SELECT (SELECT count(DISTINCT person_id) FROM membership WHERE ends_on IS NULL) AS "members",
       (SELECT count(*) FROM unit WHERE kind = 'buildingGroup' AND dissolved_on IS NULL) AS "groups",
       (SELECT count(DISTINCT estate_id) FROM unit_estate JOIN unit ON unit.id = unit_id WHERE dissolved_on IS NULL)
         AS "estates",
       (SELECT coalesce(sum(amount_fen), 0) FROM appropriation) AS "fen"`,
  )
  if (row === undefined) throw new Error('no counts')
  return row
}

const refuseOrphans = async (db: Database): Promise<void> => {
  const units = await unitsOf(db)
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units.filter((one) => one.dissolvedOn === null)) {
    const parent = unit.parentId === null ? null : byId.get(unit.parentId)
    expect(parent === null || parent?.dissolvedOn === null, `${unit.id} is an orphan`).toBe(true)
    expect(mayStandUnder(unit.kind, parent?.kind ?? null)).toBe(true)
    const seen = new Set<string>()
    for (let at: Unit | undefined = unit; at !== undefined; at = byId.get(at.parentId ?? '')) {
      expect(seen.has(at.id), `${unit.id} stands under itself`).toBe(false)
      seen.add(at.id)
    }
  }
}

const operations = [
  'create',
  'rename',
  'correct',
  'move',
  'reorder',
  'merge',
  'split',
  'dissolve',
  'restore',
] as const
const step = fc.record({
  what: fc.constantFrom(...operations),
  a: fc.nat(40),
  b: fc.nat(40),
  /** Days since the one before. */
  later: fc.nat(2),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does one step, or is refused; any other failure is a failure of the test. */
const act = async (db: Database, { what, a, b }: Step, on: string, n: number): Promise<void> => {
  const units = await unitsOf(db)
  const living = units.filter((unit) => unit.dissolvedOn === null)
  const gone = units.filter((unit) => unit.dissolvedOn !== null)
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]
  const one = pick(living, a)
  const other = pick(living, b)
  if (one === undefined || other === undefined) return
  const branches = living.filter((unit) => unit.kind === 'branch')
  const branch = pick(branches, a)
  const before = await countsOf(db)
  switch (what) {
    case 'create': {
      const kind = one.kind === 'communityCommittee' ? 'branch' : 'buildingGroup'
      await createUnit(
        db,
        { kind, parentId: one.id, name: `新${n}`, branchKind: null, foundedOn: on },
        noReading,
      )
      return
    }
    case 'rename':
      await renameUnit(db, { ...one, name: `更名${n}`, on }, noReading, on)
      return
    case 'move':
      await moveUnits(db, { units: [one], parentId: other.id, before: null, on }, on)
      return
    case 'reorder':
      await moveUnits(
        db,
        {
          units: [one],
          parentId: one.parentId,
          before: living.find((unit) => unit.parentId === one.parentId && unit.id !== one.id)?.id ?? null,
          on,
        },
        on,
      )
      return
    case 'merge': {
      const second = pick(branches, b)
      if (branch === undefined || second === undefined || branch === second) return
      await mergeUnits(db, { units: [branch, second], into: { id: second.id }, on, choices: all }, on)
      expect(await countsOf(db)).toEqual(before)
      return
    }
    case 'split': {
      if (branch === undefined) return
      const part = (name: string) => ({
        name,
        branchKind: 'estate' as const,
        reading: noReading,
        groupIds: [],
        memberIds: [],
        estateIds: [],
        postIds: [],
      })
      const groups = living.filter((unit) => unit.parentId === branch.id).map((unit) => unit.id)
      const parts = [part(`甲${n}`), { ...part(`乙${n}`), groupIds: groups.slice(0, 1) }]
      await splitUnit(db, { ...branch, on, parts }, on)
      expect(await countsOf(db)).toEqual(before)
      return
    }
    case 'dissolve':
      await dissolveUnit(db, one.id, one.version, on, on)
      return
    case 'restore': {
      const old = pick(gone, a)
      if (old === undefined) return
      await restoreUnit(db, { ...old, on, posts: true, members: true }, on)
    }
  }
}

/** The tree without what is no matter of the day: versions, and the day a unit was dissolved later. */
const pictureOf = async (db: Database, asOf: string | null): Promise<unknown> =>
  (await loadTreeOn(db, asOf))
    .map(({ id, name, parentId, path, childCount }) => ({
      id,
      name,
      parentId,
      path,
      childCount,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))

const dayAfter = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10)

test('random reorganizations: no cycle, no orphan, nothing lost, each past day as it was, all undone exactly', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 22 }), async (steps) => {
      const db = await district()
      try {
        const start = await contentOf(db)
        const [first] = await db.query<{ seq: number }>('SELECT max(seq) AS "seq" FROM audit_entry')
        const pictures = new Map<string, unknown>()
        let day = 0
        for (const [n, one] of steps.entries()) {
          day += one.later
          const on = dayAfter('2026-03-01', day)
          try {
            await act(db, one, on, n)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
          }
          await refuseOrphans(db)
          pictures.set(on, await pictureOf(db, null))
        }
        for (const [on, picture] of pictures) {
          // Units made through the form have no founding day: they count as having always been there.
          if (!steps.some((one) => one.what === 'create'))
            expect(await pictureOf(db, on), on).toEqual(picture)
        }
        const end = await contentOf(db)
        const undone: number[] = []
        for (;;) {
          const { undo: next } = await loadUndoState(db)
          if (next === null || next.seq <= (first?.seq ?? 0)) break
          await undo(db, next.seq)
          undone.push(next.seq)
        }
        expect(await contentOf(db)).toEqual(start)
        for (const _ of undone) {
          const { redo: next } = await loadUndoState(db)
          if (next !== null) await redo(db, next.seq)
        }
        expect(await contentOf(db)).toEqual(end)
      } finally {
        await db.close()
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('a correction of the name holds for the past too; a new name from its day on', async () => {
  const db = await district()
  await renameUnit(
    db,
    { id: 'b1', version: 1, name: '阳光党支部', on: '2026-03-05' },
    noReading,
    '2026-03-09',
  )
  await renameUnit(db, { id: 'b1', version: 2, name: '阳光小区党支部', on: null }, noReading, '2026-03-09')
  const nameOn = async (day: string) => (await loadTreeOn(db, day)).find((unit) => unit.id === 'b1')?.name
  expect([await nameOn('2026-03-04'), await nameOn('2026-03-05')]).toEqual(['b1党支部', '阳光小区党支部'])
  await expect(
    renameUnit(db, { id: 'b1', version: 3, name: '又名', on: '2026-03-04' }, noReading, '2026-03-09'),
  ).rejects.toMatchObject({ code: 'value.invalid' })
  await db.close()
})

test('a dissolved and restored unit is missing only on the days between', async () => {
  const db = await district()
  await dissolveUnit(db, 'b1-g1', 1, '2026-03-05', '2026-03-09')
  await restoreUnit(
    db,
    { id: 'b1-g1', version: 2, on: '2026-03-08', posts: true, members: true },
    '2026-03-09',
  )
  const days = ['2026-03-04', '2026-03-05', '2026-03-07', '2026-03-08']
  const there = await Promise.all(
    days.map(async (day) => (await loadTreeOn(db, day)).some((unit) => unit.id === 'b1-g1')),
  )
  expect(there).toEqual([true, false, false, true])
  const { changes } = await compareTrees(db, '2026-03-06', '2026-03-09')
  expect(changes).toMatchObject([{ kind: 'added', unit: { id: 'b1-g1' }, day: '2026-03-08' }])
  await db.close()
})

test('two days compared: founded, dissolved with its successor, moved, renamed, posts changed', async () => {
  const db = await district()
  const today = '2026-03-20'
  await moveUnits(
    db,
    { units: [{ id: 'b3', version: 1 }], parentId: 'community', before: null, on: '2026-03-10' },
    today,
  )
  await renameUnit(db, { id: 'b3', version: 3, name: '北苑党支部', on: '2026-03-11' }, noReading, today)
  const joint = { parentId: 'c2', name: '联合党支部', branchKind: 'joint' as const, reading: noReading }
  const units = ['b1', 'b2'].map((id) => ({ id, version: 1 }))
  await mergeUnits(db, { units, into: joint, on: '2026-03-12', choices: all }, today)
  const { changes, total } = await compareTrees(db, '2026-03-01', today)
  expect(total).toBe(changes.length)
  const said = changes.map((change) => `${change.kind} ${change.unit.name}`)
  expect(said).toContain('added 联合党支部')
  expect(said).toContain('moved 北苑党支部')
  expect(said).toContain('renamed 北苑党支部')
  expect(changes.find((change) => change.kind === 'dissolved')).toMatchObject({
    unit: { name: 'b1党支部' },
    successors: [{ name: '联合党支部' }],
  })
  expect((await compareTrees(db, '2026-03-13', today)).changes).toEqual([])
  await db.close()
})

test('a merger says beforehand what it does, carries money over to the fen, and is not undone once that is spent', async () => {
  const db = await district()
  const merger = {
    units: ['b1', 'b2'].map((id) => ({ id, version: 1 })),
    into: { id: 'b2' },
    on: '2026-03-12',
    choices: all,
  }
  const preview = await previewMerge(db, ['b1', 'b2'], { id: 'b2' }, '2026-03-12', all)
  expect(preview).toMatchObject({
    parts: [{ unit: { id: 'b1' }, members: 4, groups: 2, estates: ['e1'], balances: [{ fen: 1_000_001 }] }],
    members: 4,
    renamedGroups: [{ from: '1号楼党小组', to: 'b11号楼党小组' }, { from: '2号楼党小组' }],
    endingPosts: [{ kind: 'secretary', person: '党员0' }],
  })
  await mergeUnits(db, merger, '2026-03-20')
  expect(await loadBalance(db, 2026, 'b2', 'source-1')).toBe(2_000_003)
  expect(await loadBalance(db, 2026, 'b1', 'source-1')).toBe(0)
  expect((await loadStory(db, 'b1')).successors).toMatchObject([{ id: 'b2', how: 'merge' }])
  await disburse(db, {
    unitId: 'b2',
    sourceId: 'source-1',
    date: '2026-03-15',
    summary: '办公',
    category: '办公费',
    payee: '',
    handler: '',
    amountFen: 1_500_000,
    voucherNo: null,
  })
  const { undo: next } = await loadUndoState(db)
  await expect(undo(db, next?.seq ?? 0)).rejects.toMatchObject({ code: 'undo.changed-since' })
  expect(await loadBalance(db, 2026, 'b2', 'source-1')).toBe(500_003)
  await db.close()
})

test('what may not stand there is refused, and nothing is written', async () => {
  const db = await district()
  const before = await contentOf(db)
  const move = (id: string, parentId: string, version = 1, on = '2026-03-12') =>
    moveUnits(db, { units: [{ id, version }], parentId, before: null, on }, '2026-03-20')
  await expect(move('b1-g1', 'community')).rejects.toMatchObject({ code: 'unit.parent-refused' })
  await expect(move('b1-g1', 'b2')).rejects.toMatchObject({ code: 'unit.duplicate-name' })
  await expect(move('b1', 'c2', 7)).rejects.toMatchObject({ code: 'record.changed' })
  await expect(move('b1', 'c2', 1, '2026-03-21')).rejects.toMatchObject({ code: 'value.invalid' })
  await expect(move('b1', 'gone')).rejects.toMatchObject({ code: 'record.missing' })
  expect(await contentOf(db)).toEqual(before)
  await db.close()
})
