import { Button, Flex } from 'antd'
import type { EstateLine } from '../../../shared/models/estate.ts'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { inRow } from '../../components/virtual-table.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 修改 and 结束 of an estate, or 恢复 of an ended one. */
export const EstateActions = (props: { readonly estate: EstateLine; readonly onEdit: () => void }) => {
  const { estate } = props
  const { id, version } = estate
  const end = useEdit('estate.end')
  const restore = useEdit('estate.restore')
  if (estate.endedOn !== null) {
    return (
      <Button
        type="link"
        size="small"
        style={inRow}
        loading={restore.busy}
        onClick={() => void restore.run({ id, version }, `已恢复小区“${estate.name}”`)}
        data-testid={`estate-restore-${estate.name}`}
      >
        恢复
      </Button>
    )
  }
  return (
    <Flex>
      <Button
        type="link"
        size="small"
        style={inRow}
        onClick={props.onEdit}
        data-testid={`estate-edit-${estate.name}`}
      >
        修改
      </Button>
      <DayConfirm
        action="结束"
        title={`结束小区“${estate.name}”`}
        explanation="从这一天起不再列为小区，党支部与它的关联同时解除。以后可以恢复。"
        busy={end.busy}
        onConfirm={async (on) =>
          (await end.run({ id, version, on }, `已结束小区“${estate.name}”`)) !== undefined
        }
        testId="estate-end-confirm"
      >
        <Button type="link" size="small" style={inRow} data-testid={`estate-end-${estate.name}`}>
          结束
        </Button>
      </DayConfirm>
    </Flex>
  )
}
