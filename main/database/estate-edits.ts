import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { BranchKind } from '../../shared/models/unit.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import { estateKey } from '../../shared/rules/unit-names.ts'
import type { Reading } from '../pinyin.ts'
import type { Database } from './database.ts'
import { endLinks, refuseDay } from './estate-links.ts'
import { foundBranch } from './new-branch.ts'
import type { EstateRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving } from './unit-checks.ts'
import { definedOnly, labelsOf } from './unit-edits.ts'

export interface NewEstate {
  readonly communityId: string
  readonly name: string
  readonly buildingCount: number | null
  readonly householdCount: number | null
}

export interface EstateChanges {
  readonly name?: string | undefined
  readonly communityId?: string | undefined
  readonly buildingCount?: number | null | undefined
  readonly householdCount?: number | null | undefined
}

const refuse = (reason: string): never => {
  throw new AppError('value.invalid', { reason })
}

/** The estate as the window saw it, not ended. Throws `record.missing`, `record.changed`, `value.invalid`. */
const findCurrentEstate = async (tx: Transaction, id: string, version: number): Promise<EstateRow> => {
  const estate = await tx.find('estate', id)
  if (estate === null) throw new AppError('record.missing')
  if (estate.version !== version) throw new AppError('record.changed')
  if (estate.endedOn !== null) refuse(`小区“${estate.name}”已于 ${estate.endedOn} 结束`)
  return estate
}

const findCommunity = async (tx: Transaction, id: string): Promise<void> => {
  const unit = await findLiving(tx, id)
  if (unit.kind !== 'communityCommittee') refuse('小区只能设在社区之下')
}

/** 百二河雅苑 and 百二河雅苑小区 are one name, as the import reads them. Throws `value.invalid`. */
const refuseSameName = async (
  tx: Transaction,
  communityId: string | null,
  name: string,
  except: string | null,
): Promise<void> => {
  const others = await tx.query<{ id: string; name: string }>(
    'SELECT id AS "id", name AS "name" FROM estate WHERE community_id = ? AND ended_on IS NULL',
    [communityId],
  )
  const taken = others.find((other) => other.id !== except && estateKey(other.name) === estateKey(name))
  if (taken !== undefined) refuse(`这个社区已有小区“${taken.name}”`)
}

/** A new estate of a community. Throws `record.missing`, `unit.dissolved`, `value.invalid` (a name that is taken). */
export const createEstate = (db: Database, estate: NewEstate): Promise<{ readonly id: string }> =>
  db.edit({ action: 'estate.create', label: `新建小区 ${estate.name}`, undoable: true }, async (tx) => {
    await findCommunity(tx, estate.communityId)
    await refuseSameName(tx, estate.communityId, estate.name, null)
    const id = randomUUID()
    await tx.insert('estate', { ...estate, id, endedOn: null })
    return { id }
  })

/** Name, counts or community. Throws as `createEstate` does, and `record.changed`. */
export const updateEstate = (
  db: Database,
  id: string,
  version: number,
  changes: EstateChanges,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'estate.update', label: '修改小区', undoable: true }, async (tx) => {
    const estate = await findCurrentEstate(tx, id, version)
    const communityId = changes.communityId ?? estate.communityId
    // An estate may still stand in a community that was dissolved; it only cannot move into one.
    if (communityId !== null && communityId !== estate.communityId) await findCommunity(tx, communityId)
    const name = changes.name ?? estate.name
    if (communityId !== estate.communityId || name !== estate.name) {
      await refuseSameName(tx, communityId, name, id)
    }
    tx.relabel(`修改小区 ${estate.name} 的${labelsOf('estate', changes)}`)
    return { version: await tx.update('estate', id, version, definedOnly({ ...changes })) }
  })

/**
 * The estate is none any more from the ISO day `on`; no branch serves it from then. Throws `record.missing`,
 * `record.changed`, `value.invalid` for a day after `today`, or before a branch began or ceased to serve it.
 */
export const endEstate = (
  db: Database,
  id: string,
  version: number,
  on: string,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'estate.end', label: '结束小区', undoable: true }, async (tx) => {
    const estate = await findCurrentEstate(tx, id, version)
    tx.relabel(`结束小区 ${estate.name}`)
    refuseDay(null, on, today)
    const [last] = await tx.query<{ day: string | null }>(
      'SELECT max(ends_on) AS "day" FROM unit_estate WHERE estate_id = ?',
      [id],
    )
    const day = last?.day ?? null
    if (day !== null && isBefore(on, day)) refuse(`结束日期早于解除关联的日期（${day}）`)
    await endLinks(tx, id, on)
    return { version: await tx.update('estate', id, version, { endedOn: on }) }
  })

/** An ended estate is one again; which branches serve it is to be said anew. Throws as `updateEstate` does. */
export const restoreEstate = (
  db: Database,
  id: string,
  version: number,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'estate.restore', label: '恢复小区', undoable: true }, async (tx) => {
    const estate = await tx.find('estate', id)
    if (estate === null) throw new AppError('record.missing')
    if (estate.version !== version || estate.endedOn === null) throw new AppError('record.changed')
    tx.relabel(`恢复小区 ${estate.name}`)
    if (estate.communityId !== null) await findLiving(tx, estate.communityId)
    await refuseSameName(tx, estate.communityId, estate.name, id)
    return { version: await tx.update('estate', id, version, { endedOn: null }) }
  })

/** 建党支部: a new branch in the community of an estate, which serves it from the day it is founded. Throws as `createUnit`. */
export const foundBranchFor = (
  db: Database,
  founding: {
    readonly id: string
    readonly version: number
    readonly name: string
    readonly branchKind: BranchKind
    readonly on: string
  },
  reading: Reading,
  today: string,
): Promise<{ readonly id: string }> =>
  db.edit(
    { action: 'estate.found', label: `新建 ${founding.name} 并关联小区`, undoable: true },
    async (tx) => {
      const estate = await findCurrentEstate(tx, founding.id, founding.version)
      const { communityId } = estate
      if (communityId === null) throw new AppError('value.invalid', { reason: '请先选择小区所属的社区' })
      refuseDay(null, founding.on, today)
      const branch = await foundBranch(
        tx,
        { parentId: communityId, name: founding.name, branchKind: founding.branchKind, reading },
        founding.on,
      )
      const link = { id: randomUUID(), unitId: branch.id, estateId: estate.id }
      await tx.insert('unitEstate', { ...link, startsOn: founding.on, endsOn: null })
      return { id: branch.id }
    },
  )
