import { PlusOutlined, WarningFilled } from '@ant-design/icons'
import { Button, Checkbox, Flex, type TableColumnsType, Typography, theme } from 'antd'
import { Fragment, useMemo, useState } from 'react'
import { useSearchParams } from 'wouter'
import type { EstateLine } from '../../../shared/models/estate.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { Failed } from '../../components/failed.tsx'
import { lastColumn } from '../../components/last-column.ts'
import { inRow, VirtualTable } from '../../components/virtual-table.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { EstateActions } from './estate-actions.tsx'
import { EstateBranchDrawer } from './estate-branch-drawer.tsx'
import { EstateCount, EstateName } from './estate-cells.tsx'
import { EstateModal } from './estate-modal.tsx'

const Served = (props: { readonly estate: EstateLine; readonly onFound: (() => void) | null }) => {
  const { estate, onFound } = props
  const { token } = theme.useToken()
  const links = estate.links.map((link, index) => (
    <Fragment key={link.id}>
      {index > 0 && '、'}
      <a href={`#/organization/${encodeURIComponent(link.unit.id)}`}>{link.unit.name}</a>
    </Fragment>
  ))
  if (estate.endedOn !== null) return <>已于 {estate.endedOn} 结束</>
  if (estate.covered)
    return <span title={estate.links.map((link) => link.unit.name).join('、')}>{links}</span>
  return (
    <span>
      <WarningFilled style={{ color: token.colorWarning }} /> 没有党支部
      {onFound !== null && (
        <Button
          type="link"
          size="small"
          style={inRow}
          onClick={onFound}
          data-testid={`estate-found-${estate.name}`}
        >
          建党支部…
        </Button>
      )}
      {links}
    </span>
  )
}

/** What lies over the list. */
type Over = { readonly kind: 'create' } | { readonly kind: 'edit' | 'found'; readonly estate: EstateLine }

/** 小区 of a community, or of all communities of a street: who serves them, and what is missing. `?estate=` marks one. */
export const PlaceEstates = (props: { readonly unit: UnitDetail }) => {
  const { unit } = props
  const [search] = useSearchParams()
  const marked = search.get('estate')
  const estates = useRequest('estate.list', { unitId: unit.id })
  const [bare, setBare] = useState(search.get('covered') === 'no')
  const [over, setOver] = useState<Over | null>(null)
  const close = () => setOver(null)
  const all = estates.data ?? []
  const living = all.filter((estate) => estate.endedOn === null)
  const uncovered = living.filter((estate) => !estate.covered)
  const shown = useMemo(() => {
    const list = bare ? all.filter((estate) => estate.endedOn === null && !estate.covered) : all
    // The one that a link names stands first, so that it is in sight.
    return [...list.filter((one) => one.id === marked), ...list.filter((one) => one.id !== marked)]
  }, [all, bare, marked])
  if (estates.isError) return <Failed sentence={sentenceOf(estates.error)} />
  const changeable = unit.dissolvedOn === null
  const editable = (estate: EstateLine) => changeable && estate.endedOn === null
  const street = unit.kind === 'streetCommittee'
  const columns: TableColumnsType<EstateLine> = [
    {
      key: 'name',
      title: '小区',
      width: 160,
      ellipsis: true,
      render: (_, estate) => (editable(estate) ? <EstateName estate={estate} /> : estate.name),
    },
    ...(street
      ? [
          {
            key: 'community',
            title: '社区',
            width: 150,
            ellipsis: true,
            render: (_: unknown, estate: EstateLine) => estate.communityName ?? '未填写',
          },
        ]
      : []),
    {
      key: 'buildings',
      title: '楼栋',
      width: 60,
      align: 'right',
      render: (_, estate) =>
        editable(estate) ? <EstateCount estate={estate} field="buildingCount" /> : estate.buildingCount,
    },
    {
      key: 'households',
      title: '户数',
      width: 78,
      align: 'right',
      ...lastColumn,
      render: (_, estate) =>
        editable(estate) ? <EstateCount estate={estate} field="householdCount" /> : estate.householdCount,
    },
    {
      key: 'branches',
      title: '服务的党支部',
      ellipsis: true,
      render: (_, estate) => (
        <Served
          estate={estate}
          onFound={
            changeable && estate.communityId !== null ? () => setOver({ kind: 'found', estate }) : null
          }
        />
      ),
    },
    {
      key: 'actions',
      width: 110,
      render: (_, estate) =>
        changeable && <EstateActions estate={estate} onEdit={() => setOver({ kind: 'edit', estate })} />,
    },
  ]
  return (
    <Flex vertical gap={8} style={{ height: '100%' }} data-testid="place-estates">
      <Flex align="center" gap={16}>
        <Typography.Text data-testid="estates-count">
          {living.length} 个小区
          {uncovered.length > 0 && `，其中 ${uncovered.length} 个没有党支部`}
        </Typography.Text>
        <Checkbox checked={bare} onChange={(event) => setBare(event.target.checked)}>
          只看没有党支部的
        </Checkbox>
        <span style={{ flex: 1 }} />
        {changeable && (
          <Button
            icon={<PlusOutlined />}
            onClick={() => setOver({ kind: 'create' })}
            data-testid="estate-create"
          >
            新建小区
          </Button>
        )}
      </Flex>
      <div style={{ flex: 1, minHeight: 0 }}>
        <VirtualTable<EstateLine>
          rowKey="id"
          columns={columns}
          rows={shown}
          minWidth={street ? 760 : 620}
          loading={estates.isPending}
          rowClassName={(estate) =>
            estate.id === marked ? 'marked-row' : estate.endedOn === null ? '' : 'past-row'
          }
          emptyText={
            bare
              ? '每个小区都有党支部'
              : '还没有小区。点“新建小区”登记，或导入应急党支部名册，小区会一并建好。'
          }
          testId="estates"
        />
      </div>
      {over?.kind === 'create' && <EstateModal unit={unit} estate={null} onClose={close} />}
      {over?.kind === 'edit' && <EstateModal unit={unit} estate={over.estate} onClose={close} />}
      {over?.kind === 'found' && <EstateBranchDrawer estate={over.estate} onClose={close} />}
    </Flex>
  )
}
