import { Select } from 'antd'

/** A choice that is saved as soon as it is made; `null` is shown as 未填写. */
export const EditableChoice = <T extends string>(props: {
  readonly value: T | null
  readonly labels: Readonly<Record<T, string>>
  readonly label: string
  readonly onSave: (value: T | null) => void
  readonly testId: string
}) => (
  <Select<T>
    value={props.value}
    placeholder="未填写"
    variant="filled"
    size="small"
    allowClear
    style={{ minWidth: 128 }}
    options={Object.entries<string>(props.labels).map(([value, label]) => ({ value: value as T, label }))}
    onChange={(value: T | undefined) => props.onSave(value ?? null)}
    aria-label={props.label}
    data-testid={props.testId}
  />
)
