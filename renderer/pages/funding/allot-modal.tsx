import { Alert, Flex, Modal, Table, type TableColumnsType, Tag, Typography } from 'antd'
import type { AllotmentPlan } from '../../../shared/models/funding.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { lastColumn } from '../../components/last-column.ts'
import { type AllotmentRow, allotmentRows, allotmentSentence } from './allotment-rows.ts'

const columns: TableColumnsType<AllotmentRow> = [
  { title: '社区', dataIndex: 'community', width: 170, ellipsis: true },
  { title: '党支部', dataIndex: 'branch', width: 210, ellipsis: true },
  {
    title: '按定额（元）',
    key: 'lines',
    width: 380,
    render: (_, row) => (
      <Flex gap={4}>
        {row.lines.map((line) => (
          <Tag
            key={line.sourceId}
            style={{ margin: 0 }}
            color={line.state === 'new' ? 'processing' : 'default'}
          >
            {line.sourceName} {formatYuan(line.amountFen)}
            {line.state === 'new' ? '' : ' 已安排'}
          </Tag>
        ))}
      </Flex>
    ),
  },
  {
    title: '本次安排（元）',
    dataIndex: 'newFen',
    ...lastColumn,
    width: 120,
    align: 'right',
    render: (fen: number) =>
      fen === 0 ? <Typography.Text type="secondary">不再安排</Typography.Text> : formatYuan(fen),
  },
]

/** What 按定额安排 would do, branch by branch, before it is done. */
export const AllotModal = (props: {
  readonly open: boolean
  readonly plan: AllotmentPlan | undefined
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onStandards: () => void
  readonly onClose: () => void
}) => {
  const { plan } = props
  const nothingNew = plan === undefined || plan.newBranches === 0
  return (
    <Modal
      open={props.open}
      title="按定额安排"
      width={960}
      centered
      destroyOnHidden
      loading={plan === undefined}
      onCancel={props.onClose}
      onOk={props.onConfirm}
      cancelText={nothingNew ? '关闭' : '取消'}
      okText={plan === undefined || nothingNew ? '没有可安排的' : `安排 ${formatYuan(plan.newFen)} 元`}
      okButtonProps={{
        disabled: nothingNew,
        loading: props.busy,
        autoFocus: true,
        'data-testid': 'funding-allot-confirm',
      }}
      cancelButtonProps={{ 'data-testid': 'funding-allot-close' }}
    >
      {plan === undefined ? null : (
        <>
          <Alert
            showIcon
            type={nothingNew ? 'success' : 'info'}
            title={allotmentSentence(plan)}
            description={
              plan.lines.length === 0 ? (
                <Typography.Link onClick={props.onStandards}>去填写定额标准</Typography.Link>
              ) : nothingNew ? null : (
                '每个党支部每项定额一年只安排一次，已安排的不会重复；撤销的党支部不安排。'
              )
            }
            style={{ marginBottom: 12 }}
            data-testid="funding-allot-sentence"
          />
          <Table
            virtual
            size="small"
            rowKey="unitId"
            columns={columns}
            dataSource={[...allotmentRows(plan)]}
            pagination={false}
            scroll={{ x: 880, y: 360 }}
          />
        </>
      )}
    </Modal>
  )
}
