import type { Cell, Grid, Merge } from '../grid.ts'
import { numberCell } from './number-cell.ts'
import type { NumberStyle } from './styles.ts'
import { decodeXml, richText } from './xml.ts'

/** What the cells of a sheet refer to. */
export interface SheetParts {
  readonly strings: readonly string[]
  readonly styles: readonly NumberStyle[]
  readonly date1904: boolean
}

/** A ledger has a few dozen columns; cells further to the right are remains of formatting. */
const mostColumns = 256

/** `BC` → 54, 0-based. */
const columnIndex = (letters: string): number => {
  let index = 0
  for (let at = 0; at < letters.length; at += 1) index = index * 26 + letters.charCodeAt(at) - 64
  return index - 1
}

const rowOrCell = /<row(?=[\s>])([^>]*)>|<c(?=[\s/>])([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g

/** The filled cells of a sheet, or null when its tags are not as expected. */
export const readSheetXml = (name: string, xml: string, parts: SheetParts): Grid | null => {
  const start = xml.indexOf('<sheetData')
  if (start < 0) return null
  const end = xml.indexOf('</sheetData>', start)
  const rows: (Cell[] | undefined)[] = []
  let row = -1
  let column = -1
  for (const match of xml.slice(start, end < 0 ? undefined : end).matchAll(rowOrCell)) {
    const [, rowTag, cellTag = '', content] = match
    if (rowTag !== undefined) {
      const number = / r="(\d+)"/.exec(rowTag)?.[1]
      row = number === undefined ? row + 1 : Number(number) - 1
      column = -1
      continue
    }
    const place = / r="([A-Z]+)(\d+)"/.exec(cellTag)
    column = place === null ? column + 1 : columnIndex(place[1] ?? '')
    if (content === undefined || column >= mostColumns) continue
    const cell = cellOf(cellTag, content, parts)
    if (cell === null) continue
    row = Math.max(row, 0)
    const cells = rows[row] ?? []
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    rows[row] = cells
  }
  return { name, rows, merges: readMerges(xml, Math.max(end, start)) }
}

const readMerges = (xml: string, from: number): readonly Merge[] =>
  [...xml.slice(from).matchAll(/<mergeCell\s[^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map((match) => ({
    left: columnIndex(match[1] ?? ''),
    top: Number(match[2]) - 1,
    right: Math.min(columnIndex(match[3] ?? ''), mostColumns - 1),
    bottom: Number(match[4]) - 1,
  }))

const cellOf = (tag: string, content: string, parts: SheetParts): Cell => {
  const type = / t="(\w+)"/.exec(tag)?.[1] ?? 'n'
  if (type === 'inlineStr') return richText(content) || null
  const value = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(content)?.[1]
  if (value === undefined || value === '') return null
  switch (type) {
    case 's':
      return parts.strings[Number(value)] || null
    case 'str':
      return decodeXml(value)
    case 'd':
      return value.slice(0, 10)
    case 'b':
      return value === '1' ? '是' : '否'
    case 'e':
      return { error: decodeXml(value) }
    default:
      return numberCell(Number(value), parts.styles[Number(/ s="(\d+)"/.exec(tag)?.[1] ?? 0)], parts.date1904)
  }
}
