import { describe, expect, test } from 'vitest'
import { dataRows } from '../../main/import/data-rows.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { fieldsOf, type Layout, locate, valuesOf } from './layouts/build.ts'
import { asCsv, asOther, asXlsx } from './layouts/files.ts'
import { memberLayouts } from './layouts/members.ts'
import { moneyLayouts } from './layouts/money.ts'
import { neighborLayouts } from './layouts/neighbors.ts'
import { unitLayouts } from './layouts/units.ts'

/** Writing and reading a file must lose nothing of what tells a table. */
const check = async (layout: Layout, bytes: Uint8Array, name: string): Promise<void> => {
  const { grids } = await readWorkbook(bytes, name)
  const [grid] = grids
  const table = grid === undefined ? null : locate(grid, layout.file)
  if (grid === undefined || table === null) throw new Error('no table found')
  expect([table.sheet.table, fieldsOf(table)]).toEqual([layout.table, layout.fields])
  expect([table.headerTop, table.headerBottom]).toEqual(
    layout.headerRows.length === 0
      ? [-1, -1]
      : [Number(layout.headerRows[0]) - 1, Number(layout.headerRows.at(-1)) - 1],
  )
  expect(dataRows(grid, table).length).toBe(layout.rows)
  for (const [row, expected] of Object.entries(layout.values)) {
    expect(valuesOf(grid, table, Number(row), Object.keys(expected))).toEqual(expected)
  }
}

const layouts = [...memberLayouts, ...unitLayouts, ...neighborLayouts, ...moneyLayouts]

describe('written to a file and read back', () => {
  test.each(layouts)('.xlsx: $name', async (layout) => {
    await check(layout, await asXlsx(layout.grid), '台账.xlsx')
  })
  test.each(unitLayouts)('.xls: $name', async (layout) => {
    await check(layout, asOther(layout.grid, 'biff8'), '台账.xls')
  })
  test.each(neighborLayouts)('.ods: $name', async (layout) => {
    await check(layout, asOther(layout.grid, 'ods'), '台账.ods')
  })
  // Without merges a cell that spans rows has only its first row: those sheets are told differently in CSV.
  test.each(layouts.filter(({ grid }) => grid.merges.every(({ top, bottom }) => top === bottom || top < 4)))(
    '.csv: $name',
    async (layout) => {
      const { grids } = await readWorkbook(asCsv(layout.grid), '台账.csv')
      const table = grids[0] === undefined ? null : locate(grids[0], layout.file)
      if (grids[0] === undefined || table === null) throw new Error('no table found')
      expect([table.sheet.table, fieldsOf(table)]).toEqual([layout.table, layout.fields])
      expect(dataRows(grids[0], table).length).toBe(layout.rows)
    },
  )
})
