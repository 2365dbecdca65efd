import { Button } from 'antd'

/** What was done, and the way back where there is one. */
export const UndoNotice = (props: { readonly said: string; readonly onUndo: (() => void) | null }) => (
  <span data-testid="undo-notice">
    {props.said}
    {props.onUndo !== null && (
      <Button type="link" size="small" onClick={props.onUndo} data-testid="undo-notice-button">
        撤销
      </Button>
    )}
  </span>
)
