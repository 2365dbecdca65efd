import { fieldLabels } from '../../shared/labels.ts'
import { placeholders } from './dialect.ts'
import { foreignKeys, tableNameOf } from './foreign-keys.ts'
import { type ChangedRow, isAsLeft } from './import-undo-changes.ts'
import type { Fields, RowRef } from './import-undo-rows.ts'
import type { Reader } from './reader.ts'
import type { TableName } from './rows.ts'
import { partsOf } from './table-rows.ts'
import type { Transaction } from './transaction.ts'

/** Former values that fields of a row get back. */
export interface Restoration extends RowRef {
  readonly patch: Fields
}

/** A row, or a part of it, that stays as it is, and why. */
export interface KeptRow extends RowRef {
  readonly reason: string
}

export interface FieldPlan {
  /** Safe whatever else there is. */
  readonly plain: readonly Restoration[]
  /** To be checked against what came since. */
  readonly delicate: readonly Restoration[]
  /** Sums of money, for after the vouchers are gone. */
  readonly money: readonly Restoration[]
  readonly kept: readonly KeptRow[]
}

/** Fields that only make sense together: all of them go back, or none. */
const together: Readonly<Partial<Record<TableName, readonly (readonly string[])[]>>> = {
  person: [
    ['name', 'pinyin', 'initials', 'surnameReading', 'readingKey', 'strokeKey'],
    ['endedOn', 'endedReason'],
  ],
  unit: [
    ['name', 'pinyin', 'initials'],
    ['kind', 'branchKind'],
  ],
}

/** Fields whose former value may be impossible by now: another row has it, or what it stands on has ended. */
const delicate: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  unit: ['name', 'pinyin', 'initials', 'kind', 'branchKind', 'parentId', 'dissolvedOn'],
  person: ['idNumber'],
  membership: ['personId', 'unitId', 'endsOn'],
  post: ['personId', 'unitId', 'kind', 'estateId', 'place', 'endsOn'],
  reporting: ['personId', 'unitId', 'endsOn'],
  volunteer: ['personId', 'unitId', 'endsOn'],
  unitEstate: ['unitId', 'estateId', 'endsOn'],
  venueUnit: ['venueId', 'unitId', 'endsOn'],
  partnerLink: ['partnerUnitId', 'unitId', 'estateId', 'endsOn'],
  notSame: ['aId', 'bId'],
  fundStandard: ['unitKind', 'sourceId', 'fromYear'],
}

const money = ['year', 'unitId', 'sourceId', 'amountFen', 'voucherNo', 'onceKey', 'reversesId']
const isMoney = (table: TableName): boolean => table === 'appropriation' || table === 'disbursement'

/** Which fields of the changed rows go back: those that still have the import's value. */
export const planFields = async (
  tx: Transaction,
  changed: readonly ChangedRow[],
  signal?: AbortSignal,
): Promise<FieldPlan> => {
  const plan = { plain: [], delicate: [], money: [], kept: [] } as {
    readonly [K in keyof FieldPlan]: FieldPlan[K][number][]
  }
  for (const [table, rows] of byTable(changed)) {
    for (const part of partsOf(rows, 1000)) {
      signal?.throwIfAborted()
      const current = await tx.findAll(
        table,
        part.map((row) => row.id),
      )
      const gone = await missingTargets(tx, table, part)
      for (const row of part) {
        const now = current.get(row.id) as Fields | undefined
        if (now === undefined) continue
        const { patch, stays } = fieldsOf(row, now)
        const ref = { table, id: row.id }
        if (stays.length > 0) plan.kept.push({ ...ref, reason: `导入后修改过${labelsOf(table, stays)}` })
        const lost = Object.keys(patch).filter((key) => gone.has(`${key} ${patch[key]}`))
        if (lost.length > 0)
          plan.kept.push({ ...ref, reason: `原来对应的记录已不在${labelsOf(table, lost)}` })
        for (const [kind, fields] of partsOfPatch(table, patch, lost))
          plan[kind].push({ ...ref, patch: fields })
      }
    }
  }
  return plan
}

const fieldsOf = (
  { table, before, after }: ChangedRow,
  now: Fields,
): { readonly patch: Fields; readonly stays: readonly string[] } => {
  const patch: Record<string, Fields[string]> = {}
  const stays: string[] = []
  for (const group of groupsOf(table, Object.keys(before))) {
    const edited = group.filter((key) => !isAsLeft(key, after[key], now[key]))
    if (edited.length === 0) for (const key of group) patch[key] = before[key] ?? null
    // Whoever put the former value back by hand did what is done here.
    else if (edited.some((key) => now[key] !== before[key])) stays.push(...edited)
  }
  return { patch, stays }
}

const groupsOf = (table: TableName, keys: readonly string[]): readonly (readonly string[])[] => {
  const groups = (together[table] ?? [])
    .map((group) => group.filter((key) => keys.includes(key)))
    .filter((group) => group.length > 0)
  const grouped = new Set(groups.flat())
  return [...groups, ...keys.filter((key) => !grouped.has(key)).map((key) => [key])]
}

const partsOfPatch = (
  table: TableName,
  patch: Fields,
  lost: readonly string[],
): readonly (readonly ['plain' | 'delicate' | 'money', Fields])[] => {
  const parts = { plain: {}, delicate: {}, money: {} } as Record<
    'plain' | 'delicate' | 'money',
    Record<string, Fields[string]>
  >
  for (const [key, value] of Object.entries(patch)) {
    if (lost.includes(key)) continue
    if (isMoney(table) && money.includes(key)) parts.money[key] = value
    else if (delicate[table]?.includes(key) === true && !(key === 'idNumber' && value === null))
      parts.delicate[key] = value
    else parts.plain[key] = value
  }
  const kinds = ['plain', 'delicate', 'money'] as const
  return kinds
    .filter((kind) => Object.keys(parts[kind]).length > 0)
    .map((kind) => [kind, parts[kind]] as const)
}

/** `field id` of each former value whose row is gone since, e.g. with another import. */
const missingTargets = async (
  reader: Reader,
  table: TableName,
  rows: readonly ChangedRow[],
): Promise<ReadonlySet<string>> => {
  const missing = new Set<string>()
  for (const { property, target } of foreignKeys.filter((key) => key.table === table)) {
    const ids = rows.map((row) => row.before[property]).filter((id) => typeof id === 'string')
    const wanted = [...new Set(ids)]
    for (const part of partsOf(wanted, 1000)) {
      const found = await reader.query<{ id: string }>(
        `SELECT id AS "id" FROM ${tableNameOf(target)} WHERE id IN (${placeholders(part.length)})`,
        part,
      )
      const there = new Set(found.map((row) => row.id))
      for (const id of part) if (!there.has(id)) missing.add(`${property} ${id}`)
    }
  }
  return missing
}

export const byTable = <R extends RowRef>(rows: readonly R[]): ReadonlyMap<TableName, readonly R[]> => {
  const tables = new Map<TableName, R[]>()
  for (const row of rows) {
    const list = tables.get(row.table)
    if (list === undefined) tables.set(row.table, [row])
    else list.push(row)
  }
  return tables
}

/** e.g. “（手机号、备注）”; nothing for fields that are no matter of the user's. */
export const labelsOf = (table: TableName, keys: readonly string[]): string => {
  const labels = keys.flatMap((key) => fieldLabels[table]?.[key] ?? [])
  return labels.length === 0 ? '' : `（${labels.join('、')}）`
}
