import { Button } from 'antd'
import { postKindLabels } from '../../../shared/labels.ts'
import type { Post } from '../../../shared/models/post.ts'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 离任 on a day; the post stays in the record. */
export const EndPostButton = (props: { readonly post: Post }) => {
  const { post } = props
  const { run, busy } = useEdit('post.end')
  const end = async (on: string): Promise<boolean> => {
    const argument = { id: post.id, version: post.version, endsOn: on }
    return (await run(argument, `${post.personName} 已离任${postKindLabels[post.kind]}`)) !== undefined
  }
  return (
    <DayConfirm action="离任" busy={busy} onConfirm={end} testId="post-end-confirm" title="离任日期">
      <Button type="link" size="small" data-testid={`post-end-${post.kind}`}>
        离任
      </Button>
    </DayConfirm>
  )
}
