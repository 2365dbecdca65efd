import { Button, Descriptions, Flex } from 'antd'
import { useLocation } from 'wouter'
import { useRequest } from '../../hooks/query.ts'

/** Version, runtime, licence, and the way to the manual. */
export const AboutSection = () => {
  const info = useRequest('app.info', null).data
  const [, navigate] = useLocation()
  return (
    <Flex vertical gap={12} style={{ maxWidth: 720 }}>
      <Descriptions
        bordered
        size="small"
        column={1}
        styles={{ label: { width: 136 } }}
        data-testid="about"
        items={[
          { key: 'name', label: '程序', children: '支部管家' },
          { key: 'version', label: '版本', children: info?.version ?? '' },
          { key: 'runtime', label: '运行环境', children: info?.runtime ?? '' },
          { key: 'licence', label: '许可', children: 'MIT 许可证；内置思源黑体按 SIL OFL 1.1 许可使用' },
        ]}
      />
      <span>
        <Button onClick={() => navigate('/manual')} data-testid="open-manual">
          使用手册（F1）
        </Button>
      </span>
    </Flex>
  )
}
