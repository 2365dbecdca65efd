import { FileExcelOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { App, Button, Space } from 'antd'
import { call } from '../../api.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { useJob } from '../../hooks/job.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'

/** 导出 Excel, 存为 PDF, 打印: the same figures three ways. */
export const StatementActions = (props: {
  readonly year: number
  readonly streetId: string | null
  readonly disabled: boolean
}) => {
  const { year, streetId, disabled } = props
  const { message } = App.useApp()
  const { run, cancel, running } = useJob()
  const noticeSaved = useSavedNotice()
  const busy = running !== null

  const save = async (format: 'xlsx' | 'pdf') => {
    const file = await run((jobId) => call('statement.save', { year, streetId, format, jobId }))
    if (file !== undefined && file !== null) noticeSaved(file)
  }
  const print = async () => {
    const printed = await run((jobId) => call('statement.print', { year, streetId, jobId }))
    if (printed === true) message.success('报表已送到打印机。')
  }

  return (
    <Space>
      <JobProgress running={running} onCancel={cancel} />
      <Button
        icon={<FileExcelOutlined />}
        disabled={disabled || busy}
        onClick={() => void save('xlsx')}
        data-testid="statement-xlsx"
      >
        导出 Excel
      </Button>
      <Button
        icon={<FilePdfOutlined />}
        disabled={disabled || busy}
        onClick={() => void save('pdf')}
        data-testid="statement-pdf"
      >
        存为 PDF
      </Button>
      <Button
        type="primary"
        icon={<PrinterOutlined />}
        disabled={disabled || busy}
        onClick={() => void print()}
        data-testid="statement-print"
      >
        打印
      </Button>
    </Space>
  )
}
