import type { AskedQuestion } from '../../../../shared/models/import.ts'

/** One answer that many questions allow. */
export interface BulkAnswer {
  readonly label: string
  readonly decisions: readonly { readonly key: string; readonly value: string }[]
}

/** At most so many bulk buttons. */
const most = 3

/** Answers worded alike in several questions: each becomes a button that gives it to all of them at once. */
export const bulkAnswers = (questions: readonly AskedQuestion[]): readonly BulkAnswer[] => {
  const byLabel = new Map<string, Map<string, string>>()
  for (const { key, options } of questions) {
    for (const { label, value } of options) {
      const answers = byLabel.get(label) ?? new Map<string, string>()
      // Several rows may ask the same thing; one answer does for all.
      byLabel.set(label, answers.set(key, value))
    }
  }
  return [...byLabel]
    .filter(([, answers]) => answers.size > 1)
    .sort((a, b) => b[1].size - a[1].size)
    .slice(0, most)
    .map(([label, answers]) => ({
      label,
      decisions: [...answers].map(([key, value]) => ({ key, value })),
    }))
}
