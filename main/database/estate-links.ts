import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { Database } from './database.ts'
import { placeholders } from './dialect.ts'
import type { Transaction } from './transaction.ts'
import { findLiving } from './unit-checks.ts'

const refuse = (reason: string): never => {
  throw new AppError('value.invalid', { reason })
}

/** Throws `value.invalid` for a day after `today`, or before `startsOn`. */
export const refuseDay = (startsOn: string | null, on: string, today: string): void => {
  if (isBefore(today, on)) refuse('日期晚于今天')
  if (startsOn !== null && isBefore(on, startsOn)) refuse(`日期早于关联小区的日期（${startsOn}）`)
}

interface Link {
  readonly id: string
  readonly version: number
  readonly startsOn: string | null
}

/** Ends the links of an estate on the ISO day `on`. Throws `value.invalid` where one began later. */
export const endLinks = async (tx: Transaction, estateId: string, on: string): Promise<void> => {
  const links = await tx.query<Link>(
    `SELECT id AS "id", version AS "version", starts_on AS "startsOn" FROM unit_estate
     WHERE estate_id = ? AND ends_on IS NULL ORDER BY id`,
    [estateId],
  )
  for (const link of links) {
    refuseDay(link.startsOn, on, on)
    await tx.update('unitEstate', link.id, link.version, { endsOn: on })
  }
}

/**
 * 关联小区: a branch serves these estates from the ISO day `on`; those that it serves already stay as they are.
 * Throws `record.missing`, `unit.dissolved`, `value.invalid` for what is no branch, an ended estate, or a day after
 * `today`, before the branch was founded, or on which it still served the estate.
 */
export const linkEstates = (
  db: Database,
  link: { readonly unitId: string; readonly estateIds: readonly string[]; readonly on: string },
  today: string,
): Promise<{ readonly linked: number }> =>
  db.edit({ action: 'estate.link', label: '关联小区', undoable: true }, async (tx) => {
    const { unitId, on } = link
    const unit = await findLiving(tx, unitId)
    if (unit.kind !== 'branch' && unit.kind !== 'emergencyBranch') refuse('只有党支部可以关联小区')
    if (isBefore(today, on)) refuse('日期晚于今天')
    if (unit.foundedOn !== null && isBefore(on, unit.foundedOn)) {
      refuse(`日期早于“${unit.name}”的成立日期（${unit.foundedOn}）`)
    }
    const ids = [...new Set(link.estateIds)]
    const estates = await tx.findAll('estate', ids)
    const before = await tx.query<{ estateId: string; endsOn: string | null }>(
      `SELECT estate_id AS "estateId", ends_on AS "endsOn" FROM unit_estate
       WHERE unit_id = ? AND estate_id IN (${placeholders(ids.length)})`,
      [unitId, ...ids],
    )
    const served = new Set(before.filter((one) => one.endsOn === null).map((one) => one.estateId))
    const coming = ids.filter((id) => !served.has(id))
    for (const id of coming) {
      const estate = estates.get(id)
      if (estate === undefined) throw new AppError('record.missing')
      if (estate.endedOn !== null) refuse(`小区“${estate.name}”已于 ${estate.endedOn} 结束`)
      const late = before.find(
        (one) => one.estateId === id && one.endsOn !== null && isBefore(on, one.endsOn),
      )
      if (late !== undefined) refuse(`这一天“${estate.name}”还关联着（到 ${late.endsOn} 为止）`)
    }
    const names = coming.slice(0, 3).map((id) => estates.get(id)?.name ?? '')
    const more = coming.length > names.length ? `等 ${coming.length} 个小区` : ''
    tx.relabel(`${unit.name} 关联小区 ${names.join('、')}${more}`)
    await tx.insertAll(
      'unitEstate',
      coming.map((estateId) => ({ id: randomUUID(), unitId, estateId, startsOn: on, endsOn: null })),
    )
    return { linked: coming.length }
  })

/** 解除: the branch serves the estate no more from the ISO day `on`. Throws `record.missing`, `record.changed`, `value.invalid`. */
export const unlinkEstate = (
  db: Database,
  linkId: string,
  version: number,
  on: string,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'estate.unlink', label: '解除小区', undoable: true }, async (tx) => {
    const link = await tx.find('unitEstate', linkId)
    if (link === null) throw new AppError('record.missing')
    if (link.endsOn !== null) throw new AppError('record.changed')
    const [unit, estate] = [await tx.find('unit', link.unitId), await tx.find('estate', link.estateId)]
    tx.relabel(`${unit?.name ?? ''} 解除小区 ${estate?.name ?? ''}`)
    refuseDay(link.startsOn, on, today)
    return { version: await tx.update('unitEstate', linkId, version, { endsOn: on }) }
  })
