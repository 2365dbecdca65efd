import { Alert, Button, Empty, Skeleton } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useLocation, useParams } from 'wouter'
import type { ChartAnswer } from '../../../shared/models/chart.ts'
import { layoutChart } from '../../../shared/rules/chart-layout.ts'
import { Failed } from '../../components/failed.tsx'
import { Measured, type Size } from '../../components/measured.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { fitted, trueScale, zoomed } from './chart-camera.ts'
import { ChartCard } from './chart-card.tsx'
import { ChartSurface } from './chart-surface.tsx'
import { ChartToolbar } from './chart-toolbar.tsx'
import { useChartCamera } from './use-chart-camera.ts'
import { useChartView } from './use-chart-view.ts'
import { organizationPath } from './view-switch.tsx'
import './organization.css'
import './chart.css'

type Shown = ReturnType<typeof useChartView>

const ChartBody = (props: {
  readonly answer: ChartAnswer
  readonly shown: Shown
  readonly chosen: string | null
  readonly size: Size
}) => {
  const { answer, shown } = props
  const [, navigate] = useLocation()
  const [active, setActive] = useState(props.chosen)
  useEffect(() => {
    if (props.chosen !== null) setActive(props.chosen)
  }, [props.chosen])
  const layout = useMemo(() => layoutChart(answer.rows), [answer])
  // The toolbar stands above, the drawing has the rest.
  const view = { width: props.size.width, height: props.size.height - 48 }
  const { camera, move, hold } = useChartCamera(layout, active, view, shown.view)
  const row = active === null ? undefined : layout.byId.get(active)?.row
  const open = (id: string) => navigate(organizationPath(id, 'list'))
  const toggle = (id: string) => {
    const unit = layout.byId.get(id)?.row
    if (unit === undefined || unit.childCount === 0) return
    hold(id)
    shown.toggle(id, unit.open)
  }
  return (
    <>
      <ChartToolbar
        unitId={active}
        view={shown.view}
        level={answer.level}
        percent={Math.round((camera.scale / trueScale) * 100)}
        empty={answer.rows.length === 0}
        onDay={shown.setDay}
        onLevel={shown.setLevel}
        onZoom={(factor) => move((before) => zoomed(before, factor, view.width / 2, view.height / 2))}
        onFit={() => move(() => fitted(layout, view))}
        onTrueSize={() =>
          move((before) => zoomed(before, trueScale / before.scale, view.width / 2, view.height / 2))
        }
      />
      <div className="chart-place">
        {answer.rows.length === 0 ? (
          <Empty style={{ marginTop: 120 }} description="那一天还没有组织" />
        ) : (
          <ChartSurface
            layout={layout}
            camera={camera}
            view={view}
            active={active}
            move={move}
            onActive={setActive}
            onToggle={toggle}
            onOpen={open}
          />
        )}
        <div className="chart-notes">
          {shown.view.rootId !== null && (
            <Button size="small" onClick={() => shown.setRoot(null)} data-testid="chart-unroot">
              返回全部组织
            </Button>
          )}
          {answer.limited && (
            <Alert type="info" title="组织太多，有些没有展开。可先“只看此组织”，再展开它的下级。" showIcon />
          )}
        </div>
        {row !== undefined && (
          <ChartCard
            row={row}
            rooted={shown.view.rootId === row.id}
            onOpen={() => open(row.id)}
            onToggle={() => toggle(row.id)}
            onRoot={() => shown.setRoot(row.id)}
          />
        )}
      </div>
    </>
  )
}

/** `/organization/:unitId?view=chart` */
export const ChartPage = () => {
  const { '*': rest } = useParams<{ '*': string }>()
  const chosen = rest === undefined || rest === '' ? null : decodeURIComponent(rest)
  const shown = useChartView(chosen)
  const { reveal } = shown
  useEffect(() => {
    if (chosen !== null) reveal(chosen)
  }, [chosen, reveal])
  const answer = useRequest('chart.load', shown.view)
  if (answer.isError) return <Failed sentence={sentenceOf(answer.error)} />
  if (answer.data === undefined) return <Skeleton className="page-skeleton" active />
  const { data } = answer
  return (
    <div className="chart-page" data-testid="chart-page">
      <Measured>{(size) => <ChartBody answer={data} shown={shown} chosen={chosen} size={size} />}</Measured>
    </div>
  )
}
