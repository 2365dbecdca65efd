import type { ImportPreview } from '../../shared/models/import.ts'
import { absolute } from '../arguments.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import { applyPlan, previewFile, problemsBytes } from '../import/import-file.ts'
import type { Command } from './options.ts'
import type { Answer, Surroundings } from './surroundings.ts'

const changesNothing = (preview: Pick<ImportPreview, 'created' | 'updated'>): boolean =>
  Object.keys(preview.created).length === 0 && Object.keys(preview.updated).length === 0

const outcomeOf = (preview: ImportPreview): string => {
  if (preview.rows === 0) return '表头以下没有数据行，没有改动。'
  if (preview.rejectedRows === preview.rows) return '所有数据行都不能导入，没有改动。'
  return changesNothing(preview) ? '与现有数据一致，没有改动。' : '导入完成。'
}

/** Previews the file and, unless `--dry-run`, applies the plan in one transaction. */
export const importLedger = async (
  command: Extract<Command, { name: 'import' }>,
  { context, cwd, say }: Surroundings,
): Promise<Answer> => {
  const source = { kind: 'path', path: absolute(command.file, cwd) } as const
  const preview = await context.jobs.run('import', (job) => previewFile(context, source, job))
  for (const cell of preview.rejected) {
    say(`没有导入：${cell.sheet} 第 ${cell.row} 行“${cell.column}”：${cell.reason}`)
  }
  for (const warning of preview.warnings)
    say(`提醒：${warning.sheet} 第 ${warning.row} 行：${warning.reason}`)
  if (command.errors !== null && preview.rejected.length > 0) {
    const path = absolute(command.errors, cwd)
    await writeFileAtomic(path, await problemsBytes(context, preview.planId))
    say(`不能导入的行已存为 ${path}。`)
  }
  if (!command.dryRun) await context.jobs.run('import', (job) => applyPlan(context, preview.planId, job))
  say(command.dryRun ? '只做了检查，没有写入。' : outcomeOf(preview))
  return {
    ledger: preview.ledger,
    rows: preview.rows,
    created: preview.created,
    updated: preview.updated,
    unchanged: preview.unchanged,
    rejected: preview.rejected,
    warnings: preview.warnings,
  }
}
