import { MinusOutlined, PlusOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Button, DatePicker, Popover, Segmented, Space } from 'antd'
import dayjs from 'dayjs'
import type { ChartLevel } from '../../../shared/models/chart.ts'
import type { ChartView } from '../../../shared/requests/chart.ts'
import { ChartExport } from './chart-export.tsx'
import { ViewSwitch } from './view-switch.tsx'

const levels: { value: ChartLevel; label: string }[] = [
  { value: 'communityCommittee', label: '社区' },
  { value: 'branch', label: '党支部' },
  { value: 'all', label: '全部' },
]

const keys: readonly (readonly [string, string])[] = [
  ['↑ ↓ ← →', '到相邻的组织'],
  ['空格', '展开或收起下级'],
  ['回车', '在列表中打开'],
  ['Shift + 方向键，拖动，滚轮', '移动画面'],
  ['+ −，Ctrl + 滚轮', '放大、缩小'],
  ['0，1', '适合窗口，实际大小'],
  ['Home', '回到最上级'],
]

const Keys = () => (
  <table className="key-help">
    <tbody>
      {keys.map(([key, meaning]) => (
        <tr key={key}>
          <th>{key}</th>
          <td>{meaning}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Above the chart: the switch, the day, how deep it is opened, its size, and the export. */
export const ChartToolbar = (props: {
  readonly unitId: string | null
  readonly view: ChartView
  readonly level: ChartLevel | null
  readonly percent: number
  readonly empty: boolean
  readonly onDay: (day: string | null) => void
  readonly onLevel: (level: ChartLevel) => void
  readonly onZoom: (factor: number) => void
  readonly onFit: () => void
  readonly onTrueSize: () => void
}) => (
  <div className="chart-toolbar">
    <ViewSwitch view="chart" unitId={props.unitId} />
    <Space size={6}>
      <span className="tree-days">截至</span>
      <DatePicker
        value={props.view.asOf === null ? null : dayjs(props.view.asOf)}
        onChange={(day) => props.onDay(day === null ? null : day.format('YYYY-MM-DD'))}
        placeholder="今天"
        maxDate={dayjs()}
        style={{ width: 128 }}
        aria-label="截至"
        data-testid="chart-as-of"
      />
    </Space>
    <Space size={6}>
      <span className="tree-days">展开到</span>
      <Segmented<ChartLevel>
        options={levels}
        value={props.level ?? 'branch'}
        onChange={props.onLevel}
        data-testid="chart-level"
      />
    </Space>
    <span style={{ flex: 1 }} />
    <Space.Compact>
      <Button
        icon={<MinusOutlined />}
        aria-label="缩小"
        onClick={() => props.onZoom(0.8)}
        data-testid="chart-smaller"
      />
      <Button onClick={props.onTrueSize} style={{ width: 64 }} title="实际大小" data-testid="chart-true-size">
        {props.percent} %
      </Button>
      <Button
        icon={<PlusOutlined />}
        aria-label="放大"
        onClick={() => props.onZoom(1.25)}
        data-testid="chart-larger"
      />
    </Space.Compact>
    <Button onClick={props.onFit} data-testid="chart-fit">
      适合窗口
    </Button>
    <Popover content={<Keys />} title="键盘和鼠标" placement="bottomRight" trigger={['click', 'hover']}>
      <Button type="text" icon={<QuestionCircleOutlined />} aria-label="键盘和鼠标" />
    </Popover>
    <ChartExport view={props.view} disabled={props.empty} />
  </div>
)
