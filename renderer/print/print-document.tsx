import { assertNever } from '../../shared/errors.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import { sheetsOf } from '../../shared/rules/card-sheet.ts'
import { sheetOf } from '../../shared/rules/chart-pages.ts'
import { CardSheet } from './card-sheet.tsx'
import { ChartDocument } from './chart-document.tsx'
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
    case 'chart':
      // Pictures are drawn, not laid out: chart-pictures.ts.
      return document.pictures ? null : <ChartDocument chart={document.chart} />
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
    case 'chart': {
      const { width, height } = sheetOf(document.chart.paper, document.chart.landscape)
      return `${width}mm ${height}mm`
    }
    default:
      return assertNever(document)
  }
}

/** What the PDF and the printer's queue call the document. */
export const titleOf = (document: PrintDocument): string => {
  switch (document.kind) {
    case 'cards':
      return '应急党支部联系卡'
    case 'statement':
      return '预算执行情况表'
    case 'chart':
      return document.chart.title
    default:
      return assertNever(document)
  }
}
