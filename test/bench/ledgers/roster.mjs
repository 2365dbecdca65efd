// 党员花名册 of 14 columns on one sheet, in the sizes for which the import is promised.
import { readFile, writeFile } from 'node:fs/promises'
import exceljs from 'exceljs'
import { MEMBER_HEADERS, memberSheets } from './members.mjs'

const HEADERS =
  '序号 姓名 所在党支部 公民身份证号 性别 民族 出生日期 学历 人员类别 加入党组织日期 转为正式党员日期 手机号 家庭住址 备注'.split(
    ' ',
  )
const TAKEN = HEADERS.map((header) => MEMBER_HEADERS.indexOf(header))
const SERIAL = HEADERS.indexOf('序号')
const DATES = ['G', 'J', 'K']

export const ROSTER_COLUMNS = HEADERS.length
/** Rows above the data: the title and the header. */
export const ROSTER_TITLE_ROWS = 2
/** Past the numbers of the other ledgers: nobody of the roster stands in them. */
const FIRST_PHONE = 80_000

/** Columns that every reader must read alike: what is no date. */
const COMPARED = ['姓名', '所在党支部', '公民身份证号', '学历', '手机号', '家庭住址'].map((header) =>
  HEADERS.indexOf(header),
)

const comparedOf = (row) => COMPARED.map((column) => row[column])

/** How many cells of `rows` are not what was written into `texts`. */
export async function wrongCells(rows, texts) {
  const written = JSON.parse(await readFile(texts, 'utf8'))
  return rows.reduce(
    (sum, row, index) =>
      sum + comparedOf(row).filter((text, column) => text !== written[index][column]).length,
    0,
  )
}

/**
 * Writes the roster with shared strings, as Excel and WPS do; answers `{ file, rows, texts, someone }`:
 * `texts` is for `wrongCells`, `someone` a name and ID number.
 */
export async function writeRoster(file, district, members) {
  const all = memberSheets(district, members, FIRST_PHONE).flatMap(({ rows }) => rows)
  const rows = all.map((row, index) => TAKEN.map((column, at) => (at === SERIAL ? index + 1 : row[column])))
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('党员花名册')
  sheet.addRow(['党员基本信息汇总表'])
  sheet.mergeCells(1, 1, 1, HEADERS.length)
  sheet.addRow(HEADERS)
  sheet.addRows(rows)
  for (const column of DATES) sheet.getColumn(column).numFmt = 'yyyy-mm-dd'
  await workbook.xlsx.writeFile(file)
  const texts = `${file}.json`
  await writeFile(texts, JSON.stringify(rows.map(comparedOf)))
  return { file, rows: rows.length, texts, someone: [rows[0][1], rows[0][3]] }
}
