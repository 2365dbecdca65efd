import type { Statement, Totals } from '../../shared/models/statement.ts'
import { subtotalLabel } from '../../shared/rules/statement-words.ts'

/** A4 landscape and what stands on it, in mm; handed to the style sheet, so that the two cannot differ. */
export const statementSheet = {
  width: 297,
  height: 210,
  marginTop: 12,
  marginSide: 14,
  marginBottom: 9,
  head: 24,
  headerRow: 8,
  foot: 6,
  columns: [14, 48, 83, 34, 34, 34, 22],
  font: 3.53,
  line: 4.6,
  /** Space above and below the text of a row, both together. */
  rowPadding: 2,
  cellPadding: 1.5,
  signatures: 20,
} as const

/** Room for rows on a sheet; 1 mm is kept free for the widths of the rules. */
const bodyHeight =
  statementSheet.height -
  statementSheet.marginTop -
  statementSheet.marginBottom -
  statementSheet.head -
  statementSheet.headerRow -
  statementSheet.foot -
  1

export type StatementLine =
  | {
      readonly kind: 'row'
      readonly number: number
      readonly community: string
      readonly branch: string
      readonly totals: Totals
    }
  | { readonly kind: 'subtotal'; readonly label: string; readonly totals: Totals }

export interface PlacedLine {
  readonly line: StatementLine
  /** In mm. */
  readonly height: number
  /** The first row of a community on a page names it; the rows below leave the cell open. */
  readonly namesCommunity: boolean
}

export interface StatementPage {
  readonly lines: readonly PlacedLine[]
  /** The last page carries 合计, the capital amounts and the signatures. */
  readonly closing: boolean
}

/** Rows of text that `text` takes in a column, counting every character as wide as a Chinese one: never too few. */
const textRows = (text: string, width: number): number =>
  Math.max(
    1,
    Math.ceil([...text].length / Math.floor((width - 2 * statementSheet.cellPadding) / statementSheet.font)),
  )

const rowHeight = (rows: number): number => rows * statementSheet.line + statementSheet.rowPadding

/** Height of one line of a 合计 row plus that of the capital amounts and the signatures, in mm. */
const closingHeight = rowHeight(1) + rowHeight(3) + statementSheet.signatures

const linesOf = (statement: Statement): readonly StatementLine[] => {
  let number = 0
  return statement.communities.flatMap((community): readonly StatementLine[] => [
    ...community.rows.map((row): StatementLine => {
      number += 1
      return { kind: 'row', number, community: community.name, branch: row.branch, totals: row }
    }),
    { kind: 'subtotal', label: subtotalLabel(community.name), totals: community },
  ])
}

const [, communityWidth, branchWidth] = statementSheet.columns

const place = (lines: readonly StatementLine[]): readonly PlacedLine[] =>
  lines.map((line, index): PlacedLine => {
    if (line.kind === 'subtotal') {
      const rows = textRows(line.label, communityWidth + branchWidth)
      return { line, height: rowHeight(rows), namesCommunity: false }
    }
    const namesCommunity = lines[index - 1]?.kind !== 'row'
    const rows = Math.max(
      textRows(line.branch, branchWidth),
      namesCommunity ? textRows(line.community, communityWidth) : 1,
    )
    return { line, height: rowHeight(rows), namesCommunity }
  })

const heightOf = (lines: readonly StatementLine[]): number =>
  place(lines).reduce((sum, line) => sum + line.height, 0)

/** How many lines at the end go over to the next page with what follows: a subtotal never stands alone. */
const tail = (lines: readonly StatementLine[]): number => {
  const lastRow = lines.findLastIndex((line) => line.kind === 'row')
  return lastRow <= 0 ? 0 : lines.length - lastRow
}

/** Breaks the statement into pages. Rows are never split; the closing part stays together with a row above it. */
export const statementPages = (statement: Statement): readonly StatementPage[] => {
  const pages: StatementLine[][] = []
  let page: StatementLine[] = []
  const turn = (along: number): void => {
    const moved = page.splice(page.length - along)
    pages.push(page)
    page = moved
  }
  for (const line of linesOf(statement)) {
    if (heightOf([...page, line]) > bodyHeight) turn(line.kind === 'subtotal' ? tail(page) : 0)
    page.push(line)
  }
  if (heightOf(page) + closingHeight > bodyHeight) turn(tail(page))
  pages.push(page)
  return pages.map((lines, index) => ({ lines: place(lines), closing: index === pages.length - 1 }))
}

/** How many sheets the statement takes. */
export const statementPageCount = (statement: Statement): number => statementPages(statement).length
