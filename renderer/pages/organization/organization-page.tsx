import { Empty, Skeleton, Splitter } from 'antd'
import { useEffect, useState } from 'react'
import { Redirect, useLocation, useParams, useSearchParams } from 'wouter'
import { branchKinds, unitKinds } from '../../../shared/models/unit.ts'
import type { TreeFilter } from '../../../shared/requests/units.ts'
import { Failed } from '../../components/failed.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { CreateDrawer } from './create-drawer.tsx'
import { lastOpened, rememberOpened } from './last-opened.ts'
import { noFilter } from './outline-model.ts'
import { TreePane } from './tree-pane.tsx'
import { UnitPane } from './unit-pane.tsx'
import './organization.css'

const widthKey = 'tree-width'
/** 360 px, less where the screen is scaled up and narrow. */
const usualWidth = Math.min(360, Math.round(window.innerWidth * 0.28))
const keptWidth = (): number => Number(localStorage.getItem(widthKey)) || usualWidth

/** `?kind=branch` and `?gaps=1` come from the figures of 概览. */
const filterFrom = (search: URLSearchParams): TreeFilter => ({
  ...noFilter,
  kind: unitKinds.find((kind) => kind === search.get('kind')) ?? null,
  branchKind: branchKinds.find((kind) => kind === search.get('branchKind')) ?? null,
  onlyGaps: search.get('gaps') === '1',
})

/** `/organization/:unitId`: the tree on the left, the unit on the right. */
export const OrganizationPage = () => {
  const roots = useRequest('tree.children', { parentId: null, asOf: null })
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const [filter, setFilter] = useState(() => filterFrom(search))
  const [creatingRoot, setCreatingRoot] = useState(false)
  const { '*': rest } = useParams<{ '*': string }>()
  const selected = rest === undefined || rest === '' ? null : decodeURIComponent(rest)
  const open = (id: string) => navigate(`/organization/${encodeURIComponent(id)}`)

  useEffect(() => {
    if (selected !== null) rememberOpened(selected)
  }, [selected])
  if (roots.isError) return <Failed sentence={sentenceOf(roots.error)} />
  if (roots.data === undefined) return <Skeleton className="page-skeleton" active />
  const [first] = roots.data
  const query = search.toString()
  return (
    <>
      {selected === null && first !== undefined && (
        <Redirect
          to={`/organization/${encodeURIComponent(lastOpened() ?? first.id)}${query === '' ? '' : `?${query}`}`}
          replace
        />
      )}
      <Splitter
        onResizeEnd={([width]) => localStorage.setItem(widthKey, String(Math.round(width ?? usualWidth)))}
      >
        <Splitter.Panel defaultSize={keptWidth()} min={260} max="50%">
          <TreePane
            selected={selected}
            filter={filter}
            onFilter={setFilter}
            onSelect={open}
            onCreateRoot={() => setCreatingRoot(true)}
          />
        </Splitter.Panel>
        <Splitter.Panel>
          {selected === null ? (
            <Empty style={{ marginTop: 120 }} description="在左侧选择一个组织" />
          ) : (
            <UnitPane key={selected} id={selected} onOpen={open} />
          )}
        </Splitter.Panel>
      </Splitter>
      {creatingRoot && (
        <CreateDrawer
          parent={null}
          kind="streetCommittee"
          onClose={() => setCreatingRoot(false)}
          onCreated={open}
        />
      )}
    </>
  )
}
