import { CaretDownOutlined } from '@ant-design/icons'
import { Button, Popover, Segmented, Typography } from 'antd'
import { useCallback, useState } from 'react'
import type { MenuCommand } from '../../shared/ipc.ts'
import { StepList } from '../components/step-list.tsx'
import { useRequest } from '../hooks/query.ts'
import { useMenuCommands } from '../hooks/shortcuts.ts'
import { type StepsRequest, useStepsBack } from '../hooks/steps-back.ts'

const Steps = (props: { readonly onDone: () => void }) => {
  const steps = useRequest('history.steps', null)
  const [side, setSide] = useState<StepsRequest>('history.undo-to')
  const stepsBack = useStepsBack()
  const { undo = [], redo = [] } = steps.data ?? {}
  const list = side === 'history.undo-to' ? undo : redo
  const verb = side === 'history.undo-to' ? '撤销' : '重做'
  return (
    <div data-testid="undo-list">
      <Segmented<StepsRequest>
        block
        value={side}
        onChange={setSide}
        options={[
          { value: 'history.undo-to', label: `可撤销的操作 ${undo.length}` },
          { value: 'history.redo-to', label: `可重做的操作 ${redo.length}` },
        ]}
        style={{ marginBottom: 8 }}
      />
      {steps.data !== undefined && (
        <StepList
          key={side}
          steps={list}
          label={`可${verb}的操作`}
          emptyText={`没有可${verb}的操作`}
          onChoose={(count) => {
            props.onDone()
            stepsBack(side, list.slice(0, count))
          }}
          testId={side === 'history.undo-to' ? 'undo-steps' : 'redo-steps'}
        />
      )}
      <Typography.Text type="secondary" style={{ display: 'block', marginTop: 8, fontSize: 12 }}>
        选中一步，从最近一步到它一起{verb}。上下键移动，回车选定。
      </Typography.Text>
    </div>
  )
}

/** The last 100 steps that can be taken back or done again; Ctrl+Shift+U opens it. */
export const UndoList = () => {
  const [open, setOpen] = useState(false)
  const act = useCallback((command: MenuCommand) => {
    if (command === 'undo-list') setOpen((before) => !before)
  }, [])
  useMenuCommands(act)
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Steps onDone={() => setOpen(false)} />}
    >
      <Button
        type="text"
        icon={<CaretDownOutlined style={{ fontSize: 10 }} />}
        style={{ width: 20 }}
        title="可撤销的操作（Ctrl+Shift+U）"
        aria-label="可撤销的操作"
        aria-haspopup="listbox"
        data-testid="undo-list-open"
      />
    </Popover>
  )
}
