import { WarningOutlined } from '@ant-design/icons'
import { Empty, Flex, Skeleton, Typography } from 'antd'
import { lazy, Suspense } from 'react'
import type { Statement } from '../../../shared/models/statement.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { Figures } from '../../components/figures.tsx'
import { PaperPreview } from '../../components/paper-preview.tsx'
import { StatementDocument } from '../../print/statement-document.tsx'
import { usePrintFonts } from '../../print/use-print-fonts.ts'
import { rateText } from './matrix-lines.ts'

/** ECharts comes only when the tab is opened. */
const CommunityChart = lazy(async () => ({
  default: (await import('./community-chart.tsx')).CommunityChart,
}))

/** Width of the statement's sheet in mm, A4 landscape. */
const paperWidth = 297

/** 报表: the four sums, the paper itself, and a bar per community. */
export const StatementTab = (props: { readonly statement: Statement }) => {
  const { statement } = props
  const { total, communities } = statement
  const fontsReady = usePrintFonts()
  return (
    <div className="funding-fill">
      <Figures
        figures={[
          { key: 'appropriated', label: '预算', value: formatYuan(total.appropriatedFen), unit: '元' },
          { key: 'spent', label: '支出', value: formatYuan(total.spentFen), unit: '元' },
          {
            key: 'balance',
            label: total.balanceFen < 0 ? '结余（超支）' : '结余',
            value: formatYuan(total.balanceFen),
            unit: '元',
            ...(total.balanceFen < 0 ? { icon: <WarningOutlined /> } : {}),
          },
          { key: 'rate', label: '执行率', value: rateText(total) },
        ]}
      />
      <Flex gap={12} style={{ flex: 1, minHeight: 0 }}>
        <PaperPreview paperWidth={paperWidth} testId="statement-preview">
          {fontsReady ? <StatementDocument statement={statement} /> : null}
        </PaperPreview>
        <Flex vertical style={{ width: 340, minHeight: 0 }}>
          <Typography.Text strong>各社区预算的支出与结余（元）</Typography.Text>
          <div style={{ flex: 1, minHeight: 0, overflowY: 'auto' }}>
            {communities.length === 0 ? (
              <Empty description="还没有党支部，导入组织架构后这里显示各社区的经费。" />
            ) : (
              <Suspense fallback={<Skeleton active />}>
                <CommunityChart communities={communities} />
              </Suspense>
            )}
          </div>
        </Flex>
      </Flex>
    </div>
  )
}
