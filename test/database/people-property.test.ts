import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database } from '../../main/database/database.ts'
import { holdElection } from '../../main/database/election.ts'
import { addPerson, type NewPerson } from '../../main/database/person-add.ts'
import { updatePerson } from '../../main/database/person-edits.ts'
import { dismissDuplicate, mergePeople } from '../../main/database/person-merge.ts'
import { endPerson, returnPerson, transferMembers } from '../../main/database/person-terms.ts'
import { assignPost, endPost } from '../../main/database/post-edits.ts'
import { beginReport } from '../../main/database/reporting-edits.ts'
import { AppError } from '../../shared/errors.ts'
import { contentOf, district, noReading, undoAndRedoAll, unitsOf } from './district.ts'

const newcomer = (name: string, more: Pick<NewPerson, 'unitId' | 'on'>): NewPerson => ({
  name,
  reading: noReading,
  gender: null,
  phones: [],
  idNumber: null,
  category: null,
  memberKind: null,
  ...more,
})

const operations = [
  'add',
  'edit',
  'end',
  'return',
  'transfer',
  'assign',
  'endPost',
  'elect',
  'report',
  'merge',
  'notSame',
] as const
const step = fc.record({
  what: fc.constantFrom(...operations),
  a: fc.nat(40),
  b: fc.nat(40),
  /** Days since the one before. */
  later: fc.nat(2),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface Known {
  readonly id: string
  readonly version: number
  readonly endedOn: string | null
}

const peopleOf = (office: Database): Promise<Known[]> =>
  office.query<Known>(
    `SELECT id AS "id", version AS "version", ended_on AS "endedOn" FROM person
     WHERE merged_into_id IS NULL ORDER BY id`,
  )

/** Does one step, or is refused; any other failure is a failure of the test. */
const act = async (office: Database, { what, a, b }: Step, on: string, n: number): Promise<void> => {
  const all = await peopleOf(office)
  const branches = (await unitsOf(office)).filter((unit) => unit.kind === 'branch')
  const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T
  const [one, other] = [pick(all, a), pick(all, b)]
  const branch = pick(branches, b)
  const holder = { kind: 'known', id: one.id } as const
  switch (what) {
    case 'add':
      await addPerson(office, newcomer(`新人${n}`, { unitId: branch.id, on }), on)
      return
    case 'edit':
      await updatePerson(
        office,
        one.id,
        one.version,
        { note: `备注${n}`, gender: n % 2 === 0 ? '男' : '女' },
        null,
      )
      return
    case 'end':
      await endPerson(office, { ...one, on, reason: '迁出' }, on)
      return
    case 'return':
      await returnPerson(
        office,
        { ...pick(all.filter((p) => p.endedOn !== null).concat(one), a), on, memberships: b % 2 === 0 },
        on,
      )
      return
    case 'transfer':
      await transferMembers(office, { personIds: [one.id, other.id], unitId: branch.id, on }, on)
      return
    case 'assign':
      await assignPost(
        office,
        {
          unitId: branch.id,
          kind: a % 2 === 0 ? 'secretary' : 'committeeMember',
          holder,
          position: '',
          startsOn: on,
          replaces: null,
        },
        on,
      )
      return
    case 'endPost': {
      const posts = await office.query<{ id: string; version: number }>(
        'SELECT id AS "id", version AS "version" FROM post WHERE ends_on IS NULL ORDER BY id',
      )
      if (posts.length === 0) return
      const post = pick(posts, a)
      await endPost(office, post.id, post.version, on, on)
      return
    }
    case 'elect': {
      const held = await office.query<{ id: string }>(
        `SELECT id AS "id" FROM post WHERE unit_id = ? AND kind = 'secretary' AND ends_on IS NULL`,
        [branch.id],
      )
      const seats = [{ kind: 'secretary' as const, postId: held[0]?.id ?? null, next: holder }]
      await holdElection(office, { ...branch, on, termYears: 3, seats }, on)
      return
    }
    case 'report':
      await beginReport(
        office,
        { personId: one.id, unitId: 'c2', on, fields: { workUnit: '', claimedPost: '', specialty: '' } },
        on,
      )
      return
    case 'merge':
      await mergePeople(office, { keep: one, other, take: ['name', 'note'] }, on)
      return
    case 'notSame':
      await dismissDuplicate(office, one.id, other.id)
  }
}

/** Nobody is lost, and nobody holds the same twice at one time. */
const refuseDoubles = async (office: Database, people: number): Promise<void> => {
  const [row] = await office.query<{ people: number; membership: number; post: number; merged: number }>(
    `SELECT (SELECT count(*) FROM person) AS "people",
       (SELECT count(*) FROM (SELECT 1 FROM membership WHERE ends_on IS NULL GROUP BY person_id, unit_id
          HAVING count(*) > 1) x) AS "membership",
       (SELECT count(*) FROM (SELECT 1 FROM post WHERE ends_on IS NULL GROUP BY person_id, unit_id, kind
          HAVING count(*) > 1) x) AS "post",
       (SELECT count(*) FROM membership JOIN person ON person.id = person_id
        WHERE ends_on IS NULL AND merged_into_id IS NOT NULL) AS "merged"`,
  )
  expect(row).toMatchObject({ membership: 0, post: 0, merged: 0 })
  expect(row?.people).toBeGreaterThanOrEqual(people)
}

test('random edits of people and posts: nobody lost, nothing held twice, all undone exactly and done again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 25 }), async (steps) => {
      const office = await district()
      try {
        const start = await contentOf(office)
        const people = (await peopleOf(office)).length
        const [first] = await office.query<{ seq: number }>('SELECT max(seq) AS "seq" FROM audit_entry')
        let day = 0
        for (const [n, one] of steps.entries()) {
          day += one.later
          const on = new Date(Date.parse('2026-03-01') + day * 86_400_000).toISOString().slice(0, 10)
          try {
            await act(office, one, on, n)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
          }
          await refuseDoubles(office, people)
        }
        await undoAndRedoAll(office, first?.seq ?? 0, start)
      } finally {
        await office.close()
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
