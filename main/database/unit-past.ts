import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import { placeholders } from './dialect.ts'
import type { Reader } from './reader.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'

type Dated = Pick<UnitRow, 'id' | 'name' | 'parentId' | 'foundedOn'>

const partSize = 1000

/** Rows of a query over many ids; `sqlOf` gets the placeholders of one part of them. */
export const queryByIds = async <Row>(
  reader: Reader,
  ids: readonly string[],
  sqlOf: (list: string) => string,
): Promise<Row[]> => {
  const rows: Row[] = []
  for (let from = 0; from < ids.length; from += partSize) {
    const part = ids.slice(from, from + partSize)
    rows.push(...(await reader.query<Row>(sqlOf(placeholders(part.length)), part)))
  }
  return rows
}

/** Since when units are what they are: the end of their latest past state. Units without a past are left out. */
export const statesSince = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await queryByIds<{ unitId: string; day: string }>(
    reader,
    ids,
    (list) =>
      `SELECT unit_id AS "unitId", max(ends_on) AS "day" FROM unit_past WHERE unit_id IN (${list}) GROUP BY unit_id`,
  )
  return new Map(rows.map((row) => [row.unitId, row.day]))
}

const refuse = (reason: string): never => {
  throw new AppError('value.invalid', { reason })
}

/** Throws `value.invalid` unless a change of the unit may take effect on `on`. `since`: of `statesSince`. */
export const refuseDay = (unit: Dated, since: string | undefined, on: string, today: string): void => {
  if (isBefore(today, on)) refuse('生效日期晚于今天')
  if (unit.foundedOn !== null && isBefore(on, unit.foundedOn)) {
    refuse(`生效日期早于“${unit.name}”的成立日期（${unit.foundedOn}）`)
  }
  if (since !== undefined && on < since) {
    refuse(`“${unit.name}”在 ${since} 已有一次变动，生效日期不能早于这一天`)
  }
}

/**
 * Writes down what the units were up to `on`, before their name or parent changes. What began the same day held for
 * no day and leaves nothing behind. Throws `value.invalid`.
 */
export const beginState = async (
  tx: Transaction,
  units: readonly Dated[],
  on: string,
  today: string,
): Promise<void> => {
  const since = await statesSince(
    tx,
    units.map(({ id }) => id),
  )
  for (const unit of units) refuseDay(unit, since.get(unit.id), on, today)
  const past = units.filter((unit) => (since.get(unit.id) ?? unit.foundedOn) !== on)
  await tx.insertAll(
    'unitPast',
    past.map(({ id, name, parentId }) => ({
      id: randomUUID(),
      unitId: id,
      name,
      parentId,
      state: 'living',
      startsOn: since.get(id) ?? null,
      endsOn: on,
    })),
  )
}

/** Throws `value.invalid` unless the unit, which lives today, lives on every day since `on`. */
export const refuseUnlessAliveSince = async (reader: Reader, unit: Dated, on: string): Promise<void> => {
  if (unit.foundedOn !== null && isBefore(on, unit.foundedOn)) {
    refuse(`“${unit.name}”成立于 ${unit.foundedOn}，生效日期不能早于这一天`)
  }
  const [gap] = await reader.query<{ day: string | null }>(
    `SELECT max(ends_on) AS "day" FROM unit_past WHERE unit_id = ? AND state = 'dissolved'`,
    [unit.id],
  )
  if (gap?.day && on < gap.day) refuse(`“${unit.name}”于 ${gap.day} 恢复，生效日期不能早于这一天`)
}
