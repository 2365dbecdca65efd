import { EntitySchema } from 'typeorm'
import type { UnitEstateRow } from '../rows.ts'
import { id, text, version } from './columns.ts'

export const unitEstateEntity = new EntitySchema<UnitEstateRow>({
  name: 'unitEstate',
  tableName: 'unit_estate',
  columns: {
    id,
    version,
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    estateId: { ...text('estate_id'), foreignKey: { target: 'estate' } },
  },
  indices: [
    { name: 'unique_unit_estate_unit_id_estate_id', columns: ['unitId', 'estateId'], unique: true },
    { name: 'index_unit_estate_estate_id', columns: ['estateId'] },
  ],
})
