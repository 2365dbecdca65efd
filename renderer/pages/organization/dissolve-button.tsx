import { Button } from 'antd'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 撤销组织 on a date. Nothing is deleted: its posts, money and history stay. */
export const DissolveButton = (props: {
  readonly unit: UnitDetail
  /** Opens at once. */
  readonly asked: boolean
  readonly onClose: () => void
}) => {
  const { unit } = props
  const { run, busy } = useEdit('unit.dissolve')
  const dissolve = async (on: string): Promise<boolean> => {
    const argument = { id: unit.id, version: unit.version, on }
    return (await run(argument, `已撤销组织“${unit.name}”`)) !== undefined
  }
  return (
    <DayConfirm
      action="撤销组织"
      busy={busy}
      onConfirm={dissolve}
      testId="dissolve-confirm"
      asked={props.asked}
      onClose={props.onClose}
      explanation="撤销后不再出现在组织树中，历史记录和经费仍然保留。"
    >
      <Button data-testid="dissolve">撤销组织</Button>
    </DayConfirm>
  )
}
