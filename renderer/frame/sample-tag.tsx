import { Button, Tag } from 'antd'
import { useClearSample } from '../hooks/clear-sample.ts'

/** Says clearly that this is the sample street, with the way to real data. */
export const SampleTag = () => {
  const { ask, busy } = useClearSample()
  return (
    <span className="sample-tag" data-testid="sample-tag">
      <Tag color="warning">示例数据</Tag>
      <Button type="link" size="small" loading={busy} onClick={ask} data-testid="sample-clear">
        清空示例，开始使用
      </Button>
    </span>
  )
}
