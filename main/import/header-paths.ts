import { trimmed } from '../../shared/rules/text.ts'
import { type Cell, shownText } from './grid.ts'
import { isTotal } from './row-kinds.ts'

export type Rows = readonly (readonly Cell[] | undefined)[]

/**
 * Headings of each column from top to bottom, equal ones (a merged cell) once. Without merges, as in CSV, a blank
 * heading over a filled one belongs to the heading left of it.
 */
export const headerPaths = (rows: Rows, top: number, height: number): readonly (readonly string[])[] => {
  const width = rows.slice(top, top + height).reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  const texts = Array.from({ length: height }, (_, offset) =>
    Array.from({ length: width }, (_, column) => trimmed(shownText(rows[top + offset]?.[column]))),
  )
  const lowest = texts.at(-1) ?? []
  for (const row of texts.slice(0, -1)) {
    for (let column = 1; column < width; column += 1) {
      const leftLeaf = lowest[column - 1]
      if (row[column] === '' && lowest[column] !== '' && leftLeaf !== '' && leftLeaf !== row[column - 1]) {
        row[column] = row[column - 1] ?? ''
      }
    }
  }
  return Array.from({ length: width }, (_, column) => {
    const path = texts.map((row) => row[column] ?? '').filter((text) => text !== '')
    return path.filter((text, index) => text !== path[index - 1])
  })
}

/** A header as the user sees it: group and leaf joined by “·”. */
export const shownHeader = (path: readonly string[]): string =>
  path.map((text) => text.replaceAll(' ', '')).join('·')

const distinctTexts = (row: readonly Cell[] | undefined): ReadonlySet<string> =>
  new Set((row ?? []).map((cell) => trimmed(shownText(cell))).filter((text) => text !== ''))

/** Several short texts side by side; a title is one, and a line such as 填报单位：… has a colon. Numbers are data. */
export const isHeadingRow = (row: readonly Cell[] | undefined): boolean => {
  const texts = distinctTexts(row)
  return (
    texts.size > 1 &&
    [...texts].every((text) => text.length <= 15 && !/[:：].|\d{4}|^\d+人?$|^[男女]$/u.test(text)) &&
    !isTotal(row ?? [])
  )
}

/** A row of at least three short texts without numbers: a header, whoever wrote it. */
export const looksLikeHeader = (row: readonly Cell[] | undefined): boolean => {
  const texts = distinctTexts(row)
  return texts.size >= 3 && [...texts].every((text) => text.length <= 30 && !/\d{4}/.test(text))
}

/** Every different text of the rows above a table. */
export const textsAbove = (rows: Rows, top: number): readonly string[] => [
  ...new Set(
    rows
      .slice(Math.max(0, top - 30), Math.max(0, top))
      .flatMap((row) => (row ?? []).map(shownText).filter((text) => text.trim() !== '')),
  ),
]
