import type { AskedQuestion } from '../../../../shared/models/import.ts'

/** One answer that many questions allow. */
export interface BulkAnswer {
  readonly label: string
  readonly decisions: readonly { readonly key: string; readonly value: string }[]
}

/** At most so many bulk buttons. */
const most = 3

/** “同一人：张三（…）” → “同一人”: what answers of several questions have in common. */
export const headOf = (label: string): string => label.split('：')[0] ?? label

/**
 * Answers worded alike in several questions: each becomes a button that gives it to all of them at once. A question
 * with two such answers, e.g. two persons it could be, is left to be looked at.
 */
export const bulkAnswers = (questions: readonly AskedQuestion[]): readonly BulkAnswer[] => {
  const byLabel = new Map<string, Map<string, string>>()
  for (const { key, options } of questions) {
    // Which unit or source is meant is another matter in each: only people are decided many at a time.
    if (!key.startsWith('person/')) continue
    const heads = options.map(({ label }) => headOf(label))
    for (const [at, { value }] of options.entries()) {
      const head = heads[at] ?? ''
      if (heads.indexOf(head) !== heads.lastIndexOf(head)) continue
      // Several rows may ask the same thing; one answer does for all.
      byLabel.set(head, (byLabel.get(head) ?? new Map<string, string>()).set(key, value))
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
