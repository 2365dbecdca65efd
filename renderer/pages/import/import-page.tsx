import { Typography } from 'antd'

export const ImportPage = () => <Typography.Title level={4}>导入</Typography.Title>
