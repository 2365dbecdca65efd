import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** SQLite's result codes that a user can do something about. */
const codes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/SQLITE_FULL/, 'database.disk-full'],
  [/SQLITE_BUSY|SQLITE_LOCKED/, 'database.busy'],
  [/SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM/, 'database.read-only'],
  [/SQLITE_CORRUPT|SQLITE_NOTADB/, 'database.damaged'],
]

/** The driver's error as the code that `messages.ts` has a sentence for; other errors pass unchanged. */
export const asAppError = (error: unknown): unknown => {
  if (error instanceof AppError) return error
  const text = error instanceof Error ? error.message : String(error)
  const found = codes.find(([pattern]) => pattern.test(text))
  return found === undefined ? error : new AppError(found[1], {}, { cause: error })
}
