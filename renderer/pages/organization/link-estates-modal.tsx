import { Form, Modal, Select } from 'antd'
import { useState } from 'react'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { dayOf } from '../../../shared/rules/terms.ts'
import { DayPicker } from '../../components/day-picker.tsx'
import { useDebounced } from '../../hooks/debounced.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { useRequest } from '../../hooks/query.ts'

interface Chosen {
  readonly value: string
  readonly label: string
}

/** 关联小区: one or several estates from a day on; those of the own community are offered first. */
export const LinkEstatesModal = (props: { readonly unit: UnitDetail; readonly onClose: () => void }) => {
  const { unit, onClose } = props
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [on, setOn] = useState(() => dayOf(new Date()))
  const found = useRequest('estate.options', { unitId: unit.id, text: useDebounced(text, 150) })
  const { run, busy } = useEdit('estate.link')
  const link = async () => {
    const estateIds = chosen.map((estate) => estate.value)
    const names = chosen.length === 1 ? `“${chosen[0]?.label ?? ''}”` : `${chosen.length} 个小区`
    if ((await run({ unitId: unit.id, estateIds, on }, `已关联${names}`)) !== undefined) onClose()
  }
  return (
    <Modal
      open
      title={`“${unit.name}”关联小区`}
      okText="关联"
      cancelText="取消"
      okButtonProps={{ disabled: chosen.length === 0, loading: busy, 'data-testid': 'estate-link-save' }}
      onOk={() => void link()}
      onCancel={onClose}
      data-testid="estate-link-modal"
    >
      <Form layout="vertical">
        <Form.Item label="小区" extra="可以选几个；本社区的排在前面">
          <Select<Chosen[]>
            mode="multiple"
            labelInValue
            autoFocus
            popupMatchSelectWidth={486}
            onInputKeyDown={(event) => {
              // Tab goes on to the day; the list would take it for a choice and let go of the estate at hand.
              if (event.key === 'Tab') event.stopPropagation()
            }}
            value={[...chosen]}
            onChange={setChosen}
            showSearch={{ filterOption: false, onSearch: setText }}
            placeholder="输入小区或社区的名称查找"
            notFoundContent={found.isPending ? '正在查找' : '没有符合的小区'}
            options={(found.data ?? []).map((estate) => ({
              value: estate.id,
              label: estate.name,
              place: [
                estate.communityName ?? '',
                estate.servedBy.length === 0 ? '没有党支部' : `已有${estate.servedBy.join('、')}`,
              ]
                .filter((part) => part !== '')
                .join('，'),
            }))}
            optionRender={({ data }) => (
              <span data-testid={`estate-option-${String(data.label)}`}>
                {data.label}
                <span className="option-path">{'place' in data ? String(data.place) : ''}</span>
              </span>
            )}
            aria-label="小区"
            data-testid="estate-choice"
          />
        </Form.Item>
        <Form.Item label="从哪一天起">
          <DayPicker value={on} onChange={setOn} testId="estate-link-day" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
