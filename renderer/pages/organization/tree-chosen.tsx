import { CheckSquareOutlined } from '@ant-design/icons'
import { Button, Flex, Popover, Tag } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { MergeModal } from './merge-modal.tsx'
import { MoveModal } from './move-modal.tsx'
import type { TreeMoves } from './use-tree-moves.ts'

const keys = [
  ['↑ ↓ ← →', '在树中移动、收起、展开'],
  ['Enter', '打开所在行的组织'],
  ['Alt + ↑ ↓', '在同级中上移、下移'],
  ['Ctrl + X，Ctrl + V', '剪切所选组织，移到选中的组织下'],
  ['Ctrl + M', '移动到…'],
  ['空格', '多选时选中或取消所在行'],
  ['菜单键，Shift + F10', '所在行的全部操作'],
  ['Ctrl + Z，Ctrl + Shift + Z', '撤销，重做'],
] as const

const KeyHelp = () => (
  <Popover
    trigger="click"
    content={
      <table className="key-help">
        <tbody>
          {keys.map(([key, said]) => (
            <tr key={key}>
              <th scope="row">{key}</th>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    }
  >
    <Button type="text" size="small">
      键盘操作
    </Button>
  </Popover>
)

/** 多选: several units moved or merged at once; and the keys of the tree. */
export const TreeChosen = (props: { readonly moving: TreeMoves }) => {
  const { moving } = props
  const [merging, setMerging] = useState(false)
  const [, navigate] = useLocation()
  const units = moving.several ? moving.checkedUnits : moving.current
  const branches = units.every((unit) => unit.kind === 'branch')
  const done = () => moving.setSeveral(false)
  const dissolving = useEdit('unit.dissolve-several')
  const dissolve = async (on: string): Promise<boolean> => {
    const chosen = units.map(({ id, version }) => ({ id, version }))
    const answer = await dissolving.run(
      { units: chosen, on, below: true },
      `已撤销 ${units.length} 个组织及其下级`,
    )
    if (answer === undefined) return false
    done()
    return true
  }
  return (
    <Flex gap={4} align="center" wrap>
      <Tag.CheckableTag
        checked={moving.several}
        onChange={moving.setSeveral}
        icon={<CheckSquareOutlined />}
        data-testid="tree-several"
      >
        多选
      </Tag.CheckableTag>
      {moving.several && (
        <>
          <span className="tree-days">已选 {units.length} 个</span>
          <Button
            size="small"
            disabled={units.length === 0}
            onClick={() => moving.setChoosing(true)}
            data-testid="tree-move"
          >
            移动到…
          </Button>
          <Button
            size="small"
            disabled={units.length < 2 || !branches}
            title={branches ? '' : '只有党支部可以合并'}
            onClick={() => setMerging(true)}
            data-testid="tree-merge"
          >
            合并…
          </Button>
          <DayConfirm
            action="撤销组织"
            busy={dissolving.busy}
            onConfirm={dissolve}
            testId="tree-dissolve-confirm"
            explanation={`撤销所选 ${units.length} 个组织及其全部下级组织，任职和党员的组织关系同一天结束，没有支部的党员会列入待办。历史记录和经费仍然保留，可以一步撤回。`}
          >
            <Button size="small" disabled={units.length === 0} data-testid="tree-dissolve">
              撤销…
            </Button>
          </DayConfirm>
        </>
      )}
      {!moving.several && (
        <>
          <span style={{ flex: 1 }} />
          <KeyHelp />
        </>
      )}
      {moving.choosing && units.length > 0 && (
        <MoveModal units={units} onClose={() => moving.setChoosing(false)} onDone={done} />
      )}
      {merging && (
        <MergeModal
          units={units}
          onClose={() => setMerging(false)}
          onDone={(id) => {
            done()
            navigate(`/organization/${encodeURIComponent(id)}`)
          }}
        />
      )}
    </Flex>
  )
}
