import type { CardContent, CardOptions } from '../../shared/models/card.ts'
import { a4Height, a4Width, cropMarks } from '../../shared/rules/card-sheet.ts'
import { Card } from './card.tsx'
import './card-sheet.css'

const marks = cropMarks()

const CropMarks = () => (
  <svg className="crop-marks" viewBox={`0 0 ${a4Width} ${a4Height}`} aria-hidden="true">
    {marks.map((mark) => (
      <line key={`${mark.x1} ${mark.y1} ${mark.x2} ${mark.y2}`} {...mark} />
    ))}
  </svg>
)

/** One page: up to ten cards on A4, or a single card on a page of its own size. */
export const CardSheet = (props: {
  readonly cards: readonly CardContent[]
  readonly options: CardOptions
}) => {
  const { cards, options } = props
  const a4 = options.layout === 'a4'
  return (
    <section className={a4 ? 'sheet sheet-a4' : 'sheet sheet-card'}>
      {a4 && options.cropMarks ? <CropMarks /> : null}
      {cards.map((card) => (
        <Card key={card.unitId} card={card} issuedOn={options.issuedOn} edition={options.edition} />
      ))}
    </section>
  )
}
