import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Empty, Flex, Input, Space, Tag, Typography } from 'antd'
import { useCallback, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { gapLabel, unitKindLabels } from '../../../shared/labels.ts'
import type { GapLine } from '../../../shared/models/gap.ts'
import { type GapFilter, gapFilter } from '../../../shared/requests/gaps.ts'
import { call } from '../../api.ts'
import { Failed } from '../../components/failed.tsx'
import { JobProgress } from '../../components/job-progress.tsx'
import { Measured } from '../../components/measured.tsx'
import { Page } from '../../components/page.tsx'
import { type WindowColumn, WindowTable } from '../../components/window-table.tsx'
import { useJob } from '../../hooks/job.ts'
import { useRequest } from '../../hooks/query.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'
import { sentenceOf } from '../../messages.ts'
import { UnitFilter } from '../people/unit-filter.tsx'
import { mendRoute } from './gap-routes.ts'
import { useGapPages } from './use-gap-pages.ts'
import './gaps.css'

const kindOf = (line: GapLine): string => {
  if (line.of === 'estate') return '小区'
  if (line.of === 'person') return '人员'
  return line.unitKind === null ? '' : unitKindLabels[line.unitKind]
}

/** Where it stands: what is above a unit, the unit of a person or estate. */
const placeOf = (line: GapLine): string =>
  line.of === 'unit' ? line.path.split(' / ').slice(0, -1).join(' / ') : line.path

const columns: readonly WindowColumn<GapLine>[] = [
  { key: 'gap', title: '缺项', width: 150, text: (line) => gapLabel(line.gap) },
  { key: 'name', title: '名称', width: 330, text: (line) => line.name },
  { key: 'kind', title: '类别', width: 110, text: kindOf },
  { key: 'path', title: '所在组织', width: 400, text: placeOf },
]

const filterOf = (search: URLSearchParams): GapFilter =>
  gapFilter.safeParse({
    gap: search.get('gap') ?? undefined,
    unitId: search.get('unit') ?? undefined,
    text: search.get('text') ?? undefined,
  }).data ?? {}

const routeOf = ({ gap, unitId, text }: GapFilter): string => {
  const search = new URLSearchParams()
  if (gap !== undefined) search.set('gap', gap)
  if (unitId !== undefined) search.set('unit', unitId)
  if (text !== undefined && text !== '') search.set('text', text)
  const query = search.toString()
  return query === '' ? '/gaps' : `/gaps?${query}`
}

/** 待办清单: everything that is missing; the address says what it is narrowed to, a line opens its mend. */
export const GapsPage = () => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const filter = filterOf(search)
  const [seen, setSeen] = useState({ from: 0, to: 40 })
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), [])
  const pages = useGapPages(filter, seen)
  const { gap, ...others } = filter
  const counts = useRequest('gap.counts', others)
  const { run, cancel, running } = useJob()
  const noticeSaved = useSavedNotice()
  const narrow = (next: GapFilter) => navigate(routeOf(next), { replace: true })
  const save = async () => {
    const file = await run((jobId) => call('gap.export', { filter, jobId }))
    if (file !== undefined && file !== null) noticeSaved(file)
  }
  if (pages.first.isError) return <Failed sentence={sentenceOf(pages.first.error)} />
  const all = (counts.data ?? []).reduce((sum, one) => sum + one.count, 0)
  return (
    <Page
      title="待办清单"
      beside={
        <Typography.Text type="secondary" className="nowrap" data-testid="gaps-count">
          共 {pages.total.toLocaleString('zh-CN')} 项
        </Typography.Text>
      }
      actions={
        <Space>
          <JobProgress running={running} onCancel={cancel} />
          <Button
            icon={<FileExcelOutlined />}
            disabled={pages.total === 0 || running !== null}
            onClick={() => void save()}
            data-testid="gaps-export"
          >
            导出 Excel
          </Button>
        </Space>
      }
    >
      <div className="gaps-page">
        <Flex gap={8} wrap align="center">
          <Input.Search
            defaultValue={filter.text ?? ''}
            placeholder="名称、拼音"
            allowClear
            maxLength={60}
            style={{ width: 200 }}
            onSearch={(text) => narrow({ ...filter, text: text.trim() })}
            aria-label="按名称筛选"
            data-testid="gaps-text"
          />
          <UnitFilter
            value={filter.unitId}
            onChange={(unitId) => narrow({ ...others, ...(gap === undefined ? {} : { gap }), unitId })}
          />
        </Flex>
        <Flex gap={4} wrap data-testid="gap-kinds">
          <Tag.CheckableTag checked={gap === undefined} onChange={() => narrow(others)}>
            全部 {all.toLocaleString('zh-CN')}
          </Tag.CheckableTag>
          {(counts.data ?? []).map((one) => (
            <Tag.CheckableTag
              key={one.gap}
              checked={gap === one.gap}
              onChange={(checked) => narrow(checked ? { ...others, gap: one.gap } : others)}
              data-testid={`gap-kind-${one.gap}`}
            >
              {gapLabel(one.gap)} {one.count.toLocaleString('zh-CN')}
            </Tag.CheckableTag>
          ))}
        </Flex>
        <div style={{ flex: 1, minHeight: 0 }}>
          <Measured>
            {({ height }) => (
              <WindowTable
                key={JSON.stringify(filter)}
                columns={columns}
                total={pages.total}
                rowAt={pages.rowAt}
                keyOf={(line) => `${line.gap} ${line.id}`}
                openKey={null}
                onOpen={(line) => navigate(mendRoute(line))}
                onSeen={onSeen}
                height={height}
                label="待办清单"
                emptyText={
                  <Empty
                    image={Empty.PRESENTED_IMAGE_SIMPLE}
                    description={
                      pages.first.isPending
                        ? '正在读取'
                        : Object.keys(filter).length === 0
                          ? '没有发现缺项'
                          : '没有符合条件的缺项'
                    }
                  />
                }
                testId="gaps-table"
                rowTestId="gap-row"
              />
            )}
          </Measured>
        </div>
      </div>
    </Page>
  )
}
