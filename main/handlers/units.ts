import type { HandlersOf } from '../../shared/ipc.ts'
import type { BranchKind } from '../../shared/models/unit.ts'
import type { unitRequests } from '../../shared/requests/units.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { trimmed } from '../../shared/rules/text.ts'
import type { Context } from '../context.ts'
import { compareTrees } from '../database/compare.ts'
import { type MergeTarget, mergeUnits, previewMerge } from '../database/merge.ts'
import { previewSplit, type SplitPart, splitUnit } from '../database/split.ts'
import { findInTree } from '../database/tree-filter.ts'
import { loadMarks } from '../database/tree-marks.ts'
import { loadChildren, loadPathIds, loadRows } from '../database/tree-rows.ts'
import { dissolveUnits } from '../database/unit-dissolve.ts'
import { moveUnits } from '../database/unit-move.ts'
import { loadUnitOptions } from '../database/unit-options.ts'
import { renameUnit } from '../database/unit-rename.ts'
import { restoreUnit } from '../database/unit-restore.ts'
import { loadStory } from '../database/unit-story.ts'
import { readingOf } from './readings.ts'

const today = (): string => dayOf(new Date())

type WantedTarget =
  | { readonly id: string }
  | { readonly parentId: string; readonly name: string; readonly branchKind: BranchKind }

const targetOf = async (into: WantedTarget): Promise<MergeTarget> => {
  if ('id' in into) return into
  const name = trimmed(into.name)
  return { ...into, name, reading: await readingOf(name, 'unit') }
}

export const unitHandlers: HandlersOf<typeof unitRequests, Context> = {
  'tree.children': ({ parentId, asOf }, { database }) => loadChildren(database(), parentId, asOf),
  'tree.rows': ({ parents, asOf }, { database }) => loadRows(database(), parents, asOf),
  'tree.marks': ({ ids }, { database }) => loadMarks(database().slow, ids),
  'tree.find': (filter, { database }) => findInTree(database().slow, filter),
  'tree.compare': ({ from, to }, { database }) => compareTrees(database(), from, to),
  'unit.path': ({ id, asOf }, { database }) => loadPathIds(database(), id, asOf),
  'unit.options': ({ text, kinds }, { database }) => loadUnitOptions(database(), text, kinds),
  'unit.story': ({ id }, { database }) => loadStory(database(), id),
  'unit.rename': async (rename, { database }) => {
    const name = trimmed(rename.name)
    return renameUnit(database(), { ...rename, name }, await readingOf(name, 'unit'), today())
  },
  'unit.move': (move, { database }) => moveUnits(database(), move, today()),
  'unit.restore': (restoration, { database }) => restoreUnit(database(), restoration, today()),
  'unit.dissolve-several': ({ units, on, below }, { database }) =>
    dissolveUnits(database(), units, on, below, today()),
  'unit.merge-preview': async ({ unitIds, into, on, choices }, { database }) =>
    previewMerge(database(), unitIds, await targetOf(into), on, choices),
  'unit.merge': async ({ into, ...merger }, { database }) =>
    mergeUnits(database(), { ...merger, into: await targetOf(into) }, today()),
  'unit.split-preview': ({ id, on }, { database }) => previewSplit(database(), id, on),
  'unit.split': async ({ parts, ...split }, { database }) => {
    const read: SplitPart[] = []
    for (const part of parts) {
      const name = trimmed(part.name)
      read.push({ ...part, name, reading: await readingOf(name, 'unit') })
    }
    return splitUnit(database(), { ...split, parts: read }, today())
  },
}
