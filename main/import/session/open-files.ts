import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { type FileSource, nameOf } from '../../tickets.ts'
import type { Workbook } from '../grid.ts'
import { bytesOf, readWorkbook } from '../read-workbook.ts'
import type { SessionChannel } from './session-channel.ts'
import type { SessionState } from './session-state.ts'

/**
 * Reads the files into the session; of several, those that cannot be read are told beside. Throws the `file.…` codes when
 * none can be read, `job.cancelled`.
 */
export const openFiles = async (
  state: SessionState,
  sources: readonly FileSource[],
  channel: SessionChannel,
): Promise<void> => {
  channel.report({ kind: 'reading', done: 0, total: 0 })
  for (const source of sources) {
    channel.check()
    const name = nameOf(source)
    try {
      const bytes = bytesOf(source, name)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const workbook = await readOne(bytes, name, channel)
      const file = state.files.push({ name, bytes: bytes.byteLength, sha256 }) - 1
      state.plainText ||= workbook.plainText
      for (const grid of workbook.grids) state.raw.push({ grid, file, plainText: workbook.plainText })
    } catch (error) {
      // One bad file of several costs nobody the others.
      if (!(error instanceof AppError) || error.code === 'job.cancelled' || sources.length === 1) throw error
      state.failed.push({ name, code: error.code, facts: error.facts })
    }
  }
  const [first] = state.failed
  if (state.files.length === 0 && first !== undefined) throw new AppError(first.code, first.facts)
}

const readOne = async (bytes: Uint8Array, name: string, channel: SessionChannel): Promise<Workbook> => {
  try {
    return await readWorkbook(bytes, name, (done, total) => {
      channel.check()
      channel.report({ kind: 'reading', done, total })
    })
  } catch (error) {
    // Memory that runs out in one allocation is told as a range error rather than by the end of the thread.
    if (error instanceof RangeError) throw new AppError('file.too-large', { file: name }, { cause: error })
    throw error
  } finally {
    channel.check()
  }
}

/** Nothing was recognized. A text may be anything; a file named as a workbook that is only text is none. */
export const unknownHeader = (state: SessionState): AppError => {
  const name = state.files[0]?.name ?? ''
  const isTextFile = ['.csv', '.txt', '.tsv', ''].includes(extname(name).toLowerCase())
  return new AppError(state.plainText && !isTextFile ? 'file.not-workbook' : 'file.no-known-header', {
    file: name,
  })
}
