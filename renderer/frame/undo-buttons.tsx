import { RedoOutlined, UndoOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useUndo } from '../hooks/undo.ts'
import { UndoList } from './undo-list.tsx'

/** 撤销 and 重做; the tooltip names what would be taken back. */
export const UndoButtons = () => {
  const { state, undo, redo } = useUndo()
  return (
    <>
      <Tooltip title={state.undo === null ? '没有可撤销的操作' : `撤销：${state.undo.label}（Ctrl+Z）`}>
        <Button
          type="text"
          icon={<UndoOutlined style={{ fontSize: 16 }} />}
          disabled={state.undo === null}
          onClick={undo}
          aria-label="撤销"
          data-testid="undo"
        />
      </Tooltip>
      <Tooltip title={state.redo === null ? '没有可重做的操作' : `重做：${state.redo.label}（Ctrl+Shift+Z）`}>
        <Button
          type="text"
          icon={<RedoOutlined style={{ fontSize: 16 }} />}
          disabled={state.redo === null}
          onClick={redo}
          aria-label="重做"
          data-testid="redo"
        />
      </Tooltip>
      <UndoList />
    </>
  )
}
