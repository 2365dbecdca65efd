import { extname } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { LedgerKind } from '../../shared/models/import.ts'
import { sheets } from '../../shared/sheets/all.ts'
import { type FileSource, nameOf } from '../tickets.ts'
import type { TaskChannel } from '../workers/channel.ts'
import { type DataRow, dataRows } from './data-rows.ts'
import type { Grid } from './grid.ts'
import { locateTable, type Table } from './locate-table.ts'
import { headerMatcher } from './match-header.ts'
import { nameReader } from './name-readings.ts'
import { fillDown, parseRow } from './parse-rows.ts'
import type { Ledger, ParsedRow, RowsPart, SheetContext } from './parsed-row.ts'
import { bytesOf, readWorkbook } from './read-workbook.ts'
import { repeatFinder } from './repeated-rows.ts'
import { contextOf, describeSheet } from './sheet-context.ts'

export interface ReadLedger {
  readonly source: FileSource
  /** ISO day of the import. */
  readonly today: string
}

interface Found {
  readonly grid: Grid
  readonly table: Table | null
  readonly rows: readonly DataRow[]
}

/** Rows a message carries: small enough that taking one in never holds up the main thread. */
const partRows = 250

/**
 * read → locate → parse → validate, in the worker. Rows are handed over in parts (`RowsPart`); the answer tells what
 * was found. Throws the `file.…` codes.
 */
export const readLedger = async ({ source, today }: ReadLedger, channel: TaskChannel): Promise<Ledger> => {
  const name = nameOf(source)
  channel.report({ kind: 'reading', done: 0, total: 0 })
  const workbook = await readWorkbook(bytesOf(source, name), name)
  const matchers = Object.values(sheets).map(headerMatcher)
  const found = workbook.grids.map((grid): Found => {
    const table = locateTable(grid, matchers)
    return { grid, table, rows: table === null ? [] : dataRows(grid, table) }
  })
  const kind = mainKind(found)
  if (kind === null) throw unknownHeader(name, workbook.plainText)
  const used = found.map((one) =>
    one.table?.sheet.ledger === kind ? one : { ...one, table: null, rows: [] },
  )
  const contexts = used.map(({ grid, table }) => (table === null ? noContext : contextOf(grid.name, table)))
  const readings = await nameReader(sheets[kind])
  const units = readings.ofContexts(contexts)
  await handOver(parseAll(used, contexts, kind, today), readings.ofRows, channel)
  return {
    kind,
    sheets: used.map(({ grid, table, rows }) => describeSheet(grid.name, table, rows.length)),
    contexts,
    units,
  }
}

const noContext: SheetContext = { street: null, community: null, headers: [], headerOf: {} }

/** A text without a known header may be anything; a file named as a workbook that is only text is none. */
const unknownHeader = (name: string, plainText: boolean): AppError => {
  const isTextFile = ['.csv', '.txt', '.tsv', ''].includes(extname(name).toLowerCase())
  return new AppError(plainText && !isTextFile ? 'file.not-workbook' : 'file.no-known-header', { file: name })
}

/** The ledger with the most rows; a workbook of several kinds is read as that one. */
const mainKind = (found: readonly Found[]): LedgerKind | null => {
  const counts = new Map<LedgerKind, number>()
  for (const { table, rows } of found) {
    if (table !== null) counts.set(table.sheet.ledger, (counts.get(table.sheet.ledger) ?? 0) + rows.length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function* parseAll(
  used: readonly Found[],
  contexts: readonly SheetContext[],
  kind: LedgerKind,
  today: string,
): Generator<ParsedRow> {
  const check = repeatFinder(
    sheets[kind],
    used.map(({ grid }) => grid.name),
  )
  for (const [sheet, { grid, table, rows }] of used.entries()) {
    if (table === null) continue
    const fill = fillDown(table.columns)
    for (const data of rows) {
      const parsed = parseRow(data, fill(data.cells), table, { sheet, sheetName: grid.name, today })
      yield check(parsed, contexts[sheet] ?? noContext)
    }
  }
}

const handOver = async (
  rows: Iterable<ParsedRow>,
  readingsOf: (rows: readonly ParsedRow[]) => Pick<RowsPart, 'people' | 'units'>,
  channel: TaskChannel,
): Promise<void> => {
  let part: ParsedRow[] = []
  let done = 0
  const send = async () => {
    done += part.length
    channel.report({ kind: 'checking', done, total: 0 })
    const message: RowsPart = { rows: part, ...readingsOf(part) }
    part = []
    await channel.part(message)
  }
  for (const row of rows) {
    part.push(row)
    if (part.length === partRows) await send()
  }
  if (part.length > 0) await send()
}
