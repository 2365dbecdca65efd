import type { ImportPreview } from '../../shared/models/import.ts'
import { absolute } from '../arguments.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import { importFile, plannedQuestions, previewFile, problemsBytes } from '../import/import-file.ts'
import { endSession } from '../import/sessions.ts'
import type { Command } from './options.ts'
import type { Answer, Surroundings } from './surroundings.ts'

const plain = (header: string): string => header.replace(/\s+/gu, '')

/** Columns that hold something and were not read, each once with the first sheet that has it. */
const unusedColumns = ({ sheets }: Pick<ImportPreview, 'sheets'>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const { used, sheet, columns } of sheets) {
    if (!used) continue
    for (const { field, header, samples } of columns) {
      if (field === null && header !== '' && samples.length > 0 && !found.has(header))
        found.set(header, sheet)
    }
  }
  return found
}

const changesNothing = (preview: Pick<ImportPreview, 'created' | 'updated'>): boolean =>
  Object.keys(preview.created).length === 0 && Object.keys(preview.updated).length === 0

const outcomeOf = (preview: Omit<ImportPreview, 'changes'>): string => {
  if (preview.rows === 0) return '表头以下没有数据行，没有改动。'
  if (preview.rejectedRows === preview.rows) return '所有数据行都不能导入，没有改动。'
  return changesNothing(preview) ? '与现有数据一致，没有改动。' : '导入完成。'
}

/** Plans the file and, unless `--dry-run`, writes the plan in one transaction. */
export const importLedger = async (
  command: Extract<Command, { name: 'import' }>,
  { context, cwd, say }: Surroundings,
): Promise<Answer> => {
  const source = { kind: 'path', path: absolute(command.file, cwd) } as const
  const { map, createMissing, allSheets } = command
  const options = { map, createMissing, allSheets }
  const preview = await context.jobs.run('import', (job) =>
    command.dryRun ? previewFile(context, source, job, options) : importFile(context, source, job, options),
  )
  for (const cell of preview.rejected) {
    say(`没有导入：${cell.sheet} 第 ${cell.row} 行“${cell.column}”：${cell.reason}`)
  }
  for (const warning of preview.warnings)
    say(`提醒：${warning.sheet} 第 ${warning.row} 行：${warning.reason}`)
  const headers = preview.sheets.flatMap((sheet) => sheet.columns.map((column) => plain(column.header)))
  for (const old of Object.keys(map)) {
    const known = headers.some((header) => header === plain(old) || header.split('·').at(-1) === plain(old))
    if (!known) say(`--map 里的“${old}”不是这个文件的表头，没有起作用。`)
  }
  for (const sheet of preview.sheets) {
    if (!sheet.used)
      say(
        `没有导入工作表“${sheet.sheet}”：${sheet.table === null ? '没有认出是哪种台账' : '是别的台账或隐藏的工作表，加 --all-sheets 可一并导入'}`,
      )
  }
  for (const [column, sheet] of unusedColumns(preview)) {
    say(`没有用上的列：${sheet}“${column}”有内容，没有导入；可用 --map 指定它的字段。`)
  }
  for (const question of await plannedQuestions(preview.planId)) {
    if (question.unless !== null) say(`请核对：${question.sheet} 第 ${question.row} 行：${question.text}`)
  }
  if (command.errors !== null && preview.rejected.length > 0) {
    const path = absolute(command.errors, cwd)
    await writeFileAtomic(path, await problemsBytes(context, preview.planId))
    say(`不能导入的行已存为 ${path}。`)
  }
  endSession(preview.planId)
  say(command.dryRun ? '只做了检查，没有写入。' : outcomeOf(preview))
  return {
    ledger: preview.ledger,
    rows: preview.rows,
    created: preview.created,
    updated: preview.updated,
    unchanged: preview.unchanged,
    rejected: preview.rejected.map(({ sheet, row, column, reason }) => ({ sheet, row, column, reason })),
    warnings: preview.warnings,
    ...(preview.ledgers.length > 1 ? { ledgers: preview.ledgers } : {}),
    sheets: preview.sheets.map(({ sheet, table, used, dataRows }) => ({ sheet, table, used, dataRows })),
    ...(command.dryRun ? {} : { importId: preview.planId }),
  }
}
