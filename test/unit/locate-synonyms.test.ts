import { expect, test } from 'vitest'
import { locateTable } from '../../main/import/locate-table.ts'
import { headerMatcher } from '../../main/import/match-header.ts'
import { sheets } from '../../shared/sheets/all.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { fieldsOf, gridOf, locate } from './layouts/build.ts'

const headed = (sheet: Sheet, labelOf: (column: Column) => string, groupOf: (column: Column) => string) =>
  gridOf(sheet.title, [
    [sheet.title],
    sheet.columns.map(groupOf),
    sheet.columns.map((column) => (column.group === undefined ? '' : labelOf(column))),
    sheet.columns.map((column) => column.example ?? ''),
  ])

const fieldsIn = (sheet: Sheet): Record<number, string> =>
  Object.fromEntries(sheet.columns.map(({ field }, index) => [index, field]))

test.each(Object.values(sheets))(
  '$title ($table): its own header is found, each column where it is',
  (sheet) => {
    const grid = headed(
      sheet,
      ({ label }) => label,
      ({ group, label }) => group ?? label,
    )
    const table = locate(grid, '台账.xlsx')
    expect(table?.sheet.table).toBe(sheet.table)
    expect(table === null ? null : fieldsOf(table)).toEqual(fieldsIn(sheet))
    expect(table?.sure).toBeGreaterThanOrEqual(90)
  },
)

/** Every other name of one column in an otherwise plain header. */
test.each(Object.values(sheets))('$title ($table): every synonym names its column', (sheet) => {
  const lost: string[] = []
  const matchers = [headerMatcher(sheet)]
  for (const [index, wanted] of sheet.columns.entries()) {
    for (const synonym of wanted.synonyms ?? []) {
      const grid = headed(
        sheet,
        (column) => (column === wanted ? synonym : column.label),
        (column) => column.group ?? (column === wanted ? synonym : column.label),
      )
      const table = locateTable(grid, matchers, { fileName: '台账.xlsx' })
      const found = table?.columns.find((one) => one.index === index)?.column.field
      if (table?.sheet.table !== sheet.table || found !== wanted.field)
        lost.push(`${wanted.field} ${synonym} → ${found}`)
    }
  }
  expect(lost).toEqual([])
})
