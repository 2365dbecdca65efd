import { AppError } from '../../shared/errors.ts'
import { limits } from './grid.ts'

interface Entry {
  readonly name: string
  readonly inflatedBytes: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** The entries of a ZIP's central directory, or null when it has none (cut short). */
const directory = (bytes: Uint8Array): readonly Entry[] | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.byteLength - 22
  const first = Math.max(0, end - 0xffff)
  while (end >= first && view.getUint32(end, true) !== endSignature) end -= 1
  if (end < first || end < 0) return null
  const decoder = new TextDecoder()
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== entrySignature) return null
    const nameLength = view.getUint16(at + 28, true)
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength))
    entries.push({ name, inflatedBytes: view.getUint32(at + 24, true) })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * Looks at a ZIP before anything is inflated: is it a workbook, and how large does it become.
 * Throws `file.damaged`, `file.not-workbook`, `file.encrypted`, `file.too-large`.
 */
export const checkArchive = (bytes: Uint8Array, name: string): void => {
  const entries = directory(bytes)
  if (entries === null) throw new AppError('file.damaged', { file: name })
  const names = new Set(entries.map((entry) => entry.name.replaceAll('\\', '/')))
  const isWorkbook = [...names].some((n) => /^(?:xl\/workbook\d*\.(?:xml|bin)|content\.xml)$/.test(n))
  if (!isWorkbook) throw new AppError('file.not-workbook', { file: name })
  const total = entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0)
  if (total > limits.inflatedBytes) {
    throw new AppError('file.too-large', {
      file: name,
      reason: `展开后有 ${Math.round(total / 1024 / 1024)} MB`,
    })
  }
}
