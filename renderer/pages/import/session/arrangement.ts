import type { ColumnFound, SheetChoice, SheetFound, TableKind } from '../../../../shared/models/import.ts'

/** Sheets that are arranged together, as the list on the left shows them. */
export interface Group {
  readonly key: string
  readonly table: TableKind | null
  /** The least sure of its sheets. */
  readonly sure: number
  readonly rows: number
  readonly hiddenRows: number
  readonly used: 'all' | 'some' | 'none'
  readonly missing: boolean
  readonly sheets: readonly SheetFound[]
}

/** Sheets by group, in the order of the files. */
export const groupsOf = (sheets: readonly SheetFound[]): readonly Group[] => {
  const byKey = new Map<string, SheetFound[]>()
  for (const sheet of sheets) byKey.set(sheet.group, [...(byKey.get(sheet.group) ?? []), sheet])
  return [...byKey].map(([key, members]) => {
    const used = members.filter((sheet) => sheet.used).length
    const add = (of: (sheet: SheetFound) => number) => members.reduce((sum, sheet) => sum + of(sheet), 0)
    return {
      key,
      table: members[0]?.table ?? null,
      sure: Math.min(...members.map((sheet) => sheet.sure)),
      rows: add((sheet) => sheet.dataRows),
      hiddenRows: add((sheet) => sheet.hiddenRows),
      used: used === 0 ? 'none' : used === members.length ? 'all' : 'some',
      missing: members.some((sheet) => sheet.used && sheet.missing.length > 0),
      sheets: members,
    }
  })
}

/**
 * Adds one more choice for these sheets to those made before. Columns belong to one table and one header: another
 * table or header forgets them.
 */
export const withChoice = (
  choices: readonly SheetChoice[],
  sheets: readonly number[],
  part: Omit<SheetChoice, 'sheet'>,
): readonly SheetChoice[] => {
  const changed = sheets.map((sheet): SheetChoice => {
    const before = choices.find((choice) => choice.sheet === sheet) ?? { sheet }
    const { columns, constants, ...rest } = before
    if (part.table !== undefined || part.header !== undefined) return { ...rest, ...part }
    return {
      ...before,
      ...part,
      ...(part.columns === undefined ? {} : { columns: { ...columns, ...part.columns } }),
      ...(part.constants === undefined ? {} : { constants: { ...constants, ...part.constants } }),
    }
  })
  const kept = choices.filter((choice) => !sheets.includes(choice.sheet))
  return [...kept, ...changed].sort((a, b) => a.sheet - b.sheet)
}

const shownColumn = (
  column: ColumnFound,
  chosen: SheetChoice['columns'],
  labels: ReadonlyMap<string, string>,
): ColumnFound => {
  const field = chosen?.[column.index]
  if (field === undefined || (field === column.field && column.how === 'chosen')) return column
  return {
    ...column,
    field,
    label: field === null ? null : (labels.get(field) ?? null),
    how: 'chosen',
    sure: 100,
  }
}

/** What was found, with the choices on top: the screen follows the hand at once, the main process a little later. */
export const shownSheets = (
  sheets: readonly SheetFound[],
  choices: readonly SheetChoice[],
  labelsOf: (table: TableKind | null) => ReadonlyMap<string, string>,
): readonly SheetFound[] =>
  sheets.map((sheet) => {
    const choice = choices.find((one) => one.sheet === sheet.index)
    if (choice === undefined) return sheet
    const table = choice.table === undefined ? sheet.table : choice.table
    // The columns of another table, or under another header, are known only when the answer is there.
    const same = table === sheet.table
    return {
      ...sheet,
      table,
      used: choice.used ?? sheet.used,
      constants: { ...sheet.constants, ...choice.constants },
      columns: same
        ? sheet.columns.map((column) => shownColumn(column, choice.columns, labelsOf(table)))
        : sheet.columns,
    }
  })

/** 高, 中 or 低. */
export type Level = 'high' | 'middle' | 'low'

/** How sure, in three levels: what is low wants a look. */
export const levelOf = (sure: number): Level => (sure >= 90 ? 'high' : sure >= 60 ? 'middle' : 'low')
