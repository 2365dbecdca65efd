import { EntitySchema } from 'typeorm'
import type { VenueUnitRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const venueUnitEntity = new EntitySchema<VenueUnitRow>({
  name: 'venueUnit',
  tableName: 'venue_unit',
  columns: {
    id,
    version,
    venueId: { ...text('venue_id'), foreignKey: { target: 'venue' } },
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
  },
  indices: [
    { name: 'index_venue_unit_venue_id', columns: ['venueId'] },
    { name: 'index_venue_unit_unit_id', columns: ['unitId'] },
  ],
})
