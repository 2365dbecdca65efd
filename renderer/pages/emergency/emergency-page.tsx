import { Typography } from 'antd'

export const EmergencyPage = () => <Typography.Title level={4}>应急</Typography.Title>
