import { Typography } from 'antd'

export const OrganizationPage = () => <Typography.Title level={4}>组织</Typography.Title>
