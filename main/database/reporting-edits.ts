import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { ReportFields } from '../../shared/requests/members.ts'
import { isBefore, termProblem } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import type { Patch } from './rows.ts'
import { findLiving } from './unit-checks.ts'
import { definedOnly } from './unit-edits.ts'

/** Empty text is nothing known. */
const fieldsOf = (fields: Partial<ReportFields>): Patch<'reporting'> =>
  Object.fromEntries(
    Object.entries(definedOnly(fields)).map(([key, text]) => [
      key,
      text?.trim() === '' ? null : text?.trim(),
    ]),
  )

/** 双报到 to a community from a day on. Throws `record.missing`, `unit.dissolved`, `value.invalid`. */
export const beginReport = (
  db: Database,
  report: {
    readonly personId: string
    readonly unitId: string
    readonly on: string
    readonly fields: ReportFields
  },
  today: string,
): Promise<{ readonly id: string }> =>
  db.edit({ action: 'report.begin', label: '双报到', undoable: true }, async (tx) => {
    const { personId, unitId, on } = report
    const person = await tx.find('person', personId)
    if (person === null || person.mergedIntoId !== null) throw new AppError('record.missing')
    if (person.endedOn !== null) {
      throw new AppError('value.invalid', { reason: `${person.name} 已经离开，请先恢复` })
    }
    const unit = await findLiving(tx, unitId)
    if (unit.kind !== 'communityCommittee') {
      throw new AppError('value.invalid', { reason: '双报到应报到到社区，请选社区党委' })
    }
    tx.relabel(`${person.name} 到 ${unit.name} 报到`)
    if (termProblem(on, null, today) !== null) {
      throw new AppError('value.invalid', { reason: '报到日期晚于今天' })
    }
    const [there] = await tx.query<{ id: string }>(
      'SELECT id AS "id" FROM reporting WHERE person_id = ? AND unit_id = ? AND ends_on IS NULL',
      [personId, unitId],
    )
    if (there !== undefined) throw new AppError('value.invalid', { reason: `${person.name} 已在该社区报到` })
    const id = randomUUID()
    const blank = { workUnit: null, claimedPost: null, specialty: null }
    await tx.insert('reporting', {
      id,
      personId,
      unitId,
      ...blank,
      ...fieldsOf(report.fields),
      startsOn: on,
      endsOn: null,
    })
    return { id }
  })

/** Throws `record.missing`, `record.changed`. */
export const updateReport = (
  db: Database,
  id: string,
  version: number,
  fields: Partial<ReportFields>,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'report.update', label: '修改报到', undoable: true }, async (tx) => {
    const row = await tx.find('reporting', id)
    if (row === null) throw new AppError('record.missing')
    tx.relabel(`修改 ${(await tx.find('person', row.personId))?.name ?? ''} 的报到`)
    return { version: await tx.update('reporting', id, version, fieldsOf(fields)) }
  })

/** Throws `record.missing`, `record.changed`, `value.invalid`. */
export const endReport = (
  db: Database,
  end: { readonly id: string; readonly version: number; readonly on: string },
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'report.end', label: '结束报到', undoable: true }, async (tx) => {
    const row = await tx.find('reporting', end.id)
    if (row === null) throw new AppError('record.missing')
    tx.relabel(`结束 ${(await tx.find('person', row.personId))?.name ?? ''} 的报到`)
    if (isBefore(today, end.on)) throw new AppError('value.invalid', { reason: '结束日期晚于今天' })
    if (row.startsOn !== null && isBefore(end.on, row.startsOn)) {
      throw new AppError('value.invalid', { reason: '结束日期早于报到日期' })
    }
    return { version: await tx.update('reporting', end.id, end.version, { endsOn: end.on }) }
  })
