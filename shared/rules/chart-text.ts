import type { ChartRow } from '../models/chart.ts'

/*
 * How the words of a box are broken into lines. Everything is in millimetres of paper: the screen at 100 % and the
 * print are the same. No text is ever made smaller; a box grows instead.
 */
export const chartText = {
  /** 9.6 pt */
  name: 3.4,
  /** 9.1 pt */
  note: 3.2,
  nameLine: 4.4,
  noteLine: 4.2,
  paddingX: 1.5,
  paddingY: 1.4,
  boxWidth: 44,
} as const

const isWide = (point: number): boolean => point >= 0x2e80 || point === 0xb7 || point === 0x2022
/** Variation selectors belong to the character before them. */
const isMark = (point: number): boolean =>
  (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef)

/** Width of a character as a share of its size; Latin letters and digits are taken a little too wide, never too narrow. */
const shareOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0
  if (isMark(point)) return 0
  return isWide(point) ? 1 : 0.62
}

/** Width of one line of text of that size, in mm. */
export const textWidth = (text: string, size: number): number =>
  [...text].reduce((sum, character) => sum + shareOf(character), 0) * size

/** Pieces that a line may end after: a run of digits or letters stays whole, unless it is long. */
const piecesOf = (text: string): string[] =>
  text.match(/[A-Za-z0-9]{1,10}|[^\p{Variation_Selector}]\p{Variation_Selector}*/gu) ?? []

const wrapped = (pieces: readonly string[], size: number, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces) {
    if (line !== '' && textWidth(line + piece, size) > width) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}

/** The text in lines of at most `width` mm, as few as can be and about equally long; always one line at least. */
export const wrapText = (text: string, size: number, width: number): readonly string[] => {
  const pieces = piecesOf(text)
  const lines = wrapped(pieces, size, width)
  if (lines.length === 1) return lines
  for (let tried = textWidth(text, size) / lines.length; tried < width; tried += size / 2) {
    const even = wrapped(pieces, size, tried)
    if (even.length === lines.length && even.every((line) => textWidth(line, size) <= width)) return even
  }
  return lines
}

/** Words joined into as few lines as fit; none is broken unless it alone is too long. */
const flow = (words: readonly string[], size: number, width: number): readonly string[] => {
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    const joined = `${last}　${word}`
    if (last !== undefined && textWidth(joined, size) <= width) lines[lines.length - 1] = joined
    else lines.push(...wrapText(word, size, width))
  }
  return lines
}

export interface BoxText {
  readonly name: readonly string[]
  readonly notes: readonly string[]
  /** Height of the box in mm. */
  readonly height: number
}

const notesOf = (row: ChartRow): readonly string[] => {
  const title = row.kind === 'buildingGroup' ? '组长' : '书记'
  return [
    ...(row.head === null ? [] : [`${title} ${row.head}`]),
    ...(row.memberCount === 0 ? [] : [`党员 ${row.memberCount} 人`]),
    ...(row.childCount === 0 || row.open ? [] : [`下设 ${row.childCount} 个`]),
  ]
}

/** What stands in the box of a unit. */
export const boxText = (row: ChartRow): BoxText => {
  const width = chartText.boxWidth - 2 * chartText.paddingX
  const name = wrapText(row.name, chartText.name, width)
  const notes = flow(notesOf(row), chartText.note, width)
  const height = 2 * chartText.paddingY + name.length * chartText.nameLine + notes.length * chartText.noteLine
  return { name, notes, height }
}
