import { Tabs } from 'antd'
import { useLocation, useParams } from 'wouter'
import { Page } from '../../components/page.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { HistorySection } from './history-section.tsx'
import { OfficeSection } from './office-section.tsx'
import { StandardsSection } from './standards-section.tsx'

/** 设置: the office, the looks, the data and its backups, what was done, what this program is. */
export const SettingsPage = () => {
  const { '*': rest } = useParams<{ '*': string }>()
  const [, navigate] = useLocation()
  return (
    <Page title="设置">
      <Tabs
        activeKey={rest === undefined || rest === '' ? 'office' : rest}
        onChange={(key) => navigate(`/settings/${key}`, { replace: true })}
        className="fill-tabs"
        style={{ height: '100%' }}
        items={[
          { key: 'office', label: '单位信息', children: <OfficeSection /> },
          { key: 'standards', label: '职数标准', children: <StandardsSection /> },
          { key: 'data', label: '数据与备份', children: <DataSection /> },
          { key: 'history', label: '操作记录', children: <HistorySection /> },
          { key: 'appearance', label: '外观', children: <AppearanceSection /> },
          { key: 'about', label: '关于', children: <AboutSection /> },
        ]}
      />
    </Page>
  )
}
