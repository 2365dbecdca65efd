import { DownloadOutlined } from '@ant-design/icons'
import { Button, Flex, Modal, Select, Typography } from 'antd'
import { useState } from 'react'
import { type LedgerKind, ledgerKinds } from '../../../../shared/models/import.ts'
import { useCommand, useRequest } from '../../../hooks/query.ts'
import { useSavedNotice } from '../../../hooks/saved.tsx'
import { ledgerLabel } from '../words.ts'

const TemplateModal = (props: { readonly onClose: () => void }) => {
  const [ledger, setLedger] = useState<LedgerKind>('members')
  const [communityId, setCommunityId] = useState<string | null>(null)
  const communities = useRequest('unit.list', { kinds: ['communityCommittee'] })
  const save = useCommand('import.saveTemplate')
  const noticeSaved = useSavedNotice()

  const run = async () => {
    const saved = await save.run({ ledger, communityId })
    if (saved === undefined || saved === null) return
    noticeSaved(saved)
    props.onClose()
  }
  return (
    <Modal
      open
      width={460}
      title="下载模板"
      okText="保存"
      cancelText="取消"
      confirmLoading={save.busy}
      okButtonProps={{ 'data-testid': 'template-save' }}
      onOk={() => void run()}
      onCancel={props.onClose}
    >
      <Flex vertical gap={12} style={{ padding: '8px 0' }}>
        <Flex vertical gap={4}>
          <Typography.Text>台账</Typography.Text>
          <Select<LedgerKind>
            autoFocus
            value={ledger}
            onChange={setLedger}
            options={ledgerKinds.map((kind) => ({ value: kind, label: ledgerLabel(kind) }))}
            aria-label="台账"
            data-testid="template-ledger"
          />
        </Flex>
        <Flex vertical gap={4}>
          <Typography.Text>社区</Typography.Text>
          <Select<string>
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="不选：空白模板，带一行示例"
            value={communityId}
            onChange={(id: string | undefined) => setCommunityId(id ?? null)}
            options={(communities.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
            notFoundContent="还没有社区"
            aria-label="社区"
            data-testid="template-community"
          />
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            选了社区，模板里会填好这个社区现有的内容，改好再导入即可更新。
          </Typography.Text>
        </Flex>
      </Flex>
    </Modal>
  )
}

/** 下载模板: blank, or filled in for a community. */
export const TemplateButton = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)} data-testid="import-template">
        下载模板
      </Button>
      {open && <TemplateModal onClose={() => setOpen(false)} />}
    </>
  )
}
