import { Layout, Menu, Skeleton } from 'antd'
import { Suspense } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { useFreshData } from './hooks/query.ts'
import { pages } from './pages/registry.tsx'

/** Left rail, top bar, and the page in between. */
export const Frame = () => {
  useFreshData()
  const [location, navigate] = useLocation()
  const current = pages.find((page) => location.startsWith(page.path))
  return (
    <Layout style={{ height: '100%' }}>
      <Layout.Sider width={88} theme="light">
        <Menu
          selectedKeys={current === undefined ? [] : [current.path]}
          items={pages.map((page) => ({ key: page.path, icon: page.icon, label: page.label }))}
          onClick={({ key }) => navigate(key)}
        />
      </Layout.Sider>
      <Layout.Content style={{ overflow: 'auto' }}>
        <Suspense fallback={<Skeleton style={{ padding: 16 }} />}>
          <Switch>
            {pages.map((page) => (
              <Route key={page.path} path={`${page.path}/*?`} component={page.component} />
            ))}
            <Route>
              <Redirect to="/overview" />
            </Route>
          </Switch>
        </Suspense>
      </Layout.Content>
    </Layout>
  )
}
