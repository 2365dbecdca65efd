import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Grid } from '../../main/import/grid.ts'
import { readSheets } from '../../main/import/read-sheets.ts'
import { readXls } from '../../main/import/xls/read-xls.ts'
import { readXlsb } from '../../main/import/xlsb/read-xlsb.ts'
import { Archive } from '../../main/import/xlsx/archive.ts'

const own = (bytes: Uint8Array, type: string): readonly Grid[] =>
  (type === 'xlsb' ? readXlsb(Archive.open(bytes, 'a.xlsb'), 'a.xlsb') : readXls(bytes, 'a.xls')) ?? []

const plain = (grids: readonly Grid[]) =>
  grids.map(({ name, rows, merges, hidden, hiddenRows }) => ({
    name,
    rows: rows.flatMap((row, index) => (row === undefined ? [] : [[index, row]])),
    merges,
    hidden,
    hiddenRows: [...(hiddenRows ?? [])],
  }))

const words = [
  '张三',
  '李𫖯',
  'abc',
  '柳林小区党支部',
  '😀',
  'é',
  ' 前后 ',
  '两\n行',
  '1988.10',

  '长'.repeat(300),
]
const value = fc.oneof(
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((some) => some.join('')),
  fc.integer({ min: -3_000_000_000, max: 3_000_000_000 }),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((number) => number / 100),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)

const saved = (
  rows: readonly (readonly (string | number | boolean | null)[])[],
  bookType: 'biff8' | 'xlsb',
  facts: { readonly hiddenRow: number; readonly hiddenSheet: boolean; readonly dates: boolean },
): Uint8Array => {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  for (const key of Object.keys(sheet)) {
    const cell = sheet[key] as { t?: string; z?: string }
    if (facts.dates && cell.t === 'n') cell.z = 'yyyy-mm-dd'
  }
  sheet['!merges'] = [utils.decode_range('A1:A3')]
  sheet['!rows'] = []
  sheet['!rows'][facts.hiddenRow] = { hidden: true }
  utils.book_append_sheet(book, sheet, '名册')
  utils.book_append_sheet(book, utils.aoa_to_sheet([['另一页']]), '第二页')
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: facts.hiddenSheet ? 1 : 0 }] }
  return new Uint8Array(write(book, { type: 'array', bookType, codepage: 936, bookSST: false }))
}

test('any .xls and .xlsb gives the same cells by the general reader', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(value, { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom('biff8' as const, 'xlsb' as const),
      fc.record({
        hiddenRow: fc.integer({ min: 0, max: 5 }),
        hiddenSheet: fc.boolean(),
        dates: fc.boolean(),
      }),
      (rows, type, facts) => {
        const bytes = saved(rows, type, facts)
        expect(plain(own(bytes, type))).toEqual(plain(readSheets(bytes, 'a.xls')))
      },
    ),
    { numRuns: 200, seed: 20261125 },
  )
}, 60_000)
