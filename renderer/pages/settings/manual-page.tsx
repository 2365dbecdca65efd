import { Typography } from 'antd'
import Markdown, { type Components } from 'react-markdown'
import manual from '../../../resources/manual.md?raw'
import { Page } from '../../components/page.tsx'

/** Links in the manual lead to pages of the program; the window refuses all others anyway. */
const components: Components = {
  h1: ({ children }) => <Typography.Title level={3}>{children}</Typography.Title>,
  h2: ({ children }) => <Typography.Title level={4}>{children}</Typography.Title>,
  h3: ({ children }) => <Typography.Title level={5}>{children}</Typography.Title>,
}

/** 使用手册, from resources/manual.md. */
export const ManualPage = () => (
  <Page title="使用手册" scroll>
    <article className="manual" data-testid="manual">
      <Markdown components={components}>{manual}</Markdown>
    </article>
  </Page>
)
