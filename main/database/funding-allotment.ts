import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { AllotmentOutcome, AllotmentPlan } from '../../shared/models/funding.ts'
import { onceKey, outcomeOf, planAllotment, standardsOf } from '../../shared/rules/allotment.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Database, Reader } from './database.ts'
import { refuseLaterYear } from './funding-appropriations.ts'
import { loadPlacedUnits, loadStandards, loadStreet } from './funding-rows.ts'

/**
 * What 按定额安排 would do for the living ordinary branches of a street. Amounts in fen.
 * Throws `record.missing` for an unknown street, `funding.no-branches`,
 * and `value.invalid` for a year later than the next one.
 */
export const loadAllotmentPlan = async (
  reader: Reader,
  year: number,
  streetId: string,
  today = dayOf(new Date()),
): Promise<AllotmentPlan> => {
  refuseLaterYear(year, today)
  const street = await loadStreet(reader, streetId)
  const done = await reader.query<{ readonly onceKey: string; readonly amountFen: number }>(
    `SELECT once_key AS "onceKey", amount_fen AS "amountFen" FROM appropriation
      WHERE year = ? AND once_key IS NOT NULL`,
    [year],
  )
  const inherited = await reader.query<{ unitId: string; sourceId: string; amountFen: number }>(
    `WITH RECURSIVE heir (from_id, to_id) AS (
       SELECT from_id, to_id FROM succession WHERE substr(day, 1, 4) = ?
       UNION
       SELECT heir.from_id, next.to_id FROM heir JOIN succession next ON next.from_id = heir.to_id
       WHERE substr(next.day, 1, 4) = ?
     )
     SELECT heir.to_id AS "unitId", source_id AS "sourceId", max(amount_fen) AS "amountFen"
     FROM heir JOIN appropriation ON appropriation.unit_id = heir.from_id
     WHERE year = ? AND once_key IS NOT NULL GROUP BY heir.to_id, source_id`,
    [String(year), String(year), year],
  )
  const placed = await loadPlacedUnits(reader, streetId)
  const plan = planAllotment({
    year,
    street,
    placed,
    standards: await loadStandards(reader),
    // Who came out of a merger or split this year has had the year's standard with the branch before.
    done: new Map([
      ...inherited.map((row) => [onceKey(year, row.unitId, row.sourceId), row.amountFen] as const),
      ...done.map((row) => [row.onceKey, row.amountFen] as const),
    ]),
    on: today,
  })
  if (plan.lines.length === 0) throw new AppError('funding.no-branches', { name: street.name })
  return plan
}

/**
 * Gives each living ordinary branch of a street the year's standard from each source, once: whatever it has by
 * standard is left alone, and only what is missing is filled. Answers what this call added, and what was there.
 */
export const allotStandard = (
  db: Database,
  year: number,
  streetId: string,
  today = dayOf(new Date()),
): Promise<AllotmentOutcome> =>
  db.edit({ action: 'funding.allot', label: '按定额安排经费', undoable: false }, async (tx) => {
    const plan = await loadAllotmentPlan(tx, year, streetId, today)
    const standards = new Map(
      standardsOf(await loadStandards(tx), year).map((standard) => [standard.sourceId, standard.id]),
    )
    await tx.insertAll(
      'appropriation',
      plan.lines
        .filter((line) => line.state === 'new')
        .map((line) => ({
          id: randomUUID(),
          year,
          unitId: line.unitId,
          sourceId: line.sourceId,
          amountFen: line.amountFen,
          date: firstDayOf(year),
          note: '按定额安排',
          standardId: standards.get(line.sourceId) ?? null,
          onceKey: onceKey(year, line.unitId, line.sourceId),
          reversesId: null,
        })),
    )
    const outcome = outcomeOf(plan)
    tx.relabel(
      `按定额安排 ${plan.street} ${year} 年经费（${outcome.branches} 个党支部，${formatYuan(outcome.totalFen)} 元）`,
    )
    return outcome
  })

/** A year's standard is there from its first day, so that spending entered later for an earlier month is covered. */
const firstDayOf = (year: number): string => `${year}-01-01`
