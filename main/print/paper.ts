import { assertNever } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import { sheetOf } from '../../shared/rules/chart-pages.ts'

/** A sheet of paper as the document lies on it. Sizes in mm. */
export interface Paper {
  readonly width: number
  readonly height: number
}

/** The sheet of a document; the print page says the same by its own `@page` rule. */
export const paperOf = (document: PrintDocument): Paper => {
  switch (document.kind) {
    case 'cards':
      return document.options.layout === 'card' ? { width: 90, height: 54 } : { width: 210, height: 297 }
    case 'statement':
      return { width: 297, height: 210 }
    case 'chart':
      return sheetOf(document.chart.paper, document.chart.landscape)
    default:
      return assertNever(document)
  }
}

/** How long layout and PDF may take, in ms: far more than it needs on a slow office PC, and never for ever. */
export const printLimit = (document: PrintDocument): number => {
  switch (document.kind) {
    case 'cards':
      return 30_000 + 50 * document.cards.length
    case 'statement':
      return 60_000
    case 'chart':
      return 60_000 + 40 * document.chart.rows.length
    default:
      return assertNever(document)
  }
}
