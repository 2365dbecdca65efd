import { assertNever } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import { sheetsOf } from '../../shared/rules/card-sheet.ts'
import { CardSheet } from './card-sheet.tsx'
import { StatementDocument } from './statement-document.tsx'

/** Every page of a document. */
export const PrintPages = ({ document }: { readonly document: PrintDocument }) => {
  switch (document.kind) {
    case 'cards':
      return sheetsOf(document.cards, document.options.layout).map((cards) => (
        <CardSheet key={cards[0]?.unitId} cards={cards} options={document.options} />
      ))
    case 'statement':
      return <StatementDocument statement={document.statement} />
    default:
      return assertNever(document)
  }
}

/** Width and height of the paper, for `@page`. Main says the same in main/print/paper.ts. */
export const pageSize = (document: PrintDocument): string => {
  switch (document.kind) {
    case 'cards':
      return document.options.layout === 'card' ? '90mm 54mm' : '210mm 297mm'
    case 'statement':
      return '297mm 210mm'
    default:
      return assertNever(document)
  }
}
