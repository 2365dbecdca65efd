import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import type { UnitKind } from '../../../shared/models/unit.ts'
import { ElectionModal } from './election-modal.tsx'
import { MergeModal } from './merge-modal.tsx'
import { MoveModal } from './move-modal.tsx'
import { RenameModal } from './rename-modal.tsx'
import { SplitModal } from './split-modal.tsx'
import { useAskedAction } from './use-asked-action.ts'

type Action = 'rename' | 'move' | 'elect' | 'merge' | 'split'

/** Units that elect whoever leads them. */
const electing: readonly UnitKind[] = ['communityCommittee', 'branch', 'buildingGroup']

/** 调整: what a reorganization does to a living unit. */
export const UnitActions = (props: { readonly unit: UnitDetail; readonly onOpen: (id: string) => void }) => {
  const { unit, onOpen } = props
  const [chosen, setChosen] = useState<Action | null>(null)
  const { asked, done } = useAskedAction(unit.id)
  const item = (key: Action, label: string) => ({
    key,
    label: <span data-testid={`unit-${key}`}>{label}</span>,
  })
  const items = [
    item('rename', '更名…'),
    ...(unit.parentId === null ? [] : [item('move', '移动到…')]),
    ...(electing.includes(unit.kind) ? [item('elect', '换届…')] : []),
    ...(unit.kind === 'branch' ? [item('merge', '合并到…'), item('split', '拆分…')] : []),
  ]
  const action = chosen ?? (items.some(({ key }) => key === asked) ? asked : null)
  const close = () => {
    setChosen(null)
    done()
  }
  return (
    <>
      <Dropdown
        autoFocus
        trigger={['click']}
        menu={{ items, onClick: ({ key }) => setChosen(key as Action) }}
      >
        <Button icon={<MoreOutlined />} data-testid="unit-actions">
          调整
        </Button>
      </Dropdown>
      {action === 'rename' && <RenameModal unit={unit} onClose={close} />}
      {action === 'move' && <MoveModal units={[unit]} onClose={close} onDone={close} />}
      {action === 'elect' && <ElectionModal unit={unit} onClose={close} />}
      {action === 'merge' && <MergeModal units={[unit]} onClose={close} onDone={onOpen} />}
      {action === 'split' && <SplitModal unit={unit} onClose={close} onDone={onOpen} />}
    </>
  )
}
