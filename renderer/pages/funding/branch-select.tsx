import { Select } from 'antd'
import { matchesName } from '../../components/name-match.ts'
import type { BranchGroup } from './branches.ts'

/** One branch, found by its characters, its pinyin or its initials. `id` comes from the form it stands in. */
export const BranchSelect = (props: {
  readonly groups: readonly BranchGroup[]
  readonly value?: string | null
  readonly onChange?: (unitId: string | null) => void
  readonly id?: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Only where “no branch” is a choice: the clear button takes a stop of the Tab key. */
  readonly clearable?: boolean
  readonly width?: number | string
  readonly testId: string
}) => (
  <Select
    {...(props.id === undefined ? {} : { id: props.id })}
    aria-label="党支部"
    data-testid={props.testId}
    allowClear={props.clearable ?? false}
    autoFocus={props.autoFocus ?? false}
    placeholder={props.placeholder ?? '名称、拼音或首字母'}
    value={props.value ?? null}
    onChange={(value) => props.onChange?.(value ?? null)}
    showSearch={{ filterOption: (typed, option) => matchesName(String(option?.label ?? ''), typed) }}
    options={props.groups.map((group) => ({ ...group, options: [...group.options] }))}
    notFoundContent="没有这个党支部"
    popupMatchSelectWidth={360}
    style={{ width: props.width ?? '100%' }}
  />
)
