import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { fieldLabels } from '../../shared/labels.ts'
import type { BranchKind, UnitKind } from '../../shared/models/unit.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { Reading } from '../pinyin.ts'
import { blankUnit } from './blank-unit.ts'
import type { Database } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { findLiving, nextSort, refuseDuplicate, refuseParent } from './unit-checks.ts'
import { keepPast } from './unit-past.ts'

export interface NewUnit {
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly name: string
  readonly branchKind: BranchKind | null
  /** For an emergency branch: the ordinary branch it stands beside. */
  readonly besideId?: string | null | undefined
  /** ISO day; unknown when left out. */
  readonly foundedOn?: string | null | undefined
}

export interface UnitChanges {
  readonly name?: string | undefined
  readonly branchKind?: BranchKind | null | undefined
  readonly foundedOn?: string | null | undefined
  readonly note?: string | undefined
  readonly besideId?: string | null | undefined
  readonly approvalNo?: string | null | undefined
  readonly approvedOn?: string | null | undefined
  readonly termYears?: number | null | undefined
  readonly electedOn?: string | null | undefined
  readonly nextElectionOn?: string | null | undefined
}

/**
 * A new unit at the end of its siblings. Throws `record.missing` (parent), `unit.dissolved`, `unit.parent-refused`,
 * `unit.duplicate-name` (a living sibling has the name).
 */
export const createUnit = (db: Database, unit: NewUnit, reading: Reading): Promise<{ readonly id: string }> =>
  db.edit({ action: 'unit.create', label: `新建 ${unit.name}`, undoable: true }, async (tx) => {
    const parent = unit.parentId === null ? null : await findLiving(tx, unit.parentId)
    refuseParent(unit.kind, '', parent)
    await refuseDuplicate(tx, unit.parentId, unit.name, null)
    const besideId = unit.besideId ?? null
    await refuseBeside(tx, unit.kind, besideId)
    const id = randomUUID()
    await tx.insert('unit', {
      id,
      ...blankUnit,
      kind: unit.kind,
      branchKind: unit.kind === 'branch' ? (unit.branchKind ?? 'estate') : null,
      parentId: unit.parentId,
      name: unit.name,
      ...reading,
      sort: await nextSort(tx, unit.parentId),
      foundedOn: unit.foundedOn ?? null,
      dissolvedOn: null,
      note: '',
      besideId,
      partnerUnitId: null,
    })
    return { id }
  })

/**
 * `reading`: of the new name, when there is one; `today`: ISO day, no unit was founded after it. Throws as `createUnit`
 * does, and `record.changed`, `value.invalid`.
 */
export const updateUnit = (
  db: Database,
  id: string,
  version: number,
  changes: UnitChanges,
  reading: Reading | null,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.update', label: '修改组织', undoable: true }, async (tx) => {
    const unit = await findLiving(tx, id)
    if (changes.name !== undefined && changes.name !== unit.name) {
      await refuseDuplicate(tx, unit.parentId, changes.name, id)
      // A name that is written over is kept as the former one; a mere slip is corrected by `renameUnit`.
      await keepPast(tx, { ...unit, version }, today, today)
    }
    if (changes.besideId !== undefined) await refuseBeside(tx, unit.kind, changes.besideId)
    if (unit.kind !== 'branch' && (changes.branchKind ?? null) !== null) {
      throw new AppError('value.invalid', { reason: '只有党支部有支部类型' })
    }
    const foundedOn = changes.foundedOn ?? null
    if (foundedOn !== null && isBefore(today, foundedOn)) {
      throw new AppError('value.invalid', { reason: '成立日期晚于今天' })
    }
    refuseElections(unit, changes, today)
    tx.relabel(`修改 ${unit.name} 的${labelsOf('unit', changes)}`)
    const patch = { ...definedOnly(changes), ...(changes.name === undefined ? {} : reading) }
    return { version: await tx.update('unit', id, version, patch) }
  })

const electionFields = ['approvalNo', 'approvedOn', 'termYears', 'electedOn', 'nextElectionOn'] as const

/** Only branches are approved and elected; what has happened lies not in the future, the next election not before the last. */
const refuseElections = (unit: UnitRow, changes: UnitChanges, today: string): void => {
  const refuse = (reason: string): never => {
    throw new AppError('value.invalid', { reason })
  }
  if (unit.kind !== 'branch' && electionFields.some((field) => (changes[field] ?? null) !== null)) {
    refuse('只有党支部有批复文件和换届日期')
  }
  if (changes.approvedOn && isBefore(today, changes.approvedOn)) refuse('批复日期晚于今天')
  if (changes.electedOn && isBefore(today, changes.electedOn)) refuse('本届选举日期晚于今天')
  const elected = changes.electedOn === undefined ? unit.electedOn : changes.electedOn
  const next = changes.nextElectionOn === undefined ? unit.nextElectionOn : changes.nextElectionOn
  if (elected !== null && next !== null && isBefore(next, elected)) refuse('下次换届日期早于本届选举日期')
}

/** Finds or makes the partner unit of that name and ties it to the unit; an empty name unties it. */
export const assignPartner = (
  db: Database,
  unitId: string,
  version: number,
  name: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'partner.assign', label: '修改包联单位', undoable: true }, async (tx) => {
    const unit = await findLiving(tx, unitId)
    tx.relabel(`修改 ${unit.name} 的包联单位`)
    const partnerUnitId = name === '' ? null : await partnerNamed(tx, name)
    return { version: await tx.update('unit', unitId, version, { partnerUnitId }) }
  })

const partnerNamed = async (tx: Transaction, name: string): Promise<string> => {
  const [known] = await tx.query<{ id: string }>(
    'SELECT id AS "id" FROM partner_unit WHERE name = ? ORDER BY id LIMIT 1',
    [name],
  )
  if (known !== undefined) return known.id
  const id = randomUUID()
  await tx.insert('partnerUnit', { id, name })
  return id
}

const refuseBeside = async (tx: Transaction, kind: UnitKind, besideId: string | null): Promise<void> => {
  if (besideId === null) return
  const beside = await findLiving(tx, besideId)
  if (kind !== 'emergencyBranch' || beside.kind !== 'branch') {
    throw new AppError('value.invalid', { reason: '只有应急党支部可以对应一个党支部' })
  }
}

/** Without the keys whose value is undefined. */
export const definedOnly = <T extends object>(changes: T): T =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as T

/** e.g. “名称、备注” for a label of the history. */
export const labelsOf = (table: string, changes: object): string =>
  Object.entries(changes)
    .filter(([, value]) => value !== undefined)
    .map(([field]) => fieldLabels[table]?.[field] ?? '')
    .filter((label) => label !== '')
    .join('、')
