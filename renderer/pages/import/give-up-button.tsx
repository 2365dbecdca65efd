import { Button, Popconfirm } from 'antd'
import { startOver } from './session/begin.ts'
import type { Session } from './session/stage.ts'

/** 放弃: asks first where something was mended, left out or decided. */
export const GiveUpButton = (props: { readonly session: Session }) =>
  props.session.edited ? (
    <Popconfirm
      title="放弃这次导入？"
      description="还没有导入；改正过的格子和做过的选择会丢掉。"
      okText="放弃"
      cancelText="继续导入"
      onConfirm={startOver}
    >
      <Button data-testid="import-cancel">放弃</Button>
    </Popconfirm>
  ) : (
    <Button onClick={startOver} data-testid="import-cancel">
      放弃
    </Button>
  )
