import type { LedgerKind } from '../../shared/models/import.ts'
import { ledgerTitles } from '../../shared/sheets/all.ts'
import { absolute } from '../arguments.ts'
import { resolveUnit } from '../database/resolve.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import { buildTemplate } from '../handlers/template.ts'
import type { Answer, Surroundings } from './surroundings.ts'

export interface SaveTemplate {
  readonly ledger: LedgerKind
  /** Where the file is written. */
  readonly out: string
  /** Name of a community whose rows are filled in; null: blank. */
  readonly community: string | null
}

/** Writes a ledger's template, blank or with what is known of one community. Throws `unit.unknown`, `write.…`. */
export const saveTemplate = async (
  { ledger, out, community }: SaveTemplate,
  { context, cwd, say }: Surroundings,
): Promise<Answer> => {
  const unit =
    community === null ? null : await resolveUnit(context.database(), community, ['communityCommittee'])
  const { bytes, rows } = await buildTemplate(context, ledger, unit?.id ?? null)
  const file = absolute(out, cwd)
  await writeFileAtomic(file, bytes)
  const filled =
    unit === null
      ? '空白'
      : rows === 0
        ? `${unit.name}，没有已登记的内容，空白`
        : `${unit.name}，已填 ${rows} 行`
  say(`${ledgerTitles[ledger]}模板（${filled}）已存为 ${file}。`)
  return { file, ledger, rows }
}
