import type ExcelJS from 'exceljs'

/** How the workbooks that clerks fill in or mend look: the face every office PC has, thin lines all round. */
export const font: Partial<ExcelJS.Font> = { name: '宋体', size: 11 }
export const bold: Partial<ExcelJS.Font> = { ...font, bold: true }

const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF8C8C8C' } }
export const box: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin }

export const fillOf = (argb: string): ExcelJS.Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb },
})

/** Text of a cell stays text: nothing becomes a formula or loses digits. */
export const textFormat = '@'

/** A4 across, one page wide, the header on every page. */
export const ledgerPage = (headerBottom: number): Partial<ExcelJS.PageSetup> => ({
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  horizontalCentered: true,
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  printTitlesRow: `1:${headerBottom}`,
})

export const pageFooter = '&C第 &P 页 共 &N 页'

/** Width of a text in characters of a spreadsheet's column: a Chinese one takes two. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0)
