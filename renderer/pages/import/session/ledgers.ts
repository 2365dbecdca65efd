import type { ImportFound, LedgerKind } from '../../../../shared/models/import.ts'

/** The ledgers of the used sheets, the one with the most rows first. */
export const ledgersOf = (found: ImportFound): readonly LedgerKind[] => {
  const rows = new Map<LedgerKind, number>()
  for (const { ledger, used, dataRows } of found.sheets) {
    if (used && ledger !== null) rows.set(ledger, (rows.get(ledger) ?? 0) + dataRows)
  }
  return [...rows].sort((a, b) => b[1] - a[1]).map(([ledger]) => ledger)
}
