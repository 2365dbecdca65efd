import { DatePicker } from 'antd'
import dayjs from 'dayjs'

/** A day up to today, as ISO `YYYY-MM-DD`; it cannot be emptied. */
export const DayPicker = (props: {
  readonly value?: string
  readonly onChange?: (iso: string) => void
  readonly testId?: string
}) => (
  <DatePicker
    value={props.value === undefined ? null : dayjs(props.value)}
    allowClear={false}
    maxDate={dayjs()}
    onChange={(day) => {
      if (day !== null) props.onChange?.(day.format('YYYY-MM-DD'))
    }}
    data-testid={props.testId}
  />
)
