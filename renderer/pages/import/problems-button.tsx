import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { ImportFound } from '../../../shared/models/import.ts'
import { useCommand } from '../../hooks/query.ts'
import { useSavedNotice } from '../../hooks/saved.tsx'

/** 下载问题行: the rejected rows with the reasons, of one file; asks which where there are several. */
export const ProblemsButton = (props: { readonly found: ImportFound }) => {
  const { found } = props
  const command = useCommand('import.saveProblems')
  const noticeSaved = useSavedNotice()
  const save = async (file: number) => {
    const saved = await command.run({ sessionId: found.sessionId, file })
    if (saved !== undefined && saved !== null) noticeSaved(saved)
  }
  const button = (
    <Button
      icon={<DownloadOutlined />}
      loading={command.busy}
      {...(found.files.length > 1 ? {} : { onClick: () => void save(0) })}
      data-testid="import-problems"
    >
      下载问题行
    </Button>
  )
  if (found.files.length < 2) return button
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: found.files.map((file, key) => ({ key, label: file.name })),
        onClick: ({ key }) => void save(Number(key)),
      }}
    >
      {button}
    </Dropdown>
  )
}
