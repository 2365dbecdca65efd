import {
  branchKindLabels,
  fieldLabels,
  memberCategoryLabels,
  postKindLabels,
  settingLabels,
  tableLabels,
  unitKindLabels,
} from '../../shared/labels.ts'
import type { HistoryDetail } from '../../shared/models/history.ts'
import { venueRightLabels } from '../../shared/models/venue.ts'
import { standardsSchema } from '../../shared/requests/gaps.ts'
import { maskIdNumber, maskPhone } from '../../shared/rules/masking.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import { standardWords } from '../../shared/rules/standards.ts'
import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'

/** One row that an edit touched, as the audit trail holds it. */
export interface RecordedChange {
  readonly seq: number
  readonly table: string
  readonly recordId: string
  readonly before: string | null
  readonly after: string | null
}

/** How many rows of a table an edit touched, made and removed. */
export interface TableCount {
  readonly seq: number
  readonly table: string
  readonly n: number
  readonly made: number
  readonly removed: number
}

type Fields = Readonly<Record<string, Parameter>>
type Names = ReadonlyMap<string, string>

/** Fields that hold the id of another row, and where its name is. */
const references: Readonly<Record<string, string>> = {
  parentId: 'unit',
  besideId: 'unit',
  unitId: 'unit',
  communityId: 'unit',
  personId: 'person',
  partnerUnitId: 'partner_unit',
  estateId: 'estate',
  sourceId: 'fund_source',
  approvalDocumentId: 'document',
  venueId: 'venue',
  keeperId: 'person',
  leaderId: 'person',
  liaisonId: 'person',
}

const kindWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'unit.kind': unitKindLabels,
  'unit.branchKind': branchKindLabels,
  'post.kind': postKindLabels,
  'person.category': memberCategoryLabels,
  'venue.rightKind': venueRightLabels,
  'fundStandard.unitKind': unitKindLabels,
  'person.outOfContact': { 0: '否', 1: '是' },
  'person.floating': { 0: '否', 1: '是' },
}

/** “新增 813 条” per table. */
export const summaryOf = (tables: readonly TableCount[]): readonly HistoryDetail[] =>
  tables.flatMap(({ table, n, made, removed }) => {
    const field = tableLabels[table] ?? table
    const counted: readonly (readonly [number, string])[] = [
      [made, '新增'],
      [removed, '移除'],
      [n - made - removed, '修改'],
    ]
    return counted
      .filter(([count]) => count > 0)
      .map(([count, word]) => ({ field, before: null, after: `${word} ${count} 条` }))
  })

/** Field by field with Chinese labels; the table's name stands before the field when there are several rows. */
export const detailsOf = (changes: readonly RecordedChange[], names: Names): readonly HistoryDetail[] => {
  const several = new Set(changes.map((change) => change.recordId)).size > 1
  return changes.flatMap((change) => {
    const before = parse(change.before)
    const after = parse(change.after)
    return Object.keys({ ...before, ...after }).flatMap((key): readonly HistoryDetail[] => {
      const label = labelOf(change, key)
      if (label === null) return []
      const was = shown(change.table, key, before[key] ?? null, names)
      const is = shown(change.table, key, after[key] ?? null, names)
      if (was === is) return []
      const field = several ? `${tableLabels[change.table] ?? change.table} · ${label}` : label
      return [{ field, before: was, after: is }]
    })
  })
}

/** Null for what is no matter of the user's: ids, versions, search keys. */
const labelOf = (change: RecordedChange, key: string): string | null => {
  if (change.table === 'setting') return key === 'value' ? (settingLabels[change.recordId] ?? null) : null
  return fieldLabels[change.table]?.[key] ?? null
}

/** A plain setting as it is; the standards of posts line by line. */
const settingWords = (value: unknown): string => {
  const standards = standardsSchema.safeParse(value)
  return standards.success ? standards.data.posts.map(standardWords).join('；') : String(value)
}

/** A value as people read it: ids named, kinds in Chinese, money in yuan, personal data masked. Empty text is null. */
const shown = (table: string, key: string, value: Parameter, names: Names): string | null => {
  if (value === null || value === '') return null
  if (key in references) return names.get(String(value)) ?? null
  if (key === 'amountFen') return `${formatYuan(Number(value))} 元`
  if (table === 'setting') return settingWords(JSON.parse(String(value)))
  if (table === 'person' && (key === 'phone' || key === 'phone2' || key === 'landline')) {
    return maskPhone(String(value))
  }
  if (table === 'person' && key === 'idNumber') return maskIdNumber(String(value))
  return kindWords[`${table}.${key}`]?.[String(value)] ?? String(value)
}

/** Names of the rows that the changes refer to, by id; a row that undo took away has none. */
export const loadNames = async (reader: Reader, changes: readonly RecordedChange[]): Promise<Names> => {
  const wanted = new Map<string, Set<string>>()
  for (const change of changes) {
    for (const fields of [parse(change.before), parse(change.after)]) {
      for (const [key, value] of Object.entries(fields)) {
        const table = references[key]
        if (table === undefined || typeof value !== 'string') continue
        wanted.set(table, (wanted.get(table) ?? new Set()).add(value))
      }
    }
  }
  const found = await Promise.all(
    [...wanted].map(([table, ids]) =>
      reader.query<{ id: string; name: string }>(
        `SELECT id AS "id", name AS "name" FROM ${table} WHERE id IN (${placeholders(ids.size)})`,
        [...ids],
      ),
    ),
  )
  return new Map(found.flat().map((row) => [row.id, row.name]))
}

const parse = (json: string | null): Fields => JSON.parse(json ?? '{}')
