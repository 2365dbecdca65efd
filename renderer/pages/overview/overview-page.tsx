import { Button, Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import { useLocation } from 'wouter'
import { Failed } from '../../components/failed.tsx'
import { Page } from '../../components/page.tsx'
import { useRequest } from '../../hooks/query.ts'
import { useYear } from '../../hooks/year.tsx'
import { sentenceOf } from '../../messages.ts'
import { FigureRow } from './figure-row.tsx'
import { TodoList } from './todo-list.tsx'
import './overview.css'

const Charts = lazy(async () => ({ default: (await import('./charts.tsx')).Charts }))

/** 概览: the figures an office reports, what is to be mended, three charts. */
export const OverviewPage = () => {
  const { year } = useYear()
  const [, navigate] = useLocation()
  const overview = useRequest('overview.load', { year })
  if (overview.isError) return <Failed sentence={sentenceOf(overview.error)} />
  if (overview.data === undefined) return <Skeleton className="page-skeleton" active />
  return (
    <Page
      title="概览"
      actions={
        <Button type="primary" onClick={() => navigate('/import')} data-testid="overview-import">
          导入台账
        </Button>
      }
    >
      <div className="overview">
        <FigureRow figures={overview.data.figures} />
        <TodoList todos={overview.data.todos} count={overview.data.todoCount} />
        <Suspense fallback={null}>
          <Charts overview={overview.data} year={year} />
        </Suspense>
      </div>
    </Page>
  )
}
