import { createHash } from 'node:crypto'
import { chmod, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../shared/errors.ts'
import { checkDocument, documentProblem, safeFileName } from '../shared/rules/document-file.ts'
import type { NewDocument } from './database/documents.ts'
import { writeFileAtomic } from './export/write-file.ts'
import { scratchFolder } from './scratch.ts'
import { type FileSource, nameOf } from './tickets.ts'

const invalid = (reason: string): AppError => new AppError('value.invalid', { reason })

/** The size of a file on disk, in bytes. Throws `file.missing`, `file.unreadable`. */
export const sizeOf = async (path: string, file: string): Promise<number> => {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new AppError('file.unreadable', { file })
    return found.size
  } catch (error) {
    throw unreadable(error, file)
  }
}

const unreadable = (error: unknown, file: string): AppError => {
  if (error instanceof AppError) return error
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return new AppError(code === 'ENOENT' ? 'file.missing' : 'file.unreadable', { file }, { cause: error })
}

/**
 * A file that was chosen or dropped, checked and with its SHA-256. Throws `file.missing`, `file.unreadable` (held by
 * another program), `value.invalid` for an empty, huge or wrong one.
 */
export const readDocument = async (source: FileSource): Promise<NewDocument> => {
  const name = nameOf(source)
  const bytes = source.kind === 'bytes' ? source.content : await readPath(source.path, name)
  const checked = checkDocument(name, bytes)
  if (!checked.ok) throw invalid(checked.reason)
  return { name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes }
}

const readPath = async (path: string, name: string): Promise<Uint8Array> => {
  const problem = documentProblem(name, await sizeOf(path, name))
  if (problem !== null) throw invalid(problem)
  try {
    return await readFile(path)
  } catch (error) {
    throw unreadable(error, name)
  }
}

/** Writes a copy that is removed when the program ends; it is read-only, since changes to it are not kept. Answers its path. */
export const writeCopy = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(scratchFolder(), safeFileName(name))
  await writeFileAtomic(path, bytes)
  await chmod(path, 0o400).catch(() => undefined)
  return path
}
