import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import type { CardContent } from '../../../shared/models/card.ts'
import { sheetsOf } from '../../../shared/rules/card-sheet.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { Page } from '../../components/page.tsx'
import { choose, chosenCards, everyCard, printable } from './card-choice.ts'
import { filterCards, noFilter } from './card-filter.ts'
import { CardFilters } from './card-filters.tsx'
import { CardList } from './card-list.tsx'
import { CardOptionsForm } from './card-options-form.tsx'
import { GapList } from './gap-list.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { useCardOptions } from './use-card-options.ts'
import { useCardPrinting } from './use-card-printing.ts'

/** 联系卡: branches on the left, the true sheet in the middle, options on the right. */
export const CardsTab = (props: { readonly cards: readonly CardContent[]; readonly tabs: ReactNode }) => {
  const { cards } = props
  const [choice, setChoice] = useState(everyCard)
  const [filter, setFilter] = useState(noFilter)
  const [page, setPage] = useState(0)
  const { options, change, keepEdition } = useCardOptions()

  const chosen = useMemo(() => chosenCards(cards, choice), [cards, choice])
  const chosenIds = useMemo(() => new Set(chosen.map((card) => card.unitId)), [chosen])
  const sheets = useMemo(() => sheetsOf(chosen, options.layout), [chosen, options.layout])
  const matching = useMemo(() => filterCards(cards, filter), [cards, filter])
  const listed = useMemo(() => printable(matching, choice), [matching, choice])
  const gaps = useMemo(() => matching.filter((card) => card.gaps.length > 0), [matching])
  const { running, cancel, savePdf, print } = useCardPrinting(chosen, options, choice.incomplete)
  const idle = running === null && chosen.length > 0

  const show = (unitId: string) => {
    const found = sheets.findIndex((sheet) => sheet.some((card) => card.unitId === unitId))
    if (found >= 0) setPage(found)
  }
  return (
    <Page
      title="应急"
      beside={props.tabs}
      actions={
        <Space>
          <JobProgress running={running} onCancel={cancel} />
          <Button
            icon={<FilePdfOutlined />}
            disabled={!idle}
            onClick={() => void savePdf()}
            data-testid="cards-pdf"
          >
            存为 PDF
          </Button>
          <Button
            type="primary"
            icon={<PrinterOutlined />}
            disabled={!idle}
            onClick={() => void print()}
            data-testid="cards-print"
          >
            打印
          </Button>
        </Space>
      }
    >
      <div className="cards-tab">
        <aside className="cards-tab-list">
          <CardFilters cards={cards} filter={filter} onChange={setFilter} />
          <GapList
            cards={gaps}
            incomplete={choice.incomplete}
            onIncomplete={(incomplete) => setChoice({ ...choice, incomplete })}
          />
          <div className="cards-tab-rows">
            <CardList
              cards={listed}
              chosen={chosenIds}
              total={cards.length}
              onChoose={(checked) => setChoice(choose(choice, listed, checked))}
              onShow={show}
            />
          </div>
        </aside>
        <SheetPreview
          sheets={sheets}
          options={options}
          page={Math.min(page, Math.max(0, sheets.length - 1))}
          onPage={setPage}
        />
        <aside className="cards-tab-options">
          <CardOptionsForm options={options} onChange={change} onEdition={keepEdition} />
          <p data-testid="cards-count">
            共 {chosen.length} 张卡片，{sheets.length} 页
          </p>
        </aside>
      </div>
    </Page>
  )
}
