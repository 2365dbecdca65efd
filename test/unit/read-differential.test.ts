import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cell, Grid } from '../../main/import/grid.ts'
import { readSheets } from '../../main/import/read-sheets.ts'
import { Archive } from '../../main/import/xlsx/archive.ts'
import { readXlsx } from '../../main/import/xlsx/read-xlsx.ts'
import { formats, type WrittenCell, type WrittenWorkbook, writtenBytes } from './written-workbook.ts'

/*
 * The fast reader against the general one, which knows nothing of it. Four things are left out, where the general
 * reader is known to say less:
 * - formats 27–36 and 50–58, named by number alone: it has no Chinese forms for them (`read-workbook` tests hold ours);
 * - cells of the type `d` (a written-out date): it makes numbers without a format of them;
 * - texts of formulas that look like something encoded: it decodes them twice;
 * - hidden rows of an .xlsx: it tells them only together with every style, so they are held against what was written.
 */

const filled = (rows: Grid['rows']): readonly (readonly [number, readonly Cell[]])[] => {
  const found: [number, readonly Cell[]][] = []
  rows.forEach((row, index) => {
    if (row !== undefined) found.push([index, row])
  })
  return found
}

const plain = (grids: readonly Grid[]) =>
  grids.map(({ name, rows, merges, hidden }) => ({ name, rows: filled(rows), merges, hidden }))

const both = (bytes: Uint8Array) => {
  const fast = readXlsx(Archive.open(bytes, 'a.xlsx'), 'a.xlsx')
  return { fast, general: readSheets(bytes, 'a.xlsx') }
}

const fixtures = resolve(import.meta.dirname, '../fixtures')

describe('every workbook among the fixtures gives the same cells by both readers', () => {
  test.each(readdirSync(fixtures).filter((file) => file.endsWith('.xlsx')))('%s', (file) => {
    const { fast, general } = both(new Uint8Array(readFileSync(resolve(fixtures, file))))
    expect(fast).not.toBeNull()
    expect(plain(fast ?? [])).toEqual(plain(general))
  })
})

const pieces = [
  '张三', '李𫖯', '𠅤𬭚', '㛃䶮', '𰻞', 'A&B', '<b>', '"引"', "'", '  前', '后  ', '两\n行', '_x000D_', '_x005F_x000D_', '\t', '138', '０', '😀',
  '·', 'é', '_x', '_x00', '&amp;', '#', ']]>', '、', '—',
] // biome-ignore format: one list
const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((some) => some.join(''))

const number = fc.oneof(
  fc.integer({ min: -10, max: 80_000 }),
  fc.integer({ min: 0, max: 80_000 * 86_400 }).map((seconds) => seconds / 86_400),
  fc.constantFrom(
    0,
    0.1 + 0.2,
    1988.1,
    1e21,
    1.5e-7,
    13_800_004_116,
    420321195908220000,
    59,
    60,
    61,
    2958465,
    2958466,
    -0.5,
  ),
  fc.integer({ min: 0, max: 86_399 }).map((seconds) => seconds / 86_400),
)

const cell: fc.Arbitrary<WrittenCell> = fc.oneof(
  fc.record({ kind: fc.constantFrom('shared' as const, 'inline' as const), text }),
  fc.record({
    kind: fc.constant('formula' as const),
    text: text.filter((one) => !/_x005F_|&amp;/.test(one)),
  }),
  fc.record({
    kind: fc.constantFrom('rich' as const, 'inlineRich' as const),
    runs: fc.array(text, { minLength: 1, maxLength: 3 }),
    hint: fc.option(text),
  }),
  fc.record({
    kind: fc.constant('number' as const),
    number,
    style: fc.integer({ min: 0, max: formats.length - 1 }),
  }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({
    kind: fc.constant('error' as const),
    error: fc.constantFrom('#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?'),
  }),
  fc.constantFrom({ kind: 'empty' as const }, { kind: 'gap' as const }),
)

const book: fc.Arbitrary<WrittenWorkbook> = fc
  .record({
    date1904: fc.boolean(),
    prefix: fc.constantFrom('', 'x:'),
    placed: fc.boolean(),
    sheets: fc.array(
      fc.record({
        hidden: fc.boolean(),
        rows: fc.array(
          fc.record({
            cells: fc.array(cell, { maxLength: 6 }),
            skip: fc.constantFrom(0, 0, 0, 1, 7),
            hidden: fc.boolean(),
          }),
          { maxLength: 6 },
        ),
        merges: fc.uniqueArray(fc.constantFrom('A1:A3', 'B1:C1', 'D2:E4', 'F1:F1048576'), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((made) => ({
    ...made,
    sheets: made.sheets.map((sheet, index) => ({ ...sheet, name: `第${index + 1}页<&>` })),
  }))

test('any workbook gives the same cells by both readers, and its hidden rows', () => {
  fc.assert(
    fc.property(book, (made) => {
      const { fast, general } = both(writtenBytes(made))
      expect(plain(fast ?? [])).toEqual(plain(general))
      made.sheets.forEach((sheet, index) => {
        let at = -1
        const hidden = sheet.rows.flatMap((row) => {
          at += 1 + row.skip
          return row.hidden && fast?.[index]?.rows[at] !== undefined ? [at] : []
        })
        expect([...(fast?.[index]?.hiddenRows ?? [])]).toEqual(hidden)
      })
    }),
    { numRuns: 400, seed: 20261125 },
  )
})
