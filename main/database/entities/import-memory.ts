import { EntitySchema } from 'typeorm'
import type { ImportMemoryRow } from '../rows.ts'
import { id, text, version } from './columns.ts'

export const importMemoryEntity = new EntitySchema<ImportMemoryRow>({
  name: 'importMemory',
  tableName: 'import_memory',
  columns: {
    id,
    version,
    kind: text('kind'),
    value: text('value'),
  },
})
