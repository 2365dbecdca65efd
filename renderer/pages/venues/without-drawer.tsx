import { Drawer } from 'antd'
import { useLocation } from 'wouter'
import type { BranchWithoutVenue } from '../../../shared/models/register.ts'
import { RegisterTable } from '../../components/register-table.tsx'
import type { WindowColumn } from '../../components/window-table.tsx'
import { usePages } from '../../hooks/pages.ts'
import { useSeen } from '../../hooks/seen.ts'

const size = 200

const columns: readonly WindowColumn<BranchWithoutVenue>[] = [
  { key: 'name', title: '党支部', width: 250, text: (row) => row.name },
  { key: 'community', title: '社区', width: 160, text: (row) => row.communityName ?? '' },
]

/** 没有场所的党支部: each leads to its page. */
export const WithoutDrawer = (props: { readonly onClose: () => void }) => {
  const [, navigate] = useLocation()
  const { seen, onSeen } = useSeen()
  const pages = usePages(
    'venue.without',
    size,
    (from) => ({ from, count: size }),
    (answer) => answer,
    seen,
  )
  return (
    <Drawer
      open
      size={480}
      mask={false}
      rootClassName="side-drawer"
      onClose={props.onClose}
      title={`没有场所的党支部（${pages.total.toLocaleString('zh-CN')}）`}
      data-testid="without-drawer"
      styles={{ body: { padding: 16, display: 'flex', flexDirection: 'column' } }}
    >
      <RegisterTable<BranchWithoutVenue>
        columns={columns}
        pages={pages}
        keyOf={(row) => row.id}
        openKey={null}
        onOpen={(row) => navigate(`/organization/${encodeURIComponent(row.id)}`)}
        onSeen={onSeen}
        label="没有场所的党支部"
        listKey="without"
        noneFits={undefined}
        empty="每个党支部都有场所"
        testId="without-table"
        rowTestId="without-row"
      />
    </Drawer>
  )
}
