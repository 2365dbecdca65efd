import { z } from 'zod'
import type { TreeMark, TreeMatches } from '../models/organization.ts'
import type {
  MergePreview,
  SplitPreview,
  TreeComparison,
  TreeRow,
  UnitOption,
  UnitStory,
} from '../models/reorganization.ts'
import { branchKinds, unitKinds } from '../models/unit.ts'
import { id, isoDate, name, shortText, version } from './fields.ts'
import { request } from './request.ts'

/** What the outline is narrowed to; the parts are joined by “and”. */
export const treeFilter = z.object({
  /** Part of the name, its reading or initials. */
  text: z.string().max(60),
  kind: z.enum(unitKinds).nullable(),
  branchKind: z.enum(branchKinds).nullable(),
  onlyGaps: z.boolean(),
})
export type TreeFilter = Readonly<z.infer<typeof treeFilter>>

const unitVersion = z.object({ id, version })
const several = z.array(unitVersion).min(1).max(5000)

/** A place among siblings. */
const beside = z.object({ at: z.enum(['before', 'after']), id })
export type Beside = Readonly<z.infer<typeof beside>>

const mergeTarget = z.union([
  z.object({ id }),
  z.object({ parentId: id, name, branchKind: z.enum(branchKinds) }),
])

export const mergeChoices = z.object({
  members: z.enum(['follow', 'end']),
  groups: z.enum(['follow', 'dissolve']),
  posts: z.enum(['follow', 'end']),
  estates: z.enum(['follow', 'leave']),
  money: z.enum(['follow', 'leave']),
})

const splitPart = z.object({
  name,
  branchKind: z.enum(branchKinds),
  groupIds: z.array(id).max(5000),
  memberIds: z.array(id).max(50_000),
  estateIds: z.array(id).max(1000),
  postIds: z.array(id).max(1000),
})

/** Reorganization: the tree on any day, moves, mergers and splits. `on` is the day a change takes effect, never after today. */
export const unitRequests = {
  /** Units directly below one (null: the roots), in their order; `asOf` null is today. */
  'tree.children': request(z.object({ parentId: id.nullable(), asOf: isoDate.nullable() })).answers<
    readonly TreeRow[]
  >(),
  /** The same of several parents at once; rows of one parent stand in their order. */
  'tree.rows': request(
    z.object({ parents: z.array(id.nullable()).min(1).max(5000), asOf: isoDate.nullable() }),
  ).answers<readonly TreeRow[]>(),
  'tree.marks': request(z.object({ ids: z.array(id).max(500) })).answers<
    Readonly<Record<string, TreeMark>>
  >(),
  'tree.find': request(treeFilter).answers<TreeMatches>(),
  'tree.compare': request(z.object({ from: isoDate, to: isoDate })).answers<TreeComparison>(),
  /** Ids from the root down to the parent on that day; empty when the unit did not live then. */
  'unit.path': request(z.object({ id, asOf: isoDate.nullable() })).answers<readonly string[]>(),
  /** For boxes that choose a unit: the best matches of `text` (empty: the first ones). At most 50. */
  'unit.options': request(z.object({ text: shortText, kinds: z.array(z.enum(unitKinds)).min(1) })).answers<
    readonly UnitOption[]
  >(),
  'unit.story': request(z.object({ id })).answers<UnitStory>(),
  /** `on` null: a correction of the name, which leaves no former name behind. */
  'unit.rename': request(z.object({ id, version, name, on: isoDate.nullable() })).answers<{
    readonly version: number
  }>(),
  /**
   * Several units at once, in the order given, under `parentId`, beside the sibling named (none: at the end). The same
   * parent: only the order changes.
   */
  'unit.move': request(
    z.object({ units: several, parentId: id.nullable(), beside: beside.nullable(), on: isoDate }),
  ).answers<{ readonly moved: number }>(),
  /** Lives again from `on`; with `posts`, `members` and `estates`, those that ended with it begin anew. */
  'unit.restore': request(
    z.object({
      id,
      version,
      on: isoDate,
      posts: z.boolean(),
      members: z.boolean(),
      estates: z.boolean().optional(),
    }),
  ).answers<{ readonly version: number }>(),
  /** Ends them all on one day; with `below`, all that stands below them too. */
  'unit.dissolve-several': request(z.object({ units: several, on: isoDate, below: z.boolean() })).answers<{
    readonly dissolved: number
  }>(),
  'unit.merge-preview': request(
    z.object({ unitIds: z.array(id).min(1).max(100), into: mergeTarget, on: isoDate, choices: mergeChoices }),
  ).answers<MergePreview>(),
  'unit.merge': request(
    z.object({ units: several, into: mergeTarget, on: isoDate, choices: mergeChoices }),
  ).answers<{ readonly id: string }>(),
  'unit.split-preview': request(z.object({ id, on: isoDate })).answers<SplitPreview>(),
  /** What no part takes goes to the first. The original is dissolved on `on`, naming the parts. */
  'unit.split': request(
    z.object({ id, version, on: isoDate, parts: z.array(splitPart).min(2).max(50) }),
  ).answers<{ readonly ids: readonly string[] }>(),
}
