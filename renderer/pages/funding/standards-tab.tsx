import { Table, type TableColumnsType, Typography } from 'antd'
import type { FundStandard } from '../../../shared/models/funding.ts'
import { formatYuan, parseYuan } from '../../../shared/rules/money.ts'
import { EditableText } from '../../components/editable-text.tsx'
import { useEdit } from '../../hooks/edit.tsx'

const problemOf = (typed: string): string | null => {
  const fen = parseYuan(typed)
  return fen === null || fen < 0 ? '请填写元，最多两位小数，例如 10000.00' : null
}

/** 定额标准: what each branch gets a year from each source; changed in place. */
export const StandardsTab = (props: {
  readonly standards: readonly FundStandard[]
  readonly loading: boolean
}) => {
  const edit = useEdit('funding.saveStandard')
  const save = async (standard: FundStandard, typed: string): Promise<boolean> => {
    const amountFen = parseYuan(typed)
    if (amountFen === null) return false
    const { id, version, sourceName } = standard
    const said = `${sourceName}的定额已改为 ${formatYuan(amountFen)} 元。`
    return (await edit.run({ id, version, amountFen }, said)) !== undefined
  }
  const columns: TableColumnsType<FundStandard> = [
    { title: '资金来源', dataIndex: 'sourceName' },
    { title: '对象', key: 'to', width: 180, render: () => '每个党支部，每年一次' },
    {
      title: '定额（元）',
      key: 'amount',
      width: 260,
      align: 'right',
      render: (_, standard) => (
        <EditableText
          value={formatYuan(standard.amountFen)}
          label={`${standard.sourceName}的定额`}
          check={problemOf}
          onSave={(typed) => save(standard, typed)}
          testId="standard-amount"
        />
      ),
    },
    {
      title: '起用',
      dataIndex: 'fromYear',
      width: 100,
      align: 'right',
      render: (year: number) => `${year}年起`,
    },
  ]
  return (
    <div className="funding-fill" style={{ maxWidth: 860 }}>
      <Typography.Text type="secondary">
        “按定额安排”照这里的金额办理。改动只影响以后的安排，已经安排的经费不变。金额改为 0 即不再安排。
      </Typography.Text>
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...props.standards]}
        loading={props.loading}
        pagination={false}
        locale={{ emptyText: '还没有定额标准。' }}
        data-testid="funding-standards"
      />
    </div>
  )
}
