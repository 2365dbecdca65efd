import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { CFB, utils, write } from '@e965/xlsx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { ParsedRow } from '../../main/import/parsed-row.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { readRows } from './read-rows.ts'

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(resolve(import.meta.dirname, '../fixtures', name)))

const header = ['姓名', '所在党支部', '身份证号', '入党时间', '手机号码']
const member = ['李𫖯', '柳林小区党支部', '420321195908220003', '1988.10', '013800004116']

const bookOf = (rows: readonly (readonly unknown[])[], bookType: 'xlsx' | 'biff8' | 'ods'): Uint8Array => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), '名册')
  return new Uint8Array(write(book, { type: 'array', bookType }))
}

const read = async (content: Uint8Array, name: string): Promise<readonly ParsedRow[]> =>
  (await readRows({ kind: 'bytes', name, content })).rows

const codeOf = (content: Uint8Array, name = '名册.xlsx'): Promise<unknown> =>
  read(content, name).then(
    () => 'read',
    (error: unknown) => (error as { code?: string }).code,
  )

const expected = { name: '李𫖯', idNumber: '420321195908220003', joinedOn: '1988-10', phone: '13800004116' }

describe('every kind of file an office has gives the same row', () => {
  test.each(['xlsx', 'biff8', 'ods'] as const)('%s', async (type) => {
    const rows = await read(bookOf([header, member], type), '名册.xls')
    expect(rows.map((row) => row.values)).toMatchObject([expected])
  })

  const csv = [header, member].map((row) => row.join(',')).join('\r\n')
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(csv, 'utf16le')])
  // 李𫖯 in GB18030: 𫖯 takes four bytes.
  const gb18030 = () => {
    const known = new TextDecoder('gb18030')
    const bytes: number[] = []
    for (const character of csv) bytes.push(...encodeGb18030(character, known))
    return new Uint8Array(bytes)
  }
  test('CSV in UTF-8, with a byte-order mark, in UTF-16 and in GB18030', async () => {
    for (const content of [strToU8(csv), strToU8(`\ufeff${csv}`), utf16, gb18030()]) {
      expect((await read(content, '名册.csv')).map((row) => row.values)).toMatchObject([expected])
    }
  })

  test('quoted cells of a CSV hold separators, quotes and line breaks; a formula stays text', async () => {
    const text = '姓名,备注\n"张,三","他说""好""\n第二行"\n=1+1,00123\n'
    expect((await readWorkbook(strToU8(text), 'a.csv')).grids[0]?.rows).toEqual([
      ['姓名', '备注'],
      ['张,三', '他说"好"\n第二行'],
      ['=1+1', '00123'],
    ])
  })

  test('a page that a web system saved as .xls', async () => {
    const line = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const page = `<html><body><table>${line(header)}${line(member)}</table></body></html>`
    expect((await read(strToU8(page), '名册.xls')).map((row) => row.values)).toMatchObject([expected])
  })
})

/** The four or two bytes of a character, found by trying: Node decodes GB18030 but does not encode it. */
const encodeGb18030 = (character: string, decoder: TextDecoder): readonly number[] => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return [code]
  if (code > 0xffff) {
    const linear = code - 0x10000 + 189000
    return [
      0x81 + Math.floor(linear / 12600),
      0x30 + (Math.floor(linear / 1260) % 10),
      0x81 + (Math.floor(linear / 10) % 126),
      0x30 + (linear % 10),
    ]
  }
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (decoder.decode(new Uint8Array([first, second])) === character) return [first, second]
    }
  }
  throw new Error(`no GB18030 for ${character}`)
}

describe('what cannot be imported is refused by what is wrong with it', () => {
  test('an empty file, and a workbook without cells', async () => {
    expect(await codeOf(new Uint8Array())).toBe('file.empty')
    expect(await codeOf(bookOf([], 'xlsx'))).toBe('file.empty')
  })

  test('a file that is no workbook', async () => {
    expect(await codeOf(strToU8('%PDF-1.7\n\u0000\u0001'))).toBe('file.not-workbook')
    expect(await codeOf(strToU8('就是一段文字'))).toBe('file.not-workbook')
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('file.not-workbook')
    const word = CFB.utils.cfb_new()
    CFB.utils.cfb_add(word, '/WordDocument', Buffer.from('x'))
    expect(await codeOf(new Uint8Array(CFB.write(word, { type: 'buffer' }) as Buffer))).toBe(
      'file.not-workbook',
    )
  })

  test('an encrypted .xlsx and an .xls with a password', async () => {
    const locked = CFB.utils.cfb_new()
    CFB.utils.cfb_add(locked, '/EncryptionInfo', Buffer.from('x'))
    CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.from('x'))
    expect(await codeOf(new Uint8Array(CFB.write(locked, { type: 'buffer' }) as Buffer))).toBe(
      'file.encrypted',
    )
    expect(await codeOf(withPassword(bookOf([header, member], 'biff8')), '名册.xls')).toBe('file.encrypted')
  })

  test('a file cut short, and one with a broken part', async () => {
    const whole = fixture('应急党支部名册.xlsx')
    expect(await codeOf(whole.slice(0, 9000))).toBe('file.damaged')
    const broken = whole.slice()
    broken.fill(0x55, 60, 4000)
    expect(await codeOf(broken)).toBe('file.damaged')
    expect(await codeOf(bookOf([header, member], 'biff8').slice(0, 700), '名册.xls')).toBe('file.damaged')
  })

  test('a small file that becomes huge, whether it says so or not', async () => {
    const zeros = deflateRawSync(Buffer.alloc(210 * 1024 * 1024), { level: 1 })
    expect(zeros.byteLength).toBeLessThan(2 * 1024 * 1024)
    expect(await codeOf(archiveOf(zeros, 210 * 1024 * 1024))).toBe('file.too-large')
    expect(await codeOf(archiveOf(zeros, 1000))).toBe('file.too-large')
  }, 30_000)

  test('a workbook without a header that is known, and a text without one', async () => {
    const rows = [
      ['日期', '摘要', '收入'],
      ['2026-01-01', '活动', 100],
    ]
    expect(await codeOf(bookOf(rows, 'xlsx'))).toBe('file.no-known-header')
    expect(await codeOf(strToU8('就是一段文字'), '记事.txt')).toBe('file.no-known-header')
  })
})

/** A FILEPASS record right after the first record of the stream, as an .xls with a password has it. */
const withPassword = (bytes: Uint8Array): Uint8Array => {
  const container = CFB.read(bytes, { type: 'array' })
  const stream = Buffer.from(CFB.find(container, '/Workbook')?.content as Buffer)
  const afterFirst = 4 + stream.readUInt16LE(2)
  const filePass = Buffer.from([0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78])
  const out = CFB.utils.cfb_new()
  const content = Buffer.concat([stream.subarray(0, afterFirst), filePass, stream.subarray(afterFirst)])
  CFB.utils.cfb_add(out, '/Workbook', content)
  return new Uint8Array(CFB.write(out, { type: 'buffer' }) as Buffer)
}

/** A ZIP with one part, `xl/workbook.xml`, that says it inflates to `claimed` bytes. */
const archiveOf = (packed: Uint8Array, claimed: number): Uint8Array => {
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.byteLength, 20)
  entry.writeUInt32LE(claimed, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(local.length + name.length + packed.byteLength, 16)
  return new Uint8Array(Buffer.concat([local, name, packed, entry, name, end]))
}

describe('tables as they are met', () => {
  test('a used range of a million empty rows costs nothing', async () => {
    const parts = unzipSync(bookOf([header, member], 'xlsx'))
    const path = 'xl/worksheets/sheet1.xml'
    const xml = strFromU8(parts[path] ?? new Uint8Array()).replace('A1:E2', 'A1:XFD1048576')
    expect(xml).toContain('XFD1048576')
    const started = performance.now()
    const { grids } = await readWorkbook(zipSync({ ...parts, [path]: strToU8(xml) }), 'a.xlsx')
    expect(performance.now() - started).toBeLessThan(5000)
    expect(grids[0]?.rows).toEqual([header, member])
  })

  test('a header in one row, repeated on the next page; totals, signatures and numbered blank lines are no data', async () => {
    const one = [
      '序号',
      '所属社区',
      '应急党支部名称',
      '支部书记',
      '联系电话',
      '第一书记',
      '联系电话',
      '网格长电话',
    ]
    const rows = await read(
      bookOf(
        [
          ['六堰街道应急党支部名册'],
          one,
          [1, '六堰社区', '柳林小区应急党支部', '张三', '13800004116', '李四', '13800004117', '0719-8651234'],
          [2, '', '东鑫小区应急党支部', '王五', '无', '—', '/', ''],
          one,
          [3, '七里社区', '天麟小区应急党支部', '赵六', 13800004118, '', '', ''],
          [4, '', '', '', '', '', '', ''],
          ['', '合 计', 3, '', '', '', '', ''],
          ['制表人：张三        审核人：李四'],
          ['填表说明：一、……'],
        ],
        'xlsx',
      ),
      '名册.xlsx',
    )
    expect(rows.map((row) => [row.row, row.refused.length])).toEqual([
      [3, 0],
      [4, 0],
      [6, 0],
    ])
    expect(rows.map((row) => row.values)).toMatchObject([
      { community: '六堰社区', secretaryPhone: '13800004116', firstSecretaryPhone: '13800004117' },
      { community: '六堰社区', branch: '东鑫小区应急党支部' },
      { community: '七里社区', secretaryPhone: '13800004118' },
    ])
    expect(rows[0]?.values['gridLeaderPhone']).toBe('0719-8651234')
    expect(rows[1]?.values['secretaryPhone']).toBeUndefined()
  })

  test('the name of a family member is not the name of the member', async () => {
    const rows = await read(
      bookOf(
        [
          ['家庭成员情况', '', '基本情况', '', ''],
          ['姓名', '电话', '姓名', '所在党支部', '身份证号'],
          ['家人', '13800004116', '本人', '柳林小区党支部', '420321195908220003'],
        ],
        'xlsx',
      ),
      '名册.xlsx',
    )
    expect(rows[0]?.values).toMatchObject({ name: '本人' })
    expect(rows[0]?.values['phone']).toBeUndefined()
  })

  test('a new community ends the repeating of the branch above', async () => {
    const rows = await read(
      bookOf(
        [
          ['街道党工委', '社区党委', '小区党支部', '楼栋党小组'],
          ['六堰街道党工委', '六堰社区党委', '柳林小区党支部', '1号楼党小组'],
          ['', '七里社区党委', '', '2号楼党小组'],
        ],
        'xlsx',
      ),
      '组织.xlsx',
    )
    expect(rows[1]?.refused).toEqual([
      { sheet: '名册', row: 3, column: '小区党支部', reason: '这一格没有填写' },
    ])
  })

  test('real dates, months, 1988.1 as a number, and a formula error', async () => {
    const rows = bookRows()
    const parsed = await read(rows, '名册.xlsx')
    expect(parsed.map((row) => row.values['joinedOn'] ?? row.refused[0]?.reason)).toEqual([
      '1998-07-01',
      '1998-07',
      '1988-10',
      '1988.1 可能是 1 月，也可能是 10 月，请写成 1988-01 或 1988-10',
      '单元格是公式错误 #N/A',
    ])
  })
})

/** 1998-07-01 is day 35977 of a spreadsheet's calendar. */
const bookRows = (): Uint8Array => {
  const book = utils.book_new()
  const row = (name: string) => [name, '柳林小区党支部', '', '', '']
  const sheet = utils.aoa_to_sheet([header, row('甲'), row('乙'), row('丙'), row('丁'), row('戊')])
  sheet['D2'] = { t: 'n', v: 35977, z: 'yyyy-mm-dd' }
  sheet['D3'] = { t: 'n', v: 35977, z: 'yyyy"年"m"月"' }
  sheet['D4'] = { t: 'n', v: 1988.1, z: '0.00' }
  sheet['D5'] = { t: 'n', v: 1988.1 }
  sheet['D6'] = { t: 'e', v: 42 }
  utils.book_append_sheet(book, sheet, '名册')
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }))
}
