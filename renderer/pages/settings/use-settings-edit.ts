import { App } from 'antd'
import type { Settings } from '../../../shared/models/app.ts'
import { useCommand } from '../../hooks/query.ts'

/** Saves some of the settings; true when it was done. Settings are simply set again, they have no 撤销. */
export const useSettingsEdit = () => {
  const { message } = App.useApp()
  const { run } = useCommand('settings.save')
  return async (changes: Partial<Settings>, said: string): Promise<boolean> => {
    const saved = (await run(changes)) !== undefined
    if (saved) message.open({ key: 'edit', type: 'success', content: said, duration: 3 })
    return saved
  }
}
