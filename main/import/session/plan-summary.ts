import type { ImportPreview, LedgerKind, RecordCounts, SheetFound } from '../../../shared/models/import.ts'
import { fileWords } from '../../../shared/rules/file-words.ts'
import { foundIn } from './found.ts'
import { rowKey, type SessionState } from './session-state.ts'

/** What is told of a plan; its changes come in pages. */
export type PlanSummary = Omit<ImportPreview, 'planId' | 'changes'>

/** `rows`: how many were planned. */
export const summaryOf = (state: SessionState, rows: number): PlanSummary => {
  const report = state.plan?.report
  const sheets = foundIn(state).sheets
  const ledgers = ledgersOf(sheets)
  const questions = [...(report?.questions.values() ?? [])]
  return {
    file: fileWords(state.files.map((file) => file.name)),
    ledger: ledgers[0] ?? 'members',
    ledgers,
    sheets,
    rows,
    leftOut: state.out.size === 0 ? 0 : state.rows.filter((row) => state.out.has(rowKey(row))).length,
    created: report?.created ?? {},
    updated: report?.updated ?? {},
    unchanged: report?.unchanged ?? 0,
    rejectedRows: report?.rejectedRows.length ?? 0,
    rejected: report?.rejected ?? [],
    rejectedCount: report?.rejected.length ?? 0,
    warnings: report?.warnings ?? [],
    warningCount: report?.warnings.length ?? 0,
    questionCount: questions.length + answeredCount(state),
    openQuestions: questions.filter((question) => question.unless === null).length,
    badByGroup: badByGroup(state),
    changeCount: report?.changes.length ?? 0,
  }
}

const badByGroup = (state: SessionState): RecordCounts => {
  const counts: Record<string, number> = {}
  for (const row of state.plan?.report.rejectedRows ?? []) {
    const group = state.sheets[row.sheet]?.group ?? ''
    counts[group] = (counts[group] ?? 0) + 1
  }
  return counts
}

const answeredCount = (state: SessionState): number =>
  [...state.asked.keys()].filter((key) => state.plan?.report.questions.has(key) !== true).length

/** The ledgers of the used sheets, the one with the most rows first. */
const ledgersOf = (sheets: readonly SheetFound[]): readonly LedgerKind[] => {
  const counts = new Map<LedgerKind, number>()
  for (const { used, ledger, dataRows } of sheets) {
    if (used && ledger !== null) counts.set(ledger, (counts.get(ledger) ?? 0) + dataRows)
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([ledger]) => ledger)
}
