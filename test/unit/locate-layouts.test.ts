import { expect, test } from 'vitest'
import { contextOf } from '../../main/import/sheet-context.ts'
import { fieldsOf, foundIn, type Layout, valuesOf } from './layouts/build.ts'
import { memberLayouts } from './layouts/members.ts'
import { moneyLayouts } from './layouts/money.ts'
import { neighborLayouts } from './layouts/neighbors.ts'
import { unitLayouts } from './layouts/units.ts'

const layouts: readonly Layout[] = [...memberLayouts, ...unitLayouts, ...neighborLayouts, ...moneyLayouts]

test.each(layouts)('$name', (layout) => {
  const found = foundIn(layout.grid, layout.file)
  if (found === null) throw new Error('no table found')
  const { table, rows } = found
  expect(table.sheet.table).toBe(layout.table)
  expect(fieldsOf(table)).toEqual(layout.fields)
  const { headerTop, headerBottom } = table
  const headerRows =
    headerTop === -1 ? [] : Array.from({ length: headerBottom - headerTop + 1 }, (_, i) => headerTop + i + 1)
  expect(headerRows).toEqual(layout.headerRows)
  expect(rows.length).toBe(layout.rows)
  for (const [row, expected] of Object.entries(layout.values)) {
    expect(valuesOf(layout.grid, table, Number(row), Object.keys(expected))).toEqual(expected)
  }
  for (const [row, community] of Object.entries(layout.communities ?? {})) {
    expect(rows.find(({ index }) => index === Number(row) - 1)?.community).toBe(community)
  }
  expect(contextOf(layout.grid.name, table, layout.file).community).toBe(layout.community ?? null)
  expect(table.sure).toBeGreaterThanOrEqual(headerTop === -1 ? 50 : 70)
})
