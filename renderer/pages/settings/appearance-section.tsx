import { Flex, Radio, Skeleton } from 'antd'
import type { Settings } from '../../../shared/models/app.ts'
import { useRequest } from '../../hooks/query.ts'
import { useSettingsEdit } from './use-settings-edit.ts'

const themes: readonly { readonly value: Settings['theme']; readonly label: string }[] = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

/** Light, dark, or as the system has it. */
export const AppearanceSection = () => {
  const settings = useRequest('settings.load', null).data
  const save = useSettingsEdit()
  if (settings === undefined) return <Skeleton active />
  return (
    <Flex align="center" gap={16}>
      <span>颜色</span>
      <Radio.Group
        value={settings.theme}
        options={[...themes]}
        optionType="button"
        onChange={(event) => void save({ theme: event.target.value }, '已修改外观')}
        data-testid="settings-theme"
      />
    </Flex>
  )
}
