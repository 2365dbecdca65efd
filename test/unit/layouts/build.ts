import { dataRows } from '../../../main/import/data-rows.ts'
import type { Cell, Grid, Merge, NumberCell } from '../../../main/import/grid.ts'
import { type Arranged, locateTable, type Table } from '../../../main/import/locate-table.ts'
import { headerMatcher } from '../../../main/import/match-header.ts'
import { parseRow } from '../../../main/import/parse-rows.ts'
import type { TableKind } from '../../../shared/models/import.ts'
import { checkCharacterOf } from '../../../shared/rules/id-number.ts'
import { sheets } from '../../../shared/sheets/all.ts'

/** A sheet as an office keeps it, and what must be found in it. */
export interface Layout {
  /** What is odd about it. */
  readonly name: string
  readonly file: string
  readonly grid: Grid
  readonly table: TableKind
  /** 1-based; empty where there is no header. */
  readonly headerRows: readonly number[]
  /** Field by column index; columns that are not used are missing. */
  readonly fields: Readonly<Record<number, string>>
  readonly rows: number
  /** By 1-based row: values that reading that row gives. */
  readonly values: Readonly<Record<number, Readonly<Record<string, unknown>>>>
  /** By 1-based row: the community that a heading inside the table gives it. */
  readonly communities?: Readonly<Record<number, string>>
  readonly community?: string
}

type Written = string | number | Cell

const cellOf = (value: Written): Cell =>
  typeof value === 'number'
    ? ({ number: value, shown: String(value), date: null } satisfies NumberCell)
    : value

/** `A1:C1`, as spreadsheets write it. */
const mergeOf = (range: string): Merge => {
  const [, left = '', top, right = '', bottom] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(range) ?? []
  const column = (letter: string) => letter.charCodeAt(0) - 65
  return { top: Number(top) - 1, left: column(left), bottom: Number(bottom) - 1, right: column(right) }
}

/** A sheet from rows of cells; `null` for a row is an empty one. */
export const gridOf = (
  name: string,
  rows: readonly (readonly Written[] | null)[],
  merges: readonly string[] = [],
): Grid => ({
  name,
  rows: rows.map((row) => row?.map((value) => (value === '' ? null : cellOf(value))) ?? undefined),
  merges: merges.map(mergeOf),
})

/** ID number of nobody (sequence 000 or counted from there), with its check character. */
export const idOf = (born: string, sequence = 0): string => {
  const digits = `420302${born}${String(sequence).padStart(3, '0')}`
  return digits + checkCharacterOf(digits)
}

/** A mobile phone number by its place in a list. */
export const mobileOf = (place: number): string => `138000${String(place * 37 + 10000).slice(-5)}`

const surnames = [...'张王李赵陈杨周吴郑孙']
const givenNames = ['建国', '秀兰', '志强', '敏', '桂英', '海涛', '丽华', '永明', '芳', '立新']
export const nameOf = (place: number): string =>
  `${surnames[place % 10]}${givenNames[Math.floor(place / 3) % 10]}`

/** `count` rows by their place, from 0. */
export const times = <T>(count: number, row: (place: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, place) => row(place))

const matchers = Object.values(sheets).map(headerMatcher)

export const locate = (grid: Grid, fileName = '台账.xlsx', arranged?: Arranged): Table | null =>
  locateTable(grid, matchers, { fileName }, arranged)

/** What was found, in the form in which layouts say what they expect. */
export const foundIn = (grid: Grid, fileName: string) => {
  const table = locate(grid, fileName)
  if (table === null) return null
  return { table, rows: dataRows(grid, table) }
}

export const fieldsOf = (table: Table): Readonly<Record<number, string>> =>
  Object.fromEntries(table.columns.map(({ index, column }) => [index, column.field]))

/** The values of one row that a layout names, as the parser reads them. */
export const valuesOf = (
  grid: Grid,
  table: Table,
  row: number,
  fields: readonly string[],
): Readonly<Record<string, unknown>> => {
  const data = dataRows(grid, table).find(({ index }) => index === row - 1)
  if (data === undefined) return {}
  const columns = table.columns.filter(({ column }) =>
    [column.field, `${column.field}2`, `${column.field}Position`].some((field) => fields.includes(field)),
  )
  const source = {
    sheetName: grid.name,
    today: '2026-11-25',
    yuan: 1,
    columns,
    constants: [],
    missing: [],
  } as const
  const parsed = parseRow(data.index + 1, data.cells, source)
  return Object.fromEntries(fields.map((field) => [field, parsed.values[field]]))
}
