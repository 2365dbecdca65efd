import { useMemo } from 'react'
import { politicalStatusOf, type VolunteerLine } from '../../../shared/models/register.ts'
import { Failed } from '../../components/failed.tsx'
import { sortedBy } from '../../components/register-table.tsx'
import type { WindowColumn } from '../../components/window-table.tsx'
import { usePages } from '../../hooks/pages.ts'
import { sentenceOf } from '../../messages.ts'
import { volunteersPath } from './people-tabs.tsx'
import { RegisteredList } from './registered-list.tsx'
import { useRegistered } from './use-registered.ts'

const size = 100

/** 志愿者: everyone who volunteers in a community today. */
export const VolunteersView = () => {
  const list = useRegistered(volunteersPath)
  const { filter, sort, order } = list
  const pages = usePages(
    'volunteer.page',
    size,
    (from) => ({ filter, sort, from, count: size }),
    (answer) => answer,
    list.seen,
  )
  const columns = useMemo(
    (): readonly WindowColumn<VolunteerLine>[] => [
      {
        key: 'name',
        title: '姓名',
        width: 120,
        text: (row) => row.name,
        ...sortedBy('reading', sort, order),
      },
      {
        key: 'community',
        title: '社区',
        width: 180,
        text: (row) => row.communityName,
        ...sortedBy('community', sort, order),
      },
      {
        key: 'team',
        title: '服务队',
        width: 220,
        text: (row) => row.team ?? '',
        ...sortedBy('group', sort, order),
      },
      { key: 'service', title: '服务类别', width: 150, text: (row) => row.serviceType ?? '' },
      { key: 'specialty', title: '特长', width: 180, text: (row) => row.specialty ?? '' },
      { key: 'phone', title: '电话', width: 116, text: (row) => row.phoneMasked ?? '' },
      { key: 'political', title: '政治面貌', width: 120, text: (row) => politicalStatusOf(row) ?? '' },
    ],
    [sort, order],
  )
  if (pages.first.isError) return <Failed sentence={sentenceOf(pages.first.error)} />
  return (
    <RegisteredList
      list={list}
      pages={pages}
      columns={columns}
      label="志愿者"
      placeholder="姓名、拼音、电话、证号末四位、服务队"
      empty="还没有志愿者，导入《志愿者名册》后会出现在这里"
      testId="volunteers"
    />
  )
}
