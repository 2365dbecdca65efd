import { Typography } from 'antd'

export const PeoplePage = () => <Typography.Title level={4}>人员</Typography.Title>
