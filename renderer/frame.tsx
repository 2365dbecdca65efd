import { type InputRef, Skeleton } from 'antd'
import { Suspense, useCallback, useEffect, useRef } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { assertNever } from '../shared/errors.ts'
import type { MenuCommand } from '../shared/ipc.ts'
import { call } from './api.ts'
import { FirstStart } from './frame/first-start.tsx'
import { PageGuard } from './frame/page-guard.tsx'
import { Rail } from './frame/rail.tsx'
import { TopBar } from './frame/top-bar.tsx'
import { useJob } from './hooks/job.ts'
import { useFreshData, useRequest } from './hooks/query.ts'
import { useMenuCommands } from './hooks/shortcuts.ts'
import { useUndo } from './hooks/undo.ts'
import { DropVeil, useFileDrop } from './pages/import/use-file-drop.tsx'
import { preloadPages } from './pages/page-of.tsx'
import { furtherPages, pages } from './pages/registry.tsx'

const allPages = [...pages, ...furtherPages]

/** Left rail, top bar, and the page in between. */
export const Frame = () => {
  useFreshData()
  useFileDrop()
  useEffect(preloadPages, [])
  const info = useRequest('app.info', null)
  const [location, navigate] = useLocation()
  const { undo, redo } = useUndo()
  const search = useRef<InputRef>(null)
  const current = allPages.find((page) => location === page.path || location.startsWith(`${page.path}/`))

  const act = useCallback(
    (command: MenuCommand) => {
      switch (command) {
        case 'undo':
          return undo()
        case 'redo':
          return redo()
        case 'undo-list':
          // The list beside the buttons opens itself.
          return undefined
        case 'search':
          return search.current?.focus({ cursor: 'all' })
        case 'import':
          return navigate('/import')
        case 'manual':
          return navigate('/manual')
        default:
          return assertNever(command)
      }
    },
    [undo, redo, navigate],
  )
  useMenuCommands(act)

  // The sample comes in several steps: the page stays until the last of them is done.
  const sample = useJob()
  const loadSample = () => void sample.run((jobId) => call('sample.load', { jobId }))
  const firstStart = (info.data?.empty ?? false) || sample.running !== null
  return (
    <div className="frame">
      <Rail items={pages} current={current?.path ?? null} />
      <TopBar searchRef={search} sample={(info.data?.sample ?? false) && !firstStart} />
      <DropVeil />
      <main className="content" data-testid="content">
        {info.isPending ? null : (
          <PageGuard page={current?.path ?? ''}>
            <Suspense fallback={<Skeleton className="page-skeleton" active />}>
              <Switch>
                {allPages.map((page) => (
                  <Route
                    key={page.path}
                    path={`${page.path}/*?`}
                    {...(firstStart && page.needsData
                      ? {
                          children: (
                            <FirstStart
                              running={sample.running}
                              onLoadSample={loadSample}
                              onCancel={sample.cancel}
                            />
                          ),
                        }
                      : { component: page.component })}
                  />
                ))}
                <Route>
                  <Redirect to="/overview" replace />
                </Route>
              </Switch>
            </Suspense>
          </PageGuard>
        )}
      </main>
    </div>
  )
}
