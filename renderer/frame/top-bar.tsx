import { UserOutlined } from '@ant-design/icons'
import { type InputRef, Select, Typography } from 'antd'
import type { Ref } from 'react'
import { useRequest } from '../hooks/query.ts'
import { useYear } from '../hooks/year.tsx'
import { JobList } from './job-list.tsx'
import { SampleTag } from './sample-tag.tsx'
import { SearchBox } from './search-box.tsx'
import { UndoButtons } from './undo-buttons.tsx'

/** Years offered: five back, one ahead (money is allotted before the year begins). */
const yearsAround = (now: number): number[] => Array.from({ length: 7 }, (_, index) => now + 1 - index)

/** Whose data this is, the year, the search box, undo, running work, and who is working. */
export const TopBar = (props: { readonly searchRef: Ref<InputRef>; readonly sample: boolean }) => {
  const settings = useRequest('settings.load', null)
  const { year, setYear } = useYear()
  const name = settings.data?.organizationName ?? ''
  return (
    <header className="top-bar">
      <Typography.Text strong className="cut top-bar-name" title={name} data-testid="organization-name">
        {name === '' ? '支部管家' : name}
      </Typography.Text>
      {props.sample && <SampleTag />}
      <Select
        value={year}
        onChange={setYear}
        options={yearsAround(new Date().getFullYear()).map((value) => ({ value, label: `${value} 年` }))}
        style={{ width: 92, flex: 'none' }}
        variant="filled"
        aria-label="年度"
        data-testid="year"
      />
      <span style={{ flex: 1 }} />
      <SearchBox inputRef={props.searchRef} />
      <span className="top-bar-tools">
        <UndoButtons />
        <JobList />
        <a href="#/settings" className="operator cut" title="经办人，可在设置中修改" data-testid="operator">
          <UserOutlined /> {settings.data?.operator ?? ''}
        </a>
      </span>
    </header>
  )
}
