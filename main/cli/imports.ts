import { loadImportRuns } from '../database/import-runs.ts'
import { undoImport } from '../database/import-undo.ts'
import type { Answer, Surroundings } from './surroundings.ts'

/** The last imports, newest first, and which of them were taken back. */
export const listImports = async ({ context, say }: Surroundings): Promise<Answer> => {
  const imports = await loadImportRuns(context.database())
  const undone = imports.filter((run) => run.undone !== null).length
  say(`共 ${imports.length} 次导入${undone === 0 ? '' : `，其中 ${undone} 次已撤销`}。`)
  return { imports }
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Takes an import back, however long ago it was. Throws `undo.nothing`. */
export const undoImportRun = async (
  { id }: { readonly id: string },
  { context, say }: Surroundings,
): Promise<Answer> => {
  const { removed, restored, kept } = await undoImport(context.database(), id)
  const words = [`移除 ${sumOf(removed)} 条`, `恢复 ${sumOf(restored)} 条`]
  if (kept.length > 0) words.push(`保留 ${kept.length} 条`)
  say(`已撤销这次导入：${words.join('，')}。`)
  return { removed, restored, kept }
}
