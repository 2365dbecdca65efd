import { Typography } from 'antd'

export const SettingsPage = () => <Typography.Title level={4}>设置</Typography.Title>
