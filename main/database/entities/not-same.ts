import { EntitySchema } from 'typeorm'
import type { NotSameRow } from '../rows.ts'
import { id, text, version } from './columns.ts'

export const notSameEntity = new EntitySchema<NotSameRow>({
  name: 'notSame',
  tableName: 'not_same',
  columns: {
    id,
    version,
    aId: { ...text('a_id'), foreignKey: { target: 'person' } },
    bId: { ...text('b_id'), foreignKey: { target: 'person' } },
  },
  indices: [
    { name: 'unique_not_same_a_id_b_id', columns: ['aId', 'bId'], unique: true },
    { name: 'index_not_same_b_id', columns: ['bId'] },
  ],
})
