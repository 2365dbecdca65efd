import { Tabs } from 'antd'
import { Page } from '../../components/page.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { DataSection } from './data-section.tsx'
import { HistorySection } from './history-section.tsx'
import { OfficeSection } from './office-section.tsx'

/** 设置: the office, the looks, the data and its backups, what was done, what this program is. */
export const SettingsPage = () => (
  <Page title="设置">
    <Tabs
      className="fill-tabs"
      style={{ height: '100%' }}
      items={[
        { key: 'office', label: '单位信息', children: <OfficeSection /> },
        { key: 'data', label: '数据与备份', children: <DataSection /> },
        { key: 'history', label: '操作记录', children: <HistorySection /> },
        { key: 'appearance', label: '外观', children: <AppearanceSection /> },
        { key: 'about', label: '关于', children: <AboutSection /> },
      ]}
    />
  </Page>
)
