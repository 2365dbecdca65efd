import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { fieldLabels, unitKindLabels } from '../../shared/labels.ts'
import type { BranchKind, UnitKind } from '../../shared/models/unit.ts'
import { isBefore, termProblem } from '../../shared/rules/terms.ts'
import { mayStandUnder } from '../../shared/rules/tree.ts'
import type { Reading } from '../pinyin.ts'
import { blankUnit } from './blank-unit.ts'
import type { Database, Reader } from './database.ts'
import type { UnitRow } from './rows.ts'
import type { Transaction } from './transaction.ts'

export interface NewUnit {
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly name: string
  readonly branchKind: BranchKind | null
  /** For an emergency branch: the ordinary branch it stands beside. */
  readonly besideId?: string | null | undefined
}

export interface UnitChanges {
  readonly name?: string | undefined
  readonly branchKind?: BranchKind | null | undefined
  readonly foundedOn?: string | null | undefined
  readonly note?: string | undefined
  readonly besideId?: string | null | undefined
}

/**
 * A new unit at the end of its siblings. Throws `record.missing` (parent), `unit.dissolved`, `unit.parent-refused`,
 * `unit.duplicate-name` (a living sibling has the name).
 */
export const createUnit = (db: Database, unit: NewUnit, reading: Reading): Promise<{ readonly id: string }> =>
  db.edit({ action: 'unit.create', label: `新建 ${unit.name}`, undoable: true }, async (tx) => {
    const parent = unit.parentId === null ? null : await findLiving(tx, unit.parentId)
    if (!mayStandUnder(unit.kind, parent?.kind ?? null)) {
      throw new AppError('unit.parent-refused', {
        child: unitKindLabels[unit.kind],
        parent: parent?.name ?? '最上级',
      })
    }
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
      foundedOn: null,
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
    if (changes.name !== undefined) await refuseDuplicate(tx, unit.parentId, changes.name, id)
    if (changes.besideId !== undefined) await refuseBeside(tx, unit.kind, changes.besideId)
    if (unit.kind !== 'branch' && (changes.branchKind ?? null) !== null) {
      throw new AppError('value.invalid', { reason: '只有党支部有支部类型' })
    }
    const foundedOn = changes.foundedOn ?? null
    if (foundedOn !== null && isBefore(today, foundedOn)) {
      throw new AppError('value.invalid', { reason: '成立日期晚于今天' })
    }
    tx.relabel(`修改 ${unit.name} 的${labelsOf('unit', changes)}`)
    const patch = { ...definedOnly(changes), ...(changes.name === undefined ? {} : reading) }
    return { version: await tx.update('unit', id, version, patch) }
  })

const beginnings = { post: '任职日期', membership: '党员加入该组织的日期' } as const

/**
 * Ends a unit on a day, its posts and memberships with it; nothing is deleted. Throws `unit.has-children` while it
 * has living units below it, `value.invalid` for a day before the unit, a post or a membership began or after `today`.
 */
export const dissolveUnit = (
  db: Database,
  id: string,
  version: number,
  on: string,
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'unit.dissolve', label: '撤销组织', undoable: true }, async (tx) => {
    const unit = await findLiving(tx, id)
    tx.relabel(`撤销组织 ${unit.name}`)
    const [children] = await tx.query<{ n: number }>(
      'SELECT count(*) AS "n" FROM unit WHERE parent_id = ? AND dissolved_on IS NULL',
      [id],
    )
    const count = children?.n ?? 0
    if (count > 0) throw new AppError('unit.has-children', { name: unit.name, count })
    const problem = termProblem(unit.foundedOn, on, today)
    if (problem !== null) {
      throw new AppError('value.invalid', { reason: '撤销日期应在成立日期之后，且不晚于今天' })
    }
    for (const table of ['post', 'membership'] as const) {
      const held = await tx.query<{ id: string; version: number; startsOn: string | null }>(
        `SELECT id AS "id", version AS "version", starts_on AS "startsOn" FROM ${table}
         WHERE unit_id = ? AND ends_on IS NULL ORDER BY starts_on DESC`,
        [id],
      )
      for (const row of held) {
        if (row.startsOn !== null && isBefore(on, row.startsOn)) {
          throw new AppError('value.invalid', {
            reason: `撤销日期早于${beginnings[table]}（${row.startsOn}）`,
          })
        }
        await tx.update(table, row.id, row.version, { endsOn: on })
      }
    }
    return { version: await tx.update('unit', id, version, { dissolvedOn: on }) }
  })

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

/** The unit, if it lives. Throws `record.missing`, `unit.dissolved`. */
export const findLiving = async (tx: Transaction, id: string): Promise<UnitRow> => {
  const unit = await tx.find('unit', id)
  if (unit === null) throw new AppError('record.missing')
  if (unit.dissolvedOn !== null) throw new AppError('unit.dissolved', { name: unit.name })
  return unit
}

const refuseBeside = async (tx: Transaction, kind: UnitKind, besideId: string | null): Promise<void> => {
  if (besideId === null) return
  const beside = await findLiving(tx, besideId)
  if (kind !== 'emergencyBranch' || beside.kind !== 'branch') {
    throw new AppError('value.invalid', { reason: '只有应急党支部可以对应一个党支部' })
  }
}

const refuseDuplicate = async (
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

const nextSort = async (tx: Transaction, parentId: string | null): Promise<number> =>
  (await siblingsOf(tx, parentId)).reduce((most, sibling) => Math.max(most, sibling.sort), 0) + 1

type Sibling = Pick<UnitRow, 'id' | 'name' | 'sort' | 'dissolvedOn'>

const siblingsOf = (reader: Reader, parentId: string | null): Promise<Sibling[]> =>
  reader.query<Sibling>(
    `SELECT id AS "id", name AS "name", sort AS "sort", dissolved_on AS "dissolvedOn" FROM unit
     WHERE ${parentId === null ? 'parent_id IS NULL' : 'parent_id = ?'}`,
    parentId === null ? [] : [parentId],
  )

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
