import { useMemo } from 'react'
import type { ReportingLine } from '../../../shared/models/register.ts'
import { Failed } from '../../components/failed.tsx'
import { sortedBy } from '../../components/register-table.tsx'
import type { WindowColumn } from '../../components/window-table.tsx'
import { usePages } from '../../hooks/pages.ts'
import { sentenceOf } from '../../messages.ts'
import { reportingPath } from './people-tabs.tsx'
import { RegisteredList } from './registered-list.tsx'
import { useRegistered } from './use-registered.ts'

const size = 100

/** 双报到: members of work units who report to a community today. */
export const ReportingView = () => {
  const list = useRegistered(reportingPath)
  const { filter, sort, order } = list
  const pages = usePages(
    'reporting.page',
    size,
    (from) => ({ filter, sort, from, count: size }),
    (answer) => answer,
    list.seen,
  )
  const columns = useMemo(
    (): readonly WindowColumn<ReportingLine>[] => [
      {
        key: 'name',
        title: '姓名',
        width: 110,
        text: (row) => row.name,
        ...sortedBy('reading', sort, order),
      },
      {
        key: 'community',
        title: '报到社区',
        width: 150,
        text: (row) => row.communityName,
        ...sortedBy('community', sort, order),
      },
      {
        key: 'work',
        title: '工作单位',
        width: 190,
        text: (row) => row.workUnit ?? '',
        ...sortedBy('group', sort, order),
      },
      { key: 'committee', title: '所属党委', width: 170, text: (row) => row.partyCommittee ?? '' },
      { key: 'post', title: '认领岗位', width: 130, text: (row) => row.claimedPost ?? '' },
      { key: 'service', title: '服务类别', width: 110, text: (row) => row.serviceType ?? '' },
      { key: 'specialty', title: '专业特长', width: 120, text: (row) => row.specialty ?? '' },
      { key: 'phone', title: '电话', width: 116, text: (row) => row.phoneMasked ?? '' },
      { key: 'since', title: '报到日期', width: 100, text: (row) => row.startsOn ?? '' },
    ],
    [sort, order],
  )
  if (pages.first.isError) return <Failed sentence={sentenceOf(pages.first.error)} />
  return (
    <RegisteredList
      list={list}
      pages={pages}
      columns={columns}
      label="报到党员"
      placeholder="姓名、拼音、电话、证号末四位、工作单位"
      empty="还没有双报到登记，导入《双报到登记表》或在人员资料里登记报到后会出现在这里"
      testId="reporting"
    />
  )
}
