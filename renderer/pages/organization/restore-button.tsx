import { Button, Checkbox, Form, Modal } from 'antd'
import { useState } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useEdit } from '../../hooks/edit.tsx'

/** 恢复组织 from a day on, with what ended when it was dissolved. */
export const RestoreButton = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(() => dayOf(new Date()))
  const [posts, setPosts] = useState(true)
  const [members, setMembers] = useState(true)
  const [estates, setEstates] = useState(true)
  const { run, busy } = useEdit('unit.restore')
  const restore = async () => {
    const argument = { id: unit.id, version: unit.version, on, posts, members, estates }
    if ((await run(argument, `已恢复组织“${unit.name}”`)) !== undefined) setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)} data-testid="restore">
        恢复组织
      </Button>
      <Modal
        open={open}
        title={`恢复“${unit.name}”`}
        okText="恢复"
        cancelText="取消"
        okButtonProps={{ loading: busy, 'data-testid': 'restore-save' }}
        onOk={() => void restore()}
        onCancel={() => setOpen(false)}
      >
        <Form layout="vertical">
          <Form.Item label="恢复日期" extra={`从 ${unit.dissolvedOn} 到这一天，它在沿革里仍是已撤销`}>
            <DayPicker value={on} onChange={setOn} testId="restore-day" />
          </Form.Item>
          <Checkbox checked={posts} onChange={(event) => setPosts(event.target.checked)}>
            同时恢复随它结束的任职
          </Checkbox>
          <Checkbox checked={members} onChange={(event) => setMembers(event.target.checked)}>
            同时恢复随它结束的组织关系（已转到别处的除外）
          </Checkbox>
          <Checkbox checked={estates} onChange={(event) => setEstates(event.target.checked)}>
            同时恢复随它结束的小区关联和场所使用
          </Checkbox>
        </Form>
      </Modal>
    </>
  )
}
