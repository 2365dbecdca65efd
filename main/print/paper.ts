import { assertNever } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'

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
    default:
      return assertNever(document)
  }
}

/** How long layout and PDF may take, in ms: far more than it needs on a slow office PC, and never for ever. */
export const printLimit = (document: PrintDocument): number =>
  document.kind === 'cards' ? 30_000 + 50 * document.cards.length : 60_000
