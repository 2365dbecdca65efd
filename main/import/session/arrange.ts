import { createHash } from 'node:crypto'
import type { LedgerKind, SheetChoice } from '../../../shared/models/import.ts'
import { dataRows } from '../data-rows.ts'
import { type Arranged, locateTable, type Table } from '../locate-table.ts'
import { type HeaderMatcher, headerMatcher } from '../match-header.ts'
import { noContext } from '../parsed-row.ts'
import { communitiesOfSheets } from '../sheet-communities.ts'
import { contextOf } from '../sheet-context.ts'
import type { RememberedColumns } from './remembered.ts'
import type { ArrangedSheet, RawSheet, SessionState } from './session-state.ts'

/** The sheet of a template that holds the words of its drop-down lists. */
const choicesSheet = '选项'

/** Files with these headers are arranged alike; what the user chooses is remembered under it. */
export const headerSignature = (headers: readonly string[]): string =>
  `columns/${createHash('sha256').update(headers.join('\u0000')).digest('base64url').slice(0, 27)}`

/**
 * Every sheet with its table: as found, as remembered for such headers, as chosen. By `--map` a header (whole, or its
 * lowest part) names its field wherever it stands.
 */
export const arrangeSheets = (
  state: SessionState,
  remembered: ReadonlyMap<string, RememberedColumns>,
  map: Readonly<Record<string, string>>,
): readonly ArrangedSheet[] => {
  const matchers = state.columnTables.map(headerMatcher)
  const choices = new Map(state.choices.map((choice) => [choice.sheet, choice]))
  const found = state.raw.map((raw, index) =>
    arrangeSheet(raw, index, { matchers, remembered, map, choice: choices.get(index), state }),
  )
  // As found: what is chosen for one sheet must not unselect another.
  if (state.choices.length === 0) state.mainLedgers = mainLedgers(found)
  const hiddenOnly = filesOfHiddenSheets(found)
  return namedBySheets(found).map((sheet) => {
    const chosen = choices.get(sheet.index)?.used
    const ledger = sheet.table?.sheet.ledger ?? null
    const main = state.mainLedgers.get(sheet.file)
    const only = ledger === main && (sheet.grid.hidden !== true || hiddenOnly.has(sheet.file))
    const byItself = ledger !== null && (state.allSheets || only)
    return { ...sheet, used: sheet.table !== null && (chosen ?? byItself) }
  })
}

/** Files in which no visible sheet is a ledger with rows: then the hidden ones are meant. */
const filesOfHiddenSheets = (sheets: readonly ArrangedSheet[]): ReadonlySet<number> => {
  const seen = new Set<number>()
  const all = new Set<number>()
  for (const { file, table, rows, grid } of sheets) {
    if (table === null || rows.length === 0) continue
    all.add(file)
    if (grid.hidden !== true) seen.add(file)
  }
  return new Set([...all].filter((file) => !seen.has(file)))
}

/** Sheets named 六堰, 柳林, 阳光 … are communities, where the sheets of a table are all named so. */
const namedBySheets = (found: readonly ArrangedSheet[]): readonly ArrangedSheet[] => {
  const named = new Map<string, ReadonlyMap<string, string>>()
  const kindOf = (sheet: ArrangedSheet): string => `${sheet.file}/${sheet.table?.sheet.table ?? ''}`
  for (const kind of new Set(found.map(kindOf))) {
    const names = found
      .filter((sheet) => sheet.table !== null && kindOf(sheet) === kind)
      .map(({ grid }) => grid.name)
    named.set(kind, communitiesOfSheets(names))
  }
  return found.map((sheet) => {
    const community = named.get(kindOf(sheet))?.get(sheet.grid.name)
    if (community === undefined || sheet.table === null || sheet.context.community !== null) return sheet
    return { ...sheet, context: { ...sheet.context, community } }
  })
}

interface Means {
  readonly matchers: readonly HeaderMatcher[]
  readonly remembered: ReadonlyMap<string, RememberedColumns>
  readonly map: Readonly<Record<string, string>>
  readonly choice: SheetChoice | undefined
  readonly state: SessionState
}

const arrangeSheet = (raw: RawSheet, index: number, means: Means): ArrangedSheet => {
  const { matchers, remembered, map, choice, state } = means
  const fileName = state.files[raw.file]?.name ?? ''
  const hints = { fileName }
  const blank = {
    ...raw,
    index,
    rows: [],
    context: noContext,
    used: false,
    constants: {},
    remembered: false,
    group: `unknown/${index}`,
  }
  const isChoices = raw.grid.hidden === true && raw.grid.name === choicesSheet
  if (choice?.table === null || (isChoices && choice?.table === undefined)) return { ...blank, table: null }
  let table = locateTable(raw.grid, matchers, hints)
  const memory = table === null ? undefined : remembered.get(headerSignature(table.headers))
  if (memory !== undefined) {
    const arranged: Arranged = { table: memory.table, columns: memory.columns, how: 'remembered' }
    table = locateTable(raw.grid, matchers, hints, withHeader(arranged, table)) ?? table
  }
  const mapped = table === null ? {} : mappedColumns(table, map)
  const columns = { ...memory?.columns, ...mapped, ...choice?.columns }
  if (choice !== undefined || Object.keys(mapped).length > 0) {
    const header = choice?.header
    const arranged: Arranged = {
      ...(choice?.table == null
        ? memory === undefined
          ? {}
          : { table: memory.table }
        : { table: choice.table }),
      columns:
        choice?.table != null && choice.table !== table?.sheet.table ? (choice.columns ?? {}) : columns,
      ...(header === undefined ? {} : { header }),
      how: 'chosen',
    }
    table = locateTable(raw.grid, matchers, hints, arranged) ?? table
  }
  if (table === null) return { ...blank, table: null }
  return {
    ...blank,
    table,
    rows: dataRows(raw.grid, table),
    context: contextOf(raw.grid.name, table, fileName),
    constants: { ...memory?.constants, ...choice?.constants },
    remembered: memory !== undefined && choice === undefined,
    group: `${table.sheet.table}/${headerSignature(table.headers)}`,
  }
}

/** The header stays where it was found: a remembered arrangement says only what its columns mean. */
const withHeader = (arranged: Arranged, table: Table | null): Arranged =>
  table === null || table.headerTop < 0
    ? arranged
    : { ...arranged, header: { top: table.headerTop + 1, bottom: table.headerBottom + 1 } }

const plain = (header: string): string => header.replace(/\s+/gu, '')

/** Column index → field, for the headers that `map` names; a field may be named by its Chinese label. */
const mappedColumns = (
  table: Table,
  map: Readonly<Record<string, string>>,
): Record<number, string | null> => {
  const columns: Record<number, string | null> = {}
  for (const [old, wanted] of Object.entries(map)) {
    const column = table.sheet.columns.find(({ field, label }) => field === wanted || label === wanted)
    // A field of another ledger is no reason to drop the column on the sheets of this one.
    if (column === undefined && wanted !== '') continue
    table.headers.forEach((header, index) => {
      const matches = plain(header) === plain(old) || plain(header).split('·').at(-1) === plain(old)
      if (matches) columns[index] = column?.field ?? null
    })
  }
  return columns
}

/** File → its ledger with the most rows. */
const mainLedgers = (sheets: readonly ArrangedSheet[]): ReadonlyMap<number, LedgerKind> => {
  const hiddenOnly = filesOfHiddenSheets(sheets)
  const rowsOf = new Map<number, Map<LedgerKind, number>>()
  for (const { file, table, rows, grid } of sheets) {
    // A hidden sheet counts only where the file has nothing else.
    if (table === null || (grid.hidden === true && !hiddenOnly.has(file))) continue
    const counts = rowsOf.get(file) ?? new Map<LedgerKind, number>()
    rowsOf.set(file, counts.set(table.sheet.ledger, (counts.get(table.sheet.ledger) ?? 0) + rows.length))
  }
  return new Map(
    [...rowsOf].flatMap(([file, counts]) => {
      const [most] = [...counts].sort((a, b) => b[1] - a[1])
      return most === undefined ? [] : [[file, most[0]] as const]
    }),
  )
}
