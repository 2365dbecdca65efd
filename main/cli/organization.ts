import { AppError } from '../../shared/errors.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Database } from '../database/database.ts'
import { loadGapLines } from '../database/gap-list.ts'
import { type MergeTarget, mergeUnits, previewMerge } from '../database/merge.ts'
import { resolveUnit } from '../database/resolve.ts'
import { loadTreeOn } from '../database/tree-rows.ts'
import { loadUndoState, undo } from '../database/undo.ts'
import { loadUnit } from '../database/units.ts'
import { readingOf } from '../handlers/readings.ts'
import type { Command } from './options.ts'
import type { Answer, Surroundings } from './surroundings.ts'

type Of<N extends Command['name']> = Extract<Command, { name: N }>

/** The organization on a day (default today), parents before children; `path` is the names from the root to the unit. */
export const listUnits = async ({ asOf }: Of<'units'>, { context, say }: Surroundings): Promise<Answer> => {
  const units = await loadTreeOn(context.database(), asOf)
  say(`${asOf ?? '今天'}共有 ${units.length} 个组织。`)
  return {
    asOf,
    units: units.map(({ id, kind, branchKind, name, path, parentId, foundedOn, dissolvedOn }) => ({
      id,
      kind,
      branchKind,
      name,
      path,
      parentId,
      foundedOn,
      dissolvedOn,
    })),
  }
}

/** What is missing, the urgent first: of units, of estates (`estate`), of people in posts (`person`). */
export const listGaps = async ({ context, say }: Surroundings): Promise<Answer> => {
  const all = { filter: {}, from: 0, count: 1_000_000 }
  const { lines } = await loadGapLines(context.database(), all, dayOf(new Date()))
  const gaps = lines.map(({ gap, of, id, name, unitId, unitKind, path }) => ({
    kind: gap,
    unit: path.split(' / ').at(-1) ?? '',
    unitId,
    unitKind,
    path,
    ...(of === 'unit' ? {} : { [of]: name, [`${of}Id`]: id }),
  }))
  say(`共 ${gaps.length} 项缺项。`)
  return { gaps }
}

const all = {
  members: 'follow',
  groups: 'follow',
  posts: 'follow',
  estates: 'follow',
  money: 'follow',
} as const

/** A branch of the name, or a new joint branch beside the originals, which must share their parent. */
const targetOf = async (
  db: Database,
  name: string,
  parents: ReadonlySet<string | null>,
): Promise<MergeTarget> => {
  try {
    return { id: (await resolveUnit(db, name, ['branch'])).id }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unit.unknown') throw error
  }
  const [parentId] = parents
  if (parents.size !== 1 || parentId === undefined || parentId === null) {
    throw new AppError('value.invalid', {
      reason: '这几个党支部的上级组织不同，请先新建合并后的党支部，再用它的名称合并',
    })
  }
  return { parentId, name, branchKind: 'joint', reading: await readingOf(name, 'unit') }
}

/** Merges branches today; all they have follows. */
export const merge = async (command: Of<'merge'>, { context, say }: Surroundings): Promise<Answer> => {
  const db = context.database()
  const originals = []
  for (const name of command.units)
    originals.push(await loadUnit(db, (await resolveUnit(db, name, ['branch'])).id))
  const into = await targetOf(db, command.into, new Set(originals.map((unit) => unit.parentId)))
  const today = dayOf(new Date())
  const units = originals.map(({ id, version }) => ({ id, version }))
  const preview = await previewMerge(
    db,
    units.map((unit) => unit.id),
    into,
    today,
    all,
  )
  const done = await mergeUnits(db, { units, into, on: today, choices: all }, today)
  say(`已把${done.merged.join('、')}合并到${done.name}。`)
  return {
    id: done.id,
    into: done.name,
    merged: done.merged,
    members: preview.members,
    groups: preview.parts.reduce((sum, part) => sum + part.groups, 0),
    renamedGroups: preview.renamedGroups,
  }
}

/** Takes the last edit back. */
export const undoLast = async ({ context, say }: Surroundings): Promise<Answer> => {
  const db = context.database()
  const { undo: next } = await loadUndoState(db)
  if (next === null) throw new AppError('undo.nothing')
  const undone = await undo(db, next.seq)
  say(`已撤销：${undone}。`)
  return { undone }
}
