import { Button, Flex, Popover } from 'antd'
import { useState } from 'react'
import { postKindLabels } from '../../../shared/labels.ts'
import type { Post } from '../../../shared/models/post.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 离任 on a day; the post stays in the record. */
export const EndPostButton = (props: { readonly post: Post }) => {
  const { post } = props
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const { run, busy } = useEdit('post.end')
  const end = async () => {
    const argument = { id: post.id, version: post.version, endsOn: on }
    const answer = await run(argument, `${post.personName} 已离任${postKindLabels[post.kind]}`)
    if (answer !== undefined) setOpen(false)
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title="离任日期"
      content={
        <Flex gap={8}>
          <DayPicker value={on} onChange={setOn} />
          <Button loading={busy} onClick={() => void end()} data-testid="post-end-confirm">
            离任
          </Button>
        </Flex>
      }
    >
      <Button type="link" size="small" data-testid={`post-end-${post.kind}`}>
        离任
      </Button>
    </Popover>
  )
}
