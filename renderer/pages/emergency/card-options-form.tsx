import { DatePicker, Form, Input, Radio, Switch } from 'antd'
import dayjs from 'dayjs'
import type { CardLayout, CardOptions } from '../../../shared/models/card.ts'

const isoDay = 'YYYY-MM-DD'

/** Layout, crop marks, date and edition. `onEdition` is told when the edition was typed to its end. */
export const CardOptionsForm = (props: {
  readonly options: CardOptions
  readonly onChange: (options: CardOptions) => void
  readonly onEdition: (edition: string) => void
}) => {
  const { options, onChange } = props
  return (
    <Form layout="vertical" className="card-options">
      <Form.Item label="版式" extra="卡片 90 × 54 毫米">
        <Radio.Group
          vertical
          value={options.layout}
          onChange={(event) => onChange({ ...options, layout: event.target.value as CardLayout })}
          options={[
            { value: 'a4', label: 'A4 纸，每页十张' },
            { value: 'card', label: '卡片纸，每页一张' },
          ]}
          data-testid="card-layout"
        />
      </Form.Item>
      <Form.Item label="裁切线" layout="horizontal" colon={false}>
        <Switch
          size="small"
          disabled={options.layout === 'card'}
          checked={options.layout === 'a4' && options.cropMarks}
          onChange={(cropMarks) => onChange({ ...options, cropMarks })}
          aria-label="裁切线"
        />
      </Form.Item>
      <Form.Item label="发放日期">
        <DatePicker
          allowClear={false}
          value={dayjs(options.issuedOn, isoDay)}
          onChange={(day) => day !== null && onChange({ ...options, issuedOn: day.format(isoDay) })}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item label="版次" extra="印在卡片右下角，下次打印沿用">
        <Input
          value={options.edition}
          maxLength={40}
          onChange={(event) => onChange({ ...options, edition: event.target.value })}
          onBlur={(event) => props.onEdition(event.target.value.trim())}
          data-testid="card-edition"
        />
      </Form.Item>
    </Form>
  )
}
