import { EntitySchema } from 'typeorm'
import type { UnitEstateRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const unitEstateEntity = new EntitySchema<UnitEstateRow>({
  name: 'unitEstate',
  tableName: 'unit_estate',
  columns: {
    id,
    version,
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    estateId: { ...text('estate_id'), foreignKey: { target: 'estate' } },
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
  },
  indices: [
    { name: 'index_unit_estate_unit_id', columns: ['unitId'] },
    { name: 'index_unit_estate_estate_id', columns: ['estateId'] },
  ],
})
