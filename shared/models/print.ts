import type { CardContent, CardOptions } from './card.ts'
import type { ChartPrint } from './chart.ts'
import type { Statement } from './statement.ts'

/** Everything the print page can lay out. The preview on screen uses the same components. */
export type PrintDocument =
  | { readonly kind: 'cards'; readonly cards: readonly CardContent[]; readonly options: CardOptions }
  | { readonly kind: 'statement'; readonly statement: Statement }
  /** `pictures`: each sheet is drawn as a PNG and handed over, instead of being laid out for a PDF. */
  | { readonly kind: 'chart'; readonly chart: ChartPrint; readonly pictures: boolean }
