import { Button, Flex, Popover, Typography } from 'antd'
import { type ReactNode, useState } from 'react'
import { dayOf } from '../../shared/rules/terms.ts'
import { DayPicker } from './day-picker.tsx'

/** A button that asks for the day first, today unless told; it closes when `onConfirm` answers true. */
export const DayConfirm = (props: {
  readonly action: string
  readonly busy: boolean
  readonly onConfirm: (on: string) => Promise<boolean>
  readonly testId: string
  readonly title?: string
  readonly explanation?: string
  /** Opens without the button, e.g. asked for by a menu elsewhere. */
  readonly asked?: boolean
  readonly onClose?: () => void
  /** The button that opens it. */
  readonly children: ReactNode
}) => {
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const confirm = async () => {
    if (await props.onConfirm(on)) change(false)
  }
  const change = (to: boolean) => {
    setOpen(to)
    if (!to) props.onClose?.()
  }
  const choice = (
    <Flex gap={8}>
      <DayPicker value={on} onChange={setOn} />
      <Button loading={props.busy} onClick={() => void confirm()} data-testid={props.testId}>
        {props.action}
      </Button>
    </Flex>
  )
  return (
    <Popover
      open={open || props.asked === true}
      onOpenChange={change}
      trigger="click"
      placement="bottomRight"
      title={props.title}
      content={
        props.explanation === undefined ? (
          choice
        ) : (
          <Flex vertical gap={8} style={{ width: 260 }}>
            <Typography.Text>{props.explanation}</Typography.Text>
            {choice}
          </Flex>
        )
      }
    >
      {props.children}
    </Popover>
  )
}
