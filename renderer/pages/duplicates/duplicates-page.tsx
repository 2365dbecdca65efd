import { Button, Empty, Space, Typography } from 'antd'
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { duplicateLabels } from '../../../shared/labels.ts'
import type { DuplicatePair } from '../../../shared/models/duplicate.ts'
import { Failed } from '../../components/failed.tsx'
import { Measured } from '../../components/measured.tsx'
import { Page } from '../../components/page.tsx'
import { type WindowColumn, WindowTable } from '../../components/window-table.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { MergeDrawer } from './merge-drawer.tsx'

const columns: readonly WindowColumn<DuplicatePair>[] = [
  { key: 'name', title: '姓名', width: 140, text: (pair) => pair.name },
  { key: 'reason', title: '相同之处', width: 220, text: (pair) => duplicateLabels[pair.reason] },
  { key: 'a', title: '记录一', width: 360, text: (pair) => pair.aPlace },
  { key: 'b', title: '记录二', width: 360, text: (pair) => pair.bPlace },
]

const keyOf = (pair: DuplicatePair): string => `${pair.aId} ${pair.bId}`

/** 查重: records that may be one person; each pair is merged, or remembered as not the same. */
export const DuplicatesPage = () => {
  const found = useRequest('duplicate.list', null)
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const [opened, setOpened] = useState<DuplicatePair | null>(null)
  if (found.isError) return <Failed sentence={sentenceOf(found.error)} />
  const pairs = found.data?.pairs ?? []
  const total = found.data?.total ?? 0
  return (
    <Page
      title="人员查重"
      beside={
        <Typography.Text type="secondary" className="nowrap" data-testid="duplicates-count">
          {total > pairs.length
            ? `共 ${total.toLocaleString('zh-CN')} 对，先列出 ${pairs.length} 对`
            : `共 ${total} 对`}
        </Typography.Text>
      }
      actions={
        <Space>
          <Button onClick={() => navigate(`/people?${search.toString()}`)}>返回人员</Button>
        </Space>
      }
    >
      <Measured>
        {({ height }) => (
          <WindowTable
            columns={columns}
            total={pairs.length}
            rowAt={(index) => pairs[index]}
            keyOf={keyOf}
            openKey={opened === null ? null : keyOf(opened)}
            onOpen={setOpened}
            onSeen={() => undefined}
            height={height}
            label="可能重复的人员"
            emptyText={
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={found.isPending ? '正在查找' : '没有发现可能重复的人员'}
              />
            }
            testId="duplicates-table"
            rowTestId="duplicate-row"
          />
        )}
      </Measured>
      {opened !== null && <MergeDrawer key={keyOf(opened)} pair={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}
