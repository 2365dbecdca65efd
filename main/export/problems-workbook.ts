import ExcelJS from 'exceljs'
import type { ProblemSheet, Problems } from '../import/problems.ts'

const font = { name: '宋体', size: 11 }
const thin = { style: 'thin' } as const
const box = { top: thin, left: thin, bottom: thin, right: thin }
const badFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFDE2E0' } } as const

/** Excel takes no sheet name over 31 characters, and none of these. */
const sheetName = (name: string): string =>
  [...name.replace(/[\\/?*[\]:]/g, ' ')].slice(0, 31).join('') || '问题行'

/** Heading and leaf of a header, e.g. 支部书记 over 联系电话. */
const pathOf = (header: string): readonly [string, string] => {
  const at = header.indexOf('·')
  return at < 0 ? ['', header] : [header.slice(0, at), header.slice(at + 1)]
}

/**
 * 下载问题行: the rejected rows as they stood, each with its row number and reason, under the header of the file, so
 * that the workbook can be mended and imported again. Every cell is text: nothing becomes a formula or loses digits.
 */
export const problemsWorkbook = async (problems: Problems): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  for (const problem of problems) addSheet(workbook, problem)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const addSheet = (workbook: ExcelJS.Workbook, problem: ProblemSheet): void => {
  const sheet = workbook.addWorksheet(sheetName(problem.name))
  const headers = [...problem.headers, '问题', '原行号']
  const paths = headers.map(pathOf)
  if (problem.unitLine !== null) sheet.addRow([problem.unitLine])
  const grouped = paths.some(([heading]) => heading !== '')
  if (grouped) sheet.addRow(paths.map(([heading, leaf]) => (heading === '' ? leaf : heading)))
  const header = sheet.addRow(paths.map(([, leaf]) => leaf))
  if (grouped) mergeHeadings(sheet, paths, header.number)
  for (const { row, texts, reason, badColumns } of problem.rows) {
    const line = sheet.addRow([...problem.headers.map((_, index) => texts[index] ?? ''), reason, String(row)])
    for (const column of badColumns) line.getCell(column + 1).fill = badFill
  }
  sheet.columns.forEach((column, index) => {
    column.width = index === problem.headers.length ? 48 : 16
    column.numFmt = '@'
  })
  sheet.eachRow((row, number) => {
    row.font = number <= header.number ? { ...font, bold: true } : font
    const inTable = number >= header.number - (grouped ? 1 : 0)
    row.eachCell((cell) => {
      cell.numFmt = '@'
      if (inTable) cell.border = box
    })
  })
  sheet.views = [{ state: 'frozen', ySplit: header.number }]
}

/** Equal headings side by side are one cell; a column without a heading takes both rows. */
const mergeHeadings = (
  sheet: ExcelJS.Worksheet,
  paths: readonly (readonly [string, string])[],
  leafRow: number,
): void => {
  for (let from = 0; from < paths.length; from += 1) {
    const heading = paths[from]?.[0] ?? ''
    if (heading === '') {
      sheet.mergeCells(leafRow - 1, from + 1, leafRow, from + 1)
      continue
    }
    let to = from
    while (paths[to + 1]?.[0] === heading) to += 1
    if (to > from) sheet.mergeCells(leafRow - 1, from + 1, leafRow - 1, to + 1)
    from = to
  }
}
