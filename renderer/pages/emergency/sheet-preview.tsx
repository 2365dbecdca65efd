import { Empty, Pagination, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { CardContent, CardOptions } from '../../../shared/models/card.ts'
import { a4Height, a4Width, cardHeight, cardWidth } from '../../../shared/rules/card-sheet.ts'
import { Measured, type Size } from '../../components/measured.tsx'
import { CardSheet } from '../../print/card-sheet.tsx'
import { usePrintFonts } from '../../print/use-print-fonts.ts'

type Zoom = 'width' | 'page'

const pixelsPerMm = 96 / 25.4
/** Around the sheet, in CSS pixels; a scroll bar has room in it. */
const around = 24
const largest = 2

const scaleFor = (space: Size, paper: Size, zoom: Zoom): number => {
  const across = (space.width - 2 * around) / paper.width
  const down = (space.height - 2 * around) / paper.height
  return Math.max(0.1, Math.min(largest, zoom === 'width' ? across : Math.min(across, down)))
}

/** The true sheet, the very component that is printed, scaled to the place there is; one page at a time. */
export const SheetPreview = (props: {
  readonly sheets: readonly (readonly CardContent[])[]
  readonly options: CardOptions
  /** From 0. */
  readonly page: number
  readonly onPage: (page: number) => void
}) => {
  const { sheets, options, page } = props
  const fonts = usePrintFonts()
  const [zoom, setZoom] = useState<Zoom>('width')
  const cards = sheets[page]
  const paper =
    options.layout === 'a4'
      ? { width: a4Width * pixelsPerMm, height: a4Height * pixelsPerMm }
      : { width: cardWidth * pixelsPerMm, height: cardHeight * pixelsPerMm }
  return (
    <section className="sheet-preview" aria-label="预览">
      <div className="sheet-preview-bar">
        <Pagination
          simple
          size="small"
          pageSize={1}
          total={sheets.length}
          current={page + 1}
          onChange={(number) => props.onPage(number - 1)}
          showSizeChanger={false}
        />
        <Segmented<Zoom>
          size="small"
          value={zoom}
          onChange={setZoom}
          options={[
            { value: 'width', label: '适合宽度' },
            { value: 'page', label: '整页' },
          ]}
        />
      </div>
      <div className="sheet-preview-space">
        {cards === undefined ? (
          <Empty className="sheet-preview-empty" description="没有选中的支部。请在左侧勾选要打印的支部。" />
        ) : !fonts ? (
          <Skeleton active className="page-skeleton" />
        ) : (
          <Measured>
            {(space) => {
              const scale = scaleFor(space, paper, zoom)
              return (
                <div className="sheet-preview-scroll">
                  <div
                    className="sheet-preview-paper"
                    style={{ width: paper.width * scale, height: paper.height * scale }}
                    data-testid="card-sheet"
                  >
                    <div style={{ transform: `scale(${scale})`, transformOrigin: '0 0' }}>
                      <CardSheet cards={cards} options={options} />
                    </div>
                  </div>
                </div>
              )
            }}
          </Measured>
        )}
      </div>
    </section>
  )
}
