import { Flex, Typography } from 'antd'
import { type ReactNode, useCallback } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import type { PartnerContact, PartnerLine } from '../../../shared/models/register.ts'
import { Failed } from '../../components/failed.tsx'
import { ImportButton } from '../../components/import-button.tsx'
import { Page } from '../../components/page.tsx'
import { RegisterTable } from '../../components/register-table.tsx'
import { TextFilter } from '../../components/text-filter.tsx'
import type { WindowColumn } from '../../components/window-table.tsx'
import { usePages } from '../../hooks/pages.ts'
import { useSeen } from '../../hooks/seen.ts'
import { sentenceOf } from '../../messages.ts'
import { PartnerDrawer } from './partner-drawer.tsx'

const size = 100
const path = '/emergency/partners'

const contact = (person: PartnerContact | null, position: string | null = null): string =>
  person === null ? '' : position === null ? person.name : `${person.name}（${position}）`

const names = (list: readonly { readonly name: string }[]): string => list.map((one) => one.name).join('、')

const columns: readonly WindowColumn<PartnerLine>[] = [
  { key: 'name', title: '单位名称', width: 180, pinned: true, text: (row) => row.name },
  { key: 'leader', title: '负责人', width: 200, text: (row) => contact(row.leader, row.leaderPosition) },
  { key: 'leaderPhone', title: '负责人电话', width: 116, text: (row) => row.leader?.phoneMasked ?? '' },
  { key: 'liaison', title: '联络员', width: 90, text: (row) => contact(row.liaison) },
  { key: 'liaisonPhone', title: '联络员电话', width: 116, text: (row) => row.liaison?.phoneMasked ?? '' },
  { key: 'communities', title: '包联社区', width: 170, text: (row) => names(row.communities) },
  { key: 'estates', title: '包联小区', width: 170, text: (row) => names(row.estates) },
  { key: 'emergency', title: '应急党支部', width: 190, text: (row) => names(row.emergencyBranches) },
]

const routeOf = (text: string | undefined, partner: string | null): string => {
  const search = new URLSearchParams()
  if (text !== undefined) search.set('text', text)
  if (partner !== null) search.set('partner', partner)
  const query = search.toString()
  return query === '' ? path : `${path}?${query}`
}

/** 包联单位 at `/emergency/partners`: whom to call, and what each serves; `partner=<id>` opens one. */
export const PartnersTab = (props: { readonly tabs: ReactNode }) => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const text = search.get('text')?.slice(0, 60) ?? undefined
  const opened = search.get('partner')
  const { seen, onSeen } = useSeen()
  const pages = usePages(
    'partner.page',
    size,
    (from) => ({ text, from, count: size }),
    (answer) => answer,
    seen,
  )
  const narrow = useCallback(
    (next: string | undefined) => navigate(routeOf(next, null), { replace: true }),
    [navigate],
  )
  if (pages.first.isError) return <Failed sentence={sentenceOf(pages.first.error)} />
  return (
    <Page title="应急" beside={props.tabs} actions={<ImportButton />}>
      <Flex vertical gap={8} style={{ height: '100%' }}>
        <Flex gap={8} align="center">
          <TextFilter
            value={text}
            onChange={narrow}
            placeholder="单位、负责人或联络员"
            label="筛选包联单位"
            testId="partners-text"
          />
          <Typography.Text type="secondary" className="nowrap" data-testid="partners-count">
            共 {pages.total.toLocaleString('zh-CN')} 个单位
          </Typography.Text>
        </Flex>
        <RegisterTable<PartnerLine>
          columns={columns}
          pages={pages}
          keyOf={(row) => row.id}
          openKey={opened}
          onOpen={(row) => navigate(routeOf(text, row.id))}
          onSeen={onSeen}
          label="包联单位"
          listKey={text ?? ''}
          noneFits={text === undefined ? undefined : '没有符合条件的包联单位'}
          empty="还没有包联单位，导入《包联单位名册》或《应急党支部名册》后会出现在这里"
          testId="partners-table"
          rowTestId="partner-row"
        />
      </Flex>
      {opened !== null && <PartnerDrawer id={opened} onClose={() => navigate(routeOf(text, null))} />}
    </Page>
  )
}
