import { FileExcelOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import type { PeopleColumnKey } from '../../../shared/models/people-list.ts'
import type { PeopleFilter, PeopleSort } from '../../../shared/requests/people.ts'
import { call } from '../../api.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { useJob } from '../../hooks/job.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'

/** The list as it stands, with its columns and order, as a workbook. */
export const PeopleExport = (props: {
  readonly filter: PeopleFilter
  readonly sort: PeopleSort
  readonly columns: readonly PeopleColumnKey[]
  readonly disabled: boolean
}) => {
  const { filter, sort, columns } = props
  const { run, cancel, running } = useJob()
  const noticeSaved = useSavedNotice()
  const save = async () => {
    const file = await run((jobId) => call('person.export', { filter, sort, columns: [...columns], jobId }))
    if (file !== undefined && file !== null) noticeSaved(file)
  }
  return (
    <Space>
      <JobProgress running={running} onCancel={cancel} />
      <Button
        icon={<FileExcelOutlined />}
        disabled={props.disabled || running !== null}
        onClick={() => void save()}
        data-testid="people-export"
      >
        导出 Excel
      </Button>
    </Space>
  )
}
