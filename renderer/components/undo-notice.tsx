import { Button } from 'antd'

/** What was done, and the way back. */
export const UndoNotice = (props: { readonly said: string; readonly onUndo: () => void }) => (
  <span data-testid="undo-notice">
    {props.said}
    <Button type="link" size="small" onClick={props.onUndo} data-testid="undo-notice-button">
      撤销
    </Button>
  </span>
)
