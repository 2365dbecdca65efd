import { Typography } from 'antd'

export const FundingPage = () => <Typography.Title level={4}>经费</Typography.Title>
