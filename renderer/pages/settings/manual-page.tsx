import { Typography } from 'antd'
import Markdown, { type Components } from 'react-markdown'
import manual from '../../../resources/manual.md?raw'

/** Headings in antd's measures. */
const components: Components = {
  h1: ({ children }) => <Typography.Title level={3}>{children}</Typography.Title>,
  h2: ({ children }) => <Typography.Title level={4}>{children}</Typography.Title>,
  h3: ({ children }) => <Typography.Title level={5}>{children}</Typography.Title>,
}

/** 使用手册, from resources/manual.md. */
export const ManualPage = () => (
  <article className="manual" data-testid="manual">
    <Markdown components={components}>{manual}</Markdown>
  </article>
)
