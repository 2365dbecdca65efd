import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { linkEstates, unlinkEstate } from '../../main/database/estate-links.ts'
import { mergeUnits } from '../../main/database/merge.ts'
import { splitUnit } from '../../main/database/split.ts'
import { loadTreeOn } from '../../main/database/tree-rows.ts'
import { dissolveUnit } from '../../main/database/unit-dissolve.ts'
import { createUnit } from '../../main/database/unit-edits.ts'
import { moveUnits } from '../../main/database/unit-move.ts'
import { renameUnit } from '../../main/database/unit-rename.ts'
import { restoreUnit } from '../../main/database/unit-restore.ts'
import { AppError } from '../../shared/errors.ts'
import { mayStandUnder } from '../../shared/rules/tree.ts'
import { all, contentOf, district, noReading, type Unit, undoAndRedoAll, unitsOf } from './district.ts'

const besideOf = (id: string | undefined) => (id === undefined ? null : { at: 'before' as const, id })

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
       (SELECT count(DISTINCT estate_id) FROM unit_estate JOIN unit ON unit.id = unit_id WHERE dissolved_on IS NULL AND ends_on IS NULL)
         AS "estates",
       (SELECT coalesce(sum(amount_fen), 0) FROM appropriation) AS "fen"`,
  )
  if (row === undefined) throw new Error('no counts')
  return row
}

/** Nothing that has ended is served, and nobody who has ended serves; no estate twice by one branch. */
const refuseStrayLinks = async (db: Database): Promise<void> => {
  const stray = await db.query(
    `SELECT link.id FROM unit_estate link JOIN unit ON unit.id = link.unit_id JOIN estate ON estate.id = link.estate_id
     WHERE link.ends_on IS NULL AND (unit.dissolved_on IS NOT NULL OR estate.ended_on IS NOT NULL)
     UNION ALL SELECT unit_id FROM unit_estate WHERE ends_on IS NULL GROUP BY unit_id, estate_id HAVING count(*) > 1`,
  )
  expect(stray).toEqual([])
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
  'move',
  'reorder',
  'merge',
  'split',
  'dissolve',
  'restore',
  'link',
  'unlink',
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
      await moveUnits(db, { units: [one], parentId: other.id, beside: null, on }, on)
      return
    case 'reorder':
      await moveUnits(
        db,
        {
          units: [one],
          parentId: one.parentId,
          beside: besideOf(living.find((unit) => unit.parentId === one.parentId && unit.id !== one.id)?.id),
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
      await restoreUnit(db, { ...old, on, posts: true, members: true, estates: true }, on)
      return
    }
    case 'link':
      if (branch === undefined) return
      await linkEstates(db, { unitId: branch.id, estateIds: [`e${(b % 3) + 1}`], on }, on)
      return
    case 'unlink': {
      const link = pick(
        await db.query<{ id: string; version: number }>(
          'SELECT id, version FROM unit_estate WHERE ends_on IS NULL ORDER BY id',
        ),
        b,
      )
      if (link !== undefined) await unlinkEstate(db, link.id, link.version, on, on)
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
          await refuseStrayLinks(db)
          pictures.set(on, await pictureOf(db, null))
        }
        for (const [on, picture] of pictures) {
          // Units made through the form have no founding day: they count as having always been there.
          if (!steps.some((one) => one.what === 'create'))
            expect(await pictureOf(db, on), on).toEqual(picture)
        }
        await undoAndRedoAll(db, first?.seq ?? 0, start)
      } finally {
        await db.close()
      }
    }),
    { numRuns: 15 },
  )
}, 120_000)
