import type { Merge } from '../grid.ts'
import { attribute, tags } from './xml.ts'

/** `BC` → 54, 0-based. */
const columnIndex = (letters: string): number => {
  let index = 0
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64
  return index - 1
}

/** Some three hundred thousand ranges; no ledger has a tenth of them. */
const mostBytes = 8 * 1024 * 1024

/** The merged cells that a sheet names after its rows. */
export function* mergedRanges(xml: Buffer, from: number): Generator<Merge> {
  const start = xml.indexOf('mergeCells', from)
  if (start < 0) return
  const end = xml.indexOf('mergeCells>', start + 1)
  const part = xml.toString('latin1', start, Math.min(end < 0 ? xml.length : end, start + mostBytes))
  for (const tag of tags(part, 'mergeCell')) {
    const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(
      attribute(tag, 'ref') ?? '',
    )
    if (found === null) continue
    yield {
      left: columnIndex(found[1] ?? ''),
      top: Number(found[2]) - 1,
      right: columnIndex(found[3] ?? ''),
      bottom: Number(found[4]) - 1,
    }
  }
}
