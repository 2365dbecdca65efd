import { Tabs } from 'antd'
import { useLocation } from 'wouter'

export const volunteersPath = '/people/volunteers'
export const reportingPath = '/people/reporting'

/** 人员 in three views: everyone, the volunteers, those who report. */
export const PeopleTabs = () => {
  const [location, navigate] = useLocation()
  const active = [volunteersPath, reportingPath].find((path) => location.startsWith(path)) ?? '/people'
  return (
    <Tabs
      size="small"
      className="head-tabs"
      activeKey={active}
      onChange={(path) => navigate(path)}
      items={[
        { key: '/people', label: '名单' },
        { key: volunteersPath, label: '志愿者' },
        { key: reportingPath, label: '双报到' },
      ]}
      data-testid="people-tabs"
    />
  )
}
