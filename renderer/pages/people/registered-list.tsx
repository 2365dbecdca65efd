import { Flex, Typography } from 'antd'
import { useCallback } from 'react'
import { ImportButton } from '../../components/import-button.tsx'
import { Page } from '../../components/page.tsx'
import { RegisterTable } from '../../components/register-table.tsx'
import { TextFilter } from '../../components/text-filter.tsx'
import type { WindowColumn } from '../../components/window-table.tsx'
import { CommunityFilter } from './community-filter.tsx'
import { PeopleTabs } from './people-tabs.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import type { useRegistered } from './use-registered.ts'
import './people.css'

interface Row {
  readonly id: string
  readonly personId: string
}

/** A register of people: search, community, the rows in sight, and the person beside them. */
export const RegisteredList = <R extends Row>(props: {
  readonly list: ReturnType<typeof useRegistered>
  readonly pages: {
    readonly total: number
    readonly rowAt: (index: number) => R | undefined
    readonly first: { readonly isPending: boolean }
  }
  readonly columns: readonly WindowColumn<R>[]
  readonly label: string
  readonly placeholder: string
  readonly empty: string
  readonly testId: string
}) => {
  const { list, pages } = props
  const { filter, narrow } = list
  const search = useCallback(
    (text: string | undefined) => {
      const { text: _, ...rest } = filter
      narrow(text === undefined ? rest : { ...rest, text })
    },
    [filter, narrow],
  )
  const choose = (unitId: string | undefined) => {
    const { unitId: _, ...rest } = filter
    narrow(unitId === undefined ? rest : { ...rest, unitId })
  }
  return (
    <Page
      title="人员"
      beside={
        <>
          <PeopleTabs />
          <Typography.Text type="secondary" className="nowrap" data-testid={`${props.testId}-count`}>
            共 {pages.total.toLocaleString('zh-CN')} 人次
          </Typography.Text>
        </>
      }
      actions={<ImportButton />}
    >
      <div className="people">
        <Flex gap={8} align="center">
          <TextFilter
            value={filter.text}
            onChange={search}
            placeholder={props.placeholder}
            label={`筛选${props.label}`}
            width={340}
            testId={`${props.testId}-text`}
          />
          <CommunityFilter value={filter.unitId} onChange={choose} />
        </Flex>
        <RegisterTable<R>
          columns={props.columns}
          pages={pages}
          keyOf={(row) => row.personId}
          openKey={list.opened}
          onOpen={(row) => list.open(row.personId)}
          onSeen={list.onSeen}
          label={props.label}
          listKey={JSON.stringify([filter, list.sort])}
          noneFits={Object.keys(filter).length === 0 ? undefined : `没有符合条件的${props.label}`}
          empty={props.empty}
          testId={`${props.testId}-table`}
          rowTestId={`${props.testId}-row`}
        />
      </div>
      {list.opened !== null && (
        <PersonDrawer id={list.opened} editPhone={false} onClose={() => list.open(null)} />
      )}
    </Page>
  )
}
