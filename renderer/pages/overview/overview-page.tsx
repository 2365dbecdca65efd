import { Typography } from 'antd'

export const OverviewPage = () => <Typography.Title level={4}>概览</Typography.Title>
