import { AppError, type ErrorCode } from '../../shared/errors.ts'

/** SQLite's result codes that a user can do something about. */
const codes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/SQLITE_FULL/, 'database.disk-full'],
  [/SQLITE_BUSY|SQLITE_LOCKED/, 'database.busy'],
  [/SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM/, 'database.read-only'],
  [/SQLITE_CORRUPT|SQLITE_NOTADB/, 'database.damaged'],
]

/** What the file system says when the data directory itself is the trouble. */
const fileCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'database.disk-full',
  EACCES: 'database.read-only',
  EEXIST: 'database.read-only',
  ENOTDIR: 'database.read-only',
  EPERM: 'database.read-only',
  EROFS: 'database.read-only',
}

/** The driver's or the file system's error as the code that `messages.ts` has a sentence for; other errors pass unchanged. */
export const asAppError = (error: unknown): unknown => {
  if (error instanceof AppError) return error
  const fileCode = error instanceof Error && 'code' in error ? fileCodes[String(error.code)] : undefined
  if (fileCode !== undefined) return new AppError(fileCode, {}, { cause: error })
  const text = error instanceof Error ? error.message : String(error)
  const found = codes.find(([pattern]) => pattern.test(text))
  return found === undefined ? error : new AppError(found[1], {}, { cause: error })
}
