import { AppError } from '../../shared/errors.ts'
import type { Grid, ReadReport } from './grid.ts'
import { CellBudget } from './grid-rows.ts'
import { readPage } from './markup/read-page.ts'
import { readSpreadsheetXml } from './markup/read-spreadsheet-xml.ts'

/**
 * The tables of a page or of an “XML Spreadsheet 2003” that was saved under the name of a workbook. `file` is the
 * name for messages. Throws `file.not-workbook` when it holds none, `file.too-large`.
 */
export const readMarkup = (text: string, file: string, report?: ReadReport): readonly Grid[] => {
  const budget = new CellBudget(file)
  if (/<(?:\w{1,10}:)?Worksheet[\s>]/.test(text)) return readSpreadsheetXml(text, budget, report)
  if (/<(?:\w{1,10}:)?table[\s>]/i.test(text)) return readPage(text, budget, report)
  throw new AppError('file.not-workbook', { file })
}
