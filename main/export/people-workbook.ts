import ExcelJS from 'exceljs'

const font = { name: '宋体', size: 11 }
const thin = { style: 'thin' } as const
const box = { top: thin, left: thin, bottom: thin, right: thin }

export interface PeopleSheet {
  /** Title of each column and its width in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}

/** 人员名单 as .xlsx. Every cell is text: nothing becomes a formula or loses digits. */
export const peopleWorkbook = async ({ columns, rows }: PeopleSheet): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('人员', { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ width }) => ({ width, style: { font, numFmt: '@' } }))
  const head = sheet.addRow(columns.map(({ title }) => title))
  head.eachCell((cell) => {
    cell.font = { ...font, bold: true }
    cell.border = box
  })
  for (const row of rows) {
    sheet.addRow([...row]).eachCell({ includeEmpty: true }, (cell) => {
      cell.border = box
    })
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } }
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
