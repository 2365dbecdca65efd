import { Button, Descriptions, Flex, Typography } from 'antd'
import { useClearSample } from '../../hooks/clear-sample.ts'
import { useCommand, useRequest } from '../../hooks/query.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'

/** Where the data lies, a copy of it now, and the way out of the sample. */
export const DataSection = () => {
  const info = useRequest('app.info', null).data
  const backup = useCommand('data.backup')
  const reveal = useCommand('data.reveal')
  const clear = useClearSample()
  const saved = useSavedNotice()
  const backUp = async () => {
    const file = await backup.run(null)
    if (file !== undefined) saved(file)
  }
  return (
    <Flex vertical gap={12} style={{ maxWidth: 720 }}>
      <Descriptions
        bordered
        size="small"
        column={1}
        styles={{ label: { width: 136 } }}
        items={[
          {
            key: 'directory',
            label: '数据文件夹',
            children: (
              <Typography.Text copyable data-testid="data-directory">
                {info?.dataDirectory ?? ''}
              </Typography.Text>
            ),
          },
        ]}
      />
      <Flex gap={8}>
        <Button type="primary" loading={backup.busy} onClick={() => void backUp()} data-testid="backup">
          立即备份
        </Button>
        <Button onClick={() => void reveal.run(null)} data-testid="data-reveal">
          打开数据文件夹
        </Button>
        {info?.sample === true && (
          <Button loading={clear.busy} onClick={clear.ask} data-testid="settings-sample-clear">
            清空示例
          </Button>
        )}
      </Flex>
      <Typography.Paragraph type="secondary">
        数据只存在这台电脑上。备份是一份完整的副本，保存在数据文件夹的 backups
        文件夹里，建议定期复制到其他地方保管。
      </Typography.Paragraph>
    </Flex>
  )
}
