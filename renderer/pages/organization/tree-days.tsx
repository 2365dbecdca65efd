import { Button, DatePicker, Flex } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { CompareDrawer } from './compare-drawer.tsx'
import { ViewSwitch } from './view-switch.tsx'

/** 截至: the tree of another day; 对比: what changed between two days. */
export const TreeDays = (props: {
  readonly asOf: string | null
  readonly onAsOf: (day: string | null) => void
}) => {
  const [comparing, setComparing] = useState(false)
  return (
    <Flex gap={6} align="center" wrap>
      <ViewSwitch view="list" />
      <span className="tree-days">截至</span>
      <DatePicker
        value={props.asOf === null ? null : dayjs(props.asOf)}
        onChange={(day) => props.onAsOf(day === null ? null : day.format('YYYY-MM-DD'))}
        placeholder="今天"
        maxDate={dayjs()}
        style={{ flex: 1, minWidth: 108 }}
        aria-label="截至"
        data-testid="tree-as-of"
      />
      <Button onClick={() => setComparing(true)} data-testid="tree-compare">
        对比
      </Button>
      {comparing && <CompareDrawer onClose={() => setComparing(false)} />}
    </Flex>
  )
}
