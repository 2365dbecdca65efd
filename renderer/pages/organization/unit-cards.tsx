import { Button, Empty, Flex, Skeleton, type TableColumnsType } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { CardContent } from '../../../shared/models/card.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { cardWidth } from '../../../shared/rules/card-sheet.ts'
import { Failed } from '../../components/failed.tsx'
import { PaperPreview } from '../../components/paper-preview.tsx'
import { inRow, VirtualTable } from '../../components/virtual-table.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { CardSheet } from '../../print/card-sheet.tsx'
import { usePrintFonts } from '../../print/use-print-fonts.ts'
import { GapLink } from '../emergency/gap-link.tsx'

/** 联系卡 of the emergency branches of a unit: what each lacks, and the card as it would be printed. */
export const UnitCards = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const cards = useRequest('unit.cards', { unitId: unit.id })
  const settings = useRequest('settings.load', null)
  const fonts = usePrintFonts()
  const [shown, setShown] = useState<string | null>(null)
  if (cards.isError) return <Failed sentence={sentenceOf(cards.error)} />
  if (cards.data === undefined) return <Skeleton active />
  const card = cards.data.find((one) => one.unitId === shown) ?? cards.data[0]
  if (card === undefined) {
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description="还没有应急党支部。新建应急党支部并补全三位联系人后，这里显示它的联系卡。"
      />
    )
  }
  const complete = cards.data.filter((one) => one.gaps.length === 0).length
  const columns: TableColumnsType<CardContent> = [
    {
      key: 'branch',
      title: '应急党支部',
      ellipsis: true,
      render: (_, one) => (
        <Button
          type="link"
          size="small"
          className="flush"
          style={inRow}
          onClick={() => setShown(one.unitId)}
          data-testid={`unit-card-${one.branch}`}
        >
          {one.branch}
        </Button>
      ),
    },
    {
      key: 'state',
      title: '联系人',
      width: 220,
      render: (_, one) => (one.gaps.length === 0 ? '齐全' : <GapLink card={one} />),
    },
  ]
  const options = {
    layout: 'card' as const,
    cropMarks: false,
    issuedOn: dayjs().format('YYYY-MM-DD'),
    edition: settings.data?.cardEdition ?? '',
  }
  return (
    <Flex vertical gap={8} style={{ height: '100%' }} data-testid="unit-cards">
      <Flex gap={16} align="center">
        <span>
          {cards.data.length} 张联系卡，{complete} 张联系人齐全
        </span>
        <span style={{ flex: 1 }} />
        <a href="#/emergency/cards" data-testid="unit-cards-print">
          到“应急”打印
        </a>
      </Flex>
      <Flex gap={12} style={{ flex: 1, minHeight: 0 }}>
        <div style={{ flex: 1, minWidth: 0 }}>
          <VirtualTable<CardContent>
            rowKey="unitId"
            columns={columns}
            rows={cards.data}
            minWidth={360}
            rowClassName={(one) => (one.unitId === card.unitId ? 'shown-row' : '')}
            emptyText=""
            testId="unit-card-list"
          />
        </div>
        <Flex vertical style={{ flex: 'none', width: 392, height: 246 }}>
          {fonts && (
            <PaperPreview paperWidth={cardWidth} testId="unit-card">
              <CardSheet cards={[card]} options={options} />
            </PaperPreview>
          )}
        </Flex>
      </Flex>
    </Flex>
  )
}
