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
  const { run, busy } = useEdit('unit.dissolve-several')
  const below = Object.values(unit.childCounts).reduce((sum, count) => sum + count, 0)
  const posts = unit.posts.filter((post) => post.endsOn === null).length
  const dissolve = async (on: string): Promise<boolean> => {
    const argument = { units: [{ id: unit.id, version: unit.version }], on, below: true }
    return (await run(argument, `已撤销组织“${unit.name}”`)) !== undefined
  }
  const ending = [
    below === 0 ? '' : `下级 ${below.toLocaleString('zh-CN')} 个组织`,
    unit.memberCount === 0 ? '' : `${unit.memberCount.toLocaleString('zh-CN')} 名党员的组织关系`,
    posts === 0 ? '' : `${posts} 项任职`,
  ].filter((part) => part !== '')
  return (
    <DayConfirm
      action="撤销组织"
      busy={busy}
      onConfirm={dissolve}
      testId="dissolve-confirm"
      asked={props.asked}
      onClose={props.onClose}
      explanation={`${
        ending.length === 0
          ? ''
          : `同一天结束：${ending.join('、')}。党员可先在“成员”里转接，没有支部的党员会列入待办。`
      }撤销后不再出现在组织树中，历史记录和经费仍然保留。`}
    >
      <Button data-testid="dissolve">撤销组织</Button>
    </DayConfirm>
  )
}
