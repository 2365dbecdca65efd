import { Button, Flex, Typography } from 'antd'
import { useLocation } from 'wouter'
import { JobProgress } from '../components/job-progress.tsx'
import type { RunningJob } from '../hooks/job.ts'

/** What an empty database shows instead of empty lists. */
export const FirstStart = (props: {
  readonly running: RunningJob | null
  readonly onLoadSample: () => void
  readonly onCancel: () => void
}) => {
  const { running, onLoadSample, onCancel } = props
  const [, navigate] = useLocation()
  return (
    <Flex vertical align="center" justify="center" gap={20} className="first-start" data-testid="first-start">
      <Typography.Title level={3} style={{ margin: 0 }}>
        支部管家
      </Typography.Title>
      <Typography.Text type="secondary" style={{ maxWidth: 560, textAlign: 'center' }}>
        把街道、社区、小区党支部的组织台账、经费收支和应急党支部联系卡放在一处管理，数据只存在本机。
      </Typography.Text>
      <Flex gap={12}>
        <Button
          type="primary"
          size="large"
          disabled={running !== null}
          onClick={() => navigate('/import')}
          data-testid="first-start-import"
        >
          导入台账
        </Button>
        <Button
          size="large"
          loading={running !== null}
          onClick={onLoadSample}
          data-testid="first-start-sample"
        >
          载入示例街道
        </Button>
      </Flex>
      <Typography.Text type="secondary" style={{ fontSize: 12, maxWidth: 560, textAlign: 'center' }}>
        导入台账：选择本单位的 Excel
        表格，先看预览再写入。载入示例街道：先用一套虚构的街道数据熟悉程序，之后可以一键清空。
      </Typography.Text>
      <div style={{ height: 32 }}>
        <JobProgress running={running} onCancel={onCancel} />
      </div>
    </Flex>
  )
}
