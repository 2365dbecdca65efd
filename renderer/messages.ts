import { AppError } from '../shared/errors.ts'
import { describeError } from '../shared/messages.ts'

/** The sentence the user reads for whatever was thrown; null when the user cancelled, which needs no sentence. */
export const sentenceOf = (error: unknown): string | null => {
  if (!(error instanceof AppError)) return describeError('internal')
  if (error.code === 'job.cancelled') return null
  return describeError(error.code, error.facts)
}
