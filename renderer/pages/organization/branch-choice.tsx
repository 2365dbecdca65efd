import { Select } from 'antd'
import { useRequest } from '../../hooks/query.ts'

/** The ordinary branches of one community (or directly under one street), to stand an emergency branch beside. */
export const BranchChoice = (props: {
  readonly parentId: string | null
  readonly value?: string | null
  readonly onChange?: (id: string | null) => void
  readonly testId: string
}) => {
  const tree = useRequest('tree.children', { parentId: props.parentId, asOf: null })
  const branches = (tree.data ?? []).filter((node) => node.kind === 'branch')
  return (
    <Select<string>
      value={props.value ?? null}
      placeholder="未填写"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      style={{ minWidth: 240 }}
      options={branches.map((branch) => ({ value: branch.id, label: branch.name }))}
      onChange={(id: string | undefined) => props.onChange?.(id ?? null)}
      aria-label="对应党支部"
      data-testid={props.testId}
    />
  )
}
