import { Button, Empty, Skeleton, Tabs } from 'antd'
import { useLocation } from 'wouter'
import { Page } from '../../components/page.tsx'
import { useRequest } from '../../hooks/query.ts'
import { PartnersTab } from '../partners/partners-tab.tsx'
import { BranchesTab } from './branches-tab.tsx'
import { CardsTab } from './cards-tab.tsx'
import './emergency.css'

const cardsPath = '/emergency/cards'
const branchesPath = '/emergency/branches'
const partnersPath = '/emergency/partners'

/** 应急: 应急党支部 at `/emergency`, 联系卡 at `/emergency/cards`, 包联单位 at `/emergency/partners`. */
export const EmergencyPage = () => {
  const [location, navigate] = useLocation()
  const cards = useRequest('cards.list', null)
  const onCards = location.startsWith(cardsPath)
  const onPartners = location.startsWith(partnersPath)
  const tabs = (
    <Tabs
      size="small"
      className="emergency-tabs"
      activeKey={onPartners ? partnersPath : onCards ? cardsPath : branchesPath}
      onChange={navigate}
      items={[
        { key: branchesPath, label: '应急党支部' },
        { key: cardsPath, label: '联系卡' },
        { key: partnersPath, label: '包联单位' },
      ]}
    />
  )
  if (onPartners) return <PartnersTab tabs={tabs} />
  if (cards.data === undefined) return <Skeleton className="page-skeleton" active />
  if (cards.data.length === 0) {
    return (
      <Page title="应急" beside={tabs}>
        <Empty
          style={{ marginTop: 96 }}
          description="还没有应急党支部。请先导入《应急党支部名册》，联系卡由其中的联系人生成。"
        >
          <Button type="primary" onClick={() => navigate('/import')}>
            导入台账
          </Button>
        </Empty>
      </Page>
    )
  }
  return onCards ? (
    <CardsTab cards={cards.data} tabs={tabs} />
  ) : (
    <BranchesTab cards={cards.data} tabs={tabs} />
  )
}
