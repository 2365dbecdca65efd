// The floor for the statement as a workbook: ExcelJS writes its rows without styles, formulas or print set-up.
import { readFile } from 'node:fs/promises'
import { runTask, task } from './task.mjs'

await runTask(async () => {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('表').addRows(JSON.parse(await readFile(task.rows, 'utf8')))
  await workbook.xlsx.writeFile(task.out)
})
