import { Button, Space } from 'antd'
import type { SavedFile } from '../../shared/models/app.ts'

/** What is said after a file was written: its name, and the two ways to it. */
export const SavedNotice = (props: {
  readonly file: SavedFile
  readonly onOpen: (savedId: string) => void
  readonly onReveal: (savedId: string) => void
}) => {
  const { file, onOpen, onReveal } = props
  return (
    <Space orientation="vertical" size={4} data-testid="saved-notice">
      <span>
        {file.name}
        {file.pages === undefined ? '' : `，共 ${file.pages} 页`}
      </span>
      <Space>
        <Button size="small" onClick={() => onOpen(file.savedId)}>
          打开文件
        </Button>
        <Button size="small" onClick={() => onReveal(file.savedId)}>
          打开所在文件夹
        </Button>
      </Space>
    </Space>
  )
}
