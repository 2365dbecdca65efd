import { EntitySchema } from 'typeorm'
import type { DocumentRow } from '../rows.ts'
import { id, integer, text, version } from './columns.ts'

export const documentEntity = new EntitySchema<DocumentRow>({
  name: 'document',
  tableName: 'document',
  columns: {
    id,
    version,
    name: text('name'),
    sha256: text('sha256'),
    size: integer('size'),
  },
  indices: [{ name: 'index_document_sha256', columns: ['sha256'] }],
})
