import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect } from 'react'
import { Router } from 'wouter'
import { styleNonce } from './csp.ts'
import { Frame } from './frame.tsx'
import { useDarkMode } from './hooks/dark-mode.ts'
import { useHashPath, useHashSearch } from './hooks/hash-route.ts'
import { YearProvider } from './hooks/year.tsx'
import { themeFor } from './theme.ts'

/** Language, theme, nonce and routes around everything. */
export const Root = () => {
  const dark = useDarkMode()
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }, [dark])
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeFor(dark)}
      csp={{ nonce: styleNonce() }}
      componentSize="middle"
      // A space between the two characters of a button looks like a gap in a dense bar.
      button={{ autoInsertSpace: false }}
    >
      <AntApp className="app" style={{ height: '100%' }}>
        <YearProvider>
          <Router hook={useHashPath} searchHook={useHashSearch}>
            <Frame />
          </Router>
        </YearProvider>
      </AntApp>
    </ConfigProvider>
  )
}
