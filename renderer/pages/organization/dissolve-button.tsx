import { Button, Flex, Popover, Typography } from 'antd'
import { useState } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 撤销组织 on a date. Nothing is deleted: its posts, money and history stay. */
export const DissolveButton = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const { run, busy } = useEdit('unit.dissolve')
  const dissolve = async () => {
    const argument = { id: unit.id, version: unit.version, on: on }
    const answer = await run(argument, `已撤销组织“${unit.name}”`)
    if (answer !== undefined) setOpen(false)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      content={
        <Flex vertical gap={8} style={{ width: 260 }}>
          <Typography.Text>撤销后不再出现在组织树中，历史记录和经费仍然保留。</Typography.Text>
          <Flex gap={8}>
            <DayPicker value={on} onChange={setOn} />
            <Button loading={busy} onClick={() => void dissolve()} data-testid="dissolve-confirm">
              撤销组织
            </Button>
          </Flex>
        </Flex>
      }
    >
      <Button data-testid="dissolve">撤销组织</Button>
    </Popover>
  )
}
