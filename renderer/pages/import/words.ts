import { countLabels } from '../../../shared/labels.ts'
import type { LedgerKind, RecordCounts } from '../../../shared/models/import.ts'
import { sheets } from '../../../shared/sheets/all.ts'

/** What a clerk calls each ledger. */
export const ledgerLabel = (kind: LedgerKind): string => sheets[kind].title

const grouped = new Intl.NumberFormat('zh-CN')

/** 1077 → “1,077”. */
export const count = (value: number): string => grouped.format(value)

/** All kinds together. */
export const sum = (counts: RecordCounts): number =>
  Object.values(counts).reduce((total, value) => total + value, 0)

/** `{ branches: 335, buildingGroups: 1077 }` → “党支部 335、楼栋党小组 1,077”; empty text when there is none. */
export const listCounts = (counts: RecordCounts): string =>
  Object.entries(counts)
    .map(([kind, value]) => `${countLabels[kind] ?? kind} ${count(value)}`)
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
  if (preview.rows === 0) return '文件里没有数据行，无需导入'
  if (importableRows(preview) === 0) return '每一行都有问题，请改正后重新选择文件'
  if (sum(preview.created) + sum(preview.updated) > 0) return null
  return preview.rejectedRows === 0
    ? '与现有数据完全一致，无需导入'
    : `除 ${count(preview.rejectedRows)} 行不能导入外，与现有数据完全一致，无需导入`
}

/** Header rows as a reader says it: [4, 5] → “第 4、5 行”. */
export const headerRowsText = (rows: readonly number[]): string =>
  rows.length === 0 ? '没有找到表头' : `第 ${rows.join('、')} 行`
