import { DownloadOutlined } from '@ant-design/icons'
import { Button, Form, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { ChartPaper } from '../../../shared/models/chart.ts'
import type { ChartScope, ChartView } from '../../../shared/requests/chart.ts'
import { call } from '../../api.ts'
import { JobProgress } from '../../components/job-progress.tsx'
import { useJob } from '../../hooks/job.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'

interface Choice {
  readonly format: 'pdf' | 'png'
  readonly scope: ChartScope
  readonly paper: ChartPaper
  readonly landscape: boolean
}

const formats = [
  { value: 'pdf', label: 'PDF' },
  { value: 'png', label: 'PNG 图片' },
]
const scopes = [
  { value: 'shown', label: '当前展开的' },
  { value: 'branch', label: '到党支部一级' },
  { value: 'all', label: '全部' },
]
const papers = [
  { value: 'a4', label: 'A4' },
  { value: 'a3', label: 'A3' },
]
const ways = [
  { value: true, label: '横向' },
  { value: false, label: '纵向' },
]
const notes = {
  pdf: '按实际大小排版，字不小于 9 磅。一页放不下时分页，方框不会被裁断，第一页是总图和索引。',
  png: '能放进一张图片时存为一张整图，否则每页一张，文件名后加序号。',
}

/** 导出: format, how much, and the paper; then the job with its progress. */
export const ChartExport = (props: { readonly view: ChartView; readonly disabled: boolean }) => {
  const [choosing, setChoosing] = useState(false)
  const [choice, setChoice] = useState<Choice>({
    format: 'pdf',
    scope: 'shown',
    paper: 'a4',
    landscape: true,
  })
  const { run, cancel, running } = useJob()
  const noticeSaved = useSavedNotice()
  const change = (part: Partial<Choice>) => setChoice((before) => ({ ...before, ...part }))
  const save = async () => {
    setChoosing(false)
    const file = await run((jobId) => call('chart.export', { view: props.view, ...choice, jobId }))
    if (file !== undefined && file !== null) noticeSaved(file)
  }
  return (
    <>
      <div className="chart-progress">
        <JobProgress running={running} onCancel={cancel} />
      </div>
      <Button
        type="primary"
        icon={<DownloadOutlined />}
        disabled={props.disabled || running !== null}
        onClick={() => setChoosing(true)}
        data-testid="chart-export"
      >
        导出
      </Button>
      <Modal
        title="导出架构图"
        open={choosing}
        width={520}
        okText="导出"
        cancelText="取消"
        onOk={() => void save()}
        onCancel={() => setChoosing(false)}
        okButtonProps={{ 'data-testid': 'chart-export-save' }}
        destroyOnHidden
      >
        <Form className="dense-form" labelCol={{ span: 4 }} data-testid="chart-export-form">
          <Form.Item label="格式">
            <Radio.Group
              options={formats}
              value={choice.format}
              onChange={({ target }) => change({ format: target.value })}
            />
          </Form.Item>
          <Form.Item label="范围">
            <Radio.Group
              options={scopes}
              value={choice.scope}
              onChange={({ target }) => change({ scope: target.value })}
            />
          </Form.Item>
          <Form.Item label="纸张">
            <Radio.Group
              options={papers}
              value={choice.paper}
              onChange={({ target }) => change({ paper: target.value })}
            />
          </Form.Item>
          <Form.Item label="方向">
            <Radio.Group
              options={ways}
              value={choice.landscape}
              onChange={({ target }) => change({ landscape: target.value })}
            />
          </Form.Item>
          <p className="merge-note">{notes[choice.format]}</p>
        </Form>
      </Modal>
    </>
  )
}
