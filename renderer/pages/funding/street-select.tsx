import { Select } from 'antd'
import type { UnitNode } from '../../../shared/models/unit.ts'

const all = '全部街道'

/** Which street's money is shown; null is all of them. A single street needs no choice. */
export const StreetSelect = (props: {
  readonly streets: readonly UnitNode[]
  readonly value: string | null
  readonly onChange: (streetId: string | null) => void
}) => (
  <Select
    aria-label="街道"
    data-testid="funding-street"
    value={props.value ?? all}
    onChange={(value) => props.onChange(value === all ? null : value)}
    options={[
      ...props.streets.map((street) => ({ value: street.id, label: street.name })),
      ...(props.streets.length > 1 ? [{ value: all, label: all }] : []),
    ]}
    popupMatchSelectWidth={false}
    style={{ width: 200 }}
  />
)
