import { EntitySchema } from 'typeorm'
import type { ImportRunRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const importRunEntity = new EntitySchema<ImportRunRow>({
  name: 'importRun',
  tableName: 'import_run',
  columns: {
    id,
    version,
    at: text('at'),
    file: text('file'),
    actor: text('actor'),
    outcome: text('outcome'),
    files: optionalText('files'),
  },
})
