import { CFB, utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Grid, shownText } from '../../main/import/grid.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { partsOf, type WrittenCell, type WrittenWorkbook, writtenBytes, zipped } from './written-workbook.ts'

const bookOf = (cells: readonly WrittenCell[], more: Partial<WrittenWorkbook> = {}): WrittenWorkbook => ({
  date1904: false,
  prefix: '',
  placed: true,
  sheets: [{ name: '名册', hidden: false, merges: [], rows: [{ skip: 0, hidden: false, cells }] }],
  ...more,
})

const first = async (bytes: Uint8Array): Promise<Grid | undefined> =>
  (await readWorkbook(bytes, 'a.xlsx')).grids[0]

const sheetPath = 'xl/worksheets/sheet1.xml'

/** A workbook whose one sheet holds these rows as they are written here. */
const withRows = (inside: string, strings = ''): Uint8Array =>
  zipped({
    ...partsOf(bookOf([])),
    [sheetPath]: `<?xml version="1.0"?><worksheet><sheetData>${inside}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
  })

const shownRows = async (bytes: Uint8Array) => (await first(bytes))?.rows.map((row) => row?.map(shownText))

describe('a cell shows what a person sees', () => {
  // Styles by their place in `formats`.
  const number = (value: number, style: number): WrittenCell => ({ kind: 'number', number: value, style })
  test.each([
    ['a time of day', number(0.354166666666667, 5), '08:30', null],
    ['with seconds', number(0.354398148148148, 7), '08:30:20', null],
    ['the end of a day', number(0.999999, 5), '23:59', null],
    ['hours beyond a day', number(1.25, 8), '30:00', null],
    ['a day and a time', number(35977.354166666664, 6), '1998-07-01 08:30', '1998-07-01'],
    ['a day at midnight', number(35977, 6), '1998-07-01', '1998-07-01'],
    ['a hair before midnight', number(35976.99999999999, 6), '1998-07-01', '1998-07-01'],
    ['a time under a format with a day', number(0.5, 6), '12:00', null],
    ['a month', number(35977, 4), '1998-07', '1998-07'],
    ['a percentage', number(0.354, 11), '35%', null],
    ['a percentage with decimals', number(0.354, 12), '35.40%', null],
    ['decimals', number(1988.1, 9), '1988.10', null],
    ['a half that is rounded as in a spreadsheet', number(1.005, 9), '1.01', null],
    ['leading zeros', number(-12, 10), '-00012', null],
    ['no noise', number(0.1 + 0.2, 0), '0.3', null],
    ['an exponent', number(13_800_004_116, 18), '13800004116', null],
  ])('%s', async (_, cell, shown, date) => {
    const [row] = (await first(writtenBytes(bookOf([cell]))))?.rows ?? []
    expect(row?.[0]).toMatchObject({ shown, date })
  })

  test('dates of the calendar that begins in 1904', async () => {
    const book = bookOf([number(0, 2), number(34515, 2)], { date1904: true })
    expect(await shownRows(writtenBytes(book))).toEqual([['1904-01-01', '1998-07-01']])
  })

  test('formats that files name by number alone', async () => {
    const ids = [27, 31, 32, 57, 58, 45]
    const parts = partsOf(bookOf(ids.map((_, style) => number(35977.5, style))))
    const styles = `<styleSheet><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`
    expect(await shownRows(zipped({ ...parts, 'xl/styles.xml': styles }))).toEqual([
      ['1998-07', '1998-07-01', '12:00', '1998-07', '1998-07-01', '12:00:00'],
    ])
  })

  test('a format that asks for a thousand zeros', async () => {
    const parts = partsOf(bookOf([number(1.5, 0)]))
    const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${'0'.repeat(900)}.${'0'.repeat(900)}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`
    const [[shown] = []] = (await shownRows(zipped({ ...parts, 'xl/styles.xml': styles }))) ?? []
    expect(shown?.length).toBeLessThan(60)
  })
})

describe('what else stands in a sheet', () => {
  test('errors, formulas with their stored values, links, written-out dates', async () => {
    const rows = `<row r="1"><c r="A1" t="e"><f>Sheet9!A1</f><v>#REF!</v></c><c r="B1"><f>SUM(1,2)</f><v>3</v></c>
      <c r="C1" t="str"><f>A1&amp;"&lt;"</f><v>甲&lt;</v></c><c r="D1"><f>NOW()</f></c><c r="E1" t="b"><f>TRUE()</f><v>1</v></c>
      <c r="F1" t="d"><v>2026-01-01T08:30:00</v></c><c r="G1" t="s"><v>0</v></c></row>`
    const bytes = withRows(rows, '<si><t>链接</t></si>')
    expect((await first(bytes))?.rows[0]).toEqual([
      { error: '#REF!' },
      { number: 3, shown: '3', date: null },
      '甲<',
      null,
      '是',
      { number: expect.closeTo(46_023 + 8.5 / 24, 9), shown: '2026-01-01 08:30', date: '2026-01-01' },
      '链接',
    ])
  })

  test('tags as few programs write them', async () => {
    const rows = `<!-- <row r="9"> --><row\n r = '2'  spans="1:3" ><c  t='s'\tr='B2' ><v\n>0</v ></c><c r="C2" t = "inlineStr"><is><t><![CDATA[<甲> & 乙]]></t></is></c>
      <c r="D2" t="str"><v xml:space="preserve"> 前<!-- 注 -->后 </v></c><c r="E2"/></row>
      <row><c><v>1</v></c><c r="C3"><v>2</v></c><c><v>3</v></c></row><row r="3"><c r="B3"><v>9</v></c></row>`
    expect(
      await shownRows(
        withRows(rows, '<si><t/></si>'.replace('<t/>', '<t>\r\n&#x4e00;&#20108;&unknown;</t>')),
      ),
    ).toEqual([undefined, ['', '\n一二&unknown;', '<甲> & 乙', ' 前后 '], ['1', '9', '2', '3']])
  })

  test('rows without numbers whose cells name their place', async () => {
    const rows = '<row><c r="A3"><v>1</v></c></row><row><c r="B7"><v>2</v></c></row>'
    expect(await shownRows(withRows(rows))).toEqual([
      undefined,
      undefined,
      ['1'],
      undefined,
      undefined,
      undefined,
      ['', '2'],
    ])
  })

  test('places beyond the last row, before the first column, and strings that are not there', async () => {
    const rows = `<row r="99999999999"><c r="A1"><v>1</v></c></row><row r="0"><c r="A0"><v>1</v></c></row>
      <row r="2"><c r="ZZZZ2"><v>1</v></c><c r="A2" t="s"><v>77</v></c><c r="B2" t="s"><v>-1</v></c><c r="C2" s="99"><v>5</v></c><c r="D2"><v>abc</v></c></row>`
    expect(await shownRows(withRows(rows))).toEqual([undefined, ['', '', '5']])
  })

  test('phonetic hints are no text, wherever they stand', async () => {
    const strings =
      '<si><rPh sb="0"><t>ㄓㄤ</t></rPh><r><t>张</t></r><rPh/><phoneticPr fontId="1"/><r><t xml:space="preserve"> 三</t></r></si><si/><si><t>后</t></si>'
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    expect(await shownRows(withRows(rows, strings))).toEqual([['张 三', '', '后']])
  })

  test('hidden sheets and rows are told', async () => {
    const text = (value: string): WrittenCell => ({ kind: 'inline', text: value })
    const book = bookOf([], {
      sheets: [false, true].map((hidden, index) => ({
        name: `${index}`,
        hidden,
        merges: [],
        rows: [true, false, true].map((row) => ({ skip: 0, hidden: row, cells: [text('甲')] })),
      })),
    })
    for (const prefix of ['', 'x:']) {
      const { grids } = await readWorkbook(writtenBytes({ ...book, prefix }), 'a.xlsx')
      expect(grids.map(({ hidden }) => hidden)).toEqual([false, true])
      expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([0, 2])
    }
  })

  test('progress only grows, and ends', async () => {
    const reports: (readonly [number, number])[] = []
    const book = bookOf([{ kind: 'inline', text: '甲' }])
    const many = {
      ...book,
      sheets: Array.from({ length: 5 }, (_, index) => ({
        ...(book.sheets[0] as (typeof book.sheets)[0]),
        name: `${index}`,
      })),
    }
    await readWorkbook(writtenBytes(many), 'a.xlsx', (done, total) => reports.push([done, total]))
    expect(reports).toHaveLength(5)
    expect(
      reports.every(([done, total], index) => done <= total && done > (reports[index - 1]?.[0] ?? 0)),
    ).toBe(true)
    expect(reports.at(-1)?.[0]).toBe(reports.at(-1)?.[1])
  })
})

describe('.ods', () => {
  const ods = (table: string, head = ''): Uint8Array =>
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
      'content.xml': strToU8(
        `<?xml version="1.0"?><office:document-content><office:automatic-styles>${head}</office:automatic-styles><office:body><office:spreadsheet>${table}</office:spreadsheet></office:body></office:document-content>`,
      ),
    })

  test('values, shown texts, repeats to the end of the sheet, notes, merged and hidden', async () => {
    const cell = (type: string, text: string) =>
      `<table:table-cell ${type}><text:p>${text}</text:p></table:table-cell>`
    const table = `<table:table table:name="名册" table:style-name="ta1"><table:table-column table:number-columns-repeated="16384"/>
      <table:table-row>${cell('office:value-type="string"', '张<text:s text:c="2"/>三<text:line-break/>甲')}${cell('office:value-type="date" office:date-value="1998-07-01"', '1998年7月')}${cell('office:value-type="time" office:time-value="PT08H30M00S"', '8:30')}${cell('office:value-type="percentage" office:value="0.354"', '35.4%')}${cell('office:value-type="float" office:value="1988.1"', '1988.10')}${cell('office:value-type="boolean" office:boolean-value="true"', 'TRUE')}${cell('office:value-type="string" calcext:value-type="error"', '#REF!')}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>
      <table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>一行</text:p><text:p>二行</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"><text:p>7</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048573"><table:table-cell table:style-name="x" table:number-columns-repeated="16384"/></table:table-row></table:table>
      <table:table table:name="外部" table:style-name="ta_extref"><table:table-source/><table:table-row>${cell('office:value-type="string"', 'x')}</table:table-row></table:table>`
    const head =
      '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const { grids } = await readWorkbook(ods(table, head), 'a.ods')
    expect(grids.map(({ name, hidden }) => [name, hidden])).toEqual([['名册', true]])
    expect(grids[0]?.rows.map((row) => row?.map(shownText))).toEqual([
      ['张  三\n甲', '1998-07', '08:30', '35.4%', '1988.10', '是', '#REF!'],
      ['一行\n二行', '', '7', '7'],
      ['一行\n二行', '', '7', '7'],
    ])
    expect(grids[0]?.rows[0]?.[1]).toEqual({ number: 35977, shown: '1998-07', date: '1998-07' })
    expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([1, 2])
    expect(grids[0]?.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 1 }])
  })

  test('a filled row that is repeated without end is too large', async () => {
    const row = `<table:table-row table:number-rows-repeated="99999999"><table:table-cell table:number-columns-repeated="99999999" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>`
    await expect(
      readWorkbook(ods(`<table:table table:name="a">${row}</table:table>`), 'a.ods'),
    ).rejects.toMatchObject({
      code: 'file.too-large',
    })
  })

  test('the same as the workbook it was saved from', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['姓名', '数'],
        ['李𫖯 & 子', 12.5],
        [true, 0],
      ]),
      '名册',
    )
    const [xlsx, saved] = await Promise.all(
      (['xlsx', 'ods'] as const).map((bookType) =>
        first(new Uint8Array(write(book, { type: 'array', bookType }))),
      ),
    )
    expect(saved?.rows).toEqual(xlsx?.rows)
  })
})

describe('.xls by hand', () => {
  const record = (type: number, ...data: readonly (number | Buffer)[]): Buffer => {
    const body = Buffer.concat(data.map((one) => (typeof one === 'number' ? Buffer.from([one]) : one)))
    const head = Buffer.alloc(4)
    head.writeUInt16LE(type, 0)
    head.writeUInt16LE(body.length, 2)
    return Buffer.concat([head, body])
  }
  const short = (value: number) => Buffer.from([value & 255, value >> 8])
  const stream = (
    version: number,
    globals: readonly Buffer[],
    sheet: readonly Buffer[],
    name: Buffer,
  ): Uint8Array => {
    const begin = (kind: number) => record(0x809, short(version), short(kind), Buffer.alloc(12))
    const head = (offset: number) => {
      const place = Buffer.alloc(4)
      place.writeUInt32LE(offset, 0)
      return Buffer.concat([begin(5), record(0x85, place, 0, 0, name), ...globals, record(0x0a)])
    }
    const whole = Buffer.concat([head(head(0).length), begin(0x10), ...sheet, record(0x0a)])
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, version === 0x500 ? '/Book' : '/Workbook', whole)
    return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer)
  }

  test('Excel 5 in the code page of a Chinese Windows', async () => {
    const name = Buffer.from([0xc3, 0xfb])
    const label = record(0x204, short(0), short(0), short(0), short(4), Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]))
    const grid = await first(
      stream(0x500, [record(0x42, short(936))], [label], Buffer.concat([Buffer.from([2]), name])),
    )
    expect([grid?.name, grid?.rows]).toEqual(['名', [['张三']]])
  })

  test('shared strings that go on in the next record, in another width, with runs and hints', async () => {
    const wide = Buffer.from('张三', 'utf16le')
    const table = [
      record(0xfc, short(2), short(0), short(2), short(0), short(5), 0, Buffer.from('ab')),
      record(
        0x3c,
        1,
        Buffer.from('甲乙丙', 'utf16le'),
        short(2),
        0x0d,
        short(1),
        short(4),
        short(0),
        wide,
        Buffer.alloc(3),
      ),
      record(0x3c, Buffer.alloc(5)),
    ]
    const cell = (column: number, index: number) =>
      record(0xfd, short(0), short(column), short(0), short(index), short(0))
    const formula = record(0x06, short(1), short(0), short(0), 0, 0, 0, 0, 0, 0, 0xff, 0xff, Buffer.alloc(8))
    const text = record(0x207, short(4), 0, Buffer.from('xy'))
    const rest = record(0x3c, 1, wide)
    const hidden = record(0x208, short(1), Buffer.alloc(10), short(0x20), Buffer.alloc(2))
    const bytes = stream(
      0x600,
      table,
      [hidden, cell(0, 0), cell(1, 1), formula, text, rest],
      Buffer.from([1, 0, 0x41]),
    )
    const grid = await first(bytes)
    expect(grid?.rows).toEqual([['ab甲乙丙', '张三'], ['xy张三']])
    expect([...(grid?.hiddenRows ?? [])]).toEqual([1])
  })

  test('a chain that bites its tail ends', async () => {
    const bytes = Buffer.from(
      stream(
        0x600,
        [],
        [record(0x204, short(0), short(0), short(0), short(1), 0, Buffer.alloc(9000))],
        Buffer.from([1, 0, 0x41]),
      ),
    )
    const table = (bytes.readUInt32LE(76) + 1) * 512
    for (let at = table; at < table + 512; at += 4) bytes.writeUInt32LE(1, at)
    await expect(readWorkbook(new Uint8Array(bytes), 'a.xls')).rejects.toMatchObject({
      code: expect.stringMatching(/^file\./),
    })
  })
})

test('an .xlsx that is saved by the library, unpacked and packed again, stays the same', async () => {
  const bytes = writtenBytes(bookOf([{ kind: 'shared', text: '甲' }]))
  const again = zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strToU8(strFromU8(part))]),
    ),
  )
  expect(await shownRows(again)).toEqual([['甲']])
})
