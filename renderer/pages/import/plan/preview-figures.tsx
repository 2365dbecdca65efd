import { CloseCircleOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { theme } from 'antd'
import type { ImportPreview } from '../../../../shared/models/import.ts'
import { Figures } from '../../../components/figures.tsx'
import { count, listCounts, sum } from '../words.ts'

/** The six figures of a preview. */
export const PreviewFigures = (props: { readonly preview: ImportPreview }) => {
  const { preview } = props
  const { token } = theme.useToken()
  return (
    <Figures
      figures={[
        {
          key: 'rows',
          label: '数据行',
          value: count(preview.rows),
          unit: '行',
          note:
            preview.leftOut === 0
              ? `${preview.sheets.filter((sheet) => sheet.used).length} 个工作表`
              : `另有 ${count(preview.leftOut)} 行不导入`,
        },
        {
          key: 'created',
          label: '将新增',
          share: 2.4,
          value: count(sum(preview.created)),
          unit: '项',
          note: listCounts(preview.created) || '没有新增',
        },
        {
          key: 'updated',
          label: '将修改',
          share: 1.4,
          value: count(sum(preview.updated)),
          unit: '项',
          note: listCounts(preview.updated) || '没有修改',
        },
        {
          key: 'unchanged',
          label: '不变',
          value: count(preview.unchanged),
          unit: '项',
          note: '与现有数据一致',
        },
        {
          key: 'rejected',
          label: '不能导入',
          value: count(preview.rejectedRows),
          unit: '行',
          note: preview.rejectedRows === 0 ? '没有问题行' : '其余各行不受影响',
          ...(preview.rejectedRows === 0
            ? {}
            : { icon: <CloseCircleOutlined style={{ color: token.colorError }} /> }),
        },
        {
          key: 'warnings',
          label: '提醒',
          value: count(preview.warningCount),
          unit: '条',
          note: preview.warningCount === 0 ? '没有提醒' : '会照常导入，请留意',
          ...(preview.warningCount === 0
            ? {}
            : { icon: <ExclamationCircleOutlined style={{ color: token.colorWarning }} /> }),
        },
      ]}
    />
  )
}
