import { EntitySchema } from 'typeorm'
import type { SettingRow } from '../rows.ts'
import { id, text, version } from './columns.ts'

export const settingEntity = new EntitySchema<SettingRow>({
  name: 'setting',
  tableName: 'setting',
  columns: {
    id,
    version,
    value: text('value'),
  },
})
