import { AppError } from '../../shared/errors.ts'
import { unitKindLabels } from '../../shared/labels.ts'
import type { UnitKind } from '../../shared/models/unit.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import { mayStandUnder } from '../../shared/rules/tree.ts'
import type { Reader } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The unit, if it lives. Throws `record.missing`, `unit.dissolved`. */
export const findLiving = async (tx: Transaction, id: string): Promise<UnitRow> => {
  const unit = await tx.find('unit', id)
  if (unit === null) throw new AppError('record.missing')
  if (unit.dissolvedOn !== null) throw new AppError('unit.dissolved', { name: unit.name })
  return unit
}

/** The unit as the window saw it. Throws `record.changed` besides what `findLiving` throws. */
export const findCurrent = async (tx: Transaction, id: string, version: number): Promise<UnitRow> => {
  const unit = await findLiving(tx, id)
  if (unit.version !== version) throw new AppError('record.changed')
  return unit
}

/** Throws `value.invalid` for a day on which the unit was not there yet. `what`: the day's name. */
export const refuseBeforeFounding = (
  unit: Pick<UnitRow, 'name' | 'foundedOn'>,
  on: string,
  what: string,
): void => {
  if (unit.foundedOn !== null && isBefore(on, unit.foundedOn)) {
    throw new AppError('value.invalid', {
      reason: `${what}早于“${unit.name}”的成立日期（${unit.foundedOn}）`,
    })
  }
}

/** Throws `unit.parent-refused` when the kind may not stand there. */
export const refuseParent = (kind: UnitKind, name: string, parent: UnitRow | null): void => {
  if (mayStandUnder(kind, parent?.kind ?? null)) return
  throw new AppError('unit.parent-refused', {
    child: name === '' ? unitKindLabels[kind] : `${name}（${unitKindLabels[kind]}）`,
    parent: parent?.name ?? '最上级',
  })
}

/** Throws `value.invalid` when a unit would come to stand under itself, or under a parent founded after `on`. */
export const refusePlace = async (
  tx: Transaction,
  unit: UnitRow,
  parent: UnitRow | null,
  on: string,
): Promise<void> => {
  if (parent?.foundedOn && isBefore(on, parent.foundedOn)) {
    throw new AppError('value.invalid', {
      reason: `生效日期早于“${parent.name}”的成立日期（${parent.foundedOn}）`,
    })
  }
  let above: UnitRow | null = parent
  while (above !== null) {
    if (above.id === unit.id) {
      throw new AppError('value.invalid', { reason: `“${unit.name}”不能移到它自己的下级组织里` })
    }
    above = above.parentId === null ? null : await tx.find('unit', above.parentId)
  }
}

/** Throws `unit.duplicate-name` when a living sibling has the name. */
export const refuseDuplicate = async (
  tx: Transaction,
  parentId: string | null,
  name: string,
  except: string | null,
): Promise<void> => {
  const siblings = await siblingsOf(tx, parentId)
  if (siblings.some((s) => s.dissolvedOn === null && s.name === name && s.id !== except)) {
    throw new AppError('unit.duplicate-name', { name })
  }
}

export const nextSort = async (tx: Transaction, parentId: string | null): Promise<number> =>
  (await siblingsOf(tx, parentId)).reduce((most, sibling) => Math.max(most, sibling.sort), 0) + 1

export type Sibling = Pick<UnitRow, 'id' | 'version' | 'name' | 'sort' | 'dissolvedOn'>

/** Units with that parent, dissolved ones too, in their order. */
export const siblingsOf = (reader: Reader, parentId: string | null): Promise<Sibling[]> =>
  reader.query<Sibling>(
    `SELECT id AS "id", version AS "version", name AS "name", sort AS "sort", dissolved_on AS "dissolvedOn" FROM unit
     WHERE ${parentId === null ? 'parent_id IS NULL' : 'parent_id = ?'} ORDER BY sort, id`,
    parentId === null ? [] : [parentId],
  )
