import { LoadingOutlined } from '@ant-design/icons'
import { Button, Popover, Space } from 'antd'
import { JobProgress } from '../components/job-progress.tsx'
import { cancelJob, useRunningJobs } from '../hooks/running-jobs.ts'

/** Work that is under way, also when its page was left. Takes no room when there is none. */
export const JobList = () => {
  const jobs = useRunningJobs()
  if (jobs.length === 0) return null
  return (
    <Popover
      placement="bottomRight"
      trigger="click"
      content={
        <Space orientation="vertical">
          {jobs.map((job) => (
            <JobProgress key={job.jobId} running={job} onCancel={() => cancelJob(job.jobId)} />
          ))}
        </Space>
      }
    >
      <Button type="text" icon={<LoadingOutlined />} data-testid="jobs">
        {jobs.length} 项进行中
      </Button>
    </Popover>
  )
}
