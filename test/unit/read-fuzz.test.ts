import { utils, write } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { AppError } from '../../shared/errors.ts'
import { broken, randomOf } from './mutations.ts'
import { type WrittenWorkbook, writtenBytes } from './written-workbook.ts'

const rows = [
  ['姓名', '所在党支部', '身份证号', '入党时间', '在册'],
  ['李𫖯', '柳林小区党支部', '420321195908220003', 35977, true],
  ['A & B', '东鑫小区\n党支部', '', 0.354, false],
]

const saved = (bookType: 'biff8' | 'biff5' | 'ods' | 'xlsb' | 'xlsx' | 'xlml'): Uint8Array => {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet(rows)
  sheet['D2'] = { t: 'n', v: 35977, z: 'yyyy-mm-dd' }
  sheet['!merges'] = [utils.decode_range('B2:B3')]
  utils.book_append_sheet(book, sheet, '名册')
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '另一页')
  return new Uint8Array(write(book, { type: 'array', bookType }))
}

const byHand: WrittenWorkbook = {
  date1904: false,
  prefix: '',
  placed: true,
  sheets: [
    {
      name: '名册',
      hidden: false,
      merges: ['A1:A2'],
      rows: [
        {
          skip: 0,
          hidden: true,
          cells: [
            { kind: 'rich', runs: ['张', '三'], hint: 'zhang' },
            { kind: 'inline', text: '李𫖯' },
            { kind: 'number', number: 35977.354, style: 6 },
            { kind: 'error', error: '#REF!' },
          ],
        },
      ],
    },
  ],
}

const csv = rows.map((row) => row.map((one) => `"${one}"`).join(',')).join('\r\n')
const page = `<html><body><table>${rows.map((row) => `<tr>${row.map((one) => `<td rowspan="1">${one}</td>`).join('')}</tr>`).join('')}</table></body></html>`

const seeds: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['a.xlsx', saved('xlsx')],
  ['b.xlsx', writtenBytes(byHand)],
  ['a.xls', saved('biff8')],
  ['b.xls', saved('biff5')],
  ['c.xls', saved('xlml')],
  ['d.xls', new TextEncoder().encode(page)],
  ['a.xlsb', saved('xlsb')],
  ['a.ods', saved('ods')],
  ['a.csv', new TextEncoder().encode(csv)],
  ['b.csv', new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'))],
]

const cases = Number(process.env['FUZZ_CASES'] ?? 600)
const firstSeed = Number(process.env['FUZZ_SEED'] ?? 20261125)

test(`${cases} broken files give rows or say what is wrong, each at once`, async () => {
  const wrong: string[] = []
  for (let index = 0; index < cases; index += 1) {
    const random = randomOf(firstSeed + index)
    const [name, bytes] = seeds[index % seeds.length] ?? ['', new Uint8Array()]
    const file = broken(bytes, random)
    const started = performance.now()
    const outcome = await readWorkbook(file, name).then(
      ({ grids }) => (grids.length > 0 ? 'read' : 'nothing'),
      (error: unknown) => (error instanceof AppError ? error.code : String(error)),
    )
    const took = performance.now() - started
    if (!/^(?:read$|file\.)/.test(outcome)) wrong.push(`${name} seed ${firstSeed + index}: ${outcome}`)
    if (took > 2000) wrong.push(`${name} seed ${firstSeed + index}: ${Math.round(took)} ms`)
  }
  expect(wrong).toEqual([])
}, 60_000)
