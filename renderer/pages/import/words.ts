import { countLabels, tableLabels } from '../../../shared/labels.ts'
import type {
  HowFound,
  ImportRun,
  LedgerKind,
  RecordCounts,
  TableKind,
} from '../../../shared/models/import.ts'
import { ledgerTitles, sheets } from '../../../shared/sheets/all.ts'
import { columnTitle } from '../../../shared/sheets/sheet.ts'

/** What a clerk calls each ledger. */
export const ledgerLabel = (kind: LedgerKind): string => ledgerTitles[kind]

/** What a clerk calls a table; null is a sheet whose ledger was not recognized. */
export const tableLabel = (table: TableKind | null): string =>
  table === null ? '没有认出' : sheets[table].title

/** Field → the header a template would use, of one table. */
export const fieldTitles = (table: TableKind | null): ReadonlyMap<string, string> =>
  new Map(table === null ? [] : sheets[table].columns.map((column) => [column.field, columnTitle(column)]))

const grouped = new Intl.NumberFormat('zh-CN')

/** 1077 → “1,077”. */
export const count = (value: number): string => grouped.format(value)

/** All kinds together. */
export const sum = (counts: RecordCounts): number =>
  Object.values(counts).reduce((total, value) => total + value, 0)

/** `{ branches: 335, buildingGroups: 1077 }` → “党支部 335、楼栋党小组 1,077”; empty text when there is none. */
export const listCounts = (counts: RecordCounts): string =>
  Object.entries(counts)
    .filter(([, value]) => value > 0)
    .map(([kind, value]) => `${countLabels[kind] ?? kind} ${count(value)}`)
    .join('、')

/** The same by table, as taking an import back counts: `{ person: 3 }` → “人员 3”. */
export const listTables = (counts: RecordCounts): string =>
  Object.entries(counts)
    .filter(([, value]) => value > 0)
    .map(([table, value]) => `${tableLabels[table] ?? table} ${count(value)}`)
    .join('、')

/** Rows that would be written: all but the rejected. */
export const importableRows = (preview: { readonly rows: number; readonly rejectedRows: number }): number =>
  preview.rows - preview.rejectedRows

/** Why nothing can be imported, or null when something can. */
export const nothingToImport = (preview: {
  readonly rows: number
  readonly rejectedRows: number
  readonly created: RecordCounts
  readonly updated: RecordCounts
}): string | null => {
  if (preview.rows === 0) return '没有要导入的数据行'
  if (importableRows(preview) === 0) return '每一行都有问题，请回到上一步改正'
  if (sum(preview.created) + sum(preview.updated) > 0) return null
  return preview.rejectedRows === 0
    ? '与现有数据完全一致，无需导入'
    : `除 ${count(preview.rejectedRows)} 行不能导入外，与现有数据完全一致，无需导入`
}

/** Header rows as a reader says it: [4, 5] → “第 4、5 行”. */
export const headerRowsText = (rows: readonly number[]): string =>
  rows.length === 0 ? '没有找到表头' : `第 ${rows.join('、')} 行`

/** How a column was recognized. */
export const howFoundLabels: Readonly<Record<HowFound, string>> = {
  header: '按表头',
  similar: '按相近表头',
  content: '按内容',
  remembered: '按上次的选择',
  chosen: '手工选择',
}

/** 75 s → “1 分 15 秒”, 8 s → “8 秒”, an hour and more without seconds. */
export const spell = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  if (hours > 0) return `${hours} 小时 ${minutes} 分`
  return minutes > 0 ? `${minutes} 分 ${rest} 秒` : `${rest} 秒`
}

/** A file's SHA-256, short enough for a table. */
export const shortHash = (sha256: string): string => sha256.slice(0, 8)

/** Files of a run: the name of the first, and how many there are. */
export const filesText = (run: Pick<ImportRun, 'file' | 'files'>): string =>
  run.files.length > 1 ? `${run.files[0]?.name ?? run.file} 等 ${run.files.length} 个文件` : run.file
