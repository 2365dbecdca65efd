import { EntitySchema } from 'typeorm'
import type { SuccessionRow } from '../rows.ts'
import { id, text, version } from './columns.ts'

export const successionEntity = new EntitySchema<SuccessionRow>({
  name: 'succession',
  tableName: 'succession',
  columns: {
    id,
    version,
    fromId: { ...text('from_id'), foreignKey: { target: 'unit' } },
    toId: { ...text('to_id'), foreignKey: { target: 'unit' } },
    kind: text('kind'),
    day: text('day'),
  },
  indices: [
    { name: 'index_succession_from_id', columns: ['fromId'] },
    { name: 'index_succession_to_id', columns: ['toId'] },
  ],
})
