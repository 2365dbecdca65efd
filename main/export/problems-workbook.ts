import ExcelJS from 'exceljs'
import { type ProblemSheet, type Problems, toldHeaders } from '../import/problems.ts'
import { bold, box, fillOf, font, ledgerPage, pageFooter, textFormat, widthOf } from './cell-style.ts'

const badFill = fillOf('FFFDE2E0')
const headFill = fillOf('FFE9EEF4')
/** What is told of the rows: not the file's own, so of another colour. */
const toldFill = fillOf('FFFFF2CC')
const reasonWidth = 48
const lineHeight = 15
/** More lines than these, kept in sight, would leave no room for the rows. */
const mostFrozen = 8
/** Comments a sheet takes before Excel turns slow; the reason stands in its column as well. */
const mostNotes = 2000

/**
 * 下载问题行: the rejected rows in the very layout of their file, each with its reason and row number right of the
 * table; mended, the workbook is imported as it is. Every cell is text: nothing becomes a formula or loses digits.
 */
export const problemsWorkbook = async (problems: Problems): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  const taken = new Set<string>()
  for (const problem of problems) addSheet(workbook, problem, freeName(problem.name, taken))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Excel takes no sheet name over 31 characters, none of these, no quote at either end, and none twice. */
const freeName = (name: string, taken: Set<string>): string => {
  const plain = name.replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '')
  for (let count = 1; ; count += 1) {
    const end = count === 1 ? '' : `(${count})`
    const free = shortened(plain, 31 - end.length) + end || '问题行'
    if (taken.has(free.toLowerCase())) continue
    taken.add(free.toLowerCase())
    return free
  }
}

/** At most so many UTF-16 units, as Excel counts, but no half of a character. */
const shortened = (name: string, most: number): string => {
  let short = ''
  for (const one of name) {
    if (short.length + one.length > most) break
    short += one
  }
  return short
}

const addSheet = (workbook: ExcelJS.Workbook, problem: ProblemSheet, name: string): void => {
  const headerTop = problem.above.length + 1
  const headerBottom = problem.above.length + problem.headerRows.length
  const sheet = workbook.addWorksheet(name, {
    views: headerBottom > mostFrozen ? [] : [{ state: 'frozen', ySplit: headerBottom }],
    pageSetup: ledgerPage(headerBottom),
    headerFooter: { oddFooter: pageFooter },
  })
  sheet.columns = columnWidths(problem).map((width) => ({ width, style: { font, numFmt: textFormat } }))
  for (const [index, texts] of [...problem.above, ...problem.headerRows].entries()) {
    putTexts(sheet, index + 1, texts, problem.width)
  }
  for (const { top, left, bottom, right } of problem.merges) {
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1)
  }
  styleAbove(sheet, problem)
  addHeader(sheet, problem, headerTop, headerBottom)
  addRows(sheet, problem, headerBottom)
}

const putTexts = (sheet: ExcelJS.Worksheet, row: number, texts: readonly string[], width: number): void => {
  for (const [column, text] of texts.slice(0, width).entries()) {
    if (text !== '') sheet.getCell(row, column + 1).value = text
  }
}

/** The first line that is merged over most of the table is its title, unless it tells the unit; titles are centred. */
const styleAbove = (sheet: ExcelJS.Worksheet, { above, merges, width }: ProblemSheet): void => {
  const title = merges.find(({ top, left, right }) => {
    const text = above[top]?.[left] ?? ''
    return text !== '' && !/[:：]/.test(text) && (right - left + 1) * 2 > width
  })
  if (title === undefined) return
  const cell = sheet.getCell(title.top + 1, title.left + 1)
  cell.font = { ...bold, size: 16 }
  cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  sheet.getRow(title.top + 1).height = 28
}

const addHeader = (sheet: ExcelJS.Worksheet, problem: ProblemSheet, top: number, bottom: number): void => {
  for (const [index, text] of toldHeaders.entries()) {
    const column = problem.width + index + 1
    sheet.getCell(top, column).value = text
    if (bottom > top) sheet.mergeCells(top, column, bottom, column)
  }
  for (let row = top; row <= bottom; row += 1) {
    for (let column = 1; column <= problem.width + toldHeaders.length; column += 1) {
      const cell = sheet.getCell(row, column)
      cell.font = bold
      cell.border = box
      cell.fill = column > problem.width ? toldFill : headFill
      cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    }
  }
  const widths = columnWidths(problem)
  for (const [index, texts] of problem.headerRows.entries()) {
    const leaf = index === problem.headerRows.length - 1
    const lines = texts.map((text, column) =>
      text.split('\n').reduce((sum, line) => sum + (leaf ? linesOf(line, widths[column]) : 1), 0),
    )
    sheet.getRow(top + index).height = Math.max(24, Math.max(1, ...lines) * lineHeight + 9)
  }
}

/** How many lines a text takes in a column. */
const linesOf = (text: string, width = 9): number =>
  Math.max(1, Math.ceil(widthOf(text) / Math.max(width - 1, 1)))

/** One object for all cells that look alike: ExcelJS writes it many times faster than one of each cell. */
const plainStyle = {
  font,
  numFmt: textFormat,
  border: box,
  alignment: { vertical: 'middle', wrapText: true },
} as const
const badStyle = { ...plainStyle, fill: badFill }
const numberStyle = { ...plainStyle, alignment: { horizontal: 'center', vertical: 'middle' } } as const

const addRows = (sheet: ExcelJS.Worksheet, problem: ProblemSheet, headerBottom: number): void => {
  const widths = columnWidths(problem)
  for (const [index, { row, texts, reason, bad }] of problem.rows.entries()) {
    const line = sheet.getRow(headerBottom + index + 1)
    const cells = [...Array.from({ length: problem.width }, (_, i) => texts[i] ?? ''), reason, String(row)]
    for (const [column, text] of cells.entries()) {
      const cell = line.getCell(column + 1)
      cell.value = text === '' ? null : text
      cell.style = column === cells.length - 1 ? numberStyle : plainStyle
    }
    for (const { column, reason: why } of bad) {
      const cell = line.getCell(column + 1)
      cell.style = badStyle
      if (index < mostNotes) cell.note = { texts: [{ text: why, font: { name: '宋体', size: 10 } }] }
    }
    if (bad.length === 0) line.getCell(problem.width + 1).style = badStyle
    const lines = Math.max(...cells.map((text, column) => linesOf(text, widths[column])))
    line.height = Math.max(21, lines * lineHeight + 6)
  }
}

/** Of each column, wide enough for most of what it holds; those that hold nothing are narrow. */
const columnWidths = ({ width, headerRows, rows }: ProblemSheet): readonly number[] => {
  const widths = Array.from({ length: width }, (_, column) => {
    const header = Math.max(0, ...(headerRows.at(-1)?.[column] ?? '').split('\n').map(widthOf))
    const longest = rows.reduce((most, { texts }) => Math.max(most, widthOf(texts[column] ?? '')), 0)
    return Math.min(Math.max(longest + 2, Math.ceil(header / 2) + 3, 6), 28)
  })
  return [...widths, reasonWidth, 8]
}
