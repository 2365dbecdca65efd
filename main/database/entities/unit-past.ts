import { EntitySchema } from 'typeorm'
import type { UnitPastRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const unitPastEntity = new EntitySchema<UnitPastRow>({
  name: 'unitPast',
  tableName: 'unit_past',
  columns: {
    id,
    version,
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    name: text('name'),
    parentId: { ...optionalText('parent_id'), foreignKey: { target: 'unit' } },
    state: text('state'),
    startsOn: optionalText('starts_on'),
    endsOn: text('ends_on'),
  },
  indices: [
    { name: 'index_unit_past_unit_id', columns: ['unitId', 'endsOn'] },
    { name: 'index_unit_past_parent_id', columns: ['parentId', 'endsOn'] },
  ],
})
