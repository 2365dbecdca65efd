import { CFB, utils, write } from '@e965/xlsx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { shownText } from '../../main/import/grid.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { partsOf, type WrittenWorkbook, writtenBytes, zipped } from './written-workbook.ts'

const rows = [
  ['姓名', '电话'],
  ['李𫖯', '013800004116'],
]

const saved = (bookType: 'xlsx' | 'biff8' | 'ods' | 'xlsb' | 'xlml'): Uint8Array => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '名册')
  return new Uint8Array(write(book, { type: 'array', bookType }))
}

const small: WrittenWorkbook = {
  date1904: false,
  prefix: '',
  placed: true,
  sheets: [
    {
      name: '名册',
      hidden: false,
      merges: [],
      rows: rows.map((row) => ({
        skip: 0,
        hidden: false,
        cells: row.map((text) => ({ kind: 'shared' as const, text })),
      })),
    },
  ],
}

const read = async (bytes: Uint8Array, name = 'a.xlsx') => {
  const { grids } = await readWorkbook(bytes, name)
  return grids.map(({ rows: found }) => found.map((row) => row?.map(shownText)))
}

const codeOf = (bytes: Uint8Array, name = '名册.xlsx'): Promise<unknown> =>
  readWorkbook(bytes, name).then(
    () => 'read',
    (error: unknown) => (error as { code?: string }).code,
  )

const container = (streams: readonly string[]): Uint8Array => {
  const made = CFB.utils.cfb_new()
  for (const stream of streams) CFB.utils.cfb_add(made, stream, Buffer.alloc(5000))
  return new Uint8Array(CFB.write(made, { type: 'buffer' }) as Buffer)
}

describe('a file is read by its content, whatever its name', () => {
  test.each([
    ['xlsx', 'a.et'],
    ['xlsx', 'a.xls'],
    ['xlsx', 'a.csv'],
    ['biff8', 'a.et'],
    ['biff8', 'a.xlsx'],
    ['ods', 'a.ods'],
    ['ods', 'a.xlsx'],
    ['xlsb', 'a.xlsb'],
    ['xlml', 'a.xls'],
  ] as const)('%s under the name %s', async (type, name) => {
    expect(await read(saved(type), name)).toEqual([rows])
  })

  test.each(['biff2', 'biff5'] as const)('%s, from before 1997', async (bookType) => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([['name', 12.5], [true]]), 'a')
    const bytes = new Uint8Array(write(book, { type: 'array', bookType }))
    expect(await read(bytes, 'a.xls')).toEqual([[['name', '12.5'], ['是']]])
  })

  const picture = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF')])
  test.each([
    ['.pdf', strToU8('%PDF-1.7\n1 0 obj\n<< >>\n')],
    ['.jpg', new Uint8Array(picture)],
    ['.png', new Uint8Array([0x89, ...Buffer.from('PNG\r\n\u001a\n')])],
    ['.rar', strToU8('Rar!\u001a\u0007\u0000')],
    ['.7z', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['.gz', new Uint8Array([0x1f, 0x8b, 8, 0])],
    ['.rtf', strToU8('{\\rtf1\\ansi 姓名}')],
    ['.exe', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3])],
    ['.zip', zipSync({ '照片/1.jpg': new Uint8Array(picture), 'readme.txt': strToU8('x') })],
    ['.docx', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') })],
    [
      '.pptx',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'ppt/presentation.xml': strToU8('<p/>') }),
    ],
    [
      '.odt',
      zipSync({
        mimetype: strToU8('application/vnd.oasis.opendocument.text'),
        'content.xml': strToU8('<x/>'),
      }),
    ],
    ['.doc', container(['/WordDocument', '/1Table'])],
    ['.ppt', container(['/PowerPoint Document'])],
    ['.svg', strToU8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['noise', new Uint8Array(Array.from({ length: 4000 }, (_, at) => (at * at * 31 + 7) % 256))],
  ])('%s under the name of a workbook is refused', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('file.not-workbook')
  })

  test('what is locked says so', async () => {
    expect(await codeOf(container(['/EncryptionInfo', '/EncryptedPackage']))).toBe('file.encrypted')
    const manifest = strToU8('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
    const ods = zipSync({ ...unzipSync(saved('ods')), 'META-INF/manifest.xml': manifest })
    expect(await codeOf(ods, 'a.ods')).toBe('file.encrypted')
    const locked = Buffer.from(writtenBytes(small))
    // The flag of each part, in the directory at the end.
    for (let at = locked.indexOf('PK\u0001\u0002'); at >= 0; at = locked.indexOf('PK\u0001\u0002', at + 4))
      locked[at + 8] = 1
    expect(await codeOf(new Uint8Array(locked))).toBe('file.encrypted')
  })

  test('empty, cut short, one letter: never a crash', async () => {
    for (const type of ['xlsx', 'biff8', 'ods', 'xlsb'] as const) {
      const whole = saved(type)
      for (const length of [4, 8, 30, 100, 512, 513, 1000])
        expect(await codeOf(whole.slice(0, length))).toMatch(/^file\./)
    }
    expect(await codeOf(new Uint8Array())).toBe('file.empty')
    expect(await codeOf(strToU8(' \r\n,,,\r\n'), 'a.csv')).toBe('file.empty')
    expect(await codeOf(writtenBytes({ ...small, sheets: [] }))).toMatch(/^file\./)
  })

  test('a bit that was flipped in a part is noticed', async () => {
    const stored = Buffer.from(zipSync(unzipSync(writtenBytes(small)), { level: 0 }))
    const at = stored.indexOf('013800004116')
    stored[at + 5] = 0x39
    expect(await codeOf(new Uint8Array(stored))).toBe('file.damaged')
  })
})

describe('archives as programs write them', () => {
  test('bytes before the archive, and another spelling of its paths', async () => {
    const bytes = writtenBytes(small)
    expect(await read(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]))).toEqual([rows])
    const parts = partsOf(small)
    const moved = Object.fromEntries(
      Object.entries(parts).map(([path, part]) => [
        path.replace('xl/sharedStrings', 'xl\\SharedStrings'),
        part,
      ]),
    )
    expect(await read(zipped(moved))).toEqual([rows])
  })

  test('macros, links to other files, photos and a chart sheet do no harm', async () => {
    const parts = partsOf(small)
    const link =
      '<Relationship Id="rId80" Type="http://x/externalLink" Target="externalLinks/externalLink1.xml"/>'
    const outside =
      '<Relationship Id="rId81" Type="http://x/hyperlink" Target="http://example.com/" TargetMode="External"/>'
    const chart = '<Relationship Id="rId82" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/>'
    const relations = (parts['xl/_rels/workbook.xml.rels'] ?? '').replace(
      '</Relationships>',
      `${link}${outside}${chart}</Relationships>`,
    )
    const workbook = (parts['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      '<sheet name="图" sheetId="9" r:id="rId82"/></sheets>',
    )
    const bytes = zipped({
      ...parts,
      'xl/workbook.xml': workbook,
      'xl/_rels/workbook.xml.rels': relations,
      'xl/chartsheets/sheet1.xml': '<chartsheet/>',
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><sheetData><row r="1"><cell r="A1"><v>1</v></cell></row></sheetData></externalLink>',
      'xl/vbaProject.bin': new Uint8Array(container(['/VBA/dir'])),
      'xl/media/image1.jpeg': new Uint8Array(300_000),
    })
    expect(await read(bytes, 'a.xlsm')).toEqual([rows])
  })

  test('a sheet that the workbook names and the file lacks is no empty sheet', async () => {
    const { 'xl/worksheets/sheet1.xml': _, ...rest } = partsOf(small)
    expect(await codeOf(zipped(rest))).toBe('file.damaged')
  })

  test('parts in UTF-16', async () => {
    const parts = partsOf(small)
    const wide = (part: string) =>
      new Uint8Array(Buffer.from(`\ufeff${part.replace('UTF-8', 'UTF-16')}`, 'utf16le'))
    const path = 'xl/worksheets/sheet1.xml'
    expect(await read(zipped({ ...parts, [path]: wide(parts[path] ?? '') }))).toEqual([rows])
  })
})

describe('texts', () => {
  const csv = '姓名,支部,备注\r\n李𫖯,柳林小区党支部,"一,二"\r\n'
  const expected = [
    ['姓名', '支部', '备注'],
    ['李𫖯', '柳林小区党支部', '一,二'],
  ]
  const little = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
  const big = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())

  test.each([
    ['UTF-8', strToU8(csv)],
    ['UTF-8 with its mark', strToU8(`\ufeff${csv}`)],
    ['UTF-16 LE', little(`\ufeff${csv}`)],
    ['UTF-16 BE', big(`\ufeff${csv}`)],
    ['UTF-16 LE without a mark', little(csv)],
    ['UTF-16 BE without a mark', big(csv)],
    ['semicolons', strToU8(csv.replaceAll(',', ';').replace('一;二', '一,二'))],
    ['tabs', strToU8(csv.replaceAll(',', '\t').replace('一\t二', '一,二'))],
    [
      'a line that names the separator',
      strToU8(`sep=;\r\n${csv.replaceAll(',', ';').replace('一;二', '一,二')}`),
    ],
    ['full-width commas', strToU8(csv.replaceAll(',', '，').replace('一，二', '一,二'))],
    ['line ends of an old Mac', strToU8(csv.replaceAll('\r\n', '\r'))],
    ['the end mark of MS-DOS', strToU8(`${csv}\u001a`)],
  ])('%s', async (_, bytes) => {
    expect((await read(bytes, 'a.csv'))[0]).toEqual(expected)
  })

  test('GB18030 with characters of four bytes', async () => {
    // 李 C0 EE, 𫖯 98 38 F5 37, 苏 CB D5.
    const rare = new Uint8Array([0xc0, 0xee, 0x98, 0x38, 0xf5, 0x37, 0x2c, 0xcb, 0xd5, 0x0a])
    expect((await read(rare, 'a.csv'))[0]).toEqual([['李𫖯', '苏']])
  })

  test('UTF-8 that was cut in the middle of a character, or holds one that is broken, stays UTF-8', async () => {
    const bytes = strToU8('姓名,支部\n李𫖯,柳林小区')
    expect((await read(bytes.slice(0, -1), 'a.csv'))[0]).toEqual([
      ['姓名', '支部'],
      ['李𫖯', '柳林小'],
    ])
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...bytes, 0xff, 0x0a])
    expect((await read(marked, 'a.csv'))[0]?.[0]).toEqual(['姓名', '支部'])
  })

  test('half of UTF-16 or noise with zeros is no text', async () => {
    expect(await codeOf(new Uint8Array([0x41, 0, 0x42]), 'a.csv')).toBe('file.not-workbook')
    expect(await codeOf(new Uint8Array([0, 1, 2, 3, 0, 0, 9, 9]), 'a.csv')).toBe('file.not-workbook')
  })

  test('a quote that is never closed swallows no rows; doubled quotes and line breaks stay in their cell', async () => {
    expect((await read(strToU8('a,b\n"5 寸,c\nd,e\n'), 'a.csv'))[0]).toEqual([
      ['a', 'b'],
      ['"5 寸', 'c'],
      ['d', 'e'],
    ])
    expect((await read(strToU8('a,"x ""y""\nz",="0012"\n'), 'a.csv'))[0]).toEqual([['a', 'x "y"\nz', '0012']])
  })

  test('a page: spans, hidden rows, entities, tables in tables; a span to the end of the world', async () => {
    const page = `<html><body><!-- <table> --><table><tr><th colspan=2>名册<br>一</th></tr>
      <tr><td rowspan="99999999">柳林&nbsp;&middot;&#26519;</td><td>420321195908220003</td></tr>
      <tr style="display:none"><td>甲 &lt;乙&gt;</td></tr></table><script>if (a<b) "<table>"</script></body></html>`
    const { grids } = await readWorkbook(strToU8(page), 'a.xls')
    expect(grids).toHaveLength(1)
    expect(grids[0]?.rows).toEqual([['名册\n一'], ['柳林 ·林', '420321195908220003'], [null, '甲 <乙>']])
    expect(grids[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 1, left: 0, bottom: 2, right: 0 },
    ])
    expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([2])
  })

  test('an XML Spreadsheet: dates, merged and skipped cells, rich text, comments', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
      <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
      <Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style></Styles>
      <Worksheet ss:Name="名册"><Table>
      <Row><Cell ss:MergeAcross="1" ss:MergeDown="999999999"><Data ss:Type="String">甲&amp;乙</Data><Comment><ss:Data>批注</ss:Data></Comment></Cell><Cell><Data ss:Type="Number">12</Data></Cell></Row>
      <Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="3" ss:StyleID="d"><Data ss:Type="DateTime">1998-07-01T00:00:00.000</Data></Cell><Cell><ss:Data ss:Type="String"><B>粗</B>细</ss:Data></Cell></Row>
      </Table></Worksheet></Workbook>`
    const { grids } = await readWorkbook(strToU8(xml), 'a.xls')
    expect(grids[0]?.rows[0]).toEqual(['甲&乙', null, { number: 12, shown: '12', date: null }])
    expect(grids[0]?.rows[3]).toEqual([
      null,
      null,
      { number: 35977, shown: '1998-07-01', date: '1998-07-01' },
      '粗细',
    ])
    expect([...(grids[0]?.hiddenRows ?? [])]).toEqual([3])
    expect(grids[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 3, right: 1 }])
  })
})
