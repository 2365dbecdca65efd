import type { Settings } from '../../../shared/models/app.ts'
import { useEdit } from '../../hooks/edit.tsx'

/** Saves some of the settings; true when it was done. */
export const useSettingsEdit = () => {
  const { run } = useEdit('settings.save')
  return async (changes: Partial<Settings>, said: string): Promise<boolean> =>
    (await run(changes, said)) !== undefined
}
