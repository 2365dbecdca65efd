import type { PlannedChange } from '../../../../shared/models/import.ts'

export type ActionFilter = 'all' | PlannedChange['action']

/** “联系电话：无 → 138****0001；职务：书记”: a value that replaces another shows both, an added one only itself. */
export const describeChanges = (change: PlannedChange): string =>
  change.changes
    .map(({ field, before, after }) =>
      change.action === 'create' && before === ''
        ? `${field}：${after}`
        : `${field}：${before === '' ? '无' : before} → ${after === '' ? '无' : after}`,
    )
    .join('；')

/** Changes of that action whose sheet, kind or name holds `text`. */
export const filterChanges = (
  changes: readonly PlannedChange[],
  action: ActionFilter,
  text: string,
): readonly PlannedChange[] => {
  const wanted = text.trim()
  return changes.filter(
    (change) =>
      (action === 'all' || change.action === action) &&
      (wanted === '' ||
        change.name.includes(wanted) ||
        change.what.includes(wanted) ||
        change.sheet.includes(wanted)),
  )
}
