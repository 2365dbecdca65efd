import { deflateRawSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { withinTime } from '../../main/import/time-limit.ts'
import { AppError } from '../../shared/errors.ts'
import { partsOf, type WrittenWorkbook } from './written-workbook.ts'

const sheetsOf = (count: number): WrittenWorkbook => ({
  date1904: false,
  prefix: '',
  placed: true,
  sheets: Array.from({ length: count }, (_, index) => ({
    name: `第${index + 1}页`,
    hidden: false,
    merges: [],
    rows: [{ skip: 0, hidden: false, cells: [{ kind: 'inline' as const, text: `甲${index}` }] }],
  })),
})

const sheetPath = 'xl/worksheets/sheet1.xml'

/** A workbook whose first sheet holds what is given, between a head and an end. */
const withSheet = (inside: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const parts = { ...partsOf(sheetsOf(1)), ...more }
  const packed = Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, strToU8(part)]))
  const sheet = Buffer.from(
    `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${inside.join('')}</sheetData></worksheet>`,
  )
  return zipSync({ ...packed, [sheetPath]: new Uint8Array(sheet) }, { level: 1 })
}

interface Outcome {
  readonly outcome: string
  readonly rows: number
  readonly longestSilence: number
  readonly reports: number
}

const tried = async (bytes: Uint8Array, name = 'a.xlsx'): Promise<Outcome> => {
  let last = performance.now()
  let longestSilence = 0
  let reports = 0
  const heard = () => {
    longestSilence = Math.max(longestSilence, performance.now() - last)
    last = performance.now()
  }
  const outcome = await readWorkbook(bytes, name, () => {
    reports += 1
    heard()
  }).then(
    ({ grids }) => ({
      outcome: 'read',
      rows: grids.reduce((sum, { rows }) => sum + rows.filter(Boolean).length, 0),
    }),
    (error: unknown) => ({ outcome: error instanceof AppError ? error.code : String(error), rows: 0 }),
  )
  heard()
  return { ...outcome, longestSilence, reports }
}

const lines = (count: number, line: (number: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => line(index + 1))

describe('enormous workbooks give rows or a clear sentence, and tell that they go on', () => {
  test('every row to the last holds formatting alone', async () => {
    const rows = lines(1_048_576, (row) =>
      row === 1
        ? '<row r="1"><c r="A1" t="str"><v>甲</v></c></row>'
        : `<row r="${row}"><c r="A${row}" s="1"/></row>`,
    )
    const { outcome, rows: found, longestSilence, reports } = await tried(withSheet(rows))
    expect([outcome, found]).toEqual(['read', 1])
    expect(reports).toBeGreaterThan(10)
    expect(longestSilence).toBeLessThan(5000)
  }, 60_000)

  test('a hundred thousand real rows are read, more cells than memory is for are not', async () => {
    const row = (cells: number) => (number: number) =>
      `<row r="${number}">${'<c t="b"><v>1</v></c>'.repeat(cells)}</row>`
    const read = await tried(withSheet(lines(100_000, row(5))))
    expect([read.outcome, read.rows]).toEqual(['read', 100_000])
    const refused = await tried(withSheet(lines(300_000, row(14))))
    expect(refused.outcome).toBe('file.too-large')
    expect(Math.max(read.longestSilence, refused.longestSilence)).toBeLessThan(10_000)
  }, 120_000)

  test('ten thousand columns', async () => {
    const cells = Array.from({ length: 10_000 }, () => '<c><v>1</v></c>').join('')
    const { grids } = await readWorkbook(
      withSheet(lines(20, (row) => `<row r="${row}">${cells}</row>`)),
      'a.xlsx',
    )
    expect(grids[0]?.rows[19]?.length).toBe(256)
  })

  test('two hundred sheets, each with a report', async () => {
    const parts = Object.fromEntries(
      Object.entries(partsOf(sheetsOf(200))).map(([path, part]) => [path, strToU8(part)]),
    )
    const { outcome, rows, reports } = await tried(zipSync(parts))
    expect([outcome, rows, reports]).toEqual(['read', 200, 200])
  })

  test('cells merged over the whole sheet, many times', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000)
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="1048576"><c r="A1048576" t="str"><v>乙</v></c></row></sheetData><mergeCells>${merges}</mergeCells></worksheet>`
    const parts = { ...partsOf(sheetsOf(1)), [sheetPath]: sheet }
    const packed = Object.fromEntries(Object.entries(parts).map(([path, part]) => [path, strToU8(part)]))
    const { grids } = await readWorkbook(zipSync(packed), 'a.xlsx')
    expect(grids[0]?.merges.length).toBeLessThan(10)
  })

  test.each([
    ['tags that never close', '<row r="1"><c r="A1"><v>1</v>'.repeat(300_000)],
    ['quotes that never close', '<row r="1><c r="A1'.repeat(300_000)],
    ['comments in comments', '<!-- <!-- '.repeat(300_000)],
    ['inline strings that never close', '<c t="inlineStr"><is><t>x'.repeat(200_000)],
    ['hints that never close', '<c t="inlineStr"><is><rPh>'.repeat(200_000)],
    ['names in the wrong place', 'sheetData '.repeat(300_000)],
  ])(
    '%s',
    async (_, inside) => {
      const { outcome, longestSilence } = await tried(withSheet([inside]))
      expect(outcome).toMatch(/^(?:read|file\..*)$/)
      expect(longestSilence).toBeLessThan(5000)
    },
    30_000,
  )

  test.each([
    ['xl/sharedStrings.xml', '<sst><si><rPh>'.repeat(300_000)],
    ['xl/sharedStrings.xml', `<sst>${'<si><t><![CDATA['.repeat(300_000)}`],
    ['xl/styles.xml', '<cellXfs <numFmts <cellXfs>'.repeat(200_000)],
    ['xl/styles.xml', `<cellXfs>${'<xf numFmtId="'.repeat(200_000)}`],
    ['xl/workbook.xml', `<sheets>${'<sheet name="'.repeat(200_000)}`],
    ['xl/_rels/workbook.xml.rels', '<Relationship Id="'.repeat(200_000)],
  ])(
    '%s of endless beginnings',
    async (path, part) => {
      const { outcome, longestSilence } = await tried(
        withSheet(['<row><c><v>1</v></c></row>'], { [path]: part }),
      )
      expect(outcome).toMatch(/^(?:read|file\..*)$/)
      expect(longestSilence).toBeLessThan(5000)
    },
    30_000,
  )
})

describe('texts and pages', () => {
  test('a text of three hundred thousand lines', async () => {
    const csv = strToU8(lines(300_000, (row) => `${row},张三,"柳林, 小区",420321195908220003\n`).join(''))
    const { outcome, rows, longestSilence } = await tried(csv, 'a.csv')
    expect([outcome, rows]).toEqual(['read', 300_000])
    expect(longestSilence).toBeLessThan(5000)
  }, 60_000)

  test.each([
    ['pages', `<table>${'<tr><td "'.repeat(300_000)}`],
    ['pages of tables in tables', '<table><tr><td>甲'.repeat(200_000)],
    ['pages of blanks', `<table><tr><td>${'&nbsp;'.repeat(1_000_000)}</td></tr></table>`],
    ['pages of scripts', `<table><script>${'<script>'.repeat(300_000)}`],
    ['pages of comments', `<table>${'<!--'.repeat(500_000)}`],
    [
      'an XML Spreadsheet',
      `<?xml version="1.0"?><Workbook><Worksheet>${'<Row><Cell ss:Index="'.repeat(300_000)}`,
    ],
    ['quotes', `a,b\n${'"x""'.repeat(500_000)}`],
    ['separators', `甲${','.repeat(3_000_000)}`],
  ])(
    '%s without end',
    async (_, text) => {
      const { outcome, longestSilence } = await tried(strToU8(text), 'a.xls')
      expect(outcome).toMatch(/^(?:read|file\..*)$/)
      expect(longestSilence).toBeLessThan(5000)
    },
    30_000,
  )
})

describe('what a file says of itself', () => {
  test('a part that says it is small and is not, in an .ods too', async () => {
    const bomb = new Uint8Array(deflateRawSync(Buffer.alloc(210 * 1024 * 1024), { level: 1 }))
    const made = Buffer.from(zipSync({ 'content.xml': [bomb, { level: 0 }] }))
    // Stored becomes deflated, and the size a lie.
    for (const [signature, method, size] of [
      ['PK\u0003\u0004', 8, 22],
      ['PK\u0001\u0002', 10, 24],
    ] as const) {
      const at = made.indexOf(signature)
      made.writeUInt16LE(8, at + method)
      made.writeUInt32LE(1000, at + size)
    }
    expect((await tried(new Uint8Array(made), 'a.ods')).outcome).toBe('file.too-large')
  }, 30_000)
})

test('work that never ends is ended', () => {
  const started = performance.now()
  expect(
    withinTime(100, () => {
      for (;;);
    }),
  ).toBeNull()
  expect(performance.now() - started).toBeLessThan(2000)
  expect(withinTime(100, () => 7)).toEqual({ value: 7 })
  expect(() =>
    withinTime(100, () => {
      throw new Error('own')
    }),
  ).toThrow('own')
})
