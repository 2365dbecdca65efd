/** Geometry of contact cards on paper, in mm. */
export const cardWidth = 90
export const cardHeight = 54

export const a4Width = 210
export const a4Height = 297
export const cardColumns = 2
export const cardRows = 5
export const cardsPerSheet = cardColumns * cardRows

/** The cards abut in the middle of the sheet: 15 mm at the sides, 13.5 mm above and below. */
export const sideMargin = (a4Width - cardColumns * cardWidth) / 2
export const topMargin = (a4Height - cardRows * cardHeight) / 2

/** Office printers put no ink nearer to the sheet's edge than this. */
const printerMargin = 8
/** Marks end before the card, so that no mark is left on a card cut a little large. */
const markGap = 1
const markLength = 4

/** A crop mark: a line from one point of the sheet to another. */
export interface CropMark {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** From the card outwards, but never into the printer's margin. */
const span = (margin: number): readonly [number, number] => {
  const end = margin - markGap
  return [Math.max(printerMargin, end - markLength), end]
}

/** Crop marks in the margins of the A4 sheet, two at the ends of every cut. */
export const cropMarks = (): readonly CropMark[] => {
  const [top0, top1] = span(topMargin)
  const [side0, side1] = span(sideMargin)
  const columns = Array.from({ length: cardColumns + 1 }, (_, column) => sideMargin + column * cardWidth)
  const rows = Array.from({ length: cardRows + 1 }, (_, row) => topMargin + row * cardHeight)
  return [
    ...columns.flatMap((x) => [
      { x1: x, y1: top0, x2: x, y2: top1 },
      { x1: x, y1: a4Height - top1, x2: x, y2: a4Height - top0 },
    ]),
    ...rows.flatMap((y) => [
      { x1: side0, y1: y, x2: side1, y2: y },
      { x1: a4Width - side1, y1: y, x2: a4Width - side0, y2: y },
    ]),
  ]
}

/** The cards sheet by sheet: ten on A4, one on a page of its own size. */
export const sheetsOf = <T>(cards: readonly T[], layout: 'a4' | 'card'): readonly (readonly T[])[] => {
  const size = layout === 'a4' ? cardsPerSheet : 1
  return Array.from({ length: Math.ceil(cards.length / size) }, (_, sheet) =>
    cards.slice(sheet * size, (sheet + 1) * size),
  )
}
