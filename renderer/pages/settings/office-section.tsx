import { Descriptions, Skeleton, Typography } from 'antd'
import { EditableText } from '../../components/editable-text.tsx'
import { useRequest } from '../../hooks/query.ts'
import { useSettingsEdit } from './use-settings-edit.ts'

/** Name of the office, edition of the cards, who is working. */
export const OfficeSection = () => {
  const settings = useRequest('settings.load', null).data
  const save = useSettingsEdit()
  if (settings === undefined) return <Skeleton active />
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={1}
        style={{ maxWidth: 720 }}
        styles={{ label: { width: 136 } }}
        items={[
          {
            key: 'organizationName',
            label: '单位名称',
            children: (
              <EditableText
                key={settings.organizationName}
                value={settings.organizationName}
                label="单位名称"
                testId="settings-organization"
                onSave={(text) => save({ organizationName: text.trim() }, '已修改单位名称')}
              />
            ),
          },
          {
            key: 'cardEdition',
            label: '联系卡版次',
            children: (
              <EditableText
                key={settings.cardEdition}
                value={settings.cardEdition}
                label="联系卡版次"
                placeholder="如 2026年第1版"
                testId="settings-edition"
                check={(text) => ([...text].length > 40 ? '最多 40 个字' : null)}
                onSave={(text) => save({ cardEdition: text.trim() }, '已修改联系卡版次')}
              />
            ),
          },
          {
            key: 'operator',
            label: '经办人',
            children: (
              <EditableText
                key={settings.operator}
                value={settings.operator}
                label="经办人"
                testId="settings-operator"
                check={(text) =>
                  text.trim() === '' ? '请填写经办人' : [...text].length > 40 ? '最多 40 个字' : null
                }
                onSave={(text) => save({ operator: text.trim() }, '已修改经办人')}
              />
            ),
          },
        ]}
      />
      <Typography.Paragraph type="secondary" style={{ marginTop: 8 }}>
        单位名称印在报表的“编制单位”处，经办人写入操作记录，版次印在联系卡上。
      </Typography.Paragraph>
    </>
  )
}
