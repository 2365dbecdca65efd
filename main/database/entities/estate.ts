import { EntitySchema } from 'typeorm'
import type { EstateRow } from '../rows.ts'
import { id, optionalInteger, optionalText, text, version } from './columns.ts'

export const estateEntity = new EntitySchema<EstateRow>({
  name: 'estate',
  tableName: 'estate',
  columns: {
    id,
    version,
    communityId: { ...optionalText('community_id'), foreignKey: { target: 'unit' } },
    name: text('name'),
    buildingCount: optionalInteger('building_count'),
    householdCount: optionalInteger('household_count'),
    endedOn: optionalText('ended_on'),
  },
  indices: [{ name: 'index_estate_community_id', columns: ['communityId'] }],
})
