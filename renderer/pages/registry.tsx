import {
  AlertOutlined,
  ApartmentOutlined,
  BankOutlined,
  HomeOutlined,
  ImportOutlined,
  ReadOutlined,
  SettingOutlined,
  TeamOutlined,
  UnorderedListOutlined,
  WalletOutlined,
} from '@ant-design/icons'
import type { ComponentType, ReactNode } from 'react'
import { OverviewPage } from './overview/overview-page.tsx'
import { pageOf } from './page-of.tsx'

export interface Page {
  /** First part of the hash route, e.g. `/organization`. */
  readonly path: string
  readonly label: string
  readonly icon: ReactNode
  readonly component: ComponentType
  /** On an empty database such a page gives way to the first-start page. */
  readonly needsData: boolean
}

/** The left rail, top to bottom. The first page is part of the window; the others load after it. */
export const pages: readonly Page[] = [
  {
    path: '/overview',
    label: '概览',
    icon: <HomeOutlined />,
    component: OverviewPage,
    needsData: true,
  },
  {
    path: '/organization',
    label: '组织',
    icon: <ApartmentOutlined />,
    component: pageOf(async () => (await import('./organization/organization-views.tsx')).OrganizationViews),
    needsData: true,
  },
  {
    path: '/people',
    label: '人员',
    icon: <TeamOutlined />,
    component: pageOf(async () => (await import('./people/people-views.tsx')).PeopleViews),
    needsData: true,
  },
  {
    path: '/funding',
    label: '经费',
    icon: <WalletOutlined />,
    component: pageOf(async () => (await import('./funding/funding-page.tsx')).FundingPage),
    needsData: true,
  },
  {
    path: '/venues',
    label: '场所',
    icon: <BankOutlined />,
    component: pageOf(async () => (await import('./venues/venues-page.tsx')).VenuesPage),
    needsData: true,
  },
  {
    path: '/emergency',
    label: '应急',
    icon: <AlertOutlined />,
    component: pageOf(async () => (await import('./emergency/emergency-page.tsx')).EmergencyPage),
    needsData: true,
  },
  {
    path: '/import',
    label: '导入',
    icon: <ImportOutlined />,
    component: pageOf(async () => (await import('./import/import-page.tsx')).ImportPage),
    needsData: false,
  },
  {
    path: '/settings',
    label: '设置',
    icon: <SettingOutlined />,
    component: pageOf(async () => (await import('./settings/settings-page.tsx')).SettingsPage),
    needsData: false,
  },
]

/** Opened by F1 and from 设置 · 关于; not in the rail. */
export const manual: Page = {
  path: '/manual',
  label: '使用手册',
  icon: <ReadOutlined />,
  component: pageOf(async () => (await import('./settings/manual-page.tsx')).ManualPage),
  needsData: false,
}

/** Opened from 概览 and from the tree; not in the rail. */
export const todos: Page = {
  path: '/gaps',
  label: '待办清单',
  icon: <UnorderedListOutlined />,
  component: pageOf(async () => (await import('./gaps/gaps-page.tsx')).GapsPage),
  needsData: true,
}

/** Opened from 人员; not in the rail. */
export const duplicates: Page = {
  path: '/duplicates',
  label: '人员查重',
  icon: <TeamOutlined />,
  component: pageOf(async () => (await import('./duplicates/duplicates-page.tsx')).DuplicatesPage),
  needsData: true,
}

/** Pages that are no part of the rail. */
export const furtherPages: readonly Page[] = [todos, duplicates, manual]
