import { LinkOutlined } from '@ant-design/icons'
import { Button, Checkbox, Flex, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'wouter'
import type { ServedEstate } from '../../../shared/models/estate.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { DayConfirm } from '../../components/day-confirm.tsx'
import { Failed } from '../../components/failed.tsx'
import { lastColumn } from '../../components/last-column.ts'
import { inRow, VirtualTable } from '../../components/virtual-table.tsx'
import { useEdit } from '../../hooks/edit.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { LinkEstatesModal } from './link-estates-modal.tsx'

const Unlink = (props: { readonly estate: ServedEstate }) => {
  const { estate } = props
  const { run, busy } = useEdit('estate.unlink')
  const unlink = async (on: string) =>
    (await run(
      { linkId: estate.linkId, version: estate.linkVersion, on },
      `已解除与“${estate.name}”的关联`,
    )) !== undefined
  return (
    <DayConfirm
      action="解除"
      title={`解除与“${estate.name}”的关联`}
      explanation="从这一天起不再服务这个小区。"
      busy={busy}
      onConfirm={unlink}
      testId="estate-unlink-confirm"
    >
      <Button type="link" size="small" style={inRow} data-testid={`estate-unlink-${estate.name}`}>
        解除
      </Button>
    </DayConfirm>
  )
}

/** 小区 of a branch: those it serves, from when, and on request those it served. */
export const ServedEstates = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const [search] = useSearchParams()
  const marked = search.get('estate')
  const served = useRequest('estate.served', { unitId: unit.id })
  const [past, setPast] = useState(false)
  const [linking, setLinking] = useState(false)
  if (served.isError) return <Failed sentence={sentenceOf(served.error)} />
  const all = served.data ?? []
  const changeable = unit.dissolvedOn === null
  // What a dissolved branch served has all ended: it is what there is to see.
  const withPast = past || !changeable
  const shown = withPast ? all : all.filter((estate) => estate.endsOn === null)
  const ended = all.filter((estate) => estate.endsOn !== null).length
  const columns: TableColumnsType<ServedEstate> = [
    { key: 'name', title: '小区', dataIndex: 'name', ellipsis: true },
    {
      key: 'community',
      title: '社区',
      width: 160,
      ellipsis: true,
      render: (_, { communityId, communityName }) =>
        communityId === null ? (
          '未填写'
        ) : (
          <a href={`#/organization/${encodeURIComponent(communityId)}?tab=estates`}>{communityName}</a>
        ),
    },
    { key: 'buildings', title: '楼栋', dataIndex: 'buildingCount', width: 64, align: 'right' },
    {
      key: 'households',
      title: '户数',
      dataIndex: 'householdCount',
      width: 88,
      align: 'right',
      ...lastColumn,
    },
    {
      key: 'from',
      title: withPast ? '起止' : '关联日期',
      width: withPast ? 200 : 104,
      render: (_, estate) =>
        `${estate.startsOn ?? '不详'}${estate.endsOn === null ? '' : ` 至 ${estate.endsOn}`}`,
    },
    {
      key: 'actions',
      width: 72,
      render: (_, estate) => changeable && estate.endsOn === null && <Unlink estate={estate} />,
    },
  ]
  return (
    <Flex vertical gap={8} style={{ height: '100%' }} data-testid="served-estates">
      <Flex align="center" gap={16}>
        <span>服务 {all.length - ended} 个小区</span>
        {changeable && ended > 0 && (
          <Checkbox checked={past} onChange={(event) => setPast(event.target.checked)}>
            显示已解除（{ended}）
          </Checkbox>
        )}
        <span style={{ flex: 1 }} />
        {changeable && (
          <Button icon={<LinkOutlined />} onClick={() => setLinking(true)} data-testid="estate-link">
            关联小区…
          </Button>
        )}
      </Flex>
      <div style={{ flex: 1, minHeight: 0 }}>
        <VirtualTable<ServedEstate>
          rowKey="linkId"
          columns={columns}
          rows={shown}
          minWidth={620}
          loading={served.isPending}
          rowClassName={(estate) =>
            estate.id === marked ? 'marked-row' : estate.endsOn === null ? '' : 'past-row'
          }
          emptyText="还没有关联小区。点“关联小区…”选择它服务的小区，可以一次选几个。"
          testId="served"
        />
      </div>
      {linking && <LinkEstatesModal unit={unit} onClose={() => setLinking(false)} />}
    </Flex>
  )
}
