import {
  AlertOutlined,
  ApartmentOutlined,
  HomeOutlined,
  ImportOutlined,
  SettingOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react'

export interface Page {
  /** First part of the hash route, e.g. `/organization`. */
  readonly path: string
  readonly label: string
  readonly icon: ReactNode
  readonly component: LazyExoticComponent<ComponentType>
}

/** The left rail, top to bottom. Pages load when first opened, so that the window is ready sooner. */
export const pages: readonly Page[] = [
  {
    path: '/overview',
    label: '概览',
    icon: <HomeOutlined />,
    component: lazy(async () => ({ default: (await import('./overview/overview-page.tsx')).OverviewPage })),
  },
  {
    path: '/organization',
    label: '组织',
    icon: <ApartmentOutlined />,
    component: lazy(async () => ({
      default: (await import('./organization/organization-page.tsx')).OrganizationPage,
    })),
  },
  {
    path: '/people',
    label: '人员',
    icon: <TeamOutlined />,
    component: lazy(async () => ({ default: (await import('./people/people-page.tsx')).PeoplePage })),
  },
  {
    path: '/funding',
    label: '经费',
    icon: <WalletOutlined />,
    component: lazy(async () => ({ default: (await import('./funding/funding-page.tsx')).FundingPage })),
  },
  {
    path: '/emergency',
    label: '应急',
    icon: <AlertOutlined />,
    component: lazy(async () => ({
      default: (await import('./emergency/emergency-page.tsx')).EmergencyPage,
    })),
  },
  {
    path: '/import',
    label: '导入',
    icon: <ImportOutlined />,
    component: lazy(async () => ({ default: (await import('./import/import-page.tsx')).ImportPage })),
  },
  {
    path: '/settings',
    label: '设置',
    icon: <SettingOutlined />,
    component: lazy(async () => ({ default: (await import('./settings/settings-page.tsx')).SettingsPage })),
  },
]
