import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { UnitPastRow, UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** The latest past state of a unit: the present one began when it ended. */
const latestOf = async (tx: Transaction, unitId: string): Promise<string | null> => {
  const [row] = await tx.query<{ endsOn: string | null }>(
    'SELECT max(ends_on) AS "endsOn" FROM unit_past WHERE unit_id = ?',
    [unitId],
  )
  return row?.endsOn ?? null
}

/**
 * Keeps what a unit was before a change that takes effect on the ISO day `on`. A state that began on that very day
 * lasted no time and is not kept. Throws `value.invalid` for a day after `today`, or before the unit was founded or last
 * changed: its past is never rewritten.
 */
export const keepPast = async (
  tx: Transaction,
  unit: UnitRow,
  on: string,
  today: string,
  state: UnitPastRow['state'] = 'living',
): Promise<void> => {
  const began = (await latestOf(tx, unit.id)) ?? unit.foundedOn
  const startsOn = state === 'dissolved' ? unit.dissolvedOn : began
  const refuse = (reason: string): never => {
    throw new AppError('value.invalid', { reason })
  }
  if (isBefore(today, on)) refuse('生效日期晚于今天')
  if (startsOn !== null && isBefore(on, startsOn)) {
    refuse(
      `生效日期早于“${unit.name}”${state === 'dissolved' ? '撤销' : '成立或上一次调整'}的日期（${startsOn}）`,
    )
  }
  const keep = async (kind: UnitPastRow['state'], from: string | null, to: string): Promise<void> => {
    if (from === to) return
    await tx.insert('unitPast', {
      id: randomUUID(),
      unitId: unit.id,
      name: unit.name,
      parentId: unit.parentId,
      state: kind,
      startsOn: from,
      endsOn: to,
    })
  }
  // What it was before it was dissolved is told by the present state no longer, once it lives again.
  if (state === 'dissolved' && unit.dissolvedOn !== null) await keep('living', began, unit.dissolvedOn)
  await keep(state, startsOn, on)
}
