import { AppError } from '../errors.ts'

/** One limit for files that are chosen and files that are dropped: far beyond the ledgers of a district. */
const mostMegabytes = 100

export const mostFileBytes = mostMegabytes * 1024 * 1024

/** What is thrown for a file beyond the limit; `file` is its name. */
export const fileTooLarge = (file: string): AppError =>
  new AppError('file.too-large', { file, reason: `超过 ${mostMegabytes} MB` })
