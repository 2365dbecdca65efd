import { Alert, Input, Segmented, Switch, Typography } from 'antd'
import { useMemo, useState } from 'react'
import type { FundingMatrix } from '../../../shared/models/funding.ts'
import { matchesName } from '../../components/name-match.ts'
import type { MatrixView } from './matrix-columns.tsx'
import { filterLines, matrixLines, usedSources } from './matrix-lines.ts'
import { MatrixTable } from './matrix-table.tsx'

/** 预算矩阵 with its filters. */
export const MatrixTab = (props: { readonly matrix: FundingMatrix }) => {
  const { matrix } = props
  const [view, setView] = useState<MatrixView>('full')
  const [allSources, setAllSources] = useState(false)
  const [text, setText] = useState('')
  const lines = useMemo(() => matrixLines(matrix), [matrix])
  const shown = useMemo(
    () => (text.trim() === '' ? lines : filterLines(lines, (name) => matchesName(name, text))),
    [lines, text],
  )
  const used = useMemo(() => usedSources(matrix), [matrix])
  const untouched = matrix.total.appropriatedFen === 0 && matrix.total.spentFen === 0
  return (
    <div className="funding-fill">
      <div className="funding-bar">
        <Input.Search
          allowClear
          aria-label="查找社区或党支部"
          placeholder="查找社区或党支部"
          value={text}
          onChange={(event) => setText(event.target.value)}
          style={{ width: 240 }}
          data-testid="funding-matrix-search"
        />
        <Segmented<MatrixView>
          value={view}
          onChange={setView}
          options={[
            { value: 'full', label: '全部指标' },
            { value: 'balance', label: '各来源只看结余' },
          ]}
        />
        <Switch
          size="small"
          checked={allSources}
          onChange={setAllSources}
          aria-label="显示没有金额的资金来源"
          disabled={used.length === matrix.sources.length}
        />
        <Typography.Text type="secondary">显示没有金额的资金来源</Typography.Text>
        <Typography.Text type="secondary" style={{ marginLeft: 'auto' }}>
          单位：元　点金额看对应的流水
        </Typography.Text>
      </div>
      {untouched ? (
        <Alert
          showIcon
          type="info"
          title={`${matrix.year}年还没有安排经费。点右上角“按定额安排”，一次为街道的每个党支部安排定额经费。`}
        />
      ) : null}
      <MatrixTable matrix={matrix} lines={shown} sources={allSources ? matrix.sources : used} view={view} />
    </div>
  )
}
