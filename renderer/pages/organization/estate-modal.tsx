import { Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import type { EstateLine } from '../../../shared/models/estate.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { UnitChoice } from './unit-choice.tsx'

/** 新建小区 (`estate` null) in a community, or in one that is chosen; else its name, counts and community. */
export const EstateModal = (props: {
  readonly unit: UnitDetail
  readonly estate: EstateLine | null
  readonly onClose: () => void
}) => {
  const { unit, estate, onClose } = props
  const community = unit.kind === 'communityCommittee' ? unit.id : null
  const [name, setName] = useState(estate?.name ?? '')
  const [buildings, setBuildings] = useState(estate?.buildingCount ?? null)
  const [households, setHouseholds] = useState(estate?.householdCount ?? null)
  const [target, setTarget] = useState<string | null>(null)
  const create = useEdit('estate.create')
  const update = useEdit('estate.update')
  const settled = name.trim()
  const communityId = estate === null ? (target ?? community) : (target ?? estate.communityId)
  const counts = { buildingCount: buildings, householdCount: households }
  const save = async () => {
    if (settled === '' || communityId === null) return
    const answer =
      estate === null
        ? await create.run({ communityId, name: settled, ...counts }, `已新建小区“${settled}”`)
        : await update.run(
            { id: estate.id, version: estate.version, changes: { name: settled, communityId, ...counts } },
            `已修改小区“${settled}”`,
          )
    if (answer !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={estate === null ? '新建小区' : `修改小区“${estate.name}”`}
      okText={estate === null ? '新建' : '保存'}
      cancelText="取消"
      okButtonProps={{
        disabled: settled === '' || communityId === null,
        loading: create.busy || update.busy,
        'data-testid': 'estate-save',
      }}
      onOk={() => void save()}
      onCancel={onClose}
      data-testid="estate-modal"
    >
      <Form layout="vertical" onFinish={() => void save()}>
        <Form.Item label="小区名称">
          <Input
            autoFocus
            value={name}
            maxLength={100}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={(event) => {
              if (!event.nativeEvent.isComposing) void save()
            }}
            data-testid="estate-name"
          />
        </Form.Item>
        <Form.Item label="楼栋数">
          <InputNumber
            value={buildings}
            min={0}
            max={1_000_000}
            precision={0}
            onChange={setBuildings}
            data-testid="estate-buildings"
          />
        </Form.Item>
        <Form.Item label="户数">
          <InputNumber
            value={households}
            min={0}
            max={1_000_000}
            precision={0}
            onChange={setHouseholds}
            data-testid="estate-households"
          />
        </Form.Item>
        {(estate !== null || community === null) && (
          <Form.Item
            label={estate === null ? '所属社区' : '移到其他社区'}
            extra={estate === null ? undefined : `现在属于${estate.communityName ?? '未填写的社区'}`}
          >
            <UnitChoice
              kinds={['communityCommittee']}
              except={estate?.communityId == null ? [] : [estate.communityId]}
              value={target}
              onChange={setTarget}
              placeholder="输入名称、拼音或简拼查找"
              testId="estate-community"
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
